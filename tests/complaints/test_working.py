"""A step's window in one transaction, on both databases; the list of cases as a file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.complaints.casebook import CaseHouse, a_case_house

from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.errors import Refused
from qualitydesk.complaints.model import CaseFilter, Stage, Step
from qualitydesk.complaints.model.work import StepWork
from qualitydesk.complaints.service.exporting import export_cases
from qualitydesk.storage.database import Database


@pytest.fixture
def house(database: Database, clock: FixedClock) -> CaseHouse:
    return a_case_house(database, clock)


def test_a_case_goes_from_intake_to_done_by_the_windows_own_verb(house: CaseHouse) -> None:
    case_id = house.open()
    house.drive(case_id, None)
    page = house.case(case_id)
    assert page.line.stage is Stage.DONE
    assert [one.step for one in page.course.visits] == list(Step)
    assert page.handlings and page.severity is not None and page.line.flagged


def test_what_a_window_records_is_taken_back_when_the_step_cannot_be_left(house: CaseHouse) -> None:
    case_id = house.open(Step.INVESTIGATED)
    page = house.case(case_id)
    without_contact = replace(house.work_for(page, Step.INVESTIGATED), contact=None)
    with pytest.raises(Refused) as told:
        house.complaints.work(case_id, page.line.revision, without_contact, house.by())
    assert [one.code for one in told.value.problems] == ["need_contact"]
    after = house.case(case_id)
    assert (after.notes, after.line.step, after.line.revision) == ((), Step.INVESTIGATED, page.line.revision)


def test_a_window_opened_before_somebody_else_saved_is_refused(house: CaseHouse) -> None:
    case_id = house.open(Step.DRAFTED)
    page = house.case(case_id)
    work = house.work_for(page, Step.DRAFTED)
    house.complaints.work(case_id, page.line.revision, replace(work, go_on=False), house.by())
    with pytest.raises(Refused) as told:
        house.complaints.work(case_id, page.line.revision, work, house.by())
    assert told.value.code == "stale"


def test_taken_down_and_accepted_in_one(house: CaseHouse) -> None:
    case_id = house.open()
    page = house.case(case_id)
    work = StepWork(handler_id=house.group.me, go_on=True, accept=True)
    house.complaints.work(case_id, page.line.revision, work, house.by())
    assert house.case(case_id).line.step is Step.INVESTIGATED
    assert house.case(case_id).course.accepted_at() is not None


def test_a_refused_solution_goes_back_to_the_drafting_with_its_words(house: CaseHouse) -> None:
    case_id = house.open(Step.APPROVED)
    work = StepWork(go_on=True, approved=False, approval_words="金额过高")
    revision = house.case(case_id).line.revision
    house.complaints.work(case_id, revision, work, By(house.director, house.group.me))
    page = house.case(case_id)
    assert page.line.step is Step.DRAFTED
    assert page.solution is not None and page.solution.approval_words == "金额过高"


def test_the_list_is_exported_with_names_or_without(house: CaseHouse, tmp_path: Path) -> None:
    house.open()
    house.open(Step.DRAFTED)
    named, bare = tmp_path / "named.xlsx", tmp_path / "bare.xlsx"
    assert export_cases(house.complaints, named, CaseFilter(), "zh") == 2
    assert export_cases(house.complaints, bare, CaseFilter(), "zh", names=False) == 2
    rows = [[str(cell) for cell in row] for row in load_workbook(named).active.iter_rows(values_only=True)]
    assert "王丽华" in rows[1] and "13812345678" in rows[1]
    text = str([list(row) for row in load_workbook(bare).active.iter_rows(values_only=True)])
    assert "王丽华" not in text and "13812345678" not in text and "患者在前台" not in text
