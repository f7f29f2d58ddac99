"""Post profiles the group has changed: rows in, values out. What ships stands in resources/profiles.toml."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Column, Connection, Table, insert, select, update

from qualitydesk.basics.changes import By
from qualitydesk.basics.errors import Refused
from qualitydesk.inspections.model.profiles import Profile
from qualitydesk.storage.base import Id, Json, Moment, Word, metadata, revision

post_profiles = Table(
    "post_profiles",
    metadata,
    Column("post_code", Word(40), primary_key=True),
    Column("packs", Json),  # codes, in the order of walking; NULL: as the program ships it
    Column("changed_at", Moment, nullable=False),
    Column("decided_by", Id),
    Column("entered_by", Id),
    revision(),
)


def profiles(connection: Connection, shipped: Mapping[str, Profile]) -> dict[str, Profile]:
    """Every profile by post: the group's own over those that ship."""
    found = dict(shipped)
    for row in connection.execute(select(post_profiles)):
        code, own = row.post_code, row.packs is not None
        packs = tuple(row.packs) if own else shipped.get(code, Profile(code)).packs
        found[code] = Profile(code, packs, own, row.revision, row.changed_at, row.decided_by)
    return found


def put(connection: Connection, profile: Profile, by: By, at: datetime, packs: Sequence[str] | None) -> None:
    """Write these packs over a profile as it was read; None: what ships holds again. Refused: stale."""
    values = {
        "packs": None if packs is None else list(packs),
        "changed_at": at,
        "decided_by": by.decided_by,
        "entered_by": by.entered_by,
        "revision": profile.revision + 1,
    }
    if not profile.revision:
        connection.execute(insert(post_profiles).values(post_code=profile.post_code, **values))
        return
    seen = (post_profiles.c.post_code == profile.post_code, post_profiles.c.revision == profile.revision)
    if connection.execute(update(post_profiles).where(*seen).values(**values)).rowcount != 1:
        raise Refused("stale")
