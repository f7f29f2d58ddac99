"""Decisions about purchases: what a draft lacks, how much may be given back, which day counts."""

from __future__ import annotations

from datetime import date

from qualitydesk.basics import money
from qualitydesk.basics.errors import Problem
from qualitydesk.directory.rules import clean
from qualitydesk.members.model.purchases import PurchaseDraft, PurchaseLine

EARLIEST = date(1990, 1, 1)
LONGEST_NUMBER = 40
LONGEST_NOTE = 2000
MOST = 100_000_000_00
"""Fen: a hundred million yuan. What is more is a slip of the hand."""
SERIES = "XF"  # 消费: numbers the program gives to bills without one


def problems_in_purchase(draft: PurchaseDraft, today: date) -> list[Problem]:
    """Who, where, when, what and how much; a day in the past may be posted late, one to come may not."""
    found = []
    if draft.customer_id is None:
        found.append(Problem("customer_id", "customer_missing"))
    if draft.institution_id is None:
        found.append(Problem("institution_id", "institution_missing"))
    if draft.kind is None:
        found.append(Problem("kind", "purchase_kind_missing"))
    return found + problems_in_day(draft.day, today) + problems_in_amount(draft.amount) + _in_words(draft)


def problems_in_day(day: date | None, today: date, field: str = "day") -> list[Problem]:
    """A day of business: neither to come nor before there were records."""
    if day is None:
        return [Problem(field, "required")]
    if day > today:
        return [Problem(field, "day_in_future")]
    return [Problem(field, "purchase_day_early", {"day": EARLIEST.isoformat()})] if day < EARLIEST else []


def problems_in_amount(amount: int | None, field: str = "amount") -> list[Problem]:
    """More than nothing, no more than anybody pays."""
    if amount is None:
        return [Problem(field, "purchase_amount_missing")]
    if amount <= 0:
        return [Problem(field, "purchase_amount_zero")]
    return [Problem(field, "purchase_amount_large", {"most": money.words(MOST)})] if amount > MOST else []


def _in_words(draft: PurchaseDraft) -> list[Problem]:
    found = []
    if len(clean(draft.number)) > LONGEST_NUMBER:
        found.append(Problem("number", "too_long", {"most": LONGEST_NUMBER}))
    if len(draft.note) > LONGEST_NOTE:
        found.append(Problem("note", "too_long", {"most": LONGEST_NOTE}))
    return found


def problems_in_refund(draft: PurchaseDraft, purchase: PurchaseLine, left: int) -> list[Problem]:
    """`left`: fen of the purchase not given back by others. More than that wants a reason; none before the purchase."""
    found = []
    if draft.day is not None and draft.day < purchase.day:
        found.append(Problem("day", "refund_early", {"day": purchase.day.isoformat()}))
    if draft.amount is not None and draft.amount > left and not draft.reason.strip():
        told = {"left": money.words(max(0, left)), "number": purchase.number}
        found.append(Problem("reason", "refund_over", told))
    return found


def signed(draft: PurchaseDraft) -> int:
    """Fen as kept: negative when given back."""
    amount = draft.amount or 0
    return -amount if draft.refund else amount


def number_of_bill(code: str, year: int, serial: int) -> str:
    """XF-BJC-2026-000012: of a bill that has none."""
    return f"{SERIES}-{code}-{year}-{serial:06d}"
