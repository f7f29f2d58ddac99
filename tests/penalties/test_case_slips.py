"""From step 10 of a case to slips and back: who pays what by the level, written down on the case, taken back again."""

from __future__ import annotations

from datetime import date

import pytest
from tests.penalties.case_work import MAIN, NONE, PARTLY, a_case
from tests.penalties.clinic import Clinic

from qualitydesk.basics.errors import Refused
from qualitydesk.basics.phrases import LANGUAGES
from qualitydesk.complaints.model import CaseVerb, HandlingDraft, HandlingRole, SeverityDraft, SeverityFacts, Step
from qualitydesk.penalties.model import Basis, Choice, Decision, Event, EventKind, SlipLine, SlipState
from qualitydesk.penalties.rules import word, words
from qualitydesk.printing.pages import page_texts
from qualitydesk.rulebook.model import Role, Sanction


def on(case_id: object) -> Event:
    return Event(EventKind.CASE, case_id)  # type: ignore[arg-type]


def paid(decision: Decision) -> list[tuple[str, str, int]]:
    return [(one.name, one.role.value, one.amount) for one in decision.payments]


def proposed(clinic: Clinic, case_id: object, number: str, choice: Choice | None = None) -> SlipLine:
    return clinic.services.penalties.propose_on(on(case_id), clinic.people[number], clinic.by, choice=choice).value


def test_the_level_proposes_for_the_responsible_and_for_superior_and_head_of_that_day(clinic: Clinic) -> None:
    case_id = a_case(clinic, {"G1": MAIN, "G2": NONE})
    found = clinic.services.penalties.of_case(case_id)
    (one,) = found.proposals
    assert (found.level, found.number) == (2, clinic.services.complaints.case(case_id).line.number)
    assert paid(one.decision) == [
        ("张𬱖", "employee", 200_00),
        ("㛃雅宁", "superior", 400_00),
        ("欧阳䶮", "head", 400_00),
    ]
    assert one.decision.total == 1_000_00
    assert one.decision.sanction is Sanction.MINOR_DEMERIT
    assert {payment.sanction for payment in one.decision.payments[1:]} == {Sanction.FINE}
    for language in LANGUAGES:
        told = words(one.decision, language)
        assert not any("{" in line or "explain." in line for line in told)
    told = "\n".join(words(one.decision, "zh"))
    assert "II级" in told and "有直接损失或退费" in told and "¥1,000.00" in told and found.number in told


def test_before_step_ten_nothing_is_proposed(desk: Clinic) -> None:
    case_id = a_case(desk, {"G1": MAIN}, to=Step.CLOSED)
    with pytest.raises(Refused) as told:
        desk.services.penalties.of_case(case_id)
    assert told.value.code == "case_not_to_handle"


def test_each_superior_pays_once_in_a_case_by_the_slip_of_the_first(clinic: Clinic) -> None:
    case_id = a_case(clinic, {"G1": MAIN, "G2": PARTLY})
    first, second = clinic.services.penalties.of_case(case_id).proposals
    assert [one.role for one in first.decision.payments] == [Role.EMPLOYEE, Role.SUPERIOR, Role.HEAD]
    assert paid(second.decision) == [("周若彤", "employee", 200_00)]
    assert {line.code for line in second.decision.notes} == {"explain.note.case_other"}
    proposed(clinic, case_id, "G1")
    again = clinic.services.penalties.of_case(case_id).proposals[1].decision
    assert [line.code for line in again.notes] == ["explain.note.case_slip"] * 2


def test_a_superior_who_is_responsible_pays_the_higher_sum_by_her_own_slip(desk: Clinic) -> None:
    case_id = a_case(desk, {"G1": MAIN, "LEAD": PARTLY})
    guide, lead = desk.services.penalties.of_case(case_id).proposals
    assert paid(guide.decision) == [("张𬱖", "employee", 200_00), ("欧阳䶮", "head", 400_00)]
    assert "explain.note.case_own" in {line.code for line in guide.decision.notes}
    assert paid(lead.decision) == [("㛃雅宁", "employee", 400_00)]
    assert lead.decision.payments[0].basis is Basis.HIGHER
    assert "explain.note.case_higher" in {line.code for line in lead.decision.notes}


def test_superior_and_head_in_one_person_pay_once(desk: Clinic) -> None:
    desk.set_head("LEAD", date(2021, 1, 1))
    (one,) = desk.services.penalties.of_case(a_case(desk, {"G1": MAIN})).proposals
    assert paid(one.decision) == [("张𬱖", "employee", 200_00), ("㛃雅宁", "superior", 400_00)]
    assert "explain.note.superior_is_head" in {line.code for line in one.decision.notes}


