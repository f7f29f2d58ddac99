"""The standards in force: editions adopted from what ships, written or imported here, each pack switched on or off.

A round keeps the editions it was begun with; an edition once written is never changed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.errors import Problem, Refused, refuse_if
from qualitydesk.basics.places import shipped
from qualitydesk.inspections.model import Pack
from qualitydesk.inspections.model.editions import Comparison, Edition, Origin, PackDraft, PackOnShelf
from qualitydesk.inspections.rules.editions import Used, compare, problems_in_draft
from qualitydesk.inspections.rules.pack_format import parse_pack, to_toml
from qualitydesk.inspections.service.profiles import PostProfiles
from qualitydesk.inspections.store import standards as store
from qualitydesk.storage import audit
from qualitydesk.storage.database import Connection

COVERAGE = "coverage.toml"  # lies beside the packs and is none
TOUCHED = frozenset({Change.STANDARDS})


class Standards(PostProfiles):
    """Packs of one database, by code and edition."""

    # Questions

    def packs(self) -> list[Pack]:
        """The newest edition of every pack that is on, by code: what a new round may be walked with."""
        return [line.pack for line in self.shelf() if line.on]

    def offered(self, codes: Sequence[str]) -> list[Pack]:
        """These packs in this order, as a new round is begun with them. Refused: pack_off, when one is switched off."""
        packs = {pack.code: pack for pack in self.packs()}
        away = [code for code in codes if code not in packs]
        if away:
            refuse_if([Problem("pack_codes", "pack_off", {"pack": "、".join(away)})])
        return [packs[code] for code in codes]

    def all_packs(self) -> list[Pack]:
        """The newest edition of every pack, on or off, by code."""
        return [line.pack for line in self.shelf()]

    def shelf(self) -> list[PackOnShelf]:
        """Every pack with its state, by code."""
        with self._database.reading() as connection:
            newest, switches = store.newest_editions(connection), store.switches(connection)
        found = []
        for code, row in sorted(newest.items()):
            pack = _as_edition(_parsed(row.body, code), row.number)
            found.append(PackOnShelf(pack, switches.get(code, not pack.off), row.adopted_at, row.origin))
        return found

    def pack(self, code: str, edition: int) -> Pack:
        """One edition of a pack; KeyError when there is none."""
        with self._database.reading() as connection:
            body = store.edition_body(connection, code, edition)
        if body is None:
            raise KeyError((code, edition))
        return _as_edition(_parsed(body, code), edition)

    def editions(self, code: str) -> list[Edition]:
        """The history of a pack, newest first."""
        with self._database.reading() as connection:
            return store.editions_of(connection, code)

    def comparison(self, code: str, before: int, now: int) -> Comparison:
        """How two editions of a pack differ, 0 being the text that ships; KeyError when there is no such edition."""
        earlier = self.pack(code, before) if before else self.shipped(code)
        if earlier is None:
            raise KeyError((code, before))
        return compare(earlier, self.pack(code, now))

    def shipped(self, code: str) -> Pack | None:
        """The pack as it ships with this program; None for one of the group's own."""
        packs = (_parsed(body, name) for name, body in _shipped_packs())
        return next((pack for pack in packs if pack.code == code), None)

    def used(self) -> dict[str, Used]:
        """Every item code of every edition of every pack with its last item: no code is ever given to another one."""
        with self._database.reading() as connection:
            bodies = store.all_bodies(connection)
        return {item.code: Used(code, item) for code, body in bodies for item in _parsed(body, code).items}

    # Verbs

    def adopt_shipped(self, by: By) -> Done[int]:
        """Take over every shipped pack whose text this database has not seen; gives how many were new.

        A pack the group has written anew keeps the group's text: what ships is passed over.
        """
        fresh = 0
        with self._database.transaction() as connection:
            newest, known = store.newest_editions(connection), store.edition_digests(connection)
            for name, body in _shipped_packs():
                digest = _digest(body)
                if digest in known:
                    continue
                pack = _parsed(body, name)
                now = self._clock.now()
                if pack.code in newest and newest[pack.code].origin is not Origin.SHIPPED:
                    store.set_switch(connection, pack.code, now, passed_over=digest)
                    continue
                number = max(pack.edition, newest[pack.code].number + 1 if pack.code in newest else 1)
                store.add_edition(
                    connection,
                    {"code": pack.code, "number": number, "body": body, "sha256": digest, "adopted_at": now},
                )
                after = {"edition": number, "sha256": digest}
                audit.record(connection, by, now, "adopt_pack", "pack", pack.code, None, after)
                fresh += 1
        return Done(fresh, TOUCHED if fresh else frozenset())

    def lacks_shipped(self) -> bool:
        """Whether a shipped pack has a text this database has not seen; one query."""
        with self._database.reading() as connection:
            known = store.edition_digests(connection)
        return any(_digest(body) not in known for _, body in _shipped_packs())

    def save_edition(self, draft: PackDraft, by: By) -> Done[Pack]:
        """The draft becomes the pack's next edition, or a new pack's first. Refused: draft, stale, pack_unchanged."""
        return self._save([draft], by, Origin.EDITED)

    def take_in(self, drafts: Sequence[PackDraft], by: By) -> Done[Pack]:
        """Several imported packs become editions, all or none; the last is given back."""
        return self._save(drafts, by, Origin.IMPORTED)

    def switch(self, code: str, on: bool, by: By) -> Done[None]:
        """New rounds are offered this pack from now on, or no longer; open rounds go on. Refused: no_such_pack."""
        with self._database.transaction() as connection:
            newest = store.newest_editions(connection)
            if code not in newest:
                raise Refused("no_such_pack")
            was = store.switches(connection).get(code, not _parsed(newest[code].body, code).off)
            now = self._clock.now()
            if was is not on:
                store.set_switch(connection, code, now, offered=on)
                audit.record(connection, by, now, "switch_pack", "pack", code, {"on": was}, {"on": on})
        return Done(None, TOUCHED)

    def _save(self, drafts: Sequence[PackDraft], by: By, origin: Origin) -> Done[Pack]:
        saved: Pack | None = None
        with self._database.transaction() as connection:
            for draft in drafts:
                saved = self._save_one(connection, draft, by, origin)
        if saved is None:
            raise Refused("pack_unchanged")
        return Done(saved, TOUCHED)

    def _save_one(self, connection: Connection, draft: PackDraft, by: By, origin: Origin) -> Pack:
        newest = store.newest_editions(connection)
        code = draft.pack.code
        there = newest.get(code) if draft.based_on else None
        if draft.based_on and (there is None or there.number != draft.based_on):
            raise Refused("stale")
        base = _as_edition(_parsed(there.body, code), there.number) if there else None
        refuse_if(problems_in_draft(draft, base, self.used(), newest.keys()))
        if base and compare(base, draft.pack).same:
            raise Refused("pack_unchanged")
        pack = replace(draft.pack, edition=draft.based_on + 1)
        body = to_toml(pack)
        now = self._clock.now()
        values = {
            "code": code, "number": pack.edition, "body": body, "sha256": _digest(body), "adopted_at": now,
            "origin": origin, "decided_by": by.decided_by, "entered_by": by.entered_by, "reason": draft.reason.strip(),
        }  # fmt: skip
        store.add_edition(connection, values)
        before = {"edition": base.edition} if base else None
        after = {"edition": pack.edition, "sha256": values["sha256"], "reason": draft.reason.strip()}
        audit.record(connection, by, now, "save_pack", "pack", code, before, after)
        return pack


def _as_edition(pack: Pack, number: int) -> Pack:
    """The pack under the number it has here; the very same one where the text says so."""
    return pack if pack.edition == number else replace(pack, edition=number)


@lru_cache(maxsize=1024)
def _parsed(body: str, name: str) -> Pack:
    """A pack's text, read once in a program: seventy packs take a third of a second, on whichever lane asks first."""
    return parse_pack(body, name)


def _shipped_packs() -> list[tuple[str, str]]:
    """(code, text) of every pack that ships; its file is named by its code."""
    paths = sorted(shipped("resources/standards").glob("*.toml"))
    return [(path.stem, path.read_text(encoding="utf-8")) for path in paths if path.name != COVERAGE]


def _digest(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()
