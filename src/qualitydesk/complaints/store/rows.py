"""One case with all that hangs on it: rows in, values out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Select, Table, bindparam, func, insert, select

from qualitydesk.basics.ids import new_id
from qualitydesk.complaints.model import (
    CaseDraft,
    CasePage,
    Channel,
    Course,
    ExternalDraft,
    Leave,
    Party,
    PersonDraft,
    PersonRole,
    Relation,
    Remedy,
    Responsibility,
    ServiceNode,
    Step,
    SubjectDraft,
    Visit,
)
from qualitydesk.complaints.store import lists, parts
from qualitydesk.complaints.store.tables import (
    case_events,
    case_externals,
    case_files,
    case_handlings,
    case_notes,
    case_severities,
    case_subjects,
    case_visits,
    cases,
)
from qualitydesk.directory.model import Sex
from qualitydesk.directory.store import employees
from qualitydesk.storage.base import Id, metadata

ANSWERED_BY = frozenset({case_notes.name, case_severities.name})
"""What is looked at to say who answers for a case, besides the case itself with its way, people and subjects."""


def case_page(connection: Connection, case_id: UUID, *, only: frozenset[str] | None = None) -> CasePage | None:
    """A case in full, but for what the rules say of it (moves, missing, earlier).

    `only`: of the tables that hang on it those that are read, where thousands of cases are; the rest is left empty,
    as are the names of those who left its steps.
    """
    row = connection.execute(_head(), {"wanted": case_id}).first()
    if row is None:
        return None
    line = lists.line_by_id(connection, case_id)
    merged = lists.merged_into(connection, case_id) if only is None else []
    on = parts.Hanging(connection, case_id, only)
    people = parts.people(connection, case_id)
    subjects = parts.subjects(connection, case_id)
    externals = parts.externals(on)
    return CasePage(
        line=line,
        intake=_intake(row, people, subjects, externals),
        recorded_at=row.recorded_at,
        received_by=on.names.of(row.received_by),
        course=_course(connection, case_id) if only is not None else _named(_course(connection, case_id), on.names),
        cause=row.cause,
        summary=row.summary,
        people=people,
        subjects=subjects,
        contacts=parts.contacts(on),
        notes=parts.notes(on),
        files=parts.files(on, {line.id: line.number, **{one.id: one.number for one in merged}}),
        payments=parts.payments(on),
        handlings=parts.handlings(on),
        handling_none=row.handling_none,
        externals=externals,
        pauses=parts.pauses(on),
        timeline=parts.timeline(on),
        severity=parts.severity(on),
        solution=parts.solution(on),
        negotiation=parts.negotiation(on),
        prevention=parts.prevention(on),
        flag_reason=row.flag_reason,
        after_calls=parts.after_calls(on),
        merged=tuple(merged),
        merged_into=_numbered(connection, row.merged_into),
        split_from=_numbered(connection, row.split_from),
    )


@cache
def _head() -> Select[Any]:
    return select(cases).where(cases.c.id == bindparam("wanted", type_=Id))


@cache
def _visits() -> Select[Any]:
    c = case_visits.c
    return select(case_visits).where(c.case_id == bindparam("wanted", type_=Id)).order_by(c.position)


def _intake(row: Row[Any], people: Sequence[Any], subjects: Sequence[Any], externals: Sequence[Any]) -> CaseDraft:
    return CaseDraft(
        institution_id=row.institution_id,
        channel=Channel(row.channel),
        received_at=row.received_at,
        backdate_reason=row.backdate_reason,
        received_by=row.received_by,
        department_id=row.department_id,
        complainant=_party(row.complainant, row.complainant_sex, row.complainant_phone, row.complainant_customer_id),
        anonymous=row.anonymous,
        relation=Relation(row.relation),
        patient=_party(row.patient, row.patient_sex, row.patient_phone, row.customer_id),
        happened_on=row.happened_on,
        place=row.place,
        node=ServiceNode(row.node) if row.node else None,
        narrative=row.narrative,
        people=tuple(PersonDraft(one.employee_id, one.role, one.responsibility, one.words) for one in people),
        subjects=tuple(SubjectDraft(one.kind, one.words, one.outcome, one.id) for one in subjects),
        remedies=tuple(Remedy(one) for one in row.remedies.split(",") if one),
        demand=row.demand,
        intent=row.intent,
        externals=tuple(
            ExternalDraft(one.kind, one.due_at, one.heard_at, one.reference, one.done_at) for one in externals
        ),
        outside_number=row.outside_number,
        origin_kind=row.origin_kind,
        origin_id=row.origin_id,
    )


def _party(name: str, sex: str | None, telephone: str, customer_id: UUID | None) -> Party:
    return Party(name, Sex(sex) if sex else None, telephone, customer_id)


def courses(connection: Connection, ids: Iterable[UUID]) -> dict[UUID, Course]:
    """The way of each case; who left a step by id only."""
    query = select(case_visits).where(case_visits.c.case_id.in_(list(ids)))
    found: dict[UUID, list[Visit]] = defaultdict(list)
    for row in connection.execute(query.order_by(case_visits.c.case_id, case_visits.c.position)):
        found[row.case_id].append(_visit(row))
    return {case_id: Course(tuple(visits)) for case_id, visits in found.items()}


def _course(connection: Connection, case_id: UUID) -> Course:
    return Course(tuple(_visit(row) for row in connection.execute(_visits(), {"wanted": case_id})))


def _visit(row: Row[Any]) -> Visit:
    how = Leave(row.how) if row.how else None
    return Visit(Step(row.step), row.entered_at, row.left_at, how, row.reason, row.left_by)


def _named(course: Course, names: parts.Names) -> Course:
    return Course(
        tuple(
            Visit(one.step, one.entered_at, one.left_at, one.how, one.reason, one.left_by, names.of(one.left_by))
            for one in course.visits
        )
    )


def _numbered(connection: Connection, case_id: UUID | None) -> tuple[UUID, str] | None:
    if case_id is None:
        return None
    return case_id, str(connection.execute(select(cases.c.number).where(cases.c.id == case_id)).scalar_one())


def one_row(connection: Connection, table: str, row_id: UUID) -> Row[Any] | None:
    """A row of one of the tables around a case."""
    rows = metadata.tables[table]
    return connection.execute(select(rows).where(rows.c.id == row_id)).first()


def write_course(connection: Connection, case_id: UUID, before: Course, after: Course) -> None:
    """Bring the stays on disk from one course to the next: those that changed, and what was added.

    The one that ends is written first: two that last are refused by the database.
    """
    c = case_visits.c
    for position, visit in enumerate(after.visits):
        values = {"left_at": visit.left_at, "how": visit.how, "reason": visit.reason, "left_by": visit.left_by}
        if position >= len(before.visits):
            fresh = {"case_id": case_id, "position": position, "step": int(visit.step), "entered_at": visit.entered_at}
            connection.execute(insert(case_visits).values(**fresh, **values))
        elif visit != before.visits[position]:
            mine = (c.case_id == case_id) & (c.position == position)
            connection.execute(case_visits.update().where(mine).values(**values))


def put_people(connection: Connection, case_id: UUID, people: Sequence[PersonDraft]) -> None:
    """The employees named, in place of those before."""
    table = metadata.tables["case_people"]
    connection.execute(table.delete().where(table.c.case_id == case_id))
    rows = [
        {
            "case_id": case_id,
            "employee_id": one.employee_id,
            "position": at,
            "role": PersonRole(one.role),
            "responsibility": Responsibility(one.responsibility) if one.responsibility else None,
            "words": one.words.strip(),
        }
        for at, one in enumerate(people)
    ]
    if rows:
        connection.execute(insert(table), rows)


def next_place(connection: Connection, table: Table, case_id: UUID) -> int:
    """The place behind the last row of a case in a table that counts them."""
    found = select(func.coalesce(func.max(table.c.place), 0) + 1).where(table.c.case_id == case_id)
    return int(connection.execute(found).scalar_one())


def add_event(connection: Connection, case_id: UUID, **values: Any) -> None:
    """One more entry of the timeline."""
    place = next_place(connection, case_events, case_id)
    connection.execute(insert(case_events).values(case_id=case_id, place=place, **values))


def file_of(connection: Connection, file_id: UUID) -> tuple[str, str] | None:
    """(name, sha256) of an attachment."""
    row = connection.execute(select(case_files.c.name, case_files.c.sha256).where(case_files.c.id == file_id)).first()
    return (row.name, row.sha256) if row else None


def subject_rows(connection: Connection, case_id: UUID) -> list[Row[Any]]:
    query = select(case_subjects).where(case_subjects.c.case_id == case_id).order_by(case_subjects.c.position)
    return list(connection.execute(query))


def names_of(connection: Connection, ids: Iterable[UUID]) -> dict[UUID, str]:
    """Employees' names."""
    query = select(employees.c.id, employees.c.name).where(employees.c.id.in_(list(ids)))
    return {row.id: row.name for row in connection.execute(query)}


