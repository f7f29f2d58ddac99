"""A slip's later life by real keys: signed, refused, appealed, decided, closed; many at once; scans dropped in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.hands import in_front, type_over, type_words
from tests.penalties.clinic import BADGE, Clinic
from tests.penalties.test_scans import scan
from tests.penalties.ui.test_penalties_ui import dialog, press, showing, shown, state_of

from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.giving_button import GivingButton
from qualitydesk.kit.prompts import PromptDialog
from qualitydesk.kit.tools import Tools
from qualitydesk.papers.ui.preview_dialog import PreviewDialog
from qualitydesk.penalties.model import (
    AnswerDraft,
    AnswerKind,
    AppealDraft,
    AppealOutcome,
    ApprovalWay,
    SlipLine,
    SlipState,
)
from qualitydesk.penalties.ui.act_dialog import ActDialog
from qualitydesk.penalties.ui.answer_dialog import AnswerDialog
from qualitydesk.penalties.ui.appeal_dialog import AppealDialog
from qualitydesk.penalties.ui.decide_dialog import AppealDecisionDialog
from qualitydesk.penalties.ui.many_dialogs import ApproveManyDialog, CloseManyDialog, IssueManyDialog
from qualitydesk.penalties.ui.scans_dialog import ScansDialog
from qualitydesk.penalties.ui.slip_page import SlipPage
from qualitydesk.penalties.ui.slips_page import SlipsPage

DAY = date(2026, 11, 20)
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def opened(qtbot: QtBot, tools: Tools, desk: Clinic, slip_id: UUID) -> SlipPage:
    page = SlipPage(tools, desk.services.penalties, desk.services.directory, lambda: desk.by)
    shown(qtbot, page)
    page.show_slip(slip_id)
    qtbot.waitUntil(page.preview_button.isVisible)
    return page


Listed = Callable[[int], SlipsPage]


@pytest.fixture
def listing(qtbot: QtBot, tools: Tools, desk: Clinic) -> Listed:
    """The list, once it shows so many slips and rests."""

    def shown_with(rows: int) -> SlipsPage:
        page = SlipsPage(tools, desk.services.penalties, desk.services.directory, lambda: desk.by)
        shown(qtbot, page)
        qtbot.waitUntil(lambda: page.lines.rowCount() == rows and tools.operations.quiet)
        return page

    return shown_with


def second(desk: Clinic) -> SlipLine:
    desk.sanction(DAY - timedelta(days=30), "G1")
    return desk.sanction(DAY, "G1")


def save(qtbot: QtBot, window: DraftDialog) -> None:
    assert in_front(window)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CTRL)


def drop(page: SlipPage | SlipsPage, *paths: Path) -> None:
    """Files let go over the page."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    action, buttons, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(page, QDragEnterEvent(QPoint(40, 40), action, data, buttons, none))
    QApplication.sendEvent(page, QDropEvent(QPointF(40, 40), action, data, buttons, none))


def test_the_signature_is_recorded_by_keys_and_shown(qtbot: QtBot, tools: Tools, desk: Clinic) -> None:
    slip = second(desk)
    page = opened(qtbot, tools, desk, slip.id)
    press(qtbot, page, Qt.Key.Key_G, CTRL)
    asked = dialog(qtbot, AnswerDialog)
    asked.accepts.setChecked(True)
    save(qtbot, asked)
    qtbot.waitUntil(lambda: state_of(desk, slip.id).state is SlipState.ACKNOWLEDGED)
    qtbot.waitUntil(lambda: not page.sign_button.isVisible())
    assert page.appeal_button.isVisible() and not page.close_button.isVisible()
    assert page.view.age.text() == "签收 0 天，可申诉至 2026-11-28" or "可申诉至" in page.view.age.text()


