"""The route while it is walked: dragged, moved by keys, added to late; on disk at once, and two windows agree on it."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot
from tests.builders import Group
from tests.inspections.ui.conftest import Hand, Shown, Walking

from qualitydesk.inspections.ui.add_stops_dialog import AddStopsDialog
from qualitydesk.inspections.ui.people_choice import PeopleChoice
from qualitydesk.kit.prompts import PromptDialog


@pytest.fixture
def five(house: Group) -> list[UUID]:
    """Five guides in all."""
    house.hire_many(3)
    return house.people


def names(house: Group, round_id: UUID) -> list[str]:
    return [stop.name[0] for stop in house.walk(round_id).stops]


def drag(view: QListView, row: int, to: int, *, below: bool = False) -> None:
    """Carry a row onto the upper (or lower) half of another, as a hand does: in steps."""
    port = view.viewport()
    start = view.visualRect(view.model().index(row, 0)).center()
    goal = view.visualRect(view.model().index(to, 0))
    end = QPoint(goal.center().x(), goal.bottom() - 4 if below else goal.top() + 4)
    QTest.mousePress(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    for part in range(1, 6):
        QTest.mouseMove(port, start + (end - start) * (part / 5))
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)


def test_a_stop_dragged_stands_elsewhere_on_disk_and_the_item_in_view_stays(
    house: Group, five: list[UUID], walking: Walking
) -> None:
    round_id = house.begin("walk")
    assert names(house, round_id) == list("王李张刘陈")
    hand = walking(round_id)
    hand.press("12")
    assert hand.at == (0, 2)
    drag(hand.page.route, 0, 3, below=True)
    hand.settle()
    assert names(house, round_id) == list("李张刘王陈")
    assert hand.at == (3, 2)
    assert hand.page.walker is not None and hand.page.walker.course.stop.name.startswith("王")
    hand.press("1")
    kept = house.walk(round_id)
    assert {code for (stop, code) in kept.answers if stop == kept.stops[3].id} == {"WALK-01", "WALK-02", "WALK-03"}
    drag(hand.page.route, 4, 0)
    hand.settle()
    assert names(house, round_id) == list("陈李张刘王")


def test_a_drag_back_to_where_it_was_changes_nothing_and_is_no_click(
    house: Group, five: list[UUID], walking: Walking
) -> None:
    round_id = house.begin("walk")
    hand = walking(round_id)
    drag(hand.page.route, 2, 2, below=True)
    hand.settle()
    assert names(house, round_id) == list("王李张刘陈")
    assert hand.at == (0, 0)
    assert hand.page.route.currentIndex().row() == 0


def test_ctrl_and_arrows_move_the_person_in_view(house: Group, five: list[UUID], walking: Walking) -> None:
    round_id = house.begin("walk")
    hand = walking(round_id)
    for _ in range(2):
        QTest.keyClick(hand.page.board, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    hand.settle()
    assert names(house, round_id) == list("李张王刘陈")
    assert hand.at == (2, 0)
    QTest.keyClick(hand.page.board, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    hand.settle()
    assert names(house, round_id) == list("李王张刘陈")
    hand.haste("1")
    QTest.keyClick(hand.page.board, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    hand.haste("2")
    hand.settle()
    walk = house.walk(round_id)
    assert [stop.name[0] for stop in walk.stops] == list("王李张刘陈")
    assert {code for (stop, code) in walk.answers if stop == walk.stops[0].id} == {"WALK-01", "WALK-02"}


def test_a_note_being_typed_while_the_route_changes_stays_with_its_item(
    house: Group, five: list[UUID], walking: Walking
) -> None:
    round_id = house.begin("walk")
    hand = walking(round_id)
    assert hand.page.walker is not None
    hand.page.walker.note("领口有污渍")
    QTest.keyClick(hand.page.board, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    hand.page.walker.note("领口有污渍，已提醒")
    hand.settle()
    walk = house.walk(round_id)
    assert [stop.name[0] for stop in walk.stops][:2] == ["李", "王"]
    assert walk.answers[walk.stops[1].id, "WALK-01"].given.note == "领口有污渍，已提醒"
    assert (walk.stops[0].id, "WALK-01") not in walk.answers


def test_another_windows_order_is_not_overwritten_but_told_and_shown(
    house: Group, five: list[UUID], walking: Walking, qtbot: QtBot
) -> None:
    round_id = house.begin("walk")
    mine, other = walking(round_id), walking(round_id)
    drag(other.page.route, 4, 0)
    other.settle()
    drag(mine.page.route, 0, 1, below=True)
    qtbot.waitUntil(lambda: bool(mine.page.findChildren(PromptDialog)))
    qtbot.waitUntil(lambda: mine.page.walker is not None and mine.page.walker.course.stops[0].name.startswith("陈"))
    assert names(house, round_id) == list("陈王李张刘")


def test_a_person_added_late_stands_at_the_end_with_the_time(
    house: Group, five: list[UUID], walking: Walking, qtbot: QtBot
) -> None:
    round_id = house.begin("walk", people=five[:3])
    hand = walking(round_id)
    hand.press("1")
    QTest.keyClick(hand.page.board, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(hand.page.findChildren(AddStopsDialog)))
    (dialog,) = hand.page.findChildren(AddStopsDialog)
    dialog.save_button.click()
    assert set(dialog.problems_shown()) == {"employee_ids"}
    listed = dialog.people.people_list
    assert listed.count() == 2
    listed.setCurrentRow(1)
    listed.setFocus()
    QTest.keyClick(listed, Qt.Key.Key_Space)
    dialog.save_button.click()
    qtbot.waitUntil(lambda: len(house.walk(round_id).stops) == 4)
    hand.settle()
    walk = house.walk(round_id)
    added = walk.stops[3]
    assert added.employee_id == five[4]
    assert added.added_by == house.me and added.added_at is not None
    assert hand.at == (0, 1)
    assert "10:00" in str(hand.page.route.stops.index(3, 0).data(258))
    assert hand.page.side.isVisible()


def test_nobody_left_to_add_is_said(house: Group, walking: Walking, qtbot: QtBot) -> None:
    hand = walking(house.begin("walk"))
    QTest.keyClick(hand.page.board, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(hand.page.findChildren(PromptDialog)))
    assert hand.page.findChildren(AddStopsDialog) == []


def test_people_of_a_new_round_are_dragged_and_moved_by_ctrl_and_arrows(
    house: Group, five: list[UUID], shown: Shown, qtbot: QtBot
) -> None:
    choice = PeopleChoice()
    shown(choice)
    people = house.rounds.suggested_people(house.institution, ["walk"])
    choice.show_people([one for one in people if one.id in five], {})
    choice.tick_all()
    listed = choice.people_list
    assert choice.chosen() == tuple(five)
    drag(listed, 0, 2, below=True)
    assert choice.chosen() == (five[1], five[2], five[0], five[3], five[4])
    listed.setCurrentRow(2)
    listed.setFocus()
    QTest.keyClick(listed, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert choice.chosen() == (five[1], five[0], five[2], five[3], five[4])


def test_the_keys_of_the_route_are_told_under_f1(walking: Walking, house: Group) -> None:
    hand: Hand = walking(house.begin("walk"))
    assert {"Ctrl+Up", "Ctrl+Down", "Ctrl+N"} <= {key.sequence for key in hand.page.key_table.shown()}


def test_a_round_does_not_end_over_somebody_added_in_another_window(
    house: Group, five: list[UUID], walking: Walking, qtbot: QtBot
) -> None:
    round_id = house.begin("walk", people=five[:1])
    hand = walking(round_id)
    hand.press("1111")
    house.rounds.add_stops(round_id, [five[4]], [], house.by())
    hand.ask_to_finish()
    QTest.keyClick(hand.page.findChildren(PromptDialog)[-1], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: hand.page.walker is not None and len(hand.page.walker.course.stops) == 2)
    assert house.rounds.round(round_id).finished_at is None