def move_receipt(connection: Connection, case_id: UUID, received_at: Any) -> None:
    """Put the beginning of the first stay right."""
    mine = (case_visits.c.case_id == case_id) & (case_visits.c.position == 0)
    connection.execute(case_visits.update().where(mine).values(entered_at=received_at))


def drop_subjects(connection: Connection, ids: Sequence[UUID]) -> None:
    if ids:
        connection.execute(case_subjects.delete().where(case_subjects.c.id.in_(ids)))


def drop_externals(connection: Connection, case_id: UUID) -> None:
    connection.execute(case_externals.delete().where(case_externals.c.case_id == case_id))


def add_decision(connection: Connection, table: Table, case_id: UUID, **values: Any) -> None:
    """One more row of severities, solutions, negotiations or preventions: the one that holds from now on."""
    connection.execute(
        insert(table).values(id=new_id(), case_id=case_id, place=next_place(connection, table, case_id), **values)
    )


def change_last(connection: Connection, table: Table, case_id: UUID, **values: Any) -> None:
    """Change the row that holds."""
    last = next_place(connection, table, case_id) - 1
    connection.execute(table.update().where(table.c.case_id == case_id, table.c.place == last).values(**values))


def customers_in(connection: Connection, case_id: UUID) -> list[UUID]:
    """The customers on record who complain or are the patient, also in cases merged into this one."""
    c = cases.c
    query = select(c.customer_id, c.complainant_customer_id).where((c.id == case_id) | (c.merged_into == case_id))
    found = [one for row in connection.execute(query) for one in row if one is not None]
    return list(dict.fromkeys(found))


