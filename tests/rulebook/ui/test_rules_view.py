"""The rulebook's page by real clicks and keys: what stands and waits, reading, comparing, adopting, calling back."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from tests.rulebook.shipped_rules import edition
from tests.rulebook.ui.desk import BY, HOUSE, ME, rulebook_of, tools_for

from qualitydesk.basics.clock import FixedClock
from qualitydesk.kit.pickers import NumberBox
from qualitydesk.rulebook.model import Rule
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.rulebook.ui.difference_view import CompareDialog
from qualitydesk.rulebook.ui.edition_dialog import EditionDialog
from qualitydesk.rulebook.ui.rules_view import RulesPage
from qualitydesk.rulebook.ui.small_dialogs import AdoptionDialog, CallBackDialog
from qualitydesk.rulebook.ui.words import clause_rows
from qualitydesk.storage.database import Database

TODAY = date(2026, 11, 21)
LATER = date(2026, 12, 1)


@pytest.fixture
def rulebook(sqlite_database: Database, clock: FixedClock) -> Rulebook:
    return rulebook_of(sqlite_database, clock)


@pytest.fixture
def page(qtbot: QtBot, rulebook: Rulebook, tmp_path: Path) -> RulesPage:
    first = rulebook.editions(Rule.APPEAL)[0]
    values = {**first.values, "days": 10}
    rulebook.publish(Rule.APPEAL, values, first.texts, LATER, BY, reason="员工代表意见")
    return shown(qtbot, rulebook, tmp_path)


def shown(qtbot: QtBot, rulebook: Rulebook, tmp_path: Path) -> RulesPage:
    page = RulesPage(tools_for(tmp_path), rulebook, lambda: BY, lambda: HOUSE)
    qtbot.addWidget(page)
    page.resize(1200, 720)
    with qtbot.waitExposed(page):
        page.show()
    return page


def press(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def dialog_of(kind: type[QWidget]) -> QWidget:
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible())


def test_the_clauses_of_the_ladder_carry_their_sums() -> None:
    texts = [row.text for row in clause_rows(edition("ladder"), "zh")]
    assert len(texts) == 8
    assert any("50 元或 100 元" in text for text in texts)
    assert any("追溯 12 个月" in text for text in texts)


def test_titles_are_read_in_full_at_1366_while_a_change_waits(qtbot: QtBot, page: RulesPage) -> None:
    page.resize(1166, 700)  # the window beside the rail
    qtbot.waitUntil(lambda: not page.rule_table.isColumnHidden(3))
    needed = 230  # pixels of "Points of the consulting teams" in the type of the window
    qtbot.waitUntil(lambda: page.rule_table.columnWidth(0) >= needed)


def test_rules_are_listed_with_what_stands_and_what_waits(page: RulesPage) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    models = (page.rules, page.view.values, page.view.editions, page.rights.rights)
    testers = [QAbstractItemModelTester(model, mode) for model in models]
    assert [line.rule for line in page.rules.all_rows()] == list(Rule)
    at = page.rules.row_of(Rule.APPEAL)
    cells = [page.rules.data(page.rules.index(at, column)) for column in range(5)]
    assert cells == ["处分申诉办法", "1", "2000-01-01", "2026-12-01", page.tr("ours")]
    for at, line in enumerate(page.rules.all_rows()):
        assert bool(page.rules.data(page.rules.index(at, 4))) == bool(line.editions[0].ours)
    assert len(testers) == 4


def test_the_first_rule_is_read_at_once_and_the_waiting_edition_by_choosing_it(qtbot: QtBot, page: RulesPage) -> None:
    assert any("50 元或 100 元" in one.text() for one in page.findChildren(QLabel))
    page.show_rule(Rule.APPEAL)
    days = {row.path: row for row in page.view.values.all_rows()}["days"]
    assert (days.value, days.ours) == ("7 个自然日", True)
    qtbot.keyClick(page, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    page.view.tabs.setCurrentIndex(1)
    page.view.edition_table.setFocus()
    qtbot.keyClick(page.view.edition_table, Qt.Key.Key_Up)
    assert page.view.edition() == page.view.editions.all_rows()[0]
    days = {row.path: row for row in page.view.values.all_rows()}["days"]
    assert (days.value, days.ours) == ("10 个自然日", False)  # what the group set itself is no longer our choice
    row = [page.view.editions.data(page.view.editions.index(0, column)) for column in range(6)]
    assert (row[0], row[3]) == ("2", "顾晓岚")
    assert any("员工代表意见" in one.text() and one.isVisible() for one in page.findChildren(QLabel))


def test_two_editions_are_compared(qtbot: QtBot, page: RulesPage) -> None:
    page.show_rule(Rule.APPEAL)
    press(qtbot, page.compare_button)
    dialog = dialog_of(CompareDialog)
    assert isinstance(dialog, CompareDialog)
    assert [(row.before, row.after) for row in dialog.view.rows.all_rows()] == [("7 个自然日", "10 个自然日")]
    press(qtbot, dialog.turn_button)
    assert [(row.before, row.after) for row in dialog.view.rows.all_rows()] == [("10 个自然日", "7 个自然日")]
    dialog.newer.choose(dialog.older.chosen())
    dialog.newer.picked.emit(dialog.newer.chosen())
    assert dialog.view.table.empty_words()
    dialog.close()


def test_with_one_edition_there_is_nothing_to_compare(page: RulesPage) -> None:
    page.show_rule(Rule.SCORE)
    assert not page.compare_button.isEnabled()
    assert not page.call_back_button.isEnabled()
    assert page.new_button.isEnabled()


def test_adoption_and_notice_are_recorded(qtbot: QtBot, page: RulesPage, rulebook: Rulebook) -> None:
    page.show_rule(Rule.LADDER)
    press(qtbot, page.adoption_button)
    dialog = dialog_of(AdoptionDialog)
    assert isinstance(dialog, AdoptionDialog)
    dialog.adopted_on.set_day(date(2026, 10, 8))
    dialog.notified_on.set_day(date(2026, 10, 20))
    qtbot.keyClicks(dialog.document, "Rules 2026")
    press(qtbot, dialog.save_button)
    line = rulebook.line(Rule.LADDER)
    (edition_now,) = line.editions
    assert (edition_now.adopted_on, edition_now.notified_on) == (date(2026, 10, 8), date(2026, 10, 20))
    assert line.notes[edition_now.id].document == "Rules 2026"
    qtbot.waitUntil(lambda: page.view.editions.all_rows()[0].notified_on == date(2026, 10, 20))


def test_of_the_settlement_the_document_is_a_value(qtbot: QtBot, page: RulesPage) -> None:
    page.show_rule(Rule.SETTLEMENT)
    press(qtbot, page.adoption_button)
    dialog = dialog_of(AdoptionDialog)
    assert isinstance(dialog, AdoptionDialog)
    assert dialog.document.isReadOnly()
    dialog.close()


def test_an_edition_that_waits_is_called_back_with_a_reason(qtbot: QtBot, page: RulesPage, rulebook: Rulebook) -> None:
    page.show_rule(Rule.APPEAL)
    assert not page.call_back_button.isEnabled()  # the one in force is shown
    page.view.edition_table.select_key(rulebook.editions(Rule.APPEAL)[1].id)
    press(qtbot, page.call_back_button)
    dialog = dialog_of(CallBackDialog)
    assert isinstance(dialog, CallBackDialog)
    press(qtbot, dialog.save_button)
    assert set(dialog.problems_shown()) == {"reason"}
    qtbot.keyClicks(dialog.reason, "postponed")
    press(qtbot, dialog.save_button)
    line = rulebook.line(Rule.APPEAL)
    assert [one.number for one in line.editions] == [1]
    assert [(one.number, one.reason, one.decided_by) for one in line.called_back] == [(2, "postponed", ME)]
    qtbot.waitUntil(lambda: page.view.edition() == line.editions[0])
    assert [page.view.state_words(one) for one in page.view.editions.all_rows()] == [
        page.view.tr("called back"),
        page.view.tr("in force"),
    ]


def test_a_new_edition_from_the_page_shows_when_it_is_published(
    qtbot: QtBot, page: RulesPage, rulebook: Rulebook
) -> None:
    page.show_rule(Rule.MEASURES)
    qtbot.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    dialog = dialog_of(EditionDialog)
    assert isinstance(dialog, EditionDialog)
    box = dialog.editor("recheck")
    assert isinstance(box, NumberBox)
    box.setValue(21)
    dialog.effective_from.set_day(TODAY + timedelta(days=3))
    dialog.reason.setPlainText("延长复查期")
    press(qtbot, dialog.save_button)
    with qtbot.waitSignal(dialog.accepted):
        press(qtbot, dialog.confirm_publish)
    at = page.rules.row_of(Rule.MEASURES)
    qtbot.waitUntil(lambda: page.rules.data(page.rules.index(at, 3)) == "2026-11-24")


def test_who_may_decide_what_leads_to_the_rule(qtbot: QtBot, page: RulesPage) -> None:
    page.tabs.setCurrentIndex(1)
    assert not page.new_button.isEnabled()
    table, model = page.rights.table, page.rights.rights
    table.select_key("lock_month")
    at = model.row_of("lock_month")
    assert model.data(model.index(at, 1)) == "总经理"
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert page.tabs.currentIndex() == 0
    assert page.rule_table.current_row() == page.rules.all_rows()[page.rules.row_of(Rule.SETTLEMENT)]
    assert any("法律提示" in one.text() for one in page.findChildren(QLabel))


def test_a_rulebook_without_rules_says_where_they_come_from(
    qtbot: QtBot, sqlite_database: Database, clock: FixedClock, tmp_path: Path
) -> None:
    page = shown(qtbot, Rulebook(sqlite_database, clock), tmp_path)
    assert page.rule_table.empty_words()
    assert not page.new_button.isEnabled()
    assert not page.adoption_button.isEnabled()


def test_every_key_of_the_page_is_told_under_f1(page: RulesPage) -> None:
    told = {key.sequence for key in page.key_table.shown()}
    assert {"Ctrl+N", "Ctrl+D", "Ctrl+E", "Ctrl+T", "Ctrl+M", "F5"} <= told
