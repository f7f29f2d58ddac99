"""Whose note it is: the item just failed, as F means it too; else the item in view. With real keys on a real file."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.builders import Group
from tests.inspections.ui.conftest import Hand, Walking

from qualitydesk.inspections.model import Given, Verdict

JUST_FAILED = "the item just failed"


def given(house: Group, round_id: UUID, item: int, stop: int = 0) -> Given | None:
    walk = house.walk(round_id)
    at = walk.stops[stop].id
    found = walk.answers.get((at, walk.items[at][item].code))
    return found.given if found else None


def note(hand: Hand, text: str) -> None:
    """N, the words, Esc."""
    hand.key("n", wait=False)
    assert QApplication.focusWidget() is hand.page.side.note
    QTest.keyClicks(hand.page.side.note, text)
    hand.key(Qt.Key.Key_Escape)


def heading(hand: Hand) -> tuple[str, str]:
    """What stands above the note: whose it is, and whether that is another item than the one in view."""
    side = hand.page.side
    return side.whose.text(), "" if side.elsewhere.isHidden() else side.elsewhere.text()


def title(house: Group, round_id: UUID, item: int) -> str:
    walk = house.walk(round_id)
    return f"Note: {walk.items[walk.stops[0].id][item].title['zh']}"


def test_after_a_fail_n_and_f_both_mean_the_item_just_failed(walking: Walking, house: Group) -> None:
    round_id = house.begin("walk")
    hand = walking(round_id)
    hand.press("2f")
    assert heading(hand) == (title(house, round_id, 0), JUST_FAILED)
    note(hand, "left pocket")
    assert given(house, round_id, 0) == Given(Verdict.FAIL, note="left pocket", fixed=True)
    assert given(house, round_id, 1) is None
    assert hand.at == (0, 1) and hand.page.board.hasFocus()
    hand.press("1")
    assert given(house, round_id, 1) == Given(Verdict.PASS), "the next answer has no note of the item before"
    assert heading(hand) == (title(house, round_id, 2), "")


def test_a_note_before_f_keeps_both(walking: Walking, house: Group) -> None:
    round_id = house.begin("walk")
    hand = walking(round_id)
    hand.press("2")
    note(hand, "loose")
    hand.press("f")
    assert given(house, round_id, 0) == Given(Verdict.FAIL, note="loose", fixed=True)
    hand.press("z")
    assert given(house, round_id, 0) == Given(Verdict.FAIL, note="loose")
    hand.press("z")  # the note stays when the verdict goes
    assert hand.at == (0, 0) and given(house, round_id, 0) == Given(note="loose")


def test_an_arrow_goes_on_to_the_item_in_view_for_n_and_f(walking: Walking, house: Group) -> None:
    round_id = house.begin("walk")
    hand = walking(round_id)
    hand.press("2")
    hand.key(Qt.Key.Key_Down)
    assert heading(hand) == (title(house, round_id, 2), "") and not hand.page.side.fixed.isEnabled()
    hand.press("f")
    note(hand, "third")
    assert given(house, round_id, 2) == Given(note="third")
    assert given(house, round_id, 0) == Given(Verdict.FAIL)


def test_after_a_pass_or_an_undo_n_means_the_item_in_view(walking: Walking, house: Group) -> None:
    round_id = house.begin("walk")
    hand = walking(round_id)
    hand.press("21z")  # stands on the second again; the first failed two keys ago
    assert hand.at == (0, 1) and heading(hand) == (title(house, round_id, 1), "")
    note(hand, "second")
    assert given(house, round_id, 1) == Given(note="second") and given(house, round_id, 0) == Given(Verdict.FAIL)


def test_the_note_of_the_person_before_names_him(walking: Walking, house: Group) -> None:
    round_id = house.begin("walk")
    hand = walking(round_id)
    hand.press("1112")
    assert hand.at == (1, 0)
    words, whose = heading(hand)
    assert whose == JUST_FAILED and house.walk(round_id).stops[0].name in words
    note(hand, "torn")
    assert given(house, round_id, 3) == Given(Verdict.FAIL, note="torn")
    assert given(house, round_id, 0, stop=1) is None


def test_a_note_begun_before_the_answer_is_on_disk_stays_with_its_item(walking: Walking, house: Group) -> None:
    for key in "12":
        round_id = house.begin("walk")
        hand = walking(round_id)
        with house.database.transaction():  # nobody else can write now
            hand.haste(f"{key}n")
            QTest.keyClicks(hand.page.side.note, "ab")
            assert hand.at == (0, 0)
        QTest.qWait(20)
        QTest.keyClicks(hand.page.side.note, "cd")
        hand.settle()
        assert hand.at == (0, 1) and hand.page.side.note.toPlainText() == "abcd"
        assert heading(hand)[0] == title(house, round_id, 0) and heading(hand)[1]
        hand.key(Qt.Key.Key_Escape)
        found = given(house, round_id, 0)
        assert found is not None and found.note == "abcd" and given(house, round_id, 1) is None


def test_an_answer_clicked_while_the_note_has_the_focus_takes_the_note_along(
    walking: Walking, house: Group, qtbot: QtBot
) -> None:
    round_id = house.begin("walk")
    hand = walking(round_id)
    hand.press("2n")
    QTest.keyClicks(hand.page.side.note, "first")
    pass_button = hand.page.board.answers._verdicts[Verdict.PASS]
    QTest.mouseClick(pass_button, Qt.MouseButton.LeftButton)
    hand.settle()
    assert hand.at == (0, 2) and heading(hand) == (title(house, round_id, 2), "")
    assert hand.page.side.note.toPlainText() == ""
    assert given(house, round_id, 0) == Given(Verdict.FAIL, note="first")
    assert given(house, round_id, 1) == Given(Verdict.PASS)


def test_a_note_on_the_failed_item_saves_itself_while_the_next_is_answered(walking: Walking, house: Group) -> None:
    round_id = house.begin("walk")
    hand = walking(round_id)
    hand.press("2n")
    QTest.keyClicks(hand.page.side.note, "quick")
    hand.key(Qt.Key.Key_Escape, wait=False)
    hand.haste("12")
    hand.settle()
    assert [given(house, round_id, at) for at in range(3)] == [
        Given(Verdict.FAIL, note="quick"),
        Given(Verdict.PASS),
        Given(Verdict.FAIL),
    ]