def customers_of_open(connection: Connection, far: Any) -> dict[UUID, tuple[str, list[UUID]]]:
    """case → its number and customers, of every case that is open (`closed_at` is `far`) and not merged."""
    c, into = cases.c, cases.alias("into")
    meant = select(c.merged_into, c.customer_id, c.complainant_customer_id, c.id, c.number, into.c.number.label("its"))
    meant = meant.outerjoin(into, into.c.id == c.merged_into)
    meant = meant.where(func.coalesce(into.c.closed_at, c.closed_at) == far)
    found: dict[UUID, tuple[str, list[UUID]]] = {}
    for row in connection.execute(meant):
        _number, people = found.setdefault(row.merged_into or row.id, (row.its or row.number, []))
        people += [one for one in (row.customer_id, row.complainant_customer_id) if one is not None]
    return {case_id: one for case_id, one in found.items() if one[1]}


def withdraw_handling(connection: Connection, slip_id: UUID, at: Any) -> list[tuple[UUID, str]]:
    """Mark what stood on a slip as withdrawn; gives the cases with the slip's number."""
    c = case_handlings.c
    mine = (c.slip_id == slip_id) & c.withdrawn_at.is_(None)
    asked = select(c.case_id, c.slip_number).where(mine).distinct()
    found = [(row.case_id, row.slip_number) for row in connection.execute(asked)]
    connection.execute(case_handlings.update().where(mine).values(withdrawn_at=at))
    return found
