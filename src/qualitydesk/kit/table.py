"""The one table view: rows of 32 px, Enter opens, an empty one says what to do first, widths are remembered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from qualitydesk.kit.cells import EndKept, Wrapped
from qualitydesk.kit.pieces import label
from qualitydesk.kit.table_model import Index, PagedModel, RowsModel
from qualitydesk.kit.theme import EDGE, GRID, ROW, SIZES

if TYPE_CHECKING:
    from qualitydesk.kit.tools import Tools

_ASKED = 50  # rows whose widths are asked; a screen shows fewer
_SOME = 30 * GRID  # pixels of the column that stretches before the others are cut, too
_HEAD_AIR = 23  # pixels around the words of a heading
_LEAST = 9 * GRID  # pixels: a column of words becomes no narrower in a narrow window
_ENDS = (Qt.Key.Key_Home, Qt.Key.Key_End)


class Table(QTableView):
    """Shows a model of the kit.

    Signals: `opened(row)` by Enter or double click; `picked(row or None)` when the current row changes; `asked(row)` by
    a click on a cell that asks why, or F4.
    """

    opened = Signal(object)
    asked = Signal(object)
    picked = Signal(object)

    def __init__(
        self,
        model: RowsModel,
        *,
        name: str,
        empty: str,
        tools: Tools | None = None,
        remember: str = "",
        many: bool = False,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`name` is read to the blind; `remember` keys the column widths (needs `tools`), else nothing is kept.

        `wrap`: rows as high as their words need, for lists of tens, not of thousands.
        """
        super().__init__(parent)
        self._rows_model = model
        self._kept_key: object = None
        self._kept_scroll = 0
        self._silent = False
        self._fitting = False
        self._hints: list[int] | None = None
        self._order: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)
        self.setAccessibleName(name)
        self.setModel(model)
        self._set_manners(many)
        self.setWordWrap(wrap)
        self._heights = QTimer(self, singleShot=True, interval=0)  # when the columns are as wide as they become
        self._heights.timeout.connect(self.resizeRowsToContents)
        self._set_header(tools, remember)
        self._empty = label(empty, tone="muted", wrap=True)
        self._empty.setParent(self.viewport())
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.doubleClicked.connect(self._open)
        if any(column.asks is not None for column in model.columns):
            self.clicked.connect(self._ask_at)
        model.modelAboutToBeReset.connect(self._keep_place)
        for changed in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.dataChanged):
            changed.connect(self._ask_anew)
        model.headerDataChanged.connect(self._ask_anew)
        model.modelReset.connect(self._find_place)
        model.rowsInserted.connect(self._grow)
        if isinstance(model, PagedModel):
            model.loaded.connect(self._show_empty)
        self._show_empty()

    def current_row(self) -> object:
        """The row value the cursor stands on, or None."""
        return self._rows_model.row_at(self.currentIndex())

    def chosen_rows(self) -> list[object]:
        """The selected row values, top-down."""
        places = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        return [self._rows_model.row_at(self._rows_model.index(place, 0)) for place in places]

    def select_key(self, key: object) -> bool:
        """Put the cursor on a row by its identity. False when it is not loaded."""
        place = self._rows_model.row_of(key)
        if place < 0:
            return False
        index = self._rows_model.index(place, 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        return True

    def keep_high(self, least: int, most: int) -> None:
        """As high as its rows, `least` to `most` of them: for tables below each other in a column that scrolls."""
        self.setFixedHeight((min(max(self._rows_model.rowCount(), least), most) + 1) * ROW + GRID)

    def fit_anew(self) -> None:
        """What the rows say has changed though the rows have not: columns take their room anew."""
        self._ask_anew()
        self._fit()
        self.viewport().update()

    def empty_words(self) -> str:
        """What an empty table says now; "" when it has rows."""
        return "" if self._empty.isHidden() else self._empty.text()

    def say_empty(self, text: str) -> None:
        """Change what an empty table says (nothing found is not nothing there)."""
        self._empty.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        if event.key() in _ENDS and not event.modifiers() and self._rows_model.rowCount():
            self.selectRow(0 if event.key() == Qt.Key.Key_Home else self._rows_model.rowCount() - 1)
            return
        if event.key() == Qt.Key.Key_F4 and self._ask_of(self.currentIndex()):
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._empty.setGeometry(self.viewport().rect().adjusted(EDGE, 0, -EDGE, 0))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._stand_somewhere()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if not self._silent and (current.row() != previous.row() or not previous.isValid()):
            self.picked.emit(self._rows_model.row_at(current))

    def _set_manners(self, many: bool) -> None:
        mode = QAbstractItemView.SelectionMode
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(mode.ExtendedSelection if many else mode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)  # ResizeToContents on rows: 20 s on 100,000
        rows.setMinimumSectionSize(ROW)
        rows.setDefaultSectionSize(ROW)

    def _set_header(self, tools: Tools | None, remember: str) -> None:
        header = self.horizontalHeader()
        header.setResizeContentsPrecision(_ASKED)
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(False)
        header.setMinimumSectionSize(ROW + EDGE)
        header.sectionClicked.connect(self._sort_by)
        columns = self._rows_model.columns
        scale = max(1.0, self.font().pointSizeF() / SIZES.body)  # big type needs wider columns
        self._wanted = [round(column.width * scale) for column in columns]
        self._declared = tuple(self._wanted)
        self._stretched = [place for place, column in enumerate(columns) if column.stretch] or [len(columns) - 1]
        for place, width in enumerate(self._wanted):
            header.resizeSection(place, width)
            if columns[place].elide == "left":
                self.setItemDelegateForColumn(place, EndKept(self))
            elif self.wordWrap() and place in self._stretched:
                self.setItemDelegateForColumn(place, Wrapped(self))
        header.sectionResized.connect(self._widened)
        if tools is not None and remember:
            tools.places.keep_columns(header, remember, lambda: self._wanted)
        self._fit()

    def _widened(self, place: int, _old: int, new: int) -> None:
        """What the user gave a column it has again as soon as there is room."""
        if not self._fitting and place not in self._stretched:
            self._wanted[place] = new
        if self.wordWrap() and place in self._stretched:
            self._heights.start()

    def _fit(self) -> None:
        """Columns take the room there is; no words are cut in one while another has room to spare.

        In a narrow window spare room goes first, then words are cut, then it is scrolled sideways.
        """
        if self._fitting:
            return
        self._fitting = True
        header, room, whole = self.horizontalHeader(), self.viewport().width(), self._whole()
        widths = [min(pair) for pair in zip(self._wanted, whole, strict=True)]
        widths = self._uncut(widths, whole, room)
        if sum(widths) <= room:
            first = [min(full, _SOME) if at in self._stretched else widths[at] for at, full in enumerate(whole)]
            if sum(first) <= room:  # the column that stretches has some room before the others have theirs
                some = [max(first[at], 0 if at in self._stretched else full) for at, full in enumerate(whole)]
                widths = fitted(some, first, room)
            main = [full if at in self._stretched else widths[at] for at, full in enumerate(whole)]
            for more in (main, whole, [max(pair) for pair in zip(self._wanted, whole, strict=True)]):
                widths = fitted(more, widths, room)
        else:
            widths = list(self._wanted)
            for least in self._steps():
                widths = fitted(widths, least, room)
        widths = self._with_heads(widths, room)
        mode = QHeaderView.ResizeMode.Stretch if sum(widths) <= room else QHeaderView.ResizeMode.Interactive
        for place in self._stretched:
            header.setSectionResizeMode(place, mode)
        for place, width in enumerate(widths):
            if header.sectionResizeMode(place) == QHeaderView.ResizeMode.Interactive:
                header.resizeSection(place, width)
        self._fitting = False
        if self.wordWrap():
            self._heights.start()

    def _uncut(self, widths: list[int], whole: list[int], room: int) -> list[int]:
        """Numbers, dates and states in full, words of other columns giving way where that suffices."""
        header, columns = self.horizontalHeader(), self._rows_model.columns
        heads = [0 if header.isHidden() else header.sectionSizeHint(at) for at in range(len(columns))]
        told = list(zip(columns, widths, whole, heads, strict=True))
        stays = [column.whole or column.align != "left" for column in columns]
        wanted = [full if stay else width for stay, (_column, width, full, _head) in zip(stays, told, strict=True)]
        least = [
            full if stay else min(width, max(_LEAST, head))
            for stay, (_column, width, full, head) in zip(stays, told, strict=True)
        ]
        found = fitted(wanted, least, room)
        return found if sum(found) <= room else widths

    def _full(self) -> list[int]:
        """Widths at which no word is cut; asked once for the rows there are, since a window is laid out many times."""
        if self._hints is not None:
            return self._hints
        header, count = self.horizontalHeader(), len(self._rows_model.columns)
        hints = [max(self.sizeHintForColumn(at), header.sectionSizeHint(at)) for at in range(count)]
        if self.isVisible():  # before it is shown it has not its own dress yet
            self._hints = hints
        return hints

    def _with_heads(self, widths: list[int], room: int) -> list[int]:
        """A width that was declared does not cut its heading: spare room of other columns goes first, then words."""
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * SIZES.caption / SIZES.body)  # what `style` paints; a hint asks for more
        advance, hidden = QFontMetrics(font).horizontalAdvance, self.horizontalHeader().isHidden()
        heads = [0 if hidden else advance(column.title) + _HEAD_AIR for column in self._rows_model.columns]
        told = zip(widths, self._wanted, self._declared, heads, strict=True)
        need = [max(width, head) if wanted == declared else width for width, wanted, declared, head in told]
        if need == widths or sum(widths) > room:
            return widths
        spare = [max(head, min(pair)) for head, *pair in zip(heads, need, self._full(), strict=True)]
        left = [column.align == "left" for column in self._rows_model.columns]
        short = [max(head, _LEAST) if words else width for head, words, width in zip(heads, left, need, strict=True)]
        return fitted(fitted(need, spare, room), short, room)

    def _ask_anew(self) -> None:
        """The words have changed, or the type they are set in."""
        self._hints = None

    def changeEvent(self, event: QEvent) -> None:
        self._hints = None
        super().changeEvent(event)

    def _whole(self) -> list[int]:
        """The same for the columns the user has not set herself, once there are rows."""
        if not self._rows_model.rowCount():
            return self._wanted
        told = zip(self._wanted, self._full(), self._declared, strict=True)
        return [full if width == declared else width for width, full, declared in told]

    def _steps(self) -> Iterator[list[int]]:
        """How narrow each column may become: what is seen stays whole; first the words of the column that stretches
        are cut, then all words down to their headings; then the first column, its name; last the headings, too."""
        columns, full, header = self._rows_model.columns, self._full(), self.horizontalHeader()
        heads = [0 if header.isHidden() else header.sectionSizeHint(at) for at in range(len(columns))]
        yield full if self._rows_model.rowCount() else list(self._wanted)
        yield [min(width, _SOME) if at in self._stretched else width for at, width in enumerate(full)]
        words = [at in self._stretched or column.align == "left" for at, column in enumerate(columns)]
        least = [min(width, _LEAST) if cut else width for cut, width in zip(words, full, strict=True)]
        kept = [width if column.whole else less for column, width, less in zip(columns, full, least, strict=True)]
        yield [max(pair) for pair in zip(kept, heads, strict=True)]
        short = least
        told = [max(pair) for pair in zip(short, heads, strict=True)]
        yield [full[0], *told[1:]]
        yield told
        yield [full[0], *short[1:]]
        yield short

    def _sort_by(self, section: int) -> None:
        if not self._rows_model.columns[section].sort:
            return
        order = Qt.SortOrder
        again = self._order[0] == section and self._order[1] == order.AscendingOrder
        self._order = (section, order.DescendingOrder if again else order.AscendingOrder)
        self.horizontalHeader().setSortIndicatorShown(True)
        self.horizontalHeader().setSortIndicator(*self._order)
        self._rows_model.sort(*self._order)

    def _open(self, index: QModelIndex) -> None:
        row = self._rows_model.row_at(index)
        if row is not None:
            self.opened.emit(row)

    def _ask_at(self, index: QModelIndex) -> None:
        """A click on a sum; with Ctrl or Shift it chooses rows."""
        column = self._rows_model.columns[index.column()]
        if column.asks is not None and not QGuiApplication.keyboardModifiers():
            self._ask_of(index)

    def _ask_of(self, index: QModelIndex) -> bool:
        """Tell that a row is asked about; False where nothing of it can be asked."""
        row = self._rows_model.row_at(index)
        asks = [column.asks for column in self._rows_model.columns if column.asks is not None]
        if row is None or not any(one(row) for one in asks):
            return False
        self.asked.emit(row)
        return True

    def _keep_place(self) -> None:
        row = self.current_row()
        self._kept_key = None if row is None else self._rows_model.key(row)
        self._kept_scroll = self.verticalScrollBar().value()
        self._silent = True

    def _find_place(self) -> None:
        """After a refresh: the same row and scroll; the row's value is told anew, since it may have changed."""
        found = self._kept_key is not None and self.select_key(self._kept_key)
        self.verticalScrollBar().setValue(self._kept_scroll)
        self._silent = False
        if self._kept_key is not None:
            self.picked.emit(self.current_row() if found else None)
        elif self.hasFocus():
            self._stand_somewhere()
        self._fit()  # by what there is to be seen now
        self._show_empty()

    def _stand_somewhere(self) -> None:
        """Whoever comes by keyboard finds the cursor on a row: Enter opens it."""
        if not self.currentIndex().isValid() and self._rows_model.rowCount():
            self.select_key(self._rows_model.key(self._rows_model.row_at(self._rows_model.index(0, 0))))

    def _grow(self, _parent: QModelIndex, first: int, _last: int) -> None:
        """Rows came: the first of them say how wide the columns are, those scrolled to later move nothing."""
        if not first or sum(self._wanted) > self.viewport().width():
            self._fit()
        self._show_empty()

    def _show_empty(self) -> None:
        self._empty.setVisible(self._rows_model.rowCount() == 0 and self._rows_model.settled)


def fitted(widths: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Widths for `room` pixels: as they are, else the widest give way down to a common width, none below `least`."""
    low, high = 0, max(widths, default=0)
    while low < high:
        level = (low + high + 1) // 2
        if sum(_cut(widths, least, level)) <= room:
            low = level
        else:
            high = level - 1
    return _cut(widths, least, low)


def _cut(widths: Sequence[int], least: Sequence[int], level: int) -> list[int]:
    return [min(width, max(low, level)) for width, low in zip(widths, least, strict=True)]
