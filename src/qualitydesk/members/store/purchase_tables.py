"""The table of purchases: what a customer paid and got back, when, and for whom and which day it counts."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Table, Text, UniqueConstraint

from qualitydesk.storage.base import Day, Id, Moment, Word, metadata, revision

purchases = Table(
    "purchases",
    metadata,
    Column("id", Id, primary_key=True),
    Column("number", Word(40), nullable=False),  # the bill's own, once for an institution
    Column("customer_id", Id, ForeignKey("customers.id"), nullable=False, index=True),  # whose bill it is
    Column("member_id", Id, ForeignKey("customers.id"), nullable=False),  # whom it counts for: the record kept
    Column("institution_id", Id, ForeignKey("institutions.id"), nullable=False),
    Column("day", Day, nullable=False),
    Column("kind", Word(20), nullable=False),
    Column("amount", BigInteger, nullable=False),  # fen; negative: money given back
    Column("refund_of", Id, ForeignKey("purchases.id"), index=True),
    Column("counted_on", Day, nullable=False),  # a linked refund counts on the day of its purchase
    Column("counts", BigInteger, nullable=False),  # fen; the amount, 0 when voided
    Column("voided_at", Moment),
    Column("voided_why", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("recorded_at", Moment, nullable=False),
    Column("entered_by", Id, ForeignKey("employees.id")),
    revision(),
    UniqueConstraint("institution_id", "number"),
    # Sums of a member's windows are read from this index alone.
    Index("ix_purchases_member_id_counted_on_counts", "member_id", "counted_on", "counts"),
    Index("ix_purchases_day_id", "day", "id"),
)
