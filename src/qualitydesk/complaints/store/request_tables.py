"""The tables of internal requests and of customers' wishes, each with its timeline.

Columns that lists sort by hold no NULL: `due_at` is that of the clock's latest run, also once it has stopped.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, Text

from qualitydesk.storage.base import Day, Id, Json, Moment, Word, index_where, metadata, revision


def _who(name: str, *, nullable: bool = True) -> Column[object]:
    return Column(name, Id, ForeignKey("employees.id"), nullable=nullable)


def _where(name: str, *, nullable: bool = True) -> Column[object]:
    return Column(name, Id, ForeignKey("departments.id"), nullable=nullable)


def _events(name: str, owner: str, owners: str) -> Table:
    return Table(
        name,
        metadata,
        Column(owner, Id, ForeignKey(f"{owners}.id"), primary_key=True),
        Column("place", Integer, primary_key=True, autoincrement=False),
        Column("at", Moment, nullable=False),
        Column("verb", Word(20), nullable=False),
        Column("words", Text, nullable=False),
        Column("details", Json),
        _who("decided_by"),
        _who("entered_by"),
    )


requests = Table(
    "requests",
    metadata,
    Column("id", Id, primary_key=True),
    Column("number", Word(40), nullable=False, unique=True),
    Column("state", Word(12), nullable=False),
    Column("urgency", Word(12), nullable=False),
    Column("institution_id", Id, ForeignKey("institutions.id"), nullable=False),
    _where("department_id", nullable=False),
    _who("asker_id", nullable=False),
    _where("asked_id", nullable=False),
    Column("words", Text, nullable=False),
    Column("since", Day),
    Column("received_at", Moment, nullable=False),
    Column("received_by", Id, ForeignKey("employees.id")),
    Column("recorded_at", Moment, nullable=False),
    Column("backdate_reason", Text, nullable=False),
    _who("accepted_by"),
    Column("answer", Text, nullable=False),
    Column("answered_at", Moment),
    _who("answered_by"),
    Column("closed_at", Moment),
    _who("closed_by"),
    Column("due_at", Moment, nullable=False),
    Column("missed", Boolean, nullable=False),
    Column("returned", Integer, nullable=False),
    revision(),
    Index("ix_requests_due_at_id", "due_at", "id"),
    Index("ix_requests_received_at_id", "received_at", "id"),
    Index("ix_requests_state_due_at_id", "state", "due_at", "id"),
    Index("ix_requests_institution_id_due_at_id", "institution_id", "due_at", "id"),
    Index("ix_requests_asked_id_due_at_id", "asked_id", "due_at", "id"),
    Index("ix_requests_department_id_due_at_id", "department_id", "due_at", "id"),
    Index("ix_requests_asker_id", "asker_id"),
)
request_events = _events("request_events", "request_id", "requests")
request_files = Table(
    "request_files",
    metadata,
    Column("id", Id, primary_key=True),
    Column("request_id", Id, ForeignKey("requests.id"), nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("size", Integer, nullable=False),
    Column("added_at", Moment, nullable=False),
    _who("added_by"),
)
request_clocks = Table(  # as case_clocks: one that has stopped never changes again
    "request_clocks",
    metadata,
    Column("request_id", Id, ForeignKey("requests.id"), primary_key=True),
    Column("code", Word(40), primary_key=True),
    Column("run", Integer, primary_key=True, autoincrement=False),
    Column("state", Word(12), nullable=False),
    Column("started_at", Moment, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("half_at", Moment),  # of a running one only
    Column("stopped_at", Moment),
    Column("rest", Json, nullable=False),
)
index_where(request_clocks, "ix_request_clocks_running_due_at", ("due_at",), "stopped_at IS NULL")
wishes = Table(
    "wishes",
    metadata,
    Column("id", Id, primary_key=True),
    Column("number", Word(40), nullable=False, unique=True),
    Column("kind", Word(12), nullable=False),
    Column("state", Word(12), nullable=False),
    Column("institution_id", Id, ForeignKey("institutions.id"), nullable=False),
    Column("channel", Word(20), nullable=False),
    Column("about", Word(12)),
    Column("party", Text, nullable=False),
    Column("party_sex", Word(10)),
    Column("party_phone", Word(24), nullable=False),
    Column("customer_id", Id, ForeignKey("customers.id")),
    Column("anonymous", Boolean, nullable=False),
    Column("words", Text, nullable=False),
    Column("received_at", Moment, nullable=False),
    Column("received_by", Id, ForeignKey("employees.id")),
    Column("recorded_at", Moment, nullable=False),
    Column("backdate_reason", Text, nullable=False),
    _where("department_id"),
    _who("employee_id"),
    Column("forwarded_at", Moment),
    _who("forwarded_by"),
    Column("outcome", Word(12)),
    Column("answer", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("answered_at", Moment),
    _who("answered_by"),
    Column("case_id", Id, ForeignKey("cases.id")),
    revision(),
    Index("ix_wishes_received_at_id", "received_at", "id"),
    Index("ix_wishes_state_received_at_id", "state", "received_at", "id"),
    Index("ix_wishes_institution_id_received_at_id", "institution_id", "received_at", "id"),
    Index("ix_wishes_kind_received_at_id", "kind", "received_at", "id"),
    Index("ix_wishes_department_id", "department_id"),
    Index("ix_wishes_customer_id", "customer_id"),
    Index("ix_wishes_case_id", "case_id"),
)
wish_people = Table(
    "wish_people",
    metadata,
    Column("wish_id", Id, ForeignKey("wishes.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    _who("employee_id", nullable=False),
    Index("ix_wish_people_employee_id", "employee_id"),
)
wish_events = _events("wish_events", "wish_id", "wishes")
