"""Small pictures in a row or a grid. They are read and unpacked off the GUI thread; a grey ground stands until then."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from qualitydesk.basics.errors import Refused
from qualitydesk.inspections.model.photos import Photo
from qualitydesk.inspections.service import Photos
from qualitydesk.inspections.ui.photos.words import told
from qualitydesk.kit.icons import pixmap
from qualitydesk.kit.theme import GRID, ICON, RADIUS, tokens
from qualitydesk.kit.tools import Tools

THUMB = 8 * GRID
_DETAIL = 192  # pixels kept of each, sharp also on screens of 200 %
_ALONG = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)
PHOTO, PICTURE, UNDER = range(Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 3)


class PhotoList(QListWidget):
    """Photos by their thumbnails; arrows go along them.

    Signals: `opened(Photo)` by Enter or double click; `removal_wanted(Photo)` by Delete; `left` by Esc.
    """

    opened = Signal(object)
    removal_wanted = Signal(object)
    left = Signal()

    def __init__(
        self, tools: Tools, photos: Photos, *, side: int = THUMB, wrapping: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tools = tools
        self._photos = photos
        self._side = side
        self._known: dict[str, QPixmap] = {}
        self._notes: Mapping[UUID, str] = {}
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setFlow(QListWidget.Flow.LeftToRight)
        self.setWrapping(wrapping)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setMovement(QListWidget.Movement.Static)
        self.setUniformItemSizes(True)
        self.setSpacing(0)
        self.setAccessibleName(self.tr("Photos"))
        self.setItemDelegate(ThumbDelegate(side, told=wrapping, parent=self))
        self.setHorizontalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        if not wrapping:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setFixedHeight(side + 3 * GRID)
        self.itemDoubleClicked.connect(self._open)

    def show_photos(self, photos: Sequence[Photo], *, coming: int = 0, notes: Mapping[UUID, str] | None = None) -> None:
        """Show these; `coming`: how many more are being taken in; `notes`: a line under each, by photo."""
        chosen = self.current_photo()
        self._notes = notes or {}
        while self.count() > len(photos) + coming:
            self.takeItem(self.count() - 1)
        while self.count() < len(photos) + coming:
            self.addItem(QListWidgetItem())
        for at in range(self.count()):
            photo = photos[at] if at < len(photos) else None
            self._fill(self.item(at), photo, f"{at + 1} / {len(photos)}")
        self._choose(chosen)

    def photos_shown(self) -> list[Photo]:
        """The photos in their order, without those still coming."""
        found = (self.item(at).data(PHOTO) for at in range(self.count()))
        return [photo for photo in found if photo is not None]

    def current_photo(self) -> Photo | None:
        entry = self.currentItem()
        found: Photo | None = entry.data(PHOTO) if entry is not None else None
        return found

    def _fill(self, entry: QListWidgetItem, photo: Photo | None, place: str) -> None:
        before = entry.data(PHOTO)
        entry.setData(PHOTO, photo)
        if photo is None:
            words = self.tr("Being added…")
            entry.setData(PICTURE, None)
        else:
            under = self._notes.get(photo.id, "")
            entry.setData(UNDER, (under, photo.caption))
            words = "\n".join(part for part in (photo.caption, under, told(photo, self._tools.language)) if part)
            if before is None or before.sha256 != photo.sha256 or entry.data(PICTURE) is None:
                entry.setData(PICTURE, self._known.get(photo.sha256))
                self._ask(photo.sha256)
        entry.setToolTip(words)
        entry.setData(Qt.ItemDataRole.AccessibleTextRole, f"{place}: {words}")
        entry.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if photo else Qt.ItemFlag.NoItemFlags)

    def _ask(self, sha256: str) -> None:
        if sha256 not in self._known:
            self._tools.operations.read(
                self, self._read, sha256, then=partial(self._show, sha256), failed=self._not_read, topic=sha256
            )

    def _read(self, sha256: str) -> QImage:
        """On a lane: from disk, small, unpacked."""
        return QImage.fromData(self._photos.thumbnail(sha256, max(_DETAIL, self._side * 2)))

    def _show(self, sha256: str, image: QImage) -> None:
        self._known[sha256] = QPixmap.fromImage(image)
        for at in range(self.count()):
            photo = self.item(at).data(PHOTO)
            if photo is not None and photo.sha256 == sha256:
                self.item(at).setData(PICTURE, self._known[sha256])

    def _not_read(self, error: Exception) -> bool:
        return isinstance(error, Refused)  # its ground stays grey, the viewer says why

    def _choose(self, photo: Photo | None) -> None:
        shown = [one.id for one in self.photos_shown()]
        if photo is not None and photo.id in shown:
            self.setCurrentRow(shown.index(photo.id))
        elif shown:
            self.setCurrentRow(min(max(self.currentRow(), 0), len(shown) - 1))

    def _open(self, entry: QListWidgetItem) -> None:
        if (photo := entry.data(PHOTO)) is not None:
            self.opened.emit(photo)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        photo = self.current_photo()
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif photo is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit(photo)
        elif photo is not None and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removal_wanted.emit(photo)
        elif event.key() in _ALONG:
            super().keyPressEvent(event)
        else:
            event.ignore()  # letters and digits are the page's


class ThumbDelegate(QStyledItemDelegate):
    """A square cut from the middle; a small pencil where something is drawn upon it, a clock while it is coming.

    `told`: two lines under it say whose it is and what it shows. `ticks`: the chosen ones wear a tick.
    """

    def __init__(self, side: int, *, told: bool, parent: QWidget, ticks: bool = False) -> None:
        super().__init__(parent)
        self._side = side
        self._ticks = ticks
        self._lines = 2 if told else 0

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self._side + GRID, self._side + GRID + self._lines * option.fontMetrics.height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        photo: Photo | None = index.data(PHOTO)
        picture: QPixmap | None = index.data(PICTURE)
        colours = tokens()
        place = QRect(option.rect.x() + GRID // 2, option.rect.y() + GRID // 2, self._side, self._side)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if picture is None or picture.isNull():
            painter.setPen(colours.of("line"))
            painter.setBrush(colours.of("window"))
            painter.drawRoundedRect(place, RADIUS / 2, RADIUS / 2)
            self._sign(painter, place, "camera" if photo else "loader", middle=True)
        else:
            painter.drawPixmap(place, picture, _middle_square(picture))
        if photo is not None and photo.marks:
            self._sign(painter, place, "pencil")
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if chosen or focused:
            painter.setPen(QPen(colours.of("accent" if focused else "muted"), 3 if focused else 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place, RADIUS / 2, RADIUS / 2)
        if chosen and self._ticks:
            self._sign(painter, place, "check")
        if self._lines:
            self._write_under(painter, option, place, index.data(UNDER) or ())
        painter.restore()

    def _write_under(self, painter: QPainter, option: QStyleOptionViewItem, place: QRect, lines: Sequence[str]) -> None:
        tall = option.fontMetrics.height()
        for at, (words, tone) in enumerate(zip(lines, ("text", "muted"), strict=False)):
            line = QRect(place.x(), place.bottom() + GRID // 4 + at * tall, place.width(), tall)
            painter.setPen(tokens().of(tone))
            elided = option.fontMetrics.elidedText(words, Qt.TextElideMode.ElideMiddle, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft, elided)

    def _sign(self, painter: QPainter, place: QRect, name: str, *, middle: bool = False) -> None:
        ratio = painter.device().devicePixelRatioF()
        sign = pixmap(name, "muted" if middle else "accent", ICON, ratio)
        spot = QRect(0, 0, ICON, ICON)
        if middle:
            spot.moveCenter(place.center())
        else:
            spot.moveBottomRight(place.bottomRight())
            painter.fillRect(spot, tokens().of("surface"))
        painter.drawPixmap(spot.topLeft(), sign)


def _middle_square(picture: QPixmap) -> QRect:
    side = min(picture.width(), picture.height())
    return QRect((picture.width() - side) // 2, (picture.height() - side) // 2, side, side)