def test_a_refusal_says_beside_its_fields_what_is_missing(
    qtbot: QtBot, tools: Tools, desk: Clinic, tmp_path: Path
) -> None:
    slip = second(desk)
    page = opened(qtbot, tools, desk, slip.id)
    press(qtbot, page, Qt.Key.Key_J, CTRL)
    asked = dialog(qtbot, AnswerDialog)
    save(qtbot, asked)
    assert set(asked.problems_shown()) == {"reason", "witness_id", "files"}
    asked.reason.setFocus()
    type_words(asked.reason, "认为不属实")
    type_over(asked.witness, "LEAD")
    photo = tmp_path / "拒签.jpg"
    photo.write_bytes(b"a photo")
    asked.files.add(photo)
    save(qtbot, asked)
    qtbot.waitUntil(lambda: state_of(desk, slip.id).state is SlipState.REFUSED)
    qtbot.waitUntil(lambda: page.view.file_table.model().rowCount() == 1)
    assert page.sign_button.isVisible() and not page.refuse_button.isVisible()


def test_an_appeal_is_taken_down_and_decided_line_by_line(qtbot: QtBot, tools: Tools, desk: Clinic) -> None:
    slip = second(desk)
    page = opened(qtbot, tools, desk, slip.id)
    press(qtbot, page, Qt.Key.Key_L, CTRL)
    asked = dialog(qtbot, AppealDialog)
    assert asked.late_reason.isHidden() or not asked.late_reason.isVisible()
    asked.words.setFocus()
    type_words(asked.words, "当日库房换发网")
    save(qtbot, asked)
    qtbot.waitUntil(page.decide_button.isVisible)
    assert not page.withdraw_button.isVisible()
    press(qtbot, page, Qt.Key.Key_Return, CTRL)
    deciding = dialog(qtbot, AppealDecisionDialog)
    assert deciding.decided_by.chosen() == desk.people["GM"]
    assert not deciding.amounts[0].isVisible()
    deciding.outcome.choose(AppealOutcome.REDUCED)
    deciding.outcome.picked.emit(AppealOutcome.REDUCED)
    assert deciding.amounts[0].isVisible()
    type_over(deciding.amounts[1], "60")
    deciding.reason.setFocus()
    type_words(deciding.reason, "查证属实，减轻")
    save(qtbot, deciding)
    assert set(deciding.problems_shown()) == {"amounts.1"}
    type_over(deciding.amounts[1], "20")
    save(qtbot, deciding)
    qtbot.waitUntil(lambda: state_of(desk, slip.id).state is SlipState.REDUCED)
    assert state_of(desk, slip.id).total == 12000
    qtbot.waitUntil(lambda: page.view.total.text() == "¥150.00 → ¥120.00")
    assert page.view.payers.row_at(page.view.payers.index(1, 0)).amount == 2000


def test_an_appeal_after_the_last_day_asks_why_it_is_heard(qtbot: QtBot, tools: Tools, desk: Clinic) -> None:
    slip = second(desk)
    desk.clock.set(desk.clock.now() + timedelta(days=9))
    page = opened(qtbot, tools, desk, slip.id)
    qtbot.waitUntil(lambda: "逾期未答复" in page.view.age.text())
    page.appeal_button.click()
    asked = dialog(qtbot, AppealDialog)
    assert asked.late_reason.isVisible()
    asked.words.setFocus()
    type_words(asked.words, "住院期间未收到")
    save(qtbot, asked)
    assert set(asked.problems_shown()) == {"late_reason"}
    type_over(asked.late_reason, "有住院证明")
    save(qtbot, asked)
    qtbot.waitUntil(lambda: state_of(desk, slip.id).state is SlipState.APPEALED)


def test_whoever_had_a_part_in_the_slip_is_not_offered_as_its_judge(qtbot: QtBot, tools: Tools, desk: Clinic) -> None:
    desk.hire("GM2", "闻远", "gm")
    slip = desk.propose(desk.walk(DAY, {"G1": [BADGE]}), "G1")
    desk.services.penalties.approve(slip.id, slip.revision, desk.boss)
    desk.services.penalties.issue(slip.id, slip.revision + 1, desk.boss)
    draft = AppealDraft(desk.people["G1"], desk.services.directory.today(), "不属实")
    desk.services.penalties.appeal(slip.id, state_of(desk, slip.id).revision, draft, desk.by)
    page = opened(qtbot, tools, desk, slip.id)
    page.decide_button.click()
    deciding = dialog(qtbot, AppealDecisionDialog)
    assert [deciding.decided_by.itemText(at)[:2] for at in range(deciding.decided_by.count())] == ["闻远"]
    assert deciding.decided_by.chosen() == desk.people["GM2"]
    deciding.finish()


