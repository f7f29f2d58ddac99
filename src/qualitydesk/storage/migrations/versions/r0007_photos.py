"""Photos of rounds; and, for a shared server, the files themselves."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from qualitydesk.storage.base import Id, Json, Moment, Word

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "photos",
        sa.Column("id", Id, nullable=False),
        sa.Column("round_id", Id, nullable=False),
        sa.Column("stop_id", Id, nullable=False),
        sa.Column("item_code", Word(40)),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("width", sa.Integer, nullable=False),
        sa.Column("height", sa.Integer, nullable=False),
        sa.Column("marks", Json, nullable=False),
        sa.Column("caption", sa.Text, nullable=False),
        sa.Column("taken_at", Moment, nullable=False),
        sa.Column("taken_from", Word(8), nullable=False),
        sa.Column("origin", Word(8), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("source_sha256", sa.String(64), nullable=False),
        sa.Column("added_at", Moment, nullable=False),
        sa.Column("added_by", Id),
        sa.Column("late", sa.Boolean, nullable=False),
        sa.Column("removed_at", Moment),
        sa.Column("removed_by", Id),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_photos"),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name="fk_photos_round_id_rounds"),
        sa.ForeignKeyConstraint(["stop_id"], ["stops.id"], name="fk_photos_stop_id_stops"),
    )
    op.create_index("ix_photos_round_id_position", "photos", ["round_id", "position"])
    op.create_table(
        "file_blobs",
        sa.Column("sha256", Word(64), nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_file_blobs"),
    )
