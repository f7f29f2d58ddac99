"""The working-day calendar's verbs and questions: own entries, a new notice, a year announced by hand."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.clock import DEFAULT_ZONE, Clock, local_day
from qualitydesk.basics.errors import Problem, Refused, refuse_if
from qualitydesk.basics.places import shipped
from qualitydesk.rulebook.model.days import CalendarYear, DayDraft, ListedDay, Notice, NoticePreview, YearFacts
from qualitydesk.rulebook.rules.notices import YEARS, notice_of_rows, preview, problems_in_day, read_notice
from qualitydesk.rulebook.rules.workdays import WorkCalendar
from qualitydesk.rulebook.store import calendar as store
from qualitydesk.storage import audit
from qualitydesk.storage.database import Connection, Database

TOUCHED = frozenset({Change.CALENDAR})


class Calendar:
    """Days off and make-up days of one database. `folder`: the years that ship; `zone` says which day today is."""

    _when_changed: Callable[[By], object] | None = None

    def tell_changed(self, listener: Callable[[By], object]) -> None:
        """Let whoever reckons by the calendar hear of every change, inside the same transaction."""
        self._when_changed = listener

    def __init__(
        self, database: Database, clock: Clock, *, zone: str = DEFAULT_ZONE, folder: Path | None = None
    ) -> None:
        self._database = database
        self._clock = clock
        self._zone = zone
        self._folder = folder or shipped("resources/calendar")

    # Questions

    def work_calendar(self) -> WorkCalendar:
        """The calendar as clocks reckon by it, as it stands now."""
        with self._database.reading() as connection:
            return WorkCalendar.of(store.days(connection), self.announced())

    def announced(self) -> frozenset[int]:
        """The years whose days off are announced."""
        with self._database.reading() as connection:
            return frozenset(year.year for year in store.years(connection) if year.announced)

    def listed(self, since: date) -> tuple[ListedDay, ...]:
        """The days listed from `since` on, in order, the own entry of a day after the announced."""
        with self._database.reading() as connection:
            return store.days(connection, since)

    def years(self) -> tuple[YearFacts, ...]:
        """Every year there is anything about, in order."""
        with self._database.reading() as connection:
            return store.years(connection)

    def year(self, year: int) -> CalendarYear:
        """One year with its days, announced or not."""
        with self._database.reading() as connection:
            facts = store.year_facts(connection, year) or YearFacts(year, announced=False)
            days = store.days(connection, date(year, 1, 1), date(year, 12, 31))
        return CalendarYear(facts, days, local_day(self._clock.now(), self._zone))

    def this_year(self) -> CalendarYear:
        """The year of today."""
        return self.year(local_day(self._clock.now(), self._zone).year)

    def write_template(self, path: Path) -> int:
        """A table to fill in a year's days, with this year's as the example; gives its rows."""
        from qualitydesk.sheets import SheetOut, write_table

        year = self.this_year()
        rows = [(one.day, "班" if one.working else "休", one.name) for one in year.days if not one.own]
        write_table(path, SheetOut(str(year.year), ("日期", "类型", "名称"), rows, (12, 8, 16), to_fill_in=True))
        return len(rows)

    def preview_file(self, path: Path) -> NoticePreview:
        """What a notice's file (TOML as in resources/calendar, XLSX or CSV) would change.

        Refused("notice_file") with every fault in it, and as `sheets.read_sheet` says.
        """
        notice = _read_toml(path) if path.suffix.casefold() == ".toml" else _read_table(path)
        with self._database.reading() as connection:
            facts = store.year_facts(connection, notice.year)
            own = [one for one in store.days(connection) if one.own]
            standing = store.days_of_notice(connection, notice.year)
        return preview(notice, standing, own, facts is not None and facts.announced)

    # Verbs

    def adopt_shipped(self, by: By) -> Done[int]:
        """Take over every shipped year that nothing is known of; gives how many. Again and again does no harm."""
        with self._database.transaction() as connection:
            known = {year.year for year in store.years(connection)}
            fresh = [path for year, path in self._shipped().items() if year not in known]
            for path in fresh:
                self._put_notice(connection, _read_toml(path), by, "adopt_notice")
            if fresh:
                self._tell(by)
        return Done(len(fresh), TOUCHED if fresh else frozenset())

    def lacks_shipped(self) -> bool:
        """Whether a year ships of which this database knows nothing."""
        with self._database.reading() as connection:
            known = {year.year for year in store.years(connection)}
        return not known.issuperset(self._shipped())

    def import_notice(self, notice: Notice, by: By) -> Done[int]:
        """A year's notice in the place of the one there is; own entries stay. Gives the year."""
        with self._database.transaction() as connection:
            self._put_notice(connection, notice, by, "import_notice")
            self._tell(by)
        return Done(notice.year, TOUCHED)

    def announce_year(self, year: int, announced: bool, by: By) -> Done[int]:
        """Say by hand that a year's days off are known (its days were entered singly), or take that back."""
        if not YEARS[0] <= year <= YEARS[1]:
            raise Refused("draft", problems=(Problem("year", "notice_year", {"low": YEARS[0], "high": YEARS[1]}),))
        with self._database.transaction() as connection:
            before = store.year_facts(connection, year)
            if not announced and store.days_of_notice(connection, year):
                raise Refused("year_has_notice", year=year)
            facts = YearFacts(year, announced, *_of_notice(before))
            store.put_year(connection, facts)
            self._audit(connection, by, "announce_year", str(year), before and asdict(before), asdict(facts))
            self._tell(by)
        return Done(year, TOUCHED)

    def set_day(self, draft: DayDraft, by: By) -> Done[date]:
        """An own entry: a day off or a day worked, before whatever the notice says. Refused("draft"), ("stale")."""
        refuse_if(problems_in_day(draft))
        assert draft.day is not None
        day = ListedDay(draft.day, draft.working, draft.name.strip(), own=True)
        with self._database.transaction() as connection:
            before = store.own_day(connection, day.day)
            if before != draft.seen:
                raise Refused("stale")
            store.put_own_day(connection, day)
            self._audit(connection, by, "set_day", day.day.isoformat(), before and asdict(before), asdict(day))
            self._tell(by)
        return Done(day.day, TOUCHED)

    def clear_day(self, day: date, by: By) -> Done[date]:
        """Take an own entry away; what the notice or the weekday says stands again. Without one nothing happens."""
        with self._database.transaction() as connection:
            before = store.own_day(connection, day)
            if before is None:
                return Done(day)
            store.clear_own_day(connection, day)
            self._audit(connection, by, "clear_day", day.isoformat(), asdict(before), None)
            self._tell(by)
        return Done(day, TOUCHED)

    def _tell(self, by: By) -> None:
        if self._when_changed is not None:
            self._when_changed(by)

    def _shipped(self) -> dict[int, Path]:
        return {int(path.stem): path for path in self._folder.glob("*.toml")}

    def _put_notice(self, connection: Connection, notice: Notice, by: By, verb: str) -> None:
        before = store.year_facts(connection, notice.year)
        was = {**asdict(before), "days": _plain(store.days_of_notice(connection, notice.year))} if before else None
        store.put_notice(connection, notice)
        self._audit(connection, by, verb, str(notice.year), was, {**asdict(notice), "days": _plain(notice.days)})

    def _audit(
        self, connection: Connection, by: By, verb: str, subject_id: str, before: Any, after: dict[str, Any] | None
    ) -> None:
        audit.record(connection, by, self._clock.now(), verb, "calendar", subject_id, before, after)


def _of_notice(facts: YearFacts | None) -> tuple[str, date | None, str]:
    return (facts.number, facts.issued_on, facts.source) if facts else ("", None, "")


def _plain(days: tuple[ListedDay, ...]) -> list[list[object]]:
    return [[one.day, one.working, one.name] for one in days]


def _read_toml(path: Path) -> Notice:
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise Refused("sheet_unreadable", path=str(path)) from error
    except tomllib.TOMLDecodeError as error:
        raise Refused("notice_toml", name=path.name) from error
    return read_notice(values)


def _read_table(path: Path) -> Notice:
    from qualitydesk.sheets import read_sheet  # its drivers are not paid for at every start

    sheet = read_sheet(path)
    return notice_of_rows(sheet.head, ((row.line, row.cells) for row in sheet.rows))
