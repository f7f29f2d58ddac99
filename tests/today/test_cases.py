"""Complaints on the first page: clocks, what waits, the month's sheet until it is reviewed, and two figures."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from tests.complaints.house import House, a_house

from qualitydesk.app.schema import metadata
from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.errors import Refused
from qualitydesk.complaints.model import (
    AfterCallDraft,
    ExternalDraft,
    ExternalKind,
    MoneyKind,
    PauseDraft,
    PaymentDraft,
    PayWay,
    Step,
)
from qualitydesk.complaints.model.clocks import ClockKind
from qualitydesk.complaints.model.month import ReviewDraft
from qualitydesk.complaints.service import CasePapers, Resting
from qualitydesk.members.model import CustomerDraft
from qualitydesk.members.model.privacy import Asked, PersonRequestDraft, RequestAnswer
from qualitydesk.members.service import Members, Privacy
from qualitydesk.papers.service import Papers
from qualitydesk.penalties.service.waiting import Waiting
from qualitydesk.rulebook.model import Rule
from qualitydesk.rulebook.rules import read_clocks
from qualitydesk.storage.blobs import DatabaseFiles
from qualitydesk.storage.database import Database
from qualitydesk.today.model import Errand, Month, WorkList
from qualitydesk.today.printout.words import errand_words, what_words
from qualitydesk.today.service.work import FOLLOW_UPS, MONTH_KIND, SHOWN, Today
from qualitydesk.today.store import cases as store

SHANGHAI = ZoneInfo("Asia/Shanghai")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


@pytest.fixture
def house(database: Database, clock: FixedClock) -> House:
    """On each database, on Tuesday 17 November 2026, ten o'clock."""
    clock.set(at("2026-10-01 09:00"))
    made = a_house(database, clock)
    clock.set(at("2026-11-17 10:00"))
    return made


@pytest.fixture
def today(house: House, database: Database) -> Today:
    directory, rulebook = house.group.directory, house.group.rulebook
    waiting = Waiting(database, house.clock, directory, rulebook)
    resting = Resting(database, house.clock, directory, rulebook, house.calendar)
    return Today(database, house.clock, directory, waiting, rulebook, resting=resting.cases)


@pytest.fixture
def papers(house: House, database: Database) -> CasePapers:
    group = house.group
    made = Papers(database, DatabaseFiles(database), house.clock)
    return CasePapers(database, house.clock, group.directory, group.rulebook, house.complaints, group.measures, made)


def told(found: WorkList) -> list[tuple[Errand, str]]:
    return [(work.errand, work.words) for work in found.rows]


def test_the_first_page_names_the_tables_as_they_are() -> None:
    for light in store.TABLES:
        whole = metadata.tables[light.name]
        for column in light.columns:
            assert type(column.type) in type(whole.c[column.name].type).__mro__, (light.name, column.name)


def test_what_is_only_watched_is_what_the_rules_say(house: House) -> None:
    rules = read_clocks(house.group.rulebook.edition_on(Rule.CLOCKS, date(2026, 11, 17)).values)
    assert {one.code for one in rules.clocks if one.kind is ClockKind.FOLLOW_UP} == set(FOLLOW_UPS)


def test_cases_with_a_clock_run_out_or_near_stand_oldest_first_and_agree_with_the_table(
    house: House, today: Today
) -> None:
    near, later = house.open(), house.open()
    house.drive(later, Step.INVESTIGATED)  # a day's time
    merged = house.open()
    house.complaints.merge(merged, house.seen(merged), near, "同一件事", house.by())
    house.later(hours=3)
    found = today.clocks()
    assert [(work.id, work.words, work.late) for work in found.rows] == [
        (near, "register", True),
        (later, "investigation_target", False),
    ]
    assert (found.count, found.late) == (2, 1)
    assert found.late == house.complaints.count(house_filter(overdue=True)) == today.figures().overdue
    house.later(days=40)
    done = house.open()
    house.drive(done, None)
    assert done not in {work.id for work in today.clocks().rows}


def test_a_paused_case_is_not_late_here_nor_in_the_list_this_opens_until_its_pause_has_expired(
    house: House, today: Today
) -> None:
    case_id = house.open()
    house.drive(case_id, Step.DRAFTED)
    house.complaints.pause(case_id, house.seen(case_id), PauseDraft("appraisal"), house.by())
    house.later(days=20)  # the closing limit, which no pause moves, has gone by
    other = house.open()
    house.later(hours=3)

    def alike() -> tuple[set[object], int]:
        found = today.clocks()
        assert found.late == today.figures().overdue == house.complaints.count(house_filter(overdue=True))
        late = {work.id for work in found.rows if work.late}
        assert late == {line.id for line in house.complaints.lines(house_filter(overdue=True))}
        return {work.id for work in found.rows}, found.count

    assert alike() == ({other}, 1)
    house.later(days=45)
    assert alike() == ({case_id, other}, 2)


