"""What the page of a customer shows of purchases: each of them and their sums; entered and given back from there."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from qualitydesk.basics import money
from qualitydesk.basics.changes import By, Change
from qualitydesk.directory.service import Directory
from qualitydesk.kit.panels import Panel
from qualitydesk.kit.pieces import button, hbox, label, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import PagedModel
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model.purchases import PurchaseFilter, PurchaseLine, PurchaseTotal
from qualitydesk.members.service import Members, Purchases
from qualitydesk.members.ui.purchase_actions import PurchaseActions
from qualitydesk.members.ui.purchase_words import columns

_CONCERNS = frozenset({Change.PURCHASES, Change.CUSTOMERS})


class CustomerPurchases(QWidget):
    """One customer's purchases and refunds, those of merged records among them, the newest first."""

    def __init__(
        self,
        tools: Tools,
        purchases: Purchases,
        members: Members,
        directory: Directory,
        by: Callable[[], By],
        customer_id: UUID,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tools = tools
        self._purchases = purchases
        self._wanted = PurchaseFilter(customer_id=customer_id)
        doing = PurchaseActions(tools, purchases, members, directory, by, self)
        self.lines = PagedModel(
            columns(tools.language, with_customer=False), tools.operations, self._fetch, sort="day", descending=True,
            after_of=lambda line, sort: (getattr(line, sort or "day"), line.id), parent=self,
        )  # fmt: skip
        empty = self.tr('No purchase yet. "New purchase" enters the first one.')
        self.table = Table(self.lines, name=self.tr("Purchases"), empty=empty)
        self.table.say_empty(empty)
        self.sums = label("", "caption", wrap=True)
        self.new = button(self.tr("New purchase"), "plus", lambda: doing.enter(customer_id))
        self.back = button(self.tr("Give back…"), "undo", lambda: self._on_line(doing.give_back))
        self.table.picked.connect(lambda _row: self._dress())
        self.table.opened.connect(lambda _line: self._on_line(doing.change))
        row = hbox(self.sums, self.back, self.new, gap=GRID)
        row.setStretch(0, 1)
        self.setLayout(vbox(row, self.table, gap=GRID))
        tools.operations.changed.connect(self._hear)
        self._dress()
        self._read()

    def _fetch(self, after: object, limit: int, sort: str, descending: bool) -> list[PurchaseLine]:
        place = after if isinstance(after, tuple) else None
        return self._purchases.lines(self._wanted, after=place, limit=limit, sort=sort or "day", descending=descending)

    def _hear(self, changes: frozenset[Change]) -> None:
        if changes & _CONCERNS:
            self._read()

    def _read(self) -> None:
        self.lines.reload()
        self._tools.operations.read(self, self._purchases.total, self._wanted, then=self._show_total, topic="total")

    def _show_total(self, total: PurchaseTotal) -> None:
        words = self.tr("{count} entries · paid {paid} · given back {refunded}")
        self.sums.setText(
            words.format(count=total.count, paid=money.words(total.paid), refunded=money.words(total.refunded))
            if total.count
            else ""
        )

    def _on_line(self, do: Callable[[PurchaseLine], object]) -> None:
        line = self.table.current_row()
        if isinstance(line, PurchaseLine) and line.voided_at is None:
            do(line)

    def _dress(self) -> None:
        line = self.table.current_row()
        self.back.setEnabled(isinstance(line, PurchaseLine) and not line.refund)


def purchases_panel(
    tools: Tools, purchases: Purchases, members: Members, directory: Directory, by: Callable[[], By]
) -> Panel:
    """The panel for a customer's page."""
    title = QCoreApplication.translate("CustomerPurchases", "Purchases")
    return Panel(title, lambda customer_id: CustomerPurchases(tools, purchases, members, directory, by, customer_id))
