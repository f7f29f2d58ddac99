"""Rewards: proposed, approved by another, given; sums by level; the Service Star and its reasons; papers."""

from __future__ import annotations

from datetime import UTC, date, datetime
from fractions import Fraction
from io import BytesIO
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from tests.penalties.clinic import BADGE, Clinic

from qualitydesk.basics.changes import By
from qualitydesk.basics.errors import Refused
from qualitydesk.penalties.model.points import PointsDraft
from qualitydesk.penalties.model.rewards import Reward, RewardDraft, RewardState, StarFacts
from qualitydesk.penalties.rules.rewards import ranked

TODAY = date(2026, 11, 21)
MONTH = date(2026, 11, 1)


def draft(clinic: Clinic, number: str = "G1", **changes: object) -> RewardDraft:
    values: dict[str, object] = {
        "employee_id": clinic.people[number],
        "grade": "two",
        "kind": "saving",
        "amount": 15000,
        "reason": "主动清点耗材，避免过期",
        "deed_on": TODAY,
        **changes,
    }
    return RewardDraft(**values)  # type: ignore[arg-type]


def proposed(clinic: Clinic, number: str = "G1", **changes: object) -> Reward:
    return clinic.services.rewards.propose(draft(clinic, number, **changes), clinic.by).value


def given_reward(clinic: Clinic, made: Reward) -> Reward:
    rewards = clinic.services.rewards
    rewards.approve(made.id, made.revision, clinic.people["GM"], TODAY, clinic.by)
    rewards.give(made.id, made.revision + 1, clinic.by)
    return rewards.reward(made.id)


def problem_of(call: object) -> str:
    with pytest.raises(Refused) as refused:
        call()  # type: ignore[operator]
    return refused.value.problems[0].code if refused.value.problems else refused.value.code


def test_a_reward_goes_from_proposal_over_another_ones_approval_to_the_certificate(clinic: Clinic) -> None:
    made = proposed(clinic, extras=("praise", "gift"))
    assert (made.number, made.state, made.proposer) == ("JL-BJ-2026-0001", RewardState.PROPOSED, "顾晓岚")
    found = given_reward(clinic, made)
    assert (found.state, found.approver, found.given_on) == (RewardState.GIVEN, "贺明远", TODAY)
    text = PdfReader(BytesIO(clinic.services.rewards.certificate(made.id, "en"))).pages[0].extract_text()
    assert "张𬱖" in text and "厉行节约" in text and "¥150.00" in text  # as it was given: in Chinese


def test_the_number_goes_on_without_a_gap_and_stays_when_withdrawn(clinic: Clinic) -> None:
    first = proposed(clinic)
    clinic.services.rewards.withdraw(first.id, first.revision, "重复提出", clinic.by)
    assert proposed(clinic).number == "JL-BJ-2026-0002"
    assert clinic.services.rewards.reward(first.id).withdrawal_reason == "重复提出"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"amount": 9900}, "amount_outside_rule"),
        ({"amount": 20100}, "amount_outside_rule"),
        ({"amount": 0, "extras": ("gift",)}, "amount_outside_rule"),
        ({"grade": "one", "kind": "results", "amount": 0}, "reward_empty"),
        ({"grade": "one", "kind": "results", "amount": 150}, "reward_amount_step"),
        ({"amount": None}, "reward_amount_unread"),
        ({"kind": "results"}, "reward_kind_unknown"),
        ({"reason": " "}, "reason_missing"),
        ({"deed_on": date(2026, 11, 22)}, "reward_in_future"),
    ],
)
def test_sums_and_kinds_are_those_of_the_level(desk: Clinic, changes: dict[str, object], code: str) -> None:
    assert problem_of(lambda: proposed(desk, **changes)) == code


def test_the_first_level_is_open(desk: Clinic) -> None:
    assert proposed(desk, grade="one", kind="results", amount=500000).amount == 500000
    assert proposed(desk, grade="one", kind="results", amount=0, extras=("raise",)).amount == 0


