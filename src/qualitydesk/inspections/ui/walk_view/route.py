"""The route at the left of the walking page: people and places with what is answered and failed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from qualitydesk.basics.clock import local
from qualitydesk.inspections.model import Target
from qualitydesk.inspections.ui.row_drag import RowDrag
from qualitydesk.inspections.ui.walk_view.course import Course
from qualitydesk.inspections.ui.words import answered_words, failed_words
from qualitydesk.kit.theme import GRID, SIZES, tokens

Index = QModelIndex | QPersistentModelIndex
NAME, POST, COUNT, FAILED, WHOLE = range(Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 6)
_TALL = 6 * GRID


class RouteModel(QAbstractListModel):
    """One row a stop."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._course: Course | None = None
        self._photos: Mapping[UUID, int] = {}

    def show_course(self, course: Course) -> None:
        self.beginResetModel()
        self._course = course
        self.endResetModel()

    def show_photos(self, photos: Mapping[UUID, int]) -> None:
        """How many photos each stop has."""
        self._photos = photos
        if rows := self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(rows - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() or self._course is None else len(self._course.stops)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._course is None or not index.isValid():
            return None
        stop, tally = self._course.stops[index.row()], self._course.tally(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, NAME):
            return stop.name
        if role == POST:
            many = self._photos.get(stop.id, 0)
            counted = self.tr("photos: {count}").format(count=many) if many else ""
            what = self.tr("place") if stop.target is Target.PLACE else stop.post or stop.department
            added = self.tr("added {time}").format(time=f"{local(stop.added_at):%H:%M}") if stop.added_at else ""
            return " · ".join(part for part in (what, added, counted) if part)
        if role == COUNT:
            return f"{tally.answered}/{tally.total}"
        if role == FAILED:
            return failed_words(tally.failed) if tally.failed else ""
        if role == WHOLE:
            return tally.answered == tally.total
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            counted = f"{answered_words(tally.answered, tally.total)} · {failed_words(tally.failed)}"
            return " · ".join(part for part in (stop.name, stop.number, stop.post, counted) if part)
        return None


class _StopPainter(QStyledItemDelegate):
    """A stop in two lines: name and count, post and fails."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(20 * GRID, _TALL)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        worn = tokens()
        rect: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(rect, worn.of("accent_soft"))
            painter.fillRect(QRect(rect.left(), rect.top(), GRID // 2, rect.height()), worn.of("accent"))
        painter.setPen(QPen(worn.of("line")))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inside = rect.adjusted(GRID + GRID // 2, GRID // 2, -GRID, -GRID // 2)
        body = QFont(option.font)
        small = QFont(body)
        small.setPointSizeF(body.pointSizeF() * SIZES.caption / SIZES.body)
        top, bottom = QRect(inside), QRect(inside)
        top.setHeight(inside.height() // 2 + GRID // 4)
        bottom.setTop(top.bottom())
        count_tone = "text" if chosen else ("good" if index.data(WHOLE) else "muted")
        body.setBold(chosen)
        _line(painter, top, body, str(index.data(NAME)), "text", str(index.data(COUNT)), count_tone)
        failed_tone = "text" if chosen else "danger"
        _line(
            painter,
            bottom,
            small,
            str(index.data(POST)),
            "text" if chosen else "muted",
            index.data(FAILED),
            failed_tone,
        )
        painter.restore()


def _line(painter: QPainter, rect: QRect, face: QFont, left: str, tone: str, right: str, right_tone: str) -> None:
    """Words at the left, cut short where needed, and a figure at the right."""
    painter.setFont(face)
    metrics = painter.fontMetrics()
    middle = Qt.AlignmentFlag.AlignVCenter
    taken = metrics.horizontalAdvance(right) + GRID if right else 0
    painter.setPen(tokens().of(tone))
    words = metrics.elidedText(left, Qt.TextElideMode.ElideRight, rect.width() - taken)
    painter.drawText(rect, int(middle | Qt.AlignmentFlag.AlignLeft), words)
    if right:
        painter.setPen(tokens().of(right_tone))
        painter.drawText(rect, int(middle | Qt.AlignmentFlag.AlignRight), right)


class Route(QListView):
    """The list of stops. Keys of the page move along it, so it takes no focus; a click goes to a stop, and a stop is
    dragged to another place on the route.

    Signals: `wanted(int)` a stop was clicked; `carried(int, int)` a stop is to stand elsewhere.
    """

    wanted = Signal(int)
    carried = Signal(int, int)

    def show_photos(self, photos: Mapping[UUID, int]) -> None:
        """How many photos each stop has, by its id."""
        self.stops.show_photos(photos)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stops = RouteModel(self)
        self.setModel(self.stops)
        self.setItemDelegate(_StopPainter(self))
        self.setUniformItemSizes(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Route"))
        self.setFixedWidth(26 * GRID)
        self.clicked.connect(lambda index: self.wanted.emit(index.row()))
        self._standing = 0
        drag = RowDrag(self)
        drag.carried.connect(self.carried)
        drag.carried.connect(lambda _row, _to: self.stand_at(self._standing))
        drag.let_down.connect(lambda: self.stand_at(self._standing))

    def show_course(self, course: Course) -> None:
        self.stops.show_course(course)
        self.stand_at(course.place.stop)

    def tell_answered(self, stop: int) -> None:
        """The tally of one stop has changed: its row alone is painted. `dataChanged` would lay out the whole list."""
        self.update(self.stops.index(stop, 0))

    def stand_at(self, stop: int) -> None:
        """Mark the stop in view."""
        self._standing = stop
        index = self.stops.index(stop, 0)
        if self.currentIndex() != index:
            self.setCurrentIndex(index)
