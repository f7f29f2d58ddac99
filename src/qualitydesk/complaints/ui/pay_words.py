"""A payment in words, and what can be done with it next."""

from __future__ import annotations

from enum import Enum

from qualitydesk.basics import money
from qualitydesk.basics.phrases import say
from qualitydesk.complaints.model import Payment, PaymentState
from qualitydesk.kit.dates import day_words


class PayVerb(Enum):
    """One step of a payment."""

    APPROVE = "approve"
    REFUSE = "refuse"
    SIGN = "sign"
    PAY = "pay"
    CALL_OFF = "call_off"


JUDGED = (PayVerb.APPROVE, PayVerb.REFUSE)
_OFFERED = {
    PaymentState.REQUESTED: (PayVerb.APPROVE, PayVerb.REFUSE, PayVerb.SIGN, PayVerb.CALL_OFF),
    PaymentState.APPROVED: (PayVerb.SIGN, PayVerb.PAY, PayVerb.CALL_OFF),
}


def offered_for(payment: Payment) -> tuple[PayVerb, ...]:
    """What can be done with a payment as it stands; it is signed once."""
    return tuple(
        verb for verb in _OFFERED.get(payment.state, ()) if verb is not PayVerb.SIGN or payment.signed_on is None
    )


def next_verb(payment: Payment) -> PayVerb | None:
    """What comes next as a rule: approved, signed by the patient, arrived; None when nothing is left."""
    found = offered_for(payment)
    return next((verb for verb in (PayVerb.APPROVE, PayVerb.SIGN, PayVerb.PAY) if verb in found), None)


def payment_words(one: Payment, language: str) -> str:
    """退费 ¥200.00 · 微信 · 已批准 · 2026-11-21"""
    parts = [
        f"{say(language, f'money_kind.{one.kind}')} {money.words(one.amount)}",
        say(language, f"pay_way.{one.way}"),
        say(language, f"payment_state.{one.state}"),
        day_words(one.signed_on),
    ]
    return " · ".join(part for part in parts if part)
