"""Editions of rules as rows. A row's values are never changed; only the facts about its adoption are."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Column,
    Connection,
    Integer,
    Row,
    Select,
    String,
    Table,
    UniqueConstraint,
    bindparam,
    delete,
    insert,
    select,
)
from sqlalchemy.exc import IntegrityError

from qualitydesk.basics.errors import Refused
from qualitydesk.rulebook.model import Edition
from qualitydesk.storage.base import Day, Id, Json, Moment, metadata, revision
from qualitydesk.storage.database import update_row

rule_editions = Table(
    "rule_editions",
    metadata,
    Column("id", Id, primary_key=True),
    Column("rule", String(40), nullable=False),
    Column("number", Integer, nullable=False),
    Column("effective_from", Day, nullable=False),
    Column("values", Json, nullable=False),
    Column("texts", Json, nullable=False),
    Column("ours", Json, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("adopted_on", Day),
    Column("notified_on", Day),
    revision(),
    UniqueConstraint("rule", "number"),
    UniqueConstraint("rule", "effective_from"),
)


def add_edition(connection: Connection, edition: Edition) -> None:
    """A new edition."""
    row = {column.name: getattr(edition, column.name) for column in rule_editions.columns}
    connection.execute(insert(rule_editions).values(**{**row, "ours": list(edition.ours)}))


def editions(connection: Connection, rule: str) -> tuple[Edition, ...]:
    """All editions of a rule, oldest first."""
    rows = connection.execute(
        select(rule_editions).where(rule_editions.c.rule == rule).order_by(rule_editions.c.number)
    )
    return tuple(_edition(row) for row in rows)


def edition(connection: Connection, edition_id: UUID) -> Edition | None:
    """One edition."""
    row = connection.execute(select(rule_editions).where(rule_editions.c.id == edition_id)).first()
    return _edition(row) if row else None


def edition_on(connection: Connection, rule: str, day: date) -> Edition | None:
    """The edition in force on a day, as `rules.edition_for` defines it; None before the first."""
    row = connection.execute(
        select(rule_editions)
        .where(rule_editions.c.rule == rule, rule_editions.c.effective_from <= day)
        .order_by(rule_editions.c.effective_from.desc())
        .limit(1)
    ).first()
    return _edition(row) if row else None


def begun(connection: Connection, rule: str) -> tuple[tuple[date, UUID], ...]:
    """(first day in force, id) of every edition of a rule, the first first: without what they say."""
    return tuple((row[0], row[1]) for row in connection.execute(_begun(), {"wanted": rule}))


@cache  # asked for a page of a list: building it costs more than running it
def _begun() -> Select[Any]:
    c = rule_editions.c
    return select(c.effective_from, c.id).where(c.rule == bindparam("wanted")).order_by(c.effective_from)


def all_editions(connection: Connection) -> tuple[Edition, ...]:
    """All editions of all rules, oldest first in each."""
    rows = connection.execute(select(rule_editions).order_by(rule_editions.c.rule, rule_editions.c.number))
    return tuple(_edition(row) for row in rows)


def remove_edition(connection: Connection, edition_id: UUID, seen_revision: int) -> None:
    """Take an edition away that never came into force. Refused: stale; edition_cited when something hangs on it."""
    row = rule_editions.c.id == edition_id, rule_editions.c.revision == seen_revision
    try:
        gone = connection.execute(delete(rule_editions).where(*row))
    except IntegrityError as error:  # who has signed for it, say: the parts above cite editions
        raise Refused("edition_cited") from error
    if gone.rowcount != 1:
        raise Refused("stale")


def known_rules(connection: Connection) -> frozenset[str]:
    """The rules of which an edition stands."""
    return frozenset(connection.execute(select(rule_editions.c.rule).distinct()).scalars())


def note_adoption(
    connection: Connection, edition_id: UUID, seen_revision: int, adopted_on: date | None, notified_on: date | None
) -> int:
    """Record when an edition was adopted and told to the staff; gives the new revision. Refused("stale")."""
    return update_row(
        connection, rule_editions, edition_id, seen_revision, adopted_on=adopted_on, notified_on=notified_on
    )


def _edition(row: Row[tuple[object, ...]]) -> Edition:
    found = dict(row._mapping)
    ours: Iterable[str] = found.pop("ours")
    return Edition(**found, ours=tuple(ours))
