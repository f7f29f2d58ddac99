"""A finding contested: who may say so, who may decide, what the ladder hears before and after."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest
from tests.builders import Group
from tests.inspections.test_rounds import FAIL, finished

from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.errors import Refused
from qualitydesk.directory.model import EmployeeDraft, PostDraft, Sex
from qualitydesk.inspections.model import (
    Among,
    DisputeDecision,
    DisputeDraft,
    DisputeState,
    Finding,
    FindingFilter,
    Standing,
)
from qualitydesk.storage import audit

TODAY = date(2026, 11, 21)
UPHELD = "当时在搀扶患者，监控属实"


def fields(refused: Refused) -> list[tuple[str, str]]:
    return [(problem.field, problem.code) for problem in refused.problems]


@pytest.fixture
def head(group: Group) -> UUID:
    """The head of the institution, hired long ago."""
    post = group.directory.save_post(PostDraft("head_of_institution", "行政院长"), group.by()).value
    draft = EmployeeDraft("A002", "郭敏", Sex.FEMALE, date(2024, 1, 1), None, group.desk, post, None)
    return group.directory.save_employee(draft, group.by()).value


@pytest.fixture
def found(group: Group) -> Finding:
    return group.findings.of_round(finished(group, FAIL))[0]


def raised(group: Group, finding: Finding, words: str = "当时在搀扶患者") -> UUID:
    return group.findings.raise_dispute(
        finding.id, DisputeDraft(TODAY, words, TODAY + timedelta(days=5)), group.by()
    ).value


def decision(decider: UUID | None, upheld: bool | None = True, **more: object) -> DisputeDecision:
    values = {"upheld": upheld, "decided_by": decider, "on": TODAY, "reason": UPHELD, **more}
    return DisputeDecision(**values)  # type: ignore[arg-type]


def test_a_pending_dispute_is_seen_and_the_finding_still_counts(group: Group, found: Finding) -> None:
    raised(group, found)
    again = group.findings.of_round(found.round_id)[0]
    assert (again.dispute, again.standing) == (DisputeState.PENDING, Standing.COUNTS)
    (waiting,) = group.findings.pending_disputes()
    assert (waiting.finding_id, waiting.raised_by, waiting.entered_by) == (found.id, "王导医1", "李敏")
    assert list(group.findings.disputes_of_round(found.round_id)) == [found.id]


def test_an_upheld_dispute_takes_the_finding_off_the_ladder_with_its_reason(
    group: Group, found: Finding, head: UUID, clock: FixedClock
) -> None:
    dispute = raised(group, found)
    group.findings.decide_dispute(dispute, 1, decision(head), group.by())
    again = group.findings.of_round(found.round_id)[0]
    assert (again.dispute, again.standing, again.reason) == (DisputeState.UPHELD, Standing.DISPUTED, UPHELD)
    every, failed = (group.findings.counts(FindingFilter(among=Among(failed=only))).findings for only in (False, True))
    assert every - failed == 1, "a chart does not count it, nor the list a chart leads to"
    clock.advance(timedelta(days=1))
    later = finished(group, FAIL)
    assert group.rounds.result(later).findings[0].nth == 1
    sheet = group.findings.sheet(found.id)
    assert sheet.dispute is not None
    assert (sheet.dispute.decided_by, sheet.dispute.reason) == ("郭敏", UPHELD)
    assert [line[2] for line in sheet.history] == ["raise_dispute", "dispute_upheld", "set_standing.disputed"]
    assert audit.check(group.database).broken_at is None


def test_a_rejected_dispute_changes_nothing_but_is_kept_with_its_reason(
    group: Group, found: Finding, head: UUID
) -> None:
    dispute = raised(group, found)
    group.findings.decide_dispute(dispute, 1, decision(head, False, reason="两名检查人均看到"), group.by())
    again = group.findings.of_round(found.round_id)[0]
    assert (again.dispute, again.standing, again.reason) == (DisputeState.REJECTED, Standing.COUNTS, "")
    assert group.findings.disputes_of_round(found.round_id)[found.id].reason == "两名检查人均看到"


def test_neither_the_inspector_nor_the_employee_decides(group: Group, found: Finding, head: UUID) -> None:
    dispute = raised(group, found)
    for who, code in ((group.me, "dispute_by_inspector"), (found.employee_id, "dispute_by_employee")):
        with pytest.raises(Refused, match="draft") as refused:
            group.findings.decide_dispute(dispute, 1, decision(who, override="没有别人"), group.by())
        assert fields(refused.value) == [("decided_by", code)]
    barred = group.findings.deciders(found.id)
    assert [one.id for one in barred.people] == [head]
    assert {group.me, found.employee_id}.isdisjoint({one.id for one in (*barred.people, *barred.others)})


def test_whoever_holds_another_post_decides_only_with_a_reason_for_that(group: Group, found: Finding) -> None:
    dispute = raised(group, found)
    other = group.people[1]
    with pytest.raises(Refused) as refused:
        group.findings.decide_dispute(dispute, 1, decision(other), group.by())
    assert fields(refused.value) == [("override", "dispute_by_other_post")]
    group.findings.decide_dispute(dispute, 1, decision(other, override="院长休假，集团授权"), group.by())
    assert group.findings.disputes_of_round(found.round_id)[found.id].override == "院长休假，集团授权"


def test_what_is_missing_is_told_beside_its_field(group: Group, found: Finding, head: UUID) -> None:
    with pytest.raises(Refused) as refused:
        group.findings.raise_dispute(found.id, DisputeDraft(TODAY - timedelta(days=1), " "), group.by())
    assert fields(refused.value) == [("raised_on", "dispute_before_finding"), ("words", "dispute_words_missing")]
    with pytest.raises(Refused) as early:
        answer = DisputeDraft(TODAY, "不是我", TODAY - timedelta(days=1))
        group.findings.raise_dispute(found.id, answer, group.by())
    assert fields(early.value) == [("answer_by", "dispute_answer_early")]
    dispute = raised(group, found)
    with pytest.raises(Refused) as undecided:
        nothing = decision(None, None, on=TODAY + timedelta(days=1), reason=" ")
        group.findings.decide_dispute(dispute, 1, nothing, group.by())
    assert fields(undecided.value) == [
        ("upheld", "dispute_outcome_missing"),
        ("decided_by", "nobody_decides"),
        ("on", "day_in_future"),
        ("reason", "reason_missing"),
    ]


def test_a_finding_is_disputed_once_unless_the_dispute_is_taken_back(group: Group, found: Finding, head: UUID) -> None:
    dispute = raised(group, found)
    with pytest.raises(Refused, match="dispute_exists"):
        raised(group, found)
    with pytest.raises(Refused, match="reason_missing"):
        group.findings.take_back_dispute(dispute, 1, " ", group.by())
    group.findings.take_back_dispute(dispute, 1, "录错了人", group.by())
    assert group.findings.of_round(found.round_id)[0].dispute is DisputeState.NONE
    assert group.findings.disputes_of_round(found.round_id) == {}
    second = raised(group, found, "确实不是我")
    group.findings.decide_dispute(second, 1, decision(head, False), group.by())
    with pytest.raises(Refused, match="dispute_settled"):
        group.findings.decide_dispute(second, 2, decision(head), group.by())
    with pytest.raises(Refused, match="dispute_exists"):
        raised(group, found, "再来一次")


def test_two_deciders_at_once_do_not_overwrite_each_other(group: Group, found: Finding, head: UUID) -> None:
    dispute = raised(group, found)
    with pytest.raises(Refused, match="stale"):
        group.findings.decide_dispute(dispute, 9, decision(head), group.by())
    assert group.findings.of_round(found.round_id)[0].dispute is DisputeState.PENDING


def test_anybody_may_comment_and_nothing_changes_by_it(group: Group, found: Finding) -> None:
    other = group.people[1]
    with pytest.raises(Refused, match="words_missing"):
        group.findings.comment(found.id, "  ", group.by())
    group.findings.comment(found.id, " 更衣柜不够 ", By(other, group.me))
    sheet = group.findings.sheet(found.id)
    assert [(one.said_by, one.words) for one in sheet.comments] == [("李导医2", "更衣柜不够")]
    assert sheet.finding.standing is Standing.COUNTS


def test_who_decides_follows_the_rule_of_the_day_of_the_decision(
    group: Group, found: Finding, head: UUID, clock: FixedClock
) -> None:
    dispute = raised(group, found)
    first = group.rulebook.edition_on("disputes", TODAY)
    values = {**first.values, "deciding_posts": ["guide"]}
    group.rulebook.publish("disputes", values, first.texts, TODAY + timedelta(days=1), group.by())
    clock.advance(timedelta(days=1))
    later = TODAY + timedelta(days=1)
    assert [one.id for one in group.findings.deciders(found.id, later).people] == [group.people[1]]
    with pytest.raises(Refused) as refused:
        group.findings.decide_dispute(dispute, 1, decision(head, on=later), group.by())
    assert fields(refused.value) == [("override", "dispute_by_other_post")]
    group.findings.decide_dispute(dispute, 1, decision(head), group.by())  # dated to the day before, when it was hers
