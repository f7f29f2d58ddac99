"""A process walked with real keys: the clock of each step, its correction, its verdict, the order really done."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.builders import Group, a_pack
from tests.inspections.ui.conftest import Walking

from qualitydesk.basics.clock import FixedClock
from qualitydesk.inspections.model import Given, Verdict

NOW = datetime(2026, 11, 21, 1, 5, tzinfo=UTC)  # 9:05 on the wall
TIMED = 'kind = "step"\nlimit = { high = 5, unit = "min" }'


def steps_pack(count: int = 4, timed: int = 3) -> str:
    """The first `timed` steps may take five minutes, the others as long as they like."""
    return a_pack("steps", count, kinds=["step"]).replace('kind = "step"', TIMED, timed)


@pytest.fixture
def round_id(house: Group, clock: FixedClock) -> UUID:
    house.adopt(steps_pack(), "steps")
    clock.set(NOW)
    return house.begin("steps", people=house.people[:1])


def given(house: Group, round_id: UUID, item: int) -> Given | None:
    walk = house.walk(round_id)
    at = walk.stops[0].id
    found = walk.answers.get((at, walk.items[at][item].code))
    return found.given if found else None


def later(clock: FixedClock, **span: int) -> None:
    clock.advance(timedelta(**span))


def test_s_begins_and_ends_a_step_and_each_is_on_disk_at_once(
    walking: Walking, house: Group, round_id: UUID, clock: FixedClock
) -> None:
    hand = walking(round_id)
    bar = hand.page.board.step
    assert bar.isVisible() and hand.page.board.hasFocus() and "S" in bar.button.text()
    assert "≤ 5" in bar.span.text()
    hand.press("s")
    assert given(house, round_id, 0) == Given(began=NOW) and hand.at == (0, 0)
    later(clock, minutes=3, seconds=21)
    bar.tick()
    assert bar.time.text() == "3:21"
    hand.press("s")
    done = NOW + timedelta(minutes=3, seconds=21)
    assert given(house, round_id, 0) == Given(Verdict.PASS, 3.35, began=NOW, ended=done)
    assert hand.at == (0, 1), "the limit has judged it: on to the next"
    assert hand.page.walker is not None and hand.page.walker.course.tally(0).answered == 1
    hand.key(Qt.Key.Key_Up)
    assert bar.button.text() == "S  Ended" and not bar.button.isEnabled()
    hand.press("s")
    words = hand.page.board.words.text()
    assert "已经结束" in words and "T" in words and "↓" in words
    assert given(house, round_id, 0).ended == done  # type: ignore[union-attr]
    hand.press("2")
    assert hand.at == (0, 1), "the inspector may still fail it for something else"
    assert given(house, round_id, 0) == Given(Verdict.FAIL, 3.35, began=NOW, ended=done)


def test_s_alone_walks_all_steps_and_one_without_a_limit_waits_for_a_word(
    walking: Walking, house: Group, round_id: UUID, clock: FixedClock
) -> None:
    hand = walking(round_id)
    for minutes in (4, 6, 2):
        hand.press("s")
        later(clock, minutes=minutes)
        hand.press("s")
    assert [one.verdict for at in range(3) if (one := given(house, round_id, at))] == [
        Verdict.PASS, Verdict.FAIL, Verdict.PASS,
    ]  # fmt: skip
    assert hand.at == (0, 3)
    hand.press("s")
    later(clock, minutes=1)
    hand.press("s")
    assert hand.at == (0, 3) and "请按 1 或 2 判定" in hand.page.board.words.text()
    hand.press("1")
    assert not hand.page.end_bar.isHidden()
    hand.press("zz")
    assert hand.at == (0, 3) and given(house, round_id, 3) == Given(began=NOW + timedelta(minutes=12))


def test_a_failed_step_is_fixed_and_noted_after_s_has_led_on(
    walking: Walking, house: Group, round_id: UUID, clock: FixedClock
) -> None:
    hand = walking(round_id)
    hand.press("s")
    later(clock, minutes=9)
    hand.press("sf")
    found = given(house, round_id, 0)
    assert hand.at == (0, 1) and found is not None and found.verdict is Verdict.FAIL and found.fixed


def test_keys_in_haste_end_a_step_and_begin_the_next(
    walking: Walking, house: Group, round_id: UUID, clock: FixedClock
) -> None:
    hand = walking(round_id)
    with house.database.transaction():  # nothing reaches the disk now
        hand.haste("s")
        later(clock, minutes=2)
        hand.haste("ss")
    hand.settle()
    done = NOW + timedelta(minutes=2)
    assert given(house, round_id, 0) == Given(Verdict.PASS, 2.0, began=NOW, ended=done)
    assert given(house, round_id, 1) == Given(began=done) and hand.at == (0, 1)


def test_two_keys_a_step_are_enough(walking: Walking, house: Group, round_id: UUID, clock: FixedClock) -> None:
    hand = walking(round_id)
    for minutes, key in ((4, "1"), (6, "1"), (2, "2"), (9, "1")):
        hand.press("s")
        later(clock, minutes=minutes)
        hand.press(key)
    found = [given(house, round_id, at) for at in range(4)]
    assert [one.verdict for one in found if one] == [Verdict.PASS, Verdict.FAIL, Verdict.FAIL, Verdict.PASS]
    assert [one.number for one in found if one] == [4.0, 6.0, 2.0, None]
    assert found[3] == Given(Verdict.PASS, began=NOW + timedelta(minutes=12), ended=NOW + timedelta(minutes=21))
    assert not hand.page.end_bar.isHidden()


def test_the_key_counts_when_it_is_pressed_and_not_when_its_turn_comes(
    walking: Walking, house: Group, round_id: UUID, clock: FixedClock
) -> None:
    hand = walking(round_id)
    with house.database.transaction():  # nothing reaches the disk now
        hand.haste("s")
        later(clock, minutes=2)
        hand.haste("1")
        later(clock, hours=3)
    hand.settle()
    assert given(house, round_id, 0) == Given(Verdict.PASS, 2.0, began=NOW, ended=NOW + timedelta(minutes=2))


def test_a_running_step_runs_on_when_the_page_is_opened_again(
    walking: Walking, house: Group, round_id: UUID, clock: FixedClock
) -> None:
    walking(round_id).press("s")
    later(clock, minutes=4)
    again = walking(round_id)
    assert again.at == (0, 0) and again.page.board.step.time.text() == "4:00"
    assert "S" in again.page.board.step.button.text() and again.page.board.step.button.isEnabled()
    again.press("z")  # it was no beginning after all
    assert given(house, round_id, 0) is None and again.page.board.step.time.text() == ""


def test_times_are_typed_and_corrected(walking: Walking, house: Group, round_id: UUID) -> None:
    hand = walking(round_id)
    bar = hand.page.board.step
    hand.key("t", wait=False)
    assert QApplication.focusWidget() is bar.began
    hand.haste("0901")
    hand.key("t", wait=False)
    assert QApplication.focusWidget() is bar.ended
    hand.haste("9:0430")
    hand.key(Qt.Key.Key_Return)
    assert "9:05" in hand.page.board.words.text() and given(house, round_id, 0) is None  # told how to type a time
    bar.ended.selectAll()
    hand.haste("9:04:30")
    hand.key(Qt.Key.Key_Return)
    began = NOW - timedelta(minutes=4)
    assert given(house, round_id, 0) == Given(Verdict.PASS, 3.5, began=began, ended=began + timedelta(minutes=3.5))
    assert not bar.fields.isVisible() and hand.page.board.hasFocus()
    hand.key("t", wait=False)
    assert bar.began.text() == "09:01:00" and bar.began.selectedText() == "09:01:00"
    hand.key(Qt.Key.Key_Tab, wait=False)
    hand.haste("085900")
    hand.key(Qt.Key.Key_Return)
    assert hand.page.board.words.text() == "结束时间早于开始时间，请核对。"
    hand.key(Qt.Key.Key_Escape)
    assert hand.page.board.hasFocus() and given(house, round_id, 0).ended == began + timedelta(minutes=3.5)  # type: ignore[union-attr]


def test_a_length_alone_is_enough_and_a_step_not_done_needs_none(
    walking: Walking, house: Group, round_id: UUID
) -> None:
    hand = walking(round_id)
    hand.press("1")
    assert "S" in hand.page.board.words.text() and given(house, round_id, 0) is None
    hand.haste("ttt")
    assert QApplication.focusWidget() is hand.page.board.step.length
    hand.haste("12")
    hand.key(Qt.Key.Key_Return)
    assert given(house, round_id, 0) == Given(Verdict.FAIL, 12.0)
    hand.press("1")
    hand.press("2")
    assert given(house, round_id, 1) == Given(Verdict.FAIL)
    hand.press("-1")
    assert [given(house, round_id, at) for at in (2, 3)] == [Given(Verdict.NOT_APPLICABLE), Given(Verdict.PASS)]


def test_steps_done_out_of_order_are_shown_so(
    walking: Walking, house: Group, round_id: UUID, clock: FixedClock
) -> None:
    hand = walking(round_id)
    for at in (0, 2, 3, 1):
        while hand.at[1] != at:
            hand.key(Qt.Key.Key_Down if hand.at[1] < at else Qt.Key.Key_Up)
        hand.press("s")
        later(clock, minutes=1)
        hand.press("s")
        later(clock, seconds=30)
    assert hand.page.walker is not None
    line = hand.page.walker.course.timeline(0)
    assert [step.order for step in line.steps] == [1, 4, 2, 3]
    assert [step.displaced for step in line.steps] == [False, True, False, False]
    assert [step.gap for step in line.steps] == [None, 30, 30, 30]
    strip = hand.page.board.strip
    while hand.at[1] != 1:
        hand.key(Qt.Key.Key_Up)
    assert strip.isVisible() and "really done as number 4" in strip.accessibleDescription()


def test_a_click_on_the_timeline_goes_to_the_step(walking: Walking, house: Group, round_id: UUID) -> None:
    hand = walking(round_id)
    strip = hand.page.board.strip
    at = strip.cell(3).center()
    assert strip.cell(3).height() >= 44
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(at.x(), at.y()))
    hand.settle()
    assert hand.at == (0, 2)
    QTest.mouseClick(hand.page.board.step.button, Qt.MouseButton.LeftButton)
    hand.settle()
    assert given(house, round_id, 2) == Given(began=NOW)


def test_a_list_of_states_shows_no_clock_and_says_so(walking: Walking, house: Group) -> None:
    hand = walking(house.begin("walk"))
    assert not hand.page.board.strip.isVisible() and not hand.page.board.step.isVisible()
    hand.press("s")
    assert hand.page.board.words.text() == "本项不是流程步骤，不用计时。"
    hand.press("t")
    assert hand.page.board.words.text() == "本项不是流程步骤，不用计时。"


def test_all_remaining_pass_leaves_steps_nobody_watched_alone(walking: Walking, house: Group, round_id: UUID) -> None:
    hand = walking(round_id)
    hand.press("s")
    hand.press("a")
    items = len(next(iter(house.walk(round_id).items.values())))
    assert given(house, round_id, 0) == Given(began=NOW)
    for at in range(1, items):
        known = given(house, round_id, at)
        assert known is None, at


def test_finishing_says_that_a_step_still_runs(walking: Walking, house: Group, round_id: UUID) -> None:
    hand = walking(round_id)
    hand.press("s")
    hand.key(Qt.Key.Key_Down)
    hand.press("2")
    hand.ask_to_finish()
    assert "still being timed" in hand.answer_question(yes=False)


def test_a_step_begun_in_another_window_is_not_begun_again(
    walking: Walking, house: Group, round_id: UUID, clock: FixedClock, qtbot: QtBot
) -> None:
    hand = walking(round_id)
    walk = house.walk(round_id)
    stop = walk.stops[0].id
    house.rounds.record_answer(round_id, stop, walk.items[stop][0], Given(began=NOW), house.by())
    later(clock, minutes=1)
    hand.press("s")
    assert "another window or a colleague" in hand.page.failure.words.text()
    assert given(house, round_id, 0) == Given(began=NOW)
    QTest.keyClick(hand.page.failure.reload, Qt.Key.Key_Space)
    qtbot.waitUntil(hand.page.failure.isHidden)
    hand.settle()
    assert hand.page.board.step.time.text() == "1:00", "theirs runs here, too"
    hand.press("s")
    assert given(house, round_id, 0) == Given(Verdict.PASS, 1.0, began=NOW, ended=NOW + timedelta(minutes=1))


def test_both_windows_end_the_step_at_the_same_second_without_a_quarrel(
    walking: Walking, house: Group, round_id: UUID, clock: FixedClock
) -> None:
    walk = house.walk(round_id)
    stop = walk.stops[0].id
    house.rounds.record_answer(round_id, stop, walk.items[stop][0], Given(began=NOW), house.by())
    hand = walking(round_id)
    later(clock, minutes=2)
    done = Given(began=NOW, ended=clock.now())
    house.rounds.record_answer(round_id, stop, walk.items[stop][0], done, house.by())
    hand.press("s")
    assert hand.page.failure.isHidden() and hand.at == (0, 1)
    hand.key(Qt.Key.Key_Up)
    assert hand.page.board.step.time.text() == "2:00"


def test_a_step_that_runs_out_of_view_is_not_forgotten(walking: Walking, house: Group, clock: FixedClock) -> None:
    house.adopt(steps_pack(), "steps")
    hand = walking(house.begin("steps"))
    hand.press("s")
    running = hand.page.side.running
    assert not running.isVisible()
    hand.key(Qt.Key.Key_Down)
    assert running.isVisible() and "第1项" in running.text()
    hand.key(Qt.Key.Key_Right)
    assert "王导医1" in running.text()
    hand.key(Qt.Key.Key_Left)
    hand.press("1")
    assert not running.isVisible()
