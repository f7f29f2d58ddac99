"""A checklist to fill by hand as values of forms/checklist.toml: one list a person, or items against people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from qualitydesk.basics.phrases import say
from qualitydesk.inspections.model import AnswerKind, Item, Texts
from qualitydesk.inspections.model.checklists import (
    ChecklistHead,
    ChecklistLayout,
    ChecklistOptions,
    ChecklistStop,
)
from qualitydesk.inspections.rules.units import unit_words
from qualitydesk.printing.fields import Field, field

COLUMNS = {("A4", False): 6, ("A4", True): 12, ("A5", False): 5, ("A5", True): 8}
"""How many people stand beside one another, by paper and whether it lies on its side."""


def checklist_fields(
    stops: Sequence[ChecklistStop],
    sections: Mapping[str, Texts],
    head: ChecklistHead,
    options: ChecklistOptions,
) -> dict[str, Any]:
    """Exactly the keys of `CHECKLIST_FIELDS`. `sections`: the names of the packs' sections by their codes."""
    language = options.language
    matrix = options.layout is ChecklistLayout.MATRIX
    return {
        "number": "",
        "group_name": head.group_name,
        "institution": head.institution,
        "kind": head.kind,
        "day": head.day,
        "inspectors": head.inspectors,
        "packs": head.packs,
        "lists": [] if matrix else [_list(stop, sections, options) for stop in stops],
        "tables": _tables(stops, sections, options) if matrix else [],
        "how": say(language, f"checklist.how_{options.layout.value}"),
    }


def _section(item: Item, sections: Mapping[str, Texts], language: str) -> str:
    found = sections.get(item.section)
    return found[language] if found else ""


def _list(stop: ChecklistStop, sections: Mapping[str, Texts], options: ChecklistOptions) -> dict[str, Any]:
    language = options.language
    facts = " · ".join(part for part in (stop.name, stop.facts) if part)
    return {
        "stop": facts or say(language, "checklist.whom"),
        "rows": [_row(item, sections, options) for item in stop.items],
    }


def _row(item: Item, sections: Mapping[str, Texts], options: ChecklistOptions) -> dict[str, Any]:
    language = options.language
    judged = item.kind is not AnswerKind.SCALE and not item.by_figure
    return {
        "section": _section(item, sections, language),
        "item": item.title[language] + (say(language, "report.critical") if item.critical else ""),
        "standard": item.standard[language] if options.standards else "",
        "passed": judged,
        "failed": judged,
        "partly": item.kind is AnswerKind.PARTLY,
        "none": True,
        "figure": _figure(item, language),
    }


def _figure(item: Item, language: str) -> str:
    """What is to be written besides: a measure, a count, times."""
    if item.kind is AnswerKind.STEP:
        return say(language, "checklist.step")
    if item.kind is AnswerKind.SCALE:
        return say(language, "checklist.scale")
    if item.kind is AnswerKind.COUNT:
        return say(language, "checklist.count")
    if item.kind is AnswerKind.MEASURED and item.limit:
        return say(language, "checklist.measured", unit=unit_words(item.limit.unit, language))
    return ""


def _tables(
    stops: Sequence[ChecklistStop], sections: Mapping[str, Texts], options: ChecklistOptions
) -> list[dict[str, Any]]:
    """People with the same items beside one another, as many as the sheet holds."""
    wide = COLUMNS[options.paper, options.across]
    alike: dict[tuple[str, ...], list[ChecklistStop]] = {}
    for stop in stops:
        alike.setdefault(tuple(item.code for item in stop.items), []).append(stop)
    tables = []
    for found in alike.values():
        rows = [_row(item, sections, options) for item in found[0].items]
        for first in range(0, len(found), wide):
            part = found[first : first + wide]
            people = [{"name": stop.name, "facts": stop.facts} for stop in part]
            if not any(stop.name for stop in part):
                people = [{"name": "", "facts": ""} for _ in range(wide)]
            tables.append({"people": people, "rows": rows})
    return tables


def _sample_row(item: str, standard: str, figure: str, partly: bool, judged: bool = True) -> dict[str, Any]:
    return {
        "section": "",
        "item": item,
        "standard": standard,
        "passed": judged,
        "failed": judged,
        "partly": partly,
        "none": True,
        "figure": figure,
    }


_ROWS_ZH = [
    _sample_row("胸卡", "胸卡佩戴于左胸，位于袋口上方、院标之上。", "", False),
    _sample_row("电话四声之内接听", "铃响四声之内接听，并记录响铃次数。", "______ 声", False, False),
    _sample_row("不闲聊、不打私人电话", "当班不闲聊、不打私人电话、不看书报。", "", True),
]
_ROWS_EN = [
    _sample_row("Badge", "On the left, at the pocket's opening, above the logo.", "", False),
    _sample_row("Telephone answered in time", "Before the fourth ring; the count is recorded.", "______ rings", False,
                False),
    _sample_row("No chatting, no private calls", "On duty no chatting, private calls or reading.", "", True),
]  # fmt: skip

CHECKLIST_FIELDS: tuple[Field, ...] = (
    field("number", "编号", "Number", "XJ-BJ-2026-0131"),
    field("group_name", "集团名称", "Group", "和颐医疗集团", "Heyi Medical Group"),
    field("institution", "受检机构", "Institution", "北京和颐医院", "Heyi Hospital, Beijing"),
    field("kind", "检查类型", "Kind of round", "日常巡查", "Patrol"),
    field("day", "日期", "Day", "2026-11-24（周二）", "2026-11-24 (Tue)"),
    field("inspectors", "检查人", "Inspectors", "顾晓岚", "Gu Xiaolan"),
    field("packs", "检查标准", "Standards", "《导医规范》第 2 版", "Guides (edition 2)"),
    field("lists", "逐人检查表", "One list a person (rows: stop, rows)",
          [{"stop": "张𬱖 · BJ0127 · 导医", "rows": _ROWS_ZH}], [{"stop": "张𬱖 · BJ0127 · guide", "rows": _ROWS_EN}]),
    field("tables", "项目与人员对照表", "Items against people (rows: people, rows)",
          [{"people": [{"name": "张𬱖", "facts": "BJ0127"}, {"name": "㛃雅宁", "facts": "BJ0098"}], "rows": _ROWS_ZH}],
          [{"people": [{"name": "张𬱖", "facts": "BJ0127"}, {"name": "㛃雅宁", "facts": "BJ0098"}], "rows": _ROWS_EN}]),
    field("how", "填写说明", "How it is filled", "在方框内打勾。", "Tick the box that holds."),
)  # fmt: skip
