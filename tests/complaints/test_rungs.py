"""Reminders: edge 6. Each rung once, in open hours, and nothing about what is long past."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from tests.complaints.clock_facts import facts, pause, reckon, rules, with_pauses
from tests.rulebook.calendars import at, hours

from qualitydesk.basics.phrases import LANGUAGES
from qualitydesk.complaints.model.clocks import ClockFacts, Rung
from qualitydesk.complaints.rules.rungs import rung_words, rungs_of, rungs_to_show

REMINDERS = rules().reminders
RECEIVED = "2026-11-17 10:00"  # a Tuesday


def shown(case: ClockFacts, now: datetime, seen: Iterable[str] = ()) -> tuple[list[str], set[str]]:
    """Codes of what is shown at a moment, and all that was seen after it."""
    found, codes = rungs_to_show(reckon(case, now).values(), REMINDERS, set(seen), hours(), now)
    return [rung.code for rung in found], {*seen, *codes}


def test_a_clock_has_a_rung_at_half_time_an_hour_before_when_due_and_twice_after() -> None:
    found = reckon(facts(RECEIVED), RECEIVED)["investigation_target"]
    assert [(rung.code, rung.at) for rung in rungs_of(found, REMINDERS)] == [
        ("investigation_target.1.half", at("2026-11-17 22:00")),
        ("investigation_target.1.before.60", at("2026-11-18 09:00")),
        ("investigation_target.1.due", at("2026-11-18 10:00")),
        ("investigation_target.1.after.240", at("2026-11-18 14:00")),
        ("investigation_target.1.after.1440", at("2026-11-19 10:00")),
    ]


def test_each_rung_shows_once_and_only_in_open_hours() -> None:
    case = facts(RECEIVED)
    times: dict[str, list[datetime]] = {}
    seen: set[str] = set()
    now = at(RECEIVED)
    while now < at("2026-11-24 20:00"):
        new, seen = shown(case, now, seen)
        for code in new:
            times.setdefault(code, []).append(now)
        now += timedelta(minutes=10)
    assert all(len(moments) == 1 for moments in times.values())
    assert all(hours().is_open(moment) for moments in times.values() for moment in moments)
    # Half time came at 22:00; in the morning an hour was left, and only that is said.
    assert "investigation_target.1.half" not in times
    assert times["investigation_target.1.before.60"] == [at("2026-11-18 09:00")]
    assert times["investigation_target.1.due"] == [at("2026-11-18 10:00")]
    assert times["investigation_target.1.after.240"] == [at("2026-11-18 14:00")]
    assert {"register.1.half", "investigation_limit.1.half"} <= set(times)


def test_starting_the_program_says_nothing_about_a_case_a_month_old() -> None:
    case = facts("2026-10-12 10:00")
    new, seen = shown(case, at("2026-11-17 10:00"))
    assert new == []
    assert "investigation_limit.1.after.1440" in seen
    assert shown(case, at("2026-11-17 10:10"), seen) == ([], seen)


def test_what_came_up_over_a_weekend_is_said_on_monday() -> None:
    case = facts("2026-11-20 17:30")  # due on Saturday evening
    new, seen = shown(case, at("2026-11-23 09:00"))
    assert "investigation_target.1.after.1440" in new
    assert shown(case, at("2026-11-23 09:10"), seen)[0] == []


def test_a_paused_clock_is_silent() -> None:
    case = with_pauses(facts(RECEIVED), pause("2026-11-17 11:00", None))
    assert not [code for code in shown(case, at("2026-11-18 10:00"))[0] if code.startswith("investigation_target")]


def test_a_stopped_clock_and_a_follow_up_are_silent() -> None:
    done = facts(RECEIVED, ("2026-11-17 10:30", "accepted"), ("2026-11-17 10:40", "payment_approved"))
    found = reckon(done, "2026-11-17 12:00")
    assert rungs_of(found["register"], REMINDERS) == ()
    assert rungs_of(found["money_arrival"], REMINDERS) == ()


def test_a_reminder_says_its_clock_and_time_in_both_languages() -> None:
    found = reckon(facts(RECEIVED), RECEIVED)["investigation_target"]
    rungs: tuple[Rung, ...] = rungs_of(found, REMINDERS)
    for rung in rungs:
        for language in LANGUAGES:
            words = rung_words(rung, "X", "Asia/Shanghai", rung.at, language)
            assert "X" in words
            assert "2026-11-18 10:00" in words
    assert rung_words(rungs[1], "调查取证", "Asia/Shanghai", rungs[1].at, "zh") == (
        "“调查取证”还有 1 小时 到期（2026-11-18 10:00）。"
    )
