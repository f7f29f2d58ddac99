"""What speaks against issuing a slip: caps, the same event twice, an old act, who issues it, others judged otherwise.

The numbers marked [ours] stand in no rule of the group: the program has set them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from qualitydesk.basics.clock import months_before
from qualitydesk.penalties.model.decision import Line
from qualitydesk.penalties.model.fairness import Cap, FairFacts, Fairness, Similar, Trace

LAST = 12
"""How many similar slips a slip is compared with."""
FEWEST = 3
"""Fewer are shown, but no measure [ours]."""
LONG_AGO = 30
"""Days between act and slip after which it is asked why so late [ours]."""
TIMES = 2
"""More than so many times the median of those of its rung or level, or less than that part of it, is told [ours]."""
STEPS = 1
"""More rungs or levels than that from the median are told."""


def topics(trace: Trace, groups: Mapping[str, str]) -> frozenset[str]:
    """What a slip is about: the group of its item in its column of the ladder, or each subject of its case.

    Slips with a topic in common are similar. `groups`: of each item, by code; an item that is in no pack any more is
    similar only to itself.
    """
    if trace.subjects:
        return frozenset(f"{trace.source}:{one}" for one in trace.subjects)
    group = trace.group or groups.get(trace.item_code, trace.item_code)
    return frozenset({f"{trace.source}:{group}"}) if group else frozenset()


def twice_median(values: Iterable[int]) -> int | None:
    """Twice the median, a whole number also where there is an even number of values; None of none."""
    ordered = sorted(values)
    if not ordered:
        return None
    middle = len(ordered) // 2
    return ordered[middle] + ordered[middle if len(ordered) % 2 else middle - 1]


def weigh_fairness(facts: FairFacts) -> Fairness:
    """Everything that speaks against issuing the slip, the gravest first. Nothing here forbids it."""
    similar = facts.similar[:LAST]
    degree = twice_median(one.degree for one in similar if one.degree)
    total = twice_median(one.total for one in similar)
    warnings = (
        *_unsigned(facts),
        *_already(facts),
        *(line for cap in facts.caps for line in _capped(cap)),
        *_late(facts),
        *_issuer(facts),
        *_far(facts.slip, similar, degree),
        *_unequal(facts.slip, [one.total for one in similar if one.degree == facts.slip.degree]),
    )
    return Fairness(warnings, similar, _medians(facts.slip, similar, degree, total), degree, total)


def _unsigned(facts: FairFacts) -> Iterator[Line]:
    if facts.acknowledged is not False:
        return
    values = {
        "name": facts.slip.employee,
        "rule_text": dict(facts.rule),
        "edition": facts.edition,
        "act_day": facts.slip.act_day.isoformat(),
    }
    if facts.signed_on is None:
        yield Line("fair.unsigned", values)
    else:
        yield Line("fair.unsigned_then", {**values, "signed_day": facts.signed_on.isoformat()})


def _already(facts: FairFacts) -> Iterator[Line]:
    """One event is sanctioned once; what was said to that is said again here."""
    for near in facts.near:
        values = {
            "number": near.number,
            "near_day": near.act_day.isoformat(),
            "act_day": facts.slip.act_day.isoformat(),
        }
        if near.title:
            yield Line("fair.already_item", {**values, "item_text": dict(near.title)})
        else:
            yield Line("fair.already", values)
    if facts.near and facts.why_other:
        yield Line("fair.why_other", {"reason": facts.why_other.rstrip("。.")})
    if facts.points:
        yield Line("fair.points", {"act_day": facts.slip.act_day.isoformat(), "count": facts.points})


def _capped(cap: Cap) -> Iterator[Line]:
    over = cap.mine + cap.others - cap.limit
    if cap.mine <= 0 or over <= 0:
        return
    values = {
        "name": cap.name,
        "month": f"{cap.month:%Y-%m}",
        "percent": cap.percent,
        "limit_fen": cap.limit,
        "mine_fen": cap.mine,
        "over_fen": over,
    }
    if cap.others:
        yield Line("fair.capped_others", {**values, "others_fen": cap.others})
    else:
        yield Line("fair.capped", values)


def _late(facts: FairFacts) -> Iterator[Line]:
    act = facts.slip.act_day
    days = (facts.today - act).days
    values = {"days": days, "act_day": act.isoformat(), "months": facts.look_back_months}
    if act < months_before(facts.today, facts.look_back_months):
        yield Line("fair.outside", values)
    elif days > LONG_AGO:
        yield Line("fair.long_ago", {"days": days, "act_day": act.isoformat(), "most": LONG_AGO})


def _issuer(facts: FairFacts) -> Iterator[Line]:
    """One line for all parts, since whoever works alone has had several."""
    if facts.issuer:
        yield Line("fair.issuer", {"part_code": f"fair.part.{'_'.join(facts.issuer)}"})


def _far(slip: Similar, similar: tuple[Similar, ...], degree: int | None) -> Iterator[Line]:
    if len(similar) < FEWEST:
        return
    if degree is not None and slip.degree and abs(2 * slip.degree - degree) > 2 * STEPS:
        values = {"count": len(similar), "degree_code": _degree_code(slip), "median": _half(degree)}
        yield Line("fair.far_level" if slip.level else "fair.far_rung", values)


def _unequal(slip: Similar, totals: list[int]) -> Iterator[Line]:
    """The sum beside those of the same rung or level: that a higher rung costs more is as it should be."""
    total = twice_median(totals)
    if total is None or len(totals) < FEWEST:
        return
    sums = {"count": len(totals), "total_fen": slip.total, "median_fen": _fen(total), "times": TIMES}
    if slip.total and not total:
        yield Line("fair.much_none", sums)
    elif 2 * slip.total > TIMES * total:
        yield Line("fair.much", sums)
    elif 2 * slip.total * TIMES < total:
        yield Line("fair.little", sums)


def _medians(slip: Similar, similar: tuple[Similar, ...], degree: int | None, total: int | None) -> Line:
    if total is None:
        return Line("fair.none")
    values = {"count": len(similar), "median_fen": _fen(total)}
    if len(similar) < FEWEST:
        return Line("fair.few", {**values, "fewest": FEWEST})
    if degree is None:
        return Line("fair.medians_sum", values)
    return Line("fair.medians_level" if slip.level else "fair.medians", {**values, "median": _half(degree)})


def _degree_code(slip: Similar) -> str:
    return f"level.{slip.level}" if slip.level else f"ladder.rung.{slip.rung}"


def _half(twice: int) -> str:
    """Half of a number, "2" or "1.5"."""
    return f"{twice // 2}.5" if twice % 2 else str(twice // 2)


def _fen(twice: int) -> int:
    """Half of a sum to the fen, half a fen up: for reading; what is compared is exact."""
    return (twice + 1) // 2
