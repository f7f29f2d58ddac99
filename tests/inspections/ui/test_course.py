"""Where an answer leads, what a tally counts, what can be taken back: the walking page's memory by itself."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

from tests.builders import an_item

from qualitydesk.inspections.model import (
    Answer,
    AnswerKind,
    Cursor,
    Given,
    Item,
    Round,
    RoundKind,
    RoundState,
    Stop,
    Target,
    Verdict,
    Walk,
)
from qualitydesk.inspections.ui.walk_view.course import Course, Place, Tally

BEGUN = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)
PASS, FAIL = Given(Verdict.PASS), Given(Verdict.FAIL)


def a_walk(*counts: int, given: dict[tuple[int, int], Given] | None = None, cursor: Place | None = None) -> Walk:
    """Stops of so many plain items each; every third item is a measured one."""
    stops = tuple(
        Stop(UUID(int=at + 1), at, Target.PERSON, UUID(int=100 + at), f"G{at}", f"人{at}", "female", "guide", "导医",
             None, "导医台")
        for at in range(len(counts))
    )  # fmt: skip
    items: dict[UUID, tuple[Item, ...]] = {
        stop.id: tuple(
            an_item(f"P{stop.position}-{at}", AnswerKind.MEASURED if at % 3 == 2 else AnswerKind.YES_NO)
            for at in range(count)
        )
        for stop, count in zip(stops, counts, strict=True)
    }
    answers = {
        (stops[stop].id, items[stops[stop].id][item].code): Answer(
            stops[stop].id, items[stops[stop].id][item].code, one, BEGUN + timedelta(minutes=at), None
        )
        for at, ((stop, item), one) in enumerate((given or {}).items())
    }
    stand = cursor and Cursor(stops[cursor.stop].id, items[stops[cursor.stop].id][cursor.item].code)
    facts = Round(
        UUID(int=9),
        "XJ-1",
        RoundKind.PATROL,
        RoundState.OPEN,
        UUID(int=8),
        "朝阳门诊",
        (),
        (),
        (),
        BEGUN,
        None,
        stand,
        1,
    )
    return Walk(facts, stops, (), items, answers)


def test_it_starts_at_the_cursor_else_at_the_first_open_item() -> None:
    assert Course(a_walk(3, 3, cursor=Place(1, 2))).place == Place(1, 2)
    assert Course(a_walk(3, 3, given={(0, 0): PASS, (0, 1): FAIL})).place == Place(0, 2)
    assert Course(a_walk(1, given={(0, 0): PASS})).place == Place(0, 0)


def test_an_answer_leads_to_the_next_open_item_then_to_the_next_person_then_nowhere() -> None:
    course = Course(a_walk(3, 2, given={(0, 1): PASS, (1, 0): PASS}))
    assert course.next_after(Place(0, 0)) == Place(0, 2)
    assert course.next_after(Place(0, 2)) == Place(1, 1)
    assert course.next_after(Place(1, 1)) is None
    assert course.first_open() == Place(0, 0)


def test_arrows_go_over_into_the_neighbour_and_stop_at_the_ends() -> None:
    course = Course(a_walk(2, 2))
    assert course.beside(-1) == Place(0, 0)
    course.place = Place(0, 1)
    assert course.beside(+1) == Place(1, 0)
    course.place = Place(1, 0)
    assert course.beside(-1) == Place(0, 1)
    course.place = Place(1, 1)
    assert course.beside(+1) == Place(1, 1)


def test_a_tally_counts_verdicts_and_not_notes() -> None:
    course = Course(a_walk(3, given={(0, 0): FAIL, (0, 1): Given(note="先记")}))
    assert course.tally(0) == course.whole() == Tally(1, 3, 1)
    course.put(Place(0, 0), None)
    assert course.tally(0) == Tally(0, 3, 0)
    assert course.judge(Place(0, 1), Given(Verdict.PASS)) and course.tally(0) == Tally(1, 3, 0)
    assert not course.judge(Place(0, 1), Given(Verdict.PASS))


def test_all_remaining_leaves_out_what_needs_a_figure() -> None:
    course = Course(a_walk(4, given={(0, 0): FAIL}))
    assert course.remaining_words(0) == [Place(0, 1), Place(0, 3)]


def test_what_stands_on_disk_can_be_taken_back_newest_first() -> None:
    course = Course(a_walk(3, given={(0, 1): PASS, (0, 0): FAIL, (0, 2): Given(note="先记")}))
    taken = [course.take_back(), course.take_back(), course.take_back()]
    assert [deed.place if deed else None for deed in taken] == [Place(0, 0), Place(0, 1), None]
