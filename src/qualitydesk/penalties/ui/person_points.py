"""What the page of an employee shows of points and rewards: the months' sums, and every reward."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import Change
from qualitydesk.basics.phrases import capital, say
from qualitydesk.kit.card import Explanation
from qualitydesk.kit.dates import day_words
from qualitydesk.kit.keys import KeyTable
from qualitydesk.kit.panels import Panel
from qualitydesk.kit.pieces import label, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.penalties.model.points import PersonMonth
from qualitydesk.penalties.model.rewards import Reward, RewardFilter
from qualitydesk.penalties.service import Rewards, StaffPoints
from qualitydesk.penalties.ui.explaining import asks_of, explain_by, why_key
from qualitydesk.penalties.ui.reward_words import REWARD_TONES, person_month_card, reward_card, signed, sum_tone
from qualitydesk.penalties.ui.words import fen_words


class PointsOfPerson(QWidget):
    """One employee's points by month and rewards, the newest first."""

    def __init__(
        self, tools: Tools, points: StaffPoints, rewards: Rewards, employee_id: UUID, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tools = tools
        self._points = points
        self._rewards = rewards
        self._employee_id = employee_id
        self._fen_per_point = 0
        self.months = TableModel(self._month_columns(), key=lambda row: row.month, parent=self)
        self.rewards = TableModel(self._reward_columns(), parent=self)
        self.month_table = Table(
            self.months, name=self.tr("Points by month"), empty=self.tr("No points were ever entered for this person.")
        )
        self.reward_table = Table(
            self.rewards, name=self.tr("Rewards"), empty=self.tr("This person was never rewarded.")
        )
        explain_by(self.reward_table, self._why_reward)
        explain_by(self.month_table, self._why_month)
        self.key_table = KeyTable(self, (why_key(),))
        self.setLayout(
            vbox(
                label(self.tr("Points by month"), "section"),
                self.month_table,
                label(self.tr("Rewards"), "section"),
                self.reward_table,
                gap=GRID,
            )
        )
        tools.operations.changed.connect(self._hear)
        self._read()

    def _month_columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("Month"), lambda row: f"{row.month:%Y-%m}", width=96),
            Column(self.tr("Team"), lambda row: row.department, stretch=True),
            Column(self.tr("Acts"), lambda row: row.acts, align="right", width=72),
            Column(
                self.tr("Deducted"),
                lambda row: row.minus,
                text=signed,
                tone=lambda row: sum_tone(row.minus),
                align="right",
                width=88,
                asks=asks_of("minus"),
            ),
            Column(
                self.tr("Praise"),
                lambda row: row.plus,
                text=signed,
                tone=lambda row: sum_tone(row.plus),
                align="right",
                width=88,
                asks=asks_of("plus"),
            ),
        )

    def _reward_columns(self) -> Sequence[Column]:
        language = self._tools.language
        return (
            Column(self.tr("Number"), lambda one: one.number, width=160),
            Column(self.tr("Day"), lambda one: one.deed_on, text=day_words, align="right", width=112),
            Column(self.tr("Reward"), lambda one: capital(say(language, f"reward.kind.{one.kind}")), stretch=True),
            Column(
                self.tr("Sum"),
                lambda one: one.amount,
                text=fen_words,
                align="right",
                width=96,
                asks=asks_of("amount"),
            ),
            Column(
                self.tr("State"),
                lambda one: capital(say(language, f"reward.state.{one.state}")),
                tone=lambda one: REWARD_TONES[one.state],
                width=96,
            ),
        )

    def _why_reward(self, one: Reward) -> tuple[str, list[Explanation]]:
        title = self.tr("Why this reward? {number}").format(number=one.number)
        return title, [reward_card(one, self._tools.language)]

    def _why_month(self, one: PersonMonth) -> tuple[str, list[Explanation]]:
        return self.tr("Why these points?"), [person_month_card(one, self._fen_per_point)]

    def _hear(self, changes: frozenset[Change]) -> None:
        if changes & {Change.POINTS, Change.REWARDS}:
            self._read()

    def _read(self) -> None:
        def all_three() -> tuple[list[PersonMonth], list[Reward], int]:
            mine = RewardFilter(employee_id=self._employee_id)
            points = self._points
            return points.of_person(self._employee_id), self._rewards.lines(mine), points.offer().fen_per_point

        self._tools.operations.read(self, all_three, then=self._show)

    def _show(self, found: tuple[list[PersonMonth], list[Reward], int]) -> None:
        self._fen_per_point = found[2]
        self.months.show_rows(found[0])
        self.rewards.show_rows(found[1])


def points_panel(tools: Tools, points: StaffPoints, rewards: Rewards) -> Panel:
    """The panel for an employee's page."""
    title = QCoreApplication.translate("PointsOfPerson", "Points and rewards")
    return Panel(title, lambda employee_id: PointsOfPerson(tools, points, rewards, employee_id))
