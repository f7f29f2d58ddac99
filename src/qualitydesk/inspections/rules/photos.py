"""What the rules say of photos: which time counts, what may be noted and drawn, when a file is whole."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from qualitydesk.basics.clock import DEFAULT_ZONE, local
from qualitydesk.basics.errors import Problem
from qualitydesk.basics.phrases import say
from qualitydesk.inspections.model.photos import Mark, Photo, TimeSource

LONGEST_CAPTION = 200
MOST_MARKS = 50
MOST_PHOTOS = 300  # of one round
PICTURES = frozenset((".jpg", ".jpeg", ".png", ".gif", ".bmp", ".webp", ".tif", ".tiff", ".heic", ".heif", ".avif"))
_FIRST_CAMERAS = 2000
_AHEAD = timedelta(days=1)  # a camera's clock in another zone


def when(
    camera: datetime | None, file_time: datetime | None, now: datetime, zone: str = DEFAULT_ZONE
) -> tuple[datetime, TimeSource]:
    """The time of a picture and where it is from: the camera's, else the file's, else now.

    A naive time of a camera is read in `zone`. A time before 2000 or after tomorrow is no time (a dead battery).
    """
    if camera is not None and camera.tzinfo is None:
        camera = camera.replace(tzinfo=ZoneInfo(zone))
    for told, source in ((camera, TimeSource.CAMERA), (file_time, TimeSource.FILE)):
        if told is not None and told.year >= _FIRST_CAMERAS and told <= now + _AHEAD:
            return told, source
    return now, TimeSource.ADDED


def problems_in_caption(caption: str) -> list[Problem]:
    """What is wrong with a caption."""
    if len(caption) > LONGEST_CAPTION:
        return [Problem("caption", "caption_long", {"longest": LONGEST_CAPTION})]
    return []


def problems_in_marks(marks: Sequence[Mark]) -> list[Problem]:
    """What is wrong with marks: outside the picture, or more than anybody could read."""
    inside = all(0 <= end <= 1 for one in marks for end in (one.x1, one.y1, one.x2, one.y2))
    if not inside or len(marks) > MOST_MARKS:
        return [Problem("marks", "marks_wrong", {"most": MOST_MARKS})]
    return []


def stamp_words(photo: Photo, language: str, *, round_number: str = "") -> str:
    """What is burnt in under a photo: time, where the time is from, the way it came, the round."""
    parts = (
        f"{local(photo.taken_at):%Y-%m-%d %H:%M}",
        say(language, f"photo.time.{photo.taken_from.value}"),
        say(language, f"photo.origin.{photo.origin.value}"),
        say(language, "photo.late") if photo.late else "",
        round_number,
    )
    return " · ".join(part for part in parts if part)
