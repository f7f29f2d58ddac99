"""The next round suggested: pure rules."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from qualitydesk.inspections.model.calendar import Seen
from qualitydesk.inspections.model.suggesting import HouseFacts, Overdue, Suggestion, Weakness, Why
from qualitydesk.inspections.rules import sampling
from qualitydesk.inspections.rules.suggesting import suggest
from qualitydesk.inspections.ui.plan_calendar.reasons import names_words, reason_words
from qualitydesk.rulebook.model.planning import Suggesting

TODAY = date(2026, 11, 21)
RULE = Suggesting()
HALL = UUID(int=900)


def person(at: int, days: int | None = 0) -> Seen:
    last = None if days is None else TODAY - timedelta(days=days)
    return Seen(UUID(int=at), f"员工{at}", f"G{at:03d}", "导医", "导医台", last)


def facts(
    *people: Seen, rechecks: tuple[Overdue, ...] = (), weak: tuple[Weakness, ...] = (), due: int = 0
) -> HouseFacts:
    day = date(2026, 11, 22) if due else None
    return HouseFacts(UUID(int=1), "朝阳门诊", "patrol", due, day, 0, rechecks, weak, people, {HALL: "大厅"})


def whys(found: Suggestion) -> dict[UUID, tuple[Why, ...]]:
    return {one.id: one.why for one in found.chosen}


def weakness(*who: int) -> Weakness:
    return Weakness("A-01", {"zh": "淡妆上岗", "en": "Make-up"}, 3, tuple(UUID(int=at) for at in who))


def test_rechecks_come_first_then_who_fails_again_then_the_longest_unseen() -> None:
    people = [person(at, 3) for at in range(1, 20)] + [person(20, None), person(21, 60), person(22, 40)]
    recheck = (Overdue("ZG-1", UUID(int=5), "A-02"), Overdue("ZG-1", HALL, "B-01"))
    found = suggest(facts(*people, rechecks=recheck, weak=(weakness(7, 21),)), RULE, TODAY, 1)
    firm = [one.id.int for one in found.chosen if Why.RANDOM not in one.why and not one.place]
    assert firm == [5, 21, 7, 20, 22]
    assert whys(found)[UUID(int=21)] == (Why.REPEAT, Why.UNSEEN)
    assert found.places == (HALL,) and found.items == {"A-01", "A-02", "B-01"}
    assert len(found.people) == RULE.people and found.draw is not None and len(found.draw.drawn) == 7


def test_the_random_share_is_kept_even_where_many_are_unseen() -> None:
    found = suggest(facts(*(person(at, None) for at in range(1, 41))), RULE, TODAY, 3)
    by_lot = [one for one in found.chosen if one.why == (Why.RANDOM,)]
    assert len(found.people) == 12 and len(by_lot) == 3  # a fifth of twelve, rounded up


def test_everybody_due_to_be_checked_again_comes_along_beyond_the_usual_size() -> None:
    people = [person(at) for at in range(1, 31)]
    due = tuple(Overdue(f"ZG-{at}", UUID(int=at), "A-01") for at in range(1, 16))
    found = suggest(facts(*people, rechecks=due), RULE, TODAY, 1)
    assert {UUID(int=at) for at in range(1, 16)} <= set(found.people)


def test_without_any_reason_it_is_said_that_a_draw_makes_the_round() -> None:
    found = suggest(facts(*(person(at) for at in range(1, 31))), RULE, TODAY, 1)
    assert found.reasons[0].why is Why.NONE
    assert all(one.why == (Why.RANDOM,) for one in found.chosen) and len(found.chosen) == 12


@given(
    st.lists(st.one_of(st.none(), st.integers(0, 400)), min_size=0, max_size=60),
    st.lists(st.integers(1, 70), max_size=10),
    st.lists(st.integers(1, 70), max_size=10),
    st.integers(0, 2**31 - 1),
    st.integers(1, 40),
    st.integers(0, 100),
)
def test_a_suggestion_is_sound_whatever_the_facts(
    days: list[int | None], due: list[int], weak: list[int], seed: int, most: int, percent: int
) -> None:
    people = [person(at, gone) for at, gone in enumerate(days, 1)]
    rule = Suggesting(people=most, random_percent=percent)
    rechecks = tuple(Overdue(f"ZG-{at}", UUID(int=at), "A-02") for at in due)
    known = facts(*people, rechecks=rechecks, weak=(weakness(*dict.fromkeys(weak)),))
    found = suggest(known, rule, TODAY, seed)
    assert found == suggest(known, rule, TODAY, seed)
    there = {one.employee_id for one in people}
    assert len(set(found.people)) == len(found.people) and set(found.people) <= there
    assert {UUID(int=at) for at in due} & there <= set(found.people)
    assert len(found.people) <= max(most, len(set(due)))
    assert len(found.people) >= min(most, len(people))
    if found.draw is not None:
        assert sampling.holds(found.draw) and set(found.draw.drawn) <= set(found.people)
    for language in ("zh", "en"):
        assert all(reason_words(reason, language) for reason in found.reasons)


def test_many_names_are_cut_and_counted() -> None:
    names = [f"员工{at}" for at in range(1, 10)]
    assert names_words(names, "zh").endswith("员工6等 9 人")
    assert names_words(names, "en").endswith("员工6 and 3 more")
    assert names_words(names[:2], "zh") == "员工1、员工2"
