"""The photos of the item being walked, at the side of the page: P adds some, files and pictures may be dropped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from qualitydesk.basics.changes import By, Change
from qualitydesk.basics.errors import Refused
from qualitydesk.inspections.model import Walk
from qualitydesk.inspections.model.photos import Photo, PhotoOrigin
from qualitydesk.inspections.service import Photos
from qualitydesk.inspections.ui.photos.bars import NewPictures, Removed, RoomBanner
from qualitydesk.inspections.ui.photos.choosing import choose_pictures
from qualitydesk.inspections.ui.photos.intake import Intake, Target
from qualitydesk.inspections.ui.photos.picking import PickDialog
from qualitydesk.inspections.ui.photos.thumbs import PhotoList
from qualitydesk.inspections.ui.photos.viewer import PhotoViewer
from qualitydesk.inspections.ui.photos.watching import FolderWatch
from qualitydesk.inspections.ui.photos.words import whose_at, whose_of
from qualitydesk.kit.dropping import DropGround, PasteGround, files_in, image_in
from qualitydesk.kit.pieces import Banner, button, hbox, label, vbox
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools

_REASONS = 3  # refusals told one by one; of more only how many


class WalkPhotos(QWidget):
    """Photos while walking. `folder()`: where the telephone's pictures come to, if anywhere; `least_room`: bytes.

    `above` holds what must be seen across the page: new pictures, refusals, a disk nearly full.
    Signals: `counted(Counter)` photos by stop, whenever that has changed; `left` back to the answers (Esc).
    """

    counted = Signal(object)
    left = Signal()

    def __init__(
        self,
        tools: Tools,
        photos: Photos,
        by: Callable[[], By],
        *,
        folder: Callable[[], Path | None] = lambda: None,
        least_room: int = 500 * 2**20,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.tools = tools
        self._photos = photos
        self._by = by
        self._folder = folder
        self._walk: Walk | None = None
        self._target: Target | None = None
        self._all: list[Photo] = []
        self._last_folder: Path | None = None
        self._reasons: list[str] = []
        self.room = RoomBanner(tools, photos, least_room)
        self.heading = label(self.tr("Photos"), "section")
        self.add = button(self.tr("Photo (P)"), "camera", self.add_some, role="quiet")
        self.list = PhotoList(tools, photos)
        self.list.opened.connect(self._open)
        self.list.removal_wanted.connect(self._remove)
        self.list.left.connect(self.left)
        self.new = NewPictures(self.pick_new, self._not_now)
        self.removed = Removed(self._put_back)
        self.problem = Banner("", "warning", button(self.tr("Understood"), do=lambda: self._say_words("")))
        self.problem.hide()
        self.above = QWidget()
        self.above.setLayout(vbox(self.room, self.new, self.problem, gap=GRID // 2))
        self.setLayout(vbox(hbox(self.heading, None, self.add), self.list, self.removed, gap=GRID // 2))
        self.list.hide()
        self.intake = Intake(tools, photos, by, self)
        self.intake.moved.connect(self._show)
        self.intake.added.connect(self._added)
        self.intake.refused.connect(self._refused)
        self.watch = FolderWatch(tools, self)
        self.watch.found.connect(self._show_new)
        self.watch.lost.connect(self._say)
        tools.operations.changed.connect(self._hear)

    def serve(self, page: QWidget, *editors: QWidget) -> None:
        """The page this stands on: pictures may be dropped upon it and these editors' viewports, and pasted into any
        field of it; the folder is watched while it is seen, also when this widget has no room on a narrow screen."""
        DropGround(page, *editors, parent=self).dropped.connect(self._dropped)
        PasteGround(*page.findChildren(QLineEdit), *page.findChildren(QPlainTextEdit), parent=self)
        self.watch.while_seen(page)

    def begin(self, walk: Walk) -> None:
        """Read the photos of a round and watch the telephone's folder for it."""
        self._walk, self._target, self._all = walk, None, []
        self._clear()
        self.watch.watch(self._folder(), walk.round.started_at)
        self.room.look()
        self._ask()

    def stand_at(self, stop_id: UUID, item_code: str | None) -> None:
        """What a photo taken now is of."""
        if self._walk is None:
            return
        target = Target(self._walk.round.id, stop_id, item_code)
        if target != self._target:
            self._target = target
            self.removed.hide()
            self._show()

    @property
    def quiet(self) -> bool:
        """Whether every picture that came is on disk or refused."""
        return not self.intake.waiting

    def leaving_words(self) -> tuple[str, str, Callable[[], object]]:
        """For who would leave meanwhile: what holds him up, and that nothing is to be done but wait."""
        return self.tr("Photos are still being added. It takes a moment only."), self.tr("Understood"), lambda: None

    # Ways in

    def add_some(self) -> None:
        """P: the telephone's new pictures, if there are any; else choose files."""
        if self.watch.pictures():
            self.pick_new()
        else:
            self.choose_files()

    def choose_files(self) -> None:
        """Ask for files, several at once."""
        if (target := self._target) is not None:
            choose_pictures(self.tools, self, partial(self._chosen, target), self._last_folder)

    def _chosen(self, target: Target, paths: Sequence[Path]) -> None:
        self._last_folder = paths[0].parent
        self._take(paths, PhotoOrigin.FILE, target)

    def pick_new(self) -> None:
        """Of several new pictures of the telephone, ask which show the item in view; a single one is added."""
        target, paths = self._target, self.watch.pictures()
        if target is None or self._walk is None:
            return
        if len(paths) == 1:
            self._add_new(target, paths)
            return
        belongs = whose_at(self._walk, (target.stop_id, target.item_code), self.tools.language)
        dialog = PickDialog(self.tools, self._photos, paths, belongs, self)
        dialog.picked.connect(partial(self._add_new, target))
        dialog.open()

    def _add_new(self, target: Target, paths: Sequence[Path]) -> None:
        self.watch.set_aside([path.name for path in paths])
        self._take(paths, PhotoOrigin.FOLDER, target)

    def paste(self) -> None:
        """What is in the clipboard: files or a picture."""
        self._take_in(QGuiApplication.clipboard().mimeData(), PhotoOrigin.PASTE)

    def _dropped(self, data: QMimeData) -> None:
        self._take_in(data, PhotoOrigin.DRAG)

    def _take_in(self, data: QMimeData, origin: PhotoOrigin) -> None:
        if (target := self._target) is None:
            return
        if paths := files_in(data):
            self._take(paths, origin, target)
        elif (image := image_in(data)) is not None:
            self._clear()
            self.intake.take_image(image, origin, target)
        else:
            self._say_words(self.tr("There is no picture in the clipboard. Copy a picture or picture files first."))

    def _take(self, paths: Sequence[Path], origin: PhotoOrigin, target: Target) -> None:
        self._clear()
        self.room.look()
        self.intake.take_files(paths, origin, target)

    # What came of it

    def _added(self, photo: Photo) -> None:
        if self._walk is not None and photo.round_id == self._walk.round.id:
            if photo.id not in {one.id for one in self._all}:
                self._all.append(photo)
            self._count()

    def _refused(self, name: str, refused: Refused) -> None:
        if refused.code == "picture_truncated":
            self.watch.wait_for(name)
        words = self.tools.prompts.words_for(refused)
        self._reasons.append(self.tr("{name}: {why}").format(name=name, why=words) if name else words)
        told = self._reasons[:_REASONS]
        if len(self._reasons) > _REASONS:
            told.append(self.tr("Further ones not added: {count}.").format(count=len(self._reasons) - _REASONS))
        self._say_words("\n".join(told))

    def _say(self, refused: Refused) -> None:
        self._say_words(self.tools.prompts.words_for(refused))

    def _say_words(self, words: str) -> None:
        if not words:
            self._reasons.clear()
        self.problem.say(words, "warning")

    def _clear(self) -> None:
        """Something new is done: what was said of the thing before goes."""
        self._say_words("")
        self.removed.hide()

    # What is shown

    def _hear(self, changes: frozenset[Change]) -> None:
        if Change.PHOTOS in changes:
            self._ask()

    def _ask(self) -> None:
        if self._walk is not None:
            round_id = self._walk.round.id
            query = partial(self._photos.of_round, round_id, removed=True)
            self.tools.operations.read(self, query, then=partial(self._read, round_id), topic="photos")

    def _read(self, round_id: UUID, found: Sequence[Photo]) -> None:
        if self._walk is None or self._walk.round.id != round_id:
            return
        self.watch.know({photo.name for photo in found})
        self._all = [photo for photo in found if photo.removed_at is None]
        self._count()

    def _count(self) -> None:
        self.counted.emit(Counter(photo.stop_id for photo in self._all))
        self._show()

    def _mine(self) -> list[Photo]:
        """The photos of the item in view, then those of the whole person or place."""
        if (at := self._target) is None:
            return []
        here = [one for one in self._all if one.stop_id == at.stop_id]
        mine = [one for one in here if one.item_code == at.item_code]
        return mine + [one for one in here if one.item_code is None and at.item_code is not None]

    def _show(self) -> None:
        mine = self._mine()
        coming = self.intake.waiting_for(self._target) if self._target is not None else 0
        language = self.tools.language
        notes = {one.id: whose_of(self._walk, one, language) for one in mine} if self._walk is not None else {}
        self.list.show_photos(mine, coming=coming, notes=notes)
        self.list.setVisible(bool(mine) or coming > 0)
        name = self.tr("Photos ({count})").format(count=len(mine)) if mine else self.tr("Photos")
        self.heading.setText(name)
        self.list.setAccessibleName(name)

    def _show_new(self) -> None:
        self.new.show_count(len(self.watch.pictures()))

    def _not_now(self) -> None:
        self.watch.set_aside([path.name for path in self.watch.pictures()])

    # One photo

    def _open(self, photo: Photo) -> None:
        shown = self.list.photos_shown()
        at = [one.id for one in shown].index(photo.id)
        PhotoViewer(self.tools, self._photos, shown, at, by=self._by, walk=self._walk, parent=self).open()

    def _remove(self, photo: Photo) -> None:
        self.tools.operations.write(
            self._photos.remove, photo.id, photo.revision, self._by(), then=self._gone, failed=self._not_done
        )

    def _gone(self, photo: Photo) -> None:
        self._all = [one for one in self._all if one.id != photo.id]
        self._clear()
        self.removed.offer(photo)
        self._count()

    def _put_back(self, photo: Photo) -> None:
        self.removed.hide()
        self.tools.operations.write(
            self._photos.put_back, photo.id, photo.revision, self._by(), then=self._back, failed=self._not_done
        )

    def _back(self, photo: Photo) -> None:
        self._all = sorted([*(one for one in self._all if one.id != photo.id), photo], key=lambda one: one.position)
        self._count()

    def _not_done(self, error: Exception) -> bool:
        if isinstance(error, Refused):
            self._say(error)
        return isinstance(error, Refused)
