"""What keeps failing at an institution; the suggestions rounds were begun from."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, select

from qualitydesk.inspections.model import Standing
from qualitydesk.inspections.store.calendar import round_suggestions
from qualitydesk.inspections.store.tables import findings


def weak_items(connection: Connection, institution_id: UUID, since: datetime, times: int) -> list[tuple[str, int]]:
    """(item code, on how many rounds it was found) from a moment on, where it is `times` or more; the most first."""
    how_many = func.count(findings.c.round_id.distinct())
    query = (
        select(findings.c.item_code, how_many.label("rounds"))
        .where(
            findings.c.institution_id == institution_id,
            findings.c.found_at >= since,
            findings.c.standing == Standing.COUNTS,
        )
        .group_by(findings.c.item_code)
        .having(how_many >= times)
        .order_by(how_many.desc(), findings.c.item_code)
    )
    return [(row.item_code, row.rounds) for row in connection.execute(query)]


def who_failed(connection: Connection, institution_id: UUID, since: datetime, item_code: str) -> list[UUID]:
    """People and places an item was found at, the latest first, each once."""
    query = (
        select(findings.c.employee_id, findings.c.place_id)
        .where(
            findings.c.institution_id == institution_id,
            findings.c.item_code == item_code,
            findings.c.found_at >= since,
            findings.c.standing == Standing.COUNTS,
        )
        .order_by(findings.c.found_at.desc(), findings.c.id)
    )
    found = (row.employee_id or row.place_id for row in connection.execute(query))
    return list(dict.fromkeys(one for one in found if one is not None))


def suggestion_facts(connection: Connection, round_id: UUID) -> dict[str, Any] | None:
    """What was kept of the suggestion a round was begun from."""
    kept = connection.execute(
        select(round_suggestions.c.facts).where(round_suggestions.c.round_id == round_id)
    ).scalar_one_or_none()
    return dict(kept) if kept is not None else None
