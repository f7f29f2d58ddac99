"""Rows of what a mystery customer tells of a visit, entry by entry with times."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Column, Connection, ForeignKey, Index, Table, Text, delete, select

from qualitydesk.inspections.model.narratives import Told
from qualitydesk.storage.base import Id, Moment, metadata, revision

round_narrative = Table(
    "round_narrative",
    metadata,
    Column("id", Id, primary_key=True),
    Column("round_id", Id, ForeignKey("rounds.id"), nullable=False),
    Column("told_at", Moment, nullable=False),
    Column("words", Text, nullable=False),
    revision(),
    Index(None, "round_id", "told_at"),
)


def of_round(connection: Connection, round_id: UUID) -> list[Told]:
    """The entries of a round in the order of their times."""
    wanted = select(round_narrative).where(round_narrative.c.round_id == round_id)
    ordered = wanted.order_by(round_narrative.c.told_at, round_narrative.c.id)
    return [Told(row.id, row.round_id, row.told_at, row.words, row.revision) for row in connection.execute(ordered)]


def entry(connection: Connection, entry_id: UUID) -> Told | None:
    """One entry."""
    row = connection.execute(select(round_narrative).where(round_narrative.c.id == entry_id)).first()
    return None if row is None else Told(row.id, row.round_id, row.told_at, row.words, row.revision)


def remove(connection: Connection, entry_id: UUID) -> None:
    """Take an entry away; the audit keeps its words."""
    connection.execute(delete(round_narrative).where(round_narrative.c.id == entry_id))
