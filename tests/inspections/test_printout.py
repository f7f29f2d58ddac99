"""The report's values: exactly the declared fields, in the language of the paper, and printable."""

from __future__ import annotations

import json
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader
from tests.builders import Group, a_group, a_pack

from qualitydesk.basics.clock import FixedClock
from qualitydesk.inspections.model import Given, RoundResult, Verdict
from qualitydesk.inspections.printout import FIELDS, report_fields
from qualitydesk.printing.reading import load_form
from qualitydesk.printing.render import render
from qualitydesk.storage.database import Database

PASS, FAIL = Given(Verdict.PASS), Given(Verdict.FAIL)


@pytest.fixture
def house(sqlite_database: Database, clock: FixedClock) -> Group:
    """Two guides, one with a rare name; a pack of all kinds whose first item is critical."""
    made = a_group(sqlite_database, clock)
    made.hire("G1", "张𬱖")
    made.hire("G2", "O'Brien 㛃")
    made.adopt(
        a_pack("walk", 6, kinds=["yes_no", "partly", "scale", "measured", "count", "step"], critical=[1]), "walk"
    )
    return made


def result(house: Group, *given: Given | None) -> RoundResult:
    """A finished round: these answers for the first guide, all passes for the second."""
    round_id = house.begin("walk")
    walk = house.walk(round_id)
    good = (PASS, PASS, Given(number=5), Given(number=40), Given(seen=4, failed=0), PASS)
    for stop, answers in zip(walk.stops, (given, good), strict=True):
        for item, one in zip(walk.items[stop.id], answers, strict=False):
            if one is not None:
                house.rounds.record_answer(round_id, stop.id, item, one, house.by())
    house.clock.advance(timedelta(minutes=75))  # type: ignore[attr-defined]
    return house.rounds.finish_round(round_id, house.by()).value


def fields(found: RoundResult, language: str = "zh") -> dict[str, Any]:
    return report_fields(found, language, group_name="安和医疗集团", head_of_institution="沈知微")


BAD = (
    Given(Verdict.FAIL, note="胸卡戴在右侧\n已说明", fixed=True),
    Given(Verdict.PARTLY, note="仅一处"),
    Given(number=2),
    Given(number=61.5, note="量了两次"),
    Given(seen=10, failed=3),
    None,
)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_values_are_exactly_the_fields_and_plain_json(house: Group, language: str) -> None:
    told = fields(result(house, *BAD), language)
    assert set(told) == {field.key for field in FIELDS}
    assert json.loads(json.dumps(told, ensure_ascii=False)) == told
    for field in FIELDS:
        sample = field.sample_in(language)
        assert type(told[field.key]) is type(sample), field.key
        if isinstance(sample, list) and sample:
            may_be_empty = field.key in ("late", "timelines", "corrections", "disputes")
            assert told[field.key] or may_be_empty, field.key
            assert all(set(row) == set(sample[0]) for row in told[field.key]), field.key


def test_failed_items_say_what_was_seen_and_which_time(house: Group, clock: FixedClock) -> None:
    result(house, FAIL)
    clock.advance(timedelta(days=1))
    told = fields(result(house, *BAD))["failed"]
    assert [(row["item"], row["seen"], row["note"], row["repeat"], row["fixed"], row["tone"]) for row in told] == [
        ("第1项合格", "胸卡戴在右侧\n已说明", "", "第 2 次", True, "bad"),
        ("第3项合格", "2 分", "", "第 1 次", False, ""),
        ("第4项合格", "61.5 厘米", "量了两次", "第 1 次", False, ""),
        ("第5项合格", "查 10 例，不合格 3 例", "", "第 1 次", False, ""),
    ]
    assert told[0]["target"] == "张𬱖 · 导医" and told[0]["standard"].endswith("（关键项）")


