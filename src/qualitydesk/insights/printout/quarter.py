"""The quarterly quality report as values of forms/quality_quarter.toml, in the language of the paper."""

from __future__ import annotations

from typing import Any

from qualitydesk.basics.phrases import say
from qualitydesk.insights.model.reports import Added, PlaceCases, QuarterFacts, ReportWish, ReportWords
from qualitydesk.insights.model.told import Told
from qualitydesk.insights.model.trends import Causes, OverTime, Trend
from qualitydesk.insights.printout.over_time_words import change_words, course_words
from qualitydesk.insights.printout.report_common import COMMON, ReportHead, cells, common
from qualitydesk.insights.printout.trend_marks import NONE
from qualitydesk.insights.printout.trend_plots import MOST_BARS, causes_plot, course_plot
from qualitydesk.insights.printout.trend_words import told
from qualitydesk.printing.fields import Field, field

_LINES = 12  # rows of an added chart that are printed; the page has them all
_EFFECTS = 15

_COURSE: dict[str, Any] = {
    "kind": "course", "values": [0.051, 0.044, None, 0.082], "lower": [0.01, 0.011, None, 0.012],
    "center": [0.05, 0.05, 0.05, 0.05], "upper": [0.09, 0.088, None, 0.08], "tones": ["", "", "", "bad"],
    "ticks": [[0, "26-01"], [2, "26-03"]], "flags": [[1, "礼仪培训"]], "percent": True, "unit": "",
}  # fmt: skip
_BARS: dict[str, Any] = {
    "kind": "bars", "names": ["↑ 当班不脱岗", "佩戴胸卡"], "values": [31, 12], "tones": [True, False],
    "labels": ["31 (72.1 %)", "12 (27.9 %)"],
}  # fmt: skip


def _row(*values: str) -> dict[str, str]:
    return cells([values])[0]


def _chart(title: str, sentence: str, heads: tuple[str, ...], note: str) -> dict[str, Any]:
    row = _row("2026-04", "37", "452", "8.2 %", "1.2 %", "5.0 %", "8.0 %", sentence)
    named = {f"h{at}": words for at, words in enumerate(heads, 1)}
    return {
        "title": title,
        "sentence": sentence,
        "method": "n = 1,830",
        "note": note,
        "drawing": _COURSE,
        "rows": [row],
        "lines": [],
        "more": "",
        **named,
    }


_HEADS_ZH = ("月份", "不合格", "检查项次", "比率", "下限", "中线", "上限", "信号")
_HEADS_EN = ("Month", "Failed", "Checks", "Rate", "Lower", "Middle", "Upper", "Signal")

