"""The tables of what is known of a member beyond the name, of limits a person set, of requests about her data."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, Table, Text

from qualitydesk.storage.base import Day, Id, Moment, Word, metadata, revision


def _born() -> list[Column[object]]:
    """A birthday: calendar, month and day are there together or not at all."""
    return [
        Column("born_calendar", Word(10)),
        Column("born_month", Integer),
        Column("born_day", Integer),
        Column("born_leap", Boolean, nullable=False),
        Column("born_year", Integer),
    ]


def _born_index(table: str) -> Index:
    """Whose birthday is today: `members.rules.birthdays.keys_on` looked up."""
    columns = ("born_calendar", "born_month", "born_day", "born_leap")
    return Index(f"ix_{table}_born", *columns)


customer_profiles = Table(
    "customer_profiles",
    metadata,
    Column("customer_id", Id, ForeignKey("customers.id"), primary_key=True),
    *_born(),
    Column("greeter_id", Id, ForeignKey("employees.id")),
    revision(),
    _born_index("customer_profiles"),
)
customer_details = Table(  # what is written down under each heading of `members.model.profile.About`
    "customer_details",
    metadata,
    Column("customer_id", Id, ForeignKey("customers.id"), primary_key=True),
    Column("about", Word(20), primary_key=True),
    Column("words", Text, nullable=False),
)
customer_relatives = Table(
    "customer_relatives",
    metadata,
    Column("id", Id, primary_key=True),
    Column("customer_id", Id, ForeignKey("customers.id"), nullable=False, index=True),
    Column("kinship", Word(20), nullable=False),
    Column("name", Word(40), nullable=False),
    *_born(),
    Column("note", Text, nullable=False),
    revision(),
    _born_index("customer_relatives"),
)
customer_assessments = Table(
    "customer_assessments",
    metadata,
    Column("id", Id, primary_key=True),
    Column("customer_id", Id, ForeignKey("customers.id"), nullable=False),
    Column("assets", BigInteger),  # fen
    Column("standing", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("assessed_by", Id, ForeignKey("employees.id"), nullable=False),
    Column("assessed_on", Day, nullable=False),
    Column("until", Day),
    Column("entered_at", Moment, nullable=False),
    Index("ix_customer_assessments_customer_id_assessed_on", "customer_id", "assessed_on"),
)
customer_consents = Table(
    "customer_consents",
    metadata,
    Column("id", Id, primary_key=True),
    Column("customer_id", Id, ForeignKey("customers.id"), nullable=False),
    Column("kind", Word(20), nullable=False),
    Column("given", Boolean, nullable=False),
    Column("said_on", Day, nullable=False),
    Column("way", Word(20), nullable=False),
    Column("note", Text, nullable=False),
    Column("entered_at", Moment, nullable=False),
    Column("entered_by", Id, ForeignKey("employees.id")),
    Index("ix_customer_consents_customer_id_kind_said_on", "customer_id", "kind", "said_on"),
)
customer_limits = Table(  # a person's wish that stands over the record: storage alone, or erased
    "customer_limits",
    metadata,
    Column("customer_id", Id, ForeignKey("customers.id"), primary_key=True),
    Column("kind", Word(20), nullable=False),
    Column("since", Moment, nullable=False),
    Column("set_by", Id, ForeignKey("employees.id")),
    Column("why", Text, nullable=False),
    Column("until", Day),
)
person_requests = Table(
    "person_requests",
    metadata,
    Column("id", Id, primary_key=True),
    Column("number", Word(40), nullable=False, unique=True),
    Column("customer_id", Id, ForeignKey("customers.id"), nullable=False, index=True),
    Column("kind", Word(20), nullable=False),
    Column("received_on", Day, nullable=False),
    Column("due_on", Day, nullable=False),
    Column("words", Text, nullable=False),
    Column("state", Word(20), nullable=False),
    Column("answered_on", Day),
    Column("answered_by", Id, ForeignKey("employees.id")),
    Column("answer", Text, nullable=False),
    revision(),
    Index("ix_person_requests_due_on_id", "due_on", "id"),
    Index("ix_person_requests_state_due_on_id", "state", "due_on", "id"),
)
