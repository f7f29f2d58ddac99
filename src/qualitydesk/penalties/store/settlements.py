"""Settled months: the claims they are made of, their lines once locked, and the wages typed in meanwhile."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Select, and_, case, delete, func, insert, or_, select

from qualitydesk.basics.clock import local_day
from qualitydesk.basics.plain import plain, revive
from qualitydesk.directory.store import employees, institutions
from qualitydesk.penalties.model import PaidLine, SlipState
from qualitydesk.penalties.model.decision import Line
from qualitydesk.penalties.model.rewards import RewardState
from qualitydesk.penalties.model.settlement import (
    Cause,
    Claim,
    Kind,
    Lock,
    Settled,
    SettlementLine,
    SlipClaim,
    Wage,
)
from qualitydesk.penalties.store.reward_tables import (
    rewards,
    settlement_lines,
    settlement_wages,
    settlements,
)
from qualitydesk.penalties.store.tables import slip_answers, slip_appeals, slip_payments, slips
from qualitydesk.rulebook.model import Role
from qualitydesk.rulebook.model.rewarding import FineIs

_PERSON = employees.alias("person")
_DECIDER = employees.alias("decider")
_TYPIST = employees.alias("typist")


def slip_claims(connection: Connection) -> list[SlipClaim]:
    """What every issued slip says each payer owes, whatever has become of the slip since."""
    query: Select[Any] = (
        select(
            slips.c.id,
            slips.c.number,
            slips.c.state,
            slips.c.act_day,
            slips.c.issued_at,
            slips.c.appeal_last_day,
            slips.c.institution_id,
            institutions.c.name.label("institution"),
            slip_payments.c.person_id,
            _PERSON.c.number.label("person_number"),
            _PERSON.c.name.label("person"),
            _PERSON.c.left_on,
            employees.c.name.label("employee"),
            slip_payments.c.role,
            slip_payments.c.position,
            slip_payments.c.amount,
            slips.c.rung,
            slips.c.withdrawal_reason,
            # What a decided appeal says is final that day; so is a slip signed for without an objection.
            func.coalesce(slip_appeals.c.decided_on, slip_answers.c.on).label("final_on"),
        )
        .join(slip_payments, slip_payments.c.slip_id == slips.c.id)
        .join(institutions, institutions.c.id == slips.c.institution_id)
        .join(employees, employees.c.id == slips.c.employee_id)
        .join(_PERSON, _PERSON.c.id == slip_payments.c.person_id)
        .outerjoin(slip_appeals, slip_appeals.c.slip_id == slips.c.id)
        .outerjoin(slip_answers, and_(slip_answers.c.slip_id == slips.c.id, slip_answers.c.accepts.is_(True)))
        .where(slips.c.issued_at.is_not(None))
        .order_by(slips.c.number, slip_payments.c.position)
    )
    return [_slip_claim(row) for row in connection.execute(query)]


def _slip_claim(row: Row[Any]) -> SlipClaim:
    return SlipClaim(
        slip_id=row.id,
        number=row.number,
        state=row.state,
        act_day=row.act_day,
        issued_on=local_day(row.issued_at),
        appeal_last_day=row.appeal_last_day,
        institution_id=row.institution_id,
        institution=row.institution,
        person_id=row.person_id,
        person_number=row.person_number,
        person=row.person,
        employee=row.employee,
        role=row.role,
        position=row.position,
        amount=row.amount,
        rung=row.rung,
        reason=row.withdrawal_reason,
        final_on=row.final_on,
        left_on=row.left_on,
    )


def slip_totals(connection: Connection, slip_ids: Iterable[UUID]) -> int:
    """What these slips come to by their own total, in fen: the other side of the check."""
    ids = list(slip_ids)
    total = 0
    for at in range(0, len(ids), 500):
        query = select(func.coalesce(func.sum(slips.c.total), 0)).where(slips.c.id.in_(ids[at : at + 500]))
        total += int(connection.execute(query).scalar_one())
    return total


def reward_claims(connection: Connection) -> list[Claim]:
    """Every reward with money that was once approved; what was withdrawn since owes nothing."""
    stands = rewards.c.state.in_([RewardState.APPROVED, RewardState.GIVEN])
    query = (
        select(
            rewards.c.id,
            rewards.c.number,
            rewards.c.kind,
            rewards.c.approved_on,
            rewards.c.employee_id,
            employees.c.number.label("employee_number"),
            employees.c.name,
            rewards.c.institution_id,
            institutions.c.name.label("institution"),
            case((stands, rewards.c.amount), else_=0).label("owed"),
            rewards.c.withdrawal_reason,
        )
        .join(employees, employees.c.id == rewards.c.employee_id)
        .join(institutions, institutions.c.id == rewards.c.institution_id)
        .where(rewards.c.approved_on.is_not(None), rewards.c.amount > 0)
        .order_by(rewards.c.number)
    )
    return [
        Claim(
            key=f"reward:{row.id}",
            cause=Cause.REWARD,
            person_id=row.employee_id,
            number=row.employee_number,
            name=row.name,
            institution_id=row.institution_id,
            institution=row.institution,
            source=row.number,
            role="employee",
            day=row.approved_on,
            owed=int(row.owed),
            reward_id=row.id,
            explanation=(
                Line(
                    "settle.why.reward",
                    {
                        "number": row.number,
                        "kind_code": f"reward.kind.{row.kind}",
                        "approved_day": row.approved_on.isoformat(),
                    },
                ),
                *([Line("settle.why.gone", {"reason": row.withdrawal_reason})] if row.withdrawal_reason else []),
            ),
        )
        for row in connection.execute(query)
    ]


def settled(connection: Connection) -> dict[str, Settled]:
    """What locked months have moved, by claim; the line is the last one."""
    sums: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    last: dict[str, SettlementLine] = {}
    for row in connection.execute(_lines().order_by(settlements.c.month, settlement_lines.c.position)):
        sums[row.claim][0] += row.taken
        sums[row.claim][1] += row.waived
        last[row.claim] = _line(row)
    return {key: Settled(sums[key][0], sums[key][1], line) for key, line in last.items()}


def first_month(connection: Connection) -> date | None:
    """The first month that was locked; None before."""
    return connection.execute(select(func.min(settlements.c.month))).scalar()


def last_month(connection: Connection) -> date | None:
    """The last month that was locked; None before."""
    return connection.execute(select(func.max(settlements.c.month))).scalar()


def locked_months(connection: Connection) -> list[date]:
    """Every locked month, newest first."""
    return list(connection.execute(select(settlements.c.month).order_by(settlements.c.month.desc())).scalars())


def lock_of(connection: Connection, month: date) -> tuple[Lock, UUID, int, int] | None:
    """The lock of a month with its edition and the slips' count and total; None while it is open."""
    query = (
        select(
            settlements,
            _DECIDER.c.name.label("decider"),
            func.coalesce(_TYPIST.c.name, "").label("typist"),
        )
        .join(_DECIDER, _DECIDER.c.id == settlements.c.decided_by)
        .outerjoin(_TYPIST, _TYPIST.c.id == settlements.c.entered_by)
        .where(settlements.c.month == month)
    )
    row = connection.execute(query).first()
    if row is None:
        return None
    lock = Lock(
        id=row.id,
        month=row.month,
        decided_by=row.decider,
        entered_by=row.typist,
        decided_on=row.decided_on,
        locked_at=row.locked_at,
        note=row.note,
        fine_is=FineIs(row.fine_is),
        document=row.document,
        paper_id=row.paper_id,
    )
    return lock, row.edition_id, row.slips, row.slips_total


