"""Tiers of members: where each stands, what is proposed, what was decided."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from qualitydesk.storage.base import Day, Id, Json, Moment, Word

revision = "0024"
down_revision = "0023"


def upgrade() -> None:
    _standings()
    _moves()
    op.create_table(
        "tier_runs",
        sa.Column("id", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("day", Day, nullable=False),
        sa.Column("edition_id", Id, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_tier_runs"),
        sa.ForeignKeyConstraint(["edition_id"], ["rule_editions.id"], name="fk_tier_runs_edition_id_rule_editions"),
    )


def _standings() -> None:
    name = "tier_standings"
    op.create_table(
        name,
        sa.Column("member_id", Id, nullable=False),
        sa.Column("number", Word(40), nullable=False),
        sa.Column("rank", sa.Integer, nullable=False),
        sa.Column("tier", Word(20), nullable=False),
        sa.Column("since", Day, nullable=False),
        sa.Column("qualifies", sa.Integer, nullable=False),
        sa.Column("guaranteed_until", Day),
        sa.Column("grace_until", Day),
        sa.Column("pinned_until", Day),
        sa.Column("look_on", Day),
        sa.Column("lapses_on", Day),
        sa.Column("falls_on", Day, nullable=False),
        sa.PrimaryKeyConstraint("member_id", name="pk_tier_standings"),
        sa.ForeignKeyConstraint(["member_id"], ["customers.id"], name="fk_tier_standings_member_id_customers"),
        sa.UniqueConstraint("number", name="uq_tier_standings_number"),
    )
    for columns in (["look_on"], ["falls_on", "member_id"], ["rank", "falls_on", "member_id"],
                    ["rank", "number", "member_id"], ["pinned_until", "member_id"]):  # fmt: skip
        op.create_index(f"ix_tier_standings_{'_'.join(columns)}", name, columns)


def _moves() -> None:
    name = "tier_moves"
    op.create_table(
        name,
        sa.Column("id", Id, nullable=False),
        sa.Column("member_id", Id, nullable=False),
        sa.Column("way", Word(20), nullable=False),
        sa.Column("state", Word(20), nullable=False),
        sa.Column("from_tier", Word(20), nullable=False),
        sa.Column("to_tier", Word(20), nullable=False),
        sa.Column("on", Day, nullable=False),
        sa.Column("level", Word(20), nullable=False),
        sa.Column("evaluated_for", Day),
        sa.Column("window_from", Day),
        sa.Column("months", sa.Integer),
        sa.Column("amount", sa.BigInteger),
        sa.Column("threshold", sa.BigInteger),
        sa.Column("edition_id", Id),
        sa.Column("counted", Json, nullable=False),
        sa.Column("until", Day),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("made_at", Moment, nullable=False),
        sa.Column("decided_at", Moment),
        sa.Column("decided_by", Id),
        sa.Column("entered_by", Id),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_tier_moves"),
        *(
            sa.ForeignKeyConstraint([column], [f"{other}.id"], name=f"fk_tier_moves_{column}_{other}")
            for column, other in (
                ("member_id", "customers"),
                ("edition_id", "rule_editions"),
                ("decided_by", "employees"),
                ("entered_by", "employees"),
            )
        ),
    )
    for columns in (["state", "made_at", "id"], ["member_id", "made_at", "id"], ["state", "on"]):
        op.create_index(f"ix_tier_moves_{'_'.join(columns)}", name, columns)