def test_where_nobody_may_decide_an_appeal_it_says_why(qtbot: QtBot, tools: Tools, desk: Clinic) -> None:
    slip = second(desk)
    draft = AppealDraft(desk.people["G1"], desk.services.directory.today(), "不属实")
    desk.services.penalties.appeal(slip.id, state_of(desk, slip.id).revision, draft, desk.by)
    desk.put_under("HEAD", "ME", DAY)
    desk.retire("GM", desk.services.directory.today() - timedelta(days=1))
    page = opened(qtbot, tools, desk, slip.id)
    page.decide_button.click()
    told = dialog(qtbot, PromptDialog)
    assert "总经理" in told.words()
    told.close()


def three(desk: Clinic) -> list[SlipLine]:
    round_id = desk.walk(DAY, {"G1": [BADGE], "G2": [BADGE], "LEAD": [BADGE]})
    return [desk.propose(round_id, number) for number in ("G1", "G2", "LEAD")]


def test_all_chosen_are_approved_and_issued_by_keys_and_printed_together(
    qtbot: QtBot, listing: Listed, desk: Clinic
) -> None:
    slips = three(desk)
    listed = listing(3)
    press(qtbot, listed, Qt.Key.Key_A, CTRL)
    press(qtbot, listed, Qt.Key.Key_Return, CTRL)
    approving = dialog(qtbot, ApproveManyDialog)
    assert approving.fields.decided_by.chosen() == desk.people["GM"]
    approving.fields.way.choose(ApprovalWay.IN_PERSON)
    save(qtbot, approving)
    qtbot.waitUntil(lambda: showing(ApproveManyDialog) is None)
    assert {state_of(desk, one.id).state for one in slips} == {SlipState.APPROVED}
    qtbot.waitUntil(lambda: "3" in listed.states[SlipState.APPROVED].text())
    qtbot.waitUntil(lambda: listed.tools.operations.quiet and listed.lines.rowCount() == 3)
    press(qtbot, listed, Qt.Key.Key_A, CTRL)
    qtbot.waitUntil(listed.issue_button.isEnabled)
    press(qtbot, listed, Qt.Key.Key_Return, CTRL)
    issuing = dialog(qtbot, IssueManyDialog)
    save(qtbot, issuing)
    printed = dialog(qtbot, PreviewDialog)
    assert "3" in printed.windowTitle()
    printed.close()
    assert {state_of(desk, one.id).state for one in slips} == {SlipState.ISSUED}


def test_what_cannot_be_approved_stays_and_says_why_the_others_go_through(
    qtbot: QtBot, listing: Listed, desk: Clinic
) -> None:
    slips = three(desk)
    listed = listing(3)
    press(qtbot, listed, Qt.Key.Key_A, CTRL)
    lines = listed.chosen(SlipState.PROPOSED)
    desk.services.penalties.withdraw(slips[1].id, slips[1].revision, "误开", desk.by)
    today = desk.services.directory.today()
    allowed = desk.services.penalties.approvers()
    approving = ApproveManyDialog(listed.tools, desk.services.penalties, lines, allowed, today, desk.by, listed)
    approving.open()
    approving.fields.way.choose(ApprovalWay.IN_PERSON)
    save(qtbot, approving)
    qtbot.waitUntil(lambda: len(approving.came()) == 3 and approving.save_button.isEnabled())
    assert [bool(approving.came()[one.id]) for one in slips] == [False, True, False]
    assert "撤销" in approving.came()[slips[1].id]
    assert "完成 2 张" in approving.how_far.text() or "2" in approving.how_far.text()
    approving.reject()
    qtbot.waitUntil(lambda: showing(ApproveManyDialog) is None)


