"""Putting a mark on a chart: a note, a new phase, points left out, a frozen baseline; and taking marks back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from qualitydesk.basics.changes import By
from qualitydesk.basics.phrases import say
from qualitydesk.insights.model.trends import Mark, MarkKind, TrendName
from qualitydesk.insights.service import Trends
from qualitydesk.kit.dates import day_words
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.keys import Key, KeyTable
from qualitydesk.kit.pickers import Choice, DayPicker, Picker
from qualitydesk.kit.pieces import button, hbox, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import EDGE, GRID
from qualitydesk.kit.tools import Tools

_NOBODY = UUID(int=0)


class MarkDialog(DraftDialog):
    """A new mark. `homes`: (id, name) of institutions; `home`: the one shown, None for the whole group."""

    def __init__(
        self,
        tools: Tools,
        chart: TrendName,
        homes: Sequence[tuple[UUID, str]],
        home: UUID | None,
        day: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("Note on the chart"))
        self._chart = chart
        language = tools.language
        self.kind = Picker([Choice(kind, say(language, f"trend.mark.{kind}")) for kind in MarkKind])
        self.kind.choose(MarkKind.NOTE)
        self.kind.picked.connect(lambda _kind: self._follow())
        self.home = Picker([Choice(key, words) for key, words in homes], optional=True,
                           placeholder=self.tr("The whole group"))  # fmt: skip
        self.home.choose(home)
        self.first, self.last = DayPicker(day), DayPicker(day)
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("Training of the front desk, new uniform, a new pack …"))
        self.add_row("kind", self.tr("What"), self.kind, required=True)
        self.add_row("institution_id", self.tr("Institution"), self.home)
        self.add_row("first", self.tr("From"), self.first, required=True)
        self.last_row = self.add_row("last", self.tr("To"), self.last)
        self.add_row("words", self.tr("Words or cause"), self.words, required=True)
        self._follow()

    def read_draft(self) -> Mark:
        home, made = self.home.chosen(), self._chosen_kind()
        first = self.first.day() or date.min
        last = (self.last.day() or first) if self._has_end() else first
        chart = "" if made is MarkKind.NOTE else str(self._chart)
        return Mark(_NOBODY, made, chart, home if isinstance(home, UUID) else None, first, last, self.words.text())

    def _has_end(self) -> bool:
        return self._chosen_kind() in (MarkKind.EXCLUDED, MarkKind.BASELINE)

    def _chosen_kind(self) -> MarkKind:
        return MarkKind(str(self.kind.chosen() or MarkKind.NOTE))  # Qt hands a word back, not ours

    def _follow(self) -> None:
        self.last.setEnabled(self._has_end())


class MarksDialog(QDialog):
    """The marks on a chart; a new one is put, one is taken back."""

    def __init__(
        self,
        tools: Tools,
        trends: Trends,
        by: Callable[[], By],
        chart: TrendName,
        marks: Sequence[Mark],
        homes: Sequence[tuple[UUID, str]],
        home: UUID | None,
        day: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.tools = tools
        self._trends, self._by, self._chart = trends, by, chart
        self._homes, self._home, self._day = homes, home, day
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Notes and marks"))
        names = dict(homes)
        language = tools.language
        self.rows = TableModel(
            (
                Column(self.tr("What"), lambda one: say(language, f"trend.mark.{one.kind}"), width=96),
                Column(self.tr("From"), lambda one: day_words(one.first), width=96),
                Column(self.tr("To"), lambda one: "" if one.first == one.last else day_words(one.last), width=96),
                Column(self.tr("Institution"), lambda one: names.get(one.institution_id, self.tr("The whole group")),
                       width=120),
                Column(self.tr("Words or cause"), lambda one: one.words, width=200, stretch=True),
                Column(self.tr("By"), lambda one: one.maker, width=72),
            ),
            key=lambda one: one.id,
            parent=self,
        )  # fmt: skip
        empty = self.tr("No notes yet. Put one where something happened: training, a new uniform, a new pack.")
        self.table = Table(self.rows, name=self.tr("Notes and marks"), empty=empty, tools=tools, remember="marks")
        self.new_button = button(self.tr("New note"), "plus", self.ask, role="primary")
        self.drop_button = button(self.tr("Take back"), "trash", self.drop)
        close = button(self.tr("Close"), do=self.reject)
        column = vbox(self.table, hbox(self.drop_button, None, close, self.new_button), gap=EDGE)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.setLayout(column)
        self.resize(104 * GRID, 48 * GRID)
        self.key_table = KeyTable(self)
        self.key_table.bind(
            Key("Ctrl+N", self.tr("New note"), self.ask),
            Key("Del", self.tr("Take the mark under the cursor back"), self.drop),
            Key("Esc", self.tr("Close")),
        )
        self.show_marks(marks)

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """The marks as they stand now."""
        self.rows.show_rows(marks)
        self.drop_button.setEnabled(bool(marks))

    def ask(self) -> None:
        """Ask for a new mark."""
        dialog = MarkDialog(self.tools, self._chart, self._homes, self._home, self._day, self)
        dialog.writes(lambda mark: self._trends.put_mark(mark, self._by()))
        dialog.open()

    def drop(self) -> None:
        """Take the mark under the cursor back, asked first."""
        mark = self.table.current_row()
        if isinstance(mark, Mark):
            self.tools.prompts.ask(
                self,
                self.tr("Take back"),
                self.tr('"{words}" no longer stands on the chart; that it stood there stays on record.').format(
                    words=mark.words
                ),
                yes=self.tr("Take back"),
                then=partial(self._drop, mark),
            )

    def _drop(self, mark: Mark) -> None:
        self.tools.operations.write(self._trends.drop_mark, mark.id, self._by(), asker=self)
