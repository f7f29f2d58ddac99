"""What hangs on a case, table by table: people, subjects, contacts, notes, files, money, decisions, timeline."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Select, Table, bindparam, exists, func, select

from qualitydesk.complaints.model import (
    AfterCall,
    Agreement,
    CaseFile,
    CasePause,
    CasePerson,
    CaseVerb,
    Channel,
    Contact,
    External,
    ExternalKind,
    Handling,
    HandlingRole,
    Level,
    MoneyKind,
    Negotiation,
    Note,
    NoteKind,
    Outcome,
    Payment,
    PaymentState,
    PayWay,
    PersonRole,
    Prevention,
    Responsibility,
    Severity,
    SeverityFacts,
    Solution,
    Step,
    Subject,
    SubjectKind,
    TimelineEntry,
)
from qualitydesk.complaints.store import tables as t
from qualitydesk.directory.store import departments, employees, placements
from qualitydesk.storage.base import Id, metadata


class Names:
    """Employees' names, each asked for once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[UUID | None, str] = {None: ""}

    def of(self, employee_id: UUID | None) -> str:
        """The name of an employee, "" for nobody."""
        if employee_id not in self._known:
            query = select(employees.c.name).where(employees.c.id == employee_id)
            self._known[employee_id] = self._connection.execute(query).scalar() or ""
        return self._known[employee_id]


_HANGING = (
    t.case_contacts,
    t.case_notes,
    t.case_payments,
    t.case_handlings,
    t.case_after_calls,
    t.case_externals,
    t.case_pauses,
    t.case_severities,
    t.case_solutions,
    t.case_negotiations,
    t.case_preventions,
)
_CASE = bindparam("wanted", type_=Id)


@cache  # a statement built once is run in half the time
def _there() -> Select[Any]:
    asked: list[Any] = [exists().where(table.c.case_id == _CASE).label(table.name) for table in _HANGING]
    return select(*asked)


@cache
def _ordered(name: str, order: tuple[str, ...]) -> Select[Any]:
    table = metadata.tables[name]
    return select(table).where(table.c.case_id == _CASE).order_by(*(table.c[one] for one in order))


@cache
def _latest(name: str) -> Select[Any]:
    table = metadata.tables[name]
    return select(table).where(table.c.case_id == _CASE).order_by(table.c.place.desc()).limit(1)


class Hanging:
    """What hangs on one case; a table in which it has nothing is not asked."""

    def __init__(self, connection: Connection, case_id: UUID, only: frozenset[str] | None = None) -> None:
        """`only`: the tables that are looked at; None: all of them."""
        self.connection = connection
        self.case_id = case_id
        self.names = Names(connection)
        self._empty: set[str]
        if only is not None:
            self._empty = {table.name for table in (*_HANGING, t.case_events, t.case_files)} - only
            return
        row = connection.execute(_there(), {"wanted": case_id}).one()
        self._empty = {name for name, there in row._mapping.items() if not there}

    def is_empty(self, table: Table) -> bool:
        """Whether the case has nothing in a table, or it is not looked at."""
        return table.name in self._empty

    def rows(self, table: Table, *order: str) -> list[Row[Any]]:
        """The case's rows of a table, in an order."""
        if table.name in self._empty:
            return []
        return list(self.connection.execute(_ordered(table.name, order), {"wanted": self.case_id}))

    def last(self, table: Table) -> Row[Any] | None:
        """The row that holds, of tables that keep every decision."""
        if table.name in self._empty:
            return None
        return self.connection.execute(_latest(table.name), {"wanted": self.case_id}).first()


@cache
def _people() -> Select[Any]:
    c = t.case_people.c
    last = (
        select(placements.c.department_id)
        .where(placements.c.employee_id == c.employee_id)
        .order_by(placements.c.since.desc())
        .limit(1)
        .scalar_subquery()
    )
    return (
        select(t.case_people, employees.c.number, employees.c.name, employees.c.left_on, departments.c.name.label("at"))
        .join(employees, employees.c.id == c.employee_id)
        .outerjoin(departments, departments.c.id == last)
        .where(c.case_id == _CASE)
        .order_by(c.position)
    )


def people(connection: Connection, case_id: UUID) -> tuple[CasePerson, ...]:
    """Those named, in the order given, with the department each stands in last."""
    return tuple(
        CasePerson(
            row.employee_id,
            row.number,
            row.name,
            row.at or "",
            row.left_on is not None,
            PersonRole(row.role),
            Responsibility(row.responsibility) if row.responsibility else None,
            row.words,
        )
        for row in connection.execute(_people(), {"wanted": case_id})
    )


@cache
def _subjects() -> Select[Any]:
    c = t.case_subjects.c
    return (
        select(t.case_subjects, t.cases.c.number)
        .outerjoin(t.cases, t.cases.c.id == c.split_to)
        .where(c.case_id == _CASE)
        .order_by(c.position, c.id)
    )


def subjects(connection: Connection, case_id: UUID) -> tuple[Subject, ...]:
    """What is complained of, in the order given."""
    return tuple(
        Subject(
            row.id,
            SubjectKind(row.kind),
            row.words,
            Outcome(row.outcome) if row.outcome else None,
            (row.split_to, row.number) if row.split_to else None,
        )
        for row in connection.execute(_subjects(), {"wanted": case_id})
    )


def contacts(on: Hanging) -> tuple[Contact, ...]:
    return tuple(
        Contact(row.id, row.at, Channel(row.channel), row.words, on.names.of(row.by))
        for row in on.rows(t.case_contacts, "at", "id")
    )


