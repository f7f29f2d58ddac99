"""The table of facts against the packs: made apart from them, held against them both ways."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from qualitydesk.basics.places import shipped
from qualitydesk.inspections.model.standards import AnswerKind, Item
from qualitydesk.inspections.rules.pack_format import parse_pack

NOTES = Path(__file__).parents[3] / "shared" / "domain.md"
HEADINGS = {f"2.{at}" for at in range(1, 10)}
KINDS = {"exactly", "about", "at most", "at least"}


@cache
def _items() -> dict[str, Item]:
    packs = (path for path in shipped("resources/standards").glob("*.toml") if path.stem != "coverage")
    return {item.code: item for path in packs for item in parse_pack(path.read_text("utf-8"), path.stem).items}


@cache
def _facts() -> list[dict[str, Any]]:
    facts: list[dict[str, Any]] = tomllib.loads(shipped("resources/standards/coverage.toml").read_text("utf-8"))[
        "facts"
    ]
    return facts


def _figures() -> list[tuple[str, dict[str, Any], list[str]]]:
    return [(fact["id"], figure, fact["items"]) for fact in _facts() for figure in fact.get("figures", ())]


def test_every_fact_has_items_that_exist_or_says_why_none_asks_for_it() -> None:
    assert {fact["where"] for fact in _facts()} == HEADINGS
    assert len({fact["id"] for fact in _facts()}) == len(_facts()) > 1400
    for fact in _facts():
        if "left_out" in fact:
            assert fact["beyond"] and fact["left_out"] and "items" not in fact, fact["id"]
        else:
            assert fact["items"] and set(fact["items"]) <= _items().keys(), fact["id"]


def test_no_fact_of_the_notes_is_left_out() -> None:
    assert [fact["id"] for fact in _facts() if "left_out" in fact and not fact.get("beyond")] == []


def test_every_item_stands_under_a_fact_or_is_marked_as_ours() -> None:
    named = {code for fact in _facts() for code in fact.get("items", ())}
    assert sorted(code for code, item in _items().items() if code not in named and item.source != "ours") == []


@pytest.mark.parametrize(("fact", "figure", "codes"), _figures())
def test_a_figure_of_a_fact_is_the_figure_of_its_item(fact: str, figure: dict[str, Any], codes: list[str]) -> None:
    assert figure["kind"] in KINDS
    items = [_items()[code] for code in codes]
    if figure["shown"] == "limit":
        assert any(_limits(item, figure) for item in items), fact
    else:
        assert any(_says(item, "zh", figure) and _says(item, "en", figure) for item in items), fact


def _limits(item: Item, figure: dict[str, Any]) -> bool:
    """Whether the item's limit is this figure, in its direction."""
    if item.limit is None:
        return False
    low, high, value = item.limit.low, item.limit.high, figure["value"]
    if "tolerance" in figure:
        return (low, high) == (value - figure["tolerance"], value + figure["tolerance"])
    ends = {"at most": (high,), "at least": (low,)}.get(figure["kind"], (low, high))
    return value in ends


def _says(item: Item, language: str, figure: dict[str, Any]) -> bool:
    """Whether the item's standard gives the figure in digits; a time of day as 08:20 or 8 点 20 分."""
    text = item.standard[language]
    if figure["unit"] == "clock":
        hour, minute = divmod(int(figure["value"]), 60)
        return f"{hour:02}:{minute:02}" in text or re.search(rf"\b{hour} 点( {minute} 分| ?整)?", text) is not None
    return f"{figure['value']:g}" in re.findall(r"\d+(?:\.\d+)?", text.replace(",", "").replace("，", " "))


def test_where_a_source_breaks_off_an_item_says_so() -> None:
    cut = {code for code, item in _items().items() if item.cut_off}
    for fact in _facts():
        if fact.get("cut_off") and "items" in fact:
            assert cut & set(fact["items"]), fact["id"]


def test_whatever_can_be_measured_is_measured() -> None:
    for fact, figure, codes in _figures():
        if figure["shown"] == "limit":
            kinds = {_items()[code].kind for code in codes if _limits(_items()[code], figure)}
            assert kinds <= {AnswerKind.MEASURED, AnswerKind.STEP}, fact


@pytest.mark.skipif(not NOTES.is_file(), reason="the working notes do not lie beside this checkout")
def test_every_figure_that_the_notes_mark_stands_in_the_table() -> None:
    section = NOTES.read_text("utf-8").split("**2.9 Other trades**")[1].split("\n## ")[0]
    marked = {
        float(number.replace(",", ""))
        for bold in re.findall(r"\*\*([^*]+)\*\*", section)
        for number in re.findall(r"\d[\d,]*(?:\.\d+)?", bold)
    }
    known = {float(figure["value"]) for fact, figure, _codes in _figures() if fact.startswith(("2.9", "x-"))}
    assert marked and marked <= known
