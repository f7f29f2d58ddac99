"""Values of a round's photos: what was taken, when and by which way it came, what was drawn upon it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class PhotoOrigin(StrEnum):
    """The way a picture came into the round."""

    FILE = "file"
    PASTE = "paste"
    DRAG = "drag"
    FOLDER = "folder"


class TimeSource(StrEnum):
    """Where the time of a picture is from; only the camera's own says when it was taken."""

    CAMERA = "camera"
    FILE = "file"
    ADDED = "added"


class MarkKind(StrEnum):
    ARROW = "arrow"
    ELLIPSE = "ellipse"


@dataclass(frozen=True)
class Mark:
    """Something drawn upon a photo, in fractions of its width and height (0 to 1, from the upper left).

    An arrow points from (x1, y1) to (x2, y2); an ellipse fills the box between the two corners.
    """

    kind: MarkKind
    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True)
class PictureSource:
    """A picture as it came: bytes of any kind of file. `file_time`: when the file was written, if it was a file."""

    content: bytes
    origin: PhotoOrigin
    name: str = ""
    file_time: datetime | None = None


@dataclass(frozen=True)
class TakenPicture:
    """A picture made ready to be kept: upright, at most 2,048 px, JPEG without any metadata.

    `source_sha256`: of the bytes as they came, so that the same picture is known again.
    """

    jpeg: bytes
    width: int
    height: int
    taken_at: datetime
    taken_from: TimeSource
    origin: PhotoOrigin
    name: str
    source_sha256: str


@dataclass(frozen=True)
class Photo:
    """A photo of a round. `item_code` None: of the whole person or place. `sha256`: of the kept picture, unmarked.

    `taken_at` is to be read with `taken_from`; `late`: added when the round was finished already. A removed photo
    stays on record with `removed_at`, `removed_by` and, after the round was finished, `reason`.
    """

    id: UUID
    round_id: UUID
    stop_id: UUID
    item_code: str | None
    position: int
    sha256: str
    width: int
    height: int
    marks: tuple[Mark, ...]
    caption: str
    taken_at: datetime
    taken_from: TimeSource
    origin: PhotoOrigin
    name: str
    source_sha256: str
    added_at: datetime
    added_by: UUID | None
    late: bool
    removed_at: datetime | None
    removed_by: UUID | None
    reason: str
    revision: int
