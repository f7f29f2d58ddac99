"""The page of reports, by keys and clicks: words save themselves, reports are turned to, issued, written as tables."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from tests.builders import Group, a_group, a_pack
from tests.insights.test_trends import walked
from tests.kit.inline import InlineOperations

from qualitydesk.app.bootstrap import Services
from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.settings import SettingsFile
from qualitydesk.insights.model.reports import ReportName, ReportWish, Version
from qualitydesk.insights.model.trends import TrendFilter, TrendName
from qualitydesk.insights.printout.report_tables import tables_of
from qualitydesk.insights.ui.added_charts import ask_into_report
from qualitydesk.insights.ui.quality_reports_page import QualityReportsPage
from qualitydesk.insights.ui.report_files import write_tables
from qualitydesk.kit.look import Look
from qualitydesk.kit.prompts import PromptDialog, Prompts
from qualitydesk.kit.tools import Tools
from qualitydesk.kit.windows import WindowPlaces
from qualitydesk.papers.ui.preview_dialog import PreviewDialog
from qualitydesk.sheets import read_sheet, sheet_names
from qualitydesk.storage.database import Database
from qualitydesk.storage.files import FileStore

Q3 = ReportWish(ReportName.QUARTER, date(2026, 7, 1))
Q4 = ReportWish(ReportName.QUARTER, date(2026, 10, 1))
NOVEMBER = ReportWish(ReportName.MONTH, date(2026, 11, 1))


@pytest.fixture
def house(sqlite_database: Database, clock: FixedClock) -> Group:
    made = a_group(sqlite_database, clock)
    made.hire("G1", "张𬱖")
    made.hire("G2", "王小明")
    made.adopt(a_pack("walk", 4), "walk")
    walked(made, 1)
    return made


@pytest.fixture
def desk(house: Group, files: FileStore, clock: FixedClock) -> Services:
    return Services(house.database, files, clock)


@pytest.fixture
def page(qtbot: Any, look: Look, house: Group, desk: Services, tmp_path: Path) -> QualityReportsPage:
    tools = Tools(InlineOperations(), Prompts("zh"), WindowPlaces(SettingsFile(tmp_path / "s.json")), "zh")
    made = QualityReportsPage(tools, desk.quality_reports, house.by, desk.papers.original, date(2026, 11, 21))
    qtbot.addWidget(made)
    made.resize(1180, 680)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_it_opens_on_the_quarter_that_is_over_and_words_save_themselves(
    qtbot: Any, page: QualityReportsPage, desk: Services
) -> None:
    assert page.wish() == Q3 and page.lines.text()
    assert not page.version.isVisible() and page.added.isVisible()
    page.proposals.setFocus()
    QTest.keyClicks(page.proposals, "two at the desk")
    assert not page.may_leave()
    qtbot.waitUntil(page.may_leave, timeout=5000)
    assert desk.quality_reports.words(Q3).proposals == "two at the desk"


def test_turning_to_another_report_saves_this_one_and_comes_back(
    qtbot: Any, page: QualityReportsPage, desk: Services
) -> None:
    page.summary.setPlainText("平稳")
    page.name.choose(ReportName.MONTH)
    page.name.picked.emit(ReportName.MONTH)
    assert page.wish() == NOVEMBER and page.summary.toPlainText() == ""
    assert desk.quality_reports.words(Q3).summary == "平稳"
    assert "不合格率\n12.5 %" in page.lines.text() and not page.added.isVisible()
    page.name.choose(ReportName.SCORE)
    page.name.picked.emit(ReportName.SCORE)
    assert page.version.isVisible() and page.wish().version is Version.MEETING
    assert "张𬱖" not in page.lines.text() and "员工 1" not in page.lines.text()  # two people only
    page.version.choose(Version.HR)
    page.version.picked.emit(Version.HR)
    assert page.wish().version is Version.HR and "张𬱖" in page.lines.text()
    page.show_report(Q3)
    assert page.summary.toPlainText() == "平稳"


def test_a_key_issues_the_report_with_what_was_typed_and_shows_it(
    qtbot: Any, page: QualityReportsPage, desk: Services
) -> None:
    page.show_report(Q4)
    page.proposals.setPlainText("增设午间顶岗")
    for answer in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        assert desk.quality_reports.issued(desk.quality_reports.words(Q4)) == [], "nothing without an answer"
        QTest.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
        question = [one for one in page.findChildren(PromptDialog) if one.isVisible()][-1]
        assert "2026-12-31" in question.words(), "the quarter is not over"
        if answer == Qt.Key.Key_Return:  # which goes back here: what is not over is not issued by the way
            next(one for one in question.findChildren(QPushButton) if one.text() == page.issue_button.text()).setFocus()
        QTest.keyClick(question.focusWidget() or question, answer)
    issued = desk.quality_reports.issued(desk.quality_reports.words(Q4))
    assert len(issued) == 1 and desk.papers.paper(issued[0].id).values["proposals"] == "增设午间顶岗"
    qtbot.waitUntil(lambda: page.window().findChild(PreviewDialog) is not None)
    assert issued[0].check in page.state.text() and page.may_leave()


def test_words_of_another_window_are_not_overwritten(page: QualityReportsPage, house: Group, desk: Services) -> None:
    desk.quality_reports.keep(desk.quality_reports.words(Q3), house.by())
    page.summary.setPlainText("我的")
    page.save()
    assert page.trouble.isVisible() and desk.quality_reports.words(Q3).summary == ""
    assert page.summary.toPlainText() == "我的"
    QTest.keyClick(page, Qt.Key.Key_F5)
    assert page.summary.toPlainText() == ""


def test_words_too_long_are_told_and_stay(page: QualityReportsPage, desk: Services) -> None:
    page.summary.setPlainText("长" * 5001)
    page.save()
    assert page.trouble.isVisible() and desk.quality_reports.words(Q3).summary == ""


def test_a_chart_is_put_in_with_a_note_and_taken_out_by_its_button(
    qtbot: Any, page: QualityReportsPage, house: Group, desk: Services
) -> None:
    wanted = TrendFilter(date(2026, 1, 1), date(2026, 11, 30))
    ask_into_report(page.tools, desk.quality_reports, house.by, page, TrendName.FAILS, wanted, page.show_report)
    asked = page.findChild(PromptDialog)
    assert asked is not None and page.wish() == Q3
    editor = asked.findChild(QPlainTextEdit)
    assert editor is not None
    editor.setPlainText("夏装更换后")
    for dialog in (asked, None):  # put in, then open the report
        there = dialog or [one for one in page.findChildren(PromptDialog) if one.isVisible()][-1]
        next(one for one in there.findChildren(QPushButton) if one.isDefault()).click()
    assert page.wish() == Q4, "the report it went into is the one shown"
    (chart,) = desk.quality_reports.charts(Q4.first)
    assert (chart.name, chart.wanted, chart.note) == (TrendName.FAILS, wanted, "夏装更换后")
    page.added.dropped.emit(chart.id)
    assert desk.quality_reports.charts(Q4.first) == ()


@pytest.mark.parametrize("wish", [Q4, NOVEMBER, ReportWish(ReportName.SCORE, date(2026, 11, 1))])
def test_the_tables_of_every_report_are_read_back_from_both_kinds_of_file(
    house: Group, desk: Services, tmp_path: Path, wish: ReportWish
) -> None:
    values = desk.quality_reports.values(wish, desk.quality_reports.words(wish), "zh", house.by())
    tables = tables_of(wish.name, values, "zh")
    book, commas = tmp_path / "t.xlsx", tmp_path / "t.csv"
    assert write_tables(book, tables) == sum(len(rows) for _title, _head, rows in tables)
    assert len(sheet_names(book)) == len(tables) > 1
    write_tables(commas, tables)
    text = commas.read_text(encoding="utf-8-sig")
    assert all(title in text for title, _head, _rows in tables)
    assert [tuple(str(cell or "") for cell in row.cells) for row in read_sheet(book).rows] == [
        tuple(row) for row in tables[0][2]
    ]
