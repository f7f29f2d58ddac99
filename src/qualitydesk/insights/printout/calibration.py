"""A calibration as values of forms/calibration.toml, and the words its page shares with it."""

from __future__ import annotations

from typing import Any

from qualitydesk.basics.clock import local
from qualitydesk.basics.phrases import say
from qualitydesk.insights.model.calibrating import CalibrationResult, Compared, ItemResult
from qualitydesk.inspections.model.calibrations import Calibration
from qualitydesk.printing.fields import Field, field

NOTHING = "–"
_MANY = 10
"""Below so many pairs the figures of a single item are noise (R. G. Newcombe 1998: 0 of 10 may be 28 %)."""
_BANDS = (("poor", 0.0), ("slight", 0.2), ("fair", 0.4), ("moderate", 0.6), ("good", 0.8))
"""Landis and Koch's words, a convention and no more; above the last it is very good."""

CALIBRATION_FIELDS: tuple[Field, ...] = (
    field("number", "编号", "Number", "JZ-BJ-2026-0003"),
    field("group_name", "集团名称", "Group", "和颐医疗集团", "Heyi Medical Group"),
    field("institution", "机构", "Institution", "北京和颐医院", "Heyi Hospital, Beijing"),
    field("day", "日期", "Day", "2026-11-20"),
    field("first", "检查人甲", "First inspector", "顾晓岚", "Gu Xiaolan"),
    field("second", "检查人乙", "Second inspector", "张𬱖", "张𬱖"),
    field("people", "受检人数", "People", "8"),
    field("pairs", "对照项数", "Answers compared", "152"),
    field("agreed", "一致率", "Agreed", "92% (140/152)"),
    field("kappa", "κ", "Kappa", "0.61 (0.45–0.77)"),
    field("pabak", "PABAK", "PABAK", "0.84"),
    field(
        "sentence",
        "结论",
        "In words",
        "两人在 152 项中有 140 项一致（92%），κ 为 0.61，一致程度较好；2 个检查项需要明确。",
        "The two agreed on 140 of 152 answers (92%); kappa 0.61, good agreement. 2 items are unclear.",
    ),
    field(
        "items",
        "检查项",
        "Items (rows: item, n, agreed, kappa, pabak, advice, tone)",
        [
            {
                "item": "淡妆上岗",
                "n": "8",
                "agreed": "62%",
                "kappa": "0.25",
                "pabak": "0.25",
                "advice": "改写该项：写明界限和例子",
                "tone": "bad",
            }
        ],
        [
            {
                "item": "Light make-up",
                "n": "8",
                "agreed": "62%",
                "kappa": "0.25",
                "pabak": "0.25",
                "advice": "Rewrite: say the limit and give examples",
                "tone": "bad",
            }
        ],
    ),
    field(
        "differed",
        "意见不一之处",
        "Where they differed (rows: item, name, first, second)",
        [{"item": "淡妆上岗", "name": "王小明", "first": "不合格", "second": "合格"}],
        [{"item": "Light make-up", "name": "Wang Xiaoming", "first": "Fail", "second": "Pass"}],
    ),
)


def calibration_fields(
    found: Calibration, result: CalibrationResult, language: str, *, group_name: str
) -> dict[str, Any]:
    """Exactly the keys of `CALIBRATION_FIELDS`, as plain JSON."""
    overall = result.overall
    return {
        "number": found.number,
        "group_name": group_name,
        "institution": found.institution,
        "day": f"{local(found.finished_at or found.started_at):%Y-%m-%d}",
        "first": found.raters[0].name,
        "second": found.raters[1].name,
        "people": str(found.people),
        "pairs": str(overall.agreement.n if overall.agreement else 0),
        "agreed": agreed_words(overall, counted=True),
        "kappa": kappa_words(overall, with_interval=True),
        "pabak": figure(overall.pabak),
        "sentence": sentence(found, result, language),
        "items": [_item(item, language) for item in result.items],
        "differed": [
            {
                "item": title(item, language),
                "name": one.name,
                "first": say(language, f"verdict.{one.first}"),
                "second": say(language, f"verdict.{one.second}"),
            }
            for item in result.items
            for one in item.differed
        ],
    }


def sentence(found: Calibration, result: CalibrationResult, language: str) -> str:
    """All of it in one or two sentences: how many agreed, what kappa says of it, who is stricter, what is unclear."""
    overall = result.overall
    if overall.agreement is None:
        return say(language, "calibration.nothing")
    kappa = overall.agreement.kappa
    told = {"n": overall.agreement.n, "agreed": overall.agreed, "percent": f"{100 * overall.agreement.observed:.0f}"}
    parts = []
    if kappa is None:
        parts.append(say(language, "calibration.no_variation", **told))
    else:
        band = say(language, f"calibration.band.{band_of(kappa)}")
        told |= {"kappa": f"{kappa:.2f}", "pabak": figure(overall.pabak), "band": band}
        parts.append(say(language, "calibration.sentence", **told))
        if overall.agreement.observed >= 0.8 and kappa < 0.4:
            parts.append(say(language, "calibration.paradox"))
    first, second = overall.stricter
    if first + second >= 4 and max(first, second) >= 3 * max(1, min(first, second)):
        who = found.raters[0 if first > second else 1].name
        parts.append(say(language, "calibration.stricter", name=who, more=max(first, second), less=min(first, second)))
    count = result.unclear
    parts.append(say(language, "calibration.unclear" if count else "calibration.clear", count=count))
    if all(item.compared.agreement is None or item.compared.agreement.n < _MANY for item in result.items):
        parts.append(say(language, "calibration.few", many=_MANY))
    return ("" if language == "zh" else " ").join(parts)


def band_of(kappa: float) -> str:
    """The conventional word for a kappa."""
    for name, below in _BANDS:
        if kappa <= below:
            return name
    return "very_good"


def figure(value: float | None) -> str:
    return NOTHING if value is None else f"{value:.2f}"


def kappa_words(one: Compared, *, with_interval: bool = False) -> str:
    """Kappa, with its 95 % interval where it is asked for; "–" where both always said the same."""
    found = one.agreement
    if found is None or found.kappa is None:
        return NOTHING
    if not with_interval or found.interval is None:
        return f"{found.kappa:.2f}"
    low, high = (max(-1.0, found.interval[0]), min(1.0, found.interval[1]))
    return f"{found.kappa:.2f} ({low:.2f}–{high:.2f})"


def agreed_words(one: Compared, *, counted: bool = False) -> str:
    """The raw share, with its counts."""
    if one.agreement is None:
        return NOTHING
    share = f"{100 * one.agreement.observed:.0f}%"
    return f"{share} ({one.agreed}/{one.agreement.n})" if counted else share


def title(item: ItemResult, language: str) -> str:
    return item.titles.get(language) or item.code


def _item(item: ItemResult, language: str) -> dict[str, str]:
    return {
        "item": title(item, language),
        "n": str(item.compared.agreement.n if item.compared.agreement else 0),
        "agreed": agreed_words(item.compared),
        "kappa": kappa_words(item.compared),
        "pabak": figure(item.compared.pabak),
        "advice": say(language, f"calibration.advice.{item.advice}"),
        "tone": "bad" if item.unclear else "",
    }
