"""A year's notice out of plain values or a table's rows, and what is wrong with it; pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from qualitydesk.basics.errors import Problem, Refused
from qualitydesk.rulebook.model.days import DayChange, DayDraft, ListedDay, Notice, NoticePreview

YEARS = (2000, 2100)
LONGEST_NAME = 40
MOST_DAYS = 120
"""Far more than any year has had; a file with more is no notice."""
HEADS: Mapping[str, tuple[str, ...]] = {
    "day": ("日期", "date", "day"),
    "working": ("类型", "安排", "kind", "type"),
    "name": ("名称", "节日", "节假日", "name", "holiday"),
}
OFF = frozenset({"休", "休息", "放假", "假", "off", "holiday", "rest"})
WORK = frozenset({"班", "上班", "调休上班", "补班", "工作日", "work", "working", "workday"})


def read_notice(values: Mapping[str, Any]) -> Notice:
    """A notice from a file as in resources/calendar. Refused("notice_file") with every problem found."""
    problems: list[Problem] = []
    year = values.get("year")
    if not isinstance(year, int) or isinstance(year, bool) or not YEARS[0] <= year <= YEARS[1]:
        raise Refused("notice_file", problems=(Problem("year", "notice_year", {"low": YEARS[0], "high": YEARS[1]}),))
    days: list[ListedDay] = []
    holidays = values.get("holiday", ())
    for holiday in holidays if isinstance(holidays, list) else ():
        name = str(holiday.get("name", "")).strip() if isinstance(holiday, Mapping) else ""
        for key, working in (("off", False), ("work", True)):
            found = holiday.get(key, ()) if isinstance(holiday, Mapping) else ()
            for entry in found if isinstance(found, list | tuple) else (found,):
                day = day_of(entry)
                if day is None:
                    problems.append(Problem(f"{name}.{key}", "notice_day", {"found": str(entry)}))
                else:
                    days.append(ListedDay(day, working, name))
    issued_on = values.get("issued_on")
    notice = Notice(
        year=year,
        days=tuple(sorted(days, key=lambda one: one.day)),
        number=str(values.get("number", "")).strip(),
        issued_on=issued_on if isinstance(issued_on, date) and not isinstance(issued_on, datetime) else None,
        source=str(values.get("source", "")).strip(),
    )
    _refuse(problems + problems_in_notice(notice))
    return notice


def notice_of_rows(head: Sequence[str], rows: Iterable[tuple[int, Sequence[str]]]) -> Notice:
    """A notice from a table of (line, cells): day, off or work, name. Refused("notice_file") with every problem.

    It is of the year most of its days lie in.
    """
    heads = [cell.strip().casefold() for cell in head]
    at = {key: next((heads.index(word) for word in known if word in heads), None) for key, known in HEADS.items()}
    if at["day"] is None or at["working"] is None:
        raise Refused("notice_file", problems=(Problem("heads", "notice_heads"),))
    problems: list[Problem] = []
    days: list[ListedDay] = []
    for line, row in rows:
        cells = {key: row[column] if column is not None else "" for key, column in at.items()}
        day, working = day_of(cells["day"]), _working(cells["working"])
        if day is None:
            problems.append(Problem(f"row.{line}", "notice_row_day", {"row": line, "found": cells["day"]}))
        elif working is None:
            problems.append(Problem(f"row.{line}", "notice_row_kind", {"row": line, "found": cells["working"]}))
        else:
            days.append(ListedDay(day, working, cells["name"].strip()))
    counted = Counter(one.day.year for one in days)
    year = max(counted, key=lambda one: (counted[one], one), default=YEARS[0])
    notice = Notice(year, tuple(sorted(days, key=lambda one: one.day)))
    _refuse(problems or problems_in_notice(notice))
    return notice


def preview(notice: Notice, standing: Sequence[ListedDay], own: Sequence[ListedDay], known: bool) -> NoticePreview:
    """What a notice would change: `standing` are the days of the notice there is, `own` the group's entries."""
    was = {one.day: one for one in standing}
    days = [(one, _change(was.get(one.day), one)) for one in notice.days]
    kept = {one.day for one in notice.days}
    days += [(one, DayChange.GONE) for one in standing if one.day not in kept]
    beside = tuple(one for one in own if one.day in kept or one.day.year == notice.year)
    return NoticePreview(notice, tuple(sorted(days, key=lambda entry: entry[0].day)), beside, known)


def _change(was: ListedDay | None, now: ListedDay) -> DayChange:
    if was is None:
        return DayChange.NEW
    return DayChange.SAME if (was.working, was.name) == (now.working, now.name) else DayChange.CHANGED


def problems_in_notice(notice: Notice) -> list[Problem]:
    """What a notice cannot be: empty, far too long, with a day twice or of another year."""
    problems: list[Problem] = []
    if not notice.days:
        problems.append(Problem("days", "notice_empty"))
    if len(notice.days) > MOST_DAYS:
        problems.append(Problem("days", "notice_too_long", {"most": MOST_DAYS}))
    seen: dict[date, bool] = {}
    for one in notice.days:
        if one.day in seen:
            problems.append(Problem("days", "notice_twice", {"day": one.day.isoformat()}))
        seen[one.day] = one.working
        before = one.day.year == notice.year - 1 and one.day.month == 12
        if one.day.year != notice.year and not before:
            problems.append(Problem("days", "notice_other_year", {"day": one.day.isoformat(), "year": notice.year}))
    return problems


def problems_in_day(draft: DayDraft) -> tuple[Problem, ...]:
    """What is wrong with an own entry, beside its fields."""
    found: list[Problem] = []
    if draft.day is None:
        found.append(Problem("day", "day_missing"))
    elif not YEARS[0] <= draft.day.year <= YEARS[1]:
        found.append(Problem("day", "notice_year", {"low": YEARS[0], "high": YEARS[1]}))
    if not draft.name.strip():
        found.append(Problem("name", "day_name_missing"))
    elif len(draft.name.strip()) > LONGEST_NAME:
        found.append(Problem("name", "draft_too_long", {"longest": LONGEST_NAME}))
    return tuple(found)


def day_of(found: object) -> date | None:
    """A day as files write it: a date, 2027-01-01, 2027/1/1, 2027.1.1, 2027年1月1日; None when it is none."""
    if isinstance(found, datetime):
        return found.date()
    if isinstance(found, date):
        return found
    parts = re.fullmatch(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?", str(found or "").strip().partition(" ")[0])
    if parts is None:
        return None
    try:
        return date(*(int(part) for part in parts.groups()))
    except ValueError:
        return None


def _working(found: str) -> bool | None:
    word = found.strip().casefold()
    return True if word in WORK else False if word in OFF else None


def _refuse(problems: Iterable[Problem]) -> None:
    if found := tuple(problems):
        raise Refused("notice_file", problems=found)
