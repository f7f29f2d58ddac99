"""Proposals by keys: an act put in by hand, what is set aside, disputes told, rounds that wait, slips of a person."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.hands import type_over
from tests.penalties.clinic import BADGE, BADGE_SIDE, Clinic
from tests.penalties.test_adding import noted_round
from tests.penalties.ui.test_penalties_ui import answer, dialog, press, showing, shown, type_in, words_on

from qualitydesk.basics import money
from qualitydesk.inspections.model import DisputeDraft
from qualitydesk.kit.explain_dialog import ExplainDialog
from qualitydesk.kit.tools import Tools
from qualitydesk.papers.ui.preview_dialog import PreviewDialog
from qualitydesk.penalties.ui.add_dialog import AddDialog
from qualitydesk.penalties.ui.person_slips import SlipsOfPerson
from qualitydesk.penalties.ui.proposals_page import ProposalsPage
from qualitydesk.penalties.ui.slips_page import SlipsPage
from qualitydesk.penalties.ui.waiting_page import WaitingPage

DAY = date(2026, 11, 20)
CONTROL = Qt.KeyboardModifier.ControlModifier


def page_of(qtbot: QtBot, tools: Tools, desk: Clinic) -> ProposalsPage:
    page = ProposalsPage(tools, desk.services.penalties, lambda: desk.by)
    shown(qtbot, page)
    return page


def test_an_act_is_put_in_by_keys_with_its_reason_and_stands_on_the_page(
    qtbot: QtBot, tools: Tools, desk: Clinic
) -> None:
    page = page_of(qtbot, tools, desk)
    page.show_round(noted_round(desk))
    qtbot.waitUntil(page.nobody.isVisible)
    press(qtbot, page, Qt.Key.Key_N, CONTROL)
    form = dialog(qtbot, AddDialog)
    qtbot.keyClick(form.save_button, Qt.Key.Key_Return)
    assert set(form.problems_shown()) == {"employee_id", "item_code", "reason"}
    type_over(form.person, "张𬱖")
    assert form.person.chosen() == desk.people["G1"]
    assert "胸卡被外套遮住一半" in form.item.itemText(0), "what was noted comes first"
    form.item.choose(BADGE)
    form.item.picked.emit(BADGE)
    qtbot.waitUntil(lambda: bool(form.outcome.text()))
    type_in(form.reason, "患者当场指出")
    qtbot.keyClick(form.reason, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: showing(AddDialog) is None and page.rows.rowCount() == 1)
    (one,) = page.rows.all_rows()
    assert one.slip is not None and one.employee == "张𬱖"
    qtbot.waitUntil(lambda: "患者当场指出" in words_on(page.card))


def test_what_is_left_out_stays_on_the_page_with_its_reason(qtbot: QtBot, tools: Tools, desk: Clinic) -> None:
    round_id = desk.walk(DAY, {"G1": [BADGE]})
    page = page_of(qtbot, tools, desk)
    page.show_round(round_id)
    qtbot.waitUntil(lambda: page.rows.rowCount() == 1)
    assert not page.aside.isVisible()
    qtbot.mouseClick(page.leave_out_button, Qt.MouseButton.LeftButton)
    answer(qtbot, "Leave out", "新胸卡当日才发到")
    qtbot.waitUntil(lambda: page.rows.rowCount() == 0 and page.aside.isVisible())
    for words in ("张𬱖", "新胸卡当日才发到", "已决定不予追究"):
        qtbot.waitUntil(lambda words=words: words in words_on(page.aside))
    assert page.table.empty_words() and not page.all_button.isEnabled()


def test_a_pending_dispute_is_told_before_anything_is_proposed(qtbot: QtBot, tools: Tools, desk: Clinic) -> None:
    round_id = desk.walk(DAY, {"G1": [BADGE], "G2": [BADGE]})
    draft = DisputeDraft(DAY, "胸卡在抢救时掉落", DAY + timedelta(days=7))
    desk.services.findings.raise_dispute(desk.finding(round_id, "G1"), draft, desk.by)
    page = page_of(qtbot, tools, desk)
    page.show_round(round_id)
    qtbot.waitUntil(lambda: page.rows.rowCount() == 2)
    column = page.rows.columnCount() - 1
    assert [page.rows.index(row, column).data() for row in (0, 1)] == ["disputed", "not proposed"]
    assert page.warning.isVisible() and "disputed" in page.warning.words()
    page.table.selectRow(1)
    qtbot.waitUntil(lambda: not page.warning.isVisible())
    qtbot.mouseClick(page.all_button, Qt.MouseButton.LeftButton)
    from qualitydesk.kit.prompts import PromptDialog

    assert "张𬱖" in dialog(qtbot, PromptDialog).words()
    answer(qtbot, "Propose all")
    qtbot.waitUntil(lambda: all(one.slip for one in page.rows.all_rows()))


def test_rounds_that_wait_are_listed_and_enter_leads_to_their_proposals(
    qtbot: QtBot, tools: Tools, desk: Clinic
) -> None:
    page = WaitingPage(tools, desk.services.penalties)
    QAbstractItemModelTester(page.rounds, QAbstractItemModelTester.FailureReportingMode.QtTest)
    shown(qtbot, page)
    qtbot.waitUntil(lambda: "No proposals are waiting" in page.table.empty_words())
    older = desk.walk(DAY - timedelta(days=2), {"G1": [BADGE]})
    newer = desk.walk(DAY, {"G1": [BADGE_SIDE], "G2": [BADGE]})
    press(qtbot, page, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: [one.id for one in page.rounds.all_rows()] == [newer, older])
    assert [one.people for one in page.rounds.all_rows()] == [2, 1]
    with qtbot.waitSignal(page.round_wanted) as wanted:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert wanted.args == [newer]


def test_chosen_slips_are_printed_together_and_those_not_issued_are_told(
    qtbot: QtBot, tools: Tools, desk: Clinic
) -> None:
    for day, number in ((DAY - timedelta(days=9), "G1"), (DAY - timedelta(days=8), "G2")):
        desk.sanction(day, number)
    page = SlipsPage(tools, desk.services.penalties, desk.services.directory, lambda: desk.by)
    shown(qtbot, page)
    qtbot.waitUntil(lambda: page.lines.rowCount() == 2)
    page.table.selectAll()
    press(qtbot, page, Qt.Key.Key_P, CONTROL)
    paper = dialog(qtbot, PreviewDialog)
    qtbot.waitUntil(lambda: paper.page_view.count() >= 2 if hasattr(paper.page_view, "count") else True)
    paper.close()
    pdf = desk.services.penalties.originals([row.id for row in page.table.chosen_rows()])
    assert pdf.startswith(b"%PDF")


def test_an_employee_s_page_tells_the_slips_and_what_they_come_to(qtbot: QtBot, tools: Tools, desk: Clinic) -> None:
    opened: list[object] = []
    desk.sanction(DAY - timedelta(days=30), "G1")
    second = desk.sanction(DAY, "G1")
    panel = SlipsOfPerson(tools, desk.services.penalties, desk.people["G1"], opened.append)
    shown(qtbot, panel)
    qtbot.waitUntil(lambda: panel.lines.rowCount() == 2 and bool(panel.sentence.text()))
    own = desk.services.penalties.paid_by(desk.people["G1"])
    lead = desk.services.penalties.paid_by(desk.people["LEAD"])
    assert (own.slips, own.as_superior, lead.slips) == (2, 0, 0) and lead.total == lead.as_superior > 0
    assert "stand: 2;" in panel.sentence.text()
    qtbot.waitUntil(lambda: panel.total.text() == money.words(own.total))
    penalties = desk.services.penalties
    first = penalties.lines()[1]
    penalties.withdraw(first.id, penalties.slip(first.id).slip.revision, "误报", desk.by)
    panel.total.setFocus()
    QTest.keyClick(panel.total, Qt.Key.Key_Space)
    told = dialog(qtbot, ExplainDialog)
    words = told.card.accessibleDescription()
    assert own.total and money.words(own.total) in words[: words.index("Withdrawn")] and "not settled yet" in words
    assert second.number in words[: words.index("Withdrawn")]
    gone = words[words.index("Withdrawn") :]
    assert first.number in gone and "误报" in gone and "—" in gone
    told.close()
    panel.table.selectRow(0)
    panel.table.setFocus()
    qtbot.keyClick(QApplication.focusWidget() or panel.table, Qt.Key.Key_Return)
    assert opened == [second.id]