def add_settlement(connection: Connection, lines: Sequence[SettlementLine], **values: Any) -> None:
    """A locked month with its lines; the wages typed in for it go."""
    connection.execute(insert(settlements).values(**values))
    rows = [
        {
            "settlement_id": values["id"],
            "position": at,
            "claim": line.claim.key,
            "cause": line.claim.cause,
            "kind": line.kind,
            "person_id": line.claim.person_id,
            "institution_id": line.claim.institution_id,
            "source": line.claim.source,
            "role": line.claim.role,
            "day": line.claim.day,
            "owed": line.claim.owed,
            "due": line.due,
            "taken": line.taken,
            "waived": line.waived,
            "capped": line.capped,
            "slip_id": line.claim.slip_id,
            "reward_id": line.claim.reward_id,
            "explanation": plain(line.explanation),
        }
        for at, line in enumerate(lines)
    ]
    if rows:
        connection.execute(insert(settlement_lines), rows)
    connection.execute(delete(settlement_wages).where(settlement_wages.c.month <= values["month"]))


def lines_of(connection: Connection, settlement_id: UUID) -> tuple[SettlementLine, ...]:
    """The lines of a locked month as they were locked."""
    query = _lines().where(settlement_lines.c.settlement_id == settlement_id).order_by(settlement_lines.c.position)
    return tuple(_line(row) for row in connection.execute(query))


