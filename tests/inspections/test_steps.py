"""Steps of an observed process: how long each took, against its limit, and in which order they were really done."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from fractions import Fraction
from uuid import UUID

import pytest
from hypothesis import given as over
from hypothesis import strategies as some
from tests.builders import an_item

from qualitydesk.inspections.model import Answer, AnswerKind, Given, Item, Limit, Verdict
from qualitydesk.inspections.rules.digest import digest_of
from qualitydesk.inspections.rules.drafts import problems_in_answer
from qualitydesk.inspections.rules.scoring import judged, value_of, verdict_of
from qualitydesk.inspections.rules.timeline import has_steps, timeline_of
from qualitydesk.inspections.rules.timing import figure_of, in_unit, overdue, seconds_of
from qualitydesk.rulebook.model import ScoreRule

RULE = ScoreRule(pass_mark_percent=90, partly_percent=50, finding_below=3, critical_fails=True)
NOON = datetime(2026, 11, 21, 4, 0, tzinfo=UTC)
FIVE = Limit(None, 5, "min")


def at(minutes: float) -> datetime:
    return NOON + timedelta(minutes=minutes)


def step(code: str = "STEP-01", limit: Limit | None = FIVE) -> Item:
    return an_item(code, AnswerKind.STEP, limit=limit)


def timed(began: float, ended: float | None = None, verdict: Verdict | None = None) -> Given:
    return Given(verdict, began=at(began), ended=None if ended is None else at(ended))


@pytest.mark.parametrize(
    ("limit", "given", "verdict"),
    [
        (FIVE, timed(0, 5), Verdict.PASS),  # the limit itself is kept
        (FIVE, timed(0, 5 + 1 / 60), Verdict.FAIL),
        (FIVE, timed(0, 4, Verdict.FAIL), Verdict.FAIL),  # in time, but not as it should be
        (FIVE, timed(0, 6, Verdict.PASS), Verdict.FAIL),  # the inspector's word does not turn back the clock
        (FIVE, timed(0), None),  # it still runs
        (Limit(None, 300, "s"), timed(0, 5), Verdict.PASS),
        (Limit(None, 0.1, "h"), timed(0, 6), Verdict.PASS),
        (Limit(2, 5, "min"), timed(0, 1), Verdict.FAIL),  # too quick
        (Limit(None, 5, "rings"), timed(0, 90), None),  # a unit that is no time is judged by what is typed
        (None, timed(0, 90), None),  # without a limit the word decides
        (None, timed(0, 90, Verdict.PASS), Verdict.PASS),
    ],
)
def test_a_clocked_step_is_judged_by_its_duration_in_the_unit_of_its_limit(
    limit: Limit | None, given: Given, verdict: Verdict | None
) -> None:
    assert verdict_of(step(limit=limit), given, RULE) is verdict


def test_what_is_kept_of_a_clocked_step_carries_its_duration() -> None:
    kept = judged(step(), timed(0, 4.5), RULE)
    assert (kept.verdict, kept.number, seconds_of(kept)) == (Verdict.PASS, 4.5, 270)
    assert value_of(step(), kept, RULE) == Fraction(1)
    again = judged(step(), Given(None, 4.5, began=at(0), ended=at(7)), RULE)
    assert (again.verdict, again.number) == (Verdict.FAIL, 7.0)  # the clock stands over what was typed before
    assert judged(step(limit=None), timed(0, 4.5), RULE).number is None


def test_a_step_not_applicable_has_no_times() -> None:
    assert judged(step(), timed(0, 4, Verdict.NOT_APPLICABLE), RULE) == Given(Verdict.NOT_APPLICABLE)


@pytest.mark.parametrize(
    ("item", "given", "codes"),
    [
        (step(), timed(0, 5), []),
        (step(), timed(5, 5), []),
        (step(), timed(5, 4), ["step_order"]),
        (step(), timed(-3000, 4), ["step_long"]),
        (step(), timed(9), []),
        (step(), timed(12), ["step_ahead"]),
        (step(), timed(8, 12), ["step_ahead"]),
        (step(), Given(ended=at(3)), ["step_begin_missing"]),
        (an_item("A-1"), timed(0, 5, Verdict.PASS), ["not_timed"]),
        (step(), Given(Verdict.PASS), ["step_untimed"]),
        (step(), timed(0, None, Verdict.PASS), ["step_untimed"]),
        (step(), Given(Verdict.FAIL), []),
        (step(limit=None), Given(Verdict.PASS), []),
        (step(), timed(5, 4, Verdict.NOT_APPLICABLE), []),
    ],
)
def test_times_that_cannot_be_are_told(item: Item, given: Given, codes: list[str]) -> None:
    assert [problem.code for problem in problems_in_answer(item, given, at(10))] == codes


def test_a_list_is_told_in_order_with_durations_gaps_and_limits() -> None:
    items = [step("S-1"), an_item("A-1"), step("S-2"), step("S-3", None), step("S-4")]
    given = {"S-1": timed(0, 4), "A-1": Given(Verdict.PASS), "S-2": timed(4.5, 10), "S-3": timed(9, 12)}
    line = timeline_of(items, given)
    assert has_steps(items) and not has_steps(items[1:2])
    assert [one.item.code for one in line.steps] == ["S-1", "S-2", "S-3", "S-4"]
    assert [one.position for one in line.steps] == [1, 2, 3, 4]
    assert [one.order for one in line.steps] == [1, 2, 3, None]
    assert [one.seconds for one in line.steps] == [240, 330, 180, None]
    assert [one.gap for one in line.steps] == [None, 30, -60, None]  # the third began before the second was over
    assert [one.in_time for one in line.steps] == [True, False, None, None]
    assert (line.began, line.ended, line.seconds, line.in_order) == (at(0), at(12), 720, True)


def test_a_step_still_running_leaves_the_whole_open() -> None:
    line = timeline_of([step("S-1"), step("S-2")], {"S-1": timed(0, 4), "S-2": timed(5)})
    assert (line.steps[1].running, line.steps[0].running) == (True, False)
    assert (line.began, line.ended, line.seconds) == (at(0), None, None)


def test_the_one_step_done_out_of_its_place_is_marked_and_not_the_others() -> None:
    items = [step(f"S-{nth}") for nth in range(1, 6)]
    began = {"S-1": 0, "S-2": 20, "S-3": 5, "S-4": 10, "S-5": 15}  # the second was done last
    line = timeline_of(items, {code: timed(when, when + 1) for code, when in began.items()})
    assert [one.displaced for one in line.steps] == [False, True, False, False, False]
    assert [one.order for one in line.steps] == [1, 5, 2, 3, 4]
    assert [one.item.code for one in line.as_done()] == ["S-1", "S-3", "S-4", "S-5", "S-2"]
    assert not line.in_order
    assert line.steps[1].gap == 240  # behind the one really done before it


def test_a_list_without_steps_or_times_has_an_empty_timeline() -> None:
    assert timeline_of([an_item("A-1")], {}).steps == ()
    line = timeline_of([step("S-1", None)], {"S-1": Given(Verdict.PASS)})
    assert (line.began, line.seconds, line.in_order, line.as_done()) == (None, None, True, ())


@over(some.lists(some.integers(0, 20), min_size=1, max_size=12))
def test_steps_are_in_order_exactly_when_no_beginning_goes_back(minutes: list[int]) -> None:
    items = [step(f"S-{nth:02d}") for nth in range(len(minutes))]
    line = timeline_of(items, {item.code: timed(when) for item, when in zip(items, minutes, strict=True)})
    assert line.in_order == (minutes == sorted(minutes))
    kept = [when for when, one in zip(minutes, line.steps, strict=True) if not one.displaced]
    assert kept == sorted(kept) and kept
    assert sorted(one.order or 0 for one in line.steps) == list(range(1, len(minutes) + 1))


def test_whole_minutes_and_hours_lie_exactly_on_their_limits() -> None:
    assert (in_unit(300, "min"), in_unit(18, "min"), in_unit(360, "h")) == (5.0, 0.3, 0.1)
    assert in_unit(300, "rings") is None
    assert figure_of(step(), Given(number=3.0)) == 3.0


def test_a_running_step_is_overdue_only_behind_its_limit() -> None:
    assert not overdue(step(), at(0), at(5)) and overdue(step(), at(0), at(5 + 1 / 60))
    assert not overdue(step(limit=None), at(0), at(500))
    assert not overdue(step(limit=Limit(2, None, "min")), at(0), at(500))
    assert not overdue(step(limit=Limit(None, 3, "rings")), at(0), at(500))


def test_the_digest_of_answers_without_times_is_what_it_always_was() -> None:
    plain = Answer(UUID(int=1), "WALK-01", Given(Verdict.FAIL, note="领口"), NOON, UUID(int=2))
    assert digest_of([plain]) == "c74fda13ac9cd552c3e6ea5f74b8aae0c8cc9d7f70aa5ec86d9b51ea48ad5ecc"
    clocked = Answer(UUID(int=1), "WALK-01", timed(0, 4, Verdict.PASS), NOON, UUID(int=2))
    assert digest_of([clocked]) != digest_of([Answer(UUID(int=1), "WALK-01", timed(0, 5, Verdict.PASS), NOON, None)])