def test_the_line_is_that_of_the_day_it_happened(desk: Clinic) -> None:
    desk.put_under("G1", "HEAD", date(2026, 11, 1))
    early = a_case(desk, {"G1": MAIN}, happened_on=date(2026, 10, 20))
    late = a_case(desk, {"G1": MAIN}, happened_on=date(2026, 11, 2))
    penalties = desk.services.penalties
    assert paid(penalties.of_case(early).proposals[0].decision)[1][0] == "㛃雅宁"
    assert [who for who, _, _ in paid(penalties.of_case(late).proposals[0].decision)] == ["张𬱖", "欧阳䶮"]


def test_one_superior_may_be_left_out_with_a_reason_and_stays_out_of_the_case(clinic: Clinic) -> None:
    case_id = a_case(clinic, {"G1": MAIN, "G2": MAIN})
    both = Choice(leave_out=frozenset({Role.SUPERIOR, Role.HEAD}), leave_out_reason="不在岗")
    for choice, code in (
        (Choice(leave_out=frozenset({Role.HEAD})), "reason_missing"),
        (both, "too_many_left_out"),
        (Choice(amounts={Role.EMPLOYEE: 300_00}, amount_reason="情节较重"), "amount_outside_rule"),
    ):
        with pytest.raises(Refused) as told:
            proposed(clinic, case_id, "G1", choice)
        assert [one.code for one in told.value.problems] == [code]
    proposed(clinic, case_id, "G1", Choice(leave_out=frozenset({Role.HEAD}), leave_out_reason="当日出差"))
    slip = clinic.services.penalties.slip(clinic.services.penalties.lines()[0].id).slip
    assert paid(slip.decision) == [("张𬱖", "employee", 200_00), ("㛃雅宁", "superior", 400_00)]
    second = clinic.services.penalties.of_case(case_id).proposals[1].decision
    assert paid(second) == [("周若彤", "employee", 200_00)]
    assert {line.code for line in second.notes} == {"explain.note.case_slip", "explain.note.case_left_out"}


def test_the_approved_slip_comes_back_to_the_case_and_goes_when_it_is_withdrawn(clinic: Clinic) -> None:
    penalties, complaints = clinic.services.penalties, clinic.services.complaints
    case_id = a_case(clinic, {"G1": MAIN})
    slip = proposed(clinic, case_id, "G1")
    assert complaints.case(case_id).handlings == ()
    done = penalties.approve(slip.id, slip.revision, clinic.boss)
    assert {"slips", "cases"} <= {one.value for one in done.touched}
    page = complaints.case(case_id)
    assert [(one.name, one.role, one.amount, one.sanction, one.slip_number) for one in page.handlings] == [
        ("张𬱖", HandlingRole.RESPONSIBLE, 200_00, "minor_demerit", slip.number),
        ("㛃雅宁", HandlingRole.SUPERIOR, 400_00, "fine", slip.number),
        ("欧阳䶮", HandlingRole.HEAD, 400_00, "fine", slip.number),
    ]
    assert {one.slip_id for one in page.handlings} == {slip.id}
    entry = page.timeline[-1]
    assert (entry.verb, entry.details["number"], entry.details["fine"]) == (CaseVerb.HANDLING, slip.number, 1_000_00)
    assert not complaints.case(case_id).missing
    penalties.issue(slip.id, slip.revision + 1, clinic.by)
    penalties.withdraw(slip.id, slip.revision + 2, "复核后不成立", clinic.by)
    page = complaints.case(case_id)
    assert page.handlings == ()
    assert (page.timeline[-1].verb, page.timeline[-1].words) == (CaseVerb.WITHDRAW_HANDLING, "复核后不成立")
    again = penalties.of_case(case_id).proposals[0]
    assert again.withdrawn is not None and again.withdrawn.number == slip.number
    assert again.decision.total == 1_000_00


def test_a_failed_approval_leaves_nothing_on_the_case(clinic: Clinic) -> None:
    case_id = a_case(clinic, {"G1": MAIN})
    slip = proposed(clinic, case_id, "G1")
    with pytest.raises(Refused):
        clinic.services.penalties.approve(slip.id, slip.revision + 5, clinic.boss)
    assert clinic.services.complaints.case(case_id).handlings == ()


def test_one_event_is_sanctioned_once(clinic: Clinic) -> None:
    penalties = clinic.services.penalties
    case_id = a_case(clinic, {"G1": MAIN, "G2": MAIN})
    proposed(clinic, case_id, "G1")
    with pytest.raises(Refused) as told:
        proposed(clinic, case_id, "G1")
    assert told.value.code == "already_sanctioned"
    hand = HandlingDraft(clinic.people["G2"], HandlingRole.RESPONSIBLE, "written_warning", 0)
    clinic.services.complaints.record_handling(case_id, (hand,), clinic.by)
    with pytest.raises(Refused) as told:
        proposed(clinic, case_id, "G2")
    assert told.value.code == "already_handled"
    assert penalties.propose_all_on(on(case_id), clinic.by).value == []


