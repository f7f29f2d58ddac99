"""The board: cards in their lanes, walked by arrows; a card goes only where the rules allow, else it is said why."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from tests.complaints.casebook import CaseHouse
from tests.complaints.ui.conftest import Eye, Shown
from tests.hands import in_front

from qualitydesk.complaints.model import LANE_OF, CaseFilter, Channel, Lane, Party, PauseDraft, Step
from qualitydesk.complaints.rules.naming import shortened
from qualitydesk.complaints.ui.board_page import BoardPage
from qualitydesk.complaints.ui.card import texts_of
from qualitydesk.complaints.ui.intaking import Intaking
from qualitydesk.complaints.ui.lane_view import MIME
from qualitydesk.complaints.ui.move_dialog import MoveDialog
from qualitydesk.complaints.ui.step_dialog import CaseStepDialog
from qualitydesk.kit.look import Look
from qualitydesk.kit.prompts import PromptDialog
from qualitydesk.kit.theme import WALK
from qualitydesk.kit.tools import Tools

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


class Board:
    def __init__(self, house: CaseHouse, tools: Tools, eye: Eye, shown: Shown) -> None:
        group = house.group
        intaking = Intaking(tools, house.complaints, house.members, group.directory, house.clock, house.by)
        self.page = BoardPage(tools, house.complaints, group.directory, house.clock, house.by, intaking)
        self.wanted: list[UUID] = []
        self.page.case_wanted.connect(self.wanted.append)
        self._eye = eye
        self.window = shown(self.page)
        eye.rest()

    def numbers(self, lane: Lane) -> list[str]:
        model = self.page.lanes[lane].list.cards
        return [str(model.data(model.index(row))) for row in range(model.rowCount())]

    def drop(self, case_id: UUID, lane: Lane) -> None:
        """Let a card go over a lane."""
        data = QMimeData()
        data.setData(MIME, case_id.bytes)
        plain, left, move = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton, Qt.DropAction.MoveAction
        enter = QDragEnterEvent(QPoint(10, 60), move, data, left, plain)  # Qt lets nothing drop that has not entered
        QApplication.sendEvent(self.page.lanes[lane], enter)
        event = QDropEvent(QPointF(10, 60), move, data, left, plain)
        QApplication.sendEvent(self.page.lanes[lane], event)
        self._eye.rest()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        assert in_front(self.window)
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, modifiers)
        self._eye.rest()


@pytest.fixture
def board(house: CaseHouse, tools: Tools, eye: Eye, shown: Shown, look: Look) -> Board:
    house.open()
    house.open(Step.INVESTIGATED)
    house.open(Step.INVESTIGATED)
    house.open(Step.DRAFTED)
    house.drive(house.open(), None)
    return Board(house, tools, eye, shown)


def test_each_case_is_a_card_in_the_lane_of_its_step(board: Board) -> None:
    assert board.numbers(Lane.RECEIVED) == ["BJC20261101"]
    assert board.numbers(Lane.INVESTIGATING) == ["BJC20261102", "BJC20261103"]
    assert board.numbers(Lane.SOLUTION) == ["BJC20261104"]
    assert board.page.lanes[Lane.INVESTIGATING].head.text() == "调查  2"


def test_empty_lanes_and_done_fold_to_strips(board: Board) -> None:
    folded = {lane for lane, column in board.page.lanes.items() if column.folded}
    assert folded == {Lane.PATIENT, Lane.CLOSING, Lane.AFTER_CARE, Lane.DONE}
    assert board.page.lanes[Lane.DONE].width() == WALK
    assert 168 <= board.page.lanes[Lane.RECEIVED].width() <= 248


def test_a_click_unfolds_done_and_the_key_folds_it_again(board: Board) -> None:
    done = board.page.lanes[Lane.DONE]
    QTest.mouseClick(done.strip, Qt.MouseButton.LeftButton)
    assert not done.folded and done.list.isVisible()
    board.press(Key.Key_D, CONTROL)
    assert done.folded


def test_arrows_go_from_lane_to_lane_over_the_folded_ones_and_enter_opens(board: Board, house: CaseHouse) -> None:
    assert board.page.lanes[Lane.RECEIVED].list.hasFocus()
    board.press(Key.Key_Right)
    board.press(Key.Key_Down)
    assert board.page.lanes[Lane.INVESTIGATING].list.current().number == "BJC20261103"
    board.press(Key.Key_Right)
    assert board.page.lanes[Lane.SOLUTION].list.hasFocus()
    board.press(Key.Key_Right)  # nothing further
    assert board.page.lanes[Lane.SOLUTION].list.hasFocus()
    board.press(Key.Key_Return)
    assert [house.case(one).line.number for one in board.wanted] == ["BJC20261104"]


def test_a_card_let_go_two_lanes_further_stays_and_it_is_said_why(board: Board, house: CaseHouse, eye: Eye) -> None:
    case_id = house.complaints.search("BJC20261102")[0].id
    board.drop(case_id, Lane.PATIENT)
    prompt = eye.dialog(PromptDialog)
    assert "BJC20261102" in prompt.windowTitle()
    assert "3 调查取证" in prompt.words() and "4 分析定性" in prompt.words() and "请记录调查情况" in prompt.words()
    assert house.case(case_id).line.step is Step.INVESTIGATED
    prompt.accept()


def test_a_card_let_go_over_the_next_lane_opens_the_window_of_its_step(
    board: Board, house: CaseHouse, eye: Eye
) -> None:
    case_id = house.complaints.search("BJC20261101")[0].id
    board.drop(case_id, Lane.INVESTIGATING)
    dialog = eye.dialog(CaseStepDialog)
    QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    eye.gone(CaseStepDialog)
    assert house.case(case_id).line.step is Step.INVESTIGATED
    assert house.case(case_id).line.handler_id == house.group.me
    eye.until(lambda: "BJC20261101" in board.numbers(Lane.INVESTIGATING))


def test_a_card_let_go_over_an_earlier_lane_is_sent_back_with_a_reason(
    board: Board, house: CaseHouse, eye: Eye
) -> None:
    case_id = house.complaints.search("BJC20261104")[0].id
    board.drop(case_id, Lane.INVESTIGATING)
    dialog = eye.dialog(MoveDialog)
    QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert set(dialog.problems_shown()) == {"reason"}
    dialog.reason.setPlainText("事实尚有出入")
    QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    eye.gone(MoveDialog)
    page = house.case(case_id)
    assert page.line.step is Step.CLASSIFIED
    assert page.course.visits[-2].reason == "事实尚有出入"


def test_where_no_rule_leads_back_the_steps_that_may_be_are_named(board: Board, house: CaseHouse, eye: Eye) -> None:
    case_id = house.complaints.search("BJC20261104")[0].id
    board.drop(case_id, Lane.RECEIVED)
    prompt = eye.dialog(PromptDialog)
    assert "3 调查取证、4 分析定性" in prompt.words()
    prompt.accept()


def test_ctrl_and_an_arrow_move_a_card_like_dropping_it(board: Board, house: CaseHouse, eye: Eye) -> None:
    board.press(Key.Key_Right, CONTROL)
    dialog = eye.dialog(CaseStepDialog)
    assert "BJC20261101" in dialog.windowTitle()
    dialog.reject()


def test_a_paused_case_does_not_move_and_it_is_said(board: Board, house: CaseHouse, eye: Eye) -> None:
    case_id = house.complaints.search("BJC20261101")[0].id
    revision = house.case(case_id).line.revision
    house.complaints.pause(case_id, revision, PauseDraft("patient_asked"), house.by())
    board.drop(case_id, Lane.INVESTIGATING)
    prompt = eye.dialog(PromptDialog)
    assert "暂停" in prompt.words()
    prompt.accept()


def test_a_card_tells_everything_masked(house: CaseHouse) -> None:
    case_id = house.open(Step.DRAFTED)
    line = house.case(case_id).line
    told = texts_of(line, house.clock.now() + timedelta(hours=30), "zh").told
    for part in (
        "BJC20261101",
        "II",
        "朝阳门诊",
        "王**",
        "电话",
        "李敏",
        "5 制定方案",
        "6 小时",
        "6 天 8 小时",
        "等候时间",
    ):
        assert part in told, part
    assert "王丽华" not in told


def test_filters_narrow_the_cards_and_say_when_nothing_fits(board: Board, eye: Eye) -> None:
    board.page.filters.search.setFocus()
    QTest.keyClicks(board.page.filters.search, "BJC20261104")
    eye.until(lambda: board.numbers(Lane.RECEIVED) == [])
    assert board.numbers(Lane.SOLUTION) == ["BJC20261104"]
    board.page.filters.search.setText("没有这样的投诉")
    eye.until(lambda: board.page._stack.currentIndex() == 2)
    board.page.filters.clear.click()
    eye.until(lambda: len(board.numbers(Lane.INVESTIGATING)) == 2)


def test_an_empty_board_says_what_to_do(house: CaseHouse, tools: Tools, eye: Eye, shown: Shown, look: Look) -> None:
    board = Board(house, tools, eye, shown)
    assert board.page._stack.currentIndex() == 1


def test_the_model_of_a_lane_is_a_sound_model(board: Board, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(board.page.lanes[Lane.INVESTIGATING].list.cards)


def test_every_step_has_a_lane() -> None:
    assert {LANE_OF[step] for step in Step} == set(Lane) - {Lane.DONE}


def test_a_card_of_a_case_that_rests_says_why_and_since_when_and_never_that_it_is_late(house: CaseHouse) -> None:
    case_id = house.open(Step.DRAFTED)
    day = f"{house.clock.now():%m-%d}"
    house.complaints.pause(case_id, house.case(case_id).line.revision, PauseDraft("appraisal"), house.by())
    house.clock.advance(timedelta(days=20))
    line = next(one for one in house.complaints.lines() if one.id == case_id)
    told = texts_of(line, house.clock.now(), "zh").told
    assert f"Paused since {day}" in told and "等待第三方鉴定" in told and "late" not in told


def test_a_pause_that_has_lasted_the_longest_it_may_hides_no_delay(house: CaseHouse) -> None:
    case_id = house.open(Step.DRAFTED)
    house.complaints.pause(case_id, house.case(case_id).line.revision, PauseDraft("consultation"), house.by())
    house.clock.advance(timedelta(days=60))
    line = house.complaints.lines()[0]
    assert line.pause_ends is not None and line.pause_ends < house.clock.now()
    told = texts_of(line, house.clock.now(), "zh").told
    assert "Pause over" in told and "late" in told
    assert [one.id for one in house.complaints.lines(CaseFilter(overdue=True))] == [case_id]


def test_a_case_without_a_name_says_anonymous(house: CaseHouse) -> None:
    case_id = house.complaints.open_case(
        house.draft(anonymous=True, complainant=Party(), channel=Channel.MESSAGE_BOARD), house.by()
    ).value
    line = next(one for one in house.complaints.lines() if one.id == case_id)
    assert "Anonymous" in texts_of(line, house.clock.now(), "zh").told


def test_names_of_institutions_are_told_without_what_all_have_in_common() -> None:
    names = ("安和北京清泉门诊部", "安和北京明湖医院", "安和天津海棠门诊部")
    assert list(shortened(names).values()) == ["北京清泉", "北京明湖医院", "天津海棠"]
    english = ("Anhe Beijing Clear Spring Clinic", "Anhe Tianjin Crab Apple Clinic")
    assert list(shortened(english).values()) == ["Beijing Clear Spring", "Tianjin Crab Apple"]
    assert shortened(("甲院", "乙院")) == {"甲院": "甲院", "乙院": "乙院"}  # one sign alone says nothing
    assert shortened(("朝阳门诊",)) == {"朝阳门诊": "朝阳门诊"}
