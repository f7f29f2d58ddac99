"""Acts put on a slip by hand, findings set aside, and the rounds that wait for a decision."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from pypdf import PdfReader
from tests.penalties.clinic import BADGE, BADGE_SIDE, Clinic

from qualitydesk.basics.changes import By
from qualitydesk.basics.errors import Refused
from qualitydesk.inspections.model import Given, RoundDraft, RoundKind, Verdict
from qualitydesk.penalties.model import AddDraft, Reason, SlipFilter, Standing
from qualitydesk.penalties.rules import words
from qualitydesk.storage import audit

DAY = date(2026, 11, 20)


def noted_round(clinic: Clinic, *, partly: str = BADGE, note: str = "胸卡被外套遮住一半") -> object:
    """A finished round in which G1 failed nothing, but the badge was only passed with a note."""
    rounds, clock = clinic.services.rounds, clinic.clock
    people = (clinic.people["G1"], clinic.people["G2"])
    draft = RoundDraft(RoundKind.PATROL, clinic.institution, (clinic.me,), ("appearance_women",), people)
    round_id = rounds.open_round(draft, clinic.by).value
    walk = rounds.walk(round_id)
    stop = next(stop for stop in walk.stops if stop.number == "G1")
    items = {item.code: item for item in walk.items[stop.id]}
    rounds.record_answers(
        round_id,
        stop.id,
        [(items[partly], Given(Verdict.PASS, note=note)), (items[BADGE_SIDE], Given(Verdict.PASS))],
        clinic.by,
    )
    clock.advance(timedelta(minutes=10))
    rounds.finish_round(round_id, clinic.by)
    return round_id


def add(clinic: Clinic, round_id: object, number: str = "G1", item: str = BADGE, reason: str = "患者当场投诉"):
    draft = AddDraft(clinic.people[number], item, reason)
    return clinic.services.penalties.add(round_id, draft, clinic.by).value


def test_what_was_noted_is_offered_before_what_passed_without_a_word(clinic: Clinic) -> None:
    round_id = noted_round(clinic)
    offered = clinic.services.penalties.addable(round_id)
    first = next(one for one in offered if one.employee_id == clinic.people["G1"])
    assert (first.item_code, first.verdict, first.note) == (BADGE, "pass", "胸卡被外套遮住一半")
    assert {one.employee_id for one in offered} == {clinic.people["G1"], clinic.people["G2"]}


def test_an_act_put_in_by_hand_becomes_a_slip_that_says_so_and_prints_so(clinic: Clinic, tmp_path) -> None:
    round_id = noted_round(clinic)
    assert clinic.services.penalties.proposals(round_id) == []
    line = add(clinic, round_id)
    assert line.rung == 1
    view = clinic.services.penalties.slip(line.id)
    told = "".join(words(view.slip.decision, "zh"))
    assert "由提出人补充列入，理由：患者当场投诉" in told
    (shown,) = clinic.services.penalties.proposals(round_id)
    assert shown.slip is not None and shown.slip.number == line.number
    clinic.issue(line)
    pdf = tmp_path / "slip.pdf"
    pdf.write_bytes(clinic.services.penalties.preview(line.id, "zh"))
    text = "".join(page.extract_text() for page in PdfReader(pdf).pages).replace("\n", "")
    assert "由提出人补充列入，理由：患者当场投诉" in text and "胸卡被外套遮住一半" in text
    (entry,) = [one for one in history(clinic, line.id) if one.verb == "propose_slip"]
    assert entry.after is not None and entry.after["number"] == line.number


def history(clinic: Clinic, slip_id: object) -> tuple[audit.Entry, ...]:
    with clinic.services.database.reading() as connection:
        return audit.history(connection, "slip", slip_id)


def test_it_is_joined_with_what_was_found_into_one_slip(clinic: Clinic) -> None:
    round_id = clinic.walk(DAY, {"G1": [BADGE]})
    line = add(clinic, round_id, item=BADGE_SIDE)
    slip = clinic.services.penalties.slip(line.id).slip
    assert len(slip.finding_ids) == 2
    assert [found.added for found in slip.decision.findings] == ["", "患者当场投诉"]
    with pytest.raises(Refused) as again:
        add(clinic, round_id, item="W-BADGE-03")
    assert again.value.code == "already_sanctioned"


def test_what_the_round_found_cannot_be_put_in_a_second_time(clinic: Clinic) -> None:
    round_id = clinic.walk(DAY, {"G1": [BADGE]})
    with pytest.raises(Refused) as refused:
        add(clinic, round_id)
    assert [problem.code for problem in refused.value.problems] == ["add_item_found"]


def test_a_finding_left_out_does_not_come_back_by_hand(clinic: Clinic) -> None:
    round_id = clinic.walk(DAY, {"G1": [BADGE]})
    finding = clinic.finding(round_id, "G1")
    clinic.services.penalties.leave_out(finding, round_id, "演练", clinic.by)
    offered = clinic.services.penalties.addable(round_id)
    assert BADGE not in {one.item_code for one in offered if one.employee_id == clinic.people["G1"]}
    with pytest.raises(Refused):
        add(clinic, round_id)


@pytest.mark.parametrize(
    ("draft", "fields"),
    [
        (AddDraft(), ["employee_id", "item_code", "reason"]),
        (AddDraft(reason="  "), ["employee_id", "item_code", "reason"]),
    ],
)
def test_an_incomplete_draft_is_told_beside_its_fields(desk: Clinic, draft: AddDraft, fields: list[str]) -> None:
    round_id = noted_round(desk)
    with pytest.raises(Refused) as refused:
        desk.services.penalties.add(round_id, draft, desk.by)
    assert [problem.field for problem in refused.value.problems] == fields


def test_an_item_that_is_not_hers_on_this_round_is_refused(desk: Clinic) -> None:
    round_id = noted_round(desk)
    with pytest.raises(Refused):
        add(desk, round_id, "GM")
    with pytest.raises(Refused):
        add(desk, round_id, item="W-NOTHING-99")


def test_nobody_puts_an_act_on_herself(desk: Clinic) -> None:
    round_id = noted_round(desk)
    draft = AddDraft(desk.people["G1"], BADGE, "自己说的")
    with pytest.raises(Refused) as refused:
        desk.services.penalties.add(round_id, draft, By(desk.people["G1"], desk.me))
    assert refused.value.code == "not_to_decide"
    assert desk.services.penalties.lines(SlipFilter()) == []


def test_a_later_offence_is_weighed_against_an_act_put_in_by_hand(clinic: Clinic) -> None:
    clinic.clock.set(clinic.clock.now() - timedelta(days=40))
    line = add(clinic, noted_round(clinic))
    clinic.clock.advance(timedelta(days=40))
    round_id = clinic.walk(DAY, {"G1": [BADGE]})
    (proposal,) = clinic.services.penalties.proposals(round_id)
    assert proposal.decision.rung == 2
    clinic.services.penalties.withdraw(line.id, line.revision, "证据不足", clinic.by)
    (proposal,) = clinic.services.penalties.proposals(round_id)
    assert proposal.decision.rung == 1
    assert [entry.reason for entry in proposal.decision.not_counted] == [Reason.WITHDRAWN]


def test_a_slip_with_an_act_put_in_by_hand_stays_as_it_is_and_would_be_the_same(clinic: Clinic) -> None:
    line = add(clinic, noted_round(clinic))
    assert clinic.services.penalties.would_have_been(line.id) is None


def test_the_reason_for_leaving_out_stands_on_the_slip_of_what_remains(clinic: Clinic) -> None:
    round_id = clinic.walk(DAY, {"G1": [BADGE, BADGE_SIDE], "G2": [BADGE]})
    for number in ("G1", "G2"):
        finding = clinic.finding(round_id, number)
        clinic.services.penalties.leave_out(finding, round_id, "新胸卡当日才发到", clinic.by)
    slip = clinic.services.penalties.slip(clinic.propose(round_id, "G1").id).slip
    assert any("未列入" in line and "新胸卡当日才发到" in line for line in words(slip.decision, "zh"))
    sheet = clinic.services.penalties.of_round(round_id)
    assert [(one.employee, one.standing, one.reason) for one in sheet.aside] == [
        ("张𬱖", Standing.LEFT_OUT, "新胸卡当日才发到"),
        ("周若彤", Standing.LEFT_OUT, "新胸卡当日才发到"),
    ]
    assert [one.employee for one in sheet.proposals] == ["张𬱖"]


def test_rounds_wait_until_everybody_has_a_slip_or_is_left_out(clinic: Clinic) -> None:
    penalties = clinic.services.penalties
    old = clinic.walk(DAY - timedelta(days=200), {"G1": [BADGE]})
    clinic.walk(DAY - timedelta(days=3), {"G1": []})
    round_id = clinic.walk(DAY, {"G1": [BADGE, BADGE_SIDE], "G2": [BADGE]})
    assert [(one.id, one.people) for one in penalties.waiting_rounds()] == [(round_id, 2)]
    assert old in [one.id for one in penalties.waiting_rounds(days=300)]
    slip = clinic.propose(round_id, "G1")
    assert [one.people for one in penalties.waiting_rounds()] == [1]
    penalties.leave_out(clinic.finding(round_id, "G2"), round_id, "事先报备", clinic.by)
    assert penalties.waiting_rounds() == []
    penalties.withdraw(slip.id, slip.revision, "记错了人", clinic.by)
    assert penalties.waiting_rounds() == [], "whoever had a slip taken back is proposed anew only by name"


def test_propose_all_makes_nothing_when_one_of_them_is_refused(clinic: Clinic) -> None:
    round_id = clinic.walk(DAY, {"G1": [BADGE], "G2": [BADGE]})
    penalties = clinic.services.penalties
    real, turns = penalties.propose, []

    class Refusing(type(penalties)):
        def propose(self, *args, **more):
            turns.append(args[1])
            if len(turns) == 2:
                raise Refused("nothing_counts", number="x")
            return real(*args, **more)

    refusing = Refusing.__new__(Refusing)
    refusing.__dict__.update(penalties.__dict__)
    with pytest.raises(Refused):
        refusing.propose_all(round_id, clinic.by)
    assert len(turns) == 2 and penalties.lines(SlipFilter()) == []
    assert clinic.propose(round_id, "G1").number.endswith("-0001"), "no number was lost"
