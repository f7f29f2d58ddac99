"""How a telephone is written and hidden, what a name is found by, who may be the same person."""

from __future__ import annotations

from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualitydesk.basics.initials import sound_alike
from qualitydesk.basics.masking import masked, masked_telephone
from qualitydesk.directory.model import Sex
from qualitydesk.members.model import CustomerDraft, Known, Likeness
from qualitydesk.members.rules import (
    keys_of,
    last_four,
    likeness,
    problems_in_customer,
    problems_in_telephone,
    telephone,
    telephones,
    typed,
)


@pytest.mark.parametrize(
    ("as_typed", "kept"),
    [
        ("13812345678", "13812345678"),
        ("13812345678.0", "13812345678"),  # a workbook's number
        ("1.3812345678E+10", "13812345678"),
        ("138 1234 5678", "13812345678"),
        ("138-1234-5678", "13812345678"),
        ("＋８６ １３８１２３４５６７８", "13812345678"),
        ("+86 138 1234 5678", "13812345678"),
        ("0086-13812345678", "13812345678"),
        ("8613812345678", "13812345678"),
        ("（010）6234 5678", "01062345678"),
        ("+86 10 6234 5678", "01062345678"),
        ("010-62345678-801", "01062345678-801"),
        ("010-62345678转801", "01062345678-801"),
        ("62345678 ext. 12", "62345678-12"),
        ("86123456", "86123456"),  # a local number, no country code
        ("+852 2345 6789", "+85223456789"),
        ("0085223456789", "+85223456789"),
        ("1381234-5678", "13812345678"),
        ("0755-62345678", "075562345678"),
        ("  ", ""),
    ],
)
def test_a_telephone_is_kept_one_way_however_it_is_typed(as_typed: str, kept: str) -> None:
    assert telephone(as_typed) == kept
    assert telephone(kept) == kept
    assert not problems_in_telephone(as_typed)


@given(st.text(max_size=30))
def test_writing_a_telephone_again_changes_nothing(text: str) -> None:
    once = telephone(text)
    assert telephone(once) == once


@given(
    st.integers(13_000_000_000, 19_999_999_999), st.sampled_from(["{}", "+86{}", "0086 {}", "{}.0", "{:.10E}", " {} "])
)
def test_every_mobile_survives_every_way_of_writing_it(number: int, way: str) -> None:
    assert telephone(way.format(number)) == str(number)


@pytest.mark.parametrize(
    ("as_typed", "code"),
    [
        ("1381234567", "telephone_mobile"),
        ("138123456789", "telephone_mobile"),
        ("没有电话", "telephone_signs"),
        ("12", "telephone_length"),
        ("+1234567890123456", "telephone_length"),
    ],
)
def test_what_is_no_telephone_is_named(as_typed: str, code: str) -> None:
    assert [problem.code for problem in problems_in_telephone(as_typed)] == [code]


def test_a_draft_wants_a_name_and_an_institution_and_no_telephone() -> None:
    found = {(problem.field, problem.code) for problem in problems_in_customer(CustomerDraft())}
    assert found == {("name", "name_missing"), ("institution_id", "institution_missing")}
    draft = CustomerDraft("王小明", None, ("138 1234 5678", "13812345678", " "), uuid4())
    assert not problems_in_customer(draft)
    assert telephones(draft) == ("13812345678",)


@pytest.mark.parametrize(
    ("plain", "hidden"),
    [
        ("13812345678", "138****5678"), ("01062345678-801", "010****5678"), ("62345678", "****5678"),
        ("+85223456789", "+85****6789"), ("1234", "****"), ("", ""),
    ],
)  # fmt: skip
def test_a_telephone_is_shown_by_its_ends(plain: str, hidden: str) -> None:
    assert masked_telephone(plain) == hidden


@given(st.text(min_size=2, max_size=40))
def test_of_a_name_nothing_but_its_first_character_is_shown(name: str) -> None:
    assert masked(name) == name[0] + "**"


def test_a_name_is_found_from_each_character_and_by_every_reading() -> None:
    keys = set(keys_of("单明霞"))
    assert {("w", "单明霞"), ("i", "明霞"), ("i", "霞")} <= keys
    assert {("p", "smx"), ("p", "dmx"), ("p", "cmx")} <= keys


def test_a_typed_text_is_read_as_what_it_may_be() -> None:
    assert typed("wxm").initials == "wxm" and typed("wxm").digits == ""
    assert typed("5678").digits == "5678" and typed("5678").number == "GK005678"
    assert typed("gk12").number == "GK000012" and typed("gk12").digits == ""
    assert typed("138 1234 5678").digits == "13812345678"
    assert typed(" 王  小明 ").words == "王 小明"
    assert typed("") == typed("  ")


def test_last_four_leave_an_extension_out() -> None:
    assert last_four("01062345678-801") == "5678"


def test_names_sound_alike_whatever_their_tones_and_characters() -> None:
    assert sound_alike("王晓明", "王小明")
    assert sound_alike("陈静怡", "程静宜") is False
    assert sound_alike("王小明", "王小") is False


def known(name: str, sex: Sex | None = Sex.MALE, institution: object = None) -> Known:
    return Known(uuid4(), name, sex, institution or HOME)  # type: ignore[arg-type]


HOME, AWAY = uuid4(), uuid4()
MINE = CustomerDraft("王小明", Sex.MALE, (), HOME)


def test_likeness_names_its_reason() -> None:
    assert likeness(MINE, known("李四"), True) is Likeness.TELEPHONE
    assert likeness(MINE, known("王小明"), False) is Likeness.PERSON
    assert likeness(MINE, known("王小明", institution=AWAY), False) is Likeness.NAME
    assert likeness(MINE, known("王小明", None), False) is Likeness.NAME
    assert likeness(MINE, known("王晓明"), False) is Likeness.NAME
    assert likeness(MINE, known("王小明", Sex.FEMALE), False) is None
    assert likeness(MINE, known("王大明"), False) is None


@pytest.mark.parametrize("other", ["Ana Lee", "Anna Leeh", "Anna Leo", "Annna Lee"])
def test_latin_names_one_letter_apart_are_offered(other: str) -> None:
    draft = CustomerDraft("Anna Lee", None, (), HOME)
    assert likeness(draft, known(other, None), False) is Likeness.NAME
    assert likeness(draft, known("Bob Ray", None), False) is None
