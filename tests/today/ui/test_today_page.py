"""The first page by real keys: tiles lead on, fill by themselves, fail in their own place, and a day may begin."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.members.ui.test_contacts_page import CONTROL, key, the_dialog
from tests.penalties.clinic import Clinic
from tests.today.test_today import TODAY, measure

from qualitydesk.basics.changes import Change
from qualitydesk.basics.errors import Refused
from qualitydesk.kit.tools import Tools
from qualitydesk.papers.ui.preview_dialog import PreviewDialog
from qualitydesk.today.model import Errand, TileName, Work, WorkList
from qualitydesk.today.printout.words import what_words
from qualitydesk.today.ui.day_paper import DayPaperDialog, DayPaperWays
from qualitydesk.today.ui.today_page import TodayPage
from qualitydesk.today.ui.words import tip_words
from qualitydesk.today.ui.work_panel import WorkPanel

Key = Qt.Key


@pytest.fixture
def page(qtbot: QtBot, tools: Tools, desk: Clinic) -> Iterator[TodayPage]:
    desk.sign_rules()
    made = TodayPage(tools, desk.services.today, lambda: desk.services.tiles)
    qtbot.addWidget(made)
    made.resize(1200, 760)
    yield made


def show(qtbot: QtBot, page: TodayPage) -> None:
    page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: page.filled() and page.tools.operations.quiet, timeout=20_000)


def test_every_tile_has_its_number_sentence_course_and_name(qtbot: QtBot, page: TodayPage, desk: Clinic) -> None:
    measure(desk, TODAY)
    show(qtbot, page)
    for name, tile in page.tiles.items():
        assert len(tile.words()) > 4 and tile.accessibleName().endswith(tile.words().split(" ", 1)[1]), name
    assert page.tiles[TileName.MEASURES].points() == "0 " * 11 + "1"
    assert page.tiles[TileName.REQUESTS].points() == "", "a line of noughts says nothing"
    assert page.tiles[TileName.MEASURES].words() == "1 To be done or judged; none is overdue."


def test_what_has_no_place_takes_the_room_of_the_place(qtbot: QtBot, tools: Tools) -> None:
    now = datetime.combine(TODAY, time(10), ZoneInfo("Asia/Shanghai"))
    panel = WorkPanel(tools, "计划巡检", "", lambda: TODAY, lambda: now, with_place=True)
    qtbot.addWidget(panel)
    owed = Work(Errand.DUE, UUID(int=1), "", "", "", TODAY, people=16, of=9)
    planned = Work(Errand.PLAN, UUID(int=2), "", "patrol", "安和北京明湖医院", TODAY)
    for rows, spans in (((owed, planned), [2, 1]), ((planned, owed), [1, 2])):
        panel.show_work(WorkList(rows))
        assert [panel.table.columnSpan(at, 0) for at in (0, 1)] == spans


def test_a_solution_to_be_approved_is_told_by_its_number_which_names_the_place() -> None:
    work = Work(Errand.DECIDE, UUID(int=1), "TJHT20261106", "", "安和天津海棠门诊部", TODAY)
    assert what_words(work, "zh") == "TJHT20261106" and tip_words(work, "zh") == "TJHT20261106 · 安和天津海棠门诊部"


def test_keys_click_and_enter_on_a_tile_ask_for_its_page(qtbot: QtBot, page: TodayPage) -> None:
    show(qtbot, page)
    asked: list[object] = []
    page.tile_wanted.connect(asked.append)
    for at in range(len(TileName)):
        QTest.keyClick(page, Key(Key.Key_1 + at), CONTROL | Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: asked == list(TileName))
    tile = page.tiles[TileName.REQUESTS]
    tile.setFocus()
    QTest.keyClick(tile, Key.Key_Return)
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: asked[-2:] == [TileName.REQUESTS] * 2)
    QTest.keyClick(page, Key.Key_F4)
    qtbot.waitUntil(lambda: asked[-1] is TileName.SLIPS)
    pages: list[str] = []
    page.page_wanted.connect(pages.append)
    QTest.keyClick(page, Key.Key_7)
    qtbot.waitUntil(lambda: pages == ["contacts"])


def test_a_change_is_seen_by_itself(qtbot: QtBot, page: TodayPage, desk: Clinic) -> None:
    show(qtbot, page)
    assert page.tiles[TileName.MEASURES].words() == "0 No measure is open."
    measure(desk, TODAY)
    page.tools.operations.changed.emit(frozenset({Change.MEASURES}))
    qtbot.waitUntil(lambda: page.tiles[TileName.MEASURES].words().startswith("1 "))
    qtbot.waitUntil(lambda: page.panels["measures"].works.rowCount() == 1)


def test_a_source_that_fails_says_so_in_its_own_place_and_f5_tries_again(
    qtbot: QtBot, page: TodayPage, desk: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_given: object) -> object:
        raise Refused("database_busy")

    services = desk.services
    for service, name in ((services.today, "figures"), (services.today, "slips"), (services.tiles, "requests")):
        monkeypatch.setattr(service, name, broken)
    show(qtbot, page)
    told = "Could not be read"
    for tile in (TileName.CASES, TileName.SLIPS, TileName.REQUESTS):
        assert told in page.tiles[tile].words(), tile
    assert told in page.panels["slips"].table.empty_words()
    assert told not in page.tiles[TileName.MEASURES].words()
    assert told not in page.panels["measures"].table.empty_words()
    monkeypatch.undo()
    QTest.keyClick(page, Key.Key_F5)
    qtbot.waitUntil(lambda: told not in page.tiles[TileName.CASES].words())
    qtbot.waitUntil(lambda: told not in page.tiles[TileName.REQUESTS].words())
    qtbot.waitUntil(lambda: told not in page.panels["slips"].table.empty_words())


def test_at_midnight_another_day_is_shown_with_what_became_late(qtbot: QtBot, page: TodayPage, desk: Clinic) -> None:
    measure(desk, TODAY)
    show(qtbot, page)
    assert page.panels["measures"].late.isHidden()
    desk.clock.advance(timedelta(days=1))
    page.minute_passed()
    qtbot.waitUntil(lambda: not page.panels["measures"].late.isHidden())
    qtbot.waitUntil(lambda: "1 of them overdue" in page.tiles[TileName.MEASURES].words())


def test_the_work_of_the_day_is_issued_by_keys_and_shown(qtbot: QtBot, page: TodayPage, desk: Clinic) -> None:
    show(qtbot, page)
    services = desk.services
    ways = DayPaperWays(page.tools, services.day_papers, services.papers, lambda: desk.by, page)
    page.paper_wanted.connect(ways.ask)
    QTest.keyClick(page, Key.Key_P, CONTROL)
    the_dialog(qtbot, DayPaperDialog)
    key(page.findChildren(DayPaperDialog)[0], Key.Key_Return, CONTROL)
    issued = the_dialog(qtbot, PreviewDialog)
    qtbot.waitUntil(lambda: issued.page_list.count() == 1)
    assert len(services.papers.by_number(f"GZ-{TODAY}")) == 1 and f"GZ-{TODAY}" in issued.windowTitle()
    issued.close()
