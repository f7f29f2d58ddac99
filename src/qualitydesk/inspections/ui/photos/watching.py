"""Looks into the telephone's folder while a round is walked and tells what is new there."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.errors import Refused
from qualitydesk.inspections.service.picture_folder import PictureFolder
from qualitydesk.kit.tools import Tools

EVERY = 2000  # ms between two looks: what did not change in between is whole


class FolderWatch(QObject):
    """New pictures of one folder, but for those on record already or set aside.

    Signals: `found` the list of new pictures has changed; `lost(Refused)` the folder cannot be read, told once.
    """

    found = Signal()
    lost = Signal(object)

    def __init__(self, tools: Tools, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._folder: PictureFolder | None = None
        self._whole: list[Path] = []
        self._aside: set[str] = set()
        self._on_record: frozenset[str] = frozenset()
        self._told_lost = False
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self._look_if_seen)
        self._page: QWidget | None = None

    def watch(self, folder: Path | None, since: datetime) -> None:
        """Begin anew with a folder; None: watch nothing."""
        self._timer.stop()
        self._folder = PictureFolder(folder, since) if folder is not None else None
        self._whole, self._aside, self._told_lost = [], set(), False
        self.found.emit()
        if self._folder is not None:
            self._timer.start()
            self.look()

    def while_seen(self, page: QWidget) -> None:
        """Look only while this page is seen."""
        self._page = page

    def pictures(self) -> list[Path]:
        """The new ones."""
        return [path for path in self._whole if path.name not in self._aside and path.name not in self._on_record]

    def know(self, names: Collection[str]) -> None:
        """The files that are photos of the round already."""
        self._on_record = frozenset(names)
        self.found.emit()

    def set_aside(self, names: Collection[str]) -> None:
        """Do not offer these again: they are on their way, or not wanted now."""
        self._aside.update(names)
        self.found.emit()

    def wait_for(self, name: str) -> None:
        """A file that proved to be half copied; it is offered again when it has changed."""
        if self._folder is not None:
            self._folder.wait_for(name)
            self._aside.discard(name)
            self._whole = [path for path in self._whole if path.name != name]
            self.found.emit()

    def _look_if_seen(self) -> None:
        if self._page is None or self._page.isVisible():
            self.look()

    def look(self) -> None:
        """Look into the folder, off the GUI thread."""
        if (folder := self._folder) is not None:
            self._tools.operations.read(
                self, folder.look, then=partial(self._seen, folder), failed=self._not_read, topic="folder"
            )

    def _seen(self, folder: PictureFolder, whole: list[Path]) -> None:
        if folder is not self._folder:
            return
        self._told_lost = False
        if whole != self._whole:
            self._whole = whole
            self.found.emit()

    def _not_read(self, error: Exception) -> bool:
        if not isinstance(error, Refused):
            self._timer.stop()
            return False
        if self._whole:
            self._whole = []
            self.found.emit()
        if not self._told_lost:
            self._told_lost = True
            self.lost.emit(error)
        return True
