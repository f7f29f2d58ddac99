"""A round walked with real keys on a real file: each answer on disk before the next item shows."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.builders import Group, a_pack
from tests.inspections.ui.conftest import Hand, Told, Walking

from qualitydesk.inspections.model import Cursor, Given, RoundState, Verdict
from qualitydesk.inspections.ui.walk_view.route import COUNT
from qualitydesk.kit.prompts import PromptDialog


def verdicts(house: Group, round_id: UUID, stop: int = 0) -> dict[str, str]:
    """What stands on disk for a stop: the end of each item's code and the verdict."""
    walk = house.walk(round_id)
    mine = walk.stops[stop].id
    return {code[-2:]: str(one.given.verdict) for (at, code), one in walk.answers.items() if at == mine}


def given(house: Group, round_id: UUID, stop: int, item: int) -> Given | None:
    walk = house.walk(round_id)
    at = walk.stops[stop].id
    found = walk.answers.get((at, walk.items[at][item].code))
    return found.given if found else None


def note(hand: Hand, text: str) -> None:
    """N, the words, Esc."""
    hand.key("n", wait=False)
    editor = QApplication.focusWidget()
    assert editor is hand.page.side.note
    composed = QInputMethodEvent()
    composed.setCommitString(text)  # as an input method hands over what was composed
    QApplication.sendEvent(editor, composed)
    hand.key(Qt.Key.Key_Escape)


def test_one_key_answers_and_the_next_item_shows(walking: Walking, house: Group) -> None:
    round_id = house.begin("walk")
    hand = walking(round_id)
    hand.press("12-1")
    assert verdicts(house, round_id) == {"01": "pass", "02": "fail", "03": "not_applicable", "04": "pass"}
    assert hand.at == (1, 0)  # the next person by itself


def test_a_long_text_is_read_to_its_end_by_keys_and_the_item_stays(
    walking: Walking, house: Group, qtbot: QtBot
) -> None:
    body = a_pack("long", 2).replace("第1项的标准。", "站在原处看完全过程，逐项核对并记录所见。" * 60)
    house.adopt(body, "long")
    hand = walking(house.begin("long"))
    bar = hand.page.board.card.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    while bar.value() < bar.maximum():
        before = bar.value()
        hand.key(Qt.Key.Key_PageDown)
        assert bar.value() > before and hand.at == (0, 0)
    hand.key(Qt.Key.Key_PageUp)
    assert bar.value() < bar.maximum()
    hand.press("1")
    assert hand.at == (0, 1) and bar.value() == 0


def test_the_next_item_waits_until_the_answer_is_on_disk(walking: Walking, house: Group) -> None:
    round_id = house.begin("walk")
    hand = walking(round_id)
    with house.database.transaction():  # nobody else can write now
        hand.key("1", wait=False)
        QTest.qWait(30)
        assert hand.at == (0, 0)
        assert hand.page.board.answers.marked() is Verdict.PASS  # painted already
        assert hand.page.route.stops.index(0, 0).data(COUNT) == "1/4"
        hand.haste("21")
        assert hand.at == (0, 0)
    hand.settle()
    assert verdicts(house, round_id) == {"01": "pass", "02": "fail", "03": "pass"}
    assert hand.at == (0, 3)


def test_a_whole_round_with_notes_undo_and_the_rest_passed(walking: Walking, house: Group, qtbot: QtBot) -> None:
    round_id = house.begin("walk")
    hand = walking(round_id)
    hand.press("1")
    note(hand, "左袋开线")
    hand.press("2f")
    assert given(house, round_id, 0, 1) == Given(Verdict.FAIL, note="左袋开线", fixed=True)
    hand.press("zz")  # the mark, then the verdict; the note stays
    assert hand.at == (0, 1) and given(house, round_id, 0, 1) == Given(note="左袋开线")
    hand.press("1-1")
    assert hand.at == (1, 0)
    hand.press("z")  # over into the person before
    assert hand.at == (0, 3) and verdicts(house, round_id)["03"] == "not_applicable"
    hand.press("1a")
    assert "4" in hand.answer_question()
    assert verdicts(house, round_id, 1) == dict.fromkeys(("01", "02", "03", "04"), "pass")
    assert not hand.page.end_bar.isHidden()
    with qtbot.waitSignal(hand.page.round_finished) as finished:
        hand.ask_to_finish()
        hand.answer_question()
    assert finished.args == [round_id]
    assert house.rounds.round(round_id).state is RoundState.FINISHED
    assert house.rounds.result(round_id).score.answered == 8


