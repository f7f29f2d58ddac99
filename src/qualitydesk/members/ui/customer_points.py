"""What the page of a customer shows of points: the balance, when the next of them go, every line that led there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import By, Change
from qualitydesk.basics.phrases import say
from qualitydesk.kit.dates import day_words
from qualitydesk.kit.panels import Panel
from qualitydesk.kit.pieces import button, hbox, label, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model.points import Account, Gift, PointKind, PointLine
from qualitydesk.members.service import MemberPoints
from qualitydesk.members.ui.points_dialogs import AdjustDialog, RedeemDialog

_CONCERNS = frozenset({Change.MEMBER_POINTS, Change.PURCHASES, Change.CUSTOMERS, Change.RULEBOOK})


class CustomerPoints(QWidget):
    """One customer's points, the newest line first."""

    def __init__(
        self,
        tools: Tools,
        points: MemberPoints,
        by: Callable[[], By],
        customer_id: UUID,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tools = tools
        self._points = points
        self._by = by
        self._customer_id = customer_id
        self.balance = label("", "section")
        self.expiry = label("", "caption", wrap=True)
        self.redeem = button(self.tr("Redeem…"), "award", self._ask_redeem)
        self.adjust = button(self.tr("Adjust…"), "pencil", self._ask_adjust)
        self.undo = button(self.tr("Undo…"), "undo", self._ask_undo)
        self.lines = TableModel(self._columns(), key=lambda line: (line.entry.id, line.entry.day), parent=self)
        empty = self.tr("No points yet: bills bring them by themselves.")
        self.table = Table(self.lines, name=self.tr("Points"), empty=empty)
        self.table.picked.connect(lambda _line: self._dress())
        told = hbox(self.balance, self.expiry, gap=GRID)
        told.setStretch(1, 1)
        self.setLayout(vbox(told, hbox(None, self.undo, self.adjust, self.redeem, gap=GRID), self.table, gap=GRID))
        tools.operations.changed.connect(self._hear)
        self._dress()
        self._read()

    def _columns(self) -> Sequence[Column]:
        language = self._tools.language
        return (
            Column(self.tr("Day"), lambda line: line.entry.day, text=day_words, align="right", width=104),
            Column(self.tr("Why"), lambda line: say(language, f"member_points.kind.{line.entry.kind}"), width=88),
            Column(self.tr("Points"), _signed, tone=_tone, align="right", width=72),
            Column(self.tr("Balance"), lambda line: line.balance, align="right", width=72),
            Column(self.tr("About"), self._about, tip=self._about, stretch=True),
        )

    def _about(self, line: PointLine) -> str:
        """The bill, gift or reason; until when they are good; what was lacking."""
        parts = [line.entry.about]
        if line.entry.expires_on is not None:
            parts.append(self.tr("good before {day}").format(day=day_words(line.entry.expires_on)))
        if line.short:
            parts.append(self.tr("{points} spent already, not asked for").format(points=line.short))
        return " · ".join(part for part in parts if part)

    def _hear(self, changes: frozenset[Change]) -> None:
        if changes & _CONCERNS:
            self._read()

    def _read(self) -> None:
        self._tools.operations.read(self, self._points.account, self._customer_id, then=self._show, topic="points")

    def _show(self, account: Account) -> None:
        self.balance.setText(self.tr("{points} points").format(points=f"{account.balance:,}"))
        going = account.next_expiry
        words = self.tr("{points} of them go on {day}")
        self.expiry.setText(words.format(points=f"{going[1]:,}", day=day_words(going[0])) if going else "")
        self.lines.show_rows(list(reversed(account.lines)))
        self.redeem.setEnabled(account.balance > 0)

    def _dress(self) -> None:
        line = self.table.current_row()
        self.undo.setEnabled(isinstance(line, PointLine) and line.entry.kind is PointKind.REDEEMED)

    def _ask_redeem(self) -> None:
        def both() -> tuple[Account, list[Gift]]:
            return self._points.account(self._customer_id), self._points.gifts(active_only=True)

        def ask(found: tuple[Account, list[Gift]]) -> None:
            dialog = RedeemDialog(self._tools, *found, parent=self.window())
            dialog.submitted.connect(partial(self._write_redemption, dialog))
            dialog.open()

        self._tools.operations.read(self, both, then=ask, topic="redeem")

    def _write_redemption(self, dialog: RedeemDialog, draft: tuple[UUID, int]) -> None:
        self._tools.operations.write(
            self._points.redeem, self._customer_id, *draft, self._by(), then=lambda _id: dialog.finish(),
            failed=dialog.take_back, asker=dialog,
        )  # fmt: skip

    def _ask_adjust(self) -> None:
        dialog = AdjustDialog(self._tools, parent=self.window())
        dialog.submitted.connect(partial(self._write_adjustment, dialog))
        dialog.open()

    def _write_adjustment(self, dialog: AdjustDialog, draft: tuple[int, str]) -> None:
        self._tools.operations.write(
            self._points.adjust, self._customer_id, *draft, self._by(), then=lambda _id: dialog.finish(),
            failed=dialog.take_back, asker=dialog,
        )  # fmt: skip

    def _ask_undo(self) -> None:
        line = self.table.current_row()
        if not isinstance(line, PointLine) or line.entry.kind is not PointKind.REDEEMED:
            return
        words = self.tr("Why is {gift} undone? The points and the piece come back.").format(gift=line.entry.about)
        title = self.tr("Undo the redemption")
        self._tools.prompts.ask_text(
            self, title, words, yes=title, lines=3,
            then=lambda reason: self._tools.operations.write(
                self._points.undo_redemption, line.entry.id, reason, self._by(), asker=self
            ),
        )  # fmt: skip


def _signed(line: PointLine) -> str:
    return f"+{line.entry.points}" if line.entry.points > 0 else f"−{-line.entry.points}"


def _tone(line: PointLine) -> str:
    if line.entry.kind is PointKind.EXPIRED:
        return "muted"
    return "good" if line.entry.points > 0 else "warning"


def points_panel(tools: Tools, points: MemberPoints, by: Callable[[], By]) -> Panel:
    """The panel for a customer's page."""
    title = QCoreApplication.translate("CustomerPoints", "Points")
    return Panel(title, lambda customer_id: CustomerPoints(tools, points, by, customer_id))
