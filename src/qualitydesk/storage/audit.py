"""Who decided and who typed what: entries chained by hashes, payloads apart so that a person can be erased.

Each entry's chain covers the one before, its own fields and the salted hash of its payload; the payload itself may go.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Row,
    Table,
    Text,
    bindparam,
    insert,
    select,
    update,
)

from qualitydesk.basics.changes import By
from qualitydesk.storage.among import among
from qualitydesk.storage.base import Id, Moment, Word, canonical, metadata
from qualitydesk.storage.database import Database
from qualitydesk.storage.series import next_number, series

entries = Table(
    "audit_entries",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    Column("decided_by", Id),
    Column("entered_by", Id),
    Column("verb", Word(60), nullable=False),
    Column("subject", Word(40), nullable=False),
    Column("subject_id", Word(80), nullable=False),
    Column("payload_hash", Word(64), nullable=False),
    Column("chain", Word(64), nullable=False),
    Index(None, "subject", "subject_id", "seq"),
)
payloads = Table(
    "audit_payloads",
    metadata,
    Column("seq", ForeignKey(entries.c.seq), primary_key=True, autoincrement=False),
    Column("salt", LargeBinary(16)),
    Column("content", Text),
    Column("erased_at", Moment),
)

ERASE = "erase"
_START = "0" * 64
_BATCH = 2000
# Every verb writes an entry: statements built once take half the time.
_CHAIN_OF = select(entries.c.chain).where(entries.c.seq == bindparam("wanted"))
_NEWEST = select(entries.c.chain).order_by(entries.c.seq.desc()).limit(1)
_ADD_ENTRY = insert(entries)
_ADD_PAYLOAD = insert(payloads)


@dataclass(frozen=True)
class AuditResult:
    """Outcome of a check. `broken_at` is the number of the first entry that is not as it was written, or None;
    `reason`: entry_missing, entry_changed, reordered, payload_missing, payload_changed, or empty.
    `head` is the last chain value that held: noted elsewhere, it proves later that nothing before it was rewritten.
    """

    entries: int
    broken_at: int | None
    reason: str
    head: str


@dataclass(frozen=True)
class Entry:
    """One entry as shown in a history; `before` and `after` are None when nothing was kept or it was erased."""

    seq: int
    at: datetime
    by: By
    verb: str
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None
    erased_at: datetime | None


def record(
    connection: Connection,
    by: By,
    at: datetime,
    verb: str,
    subject: str,
    subject_id: UUID | str,
    before: Mapping[str, object] | None,
    after: Mapping[str, object] | None,
) -> int:
    """Write one entry inside the verb's transaction; gives its number (1, 2, 3 …, without gaps)."""
    seq = next_number(connection, "audit", "")
    previous = connection.execute(_CHAIN_OF, {"wanted": seq - 1}).scalar_one_or_none()
    salt, content = secrets.token_bytes(16), canonical({"before": before, "after": after})
    fields = {
        "seq": seq,
        "at": at,
        "decided_by": by.decided_by,
        "entered_by": by.entered_by,
        "verb": verb,
        "subject": subject,
        "subject_id": str(subject_id),
        "payload_hash": _payload_hash(salt, content),
    }
    connection.execute(_ADD_ENTRY, {**fields, "chain": _link(previous or _START, fields)})
    connection.execute(_ADD_PAYLOAD, {"seq": seq, "salt": salt, "content": content})
    return seq


def newest(connection: Connection) -> str:
    """The chain's last value: while it is the same, no verb has changed anything. "" before the first entry."""
    return connection.execute(_NEWEST).scalar_one_or_none() or ""


def history(connection: Connection, subject: str, subject_id: UUID | str) -> tuple[Entry, ...]:
    """All entries about one subject, oldest first."""
    rows = connection.execute(
        select(entries, payloads.c.content, payloads.c.erased_at)
        .outerjoin(payloads, payloads.c.seq == entries.c.seq)
        .where(entries.c.subject == subject, entries.c.subject_id == str(subject_id))
        .order_by(entries.c.seq)
    )
    return tuple(_entry(row) for row in rows)


def latest(
    connection: Connection, subjects: Sequence[tuple[str, UUID | str]], before: int | None, limit: int
) -> tuple[Entry, ...]:
    """A page of the entries about these (subject, id), newest first, from behind entry `before` (None = the newest)."""
    ids: dict[str, list[str]] = {}
    for subject, subject_id in subjects:
        ids.setdefault(subject, []).append(str(subject_id))
    found: list[Entry] = []
    for subject, mine in ids.items():  # a question for each kind goes by the index; one for all reads every entry
        query = (
            select(entries, payloads.c.content, payloads.c.erased_at)
            .outerjoin(payloads, payloads.c.seq == entries.c.seq)
            .where(entries.c.subject == subject, entries.c.subject_id.in_(mine))
            .order_by(entries.c.seq.desc())
            .limit(limit)
        )
        if before is not None:
            query = query.where(entries.c.seq < before)
        found += (_entry(row) for row in connection.execute(query))
    return tuple(sorted(found, key=lambda entry: entry.seq, reverse=True)[:limit])


