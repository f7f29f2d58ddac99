"""The page of calibrations, by keys: the history, who sits, the result with what to do, the report."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.builders import Group, a_group, a_pack
from tests.kit.inline import InlineOperations

from qualitydesk.app.bootstrap import Services
from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.settings import SettingsFile
from qualitydesk.insights.ui.calibrations_page import CalibrationsPage
from qualitydesk.inspections.model import Verdict
from qualitydesk.inspections.model.calibrations import CalibrationDraft, CalibrationState, Judged
from qualitydesk.kit.look import Look
from qualitydesk.kit.prompts import PromptDialog, Prompts
from qualitydesk.kit.tools import Tools
from qualitydesk.kit.windows import WindowPlaces
from qualitydesk.papers.ui.preview_dialog import PreviewDialog
from qualitydesk.sheets import read_sheet
from qualitydesk.storage.database import Database
from qualitydesk.storage.files import FileStore


@pytest.fixture
def house(sqlite_database: Database, clock: FixedClock) -> Group:
    made = a_group(sqlite_database, clock)
    made.hire_many(5)
    made.adopt(a_pack("walk", 2), "walk")
    return made


@pytest.fixture
def desk(house: Group, files: FileStore, clock: FixedClock) -> Services:
    return Services(house.database, files, clock)


@pytest.fixture
def page(qtbot: Any, look: Look, house: Group, desk: Services, tmp_path: Path) -> CalibrationsPage:
    tools = Tools(InlineOperations(), Prompts("zh"), WindowPlaces(SettingsFile(tmp_path / "s.json")), "zh")
    made = CalibrationsPage(
        tools,
        desk.calibrations,
        desk.calibration_results,
        desk.rounds,
        desk.standards,
        desk.directory,
        house.by,
        desk.papers.original,
    )
    qtbot.addWidget(made)
    made.resize(1180, 680)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def begun(desk: Services, house: Group) -> UUID:
    draft = CalibrationDraft(house.institution, (house.me, house.people[0]), ("walk",), tuple(house.people[1:]))
    return desk.calibrations.begin(draft, house.by()).value


def sit(desk: Services, house: Group, which: UUID, rater: int, fails: int) -> None:
    """The first `fails` people fail the first item."""
    sitting = desk.calibrations.sitting(which, rater)
    for at, stop in enumerate(sitting.stops):
        for nth, item in enumerate(sitting.items[stop.id]):
            verdict = Verdict.FAIL if at < fails and not nth else Verdict.PASS
            desk.calibrations.judge(which, rater, stop.id, item, Judged(verdict), house.by())
    desk.calibrations.close_sitting(which, rater, house.by())


def shown(page: CalibrationsPage, row: int) -> list[str]:
    return [str(page.items.index(row, at).data()) for at in range(6)]


def test_an_empty_history_says_what_to_do(page: CalibrationsPage) -> None:
    assert "New calibration" in page.table.empty_words()
    assert not page.sit_button.isEnabled() and not page.print.isEnabled()


def test_nothing_is_shown_until_both_are_through_then_what_to_do(
    qtbot: Any, page: CalibrationsPage, desk: Services, house: Group
) -> None:
    which = begun(desk, house)
    sit(desk, house, which, 0, 3)
    page.lines.reload()
    qtbot.waitUntil(lambda: page.table.current_row() is not None)
    assert "王导医1" in page.words.text() and page.items.rowCount() == 0 and not page.print.isEnabled()
    with qtbot.waitSignal(page.sitting_wanted) as wanted:  # one is left: nobody is asked
        QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert wanted.args == [which, 1]
    sit(desk, house, which, 1, 0)
    page.lines.reload()
    qtbot.waitUntil(lambda: page.items.rowCount() == 2)
    assert "5 项一致" in page.words.text() and "李敏明显偏严" not in page.words.text()
    assert shown(page, 0) == ["第1项合格", "4", "25%", "0.00", "-0.50", "两人一起看几例，统一尺度"]
    assert shown(page, 1)[2:] == ["100%", "–", "1.00", "一致"]
    page.item_table.selectRow(0)
    assert page.differed.text().splitlines()[0].endswith("李敏 said 不合格, 王导医1 said 合格")


def test_who_sits_is_asked_while_both_may(qtbot: Any, page: CalibrationsPage, desk: Services, house: Group) -> None:
    which = begun(desk, house)
    page.lines.reload()
    qtbot.waitUntil(lambda: page.table.current_row() is not None)
    with qtbot.waitSignal(page.sitting_wanted) as wanted:
        QTest.keyClick(page.table, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: bool(_prompts()))
        QTest.keyClick(_prompts()[-1], Qt.Key.Key_Return)
    assert wanted.args == [which, 0]


def test_one_is_given_up_with_a_reason(qtbot: Any, page: CalibrationsPage, desk: Services, house: Group) -> None:
    which = begun(desk, house)
    page.lines.reload()
    qtbot.waitUntil(page.drop.isEnabled)
    desk.calibrations.give_up(which, "有人请假", house.by())
    page.lines.reload()
    qtbot.waitUntil(lambda: "有人请假" in page.words.text())
    assert not page.sit_button.isEnabled()
    assert desk.calibrations.calibration(which).state is CalibrationState.ABANDONED


def test_the_report_is_issued_and_shown(qtbot: Any, page: CalibrationsPage, desk: Services, house: Group) -> None:
    which = begun(desk, house)
    for rater in (0, 1):
        sit(desk, house, which, rater, rater)
    page.lines.reload()
    qtbot.waitUntil(page.print.isEnabled)
    QTest.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(page.window().findChildren(PreviewDialog)))
    (line,) = desk.papers.of_subject(which)
    assert (line.kind, line.number) == ("calibration", "JZ-BJC-2026-0001")
    for preview in page.window().findChildren(PreviewDialog):
        preview.close()


def _prompts() -> list[PromptDialog]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, PromptDialog) and one.isVisible()]


def test_the_items_are_written_as_a_table(desk: Services, house: Group, tmp_path: Path) -> None:
    which = begun(desk, house)
    for rater in (0, 1):
        sit(desk, house, which, rater, rater)
    assert desk.calibration_results.export(which, tmp_path / "a.csv", "zh") == 2
    sheet = read_sheet(tmp_path / "a.csv")
    assert tuple(sheet.head) == ("检查项", "对照次数", "一致率", "κ", "PABAK", "怎么办")
    assert [str(cell) for cell in sheet.rows[0].cells][:3] == ["第1项合格", "4", "75%"]
