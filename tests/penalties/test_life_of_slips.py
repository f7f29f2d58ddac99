"""A slip after its issue on both databases: signed for, refused, appealed, decided, deducted, closed, published."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from tests.penalties.case_work import MAIN, a_case
from tests.penalties.clinic import BADGE, Clinic

from qualitydesk.basics.changes import By
from qualitydesk.basics.errors import Refused
from qualitydesk.penalties.model import (
    AnswerDraft,
    AnswerKind,
    AppealDecision,
    AppealDraft,
    AppealOutcome,
    Event,
    EventKind,
    FilePurpose,
    Reason,
    Slip,
    SlipFilter,
    SlipLine,
    SlipState,
)
from qualitydesk.printing.pages import page_texts

DAY = date(2026, 11, 20)
SCAN = ("扫描.png", b"a scan")


def refusal(verb: Callable[..., object], *args: object, **named: object) -> Refused:
    with pytest.raises(Refused) as caught:
        verb(*args, **named)
    return caught.value


def codes(refused: Refused) -> list[tuple[str, str]]:
    return [(one.field, one.code) for one in refused.problems]


def second(clinic: Clinic) -> SlipLine:
    """An issued slip on the second rung: 50 yuan each of the guide, her lead and the head."""
    clinic.sanction(DAY - timedelta(days=30), "G1")
    return clinic.sanction(DAY, "G1")


def now(clinic: Clinic, slip: SlipLine) -> Slip:
    return clinic.services.penalties.slip(slip.id).slip


def today(clinic: Clinic) -> date:
    return clinic.services.directory.today()


def days_later(clinic: Clinic, days: int) -> None:
    clinic.clock.set(clinic.clock.now() + timedelta(days=days))


def sign(clinic: Clinic, slip: SlipLine, *, accepts: bool = False) -> None:
    draft = AnswerDraft(AnswerKind.ACKNOWLEDGED, today(clinic), accepts)
    clinic.services.penalties.answer(slip.id, now(clinic, slip).revision, draft, clinic.by, files=[SCAN])


def appeal(clinic: Clinic, slip: SlipLine, **more: str) -> None:
    draft = AppealDraft(clinic.people["G1"], today(clinic), "当日库房换发网，已报告主管", **more)
    clinic.services.penalties.appeal(
        slip.id, now(clinic, slip).revision, draft, clinic.by, files=[("申诉书.jpg", b"x")]
    )


def decide(clinic: Clinic, slip: SlipLine, outcome: AppealOutcome, *amounts: int, by: str = "GM") -> None:
    draft = AppealDecision(outcome, clinic.people[by], today(clinic), "查证属实", amounts)
    clinic.services.penalties.decide_appeal(slip.id, now(clinic, slip).revision, draft, clinic.by)


def test_a_signed_slip_keeps_its_scan_once_and_who_recorded_it(clinic: Clinic) -> None:
    slip = second(clinic)
    sign(clinic, slip)
    clinic.services.penalties.attach(slip.id, [SCAN, ("背面.png", b"more")], clinic.by, purpose=FilePurpose.SIGNED)
    sheet = clinic.services.penalties.sheet(slip.id)
    assert sheet.view.slip.state is SlipState.ACKNOWLEDGED
    assert sheet.answer is not None and (sheet.answer.on, sheet.answer.recorded_by) == (today(clinic), "顾晓岚")
    assert [(one.name, one.purpose) for one in sheet.files] == [
        ("扫描.png", FilePurpose.SIGNED),
        ("背面.png", FilePurpose.SIGNED),
    ]
    assert clinic.services.penalties.file(sheet.files[0].id) == SCAN
    assert [step.verb for step in sheet.history][-2:] == ["acknowledge_slip", "attach_to_slip"]


def test_a_refusal_is_kept_with_reason_and_witness_and_may_still_be_signed(clinic: Clinic) -> None:
    slip, penalties = second(clinic), clinic.services.penalties
    seen = now(clinic, slip).revision
    bare = AnswerDraft(AnswerKind.REFUSED, today(clinic))
    assert codes(refusal(penalties.answer, slip.id, seen, bare, clinic.by)) == [
        ("reason", "reason_missing"),
        ("witness_id", "witness_missing"),
        ("files", "refusal_file_missing"),
    ]
    draft = AnswerDraft(AnswerKind.REFUSED, today(clinic), False, "认为不属实", clinic.people["LEAD"], True)
    penalties.answer(slip.id, seen, draft, clinic.by, files=[SCAN])
    answer = penalties.sheet(slip.id).answer
    assert answer is not None and (answer.reason, answer.witness) == ("认为不属实", "㛃雅宁")
    assert now(clinic, slip).state is SlipState.REFUSED
    sign(clinic, slip)
    assert now(clinic, slip).state is SlipState.ACKNOWLEDGED


def test_nobody_records_her_own_signature_and_a_slip_not_issued_has_none(clinic: Clinic) -> None:
    slip, penalties = second(clinic), clinic.services.penalties
    draft = AnswerDraft(AnswerKind.ACKNOWLEDGED, today(clinic))
    own = By(clinic.people["G1"], clinic.me)
    assert codes(refusal(penalties.answer, slip.id, slip.revision + 2, draft, own)) == [
        ("decided_by", "slip_on_oneself")
    ]
    fresh = clinic.propose(clinic.walk(DAY, {"G2": [BADGE]}), "G2")
    assert refusal(penalties.answer, fresh.id, fresh.revision, draft, clinic.by).code == "slip_is_proposed"
    assert refusal(penalties.attach, fresh.id, [SCAN], clinic.by).code == "slip_not_issued"


def test_an_appeal_upheld_leaves_the_sums_and_cannot_be_made_again(clinic: Clinic) -> None:
    slip, penalties = second(clinic), clinic.services.penalties
    appeal(clinic, slip)
    assert now(clinic, slip).state is SlipState.APPEALED
    assert refusal(penalties.withdraw, slip.id, now(clinic, slip).revision, "x", clinic.by).code == "slip_is_appealed"
    decide(clinic, slip, AppealOutcome.UPHELD)
    kept = penalties.sheet(slip.id)
    assert (kept.view.slip.state, kept.view.slip.total, kept.amounts) == (SlipState.UPHELD, 15000, (5000, 5000, 5000))
    assert kept.appeal is not None and (kept.appeal.decider, kept.appeal.reason) == ("贺明远", "查证属实")
    draft = AppealDraft(clinic.people["G1"], today(clinic), "再次申诉")
    again = refusal(penalties.appeal, slip.id, kept.view.slip.revision, draft, clinic.by)
    assert again.code == "slip_is_upheld"


def test_an_appeal_that_reduces_changes_each_line_the_total_and_what_people_pay(clinic: Clinic) -> None:
    slip, penalties = second(clinic), clinic.services.penalties
    appeal(clinic, slip)
    decide(clinic, slip, AppealOutcome.REDUCED, 5000, 2000, 0)
    sheet = penalties.sheet(slip.id)
    assert (sheet.view.slip.state, sheet.view.slip.total, sheet.amounts) == (SlipState.REDUCED, 7000, (5000, 2000, 0))
    assert sheet.view.slip.decision.total == 15000  # what was issued never changes
    (line,) = penalties.lines(SlipFilter(states=frozenset({SlipState.REDUCED})))
    assert line.total == 7000
    assert penalties.paid_by(clinic.people["LEAD"]).total == 2000
    assert sheet.appeal is not None and sheet.appeal.paper_id is not None
    text = "".join(page_texts(penalties.paper(sheet.appeal.paper_id)))
    for words in ("处分申诉决定书", "减轻处分", "¥70.00", "¥150.00", "当日库房换发网", "查证属实", "贺明远"):
        assert words in text
    both = "".join(page_texts(penalties.originals([slip.id])))
    assert "员工过失处分单" in both and "处分申诉决定书" in both


def test_a_granted_appeal_withdraws_the_slip_and_the_ladder_does_not_hear_it(clinic: Clinic) -> None:
    slip = second(clinic)
    appeal(clinic, slip)
    decide(clinic, slip, AppealOutcome.WITHDRAWN)
    kept = now(clinic, slip)
    assert (kept.state, kept.number, kept.withdrawal_reason) == (SlipState.WITHDRAWN, slip.number, "查证属实")
    assert clinic.services.penalties.paid_by(clinic.people["LEAD"]).total == 0
    third = clinic.sanction(DAY + timedelta(days=1), "G1")
    decision = clinic.services.penalties.slip(third.id).slip.decision
    assert third.rung == 2  # the first still counts, the withdrawn second does not
    assert Reason.WITHDRAWN in {one.reason for one in decision.not_counted}


def test_a_reduced_slip_still_counts_on_the_ladder(clinic: Clinic) -> None:
    slip = second(clinic)
    appeal(clinic, slip)
    decide(clinic, slip, AppealOutcome.REDUCED, 0, 0, 0)
    assert clinic.sanction(DAY + timedelta(days=2), "G1").rung == 3


@pytest.mark.parametrize(
    ("who", "code"),
    [("ME", "appeal_by_drafter"), ("G1", "slip_on_oneself"), ("LEAD", "appeal_by_payer"), ("G2", "not_to_judge")],
)
def test_who_may_not_decide_an_appeal(clinic: Clinic, who: str, code: str) -> None:
    slip = second(clinic)
    appeal(clinic, slip)
    with pytest.raises(Refused) as caught:
        decide(clinic, slip, AppealOutcome.UPHELD, by=who)
    assert codes(caught.value) == [("decided_by", code)]
    assert now(clinic, slip).state is SlipState.APPEALED


def test_a_late_appeal_is_accepted_with_a_reason_even_after_the_money_is_gone(clinic: Clinic) -> None:
    slip, penalties = second(clinic), clinic.services.penalties
    days_later(clinic, 8)
    penalties.mark_deducted([slip.id], "YJ-2026-11", clinic.by)
    kept = now(clinic, slip)
    assert (kept.state, kept.settlement_ref, kept.unanswered_on) == (SlipState.DEDUCTED, "YJ-2026-11", today(clinic))
    late = AppealDraft(clinic.people["G1"], today(clinic), "住院期间未收到")
    assert codes(refusal(penalties.appeal, slip.id, kept.revision, late, clinic.by)) == [("late_reason", "appeal_late")]
    appeal(clinic, slip, late_reason="当月住院，有证明")
    decide(clinic, slip, AppealOutcome.REDUCED, 0, 5000, 5000)
    kept = now(clinic, slip)
    assert (kept.state, kept.settlement_ref, kept.total) == (SlipState.REDUCED, "YJ-2026-11", 10000)
    penalties.mark_deducted([slip.id], "YJ-2026-12", clinic.by)
    assert (now(clinic, slip).state, now(clinic, slip).settlement_ref) == (SlipState.DEDUCTED, "YJ-2026-12")


def test_silence_is_noted_as_not_answered_and_never_as_signed(clinic: Clinic) -> None:
    slip, penalties = second(clinic), clinic.services.penalties
    first = next(one for one in penalties.lines() if one.id != slip.id)
    assert penalties.note_unanswered(clinic.by).value == ()
    days_later(clinic, 8)
    assert set(penalties.note_unanswered(clinic.by).value) == {slip.id, first.id}
    kept = penalties.sheet(slip.id)
    assert (kept.view.slip.state, kept.view.slip.unanswered_on, kept.answer) == (SlipState.ISSUED, today(clinic), None)
    assert kept.history[-1].verb == "note_unanswered"
    assert penalties.note_unanswered(clinic.by).value == ()


def test_what_a_settlement_may_not_deduct_is_told_and_nothing_is_marked(clinic: Clinic) -> None:
    slip, penalties = second(clinic), clinic.services.penalties
    first = next(one for one in penalties.lines() if one.id != slip.id)
    sign(clinic, first, accepts=True)
    assert penalties.why_not_deducted([slip.id, first.id]) == {slip.id: "slip_appeal_open"}
    refused = refusal(penalties.mark_deducted, [first.id, slip.id], "YJ-2026-11", clinic.by)
    assert (refused.code, codes(refused)) == ("not_possible", [("state", "slip_appeal_open")])
    assert now(clinic, first).state is SlipState.ACKNOWLEDGED
    penalties.mark_deducted([first.id], "YJ-2026-11", clinic.by)
    assert now(clinic, first).state is SlipState.DEDUCTED


def test_a_slip_with_money_is_closed_after_its_deduction_one_without_after_its_appeal(clinic: Clinic) -> None:
    slip, penalties = second(clinic), clinic.services.penalties
    warning = next(one for one in penalties.lines() if one.id != slip.id)
    for one, code in ((slip, "slip_not_deducted"), (warning, "slip_appeal_open")):
        assert codes(refusal(penalties.close, one.id, now(clinic, one).revision, clinic.by)) == [("state", code)]
    days_later(clinic, 8)
    penalties.close(warning.id, now(clinic, warning).revision, clinic.by)
    penalties.mark_deducted([slip.id], "YJ-2026-11", clinic.by)
    penalties.close(slip.id, now(clinic, slip).revision, clinic.by)
    assert {now(clinic, one).state for one in (slip, warning)} == {SlipState.CLOSED}
    assert now(clinic, warning).unanswered_on is not None


def test_slips_are_published_once_in_one_numbered_notice_with_the_sums_that_stand(clinic: Clinic) -> None:
    slip, penalties = second(clinic), clinic.services.penalties
    first = next(one for one in penalties.lines() if one.id != slip.id)
    appeal(clinic, slip)
    assert refusal(penalties.publish_notice, [slip.id], clinic.by).code == "slip_appeal_waits"
    decide(clinic, slip, AppealOutcome.REDUCED, 5000, 2000, 0)
    paper = penalties.publish_notice([slip.id, first.id], clinic.by).value
    text = "".join(page_texts(penalties.paper(paper)))
    for words in ("人事公布单", "RS-BJ-2026-0001", slip.number, first.number, "张𬱖", "¥50.00", "¥20.00", "2026-11"):
        assert words in text
    assert penalties.sheet(slip.id).notice_number == "RS-BJ-2026-0001"
    assert refusal(penalties.publish_notice, [slip.id], clinic.by).code == "slip_in_notice"
    fresh = clinic.propose(clinic.walk(DAY, {"G2": [BADGE]}), "G2")
    assert refusal(penalties.publish_notice, [fresh.id], clinic.by).code == "nothing_issued"


def test_somebody_else_who_was_faster_is_told(clinic: Clinic) -> None:
    slip, penalties = second(clinic), clinic.services.penalties
    seen = now(clinic, slip).revision
    appeal(clinic, slip)
    draft = AppealDecision(AppealOutcome.UPHELD, clinic.people["GM"], today(clinic), "维持")
    assert refusal(penalties.decide_appeal, slip.id, seen, draft, clinic.by).code == "stale"
    sheet = penalties.sheet(slip.id)
    assert sheet.appeal is not None and sheet.appeal.outcome is None and sheet.appeal.paper_id is None


def test_a_reduced_slip_of_a_case_stands_there_with_the_new_sums_and_a_granted_appeal_takes_it_away(
    clinic: Clinic,
) -> None:
    penalties, complaints = clinic.services.penalties, clinic.services.complaints
    case_id = a_case(clinic, {"G1": MAIN, "G2": MAIN})
    first, other = penalties.propose_all_on(Event(EventKind.CASE, case_id), clinic.by).value
    for slip in (first, other):
        clinic.issue(slip)
    appeal(clinic, first)
    decide(clinic, first, AppealOutcome.REDUCED, 100_00, 0, 200_00)
    draft = AppealDraft(clinic.people["G2"], today(clinic), "当时不在岗")
    penalties.appeal(other.id, now(clinic, other).revision, draft, clinic.by)
    decide(clinic, other, AppealOutcome.WITHDRAWN)
    handlings = complaints.case(case_id).handlings
    assert [(one.name, one.amount) for one in handlings] == [("张𬱖", 100_00), ("㛃雅宁", 0), ("欧阳䶮", 200_00)]
    paper = penalties.publish_notice([first.id], clinic.by).value
    text = "".join(page_texts(penalties.paper(paper)))
    assert complaints.case(case_id).line.number in text and "¥100.00" in text
