"""The walking page by mouse and finger, on narrow screens, with two inspectors, and taken up again after a rest."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.builders import Group, a_pack
from tests.inspections.ui.conftest import Hand, Walking
from tests.inspections.ui.test_walk_steps import steps_pack

from qualitydesk.basics.clock import FixedClock
from qualitydesk.inspections.model import Given, RoundDraft, RoundKind, Verdict
from qualitydesk.kit.theme import WALK

KINDS = ["yes_no", "partly", "scale", "measured", "count", "step"]
NARROW = 1024 - 168  # a small screen without the rail


def click(hand: Hand, widget: QWidget) -> None:
    assert widget.isVisible() and widget.isEnabled()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(widget.width() // 2, widget.height() // 2))
    hand.settle()


def press(hand: Hand, sign: str) -> None:
    """The answer's button that says this sign."""
    made = hand.page.board.answers.findChildren(QPushButton)
    click(hand, next(one for one in made if one.isVisible() and one.text().split(" ")[0] == sign))


def resize(hand: Hand, width: int, height: int = 670) -> None:
    hand.page.window().resize(width, height)
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


def of_all_kinds(house: Group) -> UUID:
    house.adopt(a_pack("kinds", 6, kinds=KINDS), "kinds")
    return house.begin("kinds", people=house.people[:1])


def answers(house: Group, round_id: UUID) -> list[Given | None]:
    walk = house.walk(round_id)
    stop = walk.stops[0].id
    return [walk.answers[stop, i.code].given if (stop, i.code) in walk.answers else None for i in walk.items[stop]]


def test_every_kind_is_answered_by_finger_alone(walking: Walking, house: Group, clock: FixedClock) -> None:
    round_id = of_all_kinds(house)
    hand = walking(round_id)
    board = hand.page.board
    bar, pad = board.answers, board.keypad
    for sign in "134":
        press(hand, sign)
    click(hand, bar.measure)
    for sign in "42.51":
        click(hand, pad.signs[sign])
    click(hand, pad.back)
    assert bar.measure.text() == "42.5"
    press(hand, "Enter")
    assert not pad.isVisible(), "the next item begins without it"
    click(hand, bar.seen)
    for sign in "10":
        click(hand, pad.signs[sign])
    click(hand, bar.failed)
    click(hand, pad.signs["2"])
    press(hand, "Enter")
    click(hand, board.step.button)
    clock.advance(timedelta(minutes=2))
    click(hand, board.step.button)
    press(hand, "1")
    found = answers(house, round_id)
    assert [one.verdict for one in found if one] == [
        Verdict.PASS, Verdict.PARTLY, Verdict.PASS, Verdict.PASS, Verdict.FAIL, Verdict.PASS,
    ]  # fmt: skip
    assert found[3] == Given(Verdict.PASS, number=42.5) and found[4] == Given(Verdict.FAIL, seen=10, failed=2)
    assert found[5] is not None and found[5].began is not None and found[5].ended is not None


def test_more_failed_than_seen_is_told_and_not_written(walking: Walking, house: Group) -> None:
    house.adopt(a_pack("counted", 2, kinds=["count"]), "counted")
    round_id = house.begin("counted", people=house.people[:1])
    hand = walking(round_id)
    hand.haste("5")
    hand.key(Qt.Key.Key_Return, wait=False)
    hand.haste("6")
    hand.key(Qt.Key.Key_Return)
    assert hand.page.board.words.text() == "不合格数不能小于 0，也不能多于所查数，请核对。"
    assert hand.page.board.answers.failed.text() == "6" and answers(house, round_id)[0] is None
    hand.page.board.answers.seen.clear()
    hand.key(Qt.Key.Key_Return)
    assert hand.page.board.words.text() == "请先填写查看的数量；一个也没有的，选不适用。"


def test_everything_pressed_is_large_enough_for_a_finger(walking: Walking, house: Group) -> None:
    hand = walking(of_all_kinds(house))
    hand.page.board.step.open_fields()
    for at in range(6):
        click(hand, hand.page.board.answers.measure) if at == 3 else None
        hand.page.board.step.open_fields() if at == 5 else None
        QApplication.processEvents()
        shown = [made for made in hand.page.columns.findChildren(QPushButton) if made.isVisible()]
        small = [f"{one.accessibleName()}: {one.size()}" for one in shown if min(one.width(), one.height()) < WALK]
        cut = [one.text() for one in shown if one.width() < one.minimumSizeHint().width()]
        assert len(shown) > 8 and not small and not cut, (at, small, cut)
        hand.key(Qt.Key.Key_Down)


def test_the_row_of_tools_does_what_its_keys_do(walking: Walking, house: Group) -> None:
    round_id = house.begin("walk")
    hand = walking(round_id)
    tools = hand.page.board.tools
    click(hand, tools.down)
    click(hand, tools.down)
    click(hand, tools.up)
    assert hand.at == (0, 1)
    hand.press("2")
    click(hand, tools.undo)
    assert answers(house, round_id)[1] is None and hand.at == (0, 1)
    click(hand, tools.all_pass)
    assert "4" in hand.answer_question()
    assert [one.verdict for one in answers(house, round_id) if one] == [Verdict.PASS] * 4


