"""Paretos, heat maps, the funnel and effects of measures in words, each with its table."""

from __future__ import annotations

from collections.abc import Sequence

from qualitydesk.basics.phrases import say, together
from qualitydesk.insights.model.told import Told
from qualitydesk.insights.model.trends import (
    Causes,
    Effects,
    EffectWord,
    Funnel,
    HeatMap,
    Standing,
    TrendName,
)
from qualitydesk.insights.printout.trend_marks import (
    NONE,
    certain,
    head,
    names,
    part,
    point_range,
    points,
    share,
    shares,
    times,
    times_range,
)

ITEM_HEAD = ("item", "number", "percent", "cumulated", "inspected", "share", "before", "change", "change_range")
SUBJECT_HEAD = ("subject", "number", "percent", "cumulated", "before", "change", "change_range")
HEAT_HEADS = {
    TrendName.ITEM_DEPARTMENT: ("item", "department", "failed", "inspected", "share"),
    TrendName.INSTITUTION_ITEM: ("item", "institution", "failed", "inspected", "share"),
}
FUNNEL_HEAD = ("institution", "failed", "inspected", "share", "range", "standing")
EFFECT_HEAD = ("day", "measure", "institution", "share_before", "share_after", "change", "change_range", "word")
FEWEST_IN_CELL = 20
"""Checks a cell needs before the sentence names it as the highest."""


def causes_told(found: Causes, language: str) -> Told:
    """A Pareto: how few make up most, and what became clearly more or less."""
    items = found.name is TrendName.ITEMS
    nought = 0.0 if items else 1.0
    few = [row for row in found.rows if row.vital]
    grown = [row.words for row in found.rows if certain(row.change, nought) and row.change and row.change.low > nought]
    fewer = [row.words for row in found.rows if certain(row.change, nought) and row.change and row.change.high < nought]
    said = []
    if few:
        upto = f"{few[-1].cumulated_percent:.0f} %"
        said.append(say(language, "trend.said.causes", count=found.kinds, few=len(few), percent=upto))
    for code, some in (("grown", grown), ("shrunk", fewer)):
        if some:
            said.append(say(language, f"trend.said.{code}", names=names(some, language)))
    rows: list[tuple[str, ...]] = []
    for row in found.rows:
        common = (row.words, f"{row.count:,}", f"{row.percent:.1f} %", f"{row.cumulated_percent:.1f} %")
        if items:
            change = NONE if row.change is None else points(row.change.value)
            rest = (
                f"{row.size:,.0f}", part(row.count, row.size), part(row.before, row.before_size), change,
                point_range(row.change, language),
            )  # fmt: skip
            rows.append((*common, *rest))
        else:
            rows.append((*common, f"{row.before:,}", times(row.change), times_range(row.change, language)))
    method = say(language, f"trend.method.{found.name}", n=f"{found.count:,}", size=f"{found.size:,.0f}")
    codes = ITEM_HEAD if items else SUBJECT_HEAD
    keys = tuple(row.code for row in found.rows)
    return _told(together(said, language), method, codes, rows, keys, language)


def heat_told(found: HeatMap, language: str) -> Told:
    """A heat map, its table a row for each cell that was inspected, in the order of the rows."""
    rows, keys = [], []
    best: tuple[float, str, str, int, int] | None = None
    for row in found.rows:
        for column in found.columns:
            inspected, failed = found.cells.get((row.key, column.key), (0, 0))
            rows.append((row.words, column.words, f"{failed:,}", f"{inspected:,}", part(failed, inspected)))
            keys.append(f"{row.key}\n{column.key}")
            if inspected >= FEWEST_IN_CELL and (best is None or failed / inspected > best[0]):
                best = (failed / inspected, row.words, column.words, failed, inspected)
    said = say(language, "trend.said.heat_small", fewest=FEWEST_IN_CELL)
    if best is not None:
        value, row_words, column_words, failed, inspected = best
        said = say(
            language, "trend.said.heat", row=row_words, column=column_words, share=share(value), failed=failed,
            inspected=inspected,
        )  # fmt: skip
    method = say(language, "trend.method.heat", size=f"{found.inspected:,}", rows=len(found.rows))
    return _told(said, method, HEAT_HEADS[found.name], rows, tuple(keys), language)


def funnel_told(found: Funnel, language: str) -> Told:
    """Institutions against their limits: who lies outside, and nothing about the order of the others."""
    high = [one.words for one in found.places if one.standing in (Standing.HIGH, Standing.VERY_HIGH)]
    low = [one.words for one in found.places if one.standing in (Standing.LOW, Standing.VERY_LOW)]
    said = [
        say(language, f"trend.said.funnel_{code}", names=names(some, language))
        for code, some in (("high", high), ("low", low))
        if some
    ] or [say(language, "trend.said.funnel_same")]
    rows = [
        (
            one.words, f"{one.failed:,}", f"{one.inspected:,}", share(one.interval.value), shares(one.interval),
            say(language, f"trend.standing.{one.standing}"),
        )
        for one in found.places
    ]  # fmt: skip
    method = say(language, "trend.method.funnel", size=f"{found.inspected:,}", share=share(found.share))
    return _told(
        together(said, language), method, FUNNEL_HEAD, rows, tuple(str(one.id) for one in found.places), language
    )


def effects_told(found: Effects, language: str) -> Told:
    """Measures and notes with what was before and after."""
    better = sum(row.word is EffectWord.BETTER for row in found.rows)
    worse = sum(row.word is EffectWord.WORSE for row in found.rows)
    said = say(language, "trend.said.effects", count=len(found.rows), better=better, worse=worse)
    rows = [
        (
            row.day.isoformat(), row.words, row.where, _of(row.before), _of(row.after),
            NONE if row.change is None else points(row.change.value), point_range(row.change, language),
            say(language, f"trend.effect.{row.word}"),
        )
        for row in found.rows
    ]  # fmt: skip
    method = say(language, "trend.method.effects")
    return _told(said, method, EFFECT_HEAD, rows, tuple(row.key for row in found.rows), language)


def _of(pair: tuple[int, int]) -> str:
    failed, inspected = pair
    return f"{part(failed, inspected)} ({failed:,}/{inspected:,})" if inspected else NONE


def _told(
    sentence: str,
    method: str,
    codes: tuple[str, ...],
    rows: Sequence[tuple[str, ...]],
    keys: tuple[str, ...],
    language: str,
) -> Told:
    if not rows:
        return Told(say(language, "trend.said.nothing"), "", head(codes, language), (), ())
    return Told(sentence, method, head(codes, language), tuple(rows), keys)
