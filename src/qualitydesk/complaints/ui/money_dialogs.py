"""Money of a case: asked for, then one step of a payment after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.errors import Problem
from qualitydesk.complaints.model import Agreement, MoneyKind, PaidDraft, Payment, PaymentDraft, PayWay
from qualitydesk.complaints.rules.drafts import problems_in_paid, problems_in_payment
from qualitydesk.complaints.service import Complaints
from qualitydesk.complaints.ui.offer import exact, id_of, one_of
from qualitydesk.complaints.ui.parts.base import StepOffer
from qualitydesk.complaints.ui.pay_words import JUDGED, PayVerb, payment_words
from qualitydesk.complaints.ui.words import choices, with_posts
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import Choice, DayPicker, MomentPicker, MoneyBox, Picker
from qualitydesk.kit.pieces import label
from qualitydesk.kit.tools import Tools

_NAMED = 6  # people named beside the posts


class RequestDialog(DraftDialog):
    """A refund or compensation is asked for; what was agreed on with the patient is proposed."""

    def __init__(
        self, tools: Tools, complaints: Complaints, given: StepOffer, by: By, parent: QWidget | None = None
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("Ask for money · {number}").format(number=given.page.line.number))
        self.save_button.setText(self.tr("Ask for it"))
        self._page = given.page
        language = tools.language
        self.kind = Picker(choices("money_kind", MoneyKind, language))
        self.amount = MoneyBox()
        self.way = Picker(choices("pay_way", PayWay, language), optional=True, placeholder=self.tr("Choose"))
        self.reason = QPlainTextEdit()
        self.started_by = Picker(given.offer.staff_choices(given.page.line.institution_id), optional=True)
        self.add_row("kind", self.tr("Kind"), self.kind, required=True)
        self.add_row("amount", self.tr("Amount, yuan"), self.amount, required=True)
        self.add_row("way", self.tr("Way to the patient"), self.way, required=True)
        self.add_row("reason", self.tr("Reason"), self.reason)
        self.add_row(
            "started_by",
            self.tr("Started by"),
            self.started_by,
            hint=self.tr("A refund is started by the consultant and co-signed here."),
        )
        waiting = [kind for kind in MoneyKind if self._left(kind) > 0]
        self.kind.choose(waiting[0] if waiting else MoneyKind.REFUND)
        agreed = given.page.negotiation
        if agreed is not None and agreed.result is Agreement.AGREED:
            self.reason.setPlainText(agreed.words)
        self.kind.picked.connect(lambda _key: self._propose())
        self._propose()
        self.writes(lambda draft: complaints.request_payment(given.page.line.id, draft, by))

    def _propose(self) -> None:
        kind = one_of(self.kind, MoneyKind)
        if kind is not None and self._page.solution is not None:
            self.amount.set_fen(self._left(kind) or None)

    def _left(self, kind: MoneyKind) -> int:
        """What was offered of a kind and is not asked for yet, fen."""
        solution = self._page.solution
        if solution is None:
            return 0
        offered = solution.refund if kind is MoneyKind.REFUND else solution.compensation
        asked = sum(one.amount for one in self._page.payments if one.kind is kind and one.lives)
        return max(0, offered - asked)

    def read_draft(self) -> PaymentDraft:
        return PaymentDraft(
            one_of(self.kind, MoneyKind),
            self.amount.fen() or 0,
            one_of(self.way, PayWay),
            self.reason.toPlainText().strip(),
            id_of(self.started_by),
        )

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, PaymentDraft)
        if not self.amount.is_amount():
            return [Problem("amount", "amount_unreadable")]
        return problems_in_payment(draft)


@dataclass(frozen=True)
class PayStep:
    """What the dialog of one step hands over; only what the step asks for is filled."""

    decided_by: UUID | None = None
    words: str = ""
    day: date | None = None
    at: datetime | None = None


class PaymentDialog(DraftDialog):
    """One step of one payment."""

    def __init__(
        self,
        tools: Tools,
        complaints: Complaints,
        given: StepOffer,
        payment: Payment,
        verb: PayVerb,
        by: By,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self._complaints, self._payment, self._verb, self._by = complaints, payment, verb, by
        self._now = given.offer.now
        title, save = {
            PayVerb.APPROVE: (self.tr("Approve the payment"), self.tr("Approve")),
            PayVerb.REFUSE: (self.tr("Refuse the payment"), self.tr("Refuse")),
            PayVerb.SIGN: (self.tr("The patient has signed"), self.tr("Save")),
            PayVerb.PAY: (self.tr("The money has arrived"), self.tr("Save")),
            PayVerb.CALL_OFF: (self.tr("Call the payment off"), self.tr("Call it off")),
        }[verb]
        self.setWindowTitle(title)
        self.save_button.setText(save)
        self.add_wide(label(payment_words(payment, tools.language), "section", wrap=True))
        self._may = self._who_may(given)
        self.decided_by = Picker(self._choices(given), optional=self._may is not None)
        self.words = QLineEdit()
        self.day = DayPicker(given.offer.today)
        self.at = MomentPicker(given.offer.now, zone=given.offer.zone)
        self._add_fields(given)
        self.decided_by.choose(self._usual(given))
        self.writes(self._send)

    def _who_may(self, given: StepOffer) -> tuple[UUID, ...] | None:
        """Who may judge this payment: of the posts the rule names, neither complained of nor whoever asked for it.
        None: nothing is judged here."""
        if self._verb not in JUDGED:
            return None
        return tuple(one for one in given.payers.people if one != self._payment.requested_by_id)

    def _choices(self, given: StepOffer) -> list[Choice]:
        """Only those who may."""
        offered = given.offer.staff_choices(given.page.line.institution_id)
        barred = given.page.complained_of
        may = self._may
        return [one for one in offered if (one.key in may if may is not None else one.key not in barred)]

    def _usual(self, given: StepOffer) -> UUID | None:
        me = self._by.decided_by
        if self._may is None:
            return None if me in given.page.complained_of else me
        return me if me in self._may else given.offer.likeliest(self._may, given.page.line.institution_id)

    def _may_words(self, given: StepOffer) -> str:
        """Which posts may, who holds them, who may not; or that nobody may now."""
        between = "、" if self.tools.language == "zh" else ", "
        posts = between.join(given.payers.posts)
        people = [one.name for one in map(given.offer.person, self._may or ()) if one is not None]
        if not people:
            words = self.tr("Nobody may decide now: it takes a holder of one of these posts: {posts}; never {name}.")
            return words.format(posts=posts, name=self._payment.requested_by)
        if not posts:
            return self.tr("Another than {name}, who asked for it.").format(name=self._payment.requested_by)
        names = between.join(people[:_NAMED]) + ("…" if len(people) > _NAMED else "")
        words = self.tr("May decide: {posts} ({names}). Never {name}, who asked for it, nor anybody complained of.")
        return words.format(posts=posts, names=names, name=self._payment.requested_by)

    def _add_fields(self, given: StepOffer) -> None:
        verb = self._verb
        if verb is PayVerb.SIGN:
            self.add_row("signed_on", self.tr("Signed on"), self.day, required=True)
        elif verb is PayVerb.PAY:
            self.add_row("at", self.tr("Arrived at"), self.at, required=True)
            self.add_row("receipt", self.tr("Receipt"), self.words, required=True, hint=self.tr("Its number or words."))
        elif verb in (PayVerb.REFUSE, PayVerb.CALL_OFF):
            self.add_row("reason", self.tr("Reason"), self.words, required=True)
        hint = self._may_words(given) if verb in JUDGED else ""
        self.add_row("decided_by", self.tr("Decided by"), self.decided_by, required=True, hint=hint)

    def read_draft(self) -> PayStep:
        at = exact(self.at.moment(), self._now, self._payment.approved_at)
        return PayStep(id_of(self.decided_by), self.words.text().strip(), self.day.day(), at)

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, PayStep)
        found = [] if draft.decided_by is not None else [Problem("decided_by", "nobody_decides")]
        if self._verb in (PayVerb.REFUSE, PayVerb.CALL_OFF) and not draft.words:
            found.append(Problem("reason", "reason_missing"))
        if self._verb is PayVerb.PAY and self._payment.approved_at is not None:
            found += problems_in_paid(PaidDraft(draft.at, draft.words), self._payment.approved_at, self._now)
        return found

    def show_problems(self, problems: Sequence[Problem]) -> None:
        super().show_problems([with_posts(one, self.tools.language) for one in problems])

    def _send(self, draft: PayStep) -> Done[Any]:
        key, seen = self._payment.id, self._payment.revision
        by = By(draft.decided_by, self._by.entered_by)
        if self._verb is PayVerb.APPROVE:
            return self._complaints.approve_payment(key, seen, by)
        if self._verb is PayVerb.REFUSE:
            return self._complaints.refuse_payment(key, seen, draft.words, by)
        if self._verb is PayVerb.SIGN:
            assert draft.day is not None
            return self._complaints.sign_payment(key, seen, draft.day, by)
        if self._verb is PayVerb.PAY:
            return self._complaints.record_payment(key, seen, PaidDraft(draft.at, draft.words), by)
        return self._complaints.call_off_payment(key, seen, draft.words, by)
