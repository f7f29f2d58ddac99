"""Photos of rounds: rows in, values out. The pictures themselves lie in the file store under their hashes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, Column, Connection, ForeignKey, Index, Integer, Row, String, Table, Text, func, select

from qualitydesk.inspections.model.photos import Mark, MarkKind, Photo, PhotoOrigin, TimeSource
from qualitydesk.storage.base import Id, Json, Moment, Word, metadata, revision

photos = Table(
    "photos",
    metadata,
    Column("id", Id, primary_key=True),
    Column("round_id", Id, ForeignKey("rounds.id"), nullable=False),
    Column("stop_id", Id, ForeignKey("stops.id"), nullable=False),
    Column("item_code", Word(40)),  # NULL: of the whole person or place
    Column("position", Integer, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("width", Integer, nullable=False),
    Column("height", Integer, nullable=False),
    Column("marks", Json, nullable=False),
    Column("caption", Text, nullable=False),
    Column("taken_at", Moment, nullable=False),
    Column("taken_from", Word(8), nullable=False),
    Column("origin", Word(8), nullable=False),
    Column("name", Text, nullable=False),
    Column("source_sha256", String(64), nullable=False),
    Column("added_at", Moment, nullable=False),
    Column("added_by", Id),
    Column("late", Boolean, nullable=False),
    Column("removed_at", Moment),
    Column("removed_by", Id),
    Column("reason", Text, nullable=False),
    revision(),
    Index("ix_photos_round_id_position", "round_id", "position"),
)


def add(connection: Connection, photo: Photo) -> None:
    """One photo's row."""
    values = {name: getattr(photo, name) for name in Photo.__dataclass_fields__}
    connection.execute(photos.insert().values(**{**values, "marks": marks_as_json(photo.marks)}))


def marks_as_json(marks: Sequence[Mark]) -> list[dict[str, Any]]:
    """Marks as they are kept: plain JSON."""
    return [{"kind": one.kind.value, "x1": one.x1, "y1": one.y1, "x2": one.x2, "y2": one.y2} for one in marks]


def next_position(connection: Connection, round_id: UUID) -> int:
    """The place behind every photo of the round, removed ones included."""
    last = connection.scalar(select(func.max(photos.c.position)).where(photos.c.round_id == round_id))
    return 0 if last is None else last + 1


def by_id(connection: Connection, photo_id: UUID) -> Photo | None:
    row = connection.execute(select(photos).where(photos.c.id == photo_id)).first()
    return _photo(row) if row else None


def of_round(connection: Connection, round_id: UUID, *, removed: bool = False) -> list[Photo]:
    """The photos of a round in their order; with `removed` also those taken away."""
    query = select(photos).where(photos.c.round_id == round_id).order_by(photos.c.position, photos.c.id)
    if not removed:
        query = query.where(photos.c.removed_at.is_(None))
    return [_photo(row) for row in connection.execute(query)]


def of_item(connection: Connection, round_id: UUID, stop_id: UUID, item_code: str | None) -> list[Photo]:
    """The photos of one item of a stop, or with None those of the whole person or place."""
    query = select(photos).where(
        photos.c.round_id == round_id,
        photos.c.stop_id == stop_id,
        photos.c.item_code.is_(None) if item_code is None else photos.c.item_code == item_code,
        photos.c.removed_at.is_(None),
    )
    return [_photo(row) for row in connection.execute(query.order_by(photos.c.position, photos.c.id))]


def counts(connection: Connection, round_ids: Sequence[UUID]) -> Mapping[UUID, int]:
    """How many photos each of these rounds has; a round without any is left out."""
    query = (
        select(photos.c.round_id, func.count().label("many"))
        .where(photos.c.round_id.in_(list(round_ids)), photos.c.removed_at.is_(None))
        .group_by(photos.c.round_id)
    )
    return {row.round_id: row.many for row in connection.execute(query)}


def _photo(row: Row[Any]) -> Photo:
    values = dict(row._mapping)
    values["marks"] = tuple(
        Mark(MarkKind(one["kind"]), one["x1"], one["y1"], one["x2"], one["y2"]) for one in values["marks"]
    )
    values["taken_from"] = TimeSource(values["taken_from"])
    values["origin"] = PhotoOrigin(values["origin"])
    values["late"] = bool(values["late"])
    return Photo(**values)
