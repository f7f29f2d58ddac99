"""The tables of acknowledgements: who has signed which edition of a rule, and the scans of what was signed."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text

from qualitydesk.storage.base import Day, Id, Moment, Word, metadata, revision, unique_where

acknowledgements = Table(
    "acknowledgements",
    metadata,
    Column("id", Id, primary_key=True),
    Column("edition_id", Id, ForeignKey("rule_editions.id"), nullable=False),
    Column("employee_id", Id, ForeignKey("employees.id"), nullable=False, index=True),
    Column("signed_on", Day, nullable=False),
    Column("way", Word(12), nullable=False),
    Column("witness_id", Id, ForeignKey("employees.id")),
    Column("entry_id", Id, nullable=False),  # those recorded together, with their scans
    Column("recorded_at", Moment, nullable=False),
    Column("recorded_by", Id, ForeignKey("employees.id")),
    Column("withdrawn_at", Moment),
    Column("withdrawn_by", Id, ForeignKey("employees.id")),
    Column("withdrawal_reason", Text, nullable=False),
    revision(),
    Index("ix_acknowledgements_edition_id_employee_id", "edition_id", "employee_id"),
)
unique_where(acknowledgements, "uq_acknowledgements_live", ("edition_id", "employee_id"), "withdrawn_at IS NULL")
acknowledgement_files = Table(
    "acknowledgement_files",
    metadata,
    Column("id", Id, primary_key=True),
    Column("entry_id", Id, nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("sha256", Word(64), nullable=False),
    Column("size", Integer, nullable=False),
    Column("added_at", Moment, nullable=False),
    Column("added_by", Id, ForeignKey("employees.id")),
)
