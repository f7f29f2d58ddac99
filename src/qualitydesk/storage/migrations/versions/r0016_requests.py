"""Internal requests with their clock, and customers' wishes, suggestions and praise."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from qualitydesk.storage.base import Day, Id, Json, Moment, Word

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    _requests()
    _request_parts()
    _wishes()
    _events("request_events", "request_id", "requests")
    _events("wish_events", "wish_id", "wishes")


def _to(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=f"fk_{table}_{column}_{target}")


def _refer(table: str, **targets: str) -> list[sa.ForeignKeyConstraint]:
    return [_to(table, column, target) for column, target in targets.items()]


def _index(table: str, *columns: str) -> None:
    op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))


def _requests() -> None:
    op.create_table(
        "requests",
        sa.Column("id", Id, nullable=False),
        sa.Column("number", Word(40), nullable=False),
        sa.Column("state", Word(12), nullable=False),
        sa.Column("urgency", Word(12), nullable=False),
        sa.Column("institution_id", Id, nullable=False),
        sa.Column("department_id", Id, nullable=False),
        sa.Column("asker_id", Id, nullable=False),
        sa.Column("asked_id", Id, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("since", Day),
        sa.Column("received_at", Moment, nullable=False),
        sa.Column("received_by", Id),
        sa.Column("recorded_at", Moment, nullable=False),
        sa.Column("backdate_reason", sa.Text, nullable=False),
        sa.Column("accepted_by", Id),
        sa.Column("answer", sa.Text, nullable=False),
        sa.Column("answered_at", Moment),
        sa.Column("answered_by", Id),
        sa.Column("closed_at", Moment),
        sa.Column("closed_by", Id),
        sa.Column("due_at", Moment, nullable=False),
        sa.Column("missed", sa.Boolean, nullable=False),
        sa.Column("returned", sa.Integer, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_requests"),
        sa.UniqueConstraint("number", name="uq_requests_number"),
        *_refer("requests", institution_id="institutions", department_id="departments", asked_id="departments"),
        *(
            _to("requests", name, "employees")
            for name in ("asker_id", "received_by", "accepted_by", "answered_by", "closed_by")
        ),
    )
    for name in ("due_at", "received_at"):
        _index("requests", name, "id")
    for name in ("state", "institution_id", "asked_id", "department_id"):
        _index("requests", name, "due_at", "id")
    _index("requests", "asker_id")


def _request_parts() -> None:
    op.create_table(
        "request_files",
        sa.Column("id", Id, nullable=False),
        sa.Column("request_id", Id, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("added_at", Moment, nullable=False),
        sa.Column("added_by", Id),
        sa.PrimaryKeyConstraint("id", name="pk_request_files"),
        *_refer("request_files", request_id="requests", added_by="employees"),
    )
    _index("request_files", "request_id")
    op.create_table(
        "request_clocks",
        sa.Column("request_id", Id, nullable=False),
        sa.Column("code", Word(40), nullable=False),
        sa.Column("run", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("state", Word(12), nullable=False),
        sa.Column("started_at", Moment, nullable=False),
        sa.Column("due_at", Moment, nullable=False),
        sa.Column("half_at", Moment),
        sa.Column("stopped_at", Moment),
        sa.Column("rest", Json, nullable=False),
        sa.PrimaryKeyConstraint("request_id", "code", "run", name="pk_request_clocks"),
        *_refer("request_clocks", request_id="requests"),
    )
    running = sa.text("stopped_at IS NULL")
    op.create_index(
        "ix_request_clocks_running_due_at",
        "request_clocks",
        ["due_at"],
        sqlite_where=running,
        postgresql_where=running,
    )


def _wishes() -> None:
    op.create_table(
        "wishes",
        sa.Column("id", Id, nullable=False),
        sa.Column("number", Word(40), nullable=False),
        sa.Column("kind", Word(12), nullable=False),
        sa.Column("state", Word(12), nullable=False),
        sa.Column("institution_id", Id, nullable=False),
        sa.Column("channel", Word(20), nullable=False),
        sa.Column("about", Word(12)),
        sa.Column("party", sa.Text, nullable=False),
        sa.Column("party_sex", Word(10)),
        sa.Column("party_phone", Word(24), nullable=False),
        sa.Column("customer_id", Id),
        sa.Column("anonymous", sa.Boolean, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("received_at", Moment, nullable=False),
        sa.Column("received_by", Id),
        sa.Column("recorded_at", Moment, nullable=False),
        sa.Column("backdate_reason", sa.Text, nullable=False),
        sa.Column("department_id", Id),
        sa.Column("employee_id", Id),
        sa.Column("forwarded_at", Moment),
        sa.Column("forwarded_by", Id),
        sa.Column("outcome", Word(12)),
        sa.Column("answer", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("answered_at", Moment),
        sa.Column("answered_by", Id),
        sa.Column("case_id", Id),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_wishes"),
        sa.UniqueConstraint("number", name="uq_wishes_number"),
        *_refer("wishes", institution_id="institutions", department_id="departments"),
        *_refer("wishes", customer_id="customers", case_id="cases"),
        *(_to("wishes", name, "employees") for name in ("received_by", "employee_id", "forwarded_by", "answered_by")),
    )
    _index("wishes", "received_at", "id")
    for name in ("state", "institution_id", "kind"):
        _index("wishes", name, "received_at", "id")
    for name in ("department_id", "customer_id", "case_id"):
        _index("wishes", name)
    op.create_table(
        "wish_people",
        sa.Column("wish_id", Id, nullable=False),
        sa.Column("position", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("employee_id", Id, nullable=False),
        sa.PrimaryKeyConstraint("wish_id", "position", name="pk_wish_people"),
        *_refer("wish_people", wish_id="wishes", employee_id="employees"),
    )
    _index("wish_people", "employee_id")


def _events(table: str, owner: str, owners: str) -> None:
    op.create_table(
        table,
        sa.Column(owner, Id, nullable=False),
        sa.Column("place", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("verb", Word(20), nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("details", Json),
        sa.Column("decided_by", Id),
        sa.Column("entered_by", Id),
        sa.PrimaryKeyConstraint(owner, "place", name=f"pk_{table}"),
        *_refer(table, **{owner: owners, "decided_by": "employees", "entered_by": "employees"}),
    )
