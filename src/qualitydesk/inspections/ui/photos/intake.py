"""Pictures on their way into a round: taken in one after another off the GUI thread, then written in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QBuffer, QIODevice, QObject, Qt, Signal
from PySide6.QtGui import QImage

from qualitydesk.basics.changes import By
from qualitydesk.basics.errors import Refused
from qualitydesk.inspections.model.photos import Photo, PhotoOrigin, PictureSource, TakenPicture
from qualitydesk.inspections.service import Photos
from qualitydesk.kit.tools import Tools

_LARGEST = 4096  # pixels of a pasted picture's side; it is made smaller still when taken in
_FOR_ALL = ("photos_too_many", "disk_full", "file_not_written", "round_abandoned", "no_such_round")


@dataclass(frozen=True)
class Target:
    """What a photo is of; `item_code` None: the whole person or place."""

    round_id: UUID
    stop_id: UUID
    item_code: str | None


@dataclass(frozen=True)
class _Incoming:
    ticket: int
    target: Target
    name: str
    take: Callable[[], TakenPicture]


class Intake(QObject):
    """Takes pictures in for the targets they were meant for when they came.

    Signals: `moved` one more or fewer is on its way; `added(Photo)` it is on disk; `refused(str, Refused)` the
    picture of that name was not added, and why.
    """

    moved = Signal()
    added = Signal(object)
    refused = Signal(str, object)

    def __init__(self, tools: Tools, photos: Photos, by: Callable[[], By], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._photos = photos
        self._by = by
        self._tickets = count(1)
        self._queue: deque[_Incoming] = deque()
        self._now: _Incoming | None = None

    @property
    def waiting(self) -> int:
        """Pictures not on disk yet."""
        return len(self._queue) + (self._now is not None)

    def waiting_for(self, target: Target) -> int:
        """Those of one target."""
        coming = [*self._queue, *([self._now] if self._now else [])]
        return sum(one.target == target for one in coming)

    def take_files(self, paths: Sequence[Path], origin: PhotoOrigin, target: Target) -> None:
        """Files chosen, dragged in, pasted or found in the telephone's folder."""
        for path in paths:
            self._queue.append(
                _Incoming(next(self._tickets), target, path.name, partial(self._photos.take_file, path, origin))
            )
        self._go_on()

    def take_image(self, image: QImage, origin: PhotoOrigin, target: Target) -> None:
        """A picture without a file, from the clipboard or another program."""
        take = partial(self._take_image, QImage(image), origin)
        self._queue.append(_Incoming(next(self._tickets), target, "", take))
        self._go_on()

    def _take_image(self, image: QImage, origin: PhotoOrigin) -> TakenPicture:
        """On a lane: spelled out without loss, then taken in like a file."""
        if max(image.width(), image.height()) > _LARGEST:
            ways = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            image = image.scaled(_LARGEST, _LARGEST, *ways)
        spelled = QBuffer()
        spelled.open(QIODevice.OpenModeFlag.WriteOnly)
        kind = "PNG" if image.hasAlphaChannel() else "BMP"  # the plain kind is written in a tenth of the time
        image.save(spelled, kind)  # type: ignore[call-overload]
        return self._photos.take(PictureSource(bytes(spelled.data().data()), origin))

    def _go_on(self) -> None:
        if self._now is None and self._queue:
            self._now = self._queue.popleft()
            topic = f"take {self._now.ticket}"
            self._tools.operations.read(self, self._now.take, then=self._taken, failed=self._not_added, topic=topic)
        self.moved.emit()

    def _taken(self, picture: TakenPicture) -> None:
        assert self._now is not None
        target = self._now.target
        self._tools.operations.write(
            self._photos.add,
            target.round_id,
            target.stop_id,
            target.item_code,
            picture,
            self._by(),
            then=self._on_disk,
            failed=self._not_added,
        )

    def _on_disk(self, photo: Photo) -> None:
        self._now = None
        self.added.emit(photo)
        self._go_on()

    def _not_added(self, error: Exception) -> bool:
        assert self._now is not None
        name, self._now = self._now.name, None
        told = isinstance(error, Refused)
        if isinstance(error, Refused):
            self.refused.emit(name, error)
            if error.code in _FOR_ALL:  # no better for those behind it
                self._queue.clear()
        self._go_on()
        return told
