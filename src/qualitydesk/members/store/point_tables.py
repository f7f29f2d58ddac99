"""The tables of benefits, points and gifts. What bills earn is read from the purchases themselves; here stands what
else came and went."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint

from qualitydesk.storage.base import Day, Id, Moment, Word, metadata, revision

benefit_grants = Table(
    "benefit_grants",
    metadata,
    Column("id", Id, primary_key=True),
    Column("customer_id", Id, ForeignKey("customers.id"), nullable=False),
    Column("year", Integer, nullable=False),
    Column("benefit", Word(40), nullable=False),
    Column("tier", Word(10), nullable=False),  # the one that granted it last
    Column("times", Integer, nullable=False),
    revision(),
    UniqueConstraint("customer_id", "year", "benefit"),
)
benefit_uses = Table(
    "benefit_uses",
    metadata,
    Column("id", Id, primary_key=True),
    Column("grant_id", Id, ForeignKey("benefit_grants.id"), nullable=False, index=True),
    Column("day", Day, nullable=False),
    Column("note", Text, nullable=False),
    Column("recorded_at", Moment, nullable=False),
    Column("entered_by", Id, ForeignKey("employees.id")),
)
gifts = Table(
    "gifts",
    metadata,
    Column("id", Id, primary_key=True),
    Column("name", Word(60), nullable=False, unique=True),
    Column("points", Integer, nullable=False),  # what one costs
    Column("note", Text, nullable=False),
    Column("active", Boolean, nullable=False),
    revision(),
)
point_entries = Table(
    "member_point_entries",
    metadata,
    Column("id", Id, primary_key=True),
    Column("customer_id", Id, ForeignKey("customers.id"), nullable=False),
    Column("day", Day, nullable=False),
    Column("kind", Word(20), nullable=False),
    Column("points", BigInteger, nullable=False),  # below zero: they went
    Column("expires_on", Day),  # of those that came
    Column("gift_id", Id, ForeignKey("gifts.id"), index=True),
    Column("quantity", Integer, nullable=False),
    Column("reason", Text, nullable=False),
    Column("recorded_at", Moment, nullable=False),
    Column("entered_by", Id, ForeignKey("employees.id")),
    Column("undone_at", Moment),
    Column("undone_why", Text, nullable=False),
    revision(),
    Index("ix_member_point_entries_customer_id_day", "customer_id", "day"),
)
gift_moves = Table(
    "gift_moves",
    metadata,
    Column("id", Id, primary_key=True),
    Column("gift_id", Id, ForeignKey("gifts.id"), nullable=False),
    Column("at", Moment, nullable=False),
    Column("kind", Word(20), nullable=False),
    Column("quantity", Integer, nullable=False),
    Column("entry_id", Id, ForeignKey("member_point_entries.id"), index=True),
    Column("reason", Text, nullable=False),
    Column("entered_by", Id, ForeignKey("employees.id")),
    Index("ix_gift_moves_gift_id_quantity", "gift_id", "quantity"),
)
