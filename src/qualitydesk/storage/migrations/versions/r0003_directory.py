"""Directory: places, names by pinyin initials, past absences, corrections of dated entries."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from qualitydesk.basics.initials import initials_of
from qualitydesk.storage.base import Day, Id, Json, Moment, Word

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "places",
        sa.Column("id", Id, nullable=False),
        sa.Column("institution_id", Id, nullable=False),
        sa.Column("name", Word(40), nullable=False),
        sa.Column("kind", Word(20), nullable=False),
        sa.Column("active", sa.Boolean, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.ForeignKeyConstraint(["institution_id"], ["institutions.id"], name="fk_places_institution_id_institutions"),
        sa.PrimaryKeyConstraint("id", name="pk_places"),
        sa.UniqueConstraint("institution_id", "name", name="uq_places_institution_id_name"),
    )
    op.create_table(
        "absences",
        sa.Column("employee_id", Id, nullable=False),
        sa.Column("left_on", Day, nullable=False),
        sa.Column("returned_on", Day, nullable=False),
        sa.Column("why", Word(200), nullable=False),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name="fk_absences_employee_id_employees"),
        sa.PrimaryKeyConstraint("employee_id", "left_on", name="pk_absences"),
    )
    op.create_table(
        "term_corrections",
        sa.Column("id", Id, nullable=False),
        sa.Column("kind", Word(12), nullable=False),
        sa.Column("subject_id", Id, nullable=False),
        sa.Column("before", Json, nullable=False),
        sa.Column("after", Json),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("corrected_at", Moment, nullable=False),
        sa.Column("decided_by", Id),
        sa.Column("entered_by", Id),
        sa.PrimaryKeyConstraint("id", name="pk_term_corrections"),
    )
    op.create_index("ix_term_corrections_subject_id_corrected_at", "term_corrections", ["subject_id", "corrected_at"])
    op.add_column("employees", sa.Column("left_why", Word(200), nullable=False, server_default=""))
    op.add_column("employees", sa.Column("initials", Word(250), nullable=False, server_default=""))
    _fill_initials()


def _fill_initials() -> None:
    employees = sa.table(
        "employees", sa.column("id", Id), sa.column("name", sa.String), sa.column("initials", sa.String)
    )
    connection = op.get_bind()
    found = connection.execute(sa.select(employees.c.id, employees.c.name)).all()
    change = (
        employees.update().where(employees.c.id == sa.bindparam("who", type_=Id)).values(initials=sa.bindparam("read"))
    )
    if found:
        connection.execute(change, [{"who": row.id, "read": initials_of(row.name)} for row in found])
