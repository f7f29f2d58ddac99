"""Members with their tiers: spending as a bar against the next threshold, the day it ages out, who falls first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from qualitydesk.directory.model import Institution
from qualitydesk.kit.bar_cell import BarCell
from qualitydesk.kit.dates import day_words
from qualitydesk.kit.pickers import Choice, Picker
from qualitydesk.kit.pieces import hbox, label, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, PagedModel, TableModel
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model.tiers import NEVER, TierFilter, TierLine
from qualitydesk.members.service.tiers import Tiers
from qualitydesk.members.ui.tier_words import bar_words, mark_tone, mark_words, tier_words
from qualitydesk.rulebook.model.tiers import TiersRule

PAUSE = 150  # ms after the last letter typed before the list is searched
BAR = 3  # the column of the bar


def tier_columns(tools: Tools, *, sorted_by_query: bool = True) -> Sequence[Column]:
    """The columns of members with tiers."""
    language, translate = tools.language, QCoreApplication.translate
    return (
        Column(
            translate("Tiers", "Number"), lambda one: one.member.number, width=96,
            sort="number" if sorted_by_query else "",
        ),
        Column(translate("Tiers", "Name"), lambda one: one.member.called, width=72),
        Column(translate("Tiers", "Tier"), lambda one: tier_words(one.tier, language), width=80),
        Column(
            translate("Tiers", "Spending to the next tier"), lambda one: bar_words(one, language), align="right",
            width=208,
        ),
        Column(translate("Tiers", "Ages out"), lambda one: one.lapses_on, text=day_words, align="right", width=96),
        Column(
            translate("Tiers", "Falls"), lambda one: one.falls, text=day_words, align="right", width=96,
            sort="falls" if sorted_by_query else "",
        ),
        Column(
            translate("Tiers", "Note"), lambda one: mark_words(one, language), tone=mark_tone, width=136, stretch=True
        ),
    )  # fmt: skip


def with_bars(table: Table) -> Table:
    """The bar's cells drawn."""
    table.setItemDelegateForColumn(BAR, BarCell(lambda one: one.share, _bar_tone, table))
    return table


def _bar_tone(line: TierLine) -> str:
    return "good" if line.share >= 1 else "accent"


