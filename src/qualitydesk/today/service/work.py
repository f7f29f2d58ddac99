"""What is due now, read from everybody: each kind of work is a question of its own. Nothing here writes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import NAMESPACE_OID, UUID, uuid5

from qualitydesk.basics.clock import Clock, local_day
from qualitydesk.directory.service import Directory
from qualitydesk.penalties.model.points import Consequence
from qualitydesk.penalties.service.pending import Pending
from qualitydesk.penalties.service.waiting import Waiting
from qualitydesk.rulebook.model import Rule
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.storage.database import Connection, Database
from qualitydesk.today.model import Errand, Figures, Work, WorkList
from qualitydesk.today.rules import moment_of, month_starts
from qualitydesk.today.store import cases
from qualitydesk.today.store import work as store

if TYPE_CHECKING:
    from qualitydesk.inspections.model.calendar import PlanCount

SHOWN = 12
"""Rows of a kind that are read for the screen; the rest is counted, and one key away on its own page."""
AHEAD = timedelta(days=7)
"""How far ahead planned rounds are shown."""


CLOCKS_AHEAD = timedelta(days=1)
OUTSIDE_AHEAD = timedelta(days=3)
"""How far ahead clocks and dates set outside are shown."""
FOLLOW_UPS = ("money_arrival", "after_call")
"""Clocks that are only watched."""
MONTH_KIND = "complaint_month"
NO_ROW = UUID(int=0)
"""The id of what is about no row of its own: a month."""


class Today:
    """The questions of the first page."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        directory: Directory,
        waiting: Waiting,
        rulebook: Rulebook,
        pending: Pending | None = None,
        resting: Callable[[datetime], Collection[UUID]] = lambda _now: (),
        owed: Callable[[], PlanCount] | None = None,
    ) -> None:
        """`resting`: the cases paused and so not late (complaints.service.resting), asked only where it matters."""
        self._database = database
        self._clock = clock
        self._directory = directory
        self._waiting = waiting
        self._rulebook = rulebook
        self._resting = resting
        self._owed = owed
        self._pending = pending or Pending(database, clock, directory, rulebook)

    def day(self) -> date:
        """The present day where the program runs; asks no database, so that a screen may."""
        return local_day(self._clock.now())

    def now(self) -> datetime:
        """The present moment, likewise."""
        return self._clock.now()

    def rounds(self, limit: int = SHOWN) -> WorkList:
        """Rounds to go on with."""
        with self._database.reading() as connection:
            rows, count = store.open_rounds(connection, limit)
            return WorkList(tuple(self._works(Errand.WALK, rows)), {Errand.WALK: count})

    def plans(self, limit: int = SHOWN, *, with_owed: bool = True) -> WorkList:
        """What the plan owes in one row (a month of every institution is reckoned for it: not `with_owed`, it is left
        out); planned rounds: late, of today, and of the days ahead."""
        today = local_day(self._clock.now(), self._directory.zone())
        with self._database.reading() as connection:
            rows, count, late = store.plans(connection, today + AHEAD, today, limit)
        owed = self._owed() if with_owed and self._owed is not None else None
        works = list(self._works(Errand.PLAN, rows))
        counts = {Errand.PLAN: count}
        if owed:
            works = [Work(Errand.DUE, NO_ROW, "", "", "", today, owed.due, owed.missed), *works[: limit - 1]]
            counts[Errand.DUE] = 1
        return WorkList(tuple(works), counts, late)

    def measures(self, limit: int = SHOWN) -> WorkList:
        """Measures that are due, to be judged, to be checked again or to be looked at for their effect: those the list
        of measures counts as due now."""
        with self._database.reading() as connection:
            found = store.measures_due(connection, local_day(self._clock.now(), self._directory.zone()), limit)
        works = [work for errand, (rows, _count, _late) in found.items() for work in self._works(errand, rows)]
        works.sort(key=lambda work: work.day)
        counts = {errand: count for errand, (_rows, count, _late) in found.items()}
        return WorkList(tuple(works[:limit]), counts, sum(late for _rows, _count, late in found.values()))

    def slips(self, limit: int = SHOWN) -> WorkList:
        """Appeals to be decided and proposals left to people, notices to be put right, slips to be issued, those to be
        approved, rounds with proposals nobody decided on, rules to be signed."""
        with self._database.reading() as connection:
            appeals, appealed = store.appeals(connection, limit)
            left = self._pending.undecided()
            correct, to_correct = store.slips_to_correct(connection, limit)
            issue, to_issue = store.slips_in(connection, "approved", limit)
            approve, to_approve = store.slips_in(connection, "proposed", limit)
            waiting = self._waiting.waiting_rounds()
            unsigned = self._waiting.unsigned_editions()
        zone = self._directory.zone()
        works = [
            *self._appeals(appeals),
            *(_left(one) for one in left),
            *self._works(Errand.CORRECT, correct),
            *self._works(Errand.ISSUE, issue),
            *self._works(Errand.APPROVE, approve),
            *(
                Work(
                    Errand.PROPOSE,
                    one.id,
                    one.number,
                    one.kind,
                    one.institution,
                    local_day(one.started_at, zone),
                    one.people,
                )
                for one in waiting[:limit]
            ),
            *(
                Work(
                    Errand.SIGN,
                    one.edition_id,
                    str(one.number),
                    one.rule,
                    "",
                    one.effective_from,
                    one.missing,
                    one.people,
                )
                for one in unsigned
            ),
        ]
        counts = {
            Errand.APPEAL: appealed,
            Errand.CONSEQUENCE: sum(one.slip_id is not None for one in left),
            Errand.FOLLOWS: sum(one.slip_id is None for one in left),
            Errand.CORRECT: to_correct,
            Errand.ISSUE: to_issue,
            Errand.APPROVE: to_approve,
            Errand.PROPOSE: len(waiting),
            Errand.SIGN: len(unsigned),
        }
        late = sum(work.late for work in self._appeals(appeals))
        return WorkList(_fair(works, limit), counts, late)

    def _appeals(self, rows: Iterable[store.Row]) -> list[Work]:
        """Each with the last day for its decision."""
        from qualitydesk.rulebook.rules import appeal_decided_by, read_appeal  # not for every start

        today = local_day(self._clock.now(), self._directory.zone())
        found = []
        for row_id, number, words, institution, on in rows:
            rule = read_appeal(self._rulebook.edition_on(Rule.APPEAL, on).values)
            last = appeal_decided_by(on, rule)
            found.append(Work(Errand.APPEAL, row_id, number, words, institution, last, late=today > last))
        return found

    def clocks(self, limit: int = SHOWN) -> WorkList:
        """Complaints with a clock that has run out or does so within a day, a row each: its nearest clock."""
        now = self._clock.now()
        with self._database.reading() as connection:
            resting = self._at_rest(connection, now)
            rows, count, late = cases.clocks_due(connection, now, now + CLOCKS_AHEAD, limit, resting)
            unsettled = cases.unsettled(connection, [row[0] for row in rows])
        return WorkList(tuple(self._case_works(Errand.CLOCK, rows, now, unsettled)), {Errand.CLOCK: count}, late)

    def complaints(self, limit: int = SHOWN) -> WorkList:
        """What else complaints wait for: dates set outside, the month's sheet, approvals, money, answers
        owed to the front line and to customers about their data, follow-ups."""
        now = self._clock.now()
        today = local_day(now, self._directory.zone())
        with self._database.reading() as connection:
            found = {
                Errand.OUTSIDE: cases.externals_due(connection, now, now + OUTSIDE_AHEAD, limit),
                Errand.DECIDE: (*cases.approvals(connection, limit), 0),
                Errand.PAY: cases.payments_asked(connection, now, limit),
                Errand.REQUEST: cases.answers_owed(connection, now, now + CLOCKS_AHEAD, limit),
                Errand.FOLLOW: cases.follow_ups(connection, FOLLOW_UPS, now, now + CLOCKS_AHEAD, limit),
            }
            persons, owed, overdue = cases.persons_owed(connection, today, limit)
            month = self._month_sheet(connection, now)
            asked = [row[0] for row in found[Errand.REQUEST][0]]
            told = [row[0] for errand in (Errand.PAY, Errand.FOLLOW) for row in found[errand][0]]
            unsettled = cases.unsettled(connection, told) | cases.unsettled(connection, asked, cases.request_clocks)
        works = [one for errand, it in found.items() for one in self._case_works(errand, it[0], now, unsettled)]
        counts = {errand: count for errand, (_rows, count, _late) in found.items()}
        works += (replace(one, late=one.day < today) for one in self._works(Errand.PERSON, persons))
        counts[Errand.PERSON] = owed
        late = overdue + sum(late for _rows, _count, late in found.values())
        if month is not None:
            works.insert(0, month)
            counts[month.errand] = 1
            late += month.late
        return WorkList(_fair(works, limit), counts, late)

    def figures(self) -> Figures:
        """The four figures over twelve months."""
        now, zone = self._clock.now(), self._directory.zone()
        bounds = [moment_of(day, zone) for day in month_starts(local_day(now, zone))]
        with self._database.reading() as connection:
            still, closed = cases.open_cases(connection, bounds, now)
            return Figures(
                cases=still,
                closed=closed,
                rounds=store.rounds_by_month(connection, bounds),
                slips=store.slips_by_month(connection, bounds),
                overdue=cases.overdue(connection, now, self._at_rest(connection, now)),
            )

    def _at_rest(self, connection: Connection, now: datetime) -> Collection[UUID]:
        """The cases that rest, as far as they would else be counted as late."""
        return self._resting(now) if cases.any_paused_late(connection, now) else ()

    def month_begins(self) -> datetime:
        """The moment this month began on the group's wall clock, UTC: the figures' last month is counted from then."""
        now, zone = self._clock.now(), self._directory.zone()
        return moment_of(local_day(now, zone).replace(day=1), zone)

    def newest_moment(self) -> datetime | None:
        """The newest moment anything was written: the last entry of the audit or an answer of an open round."""
        with self._database.reading() as connection:
            return store.newest_moment(connection)

    def _month_sheet(self, connection: Connection, now: datetime) -> Work | None:
        """The sheet of the month before, from the 1st until it was reviewed; nothing while there are no cases."""
        today = local_day(now, self._directory.zone())
        ended = today.replace(day=1)
        month = (ended - timedelta(days=1)).replace(day=1)
        ends = moment_of(ended, self._directory.zone())
        any_case, issued, reviewed = cases.month_stands(connection, month, ends, f"TJ-{month:%Y-%m}", MONTH_KIND)
        if reviewed or not any_case:
            return None
        from qualitydesk.rulebook.rules import read_case_month  # not for every start

        rule = read_case_month(self._rulebook.edition_on(Rule.CASE_MONTH, ended).values)
        errand = Errand.REVIEW if issued else Errand.MONTH
        by = (
            ended.replace(day=rule.review_before_day) - timedelta(days=1)
            if issued
            else ended.replace(day=rule.ready_day)
        )
        return Work(errand, NO_ROW, "", f"{month:%Y-%m}", "", by, late=today > by)

    def _case_works(
        self, errand: Errand, rows: Iterable[cases.Row], now: datetime, unsettled: Collection[tuple[UUID, datetime]]
    ) -> Iterable[Work]:
        zone = self._directory.zone()
        for row_id, number, words, institution, moment, second, level in rows:
            due_at = second if errand is Errand.PAY else (None if errand is Errand.DECIDE else moment)
            yield Work(
                errand,
                row_id,
                number,
                words,
                institution,
                local_day(moment, zone),
                due_at=due_at,
                level=0 if errand is Errand.PAY else level,
                amount=level if errand is Errand.PAY else 0,
                late=due_at is not None and due_at < now,
                provisional=due_at is not None and (row_id, due_at) in unsettled,
            )

    def _works(self, errand: Errand, rows: Iterable[store.Row]) -> Iterable[Work]:
        zone = self._directory.zone()
        for row_id, number, words, institution, day in rows:
            since = local_day(day, zone) if isinstance(day, datetime) else day
            yield Work(errand, row_id, number or "", words, institution, since)


def _left(one: Consequence) -> Work:
    """A proposal left to people: of a slip, or of a month's points."""
    words = f"{one.kind}:{one.name}"
    if one.slip_id is not None:
        return Work(Errand.CONSEQUENCE, one.slip_id, one.number, words, one.institution, one.since)
    month = f"{one.month:%Y-%m}" if one.month else ""
    return Work(Errand.FOLLOWS, uuid5(NAMESPACE_OID, one.key), month, words, one.institution, one.since)


def _fair(works: list[Work], limit: int) -> tuple[Work, ...]:
    """At most `limit`, with room for every errand however many there are of another."""
    kinds = list(dict.fromkeys(work.errand for work in works))
    room = limit // max(len(kinds), 1)
    kept: set[tuple[str, object]] = set()
    for kind in kinds:
        kept.update(work.key for work in [one for one in works if one.errand is kind][:room])
    for work in works:
        if len(kept) < limit:
            kept.add(work.key)
    return tuple(work for work in works if work.key in kept)
