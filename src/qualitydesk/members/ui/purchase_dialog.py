"""A purchase entered or corrected, or money given back: a few keys, since it happens at the till all day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from qualitydesk.basics import money
from qualitydesk.basics.changes import By
from qualitydesk.basics.errors import Problem
from qualitydesk.basics.phrases import say
from qualitydesk.directory.model import Institution
from qualitydesk.directory.service import Directory
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import Choice, DayPicker, MoneyBox, Picker
from qualitydesk.kit.pieces import Banner
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model import CustomerLine
from qualitydesk.members.model.purchases import PurchaseDraft, PurchaseKind, PurchaseLine
from qualitydesk.members.rules.purchases import problems_in_purchase
from qualitydesk.members.service import Members
from qualitydesk.members.ui.customer_picker import CustomerPicker
from qualitydesk.members.ui.purchase_words import bill_words


@dataclass(frozen=True)
class PurchaseOffer:
    """What the dialog chooses from, read in one go: today, the institutions, who buys if that is known."""

    today: date
    institutions: tuple[Institution, ...]
    customer: CustomerLine | None = None


class PurchaseDialog(DraftDialog):
    """Hands out a `PurchaseDraft`. `known`: the one to correct; `given_back`: the purchase money is given back of;
    `refund`: money is given back of no purchase on record."""

    def __init__(
        self,
        tools: Tools,
        members: Members,
        directory: Directory,
        by: Callable[[], By],
        offer: PurchaseOffer,
        *,
        known: PurchaseLine | None = None,
        given_back: PurchaseLine | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self._today = offer.today
        self._known = known
        self._given_back = given_back
        self._refund = given_back is not None or (known is not None and known.refund)
        self.setWindowTitle(self._title())
        self.customer = CustomerPicker(tools, members, directory, by)
        self.amount = MoneyBox()
        kinds = [Choice(one, say(tools.language, f"purchase_kind.{one}")) for one in PurchaseKind]
        self.kind = Picker(kinds, placeholder=self.tr("Choose"))
        self.institution = Picker(
            [Choice(one.id, one.name, one.code) for one in offer.institutions], placeholder=self.tr("Choose")
        )
        self.day = DayPicker(offer.today)
        self.number = QLineEdit()
        self.reason = QLineEdit()
        self.note = QPlainTextEdit()
        self._add_rows()
        if len(offer.institutions) == 1:
            self.institution.choose(offer.institutions[0].id)
        self.kind.choose(PurchaseKind.TREATMENT)
        self.customer.picked.connect(self._know_home)
        if offer.customer is not None:
            self.customer.choose(offer.customer)
            self._know_home(offer.customer)
        if known is not None:
            self.show_known(known)
        elif given_back is not None:
            self._show_given_back(given_back)

    def _title(self) -> str:
        if self._known is not None:
            return self.tr("Correct the refund") if self._refund else self.tr("Correct the purchase")
        return self.tr("Give money back") if self._refund else self.tr("New purchase")

    def _add_rows(self) -> None:
        linked = self._given_back is not None or (self._known is not None and self._known.refund_of is not None)
        if self._given_back is not None:
            words = self.tr("Of {bill}, {left} is left to give back. It counts on the day of the purchase.")
            left = money.words(self._given_back.left)
            self.add_wide(Banner(words.format(bill=bill_words(self._given_back), left=left), "info"))
        self.add_row("customer_id", self.tr("Customer"), self.customer, required=True).right.setEnabled(not linked)
        words = self.tr("Given back") if self._refund else self.tr("Amount")
        self.add_row("amount", words, self.amount, required=True)
        self.add_row("kind", self.tr("Kind"), self.kind, required=True)
        self.add_row("institution_id", self.tr("Institution"), self.institution, required=True)
        hint = self.tr("The day of business; a late entry counts on it all the same.")
        self.add_row("day", self.tr("Day"), self.day, hint=hint, required=True)
        hint = self.tr("As on the bill; empty: the program gives one.")
        self.add_row("number", self.tr("Bill number"), self.number, hint=hint)
        if linked:
            hint = self.tr("Only where more than what is left goes back.")
            self.add_row("reason", self.tr("Reason"), self.reason, hint=hint)
        self.add_row("note", self.tr("Note"), self.note)

    def show_known(self, known: PurchaseLine) -> None:
        """The editors as the purchase stands on disk."""
        self._known = known
        self.amount.set_fen(abs(known.amount))
        self.kind.choose(known.kind)
        self.institution.choose(known.institution_id)
        self.day.set_day(known.day)
        self.number.setText(known.number)
        self.note.setPlainText(known.note)

    def _show_given_back(self, bought: PurchaseLine) -> None:
        """What is left, at the till where it was paid."""
        self.amount.set_fen(bought.left or None)
        self.kind.choose(bought.kind)
        self.institution.choose(bought.institution_id)

    def _know_home(self, line: object) -> None:
        if isinstance(line, CustomerLine) and self.institution.chosen() is None:
            self.institution.choose(line.institution_id)

    def read_draft(self) -> PurchaseDraft:
        kind, where, known = self.kind.chosen(), self.institution.chosen(), self._known
        refund_of = self._given_back.id if self._given_back else known.refund_of if known else None
        return PurchaseDraft(
            customer_id=self.customer.chosen(),
            institution_id=where if isinstance(where, UUID) else None,
            day=self.day.day(),
            kind=PurchaseKind(str(kind)) if kind is not None else None,
            amount=self.amount.fen(),
            number=self.number.text(),
            note=self.note.toPlainText(),
            refund=self._refund,
            refund_of=refund_of,
            reason=self.reason.text(),
            id=known.id if known else None,
            revision=known.revision if known else 0,
        )

    def problems_in(self, draft: object) -> Sequence[Problem]:
        return problems_in_purchase(draft, self._today) if isinstance(draft, PurchaseDraft) else ()