def erase(
    connection: Connection,
    by: By,
    at: datetime,
    subject: str,
    subject_id: UUID | str,
    parts: Sequence[tuple[str, UUID | str]] = (),
) -> int:
    """Remove what was kept about a subject and its `parts` (subject, id), leaving tombstones and one entry under the
    subject that says so; gives how many."""
    ids: dict[str, list[str]] = {}
    for one, its_id in ((subject, subject_id), *parts):
        ids.setdefault(one, []).append(str(its_id))
    erased: list[int] = []
    for one, mine in ids.items():
        wanted = select(entries.c.seq).where(entries.c.subject == one, among(connection, entries.c.subject_id, mine))
        wanted = wanted.where(entries.c.verb != ERASE)  # the notes of erasures name nobody, and the check needs them
        kept = payloads.c.erased_at.is_(None) & payloads.c.seq.in_(wanted)
        erased += connection.scalars(select(payloads.c.seq).where(kept))
        connection.execute(update(payloads).where(kept).values(salt=None, content=None, erased_at=at))
    record(connection, by, at, ERASE, subject, subject_id, None, {"entries": sorted(erased)})
    return len(erased)


def check(database: Database) -> AuditResult:
    """Walk the whole chain and name the first entry that is not as it was written."""
    with database.reading() as connection:
        taken = connection.execute(
            select(series.c.last).where(series.c.name == "audit", series.c.key == "")
        ).scalar_one_or_none()
        allowed = _erased_with_leave(connection)
        chain, seen = _START, 0
        for row in _rows(connection):
            reason = _fault(connection, row, seen + 1, chain, allowed)
            if reason:
                return AuditResult(seen, seen + 1, reason, chain)
            seen, chain = row.seq, row.chain
        if seen < (taken or 0):  # the last ones were cut off
            return AuditResult(seen, seen + 1, "entry_missing", chain)
        return AuditResult(seen, None, "", chain)


def _fault(connection: Connection, row: Row[Any], seq: int, chain: str, allowed: Mapping[int, int]) -> str:
    """What is wrong with the entry that stands where number `seq` should, empty when nothing is."""
    fields = dict(row._mapping)
    if row.seq != seq or _link(chain, fields) != row.chain:
        # Does another entry fit here? Then they were moved, not altered.
        if any(_link(chain, {**other._mapping, "seq": seq}) == other.chain for other in _rows(connection)):
            return "reordered"
        return "entry_missing" if row.seq != seq else "entry_changed"
    if row.content is not None and row.salt is not None:
        return "" if _payload_hash(row.salt, row.content) == row.payload_hash else "payload_changed"
    return "" if row.erased_at is not None and allowed.get(row.seq, 0) > row.seq else "payload_missing"


def _erased_with_leave(connection: Connection) -> dict[int, int]:
    """Number of each erased entry → number of the entry that says it was erased."""
    rows = connection.execute(
        select(payloads.c.seq, payloads.c.content)
        .join(entries, entries.c.seq == payloads.c.seq)
        .where(entries.c.verb == ERASE, payloads.c.content.is_not(None))
    )
    found: dict[int, int] = {}
    for seq, content in rows:
        try:
            found.update(dict.fromkeys(json.loads(content)["after"]["entries"], seq))
        except (ValueError, TypeError, KeyError):  # meddled with: the walk names it
            continue
    return found


def _rows(connection: Connection) -> Iterator[Row[Any]]:
    """Every entry with its payload in order of number, a batch at a time."""
    last = -1
    while True:
        batch = connection.execute(
            select(entries, payloads.c.salt, payloads.c.content, payloads.c.erased_at)
            .outerjoin(payloads, payloads.c.seq == entries.c.seq)
            .where(entries.c.seq > last)
            .order_by(entries.c.seq)
            .limit(_BATCH)
        ).all()
        yield from batch
        if len(batch) < _BATCH:
            return
        last = batch[-1].seq


def _link(previous: str, fields: Mapping[str, Any]) -> str:
    names = ("seq", "at", "decided_by", "entered_by", "verb", "subject", "subject_id", "payload_hash")
    return hashlib.sha256(canonical([previous, *(fields[name] for name in names)]).encode()).hexdigest()


def _payload_hash(salt: bytes, content: str) -> str:
    return hashlib.sha256(salt + content.encode()).hexdigest()


def _entry(row: Row[Any]) -> Entry:
    content = json.loads(row.content) if row.content is not None else {"before": None, "after": None}
    by = By(row.decided_by, row.entered_by)
    return Entry(row.seq, row.at, by, row.verb, content["before"], content["after"], row.erased_at)
