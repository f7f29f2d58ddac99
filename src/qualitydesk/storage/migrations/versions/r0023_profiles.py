"""What is known of a member beyond the name: birthdays, family, consents, assessments; limits and requests."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from qualitydesk.storage.base import Day, Id, Moment, Word

revision = "0023"
down_revision = "0022"

_BORN = ["born_calendar", "born_month", "born_day", "born_leap"]


def upgrade() -> None:
    _known()
    _said()
    _wished()


def _known() -> None:
    name = "customer_profiles"
    op.create_table(
        name,
        sa.Column("customer_id", Id, nullable=False),
        *_born(),
        sa.Column("greeter_id", Id),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("customer_id", name=f"pk_{name}"),
        *_links(name, customer_id="customers", greeter_id="employees"),
    )
    op.create_index(f"ix_{name}_born", name, _BORN)
    name = "customer_details"
    op.create_table(
        name,
        sa.Column("customer_id", Id, nullable=False),
        sa.Column("about", Word(20), nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("customer_id", "about", name=f"pk_{name}"),
        *_links(name, customer_id="customers"),
    )
    name = "customer_relatives"
    op.create_table(
        name,
        sa.Column("id", Id, nullable=False),
        sa.Column("customer_id", Id, nullable=False),
        sa.Column("kinship", Word(20), nullable=False),
        sa.Column("name", Word(40), nullable=False),
        *_born(),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        *_links(name, customer_id="customers"),
    )
    op.create_index(f"ix_{name}_customer_id", name, ["customer_id"])
    op.create_index(f"ix_{name}_born", name, _BORN)


def _said() -> None:
    name = "customer_assessments"
    op.create_table(
        name,
        sa.Column("id", Id, nullable=False),
        sa.Column("customer_id", Id, nullable=False),
        sa.Column("assets", sa.BigInteger),
        sa.Column("standing", sa.Text, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("assessed_by", Id, nullable=False),
        sa.Column("assessed_on", Day, nullable=False),
        sa.Column("until", Day),
        sa.Column("entered_at", Moment, nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        *_links(name, customer_id="customers", assessed_by="employees"),
    )
    op.create_index(f"ix_{name}_customer_id_assessed_on", name, ["customer_id", "assessed_on"])
    name = "customer_consents"
    op.create_table(
        name,
        sa.Column("id", Id, nullable=False),
        sa.Column("customer_id", Id, nullable=False),
        sa.Column("kind", Word(20), nullable=False),
        sa.Column("given", sa.Boolean, nullable=False),
        sa.Column("said_on", Day, nullable=False),
        sa.Column("way", Word(20), nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("entered_at", Moment, nullable=False),
        sa.Column("entered_by", Id),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        *_links(name, customer_id="customers", entered_by="employees"),
    )
    op.create_index(f"ix_{name}_customer_id_kind_said_on", name, ["customer_id", "kind", "said_on"])


def _wished() -> None:
    name = "customer_limits"
    op.create_table(
        name,
        sa.Column("customer_id", Id, nullable=False),
        sa.Column("kind", Word(20), nullable=False),
        sa.Column("since", Moment, nullable=False),
        sa.Column("set_by", Id),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("until", Day),
        sa.PrimaryKeyConstraint("customer_id", name=f"pk_{name}"),
        *_links(name, customer_id="customers", set_by="employees"),
    )
    name = "person_requests"
    op.create_table(
        name,
        sa.Column("id", Id, nullable=False),
        sa.Column("number", Word(40), nullable=False),
        sa.Column("customer_id", Id, nullable=False),
        sa.Column("kind", Word(20), nullable=False),
        sa.Column("received_on", Day, nullable=False),
        sa.Column("due_on", Day, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("state", Word(20), nullable=False),
        sa.Column("answered_on", Day),
        sa.Column("answered_by", Id),
        sa.Column("answer", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sa.UniqueConstraint("number", name=f"uq_{name}_number"),
        *_links(name, customer_id="customers", answered_by="employees"),
    )
    for columns in (["customer_id"], ["due_on", "id"], ["state", "due_on", "id"]):
        op.create_index(f"ix_{name}_{'_'.join(columns)}", name, columns)


def _born() -> list[sa.Column[object]]:
    return [
        sa.Column("born_calendar", Word(10)),
        sa.Column("born_month", sa.Integer),
        sa.Column("born_day", sa.Integer),
        sa.Column("born_leap", sa.Boolean, nullable=False),
        sa.Column("born_year", sa.Integer),
    ]


def _links(name: str, **columns: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([column], [f"{other}.id"], name=f"fk_{name}_{column}_{other}")
        for column, other in columns.items()
    ]