def test_undo_takes_all_remaining_pass_back_as_one(walking: Walking, house: Group) -> None:
    round_id = house.begin("walk")
    hand = walking(round_id)
    hand.press("2a")
    hand.answer_question()
    assert hand.at == (1, 0) and len(verdicts(house, round_id)) == 4
    hand.press("z")
    assert hand.at == (0, 1) and verdicts(house, round_id) == {"01": "fail"}


def test_all_remaining_pass_does_nothing_when_the_question_is_left(walking: Walking, house: Group) -> None:
    round_id = house.begin("walk")
    hand = walking(round_id)
    hand.press("a")
    hand.answer_question(yes=False)
    assert verdicts(house, round_id) == {} and hand.at == (0, 0)


def test_a_round_closed_in_the_middle_is_taken_up_at_the_same_item(
    walking: Walking, house: Group, qtbot: QtBot
) -> None:
    round_id = house.begin("walk")
    hand = walking(round_id)
    hand.press("11")
    hand.key(Qt.Key.Key_Right)
    hand.key(Qt.Key.Key_Down)
    with qtbot.waitSignal(hand.page.paused):
        hand.key(Qt.Key.Key_Escape, wait=False)
    again = walking(round_id)
    assert again.at == (1, 1)
    again.press("2")
    assert verdicts(house, round_id, 1) == {"02": "fail"}
    again.press("zz")  # what was answered before the pause can be undone after it
    assert again.at == (0, 1) and verdicts(house, round_id) == {"01": "pass"}


def test_pausing_in_the_middle_of_a_note_keeps_it(walking: Walking, house: Group, qtbot: QtBot) -> None:
    round_id = house.begin("walk")
    hand = walking(round_id)
    hand.key("n", wait=False)
    QTest.keyClicks(QApplication.focusWidget(), "loose thread")
    assert hand.page.may_leave() is False
    with qtbot.waitSignal(hand.page.paused):
        hand.page.pause()
    assert given(house, round_id, 0, 0) == Given(note="loose thread")
    assert hand.page.may_leave() is True


def test_a_note_saves_itself_soon_after_the_typing_stops(walking: Walking, house: Group, qtbot: QtBot) -> None:
    round_id = house.begin("walk")
    hand = walking(round_id)
    hand.key("n", wait=False)
    QTest.keyClicks(QApplication.focusWidget(), "abc")
    qtbot.waitUntil(lambda: given(house, round_id, 0, 0) == Given(note="abc"), timeout=600)


def test_an_emptied_note_leaves_nothing_behind(walking: Walking, house: Group) -> None:
    round_id = house.begin("walk")
    hand = walking(round_id)
    note(hand, "误记")
    hand.page.side.note.selectAll()
    hand.key("n", wait=False)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
    hand.key(Qt.Key.Key_Escape)
    assert house.walk(round_id).answers == {}


def test_a_long_note_with_an_emoji_is_kept_whole_and_cut_at_the_limit(walking: Walking, house: Group) -> None:
    round_id = house.begin("walk")
    hand = walking(round_id)
    note(hand, "😀" + "，" * 4999)
    found = given(house, round_id, 0, 0)
    assert found is not None and found.note == "😀" + "，" * 4999
    note(hand, "多出来的字")
    found = given(house, round_id, 0, 0)
    assert found is not None and len(found.note) == 5000
    assert hand.page.side.too_long.isVisible(), "what was not taken in is said beside it"


def test_digits_in_a_note_answer_nothing(walking: Walking, house: Group) -> None:
    round_id = house.begin("walk")
    hand = walking(round_id)
    hand.key("n", wait=False)
    QTest.keyClicks(QApplication.focusWidget(), "12-z 3")
    hand.key(Qt.Key.Key_Escape)
    assert given(house, round_id, 0, 0) == Given(note="12-z 3")


