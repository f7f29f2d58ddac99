"""What holds of clocks whatever happens to a case: Hypothesis walks random ways through the steps."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.complaints.clock_facts import STEPS, in_open_hours, reckon, rules
from tests.rulebook.calendars import at, calendar, hours

from qualitydesk.complaints.model.clocks import ClockFacts, ClocksRule, ClockState, Event, Pause, entered, left
from qualitydesk.complaints.rules.clocks import deadlines, frozen, next_due, time_open
from qualitydesk.rulebook.model.days import ListedDay

START = at("2026-09-14 10:00")
MINUTES = st.integers(1, 3 * 24 * 60)


@dataclass
class Walk:
    """A way through the steps as it is drawn."""

    events: list[Event]
    reopenings: list[datetime]
    at: datetime
    step: int = 0

    def leave(self, to: int) -> None:
        if to > self.step:
            self.events += [Event(left(STEPS[n]), self.at) for n in range(self.step, to)]
        if to < len(STEPS):
            self.events.append(Event(entered(STEPS[to]), self.at))
        self.step = to


@st.composite
def walks(draw: st.DrawFn) -> Walk:
    """Forwards mostly, back now and then, skipping, reopened once closed, contacted somewhere; perhaps unfinished."""
    walk = Walk([Event("received", START), Event(entered("received"), START)], [], START)
    for move, minutes in draw(st.lists(st.tuples(st.sampled_from("nnnnbscr"), MINUTES), max_size=18)):
        walk.at += timedelta(minutes=minutes)
        if move == "c":
            walk.events.append(Event("first_contact", walk.at))
        elif move == "r":
            if walk.step > STEPS.index("closed"):
                walk.reopenings.append(walk.at)
                walk.step, to = len(STEPS), draw(st.integers(2, 8))
                walk.events.append(Event(entered(STEPS[to]), walk.at))
                walk.step = to
        elif walk.step < len(STEPS):
            if move == "b" and 0 < walk.step <= STEPS.index("closed"):
                walk.leave(draw(st.integers(0, walk.step - 1)))
            elif move != "b":
                walk.leave(min(walk.step + (2 if move == "s" else 1), len(STEPS)))
    return walk


@st.composite
def cases(draw: st.DrawFn) -> tuple[ClockFacts, datetime]:
    """A case with pauses, and a moment after all that happened to it."""
    walk = draw(walks())
    pauses: list[Pause] = []
    since = START
    for gap, length in draw(st.lists(st.tuples(MINUTES, MINUTES), max_size=3)):
        start = since + timedelta(minutes=gap)
        since = start + timedelta(minutes=length)
        pauses.append(Pause(start, since, "patient_asked"))
    region = draw(st.sampled_from(("beijing", "other")))
    facts = ClockFacts(region, None, tuple(walk.events), tuple(pauses), tuple(walk.reopenings))
    return facts, max(walk.at, since) + timedelta(minutes=draw(MINUTES))


RULES = st.sampled_from([rules(), in_open_hours(), rules(clocks__closing__pausable=True)])


@given(cases(), RULES, st.integers(1, 400))
def test_a_stopped_clock_stays_as_it_was_whatever_time_it_is(
    drawn: tuple[ClockFacts, datetime], using: ClocksRule, later: int
) -> None:
    facts, now = drawn
    first = reckon(facts, now, using)
    second = reckon(facts, now + timedelta(hours=later), using)
    assert first.keys() == second.keys()
    for code, one in first.items():
        if not one.is_open:
            assert second[code] == one


@given(cases(), RULES)
def test_kept_deadlines_survive_any_calendar(drawn: tuple[ClockFacts, datetime], using: ClocksRule) -> None:
    facts, now = drawn
    found = reckon(facts, now, using)
    off = [ListedDay(START.date() + timedelta(days=n), False, own=True) for n in range(0, 60, 2)]
    again = reckon(replace(facts, frozen=frozen(found.values())), now, using, calendar(*off))
    assert {code: one for code, one in again.items() if not one.is_open} == {
        code: one for code, one in found.items() if not one.is_open
    }


@given(cases(), RULES)
def test_a_clock_is_late_exactly_when_it_stopped_after_its_deadline(
    drawn: tuple[ClockFacts, datetime], using: ClocksRule
) -> None:
    facts, now = drawn
    for one in reckon(facts, now, using).values():
        if one.state is ClockState.DROPPED:
            continue
        ended = one.stopped_at or now
        assert (ended > one.due_at) == one.is_missed
        assert one.started_at <= one.due_at
        assert one.due_at >= one.was_due_at  # what does not count never takes time away
        assert one.started_at <= one.half_at <= one.due_at


@given(st.lists(st.tuples(MINUTES, MINUTES), max_size=3), st.booleans(), st.integers(0, 600))
def test_between_start_and_deadline_exactly_the_limit_is_left_unpaused(
    gaps: list[tuple[int, int]], open_hours: bool, delay: int
) -> None:
    entry = START + timedelta(minutes=delay)
    events = (Event("received", START), Event(entered("received"), START), Event(entered("classified"), entry))
    pauses: list[Pause] = []
    since = START
    for gap, length in gaps:
        start = since + timedelta(minutes=gap)
        since = start + timedelta(minutes=length)
        pauses.append(Pause(start, since, "patient_asked"))
    using = in_open_hours(limit=24) if open_hours else rules()
    found = reckon(ClockFacts("beijing", None, events, tuple(pauses)), since, using)["solution"]

    def counted(start: datetime, end: datetime) -> timedelta:
        return hours().open_time_between(start, end) if open_hours else max(timedelta(), end - start)

    cut = [counted(max(one.start, entry), min(one.end or since, found.due_at)) for one in pauses]
    assert counted(entry, found.due_at) - sum(cut, timedelta()) == timedelta(hours=24)


@given(walks(), st.integers(0, 5000))
def test_a_case_is_open_no_longer_than_it_exists(walk: Walk, more: int) -> None:
    now = walk.at + timedelta(minutes=more)
    facts = ClockFacts("beijing", None, tuple(walk.events), (), tuple(walk.reopenings))
    open_for = time_open(facts, now)
    assert timedelta() <= open_for <= now - START
    if not walk.reopenings and walk.step <= STEPS.index("closed"):
        assert open_for == now - START


@given(cases())
def test_the_next_due_is_open_and_no_open_watched_clock_comes_before_it(drawn: tuple[ClockFacts, datetime]) -> None:
    facts, now = drawn
    found = deadlines(rules(), facts, calendar(), hours(), now)
    first = next_due(found)
    watched = [one for one in found if one.is_open and one.state is not ClockState.RESTING]
    watched = [one for one in watched if one.rule.code not in ("money_arrival", "after_call")]
    assert (first is None) == (not watched)
    if first is not None:
        assert all(first.due_at <= one.due_at for one in watched)


@given(cases())
def test_at_most_one_run_of_a_clock_is_open(drawn: tuple[ClockFacts, datetime]) -> None:
    facts, now = drawn
    found = deadlines(rules(), facts, calendar(), hours(), now)
    for rule in rules().clocks:
        runs = sorted((one for one in found if one.rule.code == rule.code), key=lambda one: one.run)
        assert [one.run for one in runs] == list(range(1, len(runs) + 1))
        assert not any(one.is_open for one in runs[:-1])
