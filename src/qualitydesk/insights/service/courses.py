"""How the work itself goes: clocks kept, time to close, fines and points, tiers moved, who and what was not seen."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime

from qualitydesk.basics.clock import local_day
from qualitydesk.directory.model import EmployeeFilter
from qualitydesk.insights.model.figures import TimeToClose
from qualitydesk.insights.model.trends import (
    Closing,
    Coverage,
    Kept,
    Money,
    Month,
    Moves,
    OnTime,
    Seen,
    Span,
    Trend,
    TrendFilter,
    TrendName,
)
from qualitydesk.insights.rules import over_time
from qualitydesk.insights.rules.duration import time_to_close
from qualitydesk.insights.rules.shares import wilson
from qualitydesk.insights.service.causes import CauseTrends
from qualitydesk.insights.service.trend_reading import bounds, homes_in
from qualitydesk.insights.store import trend_sums
from qualitydesk.storage.database import Connection

NOT_SEEN = 30
"""Days after which a person or item that was not inspected is told."""


class CourseTrends(CauseTrends):
    """Charts of how the work goes."""

    def figures(self, name: TrendName, wanted: TrendFilter, language: str) -> Trend:
        """The figures of a chart that is not over time."""
        match name:
            case TrendName.ITEMS:
                return self.items(wanted, language)
            case TrendName.SUBJECTS:
                return self.subjects(wanted, language)
            case TrendName.ITEM_DEPARTMENT | TrendName.INSTITUTION_ITEM:
                return self.heat_map(name, wanted, language)
            case TrendName.FUNNEL:
                return self.funnel(wanted)
            case TrendName.EFFECTS:
                return self.effects(wanted)
            case TrendName.ON_TIME:
                return self.on_time(wanted)
            case TrendName.CLOSING:
                return self.closing(wanted)
            case TrendName.MONEY:
                return self.money(wanted)
            case TrendName.TIERS:
                return self.moves()
            case _:
                return self.coverage(wanted, language)

    def on_time(self, wanted: TrendFilter) -> OnTime:
        """Clocks of cases due in the period: kept of all that ended or are overdue (methods 5.1), worst first."""
        now = self._clock.now()
        homes, levels = homes_in(wanted), wanted.levels
        with self._database.reading() as connection:
            found = trend_sums.clocks(connection, *bounds(wanted.first, wanted.last), now, homes, levels)
            before = trend_sums.clocks(connection, *bounds(*wanted.before), now, homes, levels)
        rows = []
        for code, (number, kept) in found.items():
            interval = wilson(kept, number)
            earlier = before.get(code)
            if interval is not None:
                rows.append(Kept(code, kept, number, interval, wilson(earlier[1], earlier[0]) if earlier else None))
        rows.sort(key=lambda row: (row.interval.value, row.code))
        return OnTime(TrendName.ON_TIME, tuple(rows))

    def closing(self, wanted: TrendFilter) -> Closing:
        """Whole days from receipt to closing, open cases as open until now, or until the end of the time before."""
        with self._database.reading() as connection:
            now = self._closing(connection, wanted, wanted.first, wanted.last, self._clock.now())
            first, last = wanted.before
            _begin, end = bounds(first, last)
            before = self._closing(connection, wanted, first, last, min(end, self._clock.now()))
        return Closing(TrendName.CLOSING, now, before)

    def _closing(
        self, connection: Connection, wanted: TrendFilter, first: date, last: date, until: datetime
    ) -> TimeToClose:
        found = trend_sums.courses(connection, *bounds(first, last), homes_in(wanted), wanted.levels)
        times, closed = [], []
        for received, ended in found:
            over = ended is not None and ended <= until
            end = ended if ended is not None and over else until
            times.append(float((local_day(end) - local_day(received)).days))
            closed.append(over)
        return time_to_close(times, closed)

    def money(self, wanted: TrendFilter) -> Money:
        """Fines of slips that stand and staff points by month of the act."""
        last = min(wanted.last, self._directory.today())
        firsts = over_time.firsts_within(Span.MONTH, wanted.first, last)
        slips: dict[date, int] = defaultdict(int)
        fines: dict[date, int] = defaultdict(int)
        plus: dict[date, int] = defaultdict(int)
        minus: dict[date, int] = defaultdict(int)
        with self._database.reading() as connection:
            for day, fen in trend_sums.fines(connection, wanted.first, last, homes_in(wanted)):
                slips[day.replace(day=1)] += 1
                fines[day.replace(day=1)] += fen
            for day, number in trend_sums.points(connection, wanted.first, last, homes_in(wanted)):
                (plus if number > 0 else minus)[day.replace(day=1)] += abs(number)
        months = [Month(one, slips[one], fines[one], plus[one], minus[one]) for one in firsts]
        while months and not (months[0].slips or months[0].plus or months[0].minus):
            months.pop(0)
        return Money(TrendName.MONEY, tuple(months))

    def moves(self) -> Moves:
        """Tiers moved by month, of the last twelve."""
        found = self._tiers.overview().moves
        return Moves(TrendName.TIERS, tuple((one.month, one.up, one.down) for one in found))

    def coverage(self, wanted: TrendFilter, language: str) -> Coverage:
        """People employed today and items ever inspected, those not seen for longest first."""
        today = self._directory.today()
        rows = []
        with self._database.reading() as connection:
            seen = trend_sums.people_seen(connection)
            for person in self._directory.people(EmployeeFilter()):
                if wanted.institutions and person.institution_id not in wanted.institutions:
                    continue
                if wanted.departments and person.department_id not in wanted.departments:
                    continue
                at = seen.get(person.id)
                last = local_day(at) if at is not None else None
                days = (today - last).days if last is not None else None
                where = f"{person.institution} · {person.department}"
                rows.append(Seen("person", str(person.id), person.name, where, last, days))
            titles = self.titles(language)
            for code, monday in trend_sums.items_seen(connection, homes_in(wanted)).items():
                days = max(0, (today - monday).days - 6)
                rows.append(Seen("item", code, titles.get(code, code), "", monday, days))
        rows.sort(key=lambda row: (row.days is not None, -(row.days or 0), row.kind, row.words))
        late = sum(row.days is None or row.days > NOT_SEEN for row in rows if row.kind == "person")
        people = sum(row.kind == "person" for row in rows)
        return Coverage(TrendName.COVERAGE, tuple(rows), people, late, NOT_SEEN)
