"""The tables of contacts: what was done about each, messages sent to many, holds, texts of messages."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint

from qualitydesk.storage.base import Day, Id, Moment, Word, index_where, metadata, revision

contact_batches = Table(  # one text to many members
    "contact_batches",
    metadata,
    Column("id", Id, primary_key=True),
    Column("occasion", Word(20), nullable=False),
    Column("detail", Word(40), nullable=False),
    Column("due_on", Day, nullable=False),
    Column("at", Moment, nullable=False),
    Column("decided_by", Id, ForeignKey("employees.id")),
    Column("entered_by", Id, ForeignKey("employees.id")),
    Column("text", Text, nullable=False),
    Column("members", Integer, nullable=False),
)
contact_attempts = Table(  # rows are only added: the latest of a contact says how it stands
    "contact_attempts",
    metadata,
    Column("id", Id, primary_key=True),
    Column("member_id", Id, ForeignKey("customers.id"), nullable=False),
    Column("occasion", Word(20), nullable=False),
    Column("detail", Word(40), nullable=False),
    Column("due_on", Day, nullable=False),
    Column("way", Word(12), nullable=False),
    Column("state", Word(12), nullable=False),
    Column("at", Moment, nullable=False),
    Column("decided_by", Id, ForeignKey("employees.id")),
    Column("entered_by", Id, ForeignKey("employees.id")),
    Column("note", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("postponed_to", Day),
    Column("batch_id", Id, ForeignKey("contact_batches.id")),
    Index("ix_contact_attempts_member_id_due_on", "member_id", "due_on", "occasion"),
    Index("ix_contact_attempts_due_on_occasion_member_id", "due_on", "occasion", "detail", "member_id"),
)
index_where(contact_attempts, "ix_contact_attempts_postponed_to", ("postponed_to",), "postponed_to IS NOT NULL")
contact_holds = Table(
    "contact_holds",
    metadata,
    Column("id", Id, primary_key=True),
    Column("customer_id", Id, ForeignKey("customers.id"), nullable=False),
    Column("origin_kind", Word(20), nullable=False),
    Column("origin_id", Id, nullable=False),
    Column("number", Word(40), nullable=False),
    Column("reason", Text, nullable=False),
    Column("put_at", Moment, nullable=False),
    Column("put_by", Id, ForeignKey("employees.id")),
    Column("lifted_at", Moment),
    Column("lifted_by", Id, ForeignKey("employees.id")),
    Column("lifted_why", Text, nullable=False),
    Index("ix_contact_holds_customer_id_put_at", "customer_id", "put_at"),
    Index("ix_contact_holds_origin_id", "origin_id"),
)
index_where(contact_holds, "ix_contact_holds_in_force", ("customer_id",), "lifted_at IS NULL")
contact_texts = Table(
    "contact_texts",
    metadata,
    Column("id", Id, primary_key=True),
    Column("occasion", Word(20), nullable=False),
    Column("detail", Word(40), nullable=False),
    Column("tier", Word(20), nullable=False),
    Column("text", Text, nullable=False),
    revision(),
    UniqueConstraint("occasion", "detail", "tier"),
)
