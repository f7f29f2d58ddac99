"""The work of a day becomes the values of forms/day_work.toml (今日工作单); people's names on it are masked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from qualitydesk.basics.clock import local
from qualitydesk.basics.phrases import capital, say
from qualitydesk.printing.fields import Field, field
from qualitydesk.today.model import Errand, Work, WorkList
from qualitydesk.today.printout.words import errand_words, what_words
from qualitydesk.today.rules import WAITING, is_late

_ROW = {
    "errand": "待批准", "what": "王** · CF-BJ-2026-0012", "institution": "北京和颐医院",
    "when": "逾期 2026-11-23 周一", "tone": "bad", "done": True,
}  # fmt: skip
_ROW_EN = {
    **_ROW, "errand": "To approve", "institution": "Heyi Hospital, Beijing", "when": "late 2026-11-23 Mon",
}  # fmt: skip
_SECTION = {"title": "处分待办　1 项，其中逾期 1 项", "rows": [_ROW], "more": ""}
_SECTION_EN = {"title": "Slips waiting: 1, 1 of them late", "rows": [_ROW_EN], "more": ""}

DAY_FIELDS: tuple[Field, ...] = (
    field("number", "编号", "Number", "GZ-2026-11-23"),
    field("group_name", "集团名称", "Group", "和颐医疗集团", "Heyi Medical Group"),
    field("day", "日期", "Day", "2026-11-23 周一", "2026-11-23 Mon"),
    field("as_of", "截至", "As of", "2026-11-23 09:10 时的情况", "As of 2026-11-23 09:10"),
    field("sums", "待办合计", "To do in all", "共 1 项，其中逾期 1 项", "1 in all, 1 of them late"),
    field("contacts", "会员维护", "Members to be contacted", "电话 1 个，短信 0 条", "calls 1, messages 0"),
    field("nothing", "没有待办时的话", "Said when nothing is to be done", ""),
    field("sections", "各类工作（行：title、rows、more）", "Kinds of work (rows: title, rows, more)",
          [_SECTION], [_SECTION_EN]),
    field("made_by", "制表人", "Made by", "张𬱖"),
    field("made_on", "制表日期", "Made on", "2026-11-23"),
)  # fmt: skip


@dataclass(frozen=True)
class DayPaper:
    """What the paper is made of. `lists` by their keys, in order; `contacts`: calls and messages owed to members."""

    number: str
    group_name: str
    day: date
    now: datetime
    lists: Mapping[str, WorkList]
    contacts: tuple[int, int]
    made_by: str


def day_fields(paper: DayPaper, language: str) -> dict[str, Any]:
    """The values of the form, as plain JSON."""
    count = sum(one.count for one in paper.lists.values())
    late = sum(one.late for one in paper.lists.values())
    calls, messages = paper.contacts
    wall = local(paper.now)
    return {
        "number": paper.number,
        "group_name": paper.group_name,
        "day": _day(paper.day, language),
        "as_of": say(language, "day_work.as_of", moment=f"{wall:%Y-%m-%d %H:%M}"),
        "sums": say(language, "day_work.sums_late" if late else "day_work.sums", count=count, late=late),
        "contacts": say(language, "day_work.contacts", calls=calls, messages=messages) if calls or messages else "",
        "nothing": "" if count else say(language, "day_work.nothing"),
        "sections": [_section(key, found, paper, language) for key, found in paper.lists.items() if found.count],
        "made_by": paper.made_by,
        "made_on": paper.day.isoformat(),
    }


def _section(key: str, found: WorkList, paper: DayPaper, language: str) -> dict[str, Any]:
    code = "day_work.titled_late" if found.late else "day_work.titled"
    rest = found.count - len(found.rows)
    return {
        "title": say(language, code, title=say(language, f"day_work.{key}"), count=found.count, late=found.late),
        "rows": [_row(work, paper, language) for work in found.rows],
        "more": say(language, "day_work.more", count=rest) if rest > 0 else "",
    }


def _row(work: Work, paper: DayPaper, language: str) -> dict[str, Any]:
    late = is_late(work, paper.day, paper.now)
    return {
        "errand": capital(errand_words(work, language)),
        "what": what_words(work, language, hidden=True),
        "institution": work.institution,
        "when": say(language, "day_work.late", when=_when(work, paper.day, language))
        if late
        else _when(work, paper.day, language),
        "tone": "bad" if late else "",
        "done": True,  # a box to tick
    }


def _when(work: Work, today: date, language: str) -> str:
    """The day or moment it is due; of what only waits since when."""
    if work.due_at is not None:
        wall = local(work.due_at)
        due = f"{_day(wall.date(), language)[5:]} {wall:%H:%M}"
        return say(language, "clock.provisional.due", due=due) if work.provisional else due
    if work.errand is Errand.SIGN:
        code = "day_work.stands" if work.day <= today else "day_work.in_force"
        return say(language, code, day=work.day.isoformat())
    if work.errand in WAITING:
        return say(language, "day_work.since", day=work.day.isoformat())
    return _day(work.day, language)


def _day(day: date, language: str) -> str:
    return f"{day.isoformat()} {say(language, f'weekday.{day.isoweekday()}')}"
