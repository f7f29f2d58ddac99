"""What stands around the photos of an item: new pictures of the telephone, a removal to undo, a disk nearly full."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QWidget

from qualitydesk.inspections.model.photos import Photo
from qualitydesk.inspections.service import Photos
from qualitydesk.kit.pieces import Banner, IconLabel, button, hbox, label, vbox
from qualitydesk.kit.theme import EDGE, GRID
from qualitydesk.kit.tools import Tools

_MEGABYTE = 2**20


class NewPictures(QFrame):
    """ "3 new pictures from the telephone: to this item?" """

    def __init__(self, add: Callable[[], object], not_now: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self.setProperty("tone", "info")
        self.words = label("", wrap=True)
        self.add = button(self.tr("Add (P)"), "check", add)
        self.not_now = button(self.tr("Not these"), do=not_now, role="quiet")
        row = hbox(IconLabel("camera", "info"), self.words, self.not_now, self.add)
        row.setStretch(1, 1)
        row.setContentsMargins(EDGE, GRID, EDGE, GRID)
        self.setLayout(row)
        self.hide()

    def show_count(self, count: int) -> None:
        """How many there are; none: the bar goes."""
        words = self.tr("New pictures from the telephone: {count}. Add to this item?")
        self.words.setText(words.format(count=count))
        self.setVisible(count > 0)


class Removed(QFrame):
    """Tells that a photo was taken away, and offers to put it back."""

    def __init__(self, put_back: Callable[[Photo], object]) -> None:
        super().__init__()
        self._photo: Photo | None = None
        self._put_back = put_back
        self.undo = button(self.tr("Undo"), "undo", self._undo, role="quiet")
        self.setLayout(hbox(label(self.tr("Photo removed."), tone="muted"), None, self.undo))
        self.hide()

    def offer(self, photo: Photo) -> None:
        self._photo = photo
        self.show()

    def _undo(self) -> None:
        if self._photo is not None:
            self._put_back(self._photo)


class RoomBanner(QWidget):
    """Warns before the disk is full; nothing is shown while there is room or nobody can tell."""

    def __init__(self, tools: Tools, photos: Photos, least: int) -> None:
        super().__init__()
        self._tools = tools
        self._photos = photos
        self._least = least
        self.banner = Banner("", "warning")
        self.setLayout(vbox(self.banner))
        self.hide()

    def look(self) -> None:
        """Ask how much room there is, off the GUI thread."""
        self._tools.operations.read(self, self._photos.room, then=self._show, topic="room")

    def _show(self, room: int | None) -> None:
        short = room is not None and room < self._least
        self.setVisible(short)
        if room is not None and short:
            words = self.tr("Only {room} MB are left on the disk. Make room now, or photos may not be saved any more.")
            self.banner.say(words.format(room=room // _MEGABYTE), "warning")
