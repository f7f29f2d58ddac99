"""Every text of a window a user can read or be told, and what of it is in the other language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QCalendarWidget,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTableView,
    QWidget,
)

ROWS = 12  # of each list: what one screen shows
_CHINESE = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+")
_LATIN = re.compile(r"[A-Za-z]{2,}")
ALLOWED = re.compile(
    r"""
    QualityDesk | PostgreSQL | SQLite | PDF | QR | MIT | Python | Qt\b | MB\b | VIP(?=会员)
    | qualitydesk\.(?:sqlite|log) | (?:/[\w .~-]+)+ | https?://\S+
    | (?:Ctrl|Alt|Shift)(?:\+(?:Shift|Alt))?\+\S+ | \b(?:Esc|Del|Enter|Return|Tab|PgUp|PgDown|PgDn|F\d{1,2})\b
    | \b[A-Z2-7]{10}\b                           # check codes of papers
    | \b(?:XJ|CF)-[A-Z]{2,6}-\d{4}-\d+            # numbers of rounds and slips
    | \b[A-Z]-[A-Z]+-\d+                          # items of a pack
    | \bIMG_\w+\.jpg\b                            # files of a telephone
    | \b(?=[0-9a-f]*\d)[0-9a-f]{16}\b            # the fingerprint of a list
    | \b[A-Z]{2,6}(?:\d+|\b)                      # institutions and staff numbers
    | [\u3400-\u9fff]\*+                           # a patient's name, masked
    | \b(?:Laney|Newcombe|Wilson|Spiegelhalter|Kaplan–Meier|PABAK)\b  # whose method it is
    | \b[IV]{1,3}(?=级)                           # levels of a complaint
    | \b[a-z]+(?:_[a-z]+)+\b                      # codes of packs and posts
    """,
    re.VERBOSE,
)


def texts_of(window: QWidget) -> Iterator[tuple[str, str]]:
    """(where, text) of everything that can be seen in a window, heard from it or read in a tooltip."""
    yield "title", window.windowTitle()
    for widget in (window, *window.findChildren(QWidget)):
        if not widget.isVisible() or _inside_calendar(widget):
            continue
        where = f"{type(widget).__name__} {widget.accessibleName()!r}"
        yield f"{where} name", widget.accessibleName()
        yield f"{where} description", widget.accessibleDescription()
        yield f"{where} tooltip", widget.toolTip()
        for text in _own(widget):
            yield where, text


def _own(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QLineEdit):
        yield widget.placeholderText()
        if widget.isReadOnly() or isinstance(widget.parent(), QComboBox):
            yield widget.text()
    elif isinstance(widget, QPlainTextEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QGroupBox):
        yield widget.title()
    elif isinstance(widget, QAbstractSpinBox):
        yield widget.specialValueText()
        yield widget.text()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(at) for at in range(min(widget.count(), ROWS)))
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(at) for at in range(widget.count()))
    elif isinstance(widget, QHeaderView):
        yield from _headers(widget)
    elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _rows(widget, widget.model())


def _headers(widget: QHeaderView) -> Iterator[str]:
    if widget.orientation() == Qt.Orientation.Horizontal and widget.model() is not None:
        for at in range(widget.count()):
            yield str(widget.model().headerData(at, Qt.Orientation.Horizontal) or "")


def _rows(view: QAbstractItemView, model: QAbstractItemModel) -> Iterator[str]:
    columns = model.columnCount() if isinstance(view, QTableView) else 1
    roles = [Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole]
    for row in range(min(model.rowCount(), ROWS)):
        for column in range(columns):
            for role in roles:
                yield str(model.index(row, column).data(role) or "")


def _inside_calendar(widget: QWidget) -> bool:
    around: QWidget | None = widget
    while around is not None:
        if isinstance(around, QCalendarWidget):
            return True
        around = around.parentWidget()
    return False


def latin_in(text: str, names: frozenset[str] = frozenset()) -> list[str]:
    """Words in Latin letters that a Chinese screen should not have."""
    return _found(_LATIN, ALLOWED.sub(" ", text), names)


def chinese_in(text: str, names: frozenset[str] = frozenset()) -> list[str]:
    """Chinese characters and punctuation an English screen should not have."""
    return _found(_CHINESE, text, names)


def _found(sought: re.Pattern[str], text: str, names: frozenset[str]) -> list[str]:
    """What is in the text without these names; a longer one first, as a short one may be part of it."""
    if not sought.search(text):  # taking names out never brings anything in
        return []
    for name in _longest_first(names):
        text = text.replace(name, " ")
    return sought.findall(text)


@lru_cache
def _longest_first(names: frozenset[str]) -> list[str]:
    return sorted(names, key=len, reverse=True)
