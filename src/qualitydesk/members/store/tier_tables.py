"""The tables of tiers: where each member stands, what was proposed and decided, up to which day all is evaluated."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, Table, Text

from qualitydesk.storage.base import Day, Id, Json, Moment, Word, metadata, revision

tier_standings = Table(  # whoever ever bought anything
    "tier_standings",
    metadata,
    Column("member_id", Id, ForeignKey("customers.id"), primary_key=True),
    Column("number", Word(40), nullable=False, unique=True),  # the customer's, which never changes: lists are sorted
    Column("rank", Integer, nullable=False),  # of `tier` in the edition of the last run
    Column("tier", Word(20), nullable=False),
    Column("since", Day, nullable=False),
    Column("qualifies", Integer, nullable=False),  # the rank that spending reaches
    Column("guaranteed_until", Day),
    Column("grace_until", Day),
    Column("pinned_until", Day),
    Column("look_on", Day, index=True),  # the next day on which anything changes by itself
    Column("lapses_on", Day),
    Column("falls_on", Day, nullable=False),  # NEVER: not in sight
    Index("ix_tier_standings_falls_on_member_id", "falls_on", "member_id"),
    Index("ix_tier_standings_rank_falls_on_member_id", "rank", "falls_on", "member_id"),
    Index("ix_tier_standings_rank_number_member_id", "rank", "number", "member_id"),
    Index("ix_tier_standings_pinned_until_member_id", "pinned_until", "member_id"),
)
tier_moves = Table(  # proposals and history in one: a move is never taken away
    "tier_moves",
    metadata,
    Column("id", Id, primary_key=True),
    Column("member_id", Id, ForeignKey("customers.id"), nullable=False),
    Column("way", Word(20), nullable=False),
    Column("state", Word(20), nullable=False),
    Column("from_tier", Word(20), nullable=False),
    Column("to_tier", Word(20), nullable=False),
    Column("on", Day, nullable=False),
    Column("level", Word(20), nullable=False),  # the tier whose window was summed; "": a pin sums nothing
    Column("evaluated_for", Day),
    Column("window_from", Day),
    Column("months", Integer),
    Column("amount", BigInteger),
    Column("threshold", BigInteger),
    Column("edition_id", Id, ForeignKey("rule_editions.id")),
    Column("counted", Json, nullable=False),  # [number, day, fen] of each purchase
    Column("until", Day),
    Column("reason", Text, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("decided_at", Moment),
    Column("decided_by", Id, ForeignKey("employees.id")),
    Column("entered_by", Id, ForeignKey("employees.id")),
    revision(),
    Index("ix_tier_moves_state_made_at_id", "state", "made_at", "id"),
    Index("ix_tier_moves_member_id_made_at_id", "member_id", "made_at", "id"),
    Index("ix_tier_moves_state_on", "state", "on"),
)
tier_runs = Table(  # one row
    "tier_runs",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("day", Day, nullable=False),
    Column("edition_id", Id, ForeignKey("rule_editions.id"), nullable=False),
)
