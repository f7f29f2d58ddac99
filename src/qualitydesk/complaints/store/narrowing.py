"""A filter of cases as conditions, so set that a page comes the short way.

Few that may fit are looked up; else the list is walked in its own order through an index that knows all that is asked.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Column, ColumnElement, Connection, Select, exists, or_, select, true

from qualitydesk.complaints.model import LANE_STEPS, CaseFilter, Lane, Stage
from qualitydesk.complaints.store.tables import BY_FILTER, FAR, OVER, case_people, case_subjects, cases
from qualitydesk.storage import search
from qualitydesk.storage.paging import FEW, checked, looked_up, page, were_few

KIND = "case"
"""Under which the search keeps cases."""
COUNTED = 3000
"""Rows that an index counts in no time and that are quicker fetched and sorted than met on a walk."""
SORTED = 8000
"""Rows that are quicker sorted in a filter's index than met on a walk: those open, say, stand all at its end."""
ASKED_EACH = 5000
"""Rows that are quicker asked one by one for words than all the rows with these words are gathered."""
Span = tuple[datetime | None, datetime | None]
"""From one moment to before another."""
_AT_THE_END = ("sort_number", "closed_at")
"""Sorts at whose end the cases stand that are still open."""
_STAGE_OF = {Lane.AFTER_CARE: Stage.AFTER_CARE, Lane.DONE: Stage.DONE}


def paged(
    connection: Connection,
    query: Select[Any],
    wanted: CaseFilter,
    now: datetime,
    spans: tuple[Span, Span],
    by: Column[Any],
    after: tuple[Any, UUID] | None,
    limit: int | None,
    *,
    descending: bool,
) -> Select[Any]:
    """A page of `query` over cases in the order of (`by`, id) from behind `after`; `spans`: received and closed.

    Where few fit what is asked of the rows alone, which of them a page shows is told by the filter's index alone, and
    only these are fetched.
    """
    begun = _narrowest(wanted)
    asked, few = _hanging(connection, wanted, None, walked=True)
    if begun and not few and by.name != "received_at":
        conditions = _conditions(wanted, now, spans)
        within = select(cases.c.id).where(*_checks(connection, conditions, {begun}))
        most = COUNTED if descending and by.name in _AT_THE_END else SORTED
        if were_few(connection, _own(wanted), within, most):
            beyond = checked(connection, by)
            shown = page(within.where(*asked), beyond, cases.c.id, after, limit, descending=descending)
            return page(query.where(cases.c.id.in_(shown)), beyond, cases.c.id, None, None, descending=descending)
    query = _walked(
        connection,
        query,
        _conditions(wanted, now, spans),
        asked,
        "" if few else _start(wanted, spans, by.name),
        by.name,
    )
    return page(query, by, cases.c.id, after, limit, descending=descending)


def narrowed(
    connection: Connection,
    query: Select[Any],
    wanted: CaseFilter,
    now: datetime,
    spans: tuple[Span, Span],
    sort: str = "",
) -> Select[Any]:
    """`query` over cases with a filter's conditions, for a walk along the column `sort`; "" where all are counted.

    `spans`: received and closed.
    """
    conditions = _conditions(wanted, now, spans)
    begun = _narrowest(wanted)
    within = select(cases.c.id).where(*_checks(connection, conditions, {begun})) if begun and not sort else None
    asked, few = _hanging(connection, wanted, within, walked=bool(sort))
    return _walked(connection, query, conditions, asked, "" if few else _start(wanted, spans, sort), sort)


def _walked(
    connection: Connection,
    query: Select[Any],
    conditions: list[tuple[str, Any]],
    asked: list[ColumnElement[bool]],
    start: str,
    sort: str,
) -> Select[Any]:
    """`query` begun at the column `start` ("": at the few ids that are asked), the other conditions checked."""
    plain = {start, sort} if start else set()
    return query.where(*_checks(connection, conditions, plain), *asked)


def _checks(
    connection: Connection, conditions: list[tuple[str, Any]], plain: set[str]
) -> Iterator[ColumnElement[bool]]:
    """The conditions, those of columns not `plain` only checked on the way."""
    for name, condition in conditions:
        column = cases.c[name]
        yield condition(column if name in plain else checked(connection, column))


def _start(wanted: CaseFilter, spans: tuple[Span, Span], sort: str) -> str:
    """The column by whose index it begins: of a list sorted otherwise its own, else that of a filter few fit."""
    if sort not in ("", "received_at"):
        return sort
    if begun := _narrowest(wanted):
        return begun
    told = (
        ("level", len(wanted.levels) == 1),
        ("next_due_at", wanted.overdue and not sort),
        ("closed_at", any(spans[1]) and not sort),
    )
    return next((name for name, told_so in told if told_so), "received_at")


