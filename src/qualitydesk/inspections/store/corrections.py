"""Answers given anew after a round was finished: rows in, values out. The first answer stays where it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Connection, ForeignKey, Index, Integer, Table, Text, UniqueConstraint, select

from qualitydesk.directory.store import employees
from qualitydesk.inspections.model import Correction, Given, Verdict
from qualitydesk.storage.base import Id, Json, Moment, Word, metadata
from qualitydesk.storage.database import insert_row

corrections = Table(
    "corrections",
    metadata,
    Column("id", Id, primary_key=True),
    Column("round_id", Id, ForeignKey("rounds.id"), nullable=False),
    Column("stop_id", Id, ForeignKey("stops.id"), nullable=False),
    Column("item_code", Word(40), nullable=False),
    Column("position", Integer, nullable=False),  # the nth of this answer, from 1; the last one holds
    Column("before", Json),  # what held until then; NULL = unanswered
    Column("given", Json, nullable=False),
    Column("reason", Text, nullable=False),
    Column("corrected_at", Moment, nullable=False),
    Column("decided_by", Id),
    Column("entered_by", Id),
    UniqueConstraint("stop_id", "item_code", "position"),
    Index("ix_corrections_round_id_corrected_at", "round_id", "corrected_at"),
)


def add_correction(connection: Connection, values: Mapping[str, Any], before: Given | None, given: Given) -> None:
    """One more answer in place of the one that held; `values`: every other column."""
    insert_row(connection, corrections, **values, before=given_json(before), given=given_json(given))


def of_round(connection: Connection, round_id: UUID) -> list[Correction]:
    """Every correction of a round, oldest first."""
    decided, entered = employees.alias(), employees.alias()
    query = (
        select(corrections, decided.c.name.label("decider"), entered.c.name.label("typist"))
        .outerjoin(decided, decided.c.id == corrections.c.decided_by)
        .outerjoin(entered, entered.c.id == corrections.c.entered_by)
        .where(corrections.c.round_id == round_id)
        .order_by(corrections.c.corrected_at, corrections.c.position, corrections.c.id)
    )
    return [
        Correction(
            row.id,
            row.stop_id,
            row.item_code,
            row.position,
            given_from(row.before),
            given_from(row.given) or Given(),
            row.reason,
            row.corrected_at,
            row.decider or "",
            row.typist or "",
        )
        for row in connection.execute(query)
    ]


def given_json(given: Given | None) -> dict[str, Any] | None:
    """An answer as it is kept in a row of its own: every part by its name."""
    return None if given is None else asdict(given)


def given_from(kept: Mapping[str, Any] | None) -> Given | None:
    if kept is None:
        return None
    parts = dict(kept)
    parts["verdict"] = Verdict(parts["verdict"]) if parts["verdict"] else None
    for name in ("began", "ended"):
        parts[name] = datetime.fromisoformat(parts[name]) if parts.get(name) else None
    return Given(**parts)
