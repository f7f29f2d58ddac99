"""What may stand as a visitor count; a sheet of them read row by row."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from qualitydesk.basics.clock import local_day
from qualitydesk.basics.columns import plain
from qualitydesk.basics.errors import Problem
from qualitydesk.directory.model.visitors import VisitorCount

MOST_VISITORS = 1_000_000
HEADS: Mapping[str, tuple[str, ...]] = {
    "institution": ("机构", "门诊", "院区", "门店", "机构名称", "institution", "clinic"),
    "month": ("月份", "月", "日期", "年月", "month", "date"),
    "visitors": (
        "到诊量",
        "到诊人次",
        "人次",
        "就诊人次",
        "门诊量",
        "门诊人次",
        "来院人次",
        "visitors",
        "visits",
        "count",
    ),
}
"""What the columns of such sheets are usually called; the first is written into the template."""
_MONTH = re.compile(r"^(\d{4})\D{0,2}(\d{1,2})(?:\D.*)?$")


def problems_in_count(count: VisitorCount, now: datetime) -> list[Problem]:
    """A number from 0 to a million, of a month that has begun, by its first day."""
    problems = []
    if not 0 <= count.visitors <= MOST_VISITORS:
        problems.append(Problem("visitors", "visitors_range", {"most": f"{MOST_VISITORS:,}"}))
    if count.month.day != 1:
        problems.append(Problem("month", "visitors_month"))
    elif count.month > local_day(now):
        problems.append(Problem("month", "visitors_ahead"))
    return problems


@dataclass(frozen=True)
class CountRow:
    """A row of a sheet: what it says, or why it cannot be taken; `before`: what stands there now."""

    line: int
    name: str
    count: VisitorCount | None = None
    before: int | None = None
    problem: Problem | None = None


def columns_in(head: Sequence[str]) -> dict[str, int]:
    """Where each field stands, by what such columns are usually called."""
    known = {plain(words): field for field, names in HEADS.items() for words in names}
    found: dict[str, int] = {}
    for at, words in enumerate(head):
        field = known.get(plain(words))
        if field is not None:
            found.setdefault(field, at)
    return found


def month_in(text: str) -> date | None:
    """2026-03, 2026年3月, 2026/3/15, 202603: the first day of that month."""
    found = _MONTH.match(text.strip())
    if found is None or not 1 <= int(found[2]) <= 12:
        return None
    return date(int(found[1]), int(found[2]), 1)


def number_in(text: str) -> int | None:
    """8,400 or 8400.0 as a whole number."""
    plain_text = text.replace(",", "").replace("，", "").strip()
    plain_text = plain_text[:-2] if plain_text.endswith(".0") else plain_text
    return int(plain_text) if plain_text.isdecimal() else None


def count_row(
    line: int,
    cells: Mapping[str, str],
    homes: Mapping[str, UUID],
    there: Mapping[tuple[UUID, date], int],
    now: datetime,
) -> CountRow:
    """One row judged. `homes`: institutions by name and code, in plain words."""
    name = f"{cells['institution']} {cells['month']}".strip()
    home, month, number = homes.get(plain(cells["institution"])), month_in(cells["month"]), number_in(cells["visitors"])
    if home is None:
        return CountRow(line, name, problem=Problem("institution", "visitors_institution"))
    if month is None:
        return CountRow(line, name, problem=Problem("month", "visitors_month_unread"))
    if number is None:
        return CountRow(line, name, problem=Problem("visitors", "visitors_number"))
    count = VisitorCount(home, month, number)
    problems = problems_in_count(count, now)
    if problems:
        return CountRow(line, name, problem=problems[0])
    return CountRow(line, name, count, there.get((home, month)))
