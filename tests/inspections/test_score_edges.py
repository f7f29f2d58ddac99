"""What a score may be made of at its edges, through the service on each database."""

from __future__ import annotations

from fractions import Fraction
from uuid import UUID

import pytest
from tests.builders import Group, a_pack

from qualitydesk.inspections.model import Given, RoundResult, RoundState, Verdict
from qualitydesk.inspections.printout import report_fields
from qualitydesk.inspections.rules.scoring import percent

PASS, FAIL, NONE = Given(Verdict.PASS), Given(Verdict.FAIL), Given(Verdict.NOT_APPLICABLE)


@pytest.fixture
def fifty(group: Group) -> Group:
    """A pack of fifty items in four sections, the first one critical."""
    group.adopt(a_pack("fifty", 50, critical=[1]), "fifty")
    return group


def answered(group: Group, *given: Given | None, code: str = "fifty") -> UUID:
    """An open round of one person; None leaves an item out."""
    round_id = group.begin(code, people=group.people[:1])
    walk = group.walk(round_id)
    stop = walk.stops[0]
    told = [(item, one) for item, one in zip(walk.items[stop.id], given, strict=False) if one is not None]
    group.rounds.record_answers(round_id, stop.id, told, group.by())
    return round_id


def finished(group: Group, *given: Given | None) -> RoundResult:
    round_id = answered(group, *given)
    return group.rounds.finish_round(round_id, group.by()).value


def test_everything_not_applicable_is_no_score_and_no_verdict(fifty: Group) -> None:
    result = finished(fifty, *[NONE] * 50)
    assert (result.score.share, result.score.passed, result.score.answered) == (None, None, 50)
    assert percent(fifty.rounds.result(result.walk.round.id).score.share) == "—"
    report = report_fields(result, "zh", group_name="安和")
    assert report["score"] == "—" and report["verdict_tone"] == ""


def test_one_section_not_applicable_neither_helps_nor_harms(fifty: Group) -> None:
    walk = fifty.walk(fifty.begin("fifty", people=fifty.people[:1]))
    sections = [item.section for item in walk.items[walk.stops[0].id]]
    plain = [FAIL if at % 10 == 5 else PASS for at in range(50)]
    without = [NONE if section == "s1" else one for section, one in zip(sections, plain, strict=True)]
    counted = [one for one in without if one is not NONE]
    share = Fraction(counted.count(PASS), len(counted))
    score = finished(fifty, *without).score
    assert (score.share, score.possible, score.answered) == (share, len(counted), 50)


def test_a_critical_failure_at_98_percent_fails_the_round(fifty: Group) -> None:
    result = finished(fifty, FAIL, *[PASS] * 49)
    assert (result.score.share, result.score.passed) == (Fraction(98, 100), False)
    again = fifty.rounds.result(result.walk.round.id)
    assert again.score.critical == ("FIFTY-01",) and again.score.passed is False
    assert finished(fifty, PASS, FAIL, *[PASS] * 48).score.passed is True  # 98 % by an ordinary one passes


def test_a_pack_edited_while_a_round_is_open_leaves_that_round_as_it_began(fifty: Group) -> None:
    round_id = answered(fifty, *[PASS] * 20)
    fifty.adopt(a_pack("fifty", 3, kinds=["scale"]).replace("edition = 1", "edition = 2"), "fifty", number=2)
    walk = fifty.walk(round_id)
    assert walk.round.packs == (("fifty", 1),) and len(walk.items[walk.stops[0].id]) == 50
    later = walk.items[walk.stops[0].id][20]
    fifty.rounds.record_answer(round_id, walk.stops[0].id, later, FAIL, fifty.by())
    score = fifty.rounds.finish_round(round_id, fifty.by()).value.score
    assert (score.answered, score.total, score.share) == (21, 50, Fraction(20, 21))


def test_the_result_and_report_of_a_finished_round_never_change(fifty: Group) -> None:
    before = finished(fifty, FAIL, *[PASS] * 39)
    report = report_fields(before, "zh", group_name="安和")
    fifty.adopt(a_pack("fifty", 3).replace("edition = 1", "edition = 2"), "fifty", number=2)
    score = fifty.rulebook.edition_on("score", fifty.directory.today())
    lenient = {**score.values, "critical_fails": False}
    fifty.rulebook.publish("score", lenient, score.texts, fifty.directory.today(), fifty.by())
    after = fifty.rounds.result(before.walk.round.id)
    assert (after.score, after.walk.packs, after.findings) == (before.score, before.walk.packs, before.findings)
    assert report_fields(after, "zh", group_name="安和") == report


def test_one_of_forty_answered_is_told_with_its_count(group: Group) -> None:
    group.adopt(a_pack("forty", 40), "forty")
    round_id = answered(group, PASS, code="forty")
    score = group.rounds.result(round_id).score
    assert (score.answered, score.total) == (1, 40)
    line = group.rounds.lines()[0]
    assert (line.state, line.answered, line.total, line.share, line.passed) == (RoundState.OPEN, 1, 40, -1, None)
    result = group.rounds.finish_round(round_id, group.by()).value
    assert "1" in report_fields(result, "zh", group_name="安和")["answered"]
    assert "40" in report_fields(result, "zh", group_name="安和")["answered"]
