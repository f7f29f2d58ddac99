"""Slips from finished rounds to issued papers, on both databases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.penalties.clinic import BADGE, BADGE_PLACE, BADGE_SIDE, Clinic

from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import local_day
from qualitydesk.basics.errors import Refused
from qualitydesk.inspections.model import RoundDraft, RoundKind
from qualitydesk.penalties.model import Approval, ApprovalWay, Choice, Reason, SlipFilter, SlipState
from qualitydesk.rulebook.model import Role, Sanction

DAY = date(2026, 11, 20)


def days_before(days: int) -> date:
    return DAY - timedelta(days=days)


def refusal(verb: Callable[..., object], *args: object, **named: object) -> Refused:
    with pytest.raises(Refused) as caught:
        verb(*args, **named)
    return caught.value


def test_a_finished_round_proposes_one_slip_for_each_employee_found_on(clinic: Clinic) -> None:
    round_id = clinic.walk(DAY, {"G2": [BADGE], "G1": [BADGE, BADGE_SIDE], "LEAD": []})
    proposals = clinic.services.penalties.proposals(round_id)
    assert [(one.employee_number, one.post, len(one.decision.findings)) for one in proposals] == [
        ("G2", "导医", 1),
        ("G1", "导医", 2),
    ]
    assert {one.decision.sanction for one in proposals} == {Sanction.WARNING_ORAL_WRITTEN}
    assert [one.slip for one in proposals] == [None, None]


def test_an_unfinished_round_proposes_nothing(clinic: Clinic) -> None:
    draft = RoundDraft(
        RoundKind.PATROL, clinic.institution, (clinic.me,), ("appearance_women",), (clinic.people["G1"],)
    )
    round_id = clinic.services.rounds.open_round(draft, clinic.by).value
    assert refusal(clinic.services.penalties.proposals, round_id).code == "round_not_finished"


def test_three_rounds_climb_the_three_rungs(clinic: Clinic) -> None:
    slips = [clinic.sanction(days_before(days), "G1") for days in (60, 30, 0)]
    assert [slip.rung for slip in slips] == [1, 2, 3]
    assert [slip.total for slip in slips] == [0, 15000, 60000]
    third = clinic.services.penalties.slip(slips[2].id).slip.decision
    assert [(payment.role, payment.name, payment.amount) for payment in third.payments] == [
        (Role.EMPLOYEE, "张𬱖", 20000),
        (Role.SUPERIOR, "㛃雅宁", 20000),
        (Role.HEAD, "欧阳䶮", 20000),
    ]


def test_other_items_of_the_group_stop_at_the_second_rung(clinic: Clinic) -> None:
    rungs = [
        clinic.sanction(days_before(days), "G1", item).rung
        for days, item in ((60, BADGE), (30, BADGE_SIDE), (0, BADGE_PLACE))
    ]
    assert rungs == [1, 2, 2]


def test_group_rounds_are_counted_apart_from_own_checks(clinic: Clinic) -> None:
    clinic.sanction(days_before(60), "G1")
    checked = clinic.sanction(days_before(30), "G1", kind=RoundKind.QUALITY_CHECK)
    assert checked.rung == 1
    again = clinic.services.penalties.slip(clinic.sanction(DAY, "G1", kind=RoundKind.GROUP_ROUND).id).slip.decision
    assert (again.rung, again.total, again.office_notice) == (2, 30000, True)


def test_numbers_are_gapless_in_the_order_of_proposing(clinic: Clinic) -> None:
    first, second = clinic.walk(days_before(3), {"G1": [BADGE], "G2": [BADGE]}), clinic.walk(DAY, {"G1": [BADGE]})
    propose = clinic.services.penalties.propose
    numbers = [propose(first, clinic.people["G2"], clinic.by).value.number]
    assert refusal(propose, first, clinic.people["G2"], clinic.by).code == "already_sanctioned"
    assert refusal(propose, second, clinic.people["G2"], clinic.by).code == "nothing_counts"
    numbers += [propose(one, clinic.people["G1"], clinic.by).value.number for one in (first, second)]
    assert numbers == ["CF-BJ-2026-0001", "CF-BJ-2026-0002", "CF-BJ-2026-0003"]


def test_the_drafter_cannot_approve(clinic: Clinic) -> None:
    slip = clinic.propose(clinic.walk(DAY, {"G1": [BADGE]}), "G1")
    refused = refusal(clinic.services.penalties.approve, slip.id, slip.revision, clinic.by)
    assert [(problem.field, problem.code) for problem in refused.problems] == [("decided_by", "slip_by_drafter")]


def test_nobody_decides_on_herself(clinic: Clinic) -> None:
    penalties = clinic.services.penalties
    round_id = clinic.walk(DAY, {"LEAD": [BADGE], "ME": [BADGE], "G1": [BADGE]})
    on_me = refusal(penalties.propose, round_id, clinic.me, clinic.by)
    assert [problem.code for problem in on_me.problems] == ["slip_on_oneself"]
    finding = clinic.finding(round_id, "ME")
    assert refusal(penalties.leave_out, finding, round_id, "x", clinic.by).code == "not_to_decide"
    slip = clinic.propose(round_id, "LEAD")
    lead = By(clinic.people["LEAD"], clinic.me)
    on_lead = refusal(penalties.approve, slip.id, slip.revision, lead)
    assert [problem.code for problem in on_lead.problems] == ["slip_on_oneself"]
    assert refusal(penalties.withdraw, slip.id, slip.revision, "x", lead).code == "not_to_decide"
    penalties.approve(slip.id, slip.revision, clinic.boss)
    assert refusal(penalties.issue, slip.id, slip.revision + 1, lead).code == "not_to_decide"


def test_an_approval_keeps_who_decided_on_which_day_how_and_who_typed(clinic: Clinic) -> None:
    slip = clinic.propose(clinic.walk(DAY, {"G1": [BADGE]}), "G1")
    approval = Approval(clinic.people["GM"], DAY, ApprovalWay.SPOKEN, "  电话里同意  ")
    clinic.services.penalties.approve(slip.id, slip.revision, clinic.by, approval)
    kept = clinic.services.penalties.slip(slip.id).slip
    assert (kept.approved_by, kept.approved_on, kept.approval_way) == (clinic.people["GM"], DAY, ApprovalWay.SPOKEN)
    proposed, approved = clinic.services.penalties.sheet(slip.id).history
    assert (proposed.verb, proposed.decided_by, proposed.entered_by) == ("propose_slip", "顾晓岚", "顾晓岚")
    assert (approved.decided_by, approved.entered_by, approved.on) == ("贺明远", "顾晓岚", DAY)
    assert (approved.way, approved.note) == (ApprovalWay.SPOKEN, "电话里同意")


@pytest.mark.parametrize(
    ("on", "code"),
    [
        (None, "approval_day_missing"),
        (DAY - timedelta(days=1), "approval_day_outside"),
        (date(2026, 11, 22), "approval_day_outside"),
    ],
)
def test_a_decision_lies_between_the_act_and_today(clinic: Clinic, on: date | None, code: str) -> None:
    slip = clinic.propose(clinic.walk(DAY, {"G1": [BADGE]}), "G1")
    approval = Approval(clinic.people["GM"], on, ApprovalWay.WRITTEN)
    refused = refusal(clinic.services.penalties.approve, slip.id, slip.revision, clinic.by, approval)
    assert [(problem.field, problem.code) for problem in refused.problems] == [("on", code)]


def test_a_stale_revision_is_refused(clinic: Clinic) -> None:
    penalties = clinic.services.penalties
    slip = clinic.propose(clinic.walk(DAY, {"G1": [BADGE]}), "G1")
    penalties.approve(slip.id, slip.revision, clinic.boss)
    assert refusal(penalties.issue, slip.id, slip.revision, clinic.by).code == "stale"
    assert refusal(penalties.withdraw, slip.id, slip.revision, "误判", clinic.by).code == "stale"
    assert penalties.slip(slip.id).slip.state is SlipState.APPROVED


def test_steps_out_of_order_are_refused_with_the_state(clinic: Clinic) -> None:
    penalties = clinic.services.penalties
    slip = clinic.propose(clinic.walk(DAY, {"G1": [BADGE]}), "G1")
    assert refusal(penalties.issue, slip.id, slip.revision, clinic.by).code == "slip_is_proposed"
    clinic.issue(slip)
    assert refusal(penalties.approve, slip.id, slip.revision + 2, clinic.boss).code == "slip_is_issued"
    assert refusal(penalties.withdraw, slip.id, slip.revision + 2, "  ", clinic.by).code == "reason_missing"
    penalties.withdraw(slip.id, slip.revision + 2, "误判", clinic.by)
    assert refusal(penalties.issue, slip.id, slip.revision + 3, clinic.by).code == "slip_is_withdrawn"


def test_a_withdrawn_slip_keeps_its_number_and_counts_no_more(clinic: Clinic) -> None:
    penalties = clinic.services.penalties
    first = clinic.sanction(days_before(30), "G1")
    penalties.withdraw(first.id, first.revision + 2, "当日系借用工牌", clinic.by)
    second = clinic.walk(DAY, {"G1": [BADGE]})
    decision = penalties.decide(second, clinic.people["G1"])
    assert (decision.rung, [entry.reason for entry in decision.not_counted]) == (1, [Reason.WITHDRAWN])
    anew = clinic.propose(first.round_id, "G1")
    assert (penalties.slip(first.id).slip.number, anew.number) == ("CF-BJ-2026-0001", "CF-BJ-2026-0002")
    assert penalties.decide(second, clinic.people["G1"]).rung == 2


def test_a_finding_left_out_is_not_heard(clinic: Clinic) -> None:
    penalties = clinic.services.penalties
    earlier = clinic.walk(days_before(30), {"G1": [BADGE]})
    later = clinic.walk(DAY, {"G1": [BADGE]})
    assert penalties.decide(later, clinic.people["G1"]).rung == 2
    penalties.leave_out(clinic.finding(earlier, "G1"), earlier, "工牌当日送修", clinic.by)
    decision = penalties.decide(later, clinic.people["G1"])
    assert (decision.rung, [entry.reason for entry in decision.not_counted]) == (1, [Reason.LEFT_OUT])
    assert penalties.proposals(earlier) == []
    assert refusal(penalties.propose, earlier, clinic.people["G1"], clinic.by).code == "nothing_counts"


def test_a_finding_on_a_standing_slip_is_not_left_out(clinic: Clinic) -> None:
    round_id = clinic.walk(DAY, {"G1": [BADGE]})
    slip = clinic.propose(round_id, "G1")
    finding = clinic.finding(round_id, "G1")
    penalties = clinic.services.penalties
    refused = refusal(penalties.leave_out, finding, round_id, "x", clinic.by)
    assert (refused.code, refused.words) == ("finding_on_slip", {"number": slip.number})
    penalties.withdraw(slip.id, slip.revision, "误判", clinic.by)
    penalties.leave_out(finding, round_id, "x", clinic.by)
    assert penalties.proposals(round_id) == []


def test_those_above_on_the_day_of_the_act_pay_whoever_is_above_today(clinic: Clinic) -> None:
    clinic.sanction(days_before(30), "G1")
    round_id = clinic.walk(days_before(2), {"G1": [BADGE]})
    clinic.hire("NEW", "欧阳娜娜", "lead", "HEAD")
    clinic.put_under("G1", "NEW", days_before(1))
    clinic.set_head("NEW", days_before(1))
    then = clinic.services.penalties.decide(round_id, clinic.people["G1"])
    assert [payment.name for payment in then.payments] == ["张𬱖", "㛃雅宁", "欧阳䶮"]
    now = clinic.services.penalties.decide(clinic.walk(DAY, {"G1": [BADGE]}), clinic.people["G1"])
    assert [payment.name for payment in now.payments] == ["张𬱖", "欧阳娜娜"]  # one person in both roles, once


def test_two_fails_in_one_round_are_one_slip_on_one_rung(clinic: Clinic) -> None:
    round_id = clinic.walk(days_before(30), {"G1": [BADGE, BADGE_SIDE]})
    slip = clinic.propose(round_id, "G1")
    assert slip.rung == 1
    assert len(clinic.services.penalties.slip(slip.id).slip.finding_ids) == 2
    again = clinic.services.penalties.decide(clinic.walk(DAY, {"G1": [BADGE]}), clinic.people["G1"])
    assert (again.rung, again.findings[0].seconds, again.findings[0].thirds) == (2, 1, 1)


def test_a_back_dated_round_never_alters_an_issued_slip(clinic: Clinic) -> None:
    penalties = clinic.services.penalties
    slip = clinic.sanction(days_before(10), "G1")
    before = penalties.slip(slip.id)
    paper = penalties.preview(slip.id, "zh")
    assert penalties.would_have_been(slip.id) is None
    clinic.walk(days_before(40), {"G1": [BADGE]})
    assert penalties.slip(slip.id) == before
    assert penalties.preview(slip.id, "zh") == paper
    told = penalties.would_have_been(slip.id)
    assert told is not None
    assert (told.code, told.values["total_fen"], told.values["issued_fen"]) == ("explain.would_have_been", 15000, 0)


def test_what_is_held_against_nobody_any_more_is_told_beside_the_slip(clinic: Clinic) -> None:
    slip = clinic.sanction(DAY, "G1")
    finding = clinic.finding(slip.round_id, "G1")
    clinic.services.findings.leave_out(finding, "工牌当日送修", clinic.by)
    told = clinic.services.penalties.would_have_been(slip.id)
    assert told is not None
    assert told.code == "explain.would_be_nothing"


def test_an_issued_slip_is_the_same_after_form_and_tariff_changed(clinic: Clinic) -> None:
    penalties = clinic.services.penalties
    clinic.sanction(days_before(30), "G1")
    slip = clinic.sanction(days_before(1), "G1")
    before, paper = penalties.slip(slip.id), penalties.preview(slip.id, "zh")
    code = penalties.sheet(slip.id).check_code
    edition = clinic.services.rulebook.editions("ladder")[-1]
    rung = {**edition.values["columns"]["own_checks"]["2"], "amount": {"low": 30000, "high": 30000}}
    own = {**edition.values["columns"]["own_checks"], "2": rung}
    values = {**edition.values, "columns": {**edition.values["columns"], "own_checks": own}}
    today = local_day(clinic.clock.now())
    clinic.services.rulebook.publish("ladder", values, edition.texts, today, clinic.by)
    assert penalties.slip(slip.id) == before
    assert penalties.preview(slip.id, "en") == paper  # the archived file, whatever language is asked for
    assert penalties.sheet(slip.id).check_code == code
    assert penalties.reprint(slip.id) != paper
    assert penalties.would_have_been(slip.id) is None  # the rule of that day decides, not today's
    assert clinic.services.papers.check() == []
    clinic.clock.advance(timedelta(days=1))
    assert penalties.decide(clinic.walk(today, {"G1": [BADGE_SIDE]}), clinic.people["G1"]).total == 90000


def test_a_choice_needs_its_reason_and_stays_within_the_rule(clinic: Clinic) -> None:
    penalties = clinic.services.penalties
    clinic.sanction(days_before(30), "G1")
    round_id = clinic.walk(DAY, {"G1": [BADGE]})
    wrong = Choice(amounts={Role.EMPLOYEE: 7000}, leave_out=frozenset({Role.SUPERIOR}))
    refused = refusal(penalties.propose, round_id, clinic.people["G1"], clinic.by, choice=wrong)
    fields = {(problem.field, problem.code) for problem in refused.problems}
    assert fields == {("amounts.employee", "amount_outside_rule"), ("leave_out_reason", "reason_missing")}
    right = replace(wrong, amounts={Role.EMPLOYEE: 10000}, amount_reason="屡次提醒", leave_out_reason="休假")
    slip = penalties.propose(round_id, clinic.people["G1"], clinic.by, choice=right).value
    assert (slip.total, slip.number) == (20000, "CF-BJ-2026-0002")
    assert penalties.slip(slip.id).slip.decision.choice == right


def test_an_issued_slip_says_until_when_it_may_be_appealed(clinic: Clinic) -> None:
    slip = clinic.sanction(DAY, "G1")
    kept = clinic.services.penalties.slip(slip.id).slip
    assert kept.appeal_last_day == local_day(clinic.clock.now()) + timedelta(days=7)
    (paper,) = clinic.services.papers.of_subject(slip.id)
    assert (paper.id, paper.number, paper.check) == (
        kept.paper_id,
        slip.number,
        clinic.services.penalties.sheet(slip.id).check_code,
    )


def test_the_list_is_found_by_state_person_and_number_in_pages(clinic: Clinic) -> None:
    penalties = clinic.services.penalties
    issued = clinic.sanction(days_before(5), "G1")
    clinic.clock.advance(timedelta(minutes=1))
    round_id = clinic.walk(DAY, {"G1": [BADGE], "G2": [BADGE]})
    second, third = clinic.propose(round_id, "G1"), clinic.propose(round_id, "G2")
    assert penalties.waiting() == {SlipState.ISSUED: 1, SlipState.PROPOSED: 2}

    def numbers(**wanted: object) -> set[str]:
        return {line.number for line in penalties.lines(SlipFilter(**wanted))}  # type: ignore[arg-type]

    assert numbers(state=SlipState.ISSUED) == {issued.number}
    assert numbers(text="若彤") == {third.number}
    assert numbers(text=" g1 ") == {issued.number, second.number}
    assert numbers(text="cf-bj-2026-0002") == {second.number}
    assert numbers(text="%") == set()
    assert numbers(employee_id=clinic.people["G2"]) == {third.number}
    assert numbers(institution_id=clinic.institution) == {issued.number, second.number, third.number}
    pages, after = [], None
    while page := penalties.lines(after=after, limit=1):
        pages += [line.number for line in page]
        after = (page[-1].proposed_at, page[-1].id)
    assert sorted(pages) == sorted(numbers())
    assert pages[-1] == issued.number


def test_a_long_note_and_rare_names_go_through_to_the_paper(clinic: Clinic) -> None:
    clinic.hire("G3", "尼玛·才让旺堆 O'Brien 㛃", superior="LEAD")
    note = "头发未按规定盘起，" * 550 + "🙂"
    round_id = clinic.walk(DAY, {"G3": [BADGE]}, note=note)
    slip = clinic.propose(round_id, "G3")
    clinic.issue(slip)
    kept = clinic.services.papers.paper(clinic.services.penalties.slip(slip.id).slip.paper_id)  # type: ignore[arg-type]
    assert kept.values["employee_name"] == "尼玛·才让旺堆 O'Brien 㛃"
    assert kept.values["facts"][0]["seen"] == note
    assert kept.line.missing == "🙂"
