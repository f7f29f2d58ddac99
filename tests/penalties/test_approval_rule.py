"""Who may approve is the rulebook's matter: by the rule and the post of the day of the decision."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import delete
from tests.penalties.clinic import BADGE, Clinic

from qualitydesk.app.bootstrap import default_url, open_services
from qualitydesk.app.sample import SampleSize, fill
from qualitydesk.basics.changes import By
from qualitydesk.basics.errors import Refused
from qualitydesk.basics.phrases import say
from qualitydesk.penalties.model import Approval, ApprovalWay, SlipState
from qualitydesk.rulebook import store
from qualitydesk.rulebook.model import Rule
from qualitydesk.rulebook.rules import read_approval

DAY = date(2026, 11, 20)


def test_whoever_does_not_hold_the_post_is_refused_with_a_sentence_that_says_who_may(clinic: Clinic) -> None:
    slip = clinic.propose(clinic.walk(DAY, {"G1": [BADGE]}), "G1")
    approval = Approval(clinic.people["HEAD"], DAY, ApprovalWay.WRITTEN)
    with pytest.raises(Refused) as caught:
        clinic.services.penalties.approve(slip.id, slip.revision, clinic.by, approval)
    (problem,) = caught.value.problems
    assert (problem.field, problem.code) == ("decided_by", "not_to_approve")
    assert "只能由总经理批准" in say("zh", "problem.not_to_approve", **problem.values)
    assert clinic.services.penalties.slip(slip.id).slip.state is SlipState.PROPOSED


def test_another_edition_lets_another_post_approve_from_its_day_on(desk: Clinic) -> None:
    rulebook = desk.services.rulebook
    first = rulebook.edition_on(Rule.APPROVAL, DAY)
    rulebook.publish(Rule.APPROVAL, {"posts": ["gm", "head"]}, first.texts, date(2026, 11, 21), desk.by)
    names = [one.name for one in desk.services.penalties.approvers(DAY).people]
    assert names == ["贺明远"]
    assert {one.name for one in desk.services.penalties.approvers(date(2026, 11, 21)).people} == {"贺明远", "欧阳䶮"}
    with pytest.raises(Refused):
        rulebook.publish(Rule.APPROVAL, {"posts": []}, first.texts, date(2026, 11, 22), desk.by)


def test_for_many_slips_those_are_named_who_may_decide_at_least_one_and_on_how_many(clinic: Clinic) -> None:
    penalties = clinic.services.penalties
    clinic.hire("HR", "许静怡", "hr")
    round_id = clinic.walk(DAY, {"G1": [BADGE], "HR": [BADGE]})
    slips = [clinic.propose(round_id, number).id for number in ("G1", "HR")]
    _publish(clinic, posts=["gm", "hr", clinic.post_of("ME")])
    found = penalties.approvers_of(slips)
    assert {one.name for one in penalties.approvers().people} > {one.name for one in found.people}
    assert found.counts == {clinic.people["GM"]: 2, clinic.people["HR"]: 1}  # she drafted them: not offered
    alone = penalties.approvers_of(slips[1:])
    assert [one.id for one in alone.people] == [clinic.people["GM"]]


def test_told_by_mouth_needs_a_note_and_the_way_is_never_guessed(desk: Clinic) -> None:
    slip = desk.propose(desk.walk(DAY, {"G1": [BADGE]}), "G1")
    for way, field in ((None, "way"), (ApprovalWay.SPOKEN, "note")):
        with pytest.raises(Refused) as caught:
            desk.services.penalties.approve(slip.id, slip.revision, desk.by, Approval(desk.people["GM"], DAY, way))
        assert [problem.field for problem in caught.value.problems] == [field]


def test_a_database_of_an_older_program_gets_the_rule_when_it_is_opened(tmp_path: Path) -> None:
    services = open_services(default_url(tmp_path), tmp_path)
    assert services.rulebook.editions(Rule.APPROVAL) == ()  # nothing is adopted before a group is founded
    fill(services, language="zh", size=SampleSize(days=2, every=2, slips=0))
    with services.database.transaction() as connection:
        connection.execute(delete(store.rule_editions).where(store.rule_editions.c.rule == "approval"))
    assert services.rulebook.lacks_shipped()
    services.close()
    again = open_services(default_url(tmp_path), tmp_path)
    assert not again.rulebook.lacks_shipped()
    assert len(again.rulebook.editions(Rule.APPROVAL)) == 1
    assert len(again.rulebook.editions(Rule.LADDER)) == 1
    again.close()


def _publish(desk: Clinic, **values: object) -> None:
    """The rule of today with some values of the group's own."""
    rulebook = desk.services.rulebook
    first = rulebook.edition_on(Rule.APPROVAL, DAY)
    rulebook.publish(Rule.APPROVAL, {**first.values, **values}, first.texts, date(2026, 11, 21), desk.by)


