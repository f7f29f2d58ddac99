"""The page 制度: every rule with its editions, clauses and values; what the documents leave open is marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QTabWidget, QWidget

from qualitydesk.basics.changes import Change
from qualitydesk.basics.phrases import say
from qualitydesk.kit.dates import day_words
from qualitydesk.kit.page import Page
from qualitydesk.kit.pieces import label, set_role, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import EDGE, GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.rulebook.model import Edition, Rule
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.rulebook.ui.words import clause_rows, rule_words, value_rows


class RulesPage(Page):
    """Editions at the left, newest first; the one chosen at the right."""

    concerns = frozenset({Change.RULEBOOK})

    def __init__(self, tools: Tools, rulebook: Rulebook, parent: QWidget | None = None) -> None:
        super().__init__(tools, "", parent)
        self.set_title(self.tr("Rulebook"))
        self.set_note(self.tr("Every decision cites the edition that stood on the day of the act."))
        self._rulebook = rulebook
        self.editions = TableModel(self._edition_columns(), parent=self)
        self.values = TableModel(self._value_columns(), key=lambda row: row.path, parent=self)
        self.edition_table = Table(
            self.editions,
            name=self.tr("Rules and editions"),
            empty=self.tr("No rules yet. They come with the first start."),
            tools=tools,
            remember="editions",
        )
        self.value_table = Table(self.values, name=self.tr("Values"), empty="", tools=tools, remember="rule_values")
        self._named = label("", "section", wrap=True, selectable=True)
        self._source = label("", "caption", wrap=True, selectable=True)
        self._clauses = QWidget()
        set_role(self._clauses, "scrolled")
        self._clause_column = vbox(gap=GRID)
        self._clauses.setLayout(self._clause_column)
        self.body.addWidget(self._split())
        self.edition_table.picked.connect(self._pick)

    def _split(self) -> QSplitter:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(self._clauses)
        tabs = QTabWidget()
        tabs.addTab(area, self.tr("Clauses"))
        tabs.addTab(self.value_table, self.tr("Values"))
        right = QWidget()
        column = vbox(self._named, self._source, tabs, gap=GRID)
        column.setStretch(2, 1)
        column.setContentsMargins(EDGE, 0, 0, 0)
        right.setLayout(column)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.edition_table)
        split.addWidget(right)
        split.setSizes([52 * GRID, 88 * GRID])
        return split

    def _edition_columns(self) -> Sequence[Column]:
        language = self.tools.language
        return (
            Column(self.tr("Rule"), lambda one: rule_words(one.rule, language), stretch=True),
            Column(self.tr("Edition"), lambda one: one.number, align="right", width=72),
            Column(self.tr("In force from"), lambda one: one.effective_from, text=day_words, align="right", width=112),
            Column(self.tr("Staff told"), lambda one: one.notified_on, text=day_words, align="right", width=112),
        )

    def _value_columns(self) -> Sequence[Column]:
        mark = self.tr("ours")
        return (
            Column(self.tr("Where"), lambda row: row.scope, width=176),
            Column(self.tr("Value of"), lambda row: row.name, stretch=True),
            Column(self.tr("Value"), lambda row: row.value, width=176),
            Column(self.tr("Mark"), lambda row: mark if row.ours else "", tone=lambda _row: "muted", width=88),
        )

    def refresh(self, changes: frozenset[Change]) -> None:
        """Read all editions of all rules anew."""
        self.tools.operations.read(self, self._all, then=self._show)

    def _all(self) -> list[Edition]:
        return [edition for rule in Rule for edition in reversed(self._rulebook.editions(rule))]

    def _show(self, found: Sequence[Edition]) -> None:
        self.editions.show_rows(found)
        if found and self.edition_table.current_row() is None:
            self.edition_table.select_key(found[0].id)

    def _pick(self, row: object) -> None:
        if not isinstance(row, Edition):
            return
        language = self.tools.language
        self._named.setText(str(row.texts[language]["title"]))
        words = self.tr('Source: {source} · "ours" marks: {mark}')
        mark = say(language, "rule.mark.ours")
        self._source.setText(words.format(source=row.texts[language].get("source", ""), mark=mark))
        self.values.show_rows(value_rows(row, language))
        while (old := self._clause_column.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for entry in clause_rows(row, language):
            if entry.scope:
                self._clause_column.addWidget(label(entry.scope, "caption"))
            self._clause_column.addWidget(label(entry.text, wrap=True, selectable=True))
        self._clause_column.addStretch(1)