QUARTER_FIELDS: tuple[Field, ...] = (
    *COMMON,
    field(
        "said",
        "变化",
        "What changed (rows: name, sentence)",
        [{"name": "不合格率", "sentence": "变化属正常波动。"}],
        [{"name": "Failed", "sentence": "Nothing but chance."}],
    ),
    field(
        "charts",
        "控制图",
        "Control charts (rows: title, sentence, method, note, drawing, rows c1–c8, h1–h8)",
        [_chart("不合格率走势", "自 2026-04 起变差。", _HEADS_ZH, "")],
        [_chart("Share failed", "Worse since 2026-04.", _HEADS_EN, "")],
    ),
    field(
        "annex",
        "附表说明",
        "What the annex holds",
        "以下为各走势图每期的数字和界限。",
        "Figures and limits of each point.",
    ),
    field(
        "places_said", "机构说明", "Institutions in a sentence", "各机构的差别均在正常范围内。", "No more than chance."
    ),
    field(
        "places",
        "机构比较",
        "Institutions (rows c1–c8)",
        [_row("天津海棠门诊部", "52", "890", "5.8 %", "4.5–7.6 %", "正常", "21", "33")],
        [_row("Haitang, Tianjin", "52", "890", "5.8 %", "4.5–7.6 %", "Inside", "21", "33")],
    ),
    field("items_said", "检查项说明", "Items in a sentence", "共 12 类，前 3 类占 80 %。", "3 of 12 make up 80 %."),
    field("items_plot", "检查项图", "Pareto of items (drawing)", _BARS),
    field(
        "items",
        "不合格项",
        "Items (rows c1–c9)",
        [_row("当班不脱岗", "31", "72.1 %", "72.1 %", "420", "7.4 %", "3.1 %", "+4.3", "+1.2 至 +7.4")],
        [_row("Stays on post", "31", "72.1 %", "72.1 %", "420", "7.4 %", "3.1 %", "+4.3", "+1.2 to +7.4")],
    ),
    field("items_more", "其余检查项", "Items not listed", "其余 9 行见趋势页。", "9 more rows."),
    field("subjects_said", "事项说明", "Subjects in a sentence", "共 6 类。", "6 kinds."),
    field("subjects_plot", "事项图", "Pareto of subjects (drawing)", _BARS),
    field(
        "subjects",
        "投诉事项",
        "Subjects (rows c1–c7)",
        [_row("等候时间", "9", "60.0 %", "60.0 %", "4", "2.25×", "0.69 至 7.31")],
        [_row("Waiting", "9", "60.0 %", "60.0 %", "4", "2.25×", "0.69 to 7.31")],
    ),
    field("subjects_more", "其余事项", "Subjects not listed", "", ""),
    field("effects_said", "措施说明", "Measures in a sentence", "3 项中 1 项有改善。", "1 of 3 better."),
    field(
        "effects",
        "措施效果",
        "Measures (rows c1–c8)",
        [
            _row(
                "2026-11-02",
                "更换夹式胸卡",
                "北京和颐医院",
                "9.1 % (12/132)",
                "4.0 % (5/125)",
                "−5.1",
                "−11.3 至 +1.0",
                "尚看不出差别",
            )
        ],
        [
            _row(
                "2026-11-02",
                "Clip-on badges",
                "Heyi, Beijing",
                "9.1 % (12/132)",
                "4.0 % (5/125)",
                "−5.1",
                "−11.3 to +1.0",
                "Open",
            )
        ],
    ),
    field("methods", "方法说明", "Methods (list)", ["排列图。"], ["Pareto."]),
)


def quarter_fields(
    facts: QuarterFacts, wish: ReportWish, words: ReportWords, head: ReportHead, language: str
) -> dict[str, Any]:
    """Every field of `QUARTER_FIELDS`."""
    items, subjects, effects = (
        told(facts.items, language),
        told(facts.subjects, language),
        told(facts.effects, language),
    )
    charts = _charts(facts, language)
    places = _places(facts, language)
    return {
        **common(wish, words, head, language),
        "said": said_of(facts, language),
        "charts": charts,
        "annex": say(language, "quality.annex") if any(one["rows"] for one in charts) else "",
        "places": places,
        "places_said": told(facts.places, language).sentence if facts.places and places else "",
        "items_said": items.sentence,
        "items_plot": causes_plot(facts.items),
        "items": cells(items.rows[:MOST_BARS]),
        "items_more": _more(items, language),
        "subjects_said": subjects.sentence,
        "subjects_plot": causes_plot(facts.subjects),
        "subjects": cells(subjects.rows[:MOST_BARS]),
        "subjects_more": _more(subjects, language),
        "effects_said": effects.sentence,
        "effects": cells(effects.rows[:_EFFECTS]),
        "methods": [one.method for one in (items, subjects, effects) if one.method],
    }


def _charts(facts: QuarterFacts, language: str) -> list[dict[str, Any]]:
    """The two control charts, then those put into the report; one that is the same gives the first its note only."""
    own = ((facts.fails, facts.long_fails), (facts.complaints, facts.long_complaints))
    charts = [_control(long, change_words(short, language), language) for short, long in own]
    for one in facts.added:
        same = next((at for at, (_short, long) in enumerate(own) if _is_same(one.trend, long)), None)
        if same is None:
            charts.append(_added(one, language))
        elif one.chart.note:
            charts[same]["note"] = "\n".join(note for note in (charts[same]["note"], one.chart.note) if note)
    return charts