def test_full_width_signs_answer_like_plain_ones_and_no_input_method_stands_between(
    walking: Walking, house: Group
) -> None:
    round_id = house.begin("walk")
    hand = walking(round_id)
    for widget in (hand.page, hand.page.board, hand.page.board.answers.measure):
        assert not widget.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert hand.page.side.note.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    hand.press("１２－")
    assert verdicts(house, round_id) == {"01": "pass", "02": "fail", "03": "not_applicable"}


def test_a_key_held_down_is_one_answer(walking: Walking, house: Group) -> None:
    round_id = house.begin("walk")
    hand = walking(round_id)
    hand.press("1")
    for _ in range(3):
        held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier, "1", True)
        QApplication.sendEvent(hand.page.board, held)
    hand.settle()
    assert verdicts(house, round_id) == {"01": "pass"}


def test_partly_is_refused_with_a_sentence_where_the_item_has_none(walking: Walking, house: Group) -> None:
    round_id = house.begin("walk")
    hand = walking(round_id)
    hand.press("3")
    assert "部分合格" in hand.page.board.words.text()
    assert verdicts(house, round_id) == {} and hand.at == (0, 0)


def test_every_kind_is_answered_from_the_keyboard(walking: Walking, house: Group) -> None:
    house.adopt(a_pack("kinds", 5, kinds=["partly", "scale", "measured", "count", "step"]), "kinds")
    round_id = house.begin("kinds", people=house.people[:1])
    hand = walking(round_id)
    hand.press("3")
    hand.press("2")  # on a scale the digit is the mark
    hand.haste("４2.5")
    hand.key(Qt.Key.Key_Return)
    hand.haste("10")
    hand.key(Qt.Key.Key_Return, wait=False)
    hand.haste("2")
    hand.key(Qt.Key.Key_Return)
    hand.press("1")
    assert [given(house, round_id, 0, at) for at in range(5)] == [
        Given(Verdict.PARTLY),
        Given(Verdict.FAIL, number=2.0),
        Given(Verdict.PASS, number=42.5),
        Given(Verdict.FAIL, seen=10, failed=2),
        Given(Verdict.PASS),
    ]


def test_a_measured_item_may_be_not_applicable_and_needs_its_figure(walking: Walking, house: Group) -> None:
    house.adopt(a_pack("kinds", 2, kinds=["measured"]), "kinds")
    round_id = house.begin("kinds", people=house.people[:1])
    hand = walking(round_id)
    hand.key(Qt.Key.Key_Return)
    assert hand.page.board.words.text() == "请先填写数值再确认。" and given(house, round_id, 0, 0) is None
    hand.press("-")
    assert given(house, round_id, 0, 0) == Given(Verdict.NOT_APPLICABLE) and hand.at == (0, 1)
    hand.press("a")
    assert hand.page.findChildren(PromptDialog) == []  # a figure nobody measured is not invented
    assert given(house, round_id, 0, 1) is None


def test_finishing_early_says_how_many_items_are_unanswered(walking: Walking, house: Group, qtbot: QtBot) -> None:
    round_id = house.begin("walk")
    hand = walking(round_id)
    hand.press("111")
    hand.ask_to_finish()
    assert "5" in hand.answer_question(yes=False)
    assert house.rounds.round(round_id).state is RoundState.OPEN


def test_at_the_end_with_gaps_it_leads_back_to_the_first(walking: Walking, house: Group, qtbot: QtBot) -> None:
    round_id = house.begin("walk")
    hand = walking(round_id)
    hand.key(Qt.Key.Key_Right)
    hand.press("1111")
    assert not hand.page.end_bar.isHidden() and not hand.page.end_bar.first_open.isHidden()
    hand.page.end_bar.first_open.click()
    hand.settle()
    assert hand.at == (0, 0) and hand.page.end_bar.isHidden()