def test_superiors_go_with_the_next_when_the_first_was_handled_without_a_slip(desk: Clinic) -> None:
    case_id = a_case(desk, {"G1": MAIN, "G2": MAIN})
    hand = HandlingDraft(desk.people["G1"], HandlingRole.RESPONSIBLE, "minor_demerit", 200_00)
    desk.services.complaints.record_handling(case_id, (hand,), desk.by)
    first, second = desk.services.penalties.of_case(case_id).proposals
    assert first.by_hand and not first.waiting
    assert [one.role for one in second.decision.payments] == [Role.EMPLOYEE, Role.SUPERIOR, Role.HEAD]


def test_whoever_is_not_responsible_gets_no_slip_and_nobody_proposes_on_oneself(desk: Clinic) -> None:
    case_id = a_case(desk, {"G1": MAIN, "G2": NONE})
    with pytest.raises(Refused) as told:
        proposed(desk, case_id, "G2")
    assert told.value.code == "nobody_answers"
    slip = proposed(desk, case_id, "G1")
    with pytest.raises(Refused) as told:
        desk.services.penalties.approve(slip.id, slip.revision, desk.by)
    assert [one.code for one in told.value.problems] == ["slip_by_drafter"]


def test_all_of_a_case_are_proposed_at_once_and_no_superior_pays_twice(clinic: Clinic) -> None:
    case_id = a_case(clinic, {"G1": MAIN, "G2": MAIN, "LEAD": PARTLY})
    made = clinic.services.penalties.propose_all_on(on(case_id), clinic.by).value
    assert len(made) == 3
    payers: list[object] = []
    for line in made:
        slip = clinic.services.penalties.slip(line.id).slip
        payers += [one.person_id for one in slip.decision.payments]
        assert slip.decision.total == line.total == sum(one.amount for one in slip.decision.payments)
        assert line.state is SlipState.PROPOSED and line.level == 2 and line.case_id == case_id
    assert len(payers) == len(set(payers))


def test_slips_of_cases_are_no_rung_of_the_ladder(desk: Clinic) -> None:
    case_id = a_case(desk, {"G1": MAIN})
    proposed(desk, case_id, "G1")
    slip = desk.sanction(date(2026, 11, 20), "G1", other="另一天的巡检，与投诉无关")
    assert slip.rung == 1
    listed = desk.services.penalties.lines()
    assert {line.event_number[:2] for line in listed} == {"XJ", "BJ"}


def test_the_paper_tells_the_case_and_derives_itself(desk: Clinic) -> None:
    penalties = desk.services.penalties
    case_id = a_case(desk, {"G1": MAIN})
    slip = proposed(desk, case_id, "G1")
    penalties.approve(slip.id, slip.revision, desk.boss)
    for language, wanted in (
        ("zh", ("投诉案件", "三、投诉等级", "记小过", "¥1,000.00", "责任认定：主要责任", "投诉人 王**")),
        ("en", ("Complaint case", "Level of the case", "¥1,000.00", "Complainant 王**")),
    ):
        text = "".join(page_texts(penalties.preview(slip.id, language))).replace("\n", "")
        for part in (*wanted, desk.services.complaints.case(case_id).line.number):
            assert part.replace(" ", "") in text.replace(" ", "")
        assert "王丽华" not in text and "检查类型" not in text
    sheet = penalties.sheet(slip.id)
    assert sheet.would_have_been is None and sheet.rule.rule == "severity"


def test_a_level_set_anew_later_shows_as_would_have_been(desk: Clinic) -> None:
    penalties, complaints = desk.services.penalties, desk.services.complaints
    case_id = a_case(desk, {"G1": MAIN})
    slip = proposed(desk, case_id, "G1")
    page = complaints.case(case_id)
    complaints.reopen(case_id, page.line.revision, Step.CLASSIFIED, "发现新情况", desk.by)
    page = complaints.case(case_id)
    facts = SeverityFacts(loss=True, reputation=True)
    complaints.classify(case_id, page.line.revision, SeverityDraft(facts), desk.by)
    told = penalties.would_have_been(slip.id)
    assert told is not None and told.values["total_fen"] == 1_500_00
    assert "III级" in word(told, "zh") and "II级" in word(told, "zh")
    assert penalties.slip(slip.id).slip.decision.total == 1_000_00
