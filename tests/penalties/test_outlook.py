"""An employee's standing today, on both databases: what counts, the clean streak, the next rung, "would have been"."""

from __future__ import annotations

from datetime import date, timedelta

from tests.penalties.clinic import BADGE, BADGE_SIDE, HIRED, Clinic

from qualitydesk.inspections.model import RoundKind
from qualitydesk.penalties.model.outlook import Again, Outlook
from qualitydesk.rulebook.model import Column

DAY = date(2026, 11, 20)


def outlook(clinic: Clinic, number: str = "G1") -> Outlook:
    return clinic.services.penalties.outlook(clinic.people[number], "zh")


def test_somebody_nothing_was_found_of_is_clean_since_the_hire(clinic: Clinic) -> None:
    found = outlook(clinic)
    assert (found.active, found.ever, found.since, found.late) == ((), False, HIRED, ())
    assert found.clean_days == (found.today - HIRED).days
    assert {(one.column, one.again, one.decision.rung) for one in found.following} == {
        (column, Again.ANY, 1) for column in Column
    }


def test_what_counts_and_what_comes_next_follow_the_slips(clinic: Clinic) -> None:
    clinic.sanction(DAY - timedelta(days=40), "G1")
    clinic.sanction(DAY - timedelta(days=10), "G1", kind=RoundKind.QUALITY_CHECK)
    found = outlook(clinic)
    assert [(one.day, one.columns) for one in found.active] == [
        (DAY - timedelta(days=10), (Column.GROUP_ROUNDS,)),
        (DAY - timedelta(days=40), (Column.OWN_CHECKS,)),
    ]
    assert found.ever and found.clean_days == (found.today - DAY).days + 10
    again = {one.column: one.decision for one in found.following if one.again is Again.ITEM}
    assert {column: decision.rung for column, decision in again.items()} == dict.fromkeys(Column, 2)
    walked = clinic.walk(found.today, {"G1": [BADGE]}, hour=9)
    decided = clinic.services.penalties.decide(walked, clinic.people["G1"])
    assert (decided.rung, decided.total) == (again[Column.OWN_CHECKS].rung, again[Column.OWN_CHECKS].total)


def test_what_is_withdrawn_counts_no_longer(clinic: Clinic) -> None:
    slip = clinic.sanction(DAY - timedelta(days=10), "G1")
    seen = clinic.services.penalties.slip(slip.id).slip.revision
    clinic.services.penalties.withdraw(slip.id, seen, "认错人", clinic.boss)
    found = outlook(clinic)
    assert (found.active, found.ever) == ((), False)


def test_a_slip_that_would_have_been_another_is_told_and_stays(clinic: Clinic) -> None:
    slip = clinic.sanction(DAY, "G1")
    assert outlook(clinic).late == ()
    clinic.walk(DAY - timedelta(days=20), {"G1": [BADGE_SIDE]})
    (late,) = outlook(clinic).late
    assert (late.slip_id, late.number, late.line.code) == (slip.id, slip.number, "explain.would_have_been")
