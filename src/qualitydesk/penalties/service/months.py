"""Months settled: previewed with every line explained, locked by somebody else, afterwards only taken back."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.clock import Clock
from qualitydesk.basics.errors import Problem, Refused, refuse_if
from qualitydesk.basics.ids import new_id
from qualitydesk.directory.service import Directory
from qualitydesk.papers.model import Paper
from qualitydesk.papers.service import Papers
from qualitydesk.penalties.model.settlement import (
    NO_WAGES,
    Cause,
    Check,
    FineDraft,
    Gate,
    Kind,
    Lock,
    LockDraft,
    Lockers,
    Settling,
    Wage,
    WageDraft,
)
from qualitydesk.penalties.printout.rewards import settlement_fields
from qualitydesk.penalties.printout.sheets import settlement_tables
from qualitydesk.penalties.rules.points import month_after, month_before
from qualitydesk.penalties.rules.settling import (
    lines_for,
    missing_for,
    people_of,
    problems_in_lock,
    problems_in_wage,
    warnings_of,
)
from qualitydesk.penalties.service.claiming import Claiming
from qualitydesk.penalties.store import settlements as store
from qualitydesk.rulebook.model import Edition, Rule
from qualitydesk.rulebook.rules import read_settlement
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.sheets import write_book, write_table
from qualitydesk.storage import audit
from qualitydesk.storage.base import canonical
from qualitydesk.storage.database import Connection, Database

SETTLEMENTS = frozenset({Change.SETTLEMENTS})
LIST = "settlement_list"
"""The kind of paper and its form."""
_MONTHS_OFFERED = 12
Deducted = Callable[[Sequence[UUID], str, By], object]
"""Hears which slips a locked month has settled in full, and its number; it joins the transaction."""


class Settlements:
    """The settled months of one database."""

    def __init__(
        self, database: Database, clock: Clock, directory: Directory, rulebook: Rulebook, papers: Papers
    ) -> None:
        self._database = database
        self._clock = clock
        self._directory = directory
        self._rulebook = rulebook
        self._papers = papers
        self._claiming = Claiming(rulebook)
        self._deducted: Deducted | None = None

    def tell_deducted(self, listener: Deducted) -> None:
        """Who is told of the slips a locked month has settled in full."""
        self._deducted = listener

    # Questions

    def months(self) -> list[tuple[date, bool]]:
        """The months that can be shown, newest first, each with whether it is locked."""
        with self._database.reading() as connection:
            locked = set(store.locked_months(connection))
            last = max(locked, default=None)
            month = self._directory.today().replace(day=1)
            found = [month]
            while len(found) < _MONTHS_OFFERED and (last is None or month_before(found[-1]) > last):
                found.append(month_before(found[-1]))
            return [(one, one in locked) for one in sorted({*found, *locked}, reverse=True)]

    def month(self, month: date) -> Settling:
        """A month as it stands now, or as it was locked. Refused: settlement_passed."""
        with self._database.reading() as connection:
            return self._locked(connection, month) or self._open(connection, month)

    def gate(self) -> Gate:
        """What a fine is today, and what is still missing before it may enter a deduction list."""
        with self._database.reading():
            return self._gate(self._rulebook.edition_on(Rule.SETTLEMENT, self._directory.today()))

    def latest_rule(self) -> Edition:
        """The newest edition of the rule, which may only come into force."""
        return self._rulebook.editions(Rule.SETTLEMENT)[-1]

    def today(self) -> date:
        """The calendar day in the group's zone."""
        return self._directory.today()

    def lockers(self) -> Lockers:
        """Who may lock a month today, by the rule."""
        with self._database.reading():
            posts = self.gate().rule.locking_posts
            names = {post.code: post.name for post in self._directory.posts()}
            people = tuple(one for one in self._directory.people() if one.post_code in posts)
            return Lockers(tuple(names.get(code, code) for code in posts), people)

    def wage(self, month: date, person_id: UUID) -> Wage:
        """What was typed in for one person in an open month."""
        with self._database.reading() as connection:
            return store.wages(connection, month).get(person_id, Wage())

    def minimum_of(self, month: date, institution_id: UUID) -> int | None:
        """The minimum wage typed in last for somebody of this institution in this month."""
        with self._database.reading() as connection:
            for person_id, wage in store.wages(connection, month).items():
                person = self._directory.person(person_id, _last_day(month))
                if person is not None and person.institution_id == institution_id and wage.minimum is not None:
                    return wage.minimum
        return None

    def export(self, path: Path, month: date, language: str) -> int:
        """The list for finance: lines and each person's sums; gives the rows written. Refused as `month`."""
        tables = settlement_tables(self.month(month), language)
        if path.suffix.casefold() == ".csv":
            return write_table(path, tables[0])
        return write_book(path, tables)

    def paper(self, month: date, language: str) -> bytes:
        """The list as it was printed when the month was locked; before that a draft of it."""
        found = self.month(month)
        if found.lock is not None and found.lock.paper_id is not None:
            return self._papers.original(found.lock.paper_id)
        return self._papers.previewed(LIST, self._fields(found, language), language)

    # Verbs

    def type_wage(self, month: date, draft: WageDraft, by: By) -> Done[None]:
        """A person's wage of an open month, for the caps; it is gone once the month is locked.

        The audit keeps that it was typed, never the figure. Refused: draft, settlement_locked.
        """
        refuse_if(problems_in_wage(draft))
        assert draft.person_id is not None
        with self._database.transaction() as connection:
            if store.lock_of(connection, month) is not None:
                raise Refused("settlement_locked", month=f"{month:%Y-%m}")
            store.put_wage(connection, month, draft.person_id, Wage(draft.wage, draft.minimum))
            after = {"month": month, "typed": draft.wage is not None}
            audit.record(connection, by, self._clock.now(), "type_wage", "wage", draft.person_id, None, after)
        return Done(None, SETTLEMENTS)

    def lock(self, month: date, draft: LockDraft, by: By, *, language: str = "zh") -> Done[UUID]:
        """Close the month for good: its lines are written, the list is archived, the wages go. Gives the paper.

        Refused: draft, not_to_decide, settlement_locked, settlement_unfinished, settlement_moved (something changed
        since it was looked at), settlement_differs (the lines do not come to what the slips come to).
        """
        seen = self._allow(month, draft, by)
        assert draft.decided_by is not None and draft.on is not None and draft.way is not None
        now, lock_id = self._clock.now(), new_id()
        lock = Lock(
            id=lock_id,
            month=month,
            decided_by=self._directory.employee(draft.decided_by).name,
            entered_by=self._directory.employee(by.entered_by).name if by.entered_by else "",
            decided_on=draft.on,
            locked_at=now,
            note=draft.note.strip(),
            fine_is=seen.gate.fine_is,
            document=seen.gate.rule.document,
            paper_id=None,
        )
        paper = self._print(replace(seen, lock=lock), lock_id, language, by)
        decider = By(draft.decided_by, by.entered_by)
        with self._database.transaction() as connection:
            if self._open(connection, month).seal != seen.seal:
                raise Refused("settlement_moved")
            store.add_settlement(
                connection,
                seen.lines,
                id=lock_id,
                month=month,
                fine_is=seen.gate.fine_is,
                edition_id=seen.gate.edition.id,
                document=seen.gate.rule.document,
                decided_by=draft.decided_by,
                entered_by=by.entered_by,
                decided_on=draft.on,
                way=draft.way,
                note=draft.note.strip(),
                locked_at=now,
                slips=seen.check.slips,
                slips_total=seen.check.slips_total,
                paper_id=paper.id,
            )
            self._papers.keep(paper, decider)
            self._tell(seen, decider)
            after = {"month": month, "taken": seen.taken, "paid": seen.paid, "carried": seen.carried}
            audit.record(connection, decider, now, "lock_settlement", "settlement", lock_id, None, after)
        return Done(paper.id, SETTLEMENTS | {Change.PAPERS, Change.SLIPS})

    def set_fine(self, draft: FineDraft, by: By) -> Done[Edition]:
        """What a fine is from a day on, and what is recorded of its document: an edition like any other.

        A change of the rule itself begins a new edition; dates of adoption and notice alone are noted on the one
        that stands. Refused: draft.
        """
        refuse_if(problems_in_fine(draft, self._directory.today()))
        with self._database.transaction():
            latest = self.latest_rule()
            values = {**latest.values, "fine_is": draft.fine_is.value}
            values.pop("document", None)
            if draft.document.strip():
                values["document"] = draft.document.strip()
            edition = latest
            if values != latest.values:
                assert draft.effective_from is not None
                edition = self._rulebook.publish(Rule.SETTLEMENT, values, latest.texts, draft.effective_from, by).value
            edition = self._rulebook.record_adoption(edition, draft.adopted_on, draft.notified_on, by).value
        return Done(edition, SETTLEMENTS | {Change.RULEBOOK})

    # Inside

    def _allow(self, month: date, draft: LockDraft, by: By) -> Settling:
        today = self._directory.today()
        with self._database.reading() as connection:
            if store.lock_of(connection, month) is not None:
                raise Refused("settlement_locked", month=f"{month:%Y-%m}")
            if today <= _last_day(month):
                raise Refused("settlement_unfinished", month=f"{month:%Y-%m}")
            refuse_if(problems_in_lock(draft, _last_day(month), today, by.decided_by))
            allowed = self.lockers()
            if draft.decided_by not in {one.id for one in allowed.people}:
                problem = Problem("decided_by", "settlement_not_to_lock", {"posts": " / ".join(allowed.posts)})
                raise Refused("not_to_decide", problems=(problem,))
            seen = self._open(connection, month)
        if draft.seal and draft.seal != seen.seal:
            raise Refused("settlement_moved")
        if not seen.check.holds:
            raise Refused("settlement_differs")
        return seen

    def _open(self, connection: Connection, month: date) -> Settling:
        last = store.last_month(connection)
        if last is not None and month <= last:
            raise Refused("settlement_passed", month=f"{month:%Y-%m}", last=f"{last:%Y-%m}")
        today = self._directory.today()
        gate = self._gate(self._rulebook.edition_on(Rule.SETTLEMENT, today))
        claims, older = self._claiming.claims(connection, month, gate)
        wages = store.wages(connection, month)
        lines = lines_for(claims, wages, gate)
        people = people_of(lines, wages, gate)
        new = [line for line in lines if line.claim.cause is Cause.SLIP and line.kind is Kind.NEW]
        ids = {line.claim.slip_id for line in new if line.claim.slip_id is not None}
        check = Check(len(ids), store.slip_totals(connection, sorted(ids)), -sum(line.due for line in new))
        seal = [[line.claim.key, line.due, line.taken, line.waived] for line in lines]
        return Settling(
            month=month,
            lines=lines,
            people=people,
            check=check,
            gate=gate,
            warnings=warnings_of(people, lines, gate),
            older=older,
            seal=hashlib.sha256(canonical([seal, str(gate.edition.id), gate.missing]).encode()).hexdigest(),
            may_lock=today > _last_day(month),
        )

    def _locked(self, connection: Connection, month: date) -> Settling | None:
        found = store.lock_of(connection, month)
        if found is None:
            return None
        lock, edition_id, slips, total = found
        edition = self._rulebook.edition(edition_id)
        if edition is None:
            raise Refused("no_edition", rule=Rule.SETTLEMENT.value, day=lock.decided_on.isoformat())
        gate = self._gate(edition)
        lines = store.lines_of(connection, lock.id)
        new = [line for line in lines if line.claim.cause is Cause.SLIP and line.kind is Kind.NEW]
        check = Check(slips, total, -sum(line.due for line in new))
        people = people_of(lines, NO_WAGES, gate)
        return Settling(month, lines, people, check, gate, lock=lock)

    def _gate(self, edition: Edition) -> Gate:
        rule = read_settlement(edition.values)
        return Gate(edition, rule, missing_for(edition, rule, self._directory.today()))

    def _tell(self, seen: Settling, by: By) -> None:
        """Slips of which nothing is open any more are deducted."""
        if self._deducted is None:
            return
        still_open = {line.claim.slip_id for line in seen.lines if line.carried}
        done = [line.claim.slip_id for line in seen.lines if line.claim.slip_id and line.claim.owed]
        self._deducted([one for one in dict.fromkeys(done) if one and one not in still_open], _number(seen.month), by)

    def _print(self, month: Settling, lock_id: UUID, language: str, by: By) -> Paper:
        return self._papers.printed(
            kind=LIST,
            form_name=LIST,
            number=_number(month.month),
            values=self._fields(month, language),
            language=language,
            by=by,
            subject_id=lock_id,
        )

    def _fields(self, month: Settling, language: str) -> dict[str, object]:
        group = self._directory.group()
        return settlement_fields(
            month, number=_number(month.month), group_name=group.name if group else "", language=language
        )


def problems_in_fine(draft: FineDraft, today: date) -> tuple[Problem, ...]:
    """Nothing is recorded before it has happened, and staff are told of what was adopted."""
    found: list[Problem] = []
    values = {"today": today.isoformat()}
    if draft.effective_from is None:
        found.append(Problem("effective_from", "reward_day_missing"))
    for name, day in (("adopted_on", draft.adopted_on), ("notified_on", draft.notified_on)):
        if day is not None and day > today:
            found.append(Problem(name, "fine_in_future", values))
    if draft.adopted_on and draft.notified_on and draft.notified_on < draft.adopted_on:
        found.append(Problem("notified_on", "fine_told_before"))
    if (draft.adopted_on or draft.notified_on) and not draft.document.strip():
        found.append(Problem("document", "fine_document_missing"))
    return tuple(found)


def _last_day(month: date) -> date:
    return month_after(month) - timedelta(days=1)


def _number(month: date) -> str:
    return f"YJ-{month:%Y-%m}"
