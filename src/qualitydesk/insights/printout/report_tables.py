"""The tables of a report for a workbook or CSV: the same cells as on its paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from qualitydesk.basics.phrases import say
from qualitydesk.insights.model.reports import ReportName
from qualitydesk.insights.model.trends import TrendName
from qualitydesk.insights.printout.trend_words import head_of

Table = tuple[str, tuple[str, ...], list[tuple[str, ...]]]
"""Title, heads, rows."""

_FIGURES = ("what", "value", "before", "sentence")
_SCORES = ("who", "where", "score", "range", "inspected", "failed", "word")


def tables_of(name: ReportName, values: Mapping[str, Any], language: str) -> list[Table]:
    """Every table of a report that has rows, by its fields."""
    if name is ReportName.QUARTER:
        found = _quarter(values, language)
    elif name is ReportName.MONTH:
        found = [_named(values, key, "table", _FIGURES, language) for key in ("numbers", "levels", "clocks", "unseen")]
    else:
        keys = ("institutions", "departments", "employees")
        found = [_named(values, key, "score_table", _SCORES, language) for key in keys]
    return [one for one in found if one[2]]


def lines_of(name: ReportName, values: Mapping[str, Any], language: str) -> list[tuple[str, str]]:
    """The report in lines for the screen: (matter, what is said of it)."""
    if name is ReportName.QUARTER:
        return [(row["name"], row["sentence"]) for row in values["said"]]
    if name is ReportName.MONTH:
        between = "；" if language == "zh" else " · "
        return [
            (row["what"], between.join(one for one in (row["value"], row["sentence"]) if one))
            for row in values["numbers"]
        ]
    rows = [*values["institutions"], *values["departments"], *values["employees"]]
    total = [(say(language, "quality.score_table.all"), f"{values['total']}  {values['total_said']}")]
    return total + [
        (
            row["who"],
            "  ".join(one for one in (row["score"], row["range"], f"n = {row['inspected']}", row["word"]) if one),
        )
        for row in rows
    ]


def _quarter(values: Mapping[str, Any], language: str) -> list[Table]:
    said = ("name", "sentence")
    found = [_named(values, "said", "said_table", said, language)]
    for chart in values["charts"]:
        heads = tuple(chart[f"h{at}"] for at in range(1, 9))
        found.append((chart["title"], heads, _rows(chart["rows"])))
    received = tuple(say(language, f"quality.places.{one}") for one in ("cases", "cases_before"))
    heads = (*head_of(TrendName.FUNNEL, language), *received)
    found.append((say(language, "quality.places.title"), heads, _rows(values["places"])))
    for key, name in (("items", TrendName.ITEMS), ("subjects", TrendName.SUBJECTS), ("effects", TrendName.EFFECTS)):
        found.append((say(language, f"trend.name.{name}"), head_of(name, language), _rows(values[key])))
    return found


def _named(values: Mapping[str, Any], key: str, table: str, columns: Sequence[str], language: str) -> Table:
    heads = tuple(say(language, f"quality.{table}.{column}") for column in columns)
    rows = [tuple(str(row[column]) for column in columns) for row in values[key]]
    return say(language, f"quality.title.{key}"), heads, rows


def _rows(rows: Sequence[Mapping[str, str]]) -> list[tuple[str, ...]]:
    return [tuple(row.values()) for row in rows]
