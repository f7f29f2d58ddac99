"""Trends: each chart's figures for a filter; saved views; marks on charts. Reads, but for its own views and marks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.clock import local_day
from qualitydesk.basics.errors import Problem, Refused, refuse_if
from qualitydesk.basics.ids import new_id
from qualitydesk.insights.model.charts import ChartKind
from qualitydesk.insights.model.trends import (
    Mark,
    MarkKind,
    OverTime,
    SavedView,
    Span,
    Trend,
    TrendFilter,
    TrendName,
    TrendOffer,
    Unit,
)
from qualitydesk.insights.rules import over_time
from qualitydesk.insights.rules.choosing import chart_for
from qualitydesk.insights.rules.shares import change_of_share, ratio_of_rates
from qualitydesk.insights.service.courses import CourseTrends
from qualitydesk.insights.service.trend_reading import added, bounds
from qualitydesk.insights.store import trend_rows, trend_sums
from qualitydesk.storage import audit
from qualitydesk.storage.database import Connection

ENOUGH_VISITORS = 2 / 3
"""Of the months shown so many must have visitor counts, else complaints are counted by themselves."""
TRENDS = frozenset({Change.TRENDS})


class Trends(CourseTrends):
    """The charts of one database. Every figure is read from one snapshot."""

    # What is offered

    def offer(self, language: str = "zh") -> TrendOffer:
        """What the filters and the list of saved views offer; `language`: of packs and items."""
        with self._database.reading() as connection:
            return TrendOffer(
                tuple((one.id, one.name) for one in self._directory.institutions()),
                tuple((one.id, one.institution_id, one.name) for one in self._directory.departments()),
                self.item_choices(language),
                trend_rows.views(connection),
                self._directory.today(),
                self.held(),
            )

    def chart(self, name: TrendName, wanted: TrendFilter, language: str) -> Trend:
        """The figures of one chart; `language`: of titles of items."""
        if name in (TrendName.FAILS, TrendName.COMPLAINTS):
            return self.over_time(name, wanted)
        return self.figures(name, wanted, language)

    def marks(self, name: TrendName, wanted: TrendFilter) -> tuple[Mark, ...]:
        """The marks that hold for a chart and the institutions asked for, oldest first.

        Notes of an institution are seen wherever it is among those shown; phases, points left out and baselines belong
        to the very institution, or to the whole group.
        """
        with self._database.reading() as connection:
            found = trend_rows.marks(connection)
        own = wanted.institutions[0] if len(wanted.institutions) == 1 else None
        exact = len(wanted.institutions) <= 1 and not (
            wanted.departments or wanted.kinds or wanted.levels or wanted.items
        )

        def holds(mark: Mark) -> bool:
            if mark.chart and mark.chart != name:
                return False
            if mark.kind is MarkKind.NOTE:
                everywhere = mark.institution_id is None or not wanted.institutions
                return everywhere or mark.institution_id in wanted.institutions
            return exact and mark.institution_id == own

        return tuple(mark for mark in found if holds(mark))

    # Over time

    def over_time(self, name: TrendName, wanted: TrendFilter) -> OverTime:
        """A control chart by month or week; of complaints without the month or week that is not over yet."""
        with self._database.reading() as connection:
            if name is TrendName.FAILS:
                return self._fails(connection, wanted)
            return self._complaints(connection, wanted)

    def _fails(self, connection: Connection, wanted: TrendFilter) -> OverTime:
        firsts = over_time.firsts_within(wanted.span, wanted.first, min(wanted.last, self._directory.today()))
        found = self._sums(connection, wanted, "first")
        counts = [found.get(first, (0, 0))[1] for first in firsts]
        sizes = [float(found.get(first, (0, 0))[0]) for first in firsts]
        start = over_time.begun(firsts, counts, sizes)
        firsts, counts, sizes = firsts[start:], counts[start:], sizes[start:]
        total, before = added(found), added(self._sums_before(connection, wanted, "first"))
        change = change_of_share((before[1], before[0]), (total[1], total[0]))
        made = self._drawn(TrendName.FAILS, Unit.SHARE, wanted, firsts, counts, sizes)
        return replace(
            made, total=(total[1], float(total[0])), total_before=(before[1], float(before[0])), change=change
        )

    def _complaints(self, connection: Connection, wanted: TrendFilter) -> OverTime:
        today = self._directory.today()
        began = trend_sums.first_case(connection)
        since = max(wanted.first, local_day(began)) if began is not None else wanted.first
        firsts = tuple(
            first
            for first in over_time.firsts_within(wanted.span, since, wanted.last)
            if over_time.after(wanted.span, first) <= today
        )
        received = [self._received(connection, wanted, first) for first in firsts]
        visited = self._visitors(wanted, firsts)
        if visited is not None:
            counts = [sum(got.get(home, 0) for home in came) for got, came in zip(received, visited, strict=True)]
            sizes = [sum(came.values()) / 1000 for came in visited]
            unit = Unit.THOUSAND
        else:
            counts, sizes, unit = [sum(got.values()) for got in received], [1.0] * len(firsts), Unit.COUNT
        made = self._drawn(TrendName.COMPLAINTS, unit, wanted, firsts, counts, sizes)
        first, last = wanted.before
        total = sum(sum(got.values()) for got in received)
        earlier = sum(self._in_days(connection, wanted, first, last).values())
        units = float((min(wanted.last, today) - wanted.first).days + 1)
        now = sum(self._in_days(connection, wanted, wanted.first, min(wanted.last, today)).values())
        change = ratio_of_rates((earlier, float((last - first).days + 1)), (now, units))
        compared = self._recorded(connection, wanted)
        return replace(
            made, total=(total, sum(sizes)), total_before=(earlier, float((last - first).days + 1)),
            change=change if compared else None, compared=compared,
        )  # fmt: skip

    def _drawn(
        self,
        name: TrendName,
        unit: Unit,
        wanted: TrendFilter,
        firsts: tuple[date, ...],
        counts: list[int],
        sizes: list[float],
    ) -> OverTime:
        marks = self.marks(name, wanted)
        choice = chart_for(counts, sizes, of_items=unit is Unit.SHARE)
        kind = ChartKind.U if choice.kind is ChartKind.C and unit is Unit.THOUSAND else choice.kind
        phases = over_time.phases_of(kind, counts, sizes, firsts, marks) if firsts else ()
        verdict = over_time.verdict_over(phases)
        return OverTime(name, unit, wanted.span, firsts, phases, choice, verdict, marks)

    def _received(self, connection: Connection, wanted: TrendFilter, first: date) -> dict[UUID, int]:
        return self._in_days(connection, wanted, first, over_time.after(wanted.span, first) - timedelta(days=1))

    def _in_days(self, connection: Connection, wanted: TrendFilter, first: date, last: date) -> dict[UUID, int]:
        since, until = bounds(first, last)
        return trend_sums.cases_received(connection, since, until, wanted.institutions, wanted.levels)

    def _visitors(self, wanted: TrendFilter, firsts: tuple[date, ...]) -> list[dict[UUID, int]] | None:
        """Visitors of each month by institution; None where too few months have counts, or weeks are asked for."""
        if wanted.span is not Span.MONTH or not firsts:
            return None
        months: dict[date, dict[UUID, int]] = {first: {} for first in firsts}
        for one in self._visitor_counts.counts(firsts[0], firsts[-1]):
            if one.month in months and (not wanted.institutions or one.institution_id in wanted.institutions):
                months[one.month][one.institution_id] = one.visitors
        counted = sum(any(month.values()) for month in months.values())
        return list(months.values()) if counted >= ENOUGH_VISITORS * len(firsts) else None

    # Views and marks

    def keep_view(
        self, name: str, wanted: TrendFilter, chart: TrendName, by: By, *, period: object = "own"
    ) -> Done[SavedView]:
        """Keep a filter and the chart shown under a name; one of the same name is replaced. `period`: its length in
        months, which moves on with the days, or "own". Refused: draft."""
        name = name.strip()
        refuse_if([Problem("name", "trend_view_name")] if not 0 < len(name) <= 40 else [])
        view = SavedView(new_id(), name, {**plain_of(wanted), "chart": chart, "period": period})
        with self._database.transaction() as connection:
            trend_rows.put_view(connection, view, self._clock.now(), by.decided_by)
        return Done(view, TRENDS)

    def forget_view(self, name: str) -> Done[None]:
        """The view is no longer offered."""
        with self._database.transaction() as connection:
            trend_rows.drop_view(connection, name)
        return Done(None, TRENDS)

    def put_mark(self, mark: Mark, by: By) -> Done[UUID]:
        """Put a note, a phase, points left out or a baseline on a chart. Each needs its words: what, or the cause.

        Refused: draft with problems beside the fields.
        """
        problems = []
        if not mark.words.strip():
            problems.append(Problem("words", "trend_words_missing"))
        if len(mark.words) > 200:
            problems.append(Problem("words", "trend_words_long", {"most": 200}))
        if mark.last < mark.first:
            problems.append(Problem("last", "trend_ends_before"))
        refuse_if(problems)
        kept = Mark(new_id(), mark.kind, mark.chart, mark.institution_id, mark.first, mark.last, mark.words.strip())
        with self._database.transaction() as connection:
            now = self._clock.now()
            trend_rows.add_mark(connection, kept, now, by.decided_by)
            after = {
                "kind": kept.kind,
                "chart": kept.chart,
                "first": kept.first,
                "last": kept.last,
                "words": kept.words,
            }
            audit.record(connection, by, now, "put_mark", "trend", kept.id, None, after)
        return Done(kept.id, TRENDS)

    def drop_mark(self, mark_id: UUID, by: By) -> Done[None]:
        """Take a mark back; the row stays with who did it. Refused: stale."""
        with self._database.transaction() as connection:
            now = self._clock.now()
            before = next((one for one in trend_rows.marks(connection) if one.id == mark_id), None)
            if before is None:
                raise Refused("stale")
            trend_rows.drop_mark(connection, mark_id, now, by.decided_by)
            told = {"kind": before.kind, "words": before.words, "first": before.first}
            audit.record(connection, by, now, "drop_mark", "trend", mark_id, told, None)
        return Done(None, TRENDS)


def plain_of(wanted: TrendFilter) -> dict[str, object]:
    """A filter as a saved view keeps it."""
    return {
        "first": wanted.first.isoformat(),
        "last": wanted.last.isoformat(),
        "span": wanted.span,
        "against": wanted.against,
        "institutions": [str(one) for one in wanted.institutions],
        "departments": [str(one) for one in wanted.departments],
        "kinds": list(wanted.kinds),
        "levels": list(wanted.levels),
        "items": list(wanted.items),
    }
