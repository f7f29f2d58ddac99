"""The inspection plan asked and changed: a month of it, exceptions from frequencies, plans moved with a reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from uuid import UUID
from zoneinfo import ZoneInfo

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.clock import Clock, local_day
from qualitydesk.basics.errors import Problem, Refused, refuse_if
from qualitydesk.basics.ids import new_id
from qualitydesk.directory.model import EmployeeFilter, Institution
from qualitydesk.directory.service import Directory
from qualitydesk.inspections.model import PlanFilter, PlannedRound, PlanState
from qualitydesk.inspections.model.calendar import (
    ExceptionDraft,
    PlanCount,
    PlanException,
    PlanMark,
    PlanMonth,
    PlanRow,
    Seen,
    Slot,
    Stretch,
    Walked,
)
from qualitydesk.inspections.rules import calendar as rules
from qualitydesk.inspections.service.plans import Plans
from qualitydesk.inspections.store import calendar as store
from qualitydesk.inspections.store import rounds as round_store
from qualitydesk.inspections.store.tables import planned_rounds
from qualitydesk.rulebook.model import ROUND_KINDS, Rule
from qualitydesk.rulebook.model.planning import Per, PlanRule
from qualitydesk.rulebook.rules import OpenHours, WorkCalendar, read_plan
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.rulebook.service.calendar import Calendar
from qualitydesk.storage import audit
from qualitydesk.storage.database import Connection, Database, insert_row, update_row

TOUCHED = frozenset({Change.PLANS})
_MOST_PLANS = 2000


@dataclass(frozen=True)
class _Known:
    """All a plan is reckoned from."""

    editions: Sequence[tuple[date, PlanRule]]
    exceptions: Sequence[PlanException]
    spans: Mapping[UUID, rules.Spans]
    hours: Mapping[UUID, OpenHours]
    calendar: WorkCalendar
    walked: Sequence[Walked]
    plans: Sequence[PlanMark]
    today: date


class PlanCalendar:
    """The plan of one database."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        directory: Directory,
        rulebook: Rulebook,
        calendar: Calendar,
        plans: Plans,
    ) -> None:
        self._database = database
        self._clock = clock
        self._directory = directory
        self._rulebook = rulebook
        self._calendar = calendar
        self._plans = plans

    # Questions

    def month(self, day: date | None = None) -> PlanMonth:
        """The plan of the month a day lies in (default today), institutions by their codes."""
        with self._database.reading() as connection:
            today = self._directory.today()
            first, last = rules.period_of(day or today, Per.MONTH)
            houses = sorted(self._directory.institutions(), key=lambda one: one.code)
            known = self._known(connection, houses, first, last)
        rows = [row for house in houses for kind in ROUND_KINDS if (row := self._row(known, house, kind, first, last))]
        days = [first + timedelta(days=ahead) for ahead in range((last - first).days + 1)]
        closed = {
            house.id: frozenset(one for one in days if not _works(known, house.id, one)) for house in houses
        }  # fmt: skip
        return PlanMonth(
            first, last, today, tuple(rows), closed, tuple(known.exceptions),
            provisional=not all(known.calendar.is_announced(one) for one in days),
        )  # fmt: skip

    def count(self) -> PlanCount:
        """What the first page tells: rounds still due this week, and missed in the last 30 days.

        Nothing before the first round of all: who has just founded the group is not reminded of it.
        """
        with self._database.reading() as connection:
            if store.first_round(connection) is None:
                return PlanCount(0, 0)
        slots = [slot for _house, _kind, found in self.open_slots() for slot in found]
        return rules.counted(slots, self._directory.today())

    def open_slots(self, institution_id: UUID | None = None) -> list[tuple[Institution, str, list[Slot]]]:
        """What is missed since 30 days or due by the end of this week, by institution and kind."""
        with self._database.reading() as connection:
            today = self._directory.today()
            first, last = today - rules.MISSED_BACK, rules.period_of(today, Per.WEEK)[1]
            houses = [
                one
                for one in self._directory.institutions(active_only=True)
                if institution_id in (None, one.id)
            ]  # fmt: skip
            known = self._known(connection, houses, first, last)
        return [
            (house, kind, self._slots(known, house.id, kind, first, last)) for house in houses for kind in ROUND_KINDS
        ]

    def exceptions(self) -> list[PlanException]:
        """Every exception, the last entered first."""
        with self._database.reading() as connection:
            return store.exceptions(connection)[::-1]

    def seen(self, institution_id: UUID) -> list[Seen]:
        """The people of an institution and when each last stood on a round, the longest unseen first."""
        with self._database.reading() as connection:
            people = self._directory.people(EmployeeFilter(institution_id=institution_id))
            last = round_store.last_seen(connection, [one.id for one in people], self._clock.now())
            zone = self._directory.zone()
        found = [
            Seen(
                one.id, one.name, one.number, one.post, one.department,
                local_day(last[one.id], zone) if one.id in last else None,
            )
            for one in people
        ]  # fmt: skip
        return sorted(found, key=lambda one: (one.last or date.min, one.number))

    def rule(self, day: date | None = None) -> PlanRule:
        """The rule in force on a day, today's by default."""
        return read_plan(self._rulebook.edition_on(Rule.INSPECTION_PLAN, day or self._directory.today()).values)

    def moves(self, plan_id: UUID) -> list[tuple[date, date, str]]:
        """How a plan was moved: (from, to, reason), oldest first."""
        with self._database.reading() as connection:
            return store.moves_of(connection, [plan_id]).get(plan_id, [])

    # Verbs

    def save_exception(self, draft: ExceptionDraft, by: By) -> Done[UUID]:
        """Enter or change an exception; gives the id it goes on under. Refused: draft (beside the fields), stale.

        A change of one that has begun holds from today on: until yesterday it stays as it was.
        """
        refuse_if(rules.problems_in_exception(draft))
        with self._database.transaction() as connection:
            if draft.id is None:
                return Done(self._add_exception(connection, draft, by), TOUCHED)
            today = self._directory.today()
            before = next((one for one in store.exceptions(connection) if one.id == draft.id), None)
            if before is None:
                raise Refused("stale")
            kept, changed = rules.split_exception(before, draft, today)
            if kept is None:
                self._change_exception(connection, draft, by, before, _exception_row(changed or draft))
                return Done(draft.id, TOUCHED)
            self._change_exception(connection, draft, by, before, {"last": kept})
            made = self._add_exception(connection, changed, by) if changed is not None else draft.id
        return Done(made, TOUCHED)

    def _add_exception(self, connection: Connection, draft: ExceptionDraft, by: By) -> UUID:
        made, values = new_id(), _exception_row(draft)
        insert_row(connection, store.plan_exceptions, id=made, nth=store.next_nth(connection), **values)
        audit.record(connection, by, self._clock.now(), "add_plan_exception", "plan_exception", made, None, values)
        return made

    def _change_exception(
        self, connection: Connection, draft: ExceptionDraft, by: By, before: PlanException, values: dict[str, object]
    ) -> None:
        update_row(connection, store.plan_exceptions, before.id, draft.revision, **values)
        old, now = _told(before), self._clock.now()
        was = {name: old[name] for name in values}
        audit.record(connection, by, now, "change_plan_exception", "plan_exception", before.id, was, values)

    def end_exception(self, exception: PlanException, by: By) -> Done[None]:
        """Let it hold until yesterday; one that has not begun, or did today, never held. Refused: stale."""
        today = self._directory.today()
        last = today - rules.ONE_DAY
        if exception.last is not None and exception.last <= last:
            return Done(None)
        with self._database.transaction() as connection:
            ends = max(last, exception.first - rules.ONE_DAY)
            update_row(connection, store.plan_exceptions, exception.id, exception.revision, last=ends)
            before, after = {"last": exception.last}, {"last": ends}
            now = self._clock.now()
            audit.record(connection, by, now, "end_plan_exception", "plan_exception", exception.id, before, after)
        return Done(None, TOUCHED)

    def move(self, plan_id: UUID, day: date, reason: str, revision: int, by: By) -> Done[None]:
        """Plan it for another day, with a reason that stays. Refused: reason_missing, day_gone, plan_done, stale."""
        if not reason.strip():
            raise Refused("reason_missing")
        if day < self._directory.today():
            refuse_if([Problem("day", "day_gone")])
        with self._database.transaction() as connection:
            found = self._plans.plan_of(plan_id)
            if found.state is not PlanState.PLANNED:
                raise Refused("plan_done")
            if found.day == day:
                return Done(None)
            update_row(connection, planned_rounds, plan_id, revision, day=day)
            now = self._clock.now()
            insert_row(
                connection, store.plan_moves,
                id=new_id(), plan_id=plan_id, from_day=found.day, to_day=day,
                reason=reason.strip(), moved_at=now, moved_by=by.decided_by,
            )  # fmt: skip
            after = {"day": day, "reason": reason.strip()}
            audit.record(connection, by, now, "move_plan", "plan", plan_id, {"day": found.day}, after)
        return Done(None, TOUCHED)

    # What it is reckoned from

    def _known(self, connection: Connection, houses: Sequence[Institution], first: date, last: date) -> _Known:
        zone, today = self._directory.zone(), self._directory.today()
        begins, ends = rules.whole_periods(first, last)
        calendar = self._calendar.work_calendar()
        walked = store.walked(connection, _moment(begins, zone), _moment(ends + rules.ONE_DAY, zone), zone)
        planned = self._plans.lines(PlanFilter(), limit=_MOST_PLANS)
        return _Known(
            [(one.effective_from, read_plan(one.values)) for one in self._rulebook.editions(Rule.INSPECTION_PLAN)],
            store.exceptions(connection),
            self._spans(connection, houses, zone, today),
            self._directory.hours.open_hours_of_all(calendar),
            calendar,
            walked,
            [_mark(one) for one in planned],
            today,
        )

    def _spans(
        self, connection: Connection, houses: Sequence[Institution], zone: str, today: date
    ) -> dict[UUID, rules.Spans]:
        """When each institution was at work; nothing is owed before the first round of all was walked."""
        began = store.first_round(connection)
        since = local_day(began, zone) if began else today
        placed = store.first_placements(connection)
        return {
            one.id: rules.open_spans(
                max(since, placed[one.id]) if one.id in placed else None,
                one.active,
                store.openings(connection, one.id, zone),
            )
            for one in houses
        }

    def _slots(self, known: _Known, where: UUID, kind: str, first: date, last: date) -> list[Slot]:
        """What is due in any part of these days."""
        own = [one for one in known.exceptions if one.institution_id == where]
        begins, ends = rules.whole_periods(first, last)
        works: Callable[[date], bool] = partial(_works, known, where)
        walked = [one for one in known.walked if one.institution_id == where and one.kind == kind]
        plans = [one for one in known.plans if one.institution_id == where and one.kind == kind]
        found = []
        for stretch in rules.stretches(kind, known.editions, own, known.spans[where], begins, ends):
            near = replace(stretch, first=_near(stretch, first), last=min(stretch.last, _reach(stretch, last)))
            for due in rules.dues(near, works) if near.first <= near.last else ():
                if due.first <= last and due.last >= first:
                    found.append(rules.judged(due, walked, plans, known.today))
        return found

    def _row(self, known: _Known, house: Institution, kind: str, first: date, last: date) -> PlanRow | None:
        """A row, where anything is due, walked or planned."""

        def mine(one: Walked | PlanMark) -> bool:
            return one.institution_id == house.id and one.kind == kind and first <= one.day <= last

        slots = self._slots(known, house.id, kind, first, last)
        walked, plans = tuple(filter(mine, known.walked)), tuple(filter(mine, known.plans))
        if not (slots or walked or plans):
            return None
        return PlanRow(house.id, house.name, house.code, kind, tuple(slots), walked, plans)


