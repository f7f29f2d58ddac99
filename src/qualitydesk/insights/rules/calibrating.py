"""How far two inspectors agree: kappa, PABAK and the raw share, over all and by item; which items are unclear and why.

`rules.agreement` cites the papers. PABAK over more than two verdicts is the coefficient of R. L. Brennan and D. J.
Prediger, Educational and Psychological Measurement 41 (1981), 687-699, which is PABAK where there are two.
An item is unclear from two disagreements on that are more than a fifth of its pairs [ours]: one alone says nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from qualitydesk.insights.model.calibrating import Advice, CalibrationResult, Compared, Disagreed, ItemResult
from qualitydesk.insights.rules.agreement import agreement
from qualitydesk.inspections.model import Verdict
from qualitydesk.inspections.model.calibrations import Pair

ORDER = (Verdict.PASS, Verdict.FAIL, Verdict.PARTLY, Verdict.NOT_APPLICABLE)
ENOUGH_AGREED = 0.8
FEW = 2
"""Disagreements from which on an item may be unclear."""
ONE_SIDED = 0.75
"""From this share of the disagreements on one side, one is the stricter of the two."""


def results_of(pairs: Sequence[Pair]) -> CalibrationResult:
    """The results; items in the order of how far they are from agreement, unclear ones first, then by code."""
    by_item = sorted(pairs, key=lambda pair: pair.item_code)
    items = [_item(list(group)) for _code, group in groupby(by_item, key=lambda pair: pair.item_code)]
    items.sort(key=lambda one: (not one.unclear, _share(one.compared), one.code))
    return CalibrationResult(compared(pairs), tuple(items))


def compared(pairs: Sequence[Pair]) -> Compared:
    """The table of what both said, over the verdicts that were given at all; pass and fail always stand in it."""
    given = {pair.first.verdict for pair in pairs} | {pair.second.verdict for pair in pairs}
    used = [one for one in ORDER if one in given or one in ORDER[:2]]
    table = [
        [sum(pair.first.verdict is row and pair.second.verdict is column for pair in pairs) for column in used]
        for row in used
    ]
    found = agreement(table)
    agreed = sum(pair.first.verdict is pair.second.verdict for pair in pairs)
    share = agreed / len(pairs) if pairs else 0.0
    pabak = (len(used) * share - 1) / (len(used) - 1) if pairs else None
    return Compared(found, agreed, pabak, (_fails(pairs, 0), _fails(pairs, 1)))


def _fails(pairs: Sequence[Pair], rater: int) -> int:
    """How often one gave a fail where the other did not."""
    said = [(pair.first.verdict, pair.second.verdict) for pair in pairs]
    return sum(both[rater] is Verdict.FAIL and both[1 - rater] is not Verdict.FAIL for both in said)


def _item(pairs: list[Pair]) -> ItemResult:
    differed = [pair for pair in pairs if pair.first.verdict is not pair.second.verdict]
    told = tuple(Disagreed(one.stop_name, one.first.verdict.value, one.second.verdict.value) for one in differed)
    one = pairs[0]
    return ItemResult(one.item_code, one.titles, compared(pairs), advice(pairs), told)


def advice(pairs: Sequence[Pair]) -> Advice:
    """What to do about an item: nothing, keep an eye on it, say when it does not apply, look at examples together, or
    rewrite it."""
    differed = [pair for pair in pairs if pair.first.verdict is not pair.second.verdict]
    if not differed:
        return Advice.NONE
    if len(differed) < FEW or 1 - len(differed) / len(pairs) >= ENOUGH_AGREED:
        return Advice.WATCH
    scope = [one for one in differed if Verdict.NOT_APPLICABLE in (one.first.verdict, one.second.verdict)]
    if 2 * len(scope) >= len(differed):
        return Advice.SCOPE
    sides = (_fails(differed, 0), _fails(differed, 1))
    if max(sides) >= ONE_SIDED * len(differed) and len(differed) > FEW:
        return Advice.TOGETHER
    return Advice.REWRITE


def _share(one: Compared) -> float:
    return one.agreement.observed if one.agreement is not None else 1.0
