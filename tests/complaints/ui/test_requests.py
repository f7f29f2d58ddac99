"""Internal requests through their pages, by real keys: asked, accepted, answered, sent back, confirmed."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from tests.complaints.desk import Desk, a_desk
from tests.complaints.ui.conftest import Eye, Shown, Told
from tests.hands import in_front, type_words

from qualitydesk.basics.clock import FixedClock
from qualitydesk.complaints.model.requests import RequestFilter, RequestState
from qualitydesk.complaints.ui.clock_row import DerivationDialog
from qualitydesk.complaints.ui.requests import RequestPage, RequestsPage
from qualitydesk.complaints.ui.requests.ask_dialog import AskRequestDialog
from qualitydesk.complaints.ui.requests.step_dialog import RequestStepDialog
from qualitydesk.kit.look import Look
from qualitydesk.kit.tools import Tools
from qualitydesk.storage.database import Database

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def desk(sqlite_database: Database, clock: FixedClock) -> Desk:
    return a_desk(sqlite_database, clock)


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, over: QWidget | None = None) -> None:
    """A key, to whoever has the focus; `over`: the page a dialog has just gone from."""
    assert over is None or in_front(over.window())
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifiers)


def save(dialog: QWidget) -> None:
    assert in_front(dialog)
    QTest.keyClick(dialog, Key.Key_Return, CONTROL)


@pytest.fixture
def page(desk: Desk, tools: Tools, shown: Shown, look: Look) -> RequestsPage:
    made = RequestsPage(tools, desk.requests, desk.house.group.directory, desk.house.clock, desk.house.by)
    shown(made)
    return made


@pytest.fixture
def one(desk: Desk, tools: Tools, shown: Shown, look: Look) -> RequestPage:
    made = RequestPage(tools, desk.requests, desk.house.group.directory, desk.house.clock, desk.house.by)
    shown(made)
    return made


def turn(page: RequestPage, request_id: UUID, eye: Eye) -> None:
    page.show_record(request_id)
    eye.until(lambda: page.found is not None and page.found.line.id == request_id)
    assert in_front(page.window())


def test_a_request_is_asked_by_keys_alone_and_shown(page: RequestsPage, desk: Desk, eye: Eye) -> None:
    wanted: list[UUID] = []
    page.record_wanted.connect(wanted.append)
    eye.until(lambda: bool(page.table.empty_words()))
    assert "New request" in page.table.empty_words()
    QTest.keyClick(page.table, Key.Key_N, CONTROL)
    dialog = eye.dialog(AskRequestDialog)
    save(dialog)  # nothing was said yet
    assert set(dialog.problems_shown()) == {"asked_id", "words"}
    line = dialog.asked.lineEdit()
    assert line is not None
    line.setFocus()
    type_words(line, "后勤")
    dialog.asked.take_typed()
    dialog.words.setFocus()
    type_words(dialog.words, "导医台叫号屏不亮")
    save(dialog)
    eye.until(lambda: bool(wanted))
    found = desk.request(wanted[0])
    assert (found.line.asker, found.line.asked, found.line.words) == ("李敏", "后勤保障部", "导医台叫号屏不亮")
    eye.until(lambda: page.lines.rowCount() == 1)
    assert page.states["unanswered"].text() == "To be answered 1"


def test_the_list_is_narrowed_by_keys_and_enter_opens(page: RequestsPage, desk: Desk, eye: Eye) -> None:
    late = desk.ask()
    desk.house.later(days=8)
    fresh = desk.ask(words="收费窗口排队过长", asked_id=desk.finance)
    page.refresh(frozenset())
    eye.until(lambda: page.lines.rowCount() == 2)
    assert page.sums.overdue.text() == "Overdue: 1" and "1 overdue" in page.sums.sentence.text()
    page.table.setFocus()
    press(Key.Key_O, CONTROL)
    eye.until(lambda: page.lines.rowCount() == 1)
    assert page.wanted() == RequestFilter(unanswered=True, overdue=True)
    wanted: list[UUID] = []
    page.record_wanted.connect(wanted.append)
    page.table.setFocus()
    press(Key.Key_Return)
    assert wanted == [late]
    page.show_all()
    page.search.setFocus()
    type_words(page.search, "排队")
    press(Key.Key_Return)
    eye.until(lambda: page.lines.rowCount() == 1)
    press(Key.Key_Return)
    assert wanted == [late, fresh]
    page.search.setText("没有这样的")
    eye.until(lambda: page.lines.rowCount() == 0)
    assert "Show all" in page.table.empty_words()


def test_only_mine_are_those_i_asked_or_answer(page: RequestsPage, desk: Desk, eye: Eye) -> None:
    desk.ask()
    desk.ask(asker_id=desk.house.me)
    page.refresh(frozenset())
    eye.until(lambda: page.lines.rowCount() == 2)
    page.table.setFocus()
    press(Key.Key_M, CONTROL)
    eye.until(lambda: page.lines.rowCount() == 1)


def test_a_request_goes_its_way_by_keys(one: RequestPage, desk: Desk, eye: Eye) -> None:
    request_id = desk.ask()
    turn(one, request_id, eye)
    assert [verb for verb, made in one.verbs.items() if made.isVisible()] == [
        "note", "attach", "withdraw", "pass_on", "accept", "answer",
    ]  # fmt: skip
    press(Key.Key_A)
    save(eye.dialog(RequestStepDialog))  # the only one of the department is proposed
    eye.until(lambda: one.found.line.state is RequestState.ACCEPTED)
    press(Key.Key_Return, CONTROL, one)  # what comes next
    dialog = eye.dialog(RequestStepDialog)
    save(dialog)
    assert set(dialog.problems_shown()) == {"words"}
    dialog.words.setFocus()
    type_words(dialog.words, "已更换数据线")
    save(dialog)
    eye.until(lambda: one.found.line.state is RequestState.ANSWERED)
    assert one.answer.text() == "已更换数据线"
    press(Key.Key_B, NONE, one)
    dialog = eye.dialog(RequestStepDialog)
    dialog.words.setFocus()
    type_words(dialog.words, "仍不亮")
    save(dialog)
    eye.until(lambda: one.found.line.state is RequestState.ACCEPTED)
    assert one.found.line.returned == 1 and "once more" in one.next.words()
    desk.answer(request_id)
    turn(one, request_id, eye)
    one.refresh(frozenset())
    eye.until(lambda: one.found.line.state is RequestState.ANSWERED)
    press(Key.Key_C, NONE, one)
    save(eye.dialog(RequestStepDialog))
    eye.until(lambda: one.found.line.state is RequestState.CLOSED)
    assert [made.isVisible() for verb, made in one.verbs.items() if verb != "note"] == [False] * 7


def test_who_may_not_answer_is_told_beside_the_field(one: RequestPage, desk: Desk, eye: Eye) -> None:
    request_id = desk.ask()
    turn(one, request_id, eye)
    press(Key.Key_R)
    dialog = eye.dialog(RequestStepDialog)
    dialog.decided_by.choose(desk.house.guide)
    dialog.words.setPlainText("已解决")
    save(dialog)
    eye.until(lambda: bool(dialog.problems_shown()))
    assert dialog.problems_shown() == {
        "decided_by": "本人提出的诉求不能由本人受理或答复，请由“后勤保障部”的其他人办理。"
    }
    assert desk.request(request_id).line.state is RequestState.ASKED


def test_an_answer_given_earlier_wants_its_reason(one: RequestPage, desk: Desk, eye: Eye) -> None:
    request_id = desk.ask()
    given_at = desk.house.later(hours=2)
    desk.house.later(days=8)
    turn(one, request_id, eye)
    press(Key.Key_R)
    dialog = eye.dialog(RequestStepDialog)
    dialog.words.setPlainText("当时已口头答复")
    assert not dialog.at.isVisible()
    dialog.earlier.setFocus()
    press(Key.Key_Space)
    assert dialog.at.isVisible()
    dialog.at.set_moment(given_at)
    save(dialog)
    assert set(dialog.problems_shown()) == {"backdate_reason"}
    dialog.backdate_reason.setText("今日补录")
    save(dialog)
    eye.until(lambda: one.found.line.state is RequestState.ANSWERED)
    assert abs(one.found.line.answered_at - given_at) < timedelta(minutes=1) and not one.found.line.missed


def test_the_clock_tells_how_it_is_reckoned(one: RequestPage, desk: Desk, eye: Eye) -> None:
    turn(one, desk.ask(), eye)
    QTest.mouseClick(one.clocks.buttons[0], Qt.MouseButton.LeftButton)
    dialog = eye.dialog(DerivationDialog)
    words = "\n".join(one.text() for one in dialog.card.findChildren(QLabel))
    assert "3 个工作日" in words and "2026-" in words
    press(Key.Key_Escape)
    eye.gone(DerivationDialog)


def test_a_note_stands_in_the_timeline(one: RequestPage, desk: Desk, eye: Eye, told: Told) -> None:
    request_id = desk.ask()
    turn(one, request_id, eye)
    desk.requests.add_note(request_id, "已电话催办", desk.house.by())
    one.refresh(frozenset())
    eye.until(lambda: one.entries.rowCount() == 2)
    assert one.found.timeline[-1].words == "已电话催办"


def test_the_keys_are_told(one: RequestPage, page: RequestsPage) -> None:
    told = {key.sequence: key.words for shown in (one, page) for key in shown.key_table.bound()}
    assert {"A", "R", "P", "B", "C", "N", "F", "Esc", "Ctrl+N", "Ctrl+O", "Ctrl+M", "Ctrl+F", "Ctrl+E"} <= set(told)
    assert all(told.values())
