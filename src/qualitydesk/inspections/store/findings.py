"""Findings and the editions of standards: rows in, values out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Row, Select, func, insert, or_, select, update

from qualitydesk.inspections.model import DisputeState, EarlierFinding, Finding, ItemGroup, RoundKind, Standing
from qualitydesk.inspections.store.tables import findings, rounds, stops


def _all() -> Select[Any]:
    return (
        select(findings, rounds.c.number.label("round_number"), stops.c.name.label("stop_name"))
        .join(rounds, rounds.c.id == findings.c.round_id)
        .join(stops, stops.c.id == findings.c.stop_id)
    )


def _finding(row: Row[Any]) -> Finding:
    return Finding(
        row.id,
        row.round_id,
        row.round_number,
        RoundKind(row.round_kind),
        row.stop_id,
        row.employee_id,
        row.stop_name,
        row.item_code,
        ItemGroup(row.item_group),
        row.gravity,
        row.found_at,
        row.recorded_at,
        row.institution_id,
        row.note,
        bool(row.fixed),
        Standing(row.standing),
        row.reason,
        place_id=row.place_id,
        dispute=DisputeState(row.dispute),
        measures=row.measures,
        pack=(row.pack_code, row.pack_edition),
    )


def add_findings(connection: Connection, rows: list[Mapping[str, Any]]) -> None:
    """Write findings; kind of round, name and department are taken over from the round and the stop they belong to."""
    if not rows:
        return
    stop_ids, round_ids = {row["stop_id"] for row in rows}, {row["round_id"] for row in rows}
    told = select(stops.c.id, stops.c.name, stops.c.department_id).where(stops.c.id.in_(stop_ids))
    of_stop = {one.id: one for one in connection.execute(told)}
    kinds = select(rounds.c.id, rounds.c.kind).where(rounds.c.id.in_(round_ids))
    kind_of = {one.id: one.kind for one in connection.execute(kinds)}
    taken = (
        {
            "round_kind": kind_of[row["round_id"]],
            "name": of_stop[row["stop_id"]].name,
            "department_id": of_stop[row["stop_id"]].department_id,
            **row,
        }
        for row in rows
    )
    connection.execute(insert(findings), list(taken))


def of_round(connection: Connection, round_id: UUID) -> list[Finding]:
    query = _all().where(findings.c.round_id == round_id).order_by(stops.c.position, findings.c.item_code)
    return [_finding(row) for row in connection.execute(query)]


def of_employees(connection: Connection, employee_ids: Iterable[UUID]) -> list[Finding]:
    """Every finding of these people, oldest first."""
    query = _all().where(findings.c.employee_id.in_(list(employee_ids))).order_by(findings.c.found_at, findings.c.id)
    return [_finding(row) for row in connection.execute(query)]


def by_id(connection: Connection, finding_id: UUID) -> Finding | None:
    row = connection.execute(_all().where(findings.c.id == finding_id)).first()
    return _finding(row) if row else None


def tell_otherwise(connection: Connection, finding_id: UUID, note: str, *, fixed: bool) -> None:
    """The answer behind a finding was corrected in its words only."""
    connection.execute(update(findings).where(findings.c.id == finding_id).values(note=note, fixed=fixed))


def set_standing(connection: Connection, finding_id: UUID, standing: Standing, reason: str) -> None:
    connection.execute(update(findings).where(findings.c.id == finding_id).values(standing=standing, reason=reason))


def of_subjects(connection: Connection, subject_ids: Iterable[UUID]) -> list[Finding]:
    """Every finding of these people and places, oldest first."""
    query = _all().where(_concerns(list(subject_ids))).order_by(findings.c.found_at, findings.c.id)
    return [_finding(row) for row in connection.execute(query)]


def _concerns(subject_ids: list[UUID]) -> ColumnElement[bool]:
    return or_(findings.c.employee_id.in_(subject_ids), findings.c.place_id.in_(subject_ids))


def earlier(
    connection: Connection, subject_ids: Iterable[UUID], before: datetime, *, each: int = 3
) -> dict[tuple[UUID, str], list[EarlierFinding]]:
    """The last `each` findings of these people and places on each item before a moment, newest first."""
    subject = func.coalesce(findings.c.employee_id, findings.c.place_id, type_=findings.c.employee_id.type)
    query = (
        select(subject.label("subject"), findings.c.item_code, findings.c.found_at, findings.c.note, rounds.c.number)
        .join(rounds, rounds.c.id == findings.c.round_id)
        .where(
            _concerns(list(subject_ids)),
            findings.c.found_at < before,
            findings.c.standing != Standing.CORRECTED,
        )
        .order_by(findings.c.found_at.desc(), findings.c.id)
    )
    found: dict[tuple[UUID, str], list[EarlierFinding]] = {}
    for row in connection.execute(query):
        kept = found.setdefault((row.subject, row.item_code), [])
        if len(kept) < each:
            kept.append(EarlierFinding(row.number, row.found_at, row.note))
    return found
