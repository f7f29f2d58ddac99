"""The payments of a case in the window of step 8, each with what comes next, and the way to ask for more."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from qualitydesk.complaints.model import Payment
from qualitydesk.complaints.ui.pay_words import PayVerb, next_verb, payment_words
from qualitydesk.kit.pieces import button, hbox, label, vbox
from qualitydesk.kit.theme import GRID


class MoneyRows(QWidget):
    """Signals: `asked` money is to be asked for; `wanted(PayVerb, Payment)` a payment goes on; `needless` nothing is to
    be paid at all."""

    asked = Signal()
    wanted = Signal(object, object)
    needless = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.verbs: list[QPushButton] = []
        self.ask_button = button(self.tr("Ask for a refund or compensation… (Alt+A)"), "plus", self.asked.emit)
        self.needless_button = button(self.tr("Nothing is to be paid… (Alt+N)"), "arrow-right", self.needless.emit)
        self._rows = QWidget()
        self._column = vbox(gap=GRID // 2)
        self._rows.setLayout(self._column)
        self.setLayout(vbox(self._rows, hbox(self.ask_button, self.needless_button, None), gap=GRID))

    def show_payments(self, payments: Sequence[Payment], *, may_skip: bool) -> None:
        """These payments; `may_skip`: the rules let the step be passed over."""
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.verbs = []
        for one in payments:
            self._column.addWidget(self._row(one))
        self._rows.setVisible(bool(payments))
        self.needless_button.setVisible(may_skip)
        self.setFocusProxy(next(iter(self.verbs), self.ask_button))

    def _row(self, one: Payment) -> QWidget:
        made = QWidget()
        parts: list[QWidget | None] = [label(payment_words(one, self._language), wrap=True)]
        verb = next_verb(one)
        if verb in (PayVerb.APPROVE, PayVerb.SIGN):  # the money's arrival is waited for after this step
            words = self.tr("Approve…") if verb is PayVerb.APPROVE else self.tr("Signed by the patient…")
            press = button(words, "check" if verb is PayVerb.APPROVE else "signature", partial(self._go_on, verb, one))
            press.setAccessibleName(f"{words} {payment_words(one, self._language)}")
            self.verbs.append(press)
            parts.append(press)
        row = hbox(*parts, gap=GRID)
        row.setStretch(0, 1)
        made.setLayout(row)
        return made

    def _go_on(self, verb: PayVerb, payment: Payment) -> None:
        self.wanted.emit(verb, payment)
