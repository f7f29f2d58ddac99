"""What hangs on a case, table by table: people, subjects, contacts, notes, files, money, decisions, timeline."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Table, func, select

from qualitydesk.complaints.model import (
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


def _rows(connection: Connection, table: Table, case_id: UUID, *order: str) -> list[Row[Any]]:
    query = select(table).where(table.c.case_id == case_id).order_by(*(table.c[name] for name in order))
    return list(connection.execute(query))


def _last(connection: Connection, table: Table, case_id: UUID) -> Row[Any] | None:
    query = select(table).where(table.c.case_id == case_id).order_by(table.c.place.desc()).limit(1)
    return connection.execute(query).first()


def people(connection: Connection, case_id: UUID) -> tuple[CasePerson, ...]:
    """Those named, in the order given, with the department each stands in last."""
    c = t.case_people.c
    last = (
        select(placements.c.department_id)
        .where(placements.c.employee_id == c.employee_id)
        .order_by(placements.c.since.desc())
        .limit(1)
        .scalar_subquery()
    )
    query = (
        select(t.case_people, employees.c.number, employees.c.name, employees.c.left_on, departments.c.name.label("at"))
        .join(employees, employees.c.id == c.employee_id)
        .outerjoin(departments, departments.c.id == last)
        .where(c.case_id == case_id)
        .order_by(c.position)
    )
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
        for row in connection.execute(query)
    )


def subjects(connection: Connection, case_id: UUID) -> tuple[Subject, ...]:
    c = t.case_subjects.c
    query = (
        select(t.case_subjects, t.cases.c.number)
        .outerjoin(t.cases, t.cases.c.id == c.split_to)
        .where(c.case_id == case_id)
        .order_by(c.position, c.id)
    )
    return tuple(
        Subject(
            row.id,
            SubjectKind(row.kind),
            row.words,
            Outcome(row.outcome) if row.outcome else None,
            (row.split_to, row.number) if row.split_to else None,
        )
        for row in connection.execute(query)
    )


def contacts(connection: Connection, case_id: UUID, names: Names) -> tuple[Contact, ...]:
    return tuple(
        Contact(row.id, row.at, Channel(row.channel), row.words, names.of(row.by))
        for row in _rows(connection, t.case_contacts, case_id, "at", "id")
    )


def notes(connection: Connection, case_id: UUID, names: Names) -> tuple[Note, ...]:
    return tuple(
        Note(
            row.id,
            NoteKind(row.kind),
            row.words,
            row.written_at,
            row.changed_at,
            row.by,
            names.of(row.by),
            row.revision,
        )
        for row in _rows(connection, t.case_notes, case_id, "written_at", "id")
    )


def files(connection: Connection, numbers: Mapping[UUID, str], names: Names) -> tuple[CaseFile, ...]:
    """Of several cases, `numbers` by id."""
    c = t.case_files.c
    query = select(t.case_files).where(c.case_id.in_(list(numbers))).order_by(c.added_at, c.id)
    return tuple(
        CaseFile(row.id, row.name, row.sha256, row.size, row.added_at, names.of(row.added_by), numbers[row.case_id])
        for row in connection.execute(query)
    )


def payments(connection: Connection, case_id: UUID, names: Names) -> tuple[Payment, ...]:
    return tuple(
        Payment(
            id=row.id,
            kind=MoneyKind(row.kind),
            amount=row.amount,
            way=PayWay(row.way),
            reason=row.reason,
            state=PaymentState(row.state),
            started_by=names.of(row.started_by),
            requested_by_id=row.requested_by,
            requested_by=names.of(row.requested_by),
            requested_at=row.requested_at,
            approved_by=names.of(row.approved_by),
            approved_at=row.approved_at,
            signed_on=row.signed_on,
            paid_at=row.paid_at,
            receipt=row.receipt,
            revision=row.revision,
        )
        for row in _rows(connection, t.case_payments, case_id, "requested_at", "id")
    )


def sums(connection: Connection, case_id: UUID) -> dict[MoneyKind, int]:
    """What was approved or paid of each kind, fen."""
    c = t.case_payments.c
    counts = [PaymentState.APPROVED, PaymentState.PAID]
    query = select(c.kind, func.sum(c.amount)).where(c.case_id == case_id, c.state.in_(counts)).group_by(c.kind)
    found = {MoneyKind(kind): int(amount) for kind, amount in connection.execute(query)}
    return {kind: found.get(kind, 0) for kind in MoneyKind}


def handlings(connection: Connection, case_id: UUID, names: Names) -> tuple[Handling, ...]:
    """Those that stand."""
    return tuple(
        Handling(
            row.id,
            row.employee_id,
            names.of(row.employee_id),
            HandlingRole(row.role),
            Level(row.level) if row.level else None,
            row.sanction,
            row.amount,
            row.words,
            row.slip_id,
            row.recorded_at,
            names.of(row.recorded_by),
        )
        for row in _rows(connection, t.case_handlings, case_id, "recorded_at", "id")
        if row.withdrawn_at is None
    )


def fines(connection: Connection, ids: list[UUID]) -> dict[UUID, int]:
    """What people paid in all by case, fen."""
    c = t.case_handlings.c
    query = select(c.case_id, func.sum(c.amount)).where(c.case_id.in_(ids), c.withdrawn_at.is_(None))
    return {case_id: int(amount) for case_id, amount in connection.execute(query.group_by(c.case_id))}


def externals(connection: Connection, case_id: UUID) -> tuple[External, ...]:
    return tuple(
        External(row.id, ExternalKind(row.kind), row.heard_at, row.due_at, row.reference, row.done_at)
        for row in _rows(connection, t.case_externals, case_id, "due_at", "id")
    )


def pauses(connection: Connection, case_id: UUID, names: Names) -> tuple[CasePause, ...]:
    return tuple(
        CasePause(row.id, row.reason, row.words, row.started_at, row.ended_at, row.until, names.of(row.by))
        for row in _rows(connection, t.case_pauses, case_id, "started_at", "id")
    )


def timeline(connection: Connection, case_id: UUID, names: Names) -> tuple[TimelineEntry, ...]:
    return tuple(
        TimelineEntry(
            row.place,
            row.at,
            CaseVerb(row.verb),
            Step(row.step) if row.step else None,
            row.words,
            names.of(row.decided_by),
            names.of(row.entered_by),
            row.details or {},
        )
        for row in _rows(connection, t.case_events, case_id, "place")
    )


def severity(connection: Connection, case_id: UUID, names: Names) -> Severity | None:
    row = _last(connection, t.case_severities, case_id)
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
        names.of(row.decided_by),
        row.decided_at,
        names.of(row.confirmed_by),
        row.confirmed_at,
    )


def solution(connection: Connection, case_id: UUID, names: Names) -> Solution | None:
    row = _last(connection, t.case_solutions, case_id)
    if row is None:
        return None
    return Solution(
        row.words,
        row.refund,
        row.compensation,
        row.drafted_by,
        names.of(row.drafted_by),
        row.drafted_at,
        row.approved,
        row.approval_words,
        names.of(row.approved_by),
        row.approved_at,
    )


def negotiation(connection: Connection, case_id: UUID) -> Negotiation | None:
    row = _last(connection, t.case_negotiations, case_id)
    return Negotiation(Agreement(row.result), row.at, row.words, row.outside_ways_told) if row is not None else None


def prevention(connection: Connection, case_id: UUID, names: Names) -> Prevention | None:
    row = _last(connection, t.case_preventions, case_id)
    if row is None:
        return None
    return Prevention(row.measure_id, row.effect_on, row.criterion, row.none_reason, names.of(row.by), row.at)
