"""The photos of one finding or answer: thumbnails in a row, Enter shows one in large; some may be added later."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import By, Change
from qualitydesk.basics.errors import Refused
from qualitydesk.inspections.model.photos import Photo, PhotoOrigin
from qualitydesk.inspections.service import Photos
from qualitydesk.inspections.ui.photos.choosing import choose_pictures
from qualitydesk.inspections.ui.photos.intake import Intake, Target
from qualitydesk.inspections.ui.photos.thumbs import PhotoList
from qualitydesk.inspections.ui.photos.viewer import PhotoViewer
from qualitydesk.kit.dropping import DropGround, files_in, image_in
from qualitydesk.kit.pieces import button, hbox, label, vbox
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools


class PhotoStrip(QWidget):
    """Reads and shows what `show_item` names. `by` given: photos may be added, described, marked and taken away.

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
        self._target: Target | None = None
        self._mine: list[Photo] = []
        self.list = PhotoList(tools, photos)
        self.list.opened.connect(self._open)
        self.list.removal_wanted.connect(self._open)
        self.none = label(self.tr("No photos."), tone="muted")
        self.problem = label("", "problem", wrap=True)
        self.problem.hide()
        self.add = button(self.tr("Add photos…"), "camera", self._choose)
        self.add.setVisible(by is not None)
        column = vbox(hbox(self.none, None, self.add), self.list, self.problem, gap=GRID // 2)
        self.setLayout(column)
        self.list.hide()
        self.intake: Intake | None = None
        if by is not None:
            self.intake = Intake(tools, photos, by, self)
            self.intake.moved.connect(self._show_all)
            self.intake.refused.connect(self._refused)
            DropGround(self, parent=self).dropped.connect(self._dropped)
        tools.operations.changed.connect(self._hear)

    def show_item(self, round_id: UUID, stop_id: UUID, item_code: str | None) -> None:
        """The photos of one item of a stop; None: those of the whole person or place."""
        self._target = Target(round_id, stop_id, item_code)
        self._ask()

    def _ask(self) -> None:
        if (at := self._target) is not None:
            query = partial(self._photos.of_item, at.round_id, at.stop_id, at.item_code)
            self.tools.operations.read(self, query, then=self._show, topic="photos")

    def _show(self, photos: Sequence[Photo]) -> None:
        self._mine = list(photos)
        self._show_all()

    def _show_all(self) -> None:
        coming = self.intake.waiting if self.intake is not None else 0
        self.list.show_photos(self._mine, coming=coming)
        self.list.setVisible(bool(self._mine) or coming > 0)
        self.none.setText(
            self.tr("Photos ({count})").format(count=len(self._mine)) if self._mine else self.tr("No photos.")
        )

    def _hear(self, changes: frozenset[Change]) -> None:
        if Change.PHOTOS in changes:
            self._ask()

    def _open(self, photo: Photo) -> None:
        shown = self.list.photos_shown()
        at = [one.id for one in shown].index(photo.id)
        PhotoViewer(self.tools, self._photos, shown, at, by=self._by, finished=self._finished, parent=self).open()

    # Further ones

    def _choose(self) -> None:
        if (target := self._target) is not None:
            choose_pictures(self.tools, self, partial(self._take, target, PhotoOrigin.FILE))

    def _take(self, target: Target, origin: PhotoOrigin, paths: Sequence[Path]) -> None:
        self.problem.hide()
        if self.intake is not None:
            self.intake.take_files(paths, origin, target)

    def _dropped(self, data: QMimeData) -> None:
        if self._target is None or self.intake is None:
            return
        if paths := files_in(data):
            self._take(self._target, PhotoOrigin.DRAG, paths)
        elif (image := image_in(data)) is not None:
            self.problem.hide()
            self.intake.take_image(image, PhotoOrigin.DRAG, self._target)

    def _refused(self, name: str, refused: Refused) -> None:
        words = self.tools.prompts.words_for(refused)
        self.problem.setText(self.tr("{name}: {why}").format(name=name, why=words) if name else words)
        self.problem.show()
