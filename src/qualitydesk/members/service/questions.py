"""What is asked of customers: the search while typing, lists, one in full, who may be the same person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from qualitydesk.basics.clock import Clock
from qualitydesk.basics.errors import Refused
from qualitydesk.basics.initials import initials_of, sounds_of
from qualitydesk.directory.rules import clean
from qualitydesk.directory.service import Directory
from qualitydesk.members import rules, store
from qualitydesk.members.model import (
    Comparison,
    Customer,
    CustomerDraft,
    CustomerFilter,
    CustomerLine,
    Known,
    LikelyDuplicate,
    Likeness,
)
from qualitydesk.storage.database import Connection, Database

EVERYBODY = CustomerFilter()
OFFERED = 12  # hits of the search while typing
ALIKE = 5  # likely duplicates
_SURENESS = list(Likeness)


class Questions:
    """The customers of one database, read."""

    def __init__(self, database: Database, clock: Clock, directory: Directory) -> None:
        self._database = database
        self._clock = clock
        self._directory = directory

    def find(self, text: str, *, limit: int = OFFERED) -> list[CustomerLine]:
        """Whom a typed text may mean, the likeliest first; none for an empty text.

        Part of a name from any of its characters, initials of its pinyin, the last four (or more) digits or the
        beginning of a telephone, a customer's number with or without its letters. A record merged into another leads
        to that one.
        """
        with self._database.reading() as connection:
            return store.find(connection, rules.typed(text), limit)

    def customer(self, customer_id: UUID) -> Customer:
        """One in full, unmasked: for services and papers. Refused: no_such_customer.

        A screen asks for the `sheet`; what is to be seen in full there goes through `unmask`.
        """
        with self._database.reading() as connection:
            return self._found(connection, customer_id)

    def sheet(self, customer_id: UUID) -> Customer:
        """One with name and telephones masked, for screens. Refused: no_such_customer."""
        return self.customer(customer_id).masked

    def compare(self, kept_id: UUID, other_id: UUID) -> Comparison:
        """Two records side by side, masked, before they are linked as one person. Refused: no_such_customer."""
        with self._database.reading() as connection:
            kept, other = self._found(connection, kept_id), self._found(connection, other_id)
            lines = store.lines_of(connection, [kept_id, other_id])
        tiers = lines[kept_id].tier, lines[other_id].tier
        return rules.compared(kept, other, tiers)

    def customers(self, customer_ids: Iterable[UUID]) -> dict[UUID, CustomerLine]:
        """Several, masked, by the ids asked for; one merged into another as it stands itself. Unknown: left out."""
        with self._database.reading() as connection:
            return store.lines_of(connection, list(customer_ids))

    def same_person(self, customer_id: UUID) -> tuple[UUID, ...]:
        """Every record linked with this one, itself first: whose cases belong together."""
        with self._database.reading() as connection:
            return store.same_person(connection, customer_id)

    def lines(
        self,
        wanted: CustomerFilter = EVERYBODY,
        *,
        after: tuple[Any, UUID] | None = None,
        limit: int | None = 200,
        sort: str = "number",
        descending: bool = True,
    ) -> list[CustomerLine]:
        """A page of customers from behind (sort value, id); `sort` is number or tier. Merged ones are left out."""
        with self._database.reading() as connection:
            return store.lines(
                connection, wanted, rules.typed(wanted.text), after=after, limit=limit, sort=sort, descending=descending
            )

    def count(self, wanted: CustomerFilter = EVERYBODY) -> int:
        """How many customers `lines` would give without a limit."""
        with self._database.reading() as connection:
            return store.count(connection, wanted, rules.typed(wanted.text))

    def likely_duplicates(self, draft: CustomerDraft, *, limit: int = ALIKE) -> list[LikelyDuplicate]:
        """Known customers who may be the one in the draft, the surest first; the draft's own record is left out."""
        name = clean(draft.name).casefold()
        with self._database.reading() as connection:
            reached = {known.id for known in store.with_telephones(connection, rules.telephones(draft))}
            found = dict.fromkeys(reached, Likeness.TELEPHONE)
            for known in self._named_alike(connection, name) if name else ():
                why = rules.likeness(draft, known, known.id in reached)
                if why is not None:
                    found[known.id] = why
            ranked = sorted(found, key=lambda one: _SURENESS.index(found[one]))[: 2 * limit]
            lines = store.kept_lines(connection, ranked)
        offered: dict[UUID, LikelyDuplicate] = {}
        for one, line in lines.items():
            if draft.id not in (one, line.id):
                offered.setdefault(line.id, LikelyDuplicate(line, found[one]))
        return list(offered.values())[:limit]

    def _named_alike(self, connection: Connection, name: str) -> Iterator[Known]:
        """Who bears the name, one that sounds like it, or, of a Latin one, one with the same initials."""
        yield from store.with_keys(connection, rules.WHOLE, [name])
        yield from store.with_keys(connection, rules.SOUND, sounds_of(name))
        if name.isascii():
            yield from store.with_keys(connection, rules.INITIALS, initials_of(name).split())

    def _open(self, connection: Connection, customer_id: UUID) -> Customer:
        """One that may be seen and changed. Refused: no_such_customer, customer_restricted, customer_erased."""
        found = self._found(connection, customer_id)
        if found.limit is not None:
            raise Refused(f"customer_{found.limit.kind}", number=found.number)
        return found

    def _found(self, connection: Connection, customer_id: UUID) -> Customer:
        found = store.customer(connection, customer_id)
        if found is None:
            raise Refused("no_such_customer")
        return found
