"""Finds people, customers, complaints, rounds, slips, measures and items of the standards by what is typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from uuid import UUID

from qualitydesk.basics.errors import Refused
from qualitydesk.basics.initials import letters_of, place_in
from qualitydesk.basics.masking import masked
from qualitydesk.complaints.model import CaseLine
from qualitydesk.complaints.service import Complaints
from qualitydesk.inspections.model import Item, Pack
from qualitydesk.inspections.service import Standards
from qualitydesk.members.model import CustomerLine
from qualitydesk.members.service import Members
from qualitydesk.storage.database import Connection, Database
from qualitydesk.today.model import Found, FoundKind
from qualitydesk.today.store import hits as store

EACH = 6
"""Hits of a kind."""
_LONGEST = 60
_BY_NUMBER = (
    FoundKind.EMPLOYEE,
    FoundKind.ROUND,
    FoundKind.SLIP,
    FoundKind.MEASURE,
    FoundKind.REQUEST,
    FoundKind.WISH,
)
"""Kinds found by rows of their own, without their services."""


@dataclass(frozen=True)
class _Entry:
    """An item with its code and titles as they are compared."""

    item: Item
    number: str
    titles: tuple[str, ...]


class Finder:
    """The search behind Ctrl+K."""

    def __init__(self, database: Database, standards: Standards, members: Members, complaints: Complaints) -> None:
        self._database = database
        self._standards = standards
        self._members = members
        self._complaints = complaints
        self._read: dict[str, tuple[Sequence[Item], list[_Entry]]] = {}

    def find(self, text: str) -> list[Found]:
        """What a typed text may mean, by kind, the likeliest of each first; nothing for an empty text."""
        wanted = " ".join("".join(sign for sign in text if sign.isprintable()).split())[:_LONGEST]
        if not wanted:
            return []
        with self._database.reading() as connection:
            found = [_found(FoundKind.EMPLOYEE, row) for row in store.people(connection, wanted, EACH)]
            found += [_customer(line) for line in self._members.find(wanted, limit=EACH)]
            found += [_case(line) for line in self._complaints.search(wanted, limit=EACH)]
            if any(sign.isdigit() for sign in wanted) or "-" in wanted:
                for kind, rows in store.by_number(connection, wanted, EACH):
                    found += [_found(FoundKind(kind), row) for row in rows]
            return found + self._items(wanted)

    def present(self, lately: Sequence[tuple[FoundKind, str]]) -> list[Found]:
        """What was opened lately as it stands now, in the order given; what is gone is left out."""
        with self._database.reading() as connection:
            known = {(one.kind, one.key): one for one in self._known(connection, lately)}
        return [known[key] for key in lately if key in known]

    def _known(self, connection: Connection, lately: Sequence[tuple[FoundKind, str]]) -> list[Found]:
        found: list[Found] = []
        for kind in _BY_NUMBER:
            ids = [UUID(key) for each, key in lately if each is kind]
            if ids:
                found += [_found(kind, row) for row in store.of_ids(connection, kind, ids)]
        customers = [UUID(key) for each, key in lately if each is FoundKind.CUSTOMER]
        found += [_customer(line) for line in self._members.customers(customers).values()]
        found += [_case(line) for line in self._cases(key for each, key in lately if each is FoundKind.CASE)]
        items = {key for each, key in lately if each is FoundKind.ITEM}
        if items:
            packs = self._standards.all_packs()
            every = (_item_found(pack, item) for pack in packs for item in pack.items)
            found += [one for one in every if one.key in items]
        return found

    def _cases(self, keys: Iterable[str]) -> Iterator[CaseLine]:
        for key in keys:
            with suppress(Refused):  # gone meanwhile
                yield self._complaints.case(UUID(key)).line

    def _items(self, text: str) -> list[Found]:
        """Items by part of their code or title, or by initials of the title, from its start or any character on."""
        typed = text.casefold()
        by_letters = typed.isascii() and typed.isalpha()
        ranked = []
        for pack in self._standards.all_packs():
            for entry in self._entries(pack):
                if entry.number == typed:
                    rank = 0
                elif any(title.startswith(typed) for title in entry.titles):
                    rank = 1
                elif by_letters and (place := place_in(typed, letters_of(entry.item.title.get("zh", "")))) == 0:
                    rank = 2
                elif typed in entry.number or any(typed in title for title in entry.titles):
                    rank = 3
                elif by_letters and place > 0:
                    rank = 4
                else:
                    continue
                ranked.append((rank, entry.item.code, pack, entry.item))
        ranked.sort(key=lambda found: found[:2])
        return [_item_found(pack, item) for _rank, _code, pack, item in ranked[:EACH]]

    def _entries(self, pack: Pack) -> list[_Entry]:
        """The items of a pack made ready for comparing, once for each edition: every letter typed asks for them all."""
        known = self._read.get(pack.code)
        if known is None or known[0] is not pack.items:
            entries = [
                _Entry(item, item.code.casefold(), tuple(title.casefold() for title in item.title.values()))
                for item in pack.items
            ]
            known = self._read[pack.code] = (pack.items, entries)
        return known[1]


def _found(kind: FoundKind, row: store.Row) -> Found:
    row_id, number, words, institution, state = row
    return Found(kind, str(row_id), number or "", words, institution, state)


def _item_found(pack: Pack, item: Item) -> Found:
    return Found(FoundKind.ITEM, f"{pack.code}/{item.code}", item.code, "", titles=item.title, pack=pack.name)


def _case(line: CaseLine) -> Found:
    return Found(FoundKind.CASE, str(line.id), line.number, masked(line.patient or line.complainant), line.institution)


def _customer(line: CustomerLine) -> Found:
    words = f"{line.called}  {line.telephone}".strip()
    return Found(FoundKind.CUSTOMER, str(line.id), line.number, words, line.institution)
