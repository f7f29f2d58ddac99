"""Contacts row by row: who is owed what by the day of the first purchase or of birth, what was done about it.

Called inside a transaction or a reading of the service.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection, Row, Select, and_, insert, or_, select

from qualitydesk.basics.masking import masked
from qualitydesk.directory.store import employees, institutions
from qualitydesk.members.model.contacts import Attempt, ContactState, MessageText, Occasion
from qualitydesk.members.model.profile import ConsentKind
from qualitydesk.members.rules.birthdays import keys_on
from qualitydesk.members.store.contact_tables import contact_attempts, contact_texts
from qualitydesk.members.store.profile_tables import (
    customer_consents,
    customer_limits,
    customer_relatives,
)
from qualitydesk.members.store.purchase_tables import purchases
from qualitydesk.members.store.rows import merged_into
from qualitydesk.members.store.tables import customer_links, customer_telephones, customers
from qualitydesk.members.store.tier_tables import tier_standings
from qualitydesk.rulebook.model.contacting import ContactWay
from qualitydesk.storage.among import among

AT_ONCE = 5000  # ids in one statement
_A = contact_attempts.c


class Reached(NamedTuple):
    """Whom a message goes to: number, name, telephone, sex ("" not known), home institution's name."""

    number: str
    name: str
    telephone: str
    sex: str
    institution: str


def joined_on(connection: Connection, days: Collection[date]) -> dict[UUID, date]:
    """Whose first purchase was on one of these days, and on which."""
    if not days:
        return {}
    earlier = purchases.alias("earlier")
    before = select(earlier.c.id).where(
        earlier.c.member_id == purchases.c.member_id, earlier.c.counted_on < purchases.c.day, earlier.c.counts > 0
    )
    query = (
        select(purchases.c.member_id, purchases.c.day)
        .where(purchases.c.day.in_(sorted(days)), purchases.c.counts > 0, ~before.exists())
        .distinct()
    )
    return {row.member_id: row.day for row in connection.execute(query)}


def first_purchase(connection: Connection, member_id: UUID) -> date | None:
    """The day a member joined; None when nothing was bought."""
    query = select(purchases.c.counted_on).where(purchases.c.member_id == member_id, purchases.c.counts > 0)
    found: date | None = connection.scalar(query.order_by(purchases.c.counted_on).limit(1))
    return found


def relatives_born_on(connection: Connection, day: date) -> list[tuple[UUID, UUID, str]]:
    """(member, relative, her name masked) of every relative whose birthday is kept on this day."""
    table = customer_relatives
    born = (table.c.born_calendar, table.c.born_month, table.c.born_day, table.c.born_leap)
    # One look-up in the index for each key: SQLite reads the whole table for a list of pairs.
    kept = (and_(*(column == value for column, value in zip(born, key, strict=True))) for key in keys_on(day))
    query = (
        select(table.c.id, table.c.name, table.c.customer_id, customer_links.c.kept_id)
        .outerjoin(customer_links, customer_links.c.customer_id == table.c.customer_id)
        .where(or_(*kept))
    )
    return [(row.kept_id or row.customer_id, row.id, masked(row.name)) for row in connection.execute(query)]


def relative_names(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, str]:
    """The names of relatives in full."""
    query = select(customer_relatives.c.id, customer_relatives.c.name).where(
        among(connection, customer_relatives.c.id, ids)
    )
    return {row.id: row.name for row in connection.execute(query)} if ids else {}


def tiers_of(connection: Connection, members: Sequence[UUID]) -> dict[UUID, str]:
    """The tier each holds; who never bought anything is left out."""
    found: dict[UUID, str] = {}
    for ids in _parts(members):
        query = select(tier_standings.c.member_id, tier_standings.c.tier)
        rows = connection.execute(query.where(among(connection, tier_standings.c.member_id, ids)))
        found.update((row.member_id, row.tier) for row in rows)
    return found


def limited(connection: Connection, members: Sequence[UUID]) -> set[UUID]:
    """Of these who may not be approached at all."""
    found: set[UUID] = set()
    for ids in _parts(members):
        query = select(customer_limits.c.customer_id).where(among(connection, customer_limits.c.customer_id, ids))
        found.update(connection.scalars(query))
    return found


def with_telephone(connection: Connection, members: Sequence[UUID]) -> set[UUID]:
    """Of these who can be reached."""
    found: set[UUID] = set()
    for ids in _parts(members):
        query = select(customer_telephones.c.customer_id).where(
            among(connection, customer_telephones.c.customer_id, ids)
        )
        found.update(connection.scalars(query))
    return found


