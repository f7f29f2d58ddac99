"""Editions side by side, changes taken over, values as they are kept."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rulebook.shipped_rules import changed, raw

from qualitydesk.basics.phrases import LANGUAGES
from qualitydesk.rulebook.model import Rule
from qualitydesk.rulebook.model.shapes import Difference, Field, Kind
from qualitydesk.rulebook.rules.comparing import (
    carried_over,
    differences,
    is_same,
    plain_copy,
    put,
    settled,
    text_differences,
)
from qualitydesk.rulebook.rules.reading import leaves_of
from qualitydesk.rulebook.rules.shapes import as_meant
from qualitydesk.rulebook.rules.wording import difference_rows, places_coded, places_said

LADDER = raw("ladder")


@pytest.mark.parametrize("rule", list(Rule))
def test_an_edition_does_not_differ_from_itself(rule: str) -> None:
    shipped = raw(rule)
    again = plain_copy(shipped["values"])
    assert again == shipped["values"]
    assert is_same(rule, (shipped["values"], shipped["texts"]), (again, plain_copy(shipped["texts"])))


def test_only_what_differs_is_told_in_the_order_of_the_rule() -> None:
    after = changed(
        LADDER["values"],
        {
            "columns.own_checks.3.amount.low": 30000,
            "counting.look_back_months": 24,
            "columns.group_rounds.3.told": None,
        },
    )
    assert differences("ladder", LADDER["values"], after) == (
        Difference("counting.look_back_months", 12, 24),
        Difference("columns.own_checks.3.amount.low", 20000, 30000),
        Difference("columns.group_rounds.3.told", ["superior", "head"], None),
    )


def test_a_text_is_told_by_its_language_and_key() -> None:
    texts = changed(LADDER["texts"], {"zh.clauses.own_checks_1": "口头警告。"})
    (one,) = text_differences(LADDER["texts"], texts)
    assert (one.path, one.after) == ("texts.zh.clauses.own_checks_1", "口头警告。")


@pytest.mark.parametrize("language", LANGUAGES)
def test_differences_are_said_in_words_with_units(language: str) -> None:
    after = changed(LADDER["values"], {"columns.own_checks.3.amount.low": 30000})
    texts = changed(LADDER["texts"], {"zh.clauses.own_checks_3": "处以{low}元。"})
    before = (LADDER["values"], LADDER["texts"])
    value, text = difference_rows("ladder", before, (after, texts), language, {})
    assert (value.before, value.after) == ("¥200.00", "¥300.00")
    assert "{low}" not in text.after
    assert text.scope and text.name


PATHS = sorted(leaves_of(LADDER["values"]))


@given(st.sets(st.sampled_from(PATHS), max_size=4), st.sets(st.sampled_from(PATHS), max_size=4))
def test_changes_are_carried_over_and_the_others_stay(mine: set[str], theirs: set[str]) -> None:
    base: dict[str, Any] = LADDER["values"]
    my = changed(base, dict.fromkeys(mine, "mine"))
    newest = changed(base, dict.fromkeys(theirs, "theirs"))
    found = leaves_of(carried_over(base, my, newest))
    assert {path for path in PATHS if found[path] == "mine"} == mine
    assert {path for path in PATHS if found[path] == "theirs"} == theirs - mine


def test_a_value_taken_away_takes_the_empty_tables_with_it() -> None:
    values: dict[str, Any] = {"a": {"b": {"c": 1}}, "d": 2}
    put(values, "a.b.c", None)
    assert values == {"d": 2}
    put(values, "a.x", [1])
    assert values == {"a": {"x": [1]}, "d": 2}


def test_what_absence_means_is_not_written_where_nothing_stood() -> None:
    flag = Field("skip", Kind.YES, "step_skip", may_lack=True, absent=False)
    assert settled(flag, None, False) is None
    assert settled(flag, False, False) is False
    assert settled(flag, None, True) is True
    posts = Field("posts", Kind.POSTS, "posts")
    assert settled(posts, ["gm"], ()) == []  # told as missing
    meant = Field("appeal_posts", Kind.POSTS, "appeal_posts", may_lack=True, absent=("gm",))
    assert settled(meant, None, ["gm"]) is None
    assert settled(meant, None, []) == []  # nobody is something else than what absence means
    assert settled(Field("told", Kind.CHOICES, "told", may_lack=True), [], ()) == []  # as it stood
    assert settled(Field("told", Kind.CHOICES, "told", may_lack=True), ["head"], ()) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_places_of_clauses_are_words_on_screen_and_codes_in_the_edition(language: str) -> None:
    for text in (*LADDER["texts"][language]["clauses"].values(), LADDER["texts"][language]["counting"]):
        said = places_said(text, language)
        assert places_coded(said, language) == text
        assert ("{" in text) == (said != text) or language == "en"


def test_an_older_edition_goes_by_what_its_silence_means() -> None:
    older, now = {"days": 7}, raw("appeal")["values"]
    assert differences("appeal", older, now) == ()
    other = {**now, "appeal_posts": ["hr"]}
    (row,) = difference_rows("appeal", (older, {}), (other, {}), "zh", {})
    assert (row.before, row.after) == ("总经理", "人事专员")
    severity = raw("severity")["values"]
    silent = {key: value for key, value in severity.items() if key not in ("no_level", "may_leave_out")}
    assert differences("severity", silent, severity) == ()
    assert as_meant("ladder", LADDER["values"]) == LADDER["values"]