def test_a_failure_stops_the_queue_says_so_and_goes_on_when_tried_again(
    walking: Walking, house: Group, told: Told
) -> None:
    round_id = house.begin("walk")
    hand = walking(round_id)
    hand.press("1")
    other = house.walk(round_id)
    with house.database.transaction() as connection:
        connection.exec_driver_sql(
            "CREATE TRIGGER full BEFORE INSERT ON answers BEGIN SELECT RAISE(ABORT, 'full'); END"
        )
    hand.haste("22")
    hand.settle()
    assert other.answers and not hand.page.failure.isHidden()
    assert hand.at == (0, 1) and verdicts(house, round_id) == {"01": "pass"}
    with house.database.transaction() as connection:
        connection.exec_driver_sql("DROP TRIGGER full")
    assert len(told.bugs) == 1  # not the user's matter: reported besides
    told.bugs.clear()
    hand.page.failure.retry.click()
    hand.settle()
    assert hand.page.failure.isHidden()
    assert verdicts(house, round_id) == {"01": "pass", "02": "fail", "03": "fail"}


def test_a_round_finished_in_another_window_takes_no_answer_and_can_be_read_again(
    walking: Walking, house: Group, qtbot: QtBot
) -> None:
    round_id = house.begin("walk")
    hand = walking(round_id)
    hand.press("1")
    house.rounds.finish_round(round_id, house.by())
    hand.press("2")
    assert "XJ-BJC-2026-0001" in hand.page.failure.words.text()
    assert verdicts(house, round_id) == {"01": "pass"}
    hand.page.failure.reload.click()
    qtbot.waitUntil(hand.page.failure.isHidden)
    assert hand.page.walker is not None and hand.page.walker.course.whole().answered == 1


def test_keys_and_focus_are_told_and_seen(walking: Walking, house: Group) -> None:
    hand = walking(house.begin("walk"))
    assert QApplication.focusWidget() is hand.page.board
    told = {key.sequence for key in hand.page.key_table.shown()}
    assert {"1", "2", "3", "-", "N", "F", "Z", "A", "Up", "Down", "Left", "Right", "Esc", "F1"} <= told
    assert "P" not in told
    assert "第1项合格" in hand.page.board.accessibleName()


def test_a_name_of_forty_characters_and_a_rare_one_stand_on_the_route(
    walking: Walking, house: Group, qtmodeltester: object
) -> None:
    house.hire("X1", "张𬱖" * 20)
    round_id = house.begin("walk")
    hand = walking(round_id)
    for _ in range(2):
        hand.key(Qt.Key.Key_Right)
    assert hand.at == (2, 0)
    assert "张𬱖" * 20 in hand.page.board.accessibleName()
    qtmodeltester.check(hand.page.route.stops)  # type: ignore[attr-defined]


def test_the_cursor_on_disk_is_the_item_in_view(walking: Walking, house: Group) -> None:
    round_id = house.begin("walk")
    hand = walking(round_id)
    hand.press("1")
    walk = house.walk(round_id)
    assert walk.round.cursor == Cursor(walk.stops[0].id, walk.items[walk.stops[0].id][1].code)
    hand.key(Qt.Key.Key_Down)
    walk = house.walk(round_id)
    assert walk.round.cursor == Cursor(walk.stops[0].id, walk.items[walk.stops[0].id][2].code)


def test_forty_items_and_ten_people_take_at_most_420_presses_however_fast_they_come(
    walking: Walking, house: Group
) -> None:
    house.hire_many(10)
    house.adopt(a_pack("long", 40, kinds=["yes_no", "partly"]), "long")
    round_id = house.begin("long", people=house.people[2:])
    hand = walking(round_id)
    for person in range(10):
        hand.haste("1" * 20 + "2f" + "1" * 19)
        if person == 4:
            hand.haste("z1")
    hand.settle()
    walk, result = house.walk(round_id), house.rounds.result(round_id)
    assert (result.score.answered, result.score.total, result.score.failed) == (400, 400, 10)
    assert {walk.answers[stop.id, walk.items[stop.id][20].code].given for stop in walk.stops} == {
        Given(Verdict.FAIL, fixed=True)
    }
    assert hand.pressed <= 420
    assert not hand.page.end_bar.isHidden()
