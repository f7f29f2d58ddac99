"""Slips and what each person pays by them: rows in, values out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    Text,
    case,
    func,
    insert,
    or_,
    select,
    type_coerce,
)

from qualitydesk.complaints.store.tables import cases
from qualitydesk.directory.store import employees, institutions
from qualitydesk.inspections.store.tables import rounds
from qualitydesk.penalties.model import (
    TOLD,
    ApprovalWay,
    Decision,
    EarlierOffence,
    Event,
    EventKind,
    Payment,
    PersonSum,
    Slip,
    SlipFilter,
    SlipLine,
    SlipPast,
    SlipState,
    Standing,
    WithdrawnSlip,
)
from qualitydesk.penalties.store.tables import slip_payments, slips
from qualitydesk.rulebook.model import Role
from qualitydesk.storage.base import maker
from qualitydesk.storage.paging import page

_STATES = {one.value: one for one in SlipState}
_made = maker(SlipLine)


def add_slip(connection: Connection, slip: Slip) -> None:
    """A slip with its payments."""
    values = {
        column.name: getattr(slip, column.name)
        for column in slips.columns
        if column.name
        not in ("decision", "finding_ids", "rung", "level", "total", "settlement_ref", "source", "sanction")
    }
    connection.execute(
        insert(slips).values(
            **values,
            finding_ids=[str(finding) for finding in slip.finding_ids],
            decision=slip.decision.to_json(),
            rung=slip.decision.rung,
            level=(slip.decision.case.level or 0) if slip.decision.case else 0,
            total=slip.decision.total,
            source=slip.source or None,
            sanction=slip.decision.sanction,
        )
    )
    add_payments(connection, slip.id, slip.decision.payments)


def add_payments(connection: Connection, slip_id: UUID, payments: Iterable[Payment]) -> None:
    rows = [
        {
            "slip_id": slip_id,
            "position": at,
            "person_id": payment.person_id,
            "role": payment.role,
            "amount": payment.amount,
            "sanction": payment.sanction,
        }
        for at, payment in enumerate(payments)
    ]
    if rows:
        connection.execute(insert(slip_payments), rows)


def slip(connection: Connection, slip_id: UUID) -> Slip | None:
    row = connection.execute(select(slips).where(slips.c.id == slip_id)).first()
    if row is None:
        return None
    values = {name: value for name, value in row._mapping.items() if name in Slip.__dataclass_fields__}
    values["state"] = SlipState(row.state)
    values["approval_way"] = ApprovalWay(row.approval_way) if row.approval_way else None
    values["decision"] = Decision.from_json(row.decision)
    values["settlement_ref"] = row.settlement_ref or ""
    values["source"] = row.source or ""
    values["notice_told"] = tuple(row.notice_told) if row.notice_told is not None else None
    values["finding_ids"] = tuple(UUID(finding) for finding in row.finding_ids)
    return Slip(**values)


@cache  # building it costs more than running it
def _lines() -> Select[Any]:
    """The columns of `SlipLine` in its order."""
    return (
        select(
            slips.c.id,
            slips.c.number,
            slips.c.state,
            slips.c.institution_id,
            institutions.c.name.label("institution"),
            slips.c.employee_id,
            employees.c.number.label("employee_number"),
            employees.c.name.label("employee"),
            slips.c.act_day,
            slips.c.round_id,
            slips.c.case_id,
            func.coalesce(rounds.c.number, cases.c.number, "").label("event_number"),
            slips.c.rung,
            slips.c.level,
            slips.c.total,
            slips.c.proposed_at,
            slips.c.issued_at,
            slips.c.paper_id,
            slips.c.appeal_last_day,
            func.coalesce(slips.c.state_since, slips.c.proposed_at),
            slips.c.unanswered_on,
            slips.c.notice_paper_id,
            func.coalesce(slips.c.source, ""),
            slips.c.correction_since,
            slips.c.revision,
        )
        .join(institutions, institutions.c.id == slips.c.institution_id)
        .join(employees, employees.c.id == slips.c.employee_id)
        .outerjoin(rounds, rounds.c.id == slips.c.round_id)
        .outerjoin(cases, cases.c.id == slips.c.case_id)
    )


def _line(row: Row[Any]) -> SlipLine:
    values: list[Any] = list(row)
    values[2] = _STATES[values[2]]
    return _made(values)


def lines(
    connection: Connection, wanted: SlipFilter, *, after: tuple[datetime, UUID] | None = None, limit: int = 200
) -> list[SlipLine]:
    """A page of slips, newest first, from behind the key `after`."""
    query = _lines()
    if wanted.state is not None:
        query = query.where(slips.c.state == wanted.state)
    if wanted.states:
        query = query.where(slips.c.state.in_(sorted(wanted.states)))
    if wanted.institution_id is not None:
        query = query.where(slips.c.institution_id == wanted.institution_id)
    if wanted.employee_id is not None:
        query = query.where(slips.c.employee_id == wanted.employee_id)
    if wanted.since is not None:
        query = query.where(slips.c.proposed_at >= wanted.since)
    if wanted.text.strip():
        found = wanted.text.strip()
        query = query.where(
            or_(
                slips.c.number.icontains(found, autoescape=True),
                employees.c.number.istartswith(found, autoescape=True),
                employees.c.name.icontains(found, autoescape=True),
            )
        )
    query = page(query, slips.c.proposed_at, slips.c.id, after, limit, descending=True)
    return [_line(row) for row in connection.execute(query).all()]


def _about(event: Event) -> ColumnElement[bool]:
    columns = {EventKind.ROUND: slips.c.round_id, EventKind.CASE: slips.c.case_id, EventKind.ACT: slips.c.act_id}
    return columns[event.kind] == event.id


def live_of(connection: Connection, event: Event) -> dict[UUID, SlipLine]:
    """The slips of a round or case that stand, by employee."""
    query = _lines().where(_about(event), slips.c.state != SlipState.WITHDRAWN)
    return {row.employee_id: _line(row) for row in connection.execute(query)}


def live_of_round(connection: Connection, round_id: UUID) -> dict[UUID, SlipLine]:
    """The slips of a round that stand, by employee."""
    return live_of(connection, Event(EventKind.ROUND, round_id))


def withdrawn_of(connection: Connection, event: Event) -> dict[UUID, WithdrawnSlip]:
    """The last slip of a round or case that was withdrawn, by employee."""
    query = (
        select(slips.c.employee_id, slips.c.id, slips.c.number, slips.c.withdrawal_reason)
        .where(_about(event), slips.c.state == SlipState.WITHDRAWN)
        .order_by(slips.c.withdrawn_at)
    )
    return {
        row.employee_id: WithdrawnSlip(row.id, row.number or "", row.withdrawal_reason)
        for row in connection.execute(query)
    }


def past_of(connection: Connection, employee_id: UUID) -> SlipPast:
    """What the slips on this employee tell the ladder."""
    mine = (slips.c.employee_id == employee_id) & slips.c.round_id.is_not(None)  # those of cases are no rung
    found: dict[UUID, frozenset[str]] = {}
    for row in connection.execute(select(slips.c.round_id, slips.c.state).where(mine)):
        found[row.round_id] = found.get(row.round_id, frozenset()) | {SlipState(row.state)}
    by_hand: Select[Any] = (
        select(slips.c.decision, slips.c.state, slips.c.proposed_at, rounds.c.kind)
        .join(rounds, rounds.c.id == slips.c.round_id)
        .where(mine, type_coerce(slips.c.decision, Text).contains('"added":[{'))  # canonical JSON: exactly so
    )
    added = (offence for row in connection.execute(by_hand).all() for offence in _added(row))
    return SlipPast(found, (*added, *_acts_of(connection, employee_id)))


def _acts_of(connection: Connection, employee_id: UUID) -> list[EarlierOffence]:
    """The free acts of an employee, as later slips hear of them: named by the number of their slip."""
    mine = (slips.c.employee_id == employee_id) & slips.c.act_id.is_not(None)
    query: Select[Any] = select(slips.c.number, slips.c.decision, slips.c.state, slips.c.proposed_at).where(mine)
    found = []
    for row in connection.execute(query).all():
        act = Decision.from_json(row.decision).act
        assert act is not None
        found.append(
            EarlierOffence(
                finding_id=act.id,
                at=act.at,
                round_id=act.id,
                round_number=row.number or "",
                round_kind=act.kind,
                item_code=act.item_code,
                group=act.group,
                title=act.title,
                recorded_at=row.proposed_at,
                standing=Standing.WITHDRAWN if row.state == SlipState.WITHDRAWN else Standing.COUNTS,
                slip_issued=row.state in TOLD,
            )
        )
    return found


def _added(row: Row[Any]) -> list[EarlierOffence]:
    """The acts a slip alone keeps, as later slips hear of them."""
    decision = Decision.from_json(row.decision)
    assert decision.round_id is not None
    return [
        EarlierOffence(
            finding_id=act.finding_id,
            at=act.at,
            round_id=decision.round_id,
            round_number=decision.round_number,
            round_kind=row.kind,
            item_code=act.item_code,
            group=act.group,
            title=act.title,
            recorded_at=row.proposed_at,
            standing=Standing.WITHDRAWN if row.state == SlipState.WITHDRAWN else Standing.COUNTS,
            slip_issued=row.state in TOLD,
        )
        for act in decision.choice.added
    ]


def paid_by(connection: Connection, person_id: UUID) -> PersonSum:
    """What one person pays by all slips that stand, and how many of them are on that person."""
    standing = slips.c.state != SlipState.WITHDRAWN
    count = select(func.count()).select_from(slips).where(slips.c.employee_id == person_id, standing)
    paid = (
        select(
            func.coalesce(func.sum(slip_payments.c.amount), 0),
            func.coalesce(func.sum(case((slip_payments.c.role != Role.EMPLOYEE, slip_payments.c.amount), else_=0)), 0),
        )
        .join(slips, slips.c.id == slip_payments.c.slip_id)
        .where(slip_payments.c.person_id == person_id, standing)
    )
    total, as_superior = connection.execute(paid).one()
    return PersonSum(int(connection.execute(count).scalar_one()), int(total), int(as_superior))


def waiting(connection: Connection) -> dict[SlipState, int]:
    """How many slips stand in each state."""
    query = select(slips.c.state, func.count()).group_by(slips.c.state)
    return {SlipState(state): count for state, count in connection.execute(query)}
