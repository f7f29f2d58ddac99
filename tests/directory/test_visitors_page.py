"""Visitor counts by real keys: a month of all institutions in one window, nothing replaced without a question."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.builders import Group, a_group
from tests.kit.inline import InlineOperations

from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.settings import SettingsFile
from qualitydesk.directory.model import InstitutionDraft, Region
from qualitydesk.directory.model.visitors import VisitorCount
from qualitydesk.directory.service.visitors import Visitors
from qualitydesk.directory.ui.visitors_page import VisitorsDialog, VisitorsPage
from qualitydesk.kit.look import load_fonts
from qualitydesk.kit.prompts import PromptDialog, Prompts
from qualitydesk.kit.tools import Tools
from qualitydesk.kit.windows import WindowPlaces
from qualitydesk.storage.database import Database

OCTOBER = date(2026, 10, 1)


@pytest.fixture
def group(sqlite_database: Database, clock: FixedClock) -> Group:
    made = a_group(sqlite_database, clock)
    made.directory.save_institution(InstitutionDraft("TJ", "天津海棠", Region.OTHER), made.by())
    return made


@pytest.fixture
def visitors(group: Group, clock: FixedClock) -> Visitors:
    return Visitors(group.database, clock)


@pytest.fixture
def tools(qapp: QApplication, tmp_path: Path) -> Tools:
    load_fonts()
    places = WindowPlaces(SettingsFile(tmp_path / "settings.json"))
    return Tools(InlineOperations(), Prompts("zh"), places, "zh")  # type: ignore[arg-type]


@pytest.fixture
def page(qtbot: QtBot, tools: Tools, group: Group, visitors: Visitors) -> VisitorsPage:
    made = VisitorsPage(tools, visitors, group.directory, group.by)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.refresh(frozenset())
    qtbot.waitUntil(lambda: len(made._homes) == 2)
    return made


def entered(page: VisitorsPage) -> VisitorsDialog:
    page.enter()
    found = page.findChild(VisitorsDialog)
    assert found is not None
    return found


def asked(qtbot: QtBot, dialog: VisitorsDialog, key: str) -> None:
    """Press Save, then a key on the question."""
    dialog.press_save()
    question = [one for one in dialog.findChildren(PromptDialog) if one.isVisible()][-1]
    assert "1,709" in question.words() and "1,800" in question.words()
    QTest.keyClick(question, getattr(Qt.Key, f"Key_{'Escape' if key == 'Esc' else key}"))
    qtbot.waitUntil(lambda: not question.isVisible())


def counts(visitors: Visitors) -> dict[str, int]:
    return {one.institution: one.visitors for one in visitors.counts(OCTOBER, OCTOBER)}


def test_a_month_is_entered_institution_after_institution_in_one_window(
    qtbot: QtBot, page: VisitorsPage, visitors: Visitors
) -> None:
    dialog = entered(page)
    first = dialog.home.chosen()
    for number, done in (("1709", 1), ("820", 2)):
        qtbot.waitUntil(lambda: dialog.visitors.hasFocus() or not dialog.isVisible())
        QTest.keyClicks(dialog.visitors, number)
        QTest.keyClick(dialog.visitors, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda done=done: len(counts(visitors)) == done)  # type: ignore[misc]
        if done == 1:
            qtbot.waitUntil(lambda: dialog.home.chosen() != first)
            assert not dialog.is_changed() and "1" in dialog.progress.text()
    assert sorted(counts(visitors).values()) == [820, 1709]
    qtbot.waitUntil(lambda: page.findChild(VisitorsDialog) is None)


def test_a_count_that_is_there_is_told_and_replaced_only_after_a_question(
    qtbot: QtBot, page: VisitorsPage, visitors: Visitors, group: Group
) -> None:
    visitors.put([VisitorCount(group.institution, OCTOBER, 1709)], group.by())
    page.refresh(frozenset())
    qtbot.waitUntil(lambda: page.rows.rowCount() == 1)
    dialog = entered(page)
    assert dialog.home.chosen() != group.institution, "the one that has none yet is next"
    dialog.home.choose(group.institution)
    dialog.home.picked.emit(group.institution)
    assert "1,709" in dialog.field_row("visitors").hint.text()
    dialog.visitors.setValue(1800)
    asked(qtbot, dialog, "Esc")
    assert list(counts(visitors).values()) == [1709]
    asked(qtbot, dialog, "Return")
    qtbot.waitUntil(lambda: 1800 in counts(visitors).values())