def _narrowest(wanted: CaseFilter) -> str:
    """The filter that leaves the fewest, as one knows clinics; "" where none of these is asked for."""
    told = {
        "paused": wanted.paused,
        "institution_id": wanted.institution_id is not None,
        "handler_id": wanted.handler_id is not None,
        "flagged": wanted.flagged,
        "step": bool(wanted.lanes) and Lane.DONE not in wanted.lanes,
        "stage": len(_stages(wanted)) == 1 and Stage.DONE not in _stages(wanted),
    }
    return next((name for name in BY_FILTER if told[name]), "")


def _stages(wanted: CaseFilter) -> tuple[Stage, ...]:
    """The stages asked for; those of the lanes where these alone are: few cases are open."""
    if wanted.stages or not wanted.lanes:
        return wanted.stages
    return tuple({_STAGE_OF.get(lane, Stage.OPEN) for lane in wanted.lanes})


def _conditions(wanted: CaseFilter, now: datetime, spans: tuple[Span, Span]) -> list[tuple[str, Any]]:
    """(column, condition of it) for all that stands in the row of a case."""
    found: list[tuple[str, Any]] = []
    for name in ("institution_id", "handler_id"):
        if (value := getattr(wanted, name)) is not None:
            found.append((name, lambda column, value=value: column == value))
    if wanted.lanes:
        steps = [int(step) for lane in wanted.lanes for step in LANE_STEPS[lane]]
        steps += [OVER] if Lane.DONE in wanted.lanes else []
        found.append(("step", lambda column: column.in_(steps)))
    for name, values in (("stage", _stages(wanted)), ("level", wanted.levels), ("channel", wanted.channels)):
        if values:
            codes = [one.value for one in values]
            found.append((name, lambda column, codes=codes: column.in_(codes)))
    for name, (first, before) in zip(("received_at", "closed_at"), spans, strict=True):
        if first is not None:
            found.append((name, lambda column, first=first: column >= first))
        if before is not None:
            found.append((name, lambda column, before=before: column < before))
    if spans[1][0] is not None and spans[1][1] is None:
        found.append(("closed_at", lambda column: column < FAR))
    if wanted.overdue:
        found.append(("next_due_at", lambda column: column < now))
    for name in ("paused", "flagged"):
        if getattr(wanted, name):
            found.append((name, lambda column: column == true()))
    if wanted.reopened:
        found.append(("reopened", lambda column: column > 0))
    if not wanted.merged:
        found.append(("merged_into", lambda column: column.is_(None)))
    return found


def _hanging(
    connection: Connection, wanted: CaseFilter, within: Select[Any] | None, *, walked: bool
) -> tuple[list[ColumnElement[bool]], bool]:
    """The conditions on what hangs on a case, and whether one of them leaves few; not `walked`: all are counted.

    `within`: the cases that the other filters leave; where these are few each is asked, however many hang elsewhere.
    """
    asked: list[ColumnElement[bool]] = []
    few = False
    if wanted.without:
        asked.append(cases.c.id.not_in(wanted.without))
    if wanted.customer_id is not None:
        mine = (cases.c.customer_id, cases.c.complainant_customer_id)
        asked.append(or_(*(column == wanted.customer_id for column in mine)))
        few = True
    for key, hits, beside, most in _others(connection, wanted):
        short = None if few else looked_up(connection, key, hits, cases.c.id, most)
        if short is not None:
            asked.append(short)
            few = True
        elif walked or (within is not None and were_few(connection, _own(wanted), within, ASKED_EACH)):
            asked.append(beside)
        else:
            asked.append(cases.c.id.in_(hits.order_by(None)))
    return asked, few


def _own(wanted: CaseFilter) -> CaseFilter:
    """What a filter asks of the rows of cases alone, as far as it is known before: who rests changes by the minute."""
    return replace(wanted, text="", without=())


def _others(connection: Connection, wanted: CaseFilter) -> list[tuple[Hashable, Select[Any], ColumnElement[bool], int]]:
    """(what it is known by, the ids of the cases, the same asked of each row, up to how many are few) for subjects,
    people and words."""
    found: list[tuple[Hashable, Select[Any], ColumnElement[bool], int]] = []
    for table, told in (
        (case_subjects, {"kind": wanted.subject, "outcome": wanted.outcome}),
        (case_people, {"employee_id": wanted.employee_id}),
    ):
        conditions = [table.c[name] == value for name, value in told.items() if value is not None]
        if conditions:
            beside = exists().where(table.c.case_id == cases.c.id, *conditions)
            key = (table.name, *told.values())
            found.append((key, select(table.c.case_id).where(*conditions), beside, COUNTED))
    hits = search.hits(connection, KIND, wanted.text)
    if hits is not None:
        found.append(((KIND, wanted.text), hits, search.stands_in(connection, wanted.text, cases.c.id), FEW))
    return found
