"""One generic table over declared columns: rows in memory for short lists, key-set pages for everything that grows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Literal

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QGuiApplication

from qualitydesk.kit.operations import Operations
from qualitydesk.kit.theme import tokens

Index = QModelIndex | QPersistentModelIndex
Align = Literal["left", "right", "center"]
Fetch = Callable[[Any, int, str, bool], Sequence[Any]]

_SIDES = {
    "left": Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    "right": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
    "center": Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter,
}
ROW_ROLE = Qt.ItemDataRole.UserRole


def plain(value: object) -> str:
    """A value as text; None as nothing."""
    return "" if value is None else str(value)


def _underlined() -> QFont:
    font = QFont(QGuiApplication.font())
    font.setUnderline(True)
    return font


@dataclass(frozen=True)
class Column:
    """One column as data: `read` takes the value from a row, `text` says it, `tone` names a colour by meaning.

    `width` in pixels; `sort` is the key handed to `fetch` (or any word for a list), "" = not sortable; `tip` says more
    when the mouse rests on a cell, and to the blind. `asks(row)`: whether a click on the cell, or F4 on the row, asks
    why it says what it says (`Table.asked`); such a cell is underlined. `elide`: the side that goes when there is no
    room; of names that all begin alike it is the left. `whole`: a number, a date, a state, cut only where nothing else
    helps.
    """

    title: str
    read: Callable[[Any], object]
    text: Callable[[Any], str] = plain
    tone: Callable[[Any], str] | None = None
    align: Align = "left"
    width: int = 120
    sort: str = ""
    stretch: bool = False
    tip: Callable[[Any], str] | None = None
    asks: Callable[[Any], bool] | None = None
    elide: Literal["left", "right"] = "right"
    whole: bool = False


class RowsModel(QAbstractTableModel):
    """Rows under columns. `key(row)` is a row's identity, by which a view finds it again after a refresh."""

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        key: Callable[[Any], object] = attrgetter("id"),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.key = key
        self._rows: list[Any] = []

    @property
    def settled(self) -> bool:
        """Whether what is shown is what there is: an empty table may say so."""
        return True

    def row_at(self, index: Index) -> Any:
        """The row value under an index, None for an invalid one."""
        return self._rows[index.row()] if index.isValid() else None

    def all_rows(self) -> tuple[Any, ...]:
        """What has been loaded."""
        return tuple(self._rows)

    def row_of(self, key: object) -> int:
        """The place of a row by its identity, -1 when it is not loaded."""
        return next((at for at, row in enumerate(self._rows) if self.key(row) == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        column, row = self.columns[index.column()], self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(column.read(row))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _SIDES[column.align]
        if role == Qt.ItemDataRole.ForegroundRole and column.tone is not None:
            tone = column.tone(row)
            return tokens().of(tone) if tone else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            more = column.tip(row) if column.tip is not None else ""
            return f"{column.title}: {column.text(column.read(row))}" + (f", {more}" if more else "")
        if role == Qt.ItemDataRole.FontRole and column.asks is not None:
            return _underlined() if column.asks(row) else None
        if role == Qt.ItemDataRole.ToolTipRole:
            if column.asks is not None and column.asks(row):
                return QCoreApplication.translate("Table", "Why? Click here, or press F4.")
            if column.tip is not None and (more := column.tip(row)):
                return more
            words = column.text(column.read(row))
            return words if len(words) > 12 else None
        return row if role == ROW_ROLE else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _SIDES[self.columns[section].align]
        return None

    def _replace(self, rows: Sequence[Any]) -> None:
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()


class TableModel(RowsModel):
    """A short list held in memory; sorts by itself, None always last."""

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        key: Callable[[Any], object] = attrgetter("id"),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(columns, key=key, parent=parent)
        self._given: tuple[Any, ...] = ()
        self._order: tuple[int, bool] = (-1, False)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows instead, in the order chosen by the user or else as given."""
        self._given = tuple(rows)
        self._replace(self._sorted())

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._order = (column, order == Qt.SortOrder.DescendingOrder)
        self._replace(self._sorted())

    def _sorted(self) -> list[Any]:
        column, descending = self._order
        if not 0 <= column < len(self.columns) or not self.columns[column].sort:
            return list(self._given)
        read = self.columns[column].read
        known = [row for row in self._given if read(row) is not None]
        known.sort(key=lambda row: _comparable(read(row)), reverse=descending)
        return known + [row for row in self._given if read(row) is None]


def _comparable(value: Any) -> Any:
    return value.casefold() if isinstance(value, str) else value


class PagedModel(RowsModel):
    """Pages fetched off the GUI thread by `fetch(after, limit, sort, descending)`; sorts and filters are the query's.

    `after` is None for the first page, else `after_of(last row, sort)` (the last row itself unless given).
    Signals: `loaded(int)` rows shown after each page.
    """

    loaded = Signal(int)

    def __init__(
        self,
        columns: Sequence[Column],
        operations: Operations,
        fetch: Fetch,
        *,
        key: Callable[[Any], object] = attrgetter("id"),
        after_of: Callable[[Any, str], object] = lambda row, _sort: row,
        sort: str = "",
        descending: bool = False,
        page: int = 200,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(columns, key=key, parent=parent)
        self._operations = operations
        self._fetch = fetch
        self._after_of = after_of
        self._sort = sort
        self._descending = descending
        self._page = page
        self._complete = False
        self._loading = False
        self._settled = False

    @property
    def settled(self) -> bool:
        return self._settled

    def use(self, fetch: Fetch) -> None:
        """Take another query (a filter has changed) and load from the start."""
        self._fetch = fetch
        self._load(self._page)

    def reload(self) -> None:
        """Fetch anew as many rows as are loaded, so that the view keeps its place."""
        self._load(max(self._page, len(self._rows)))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not 0 <= column < len(self.columns) or not self.columns[column].sort:
            return
        self._sort = self.columns[column].sort
        self._descending = order == Qt.SortOrder.DescendingOrder
        self._load(self._page)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._settled and not self._loading and not self._complete

    def fetchMore(self, parent: Index) -> None:
        if not self.canFetchMore(parent):
            return
        after = self._after_of(self._rows[-1], self._sort) if self._rows else None
        self._loading = True
        self._operations.read(
            self,
            self._fetch,
            after,
            self._page,
            self._sort,
            self._descending,
            then=self._append,
            failed=self._gave_up,
            topic="page",
        )

    def _load(self, limit: int) -> None:
        self._loading = True

        def arrived(rows: Sequence[Any]) -> None:
            self._loading = False
            self._settled = True
            self._complete = len(rows) < limit
            self._replace(rows)
            self.loaded.emit(len(self._rows))

        self._operations.read(
            self,
            self._fetch,
            None,
            limit,
            self._sort,
            self._descending,
            then=arrived,
            failed=self._gave_up,
            topic="page",
        )

    def _append(self, rows: Sequence[Any]) -> None:
        self._loading = False
        self._complete = len(rows) < self._page
        if rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()
        self.loaded.emit(len(self._rows))

    def _gave_up(self, _error: Exception) -> bool:
        self._loading = False
        self._complete = True
        return False