def _exception_row(draft: ExceptionDraft) -> dict[str, object]:
    """The columns of an exception that its draft sets."""
    return {
        "institution_id": draft.institution_id,
        "kind": draft.kind,
        "first": draft.first,
        "last": draft.last,
        "times": draft.times,
        "per": draft.per,
        "reason": draft.reason.strip(),
    }


def _told(one: PlanException) -> dict[str, object]:
    often = one.frequency
    return _exception_row(
        ExceptionDraft(one.institution_id, one.kind, one.first, one.last, often.times, often.per, one.reason)
    )


def _near(stretch: Stretch, first: date) -> date:
    """No period before the one `first` lies in need be looked at."""
    return max(stretch.first, rules.period_of(first, stretch.frequency.per)[0])


def _reach(stretch: Stretch, last: date) -> date:
    return rules.period_of(last, stretch.frequency.per)[1]


def _works(known: _Known, where: UUID, day: date) -> bool:
    """A working day on which the institution is open by its own hours."""
    hours = known.hours.get(where)
    return known.calendar.is_working(day) and (hours is None or bool(hours.spans_on(day)))


def _mark(one: PlannedRound) -> PlanMark:
    lead = next(iter(one.inspectors), "")
    return PlanMark(one.id, one.kind, one.institution_id, one.day, lead, one.note, one.revision, one.overdue)


def _moment(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC)
