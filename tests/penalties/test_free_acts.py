"""Acts no round tells of: heard by the ladder like any other, and asked about when something alike is there."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from tests.penalties.case_work import MAIN, a_case
from tests.penalties.clinic import BADGE, Clinic

from qualitydesk.basics.changes import By
from qualitydesk.basics.errors import Refused
from qualitydesk.basics.phrases import LANGUAGES
from qualitydesk.penalties.model import ActDraft, ActSource, AlikeKind, Event, EventKind, SlipLine, SlipState
from qualitydesk.penalties.rules import words
from qualitydesk.printing.pages import page_texts
from qualitydesk.rulebook.model import Gravity

DAY = date(2026, 11, 20)
AT = datetime(2026, 11, 19, 6, 30, tzinfo=UTC)


def phone(clinic: Clinic, **more: object) -> ActDraft:
    draft = ActDraft(employee_id=clinic.people["G1"], at=AT, words="在导医台玩手机，患者询问未理睬", group="conduct")
    return replace(draft, **more)  # type: ignore[arg-type]


def propose(clinic: Clinic, draft: ActDraft) -> SlipLine:
    return clinic.services.penalties.propose_act(draft, clinic.by, files=[("监控截图.png", b"x")]).value


def test_an_act_observed_becomes_a_slip_that_says_who_saw_it_and_is_issued(clinic: Clinic) -> None:
    penalties = clinic.services.penalties
    line = propose(clinic, phone(clinic, witnesses="周若彤"))
    assert (line.rung, line.source, line.event_number, line.round_id) == (1, "observed", "", None)
    clinic.issue(line)
    text = "".join(page_texts(penalties.originals([line.id])))
    for found in ("在导医台玩手机", "当场发现", "顾晓岚", "在场人：周若彤", "2026-11-19 14:30"):
        assert found in text
    sheet = penalties.sheet(line.id)
    assert [one.name for one in sheet.files] == ["监控截图.png"]
    assert sheet.would_have_been is None
    for language in LANGUAGES:
        assert not any("{" in one or "explain." in one for one in words(sheet.view.slip.decision, language))


def test_free_acts_and_findings_climb_one_ladder_by_their_kind(clinic: Clinic) -> None:
    item = clinic.services.penalties.act_items()[0]
    badge = next(one for one in clinic.services.penalties.act_items() if one.code == BADGE)
    assert item.title["zh"]
    clinic.sanction(DAY - timedelta(days=60), "G1")
    second = propose(clinic, phone(clinic, item_code=badge.code, group=""))
    assert (second.rung, second.total) == (2, 15000)
    clinic.issue(second)
    third = clinic.sanction(DAY + timedelta(days=10), "G1")
    assert third.rung == 3
    decision = clinic.services.penalties.slip(third.id).slip.decision
    assert second.number in {one.round_number for one in decision.counted}


def test_a_free_act_without_an_item_is_never_the_same_item_again(clinic: Clinic) -> None:
    rungs = []
    for days in (40, 20, 0):
        line = propose(clinic, phone(clinic, at=AT - timedelta(days=days)))
        clinic.issue(line)
        rungs.append(line.rung)
    assert rungs == [1, 2, 2]


def test_a_withdrawn_act_is_not_heard(clinic: Clinic) -> None:
    first = propose(clinic, phone(clinic, at=AT - timedelta(days=20)))
    clinic.services.penalties.withdraw(first.id, first.revision, "误报", clinic.by)
    assert propose(clinic, phone(clinic)).rung == 1


def test_a_serious_act_reported_by_another_department_names_who_reported(clinic: Clinic) -> None:
    clinic.sanction(DAY - timedelta(days=60), "G1")
    draft = phone(
        clinic,
        source=ActSource.REPORTED,
        reported_by=clinic.people["HEAD"],
        item_code=BADGE,
        gravity=Gravity.SERIOUS,
    )
    line = propose(clinic, draft)
    assert (line.rung, line.total) == (2, 30000)
    act = clinic.services.penalties.slip(line.id).slip.decision.act
    assert act is not None and act.told_by == "导医部 欧阳䶮"


def test_what_is_there_already_near_that_day_is_shown_and_asked_about(clinic: Clinic) -> None:
    penalties = clinic.services.penalties
    slip = clinic.sanction(DAY, "G1")
    clinic.walk(DAY, {"G1": [BADGE]}, hour=15)
    case_id = a_case(clinic, {"G1": MAIN})
    found = penalties.alike(clinic.people["G1"], DAY)
    assert [one.kind for one in found] == [AlikeKind.SLIP, AlikeKind.FINDING, AlikeKind.CASE]
    assert found[0].number == slip.number
    assert found[2].number == clinic.services.complaints.case(case_id).line.number
    assert penalties.alike(clinic.people["G1"], DAY - timedelta(days=9)) == ()
    with pytest.raises(Refused) as told:
        propose(clinic, phone(clinic))
    assert [(one.field, one.code) for one in told.value.problems] == [("other", "act_alike")]
    line = propose(clinic, phone(clinic, other="另一班次，另一件事"))
    clinic.issue(line)
    text = "".join("".join(page_texts(penalties.originals([line.id]))).split())  # the cell breaks its lines
    assert "另一班次，另一件事" in text


@pytest.mark.parametrize(
    ("changed", "field", "code"),
    [
        ({"employee_id": None}, "employee_id", "add_person_missing"),
        ({"at": datetime(2030, 1, 1, tzinfo=UTC)}, "at", "act_moment"),
        ({"words": " "}, "words", "words_missing"),
        ({"group": ""}, "group", "act_group_missing"),
        ({"source": ActSource.REPORTED}, "reported_by", "act_reporter_missing"),
    ],
)
def test_a_draft_says_beside_its_field_what_is_missing(
    desk: Clinic, changed: dict[str, object], field: str, code: str
) -> None:
    with pytest.raises(Refused) as told:
        propose(desk, phone(desk, **changed))
    assert [(one.field, one.code) for one in told.value.problems] == [(field, code)]
    assert desk.services.penalties.lines() == []


def test_nobody_proposes_on_herself_and_an_appeal_is_heard_like_any_other(clinic: Clinic) -> None:
    own = phone(clinic, employee_id=clinic.me)
    with pytest.raises(Refused) as told:
        propose(clinic, own)
    assert told.value.code == "not_to_decide"
    line = propose(clinic, phone(clinic))
    clinic.services.penalties.approve(line.id, line.revision, By(clinic.people["GM"], clinic.me))
    view = clinic.services.penalties.slip(line.id).slip
    assert view.state is SlipState.APPROVED
    assert view.event == Event(EventKind.ACT, view.act_id)  # type: ignore[arg-type]
