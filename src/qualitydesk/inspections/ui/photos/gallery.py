"""All photos of a round in a grid, by person and item; for the result of the round."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from qualitydesk.basics.changes import By, Change
from qualitydesk.inspections.model import RoundState, Walk
from qualitydesk.inspections.model.photos import Photo
from qualitydesk.inspections.service import Photos
from qualitydesk.inspections.ui.photos.thumbs import PhotoList
from qualitydesk.inspections.ui.photos.viewer import PhotoViewer
from qualitydesk.inspections.ui.photos.words import whose_of
from qualitydesk.kit.pieces import EmptyState
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools

_SIDE = 18 * GRID


class PhotoGallery(QStackedWidget):
    """Shows the photos of one round; Enter opens one in large with those before and behind it.

    Signals: `counted(int)` how many there are.
    """

    counted = Signal(int)

    def __init__(
        self, tools: Tools, photos: Photos, by: Callable[[], By] | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.tools = tools
        self._photos = photos
        self._by = by
        self._walk: Walk | None = None
        self.list = PhotoList(tools, photos, side=_SIDE, wrapping=True)
        self.list.opened.connect(self._open)
        self.list.removal_wanted.connect(self._open)
        self.addWidget(EmptyState(self.tr("No photos were taken on this round."), icon_name="camera"))
        self.addWidget(self.list)
        self.setAccessibleName(self.tr("Photos"))
        tools.operations.changed.connect(self._hear)

    def show_walk(self, walk: Walk) -> None:
        """The photos of this round."""
        self._walk = walk
        self._ask()

    def _ask(self) -> None:
        if self._walk is not None:
            self.tools.operations.read(
                self, self._photos.of_round, self._walk.round.id, then=self._show, topic="gallery"
            )

    def _hear(self, changes: frozenset[Change]) -> None:
        if Change.PHOTOS in changes:
            self._ask()

    def _show(self, photos: Sequence[Photo]) -> None:
        assert self._walk is not None
        order = {stop.id: at for at, stop in enumerate(self._walk.stops)}
        known = sorted((one for one in photos if one.stop_id in order), key=lambda one: order[one.stop_id])
        notes = {one.id: whose_of(self._walk, one, self.tools.language) for one in known}
        self.list.show_photos(known, notes=notes)
        self.setCurrentIndex(1 if known else 0)
        self.counted.emit(len(known))

    def _open(self, photo: Photo) -> None:
        assert self._walk is not None
        shown = self.list.photos_shown()
        at = [one.id for one in shown].index(photo.id)
        state = self._walk.round.state
        by = self._by if state is not RoundState.ABANDONED else None
        finished = state is not RoundState.OPEN
        viewer = PhotoViewer(
            self.tools, self._photos, shown, at, by=by, walk=self._walk, finished=finished, parent=self
        )
        viewer.open()
