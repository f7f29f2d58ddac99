"""One rule as a person reads it: its text, every value with its word and mark, and the list of its editions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QTabWidget, QVBoxLayout, QWidget

from qualitydesk.basics.phrases import say
from qualitydesk.kit.dates import day_words
from qualitydesk.kit.pieces import label, set_role, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.rulebook.model import Edition
from qualitydesk.rulebook.model.shapes import CalledBack, EditionNote, RuleLine
from qualitydesk.rulebook.rules.shapes import places_of
from qualitydesk.rulebook.rules.wording import name_of, value_rows
from qualitydesk.rulebook.ui.offer import House
from qualitydesk.rulebook.ui.words import clause_rows


class EditionView(QWidget):
    """Signals: `chosen(edition or None)` when another edition is shown."""

    chosen = Signal(object)

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._line: RuleLine | None = None
        self._today = date.min
        self._house = House()
        self._shown: Edition | None = None
        self.values = TableModel(self._value_columns(), key=lambda row: row.path, parent=self)
        self.value_table = Table(
            self.values, name=self.tr("Values"), empty="", tools=tools, remember="rule_values", wrap=True
        )
        self.editions = TableModel(self._edition_columns(), key=_key_of, parent=self)
        self.edition_table = Table(
            self.editions, name=self.tr("Editions"), empty="", tools=tools, remember="rule_editions"
        )
        self.edition_table.picked.connect(self._picked)
        self.edition_table.opened.connect(lambda _row: self.tabs.setCurrentIndex(0))
        self._named = label("", "section", wrap=True, selectable=True)
        self._state = label("", wrap=True, selectable=True)
        self._source = label("", "caption", wrap=True, selectable=True)
        self._clauses = QWidget()
        set_role(self._clauses, "scrolled")
        self._clause_column: QVBoxLayout = vbox(gap=GRID)
        self._clauses.setLayout(self._clause_column)
        self._record = label("", wrap=True, selectable=True)
        self.tabs: QTabWidget = self._make_tabs()
        column = vbox(self._named, self._state, self._source, self.tabs, gap=GRID)
        column.setStretch(3, 1)
        self.setLayout(column)

    def edition(self) -> Edition | None:
        """The edition that is shown."""
        return self._shown

    def show_rule(self, line: RuleLine, today: date, house: House) -> None:
        """Show a rule: the edition that was shown if it is one of its, else the one in force."""
        kept = self._shown.id if self._shown is not None else None
        self._line, self._today, self._house = line, today, house
        rows: list[Edition | CalledBack] = [*line.editions, *line.called_back]
        rows.sort(key=lambda one: one.number, reverse=True)
        edition = next((one for one in line.editions if one.id == kept), None) or line.in_force(today) or line.newest
        self._shown = edition
        self.editions.show_rows(rows)
        if edition is not None:
            self.edition_table.select_key(edition.id)
            self._show(edition)

    def turn(self) -> None:
        """From the rule to its editions and back."""
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + 1) % self.tabs.count())
        (self.value_table if self.tabs.currentIndex() == 0 else self.edition_table).setFocus()

    def _make_tabs(self) -> QTabWidget:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setAccessibleName(self.tr("Text of the rule"))
        area.setWidget(self._clauses)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(area)
        split.addWidget(self.value_table)
        split.setSizes([30 * GRID, 38 * GRID])
        tabs = QTabWidget()
        tabs.setDocumentMode(True)
        tabs.addTab(split, self.tr("Text and values"))
        editions = QWidget()
        column = vbox(self.edition_table, self._record, gap=GRID)
        column.setStretch(0, 1)
        editions.setLayout(column)
        tabs.addTab(editions, self.tr("Editions"))
        return tabs

    def _value_columns(self) -> Sequence[Column]:
        mark, language = self.tr("ours"), self._tools.language
        why = say(language, "rule.mark.ours")
        return (
            Column(self.tr("Where"), lambda row: row.scope, width=152),
            Column(self.tr("Value of"), lambda row: row.name, stretch=True),
            Column(self.tr("Value"), lambda row: row.value, stretch=True),
            Column(
                self.tr("Mark"), lambda row: mark if row.ours else "", width=88,
                tone=lambda _row: "muted", tip=lambda row: why if row.ours else "",
            ),
        )  # fmt: skip

    def _edition_columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("Edition"), lambda one: one.number, align="right", width=64),
            Column(self.tr("In force from"), lambda one: one.effective_from, text=day_words, align="right", width=104),
            Column(self.tr("State"), self.state_words, width=104, tone=self._tone, whole=True),
            Column(self.tr("Decided by"), self._decider, stretch=True, whole=True),
            Column(
                self.tr("Adopted on"),
                lambda one: getattr(one, "adopted_on", None),
                text=day_words,
                align="right",
                width=96,
            ),
            Column(
                self.tr("Staff told on"),
                lambda one: getattr(one, "notified_on", None),
                text=day_words,
                align="right",
                width=104,
            ),
        )

    def state_words(self, one: Edition | CalledBack) -> str:
        """Whether an edition stands, waits, stood, or was called back."""
        if isinstance(one, CalledBack):
            return self.tr("called back")
        if one.effective_from > self._today:
            return self.tr("waits")
        standing = self._line.in_force(self._today) if self._line is not None else None
        return self.tr("in force") if standing is not None and standing.id == one.id else self.tr("superseded")

    def _tone(self, one: Edition | CalledBack) -> str:
        if isinstance(one, CalledBack):
            return "muted"
        if one.effective_from > self._today:
            return "warning"
        standing = self._line.in_force(self._today) if self._line is not None else None
        return "good" if standing is not None and standing.id == one.id else "muted"

    def _note(self, one: Edition | CalledBack) -> EditionNote:
        notes = self._line.notes if self._line is not None else {}
        return notes.get(one.id, EditionNote()) if isinstance(one, Edition) else EditionNote()

    def _decider(self, one: Edition | CalledBack) -> str:
        if isinstance(one, CalledBack):
            return self._house.name(one.decided_by)
        if one.number == 1 and not self._note(one).reason:
            return self.tr("with the program")
        return self._house.name(self._note(one).decided_by)

    def _reason(self, one: Edition | CalledBack) -> str:
        return one.reason if isinstance(one, CalledBack) else self._note(one).reason

    def _say_record(self, one: Edition | CalledBack) -> None:
        """Why, and by which document, in full under the table."""
        document = str(one.values.get("document", "")) if isinstance(one, Edition) else ""
        told = (
            (self.tr("Reason"), self._reason(one)),
            (self.tr("Rule document"), document or self._note(one).document),
        )
        line = self.tr("{name}: {words}")
        self._record.setText("\n".join(line.format(name=name, words=words) for name, words in told if words))

    def _picked(self, row: object) -> None:
        if isinstance(row, Edition | CalledBack):
            self._say_record(row)
        if isinstance(row, Edition) and (self._shown is None or row.id != self._shown.id):
            self._shown = row
            self._show(row)

    def _show(self, edition: Edition) -> None:
        language = self._tools.language
        self._named.setText(str(edition.texts[language]["title"]))
        words = self.tr("Edition {number} · from {day} · {state}")
        self._state.setText(
            words.format(number=edition.number, day=day_words(edition.effective_from), state=self.state_words(edition))
        )
        words = self.tr('Source: {source} · "ours" marks: {mark}')
        mark = say(language, "rule.mark.ours")
        self._source.setText(words.format(source=edition.texts[language].get("source", ""), mark=mark))
        self.values.show_rows(value_rows(edition, language, self._house.posts))
        self._show_clauses(edition)
        self.chosen.emit(edition)

    def _show_clauses(self, edition: Edition) -> None:
        language = self._tools.language
        while (old := self._clause_column.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for entry in clause_rows(edition, language):
            if entry.scope:
                self._clause_column.addWidget(label(entry.scope, "caption"))
            self._clause_column.addWidget(label(entry.text, wrap=True, selectable=True))
        for place in places_of(edition.rule, edition.values):
            if place.field.note:
                self._clause_column.addWidget(label(name_of(place.field, language), "caption"))
                note = label(say(language, place.field.note), wrap=True, selectable=True, tone="warning")
                self._clause_column.addWidget(note)
        self._clause_column.addStretch(1)


def _key_of(one: Edition | CalledBack) -> object:
    return one.id if isinstance(one, Edition) else ("called back", one.number)