def test_an_edition_that_says_only_who_approves_bars_whom_it_always_barred(desk: Clinic) -> None:
    shipped = read_approval(desk.services.rulebook.edition_on(Rule.APPROVAL, DAY).values)
    old = read_approval({"posts": ["gm"]})
    assert old.not_by == shipped.not_by
    assert not any(old.posts_of.values())


@pytest.mark.parametrize(
    ("values", "field", "code"),
    [
        ({"approve_not_by": ["cleaner"]}, "approve_not_by", "value_not_known"),
        ({"approve_not_by": "drafter"}, "approve_not_by", "value_not_list"),
        ({"propose_not_by": ["approver"]}, "propose_not_by", "party_later"),
        ({"issue_posts": "hr"}, "issue_posts", "value_not_list"),
        ({"deduct_not_by": ["drafter"]}, "deduct_not_by", "value_unknown"),
    ],
)
def test_what_is_wrong_with_the_rule_is_told_by_its_value(values: dict[str, object], field: str, code: str) -> None:
    with pytest.raises(Refused) as caught:
        read_approval({"posts": ["gm"], **values})
    problem = caught.value.problems[0]
    assert (problem.field, problem.code) == (field, code)
    for language in ("zh", "en"):
        assert say(language, f"problem.{code}", **problem.values)


def test_a_rule_that_lets_drafters_approve_is_followed_and_one_that_keeps_issuing_to_a_post_too(clinic: Clinic) -> None:
    slip = clinic.propose(clinic.walk(DAY, {"G1": [BADGE]}), "G1")
    today = date(2026, 11, 21)
    own = Approval(clinic.me, today, ApprovalWay.IN_PERSON)
    penalties = clinic.services.penalties
    clinic.hire("HR", "许静怡", "hr")
    _publish(clinic, posts=["gm", clinic.post_of("ME")], approve_not_by=["employee"], issue_posts=["hr"])
    penalties.approve(slip.id, slip.revision, clinic.by, own)
    with pytest.raises(Refused) as caught:
        penalties.issue(slip.id, slip.revision + 1, clinic.by)
    (problem,) = caught.value.problems
    assert problem.code == "not_to_act"
    assert "只能由人事专员办理" in say("zh", "problem.not_to_act", **problem.values)
    penalties.issue(slip.id, slip.revision + 1, By(clinic.people["HR"], clinic.me))
    assert penalties.slip(slip.id).slip.state is SlipState.ISSUED


def test_who_pays_may_be_barred_from_approving_and_whom_it_is_about_be_let_propose(desk: Clinic) -> None:
    _publish(desk, posts=["gm", "lead"], approve_not_by=["payer"], propose_not_by=[])
    desk.sanction(date(2026, 11, 10), "G1")
    round_id = desk.walk(date(2026, 11, 21), {"G1": [BADGE]})
    slip = desk.services.penalties.propose(round_id, desk.people["G1"], By.alone(desk.people["G1"])).value
    assert slip.total, "the second time is paid for, by her superiors as well"
    with pytest.raises(Refused) as caught:
        desk.services.penalties.approve(slip.id, slip.revision, By(desk.people["LEAD"], desk.me))
    assert [one.code for one in caught.value.problems] == ["slip_not_by_payer"]
    with pytest.raises(Refused) as caught:
        desk.services.penalties.leave_out(desk.finding(round_id, "G1"), round_id, "误判", By.alone(desk.people["G1"]))
    assert [one.code for one in caught.value.problems] == ["slip_on_oneself"]
