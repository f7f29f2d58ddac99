"""Scores and verdicts (domain §10): Σ weight × value / Σ weight over answered applicable items, exact as fractions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction

from qualitydesk.inspections.model.rounds import Given, Score, Verdict
from qualitydesk.inspections.model.standards import AnswerKind, Item, Limit
from qualitydesk.inspections.rules.timing import figure_of
from qualitydesk.rulebook.model import ScoreRule

SCALE_TOP = 5
NOTHING = "—"


def tenths(share: Fraction) -> int:
    """A share in tenths of a percent, cut and not rounded: 89.96 % must not read as the 90.0 % it failed to reach."""
    return int(share * 1000)


def percent(share: Fraction | None) -> str:
    """A share of 1 as "88.6 %"; nothing applicable as "—"."""
    if share is None:
        return NOTHING
    whole, rest = divmod(tenths(share), 10)
    return f"{whole}.{rest} %"


def points(number: Fraction) -> str:
    """Points as "102.5": at most two places, cut like shares, no zeros behind."""
    whole, rest = divmod(int(number * 100), 100)
    return f"{whole}.{rest:02d}".rstrip("0").rstrip(".") if rest else str(whole)


def within(limit: Limit | None, number: float) -> bool:
    """Whether a measure lies in the wanted range, ends included; an item without a limit is met by any."""
    if limit is None:
        return True
    return (limit.low is None or number >= limit.low) and (limit.high is None or number <= limit.high)


def verdict_of(item: Item, given: Given, rule: ScoreRule) -> Verdict | None:
    """The verdict an answer amounts to: numbers are judged, the inspector's own word stands otherwise."""
    if given.verdict is Verdict.NOT_APPLICABLE:
        return Verdict.NOT_APPLICABLE
    if item.kind is AnswerKind.SCALE:
        if given.number is None:
            return None
        return Verdict.FAIL if given.number < rule.finding_below else Verdict.PASS
    if item.kind is AnswerKind.MEASURED:
        if given.number is None:
            return None
        return Verdict.PASS if within(item.limit, given.number) else Verdict.FAIL
    if item.kind is AnswerKind.STEP and item.limit is not None and (figure := figure_of(item, given)) is not None:
        if not within(item.limit, figure):
            return Verdict.FAIL  # done, but too late
        return given.verdict or Verdict.PASS  # in time; the inspector's word stands all the same
    if item.kind is AnswerKind.COUNT:
        if not given.seen:
            return None
        return Verdict.FAIL if given.failed else Verdict.PASS
    return given.verdict


def value_of(item: Item, given: Given, rule: ScoreRule) -> Fraction | None:
    """What an answer is worth, 0 to 1; None when it is not applicable or not answered."""
    verdict = verdict_of(item, given, rule)
    if verdict is None or verdict is Verdict.NOT_APPLICABLE:
        return None
    if item.kind is AnswerKind.SCALE and given.number is not None:
        return Fraction(given.number).limit_denominator(100) / SCALE_TOP
    if item.kind is AnswerKind.COUNT and given.seen:
        return Fraction(given.seen - (given.failed or 0), given.seen)
    if verdict is Verdict.PARTLY:
        return rule.partly
    return Fraction(1 if verdict is Verdict.PASS else 0)


def judged(item: Item, given: Given, rule: ScoreRule) -> Given:
    """An answer as it is kept: with its verdict, and a clocked step with its duration in the unit of its limit."""
    if given.verdict is Verdict.NOT_APPLICABLE:
        return replace(given, number=None, began=None, ended=None)
    return replace(given, verdict=verdict_of(item, given, rule), number=figure_of(item, given))


def is_failed(item: Item, given: Given, rule: ScoreRule) -> bool:
    """Whether the answer is a finding. Partly never is."""
    return verdict_of(item, given, rule) is Verdict.FAIL


def score(items: Iterable[Item], given: Mapping[str, Given], rule: ScoreRule, pass_mark: Fraction) -> Score:
    """The score of one stop: `given` by item code; unanswered items count only in `total`."""
    earned = possible = Fraction(0)
    answered = total = failed = 0
    critical: list[str] = []
    for item in items:
        total += 1
        answer = given.get(item.code)
        verdict = verdict_of(item, answer, rule) if answer else None
        if answer is None or verdict is None:
            continue
        answered += 1
        value = value_of(item, answer, rule)
        if value is not None:
            earned += item.weight * value
            possible += item.weight
        if verdict is Verdict.FAIL:
            failed += 1
            if item.critical and rule.critical_fails:
                critical.append(item.code)
    return Score(earned, possible, answered, total, failed, tuple(critical), pass_mark)


def together(scores: Iterable[Score], pass_mark: Fraction) -> Score:
    """The score of a round from those of its stops: sums first, then the share; never a mean of shares."""
    whole = Score(pass_mark=pass_mark)
    for part in scores:
        whole = Score(
            whole.earned + part.earned,
            whole.possible + part.possible,
            whole.answered + part.answered,
            whole.total + part.total,
            whole.failed + part.failed,
            whole.critical + tuple(code for code in part.critical if code not in whole.critical),
            pass_mark,
        )
    return whole
