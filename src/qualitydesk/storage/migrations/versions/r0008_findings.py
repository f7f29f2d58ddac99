"""Findings: comments, disputes, the list over all rounds."""

from __future__ import annotations

import tomllib

import sqlalchemy as sa
from alembic import op

from qualitydesk.storage.base import Day, Id, Moment, Word

revision = "0008"
down_revision = "0007"

_FILTERED = (
    "institution_id",
    "department_id",
    "round_kind",
    "pack_code",
    "item_code",
    "item_group",
    "gravity",
    "standing",
    "dispute",
    "measures",
)


def upgrade() -> None:
    with op.batch_alter_table("findings") as batch:
        batch.add_column(sa.Column("round_kind", Word(20), nullable=False, server_default=""))
        batch.add_column(sa.Column("name", Word(40), nullable=False, server_default=""))
        batch.add_column(sa.Column("department_id", Id))
        batch.add_column(sa.Column("pack_code", Word(40), nullable=False, server_default=""))
        batch.add_column(sa.Column("pack_edition", sa.Integer, nullable=False, server_default="0"))
        batch.add_column(sa.Column("dispute", Word(12), nullable=False, server_default="none"))
        batch.add_column(sa.Column("measures", sa.Integer, nullable=False, server_default="0"))
    _carry_over(op.get_bind())
    for name in _FILTERED:
        op.create_index(f"ix_findings_{name}_found_at_id", "findings", [name, "found_at", "id"])
    for name in ("found_at", "name", "item_code"):
        op.create_index(f"ix_findings_{name}_id", "findings", [name, "id"])
    op.create_table(
        "finding_comments",
        sa.Column("id", Id, nullable=False),
        sa.Column("finding_id", Id, nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("said_by", Id),
        sa.Column("entered_by", Id),
        sa.Column("words", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_finding_comments"),
        sa.ForeignKeyConstraint(["finding_id"], ["findings.id"], name="fk_finding_comments_finding_id_findings"),
        sa.ForeignKeyConstraint(["said_by"], ["employees.id"], name="fk_finding_comments_said_by_employees"),
    )
    op.create_index("ix_finding_comments_finding_id_at", "finding_comments", ["finding_id", "at"])
    op.create_table(
        "disputes",
        sa.Column("id", Id, nullable=False),
        sa.Column("finding_id", Id, nullable=False),
        sa.Column("state", Word(12), nullable=False),
        sa.Column("raised_on", Day, nullable=False),
        sa.Column("raised_by", Id, nullable=False),
        sa.Column("entered_by", Id),
        sa.Column("raised_at", Moment, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("answer_by", Day),
        sa.Column("decided_by", Id),
        sa.Column("decided_on", Day),
        sa.Column("decided_at", Moment),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("override", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_disputes"),
        sa.ForeignKeyConstraint(["finding_id"], ["findings.id"], name="fk_disputes_finding_id_findings"),
        sa.ForeignKeyConstraint(["raised_by"], ["employees.id"], name="fk_disputes_raised_by_employees"),
        sa.ForeignKeyConstraint(["decided_by"], ["employees.id"], name="fk_disputes_decided_by_employees"),
    )
    op.create_index("ix_disputes_state_raised_on", "disputes", ["state", "raised_on"])
    op.create_index(
        "uq_disputes_standing",
        "disputes",
        ["finding_id"],
        unique=True,
        sqlite_where=sa.text("state <> 'withdrawn'"),
        postgresql_where=sa.text("state <> 'withdrawn'"),
    )


def _carry_over(connection: sa.Connection) -> None:
    """What older findings are listed by is taken from their rounds, stops and packs; few clinics have many."""
    for column, told in (
        ("round_kind", "SELECT kind FROM rounds WHERE rounds.id = findings.round_id"),
        ("name", "SELECT name FROM stops WHERE stops.id = findings.stop_id"),
        ("department_id", "SELECT department_id FROM stops WHERE stops.id = findings.stop_id"),
    ):
        connection.execute(sa.text(f"UPDATE findings SET {column} = ({told})"))
    walked = sa.text("SELECT 1 FROM findings LIMIT 1")
    if connection.execute(walked).first() is None:
        return
    of_pack = sa.text(
        "UPDATE findings SET pack_code = :code, pack_edition = :number WHERE item_code = :item AND round_id IN "
        "(SELECT round_id FROM round_packs WHERE code = :code AND number = :number)"
    )
    for code, number, body in connection.execute(sa.text("SELECT code, number, body FROM pack_editions")).all():
        rows = [{"code": code, "number": number, "item": item} for item in _items(body)]
        if rows:
            connection.execute(of_pack, rows)


def _items(body: str) -> list[str]:
    """The codes of a pack's items; of one that cannot be read none: its findings stay, without a pack."""
    try:
        items = tomllib.loads(body).get("items", [])
        return [str(item["code"]) for item in items]
    except (tomllib.TOMLDecodeError, AttributeError, KeyError, TypeError):
        return []