def words_on(connection: Connection, members: Sequence[UUID], kind: ConsentKind) -> dict[UUID, bool]:
    """The last word of each on being reached this way, also one said on a record merged into hers."""
    table, found = customer_consents, {}
    for ids in _parts(members):
        kept = merged_into(connection, ids)
        query = select(table.c.customer_id, table.c.given)
        query = query.where(among(connection, table.c.customer_id, [*ids, *kept]), table.c.kind == kind)
        for row in connection.execute(query.order_by(table.c.said_on, table.c.entered_at, table.c.id)):
            found[kept.get(row.customer_id, row.customer_id)] = bool(row.given)
    return found


def attempts_of(connection: Connection, members: Sequence[UUID], since: date) -> list[Attempt]:
    """All that was done about contacts of these due since a day, in the order done."""
    found: list[Attempt] = []
    for ids in _parts(members):
        query = _query().where(among(connection, _A.member_id, ids), _A.due_on >= since)
        found += [_read(row) for row in connection.execute(query.order_by(_A.at, _A.id))]
    return found


def about(connection: Connection, key: tuple[UUID, Occasion, str, date]) -> list[Attempt]:
    """All that was done about one contact, in order."""
    member, occasion, detail, due_on = key
    query = _query().where(_A.member_id == member, _A.due_on == due_on, _A.occasion == occasion, _A.detail == detail)
    return [_read(row) for row in connection.execute(query.order_by(_A.at, _A.id))]


def put_off_to(connection: Connection, first: date, last: date) -> list[Attempt]:
    """Entries that put a contact off to a day from `first` to `last`."""
    query = _query().where(_A.postponed_to.between(first, last)).order_by(_A.at, _A.id)
    return [_read(row) for row in connection.execute(query)]


def history(connection: Connection, members: Collection[UUID], limit: int) -> list[Attempt]:
    """What was done about the contacts of one person, the newest first."""
    query = _query().where(_A.member_id.in_(members)).order_by(_A.at.desc(), _A.id.desc())
    return [_read(row) for row in connection.execute(query.limit(limit))]


def add_attempts(connection: Connection, rows: Iterable[Mapping[str, Any]]) -> int:
    """Enter what was done; gives how many entries."""
    every = list(rows)
    for first in range(0, len(every), AT_ONCE):
        connection.execute(insert(contact_attempts), every[first : first + AT_ONCE])
    return len(every)


def texts(connection: Connection) -> list[MessageText]:
    """The group's own texts."""
    rows = connection.execute(select(contact_texts))
    return [MessageText(Occasion(row.occasion), row.detail, row.tier, row.text, row.revision) for row in rows]


def text_id(connection: Connection, occasion: Occasion, detail: str, tier: str) -> UUID | None:
    """The row of a text, where the group has one of its own."""
    t = contact_texts.c
    query = select(t.id).where(t.occasion == occasion, t.detail == detail, t.tier == tier)
    found: UUID | None = connection.scalar(query)
    return found


def reached_by(connection: Connection, members: Sequence[UUID]) -> dict[UUID, Reached]:
    """Of each that has a telephone what a message needs, in full: for messages being sent."""
    found = {}
    for ids in _parts(members):
        query = (
            select(
                customers.c.id,
                customers.c.number,
                customers.c.name,
                customers.c.sex,
                institutions.c.name.label("institution"),
                customer_telephones.c.telephone,
            )
            .join(institutions, institutions.c.id == customers.c.institution_id)
            .join(customer_telephones, customer_telephones.c.customer_id == customers.c.id)
            .where(among(connection, customers.c.id, ids), customer_telephones.c.position == 0)
        )  # fmt: skip
        for row in connection.execute(query):
            found[row.id] = Reached(row.number, row.name, row.telephone, row.sex or "", row.institution)
    return found


def _parts(members: Sequence[UUID]) -> Iterable[Sequence[UUID]]:
    return (members[first : first + AT_ONCE] for first in range(0, len(members), AT_ONCE))


def _query() -> Select[Any]:
    return select(contact_attempts, employees.c.name.label("by")).outerjoin(employees, employees.c.id == _A.decided_by)


def _read(row: Row[Any]) -> Attempt:
    at: datetime = row.at
    return Attempt(
        row.id, row.member_id, Occasion(row.occasion), row.detail, row.due_on, ContactWay(row.way),
        ContactState(row.state), at, row.by or "", row.note, row.text, row.postponed_to,
    )  # fmt: skip
