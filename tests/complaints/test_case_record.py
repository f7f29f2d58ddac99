"""The history of a case's record in words, on both databases: patients masked unless asked for."""

from __future__ import annotations

import re

import pytest
from tests.complaints.casebook import CaseHouse, a_case_house

from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.records import RecordLine
from qualitydesk.complaints.model import NoteKind, Step
from qualitydesk.complaints.rules.records import CASE_RECORD
from qualitydesk.storage.database import Database

RAW = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}|\b(telephone|main|complained|upheld|agreed|waiting)\b")


@pytest.fixture
def house(database: Database, clock: FixedClock) -> CaseHouse:
    return a_case_house(database, clock)


def said(line: RecordLine) -> dict[str, tuple[str, str]]:
    return {one.name: (one.before, one.after) for one in line.told}


def test_a_whole_case_is_told_in_words_and_nothing_raw(house: CaseHouse) -> None:
    case_id = house.open()
    house.drive(case_id, None)
    lines = house.group.directory.records.lines(CASE_RECORD, case_id, "zh")
    assert lines[-1].what == "登记" and not {line.what for line in lines} & {"其他操作"}
    steps = [said(line)["步骤"] for line in reversed(lines) if "步骤" in said(line)]
    assert steps[0] == ("登记投诉", "受理投诉") and steps[-1][1] == "已办结"
    assert [before for before, _after in steps[1:]] == [after for _before, after in steps[:-1]]
    assert any(said(line).get("等级", ("", ""))[1] for line in lines)
    for line in lines:
        assert not RAW.search(str(line.told)), line.told


def test_names_and_telephones_of_patients_are_masked_until_asked_for(house: CaseHouse) -> None:
    case_id = house.open(Step.ACCEPTED)
    records = house.group.directory.records
    opened = records.lines(CASE_RECORD, case_id, "zh")[-1]
    assert said(opened)["投诉人"] == ("", "王**") and said(opened)["投诉人电话"] == ("", "138****5678")
    assert "王丽华" not in str(records.lines(CASE_RECORD, case_id, "zh"))
    full = said(records.lines(CASE_RECORD, case_id, "zh", full=True)[-1])
    assert full["投诉人"] == ("", "王丽华") and full["投诉人电话"] == ("", "13812345678")


def test_who_looked_at_the_names_is_on_record_with_the_reason(house: CaseHouse) -> None:
    case_id = house.open()
    house.complaints.unmask(case_id, "回电核实", house.by())
    newest = house.group.directory.records.lines(CASE_RECORD, case_id, "zh")[0]
    assert (newest.what, said(newest)) == ("查看完整姓名电话", {"理由": ("", "回电核实")})


def test_a_note_written_on_tells_what_stood_there(house: CaseHouse) -> None:
    case_id = house.open()
    note, seen = house.complaints.save_note(case_id, NoteKind.OTHER, "初稿", house.by()).value
    house.complaints.save_note(case_id, NoteKind.OTHER, "定稿", house.by(), note_id=note, seen=seen)
    records = house.group.directory.records
    newest = records.lines(CASE_RECORD, case_id, "zh", parts=[("case_note", note)])[0]
    whole = records.lines(CASE_RECORD, case_id, "zh", parts=[("case_note", note)])
    first = records.lines(CASE_RECORD, case_id, "zh", parts=[("case_note", note)], limit=2)
    rest = records.lines(CASE_RECORD, case_id, "zh", parts=[("case_note", note)], after=first[-1])
    assert [*first, *rest] == whole and len(whole) == 3
    assert (newest.what, said(newest)) == ("改写记录", {"说明": ("初稿", "定稿")})
