"""Rounds: places as stops, late additions, samples, visitors; planned rounds; corrections after finishing."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from qualitydesk.storage.base import Day, Id, Json, Moment, Word

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    with op.batch_alter_table("rounds") as table:
        table.add_column(sa.Column("visitor", Word(40), nullable=False, server_default=""))
        table.add_column(sa.Column("visitor_code", Word(40), nullable=False, server_default=""))
        table.add_column(sa.Column("lead_reason", sa.Text, nullable=False, server_default=""))
        table.add_column(sa.Column("corrected", sa.Integer, nullable=False, server_default="0"))
        table.add_column(sa.Column("sample", Json))
    with op.batch_alter_table("stops") as table:
        table.add_column(sa.Column("place_id", Id))
        table.add_column(sa.Column("added_at", Moment))
        table.add_column(sa.Column("added_by", Id))
        table.create_foreign_key("fk_stops_place_id_places", "places", ["place_id"], ["id"])
        table.create_index("ix_stops_place_id", ["place_id"])
    with op.batch_alter_table("findings") as table:
        table.add_column(sa.Column("place_id", Id))
        table.create_foreign_key("fk_findings_place_id_places", "places", ["place_id"], ["id"])
        table.create_index("ix_findings_place_id_found_at", ["place_id", "found_at"])
    op.create_index("ix_round_inspectors_employee_id", "round_inspectors", ["employee_id"])
    _corrections()
    _planned_rounds()


def _corrections() -> None:
    op.create_table(
        "corrections",
        sa.Column("id", Id, nullable=False),
        sa.Column("round_id", Id, nullable=False),
        sa.Column("stop_id", Id, nullable=False),
        sa.Column("item_code", Word(40), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("before", Json),
        sa.Column("given", Json, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("corrected_at", Moment, nullable=False),
        sa.Column("decided_by", Id),
        sa.Column("entered_by", Id),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name="fk_corrections_round_id_rounds"),
        sa.ForeignKeyConstraint(["stop_id"], ["stops.id"], name="fk_corrections_stop_id_stops"),
        sa.PrimaryKeyConstraint("id", name="pk_corrections"),
        sa.UniqueConstraint("stop_id", "item_code", "position", name="uq_corrections_stop_id_item_code_position"),
    )
    op.create_index("ix_corrections_round_id_corrected_at", "corrections", ["round_id", "corrected_at"])


def _planned_rounds() -> None:
    op.create_table(
        "planned_rounds",
        sa.Column("id", Id, nullable=False),
        sa.Column("day", Day, nullable=False),
        sa.Column("kind", Word(20), nullable=False),
        sa.Column("state", Word(12), nullable=False),
        sa.Column("institution_id", Id, nullable=False),
        sa.Column("inspectors", Json, nullable=False),
        sa.Column("packs", Json, nullable=False),
        sa.Column("route", Json, nullable=False),
        sa.Column("sample", Json),
        sa.Column("visitor", Word(40), nullable=False),
        sa.Column("visitor_code", Word(40), nullable=False),
        sa.Column("lead_reason", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("round_id", Id),
        sa.Column("planned_at", Moment, nullable=False),
        sa.Column("planned_by", Id),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.ForeignKeyConstraint(
            ["institution_id"], ["institutions.id"], name="fk_planned_rounds_institution_id_institutions"
        ),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name="fk_planned_rounds_round_id_rounds"),
        sa.PrimaryKeyConstraint("id", name="pk_planned_rounds"),
    )
    op.create_index("ix_planned_rounds_state_day_id", "planned_rounds", ["state", "day", "id"])
    op.create_index("ix_planned_rounds_round_id", "planned_rounds", ["round_id"])
