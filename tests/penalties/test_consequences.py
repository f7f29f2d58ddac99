"""What a slip or points leave to people: it waits on the first page until somebody decides; nothing happens before."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from tests.penalties.clinic import BADGE, Clinic
from tests.penalties.settling import NOVEMBER, OCTOBER, go, lock, open_gate, points

from qualitydesk.basics.errors import Refused
from qualitydesk.inspections.model import RoundKind
from qualitydesk.penalties.model import AppealDraft, Choice, SlipLine
from qualitydesk.penalties.model.points import Consequence, Follows, PointsDraft, VerdictDraft
from qualitydesk.penalties.model.settlement import Cause, Kind
from qualitydesk.printing.pages import page_texts
from qualitydesk.storage import audit
from qualitydesk.today.model import Errand

DAY = date(2026, 11, 20)


def third(clinic: Clinic, kind: RoundKind = RoundKind.PATROL) -> SlipLine:
    """The third on one item, issued."""
    for days in (60, 30):
        clinic.sanction(DAY - timedelta(days=days), "G1", BADGE, kind=kind)
    return clinic.sanction(DAY, "G1", BADGE, kind=kind)


def of_slip(clinic: Clinic, slip: SlipLine) -> Consequence:
    found = clinic.services.penalties.sheet(slip.id).consequence
    assert found is not None
    return found


def verdict(clinic: Clinic, number: str = "GM", *, granted: bool = True) -> VerdictDraft:
    return VerdictDraft(granted, clinic.people[number], clinic.services.directory.today(), "屡次违反同一标准")


def text_of(pdf: bytes) -> str:
    return "".join("".join(page_texts(pdf)).split())


@pytest.mark.parametrize(
    ("kind", "follows", "words"),
    [(RoundKind.PATROL, Follows.OBSERVATION, "建议留岗察看"), (RoundKind.GROUP_ROUND, Follows.DISMISSAL, "建议辞退")],
)
def test_the_third_waits_for_a_decision_on_the_slip_its_paper_the_notice_and_the_first_page(
    clinic: Clinic, kind: RoundKind, follows: Follows, words: str
) -> None:
    slip = third(clinic, kind)
    one = of_slip(clinic, slip)
    assert (one.kind, one.decided, one.number) == (follows, None, slip.number)
    penalties = clinic.services.penalties
    paper = text_of(penalties.preview(slip.id, "zh"))
    assert f"{words}，由总经理另行决定，决定前不生效" in paper
    assert f"{words}（待决定）" in text_of(penalties.notice_preview([slip.id], clinic.by, "zh"))
    works = clinic.services.today.slips()
    assert works.counts[Errand.CONSEQUENCE] == 1
    (row,) = (work for work in works.rows if work.errand is Errand.CONSEQUENCE)
    assert (row.id, row.number) == (slip.id, slip.number)
    clinic.services.consequences.decide(one, verdict(clinic), clinic.by)
    found = of_slip(clinic, slip).decided
    assert found is not None and (found.granted, found.decider, found.reason) == (True, "贺明远", "屡次违反同一标准")
    assert clinic.services.today.slips().counts[Errand.CONSEQUENCE] == 0
    assert "同意执行" in text_of(penalties.notice_preview([slip.id], clinic.by, "zh"))
    assert text_of(penalties.preview(slip.id, "zh")) == paper, "the issued paper stays as it was"
    steps = penalties.sheet(slip.id).history
    assert (steps[-1].verb, steps[-1].decided_by, steps[-1].entered_by) == ("decide_consequence", "贺明远", "顾晓岚")
    assert audit.check(clinic.services.database).broken_at is None


def test_a_first_and_a_second_leave_nothing_to_people(clinic: Clinic) -> None:
    for days in (30, 0):
        slip = clinic.sanction(DAY - timedelta(days=days), "G1", BADGE)
        assert clinic.services.penalties.sheet(slip.id).consequence is None
    assert clinic.services.consequences.undecided() == []


def test_nobody_decides_on_herself_nor_the_drafter_nor_without_the_post(clinic: Clinic) -> None:
    slip = third(clinic)
    one = of_slip(clinic, slip)
    for number, code in (("G1", "not_to_decide"), ("ME", "not_to_decide"), ("HEAD", "not_to_decide")):
        with pytest.raises(Refused) as refused:
            clinic.services.consequences.decide(one, verdict(clinic, number), clinic.by)
        assert refused.value.code == code
    allowed, barred = clinic.services.consequences.deciders(one)
    assert [who.name for who in allowed.people] == ["贺明远"] and not barred


def test_yes_or_no_the_day_and_the_reason_are_asked(clinic: Clinic) -> None:
    one = of_slip(clinic, third(clinic))
    with pytest.raises(Refused) as refused:
        clinic.services.consequences.decide(one, VerdictDraft(), clinic.by)
    assert {problem.field for problem in refused.value.problems} == {"granted", "decided_by", "on", "reason"}
    early = replace(verdict(clinic), on=one.since - timedelta(days=1))
    with pytest.raises(Refused):
        clinic.services.consequences.decide(one, early, clinic.by)


def test_an_appeal_comes_first_and_a_withdrawn_slip_leaves_nothing(clinic: Clinic) -> None:
    slip = third(clinic)
    one = of_slip(clinic, slip)
    penalties = clinic.services.penalties
    today = clinic.services.directory.today()
    seen = penalties.slip(slip.id).slip.revision
    penalties.appeal(slip.id, seen, AppealDraft(clinic.people["G1"], today, "当日借调"), clinic.by)
    with pytest.raises(Refused, match="consequence_appeal_waits"):
        clinic.services.consequences.decide(one, verdict(clinic), clinic.by)
    other = clinic.sanction(DAY, "G2", BADGE)
    assert other.number
    clinic.services.penalties.withdraw(other.id, penalties.slip(other.id).slip.revision, "误开", clinic.by)
    gone = replace(one, slip_id=other.id, key=f"{one.kind}:{other.id}")
    with pytest.raises(Refused, match="consequence_gone"):
        clinic.services.consequences.decide(gone, verdict(clinic), clinic.by)


def test_a_decision_may_be_put_right_and_both_stay_in_the_history(clinic: Clinic) -> None:
    slip = third(clinic)
    clinic.services.consequences.decide(of_slip(clinic, slip), verdict(clinic), clinic.by)
    clinic.services.consequences.decide(of_slip(clinic, slip), verdict(clinic, granted=False), clinic.by)
    found = of_slip(clinic, slip).decided
    assert found is not None and not found.granted
    steps = [step.verb for step in clinic.services.penalties.sheet(slip.id).history]
    assert steps.count("decide_consequence") == 2


def test_falsified_figures_are_two_hundred_once_granted_and_dismissal_is_proposed_the_second_time(
    clinic: Clinic,
) -> None:
    go(clinic, date(2026, 10, 1))
    clinic.hire("C1", "单明霞", "consultant", "LEAD")
    open_gate(clinic)
    for day, act in ((6, "false_figures"), (7, "private_referral"), (8, "false_figures")):
        points(clinic, "C1", act, datetime(2026, 10, day, 2, tzinfo=UTC))
    first, other, again = clinic.services.points.month(OCTOBER).follows
    assert [one.kind for one in (first, other, again)] == [Follows.FINE, Follows.FINE, Follows.DISMISSAL]
    assert clinic.services.today.slips().counts[Errand.FOLLOWS] == 3
    assert not [line for line in clinic.services.settlements.month(OCTOBER).lines if line.claim.cause is Cause.FINE]
    decide = clinic.services.consequences.decide
    decide(first, verdict(clinic), clinic.by)
    decide(other, verdict(clinic, granted=False), clinic.by)
    go(clinic, date(2026, 11, 5))
    lines = clinic.services.settlements.month(OCTOBER).lines
    assert [(line.claim.number, line.taken) for line in lines if line.claim.cause is Cause.FINE] == [("C1", -20000)]
    lock(clinic, OCTOBER)
    entry = next(one for one in clinic.services.points.lines() if one.id == first.entry_id)
    clinic.services.points.withdraw(entry.id, entry.revision, "核对后数据无误", clinic.by)
    (back,) = (one for one in clinic.services.settlements.month(NOVEMBER).lines if one.claim.cause is Cause.FINE)
    assert (back.kind, back.taken) == (Kind.REVERSAL, 20000)


def test_fifty_points_of_a_month_wait_until_decided_and_are_gone_when_points_are_withdrawn(clinic: Clinic) -> None:
    go(clinic, date(2026, 10, 1))
    clinic.hire("C1", "单明霞", "consultant", "LEAD")
    entries = [points(clinic, "C1", "rude", datetime(2026, 10, 2 + at, 2, tzinfo=UTC)) for at in range(10)]
    (one,) = clinic.services.consequences.undecided()
    assert (one.kind, one.month) == (Follows.BONUS_AND_TITLES, OCTOBER)
    clinic.services.consequences.decide(one, verdict(clinic), clinic.by)
    assert clinic.services.consequences.undecided() == []
    assert clinic.services.points.month(OCTOBER).follows[0].decided is not None
    line = clinic.services.points.line(entries[0])
    clinic.services.points.withdraw(line.id, line.revision, "记错人", clinic.by)
    assert clinic.services.points.month(OCTOBER).follows == ()
    with pytest.raises(Refused, match="consequence_gone"):
        clinic.services.consequences.decide(one, verdict(clinic), clinic.by)


def test_for_one_act_points_or_the_ladder_also_from_the_slips_side(clinic: Clinic) -> None:
    go(clinic, date(2026, 10, 1))
    clinic.hire("C1", "单明霞", "consultant", "LEAD")
    day = date(2026, 10, 6)
    entry = clinic.services.points
    points(clinic, "C1", "games", datetime(2026, 10, 6, 2, tzinfo=UTC))
    round_id = clinic.walk(day, {"C1": [BADGE], "G1": [BADGE]}, hour=15)
    penalties = clinic.services.penalties
    assert [(one.employee, one.points) for one in penalties.proposals(round_id)] == [("单明霞", 1), ("张𬱖", 0)]
    with pytest.raises(Refused) as refused:
        clinic.propose(round_id, "C1")
    assert [(one.field, one.code) for one in refused.value.problems] == [("other_act", "ladder_or_points")]
    assert [one.employee for one in penalties.propose_all(round_id, clinic.by).value] == ["张𬱖"]
    choice = Choice(other_act="玩手机之外，胸卡未佩戴")
    slip = penalties.propose(round_id, clinic.people["C1"], clinic.by, choice=choice).value
    decision = penalties.slip(slip.id).slip.decision
    assert "explain.note.other_act" in {line.code for line in decision.explanation}
    draft = PointsDraft(clinic.people["C1"], "chat", datetime(2026, 10, 6, 3, tzinfo=UTC))
    with pytest.raises(Refused):
        entry.enter(draft, clinic.by)
