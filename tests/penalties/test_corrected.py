"""What the ladder hears of answers corrected after the round: nothing of a fail that was none, and no slip changes."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from tests.penalties.clinic import BADGE, BADGE_SIDE, Clinic

from qualitydesk.basics.changes import By
from qualitydesk.inspections.model import Given, Verdict
from qualitydesk.penalties.model import Reason

DAY = date(2026, 11, 20)
PASS, FAIL = Given(Verdict.PASS), Given(Verdict.FAIL, note="照片证实")


def correct(clinic: Clinic, round_id: UUID, number: str, item: str, given: Given) -> None:
    """The director corrects an answer."""
    walk = clinic.services.rounds.walk(round_id)
    stop = next(one for one in walk.stops if one.number == number)
    there = walk.answers.get((stop.id, item))
    by = By(clinic.people["GM"], clinic.me)
    seen = there.given if there else None
    clinic.services.corrections.correct(round_id, stop.id, item, given, "看错了人", seen, by)


def test_a_fail_that_was_none_is_not_counted_and_the_reason_is_told(clinic: Clinic) -> None:
    first = clinic.walk(DAY - timedelta(days=30), {"G1": [BADGE]})
    second = clinic.walk(DAY, {"G1": [BADGE]})
    (before,) = clinic.services.penalties.proposals(second)
    assert before.decision.rung == 2
    correct(clinic, first, "G1", BADGE, PASS)
    (after,) = clinic.services.penalties.proposals(second)
    assert after.decision.rung == 1
    assert {one.reason for one in after.decision.not_counted} == {Reason.CORRECTED}


def test_nobody_is_proposed_for_a_fail_that_was_none(clinic: Clinic) -> None:
    round_id = clinic.walk(DAY, {"G1": [BADGE], "G2": [BADGE]})
    correct(clinic, round_id, "G1", BADGE, PASS)
    assert [one.employee_number for one in clinic.services.penalties.proposals(round_id)] == ["G2"]


def test_a_fail_found_later_counts_for_the_next_round_and_alters_no_issued_slip(clinic: Clinic) -> None:
    first = clinic.walk(DAY - timedelta(days=30), {"G1": [BADGE], "G2": []})
    slip = clinic.propose(clinic.walk(DAY - timedelta(days=10), {"G2": [BADGE]}), "G2")
    clinic.issue(slip)
    before = clinic.services.penalties.slip(slip.id).slip
    correct(clinic, first, "G2", BADGE, FAIL)
    assert clinic.services.penalties.slip(slip.id).slip == before
    (later,) = clinic.services.penalties.proposals(clinic.walk(DAY, {"G2": [BADGE]}))
    assert later.decision.rung == 3


def test_an_issued_slip_stays_when_its_own_fail_turns_out_to_be_none(clinic: Clinic) -> None:
    round_id = clinic.walk(DAY, {"G1": [BADGE, BADGE_SIDE]})
    slip = clinic.propose(round_id, "G1")
    clinic.issue(slip)
    before = clinic.services.penalties.slip(slip.id).slip
    paper = clinic.services.penalties.reprint(slip.id)
    correct(clinic, round_id, "G1", BADGE, PASS)
    after = clinic.services.penalties.slip(slip.id).slip
    assert (after.state, after.decision) == (before.state, before.decision)
    assert len(clinic.services.penalties.reprint(slip.id)) == len(paper)
