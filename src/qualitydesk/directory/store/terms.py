"""Dated entries with their names, corrections, absences, who answers to whom."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, delete, func, select

from qualitydesk.directory.model import Absence, TermCorrection, TermEntry, TermKind
from qualitydesk.directory.store.tables import (
    absences,
    departments,
    employees,
    head_terms,
    institutions,
    placements,
    posts,
    superior_terms,
    term_corrections,
)

TERM_TABLES: dict[TermKind, Table] = {
    TermKind.PLACE: placements,
    TermKind.SUPERIOR: superior_terms,
    TermKind.HEAD: head_terms,
}


def place_entries(connection: Connection, employee_id: UUID) -> list[TermEntry]:
    """Departments and posts of an employee, oldest first."""
    query = (
        select(
            placements, departments.c.name.label("department"), institutions.c.name.label("institution"),
            posts.c.name.label("post"),
        )
        .join(departments, departments.c.id == placements.c.department_id)
        .join(institutions, institutions.c.id == departments.c.institution_id)
        .join(posts, posts.c.id == placements.c.post_id)
        .where(placements.c.employee_id == employee_id)
        .order_by(placements.c.since)
    )  # fmt: skip
    rows = list(connection.execute(query))
    return [
        TermEntry(
            TermKind.PLACE, employee_id, row.since, until, row.department_id, row.post_id, None, row.institution,
            row.department, row.post,
        )
        for row, until in zip(rows, _untils(rows), strict=True)
    ]  # fmt: skip


def person_entries(connection: Connection, kind: TermKind, subject_id: UUID) -> list[TermEntry]:
    """Superiors of an employee or heads of a department, oldest first."""
    table = TERM_TABLES[kind]
    subject, person = _columns(kind)
    query = (
        select(table.c.since, person.label("person_id"), employees.c.name, employees.c.number)
        .outerjoin(employees, employees.c.id == person)
        .where(subject == subject_id)
        .order_by(table.c.since)
    )
    rows = list(connection.execute(query))
    return [
        TermEntry(
            kind, subject_id, row.since, until, person_id=row.person_id, person=row.name or "",
            person_number=row.number or "",
        )
        for row, until in zip(rows, _untils(rows), strict=True)
    ]  # fmt: skip


def drop_term(connection: Connection, kind: TermKind, subject_id: UUID, since: date) -> bool:
    """Take one dated entry away; False when there was none."""
    table = TERM_TABLES[kind]
    subject, _ = _columns(kind)
    return connection.execute(delete(table).where(subject == subject_id, table.c.since == since)).rowcount == 1


def add_correction(connection: Connection, **values: Any) -> None:
    connection.execute(term_corrections.insert().values(**values))


def corrections_of(connection: Connection, subject_ids: Sequence[UUID]) -> list[TermCorrection]:
    """Corrections made to the histories of these subjects, newest first."""
    query = (
        select(term_corrections, employees.c.name)
        .outerjoin(employees, employees.c.id == term_corrections.c.entered_by)
        .where(term_corrections.c.subject_id.in_(subject_ids))
        .order_by(term_corrections.c.corrected_at.desc(), term_corrections.c.id.desc())
    )
    return [
        TermCorrection(row.id, TermKind(row.kind), row.before, row.after, row.reason, row.corrected_at, row.name or "")
        for row in connection.execute(query)
    ]


def absences_of(connection: Connection, employee_id: UUID) -> list[Absence]:
    query = select(absences).where(absences.c.employee_id == employee_id).order_by(absences.c.left_on)
    return [Absence(row.left_on, row.returned_on, row.why) for row in connection.execute(query)]


def led_on(connection: Connection, kind: TermKind, person_id: UUID, day: date) -> list[UUID]:
    """Who answers to a person on a day (SUPERIOR), or which departments he heads then (HEAD)."""
    table = TERM_TABLES[kind]
    subject, person = _columns(kind)
    inner = table.alias()
    same = inner.c[subject.name] == subject
    held = select(func.max(inner.c.since)).where(same, inner.c.since <= day).scalar_subquery()
    return list(connection.scalars(select(subject).where(person == person_id, table.c.since == held)))


def leads_from(connection: Connection, kind: TermKind, person_id: UUID, day: date) -> list[tuple[UUID, date]]:
    """(subject, first day) of the entries beginning on `day` or later that name a person."""
    table = TERM_TABLES[kind]
    subject, person = _columns(kind)
    query = select(subject, table.c.since).where(person == person_id, table.c.since >= day)
    return [(row[0], row[1]) for row in connection.execute(query)]


def gone_by(connection: Connection, employee_ids: Sequence[UUID], day: date) -> set[UUID]:
    """Which of them have left by a day."""
    query = select(employees.c.id).where(employees.c.id.in_(employee_ids), employees.c.left_on <= day)
    return set(connection.scalars(query))


def names_of(connection: Connection, employee_ids: Sequence[UUID]) -> dict[UUID, str]:
    """Names of employees, whether they have a place or not."""
    query = select(employees.c.id, employees.c.name).where(employees.c.id.in_(employee_ids))
    return {row.id: row.name for row in connection.execute(query)}


def _columns(kind: TermKind) -> tuple[Any, Any]:
    """The columns of the subject and of the person named; a place names none."""
    if kind is TermKind.PLACE:
        return placements.c.employee_id, None
    if kind is TermKind.HEAD:
        return head_terms.c.department_id, head_terms.c.employee_id
    return superior_terms.c.employee_id, superior_terms.c.superior_id


def _untils(rows: Sequence[Any]) -> list[date | None]:
    return [*(row.since for row in rows[1:]), None][: len(rows)]