def test_slips_that_are_over_are_closed_together(qtbot: QtBot, listing: Listed, desk: Clinic) -> None:
    desk.sanction(DAY - timedelta(days=30), "G1")
    desk.sanction(DAY - timedelta(days=29), "G2")
    desk.clock.set(desk.clock.now() + timedelta(days=9))
    listed = listing(2)
    press(qtbot, listed, Qt.Key.Key_A, CTRL)
    press(qtbot, listed, Qt.Key.Key_E, CTRL)
    closing = dialog(qtbot, CloseManyDialog)
    save(qtbot, closing)
    qtbot.waitUntil(lambda: showing(CloseManyDialog) is None)
    assert {one.state for one in desk.services.penalties.lines()} == {SlipState.CLOSED}


def test_a_notice_is_published_for_those_chosen_after_a_question(qtbot: QtBot, listing: Listed, desk: Clinic) -> None:
    slip = second(desk)
    listed = listing(2)
    press(qtbot, listed, Qt.Key.Key_A, CTRL)
    qtbot.waitUntil(listed.notice_button.isEnabled)
    press(qtbot, listed, Qt.Key.Key_N, CTRL, SHIFT)
    asked = dialog(qtbot, PromptDialog)
    assert "2" in asked.words()
    qtbot.keyClick(asked, Qt.Key.Key_Return)
    dialog(qtbot, PreviewDialog).close()
    assert desk.services.penalties.sheet(slip.id).notice_number == "RS-BJ-2026-0001"


def test_scans_dropped_on_the_list_find_their_slips_and_sign_them(
    qtbot: QtBot, listing: Listed, desk: Clinic, tmp_path: Path
) -> None:
    slip, other = second(desk), desk.sanction(DAY, "G2")
    read, unread = tmp_path / "IMG_1.jpg", tmp_path / "IMG_2.jpg"
    read.write_bytes(scan(desk.services.penalties.originals([slip.id]), turn=1.5))
    unread.write_bytes(b"no picture")
    listed = listing(3)
    drop(listed, read, unread)
    asked = dialog(qtbot, ScansDialog)
    assert [one.chosen() for one in asked.pickers] == [slip.id, None]
    assert in_front(asked)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CTRL)
    assert set(asked.problems_shown()) == {"slip.1"}
    asked.pickers[1].choose(other.id)
    save(qtbot, asked)
    qtbot.waitUntil(lambda: showing(ScansDialog) is None)
    assert {state_of(desk, one.id).state for one in (slip, other)} == {SlipState.ACKNOWLEDGED}


def test_a_scan_dropped_on_a_slip_is_its_unless_its_code_says_otherwise(
    qtbot: QtBot, tools: Tools, desk: Clinic, tmp_path: Path
) -> None:
    slip, other = second(desk), desk.sanction(DAY, "G2")
    page = opened(qtbot, tools, desk, slip.id)
    plain, foreign = tmp_path / "a.jpg", tmp_path / "b.jpg"
    plain.write_bytes(b"no picture")
    foreign.write_bytes(scan(desk.services.penalties.originals([other.id])))
    drop(page, plain, foreign)
    asked = dialog(qtbot, ScansDialog)
    assert [one.chosen() for one in asked.pickers] == [slip.id, other.id]
    assert asked.field_row("slip.1").hint.text()
    asked.signed.setChecked(False)
    save(qtbot, asked)
    qtbot.waitUntil(lambda: showing(ScansDialog) is None)
    assert [one.name for one in desk.services.penalties.sheet(slip.id).files] == ["a.jpg"]
    assert state_of(desk, slip.id).state is SlipState.ISSUED


def test_the_list_says_how_long_each_slip_waits_and_narrows_to_what_was_answered(
    qtbot: QtBot, listing: Listed, desk: Clinic
) -> None:
    slip = second(desk)
    draft = AnswerDraft(AnswerKind.ACKNOWLEDGED, desk.services.directory.today())
    desk.services.penalties.answer(slip.id, state_of(desk, slip.id).revision, draft, desk.by)
    listed = listing(2)
    qtbot.waitUntil(lambda: listed.states[SlipState.ACKNOWLEDGED].text().endswith("1"))
    qtbot.mouseClick(listed.states[SlipState.ACKNOWLEDGED], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: listed.lines.rowCount() == 1)
    last = listed.lines.index(0, listed.lines.columnCount() - 1).data()
    assert "签收" in last and "可申诉至" in last


