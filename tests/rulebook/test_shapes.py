"""Every shipped rule is described to its last value, in words of both languages."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from tests.rulebook.shipped_rules import edition, raw

from qualitydesk.basics.phrases import LANGUAGES, knows, say
from qualitydesk.rulebook.model import Rule
from qualitydesk.rulebook.model.shapes import Kind, Part, Rows
from qualitydesk.rulebook.rules.editions import READERS
from qualitydesk.rulebook.rules.reading import leaves_of
from qualitydesk.rulebook.rules.shapes import SHAPES, at, place_at, places_of
from qualitydesk.rulebook.rules.wording import choice_words, name_of, value_rows

RULES = [rule.value for rule in Rule]


@pytest.mark.parametrize("rule", RULES)
def test_every_value_of_a_shipped_rule_is_described(rule: str) -> None:
    undescribed = [path for path in leaves_of(raw(rule)["values"]) if place_at(rule, path) is None]
    assert undescribed == []


def test_a_value_nobody_described_is_found() -> None:
    assert place_at("appeal", "days") is not None
    assert place_at("appeal", "days_more") is None
    assert place_at("clocks", "clocks.closing.limitless") is None


def test_every_rule_that_can_be_read_is_described() -> None:
    assert set(SHAPES) == set(READERS) == set(Rule)


@pytest.mark.parametrize("rule", RULES)
def test_the_shipped_values_are_among_the_choices_and_within_the_limits(rule: str) -> None:
    values = raw(rule)["values"]
    for place in places_of(rule, values):
        one, value = place.field, at(values, place.path)
        if value is None:
            assert one.may_lack, place.path
            continue
        entries = value if isinstance(value, list) else [value]
        if one.kind in (Kind.CHOICE, Kind.CHOICES):
            assert set(entries) <= set(one.choices), place.path
            assert isinstance(value, list) == (one.kind is Kind.CHOICES or one.single), place.path
        elif one.kind in (Kind.MONEY, Kind.WHOLE, Kind.PERCENT, Kind.TIME):
            assert one.low <= value <= one.high, place.path
        elif one.kind is Kind.YES:
            assert isinstance(value, bool), place.path


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", RULES)
def test_no_code_reaches_a_reader(rule: str, language: str) -> None:
    for row in value_rows(edition(rule), language):
        assert row.name
        assert not re.search(r"[a-z]+_[a-z]+|[a-z]\.[a-z]", f"{row.scope} {row.name} {row.value}"), row


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", RULES)
def test_every_label_heading_choice_and_unit_has_its_words(rule: str, language: str) -> None:
    for part in SHAPES[rule]:
        if isinstance(part, Rows):
            assert all(knows(language, f"{part.words}.{code}") for code in part.known)
        titles = part.title if isinstance(part, Part) else (part.title,)
        assert all(knows(language, code) for code in titles)
        for one in part.fields:
            assert name_of(one, language)
            assert all(knows(language, f"{one.words}.{choice}") for choice in one.choices), one.key
            assert all(choice_words(one, choice, language, {}) for choice in one.choices)
            assert not one.unit or say(language, f"rule.unit.{one.unit}", count=2)
            assert not one.note or say(language, one.note)


def test_values_carry_their_units_and_marks() -> None:
    rows = {row.path: row for row in value_rows(edition("ladder"), "zh")}
    assert rows["counting.look_back_months"].value == "12 个月"
    assert rows["counting.look_back_months"].ours
    assert rows["columns.own_checks.2.amount.high"].value == "¥100.00"
    assert rows["columns.own_checks.2.amount.high"].scope == "机构自查 · 第二次"
    clocks = {row.path: row.value for row in value_rows(edition("clocks"), "en")}
    assert clocks["clocks.closing.per_region.beijing"].startswith("7 ")
    assert clocks["counting.cut_off"] == "18:00"
    assert "clocks.closing.group" not in clocks


def test_a_post_is_named_as_the_directory_names_it() -> None:
    row = value_rows(edition("approval"), "zh", {"gm": "集团总经理"})[0]
    assert row.value == "集团总经理"
    values: dict[str, Any] = {"posts": ["gm", "chief"]}
    row = value_rows(replace(edition("approval"), values=values), "zh", {"chief": "首席"})[0]
    assert row.value == "总经理、首席"