def notes(on: Hanging) -> tuple[Note, ...]:
    return tuple(
        Note(
            row.id,
            NoteKind(row.kind),
            row.words,
            row.written_at,
            row.changed_at,
            row.by,
            on.names.of(row.by),
            row.revision,
        )
        for row in on.rows(t.case_notes, "written_at", "id")
    )


def files(on: Hanging, numbers: Mapping[UUID, str]) -> tuple[CaseFile, ...]:
    """Of several cases, `numbers` by id."""
    if on.is_empty(t.case_files):
        return ()
    c, names = t.case_files.c, on.names
    query = select(t.case_files).where(c.case_id.in_(list(numbers))).order_by(c.added_at, c.id)
    return tuple(
        CaseFile(row.id, row.name, row.sha256, row.size, row.added_at, names.of(row.added_by), numbers[row.case_id])
        for row in on.connection.execute(query)
    )


def payments(on: Hanging) -> tuple[Payment, ...]:
    return tuple(
        Payment(
            id=row.id,
            kind=MoneyKind(row.kind),
            amount=row.amount,
            way=PayWay(row.way),
            reason=row.reason,
            state=PaymentState(row.state),
            started_by=on.names.of(row.started_by),
            requested_by_id=row.requested_by,
            requested_by=on.names.of(row.requested_by),
            requested_at=row.requested_at,
            approved_by=on.names.of(row.approved_by),
            approved_at=row.approved_at,
            signed_on=row.signed_on,
            paid_at=row.paid_at,
            receipt=row.receipt,
            revision=row.revision,
        )
        for row in on.rows(t.case_payments, "requested_at", "id")
    )


def sums(connection: Connection, case_id: UUID) -> dict[MoneyKind, int]:
    """What was approved or paid of each kind, fen."""
    c = t.case_payments.c
    counts = [PaymentState.APPROVED, PaymentState.PAID]
    query = select(c.kind, func.sum(c.amount)).where(c.case_id == case_id, c.state.in_(counts)).group_by(c.kind)
    found = {MoneyKind(kind): int(amount) for kind, amount in connection.execute(query)}
    return {kind: found.get(kind, 0) for kind in MoneyKind}


def handlings(on: Hanging) -> tuple[Handling, ...]:
    """Those that stand."""
    return tuple(
        Handling(
            row.id,
            row.employee_id,
            on.names.of(row.employee_id),
            HandlingRole(row.role),
            Level(row.level) if row.level else None,
            row.sanction,
            row.amount,
            row.words,
            row.slip_id,
            row.slip_number,
            row.recorded_at,
            on.names.of(row.recorded_by),
        )
        for row in on.rows(t.case_handlings, "recorded_at", "id")
        if row.withdrawn_at is None
    )


def after_calls(on: Hanging) -> tuple[AfterCall, ...]:
    return tuple(
        AfterCall(row.id, row.at, row.reached, row.satisfied, row.words, on.names.of(row.by))
        for row in on.rows(t.case_after_calls, "at", "id")
    )


def fines(connection: Connection, ids: list[UUID]) -> dict[UUID, int]:
    """What people paid in all by case, fen."""
    c = t.case_handlings.c
    query = select(c.case_id, func.sum(c.amount)).where(c.case_id.in_(ids), c.withdrawn_at.is_(None))
    return {case_id: int(amount) for case_id, amount in connection.execute(query.group_by(c.case_id))}


def externals(on: Hanging) -> tuple[External, ...]:
    return tuple(
        External(row.id, ExternalKind(row.kind), row.heard_at, row.due_at, row.reference, row.done_at)
        for row in on.rows(t.case_externals, "due_at", "id")
    )


def pauses(on: Hanging) -> tuple[CasePause, ...]:
    return tuple(
        CasePause(row.id, row.reason, row.words, row.started_at, row.ended_at, row.until, on.names.of(row.by))
        for row in on.rows(t.case_pauses, "started_at", "id")
    )


def timeline(on: Hanging) -> tuple[TimelineEntry, ...]:
    return tuple(
        TimelineEntry(
            row.place,
            row.at,
            CaseVerb(row.verb),
            Step(row.step) if row.step else None,
            row.words,
            on.names.of(row.decided_by),
            on.names.of(row.entered_by),
            row.details or {},
        )
        for row in on.rows(t.case_events, "place")
    )


def severity(on: Hanging) -> Severity | None:
    row = on.last(t.case_severities)
    if row is None:
        return None
    return Severity(
        SeverityFacts(**row.facts),
        Level(row.proposed),
        row.criterion,
        Level(row.level),
        row.reason,
        row.edition_id,
        row.decided_by,
        on.names.of(row.decided_by),
        row.decided_at,
        on.names.of(row.confirmed_by),
        row.confirmed_at,
    )


def solution(on: Hanging) -> Solution | None:
    row = on.last(t.case_solutions)
    if row is None:
        return None
    return Solution(
        row.words,
        row.refund,
        row.compensation,
        row.drafted_by,
        on.names.of(row.drafted_by),
        row.drafted_at,
        row.approved,
        row.approval_words,
        on.names.of(row.approved_by),
        row.approved_at,
    )


def negotiation(on: Hanging) -> Negotiation | None:
    row = on.last(t.case_negotiations)
    return Negotiation(Agreement(row.result), row.at, row.words, row.outside_ways_told) if row is not None else None


def prevention(on: Hanging) -> Prevention | None:
    row = on.last(t.case_preventions)
    if row is None:
        return None
    return Prevention(row.measure_id, row.effect_on, row.criterion, row.none_reason, on.names.of(row.by), row.at)
