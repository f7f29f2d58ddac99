"""Findings over all rounds as a list: filtered pages by key-set, and what a filtered list comes to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta
from functools import cache
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Select,
    case,
    distinct,
    false,
    func,
    or_,
    select,
    true,
)

from qualitydesk.basics.clock import DEFAULT_ZONE
from qualitydesk.directory.store import employees, institutions
from qualitydesk.inspections.model import (
    DisputeState,
    FindingCounts,
    FindingFilter,
    FindingLine,
    Gravity,
    Standing,
    Texts,
)
from qualitydesk.inspections.store.tables import findings, rounds, stops
from qualitydesk.storage.paging import page

SORTS = {"found_at": findings.c.found_at, "name": findings.c.name, "item": findings.c.item_code}
TitleOf = Callable[[str, int, str], Texts]
Like = Callable[[Column[Any], str], ColumnElement[bool]]
_EQUAL = {  # name in the filter → column, the fewest rows a value first
    "employee_id": findings.c.employee_id,
    "place_id": findings.c.place_id,
    "item_code": findings.c.item_code,
    "department_id": findings.c.department_id,
    "institution_id": findings.c.institution_id,
    "dispute": findings.c.dispute,
    "standing": findings.c.standing,
    "gravity": findings.c.gravity,
    "pack_code": findings.c.pack_code,
    "kind": findings.c.round_kind,
    "group": findings.c.item_group,
}
_COMMON = frozenset({DisputeState.NONE, Standing.COUNTS, Gravity.ORDINARY})  # of nearly every finding: no index helps


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
    query = page(
        _wanted(_lines(), wanted, _like(connection)), SORTS[sort], findings.c.id, after, limit, descending=descending
    )
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
    return FindingCounts(*connection.execute(_wanted(query, wanted, _like(connection))).one())


def _wanted(query: Select[Any], wanted: FindingFilter, like: Like) -> Select[Any]:
    led = False
    for name, column in _EQUAL.items():
        if (value := getattr(wanted, name)) not in (None, ""):
            # Only the narrowest condition may choose the index: without statistics SQLite takes any of them.
            lead, led = not led and value not in _COMMON, led or value not in _COMMON
            query = query.where(column == value if lead else _bare(column) == value)
    for chosen, column in (
        (wanted.among.institutions, findings.c.institution_id),
        (wanted.among.departments, findings.c.department_id),
        (wanted.among.kinds, findings.c.round_kind),
        (wanted.among.items, findings.c.item_code),
    ):
        if chosen:
            query = query.where(_bare(column).in_(chosen))
    if wanted.among.failed:
        query = query.where(_bare(findings.c.standing).not_in((Standing.DISPUTED, Standing.CORRECTED)))
    if wanted.since is not None:
        query = query.where(findings.c.found_at >= _midnight(wanted.since))
    if wanted.until is not None:
        query = query.where(findings.c.found_at < _midnight(wanted.until + timedelta(days=1)))
    if wanted.fixed is not None:
        query = query.where(findings.c.fixed == (true() if wanted.fixed else false()))
    if wanted.measured is not None:
        count = _bare(findings.c.measures) if led or not wanted.measured else findings.c.measures
        query = query.where(count > 0 if wanted.measured else count == 0)
    return query.where(_named(wanted, like)) if wanted.text else query


def _named(wanted: FindingFilter, like: Like) -> ColumnElement[bool]:
    """Whether a finding has the words looked for: in name, note, round, staff number, or its item's title."""
    of_round = select(rounds.c.id).where(like(rounds.c.number, wanted.text))
    of_number = select(employees.c.id).where(employees.c.number.istartswith(wanted.text, autoescape=True))
    return or_(
        like(findings.c.name, wanted.text),
        like(findings.c.note, wanted.text),
        findings.c.round_id.in_(of_round),
        findings.c.employee_id.in_(of_number),
        *([findings.c.item_code.in_(wanted.text_items)] if wanted.text_items else []),
    )


def _like(connection: Connection) -> Like:
    """Contains, whatever the case: SQLite's own LIKE is so for Latin letters, and much faster than lowering both."""
    if connection.dialect.name == "sqlite":
        return lambda column, text: column.contains(text, autoescape=True)
    return lambda column, text: column.icontains(text, autoescape=True)


def _bare(column: Column[Any]) -> ColumnElement[Any]:
    """A column as a value that no index stands for."""
    return func.coalesce(column, column, type_=column.type)


def _midnight(day: Any) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(DEFAULT_ZONE))
