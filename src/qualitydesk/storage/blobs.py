"""Attachments in the database itself, for a server that several computers share: the same manners as the folder's."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from sqlalchemy import Column, Integer, LargeBinary, Table, select

from qualitydesk.basics.errors import Refused
from qualitydesk.storage.base import Word, metadata
from qualitydesk.storage.database import Database
from qualitydesk.storage.files import Files, is_name
from qualitydesk.storage.upserts import insert_or

blobs = Table(
    "file_blobs",
    metadata,
    Column("sha256", Word(64), primary_key=True),
    Column("size", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
)


class DatabaseFiles:
    """Files as rows named by their SHA-256. Each `put` is a transaction of its own or joins the caller's."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, content: bytes) -> str:
        """Keep `content`; gives its SHA-256 in hex. The same content is kept once. Refused as writing refuses."""
        name = hashlib.sha256(content).hexdigest()
        with self._database.reading() as connection:
            known = connection.execute(select(blobs.c.size).where(blobs.c.sha256 == name)).first()
        if known is None:
            with self._database.transaction() as connection:
                row = insert_or(connection, blobs).values(sha256=name, size=len(content), body=content)
                connection.execute(row.on_conflict_do_nothing(index_elements=["sha256"]))
        return name

    def get(self, name: str) -> bytes:
        """The content with that SHA-256. Refused: file_missing, file_damaged."""
        _refuse_other_names(name)
        with self._database.reading() as connection:
            content = connection.execute(select(blobs.c.body).where(blobs.c.sha256 == name)).scalar_one_or_none()
        if content is None:
            raise Refused("file_missing", name=name[:12])
        if hashlib.sha256(content).hexdigest() != name:
            raise Refused("file_damaged", name=name[:12])
        return bytes(content)

    def has(self, name: str) -> bool:
        """Whether a file of that name is there (not whether it is sound)."""
        _refuse_other_names(name)
        with self._database.reading() as connection:
            return connection.execute(select(blobs.c.size).where(blobs.c.sha256 == name)).first() is not None

    def names(self) -> Iterator[str]:
        """The hashes of all files kept, in order."""
        with self._database.reading() as connection:
            found = list(connection.execute(select(blobs.c.sha256).order_by(blobs.c.sha256)).scalars())
        yield from found

    def room(self) -> int | None:
        """Nobody but the server knows how much room there is."""
        return None

    def take_over(self, others: Files) -> int:
        """Keep what lies in another store and is not here yet; gives how many. What is damaged there stays there."""
        missing = sorted(set(others.names()) - set(self.names()))
        taken = 0
        for name in missing:
            try:
                self.put(others.get(name))
            except Refused as refused:
                if refused.code not in ("file_missing", "file_damaged"):
                    raise
            else:
                taken += 1
        return taken


def _refuse_other_names(name: str) -> None:
    if not is_name(name):
        raise ValueError("not a SHA-256")
