"""Internal requests: a number without gaps, a short flow, an answer within three working days."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from openpyxl import load_workbook
from tests.complaints.desk import Desk, a_desk

from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.errors import Refused
from qualitydesk.complaints.model.clocks import ClockState
from qualitydesk.complaints.model.requests import AnswerDraft, RequestFilter, RequestState, RequestSums, RequestVerb
from qualitydesk.measures.model import Urgency
from qualitydesk.rulebook.model.days import DayDraft
from qualitydesk.storage.database import Database

ZONE = ZoneInfo("Asia/Shanghai")


@pytest.fixture
def desk(database: Database, clock: FixedClock) -> Desk:
    """Once on each database."""
    clock.set(datetime(2026, 11, 26, 10, 0, tzinfo=ZONE))  # a Thursday
    return a_desk(database, clock)


@pytest.fixture
def lite(sqlite_database: Database, clock: FixedClock) -> Desk:
    clock.set(datetime(2026, 11, 26, 10, 0, tzinfo=ZONE))
    return a_desk(sqlite_database, clock)


def problems(error: pytest.ExceptionInfo[Refused]) -> set[tuple[str, str]]:
    return {(one.field, one.code) for one in error.value.problems}


def test_a_request_is_asked_accepted_answered_and_confirmed(desk: Desk) -> None:
    request_id = desk.ask(since=date(2026, 11, 25), urgency=Urgency.URGENT)
    desk.house.later(hours=1)
    desk.accept(request_id)
    desk.house.later(hours=5)
    desk.answer(request_id)
    desk.house.later(hours=1)
    desk.confirm(request_id)
    found = desk.request(request_id)
    assert found.line.number == "NB-BJC-2026-0001"
    assert (found.line.asker, found.line.department, found.line.asked) == ("王导医1", "导医台", "后勤保障部")
    assert found.line.state is RequestState.CLOSED and not found.line.missed
    assert (found.accepted_by, found.answered_by, found.closed_by) == ("孙保全", "孙保全", "王导医1")
    assert found.answer == "已更换电源，当日恢复" and found.since == date(2026, 11, 25)
    assert [one.verb for one in found.timeline] == ["ask", "accept", "answer", "confirm"]
    assert found.timeline[1].decided_by == "孙保全" and found.timeline[1].entered_by == "李敏"
    assert [one.state for one in found.clocks] == [ClockState.KEPT]


def test_the_answer_is_owed_by_the_end_of_the_third_working_day(desk: Desk) -> None:
    request_id = desk.ask()
    due_at = datetime(2026, 12, 2, 0, 0, tzinfo=ZONE)  # Friday, Monday, Tuesday: the midnight that ends 1 December
    found = desk.request(request_id)
    assert found.line.due_at == due_at and found.clocks[0].due_on == date(2026, 12, 1)
    assert found.clocks[0].derivation
    assert desk.requests.count(RequestFilter(overdue=True)) == 0
    desk.house.clock.set(due_at + timedelta(minutes=1))
    assert [one.id for one in desk.requests.lines(RequestFilter(overdue=True))] == [request_id]
    assert desk.request(request_id).clocks[0].state is ClockState.OVERDUE
    desk.answer(request_id)
    assert desk.request(request_id).line.missed
    assert desk.requests.count(RequestFilter(overdue=True)) == 0


def test_sent_back_with_a_reason_its_time_begins_anew_and_what_was_kept_stays_kept(desk: Desk) -> None:
    request_id = desk.ask()
    desk.answer(request_id)
    desk.house.later(days=20)
    desk.send_back(request_id)
    found = desk.request(request_id)
    assert found.line.state is RequestState.ACCEPTED and found.line.returned == 1 and found.line.answered_at is None
    assert [one.state for one in sorted(found.clocks, key=lambda one: one.run)] == [
        ClockState.KEPT,
        ClockState.RUNNING,
    ]
    assert found.line.due_at == datetime(2026, 12, 22, 0, 0, tzinfo=ZONE)  # from Wednesday 16 December
    desk.house.later(days=30)
    desk.answer(request_id)
    assert desk.request(request_id).line.missed
    assert len(desk.request(request_id).clocks) == 2


def test_an_answer_from_before_it_was_accepted_accepts_it(desk: Desk) -> None:
    request_id = desk.ask()
    desk.answer(request_id)
    assert desk.request(request_id).accepted_by == "孙保全"


def test_passed_on_to_another_department_the_clock_runs_on(desk: Desk) -> None:
    request_id = desk.ask()
    due_at = desk.request(request_id).line.due_at
    desk.accept(request_id)
    desk.house.later(days=1)
    with pytest.raises(Refused) as told:
        desk.requests.pass_on(request_id, desk.seen(request_id), desk.logistics, "", desk.house.by(desk.keeper))
    assert problems(told) == {("asked_id", "request_there_already"), ("words", "reason_missing")}
    desk.requests.pass_on(request_id, desk.seen(request_id), desk.finance, "属于采购", desk.house.by(desk.keeper))
    found = desk.request(request_id)
    assert (found.line.asked, found.line.state, found.accepted_by) == ("财务部", RequestState.ASKED, "")
    assert found.line.due_at == due_at and found.timeline[-1].details == {"to": "财务部"}
    with pytest.raises(Refused) as told:
        desk.answer(request_id)  # of the department asked before
    assert problems(told) == {("decided_by", "request_not_asked")}
    desk.answer(request_id, desk.cashier)


def test_nobody_answers_his_own_request_nor_confirms_his_own_answer(desk: Desk) -> None:
    request_id = desk.ask()
    with pytest.raises(Refused) as told:
        desk.answer(request_id, desk.house.guide)
    assert problems(told) == {("decided_by", "request_own")}
    with pytest.raises(Refused) as told:
        desk.accept(request_id, desk.house.other)
    assert problems(told) == {("decided_by", "request_not_asked")}
    desk.answer(request_id)
    with pytest.raises(Refused) as told:
        desk.confirm(request_id, desk.keeper)
    assert problems(told) == {("decided_by", "request_own_answer")}
    with pytest.raises(Refused) as told:
        desk.confirm(request_id, desk.cashier)
    assert problems(told) == {("decided_by", "request_not_asking")}
    desk.confirm(request_id, desk.house.other)  # a colleague of the asking department


def test_a_department_does_not_ask_itself(lite: Desk) -> None:
    with pytest.raises(Refused) as told:
        lite.ask(asked_id=lite.house.group.desk)
    assert problems(told) == {("asked_id", "request_same_department")}
    with pytest.raises(Refused) as told:
        lite.ask(words=" ", asked_id=None, since=date(2026, 12, 1))
    assert problems(told) == {("asked_id", "required"), ("words", "required"), ("since", "day_in_future")}
    assert lite.ask() and lite.requests.lines()[0].number == "NB-BJC-2026-0001"  # refused ones took no number


def test_a_receipt_before_now_wants_its_reason_and_counts_from_then(desk: Desk) -> None:
    earlier = desk.house.clock.now() - timedelta(days=1)
    with pytest.raises(Refused) as told:
        desk.ask(received_at=earlier)
    assert problems(told) == {("backdate_reason", "reason_missing")}
    request_id = desk.ask(received_at=earlier, backdate_reason="昨日口头提出")
    found = desk.request(request_id)
    assert found.line.due_at == datetime(2026, 12, 1, 0, 0, tzinfo=ZONE) and found.backdate_reason == "昨日口头提出"


def test_an_answer_entered_later_counts_from_when_it_was_given_with_a_reason(desk: Desk) -> None:
    request_id = desk.ask()
    given_at = desk.house.later(days=1)
    desk.house.later(days=10)
    with pytest.raises(Refused) as told:
        desk.answer(request_id, at=given_at)
    assert problems(told) == {("backdate_reason", "reason_missing")}
    desk.answer(request_id, at=given_at, backdate_reason="当时口头答复，今日补录")
    found = desk.request(request_id)
    assert found.line.answered_at == given_at and not found.line.missed
    with pytest.raises(Refused) as told:
        desk.answer(desk.ask(), at=given_at, backdate_reason="早于提出")
    assert problems(told) == {("at", "moment_early")}


def test_withdrawn_with_a_reason_no_answer_is_owed_any_more(desk: Desk) -> None:
    request_id = desk.ask()
    desk.house.later(days=9)
    with pytest.raises(Refused):
        desk.requests.withdraw(request_id, desk.seen(request_id), " ", desk.house.by(desk.house.guide))
    desk.withdraw(request_id)
    found = desk.request(request_id)
    assert found.line.state is RequestState.WITHDRAWN and not found.line.missed
    assert [one.state for one in found.clocks] == [ClockState.DROPPED]
    with pytest.raises(Refused) as told:
        desk.answer(request_id)
    assert told.value.code == "request_is_withdrawn"


def test_numbers_are_counted_by_institution_and_year_without_gaps(desk: Desk) -> None:
    desk.ask()
    with pytest.raises(Refused):
        desk.ask(words="")
    desk.ask()
    desk.house.clock.set(datetime(2027, 1, 4, 9, 0, tzinfo=ZONE))
    desk.ask()
    numbers = [one.number for one in desk.requests.lines(sort="number")]
    assert numbers == ["NB-BJC-2026-0001", "NB-BJC-2026-0002", "NB-BJC-2027-0001"]


def test_lists_are_filtered_paged_and_searched(desk: Desk) -> None:
    mine = [desk.ask(words=f"第{at}件：打印机卡纸") for at in range(5)]
    desk.house.later(minutes=1)
    theirs = desk.ask(asker_id=desk.cashier, asked_id=desk.house.group.desk, words="请导医台提供叫号记录")
    desk.answer(mine[0])
    first = desk.requests.lines(limit=4)
    rest = desk.requests.lines(limit=4, after=(first[-1].due_at, first[-1].id))
    assert len({one.id for one in (*first, *rest)}) == 6
    assert desk.requests.count(RequestFilter(unanswered=True)) == 5
    assert [one.id for one in desk.requests.lines(RequestFilter(mine=desk.cashier))] == [theirs]
    assert [one.id for one in desk.requests.lines(RequestFilter(mine=desk.keeper))] == [mine[0]]
    assert [one.id for one in desk.requests.lines(RequestFilter(asked_id=desk.house.group.desk))] == [theirs]
    assert [one.id for one in desk.requests.lines(RequestFilter(text="叫号"))] == [theirs]
    assert [one.id for one in desk.requests.lines(RequestFilter(text="2026-0006"))] == [theirs]
    assert desk.requests.count(RequestFilter(received_from=date(2026, 11, 27))) == 0
    assert desk.requests.states() == {RequestState.ASKED: 5, RequestState.ANSWERED: 1}


def test_the_month_says_how_many_were_answered_in_time(desk: Desk) -> None:
    in_time, late, gone, back = (desk.ask() for _ in range(4))
    desk.answer(in_time)
    desk.answer(back)
    desk.send_back(back)
    desk.withdraw(gone)
    desk.house.later(days=10)
    desk.answer(late)
    assert desk.requests.sums(date(2026, 11, 3)) == RequestSums(
        date(2026, 11, 1), asked=3, in_time=1, late=1, returned=1, withdrawn=1, open=1, overdue=1
    )
    assert desk.requests.sums().asked == 0
    due = desk.requests.due()
    assert (due.open, due.overdue, due.unconfirmed, [one.id for one in due.rows]) == (1, 1, 2, [back])


def test_a_new_day_off_moves_the_open_deadline_and_says_so(desk: Desk) -> None:
    kept, open_one = desk.ask(), desk.ask()
    desk.answer(kept)
    before = desk.request(kept).line.due_at
    desk.house.calendar.set_day(DayDraft(date(2026, 11, 30), working=False, name="停电检修"), desk.house.by())
    assert desk.requests.retime_open(desk.house.by()).value == 1
    assert desk.request(kept).line.due_at == before
    found = desk.request(open_one)
    assert found.line.due_at == before + timedelta(days=1)
    assert found.timeline[-1].verb == RequestVerb.DEADLINE


def test_files_and_notes_are_kept(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "照片.jpg"
    path.write_bytes(b"screen")
    request_id = desk.requests.ask(desk.draft(), desk.house.by(), [("录音.mp3", b"sound")]).value
    desk.requests.attach(request_id, path, desk.house.by())
    desk.requests.add_note(request_id, "已电话催办", desk.house.by())
    found = desk.request(request_id)
    assert [one.name for one in found.files] == ["录音.mp3", "照片.jpg"]
    assert desk.requests.file(found.files[1].id) == ("照片.jpg", b"screen")
    assert found.timeline[-1].words == "已电话催办"
    assert [one.id for one in desk.requests.lines(RequestFilter(text="催办"))] == [request_id]


def test_a_stale_answer_is_refused(lite: Desk) -> None:
    request_id = lite.ask()
    seen = lite.seen(request_id)
    lite.accept(request_id)
    with pytest.raises(Refused) as told:
        lite.requests.answer(request_id, seen, AnswerDraft("好"), lite.house.by(lite.keeper))
    assert told.value.code == "stale"


def test_what_is_unanswered_goes_out_as_a_workbook(lite: Desk, tmp_path: Path) -> None:
    lite.answer(lite.ask())
    lite.ask(words="=SUM(1)叫号屏")
    path = tmp_path / "requests.xlsx"
    assert lite.requests.export_unanswered(path, "zh") == 1
    sheet = load_workbook(path).active
    assert sheet is not None
    head, row = list(sheet.iter_rows(values_only=True))[:2]
    assert head[0] == "编号" and row[0] == "NB-BJC-2026-0002" and row[5] == "=SUM(1)叫号屏"
    assert lite.requests.export(tmp_path / "all.csv", RequestFilter(), "en") == 2


def test_moments_are_utc_whatever_the_zone(lite: Desk) -> None:
    assert lite.request(lite.ask()).line.received_at.tzinfo is UTC