def house_filter(**values: bool) -> Any:
    from qualitydesk.complaints.model import CaseFilter

    return CaseFilter(**values)  # type: ignore[arg-type]


def test_only_the_first_rows_are_read_and_the_rest_is_counted(house: House, today: Today) -> None:
    for _case in range(SHOWN + 3):
        house.open()
    found = today.clocks()
    assert (len(found.rows), found.count) == (SHOWN, SHOWN + 3)


def test_approvals_money_and_dates_set_outside_wait_each_with_its_errand(house: House, today: Today) -> None:
    solution, asked, outside = house.open(), house.open(), house.open()
    house.drive(solution, Step.APPROVED)
    draft = PaymentDraft(MoneyKind.REFUND, 120_000, PayWay.CARD, "退诊疗费")
    payment = house.complaints.request_payment(asked, draft, house.by()).value
    due = house.clock.now() + timedelta(days=2)
    dates = [ExternalDraft(ExternalKind.HOTLINE_12345, due), ExternalDraft(ExternalKind.OTHER, due + timedelta(days=9))]
    house.complaints.set_externals(outside, house.seen(outside), dates, house.by())
    found = today.complaints()
    assert [(work.errand, work.id, work.words, work.amount) for work in found.rows] == [
        (Errand.OUTSIDE, outside, "hotline_12345", 0),
        (Errand.DECIDE, solution, "", 0),
        (Errand.PAY, asked, "refund", 120_000),
    ]
    assert (found.count, found.late) == (3, 0)
    house.later(days=3)
    assert today.complaints().late == 1, "the date set outside has gone by"
    house.complaints.approve_payment(payment, 1, house.by(house.director))
    house.complaints.decide_solution(solution, house.seen(solution), True, "同意", house.by(house.director))
    assert [errand for errand, _words in told(today.complaints())] == [Errand.OUTSIDE]


def test_money_waiting_beyond_the_48_hours_of_the_formalities_is_late(house: House, today: Today) -> None:
    case = house.open()
    house.drive(case, Step.FORMALITIES)
    draft = PaymentDraft(MoneyKind.REFUND, 120_000, PayWay.CARD, "退诊疗费")
    house.complaints.request_payment(case, draft, house.by())
    house.later(hours=47)
    assert today.complaints().late == 0
    house.later(hours=2)
    found = today.complaints()
    assert found.late == 1 and found.rows[0].late and found.rows[0].due_at is not None


def test_money_that_has_not_arrived_and_the_call_after_closing_are_followed_up(house: House, today: Today) -> None:
    case = house.open()
    draft = PaymentDraft(MoneyKind.REFUND, 120_000, PayWay.CARD, "退诊疗费")
    payment = house.complaints.request_payment(case, draft, house.by()).value
    house.complaints.approve_payment(payment, 1, house.by(house.director))
    assert told(today.complaints()) == []
    house.later(days=9)
    assert told(today.complaints()) == [(Errand.FOLLOW, "money_arrival")]
    closed = house.open()
    house.drive(closed, None)
    house.complaints.call_off_payment(payment, 2, "患者不要了", house.by())
    assert told(today.complaints()) == []
    house.later(days=7)
    assert [(one.words, one.id) for one in today.complaints().rows if one.errand is Errand.FOLLOW] == [
        ("after_call", closed)
    ]
    house.complaints.record_after_call(closed, AfterCallDraft(satisfied=True, words="已回访，患者满意"), house.by())
    assert Errand.FOLLOW not in {errand for errand, _words in told(today.complaints())}


