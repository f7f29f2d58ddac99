"""The tables of purchases: what a customer paid and got back, when, and for whom and which day it counts; the cards
customers are known by in lists from elsewhere; what such a list would become, laid ready."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint

from qualitydesk.storage.base import Day, Id, Json, Moment, Word, metadata, revision

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
    # Pages of the list, whole and of one institution.
    Index("ix_purchases_day_id", "day", "id"),
    Index("ix_purchases_institution_id_day_id", "institution_id", "day", "id"),
    Index("ix_purchases_amount_id", "amount", "id"),
    Index("ix_purchases_number", "number"),
)
customer_cards = Table(  # what a customer is called by in another program: a card, a file, a number there
    "customer_cards",
    metadata,
    Column("number", Word(40), primary_key=True),
    Column("customer_id", Id, ForeignKey("customers.id"), nullable=False, index=True),
)
purchase_lists = Table(  # a kind of list, known again by its heads, with the meaning of its columns
    "purchase_lists",
    metadata,
    Column("id", Id, primary_key=True),
    Column("signature", Word(64), nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("mapping", Json, nullable=False),
    Column("used_at", Moment, nullable=False),
)
# A list laid ready: filled beside whatever else goes on, published in one short transaction, then empty again.
staged_customers = Table(
    "staged_customers",
    metadata,
    Column("stage_id", Id, primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),  # 1, 2, 3 …: the order of numbers
    Column("id", Id, nullable=False),
    Column("name", Word(40), nullable=False),
    Column("institution_id", Id, nullable=False),
    Column("telephone", Word(24), nullable=False),  # "" for none
    Column("last_four", Word(4), nullable=False),
)
staged_cards = Table(
    "staged_cards",
    metadata,
    Column("stage_id", Id, primary_key=True),
    Column("number", Word(40), primary_key=True),
    Column("customer_id", Id, nullable=False),
)
staged_keys = Table(
    "staged_keys",
    metadata,
    Column("stage_id", Id, primary_key=True),
    Column("kind", Word(1), primary_key=True),
    Column("key", Word(40), primary_key=True),
    Column("customer_id", Id, primary_key=True),
    sqlite_with_rowid=False,  # one tree to be filled instead of two
)
staged_purchases = Table(
    "staged_purchases",
    metadata,
    Column("stage_id", Id, primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),  # a refund stands behind its purchase
    Column("id", Id, nullable=False),
    Column("number", Word(40), nullable=False),
    Column("customer_id", Id, nullable=False),
    Column("member_id", Id, nullable=False),
    Column("institution_id", Id, nullable=False),
    Column("day", Day, nullable=False),
    Column("kind", Word(20), nullable=False),
    Column("amount", BigInteger, nullable=False),
    Column("refund_of", Id),
    Column("counted_on", Day, nullable=False),
    Column("note", Text, nullable=False),
    sqlite_with_rowid=False,  # one tree to be filled instead of two
)
stages = Table(
    "purchase_stages",
    metadata,
    Column("id", Id, primary_key=True),
    Column("begun_at", Moment, nullable=False),
)
