"""Answers given anew after a round was finished: rows in, values out. The first answer stays where it is."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint

from qualitydesk.storage.base import Id, Json, Moment, Word, metadata

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
