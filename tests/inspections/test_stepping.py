"""Clocking a step by one key, by a word, by typed times."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from tests.builders import an_item

from qualitydesk.basics.errors import Problem
from qualitydesk.inspections.model import AnswerKind, Given, Limit, Verdict
from qualitydesk.inspections.rules.stepping import Typed, clocked, retimed, time_words, worded

NOW = datetime(2026, 11, 21, 2, 30, tzinfo=UTC)  # 10:30 on the wall
STEP = an_item("S-1", AnswerKind.STEP, limit=Limit(None, 5, "min"))
FREE = an_item("S-2", AnswerKind.STEP)


def wall(hour: int, minute: int, second: int = 0, day: int = 21) -> datetime:
    return datetime(2026, 11, day, tzinfo=UTC) + timedelta(hours=hour - 8, minutes=minute, seconds=second)


def test_one_key_begins_and_ends_and_then_says_what_to_do() -> None:
    begun = clocked(STEP, Given(note="慢"), NOW)
    assert begun == Given(note="慢", began=NOW)
    assert isinstance(begun, Given)
    done = clocked(STEP, begun, NOW + timedelta(minutes=3))
    assert done == Given(note="慢", began=NOW, ended=NOW + timedelta(minutes=3))
    assert isinstance(done, Given)
    assert clocked(STEP, done, NOW) == Problem("began", "step_done")
    assert clocked(an_item(), None, NOW) == Problem("began", "not_a_step")


def test_a_step_called_not_done_may_begin_after_all() -> None:
    assert clocked(STEP, Given(Verdict.FAIL), NOW) == Given(began=NOW)
    assert clocked(STEP, Given(Verdict.NOT_APPLICABLE), NOW) == Given(began=NOW)


def test_a_word_ends_a_running_step_and_keeps_its_times() -> None:
    running = Given(began=wall(10, 20))
    assert worded(STEP, running, Given(Verdict.PASS), NOW) == Given(Verdict.PASS, began=wall(10, 20), ended=NOW)
    done = Given(Verdict.PASS, 3.0, began=wall(10, 20), ended=wall(10, 23))
    assert worded(STEP, done, Given(Verdict.FAIL), NOW) == Given(
        Verdict.FAIL, 3.0, began=wall(10, 20), ended=wall(10, 23)
    )
    assert worded(STEP, done, Given(Verdict.NOT_APPLICABLE), NOW) == Given(Verdict.NOT_APPLICABLE)
    assert worded(STEP, Given(number=4.0), Given(Verdict.PASS), NOW) == Given(Verdict.PASS, 4.0)
    assert worded(an_item(), Given(Verdict.FAIL, fixed=True), Given(Verdict.PASS), NOW) == Given(Verdict.PASS)


@pytest.mark.parametrize(
    ("typed", "began", "ended"),
    [
        (Typed("9:05", "9:08"), wall(9, 5), wall(9, 8)),
        (Typed("0905", "090830"), wall(9, 5), wall(9, 8, 30)),
        (Typed("905", "9.08.30"), wall(9, 5), wall(9, 8, 30)),
        (Typed("9:5:7", ""), wall(9, 5, 7), None),
        (Typed("23:58", "0:03"), wall(23, 58, day=20), wall(0, 3)),  # over midnight: last night
        (Typed("9:05", "", "3"), wall(9, 5), wall(9, 8)),
        (Typed("", "9:08", "3"), wall(9, 5), wall(9, 8)),
        (Typed("9:05", "9:06", "99"), wall(9, 5), wall(9, 6)),  # two times are more than a length
    ],
)
def test_typed_times_are_read_in_every_usual_way(typed: Typed, began: datetime, ended: datetime | None) -> None:
    assert retimed(STEP, None, typed, NOW) == Given(began=began, ended=ended)


def test_a_length_alone_is_the_figure_and_nothing_at_all_takes_the_times_away() -> None:
    assert retimed(STEP, Given(note="x"), Typed(length="4.5"), NOW) == Given(number=4.5, note="x")
    assert retimed(STEP, Given(began=wall(9, 0)), Typed(), NOW) == Given()


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        (Typed("25:00", ""), Problem("began", "step_time_unread")),
        (Typed("9", ""), Problem("began", "step_time_unread")),
        (Typed("9:05", "9:75"), Problem("ended", "step_time_unread")),
        (Typed("", "", "1.2.3"), Problem("number", "step_length_unread")),
    ],
)
def test_what_is_no_time_is_told_beside_its_field(typed: Typed, problem: Problem) -> None:
    assert retimed(STEP, None, typed, NOW) == problem


def test_times_are_corrected_on_the_day_the_step_was_done() -> None:
    yesterday = Given(began=wall(9, 0, day=20), ended=wall(9, 4, day=20))
    found = retimed(STEP, yesterday, Typed("9:01:00", "09:04:00"), NOW)
    assert found == Given(began=wall(9, 1, day=20), ended=wall(9, 4, day=20))
    assert time_words(yesterday.began) == "09:00:00" and time_words(None) == ""


def test_a_correction_finds_the_verdict_anew_but_keeps_the_inspectors_own_fail() -> None:
    late = Given(Verdict.FAIL, 7.0, began=wall(9, 0), ended=wall(9, 7))
    found = retimed(STEP, late, Typed("9:00", "9:04"), NOW)
    assert isinstance(found, Given) and found.verdict is None  # judged by its new times
    rude = Given(Verdict.FAIL, 3.0, began=wall(9, 0), ended=wall(9, 3))
    found = retimed(STEP, rude, Typed("9:00", "9:04"), NOW)
    assert isinstance(found, Given) and found.verdict is Verdict.FAIL
    free = retimed(FREE, Given(Verdict.PASS, began=wall(9, 0)), Typed("9:00", "9:04"), NOW)
    assert free == Given(Verdict.PASS, began=wall(9, 0), ended=wall(9, 4))
