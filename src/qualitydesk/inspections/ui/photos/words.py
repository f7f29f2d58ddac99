"""What the screens say of a photo: when, where the time is from, which way it came, whose it is or could be."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QCoreApplication

from qualitydesk.inspections.model import Item, Stop, Target, Walk
from qualitydesk.inspections.model.photos import Photo
from qualitydesk.inspections.rules.photos import stamp_words

Place = tuple[UUID, str | None]
"""What a photo can be of: an item of a stop, or with None the whole person or place."""


def told(photo: Photo, language: str) -> str:
    """Time and origin in one line, as they are stamped on papers."""
    return stamp_words(photo, language)


def whose(stop: Stop, item: Item | None, language: str) -> str:
    """The person or place and the item a photo belongs to."""
    return f"{stop.name} · {item.title[language] if item is not None else whole_words(stop)}"


def whole_words(stop: Stop) -> str:
    """Said of a photo of no single item."""
    if stop.target is Target.PERSON:
        return QCoreApplication.translate("Photos", "the whole person")
    return QCoreApplication.translate("Photos", "the whole place")


def whose_of(walk: Walk, photo: Photo, language: str) -> str:
    """The same for a photo of a round; empty when its stop is not on it."""
    return whose_at(walk, (photo.stop_id, photo.item_code), language)


def whose_at(walk: Walk, place: Place, language: str) -> str:
    """The same for what a photo can be of."""
    stop = next((one for one in walk.stops if one.id == place[0]), None)
    if stop is None:
        return ""
    item = next((one for one in walk.items[stop.id] if one.code == place[1]), None)
    return whose(stop, item, language)


def places_for(walk: Walk, photo: Photo, language: str) -> list[tuple[Place, str]]:
    """Where else a photo could belong: the items of its own stop first, then the other stops as a whole."""
    found: list[tuple[Place, str]] = []
    for stop in sorted(walk.stops, key=lambda one: one.id != photo.stop_id):
        items = walk.items[stop.id] if stop.id == photo.stop_id else ()
        found.append(((stop.id, None), whose(stop, None, language)))
        found += [((stop.id, item.code), whose(stop, item, language)) for item in items]
    return [(place, words) for place, words in found if place != (photo.stop_id, photo.item_code)]
