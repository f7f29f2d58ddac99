"""Lists of purchases: what they name looked up, their rows laid ready, published, cleared away; columns remembered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Column,
    Connection,
    Select,
    Table,
    Text,
    and_,
    cast,
    delete,
    exists,
    func,
    insert,
    literal,
    null,
    or_,
    select,
    update,
)

from qualitydesk.basics.columns import Source
from qualitydesk.basics.days import DateForm
from qualitydesk.basics.ids import new_id
from qualitydesk.members.model.purchase_lists import (
    KnownCustomer,
    KnownPurchase,
    NewMember,
    PurchaseField,
    PurchaseMapping,
    ReadyPurchase,
)
from qualitydesk.members.rules import PREFIX, keys_of, last_four
from qualitydesk.members.store.purchase_tables import (
    customer_cards,
    purchase_lists,
    purchases,
    staged_cards,
    staged_customers,
    staged_keys,
    staged_purchases,
    stages,
)
from qualitydesk.members.store.tables import customer_keys, customer_links, customer_telephones, customers
from qualitydesk.storage.among import among
from qualitydesk.storage.bulk import copy_rows
from qualitydesk.storage.series import next_numbers

_ASKED = 10_000  # values of one question
_STAGED: tuple[Table, ...] = (staged_customers, staged_cards, staged_keys, staged_purchases)
_DIGITS = 6  # of a customer's number: rules.number_of
Rows = Iterable[Sequence[Any]]


# The meaning of columns


def remembered(connection: Connection, signature: str) -> tuple[PurchaseMapping, datetime] | None:
    """What the columns of a kind of list mean, and when that was last used."""
    c = purchase_lists.c
    row = connection.execute(select(c.mapping, c.used_at).where(c.signature == signature)).first()
    return (_read(row.mapping), row.used_at) if row is not None else None


def remember(connection: Connection, signature: str, name: str, mapping: PurchaseMapping, now: datetime) -> UUID:
    """Keep it for the next time; gives the id of the kind of list."""
    values = {"name": name, "mapping": _told(mapping), "used_at": now}
    mine = purchase_lists.c.signature == signature
    known: UUID | None = connection.scalar(select(purchase_lists.c.id).where(mine))
    if known is not None:
        connection.execute(update(purchase_lists).where(mine).values(**values))
        return known
    fresh = new_id()
    connection.execute(insert(purchase_lists).values(id=fresh, signature=signature, **values))
    return fresh


def _told(mapping: PurchaseMapping) -> dict[str, Any]:
    return {
        "sources": {one: [source.column, source.fixed] for one, source in mapping.sources.items()},
        "values": {one: dict(known) for one, known in mapping.values.items()},
        "form": mapping.form,
    }


def _read(kept: dict[str, Any]) -> PurchaseMapping:
    """Fields that this program does not know are passed over."""
    known = {one.value: one for one in PurchaseField}
    return PurchaseMapping(
        {known[name]: Source(*source) for name, source in kept["sources"].items() if name in known},
        {known[name]: dict(values) for name, values in kept["values"].items() if name in known},
        DateForm(kept["form"]) if kept["form"] else None,
    )


# What a list names, looked up


def _customer_columns() -> Select[Any]:
    kept = func.coalesce(customer_links.c.kept_id, customers.c.id).label("member_id")
    return select(customers.c.id, customers.c.number, customers.c.name, kept).outerjoin(
        customer_links, customer_links.c.customer_id == customers.c.id
    )


def _customer(row: Any) -> KnownCustomer:
    return KnownCustomer(row.id, row.number, row.name, row.member_id)


def by_card(connection: Connection, cards: Iterable[str]) -> dict[str, KnownCustomer]:
    """Who bears which of these cards."""
    query = _customer_columns().add_columns(customer_cards.c.number.label("card"))
    query = query.join(customer_cards, customer_cards.c.customer_id == customers.c.id)
    rows = _each(connection, query, customer_cards.c.number, cards)
    return {row.card: _customer(row) for row in rows}


def by_number(connection: Connection, numbers: Iterable[str]) -> dict[str, KnownCustomer]:
    """Who has which of these numbers of ours."""
    rows = _each(connection, _customer_columns(), customers.c.number, numbers)
    return {row.number: _customer(row) for row in rows}


def by_telephone(connection: Connection, telephones: Iterable[str]) -> dict[str, tuple[KnownCustomer, ...]]:
    """Who is reached by which of these, the oldest first."""
    query = _customer_columns().add_columns(customer_telephones.c.telephone)
    query = query.join(customer_telephones, customer_telephones.c.customer_id == customers.c.id)
    found: dict[str, list[KnownCustomer]] = {}
    for row in _each(connection, query, customer_telephones.c.telephone, telephones):
        found.setdefault(row.telephone, []).append(_customer(row))
    return {one: tuple(sorted(who, key=lambda known: known.number)) for one, who in found.items()}


def bills(connection: Connection, numbers: Iterable[str]) -> dict[tuple[UUID, str], KnownPurchase]:
    """The purchases that bear one of these numbers, by institution and number."""
    back = purchases.alias("back")
    given = select(func.coalesce(func.sum(back.c.amount), 0)).where(
        back.c.refund_of == purchases.c.id, back.c.voided_at.is_(None)
    )
    query = (
        _customer_columns()
        .add_columns(
            purchases.c.id.label("purchase_id"),
            purchases.c.number.label("bill"),
            purchases.c.institution_id,
            purchases.c.day,
            purchases.c.amount,
            purchases.c.voided_at,
            given.scalar_subquery().label("given"),
        )
        .join(purchases, purchases.c.customer_id == customers.c.id)
    )
    return {
        (row.institution_id, row.bill): KnownPurchase(
            row.purchase_id, _customer(row), row.day, row.amount, row.amount + int(row.given), row.voided_at is not None
        )
        for row in _each(connection, query, purchases.c.number, numbers)
    }


def _each(connection: Connection, query: Select[Any], column: Column[str], values: Iterable[str]) -> Iterator[Any]:
    """The rows whose `column` has one of many values, some at a time."""
    left = iter(values)
    while some := list(islice(left, _ASKED)):
        yield from connection.execute(query.where(among(connection, column, some)))


# Laid ready


def begin(connection: Connection, now: datetime) -> UUID:
    """A place to lay a list ready; what others left lying is theirs until `clear`."""
    fresh = new_id()
    connection.execute(insert(stages).values(id=fresh, begun_at=now))
    return fresh


def stage_purchases(connection: Connection, stage_id: UUID, first: int, rows: Sequence[ReadyPurchase]) -> None:
    """Lay purchases ready, numbered from `first`."""
    names = (
        "stage_id", "place", "id", "number", "customer_id", "member_id", "institution_id", "day", "kind", "amount",
        "refund_of", "counted_on", "note",
    )  # fmt: skip
    made = (
        (
            stage_id, first + at, one.id, one.number, one.customer.id, one.customer.member_id, one.institution_id,
            one.day, str(one.kind), one.amount, one.refund_of, one.counted_on, one.note,
        )
        for at, one in enumerate(rows)
    )  # fmt: skip
    copy_rows(connection, staged_purchases, names, made)


def stage_members(connection: Connection, stage_id: UUID, first: int, members: Sequence[NewMember]) -> None:
    """Lay new members ready with all they are found by, numbered from `first`."""
    who = (
        (
            stage_id, first + at, one.customer.id, one.customer.name, one.institution_id, one.telephone,
            last_four(one.telephone),
        )
        for at, one in enumerate(members)
    )  # fmt: skip
    names = ("stage_id", "place", "id", "name", "institution_id", "telephone", "last_four")
    copy_rows(connection, staged_customers, names, who)
    keys = (
        (stage_id, kind, key, one.customer.id)
        for one in members
        for kind, key in dict.fromkeys(keys_of(one.customer.name))
    )
    copy_rows(connection, staged_keys, ("stage_id", "kind", "key", "customer_id"), keys)


def stage_cards(connection: Connection, stage_id: UUID, cards: Iterable[tuple[str, UUID]]) -> None:
    """Lay ready which card leads to whom."""
    rows = ((stage_id, number, customer_id) for number, customer_id in cards)
    copy_rows(connection, staged_cards, ("stage_id", "number", "customer_id"), rows)


# Published


def outdated(connection: Connection, stage_id: UUID) -> bool:
    """Whether something came meanwhile that the rows were not judged against, or they lie there no longer."""
    begun = connection.scalar(select(stages.c.begun_at).where(stages.c.id == stage_id))
    if begun is None:
        return True
    s, c, origin, back = staged_purchases, staged_cards, purchases.alias("origin"), purchases.alias("back")
    bill = and_(purchases.c.institution_id == s.c.institution_id, purchases.c.number == s.c.number)
    came = (
        select(s.c.id).join(purchases, bill).where(s.c.stage_id == stage_id),
        select(c.c.number).join(customer_cards, customer_cards.c.number == c.c.number).where(c.c.stage_id == stage_id),
        select(customers.c.id)
        .join(customer_telephones, customer_telephones.c.customer_id == customers.c.id)
        .join(staged_customers, staged_customers.c.telephone == customer_telephones.c.telephone)
        .where(staged_customers.c.stage_id == stage_id, customers.c.added_at > begun),
        select(s.c.id)
        .join(origin, origin.c.id == s.c.refund_of)
        .outerjoin(back, and_(back.c.refund_of == origin.c.id, back.c.recorded_at > begun))
        .where(s.c.stage_id == stage_id, or_(origin.c.voided_at.is_not(None), back.c.id.is_not(None))),
    )
    return any(connection.scalar(query.limit(1)) is not None for query in came)


def publish(connection: Connection, stage_id: UUID, now: datetime, entered_by: UUID | None) -> None:
    """What lies ready becomes customers and purchases, statement by statement inside the database."""
    _publish_members(connection, stage_id, now)
    s = staged_purchases
    kept = func.coalesce(customer_links.c.kept_id, s.c.customer_id)
    rows = (
        select(
            s.c.id, s.c.number, s.c.customer_id, kept, s.c.institution_id, s.c.day, s.c.kind, s.c.amount,
            s.c.refund_of, s.c.counted_on, s.c.amount, null(), literal(""), s.c.note,
            literal(now, purchases.c.recorded_at.type), literal(entered_by, purchases.c.entered_by.type), literal(1),
        )
        .outerjoin(customer_links, customer_links.c.customer_id == s.c.customer_id)
        .where(s.c.stage_id == stage_id)
        .order_by(s.c.place)
    )  # fmt: skip
    names = [column.name for column in purchases.columns]
    connection.execute(insert(purchases).from_select(names, rows, include_defaults=False))
    connection.execute(delete(stages).where(stages.c.id == stage_id))


def _publish_members(connection: Connection, stage_id: UUID, now: datetime) -> None:
    m = staged_customers
    mine = m.c.stage_id == stage_id
    count = connection.scalar(select(func.count()).select_from(m).where(mine)) or 0
    if count:
        before = next_numbers(connection, PREFIX, "", count) - 1
        rows = select(
            m.c.id, _number(connection, m.c.place + before), m.c.name, null(), m.c.institution_id, literal(""),
            literal(False), literal(now, customers.c.added_at.type), literal(-1), literal(1),
        ).where(mine)  # fmt: skip
        names = [column.name for column in customers.columns]
        connection.execute(insert(customers).from_select(names, rows, include_defaults=False))
        reached = select(m.c.id, literal(0), m.c.telephone, m.c.last_four).where(mine, m.c.telephone != "")
        names = ["customer_id", "position", "telephone", "last_four"]
        connection.execute(insert(customer_telephones).from_select(names, reached))
        k = staged_keys
        keys = select(k.c.kind, k.c.key, k.c.customer_id).where(k.c.stage_id == stage_id)
        connection.execute(insert(customer_keys).from_select(["kind", "key", "customer_id"], keys))
    c = staged_cards
    cards = select(c.c.number, c.c.customer_id).where(c.c.stage_id == stage_id)
    connection.execute(insert(customer_cards).from_select(["number", "customer_id"], cards))


def _number(connection: Connection, serial: Any) -> Any:
    """As rules.number_of has it, said by the database."""
    if connection.dialect.name == "sqlite":
        return func.printf(f"{PREFIX}%0{_DIGITS}d", serial)
    text = cast(serial, Text)
    return literal(PREFIX).concat(func.lpad(text, func.greatest(_DIGITS, func.length(text)), "0"))


def members_of(connection: Connection, stage_id: UUID) -> frozenset[UUID]:
    """For whom what lies ready would count."""
    whose = select(staged_purchases.c.customer_id).where(staged_purchases.c.stage_id == stage_id).distinct().subquery()
    kept = func.coalesce(customer_links.c.kept_id, whose.c.customer_id)
    query = select(kept).outerjoin(customer_links, customer_links.c.customer_id == whose.c.customer_id)
    return frozenset(connection.scalars(query))


def clear(connection: Connection, stage_id: UUID) -> None:
    """Nothing of it lies there any longer."""
    for table in _STAGED:
        connection.execute(delete(table).where(table.c.stage_id == stage_id))
    connection.execute(delete(stages).where(stages.c.id == stage_id))


def left_lying(connection: Connection, before: datetime) -> list[UUID]:
    """What was begun before a moment and never published, or published and not cleared away."""
    old = select(stages.c.id).where(stages.c.begun_at < before)
    lost = select(staged_purchases.c.stage_id).where(
        ~exists(select(stages.c.id).where(stages.c.id == staged_purchases.c.stage_id))
    )
    return list(dict.fromkeys((*connection.scalars(old), *connection.scalars(lost.distinct()))))
