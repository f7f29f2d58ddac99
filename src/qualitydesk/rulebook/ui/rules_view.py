"""The page 制度: rules at the left with what stands and what waits, the one chosen at the right; who may decide."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QTabWidget, QWidget

from qualitydesk.basics.changes import By, Change
from qualitydesk.kit.dates import day_words
from qualitydesk.kit.keys import Key
from qualitydesk.kit.page import Page
from qualitydesk.kit.pieces import vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import EDGE, GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.rulebook.model import Edition
from qualitydesk.rulebook.model.shapes import RuleLine
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.rulebook.ui.difference_view import CompareDialog
from qualitydesk.rulebook.ui.edition_dialog import EditionDialog
from qualitydesk.rulebook.ui.edition_view import EditionView
from qualitydesk.rulebook.ui.offer import House, Known, ReadHouse, TryOut
from qualitydesk.rulebook.ui.rights_view import RightsView
from qualitydesk.rulebook.ui.small_dialogs import AdoptionDialog, CallBackDialog
from qualitydesk.rulebook.ui.words import title_words

_CHANGES = 3  # the column of days on which another edition begins: seen while one waits


class RulesPage(Page):
    """`read_house` gives posts and people, on a read lane; `try_out`, when given, shows what new values would do."""

    concerns = frozenset({Change.RULEBOOK, Change.DIRECTORY})

    def __init__(
        self,
        tools: Tools,
        rulebook: Rulebook,
        by: Callable[[], By] = lambda: By(None, None),
        read_house: ReadHouse = House,
        *,
        try_out: TryOut | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent)
        self.set_title(self.tr("Rulebook"))
        self.set_note(self.tr("Every decision cites the edition that stood on the day of the act."))
        self._rulebook, self._by, self._read_house, self._try_out = rulebook, by, read_house, try_out
        self._known: Known | None = None
        self._wanted = ""
        self.rules = TableModel(self._columns(), key=lambda line: line.rule, parent=self)
        self.rule_table = Table(
            self.rules,
            name=self.tr("Rules"),
            empty=self.tr("No rules yet. They come with the first start."),
            tools=tools,
            remember="rules",
        )
        self.view = EditionView(tools)
        self.rights = RightsView(tools)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self._split(), self.tr("Rules"))
        self.tabs.addTab(self.rights, self.tr("Who may decide what"))
        self.body.addWidget(self.tabs)
        self.rule_table.picked.connect(self._pick)
        self.rule_table.opened.connect(lambda _line: self.view.value_table.setFocus())
        self.view.chosen.connect(lambda _edition: self._enable())
        self.rights.rule_wanted.connect(self.show_rule)
        self.tabs.currentChanged.connect(lambda _place: self._enable())
        self._make_buttons()
        self.setFocusProxy(self.rule_table)

    def show_rule(self, rule: str) -> None:
        """Lead to a rule, now or when the page has been read."""
        self._wanted = rule
        self.tabs.setCurrentIndex(0)
        if self.rule_table.select_key(rule):
            self._wanted = ""
            self.rule_table.setFocus()

    def refresh(self, changes: frozenset[Change]) -> None:
        """Read all rules and the house anew."""
        self.tools.operations.read(self, self._read, then=self._show, topic="rules")

    def new_edition(self) -> None:
        """Write a new edition of the rule chosen."""
        line = self._line()
        if line is None or self._known is None or line.newest is None:
            return
        dialog = EditionDialog(
            self.tools, self._rulebook, line, self._known.today, self._known.house, self._by(),
            try_out=self._try_out, second=self._known.second_person(), parent=self,
        )  # fmt: skip
        dialog.open()

    def compare(self) -> None:
        """Any two editions of the rule chosen side by side."""
        line, edition = self._line(), self.view.edition()
        if line is None or edition is None or self._known is None or len(line.editions) < 2:
            return
        CompareDialog(self.tools, line.editions, edition, self._known.house.posts, self).open()

    def record_adoption(self) -> None:
        """When the edition shown was adopted and told to staff."""
        line, edition = self._line(), self.view.edition()
        if line is not None and edition is not None:
            note = line.notes[edition.id]
            AdoptionDialog(self.tools, self._rulebook, edition, note, self._by(), self).open()

    def call_back(self) -> None:
        """Take the edition shown back before its day."""
        edition = self.view.edition()
        if edition is not None and self._known is not None:
            CallBackDialog(self.tools, self._rulebook, edition, self._known.house, self._by(), self).open()

    def _make_buttons(self) -> None:
        self.call_back_button = self.add_button(self.tr("Call back"), "undo", self.call_back, role="quiet")
        self.adoption_button = self.add_button(
            self.tr("Adoption"), "signature", self.record_adoption, role="quiet", sequence="Ctrl+E",
            words=self.tr("Adoption of the edition shown, and notice to staff"),
        )  # fmt: skip
        self.compare_button = self.add_button(
            self.tr("Compare"), "copy", self.compare, role="quiet", sequence="Ctrl+D",
            words=self.tr("Compare editions"),
        )  # fmt: skip
        self.new_button = self.add_button(
            self.tr("New edition"), "plus", self.new_edition, role="primary", sequence="Ctrl+N",
            words=self.tr("New edition of the rule chosen"),
        )  # fmt: skip
        self.bind(
            Key("Ctrl+T", self.tr("Text and values, or editions"), self.view.turn),
            Key("Ctrl+M", self.tr("Rules, or who may decide what"), self._turn),
            Key("Return", self.tr("To the values; of a right, to its rule")),
        )
        self._enable()

    def _turn(self) -> None:
        self.tabs.setCurrentIndex(1 - self.tabs.currentIndex())
        (self.rule_table if self.tabs.currentIndex() == 0 else self.rights.table).setFocus()

    def _split(self) -> QSplitter:
        right = QWidget()
        column = vbox(self.view)
        column.setContentsMargins(EDGE, GRID, 0, 0)
        right.setLayout(column)
        left = QWidget()
        column = vbox(self.rule_table)
        column.setContentsMargins(0, GRID, 0, 0)
        left.setLayout(column)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(right)
        split.setSizes([76 * GRID, 68 * GRID])  # so that titles are read in full while a change waits
        return split

    def _columns(self) -> Sequence[Column]:
        language = self.tools.language
        return (
            Column(self.tr("Rule"), lambda line: self._name(line, language), stretch=True),
            Column(self.tr("Edition"), lambda line: self._in_force(line, "number"), align="right", width=56),
            Column(self.tr("In force from"), self._since, text=day_words, width=96, whole=True),
            Column(
                self.tr("Changes on"),
                self._waiting,
                text=day_words,
                width=96,
                whole=True,
                tone=lambda _line: "warning",
            ),
            Column(
                self.tr("Mark"), lambda line: self.tr("ours") if self._has_ours(line) else "", width=56,
                tone=lambda _line: "muted",
            ),
        )  # fmt: skip

    def _name(self, line: RuleLine, language: str) -> str:
        """The title of the edition in force, as signatures and papers have it."""
        edition = line.in_force(self._known.today) if self._known is not None else None
        return title_words(edition or line.newest, line.rule, language)

    def _in_force(self, line: RuleLine, name: str) -> object:
        edition = line.in_force(self._known.today) if self._known is not None else None
        return getattr(edition, name) if edition is not None else None

    def _since(self, line: RuleLine) -> object:
        return self._in_force(line, "effective_from")

    def _waiting(self, line: RuleLine) -> object:
        edition = line.waiting(self._known.today) if self._known is not None else None
        return edition.effective_from if edition is not None else None

    def _has_ours(self, line: RuleLine) -> bool:
        return bool(self._in_force(line, "ours"))

    def _read(self) -> Known:
        return Known(self._rulebook.today(), self._rulebook.overview(), self._read_house())

    def _show(self, known: Known) -> None:
        self._known = known
        self.rules.show_rows(known.lines)
        waits = any(line.waiting(known.today) is not None for line in known.lines)
        self.rule_table.setColumnHidden(_CHANGES, not waits)
        standing = {line.rule: edition for line in known.lines if (edition := line.in_force(known.today)) is not None}
        self.rights.show_rights(standing, known.house.posts)
        if self._wanted:
            self.show_rule(self._wanted)
        elif known.lines and self.rule_table.current_row() is None:
            self.rule_table.select_key(known.lines[0].rule)
        self._enable()

    def _line(self) -> RuleLine | None:
        row = self.rule_table.current_row()
        return row if isinstance(row, RuleLine) else None

    def _pick(self, row: object) -> None:
        if isinstance(row, RuleLine) and self._known is not None:
            self.view.show_rule(row, self._known.today, self._known.house)
        self._enable()

    def _enable(self) -> None:
        line, edition = self._line(), self.view.edition()
        here = self.tabs.currentIndex() == 0 and line is not None
        waits = isinstance(edition, Edition) and self._known is not None and edition.effective_from > self._known.today
        self.new_button.setEnabled(here)
        self.compare_button.setEnabled(here and line is not None and len(line.editions) > 1)
        self.adoption_button.setEnabled(here and edition is not None)
        self.call_back_button.setEnabled(here and waits)
