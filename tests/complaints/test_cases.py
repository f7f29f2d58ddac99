"""A case from intake to prevention, on both databases: numbers, steps, who may, what is missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from tests.complaints.house import House

from qualitydesk.basics.changes import By
from qualitydesk.basics.errors import Refused
from qualitydesk.complaints.model import (
    Agreement,
    CaseFilter,
    CaseVerb,
    Lane,
    Leave,
    Level,
    MoneyKind,
    NegotiationDraft,
    NoteKind,
    PaidDraft,
    Party,
    PaymentDraft,
    PaymentState,
    PayWay,
    PersonDraft,
    Relation,
    SeverityDraft,
    SeverityFacts,
    SolutionDraft,
    Stage,
    Step,
    SubjectDraft,
    SubjectKind,
)
from qualitydesk.complaints.model.clocks import ClockState
from qualitydesk.storage import audit


def refused(verb: object) -> Refused:
    with pytest.raises(Refused) as caught:
        verb()  # type: ignore[operator]
    return caught.value


def codes(refusal: Refused) -> list[str]:
    return [one.code for one in refusal.problems]


def test_a_case_goes_from_intake_to_done_and_everything_stands_in_its_timeline(house: House) -> None:
    case_id = house.open()
    first = house.case(case_id)
    assert (first.line.number, first.line.lane, first.line.telephone) == ("BJC20261101", Lane.RECEIVED, "13812345678")
    house.drive(case_id, None)
    page = house.case(case_id)
    assert page.course.stage is Stage.DONE
    assert [visit.step for visit in page.course.visits] == list(Step)
    assert [entry.place for entry in page.timeline] == list(range(1, len(page.timeline) + 1))
    assert [one.verb for one in page.timeline].count(CaseVerb.LEAVE) == 11
    assert page.line.next_due_at is None and page.line.closed_at is not None and page.line.limit_due_at is not None
    assert page.line.level is Level.I and page.severity is not None and page.severity.criterion == "no_loss"
    assert audit.check(house.group.database).broken_at is None
    assert page.moves and {one.how for one in page.moves} == {Leave.REOPEN}


def test_what_a_step_needs_is_said_before_it_is_left(house: House) -> None:
    case_id = house.open(people=(), subjects=())
    house.complete(case_id)
    missing = refused(lambda: house.complete(case_id))
    assert missing.code == "not_ready"
    assert codes(missing) == ["need_subjects", "need_handler"]
    assert [one.code for one in house.case(case_id).missing] == ["need_subjects", "need_handler"]
    assert house.case(case_id).course.step is Step.ACCEPTED


def test_nobody_complained_of_investigates_approves_or_handles(house: House) -> None:
    case_id = house.open()
    for verb in (
        lambda: house.complaints.accept(case_id, house.seen(case_id), house.guide, house.by()),
        lambda: house.complaints.classify(case_id, house.seen(case_id), SeverityDraft(), house.by(house.guide)),
        lambda: house.complaints.set_people(case_id, house.seen(case_id), (), house.by(house.guide)),
    ):
        assert codes(refused(verb)) == ["case_on_oneself"]
    assert house.case(case_id).course.step is Step.RECEIVED  # accepting is one transaction
    house.drive(case_id, Step.INVESTIGATED)
    house.complaints.save_note(case_id, NoteKind.INVESTIGATION, "看了监控", house.by())
    assert "case_on_oneself" in codes(refused(lambda: house.complete(case_id, house.guide)))


def test_a_solution_is_approved_by_another_of_the_right_post_or_goes_back(house: House) -> None:
    case_id = house.open()
    house.drive(case_id, Step.APPROVED)

    def decide(who: object, approved: bool, words: str) -> object:
        by = house.by(who)  # type: ignore[arg-type]
        return lambda: house.complaints.decide_solution(case_id, house.seen(case_id), approved, words, by)

    assert codes(refused(decide(house.me, True, ""))) == ["case_own_solution"]
    strange = refused(decide(house.other, True, ""))
    assert codes(strange) == ["case_not_the_post"]
    assert strange.problems[0].values == {"posts": "客服总监 / head_of_institution"}  # by the group's own names
    assert codes(refused(decide(house.director, False, " "))) == ["reason_missing"]
    house.complaints.decide_solution(case_id, house.seen(case_id), False, "请补充赔偿依据", house.by(house.director))
    page = house.case(case_id)
    assert page.course.step is Step.DRAFTED
    assert page.solution is not None and page.solution.approved is False
    house.drive(case_id, Step.NEGOTIATED)
    changed = lambda: house.complaints.draft_solution(  # noqa: E731
        case_id, house.seen(case_id), SolutionDraft("另一方案"), house.by()
    )
    assert refused(changed).code == "solution_approved"


def test_money_is_asked_for_approved_by_another_signed_and_arrives_after_closing(house: House) -> None:
    case_id = house.open()
    house.drive(case_id, Step.FORMALITIES, refund=150_000)
    assert [one.code for one in house.case(case_id).missing] == ["need_money"]
    skip = refused(lambda: house.complaints.skip_step(case_id, house.seen(case_id), "省事", house.by()))
    assert codes(skip) == ["step_money"]
    draft = PaymentDraft(MoneyKind.REFUND, 150_000, PayWay.CARD, "治疗未达预期", house.other)
    payment_id = house.complaints.request_payment(case_id, draft, house.by()).value
    assert codes(refused(lambda: house.complaints.approve_payment(payment_id, 1, house.by()))) == ["payment_own"]
    house.complaints.approve_payment(payment_id, 1, house.by(house.director))
    assert refused(lambda: house.complaints.approve_payment(payment_id, 2, house.by(house.director))).code == (
        "payment_is_approved"
    )
    house.complaints.sign_payment(payment_id, 2, house.complaints.today(), house.by())
    assert house.case(case_id).missing == ()
    house.complete(case_id)
    house.drive(case_id, Step.HANDLED, refund=150_000)
    assert house.case(case_id).line.refund == 150_000
    arrival = [one for one in house.complaints.clocks(case_id) if one.rule.code == "money_arrival"]
    assert [one.is_open for one in arrival] == [True]
    house.later(days=3)
    house.complaints.record_payment(payment_id, 3, PaidDraft(None, "退款单 8812"), house.by())
    paid = house.case(case_id).payments[0]
    assert (paid.state, paid.receipt, paid.amount) == (PaymentState.PAID, "退款单 8812", 150_000)
    assert not [one for one in house.complaints.clocks(case_id) if one.rule.code == "money_arrival" and one.is_open]


def test_a_stale_write_is_refused_and_nothing_of_it_stays(house: House) -> None:
    case_id = house.open()
    seen = house.seen(case_id)
    house.complaints.assign(case_id, seen, house.me, house.by())
    before = len(house.case(case_id).timeline)
    assert (
        refused(
            lambda: house.complaints.set_subjects(case_id, seen, (SubjectDraft(SubjectKind.PRICE),), house.by())
        ).code
        == "stale"
    )
    page = house.case(case_id)
    assert len(page.timeline) == before and [one.kind for one in page.subjects] == [
        SubjectKind.ATTITUDE,
        SubjectKind.WAITING,
    ]


def test_the_number_is_of_the_month_of_receipt_and_needs_a_reason_when_it_lies_back(house: House) -> None:
    earlier = datetime(2026, 10, 31, 15, 0, tzinfo=UTC)  # 23:00 in Shanghai
    assert codes(refused(lambda: house.open(received_at=earlier))) == ["reason_missing"]
    case_id = house.open(received_at=earlier, backdate_reason="夜间由值班护士记录")
    assert house.case(case_id).line.number == "BJC20261001"
    assert house.case(
        house.open(received_at=earlier + timedelta(hours=1, seconds=1), backdate_reason="同上")
    ).line.number == (
        "BJC20261101"  # midnight had passed there
    )
    assert codes(refused(lambda: house.open(received_at=house.clock.now() + timedelta(hours=1)))) == ["day_in_future"]


def test_past_ninety_nine_the_number_grows_and_is_sorted_by_its_parts(lite: House) -> None:
    for _ in range(102):
        lite.open(people=())
    shown = [one.number for one in lite.complaints.lines(sort="number", descending=False)]
    assert shown[0] == "BJC20261101" and shown[98:] == [f"BJC202611{at}" for at in (99, 100, 101, 102)]


def test_from_level_four_on_a_second_person_confirms(house: House) -> None:
    case_id = house.open()
    house.drive(case_id, Step.CLASSIFIED)
    people = [replace(one, responsibility="main") for one in house.case(case_id).intake.people]  # type: ignore[arg-type]
    house.complaints.set_people(case_id, house.seen(case_id), people, house.by())
    facts = SeverityFacts(refund=5_000_001)
    house.complaints.classify(case_id, house.seen(case_id), SeverityDraft(facts), house.by())
    assert codes(refused(lambda: house.complete(case_id))) == ["need_second"]
    own = refused(lambda: house.complaints.confirm_level(case_id, house.seen(case_id), house.by()))
    assert codes(own) == ["case_second_person"]
    house.complaints.confirm_level(case_id, house.seen(case_id), house.by(house.director))
    house.complete(case_id)
    assert house.case(case_id).line.level is Level.IV


def test_reopened_the_time_between_belongs_to_nobody_and_closed_clocks_stay(house: House) -> None:
    case_id = house.open()
    house.drive(case_id, None)
    before = {one.id: (one.due_at, one.stopped_at, one.state) for one in house.complaints.clocks(case_id)}
    house.later(days=30)
    house.complaints.reopen(case_id, house.seen(case_id), Step.NEGOTIATED, "患者再次来电，道歉未履行", house.by())
    page = house.case(case_id)
    assert (page.course.stage, page.course.step, page.line.reopened) == (Stage.OPEN, Step.NEGOTIATED, 1)
    after = {one.id: one for one in house.complaints.clocks(case_id)}
    closing = after[("closing", 1)]
    was_due = before[("closing", 1)][0]
    assert closing.is_open and closing.due_at >= was_due + timedelta(days=29)
    assert (
        after[("after_call", 1)].state is ClockState.DROPPED
    )  # the call after closing is owed when it is closed again
    for key, kept in before.items():
        if key not in (("closing", 1), ("after_call", 1)):
            assert (after[key].due_at, after[key].stopped_at, after[key].state) == kept
    house.drive(case_id, None)
    assert house.case(case_id).line.closed_at == house.case(case_id).course.closed_at


def test_merged_cases_are_parted_again_with_everything_back(house: House) -> None:
    first = house.open()
    house.later(hours=1)
    second = house.open(narrative="同一患者再次来电催问")
    house.drive(second, Step.CLASSIFIED)
    house.complaints.attach_bytes(second, "录音.txt", "通话".encode(), house.by())
    draft = PaymentDraft(MoneyKind.REFUND, 5_000, PayWay.CASH, "挂号费")
    house.complaints.request_payment(second, draft, house.by())
    before = house.case(second)
    clocks = house.complaints.clocks(second)
    house.complaints.merge(second, house.seen(second), first, "同一件事", house.by())
    assert [one.id for one in house.complaints.lines()] == [first]
    assert house.complaints.count(CaseFilter(merged=True)) == 2
    joined = house.case(first)
    assert [one.number for one in joined.merged] == [before.line.number]
    assert [one.case_number for one in joined.files] == [before.line.number]
    assert not [one for one in house.complaints.clocks(second) if one.is_open]
    assert refused(lambda: house.complete(second)).code == "case_is_merged"
    assert refused(lambda: house.complaints.merge(first, house.seen(first), second, "反过来", house.by())).code == (
        "case_is_merged"
    )
    house.complaints.unmerge(second, house.seen(second), "其实是两件事", house.by())
    after = house.case(second)
    assert (after.course, after.files, after.payments, after.notes, after.contacts, after.people) == (
        before.course, before.files, before.payments, before.notes, before.contacts, before.people,
    )  # fmt: skip
    assert [(one.id, one.due_at, one.state) for one in house.complaints.clocks(second)] == [
        (one.id, one.due_at, one.state) for one in clocks
    ]
    assert house.case(first).merged == () and after.line.next_due_at == before.line.next_due_at


def test_a_subject_becomes_a_case_of_its_own(house: House) -> None:
    case_id = house.open()
    house.drive(case_id, Step.INVESTIGATED)
    waiting = house.case(case_id).subjects[1]
    fresh = house.complaints.split_subject(
        case_id, house.seen(case_id), waiting.id, "由挂号处另案处理", house.by()
    ).value
    page, new = house.case(case_id), house.case(fresh)
    assert page.subjects[1].split_to == (fresh, "BJC20261102")
    assert page.line.subjects == (SubjectKind.ATTITUDE,)
    assert new.split_from == (case_id, "BJC20261101")
    assert [one.kind for one in new.subjects] == [SubjectKind.WAITING]
    assert new.line.received_at == page.line.received_at and new.course.step is Step.RECEIVED
    left = house.case(case_id).subjects[0]
    last = refused(lambda: house.complaints.split_subject(case_id, house.seen(case_id), left.id, "再分", house.by()))
    assert last.code == "split_last"


def test_a_note_is_written_on_by_its_writer_only(house: House) -> None:
    case_id = house.open()
    note_id, revision = house.complaints.save_note(case_id, NoteKind.OTHER, "初步", house.by()).value
    _, revision = house.complaints.save_note(
        case_id, NoteKind.OTHER, "初步了解：", house.by(), note_id=note_id, seen=revision
    ).value
    assert revision == 2
    stale = refused(
        lambda: house.complaints.save_note(case_id, NoteKind.OTHER, "旧稿", house.by(), note_id=note_id, seen=1)
    )
    assert stale.code == "stale"
    strange = refused(
        lambda: house.complaints.save_note(
            case_id, NoteKind.OTHER, "改写", house.by(house.director), note_id=note_id, seen=2
        )
    )
    assert codes(strange) == ["note_of_another"]
    assert [one.words for one in house.case(case_id).notes] == ["初步了解："]
    assert house.complaints.search("了解")[0].id == case_id


def test_without_agreement_the_outside_ways_must_have_been_told(house: House) -> None:
    case_id = house.open()
    house.drive(case_id, Step.NEGOTIATED)
    draft = NegotiationDraft(Agreement.NO_AGREEMENT, None, "患者要求双倍赔偿")
    told = refused(lambda: house.complaints.record_negotiation(case_id, house.seen(case_id), draft, house.by()))
    assert codes(told) == ["outside_ways"]
    house.complaints.record_negotiation(
        case_id, house.seen(case_id), replace(draft, outside_ways_told=True), house.by()
    )
    house.complete(case_id)


def test_the_employee_named_may_leave_and_the_case_still_shows_the_name(house: House) -> None:
    case_id = house.open()
    employee = house.group.directory.employee(house.guide)
    person = house.group.directory.person(house.guide)
    assert person is not None
    from qualitydesk.directory.model import EmployeeDraft

    draft = EmployeeDraft(
        employee.number, employee.name, employee.sex, employee.hired_on, date(2026, 11, 21), person.department_id,
        person.post_id, person.superior_id, None, employee.id, employee.revision,
    )  # fmt: skip
    house.group.directory.save_employee(draft, house.by())
    house.drive(case_id, None)
    assert [(one.name, one.left) for one in house.case(case_id).people] == [(employee.name, True)]


def test_decisions_by_nobody_are_refused(house: House) -> None:
    nobody = By(None, house.me)
    assert codes(refused(lambda: house.complaints.open_case(house.draft(), nobody))) == ["nobody_decides"]


def test_complainant_and_patient_are_two_people_when_they_are(house: House) -> None:
    patient = Party("张𬱖", None, "010-62345678")
    case_id = house.open(relation=Relation.CHILD, patient=patient)
    page = house.case(case_id)
    assert (page.line.complainant, page.line.patient) == ("王秀英", "张𬱖")
    assert page.intake.patient.telephone == "01062345678"
    assert codes(refused(lambda: house.open(relation=Relation.CHILD))) == ["required"]


def test_an_intake_put_right_keeps_number_institution_and_month(house: House) -> None:
    case_id = house.open()
    page = house.case(case_id)
    fixed = replace(page.intake, narrative="等候四十分钟", people=(PersonDraft(house.other),))
    house.complaints.correct_case(case_id, house.seen(case_id), fixed, "患者来电更正", house.by())
    after = house.case(case_id)
    assert after.intake.narrative == "等候四十分钟" and after.line.number == page.line.number
    assert [one.employee_id for one in after.people] == [house.guide]  # people have a verb of their own
    moved = replace(page.intake, received_at=datetime(2026, 10, 2, 2, 0, tzinfo=UTC))
    assert codes(
        refused(lambda: house.complaints.correct_case(case_id, house.seen(case_id), moved, "日期写错", house.by()))
    ) == ["case_month_stays"]
    assert house.complaints.search("四十")[0].id == case_id and house.complaints.search("二十分钟") == []
