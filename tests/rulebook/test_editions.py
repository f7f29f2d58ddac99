"""Editions, their texts, and the two small rules."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rulebook.shipped_rules import changed, edition, raw

from qualitydesk.basics.errors import Refused
from qualitydesk.basics.phrases import LANGUAGES, say
from qualitydesk.rulebook.model import AppealRule, Column
from qualitydesk.rulebook.rules import (
    appeal_last_day,
    carried_marks,
    clause,
    counting_clause,
    edition_for,
    problems_in_date,
    problems_in_edition,
    read_appeal,
    read_score,
)

DAYS = st.dates(date(2024, 1, 1), date(2028, 12, 31))


@given(st.lists(DAYS, min_size=1, max_size=6, unique=True), DAYS)
def test_the_edition_in_force_is_the_latest_that_had_taken_effect(starts: list[date], day: date) -> None:
    editions = [edition(number=number, effective_from=start) for number, start in enumerate(sorted(starts), 1)]
    found = edition_for(reversed(editions), day)
    before = [start for start in starts if start <= day]
    assert (found.effective_from if found else None) == max(before, default=None)


def test_an_edition_holds_from_its_very_day() -> None:
    only = edition(effective_from=date(2026, 11, 21))
    assert edition_for([only], date(2026, 11, 21)) is only
    assert edition_for([only], date(2026, 11, 20)) is None


@pytest.mark.parametrize(
    ("start", "latest", "code"),
    [
        (date(2026, 11, 20), None, "effective_in_past"),
        (date(2026, 11, 21), None, None),
        (date(2026, 11, 21), date(2026, 11, 21), "effective_not_later"),
        (date(2026, 12, 1), date(2027, 1, 1), "effective_not_later"),
        (date(2027, 1, 2), date(2027, 1, 1), None),
    ],
)
def test_a_new_edition_rules_neither_the_past_nor_before_the_last_one(
    start: date, latest: date | None, code: str | None
) -> None:
    problems = problems_in_date(start, latest, date(2026, 11, 21))
    assert [one.code for one in problems] == ([code] if code else [])
    for problem in problems:
        for language in LANGUAGES:
            assert "2027" in (text := say(language, "problem." + problem.code, **problem.values)) or "2026" in text


def test_every_shipped_rule_holds() -> None:
    for rule in ("ladder", "score", "appeal", "approval"):
        found = raw(rule)
        assert found["rule"] == rule
        assert problems_in_edition(rule, found["values"], found["texts"]) == ()


def test_a_rule_nobody_knows_is_told() -> None:
    (problem,) = problems_in_edition("lottery", {}, {})
    assert problem.code == "rule_unknown"


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        ("zh.title", " ", ("texts.zh.title", "text_missing")),
        ("en", None, ("texts.en.counting", "text_missing")),
        ("en.clauses.own_checks_2", None, ("texts.en.clauses.own_checks_2", "text_missing")),
        ("zh.appendix", "附则", ("texts.en.appendix", "text_missing")),
        ("zh.clauses.own_checks_2", "罚{sum}元", ("texts.zh.clauses.own_checks_2", "text_place_unknown")),
        ("zh.clauses.own_checks_2", "罚{元", ("texts.zh.clauses.own_checks_2", "text_place_unknown")),
    ],
)
def test_texts_are_whole_in_both_languages(path: str, value: Any, told: tuple[str, str]) -> None:
    found = raw("ladder")
    problems = problems_in_edition("ladder", found["values"], changed(found["texts"], {path: value}))
    assert told in [(one.field, one.code) for one in problems]
    assert len(problems) == len({(one.field, one.code) for one in problems})


def test_faults_of_values_and_texts_are_told_together() -> None:
    problems = problems_in_edition("appeal", {"days": 0}, {"zh": {"title": "申诉"}, "en": {}})
    assert [one.field for one in problems] == ["days", "texts.en.title"]


def test_a_clause_fills_in_the_sums_of_its_own_edition() -> None:
    now = edition()
    assert "处以 50 元或 100 元经济处分" in clause(now, Column.OWN_CHECKS, 2, "zh")
    assert "100 元至 1,000 元" in clause(now, Column.GROUP_ROUNDS, 2, "zh")
    dearer = edition(columns__own_checks__3__amount={"low": 25050, "high": 25050})
    assert "处以 250.50 元" in clause(dearer, Column.OWN_CHECKS, 3, "zh")
    assert clause(now, Column.GROUP_ROUNDS, 1, "en").startswith("First offence")
    assert "追溯 12 个月" in counting_clause(now, "zh")
    assert "Looking back 24 months" in counting_clause(edition(counting__look_back_months=24), "en")


def test_every_shipped_clause_can_be_read_in_both_languages() -> None:
    for language in LANGUAGES:
        for column in Column:
            for rung in (1, 2, 3):
                assert "{" not in clause(edition(), column, rung, language)


def test_a_value_the_group_changes_loses_the_mark_of_our_own() -> None:
    before = edition()
    same = carried_marks(before, raw("ladder")["values"])
    assert same == before.ours
    values = changed(
        raw("ladder")["values"],
        {"counting.look_back_months": 24, "columns.group_rounds.2.payers.head": "same"},
    )
    kept = carried_marks(before, values)
    assert set(before.ours) - set(kept) == {"counting.look_back_months", "columns.group_rounds.2.payers"}


def test_the_score_rule_ships_with_ninety_per_cent_and_a_half() -> None:
    rule = read_score(raw("score")["values"])
    assert (rule.pass_mark, rule.partly, rule.finding_below) == (Fraction(9, 10), Fraction(1, 2), 3)
    assert rule.critical_fails
    with pytest.raises(Refused):
        read_score({"pass_mark_percent": 101, "partly_percent": 50, "finding_below": 3, "critical_fails": True})


def test_an_appeal_may_be_made_until_the_last_day() -> None:
    rule = read_appeal(raw("appeal")["values"])
    assert appeal_last_day(date(2026, 11, 21), rule) == date(2026, 11, 28)
    assert appeal_last_day(date(2028, 2, 27), AppealRule(3)) == date(2028, 3, 1)
