"""Cases that are paused: their clocks, the longest they may rest, and that they are not overdue meanwhile."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from tests.complaints.house import House

from qualitydesk.basics.errors import Refused
from qualitydesk.complaints.model import (
    CaseFilter,
    CaseVerb,
    PauseDraft,
    SeverityDraft,
    SeverityFacts,
    Step,
)
from qualitydesk.complaints.service.timing import Calendars, Timing
from qualitydesk.directory.model.hours import HoursDraft
from qualitydesk.rulebook.model import Rule
from qualitydesk.rulebook.model.days import DayDraft

REASONS = ("consultation", "patient_asked", "appraisal")


def test_a_pause_moves_the_steps_deadline_not_the_limit_and_both_stand_in_the_timeline(house: House) -> None:
    """Edge 2: the pause earned is kept when the level changes."""
    case_id = house.open()
    house.drive(case_id, Step.CLASSIFIED)
    before = {one.rule.code: one.due_at for one in house.complaints.clocks(case_id)}
    draft = PauseDraft("consultation", "请集团会诊")
    with pytest.raises(Refused):
        house.complaints.pause(case_id, house.seen(case_id), PauseDraft("holiday"), house.by())
    house.complaints.pause(case_id, house.seen(case_id), draft, house.by())
    assert house.case(case_id).line.paused
    with pytest.raises(Refused) as told:
        house.complete(case_id)
    assert "case_paused" in [one.code for one in told.value.problems]
    house.later(hours=5)
    house.complaints.resume(case_id, house.seen(case_id), house.by())
    after = {one.rule.code: one.due_at for one in house.complaints.clocks(case_id)}
    assert after["solution"] - before["solution"] == timedelta(hours=5)
    assert after["closing"] == before["closing"]
    facts = SeverityFacts(refund=2_500_000)
    house.complaints.classify(case_id, house.seen(case_id), SeverityDraft(facts), house.by())
    house.complaints.classify(case_id, house.seen(case_id), SeverityDraft(SeverityFacts(refund=1)), house.by())
    assert {one.rule.code: one.due_at for one in house.complaints.clocks(case_id)} == after
    moved = [one.details for one in house.case(case_id).timeline if one.verb is CaseVerb.DEADLINE]
    assert moved and {one["clock"] for one in moved} == {"solution"}
    assert moved[-1]["due_after"] == after["solution"].isoformat(timespec="microseconds")


def test_a_pause_is_not_begun_before_its_step_nor_meant_for_longer_than_its_reason_allows(house: House) -> None:
    case_id = house.open()
    start = house.clock.now()
    house.later(hours=1)
    far = PauseDraft("patient_unreachable", "", start + timedelta(days=40))
    for draft, at, code in (
        (far, None, "pause_too_long"),
        (PauseDraft("patient_unreachable"), start - timedelta(hours=1), "moment_early"),
        (PauseDraft("patient_unreachable"), start + timedelta(hours=2), "day_in_future"),
    ):
        with pytest.raises(Refused) as told:
            house.complaints.pause(case_id, house.seen(case_id), draft, house.by(), at=at)
        assert [one.code for one in told.value.problems] == [code]


def test_a_case_that_rests_is_not_overdue_until_its_pause_has_lasted_the_longest_it_may(
    house: House,
) -> None:
    case_id = house.open()
    house.drive(case_id, Step.DRAFTED)
    house.complaints.pause(case_id, house.seen(case_id), PauseDraft("appraisal"), house.by())
    begun, late = house.clock.now(), CaseFilter(overdue=True)
    house.later(days=20)  # the closing limit, which no pause moves, has gone by
    line = house.complaints.lines(CaseFilter(paused=True))[0]
    assert line.next_due_at is not None and line.next_due_at < house.clock.now()
    assert (line.pause_reason, line.paused_since) == ("appraisal", begun)
    assert not line.overdue(house.clock.now())
    assert (house.complaints.lines(late), house.complaints.count(late)) == ([], 0)
    assert not [one for lane in house.complaints.board(late) for one in lane.cards]
    house.later(days=45)
    assert [one.id for one in house.complaints.lines(late)] == [case_id]
    assert [one.id for lane in house.complaints.board(late) for one in lane.cards] == [case_id]


def test_lists_say_the_same_end_of_every_pause_as_the_case_itself_whatever_days_and_hours_hold(house: House) -> None:
    """Lists reckon the ends of all pauses at once: over a make-up day, an own day off and two editions' terms."""
    rulebook, today = house.group.rulebook, house.complaints.today()
    edition = rulebook.edition_on(Rule.CLOCKS, today)
    pauses = {**edition.values["pauses"], "consultation": {"longest": 7, "unit": "open_hours"}}
    counting = {**edition.values["counting"], "due_at_close": True}
    paused, earlier = [begun(house, reason) for reason in REASONS], house.open()
    values = {**edition.values, "pauses": pauses, "counting": counting}
    rulebook.publish(Rule.CLOCKS, values, edition.texts, today + timedelta(days=1), house.by())
    house.calendar.set_day(DayDraft(today + timedelta(days=3), False, "停电"), house.by())
    house.later(days=1)
    hours = HoursDraft(house.group.institution, date(2026, 1, 1), ("9:00-11:00",) * 6 + ("",), "9:00-10:00", "")
    house.group.directory.hours.set_hours(hours, house.by())
    paused += [*(begun(house, reason) for reason in REASONS), begun(house, "patient_asked", earlier)]
    said = {line.id: line.pause_ends for line in house.complaints.lines(CaseFilter(paused=True))}
    for case_id, start, reason in paused:
        offers = timing(house).pause_offers(house.case(case_id), start)
        assert said[case_id] == next(one.latest for one in offers if one.reason == reason)
    assert said[earlier] != said[paused[4][0]] and len(set(said.values())) >= len(paused) - 1


def test_an_end_that_was_said_is_reckoned_anew_when_days_change_and_goes_with_its_pause(house: House) -> None:
    case_id, _start, _reason = begun(house, "consultation")

    def said() -> tuple[datetime | None, datetime | None]:
        line = house.complaints.lines()[0]
        return line.paused_since, line.pause_ends

    since, before = said()
    assert since and before and said() == (since, before)
    house.calendar.set_day(DayDraft(house.complaints.today() + timedelta(days=3), False, "停电"), house.by())
    assert said() == (since, before + timedelta(days=3))  # Monday for Friday
    house.complaints.resume(case_id, house.seen(case_id), house.by())
    assert said() == (None, None)


def begun(house: House, reason: str, case_id: UUID | None = None) -> tuple[UUID, datetime, str]:
    """A case paused now, a new one without `case_id`."""
    case_id = case_id or house.open()
    house.complaints.pause(case_id, house.seen(case_id), PauseDraft(reason), house.by())
    return case_id, house.clock.now(), reason


def timing(house: House) -> Timing:
    calendars = Calendars(house.clock, house.group.directory, house.calendar)
    return Timing(house.clock, house.group.directory, house.group.rulebook, calendars)