class MembersTab(QWidget):
    """Who falls first stands at the top.

    Signals: `picked(TierLine or None)` under the cursor; `opened(TierLine)`.
    """

    picked = Signal(object)
    opened = Signal(object)

    def __init__(self, tools: Tools, tiers: Tiers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools, self._tiers = tools, tiers
        self._wanted = TierFilter()
        self._make_filters()
        self.lines = PagedModel(
            self._columns(), tools.operations, self._fetch(self._wanted), sort="falls", after_of=_after, parent=self
        )
        self.table = with_bars(
            Table(self.lines, name=self.tr("Members and tiers"), empty="", tools=tools, remember="tier-members")
        )
        self.note = label("", "caption")
        row = hbox(self.search, self.tier, self.institution, self.at_risk, self.pinned, None)
        row.setStretchFactor(self.search, 1)
        self.setLayout(vbox(row, self.table, self.note))
        self.table.picked.connect(self.picked.emit)
        self.table.opened.connect(self.opened.emit)
        self.lines.loaded.connect(self._stand_somewhere)
        self._say_empty()

    def _make_filters(self) -> None:
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Name, initials, telephone, number"))
        self.search.setAccessibleName(self.tr("Search members"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(20 * GRID)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._filter)
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self.tier = Picker(optional=True, placeholder=self.tr("All tiers"))
        self.tier.setAccessibleName(self.tr("Tier"))
        self.institution = Picker(optional=True, placeholder=self.tr("All institutions"))
        self.institution.setAccessibleName(self.tr("Institution"))
        self.at_risk = QCheckBox(self.tr("About to fall"))
        self.pinned = QCheckBox(self.tr("Pinned"))
        for picker in (self.tier, self.institution):
            picker.picked.connect(lambda _key: self._filter())
        for box in (self.at_risk, self.pinned):
            box.toggled.connect(lambda _on: self._filter())

    def _columns(self) -> Sequence[Column]:
        return tier_columns(self._tools)

    def _fetch(self, wanted: TierFilter) -> Callable[[Any, int, str, bool], Sequence[TierLine]]:
        def fetch(after: Any, limit: int, sort: str, descending: bool) -> Sequence[TierLine]:
            return self._tiers.lines(wanted, after=after, limit=limit, sort=sort or "falls", descending=descending)

        return fetch

    def refresh(self) -> None:
        """Read anew."""
        self.lines.reload()
        self._count()

    def show_rule(self, rule: TiersRule) -> None:
        """The tiers to choose from, the highest first."""
        language = self._tools.language
        chosen = self.tier.chosen()
        self.tier.show_choices([Choice(one.code, tier_words(one.code, language)) for one in reversed(rule.levels)])
        self.tier.choose(chosen)

    def show_institutions(self, found: Sequence[Institution]) -> None:
        self.institution.show_choices([Choice(one.id, one.name, one.code) for one in found])
        self.institution.setVisible(len(found) > 1)

    def wanted(self) -> TierFilter:
        """The filter as it stands."""
        tier, home = self.tier.chosen(), self.institution.chosen()
        return TierFilter(
            self.search.text().strip(),
            str(tier) if tier is not None else None,
            home if isinstance(home, UUID) else None,
            self.at_risk.isChecked(),
            self.pinned.isChecked(),
        )

    def _filter(self) -> None:
        self._pause.stop()
        wanted = self.wanted()
        if wanted != self._wanted:
            self._wanted = wanted
            self._say_empty()
            self.lines.use(self._fetch(wanted))
            self._count()

    def _say_empty(self) -> None:
        if self._wanted == TierFilter():
            words = self.tr("No member yet. Whoever has bought something is a member: enter or import purchases first.")
        elif self._wanted == TierFilter(at_risk=True):
            words = self.tr("Nobody is about to fall.")
        elif self._wanted == TierFilter(pinned=True):
            words = self.tr("No tier is pinned. Choose a member and pin a tier with its reason and end.")
        else:
            words = self.tr("Nobody fits. Search for less, or take a filter away.")
        self.table.say_empty(words)

    def _count(self) -> None:
        self._tools.operations.read(self, self._tiers.count, self._wanted, then=self._show_count, topic="count")

    def _show_count(self, count: int) -> None:
        words = self.tr("1 member") if count == 1 else self.tr("{count} members")
        self.note.setText(words.format(count=f"{count:,}"))

    def _stand_somewhere(self, rows: int) -> None:
        if rows and self.table.current_row() is None:
            self.table.selectRow(0)
        elif not rows:
            self.picked.emit(None)


class RisingTab(QWidget):
    """Who is nearest to the next tier, the nearest first.

    Signals: `picked(TierLine or None)`; `opened(TierLine)`.
    """

    picked = Signal(object)
    opened = Signal(object)

    def __init__(self, tools: Tools, tiers: Tiers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools, self._tiers = tools, tiers
        self.lines = TableModel(tier_columns(tools, sorted_by_query=False), parent=self)
        empty = self.tr("Nobody has bought anything yet.")
        self.table = with_bars(Table(self.lines, name=self.tr("Nearest to the next tier"), empty=empty))
        self.setLayout(vbox(self.table))
        self.table.picked.connect(self.picked.emit)
        self.table.opened.connect(self.opened.emit)

    def refresh(self) -> None:
        """Read anew: one statement over all members."""
        self._tools.operations.read(self, self._tiers.rising, then=self._show, topic="rising")

    def _show(self, found: list[TierLine]) -> None:
        self.lines.show_rows(found)
        if found and self.table.current_row() is None:
            self.table.selectRow(0)


def _after(line: TierLine, sort: str) -> tuple[object, UUID]:
    return (line.member.number if sort == "number" else line.falls_on or NEVER), line.id
