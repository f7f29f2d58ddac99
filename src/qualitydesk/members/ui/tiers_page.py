"""Tiers: what is proposed, every member with the bar to the next tier, who is nearest; each explained beside it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QTabWidget, QWidget

from qualitydesk.basics.changes import By, Change
from qualitydesk.directory.model import Institution
from qualitydesk.directory.service import Directory
from qualitydesk.kit.card import ExplainCard
from qualitydesk.kit.exporting import export
from qualitydesk.kit.keys import Key
from qualitydesk.kit.page import Page
from qualitydesk.kit.scrolled import scroll_column
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model import CustomerLine
from qualitydesk.members.model.tiers import Move, TierFilter, TierLine
from qualitydesk.members.service.tiers import Tiers
from qualitydesk.members.ui.pin_dialog import PinDialog
from qualitydesk.members.ui.simulation_dialog import SimulationDialog
from qualitydesk.members.ui.tier_list import MembersTab, RisingTab
from qualitydesk.members.ui.tier_proposals import ProposalsTab
from qualitydesk.members.ui.tier_words import counted_card, history_cards, line_card, move_card, tier_words
from qualitydesk.members.ui.words import brief_words
from qualitydesk.rulebook.model.tiers import TiersRule


class TiersPage(Page):
    """`Ctrl+Return` confirms what is chosen among the proposals.

    Signals: `customer_wanted(UUID)` somebody's own page is asked for.
    """

    concerns = frozenset({Change.TIERS, Change.CUSTOMERS, Change.DIRECTORY, Change.RULEBOOK})
    customer_wanted = Signal(object)

    def __init__(
        self, tools: Tools, tiers: Tiers, directory: Directory, by: Callable[[], By], parent: QWidget | None = None
    ) -> None:
        super().__init__(tools, "", parent)
        self.set_title(self.tr("Tiers"))
        self._tiers, self._directory, self._by = tiers, directory, by
        self._line: TierLine | None = None
        self._member: CustomerLine | None = None
        self._rule: TiersRule | None = None
        self.proposals = ProposalsTab(tools, tiers, by)
        self.members = MembersTab(tools, tiers)
        self.rising = RisingTab(tools, tiers)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        for tab, words in (
            (self.proposals, self.tr("Proposals")),
            (self.members, self.tr("Members and tiers")),
            (self.rising, self.tr("Nearest to the next tier")),
        ):
            self.tabs.addTab(tab, words)
        self.card = ExplainCard()
        self.history = ExplainCard()
        self._side = scroll_column(self.tr("Explanation"), self.card, self.history)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.tabs)
        split.addWidget(self._side)
        split.setSizes([106 * GRID, 42 * GRID])
        split.setStretchFactor(0, 1)
        self.body.addWidget(split, 1)
        self._add_buttons()
        self._join()

    def _add_buttons(self) -> None:
        self.export_button = self.add_button(self.tr("Export…"), "download", self._export, sequence="Ctrl+E")
        self.try_button = self.add_button(self.tr("Simulate…"), "scale", self._simulate, sequence="Ctrl+T")
        self.unpin_button = self.add_button(self.tr("Unpin…"), "undo", self._unpin, sequence="Ctrl+Shift+P")
        self.pin_button = self.add_button(self.tr("Pin…"), "lock", self._pin, sequence="Ctrl+P")
        confirm, decline, every = self.proposals.buttons()
        self.bind(
            Key("Ctrl+Return", self.tr("Confirm the chosen proposals"), self._click(confirm.click)),
            Key("Ctrl+D", self.tr("Decline the chosen proposals"), self._click(decline.click)),
            Key("Ctrl+Shift+Return", self.tr("Confirm all proposals that fit"), self._click(every.click)),
            Key("Return", self.tr("To the customer under the cursor")),
            Key("Ctrl+F", self.tr("Search"), self._search),
            Key("Ctrl+PgDown", self.tr("Next tab"), partial(self._turn, 1)),
            Key("Ctrl+PgUp", self.tr("Tab before"), partial(self._turn, -1)),
        )

    def _join(self) -> None:
        self.tabs.currentChanged.connect(self._turned)
        self.proposals.picked.connect(self._show_move)
        self.proposals.counted.connect(self._show_count)
        self.proposals.table.opened.connect(lambda move: self.customer_wanted.emit(move.member.id))
        for tab in (self.members, self.rising):
            tab.picked.connect(partial(self._show_line, tab))
            tab.opened.connect(lambda line: self.customer_wanted.emit(line.id))
        self._show(None, None)

    def refresh(self, changes: frozenset[Change]) -> None:
        read = self.tools.operations.read
        if changes & {Change.DIRECTORY}:
            read(self, self._directory.institutions, then=self._show_institutions, topic="institutions")
        if changes & {Change.DIRECTORY, Change.RULEBOOK}:
            read(self, self._tiers.rule, then=self._show_rule, topic="rule")
        self.proposals.refresh()
        self.members.refresh()
        if self.tabs.currentWidget() is self.rising:
            self.rising.refresh()

    def show_at_risk(self) -> None:
        """The members who are about to fall."""
        self.tabs.setCurrentWidget(self.members)
        self.members.at_risk.setChecked(True)

    def show_proposals(self) -> None:
        """What waits for a decision."""
        self.tabs.setCurrentWidget(self.proposals)

    # What is shown

    def _show_institutions(self, found: list[Institution]) -> None:
        self.proposals.show_institutions(found)
        self.members.show_institutions(found)

    def _show_rule(self, rule: TiersRule) -> None:
        self._rule = rule
        self.members.show_rule(rule)

    def _show_count(self, count: int) -> None:
        words = self.tr("1 proposal waits") if count == 1 else self.tr("{count} proposals wait")
        self.set_note(words.format(count=count) if count else "")

    def _turned(self, _at: int) -> None:
        tab = self.tabs.currentWidget()
        if tab is self.rising:
            self.rising.refresh()
        if tab is self.proposals:
            self._show_move(self.proposals.table.current_row())
        elif isinstance(tab, MembersTab | RisingTab):
            self._show_line(tab, tab.table.current_row())

    def _turn(self, by: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % self.tabs.count())

    def _show_move(self, row: object) -> None:
        if self.tabs.currentWidget() is not self.proposals:
            return
        if not isinstance(row, Move):
            self._show(None, None)
            return
        language = self.tools.language
        self.card.show_explanation(move_card(row, language), *counted_card(row, language))
        self._show(row.member, None)
        self.tools.operations.read(self, self._tiers.line, row.member.id, then=self._stand_by, topic="line")

    def _stand_by(self, line: TierLine | None) -> None:
        """The member of the proposal, who may be pinned from here."""
        if self._member is not None and line is not None and line.id == self._member.id:
            self._line = line
            self._dress()

    def _show_line(self, tab: QWidget, row: object) -> None:
        if self.tabs.currentWidget() is not tab:
            return
        if not isinstance(row, TierLine):
            self._show(None, None)
            return
        self.card.show_explanation(line_card(row, self.tools.language))
        self._show(row.member, row)
        self.tools.operations.read(self, self._tiers.history, row.id, then=self._show_history, topic="history")

    def _show_history(self, moves: list[Move]) -> None:
        if self._line is not None and not isinstance(self.tabs.currentWidget(), ProposalsTab):
            self.history.show_explanation(*history_cards(moves, self.tools.language))
            self.history.setVisible(True)

    def _show(self, member: CustomerLine | None, line: TierLine | None) -> None:
        self._member, self._line = member, line
        self._side.setVisible(member is not None)
        self.history.setVisible(False)
        self._dress()

    def _dress(self) -> None:
        pinned = self._line is not None and self._line.pinned_until is not None
        self.pin_button.setEnabled(self._line is not None)
        self.unpin_button.setVisible(pinned)

    # What can be done

    def _click(self, do: Callable[[], None]) -> Callable[[], None]:
        """Only while the proposals are to be seen."""
        return lambda: do() if self.tabs.currentWidget() is self.proposals else None

    def _search(self) -> None:
        self.tabs.setCurrentWidget(self.members)
        self.members.search.setFocus()

    def _pin(self) -> None:
        line, rule = self._line, self._rule
        if line is not None and rule is not None:
            today = self._directory.today
            self.tools.operations.read(
                self, today,
                then=lambda day: PinDialog(
                    self.tools, self._tiers, line.member, line.tier, rule, day, self._by(), self.window()
                ).open(),
                topic="today",
            )  # fmt: skip

    def _unpin(self) -> None:
        if (line := self._line) is None:
            return
        words = self.tr("Spending decides again for {member} ({tier}). A fall is proposed at the next review. Why?")
        self.tools.prompts.ask_text(
            self.window(), self.tr("Unpin"),
            words.format(member=brief_words(line.member), tier=tier_words(line.tier, self.tools.language)),
            yes=self.tr("Unpin"), then=partial(self._write_unpin, line.id),
        )  # fmt: skip

    def _write_unpin(self, member_id: UUID, reason: str) -> None:
        self.tools.operations.write(self._tiers.unpin, member_id, reason, self._by(), asker=self)

    def _simulate(self) -> None:
        if self._rule is not None:
            SimulationDialog(self.tools, self._tiers, self._rule, self.window()).open()

    def _export(self) -> None:
        """The members that fit the filter of their tab."""
        wanted = self.members.wanted() if self.tabs.currentWidget() is self.members else TierFilter()
        language, title = self.tools.language, self.tr("Export members and tiers")
        export(self.tools, self, title, self.tr("Tiers"), lambda path: self._tiers.export(path, wanted, language))
