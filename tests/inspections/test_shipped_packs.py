"""The packs and sample lists we ship: readable, complete, one observation an item; and the format that guards them."""

from __future__ import annotations

import tomllib
from collections import Counter
from functools import cache
from itertools import product
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from reportlab.pdfbase.ttfonts import TTFont

from qualitydesk.basics.phrases import knows
from qualitydesk.basics.places import shipped
from qualitydesk.inspections.model.standards import (
    TIME_UNITS,
    AnswerKind,
    Gravity,
    Item,
    ItemGroup,
    Limit,
    Pack,
    PackKind,
    Target,
)
from qualitydesk.inspections.rules.choosing import items_for
from qualitydesk.inspections.rules.editions import OWN
from qualitydesk.inspections.rules.pack_format import PackErrors, parse_pack, to_toml

APPEARANCE = ("appearance_women", "appearance_men", "appearance_guides")


def _folder() -> Path:
    return shipped("resources/standards")


PACKS = tuple(sorted(path.stem for path in _folder().glob("*.toml") if path.stem != "coverage"))


@cache
def _pack(code: str) -> Pack:
    return parse_pack((_folder() / f"{code}.toml").read_text(encoding="utf-8"), code)


def _items() -> list[Item]:
    return [item for code in PACKS for item in _pack(code).items]


def _sample(name: str) -> dict[str, Any]:
    return tomllib.loads(shipped(f"resources/sample/{name}.toml").read_text(encoding="utf-8"))


def test_every_file_but_the_coverage_is_a_pack_named_as_its_code() -> None:
    assert len(PACKS) == 68
    for stem in PACKS:
        assert _pack(stem).code == stem


def test_the_packs_of_other_trades_ship_switched_off_and_those_of_a_clinic_on() -> None:
    trades = {code for code in PACKS if _pack(code).off}
    assert len(trades) == 37
    assert {"ktv_room", "bank_counter", "gas_hotline", "tech_hotline", "car_delivery", "health_check"} <= trades
    assert not [code for code in trades if _pack(code).posts]
    for code in ("telephone", "conduct_manner", "tea_service", "visitors", "clinic_path", "environment_toilets"):
        assert not _pack(code).off


def test_posts_named_by_packs_are_those_a_new_group_begins_with() -> None:
    known = {one["code"] for one in tomllib.loads(shipped("resources/posts.toml").read_text("utf-8"))["posts"]}
    named = {post for code in PACKS for post in _pack(code).posts or ()}
    named |= {post for item in _items() for post in item.posts or ()}
    assert named <= known


def test_the_packs_reach_the_people_they_are_meant_for() -> None:
    women, men, guides = (_pack(code) for code in APPEARANCE)
    assert women.applies_to("female", "nurse") and not women.applies_to("male", "nurse")
    assert men.applies_to("male", "doctor") and not men.applies_to("female", "doctor")
    assert guides.applies_to("male", "guide") and not guides.applies_to("male", "doctor")
    assert [pack.pass_mark for pack in (women, men, guides)] == [0.90] * 3


def test_codes_are_unique_over_all_packs_and_replaced_codes_exist() -> None:
    codes = Counter(item.code for item in _items())
    assert max(codes.values()) == 1
    assert {code for item in _items() for code in item.replaces} <= codes.keys()


def test_no_code_of_ours_begins_like_those_of_a_groups_own_packs() -> None:
    assert [item.code for item in _items() if item.code.startswith(f"{OWN}-")] == []


@pytest.mark.parametrize("code", PACKS)
def test_titles_fit_the_walking_page_and_differ_within_their_pack(code: str) -> None:
    for language, longest in (("zh", 26), ("en", 60)):
        titles = [item.title[language] for item in _pack(code).items]
        assert max(map(len, titles)) <= longest
        assert len(set(titles)) == len(titles)
        assert not [title for title in titles if title.endswith(("。", "."))]


def test_sentences_end_and_chinese_uses_full_width_signs() -> None:
    for item in _items():
        for texts in (item.standard, item.why):
            assert texts["zh"].endswith("。"), item.code
            assert texts["en"].endswith("."), item.code
            assert not set(texts["zh"]) & set(",.;:?!()'\""), item.code
        assert item.why["zh"].count("。") == 1, item.code