def test_the_months_sheet_is_said_from_the_first_until_it_is_reviewed(
    house: House, today: Today, papers: CasePapers
) -> None:
    assert told(today.complaints()) == [], "no case, no sheet"
    house.clock.set(at("2026-11-20 10:00"))
    house.drive(house.open(), None)
    papers.issue_month_sheet(date(2026, 11, 1), house.by())  # the month still lasts: that is no final sheet
    house.clock.set(at("2026-12-01 08:00"))
    (work,) = [one for one in today.complaints().rows if one.errand is Errand.MONTH]
    assert (work.words, work.day, work.late) == ("2026-11", date(2026, 12, 5), False)
    house.clock.set(at("2026-12-06 08:00"))
    assert today.complaints().rows[0].late
    papers.issue_month_sheet(date(2026, 11, 1), house.by())
    assert papers.month_dates().issued
    (work,) = [one for one in today.complaints().rows if one.errand is Errand.REVIEW]
    assert (work.day, work.late) == (date(2026, 12, 9), False), "reviewed before the 10th"
    review = papers.record_review(
        ReviewDraft(date(2026, 11, 1), date(2026, 12, 6), house.director, "两件超期"), house.by()
    )
    assert review.value.name == "周总监" and papers.month_dates().review == review.value
    assert not [one for one in today.complaints().rows if one.errand in (Errand.MONTH, Errand.REVIEW)]
    again = ReviewDraft(date(2026, 11, 1), date(2026, 12, 6), house.me)
    papers.record_review(again, house.by())
    found = papers.month_dates().review
    assert found is not None and (found.reviewed_by, found.words) == (house.me, "")


@pytest.mark.parametrize(
    ("day", "field", "code"),
    [
        (None, "reviewed_on", "required"),
        (date(2026, 10, 31), "reviewed_on", "review_too_early"),
        (date(2026, 11, 18), "reviewed_on", "day_in_future"),
    ],
)
def test_a_review_lies_between_the_months_end_and_today(
    house: House, papers: CasePapers, day: date | None, field: str, code: str
) -> None:
    with pytest.raises(Refused) as refused:
        papers.record_review(ReviewDraft(date(2026, 10, 1), day, house.me), house.by())
    assert [(one.field, one.code) for one in refused.value.problems] == [(field, code)]
    with pytest.raises(Refused) as refused:
        papers.record_review(ReviewDraft(date(2026, 10, 1), date(2026, 11, 2), None), house.by())
    assert [one.field for one in refused.value.problems] == ["reviewed_by"]


def test_open_cases_and_closings_on_time_are_counted_month_by_month(
    house: House, today: Today, papers: CasePapers
) -> None:
    house.clock.set(at("2026-10-20 10:00"))
    kept, late, still = house.open(), house.open(), house.open()
    for case in (kept, late, still):
        house.drive(case, Step.CLOSED)
    house.drive(kept, None)
    house.clock.set(at("2026-11-03 10:00"))  # Beijing: seven days from acceptance
    house.drive(late, None)
    house.clock.set(at("2026-11-17 10:00"))
    merged = house.open()
    house.complaints.merge(merged, house.seen(merged), still, "同一件事", house.by())
    figures = today.figures()
    assert figures.cases[-3:] == (Month(0), Month(2), Month(1))
    assert figures.closed[-2:] == (Month(1, 3), Month(0, 2)), "two were open beyond their limit when October ended"
    for day, month in ((date(2026, 10, 1), figures.closed[-2]), (date(2026, 11, 1), figures.closed[-1])):
        sheet = papers.month(day)
        assert (sheet.total.on_time.kept, sheet.total.on_time.counted) == (month.counted, month.of)
    assert papers.month(date(2026, 11, 1)).total.carried == figures.cases[-1].counted == 1
    assert MONTH_KIND == "complaint_month"


def test_what_customers_ask_about_their_data_stands_here_until_it_is_answered(house: House, today: Today) -> None:
    group = house.group
    members = Members(group.database, group.clock, group.directory)
    privacy = Privacy(group.database, group.clock, group.directory, members)
    home = group.directory.institutions()[0]
    who = members.add_customer(CustomerDraft("王小明", None, (), home.id), By.alone(None)).value
    day = group.directory.today()
    late = privacy.receive_request(PersonRequestDraft(who, Asked.ERASE, day - timedelta(days=30), ""), By.alone(None))
    soon = privacy.receive_request(PersonRequestDraft(who, Asked.COPY, day, ""), By.alone(None))
    found = today.complaints()
    rows = [work for work in found.rows if work.errand is Errand.PERSON]
    assert [(work.id, work.words, work.late) for work in rows] == [
        (late.value, "erase", True), (soon.value, "copy", False),
    ]  # fmt: skip
    assert rows[0].institution == home.name and rows[1].day == day + timedelta(days=15)
    assert what_words(rows[0], "zh").startswith("删除 · GQ") and errand_words(rows[0], "zh") == "个人信息"
    before = found.late
    privacy.answer_request(RequestAnswer(late.value, True, day, "已删除", 1), By.alone(None))
    found = today.complaints()
    assert found.counts[Errand.PERSON] == 1 and found.late == before - 1
