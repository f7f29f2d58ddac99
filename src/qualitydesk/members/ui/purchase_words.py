"""How purchases are said on screens, and the columns of their lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from qualitydesk.basics import money
from qualitydesk.basics.phrases import say
from qualitydesk.kit.dates import day_words
from qualitydesk.kit.table_model import Column
from qualitydesk.members.model.purchases import PurchaseLine, PurchaseState

translate = QCoreApplication.translate
_TONES = {PurchaseState.PAID: "", PurchaseState.REFUND: "warning", PurchaseState.VOIDED: "muted"}


def fen_words(fen: object) -> str:
    """¥1,200.50, −¥80.00"""
    return money.words(fen) if isinstance(fen, int) else ""


def state_words(line: PurchaseLine, language: str) -> str:
    """消费, 退款, 已作废; of a purchase given back in part: how much."""
    if line.state is PurchaseState.PAID and line.refunded:
        words = translate("Purchases", "{sum} given back")
        return words.format(sum=money.words(line.refunded))
    return say(language, f"purchase_state.{line.state}")


def line_tone(line: PurchaseLine) -> str:
    """The colour of a row by its state."""
    return "warning" if line.refunded and line.state is PurchaseState.PAID else _TONES[line.state]


def bill_words(line: PurchaseLine) -> str:
    """XF-BJC-2026-000001 · 2026-11-21 · ¥1,200.50"""
    return " · ".join((line.number, day_words(line.day), money.words(line.amount)))


def columns(language: str, *, with_customer: bool) -> Sequence[Column]:
    """Of the list over all purchases, or of one customer's."""
    day = Column(
        translate("Purchases", "Day"), lambda line: line.day, text=day_words, align="right", width=104, sort="day"
    )
    kind = Column(translate("Purchases", "Kind"), lambda line: say(language, f"purchase_kind.{line.kind}"), width=72)
    amount = Column(
        translate("Purchases", "Amount"),
        lambda line: line.amount,
        text=fen_words,
        tone=line_tone,
        align="right",
        width=112,
        sort="amount",
    )
    state = Column(
        translate("Purchases", "State"), lambda line: state_words(line, language), tone=line_tone, tip=_more, width=96
    )
    bill = Column(translate("Purchases", "Bill"), lambda line: line.number, width=184, stretch=not with_customer)
    if not with_customer:
        return day, kind, amount, state, bill
    return (
        day,
        Column(translate("Purchases", "Customer"), lambda line: line.called, width=80),
        Column(translate("Purchases", "Number"), lambda line: line.customer_number, width=96),
        replace(kind, width=104),
        amount,
        replace(state, width=152),
        bill,
        Column(translate("Purchases", "Institution"), lambda line: line.institution, width=104, stretch=True),
    )


def _more(line: PurchaseLine) -> str:
    """Which bill was given back, why it was voided, what was noted."""
    return "\n".join(one for one in (line.refund_number, line.voided_why, line.note) if one)
