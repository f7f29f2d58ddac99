"""From an edition's plain values to the ladder that `penalties` decides by; every fault is told by its path."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qualitydesk.rulebook.model import (
    ROUND_KINDS,
    Amount,
    Column,
    Counting,
    Counts,
    Edition,
    Gravity,
    LadderEdition,
    LadderRule,
    Role,
    RungRule,
    SameRound,
    Sanction,
    Share,
)
from qualitydesk.rulebook.rules.reading import Reader

HIGHEST_FEN = 10_000_000
"""No rule of this ladder may name more than 100,000 yuan: a slip of the keyboard, not a fine."""


def read_ladder(values: Mapping[str, Any]) -> LadderRule:
    """The ladder in `values`. Refused("rule_values") with one problem a path when they do not hold."""
    reader = Reader(values)
    counting = _counting(reader)
    kinds = {kind: reader.word(f"kinds.{kind}", Column) for kind in ROUND_KINDS}
    columns = {column: _column(reader, column) for column in Column}
    reader.finish()
    return LadderRule(counting, kinds, columns)


def ladder_edition(edition: Edition) -> LadderEdition:
    """The ladder of an edition, with the number and day that explanations cite."""
    titles = {language: str(texts["title"]) for language, texts in edition.texts.items()}
    return LadderEdition(edition.id, edition.number, edition.effective_from, read_ladder(edition.values), titles)


def _counting(reader: Reader) -> Counting:
    second = reader.word("counting.second_counts", Counts)
    third = reader.word("counting.third_counts", Counts)
    if second is Counts.ITEM and third is Counts.GROUP:
        # A third offence would be reached by acts that are not yet a second one.
        reader.note("counting.third_counts", "third_wider_than_second")
    return Counting(
        look_back_months=reader.whole("counting.look_back_months", 1, 120),
        second_counts=second,
        third_counts=third,
        join_columns=reader.flag("counting.join_columns"),
        same_round=reader.word("counting.same_round", SameRound),
        partly=reader.flag("counting.partly"),
        fixed_on_the_spot=reader.flag("counting.fixed_on_the_spot"),
    )


def _column(reader: Reader, column: Column) -> tuple[RungRule, RungRule, RungRule]:
    return (_rung(reader, column, 1), _rung(reader, column, 2), _rung(reader, column, 3))


def _rung(reader: Reader, column: Column, number: int) -> RungRule:
    base = f"columns.{column}.{number}"
    payers = _payers(reader, f"{base}.payers")
    amount = _amount(reader, f"{base}.amount")
    if payers and amount is None:
        reader.note(f"{base}.amount", "amount_missing")
    if amount is not None and not payers:
        reader.note(f"{base}.payers", "payers_missing")
    superiors_pay = any(role is not Role.EMPLOYEE for role in payers)
    return RungRule(
        number=number,
        sanction=reader.word(f"{base}.sanction", Sanction),
        superiors_sanction=reader.word(f"{base}.superiors_sanction", Sanction) if superiors_pay else None,
        amount=amount,
        payers=payers,
        told=reader.words(f"{base}.told", Role),
        published=reader.flag(f"{base}.published", default=False),
        office_notice=reader.flag(f"{base}.office_notice", default=False),
        may_leave_out=reader.whole(f"{base}.may_leave_out", 0, 2, default=0),
    )


def _payers(reader: Reader, path: str) -> dict[Role, Share]:
    if not reader.has(path):
        return {}
    named = reader.keys(path)
    for name in named:
        if name not in tuple(Role):
            reader.note(f"{path}.{name}", "payer_unknown")
    payers = {role: reader.word(f"{path}.{role}", Share) for role in Role if role.value in named}
    if payers.get(Role.EMPLOYEE) is not Share.OWN:
        # "The same as the employee" needs an employee's sum to be the same as.
        reader.note(f"{path}.{Role.EMPLOYEE}", "employee_pays_first")
    return payers


def _amount(reader: Reader, path: str) -> Amount | None:
    if not reader.has(path):
        return None
    low = reader.whole(f"{path}.low", 100, HIGHEST_FEN)
    high = reader.whole(f"{path}.high", 100, HIGHEST_FEN)
    if high < low:
        reader.note(f"{path}.high", "high_below_low", low=low, high=high)
    gravities = {
        gravity: reader.whole(f"{path}.{gravity}", 100, HIGHEST_FEN)
        for gravity in Gravity
        if reader.has(f"{path}.{gravity}")
    }
    step = reader.whole(f"{path}.step", 1, HIGHEST_FEN, default=100)
    amount = Amount(low, high, step, reader.wholes(f"{path}.choices"), gravities)
    for choice in amount.choices:
        if not low <= choice <= high:
            reader.note(f"{path}.choices", "value_out_of_range", low=low, high=high, found=choice)
    for gravity, fen in gravities.items():
        if not amount.allows(fen):
            reader.note(f"{path}.{gravity}", "amount_not_allowed", found=fen)
    if not gravities and not amount.allows(low):
        reader.note(f"{path}.low", "amount_not_allowed", found=low)
    return amount
