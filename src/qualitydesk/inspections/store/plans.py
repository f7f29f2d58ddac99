"""Rounds planned for a day: rows in, values out."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Table, Text

from qualitydesk.storage.base import Day, Id, Json, Moment, Word, metadata, revision

planned_rounds = Table(
    "planned_rounds",
    metadata,
    Column("id", Id, primary_key=True),
    Column("day", Day, nullable=False),
    Column("kind", Word(20), nullable=False),
    Column("state", Word(12), nullable=False),
    Column("institution_id", Id, ForeignKey("institutions.id"), nullable=False),
    Column("inspectors", Json, nullable=False),  # ids, the lead first
    Column("packs", Json, nullable=False),  # codes
    Column("route", Json, nullable=False),  # [target, id] in the order they are to be walked
    Column("sample", Json),  # the rule by which people are drawn when it is started
    Column("visitor", Word(40), nullable=False),
    Column("visitor_code", Word(40), nullable=False),
    Column("lead_reason", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("reason", Text, nullable=False),  # why it was dropped
    Column("round_id", Id, ForeignKey("rounds.id"), index=True),
    Column("planned_at", Moment, nullable=False),
    Column("planned_by", Id),
    revision(),
    Index("ix_planned_rounds_state_day_id", "state", "day", "id"),
)
