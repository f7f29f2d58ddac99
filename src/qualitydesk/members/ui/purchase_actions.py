"""What can be done with purchases, each with its dialog: entering, giving back, correcting, voiding."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import By
from qualitydesk.directory.service import Directory
from qualitydesk.directory.ui.records import show_record
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model.purchases import PurchaseLine
from qualitydesk.members.rules.records import PURCHASE_RECORD
from qualitydesk.members.service import Members, Purchases
from qualitydesk.members.ui.purchase_dialog import PurchaseDialog, PurchaseOffer
from qualitydesk.members.ui.purchase_words import bill_words


class PurchaseActions(QObject):
    """Asks over `window`; what was written is told by `operations.changed`.

    Signals: `entered(UUID)` the purchase or refund that was put on record.
    """

    entered = Signal(object)

    def __init__(
        self,
        tools: Tools,
        purchases: Purchases,
        members: Members,
        directory: Directory,
        by: Callable[[], By],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._tools = tools
        self._purchases = purchases
        self._members = members
        self._directory = directory
        self._by = by
        self._window = window

    def enter(self, customer_id: UUID | None = None) -> None:
        """A new purchase, of this customer if one is meant."""

        def ask(offer: PurchaseOffer) -> None:
            dialog = self._dialog(offer)
            dialog.writes(self._purchases.record_purchase, self._by(), then=self.entered.emit)
            dialog.open()

        self._read(customer_id, ask)

    def give_back(self, line: PurchaseLine) -> None:
        """Money of a purchase; of a refund or a voided one none can be."""

        def ask(offer: PurchaseOffer) -> None:
            dialog = self._dialog(offer, given_back=line)
            dialog.writes(self._purchases.record_purchase, self._by(), then=self.entered.emit)
            dialog.open()
            dialog.amount.selectAll()
            dialog.amount.setFocus()

        self._read(line.customer_id, ask)

    def change(self, line: PurchaseLine) -> None:
        """Correct what was entered."""

        def ask(offer: PurchaseOffer) -> None:
            dialog = self._dialog(offer, known=line)
            dialog.reloads(partial(self._purchases.purchase, line.id), dialog.show_known)
            dialog.writes(self._purchases.change_purchase, self._by())
            dialog.open()

        self._read(line.customer_id, ask)

    def void(self, line: PurchaseLine) -> None:
        """It was none at all."""
        words = self.tr("Why was {bill} no purchase at all? It stays in the list and counts nothing.")
        self._tools.prompts.ask_text(
            self._window, self.tr("Void"), words.format(bill=bill_words(line)), yes=self.tr("Void"), lines=3,
            then=lambda reason: self._tools.operations.write(
                self._purchases.void_purchase, line.id, line.revision, reason, self._by(), asker=self
            ),
        )  # fmt: skip

    def show_history(self, line: PurchaseLine) -> None:
        """Who entered and changed what of it."""
        show_record(self._tools, self._directory, PURCHASE_RECORD, line.id, bill_words(line), self._window.window())

    def _dialog(
        self, offer: PurchaseOffer, *, known: PurchaseLine | None = None, given_back: PurchaseLine | None = None
    ) -> PurchaseDialog:
        return PurchaseDialog(
            self._tools, self._members, self._directory, self._by, offer, known=known, given_back=given_back,
            parent=self._window.window(),
        )  # fmt: skip

    def _read(self, customer_id: UUID | None, then: Callable[[PurchaseOffer], object]) -> None:
        def offer() -> PurchaseOffer:
            known = self._members.customers([customer_id]) if customer_id is not None else {}
            institutions = tuple(self._directory.institutions(active_only=True))
            return PurchaseOffer(self._directory.today(), institutions, next(iter(known.values()), None))

        self._tools.operations.read(self, offer, then=then, topic="purchase")
