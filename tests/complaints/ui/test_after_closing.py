"""Dates of others, calls after closing, papers and hidden names on a case's page, by keys and clicks."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from tests.complaints.casebook import CaseHouse
from tests.complaints.ui.conftest import Eye, Shown
from tests.complaints.ui.sight import Sight, words_of
from tests.complaints.ui.test_paper_ways import Ways
from tests.hands import in_front, type_words

from qualitydesk.complaints.model import CaseVerb, ExternalDraft, ExternalKind, Stage, Step
from qualitydesk.complaints.ui.case_dialogs import PauseDialog
from qualitydesk.complaints.ui.case_page import CasePage
from qualitydesk.complaints.ui.correct_dialog import CaseCorrectDialog
from qualitydesk.complaints.ui.move_dialog import MoveDialog
from qualitydesk.complaints.ui.outside_dialogs import AfterCallDialog, AnswerDialog, ExternalDialog
from qualitydesk.complaints.ui.parts.classifying import ClassifyPart
from qualitydesk.complaints.ui.tabs.after_care import AfterCareTab
from qualitydesk.complaints.ui.tabs.facts import FactsTab
from qualitydesk.complaints.ui.tabs.notes import NotesTab
from qualitydesk.complaints.ui.tabs.papers import PapersTab
from qualitydesk.complaints.ui.tabs.people import PeopleTab
from qualitydesk.complaints.ui.tabs.severity import SeverityTab
from qualitydesk.kit.look import Look
from qualitydesk.kit.prompts import PromptDialog
from qualitydesk.kit.tools import Tools
from qualitydesk.papers.ui.preview_dialog import PreviewDialog

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def sight(house: CaseHouse, tools: Tools, eye: Eye, shown: Shown, look: Look) -> Sight:
    return Sight(house, tools, eye, shown)


def press(window: QWidget, key: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    assert in_front(window)
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifier)


def test_a_date_of_others_is_added_changed_and_answered_beside_our_clocks(
    sight: Sight, house: CaseHouse, eye: Eye
) -> None:
    case_id = house.open(Step.INVESTIGATED)
    sight.show(case_id)
    tab = sight.tab(FactsTab)
    assert isinstance(tab, FactsTab)
    box = tab.outside
    assert box.answer_button.isHidden() and box.change_button.isHidden()
    QTest.mouseClick(box.add_button, LEFT)
    dialog = eye.dialog(ExternalDialog)
    QTest.mouseClick(dialog.save_button, LEFT)
    assert set(dialog.problems_shown()) == {"kind", "due_at"}
    dialog.kind.choose(ExternalKind.HOTLINE_12345)
    type_words(dialog.reference, "12345-0087")
    dialog.due_at.set_moment(house.clock.now() + timedelta(hours=5))
    sight.save(dialog)
    eye.until(lambda: box.externals.rowCount() == 1)
    assert any("12345" in one.text() for one in sight.page.clocks.buttons)
    QTest.mouseClick(box.change_button, LEFT)
    dialog = eye.dialog(ExternalDialog)
    dialog.due_at.set_moment(house.clock.now() + timedelta(days=2))
    QTest.mouseClick(dialog.save_button, LEFT)
    assert set(dialog.problems_shown()) == {"reason"}
    type_words(dialog.reason, "热线同意延期")
    sight.save(dialog)
    QTest.mouseClick(box.answer_button, LEFT)
    answer = eye.dialog(AnswerDialog)
    type_words(answer.words, "已书面答复")
    sight.save(answer)
    eye.until(box.answer_button.isHidden)
    assert house.case(case_id).externals[0].done_at is not None
    notes = sight.tab(NotesTab)
    assert isinstance(notes, NotesTab)
    told = [notes._entry(one) for one in house.case(case_id).timeline if one.verb is CaseVerb.EXTERNAL]
    assert "热线同意延期" in told[1] and "→" in told[1] and "已书面答复" in told[2]


def test_whoever_is_not_content_leads_back_into_the_case_by_one_key(sight: Sight, house: CaseHouse, eye: Eye) -> None:
    case_id = house.open(Step.HANDLED)
    sight.show(case_id)
    tab = sight.tab(AfterCareTab)
    assert isinstance(tab, AfterCareTab)
    assert tab.reopen_button.isHidden()
    for how in ("not_reached", "not_content"):
        QTest.mouseClick(tab.call_button, LEFT)
        dialog = eye.dialog(AfterCallDialog)
        QTest.mouseClick(dialog.save_button, LEFT)
        assert "satisfied" in dialog.problems_shown()
        dialog.how.choose(how)
        if how == "not_content":
            QTest.mouseClick(dialog.save_button, LEFT)
            assert "words" in dialog.problems_shown()
            type_words(dialog.words, "仍要求书面道歉")
        sight.save(dialog)
    eye.until(lambda: tab.calls.rowCount() == 2 and tab.reopen_button.isVisible())
    assert "2" in tab.tries.text() and "1" in tab.tries.text()
    assert in_front(sight.window)
    assert QApplication.focusWidget() is tab.reopen_button
    press(sight.window, Key.Key_Return)
    move = eye.dialog(MoveDialog)
    assert "仍要求书面道歉" in move.reason.toPlainText()
    sight.save(move)
    assert house.case(case_id).line.stage is Stage.OPEN
    eye.until(lambda: not tab.call_button.isEnabled())


def test_names_and_telephones_are_hidden_until_asked_for_by_a_key(sight: Sight, house: CaseHouse, eye: Eye) -> None:
    case_id = house.open(Step.INVESTIGATED)
    sight.show(case_id)
    tab = sight.tab(FactsTab)
    assert isinstance(tab, FactsTab)
    assert "王**" in words_of(tab) and "138****5678" in words_of(tab)
    assert "王丽华" not in words_of(tab) and "13812345678" not in words_of(sight.page)
    press(sight.window, Key.Key_U, CONTROL)
    ask = eye.dialog(PromptDialog)
    assert in_front(ask)
    typed = QApplication.focusWidget()
    assert typed is not None
    type_words(typed, "回电核实")
    press(ask, Key.Key_Return, CONTROL)
    eye.until(lambda: "王丽华" in words_of(tab))
    assert "13812345678" in words_of(tab) and tab.reveal_button.isHidden()
    sight.menu("correct")  # seen already: not asked again
    eye.dialog(CaseCorrectDialog).reject()
    eye.gone(CaseCorrectDialog)
    other = house.open(Step.INVESTIGATED)
    sight.show(other)
    eye.until(lambda: "王丽华" not in words_of(tab))
    sight.menu("correct")
    eye.dialog(PromptDialog).reject()


def test_the_pause_window_offers_what_the_rules_know_and_says_how_long(
    sight: Sight, house: CaseHouse, eye: Eye
) -> None:
    case_id = house.open(Step.INVESTIGATED)
    sight.show(case_id)
    sight.menu("pause")
    dialog = eye.dialog(PauseDialog)
    assert [dialog.reason.itemData(at) for at in range(dialog.reason.count()) if dialog.reason.itemData(at)] == [
        one.reason for one in house.complaints.pause_offers(case_id)
    ]
    dialog.reason.choose("appraisal")
    dialog.reason.picked.emit("appraisal")
    assert "60 日" in dialog.longest.words() and "24:00" in dialog.longest.words()
    dialog.reject()


def test_papers_of_the_case_are_listed_opened_and_copied(
    house: CaseHouse, tools: Tools, eye: Eye, shown: Shown, look: Look
) -> None:
    ways = Ways(house, tools, eye, shown)
    page = CasePage(tools, house.complaints, house.group.directory, house.clock, house.by, house.members, ways.made)
    page.form_wanted.connect(lambda case_id, hidden: ways.ways.forms([case_id], hidden))
    page.paper_wanted.connect(ways.ways.again)
    page.copy_wanted.connect(lambda case_id, paper_id: ways.ways.again(case_id, paper_id, True))
    window = shown(page)
    case_id = house.open(Step.INVESTIGATED)
    page.show_case(case_id)
    eye.until(page.tabs.isVisible)
    tab = next(part for part in page.parts if isinstance(part, PapersTab))
    page.tabs.setCurrentWidget(tab)
    eye.rest()
    assert tab.papers.rowCount() == 0
    for made in (tab.form_button, tab.hidden_button):
        QTest.mouseClick(made, LEFT)
        ways.preview().reject()
        eye.gone(PreviewDialog)
    eye.until(lambda: tab.papers.rowCount() == 2)
    tab.table.setFocus()
    press(window, Key.Key_Return)
    ways.preview().reject()
    eye.gone(PreviewDialog)
    QTest.mouseClick(tab.copy_button, LEFT)
    ways.preview().reject()
    eye.gone(PreviewDialog)
    eye.until(lambda: sorted(one.copies for one in tab.papers.all_rows()) == [0, 1])
    told = [one for one in house.case(case_id).timeline if one.verb is CaseVerb.PAPER]
    assert [bool(one.details["copy"]) for one in told] == [False, False, True]
    notes = next(part for part in page.parts if isinstance(part, NotesTab))
    assert "患者投诉处理表" in notes._entry(told[0]) and "copy" in notes._entry(told[2])


def test_from_step_ten_the_page_leads_to_the_slips(sight: Sight, house: CaseHouse, eye: Eye) -> None:
    wanted: list[object] = []
    sight.page.proposals_wanted.connect(wanted.append)
    case_id = house.open(Step.CLOSED)
    sight.show(case_id)
    tab = sight.tab(PeopleTab)
    assert isinstance(tab, PeopleTab) and not tab.slips_button.isEnabled()
    press(sight.window, Key.Key_G, CONTROL)
    assert wanted == []
    house.drive(case_id, Step.HANDLED)
    sight.page.refresh(frozenset())
    eye.until(tab.slips_button.isEnabled)
    press(sight.window, Key.Key_G, CONTROL)
    assert wanted == [case_id]


def test_similar_earlier_cases_stand_beside_the_choice_of_the_level(sight: Sight, house: CaseHouse, eye: Eye) -> None:
    earlier = house.open(Step.PREVENTED)
    house.clock.advance(timedelta(days=3))
    case_id = house.open(Step.CLASSIFIED)
    sight.show(case_id)
    tab = sight.tab(SeverityTab)
    assert isinstance(tab, SeverityTab)
    eye.until(lambda: tab.similar.rowCount() == 1)
    (one,) = tab.similar.all_rows()
    fines = sum(one.amount for one in house.case(earlier).handlings)
    assert fines >= 200_00 and (one.case.id, one.case.level, one.fine) == (earlier, 2, fines)
    dialog = sight.step_window()
    part = dialog.part
    assert isinstance(part, ClassifyPart)
    eye.until(lambda: part.alike.similar.rowCount() == 1 and part.alike.isVisible())
    dialog.reject()


def test_an_external_date_keeps_its_answer_when_it_is_changed(house: CaseHouse) -> None:
    case_id = house.open()
    due = house.clock.now() + timedelta(days=1)
    key = house.complaints.add_external(case_id, 1, ExternalDraft(ExternalKind.AUTHORITY, due), house.by()).value
    house.complaints.answer_external(case_id, 2, key, house.by())
    (one,) = house.case(case_id).externals
    draft = ExternalDraft(one.kind, due, one.heard_at, "卫监-7", one.done_at, one.id)
    house.complaints.change_external(case_id, 3, draft, "补登文号", house.by())
    (after,) = house.case(case_id).externals
    assert (after.done_at, after.reference) == (one.done_at, "卫监-7")
