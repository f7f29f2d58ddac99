"""Who may approve is the rulebook's matter: by the rule and the post of the day of the decision."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import delete
from tests.penalties.clinic import BADGE, Clinic

from qualitydesk.app.bootstrap import default_url, open_services
from qualitydesk.app.sample import SampleSize, fill
from qualitydesk.basics.errors import Refused
from qualitydesk.basics.phrases import say
from qualitydesk.penalties.model import Approval, ApprovalWay, SlipState
from qualitydesk.rulebook import store
from qualitydesk.rulebook.model import Rule

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
