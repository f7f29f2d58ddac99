"""Sentences that still quote a value the edition has changed are found, however the figure is written in them."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rulebook.shipped_rules import edition as shipped_edition

from qualitydesk.rulebook.model import Column, Rule
from qualitydesk.rulebook.rules.comparing import put
from qualitydesk.rulebook.rules.quoting import Quote, numbers_in, quotes_left
from qualitydesk.rulebook.rules.texts import clause, counting_clause


def changed(rule: str, path: str, value: Any, texts: Mapping[str, str] | None = None) -> tuple[Quote, ...]:
    edition = shipped_edition(rule)
    values, said = copy.deepcopy(dict(edition.values)), copy.deepcopy(dict(edition.texts))
    put(values, path, value)
    for key, text in (texts or {}).items():
        put(said, key, text)
    return quotes_left(rule, (edition.values, edition.texts), (values, said), "zh", {"gm": "总经理"})


@pytest.mark.parametrize(
    ("rule", "path", "value", "said"),
    [
        (Rule.SETTLEMENT, "cap_percent", 25, "20"),
        (Rule.POINTS, "fen_per_point", 2000, "10"),
        (Rule.APPROVAL, "posts", ["head"], "总经理"),
        (Rule.MEMBER_POINTS, "valid_months", 36, "24"),
    ],
)
def test_a_sentence_that_still_says_what_was_is_told_in_either_language(
    rule: str, path: str, value: Any, said: str
) -> None:
    found = changed(rule, path, value)
    assert {one.path for one in found} >= {"texts.zh.summary"}, found
    assert said in {one.said for one in found}
    assert all(one.value == path and one.name and one.now for one in found)


def test_a_sentence_put_right_in_both_languages_is_not_asked_about() -> None:
    edition = shipped_edition(Rule.SETTLEMENT)
    new = {
        f"{language}.summary": str(edition.texts[language]["summary"]).replace("20", "25") for language in ("zh", "en")
    }
    assert changed(Rule.SETTLEMENT, "cap_percent", 25, new) == ()
    one = {"zh.summary": new["zh.summary"]}
    assert {quote.path for quote in changed(Rule.SETTLEMENT, "cap_percent", 25, one)} == {"texts.en.summary"}


def test_what_is_filled_in_from_the_values_follows_them_and_is_not_asked_about() -> None:
    edition = shipped_edition(Rule.LADDER)
    values = copy.deepcopy(dict(edition.values))
    put(values, "columns.own_checks.3.amount", {"low": 33300, "high": 33300})
    put(values, "counting.look_back_months", 18)
    assert quotes_left(Rule.LADDER, (edition.values, edition.texts), (values, edition.texts), "zh", {}) == ()
    from dataclasses import replace

    after = replace(edition, values=values)
    for language in ("zh", "en"):
        assert "333" in clause(after, Column.OWN_CHECKS, 3, language)
        assert "200" not in clause(after, Column.OWN_CHECKS, 3, language)
        assert "18" in counting_clause(after, language) and "12" not in counting_clause(after, language)


def test_a_clause_somebody_typed_a_figure_into_is_asked_about() -> None:
    edition = shipped_edition(Rule.LADDER)
    texts = copy.deepcopy(dict(edition.texts))
    put(texts, "zh.clauses.own_checks_3", "同一检查项第三次违规的，处以二百元经济处分。")
    values = copy.deepcopy(dict(edition.values))
    put(values, "columns.own_checks.3.amount", {"low": 33300, "high": 33300})
    found = quotes_left(Rule.LADDER, (edition.values, texts), (values, texts), "zh", {})
    assert {one.path for one in found} == {"texts.zh.clauses.own_checks_3"}
    assert {one.said for one in found} == {"200"}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("不超过 50,000 元", "50000"),
        ("不超过5万元", "50000"),
        ("不超过五万元", "50000"),
        ("两万五千元", "25000"),
        ("二十四小时内", "24"),
        ("十四日", "14"),
        ("within seven days", "7"),
        ("99.5 元", "99.5"),
    ],
)
def test_figures_are_read_however_they_are_written(text: str, number: str) -> None:
    assert numbers_in(text)[number] == 1


@pytest.mark.parametrize("text", ["处以{low}元", "第二次累计", "统一管理"])
def test_open_places_ordinals_and_plain_words_are_no_figures(text: str) -> None:
    assert not numbers_in(text)


@given(st.integers(2, 10**8))
def test_every_figure_is_found_again(number: int) -> None:
    assert numbers_in(f"共 {number:,} 元")[str(number)] == 1
    assert numbers_in(f"共{number}元")[str(number)] == 1