def _is_same(one: Trend, other: OverTime) -> bool:
    return isinstance(one, OverTime) and (one.name, one.firsts, one.points) == (other.name, other.firsts, other.points)


def _places(facts: QuarterFacts, language: str) -> list[dict[str, str]]:
    """Institutions beside each other, as the funnel has them, with their cases; nothing to compare below two."""
    if facts.places is None:
        return []
    cases = {one.id: one for one in facts.cases}
    inspected = told(facts.places, language).rows
    rows = [
        (*row, *_cases_of(cases.get(place.id)))
        for row, place in zip(inspected, facts.places.places, strict=True)
    ]  # fmt: skip
    seen = {place.id for place in facts.places.places}
    rows += [(one.words, *(NONE,) * 5, *_cases_of(one)) for one in facts.cases if one.id not in seen]
    return cells(rows) if len(rows) > 1 else []


def _cases_of(found: PlaceCases | None) -> tuple[str, str]:
    return (f"{found.now:,}", f"{found.before:,}") if found else ("0", "0")


def _more(found: Told, language: str) -> str:
    rest = len(found.rows) - MOST_BARS
    return say(language, "quality.more", count=rest) if rest > 0 else ""


def said_of(facts: QuarterFacts, language: str) -> list[dict[str, str]]:
    """What changed, a sentence for each matter; the first two against the quarter before and over two years."""
    rows = [
        (long.name, f"{change_words(short, language)}{'' if language == 'zh' else ' '}{course_words(long, language)}")
        for short, long in ((facts.fails, facts.long_fails), (facts.complaints, facts.long_complaints))
    ]
    compared: tuple[Trend, ...] = (facts.places,) if facts.places and len(facts.places.places) > 1 else ()
    others: tuple[Trend, ...] = (*compared, facts.items, facts.subjects, facts.on_time, facts.closing, facts.effects)
    rows += [(one.name, told(one, language).sentence) for one in others]
    return [{"name": say(language, f"trend.name.{name}"), "sentence": sentence} for name, sentence in rows]


def _control(long: OverTime, change: str, language: str) -> dict[str, Any]:
    found = told(long, language)
    sentence = (
        f"{course_words(long, language)}{'' if language == 'zh' else ' '}{change}" if found.rows else found.sentence
    )
    return _printed(long, found, sentence, "", language)


def _added(one: Added, language: str) -> dict[str, Any]:
    found = told(one.trend, language)
    made = _printed(one.trend, found, found.sentence, one.chart.note, language)
    title = say(language, "quality.narrowed", title=made["title"], narrowed=one.narrowed)
    return {**made, "title": title if one.narrowed else made["title"]}


def _printed(trend: Trend, found: Told, sentence: str, note: str, language: str) -> dict[str, Any]:
    """A chart with its drawing and table; kinds without a drawing on paper tell their first rows in lines."""
    over, causes = isinstance(trend, OverTime), isinstance(trend, Causes)
    drawing = None
    if isinstance(trend, OverTime):
        drawing = course_plot(trend, language)
    elif isinstance(trend, Causes):
        drawing = causes_plot(trend)
    shown = () if over or causes else found.hints[:_LINES]
    rest = 0 if over or causes else len(found.rows) - len(shown)
    heads = found.head if over else ("",) * 8
    return {
        "title": say(language, f"trend.name.{trend.name}"),
        "sentence": sentence,
        "method": found.method,
        "note": note,
        "drawing": drawing,
        "rows": cells(found.rows) if over else [],
        "lines": list(shown),
        "more": say(language, "quality.more", count=rest) if rest > 0 else "",
        **{f"h{at}": words for at, words in enumerate(heads, 1)},
    }
