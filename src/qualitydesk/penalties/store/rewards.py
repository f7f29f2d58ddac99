"""Rewards: rows in, values out."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Select, func, insert, or_, select

from qualitydesk.directory.store import employees, institutions
from qualitydesk.penalties.model.rewards import Reward, RewardFilter, RewardState
from qualitydesk.penalties.rules.points import month_after
from qualitydesk.penalties.store.reward_tables import rewards
from qualitydesk.storage.paging import page

_proposer = employees.alias("proposer")
_approver = employees.alias("approver")


def _rewards() -> Select[Any]:
    """The columns of `Reward` by name."""
    return (
        select(
            rewards,
            employees.c.number.label("employee_number"),
            employees.c.name.label("employee"),
            institutions.c.name.label("institution"),
            _proposer.c.name.label("proposer"),
            func.coalesce(_approver.c.name, "").label("approver"),
        )
        .join(employees, employees.c.id == rewards.c.employee_id)
        .join(institutions, institutions.c.id == rewards.c.institution_id)
        .join(_proposer, _proposer.c.id == rewards.c.proposed_by)
        .outerjoin(_approver, _approver.c.id == rewards.c.approved_by)
    )


def _reward(row: Row[Any]) -> Reward:
    return Reward(**{**row._mapping, "state": RewardState(row.state), "extras": tuple(row.extras)})


def add_reward(connection: Connection, reward: Reward) -> None:
    """A new reward."""
    values = {column.name: getattr(reward, column.name) for column in rewards.columns}
    connection.execute(insert(rewards).values(**{**values, "extras": list(reward.extras)}))


def reward(connection: Connection, reward_id: UUID) -> Reward | None:
    row = connection.execute(_rewards().where(rewards.c.id == reward_id)).first()
    return _reward(row) if row else None


def reward_lines(
    connection: Connection,
    wanted: RewardFilter,
    *,
    after: tuple[datetime, UUID] | None = None,
    limit: int | None = None,
) -> list[Reward]:
    """A page of rewards, newest first."""
    query = _rewards()
    if wanted.state is not None:
        query = query.where(rewards.c.state == wanted.state)
    if wanted.institution_id is not None:
        query = query.where(rewards.c.institution_id == wanted.institution_id)
    if wanted.employee_id is not None:
        query = query.where(rewards.c.employee_id == wanted.employee_id)
    if wanted.month is not None:
        query = query.where(rewards.c.deed_on >= wanted.month, rewards.c.deed_on < month_after(wanted.month))
    if wanted.text:
        query = query.where(
            or_(
                rewards.c.number.icontains(wanted.text, autoescape=True),
                employees.c.number.istartswith(wanted.text, autoescape=True),
                employees.c.name.icontains(wanted.text, autoescape=True),
            )
        )
    query = page(query, rewards.c.proposed_at, rewards.c.id, after, limit, descending=True)
    return [_reward(row) for row in connection.execute(query)]
