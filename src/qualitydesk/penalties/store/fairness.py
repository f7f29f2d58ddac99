"""What is read before a slip is issued: similar slips, others near that day, what payers owe, wages typed in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Select, func, select

from qualitydesk.complaints.store.tables import cases
from qualitydesk.directory.store import employees
from qualitydesk.inspections.store.tables import round_inspectors
from qualitydesk.penalties.model import TOLD, Slip, SlipState
from qualitydesk.penalties.model.fairness import Near, Similar, Trace
from qualitydesk.penalties.model.settlement import Wage
from qualitydesk.penalties.store.reward_tables import settlement_wages
from qualitydesk.penalties.store.tables import slip_payments, slips
from qualitydesk.storage.paging import page

PAGE = 200
"""Slips read at once: enough to find twelve similar ones among them as a rule."""


def _traces() -> Select[Any]:
    return select(
        slips.c.id,
        slips.c.number,
        employees.c.name,
        slips.c.act_day,
        slips.c.rung,
        slips.c.level,
        slips.c.total,
        slips.c.state,
        slips.c.proposed_at,
        slips.c.decision,
    ).join(employees, employees.c.id == slips.c.employee_id)


def traces(connection: Connection, ids: Iterable[UUID]) -> dict[UUID, Trace]:
    """These slips with what they are compared by."""
    wanted, found = list(ids), {}
    for at in range(0, len(wanted), 500):
        for row in connection.execute(_traces().where(slips.c.id.in_(wanted[at : at + 500]))):
            found[row.id] = _trace(row)
    return found


def newest(connection: Connection, most: int) -> Iterator[Trace]:
    """The slips of the whole group that stand, newest first, read page by page as they are asked for."""
    standing = _traces().where(slips.c.state != SlipState.WITHDRAWN)
    after: tuple[datetime, UUID] | None = None
    for _ in range(0, most, PAGE):
        rows = connection.execute(page(standing, slips.c.proposed_at, slips.c.id, after, PAGE, descending=True)).all()
        yield from map(_trace, rows)
        if len(rows) < PAGE:
            return
        after = (rows[-1].proposed_at, rows[-1].id)


def _trace(row: Row[Any]) -> Trace:
    """Of the decision only what is compared, not the whole value: many are read for the few that are similar."""
    total, state = row.total, SlipState(row.state)
    slip = Similar(row.id, row.number or "", row.name, row.act_day, row.rung, row.level, total, state)
    raw: Mapping[str, Any] = row.decision
    if raw.get("case"):
        return Trace(slip, "case", subjects=tuple(raw["case"]["subjects"]))
    item, group = _decided_on(raw)
    return Trace(slip, raw["column"] or "", item, group)


def _decided_on(raw: Mapping[str, Any]) -> tuple[str, str]:
    """The item that decided, and its group where the decision itself keeps it."""
    if act := raw.get("act"):
        return act["item_code"], act["group"]
    deciding = raw["deciding"]
    item = next((one["item_code"] for one in raw["findings"] if one["finding_id"] == deciding), "")
    added = (one["group"] for one in raw["choice"].get("added", ()) if one["finding_id"] == deciding)
    return item, next(added, "")


def near(connection: Connection, employee_id: UUID, first: date, last: date) -> tuple[Near, ...]:
    """The slips that stand on this employee, for acts from `first` to `last`, by number."""
    event = func.coalesce(slips.c.round_id, slips.c.case_id, slips.c.act_id).label("event_id")
    query: Select[Any] = (
        select(slips.c.id, slips.c.number, slips.c.act_day, slips.c.decision, slips.c.total, event)
        .where(
            slips.c.employee_id == employee_id,
            slips.c.act_day.between(first, last),
            slips.c.state != SlipState.WITHDRAWN,
        )
        .order_by(slips.c.number)
    )
    return tuple(
        Near(row.number or "", row.act_day, _title(row.decision), row.id, row.event_id, row.total)
        for row in connection.execute(query)
    )


def _title(raw: Mapping[str, Any]) -> Mapping[str, str]:
    deciding = raw["deciding"]
    return next((one["title"] for one in raw["findings"] if one["finding_id"] == deciding), {})


def open_payments(connection: Connection, people: Iterable[UUID], but: UUID) -> dict[UUID, int]:
    """What these people owe by issued slips no month has deducted yet, in fen; without the slip `but`."""
    owing = sorted(TOLD - {SlipState.DEDUCTED, SlipState.CLOSED})
    query: Select[Any] = (
        select(slip_payments.c.person_id, func.sum(slip_payments.c.amount))
        .join(slips, slips.c.id == slip_payments.c.slip_id)
        .where(slip_payments.c.person_id.in_(list(people)), slips.c.state.in_(owing), slips.c.id != but)
        .group_by(slip_payments.c.person_id)
    )
    return {person: int(fen) for person, fen in connection.execute(query)}


def last_wages(connection: Connection, people: Iterable[UUID]) -> dict[UUID, tuple[date, Wage]]:
    """The wage typed in for the latest month that is not locked, of those who have one."""
    query = (
        select(settlement_wages)
        .where(settlement_wages.c.employee_id.in_(list(people)))
        .order_by(settlement_wages.c.month)
    )
    return {row.employee_id: (row.month, Wage(row.wage, row.minimum)) for row in connection.execute(query)}


def found_by(connection: Connection, slip: Slip) -> frozenset[UUID]:
    """Who found what the slip is about: the inspectors of its round, or who took its complaint in."""
    if slip.round_id is not None:
        query: Select[Any] = select(round_inspectors.c.employee_id).where(round_inspectors.c.round_id == slip.round_id)
    elif slip.case_id is not None:
        query = select(cases.c.received_by).where(cases.c.id == slip.case_id, cases.c.received_by.is_not(None))
    else:
        return frozenset()
    return frozenset(connection.execute(query).scalars())
