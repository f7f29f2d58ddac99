"""The overview of members: the pyramid against what is expected, how spending is spread, tiers moved by month, whom to
call today and who the few behind most of the spending are."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from qualitydesk.basics import money
from qualitydesk.basics.changes import Change
from qualitydesk.basics.phrases import capital, say
from qualitydesk.kit.dates import day_words, moment_words
from qualitydesk.kit.keys import Key
from qualitydesk.kit.page import Page
from qualitydesk.kit.pieces import hbox
from qualitydesk.kit.plot import Chart, Curve, Level, Levels, Pair, Pairs
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, PagedModel, TableModel
from qualitydesk.kit.theme import EDGE, ROW
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model.tiers import (
    Call,
    Concentration,
    MonthOfMoves,
    Payer,
    Pyramid,
    Step,
    TierOverview,
)
from qualitydesk.members.service.tiers import Tiers
from qualitydesk.members.ui.tier_words import bar_words, tier_words, yuan_words

Worries = Callable[[], Mapping[str, Sequence[UUID]]]
"""Who is worried about for a reason the parts above know: a code of `tier.call` → members. Asked on a lane."""


def no_worries() -> Mapping[str, Sequence[UUID]]:
    return {}


class OverviewPage(Page):
    """Signals: `customer_wanted(UUID)` somebody's own page; `proposals_wanted()` what waits for a decision;
    `case_wanted(UUID)` the complaint that holds a member's contacts."""

    concerns = frozenset({Change.TIERS, Change.CUSTOMERS, Change.CASES, Change.RULEBOOK})
    customer_wanted = Signal(object)
    case_wanted = Signal(object)
    proposals_wanted = Signal()

    def __init__(
        self, tools: Tools, tiers: Tiers, worries: Worries = no_worries, parent: QWidget | None = None
    ) -> None:
        super().__init__(tools, "", parent)
        self.set_title(self.tr("Overview"))
        self._tiers, self._worries = tiers, worries
        self._make_charts()
        self._make_lists()
        charts = hbox(self.pyramid, self.spread, self.moves, gap=EDGE)
        for at in range(3):
            charts.setStretch(at, 1)
        self.tabs.setMinimumHeight(6 * ROW)
        self.body.addLayout(charts, 6)
        self.body.addWidget(self.tabs, 4)
        self.proposals_button = self.add_button(
            self.tr("Proposals"), "scale", self.proposals_wanted.emit, sequence="Ctrl+P"
        )
        self.bind(
            Key("Ctrl+T", self.tr("Charts as tables and back"), self._turn_charts),
            Key("Return", self.tr("To the customer under the cursor, or the complaint that holds her contacts")),
            Key("Ctrl+PgDown", self.tr("Next list"), self._turn_lists),
        )

    def _make_charts(self) -> None:
        language = self.tools.language
        empty = self.tr("No purchases yet. Enter or import them; then the picture is drawn here.")
        self.pyramid = Chart(
            self.tr("Members by tier"),
            (
                Column(self.tr("Tier"), lambda row: tier_words(row[0].tier, language), width=88),
                Column(self.tr("Members"), lambda row: f"{row[0].count:,}", align="right", width=72),
                Column(self.tr("Share"), lambda row: f"{row[1]:.1f} %", align="right", width=72),
                Column(self.tr("Expected"), lambda row: _expected(row[0]), align="right", width=80, stretch=True),
            ),
            empty=empty,
        )
        self.spread = Chart(
            self.tr("Who brings the spending"),
            (
                Column(self.tr("Biggest members"), lambda row: f"{100 * row[0]:.0f} %", align="right", width=112),
                Column(self.tr("Part of spending"), lambda row: f"{100 * row[1]:.1f} %", align="right", stretch=True),
            ),
            empty=empty,
        )
        self.moves = Chart(
            self.tr("Tiers moved by month"),
            (
                Column(self.tr("Month"), lambda row: f"{row.month:%Y-%m}", width=88),
                Column(self.tr("Up"), lambda row: row.up, align="right", width=64),
                Column(self.tr("Down"), lambda row: row.down, align="right", width=64, stretch=True),
            ),
            empty=self.tr("No tier has been confirmed yet. Proposals wait on the page Tiers."),
        )

    def _make_lists(self) -> None:
        tools, language = self.tools, self.tools.language
        self.calls = TableModel(
            (
                Column(self.tr("Number"), lambda one: one.line.member.number, width=96),
                Column(self.tr("Name"), lambda one: one.line.member.called, width=72),
                Column(self.tr("Telephone"), lambda one: one.line.member.telephone, width=120),
                Column(self.tr("Why"), self._reasons, tone=lambda _one: "warning", width=200),
                Column(self.tr("Tier"), lambda one: tier_words(one.line.tier, language), width=80),
                Column(self.tr("Falls"), lambda one: one.line.falls, text=day_words, align="right", width=96),
                Column(self.tr("To keep the tier"), _keep, align="right", width=112),
                Column(self.tr("Spending to the next tier"), lambda one: bar_words(one.line, language), width=208),
                Column(self.tr("Institution"), lambda one: one.line.member.institution, width=112, stretch=True),
            ),
            parent=self,
        )
        self.call_table = Table(
            self.calls, name=self.tr("Call today"), tools=tools, remember="tier-calls",
            empty=self.tr("Nobody to be called: nobody is about to fall, or all of them are held."),
        )  # fmt: skip
        self.held = TableModel(
            (
                Column(self.tr("Number"), lambda one: one.line.member.number, width=96),
                Column(self.tr("Name"), lambda one: one.line.member.called, width=72),
                Column(self.tr("Why"), self._reasons, width=160),
                Column(self.tr("Held for"), self._held_for, tone=lambda _one: "warning", tip=self._held_for, width=240),
                Column(
                    self.tr("Since"), lambda one: one.hold.put_at, text=moment_words, align="right", width=136
                ),
                Column(self.tr("Tier"), lambda one: tier_words(one.line.tier, language), width=80),
                Column(self.tr("Institution"), lambda one: one.line.member.institution, width=112, stretch=True),
            ),
            parent=self,
        )  # fmt: skip
        self.held_table = Table(
            self.held, name=self.tr("Held: not to be called"), tools=tools, remember="tier-held",
            empty=self.tr("Nobody is held: every member to be called may be called."),
        )  # fmt: skip
        self.payers = PagedModel(
            (
                Column(self.tr("Place"), lambda one: one.place, align="right", width=64),
                Column(self.tr("Number"), lambda one: one.member.number, width=96),
                Column(self.tr("Name"), lambda one: one.member.called, width=88),
                Column(self.tr("Tier"), lambda one: tier_words(one.tier, language), width=88),
                Column(self.tr("Spending of a year"), lambda one: money.words(one.spent), align="right", width=136),
                Column(self.tr("Institution"), lambda one: one.member.institution, width=128, stretch=True),
            ),
            tools.operations, self._fetch_payers, after_of=lambda one, _sort: one.place, parent=self,
        )  # fmt: skip
        self.payer_table = Table(
            self.payers, name=self.tr("The few behind most of the spending"),
            empty=self.tr("No purchases within a year."), tools=tools, remember="tier-payers",
        )  # fmt: skip
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.call_table, self.tr("Call today"))
        self.tabs.addTab(self.held_table, self.tr("Held: not to be called"))
        self.tabs.addTab(self.payer_table, self.tr("The few behind most of the spending"))
        self.call_table.opened.connect(lambda one: self.customer_wanted.emit(one.id))
        self.held_table.opened.connect(self._open_held)
        self.payer_table.opened.connect(lambda one: self.customer_wanted.emit(one.id))
        self.tabs.currentChanged.connect(self._turned)

    def refresh(self, changes: frozenset[Change]) -> None:
        read = self.tools.operations.read
        read(self, self._tiers.overview, then=self._show, topic="overview")
        read(self, lambda: self._tiers.calls(self._worries()), then=self._show_calls, topic="calls")
        if self.tabs.currentWidget() is self.payer_table:
            self.payers.reload()

    def _fetch_payers(self, after: Any, limit: int, _sort: str, _descending: bool) -> Sequence[Payer]:
        return self._tiers.payers(offset=after or 0, limit=limit)

    def _turned(self, _at: int) -> None:
        if self.tabs.currentWidget() is self.payer_table and not self.payers.settled:
            self.payers.reload()

    def _turn_charts(self) -> None:
        for chart in (self.pyramid, self.spread, self.moves):
            chart.turn()

    def _turn_lists(self) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + 1) % self.tabs.count())

    # What is shown

    def _show(self, found: TierOverview) -> None:
        self._show_pyramid(found.pyramid, day_words(found.today))
        self._show_spread(found.concentration)
        self._show_moves(found.moves)
        waits = found.open_up + found.open_down
        words = self.tr("{members} members · {waits} proposals wait · {risk} about to fall")
        self.set_note(
            words.format(members=f"{found.pyramid.total:,}", waits=f"{waits:,}", risk=f"{found.at_risk:,}")
            if found.pyramid.total
            else ""
        )

    def _show_pyramid(self, pyramid: Pyramid, today: str) -> None:
        language = self.tools.language
        rows = [(step, pyramid.percent(step)) for step in pyramid.steps]
        levels = [
            Level(
                tier_words(step.tier, language), share, (step.share_low, step.share_high),
                self.tr("{tier}: {count} members, {share} %, expected {expected}").format(
                    tier=tier_words(step.tier, language), count=f"{step.count:,}", share=f"{share:.1f}",
                    expected=_expected(step),
                ),
                "accent" if _fits(step, share) else "warning",
            )
            for step, share in rows
        ]  # fmt: skip
        method = self.tr("n = {count} members who ever bought, tiers as held on {day}; brackets: shares expected.")
        there = bool(pyramid.total)
        self.pyramid.show_chart(
            self._pyramid_words(rows) if there else "",
            method.format(count=f"{pyramid.total:,}", day=today) if there else "",
            Levels(levels, " %") if there else None,
            rows if there else (),
        )

    def _pyramid_words(self, rows: Sequence[tuple[Step, float]]) -> str:
        """One plain sentence: what lies outside the expected shares."""
        language = self.tools.language
        between = "、" if language == "zh" else ", "
        over = [tier_words(step.tier, language) for step, share in rows if share > step.share_high]
        under = [tier_words(step.tier, language) for step, share in rows if share < step.share_low]
        parts = []
        if over:
            parts.append(self.tr("more in {tiers}").format(tiers=between.join(over)))
        if under:
            parts.append(self.tr("fewer in {tiers}").format(tiers=between.join(under)))
        if not parts:
            return self.tr("Every tier lies within its expected share.")
        return self.tr("Against the expected shares: {parts}.").format(
            parts=("；" if language == "zh" else "; ").join(parts)
        )

    def _show_spread(self, found: Concentration) -> None:
        if not found.payers:
            self.spread.show_chart("", "", None, ())
            return
        part = found.few / found.payers
        sentence = self.tr("Of all who bought, {few} members ({part} %) bring {percent} % of the spending.")
        method = self.tr("n = {payers} members, {total} from {first} to {last}, refunds taken off.")
        told = self.tr("The biggest {x} % of members bring {y} % of the spending.")
        last = max(found.curve, key=lambda point: (point[1] >= found.percent / 100, -point[0]))
        self.spread.show_chart(
            sentence.format(few=f"{found.few:,}", part=f"{100 * part:.1f}", percent=found.percent),
            method.format(
                payers=f"{found.payers:,}", total=yuan_words(found.total), first=day_words(found.since),
                last=day_words(found.until),
            ),
            Curve(
                found.curve, lambda x, y: told.format(x=f"{100 * x:.0f}", y=f"{100 * y:.1f}"), (part, last[1]),
                (self.tr("members, the biggest first"), self.tr("spending")),
            ),
            found.curve[:: max(1, len(found.curve) // 20)],
        )  # fmt: skip

    def _show_moves(self, months: Sequence[MonthOfMoves]) -> None:
        up, down = sum(one.up for one in months), sum(one.down for one in months)
        if not up + down:
            self.moves.show_chart("", "", None, ())
            return
        told = self.tr("{month}: {up} up, {down} down")
        pairs = [
            Pair(
                f"{one.month:%y-%m}",
                one.up,
                one.down,
                told.format(month=f"{one.month:%Y-%m}", up=one.up, down=one.down),
            )
            for one in months
        ]
        sentence = self.tr("In twelve months {up} members rose and {down} fell.")
        method = self.tr("n = {count} confirmed moves by the day they hold from; pins are not counted.")
        self.moves.show_chart(
            sentence.format(up=up, down=down),
            method.format(count=up + down),
            Pairs(pairs, every=3),
            tuple(reversed(months)),
        )

    def _show_calls(self, found: list[Call]) -> None:
        free, held = [one for one in found if one.hold is None], [one for one in found if one.hold is not None]
        self.calls.show_rows(free)
        self.held.show_rows(held)
        for table, words, count in (
            (self.call_table, self.tr("Call today"), len(free)),
            (self.held_table, self.tr("Held: not to be called"), len(held)),
        ):
            self.tabs.setTabText(self.tabs.indexOf(table), f"{words} ({count})" if count else words)

    def _open_held(self, one: Call) -> None:
        """The complaint that holds her contacts; to the member where a person does."""
        if one.hold is not None and one.hold.case_id is not None:
            self.case_wanted.emit(one.hold.case_id)
        else:
            self.customer_wanted.emit(one.id)

    def _held_for(self, one: Call) -> str:
        """投诉 TS-2026-0012, or the words of whoever holds them."""
        assert one.hold is not None
        if one.hold.case_id is not None:
            return self.tr("Complaint {number}").format(number=one.hold.number)
        return " · ".join(part for part in (one.hold.reason, one.hold.put_by) if part)

    def _reasons(self, one: Call) -> str:
        language = self.tools.language
        between = "、" if language == "zh" else ", "
        return capital(between.join(say(language, f"tier.call.{code}") for code in one.reasons))


def _keep(one: Call) -> str:
    return yuan_words(one.line.keep_missing) if one.line.keep_missing else ""


def _expected(step: Step) -> str:
    return f"{step.share_low}–{step.share_high} %"


def _fits(step: Step, share: float) -> bool:
    return step.share_low <= share <= step.share_high