def test_another_approves_by_a_post_of_the_rule_and_nobody_for_himself(clinic: Clinic) -> None:
    made, rewards = proposed(clinic), clinic.services.rewards

    def approve(who: str, on: date = TODAY) -> str:
        return problem_of(lambda: rewards.approve(made.id, made.revision, clinic.people[who], on, clinic.by))

    assert approve("ME") == "reward_by_proposer"
    assert approve("G1") == "reward_on_oneself"
    assert approve("HEAD") == "reward_not_to_approve"
    assert approve("GM", date(2026, 11, 20)) == "approval_day_outside"
    assert problem_of(lambda: proposed(clinic, "ME")) == "reward_on_oneself"
    assert problem_of(lambda: rewards.give(made.id, made.revision, clinic.by)) == "reward_is_proposed"


def facts(at: int, score: str | None, **more: int) -> StarFacts:
    shares = (("XJ-1", Fraction(score)),) if score is not None else ()
    return StarFacts(UUID(int=at), f"G{at}", f"G{at}", UUID(int=99), "北京", "导医部", shares, **more)


def test_the_star_is_ranked_by_score_then_praise_and_offenders_are_out_with_the_reason() -> None:
    found = ranked(
        [
            facts(1, "9/10"),
            facts(2, "19/20", praise=1),
            facts(3, "19/20", praise=2),
            facts(4, "1", offences=1),
            facts(5, "1", slips=1),
            facts(6, "1", points=-2),
            facts(7, None, praise=3),
            facts(8, "9/10"),
        ]
    )
    assert [(one.facts.number, one.rank, one.barred) for one in found] == [
        ("G3", 1, ""),
        ("G2", 2, ""),
        ("G1", 3, ""),
        ("G8", 3, ""),
        ("G4", None, "offence"),
        ("G5", None, "slip"),
        ("G6", None, "points"),
        ("G7", None, "not_seen"),
    ]


SCORES = st.lists(
    st.tuples(st.integers(0, 20).map(lambda at: Fraction(at, 20)), st.integers(0, 3), st.integers(0, 1)), max_size=12
)


@given(SCORES)
def test_nobody_with_an_offence_stands_before_anybody_without(people: list[tuple[Fraction, int, int]]) -> None:
    made = [facts(at, str(score), praise=praise, offences=bad) for at, (score, praise, bad) in enumerate(people)]
    found = ranked(made)
    assert len(found) == len(made)
    fit = [one for one in found if not one.barred]
    assert list(found[: len(fit)]) == fit
    assert all(one.facts.offences == 0 for one in fit)
    keys = [(one.facts.score, one.facts.praise) for one in fit]
    assert keys == sorted(keys, reverse=True)


def test_the_month_gives_the_star_her_numbers_and_there_is_one_an_institution(clinic: Clinic) -> None:
    clinic.hire("C1", "单明霞", "consultant", "LEAD")
    clinic.walk(date(2026, 11, 10), {"G1": (BADGE,), "G2": (), "C1": ()})
    at = datetime(2026, 11, 11, 2, tzinfo=UTC)
    clinic.services.points.enter(PointsDraft(clinic.people["C1"], "praise_letter", at), clinic.by)
    places = clinic.services.rewards.stars(MONTH).places
    assert [(one.facts.number, one.rank, one.facts.praise, one.barred) for one in places] == [
        ("C1", 1, 1, ""),
        ("G2", 2, 0, ""),
        ("G1", None, 0, "offence"),
    ]
    star = {"grade": "honour", "kind": "service_star", "amount": 20000}
    made = proposed(clinic, "C1", **star)
    assert clinic.services.rewards.stars(MONTH).chosen == (made,)
    assert problem_of(lambda: proposed(clinic, "G2", **star)) == "star_exists"


def test_the_bulletin_names_honours_and_published_sanctions(desk: Clinic) -> None:
    rewards = desk.services.rewards
    assert problem_of(lambda: rewards.issue_bulletin(MONTH, desk.by)) == "bulletin_empty"
    given_reward(desk, proposed(desk))
    proposed(desk, "G2")  # not approved: nobody reads of it
    pdf = rewards.paper(rewards.issue_bulletin(MONTH, By.alone(desk.me)).value)
    text = PdfReader(BytesIO(pdf)).pages[0].extract_text()
    assert "TB-2026-11" in text and "张𬱖" in text and "周若彤" not in text
