"""Photos in large, one after another: what they show in words, what is drawn upon them, and taking one away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.errors import Refused
from qualitydesk.inspections.model import Walk
from qualitydesk.inspections.model.photos import Mark, Photo
from qualitydesk.inspections.rules.photos import LONGEST_CAPTION
from qualitydesk.inspections.service import Photos
from qualitydesk.inspections.ui.photos.marking import MarkDialog
from qualitydesk.inspections.ui.photos.picture import PictureView
from qualitydesk.inspections.ui.photos.words import places_for, told, whose_of
from qualitydesk.kit.keys import Key, KeyTable
from qualitydesk.kit.pieces import Banner, button, hbox, label, vbox
from qualitydesk.kit.theme import EDGE, GAP, GRID
from qualitydesk.kit.tools import Tools

Verb = Callable[..., Done[Photo]]


class PhotoViewer(QDialog):
    """Shows some photos, beginning with one. `by` None: to be looked at only.

    `walk`: tells the person and item each belongs to, and to which it could be moved. `finished`: taking one away
    asks for a reason.
    What is changed here is on disk at once and told by `operations.changed`.
    """

    def __init__(
        self,
        tools: Tools,
        photos: Photos,
        shown: Sequence[Photo],
        at: int = 0,
        *,
        by: Callable[[], By] | None = None,
        walk: Walk | None = None,
        finished: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.tools = tools
        self._photos = photos
        self._shown = list(shown)
        self._at = at
        self._by = by
        self._walk = walk
        self._finished = finished
        self._closing = False
        self._written: dict[UUID, int] = {}  # revisions; the write lane alone touches them
        self.setWindowTitle(self.tr("Photos"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.banner = Banner("", "danger")
        self.banner.hide()
        self.view = PictureView()
        self.view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.belongs = label("", "section", wrap=True)
        self.facts = label("", tone="muted", wrap=True, selectable=True)
        self.caption = QLineEdit()
        self.caption.setMaxLength(LONGEST_CAPTION)
        self.caption.setPlaceholderText(self.tr("What does the photo show?"))
        self.caption.setAccessibleName(self.tr("Caption"))
        self.caption.setReadOnly(by is None)
        self.caption.returnPressed.connect(self._caption_done)
        self.place = label("", tone="muted")
        self.back = button(self.tr("Previous"), "chevron-left", partial(self._go, -1))
        self.on = button(self.tr("Next"), "chevron-right", partial(self._go, +1))
        self.mark = button(self.tr("Mark…"), "pencil", self._mark)
        self.move_on = button(self.tr("Belongs to…"), "user", self._choose_place)
        self.remove = button(self.tr("Remove"), "trash", self._remove, role="danger")
        self.done_button = button(self.tr("Close"), do=self.reject)
        for one in (self.mark, self.remove):
            one.setVisible(by is not None)
        self.move_on.setVisible(by is not None and walk is not None)
        ways = (self.move_on, self.mark, self.remove, self.done_button)
        row = hbox(self.back, self.place, self.on, None, *ways, gap=GAP)
        column = vbox(self.banner, self.view, self.belongs, self.facts, self.caption, row, gap=GRID)
        column.setStretch(1, 1)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.setLayout(column)
        self._bind_keys()
        self._fit()
        self._show()
        self.view.setFocus()

    def _bind_keys(self) -> None:
        self.key_table = KeyTable(self.view)
        self.key_table.bind(
            Key("Left", self.tr("Previous photo"), partial(self._go, -1)),
            Key("Right", self.tr("Next photo"), partial(self._go, +1)),
        )
        if self._by is not None:
            self.key_table.bind(
                Key("Return", self.tr("To the caption; from there back to the photo"), self.caption.setFocus),
                Key("M", self.tr("Arrows and circles on this photo"), self._mark),
                Key("B", self.tr("It belongs to another item or person"), self._choose_place),
                Key("Ctrl+Left", self.tr("This photo earlier among those of its item"), partial(self._move, -1)),
                Key("Ctrl+Right", self.tr("This photo later among those of its item"), partial(self._move, +1)),
                Key("Delete", self.tr("Remove this photo"), self._remove),
            )
        self.key_table.bind(Key("Esc", self.tr("Close; everything is saved")))

    def _fit(self) -> None:
        room = self.screen().availableGeometry()
        self.resize(min(120 * GRID, room.width() - 8 * GRID), min(86 * GRID, room.height() - 10 * GRID))

    def photo(self) -> Photo:
        """The one in view."""
        return self._shown[self._at]

    def _show(self) -> None:
        photo = self.photo()
        self.banner.hide()
        self._show_belongs()
        size = self.tr("{width} × {height} px").format(width=photo.width, height=photo.height)
        parts = (told(photo, self.tools.language), size, photo.name)
        self.facts.setText(" · ".join(part for part in parts if part))
        self.caption.setText(photo.caption)
        self.place.setText(f"{self._at + 1} / {len(self._shown)}")
        self.back.setEnabled(self._at > 0)
        self.on.setEnabled(self._at + 1 < len(self._shown))
        self.view.setAccessibleName(f"{self.place.text()} {photo.caption} {self.facts.text()}")
        self.view.show_marks(photo.marks)
        self.view.show_words(self.tr("Reading…"))
        self.tools.operations.read(
            self, self._read, photo.sha256, then=self._show_picture, failed=self._not_read, topic="picture"
        )

    def _show_belongs(self) -> None:
        self.belongs.setText(whose_of(self._walk, self.photo(), self.tools.language) if self._walk else "")
        self.belongs.setVisible(bool(self.belongs.text()))

    def _read(self, sha256: str) -> QImage:
        """On a lane: the kept picture, unpacked."""
        return QImage.fromData(self._photos.kept(sha256))

    def _show_picture(self, image: QImage) -> None:
        self.view.show_picture(QPixmap.fromImage(image))

    def _not_read(self, error: Exception) -> bool:
        if isinstance(error, Refused):
            self.view.show_words(self.tools.prompts.words_for(error))
        return isinstance(error, Refused)

    def _go(self, by: int) -> None:
        self._save_caption()
        if 0 <= self._at + by < len(self._shown):
            self._at += by
            self._show()
            self.view.setFocus()

    # Words

    def _caption_done(self) -> None:
        self._save_caption()
        self.view.setFocus()

    def _save_caption(self) -> None:
        photo, words = self.photo(), " ".join(self.caption.text().split())
        if self._by is not None and words != photo.caption:
            self._write(self._photos.describe, photo, words, self._by())

    # Marks

    def _mark(self) -> None:
        if self._by is None or not self.view.has_picture():
            return
        self._save_caption()
        photo = self.photo()
        dialog = MarkDialog(self.tools, self.view.picture(), photo.marks, self)
        dialog.drawn.connect(partial(self._marked, photo.id))
        dialog.open()

    def _marked(self, photo_id: UUID, marks: Sequence[Mark]) -> None:
        assert self._by is not None
        photo = next(one for one in self._shown if one.id == photo_id)
        self._write(self._photos.mark, photo, tuple(marks), self._by())

    # Another item

    def _choose_place(self) -> None:
        if self._by is None or self._walk is None:
            return
        self._save_caption()
        self.tools.prompts.choose(
            self,
            self.tr("Belongs to…"),
            self.tr("What does this photo show?"),
            places_for(self._walk, self.photo(), self.tools.language),
            then=self._place_chosen,
        )

    def _place_chosen(self, place: object) -> None:
        assert self._by is not None and isinstance(place, tuple)
        self._write(self._photos.assign, self.photo(), *place, self._by())

    # Another order

    def _move(self, step: int) -> None:
        if self._by is None:
            return
        self._save_caption()
        write = partial(self._move_at_newest, self.photo(), step, self._by())
        self.tools.operations.write(write, then=partial(self._moved, self.photo().id), failed=self._refused, asker=self)

    def _move_at_newest(self, photo: Photo, step: int, by: By) -> Done[list[Photo]]:
        """On the write lane: the photo it changes places with has another revision, too."""
        done = self._photos.move(photo.id, self._written.get(photo.id, photo.revision), step, by)
        self._written.update({one.id: one.revision for one in done.value})
        return done

    def _moved(self, photo_id: UUID, mine: Sequence[Photo]) -> None:
        """The photos of its item in their new order, where they stood among those shown."""
        standing = self.photo().id
        known = {one.id for one in self._shown}
        fresh = iter([one for one in mine if one.id in known])
        ids = {one.id for one in mine}
        self._shown = [next(fresh) if one.id in ids else one for one in self._shown]
        self._at = [one.id for one in self._shown].index(standing)
        if standing == photo_id:
            self._show()

    # Taking away

    def _remove(self) -> None:
        if self._by is None:
            return
        if not self._finished:
            self._remove_for("")
            return
        self.tools.prompts.ask_text(
            self,
            self.tr("Remove photo"),
            self.tr("The round is finished. Why is this photo taken away? The reason stays on record."),
            then=self._remove_for,
            yes=self.tr("Remove"),
        )

    def _remove_for(self, reason: str) -> None:
        assert self._by is not None
        self._write(self._photos.remove, self.photo(), self._by(), reason, then=self._removed)

    def _removed(self, photo: Photo) -> None:
        self._shown = [one for one in self._shown if one.id != photo.id]
        if not self._shown:
            self.accept()
            return
        self._at = min(self._at, len(self._shown) - 1)
        self._show()
        self.view.setFocus()

    # What is on disk

    def _write(self, verb: Verb, photo: Photo, *told: object, then: Callable[[Photo], object] | None = None) -> None:
        write = partial(self._at_newest, verb, photo, *told)
        self.tools.operations.write(write, then=then or self._changed, failed=self._refused, asker=self)

    def _at_newest(self, verb: Verb, photo: Photo, *told: object) -> Done[Photo]:
        """On the write lane: upon what this dialog wrote last, also when the GUI has not heard of it yet."""
        done = verb(photo.id, self._written.get(photo.id, photo.revision), *told)
        self._written[photo.id] = done.value.revision
        return done

    def _changed(self, photo: Photo) -> None:
        """The photo as it is on disk now; what is being typed since then stays."""
        self._shown = [photo if one.id == photo.id else one for one in self._shown]
        if self.photo().id == photo.id:
            self.view.show_marks(photo.marks)
            self._show_belongs()
        if self._closing:
            self.accept()

    def _refused(self, error: Exception) -> bool:
        self._closing = False
        if not isinstance(error, Refused):
            return False
        words = [self.tools.prompts.words_for(error), *map(self.tools.prompts.words_of, error.problems)]
        self.banner.say(" ".join(words), "danger")
        return True

    def reject(self) -> None:
        """Esc and the cross: the caption is written first; where it cannot be, the dialog stays and says why."""
        photo, words = self.photo(), " ".join(self.caption.text().split())
        if self._by is None or self._closing or words == photo.caption:
            super().reject()
            return
        self._closing = True
        self._save_caption()