def test_an_item_that_may_be_partly_says_what_partly_is_and_no_other_does() -> None:
    for item in _items():
        allowed = item.kind is AnswerKind.PARTLY
        assert ("部分合格" in item.standard["zh"]) is allowed, item.code
        assert ("partly" in item.standard["en"]) is allowed, item.code


def test_both_languages_speak_of_not_applicable_together() -> None:
    for item in _items():
        assert ("不适用" in item.standard["zh"]) is ("ot applicable" in item.standard["en"]), item.code


def test_a_seasonal_item_says_so_in_its_title_and_standard() -> None:
    seasons = {item.code: item.season for item in _items() if item.season}
    assert seasons == {"W-SOCK-01": "summer", "W-SOCK-02": "winter"}


def test_steps_of_a_process_are_limited_in_units_of_time_and_name_who_acts() -> None:
    process = [pack for pack in map(_pack, PACKS) if pack.kind is PackKind.PROCESS]
    assert len(process) >= 30
    for pack in process:
        steps = [item for item in pack.items if item.kind is AnswerKind.STEP]
        assert steps and all(item.actor for item in steps), pack.code
        assert {item.limit.unit for item in steps if item.limit} <= TIME_UNITS.keys(), pack.code


def test_a_critical_item_is_not_a_matter_of_half_a_pass() -> None:
    assert [
        item.code for item in _items() if item.critical and item.kind in (AnswerKind.PARTLY, AnswerKind.SCALE)
    ] == []


def test_every_kind_of_answer_is_asked_for_by_a_pack_that_ships() -> None:
    assert {item.kind for item in _items()} == set(AnswerKind)


def test_a_place_is_asked_only_what_is_meant_for_places() -> None:
    packs = [_pack(code) for code in PACKS]
    of_places = [item.code for pack in packs if pack.target is Target.PLACE for item in pack.items]
    assert [item.code for item in items_for(packs, None, None, Target.PLACE)] == of_places
    assert not {item.code for item in items_for(packs, "female", "guide")} & set(of_places)


@pytest.mark.parametrize("code", PACKS)
def test_a_pack_written_as_toml_reads_the_same(code: str) -> None:
    assert parse_pack(to_toml(_pack(code)), code) == _pack(code)


def test_a_woman_guide_is_asked_each_fact_once() -> None:
    packs = [_pack(code) for code in APPEARANCE]
    codes = [item.code for item in items_for(packs, "female", "guide")]
    left_out = {"W-HAND-01", "W-HAND-02", "W-ORN-01", "W-ORN-02", "W-SHOE-01"}
    assert not left_out & set(codes)
    assert len(codes) == len(_pack(APPEARANCE[0]).items) - len(left_out) + len(_pack(APPEARANCE[2]).items)
    assert not [code for code in codes if code.startswith("M-")]


def test_a_woman_of_another_post_and_a_man_meet_their_own_list_only() -> None:
    packs = [_pack(code) for code in APPEARANCE]
    assert items_for(packs, "female", "nurse") == _pack(APPEARANCE[0]).items
    assert items_for(packs, "male", "doctor") == _pack(APPEARANCE[1]).items
    man_guide = [item.code for item in items_for(packs, "male", "guide")]
    assert "G-HAIR-01" not in man_guide and "G-HAND-01" in man_guide and "M-SHOE-03" in man_guide


def test_the_same_pack_chosen_twice_asks_each_item_once() -> None:
    assert items_for([_pack(APPEARANCE[0]), _pack(APPEARANCE[0])], "female", None) == _pack(APPEARANCE[0]).items


def test_every_word_of_a_pack_has_its_phrase_in_both_languages() -> None:
    codes = [f"answer_kind.{word}" for word in AnswerKind] + [f"item_group.{word}" for word in ItemGroup]
    codes += [f"gravity.{word}" for word in Gravity]
    assert [code for language in ("zh", "en") for code in codes if not knows(language, code)] == []