def test_an_act_outside_a_round_is_proposed_by_keys_and_what_is_alike_is_asked_about(
    qtbot: QtBot, listing: Listed, desk: Clinic
) -> None:
    listed, wanted = listing(0), []
    listed.slip_wanted.connect(wanted.append)
    press(qtbot, listed, Qt.Key.Key_N, CTRL)
    asked = dialog(qtbot, ActDialog)
    assert in_front(asked)
    assert not asked.other.isVisible() and not asked.reporter.isVisible()
    type_over(asked.employee, "G2")
    asked.words.setFocus()
    type_words(asked.words, "在导医台玩手机")
    qtbot.waitUntil(lambda: bool(asked.outcome.text()))
    save(qtbot, asked)
    qtbot.waitUntil(lambda: len(wanted) == 1)
    (line,) = desk.services.penalties.lines()
    assert (line.source, line.employee_number) == ("observed", "G2")
    press(qtbot, listed, Qt.Key.Key_N, CTRL)
    again = dialog(qtbot, ActDialog)
    type_over(again.employee, "G2")
    qtbot.waitUntil(again.other.isVisible)
    assert line.number in again.alike.text()
    again.words.setFocus()
    type_words(again.words, "又一次")
    save(qtbot, again)
    assert set(again.problems_shown()) == {"other"}
    again.finish()


def test_what_each_pays_before_and_after_an_appeal_stands_in_the_dialog_and_on_the_slip(
    qtbot: QtBot, tools: Tools, desk: Clinic
) -> None:
    slip = second(desk)
    draft = AppealDraft(desk.people["G1"], desk.services.directory.today(), "不属实")
    desk.services.penalties.appeal(slip.id, state_of(desk, slip.id).revision, draft, desk.by)
    page = opened(qtbot, tools, desk, slip.id)
    assert page.view.payer_table.isColumnHidden(4) and page.view.total.text() == "¥150.00"
    page.decide_button.click()
    deciding = dialog(qtbot, AppealDecisionDialog)
    assert deciding.sums.text().splitlines()[-1] == "Together: ¥150.00"
    deciding.outcome.choose(AppealOutcome.UPHELD)
    deciding.outcome.picked.emit(AppealOutcome.UPHELD)
    assert deciding.sums.text().splitlines()[-1] == "Together: ¥150.00（不变）"
    deciding.outcome.choose(AppealOutcome.REDUCED)
    deciding.outcome.picked.emit(AppealOutcome.REDUCED)
    type_over(deciding.amounts[0], "20")
    told = deciding.sums.text().splitlines()
    assert told[0].startswith("员工本人") and told[0].endswith("¥50.00 → ¥20.00")
    assert told[1].endswith("¥50.00（不变）") and told[-1] == "Together: ¥150.00 → ¥120.00"
    deciding.reason.setFocus()
    type_words(deciding.reason, "情节轻微")
    save(qtbot, deciding)
    qtbot.waitUntil(lambda: page.view.total.text() == "¥150.00 → ¥120.00")
    assert not page.view.payer_table.isColumnHidden(4)
    first = page.view.payers.row_at(page.view.payers.index(0, 0))
    assert (first.before, first.amount) == (5000, 2000)


def test_buttons_lose_their_words_before_the_window_is_too_narrow(qtbot: QtBot, tools: Tools, desk: Clinic) -> None:
    slip = second(desk)
    page = opened(qtbot, tools, desk, slip.id)
    given, reprint = page.withdraw_button, page.reprint_button
    assert isinstance(given, GivingButton) and isinstance(reprint, GivingButton)
    page.resize(1400, 700)
    qtbot.waitUntil(lambda: given.shows_words() and reprint.shows_words())
    page.resize(page.minimumSizeHint().width(), 700)
    qtbot.waitUntil(lambda: not given.shows_words() and given.width() < given.whole_width())
    assert given.accessibleName() == "Withdraw…" and "Ctrl+D" in given.toolTip()
