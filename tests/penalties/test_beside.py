"""One event is sanctioned once: proposals from rounds and cases ask about what stands of about the same day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.penalties.case_work import MAIN, a_case
from tests.penalties.clinic import BADGE, BADGE_SIDE, Clinic

from qualitydesk.basics.errors import Refused
from qualitydesk.penalties.model import AddDraft, AlikeKind, Choice, Event, EventKind

DAY = date(2026, 11, 20)
WHY = "下午另一班次，另一件事"


def asked(told: pytest.ExceptionInfo[Refused]) -> list[tuple[str, str, object]]:
    return [(one.field, one.code, one.values.get("numbers")) for one in told.value.problems]


def test_a_second_round_of_the_day_shows_the_first_slip_with_its_sum_and_wants_a_reason(clinic: Clinic) -> None:
    penalties = clinic.services.penalties
    clinic.sanction(DAY - timedelta(days=60), "G1")
    first = clinic.sanction(DAY, "G1")
    round_id = clinic.walk(DAY, {"G1": [BADGE_SIDE], "G2": [BADGE]}, hour=15)
    proposals = {one.employee: one for one in penalties.proposals(round_id)}
    (mine,) = [one for one in proposals.values() if one.employee_id == clinic.people["G1"]]
    assert [(one.kind, one.number, one.fen) for one in mine.alike] == [(AlikeKind.SLIP, first.number, first.total)]
    assert first.total > 0 and mine.alike[0].title["zh"]
    with pytest.raises(Refused) as told:
        clinic.propose(round_id, "G1")
    assert asked(told) == [("other_act", "sanctioned_near", first.number)]
    made = penalties.propose_all(round_id, clinic.by).value
    assert [one.employee_id for one in made] == [clinic.people["G2"]]
    slip = clinic.propose(round_id, "G1", WHY)
    decision = penalties.slip(slip.id).slip.decision
    assert "explain.note.other_act" in {line.code for line in decision.explanation}
    warned = {line.code for line in penalties.fairness(slip.id, clinic.by).warnings}
    assert {"fair.already_item", "fair.why_other"} <= warned


def test_days_apart_or_withdrawn_nothing_is_asked(desk: Clinic) -> None:
    penalties = desk.services.penalties
    first = desk.sanction(DAY, "G1")
    later = desk.walk(DAY + timedelta(days=2), {"G1": [BADGE]})
    assert [one.alike for one in penalties.proposals(later)] == [()]
    penalties.withdraw(first.id, penalties.slip(first.id).slip.revision, "误报", desk.by)
    again = desk.walk(DAY, {"G1": [BADGE]}, hour=15)
    assert [one.alike for one in penalties.proposals(again)] == [()]
    assert desk.propose(again, "G1").number


def test_a_case_about_what_a_round_sanctioned_already_asks_too(desk: Clinic) -> None:
    penalties = desk.services.penalties
    case_id = a_case(desk, {"G1": MAIN})
    event = Event(EventKind.CASE, case_id)
    day = penalties.of_event(event).proposals[0].decision.act_day
    first = desk.sanction(day, "G1")
    (one,) = penalties.of_event(event).proposals
    assert [found.number for found in one.alike] == [first.number]
    with pytest.raises(Refused) as told:
        penalties.propose_on(event, one.employee_id, desk.by)
    assert asked(told) == [("other_act", "sanctioned_near", first.number)]
    assert penalties.propose_all_on(event, desk.by).value == []
    slip = penalties.propose_on(event, one.employee_id, desk.by, choice=Choice(other_act=WHY)).value
    assert slip.case_id == case_id
    (after,) = penalties.of_event(event).proposals
    assert after.slip is not None and after.alike == ()


def test_what_is_put_in_by_hand_is_asked_about_like_a_finding(desk: Clinic) -> None:
    penalties = desk.services.penalties
    first = desk.sanction(DAY, "G1")
    round_id = desk.walk(DAY, {"G1": []}, hour=15)
    offers = [one for one in penalties.addable(round_id) if one.employee_id == desk.people["G1"]]
    assert {tuple(found.number for found in one.alike) for one in offers} == {(first.number,)}
    draft = AddDraft(desk.people["G1"], BADGE, "补记")
    with pytest.raises(Refused) as told:
        penalties.add(round_id, draft, desk.by)
    assert asked(told) == [("other_act", "sanctioned_near", first.number)]
    assert penalties.add(round_id, AddDraft(desk.people["G1"], BADGE, "补记", other_act=WHY), desk.by).value.number
