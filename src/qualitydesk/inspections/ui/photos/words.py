"""What the screens say of a photo: when, where the time is from, which way it came."""

from __future__ import annotations

from qualitydesk.inspections.model import Item, Stop
from qualitydesk.inspections.model.photos import Photo
from qualitydesk.inspections.rules.photos import stamp_words

MEGABYTE = 2**20


def told(photo: Photo, language: str) -> str:
    """Time and origin in one line, as they are stamped on papers."""
    return stamp_words(photo, language)


def whose(stop: Stop, item: Item | None, language: str) -> str:
    """The person or place and the item a photo belongs to."""
    return f"{stop.name} · {item.title[language]}" if item is not None else stop.name
