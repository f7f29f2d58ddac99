"""The photos of one finding, to be looked at: thumbnails in a row, Enter shows one in large."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import By, Change
from qualitydesk.inspections.model.photos import Photo
from qualitydesk.inspections.service import Photos
from qualitydesk.inspections.ui.photos.thumbs import PhotoList
from qualitydesk.inspections.ui.photos.viewer import PhotoViewer
from qualitydesk.kit.pieces import label, vbox
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools


class PhotoStrip(QWidget):
    """Reads and shows what `show_item` names. `by` given: captions and marks may be changed, photos taken away.

    `finished`: whether taking one away asks for a reason.
    """

    def __init__(
        self,
        tools: Tools,
        photos: Photos,
        by: Callable[[], By] | None = None,
        *,
        finished: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.tools = tools
        self._photos = photos
        self._by = by
        self._finished = finished
        self._wanted: tuple[UUID, UUID, str | None] | None = None
        self.list = PhotoList(tools, photos)
        self.list.opened.connect(self._open)
        self.none = label(self.tr("No photos."), tone="muted")
        self.setLayout(vbox(self.none, self.list, gap=GRID // 2))
        self.list.hide()
        tools.operations.changed.connect(self._hear)

    def show_item(self, round_id: UUID, stop_id: UUID, item_code: str | None) -> None:
        """The photos of one item of a stop; None: those of the whole person or place."""
        self._wanted = (round_id, stop_id, item_code)
        self.tools.operations.read(self, self._photos.of_item, *self._wanted, then=self._show, topic="photos")

    def _show(self, photos: Sequence[Photo]) -> None:
        self.list.show_photos(photos)
        self.list.setVisible(bool(photos))
        self.none.setVisible(not photos)

    def _hear(self, changes: frozenset[Change]) -> None:
        if Change.PHOTOS in changes and self._wanted is not None:
            self.show_item(*self._wanted)

    def _open(self, photo: Photo) -> None:
        shown = self.list.photos_shown()
        at = [one.id for one in shown].index(photo.id)
        PhotoViewer(self.tools, self._photos, shown, at, by=self._by, finished=self._finished, parent=self).open()
