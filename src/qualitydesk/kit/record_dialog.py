"""The history of a record: what was done with it, newest first, and of the entry under the cursor what changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from qualitydesk.basics.records import RecordLine, Told
from qualitydesk.kit.keys import Key, KeyTable
from qualitydesk.kit.pieces import button, hbox, label, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, PagedModel, TableModel
from qualitydesk.kit.theme import EDGE, GRID
from qualitydesk.kit.tools import Tools

Read = Callable[[RecordLine | None, int], Sequence[RecordLine]]
"""Given the last line shown and how many: the next ones."""


class RecordDialog(QDialog):
    """Reads by `read(after, limit)` off the GUI thread, a page at a time; writes nothing."""

    def __init__(self, tools: Tools, about: str, read: Read, parent: QWidget | None = None, *, note: str = "") -> None:
        """`about`: which record, in words; `note`: what is hidden, or kept elsewhere."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("History of {about}").format(about=about))
        self.lines = PagedModel(
            self._columns(),
            tools.operations,
            lambda after, limit, _sort, _descending: read(after, limit),
            key=attrgetter("seq"),
            parent=self,
        )
        empty = self.tr("Nothing is on record here: what came with an import or a copy has no history of its own.")
        self.table = Table(self.lines, name=self.tr("What was done"), empty=empty, tools=tools, remember="record")
        self.told = TableModel(self._told_columns(), key=attrgetter("name"), parent=self)
        self.told_table = Table(self.told, name=self.tr("What changed"), empty=self.tr("No details were kept."))
        self.words = label("", wrap=True, selectable=True)
        self.table.picked.connect(self._pick)
        self.told_table.picked.connect(self._say)
        self.lines.loaded.connect(self._begin)
        close = button(self.tr("Close"), do=self.accept)
        self._changed = label(self.tr("What changed"), "section")
        column = vbox(*((label(note, tone="muted", wrap=True),) if note else ()), self.table, self._changed,
                      self.told_table, self.words, hbox(None, close), gap=GRID)  # fmt: skip
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setStretchFactor(self.table, 3)
        column.setStretchFactor(self.told_table, 2)
        self.setLayout(column)
        self.key_table = KeyTable(
            self,
            (
                Key("Up … Down", self.tr("Entry before, next entry")),
                Key("Tab", self.tr("To what changed")),
                Key("F5", self.tr("Read anew"), self.lines.reload),
            ),
        )
        self.resize(118 * GRID, 78 * GRID)
        self.table.setFocus()
        self.lines.reload()

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("When"), lambda line: f"{line.at:%Y-%m-%d %H:%M}", width=136),
            Column(self.tr("What"), lambda line: line.what, width=136),
            Column(self.tr("Decided by"), lambda line: line.decided, width=88),
            Column(self.tr("Entered by"), lambda line: line.typed or line.decided, width=88),
            Column(self.tr("What changed"), self._in_short, tip=self._in_full, stretch=True),
        )

    def _told_columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("Field"), lambda one: one.name, width=144),
            Column(self.tr("Before"), lambda one: one.before or "–", width=232),
            Column(self.tr("After"), lambda one: one.after or "–", stretch=True),
        )

    def _in_short(self, line: RecordLine) -> str:
        if line.erased:
            return self.tr("What was kept was erased on request; that it stood here stays.")
        return " · ".join(f"{one.name} {_change(one)}" for one in line.told).replace("\n", " ")

    def _in_full(self, line: RecordLine) -> str:
        return "\n".join(f"{one.name}: {_change(one)}" for one in line.told)

    def _begin(self, count: int) -> None:
        if count and self.table.current_row() is None:
            self.table.select_key(self.lines.all_rows()[0].seq)
        for part in (self._changed, self.told_table, self.words):
            part.setVisible(bool(count))

    def _pick(self, line: Any) -> None:
        self.told.show_rows(line.told if isinstance(line, RecordLine) else ())
        self._say(None)

    def _say(self, one: Any) -> None:
        """A long text whole, under the table."""
        self.words.setText(f"{one.name}: {_change(one)}" if isinstance(one, Told) else "")


def _change(one: Told) -> str:
    return f"{one.before} → {one.after or '–'}" if one.before else one.after
