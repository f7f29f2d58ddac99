"""The tables of measures."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, Text

from qualitydesk.storage.base import Day, Id, Moment, Word, metadata, revision

measures = Table(
    "measures",
    metadata,
    Column("id", Id, primary_key=True),
    Column("number", Word(40), nullable=False, unique=True),
    Column("state", Word(12), nullable=False),
    Column("urgency", Word(12), nullable=False),
    Column("institution_id", Id, ForeignKey("institutions.id"), nullable=False),
    Column("department_id", Id, ForeignKey("departments.id")),
    Column("owner_id", Id, ForeignKey("employees.id"), nullable=False),
    Column("task", Text, nullable=False),
    Column("cause", Text, nullable=False),
    Column("due_on", Day, nullable=False),
    Column("opened_on", Day, nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("opened_by", Id, ForeignKey("employees.id")),
    Column("done_on", Day),
    Column("proof", Text, nullable=False),
    Column("closed_on", Day),
    Column("closed_by", Id, ForeignKey("employees.id")),
    Column("recheck_on", Day),
    Column("recheck", Word(12)),
    Column("effect_on", Day),
    Column("effect", Word(16)),
    Column("follows", Id, ForeignKey("measures.id"), index=True),
    revision(),
    Index("ix_measures_due_on_id", "due_on", "id"),
    Index("ix_measures_opened_at_id", "opened_at", "id"),
    Index("ix_measures_state_due_on_id", "state", "due_on", "id"),
    Index("ix_measures_owner_id_due_on_id", "owner_id", "due_on", "id"),
    Index("ix_measures_institution_id_due_on_id", "institution_id", "due_on", "id"),
    Index("ix_measures_recheck_on", "recheck_on"),
    Index("ix_measures_effect_on", "effect_on"),
    Index("ix_measures_state_recheck_recheck_on", "state", "recheck", "recheck_on"),
    Index("ix_measures_state_effect_effect_on", "state", "effect", "effect_on"),
)
measure_origins = Table(
    "measure_origins",
    metadata,
    Column("measure_id", Id, ForeignKey("measures.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("kind", Word(12), nullable=False),
    Column("origin_id", Id),  # a row of a part this one does not know
    Column("words", Text, nullable=False),
    Column("employee_id", Id, ForeignKey("employees.id")),
    Column("place_id", Id),
    Column("item_code", Word(40), nullable=False),
    Index("ix_measure_origins_kind_origin_id", "kind", "origin_id"),
    Index("ix_measure_origins_employee_id", "employee_id"),
)
measure_events = Table(
    "measure_events",
    metadata,
    Column("id", Id, primary_key=True),
    Column("measure_id", Id, ForeignKey("measures.id"), nullable=False),
    Column("at", Moment, nullable=False),
    Column("verb", Word(12), nullable=False),
    Column("decided_by", Id, ForeignKey("employees.id")),
    Column("entered_by", Id, ForeignKey("employees.id")),
    Column("words", Text, nullable=False),
    Column("due_before", Day),
    Column("due_after", Day),
    Index("ix_measure_events_measure_id_at", "measure_id", "at"),
)
measure_files = Table(
    "measure_files",
    metadata,
    Column("id", Id, primary_key=True),
    Column("measure_id", Id, ForeignKey("measures.id"), nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("size", Integer, nullable=False),
    Column("added_at", Moment, nullable=False),
    Column("added_by", Id, ForeignKey("employees.id")),
)
