"""The standards in force: shipped packs adopted as editions, and every edition a round was begun with."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import lru_cache

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.clock import Clock
from qualitydesk.basics.places import shipped
from qualitydesk.inspections.model import Pack
from qualitydesk.inspections.rules.pack_format import parse_pack
from qualitydesk.inspections.store import findings as store
from qualitydesk.storage import audit
from qualitydesk.storage.database import Database


class Standards:
    """Packs of one database, by code and edition."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._parsed = lru_cache(maxsize=256)(parse_pack)

    def adopt_shipped(self, by: By) -> Done[int]:
        """Take over every shipped pack whose text this database has not seen; gives how many were new."""
        fresh = 0
        with self._database.transaction() as connection:
            newest = store.newest_editions(connection)
            for path in sorted(shipped("resources/standards").glob("*.toml")):
                if path.name == "coverage.toml":
                    continue
                body = path.read_text(encoding="utf-8")
                pack = self._parsed(body, path.name)
                digest = hashlib.sha256(body.encode()).hexdigest()
                if digest in store.edition_digests(connection, pack.code):
                    continue
                number = max(pack.edition, newest[pack.code][0] + 1 if pack.code in newest else 1)
                now = self._clock.now()
                store.add_edition(
                    connection,
                    {"code": pack.code, "number": number, "body": body, "sha256": digest, "adopted_at": now},
                )
                after = {"edition": number, "sha256": digest}
                audit.record(connection, by, now, "adopt_pack", "pack", pack.code, None, after)
                fresh += 1
        return Done(fresh, frozenset({Change.STANDARDS}) if fresh else frozenset())

    def packs(self) -> list[Pack]:
        """The newest edition of every pack, by code."""
        with self._database.reading() as connection:
            newest = store.newest_editions(connection)
        return [replace(self._parsed(body, code), edition=number) for code, (number, body) in sorted(newest.items())]

    def pack(self, code: str, edition: int) -> Pack:
        """One edition of a pack; KeyError when there is none."""
        with self._database.reading() as connection:
            body = store.edition_body(connection, code, edition)
        if body is None:
            raise KeyError((code, edition))
        return replace(self._parsed(body, code), edition=edition)
