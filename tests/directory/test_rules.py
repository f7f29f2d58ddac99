"""What the directory's rules say of drafts, days and chains of superiors."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from tests.directory.conftest import FOUNDATION, HIRED

from qualitydesk.basics.errors import Problem
from qualitydesk.basics.phrases import LANGUAGES, say
from qualitydesk.directory import rules
from qualitydesk.directory.model import (
    DepartmentDraft,
    EmployeeDraft,
    Foundation,
    InstitutionDraft,
    Placement,
    PostDraft,
    Region,
    Sex,
    Stand,
    SuperiorTerm,
)

A, B, C, D = (UUID(int=number) for number in range(1, 5))
NAMES = ["张𬱖", "㛃", "䶮", "Anna Li", "O'Neill", "欧阳 娜娜", "王", "长" * 40]


def told(problems: list[Problem]) -> set[tuple[str, str]]:
    """Field and code of each; and every one must have its sentence in both languages."""
    for problem in problems:
        for language in LANGUAGES:
            assert say(language, f"problem.{problem.code}", **problem.values)
    return {(problem.field, problem.code) for problem in problems}


def terms(*rows: tuple[UUID, date, UUID | None]) -> list[SuperiorTerm]:
    return [SuperiorTerm(*row) for row in rows]


def day(month: int, number: int = 1) -> date:
    return date(2026, month, number)


@pytest.mark.parametrize("name", NAMES)
def test_every_real_name_is_taken(name: str) -> None:
    assert rules.problems_in_name(name) == []


@pytest.mark.parametrize("name", ["", " ", "\t \n", "　"])
def test_a_name_of_blanks_is_none(name: str) -> None:
    assert told(rules.problems_in_name(name)) == {("name", "name_missing")}


@pytest.mark.parametrize("name", ["王小明😀", "王❤️", "李\u200b敏", "张\ufe0f", "👍🏽", "1\u20e3", "王\u202e"])
def test_pictures_and_unseen_signs_are_no_part_of_a_name(name: str) -> None:
    assert told(rules.problems_in_name(name)) == {("name", "name_pictures")}


@pytest.mark.parametrize("number", ["B001", "a-1", "QQ_7.2", "0007"])
def test_a_number_is_letters_digits_hyphens_underscores_and_dots(number: str) -> None:
    assert rules.problems_in_number(number) == []


@pytest.mark.parametrize("number", ["B 001", "工号1", "Ｂ001", "B001😀", "B/1", "B\u2013 1", "é1"])
def test_other_signs_and_blanks_inside_a_number_are_refused(number: str) -> None:
    assert told(rules.problems_in_number(number)) == {("number", "number_signs")}


def test_a_name_of_forty_one_characters_is_too_long() -> None:
    assert told(rules.problems_in_name("长" * 41)) == {("name", "name_long")}
    assert "40" in say("zh", "problem.name_long", longest=40)


def test_outer_blanks_do_not_count_and_inner_ones_become_one() -> None:
    assert rules.clean("  欧阳   娜娜　") == "欧阳 娜娜"
    assert rules.problems_in_name(" " + "长" * 40 + " ") == []


@pytest.mark.parametrize("code", ["", "B", "bjc", "BJ1", "ABCDEFG", "ＢＪ", "BJ ", "北京"])
def test_an_institution_code_is_two_to_six_capitals(code: str) -> None:
    assert told(rules.problems_in_institution(InstitutionDraft(code, "朝阳", Region.BEIJING))) == {
        ("code", "institution_code")
    }


@pytest.mark.parametrize("code", ["BJ", "ABCDEF"])
def test_the_shortest_and_longest_code_are_taken(code: str) -> None:
    assert rules.problems_in_institution(InstitutionDraft(code, "朝阳", Region.BEIJING)) == []


def test_an_empty_institution_lacks_name_code_and_region() -> None:
    assert told(rules.problems_in_institution(InstitutionDraft())) == {
        ("name", "name_missing"),
        ("code", "institution_code"),
        ("region", "region_missing"),
    }


def test_a_department_needs_its_institution_and_a_head_his_day() -> None:
    assert told(rules.problems_in_department(DepartmentDraft(name="导医台", head_id=A))) == {
        ("institution_id", "institution_missing"),
        ("head_since", "since_missing"),
    }
    assert rules.problems_in_department(DepartmentDraft(A, "导医台", head_id=B, head_since=HIRED)) == []


@pytest.mark.parametrize("code", ["", "g", "Guide", "1st", "导医", "g" * 32, "head guide"])
def test_a_post_code_is_a_small_word(code: str) -> None:
    assert told(rules.problems_in_post(PostDraft(code, "导医"))) == {("code", "post_code")}


def test_post_codes_of_packs_are_taken() -> None:
    for code in ("guide", "nurse", "head_guide", "post_2", "ab", "g" * 31):
        assert rules.problems_in_post(PostDraft(code, "导医")) == []


def test_an_empty_employee_lacks_everything_once() -> None:
    problems = rules.problems_in_employee(EmployeeDraft())
    assert told(problems) == {
        ("number", "number_missing"),
        ("name", "name_missing"),
        ("sex", "sex_missing"),
        ("hired_on", "hired_missing"),
        ("department_id", "department_missing"),
        ("post_id", "post_missing"),
    }
    assert len(problems) == 6


def test_days_of_an_employee_must_follow_each_other() -> None:
    whole = EmployeeDraft("1", "王", Sex.MALE, HIRED, date(2025, 2, 28), A, B, C, date(2025, 2, 28), D)
    assert told(rules.problems_in_employee(whole)) == {
        ("left_on", "left_before_hired"),
        ("since", "since_before_hired"),
    }
    assert rules.problems_in_employee(replace(whole, left_on=HIRED, since=HIRED)) == []


def test_nobody_is_his_own_superior_and_numbers_have_an_end() -> None:
    whole = EmployeeDraft("1" * 21, "王", Sex.MALE, HIRED, None, A, B, D, None, D)
    assert told(rules.problems_in_employee(whole)) == {("superior_id", "own_superior"), ("number", "number_long")}


def test_a_whole_foundation_has_no_problem() -> None:
    assert rules.problems_in_foundation(FOUNDATION) == []


def test_an_empty_foundation_lacks_everything() -> None:
    assert told(rules.problems_in_foundation(Foundation())) == {
        ("group_name", "name_missing"),
        ("institutions", "no_institution"),
        ("me_name", "name_missing"),
        ("me_department", "name_missing"),
        ("me_post", "name_missing"),
        ("me_number", "number_missing"),
        ("me_sex", "sex_missing"),
    }


def test_problems_of_an_institution_name_its_row() -> None:
    rows = (
        FOUNDATION.institutions[0],
        InstitutionDraft("BJC", "", Region.OTHER),
        InstitutionDraft(),
        InstitutionDraft(),
    )
    found = told(rules.problems_in_foundation(replace(FOUNDATION, institutions=rows)))
    assert ("institutions.1.code", "code_taken") in found
    assert ("institutions.1.name", "name_missing") in found
    assert ("institutions.3.code", "institution_code") in found
    assert ("institutions.3.code", "code_taken") not in found, "two empty codes are empty, not taken"


def test_who_i_am_must_belong_to_one_of_the_institutions() -> None:
    assert told(rules.problems_in_foundation(replace(FOUNDATION, me_institution=2))) == {
        ("me_institution", "institution_missing")
    }
    assert told(rules.problems_in_foundation(replace(FOUNDATION, me_number="9" * 21))) == {("me_number", "number_long")}


def test_what_holds_on_a_day_began_on_it_or_before() -> None:
    rows = terms((A, day(3), B), (A, day(6), C))
    assert rules.on_day(rows, date(2026, 2, 28)) is None
    assert rules.on_day(rows, day(3)) == rows[0]
    assert rules.on_day(rows, date(2026, 5, 31)) == rows[0]
    assert rules.on_day(reversed(rows), day(6)) == rows[1]


def test_a_ring_is_seen_at_any_length() -> None:
    assert rules.makes_a_ring(A, A, {})
    assert rules.makes_a_ring(A, B, {B: A})
    assert rules.makes_a_ring(A, B, {B: C, C: D, D: A})
    assert not rules.makes_a_ring(A, B, {B: C, C: None})
    assert not rules.makes_a_ring(A, None, {B: A})


def test_a_ring_of_others_does_not_hang_the_question() -> None:
    assert not rules.makes_a_ring(A, B, {B: C, C: B})


def test_a_ring_that_closes_only_later_is_seen_with_its_day() -> None:
    others = terms((B, day(6), A))
    assert rules.ring_day(A, B, day(3), others) == day(6)
    assert rules.ring_day(A, B, day(7), others) == day(7)
    assert rules.ring_day(A, None, day(7), others) is None


def test_a_ring_after_the_own_next_term_is_none() -> None:
    others = terms((A, day(5), C), (B, day(6), A))
    assert rules.ring_day(A, B, day(3), others) is None
    assert rules.ring_day(A, B, day(5), others) == day(6)


def test_a_ring_that_others_have_left_by_then_is_none() -> None:
    others = terms((B, day(1), A), (B, day(2), None))
    assert rules.ring_day(A, B, day(3), others) is None
    assert rules.ring_day(A, B, day(1), others) == day(1)


def test_a_history_has_a_line_only_where_something_changes() -> None:
    places = [Placement(A, day(1), B, C), Placement(A, day(4), B, C), Placement(A, day(6), D, C)]
    above = terms((A, day(1), None), (A, day(3), D), (A, day(6), D))
    assert rules.stands(places, above) == [
        Stand(day(1), B, C, None),
        Stand(day(3), B, C, D),
        Stand(day(6), D, C, D),
    ]


def test_a_superior_before_the_first_place_shows_with_it() -> None:
    assert rules.stands([Placement(A, day(3), B, C)], terms((A, day(1), D))) == [Stand(day(3), B, C, D)]
    assert rules.stands([], terms((A, day(1), D))) == []
