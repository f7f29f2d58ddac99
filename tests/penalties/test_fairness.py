"""Before a slip is issued: what the service reads and says, on both databases."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from tests.penalties.case_work import MAIN, a_case
from tests.penalties.clinic import BADGE, BADGE_SIDE, Clinic
from tests.penalties.settling import NOVEMBER, go, points
from tests.penalties.test_free_acts import AT, phone, propose

from qualitydesk.basics.changes import By
from qualitydesk.inspections.model import RoundKind
from qualitydesk.penalties.model import ActSource, Event, EventKind, Line, SlipLine
from qualitydesk.penalties.model.fairness import Fairness
from qualitydesk.penalties.model.points import PointsDraft
from qualitydesk.penalties.model.settlement import WageDraft
from qualitydesk.penalties.rules.fairness import LAST

DAY = date(2026, 11, 20)


def asked(clinic: Clinic, slip: SlipLine, by: By | None = None) -> Fairness:
    clinic.sign_rules()  # what is not signed is told in tests of its own
    return clinic.services.penalties.fairness(slip.id, by or By.alone(clinic.people["G2"]))


def told(found: Fairness) -> dict[str, Line]:
    return {line.code: line for line in found.warnings}


def first(clinic: Clinic, day: date, number: str = "G1") -> SlipLine:
    return clinic.propose(clinic.walk(day, {number: (BADGE,)}), number)


def test_nothing_speaks_against_a_first_slip_issued_by_somebody_else(clinic: Clinic) -> None:
    go(clinic, DAY)
    found = asked(clinic, first(clinic, DAY))
    assert (found.warnings, found.similar, found.told.code) == ((), (), "fair.none")


def test_the_last_twelve_similar_of_the_group_are_read_newest_first_without_those_withdrawn(clinic: Clinic) -> None:
    go(clinic, DAY)
    made = []
    for at in range(LAST + 3):
        clinic.hire(f"N{at:02}", f"新员工{at}", superior="LEAD")
        item = BADGE if at % 2 else BADGE_SIDE
        made.append(clinic.propose(clinic.walk(DAY - timedelta(days=20 - at), {f"N{at:02}": (item,)}), f"N{at:02}"))
    other = clinic.walk(DAY, {"G2": (BADGE,)}, RoundKind.QUALITY_CHECK)
    clinic.propose(other, "G2")
    clinic.services.penalties.withdraw(made[-1].id, made[-1].revision, "误开", clinic.by)
    mine = first(clinic, DAY)
    found = asked(clinic, mine)
    assert [one.number for one in found.similar] == [one.number for one in made[-2 : -2 - LAST : -1]]
    assert found.warnings == ()
    assert found.told.values["count"] == LAST
    both = clinic.services.penalties.fairness_of([mine.id, made[0].id], clinic.by)
    assert both[mine.id].similar == found.similar
    assert both[made[0].id].similar[0].number == mine.number


def test_a_third_offence_among_first_ones_is_more_than_one_rung_apart_and_paid_where_they_were_not(
    clinic: Clinic,
) -> None:
    go(clinic, DAY)
    for at in range(6):
        clinic.hire(f"N{at}", f"新员工{at}", superior="LEAD")
        first(clinic, DAY - timedelta(days=at), f"N{at}")
    clinic.sanction(DAY - timedelta(days=60), "G1")
    clinic.sanction(DAY - timedelta(days=30), "G1")
    third = first(clinic, DAY)
    lines = told(asked(clinic, third))
    assert set(lines) == {"fair.far_rung"}, "that a third one is paid, where first ones are not, is as it should be"
    assert lines["fair.far_rung"].values["median"] == "1"


def test_free_acts_of_a_group_are_similar_to_each_other(clinic: Clinic) -> None:
    earlier = propose(clinic, phone(clinic, at=AT - timedelta(days=9)))
    mine = propose(clinic, phone(clinic))
    assert [one.number for one in asked(clinic, mine).similar] == [earlier.number]


def test_slips_of_cases_about_the_same_are_similar(clinic: Clinic) -> None:
    slips = []
    for number in ("G1", "G2"):
        event = Event(EventKind.CASE, a_case(clinic, {number: MAIN}))
        slips.append(clinic.services.penalties.propose_on(event, clinic.people[number], clinic.by).value)
    assert [one.number for one in asked(clinic, slips[1]).similar] == [slips[0].number]
    reporting = told(asked(clinic, slips[1], clinic.by))
    assert "fair.issuer" in reporting


def test_a_slip_of_that_day_and_what_was_said_to_it_is_told(clinic: Clinic) -> None:
    go(clinic, DAY)
    before = clinic.sanction(AT.date(), "G1")
    mine = propose(clinic, phone(clinic, other="另一班次，另一件事"))
    found = told(asked(clinic, mine))
    assert found["fair.already_item"].values["number"] == before.number
    assert found["fair.why_other"].values["reason"] == "另一班次，另一件事"
    assert "fair.already_item" in told(asked(clinic, before))


def test_whoever_found_drafted_or_approved_it_is_told_so_when_issuing(clinic: Clinic) -> None:
    go(clinic, DAY)
    slip = first(clinic, DAY)
    clinic.services.penalties.approve(slip.id, slip.revision, clinic.boss)

    def parts(by: By) -> list[str]:
        lines = asked(clinic, slip, by).warnings
        return [line.values["part_code"] for line in lines if line.code == "fair.issuer"]

    assert parts(clinic.by) == ["fair.part.reporter_drafter"]
    assert parts(clinic.boss) == ["fair.part.decider"]
    reported = propose(clinic, phone(clinic, source=ActSource.REPORTED, reported_by=clinic.people["HEAD"], other="另"))
    head = asked(clinic, reported, By.alone(clinic.people["HEAD"]))
    assert [line.values["part_code"] for line in head.warnings if line.code == "fair.issuer"] == ["fair.part.reporter"]


def test_days_between_act_and_slip_are_counted_to_the_day_of_issue(clinic: Clinic) -> None:
    go(clinic, DAY)
    slip = first(clinic, DAY)
    go(clinic, DAY + timedelta(days=45))
    assert told(asked(clinic, slip))["fair.long_ago"].values["days"] == 45
    go(clinic, date(2028, 11, 21))
    assert told(asked(clinic, slip))["fair.outside"].values["days"] == (date(2028, 11, 21) - DAY).days


def test_a_cap_is_told_only_of_whom_a_wage_was_typed_in_with_what_is_open_already(clinic: Clinic) -> None:
    go(clinic, DAY)
    clinic.sanction(DAY - timedelta(days=60), "G1")
    clinic.sanction(DAY - timedelta(days=30), "G1", BADGE_SIDE)
    slip = first(clinic, DAY)
    view = clinic.services.penalties.slip(slip.id).slip
    own = view.decision.payments[0].amount
    assert not any(code.startswith("fair.capped") for code in told(asked(clinic, slip)))
    wage = WageDraft(clinic.people["G1"], own * 5 - 500, 0)
    clinic.services.settlements.type_wage(NOVEMBER, wage, clinic.by)
    found = next(line for code, line in told(asked(clinic, slip)).items() if code.startswith("fair.capped"))
    assert found.values["limit_fen"] == own - 100
    assert found.values["over_fen"] == 100 + found.values.get("others_fen", 0)
    assert found.values["month"] == "2026-11"
    clinic.services.settlements.type_wage(NOVEMBER, WageDraft(clinic.people["G1"], 10**7, 0), clinic.by)
    assert not any(code.startswith("fair.capped") for code in told(asked(clinic, slip)))


def test_points_deducted_that_day_are_told_and_praise_is_not(clinic: Clinic) -> None:
    clinic.hire("C1", "单明霞", "consultant", "LEAD")
    at = datetime(2026, 11, 20, 1, tzinfo=UTC)
    points(clinic, "C1", "praise_letter", at)
    go(clinic, DAY, 12)
    slip = first(clinic, DAY, "C1")
    assert "fair.points" not in told(asked(clinic, slip))
    draft = PointsDraft(clinic.people["C1"], "games", at + timedelta(minutes=5), other_act="另一行为")
    clinic.services.points.enter(draft, clinic.by)
    assert told(asked(clinic, slip))["fair.points"].values["count"] == 1
