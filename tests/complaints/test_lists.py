"""What is asked of cases on both databases: filters, the board, those alike, rows for figures; clocks in order."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from weakref import WeakKeyDictionary

import pytest
from tests.complaints.house import House, a_house

from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.errors import Refused
from qualitydesk.complaints.model import (
    CaseFilter,
    CaseVerb,
    Channel,
    ContactDraft,
    ExternalDraft,
    ExternalKind,
    HandlingDraft,
    HandlingRole,
    Lane,
    Level,
    MoneyKind,
    Outcome,
    Party,
    PaymentDraft,
    PayWay,
    PersonDraft,
    PreventionDraft,
    Relation,
    Responsibility,
    SeverityDraft,
    SeverityFacts,
    Stage,
    Step,
    SubjectDraft,
    SubjectKind,
)
from qualitydesk.complaints.model.clocks import ClockState
from qualitydesk.complaints.rules.likeness import ALIKE, likeness, pairs_of
from qualitydesk.complaints.store import narrowing
from qualitydesk.measures.model import MeasureDraft, OriginKind
from qualitydesk.members.model import CustomerDraft
from qualitydesk.rulebook.model.days import DayDraft
from qualitydesk.storage import paging
from qualitydesk.storage.database import Database

RUDE = "上午到院复诊，在导医台等候二十分钟无人接待，询问时导医态度生硬。"
PRICE = "缴费时发现多收了一次检查费，窗口拒绝退还，要求说明收费依据。"


def numbers(house: House, wanted: CaseFilter) -> list[str]:
    found = house.complaints.lines(wanted, sort="number", descending=False)
    assert house.complaints.count(wanted) == len(found)
    return [one.number[-2:] for one in found]


@pytest.fixture
def several(house: House) -> House:
    """As `furnished`, for tests that write or let time go by."""
    return furnished(house)


@pytest.fixture(scope="module")
def standing(lasting_database: Database) -> House:
    """As `furnished`, made once for all that only read."""
    return furnished(a_house(lasting_database, FixedClock(datetime(2026, 11, 21, 2, 0, tzinfo=UTC))))


def furnished(house: House) -> House:
    """01 open on day one, 02 being negotiated with a refund offered, 03 done, 04 of another channel and person."""
    one = house.open()
    two = house.open(
        narrative=PRICE, channel=Channel.HOTLINE_12345, people=(),
        subjects=(SubjectDraft(SubjectKind.PRICE),), complainant=Party("陈伟", None, "13900000002"),
    )  # fmt: skip
    house.drive(two, Step.NEGOTIATED, refund=30_000)
    three = house.open(complainant=Party("刘洋", None, "13900000003"), narrative="候诊区空调太冷")
    house.drive(three, None)
    house.later(days=1)
    house.open(
        complainant=Party("赵敏", None, "13900000004"), relation=Relation.PARENT, patient=Party("赵小宝"),
        people=(PersonDraft(house.other),), narrative="护士扎针两次未成功",
    )  # fmt: skip
    assert one
    return house


def test_filters_narrow_and_their_counts_agree(standing: House) -> None:
    h = standing
    assert numbers(h, CaseFilter()) == ["01", "02", "03", "04"]
    assert numbers(h, CaseFilter(stages=(Stage.DONE,))) == ["03"]
    assert numbers(h, CaseFilter(lanes=(Lane.PATIENT, Lane.DONE))) == ["02", "03"]
    assert numbers(h, CaseFilter(levels=(Level.II,))) == ["02"]
    assert numbers(h, CaseFilter(channels=(Channel.HOTLINE_12345,))) == ["02"]
    assert numbers(h, CaseFilter(subject=SubjectKind.PRICE)) == ["02"]
    assert numbers(h, CaseFilter(outcome=Outcome.UPHELD)) == ["03"]
    assert numbers(h, CaseFilter(employee_id=h.other)) == ["04"]
    assert numbers(h, CaseFilter(handler_id=h.me)) == ["02", "03"]
    assert numbers(h, CaseFilter(flagged=True)) == ["03"]
    assert numbers(h, CaseFilter(received_from=date(2026, 11, 22))) == ["04"]
    assert numbers(h, CaseFilter(received_to=date(2026, 11, 21))) == ["01", "02", "03"]
    assert numbers(h, CaseFilter(closed_to=date(2026, 11, 21))) == ["03"]
    assert numbers(h, CaseFilter(closed_from=date(2026, 11, 1))) == ["03"]
    assert numbers(h, CaseFilter(institution_id=h.guide)) == []
    assert numbers(h, CaseFilter(text="陈")) == ["02"]
    assert numbers(h, CaseFilter(text="扎针")) == ["04"]
    assert numbers(h, CaseFilter(text="zxb")) == ["04"]  # the patient's initials
    assert numbers(h, CaseFilter(text="0003")) == ["03"]
    assert numbers(h, CaseFilter(text="检查费", subject=SubjectKind.PRICE, levels=(Level.II,))) == ["02"]


@pytest.mark.parametrize("few", [0, 1000])
def test_a_list_is_the_same_whether_hits_are_looked_up_or_met_on_the_way(
    standing: House, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for limit in ("FEW", "COUNTED", "SORTED"):
        monkeypatch.setattr(narrowing, limit, few)
    monkeypatch.setattr(paging, "_known", WeakKeyDictionary())
    h = standing
    asked = {
        CaseFilter(subject=SubjectKind.PRICE): ["02"],
        CaseFilter(outcome=Outcome.UPHELD, lanes=(Lane.DONE,)): ["03"],
        CaseFilter(employee_id=h.other): ["04"],
        CaseFilter(text="检查费", levels=(Level.II,)): ["02"],
        CaseFilter(text="上午", stages=(Stage.OPEN,)): ["01"],
        CaseFilter(text="，", received_to=date(2026, 11, 21)): ["01", "02", "03"],
        CaseFilter(lanes=(Lane.RECEIVED, Lane.INVESTIGATING)): ["01", "04"],
        CaseFilter(handler_id=h.me, flagged=True): ["03"],
    }
    for wanted, expected in asked.items():
        assert numbers(h, wanted) == expected
        for sort in ("received_at", "next_due_at", "closed_at", "level", "number"):
            for descending in (True, False):
                after, found = None, []
                while page := h.complaints.lines(wanted, sort=sort, descending=descending, limit=1, after=after):
                    found += page
                    after = (h.complaints.sort_value(page[-1], sort), page[-1].id)
                assert sorted(one.number[-2:] for one in found) == expected, (wanted, sort)
                keys = [(h.complaints.sort_value(one, sort), one.id.int) for one in found]
                assert keys == sorted(keys, reverse=descending), (wanted, sort)


def test_overdue_is_what_has_a_clock_that_ran_out(several: House) -> None:
    assert numbers(several, CaseFilter(overdue=True)) == ["01"]  # not investigated within 24 hours
    several.later(days=8)
    assert numbers(several, CaseFilter(overdue=True)) == ["01", "02", "04"]  # 02: the closing limit


@pytest.mark.parametrize("sort", ["received_at", "next_due_at", "closed_at", "number", "level"])
@pytest.mark.parametrize("descending", [True, False])
def test_pages_join_without_a_gap_in_every_order(standing: House, sort: str, descending: bool) -> None:
    whole = standing.complaints.lines(sort=sort, descending=descending, limit=None)
    paged, after = [], None
    while page := standing.complaints.lines(sort=sort, descending=descending, limit=1, after=after):
        paged += page
        after = (standing.complaints.sort_value(page[-1], sort), page[-1].id)
    assert [one.id for one in paged] == [one.id for one in whole] and len(paged) == 4


def test_the_board_has_every_case_in_its_lane_the_nearest_deadline_first(standing: House) -> None:
    board = {one.lane: one for one in standing.complaints.board()}
    assert {lane: one.count for lane, one in board.items() if one.count} == {
        Lane.RECEIVED: 2,
        Lane.PATIENT: 1,
        Lane.DONE: 1,
    }
    assert [one.number[-2:] for one in board[Lane.RECEIVED].cards] == ["01", "04"]
    assert [one.number[-2:] for one in board[Lane.DONE].cards] == ["03"]
    only = {one.lane: one.count for one in standing.complaints.board(CaseFilter(channels=(Channel.HOTLINE_12345,)))}
    assert sum(only.values()) == 1 and only[Lane.PATIENT] == 1


def test_likely_duplicates_say_why(several: House) -> None:
    h = several
    same = h.complaints.likely_duplicates(h.draft(complainant=Party("王秀英", None, "+86 138-1234-5678")))
    assert (same[0].case.number[-2:], same[0].why) == ("01", ("telephone", "patient", "text"))
    told = h.complaints.likely_duplicates(h.draft(complainant=Party("匿名"), narrative="多收了一次检查费，拒绝退还"))
    assert [(one.case.number[-2:], one.why) for one in told] == [("02", ("text",))]
    assert h.complaints.likely_duplicates(h.draft(complainant=Party("无名"), narrative="短")) == []
    h.later(days=61)
    assert h.complaints.likely_duplicates(h.draft()) == []


def test_english_reports_are_alike_by_their_words_not_by_their_letters() -> None:
    blood = pairs_of("Came fasting for a blood test; one window was open, the queue took 40 minutes.")
    again = pairs_of("The queue at the blood test took 40 minutes with one window open")
    other = pairs_of("Booked the first slot of the morning; it had gone to a walk-in, and 50 minutes passed.")
    assert likeness(blood, again) >= ALIKE > likeness(blood, other)


def test_similar_cases_come_with_level_and_what_was_paid(several: House) -> None:
    h = several
    before = h.complaints.search("空调")[0]
    fined = HandlingDraft(h.guide, HandlingRole.RESPONSIBLE, "fine", 5_000, slip_id=h.other)
    h.complaints.record_handling(before.id, (fined,), h.by(h.director))
    h.open(narrative="候诊区空调太冷，孩子着凉了", complainant=Party("周敏"))  # the likest, but nobody has judged it
    fresh = h.open(narrative="候诊区空调太冷，孩子着凉", complainant=Party("孙丽"))
    found = h.complaints.similar_cases(fresh)
    assert found[0].case.id == before.id and found[0].fine == 5_000 and found[0].case.level is Level.I
    h.complaints.withdraw_handling(h.other, "申诉成立", h.by(h.director))
    assert h.complaints.similar_cases(fresh)[0].fine == 0
    assert h.case(before.id).handlings == ()


def test_a_new_case_shows_the_earlier_ones_of_the_person(several: House) -> None:
    h = several
    again = h.open(complainant=Party("刘先生", None, "139 0000 0003"))
    assert [(one.number[-2:], one.flagged) for one in h.case(again).earlier] == [("03", True)]
    assert [one.number[-2:] for one in h.complaints.earlier_cases("13900000003")] == ["05", "03"]


def test_a_customer_on_record_is_flagged_with_the_case_and_freed_with_it(house: House) -> None:
    draft = CustomerDraft(name="王秀英", telephones=("13812345678",), institution_id=house.group.institution)
    customer = house.members.add_customer(draft, house.by()).value
    case_id = house.open(complainant=Party("王秀英", None, "13812345678", customer))
    house.complaints.flag_patient(case_id, house.seen(case_id), True, "接待时注意", house.by())
    assert house.members.customer(customer).flag is not None
    assert numbers(house, CaseFilter(customer_id=customer)) == ["01"]
    house.complaints.flag_patient(case_id, house.seen(case_id), False, "已和解", house.by())
    assert house.members.customer(customer).flag is None


def test_responsible_people_and_their_superiors_are_proposed_for_handling(house: House) -> None:
    case_id = house.open(happened_on=house.complaints.today())
    house.drive(case_id, Step.CLASSIFIED)
    people = (PersonDraft(house.guide, responsibility=Responsibility.MAIN), PersonDraft(house.other))
    house.complaints.set_people(case_id, house.seen(case_id), people, house.by())
    house.complaints.classify(case_id, house.seen(case_id), SeverityDraft(SeverityFacts(refund=1)), house.by())
    found = house.complaints.handling_proposals(case_id)
    assert [(one.employee_id, one.role, one.fine, one.sanction) for one in found] == [
        (house.guide, HandlingRole.RESPONSIBLE, 20_000, "minor_demerit"),
        (house.me, HandlingRole.SUPERIOR, 40_000, "fine"),
    ]


def test_prevention_sets_a_measure_that_knows_its_case(house: House) -> None:
    case_id = house.open()
    house.drive(case_id, Step.PREVENTED)
    due = house.complaints.today() + timedelta(days=14)
    draft = PreventionDraft(
        MeasureDraft(task="导医台增设叫号", owner_id=house.other, due_on=due),
        due + timedelta(days=60),
        "等候不超过十分钟",
    )
    early = replace(draft, effect_on=due)
    with pytest.raises(Refused) as told:
        house.complaints.record_prevention(case_id, house.seen(case_id), early, house.by())
    assert [one.code for one in told.value.problems] == ["effect_before_due"]
    measure = house.complaints.record_prevention(case_id, house.seen(case_id), draft, house.by()).value
    assert measure is not None
    assert [one.id for one in house.group.measures.of_origin(OriginKind.CASE, case_id)] == [measure]
    house.complete(case_id)
    assert house.case(case_id).course.stage is Stage.DONE


def test_the_calendar_edited_later_moves_open_clocks_and_never_those_that_stopped(house: House) -> None:
    """Edge 4."""
    case_id, other = house.open(), house.open()
    house.drive(other, Step.CLASSIFIED)
    limit = "investigation_limit"
    before = {one.rule.code: one for one in house.complaints.clocks(case_id)}[limit]
    stopped = {one.rule.code: one for one in house.complaints.clocks(other)}[limit]
    assert stopped.state is ClockState.KEPT
    moved: list[int] = []
    house.calendar.tell_changed(lambda by: moved.append(house.complaints.retime_open(by).value))
    house.calendar.set_day(DayDraft(date(2026, 11, 24), working=False, name="院庆"), house.by())
    assert moved == [1]
    after = {one.rule.code: one for one in house.complaints.clocks(case_id)}[limit]
    assert after.due_at == before.due_at + timedelta(days=1)
    assert {one.rule.code: one for one in house.complaints.clocks(other)}[limit] == stopped
    assert [one.details["clock"] for one in house.case(case_id).timeline if one.verb is CaseVerb.DEADLINE] == [limit]
    assert CaseVerb.DEADLINE not in [one.verb for one in house.case(other).timeline]
    assert house.complaints.retime_open(house.by()).value == 0


def test_a_date_set_outside_stands_beside_our_clocks_and_is_the_next_when_it_is_nearer(house: House) -> None:
    due = house.clock.now() + timedelta(hours=3)
    case_id = house.open(externals=(ExternalDraft(ExternalKind.HOTLINE_12345, due, reference="GD88120"),))
    line = house.case(case_id).line
    house.later(hours=4)
    assert numbers(house, CaseFilter(overdue=True)) == ["01"]
    outside = [one for one in house.complaints.clocks(case_id) if one.rule.group == "external"]
    assert [(one.due_at, one.state) for one in outside] == [(due, ClockState.OVERDUE)]
    assert line.next_due_at is not None and line.next_due_at <= due
    assert house.complaints.search("gd88120")[0].id == case_id


def test_late_acceptance_cannot_hide_behind_the_closing_limit(house: House) -> None:
    received = datetime(2026, 11, 16, 2, 0, tzinfo=UTC)
    case_id = house.open(received_at=received, backdate_reason="周一留言，今日看到")
    house.drive(case_id, Step.INVESTIGATED)
    line = house.case(case_id).line
    assert line.limit_due_at == datetime(2026, 11, 28, 16, 0, tzinfo=UTC)  # the end of the 7th day from acceptance
    rows = list(house.complaints.statistics(house.clock.now()))
    assert [(one.received_at, one.accepted_at is not None) for one in rows] == [(received, True)]


def test_the_figures_rows_tell_what_a_month_is_counted_from(several: House) -> None:
    h = several
    rows = {one.number[-2:]: one for one in h.complaints.statistics(h.clock.now())}
    assert sorted(rows) == ["01", "02", "03"]  # 04 comes at that very moment, which belongs to what follows
    done = rows["03"]
    assert done.closed_at is not None and done.close_due_at is not None and done.closed_at < done.close_due_at
    assert dict(done.outcomes) == {SubjectKind.ATTITUDE: Outcome.UPHELD, SubjectKind.WAITING: Outcome.UPHELD}
    assert list(h.complaints.statistics(datetime(2026, 11, 1, tzinfo=UTC))) == []
    later = h.complaints.statistics(h.clock.now() + timedelta(days=1), since=h.clock.now())
    assert [one.number[-2:] for one in later] == ["01", "02", "04"]


def test_many_verbs_together_are_one_transaction_and_settle_once(house: House) -> None:
    with house.complaints.together():
        case_id = house.open()
        house.drive(case_id, Step.NEGOTIATED)
        house.complaints.record_contact(case_id, ContactDraft(words="约好周三面谈"), house.by())
        assert house.complaints.search("周三面谈") == []
    assert house.complaints.search("周三面谈")[0].id == case_id
    assert house.case(case_id).line.limit_due_at is not None
    with pytest.raises(ZeroDivisionError), house.complaints.together():
        house.open()
        raise ZeroDivisionError
    assert house.complaints.count() == 1
    assert house.case(house.open()).line.number.endswith("02")


def test_payments_that_wait_are_seen_in_the_sums_only_once_approved(house: House) -> None:
    case_id = house.open()
    house.drive(case_id, Step.FORMALITIES, refund=10_000)
    draft = PaymentDraft(MoneyKind.REFUND, 10_000, PayWay.WECHAT, "退还检查费")
    payment = house.complaints.request_payment(case_id, draft, house.by()).value
    assert house.case(case_id).line.refund == 0
    house.complaints.approve_payment(payment, 1, house.by(house.director))
    assert house.case(case_id).line.refund == 10_000
    house.complaints.call_off_payment(payment, 2, "患者改要补做", house.by())
    assert house.case(case_id).line.refund == 0


def test_customers_with_an_open_case_wait_and_those_of_a_closed_one_do_not(house: House) -> None:
    known = [
        house.members.add_customer(CustomerDraft(name, None, (), house.group.institution), house.by()).value
        for name in ("甲甲", "乙乙")
    ]
    cases = [house.open(complainant=Party("甲甲", None, "13812345678", one)) for one in known]
    assert set(house.complaints.customers_waiting()) == set(known)
    house.drive(cases[0], Step.HANDLED)
    assert set(house.complaints.customers_waiting()) == {known[1]}
