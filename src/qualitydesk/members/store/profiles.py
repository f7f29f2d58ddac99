"""What is known of members, row by row. Called inside a transaction or a reading of the service."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, and_, delete, insert, or_, select

from qualitydesk.directory.store import employees
from qualitydesk.members.model.profile import (
    About,
    Assessment,
    Birthday,
    Calendar,
    Consent,
    ConsentKind,
    ConsentWay,
    Kinship,
    Profile,
    Relative,
)
from qualitydesk.members.rules.birthdays import keys_on
from qualitydesk.members.store.profile_tables import (
    customer_assessments,
    customer_consents,
    customer_details,
    customer_limits,
    customer_profiles,
    customer_relatives,
)
from qualitydesk.members.store.tables import customer_links

_ORDER = list(About)


def profiles_of(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, Profile]:
    """Of each of these, empty where nothing was written."""
    query = (
        select(customer_profiles, employees.c.name.label("greeter"))
        .outerjoin(employees, employees.c.id == customer_profiles.c.greeter_id)
        .where(customer_profiles.c.customer_id.in_(ids))
    )
    rows = {row.customer_id: row for row in connection.execute(query)}
    words: dict[UUID, dict[About, str]] = {}
    said = select(customer_details).where(customer_details.c.customer_id.in_(ids))
    for row in sorted(connection.execute(said), key=lambda row: _ORDER.index(About(row.about))):
        words.setdefault(row.customer_id, {})[About(row.about)] = row.words
    found = {one: Profile(one, words=words.get(one, {})) for one in ids}
    for one, row in rows.items():
        found[one] = Profile(
            one, birthday_of(row), words.get(one, {}), row.greeter_id, row.greeter or "", row.revision
        )  # fmt: skip
    return found


def birthday_of(row: Row[Any]) -> Birthday | None:
    """Out of the columns any table keeps it in."""
    if not row.born_calendar:
        return None
    return Birthday(Calendar(row.born_calendar), row.born_month, row.born_day, bool(row.born_leap), row.born_year)


def born_values(birthday: Birthday | None) -> dict[str, Any]:
    """The same into them."""
    return {
        "born_calendar": birthday.calendar if birthday else None,
        "born_month": birthday.month if birthday else None,
        "born_day": birthday.day if birthday else None,
        "born_leap": birthday.leap if birthday else False,
        "born_year": birthday.year if birthday else None,
    }


def put_words(connection: Connection, customer_id: UUID, words: Mapping[About, str]) -> None:
    """These in place of what stood under the same headings; an empty one goes."""
    gone = delete(customer_details).where(
        customer_details.c.customer_id == customer_id, customer_details.c.about.in_(list(words))
    )
    connection.execute(gone)
    rows = [{"customer_id": customer_id, "about": about, "words": said} for about, said in words.items() if said]
    if rows:
        connection.execute(insert(customer_details), rows)


def relatives_of(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, tuple[Relative, ...]]:
    """The family of each, in the order entered."""
    found: dict[UUID, list[Relative]] = {one: [] for one in ids}
    query = select(customer_relatives).where(customer_relatives.c.customer_id.in_(ids))
    for row in connection.execute(query.order_by(customer_relatives.c.id)):
        one = Relative(row.id, Kinship(row.kinship), row.name, birthday_of(row), row.note, row.revision)
        found[row.customer_id].append(one)
    return {one: tuple(family) for one, family in found.items()}


def assessments_of(connection: Connection, ids: Sequence[UUID]) -> tuple[Assessment, ...]:
    """Of these records together, newest first."""
    table = customer_assessments
    query = (
        select(table, employees.c.name.label("by"))
        .join(employees, employees.c.id == table.c.assessed_by)
        .where(table.c.customer_id.in_(ids))
        .order_by(table.c.assessed_on.desc(), table.c.entered_at.desc(), table.c.id.desc())
    )
    return tuple(
        Assessment(row.id, row.assets, row.standing, row.why, row.by, row.assessed_on, row.until)
        for row in connection.execute(query)
    )


def consents_of(connection: Connection, ids: Sequence[UUID]) -> tuple[Consent, ...]:
    """Of these records together, the last word first."""
    table = customer_consents
    query = (
        select(table, employees.c.name.label("by"))
        .outerjoin(employees, employees.c.id == table.c.entered_by)
        .where(table.c.customer_id.in_(ids))
        .order_by(table.c.said_on.desc(), table.c.entered_at.desc(), table.c.id.desc())
    )
    return tuple(
        Consent(ConsentKind(row.kind), bool(row.given), row.said_on, ConsentWay(row.way), row.note, row.entered_at,
                row.by or "")
        for row in connection.execute(query)
    )  # fmt: skip


def born_on(connection: Connection, day: date) -> list[UUID]:
    """Whose birthday is kept on this day: records that stand by themselves and under no limit."""
    table = customer_profiles
    born = (table.c.born_calendar, table.c.born_month, table.c.born_day, table.c.born_leap)
    # One look-up in the index for each key: SQLite reads the whole table for a list of pairs.
    kept = (and_(*(column == value for column, value in zip(born, key, strict=True))) for key in keys_on(day))
    query = (
        select(table.c.customer_id)
        .where(
            or_(*kept),
            table.c.customer_id.not_in(select(customer_limits.c.customer_id)),
            table.c.customer_id.not_in(select(customer_links.c.customer_id)),
        )
        .order_by(table.c.customer_id)
    )
    return list(connection.scalars(query))
