"""Findings over all rounds as a list: filtered pages by key-set, and what a filtered list comes to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta
from functools import cache
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Select, case, distinct, false, func, or_, select, true

from qualitydesk.basics.clock import DEFAULT_ZONE
from qualitydesk.directory.store import employees, institutions
from qualitydesk.inspections.model import DisputeState, FindingCounts, FindingFilter, FindingLine, Texts
from qualitydesk.inspections.store.tables import findings, rounds, stops
from qualitydesk.storage.paging import page

SORTS = {"found_at": findings.c.found_at, "name": findings.c.name, "item": findings.c.item_code}
TitleOf = Callable[[str, int, str], Texts]
_EQUAL = {  # name in the filter → column
    "institution_id": findings.c.institution_id,
    "department_id": findings.c.department_id,
    "employee_id": findings.c.employee_id,
    "place_id": findings.c.place_id,
    "kind": findings.c.round_kind,
    "pack_code": findings.c.pack_code,
    "item_code": findings.c.item_code,
    "group": findings.c.item_group,
    "gravity": findings.c.gravity,
    "standing": findings.c.standing,
    "dispute": findings.c.dispute,
}


@cache  # building it costs more than running it
def _lines() -> Select[Any]:
    return (
        select(
            findings.c.id,
            findings.c.found_at,
            findings.c.name,
            institutions.c.name,
            stops.c.department,
            stops.c.number,
            rounds.c.number,
            findings.c.round_kind,
            findings.c.item_code,
            findings.c.item_group,
            findings.c.gravity,
            findings.c.note,
            findings.c.fixed,
            findings.c.standing,
            findings.c.dispute,
            findings.c.measures,
            findings.c.pack_code,
            findings.c.pack_edition,
        )
        .join(stops, stops.c.id == findings.c.stop_id)
        .join(rounds, rounds.c.id == findings.c.round_id)
        .join(institutions, institutions.c.id == findings.c.institution_id)
    )


def lines(
    connection: Connection,
    wanted: FindingFilter,
    title_of: TitleOf,
    *,
    after: tuple[Any, UUID] | None,
    limit: int | None,
    sort: str,
    descending: bool,
) -> list[FindingLine]:
    """A page of findings by (sort, id) from behind `after`; `title_of` tells an item's title by pack, edition, code."""
    query = page(_wanted(_lines(), wanted), SORTS[sort], findings.c.id, after, limit, descending=descending)
    return [FindingLine(title_of(row[16], row[17], row[8]), *row) for row in connection.execute(query).all()]


def counts(connection: Connection, wanted: FindingFilter) -> FindingCounts:
    """What a filtered list comes to."""

    def those(condition: Any) -> Any:
        return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)

    query = select(
        func.count(),
        func.count(distinct(findings.c.employee_id)),
        those(findings.c.fixed == true()),
        those(findings.c.dispute == DisputeState.PENDING),
        those(findings.c.measures == 0),
    ).select_from(findings)
    return FindingCounts(*connection.execute(_wanted(query, wanted)).one())


def _wanted(query: Select[Any], wanted: FindingFilter) -> Select[Any]:
    for name, column in _EQUAL.items():
        if (value := getattr(wanted, name)) not in (None, ""):
            query = query.where(column == value)
    if wanted.since is not None:
        query = query.where(findings.c.found_at >= _midnight(wanted.since))
    if wanted.until is not None:
        query = query.where(findings.c.found_at < _midnight(wanted.until + timedelta(days=1)))
    if wanted.fixed is not None:
        query = query.where(findings.c.fixed == (true() if wanted.fixed else false()))
    if wanted.measured is not None:
        query = query.where(findings.c.measures > 0 if wanted.measured else findings.c.measures == 0)
    if wanted.text:
        text = wanted.text
        of_round = select(rounds.c.id).where(rounds.c.number.icontains(text, autoescape=True))
        of_number = select(employees.c.id).where(employees.c.number.istartswith(text, autoescape=True))
        query = query.where(
            or_(
                findings.c.name.icontains(text, autoescape=True),
                findings.c.note.icontains(text, autoescape=True),
                findings.c.round_id.in_(of_round),
                findings.c.employee_id.in_(of_number),
                *([findings.c.item_code.in_(wanted.text_items)] if wanted.text_items else []),
            )
        )
    return query


def _midnight(day: Any) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(DEFAULT_ZONE))