def test_score_verdict_cause_and_change_are_told(house: Group, clock: FixedClock) -> None:
    first = fields(result(house, PASS, PASS, Given(number=5), Given(number=40), Given(seen=1, failed=0), PASS))
    assert (first["score"], first["verdict"], first["verdict_tone"]) == ("100.0 %", "合格", "good")
    assert (first["critical_cause"], first["change"]) == ("", "")
    clock.advance(timedelta(days=1))
    second = fields(result(house, *BAD))
    assert (second["verdict"], second["verdict_tone"]) == ("不合格", "bad")
    assert second["critical_cause"] == "关键项不合格，无论得分多少均判不合格：张𬱖“第1项合格”"
    assert second["answered"] == "已答 11 项，共 12 项"
    assert second["score"] == "69.0 %"  # (0 + 1/2 + 2/5 + 0 + 7/10 + 6) / 11 = 7.6 / 11
    assert second["score_why"].startswith("得分 7.6 / 11 分：各项按权重计分，部分合格计一半")
    assert second["score_why"].endswith("合格线 90 %")
    assert second["change"] == "较上次（XJ-BJC-2026-0001）下降 31.0 个百分点"


def test_times_people_and_packs_are_written_out(house: Group) -> None:
    told = fields(result(house, *BAD))
    assert (told["started"], told["finished"]) == ("2026-11-21（周六）10:00", "2026-11-21（周六）11:15")
    assert told["packs"] == "《标准 walk》第 1 版"
    assert [(row["name"], row["fails"], row["verdict"]) for row in told["people"]] == [
        ("张𬱖", "4", "不合格"),
        ("O'Brien 㛃", "0", "合格"),
    ]
    english = fields(result(house, *BAD), "en")
    assert english["started"].startswith("2026-11-21 (Sat)") and english["kind"] == "Patrol"
    assert english["failed"][0]["repeat"] == "2nd time"


def test_the_annex_holds_every_item_of_every_stop(house: Group) -> None:
    stops = fields(result(house, *BAD))["stops"]
    assert [len(stop["answers"]) for stop in stops] == [6, 6]
    first = stops[0]
    assert first["stop"] == "张𬱖（G1 · 导医）"
    assert [row["answer"] for row in first["answers"]] == [
        "不合格",
        "部分合格",
        "2 分\n不合格",
        "61.5 厘米\n不合格",
        "查 10 例，不合格 3 例\n不合格",
        "未答",
    ]
    assert first["answers"][0]["note"] == "胸卡戴在右侧\n已说明\n已当场整改"
    assert [row["tone"] for row in first["answers"]] == ["bad", "", "bad", "bad", "bad", ""]


def test_a_finding_left_out_stays_on_the_report_with_its_reason(house: Group) -> None:
    found = result(house, *BAD)
    house.findings.leave_out(found.findings[0].id, "工装未发放", house.by())
    row = fields(house.rounds.result(found.walk.round.id))["failed"][0]
    assert "工装未发放" in row["note"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_report_prints_without_a_missing_sign(house: Group, language: str) -> None:
    printed = render(
        load_form("inspection_report"), {**fields(result(house, *BAD), language), "check": "ABCDE"}, language
    )
    assert printed.pages >= 2 and printed.missing == ()


def test_a_long_note_stands_across_the_table_once_and_in_full(house: Group) -> None:
    long = "患者一人在台前等候。" * 500
    told = fields(result(house, Given(Verdict.FAIL, note=long)))
    assert (told["failed"][0]["long_note"], told["failed"][0]["seen"], told["failed"][0]["note"]) == (
        long,
        "不合格",
        "",
    )
    note = told["stops"][0]["answers"][0]["note"]
    assert note.endswith("（全文见“不合格项”）") and len(note) < 100
    printed = render(load_form("inspection_report"), told, "zh")
    text = "".join("".join(page.extract_text() for page in PdfReader(BytesIO(printed.pdf)).pages).split())
    assert text.count("患者一人在台前等候。") >= 500
    assert printed.pages <= 6
