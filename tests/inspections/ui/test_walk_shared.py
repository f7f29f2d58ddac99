"""Walking beside another window, finishing, giving up, and what is seen of an answer. With real keys on a real file."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from tests.builders import Group, a_pack
from tests.inspections.ui.conftest import Hand, Told, Walking

from qualitydesk.basics.phrases import say
from qualitydesk.inspections.model import Given, RoundState, Verdict
from qualitydesk.kit.prompts import PromptDialog
from qualitydesk.kit.theme import tokens

PASS, FAIL = Given(Verdict.PASS), Given(Verdict.FAIL)


def given(house: Group, round_id: UUID, item: int) -> Given | None:
    walk = house.walk(round_id)
    at = walk.stops[0].id
    found = walk.answers.get((at, walk.items[at][item].code))
    return found.given if found else None


def colleague(house: Group, round_id: UUID, item: int, one: Given) -> None:
    """Another window answers an item of the first person."""
    walk = house.walk(round_id)
    at = walk.stops[0].id
    house.rounds.record_answer(round_id, at, walk.items[at][item], one, house.by())


def overtaken(hand: Hand, qtbot: QtBot, note: str = "") -> None:
    """The bar says it in plain words, offers the latest and no second try; then the latest is shown."""
    failure = hand.page.failure
    assert failure.isVisible() and "another window or a colleague" in failure.words.text()
    assert failure.retry.isHidden() and failure.reload.text() == "Show the latest"
    assert note in failure.words.text()
    assert hand.page.window().focusWidget() is failure.reload
    QTest.keyClick(failure.reload, Qt.Key.Key_Space)
    qtbot.waitUntil(failure.isHidden)
    hand.settle()


def test_an_answer_given_in_another_window_meanwhile_is_told_and_stands(
    walking: Walking, house: Group, qtbot: QtBot
) -> None:
    round_id = house.begin("walk")
    hand = walking(round_id)
    hand.press("1")
    colleague(house, round_id, 1, Given(Verdict.FAIL, note="theirs"))
    hand.haste("11")
    hand.settle()
    assert hand.at == (0, 1) and given(house, round_id, 1) == Given(Verdict.FAIL, note="theirs")
    assert given(house, round_id, 2) is None, "what was typed behind it was not taken on"
    overtaken(hand, qtbot)
    assert hand.at == (0, 1)
    assert hand.page.side.note.toPlainText() == "theirs"
    hand.press("1")  # seen now, and decided otherwise
    assert given(house, round_id, 1) == Given(Verdict.PASS, note="theirs")


def test_a_note_beside_an_answer_of_another_window_is_kept_to_be_read(
    walking: Walking, house: Group, qtbot: QtBot
) -> None:
    round_id = house.begin("walk")
    hand = walking(round_id)
    colleague(house, round_id, 0, FAIL)
    hand.key("n", wait=False)
    QTest.keyClicks(hand.page.side.note, "my own words")
    hand.key(Qt.Key.Key_Escape)
    overtaken(hand, qtbot, note="my own words")
    assert given(house, round_id, 0) == FAIL


def test_undo_and_all_pass_overwrite_nothing_of_another_window(walking: Walking, house: Group, qtbot: QtBot) -> None:
    round_id = house.begin("walk")
    hand = walking(round_id)
    hand.press("1")
    colleague(house, round_id, 0, FAIL)
    hand.press("z")
    overtaken(hand, qtbot)
    colleague(house, round_id, 2, FAIL)
    hand.press("a")
    hand.answer_question()
    overtaken(hand, qtbot)
    assert [given(house, round_id, at) for at in range(4)] == [FAIL, None, FAIL, None]


def test_own_answers_in_haste_are_never_taken_for_anothers(walking: Walking, house: Group) -> None:
    round_id = house.begin("walk")
    hand = walking(round_id)
    hand.haste("2ff2fzz1fz")
    hand.settle()
    assert hand.page.walker is not None and hand.page.walker.error is None
    for _ in range(3):
        hand.key("n", wait=False)
        QTest.keyClicks(hand.page.side.note, "ab")
        hand.key(Qt.Key.Key_Escape, wait=False)
        hand.haste("2f")
    hand.settle()
    assert hand.page.walker.error is None and hand.page.failure.isHidden()


def test_finishing_over_answers_of_another_window_says_so_and_shows_them(
    walking: Walking, house: Group, qtbot: QtBot
) -> None:
    round_id = house.begin("walk")
    hand = walking(round_id)
    hand.press("11111111")
    before = hand.page.walker
    colleague(house, round_id, 3, FAIL)
    hand.ask_to_finish()
    QTest.keyClick(hand.page.findChildren(PromptDialog)[-1], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: hand.page.walker not in (None, before))
    assert "latest" in hand.answer_question()
    assert house.rounds.round(round_id).state is RoundState.OPEN and hand.page.failure.isHidden()
    assert hand.page.walker is not None and hand.page.walker.course.whole().failed == 1
    with qtbot.waitSignal(hand.page.round_finished):
        hand.ask_to_finish()
        hand.answer_question()
    assert house.rounds.round(round_id).state is RoundState.FINISHED


def test_finishing_without_an_answer_is_refused_in_a_sentence_and_the_walk_goes_on(
    walking: Walking, house: Group, qtbot: QtBot, told: Told
) -> None:
    round_id = house.begin("walk")
    hand = walking(round_id)
    hand.ask_to_finish()
    window = hand.page.window()
    qtbot.waitUntil(lambda: window.findChildren(PromptDialog) != [])
    dialog = window.findChildren(PromptDialog)[0]
    assert dialog.words() == say("zh", "refused.round_unanswered", number=house.rounds.round(round_id).number)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.findChildren(PromptDialog) == [])
    assert hand.page.failure.isHidden() and told.refusals == []
    hand.press("1")
    assert given(house, round_id, 0) == PASS


def test_who_would_leave_while_an_answer_is_not_saved_is_told_so_and_may_try_again(
    walking: Walking, house: Group, told: Told
) -> None:
    round_id = house.begin("walk")
    hand = walking(round_id)
    assert hand.page.leaving_words() is None
    with house.database.transaction() as connection:
        connection.exec_driver_sql(
            "CREATE TRIGGER full BEFORE INSERT ON answers BEGIN SELECT RAISE(ABORT, 'full'); END"
        )
    hand.press("1")
    told.bugs.clear()
    leaving = hand.page.leaving_words()
    assert leaving is not None and leaving[:2] == ("An answer is not saved yet.", "Try again")
    with house.database.transaction() as connection:
        connection.exec_driver_sql("DROP TRIGGER full")
    leaving[2]()
    hand.settle()
    assert hand.page.leaving_words() is None and hand.page.may_leave()
    assert given(house, round_id, 0) == PASS


def test_a_round_is_given_up_with_a_reason_from_where_it_is_walked(
    walking: Walking, house: Group, qtbot: QtBot
) -> None:
    round_id = house.begin("walk")
    hand = walking(round_id)
    hand.press("12")
    give_up = next(one for one in hand.page.findChildren(QPushButton) if one.text() == "Give up round…")
    QTest.mouseClick(give_up, Qt.MouseButton.LeftButton)
    assert house.rounds.round(round_id).number in hand.answer_question(yes=False)
    assert house.rounds.round(round_id).state is RoundState.OPEN
    QTest.mouseClick(give_up, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(hand.page.paused):
        QTest.keyClicks(hand.page.findChildren(PromptDialog)[-1].findChildren(QLineEdit)[0], "power cut")
        hand.answer_question()
    found = house.rounds.round(round_id)
    assert (found.state, found.reason) == (RoundState.ABANDONED, "power cut")
    assert hand.page.walker is None


def ground(button: QPushButton) -> QColor:
    """The colour a button is painted on, a little inside its left edge."""
    return QColor(button.grab().toImage().pixel(6, button.height() // 2))


def test_a_fail_looks_unlike_a_pass_on_words_and_on_marks(walking: Walking, house: Group) -> None:
    house.adopt(a_pack("kinds", 2, kinds=["yes_no", "scale"]), "kinds")
    hand = walking(house.begin("kinds", people=house.people[:1]))
    words, marks = hand.page.board.answers._verdicts, hand.page.board.answers._digits
    hand.press("21")
    assert ground(marks[1]) == tokens().of("danger")
    hand.press("5")
    assert ground(marks[5]) == tokens().of("good") and ground(marks[1]) != tokens().of("danger")
    hand.key(Qt.Key.Key_Up)
    assert ground(words[Verdict.FAIL]) == tokens().of("danger")
    assert hand.page.side.last.property("tone") != "danger"
    hand.press("1")
    hand.key(Qt.Key.Key_Up)
    assert ground(words[Verdict.PASS]) == tokens().of("good") != ground(words[Verdict.FAIL])
