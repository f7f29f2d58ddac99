"""Finds people, rounds, slips, measures and items of the standards by name, number or the initials of pinyin."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from qualitydesk.basics.initials import letters_of, place_in
from qualitydesk.inspections.model import Pack
from qualitydesk.inspections.service import Standards
from qualitydesk.storage.database import Connection, Database
from qualitydesk.today.model import Found, FoundKind
from qualitydesk.today.store import hits as store

EACH = 6
"""Hits of a kind."""
_LONGEST = 60


class Finder:
    """The search behind Ctrl+K."""

    def __init__(self, database: Database, standards: Standards) -> None:
        self._database = database
        self._standards = standards

    def find(self, text: str) -> list[Found]:
        """What a typed text may mean, by kind, the likeliest of each first; nothing for an empty text."""
        wanted = " ".join("".join(sign for sign in text if sign.isprintable()).split())[:_LONGEST]
        if not wanted:
            return []
        with self._database.reading() as connection:
            found = [_found(FoundKind.EMPLOYEE, row) for row in store.people(connection, wanted, EACH)]
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
        for kind in (FoundKind.EMPLOYEE, FoundKind.ROUND, FoundKind.SLIP, FoundKind.MEASURE):
            ids = [UUID(key) for each, key in lately if each is kind]
            if ids:
                found += [_found(kind, row) for row in store.of_ids(connection, kind, ids)]
        items = {key for each, key in lately if each is FoundKind.ITEM}
        if items:
            found += [one for pack in self._standards.all_packs() for one in _all_items(pack) if one.key in items]
        return found

    def _items(self, text: str) -> list[Found]:
        """Items by part of their code or title, or by initials of the title, from its start or any character on."""
        typed = text.casefold()
        by_letters = typed.isascii() and typed.isalpha()
        ranked = []
        for pack in self._standards.all_packs():
            for one in _all_items(pack):
                titles = [title.casefold() for title in one.titles.values()]
                if one.number.casefold() == typed:
                    rank = 0
                elif any(title.startswith(typed) for title in titles):
                    rank = 1
                elif by_letters and (place := place_in(typed, letters_of(one.titles.get("zh", "")))) == 0:
                    rank = 2
                elif typed in one.number.casefold() or any(typed in title for title in titles):
                    rank = 3
                elif by_letters and place > 0:
                    rank = 4
                else:
                    continue
                ranked.append((rank, one.number, one))
        return [one for _rank, _number, one in sorted(ranked, key=lambda entry: entry[:2])[:EACH]]


def _found(kind: FoundKind, row: store.Row) -> Found:
    row_id, number, words, institution, state = row
    return Found(kind, str(row_id), number or "", words, institution, state)


def _all_items(pack: Pack) -> list[Found]:
    return [
        Found(FoundKind.ITEM, f"{pack.code}/{item.code}", item.code, "", titles=item.title, pack=pack.name)
        for item in pack.items
    ]