def test_the_shipped_font_has_every_character_of_packs_and_sample() -> None:
    files = [*_folder().glob("*.toml"), *shipped("resources/sample").glob("*.toml")]
    wanted = {sign for file in files for value in _texts(tomllib.loads(file.read_text("utf-8"))) for sign in value}
    glyphs = TTFont("Noto", str(shipped("resources/fonts/NotoSansSC-Regular.ttf"))).face.charToGlyph
    assert sorted(sign for sign in wanted if ord(sign) not in glyphs) == []


def _texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for inner in value.values() for text in _texts(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in _texts(inner)]
    return [value] if isinstance(value, str) else []


# ── the sample lists ────────────────────────────────────────────────────────


def test_the_sample_has_eight_institutions_and_two_hundred_and_twenty_employees() -> None:
    places = _sample("places")
    assert Counter(one["region"] for one in places["institutions"]) == {"beijing": 5, "other": 3}
    assert all(
        one["code"].isalpha() and one["code"].isupper() and 2 <= len(one["code"]) <= 6 for one in places["institutions"]
    )
    assert sum(one["size"] for one in places["institutions"]) + places["headquarters"]["size"] == 220
    assert places["headquarters"]["institution"] in {one["code"] for one in places["institutions"]}


def test_every_sample_post_sits_in_a_department_and_the_shares_make_a_hundred() -> None:
    places = _sample("places")
    departments = {one["code"] for one in places["departments"]}
    assert {one["department"] for one in places["posts"]} <= departments
    assert sum(one["share"] for one in places["posts"]) == 100
    assert set(_pack("appearance_guides").posts) <= {one["code"] for one in places["posts"]}
    assert departments - {one["department"] for one in places["posts"]} == set()


def test_the_names_suffice_and_stand_once_in_their_list() -> None:
    names = _sample("names")
    surnames = [name for part in names["surnames"].values() for name in part]
    assert len(surnames) == len(set(surnames)) >= 90
    for given in names["given"].values():
        assert len(given) == len(set(given))
        assert len({a + b for a, b in product(surnames, given)}) > 2200
    assert {"张𬱖", "㛃雅宁", "王䶮"} <= {one["name"] for one in names["special"]}


def test_the_sample_notes_fit_items_that_exist() -> None:
    notes = _sample("notes")["notes"]
    assert {code for note in notes for code in note["items"]} <= {item.code for item in _items()}
    assert len(notes) >= 30 and all(note["zh"] and note["en"] for note in notes)


# ── the format ──────────────────────────────────────────────────────────────

SMALL = """\
code = "small"
edition = 2
name = { zh = "小包", en = "Small" }
purpose = { zh = "试用", en = "For trying" }
target = "place"
minutes = 4

[sections]
water = { zh = "饮水", en = "Water" }

[[items]]
code = "E-WATER-01"
section = "water"
group = "environment"
kind = "measured"
limit = { low = 35, high = 45.5, unit = "°C" }
weight = 2
critical = true
gravity = "serious"
title = { zh = "水温适宜", en = "The water is warm" }
standard = { zh = "三十五度以上。", en = "From 35 degrees." }
why = { zh = "不烫口。", en = "It does not scald." }
rule = "ladder"
source = "ours"
"""


def _faults(text: str) -> list[tuple[int, str, str]]:
    with pytest.raises(PackErrors) as caught:
        parse_pack(text, "small.toml")
    assert caught.value.name == "small.toml"
    for error, language in product(caught.value.errors, ("zh", "en")):
        told = error.told(language)
        assert str(error.line) in told and "{" not in told
    return [(error.line, error.key, error.code) for error in caught.value.errors]


def test_a_small_pack_is_read_as_written() -> None:
    pack = parse_pack(SMALL, "small.toml")
    assert (pack.code, pack.edition, pack.minutes, pack.pass_mark, pack.sex) == ("small", 2, 4, 0.90, None)
    (item,) = pack.items
    assert item.limit == Limit(35.0, 45.5, "°C")
    assert (item.kind, item.critical, item.gravity, item.replaces) == (AnswerKind.MEASURED, True, Gravity.SERIOUS, ())


