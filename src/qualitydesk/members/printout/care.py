"""A day's contacts become the values of forms/care_list.toml (会员维护清单): who is called, whom a message goes to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from qualitydesk.basics.phrases import capital, knows, say
from qualitydesk.members.model.contacts import CLOSED, ContactLine, ContactState, DayList
from qualitydesk.members.rules.contact_words import gift_words, greeting_words, kept_words, line_occasion
from qualitydesk.members.rules.contacts import still_to_do
from qualitydesk.printing.fields import Field, field

_ROW = {
    "who": "李**", "telephone": "139****9000", "facts": "GK000128 · 金卡", "occasion": "满一个月电话回访",
    "gift": "", "due": "2026-11-23", "state": "未接通 1 次", "why": "", "tick": True,
}  # fmt: skip
_ROW_EN = {**_ROW, "facts": "GK000128 · gold", "occasion": "Call after one month", "state": "not reached, 1 ×"}
_KEPT = {
    **_ROW,
    "who": "王**",
    "telephone": "138****8000",
    "occasion": "生日祝贺",
    "why": "暂停维护 · TS-BJ-2026-000012",
}
_KEPT_EN = {**_KEPT, "facts": "GK000131 · VIP", "occasion": "Birthday", "why": "on hold · TS-BJ-2026-000012"}
_SECTION = {"institution": "北京和颐医院", "calls": [_ROW], "messages": [], "kept": [_KEPT]}
_SECTION_EN = {"institution": "Heyi Hospital, Beijing", "calls": [_ROW_EN], "messages": [], "kept": [_KEPT_EN]}

CARE_FIELDS: tuple[Field, ...] = (
    field("number", "编号", "Number", "WH-2026-11-23"),
    field("group_name", "集团名称", "Group", "和颐医疗集团", "Heyi Medical Group"),
    field("institution", "机构（空白为全集团）", "Institution (empty: the whole group)", ""),
    field("day", "日期", "Day", "2026-11-23 周一", "2026-11-23 Mon"),
    field("sums", "待办合计", "To do in all", "电话 1 个，短信 0 条；暂不联系 1 人；已办 0 项",
          "calls 1, messages 0; kept back 1; done 0"),
    field("hours", "短信发送时段", "Hours for messages", "9:00—20:00", "9:00–20:00"),
    field("general", "当日统一发送", "General messages (texts)", ["每周问候：共 12 人，已发 0 人，暂不发送 1 人"],
          ["Weekly greeting: 12 members, 0 sent, 1 kept back"]),
    field("nothing", "没有待办时的话", "Said when nothing is to be done", ""),
    field("sections", "各机构（行：institution、calls、messages、kept）",
          "Institutions (rows: institution, calls, messages, kept)", [_SECTION], [_SECTION_EN]),
    field("made_by", "制表人", "Made by", "张𬱖"),
    field("made_on", "制表日期", "Made on", "2026-11-23"),
)  # fmt: skip


@dataclass(frozen=True)
class CarePaper:
    """What a list is made of. `lines`: of one institution or of all; `institution` "" = the whole group."""

    found: DayList
    lines: Sequence[ContactLine]
    number: str
    group_name: str
    institution: str
    made_by: str
    made_on: date


def care_fields(paper: CarePaper, language: str) -> dict[str, Any]:
    """The values of the form; names and numbers are masked."""
    found, lines = paper.found, paper.lines
    todo = [one for one in lines if one.kept is None and still_to_do(one.state)]
    kept = [one for one in lines if one.kept is not None]
    homes = sorted({one.line.institution for one in (*todo, *kept)})
    calls, messages = _by_way(todo, "call"), _by_way(todo, "message")
    weekday = say(language, f"weekday.{found.day.isoweekday()}")
    return {
        "number": paper.number,
        "group_name": paper.group_name,
        "institution": paper.institution,
        "day": f"{found.day.isoformat()} {weekday}",
        "sums": say(
            language, "care_list.sums", calls=len(calls), messages=len(messages), kept=len(kept),
            done=sum(one.state in CLOSED for one in lines),
        ),
        "hours": f"{found.message_from}:00–{found.message_until}:00",
        "general": [
            say(
                language, "care_list.general", occasion=greeting_words(one.greeting, language), members=one.members,
                done=one.done, kept=one.kept,
            )
            for one in found.greetings
        ],
        "nothing": "" if todo or kept else say(language, "care_list.nothing"),
        "sections": [
            {
                "institution": home,
                "calls": [_row(one, language) for one in calls if one.line.institution == home],
                "messages": [_row(one, language) for one in messages if one.line.institution == home],
                "kept": [_row(one, language) for one in kept if one.line.institution == home],
            }
            for home in homes
        ],
        "made_by": paper.made_by,
        "made_on": paper.made_on.isoformat(),
    }  # fmt: skip


def _by_way(lines: Iterable[ContactLine], way: str) -> list[ContactLine]:
    return [one for one in lines if one.owed.way == way]


def _row(line: ContactLine, language: str) -> dict[str, Any]:
    tier = say(language, f"tier.name.{line.tier}") if knows(language, f"tier.name.{line.tier}") else line.tier
    tried = say(language, "care_list.tried", times=line.tried) if line.tried else ""
    put_off = line.state is ContactState.POSTPONED
    return {
        "who": line.line.called,
        "telephone": line.line.telephone,
        "facts": f"{line.line.number} · {tier}",
        "occasion": line_occasion(line, language),
        "gift": gift_words(line.owed.gift, language) if line.owed.gift else "",
        "due": line.owed.due_on.isoformat(),
        "state": capital(say(language, f"contact.state.{line.state}")) if put_off else tried,
        "why": kept_words(line, language),
        "tick": True,
    }
