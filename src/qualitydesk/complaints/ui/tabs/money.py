"""Tab 款项: refunds and compensation from the request to the arrival, and what they come to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from qualitydesk.basics import money
from qualitydesk.basics.phrases import say
from qualitydesk.complaints.model import CasePage, MoneyKind, Payment, PaymentState
from qualitydesk.complaints.ui.money_dialogs import PaymentDialog, RequestDialog
from qualitydesk.complaints.ui.money_why import payment_explanations
from qualitydesk.complaints.ui.parts.base import StepOffer
from qualitydesk.complaints.ui.pay_words import PayVerb, next_verb, offered_for
from qualitydesk.complaints.ui.tabs.base import Shown, Tab
from qualitydesk.kit.dates import day_words, moment_words
from qualitydesk.kit.explain_dialog import ExplainDialog
from qualitydesk.kit.keys import Key, key_words
from qualitydesk.kit.pieces import button, hbox, label, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel

_TONES = {
    PaymentState.REQUESTED: "warning",
    PaymentState.APPROVED: "info",
    PaymentState.PAID: "good",
    PaymentState.REFUSED: "danger",
    PaymentState.CALLED_OFF: "muted",
}


class MoneyTab(Tab):
    """The verbs are for the payment the cursor is on; Enter opens the one that comes next. `keys()`: what the page
    binds, each turning to this tab first. `request_wanted(case, payment)`: its request on paper;
    `wanted`: this tab is to come to the front."""

    request_wanted = Signal(object, object)
    wanted = Signal()

    def title(self) -> str:
        return self.tr("Money")

    def build(self) -> None:
        self.payments = TableModel(self._columns(), parent=self)
        self.table = Table(
            self.payments,
            name=self.tr("Payments"),
            empty=self.tr('No money has been asked for. "Ask for money…" begins a refund or compensation.'),
        )
        self.table.picked.connect(lambda _row: self._offer())
        self.table.opened.connect(self._next)
        self.table.asked.connect(self._explain)
        self.request_button = self._keyed(self.tr("Ask for money…"), "plus", self._request, "Alt+A", role="primary")
        words = {
            PayVerb.APPROVE: (self.tr("Approve…"), "check", "Alt+Y"),
            PayVerb.REFUSE: (self.tr("Refuse…"), "x", "Alt+N"),
            PayVerb.SIGN: (self.tr("Signed…"), "signature", "Alt+S"),
            PayVerb.PAY: (self.tr("Arrived…"), "good", "Alt+R"),
            PayVerb.CALL_OFF: (self.tr("Call off…"), "trash", "Alt+X"),
        }
        self.verbs = {
            verb: self._keyed(text, icon, partial(self._begin, verb), key) for verb, (text, icon, key) in words.items()
        }
        self.paper_button = self._keyed(self.tr("Request on paper"), "printer", self._paper, "Alt+P")
        self.sums = label("", "section", wrap=True)
        self.setLayout(
            vbox(hbox(self.request_button, *self.verbs.values(), self.paper_button, None), self.sums, self.table)
        )

    def _keyed(self, words: str, icon: str, do: Callable[[], object], sequence: str, *, role: str = "") -> QPushButton:
        """A button that shows its key."""
        made = button(f"{words} {key_words(sequence)}", icon, do, role=role)
        made.setAccessibleName(words)
        return made

    def _explain(self, row: Payment) -> None:
        if self.shown is None:
            return
        like = {"kind": row.kind, "amount": row.amount}
        blocks = payment_explanations(self.shown.page, self.language, self.shown.zone, like=like)
        title = self.tr("Why these sums? {number}").format(number=self.shown.page.line.number)
        ExplainDialog(title, blocks, self.window()).open()

    def keys(self) -> tuple[Key, ...]:
        """Every verb's key."""
        told = {
            PayVerb.APPROVE: ("Alt+Y", self.tr("Money: approve the payment")),
            PayVerb.REFUSE: ("Alt+N", self.tr("Money: refuse the payment")),
            PayVerb.SIGN: ("Alt+S", self.tr("Money: the patient has signed")),
            PayVerb.PAY: ("Alt+R", self.tr("Money: it has arrived, with its receipt")),
            PayVerb.CALL_OFF: ("Alt+X", self.tr("Money: call the payment off")),
        }
        verbs = [Key(key, words, partial(self._press, self.verbs[verb])) for verb, (key, words) in told.items()]
        return (
            Key("Alt+A", self.tr("Money: ask for a refund or compensation"), partial(self._press, self.request_button)),
            *verbs,
            Key("Alt+P", self.tr("Money: the request on paper"), partial(self._press, self.paper_button)),
            Key("Return", self.tr("On a payment: what comes next with it")),
        )

    def _press(self, made: QPushButton) -> None:
        """By its key, from any tab: this one comes to the front; a verb that does not fit now does nothing."""
        if self.shown is None or made.isHidden() or not made.isEnabled():
            return
        self.wanted.emit()
        made.click()

    def _next(self, row: object) -> None:
        """Enter: what comes next with this payment; of one that is through, its request on paper."""
        if not isinstance(row, Payment):
            return
        verb = next_verb(row)
        made = self.verbs[verb] if verb is not None else self.paper_button
        if not made.isHidden():
            made.click()

    def _columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("Kind"), lambda one: say(self.language, f"money_kind.{one.kind}"), width=88),
            Column(
                self.tr("Amount"),
                lambda one: money.words(one.amount),
                align="right",
                width=112,
                asks=lambda one: bool(one.amount),
            ),
            Column(self.tr("Way"), lambda one: say(self.language, f"pay_way.{one.way}"), width=120),
            Column(
                self.tr("State"),
                lambda one: say(self.language, f"payment_state.{one.state}"),
                tone=lambda one: _TONES[one.state],
                width=88,
            ),
            Column(self.tr("Asked for"), _asked, width=168),
            Column(self.tr("Approved"), _approved, width=168),
            Column(self.tr("Signed on"), lambda one: one.signed_on, text=day_words, width=96),
            Column(self.tr("Arrived"), _arrived, width=136),
            Column(self.tr("Reason"), lambda one: one.reason, stretch=True),
        )

    def show_case(self, shown: Shown) -> None:
        self.payments.show_rows(shown.page.payments)
        if self.table.current_row() is None and shown.page.payments:
            self.table.select_key(shown.page.payments[-1].id)
        self.sums.setText(self._sums(shown.page))
        self.sums.setVisible(bool(shown.page.payments))
        self._offer()

    def _sums(self, page: CasePage) -> str:
        parts = []
        for kind in MoneyKind:
            living = [one for one in page.payments if one.kind is kind and one.lives]
            if not living:
                continue
            paid = sum(one.amount for one in living if one.state is PaymentState.PAID)
            words = self.tr("{kind} {total}, of it {paid} arrived")
            parts.append(
                words.format(
                    kind=say(self.language, f"money_kind.{kind}"),
                    total=money.words(sum(one.amount for one in living)),
                    paid=money.words(paid),
                )
            )
        return "    ".join(parts)

    def _offer(self) -> None:
        row = self.table.current_row()
        may = self.shown is not None and self.shown.page.merged_into is None
        offered = offered_for(row) if isinstance(row, Payment) and may else ()
        for verb, made in self.verbs.items():
            made.setVisible(verb in offered)
        self.paper_button.setVisible(isinstance(row, Payment) and row.lives)
        self.request_button.setEnabled(may)

    def _paper(self) -> None:
        row = self.table.current_row()
        if self.shown is not None and isinstance(row, Payment):
            self.request_wanted.emit(self.shown.case_id, row.id)

    def _request(self) -> None:
        if self.shown is not None:
            self.desk.verbs.read(self.shown.case_id, self._ask_request, topic="money")

    def _ask_request(self, given: StepOffer) -> None:
        RequestDialog(self.desk.tools, self.desk.complaints, given, self.desk.by(), parent=self.window()).open()

    def _begin(self, verb: PayVerb) -> None:
        row = self.table.current_row()
        if self.shown is None or not isinstance(row, Payment):
            return
        self.desk.verbs.read(self.shown.case_id, lambda given: self._ask(verb, row, given), topic="money")

    def _ask(self, verb: PayVerb, payment: Payment, given: StepOffer) -> None:
        PaymentDialog(
            self.desk.tools, self.desk.complaints, given, payment, verb, self.desk.by(), parent=self.window()
        ).open()


def _asked(one: Payment) -> str:
    return f"{one.requested_by} {moment_words(one.requested_at)[5:]}"


def _approved(one: Payment) -> str:
    return f"{one.approved_by} {moment_words(one.approved_at)[5:]}".strip()


def _arrived(one: Payment) -> str:
    return " ".join(part for part in (moment_words(one.paid_at)[:10], one.receipt) if part)