@pytest.mark.parametrize(
    ("old", "new", "line", "key", "code"),
    [
        ("edition = 2", "edition = 0", 2, "edition", "not_between"),
        ("edition = 2", "edition = true", 2, "edition", "not_between"),
        ('code = "small"', 'code = "Small pack"', 1, "code", "code_shape"),
        ('"小包", en = "Small"', '"小包"', 3, "name.en", "missing"),
        ('name = { zh = "小包", en = "Small" }', 'name = "小包"', 3, "name", "not_table"),
        ('en = "Small" }', 'en = "Small", fr = "Petit" }', 3, "name.fr", "unknown_key"),
        ('target = "place"', 'target = "plaza"', 5, "target", "not_one_of"),
        ("minutes = 4", "minutes = 4\nsex = 'woman'", 7, "sex", "not_one_of"),
        ("minutes = 4", "minutes = 4\nposts = 'guide'", 7, "posts", "not_codes"),
        ("minutes = 4", "minutes = 4\npass_mark = 90", 7, "pass_mark", "not_between"),
        ('water = { zh = "饮水", en = "Water" }', 'water = { zh = "饮水" }', 9, "sections.water.en", "missing"),
        ("[[items]]", 'air = { zh = "空气", en = "Air" }\n[[items]]', 11, "sections.air", "section_empty"),
        ('"E-WATER-01"', '"water"', 12, "items[1].code", "code_shape"),
        ('section = "water"', 'section = "tea"', 13, "items[1].section", "section_unknown"),
        ('group = "environment"\n', "", 11, "items[1].group", "missing"),
        ('limit = { low = 35, high = 45.5, unit = "°C" }\n', "", 11, "items[1].limit", "limit_missing"),
        ('"measured"', '"yes_no"', 16, "items[1].limit", "limit_unneeded"),
        ("low = 35, high = 45.5, ", "", 16, "items[1].limit", "limit_open"),
        ("low = 35", "low = 60", 16, "items[1].limit", "limit_order"),
        ("weight = 2", "weight = 11", 17, "items[1].weight", "not_between"),
        ("critical = true", 'critical = "yes"', 18, "items[1].critical", "not_flag"),
        ("critical = true", "criticl = true", 18, "items[1].criticl", "unknown_key"),
        ('"水温适宜"', "7", 20, "items[1].title.zh", "not_text"),
        ('source = "ours"', 'source = "ours"\nseason = "monsoon"', 25, "items[1].season", "not_one_of"),
    ],
)
def test_a_fault_is_told_with_its_line_and_key(old: str, new: str, line: int, key: str, code: str) -> None:
    assert old in SMALL
    assert (line, key, code) in _faults(SMALL.replace(old, new, 1))


def test_a_step_may_have_a_limit() -> None:
    (item, *_rest) = parse_pack(SMALL.replace('"measured"', '"step"', 1), "small.toml").items
    assert item.by_figure and item.limit is not None and item.limit.unit == "°C"


def test_a_limit_that_is_no_number_is_told() -> None:
    assert _faults(SMALL.replace("low = 35", 'low = "warm"')) == [(16, "items[1].limit.low", "not_number")]


def test_a_text_that_is_no_toml_is_told_with_its_line() -> None:
    assert _faults(SMALL.replace("edition = 2", "edition = two")) == [(2, "small.toml", "syntax")]


def test_a_pack_without_items_or_with_a_code_twice_is_refused() -> None:
    head, item = SMALL.split("[[items]]")
    assert "no_items" in [code for _, _, code in _faults(head)]
    assert _faults(f"{head}[[items]]{item}\n[[items]]{item}") == [(27, "items[2].code", "twice")]


def test_all_faults_are_told_at_once_in_the_order_of_the_file() -> None:
    broken = SMALL.replace("edition = 2", "edition = -1").replace("weight = 2", "weight = 0")
    broken = broken.replace('"serious"', '"grave"')
    assert [line for line, _, _ in _faults(broken)] == [2, 17, 19]


def test_a_file_of_a_hundred_thousand_faults_is_answered_at_once_with_the_first_of_them() -> None:
    body = "\n".join(f"key{at} = {at}" for at in range(100_000))
    begun = process_time()
    with pytest.raises(PackErrors) as caught:
        parse_pack(body, "x.toml")
    assert process_time() - begun < 10
    assert len(caught.value.errors) == 201
    assert caught.value.errors[-1].code == "many_faults"
