"""Wishes, suggestions and praise: logged, forwarded, answered, or become a complaint."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.complaints.desk import Desk, a_desk

from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.errors import Refused
from qualitydesk.complaints.model import Channel, Party, SubjectDraft, SubjectKind
from qualitydesk.complaints.model.wishes import (
    ForwardDraft,
    WishAnswer,
    WishFilter,
    WishKind,
    WishOutcome,
    WishState,
)
from qualitydesk.members.model import CustomerDraft
from qualitydesk.storage.database import Database


@pytest.fixture
def desk(database: Database, clock: FixedClock) -> Desk:
    """Once on each database."""
    return a_desk(database, clock)


def problems(error: pytest.ExceptionInfo[Refused]) -> set[tuple[str, str]]:
    return {(one.field, one.code) for one in error.value.problems}


def test_a_suggestion_is_logged_forwarded_and_answered(desk: Desk) -> None:
    wish_id = desk.log()
    by = desk.house.by()
    desk.house.later(hours=1)
    desk.wishes.forward(wish_id, 1, ForwardDraft(desk.logistics, desk.keeper, "请核实并反馈"), by)
    told_at = desk.house.later(days=1)
    answer = WishAnswer(WishOutcome.TAKEN_UP, "已电话告知：本周起候诊区提供薄毯")
    desk.wishes.answer(wish_id, 2, answer, by)
    found = desk.wishes.wish(wish_id)
    line = found.line
    assert (line.number, line.state, line.outcome) == ("YJ-BJC-2026-0001", WishState.ANSWERED, WishOutcome.TAKEN_UP)
    assert (line.department, line.employee, found.forwarded_by) == ("后勤保障部", "孙保全", "李敏")
    assert found.answer.startswith("已电话告知") and line.answered_at == told_at
    assert [one.verb for one in found.timeline] == ["log", "forward", "answer"]
    assert found.timeline[1].details == {"to": "后勤保障部 孙保全"}
    assert found.party.telephone == "13812345678"


def test_what_is_not_taken_up_says_why(desk: Desk) -> None:
    wish_id = desk.log()
    with pytest.raises(Refused) as told:
        desk.wishes.answer(wish_id, 1, WishAnswer(WishOutcome.NOT_TAKEN_UP), desk.house.by())
    assert problems(told) == {("words", "wish_answer_missing"), ("reason", "reason_missing")}
    answer = WishAnswer(WishOutcome.NOT_TAKEN_UP, "已向顾客说明", reason="消防要求，通道不能放柜子")
    desk.wishes.answer(wish_id, 1, answer, desk.house.by())
    assert desk.wishes.wish(wish_id).reason == "消防要求，通道不能放柜子"
    desk.wishes.answer(wish_id, 2, WishAnswer(WishOutcome.TAKEN_UP, "改放前台，已告知"), desk.house.by())
    found = desk.wishes.wish(wish_id)
    assert (found.line.outcome, found.reason) == (WishOutcome.TAKEN_UP, "")
    assert "通道不能放柜子" in found.timeline[1].words  # what was said first stays told
    with pytest.raises(Refused) as told:
        desk.wishes.forward(wish_id, 3, ForwardDraft(desk.logistics), desk.house.by())
    assert told.value.code == "wish_is_answered"


def test_praise_keeps_whom_it_names_for_rewards(desk: Desk) -> None:
    named = (desk.house.other, desk.house.guide)
    wish_id = desk.log(kind=WishKind.PRAISE, words="两位导医全程搀扶老人，非常感谢。", employees=named)
    desk.log(words="没有提到人")
    found = desk.wishes.praise(date(2026, 11, 30))
    assert [(one.number, one.employee_id) for one in found] == [("YJ-BJC-2026-0001", one) for one in named]
    assert desk.wishes.praise(date(2026, 10, 1)) == []
    with pytest.raises(Refused) as told:
        desk.wishes.answer(wish_id, 1, WishAnswer(WishOutcome.TAKEN_UP, "谢谢"), desk.house.by())
    assert problems(told) == {("outcome", "required")}
    desk.wishes.answer(wish_id, 1, WishAnswer(WishOutcome.PASSED_ON, "已向本人转达"), desk.house.by())
    assert [name for _id, name in desk.wishes.wish(wish_id).line.named] == ["李导医2", "王导医1"]
    assert len(desk.wishes.lines(WishFilter(employee_id=desk.house.guide))) == 1


def test_what_is_missing_is_said_and_takes_no_number(desk: Desk) -> None:
    guide = desk.house.guide
    with pytest.raises(Refused) as told:
        desk.log(words="", party=Party(), channel=None, employees=(guide, guide))
    assert problems(told) == {
        ("words", "required"),
        ("party", "required"),
        ("channel", "required"),
        ("employees", "person_twice"),
    }
    with pytest.raises(Refused) as told:
        desk.log(received_at=desk.house.clock.now() - timedelta(hours=2))
    assert problems(told) == {("backdate_reason", "reason_missing")}
    wish_id = desk.log(anonymous=True)
    found = desk.wishes.wish(wish_id)
    assert found.line.number == "YJ-BJC-2026-0001" and found.party == Party()


def test_a_wish_becomes_a_complaint_in_the_transaction_that_opens_it(desk: Desk) -> None:
    wish_id = desk.log(employees=(desk.house.guide,))
    draft = desk.wishes.case_draft(desk.wishes.wish(wish_id))
    assert draft.complainant.telephone == "13812345678" and draft.people[0].employee_id == desk.house.guide
    draft = replace(draft, subjects=(SubjectDraft(SubjectKind.ENVIRONMENT),))
    case_id = desk.house.complaints.open_case(draft, desk.house.by()).value
    found = desk.wishes.wish(wish_id)
    assert found.line.state is WishState.CASE and found.case == (case_id, "BJC20261101")
    assert found.timeline[-1].verb == "case" and found.timeline[-1].details == {"number": "BJC20261101"}
    with pytest.raises(Refused) as told:
        desk.house.complaints.open_case(draft, desk.house.by())
    assert told.value.code == "wish_is_case"
    assert desk.house.complaints.count() == 1


def test_a_flagged_customer_is_seen_and_all_records_of_one_person_belong_together(desk: Desk) -> None:
    members, by = desk.house.members, desk.house.by()
    home = desk.house.group.institution
    first, second = (
        members.add_customer(CustomerDraft("赵一鸣", telephones=(f"1390000111{at}",), institution_id=home), by).value
        for at in range(2)
    )
    members.flag_patient(first, "情绪易激动，接待时由主管陪同", by)
    wish_id = desk.log(party=Party("赵一鸣", customer_id=first))
    other = desk.log(party=Party("赵一鸣", customer_id=second))
    assert desk.wishes.wish(wish_id).flag == "情绪易激动，接待时由主管陪同"
    assert {one.id: one.flagged for one in desk.wishes.lines()} == {wish_id: True, other: False}
    members.merge_customers(first, second, "同一人", by)
    assert [one.id for one in desk.wishes.of_customer(first)] == [other, wish_id]


def test_lists_are_filtered_searched_and_written(desk: Desk, tmp_path: Path) -> None:
    suggestion = desk.log()
    desk.house.later(minutes=1)
    praise = desk.log(kind=WishKind.PRAISE, channel=Channel.LETTER, about=None, words="护士技术好，抽血不疼。")
    assert [one.id for one in desk.wishes.lines()] == [praise, suggestion]
    first = desk.wishes.lines(limit=1)
    assert [one.id for one in desk.wishes.lines(after=(first[0].received_at, first[0].id))] == [suggestion]
    assert [one.id for one in desk.wishes.lines(WishFilter(kind=WishKind.PRAISE))] == [praise]
    assert [one.id for one in desk.wishes.lines(WishFilter(text="毯"))] == [suggestion]
    assert [one.id for one in desk.wishes.lines(WishFilter(text="wxy"))] == [praise, suggestion]
    assert desk.wishes.count(WishFilter(waiting=True)) == 2
    assert desk.wishes.states() == {WishState.LOGGED: 2}
    path = tmp_path / "wishes.xlsx"
    assert desk.wishes.export(path, WishFilter(), "zh") == 2
    rows = list(load_workbook(path).active.iter_rows(values_only=True))
    assert rows[1][0] == "YJ-BJC-2026-0002" and "王秀英" in rows[1]
    desk.wishes.export(path, WishFilter(), "zh", names=False)
    rows = list(load_workbook(path).active.iter_rows(values_only=True))
    assert "王秀英" not in rows[1] and not any("抽血" in str(cell) for cell in rows[1])