def test_on_a_narrow_screen_a_panel_gives_way_and_comes_back_by_its_key(walking: Walking, house: Group) -> None:
    house.adopt(steps_pack(), "steps")
    hand = walking(house.begin("steps"))
    columns, page = hand.page.columns, hand.page
    assert columns.shows_route() and columns.shows_side()
    assert page.minimumSizeHint().width() <= NARROW and page.minimumSizeHint().height() <= 640
    resize(hand, NARROW)
    assert page.window().width() == NARROW
    assert columns.shows_side() and not columns.shows_route()
    hand.press("r")
    assert columns.shows_route() and not columns.shows_side()
    assert page.board.tools.route.isChecked() and not page.board.tools.side.isChecked()
    hand.key("n", wait=False)
    assert columns.shows_side() and QApplication.focusWidget() is page.side.note
    QTest.keyClicks(page.side.note, "slow")
    hand.key(Qt.Key.Key_Escape)
    hand.press("e")
    assert not columns.shows_side() and columns.shows_route() and page.board.hasFocus()
    hand.press("r")
    assert not columns.shows_route() and not columns.shows_side()
    click(hand, page.board.tools.side)
    assert columns.shows_side()
    resize(hand, 1198)
    assert columns.shows_side() and not columns.shows_route(), "put away by hand, it stays away"
    hand.press("r")
    assert columns.shows_route()


def test_without_the_side_panel_the_count_stands_beside_the_number(walking: Walking, house: Group) -> None:
    hand = walking(house.begin("walk"))
    hand.press("e2")
    assert "1 of 8 answered · 1 failed" in hand.page._note.text()
    hand.press("e")
    assert "answered" not in hand.page._note.text()


def test_two_inspectors_answer_in_turn_by_one_key(walking: Walking, house: Group, tools: object) -> None:
    second = house.hire("G009", "贺明远")
    draft = RoundDraft(RoundKind.PATROL, house.institution, (house.me, second), ("walk",), tuple(house.people[:2]))
    round_id = house.rounds.open_round(draft, house.by()).value
    hand = walking(round_id)
    assert hand.page.side.who.isVisible() and "李敏" in hand.page.side.who.text()
    hand.press("1i")
    assert "贺明远" in hand.page.side.who.text()
    hand.press("2")
    click(hand, hand.page.side.who)
    hand.press("1")
    told = sorted(house.walk(round_id).answers.values(), key=lambda answer: answer.item_code)
    assert [answer.answered_by for answer in told] == [house.me, second, house.me]


def test_taken_up_again_the_inspector_who_answered_last_goes_on(
    walking: Walking, house: Group, clock: FixedClock, qtbot: QtBot
) -> None:
    second = house.hire("G009", "贺明远")
    draft = RoundDraft(RoundKind.PATROL, house.institution, (house.me, second), ("walk",), tuple(house.people[:2]))
    round_id = house.rounds.open_round(draft, house.by()).value
    hand = walking(round_id)
    hand.press("1i")
    clock.advance(timedelta(seconds=5))
    hand.press("2")
    hand.key(Qt.Key.Key_Escape)
    again = walking(round_id)  # a page of its own, as after a new start
    assert "贺明远" in again.page.side.who.text()
    clock.advance(timedelta(seconds=5))
    again.press("1")
    told = sorted(house.walk(round_id).answers.values(), key=lambda answer: answer.answered_at)
    assert [answer.answered_by for answer in told] == [house.me, second, second]
    again.press("i")
    again.page.open_walk(round_id)  # the latest is shown: who answers here stays
    qtbot.waitUntil(lambda: again.page.walker is not None)
    assert "李敏" in again.page.side.who.text()


def test_with_one_inspector_there_is_nothing_to_switch(walking: Walking, house: Group) -> None:
    hand = walking(house.begin("walk"))
    assert not hand.page.side.who.isVisible()
    hand.press("i")
    assert hand.page.board.words.text() == "本次巡检只有一名检查人。"


def test_a_round_of_yesterday_says_since_when_it_rested(walking: Walking, house: Group, clock: FixedClock) -> None:
    round_id = house.begin("walk")
    hand = walking(round_id)
    assert not hand.page.rested.isVisible()
    clock.advance(timedelta(minutes=10))
    hand.press("12")
    hand.key(Qt.Key.Key_Escape)
    clock.advance(timedelta(hours=17))
    house.adopt(a_pack("walk", 7).replace("edition = 1", "edition = 2"), "walk", number=2)
    again = walking(round_id)
    assert again.at == (0, 2) and len(house.walk(round_id).items[house.walk(round_id).stops[0].id]) == 4
    words = again.page.rested.words()
    assert again.page.rested.isVisible() and "2 of 8 answered" in words
    begun = house.walk(round_id).round.started_at + timedelta(hours=8)
    assert f"{begun + timedelta(minutes=10):%Y-%m-%d %H:%M}" in words and f"{begun:%Y-%m-%d}" in words
    again.press("1")
    assert not again.page.rested.isVisible()


def test_larger_letters_are_asked_for_by_a_key(walking: Walking, house: Group, qtbot: QtBot) -> None:
    hand = walking(house.begin("walk"))
    with qtbot.waitSignal(hand.page.type_toggled):
        hand.press("b")
