"""Rounds nobody has decided on."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import (
    Connection,
    distinct,
    exists,
    func,
    not_,
    select,
)

from qualitydesk.directory.store import institutions
from qualitydesk.inspections.store.tables import findings, rounds
from qualitydesk.penalties.model.waiting import WaitingRound
from qualitydesk.penalties.store.tables import slips


def waiting_rounds(connection: Connection, since: datetime, *, fixed: bool, limit: int) -> list[WaitingRound]:
    """Finished rounds begun since then with people found on and no slip yet; `fixed`: what was mended counts, too."""
    decided = exists().where(slips.c.round_id == findings.c.round_id, slips.c.employee_id == findings.c.employee_id)
    query = (
        select(
            rounds.c.id,
            rounds.c.number,
            rounds.c.kind,
            institutions.c.name.label("institution"),
            rounds.c.started_at,
            func.count(distinct(findings.c.employee_id)).label("people"),
        )
        .join(findings, findings.c.round_id == rounds.c.id)
        .join(institutions, institutions.c.id == rounds.c.institution_id)
        .where(
            rounds.c.started_at >= since,
            rounds.c.state == "finished",
            findings.c.employee_id.is_not(None),
            findings.c.standing == "counts",
            not_(decided),
        )
        .group_by(rounds.c.id, rounds.c.number, rounds.c.kind, institutions.c.name, rounds.c.started_at)
        .order_by(rounds.c.started_at.desc(), rounds.c.id)
        .limit(limit)
    )
    if not fixed:
        query = query.where(findings.c.fixed.is_(False))
    return [WaitingRound(**row._mapping) for row in connection.execute(query)]