def _lines() -> Select[Any]:
    return (
        select(
            settlement_lines,
            settlements.c.month,
            employees.c.number,
            employees.c.name,
            institutions.c.name.label("institution"),
        )
        .join(settlements, settlements.c.id == settlement_lines.c.settlement_id)
        .join(employees, employees.c.id == settlement_lines.c.person_id)
        .join(institutions, institutions.c.id == settlement_lines.c.institution_id)
    )


def _line(row: Row[Any]) -> SettlementLine:
    claim = Claim(
        key=row.claim,
        cause=Cause(row.cause),
        person_id=row.person_id,
        number=row.number,
        name=row.name,
        institution_id=row.institution_id,
        institution=row.institution,
        source=row.source,
        role=row.role,
        day=row.day,
        owed=row.owed,
        slip_id=row.slip_id,
        reward_id=row.reward_id,
    )
    steps = tuple(revive(Line, step) for step in row.explanation)
    return SettlementLine(claim, Kind(row.kind), row.due, row.taken, row.waived, steps, row.capped)


def wages(connection: Connection, month: date) -> dict[UUID, Wage]:
    """The wages typed in for a month that is not locked yet."""
    query = select(settlement_wages).where(settlement_wages.c.month == month)
    return {row.employee_id: Wage(row.wage, row.minimum) for row in connection.execute(query)}


def put_wage(connection: Connection, month: date, person_id: UUID, wage: Wage) -> None:
    """Write a person's wage of a month anew; without one it goes."""
    mine = (settlement_wages.c.month == month, settlement_wages.c.employee_id == person_id)
    connection.execute(delete(settlement_wages).where(*mine))
    if wage.wage is not None:
        values = {"month": month, "employee_id": person_id, "wage": wage.wage, "minimum": wage.minimum}
        connection.execute(insert(settlement_wages).values(**values))


def paid(connection: Connection, person_id: UUID) -> tuple[PaidLine, ...]:
    """What one person pays by each slip on her or that she pays by, the withdrawn ones too, the newest first."""
    months: dict[UUID, list[tuple[date, int]]] = defaultdict(list)
    settled: Select[Any] = (
        select(settlement_lines.c.slip_id, settlements.c.month, settlement_lines.c.taken)
        .join(settlements, settlements.c.id == settlement_lines.c.settlement_id)
        .where(settlement_lines.c.person_id == person_id, settlement_lines.c.slip_id.is_not(None))
        .order_by(settlements.c.month, settlement_lines.c.position)
    )
    for row in connection.execute(settled):
        months[row.slip_id].append((row.month, row.taken))
    query: Select[Any] = (
        select(
            slips.c.id,
            slips.c.number,
            employees.c.name,
            slips.c.act_day,
            slips.c.state,
            slip_payments.c.role,
            slip_payments.c.amount,
            slips.c.withdrawal_reason,
        )
        .join_from(slips, employees, employees.c.id == slips.c.employee_id)
        .outerjoin(slip_payments, and_(slip_payments.c.slip_id == slips.c.id, slip_payments.c.person_id == person_id))
        .where(or_(slip_payments.c.person_id.is_not(None), slips.c.employee_id == person_id))
        .order_by(slips.c.proposed_at.desc(), slips.c.id)
    )
    return tuple(
        PaidLine(
            row.id, row.number or "", row.name, row.act_day, SlipState(row.state), Role(row.role or Role.EMPLOYEE),
            row.amount or 0,
            tuple(months[row.id]), row.withdrawal_reason or "",
        )
        for row in connection.execute(query)
    )  # fmt: skip
