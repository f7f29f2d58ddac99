"""The clocks of a case: edges 1 to 5 and the table of the eleven steps."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from tests.complaints.clock_facts import facts, in_open_hours, pause, reckon, rules, with_pauses
from tests.rulebook.calendars import at, calendar, hours

from qualitydesk.basics.phrases import LANGUAGES
from qualitydesk.basics.plain import plain, revive
from qualitydesk.complaints.model.clocks import ClockState, Deadline, Event, ExternalClock, Pause, entered, left
from qualitydesk.complaints.model.words import ExternalKind
from qualitydesk.complaints.rules.clocks import frozen, moved, next_due, pause_ends, time_open
from qualitydesk.complaints.rules.deriving import words
from qualitydesk.rulebook.model.days import ListedDay

FRIDAY = "2026-11-20"
WHOLE = (
    ("2026-11-16 10:00", "accepted"),
    ("2026-11-16 11:00", "first_contact"),
    ("2026-11-16 12:00", "investigated"),
    ("2026-11-17 09:00", "classified"),
    ("2026-11-17 10:00", "drafted"),
    ("2026-11-17 15:00", "approved"),
    ("2026-11-18 09:00", "negotiated"),
    ("2026-11-19 09:00", "formalities"),
    ("2026-11-20 09:00", "closed"),
    ("2026-11-20 17:00", "handled"),
)


# Edge 1


def test_a_pause_over_the_weekend_moves_the_deadline_by_open_minutes_only() -> None:
    running = facts("2026-11-20 16:00", ("2026-11-20 17:00", "classified"))  # a Friday
    without = reckon(running, "2026-11-20 17:30", in_open_hours())["solution"]
    paused = with_pauses(running, pause("2026-11-20 17:50", "2026-11-23 09:10"))
    found = reckon(paused, "2026-11-23 10:00", in_open_hours())["solution"]
    assert without.due_at == at("2026-11-23 17:30")  # 1 h on Friday, 3 + 4 on Monday
    # 10 open minutes on Friday and 10 on Monday were paused
    assert found.due_at == at("2026-11-23 17:50")
    assert found.was_due_at == without.due_at


@pytest.mark.parametrize(
    ("start", "end"), [("2026-11-20 18:00", "2026-11-23 09:00"), ("2026-11-23 12:00", "2026-11-23 13:30")]
)
def test_a_pause_while_closed_moves_nothing_in_open_hours(start: str, end: str) -> None:
    running = facts("2026-11-20 16:00", ("2026-11-20 17:00", "classified"))
    found = reckon(with_pauses(running, pause(start, end)), "2026-11-23 15:00", in_open_hours())["solution"]
    assert found.due_at == found.was_due_at


def test_in_elapsed_hours_the_whole_pause_counts_off() -> None:
    running = facts("2026-11-20 16:00", ("2026-11-20 17:00", "classified"))
    found = reckon(with_pauses(running, pause("2026-11-20 17:50", "2026-11-23 09:10")), "2026-11-23 10:00")["solution"]
    assert found.due_at == at("2026-11-21 17:00") + (at("2026-11-23 09:10") - at("2026-11-20 17:50"))


# Edge 2


def test_another_level_keeps_the_pause_already_earned() -> None:
    using = rules(clocks__solution__per_level={"3": 24, "2": 48})
    paused = facts(
        "2026-11-16 08:00",
        ("2026-11-16 09:00", "classified"),
        level=3,
        pauses=(pause("2026-11-16 12:00", "2026-11-16 15:00"),),
    )
    before = reckon(paused, "2026-11-16 16:00", using)
    after = reckon(replace(paused, level=2), "2026-11-16 16:00", using)
    assert before["solution"].due_at == at("2026-11-17 12:00")
    assert after["solution"].due_at == at("2026-11-18 12:00")  # 48 h and the three hours of the pause
    (change,) = moved(before.values(), after.values())
    assert (change.code, change.was, change.now) == ("solution", before["solution"].due_at, after["solution"].due_at)


# Edge 3


@pytest.mark.parametrize(
    ("received", "by_the_moment", "open_hours", "working_days"),
    [
        ("2026-11-20 12:30", "2026-11-21 12:30", "2026-11-20 15:30", "2026-11-26 00:00"),  # lunch, a Friday
        ("2026-11-20 22:00", "2026-11-21 22:00", "2026-11-23 11:00", "2026-11-26 00:00"),  # at night
        ("2026-10-03 10:00", "2026-10-04 10:00", "2026-10-08 11:00", "2026-10-11 00:00"),  # National Day: 8, 9, Sat 10
        ("2026-09-20 10:00", "2026-09-21 10:00", "2026-09-20 12:00", "2026-09-24 00:00"),  # a make-up Sunday
    ],
)
def test_received_at_an_odd_time(received: str, by_the_moment: str, open_hours: str, working_days: str) -> None:
    found = reckon(facts(received), received)
    assert found["investigation_target"].due_at == at(by_the_moment)
    assert found["investigation_limit"].due_at == at(working_days)
    assert reckon(facts(received), received, in_open_hours("register", 2))["register"].due_at == at(open_hours)


def test_a_term_in_days_is_kept_until_midnight_or_until_closing() -> None:
    found = reckon(facts("2026-11-20 12:30"), "2026-11-20 13:00")["investigation_limit"]
    assert found.due_on.isoformat() == "2026-11-25"
    closing = reckon(facts("2026-11-20 12:30"), "2026-11-20 13:00", rules(counting__due_at_close=True))
    assert closing["investigation_limit"].due_at == at("2026-11-25 18:00")


def test_receipt_after_the_cut_off_counts_from_the_next_working_day_where_the_rule_says_so() -> None:
    late = facts("2026-11-20 18:01")
    using = rules(counting__deemed_received=True)
    assert reckon(late, "2026-11-20 19:00", using)["investigation_limit"].due_on.isoformat() == "2026-11-26"
    assert reckon(late, "2026-11-20 19:00")["investigation_limit"].due_on.isoformat() == "2026-11-25"


# Edge 4


def test_a_corrected_calendar_moves_open_clocks_and_no_stopped_one() -> None:
    running = facts("2026-11-18 10:00", ("2026-11-18 10:30", "accepted"))
    own = calendar(ListedDay(at("2026-11-19 12:00").date(), False, "停电", own=True))
    before = reckon(running, "2026-11-19 10:00")
    after = reckon(running, "2026-11-19 10:00", work=own)
    assert [change.code for change in moved(before.values(), after.values())] == ["investigation_limit"]

    done = facts("2026-11-18 10:00", ("2026-11-18 11:00", "first_contact"), ("2026-11-23 23:00", "classified"))
    kept = frozen(reckon(done, "2026-11-24 10:00").values())
    again = reckon(replace(done, frozen=kept), "2026-11-24 10:00", work=own)
    assert again["investigation_limit"].state is ClockState.KEPT
    assert again["investigation_limit"] == reckon(done, "2026-11-24 10:00")["investigation_limit"]
    assert reckon(done, "2026-11-24 10:00", work=own)["investigation_limit"] != again["investigation_limit"]


def test_a_kept_deadline_is_the_same_after_being_stored() -> None:
    using = rules(clocks__solution__per_level={"2": 30})
    done = facts("2026-11-16 09:00", *WHOLE, level=2, pauses=(pause("2026-11-16 10:00", "2026-11-16 11:00"),))
    for one in reckon(done, "2026-11-20 18:00", using).values():
        assert revive(Deadline, json.loads(json.dumps(plain(one)))) == one


# Edge 5


def test_the_time_between_closing_and_reopening_belongs_to_nobody() -> None:
    closed = facts("2026-11-16 09:00", *WHOLE)
    assert reckon(closed, "2026-11-20 18:00")["closing"].state is ClockState.KEPT
    back = at("2026-12-08 09:00")
    events = (*closed.events, Event(entered("drafted"), back))
    reopened = replace(closed, events=events, reopenings=(back,))
    found = reckon(reopened, "2026-12-08 10:00")
    # accepted on the 16th, 7 days; closed on the 20th; reopened 18 days later: the 23rd and those 18
    assert found["closing"].state is ClockState.RUNNING
    assert found["closing"].due_on.isoformat() == "2026-12-11"
    assert found["solution"].state is ClockState.KEPT  # the earlier run never moves
    assert found["solution.2"].state is ClockState.RUNNING
    assert found["solution.2"].due_at == back + timedelta(hours=24)
    assert found["handling"].state is ClockState.DROPPED
    assert "filing.2" not in found
    assert time_open(reopened, at("2026-12-08 10:00")) == at("2026-11-20 17:00") - at("2026-11-16 09:00") + timedelta(
        hours=1
    )


def test_closed_again_after_a_reopening_it_stops_again() -> None:
    closed = facts("2026-11-16 09:00", *WHOLE)
    back, again = at("2026-12-08 09:00"), at("2026-12-09 09:00")
    steps = ("drafted", "approved", "negotiated", "formalities", "closed")
    more = (Event(entered("drafted"), back), *(Event(left(step), again) for step in steps))
    events = (*closed.events, *more, Event(entered("handled"), again))
    found = reckon(replace(closed, events=events, reopenings=(back,)), "2026-12-20 10:00")
    assert found["closing"].state is ClockState.KEPT
    assert found["closing"].stopped_at == again
    assert found["solution.2"].state is ClockState.KEPT
    assert found["handling.2"].started_at == again


# The table of the steps


def test_each_step_has_its_clock_and_the_table_its_limits() -> None:
    found = reckon(facts("2026-11-16 09:00", *WHOLE), "2026-11-20 18:00")
    due = {code: one.due_at for code, one in found.items()}
    assert due == {
        "register": at("2026-11-16 11:00"),
        "investigation_target": at("2026-11-17 09:00"),
        "solution": at("2026-11-18 09:00"),
        "investigation_limit": at("2026-11-20 00:00"),  # 17, 18, 19
        "formalities": at("2026-11-21 09:00"),
        "filing": at("2026-11-21 09:00"),
        "handling": at("2026-11-22 17:00"),
        "closing": at("2026-11-24 00:00"),  # accepted on the 16th
        "after_call": at("2026-11-28 00:00"),
    }
    assert all(one.state is ClockState.KEPT for code, one in found.items() if code not in ("handling", "after_call"))


def test_at_the_very_moment_it_is_still_in_time_and_a_second_later_late() -> None:
    for moment, state in (("2026-11-17 09:00", ClockState.KEPT), ("2026-11-17 09:00:01", ClockState.LATE)):
        found = reckon(facts("2026-11-16 09:00", (moment, "classified")), "2026-11-18 09:00")
        assert found["investigation_target"].state is state
    running = facts("2026-11-16 09:00")
    assert reckon(running, "2026-11-17 09:00")["investigation_target"].state is ClockState.RUNNING
    assert reckon(running, "2026-11-17 09:00:01")["investigation_target"].state is ClockState.OVERDUE


@pytest.mark.parametrize(("region", "due"), [("beijing", "2026-10-06"), ("other", "2026-10-13")])
def test_the_closing_limit_is_counted_from_acceptance_and_not_moved_by_a_holiday(region: str, due: str) -> None:
    late = facts("2026-09-25 09:00", ("2026-09-29 15:00", "investigated"), region=region)
    assert reckon(late, "2026-09-30 09:00")["closing"].due_on.isoformat() == due


def test_the_hard_limit_needs_the_first_contact_too() -> None:
    silent = facts("2026-11-16 09:00", ("2026-11-16 15:00", "classified"))
    assert reckon(silent, "2026-11-16 16:00")["investigation_limit"].state is ClockState.RUNNING
    told = replace(silent, events=(*silent.events, Event("first_contact", at("2026-11-20 00:00:01"))))
    assert reckon(told, "2026-11-21 16:00")["investigation_limit"].state is ClockState.LATE


def test_negotiation_stops_the_clocks_of_steps_and_not_the_closing_limit() -> None:
    found = reckon(facts("2026-11-16 09:00", *WHOLE[:7]), "2026-11-18 20:00")
    assert {code for code, one in found.items() if one.is_open} == {"closing"}


def test_a_case_sent_back_loses_no_time_and_gains_none() -> None:
    there = facts("2026-11-16 09:00", ("2026-11-16 12:00", "classified"), ("2026-11-16 14:00", "drafted"))
    back = replace(there, events=(*there.events, Event(entered("investigated"), at("2026-11-16 15:00"))))
    found = reckon(back, "2026-11-16 16:00")
    assert found["solution"].state is ClockState.RESTING
    assert found["investigation_target"].state is ClockState.RUNNING
    assert found["investigation_target"].due_at == at("2026-11-17 12:00")  # 3 of 24 h used before, then 3 h elsewhere
    again = replace(
        back,
        events=(
            *back.events,
            Event(left("investigated"), at("2026-11-16 18:00")),
            Event(entered("classified"), at("2026-11-16 18:00")),
        ),
    )
    resumed = reckon(again, "2026-11-16 19:00")
    assert resumed["solution"].due_at == at("2026-11-17 15:00")  # 24 h and the three away
    assert resumed["investigation_target"].stopped_at == at("2026-11-16 18:00")


def test_a_pause_lasts_no_longer_than_its_reason_allows() -> None:
    running = facts("2026-11-16 09:00", ("2026-11-16 10:00", "classified"))
    open_ended = with_pauses(running, pause("2026-11-16 12:00", None, "consultation"))  # 5 working days: the 23rd
    assert reckon(open_ended, "2026-11-18 09:00")["solution"].state is ClockState.PAUSED
    assert reckon(open_ended, "2026-11-18 09:00")["solution"].due_at == at("2026-11-24 22:00")
    assert reckon(open_ended, "2026-11-24 09:00")["solution"].state is ClockState.RUNNING
    assert reckon(open_ended, "2026-11-25 09:00")["solution"].state is ClockState.OVERDUE
    (only,) = open_ended.pauses
    assert pause_ends(rules(), only, calendar(), hours()) == at("2026-11-24 00:00")


def test_a_pause_that_begins_too_late_rescues_nothing() -> None:
    running = facts("2026-11-16 09:00", ("2026-11-16 10:00", "classified"))
    late = with_pauses(running, pause("2026-11-17 12:00", None))
    assert reckon(late, "2026-11-17 13:00")["solution"].state is ClockState.OVERDUE


def test_limits_are_never_paused() -> None:
    paused = facts("2026-11-16 09:00", ("2026-11-16 10:00", "investigated"), pauses=(pause("2026-11-16 11:00", None),))
    found = reckon(paused, "2026-11-16 12:00")
    assert found["investigation_target"].state is ClockState.PAUSED
    assert found["investigation_limit"].state is found["closing"].state is ClockState.RUNNING


def test_days_that_a_pausable_term_stood_still_do_not_count() -> None:
    using = rules(clocks__investigation_limit__pausable=True)
    paused = facts("2026-11-16 09:00", pauses=(pause("2026-11-17 09:00", "2026-11-19 09:00"),))
    # the 17th and 18th drop out: 19, 20, 23
    assert reckon(paused, "2026-11-19 10:00", using)["investigation_limit"].due_on.isoformat() == "2026-11-23"
    short = facts("2026-11-16 09:00", pauses=(pause("2026-11-17 09:00", "2026-11-17 17:00"),))
    assert reckon(short, "2026-11-19 10:00", using)["investigation_limit"].due_on.isoformat() == "2026-11-19"


def test_a_case_merged_into_another_has_no_running_clock() -> None:
    merged = facts("2026-11-16 09:00", ("2026-11-16 10:00", "accepted"), ("2026-11-16 11:00", "ended"))
    found = reckon(merged, "2026-12-16 12:00")
    assert not any(one.is_open for one in found.values())
    assert next_due(found.values()) is None


def test_the_next_due_is_the_first_open_clock_but_no_follow_up() -> None:
    paid = facts("2026-11-16 09:00", *WHOLE[:8], ("2026-11-19 10:00", "payment_approved"))
    found = reckon(paid, "2026-11-19 11:00")
    assert found["money_arrival"].due_on.isoformat() == "2026-11-30"
    following = next_due(found.values())
    assert following is not None
    assert following.rule.code == "formalities"


def test_a_date_from_outside_stands_beside_our_own_clocks() -> None:
    outside = ExternalClock(
        ExternalKind.HOTLINE_12345, at("2026-11-16 09:30"), at("2026-11-17 00:00"), None, "京12345-7788"
    )
    asked = replace(facts("2026-11-16 09:00"), externals=(outside,))
    (found,) = [one for one in reckon(asked, "2026-11-17 08:00").values() if one.rule.group == "external"]
    assert found.state is ClockState.OVERDUE
    assert found.due_on.isoformat() == "2026-11-16"
    done = replace(asked, externals=(replace(outside, done_at=at("2026-11-16 23:00")),))
    (found,) = [one for one in reckon(done, "2026-11-17 08:00").values() if one.rule.group == "external"]
    assert found.state is ClockState.KEPT
    assert any("京12345-7788" in line for line in words(found.derivation, "zh"))


def test_what_hangs_on_an_unannounced_year_says_so() -> None:
    found = reckon(facts("2026-12-30 10:00"), "2026-12-30 11:00")["investigation_limit"]
    assert (found.due_on.isoformat(), found.provisional) == ("2027-01-04", True)
    assert "2027 年的放假安排尚未公布" in "".join(words(found.derivation, "zh"))
    assert not reckon(facts("2026-12-30 10:00"), "2026-12-30 11:00")["investigation_target"].provisional
    eve = reckon(facts("2026-12-30 10:00"), "2026-12-30 11:00", in_open_hours("register", 12))["register"]
    assert eve.provisional


# The derivation


def test_a_deadline_derives_itself_step_by_step() -> None:
    holiday = facts("2026-09-29 16:00", ("2026-09-29 17:00", "accepted"))
    found = reckon(holiday, "2026-09-30 09:00")["investigation_limit"]
    assert words(found.derivation, "zh") == (
        "自 2026-09-29 16:00 收到投诉起算。",
        "硬性期限：3 个工作日。",
        "起算当日（2026-09-29 周二）不计，自次日起算。",
        "计入：2026-09-30 周三、2026-10-08 周四、2026-10-09 周五。",
        "放假不计：2026-10-01 周四 国庆节、2026-10-02 周五 国庆节、2026-10-03 周六 国庆节、2026-10-04 周日 国庆节、"
        "2026-10-05 周一 国庆节、2026-10-06 周二 国庆节、2026-10-07 周三 国庆节。",
        "截止时间：2026-10-09 24:00。",
    )


def test_every_line_can_be_said_in_both_languages() -> None:
    pauses = (
        pause("2026-11-17 09:30", "2026-11-17 09:40"),
        Pause(at("2026-11-17 11:00"), at("2026-11-17 11:10"), "appraisal"),
    )
    for using in (rules(), in_open_hours(), rules(clocks__closing__roll=True, counting__deemed_received=True)):
        for moves in range(len(WHOLE) + 1):
            case = facts("2026-11-16 09:00", *WHOLE[:moves], pauses=pauses, level=2)
            for one in reckon(case, "2027-01-16 10:00", using).values():
                for language in LANGUAGES:
                    assert all(words(one.derivation, language))
