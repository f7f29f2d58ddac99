"""What the reports tell: gathered from the charts and sums of trends, for one period and place."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from qualitydesk.basics.clock import months_before
from qualitydesk.basics.phrases import say
from qualitydesk.directory.model import EmployeeFilter
from qualitydesk.directory.service import Directory
from qualitydesk.insights.model.reports import (
    Added,
    MonthFacts,
    PlaceCases,
    QuarterFacts,
    ReportName,
    ReportWish,
    RoundCounts,
    Score,
    ScoreFacts,
)
from qualitydesk.insights.model.trends import OverTime, TrendFilter, TrendName
from qualitydesk.insights.rules import reports as rules
from qualitydesk.insights.service.trend_reading import bounds
from qualitydesk.insights.service.trends import Trends
from qualitydesk.insights.store import report_rows, trend_sums
from qualitydesk.inspections.store.sums import MONTH, NOWHERE, of_people
from qualitydesk.storage.database import Connection, Database

LONG = 24  # months of a control chart
LEVELS = (1, 2, 3, 4, 5)


def filter_of(wish: ReportWish) -> TrendFilter:
    """The period of a report as charts are asked for it."""
    homes = (wish.institution_id,) if wish.institution_id else ()
    return TrendFilter(wish.first, rules.last_of(wish.name, wish.first), institutions=homes)


class ReportFacts:
    """Questions of the reports of one database. Every method reads from one snapshot."""

    def __init__(self, database: Database, directory: Directory, trends: Trends) -> None:
        self._database = database
        self._directory = directory
        self._trends = trends

    def quarter(self, wish: ReportWish, language: str) -> QuarterFacts:
        """The quarter against the one before, with control charts over two years and the charts put into it."""
        wanted = filter_of(wish)
        long = replace(wanted, first=months_before(wanted.last + timedelta(days=1), LONG))
        ask = self._trends
        with self._database.reading() as connection:
            return QuarterFacts(
                ask.over_time(TrendName.FAILS, wanted),
                self._complaints(connection, wanted),
                ask.over_time(TrendName.FAILS, long),
                ask.over_time(TrendName.COMPLAINTS, long),
                ask.items(wanted, language),
                ask.subjects(wanted, language),
                ask.on_time(wanted),
                ask.closing(wanted),
                ask.effects(wanted),
                self._added(connection, wish, language),
                ask.funnel(wanted) if wish.institution_id is None else None,
                self._cases(connection, wanted) if wish.institution_id is None else (),
            )

    def _cases(self, connection: Connection, wanted: TrendFilter) -> tuple[PlaceCases, ...]:
        """Cases of every institution that had some, by name."""
        now = trend_sums.cases_received(connection, *bounds(wanted.first, wanted.last), (), ())
        before = trend_sums.cases_received(connection, *bounds(*wanted.before), (), ())
        names = trend_sums.homes_of(connection)
        rows = (PlaceCases(key, names.get(key, ""), now.get(key, 0), before.get(key, 0)) for key in {*now, *before})
        return tuple(sorted(rows, key=lambda one: (one.words, str(one.id))))

    def _narrowed(self, wanted: TrendFilter, language: str) -> str:
        """What a chart was narrowed to, in words."""
        offer = self._trends.offer(language)
        homes, items = dict(offer.institutions), {key: words for key, words, _pack in offer.items}
        departments = {key: words for key, _home, words in offer.departments}
        found = [
            *(homes.get(key, "") for key in wanted.institutions),
            *(departments.get(key, "") for key in wanted.departments),
            *(say(language, f"round_kind.{one}") for one in wanted.kinds),
            *(say(language, f"level.{one}") for one in wanted.levels),
            *(items.get(key, key) for key in wanted.items),
        ]
        return ("、" if language == "zh" else ", ").join(one for one in found if one)

    def _added(self, connection: Connection, wish: ReportWish, language: str) -> tuple[Added, ...]:
        """Charts put into the report: all of them for the group, for an institution those of itself."""
        if wish.name is not ReportName.QUARTER:
            return ()
        own = (wish.institution_id,)
        return tuple(
            Added(
                one,
                self._trends.chart(one.name, one.wanted, language),
                self._narrowed(replace(one.wanted, institutions=()) if wish.institution_id else one.wanted, language),
            )
            for one in report_rows.charts_of(connection, wish.first)
            if wish.institution_id is None or one.wanted.institutions == own
        )

    def month(self, wish: ReportWish, language: str) -> MonthFacts:
        """The month against the one before."""
        wanted = filter_of(wish)
        first, last = wanted.before
        earlier = replace(wanted, first=first, last=last)
        ask = self._trends
        with self._database.reading() as connection:
            now, before = self._by_level(connection, wanted), self._by_level(connection, earlier)
            return MonthFacts(
                self._counts(connection, wanted),
                self._counts(connection, earlier),
                ask.over_time(TrendName.FAILS, wanted),
                self._complaints(connection, wanted),
                tuple((level, now[level], before[level]) for level in now if level or now[0] or before[0]),
                ask.on_time(wanted),
                ask.closing(wanted),
                ask.money(wanted),
                ask.money(earlier),
                ask.moves(),
                ask.coverage(wanted, language),
            )

    def _counts(self, connection: Connection, wanted: TrendFilter) -> RoundCounts:
        moments = bounds(wanted.first, wanted.last)
        return report_rows.round_counts(connection, wanted.first, wanted.last, moments, wanted.institutions)

    def _complaints(self, connection: Connection, wanted: TrendFilter) -> OverTime:
        """The chart, its total with the days of the month that is not over, which the chart does not draw."""
        chart = self._trends.over_time(TrendName.COMPLAINTS, wanted)
        until = min(wanted.last, self._directory.today())
        moments = bounds(wanted.first, until)
        count = sum(trend_sums.cases_received(connection, *moments, wanted.institutions, wanted.levels).values())
        return replace(chart, total=(count, float((until - wanted.first).days + 1)))

    def _by_level(self, connection: Connection, wanted: TrendFilter) -> dict[int, int]:
        """Cases received by level; 0: not graded yet."""
        moments, homes = bounds(wanted.first, wanted.last), wanted.institutions
        found = {
            level: sum(trend_sums.cases_received(connection, *moments, homes, (level,)).values()) for level in LEVELS
        }
        every = sum(trend_sums.cases_received(connection, *moments, homes, ()).values())
        return {**found, 0: every - sum(found.values())}

    def scores(self, wish: ReportWish) -> ScoreFacts:
        """What was inspected of everybody and what passed: people where they stood at the period's end."""
        wanted = filter_of(wish)
        narrow = trend_sums.Narrow(wanted.institutions)
        fewest = rules.FEWEST
        with self._database.reading() as connection:
            seen = of_people(connection, *bounds(wanted.first, wanted.last))
            homes = trend_sums.homes_of(connection)
            of_departments = trend_sums.by(
                connection, narrow, MONTH, wanted.first, wanted.last, "department_id", "department", "institution_id"
            )
            of_homes = trend_sums.by(connection, narrow, MONTH, wanted.first, wanted.last, "institution_id")
            people = self._people(wanted.last)
        employees: list[Score] = []
        for who, (inspected, failed) in seen.items():
            if who not in people:
                continue
            home, name, where, department = people[who]
            if not wanted.institutions or home in wanted.institutions:
                score = rules.score_of(who, name, where, inspected, failed, fewest)
                employees.append(replace(score, home=home, department=department))
        of_department = Counter(one.department for one in employees)
        of_home = Counter(one.home for one in employees)
        departments = [
            replace(
                rules.score_of(key, name, homes.get(home, ""), inspected, failed, fewest),
                people=of_department[key],
                home=home,
                department=key,
            )
            for (key, name, home), (inspected, failed) in of_departments.items()
            if key != NOWHERE
        ]
        institutions = [
            replace(
                rules.score_of(home, homes.get(home, ""), "", inspected, failed, fewest),
                people=of_home[home],
                home=home,
            )
            for home, (inspected, failed) in of_homes.items()
        ]
        return ScoreFacts(
            fewest,
            rules.in_order(employees),
            rules.in_order(departments),
            rules.in_order(institutions),
            sum(inspected for inspected, _failed in of_homes.values()),
            sum(failed for _inspected, failed in of_homes.values()),
        )

    def _people(self, day: date) -> dict[UUID, tuple[UUID, str, str, UUID]]:
        """Everybody: institution, name, where they stood, department; those who left stand where they were last."""
        found: dict[UUID, tuple[UUID, str, str, UUID]] = {}
        on = min(day, self._directory.today())
        for person in self._directory.people(EmployeeFilter(with_left=True), day=on):
            where = f"{person.institution} · {person.department}"
            found[person.id] = (person.institution_id, person.name, where, person.department_id)
        return found
