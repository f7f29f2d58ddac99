"""The tables of customers: who, how to be reached, by what to be found, marked when and why."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Table, Text, text

from qualitydesk.storage.base import Id, Moment, Word, metadata, revision

customers = Table(
    "customers",
    metadata,
    Column("id", Id, primary_key=True),
    Column("number", Word(40), nullable=False, unique=True),
    Column("name", Word(40), nullable=False),
    Column("sex", Word(10)),
    Column("institution_id", Id, ForeignKey("institutions.id"), nullable=False),
    Column("note", Text, nullable=False),
    Column("flagged", Boolean, nullable=False),  # whether a mark is in force, of this record or one linked to it
    Column("added_at", Moment, nullable=False),
    Column("tier_rank", Integer, nullable=False, server_default=text("-1")),  # of the tier held; -1: nothing bought
    revision(),
    Index("ix_customers_institution_id_number_id", "institution_id", "number", "id"),
    Index("ix_customers_flagged_number_id", "flagged", "number", "id"),
    Index("ix_customers_tier_rank_id", "tier_rank", "id"),
)
customer_telephones = Table(
    "customer_telephones",
    metadata,
    Column("customer_id", Id, ForeignKey("customers.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),  # 0: the one to call
    Column("telephone", Word(24), nullable=False),  # as `members.rules.telephone` writes it
    Column("last_four", Word(4), nullable=False),
    Index("ix_customer_telephones_telephone_customer_id", "telephone", "customer_id"),
    Index("ix_customer_telephones_last_four_customer_id", "last_four", "customer_id"),
)
customer_keys = Table(  # what a name is found by, compared from its beginning: see `members.rules.keys_of`
    "customer_keys",
    metadata,
    Column("kind", Word(1), primary_key=True),
    Column("key", Word(40), primary_key=True),
    Column("customer_id", Id, ForeignKey("customers.id"), primary_key=True, index=True),
)
customer_links = Table(  # two records are one person: this one is linked to that one and keeps all it has
    "customer_links",
    metadata,
    Column("customer_id", Id, ForeignKey("customers.id"), primary_key=True),
    Column("kept_id", Id, ForeignKey("customers.id"), nullable=False, index=True),
)
customer_flags = Table(
    "customer_flags",
    metadata,
    Column("id", Id, primary_key=True),
    Column("customer_id", Id, ForeignKey("customers.id"), nullable=False),
    Column("reason", Text, nullable=False),
    Column("set_at", Moment, nullable=False),
    Column("set_by", Id, ForeignKey("employees.id")),
    Column("lifted_at", Moment),
    Column("lifted_by", Id, ForeignKey("employees.id")),
    Column("lifted_why", Text, nullable=False),
    Index("ix_customer_flags_customer_id_set_at", "customer_id", "set_at"),
)
