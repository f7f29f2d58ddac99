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

COVERAGE = "coverage.toml"  # lies beside the packs and is none


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
            newest, known = store.newest_editions(connection), store.edition_digests(connection)
            for name, body in _shipped_packs():
                digest = _digest(body)
                if digest in known:
                    continue
                pack = self._parsed(body, name)
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

    def lacks_shipped(self) -> bool:
        """Whether a shipped pack has a text this database has not seen; one query."""
        with self._database.reading() as connection:
            known = store.edition_digests(connection)
        return any(_digest(body) not in known for _, body in _shipped_packs())

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


def _shipped_packs() -> list[tuple[str, str]]:
    """(file name, text) of every pack that ships."""
    paths = sorted(shipped("resources/standards").glob("*.toml"))
    return [(path.name, path.read_text(encoding="utf-8")) for path in paths if path.name != COVERAGE]


def _digest(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()
