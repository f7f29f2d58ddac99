"""What the fails and complaints consist of: Paretos, heat maps, the funnel of institutions, effects of measures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from qualitydesk.basics.phrases import knows, say
from qualitydesk.insights.model.trends import (
    Around,
    Axis,
    Cause,
    Causes,
    Effect,
    Effects,
    Funnel,
    HeatMap,
    MarkKind,
    Place,
    Span,
    TrendFilter,
    TrendName,
)
from qualitydesk.insights.rules import over_time
from qualitydesk.insights.rules.shares import change_of_share, funnel_limit, pareto, ratio_of_rates, wilson
from qualitydesk.insights.service.trend_reading import Pair, TrendReading, added, bounds, homes_in
from qualitydesk.insights.store import trend_rows, trend_sums
from qualitydesk.storage.database import Connection

MOST_ROWS = 20
"""Items a Pareto or heat map shows; the rest of a Pareto stands together as `OTHER`."""
OTHER = "~other"


class CauseTrends(TrendReading):
    """Charts of what, where and to what effect."""

    def items(self, wanted: TrendFilter, language: str) -> Causes:
        """Items by fails, each with its share of fails against the period before."""
        with self._database.reading() as connection:
            now = self._sums(connection, wanted, "item_code")
            before = self._sums_before(connection, wanted, "item_code")
            titles = self.titles(language)
        counts = {str(code): failed for code, (_all, failed) in now.items() if failed}
        grouped, other = _fewer(counts)
        rest = set(counts) - set(grouped)

        def pair(found: Mapping[Any, Pair], code: str) -> Pair:
            if code != OTHER:
                return found.get(code, (0, 0))
            return added({key: one for key, one in found.items() if key in rest})

        rows = []
        for row in pareto(grouped, other):
            inspected, failed = pair(now, row.code)
            inspected_before, failed_before = pair(before, row.code)
            change = change_of_share((failed_before, inspected_before), (failed, inspected))
            words = say(language, "trend.other") if row.code == OTHER else titles.get(row.code, row.code)
            rows.append(
                Cause(
                    row.code, words, row.count, row.percent, row.cumulated_percent, row.vital, inspected,
                    failed_before, inspected_before, change,
                )
            )  # fmt: skip
        inspected, failed = added(now)
        return Causes(TrendName.ITEMS, tuple(rows), failed, inspected, added(before)[1], len(counts))

    def subjects(self, wanted: TrendFilter, language: str) -> Causes:
        """Subjects of complaints, each with how many times as often as in the period before."""
        first, last = wanted.before
        now_last = min(wanted.last, self._directory.today())
        days, days_before = float((now_last - wanted.first).days + 1), float((last - first).days + 1)
        homes, levels = homes_in(wanted), wanted.levels
        with self._database.reading() as connection:
            now = trend_sums.subjects(connection, *bounds(wanted.first, now_last), homes, levels)
            before = trend_sums.subjects(connection, *bounds(first, last), homes, levels)
            compared = self._recorded(connection, wanted)
        rows = []
        for row in pareto(now):
            earlier = before.get(row.code, 0)
            change = ratio_of_rates((earlier, days_before), (row.count, days)) if compared else None
            code = f"subject.{row.code}"
            words = say(language, code) if knows(language, code) else row.code
            rows.append(
                Cause(
                    row.code, words, row.count, row.percent, row.cumulated_percent, row.vital, days, earlier,
                    days_before, change,
                )
            )  # fmt: skip
        return Causes(TrendName.SUBJECTS, tuple(rows), sum(now.values()), days, sum(before.values()), len(now))

    def heat_map(self, name: TrendName, wanted: TrendFilter, language: str) -> HeatMap:
        """Items that fail most down; departments by name, or institutions, across."""
        by_department = name is TrendName.ITEM_DEPARTMENT
        with self._database.reading() as connection:
            found = self._sums(connection, wanted, "item_code", "department" if by_department else "institution_id")
            titles = self.titles(language)
            names = {one.id: one.name for one in self._directory.institutions()}
        nowhere = say(language, "trend.no_department")
        cells: dict[tuple[str, str], Pair] = {}
        worst: Counter[str] = Counter()
        for key, (inspected, failed) in found.items():
            code, where = key
            column = (where or nowhere) if by_department else names.get(where, nowhere)
            there = cells.get((code, column), (0, 0))
            cells[code, column] = (there[0] + inspected, there[1] + failed)
            worst[code] += failed
        shown = sorted(worst, key=lambda code: (-worst[code], code))[:MOST_ROWS]
        columns = sorted({column for code, column in cells if code in set(shown)})
        rows = tuple(Axis(code, titles.get(code, code)) for code in shown)
        inspected, failed = added(found)
        kept = {key: one for key, one in cells.items() if key[0] in set(shown)}
        return HeatMap(name, rows, tuple(Axis(one, one) for one in columns), kept, inspected, failed)

    def funnel(self, wanted: TrendFilter) -> Funnel:
        """Institutions by how much was inspected and which share failed, the one furthest above first."""
        with self._database.reading() as connection:
            found = self._sums(connection, wanted, "institution_id")
            names = {one.id: one.name for one in self._directory.institutions()}
        inspected, failed = added(found)
        share = failed / inspected if inspected else 0.0
        places = []
        for key, (size, bad) in found.items():
            interval = wilson(bad, size)
            if interval is not None and isinstance(key, UUID):
                standing = over_time.standing_in(bad, size, share)
                places.append(Place(key, names.get(key, ""), bad, size, interval, standing))
        places.sort(key=lambda one: (-one.interval.value, one.words))
        sizes = over_time.funnel_sizes(max(place.inspected for place in places)) if places else ()
        limits = tuple(funnel_limit(share, size) for size in sizes)
        return Funnel(TrendName.FUNNEL, share, tuple(places), limits, inspected, failed)

    def effects(self, wanted: TrendFilter) -> Effects:
        """Measures closed and notes dated within the period: the share of fails before and after, newest first."""
        today = self._directory.today()
        rows = []
        with self._database.reading() as connection:
            names = {one.id: one.name for one in self._directory.institutions()}
            for one in trend_sums.measures_done(connection, wanted.first, wanted.last, homes_in(wanted)):
                departments = (one.department_id,) if one.department_id else ()
                narrow = trend_sums.Narrow((one.institution_id,), departments, wanted.kinds, one.items)
                words, where = f"{one.number} {one.task}", names.get(one.institution_id, "")
                rows.append(self._effect(connection, str(one.id), words, one.day, where, narrow, today))
            for mark in trend_rows.marks(connection):
                if mark.kind not in (MarkKind.NOTE, MarkKind.PHASE) or not wanted.first <= mark.first <= wanted.last:
                    continue
                if wanted.institutions and mark.institution_id not in (None, *wanted.institutions):
                    continue
                homes = (mark.institution_id,) if mark.institution_id else wanted.institutions
                narrow = trend_sums.Narrow(homes, wanted.departments, wanted.kinds, self._codes(wanted.items))
                where = names.get(mark.institution_id, "") if mark.institution_id else ""
                row = self._effect(connection, str(mark.id), mark.words, mark.first, where, narrow, today)
                first, last = over_time.days_around(mark.first, today)
                rows.append(replace(row, around=Around(first, last, mark.institution_id)))
        rows.sort(key=lambda row: row.day, reverse=True)
        return Effects(TrendName.EFFECTS, tuple(rows))

    def _effect(
        self,
        connection: Connection,
        key: str,
        words: str,
        day: date,
        where: str,
        narrow: trend_sums.Narrow,
        today: date,
    ) -> Effect:
        first, last, after_first, after_last, weeks = over_time.weeks_around(day, today)
        inspected, failed = trend_sums.total(connection, narrow, Span.WEEK, first, last)
        later, bad = trend_sums.total(connection, narrow, Span.WEEK, after_first, after_last) if weeks else (0, 0)
        change = change_of_share((failed, inspected), (bad, later))
        word = over_time.effect_word(change)
        return Effect(key, words, day, where, (failed, inspected), (bad, later), weeks, change, word)


def _fewer(counts: Mapping[str, int]) -> tuple[dict[str, int], str | None]:
    """The most frequent ones, the rest together; a rest of one stands by its own name."""
    order = sorted(counts, key=lambda code: (-counts[code], code))
    if len(order) <= MOST_ROWS + 1:
        return dict(counts), None
    kept = {code: counts[code] for code in order[:MOST_ROWS]}
    return {**kept, OTHER: sum(counts[code] for code in order[MOST_ROWS:])}, OTHER
