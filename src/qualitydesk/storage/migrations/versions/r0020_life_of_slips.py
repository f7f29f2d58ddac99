"""A slip after its issue: signed for, refused, appealed, decided, deducted, closed, with its files and its notice."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from qualitydesk.storage.base import Day, Id, Json, Moment, Word

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    """New columns and tables; every slip stands in its state since its last step."""
    for column in (
        sa.Column("state_since", Moment),
        sa.Column("unanswered_on", Day),
        sa.Column("settlement_ref", Word(60)),
        sa.Column("deducted_at", Moment),
        sa.Column("closed_at", Moment),
        sa.Column("notice_paper_id", Id),
        sa.Column("act_id", Id),
        sa.Column("source", Word(12)),
    ):
        op.add_column("slips", column)
    op.execute("UPDATE slips SET state_since = coalesce(withdrawn_at, issued_at, approved_at, proposed_at)")
    _answers()
    _appeals()
    _files()


def _answers() -> None:
    op.create_table(
        "slip_answers",
        sa.Column("slip_id", Id, nullable=False),
        sa.Column("kind", Word(12), nullable=False),
        sa.Column("on", Day, nullable=False),
        sa.Column("accepts", sa.Boolean, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("witness_id", Id),
        sa.Column("recorded_at", Moment, nullable=False),
        sa.Column("recorded_by", Id),
        sa.PrimaryKeyConstraint("slip_id", name="pk_slip_answers"),
        sa.ForeignKeyConstraint(["slip_id"], ["slips.id"], name="fk_slip_answers_slip_id_slips"),
        sa.ForeignKeyConstraint(["witness_id"], ["employees.id"], name="fk_slip_answers_witness_id_employees"),
        sa.ForeignKeyConstraint(["recorded_by"], ["employees.id"], name="fk_slip_answers_recorded_by_employees"),
    )


def _appeals() -> None:
    op.create_table(
        "slip_appeals",
        sa.Column("slip_id", Id, nullable=False),
        sa.Column("by_id", Id, nullable=False),
        sa.Column("on", Day, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("late_reason", sa.Text, nullable=False),
        sa.Column("recorded_at", Moment, nullable=False),
        sa.Column("recorded_by", Id),
        sa.Column("outcome", Word(12)),
        sa.Column("decided_by", Id),
        sa.Column("decided_on", Day),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("before", Json, nullable=False),
        sa.Column("after", Json, nullable=False),
        sa.Column("paper_id", Id),
        sa.PrimaryKeyConstraint("slip_id", name="pk_slip_appeals"),
        sa.ForeignKeyConstraint(["slip_id"], ["slips.id"], name="fk_slip_appeals_slip_id_slips"),
        sa.ForeignKeyConstraint(["by_id"], ["employees.id"], name="fk_slip_appeals_by_id_employees"),
        sa.ForeignKeyConstraint(["recorded_by"], ["employees.id"], name="fk_slip_appeals_recorded_by_employees"),
        sa.ForeignKeyConstraint(["decided_by"], ["employees.id"], name="fk_slip_appeals_decided_by_employees"),
    )


def _files() -> None:
    op.create_table(
        "slip_files",
        sa.Column("id", Id, nullable=False),
        sa.Column("slip_id", Id, nullable=False),
        sa.Column("purpose", Word(12), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("sha256", Word(64), nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("added_at", Moment, nullable=False),
        sa.Column("added_by", Id),
        sa.PrimaryKeyConstraint("id", name="pk_slip_files"),
        sa.ForeignKeyConstraint(["slip_id"], ["slips.id"], name="fk_slip_files_slip_id_slips"),
        sa.ForeignKeyConstraint(["added_by"], ["employees.id"], name="fk_slip_files_added_by_employees"),
    )
    op.create_index("ix_slip_files_slip_id", "slip_files", ["slip_id"])
