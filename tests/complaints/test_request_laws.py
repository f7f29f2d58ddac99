"""Whatever is done with a request, in any order and by anybody: its state, its clock and its timeline agree."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.complaints.desk import Desk, a_desk

from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.errors import Refused
from qualitydesk.complaints.model.requests import UNANSWERED, AnswerDraft, Request, RequestState, RequestVerb
from qualitydesk.complaints.rules.requests import TABLE, open_to
from qualitydesk.storage.database import Database

START = datetime(2026, 3, 2, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
PEOPLE = ("guide", "other", "keeper", "cashier", "director", None)
MOVES = st.tuples(st.sampled_from(list(RequestVerb)), st.sampled_from(PEOPLE), st.integers(0, 120))


@pytest.fixture
def lite(sqlite_database: Database, clock: FixedClock) -> Desk:
    clock.set(START)
    return a_desk(sqlite_database, clock)


def person(desk: Desk, name: str | None) -> UUID | None:
    if name is None:
        return None
    own = getattr(desk, name, None)
    return own if isinstance(own, UUID) else getattr(desk.house, name)


def do(desk: Desk, request_id: UUID, verb: RequestVerb, who: UUID | None) -> None:
    """The verb, refused or not; nobody decides when `who` is None."""
    found, asked = desk.request(request_id), desk.requests
    seen, by = found.line.revision, desk.house.by(who) if who else By(None, desk.house.me)
    other = desk.finance if found.line.asked_id == desk.logistics else desk.logistics
    if verb is RequestVerb.ACCEPT:
        asked.accept(request_id, seen, by)
    elif verb is RequestVerb.PASS_ON:
        asked.pass_on(request_id, seen, other, "另一科室的事", by)
    elif verb is RequestVerb.ANSWER:
        asked.answer(request_id, seen, AnswerDraft("已办理"), by)
    elif verb is RequestVerb.CONFIRM:
        asked.confirm(request_id, seen, "", by)
    elif verb is RequestVerb.RETURN:
        asked.send_back(request_id, seen, "没有解决", by)
    elif verb is RequestVerb.WITHDRAW:
        asked.withdraw(request_id, seen, "不再需要", by)
    elif verb is RequestVerb.NOTE:
        asked.add_note(request_id, "催办", by)


def agrees(found: Request) -> None:
    """One clock runs exactly while an answer is owed; each answer stopped one; what is told adds up."""
    line, verbs = found.line, [one.verb for one in found.timeline]
    running = [one for one in found.clocks if one.is_open]
    assert len(running) == (1 if line.state in UNANSWERED else 0)
    assert len(found.clocks) == 1 + line.returned
    assert verbs.count("answer") == line.returned + (line.state in (RequestState.ANSWERED, RequestState.CLOSED))
    assert (line.answered_at is not None) == (line.state in (RequestState.ANSWERED, RequestState.CLOSED))
    assert (line.closed_at is not None) == (line.state in (RequestState.CLOSED, RequestState.WITHDRAWN))
    assert line.missed == any(one.is_missed and one.stopped_at is not None for one in found.clocks)
    assert line.due_at == max(found.clocks, key=lambda one: one.run).due_at
    assert found.answered_by_id != line.asker_id


@given(st.lists(MOVES, max_size=12))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_state_clock_and_timeline_agree_on_every_path(
    lite: Desk, moves: list[tuple[RequestVerb, str | None, int]]
) -> None:
    lite.house.clock.set(START)
    request_id = lite.ask()
    for verb, name, hours in moves:
        lite.house.later(hours=hours)
        before = lite.request(request_id)
        stopped = {one.id: one for one in before.clocks if not one.is_open}
        try:
            do(lite, request_id, verb, person(lite, name))
        except Refused:
            assert lite.request(request_id) == before  # a refused verb leaves nothing behind
        after = lite.request(request_id)
        agrees(after)
        assert after.timeline[: len(before.timeline)] == before.timeline
        assert stopped.items() <= {one.id: one for one in after.clocks}.items()  # what has stopped never moves


def test_no_state_but_the_last_two_is_a_dead_end() -> None:
    aside = {RequestVerb.NOTE, RequestVerb.ATTACH}
    ends = {state for state in RequestState if not set(open_to(state)) - aside}
    assert ends == {RequestState.CLOSED, RequestState.WITHDRAWN}
    assert {row.to for row in TABLE.values() if row.to} == set(RequestState)
