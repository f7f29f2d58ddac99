"""Who has signed which edition, on both databases: recorded by the many, missing, taken back, printed, warned of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from tests.penalties.clinic import BADGE, HIRED, Clinic
from tests.penalties.settling import go

from qualitydesk.basics.changes import By, Change
from qualitydesk.basics.errors import Refused
from qualitydesk.penalties.model.acknowledgement import EditionSheet, SignDraft, SignWay, Stage
from qualitydesk.penalties.rules.acknowledgement import SOON, is_due
from qualitydesk.rulebook.model import Rule
from qualitydesk.storage import audit

TODAY = date(2026, 11, 21)


def edition(clinic: Clinic, rule: Rule = Rule.LADDER) -> UUID:
    return clinic.services.trials.in_force(rule).id


def sheet(clinic: Clinic, rule: Rule = Rule.LADDER) -> EditionSheet:
    return clinic.services.acknowledgements.sheet(edition(clinic, rule))


def missing(clinic: Clinic, rule: Rule = Rule.LADDER) -> set[str]:
    return {one.number for one in sheet(clinic, rule).signers if one.missing}


def draft(clinic: Clinic, *numbers: str, rule: Rule = Rule.LADDER, **values: Any) -> SignDraft:
    people = tuple(clinic.people[number] for number in numbers)
    usual: dict[str, Any] = {"signed_on": TODAY, "way": SignWay.PAPER}
    return SignDraft(edition(clinic, rule), people, **{**usual, **values})


def followed(clinic: Clinic, since: date, change: Mapping[str, Any] | None = None) -> UUID:
    """A second edition of the ladder from a day on."""
    first = clinic.services.trials.in_force(Rule.LADDER)
    values = {**first.values, **(change or {"counting": {**first.values["counting"], "look_back_months": 6}})}
    return clinic.services.rulebook.publish(Rule.LADDER, values, first.texts, since, clinic.by).value.id


def problems(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [one.code for one in refused.value.problems]


def test_everybody_employed_must_sign_and_many_are_recorded_at_once_with_their_scan(clinic: Clinic) -> None:
    assert missing(clinic) == set(clinic.people)
    done = clinic.services.acknowledgements.sign(draft(clinic, "G1", "G2"), clinic.by, files=[("表.jpg", b"scan")])
    assert (done.value, done.touched) == (2, {Change.SIGNATURES})
    assert missing(clinic) == set(clinic.people) - {"G1", "G2"}
    state = sheet(clinic).state
    assert (state.people, state.signed, state.missing) == (6, 2, 4)
    signed = {one.number: one.signed for one in sheet(clinic).signers if one.signed}
    assert {number: (one.signed_on, one.way, one.recorded_by) for number, one in signed.items()} == dict.fromkeys(
        ("G1", "G2"), (TODAY, SignWay.PAPER, "顾晓岚")
    )
    ((file_id, name),) = signed["G1"].files
    assert signed["G2"].files == ((file_id, name),)
    assert clinic.services.acknowledgements.file(file_id) == ("表.jpg", b"scan")
    with clinic.services.database.reading() as connection:
        (entry,) = audit.history(connection, "rule", edition(clinic))[-1:]
    assert entry.verb == "record_acknowledgements"
    assert (entry.after or {})["employees"] == [str(clinic.people["G1"]), str(clinic.people["G2"])]


def test_by_word_of_mouth_only_before_a_witness_who_neither_signs_nor_records(clinic: Clinic) -> None:
    sign = clinic.services.acknowledgements.sign
    for witness, code in ((None, "witness_missing"), ("G1", "sign_witness_signs"), ("ME", "witness_is_recorder")):
        told = draft(clinic, "G1", way=SignWay.SPOKEN, witness_id=clinic.people[witness] if witness else None)
        with pytest.raises(Refused) as refused:
            sign(told, clinic.by)
        assert problems(refused) == [code]
    sign(draft(clinic, "G1", way=SignWay.SPOKEN, witness_id=clinic.people["LEAD"]), clinic.by)
    (row,) = (one for one in sheet(clinic).signers if one.number == "G1")
    assert row.signed is not None and (row.signed.way, row.signed.witness) == (SignWay.SPOKEN, "㛃雅宁")


def test_what_cannot_be_is_refused_and_nothing_is_kept(clinic: Clinic) -> None:
    sign = clinic.services.acknowledgements.sign
    sign(draft(clinic, "G1"), clinic.by)
    for wrong, code in (
        (draft(clinic), "sign_nobody"),
        (draft(clinic, "G1", "G2"), "sign_twice"),
        (draft(clinic, "G2", signed_on=TODAY + timedelta(days=1)), "sign_day"),
        (draft(clinic, "G2", signed_on=None), "sign_day"),
        (draft(clinic, "G2", way=None), "sign_way_missing"),
    ):
        with pytest.raises(Refused) as refused:
            sign(wrong, clinic.by)
        assert problems(refused) == [code]
    with pytest.raises(Refused, match="no_such_edition"):
        sign(replace(draft(clinic, "G2"), edition_id=UUID(int=9)), clinic.by)
    assert sheet(clinic).state.signed == 1


def test_who_comes_is_missing_and_who_leaves_falls_out_but_keeps_the_signature(clinic: Clinic) -> None:
    clinic.sign_rules("G1", "G2")
    clinic.hire("N1", "新员工")
    clinic.hire("N2", "另一新员工")
    assert {"N1"} <= missing(clinic) and "G2" not in missing(clinic)
    before = sheet(clinic).state
    clinic.retire("G2", TODAY - timedelta(days=1))
    clinic.retire("N2", TODAY - timedelta(days=1))
    after = sheet(clinic).state
    assert (after.people, after.signed) == (before.people - 2, before.signed - 1)
    assert "N2" not in {one.number for one in sheet(clinic).signers}
    (gone,) = (one for one in sheet(clinic).signers if one.number == "G2")
    assert gone.signed is not None and not gone.must and not gone.missing


def test_the_points_scheme_is_signed_by_its_posts_only(clinic: Clinic) -> None:
    assert sheet(clinic, Rule.POINTS).signers == ()
    clinic.hire("C1", "单明霞", "consultant", "LEAD")
    assert missing(clinic, Rule.POINTS) == {"C1"}


def test_a_new_edition_is_signed_anew_and_the_old_one_keeps_its_signatures(clinic: Clinic) -> None:
    clinic.sign_rules()
    second = followed(clinic, TODAY + timedelta(days=10))
    signing = clinic.services.acknowledgements
    states = {one.id: one for one in signing.editions()}
    assert (states[second].stage, states[second].missing, states[second].day) == (
        Stage.COMING, 6, TODAY + timedelta(days=10),
    )  # fmt: skip
    assert signing.editions()[0].id == second, "what is coming stands first"
    told = {(one.rule, one.number): (one.missing, one.people) for one in clinic.services.penalties.unsigned_editions()}
    assert told == {("ladder", 2): (6, 6)}
    signing.sign(SignDraft(second, (clinic.people["G1"],), TODAY, SignWay.PAPER), clinic.by)
    go(clinic, TODAY + timedelta(days=20))
    states = {one.id: one for one in signing.editions()}
    first = next(one for one in states.values() if one.edition.rule == "ladder" and one.id != second)
    assert (states[second].stage, states[second].signed) == (Stage.IN_FORCE, 1)
    assert (first.stage, first.missing) == (Stage.PAST, 0)
    rows = signing.of_person(clinic.people["G2"])
    assert [(one.number, one.stage, one.signed is not None) for one in rows if one.rule == "ladder"] == [
        (2, Stage.IN_FORCE, False),
        (1, Stage.PAST, True),
    ]


def test_a_signature_recorded_by_mistake_is_taken_back_with_its_reason_and_may_come_again(clinic: Clinic) -> None:
    signing = clinic.services.acknowledgements
    clinic.sign_rules("G1")
    (row,) = (one for one in sheet(clinic).signers if one.number == "G1")
    assert row.signed is not None
    with pytest.raises(Refused, match="reason_missing"):
        signing.withdraw([row.signed.id], " ", clinic.by)
    signing.withdraw([row.signed.id], "登记错人", clinic.by)
    assert "G1" in missing(clinic)
    with pytest.raises(Refused, match="stale"):
        signing.withdraw([row.signed.id], "再次", clinic.by)
    with clinic.services.database.reading() as connection:
        (entry,) = audit.history(connection, "rule", edition(clinic))[-1:]
    assert (entry.verb, (entry.after or {})["reason"]) == ("withdraw_acknowledgement", "登记错人")
    signing.sign(draft(clinic, "G1"), clinic.by)
    assert "G1" not in missing(clinic)


def text_of(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def test_the_sheet_lists_who_is_missing_is_archived_and_prints_again_as_a_copy(clinic: Clinic) -> None:
    signing = clinic.services.acknowledgements
    clinic.sign_rules("G1")
    for at in range(60):
        clinic.hire(f"N{at:02}", f"新员工{at:02}")
    (paper,) = signing.issue_sheets(edition(clinic), [clinic.institution], clinic.by).value
    original = signing.originals([paper])
    pages = PdfReader(BytesIO(original)).pages
    assert len(pages) > 1
    told = text_of(original)
    assert "员工违规处分办法" in told and "QS-BJ-CF-1" in told and "处以 200 元经济处分" in told
    assert "周若彤" in told and "新员工59" in told and "张𬱖" not in told
    (line,) = sheet(clinic).sheets
    assert (line.number, line.pages) == ("QS-BJ-CF-1", len(pages))
    assert line.check in told
    assert "副本" in text_of(signing.reprint(paper))
    signing.issue_sheets(edition(clinic), [clinic.institution], clinic.by)
    assert {one.number for one in sheet(clinic).sheets} == {"QS-BJ-CF-1", "QS-BJ-CF-1-2"}
    assert "草稿" in text_of(signing.preview(edition(clinic), clinic.institution, "zh"))
    assert clinic.services.papers.check() == []


def test_no_sheet_is_printed_where_everybody_has_signed(desk: Clinic) -> None:
    desk.sign_rules()
    with pytest.raises(Refused, match="nobody_to_sign"):
        desk.services.acknowledgements.issue_sheets(edition(desk), [desk.institution], desk.by)
    assert sheet(desk).sheets == ()


def test_the_export_says_who_has_signed_and_how_far_each_edition_is(desk: Clinic, tmp_path: Path) -> None:
    desk.sign_rules("G1", "G2", on=date(2026, 11, 2))
    path = tmp_path / "signed.xlsx"
    desk.services.acknowledgements.export(path, edition(desk), None, "zh")
    book = openpyxl.load_workbook(path)
    rows = {row[2]: row for row in book["签收情况"].iter_rows(min_row=2, values_only=True)}
    assert rows["G1"][5:8] == ("已签收", rows["G2"][6], "纸质签字") and rows["G1"][6].date() == date(2026, 11, 2)
    assert rows["LEAD"][5] == "未签收"
    counts = {row[0]: row[4:] for row in book["各版本"].iter_rows(min_row=2, values_only=True)}
    assert counts["员工违规处分办法"] == (6, 2, 4)


def test_issuing_warns_of_the_edition_not_signed_by_the_day_of_the_act(clinic: Clinic) -> None:
    penalties = clinic.services.penalties
    day = TODAY - timedelta(days=5)
    slip = clinic.propose(clinic.walk(day, {"G1": (BADGE,)}), "G1")

    def told() -> dict[str, Mapping[str, Any]]:
        found = penalties.fairness(slip.id, By.alone(clinic.people["G2"]))
        return {line.code: line.values for line in found.warnings if line.code.startswith("fair.unsigned")}

    assert told()["fair.unsigned"]["edition"] == 1
    assert told()["fair.unsigned"]["act_day"] == day.isoformat()
    clinic.sign_rules("G2")
    assert set(told()) == {"fair.unsigned"}, "another's signature is not hers"
    clinic.sign_rules("G1", on=TODAY)
    assert told()["fair.unsigned_then"]["signed_day"] == TODAY.isoformat()
    (row,) = (one for one in sheet(clinic).signers if one.number == "G1")
    assert row.signed is not None
    clinic.services.acknowledgements.withdraw([row.signed.id], "日期有误", clinic.by)
    clinic.sign_rules("G1", on=day)
    assert told() == {}
    penalties.approve(slip.id, slip.revision, clinic.boss)
    penalties.issue(slip.id, slip.revision + 1, clinic.by)  # it warns and never blocks


def test_each_person_knows_what_is_signed_and_what_is_still_to_come(clinic: Clinic) -> None:
    clinic.sign_rules("G1", on=HIRED)
    mine = clinic.services.acknowledgements.of_person(clinic.people["G1"])
    assert {(one.rule, one.signed is not None) for one in mine} == {
        ("ladder", True),
        ("severity", True),
        ("settlement", True),
        ("points", True),
    }
    other = clinic.services.acknowledgements.of_person(clinic.people["G2"])
    assert {(one.rule, one.must, one.signed) for one in other} == {
        ("ladder", True, None),
        ("severity", True, None),
        ("settlement", True, None),
    }


@given(days=st.integers(-400, 400))
def test_what_is_told_on_the_first_page_is_in_force_or_begins_within_fourteen_days(days: int) -> None:
    since = TODAY + timedelta(days=days)
    stage = Stage.COMING if days > 0 else Stage.IN_FORCE
    assert is_due(stage, since, TODAY) is (days <= SOON)
    assert not is_due(Stage.PAST, since, TODAY)
