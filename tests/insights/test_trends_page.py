"""The page of trends by keys and clicks: charts, filters, the table, the rows behind a point, views, notes, files."""

from __future__ import annotations

import time
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.builders import Group, a_group, a_pack
from tests.insights.test_trends import walked
from tests.kit.inline import InlineOperations

from qualitydesk.app.bootstrap import Services
from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.settings import SettingsFile
from qualitydesk.insights.model.trends import Span, TrendFilter, TrendName
from qualitydesk.insights.rules import over_time
from qualitydesk.insights.ui.behind import findings
from qualitydesk.insights.ui.mark_dialog import MarkDialog, MarksDialog
from qualitydesk.insights.ui.trends_page import TrendsPage, write_figures
from qualitydesk.inspections.model import FindingFilter
from qualitydesk.kit.look import Look
from qualitydesk.kit.plot import Picture
from qualitydesk.kit.prompts import Prompts
from qualitydesk.kit.tools import Tools
from qualitydesk.kit.windows import WindowPlaces
from qualitydesk.sheets import read_sheet
from qualitydesk.storage.database import Database
from qualitydesk.storage.files import FileStore

TODAY = date(2026, 11, 21)


@pytest.fixture
def house(sqlite_database: Database, clock: FixedClock) -> Group:
    made = a_group(sqlite_database, clock)
    made.hire("G1", "张𬱖")
    made.hire("G2", "王小明")
    made.adopt(a_pack("walk", 4), "walk")
    return made


@pytest.fixture
def desk(house: Group, files: FileStore, clock: FixedClock) -> Services:
    return Services(house.database, files, clock)


@pytest.fixture
def page(qtbot: Any, look: Look, house: Group, desk: Services, clock: FixedClock, tmp_path: Path) -> TrendsPage:
    for count in (1, 2, 0):
        walked(house, *range(1, count + 1))
        clock.advance(timedelta(days=31))
    tools = Tools(InlineOperations(), Prompts("zh"), WindowPlaces(SettingsFile(tmp_path / "s.json")), "zh")
    made = TrendsPage(tools, desk.trends, house.by, desk.directory.today())
    qtbot.addWidget(made)
    made.resize(1180, 680)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_what_is_drawn_is_what_the_table_and_the_file_say(page: TrendsPage, tmp_path: Path) -> None:
    read = page.shown()
    assert read is not None and isinstance(read.drawing, Picture)
    lines = [trace for trace in read.drawing.traces if trace.how == "line"]
    assert [y for y in lines[0].ys if y is not None] == [0.125, 0.25, 0.0]
    shown = page.chart().rows.all_rows()
    assert [row[:4] for row in shown[:3]] == [
        ("2026-11", "1", "8", "12.5 %"), ("2026-12", "2", "8", "25.0 %"), ("2027-01", "0", "8", "0.0 %"),
    ]  # fmt: skip
    path = tmp_path / "figures.csv"
    write_figures(read.told, path)
    assert [row.cells for row in read_sheet(path).rows] == list(shown)
    plotted = page.chart().drawn().getPlotItem().listDataItems()
    assert any(list(item.getData()[1][:3]) == [0.125, 0.25, 0.0] for item in plotted)
    assert page.chart().tell(1.2, 0.0).startswith("月份 2026-12 · 不合格 2")


def test_every_chart_is_turned_to_by_keys_and_stands_with_its_sentence(page: TrendsPage) -> None:
    page.list.setFocus()
    for name in list(TrendName)[1:]:
        QTest.keyClick(page.list, Qt.Key.Key_Down)
        assert page.name() is name and page.shown() is not None
        assert page.chart().sentence.text()
    QTest.keyClick(page, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert page.name() is TrendName.FAILS


def test_a_point_leads_to_its_findings_from_the_chart_and_from_the_table(qtbot: Any, page: TrendsPage) -> None:
    wanted: list[FindingFilter] = []
    page.findings_wanted.connect(wanted.append)
    page.chart().pressed.emit(page.chart().row_at(1.1, 0.0))
    assert (wanted[-1].since, wanted[-1].until) == (date(2026, 12, 1), date(2026, 12, 31))
    QTest.keyClick(page, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    page.chart().table.setFocus()
    page.chart().table.select_key(id(page.chart().rows.all_rows()[0]))
    QTest.keyClick(page.chart().table, Qt.Key.Key_Return)
    assert (wanted[-1].since, wanted[-1].until) == (date(2026, 11, 1), date(2026, 11, 30))


def test_several_departments_and_kinds_go_with_the_point_and_a_note_leads_to_its_days() -> None:
    one, two = UUID(int=1), UUID(int=2)
    wanted = TrendFilter(date(2026, 11, 1), date(2026, 11, 30), departments=(one, two), kinds=("patrol", "mystery"))
    found = findings(wanted, wanted.first, wanted.last)
    assert (found.department_id, found.kind, found.among.departments) == (None, None, (one, two))
    assert [str(kind) for kind in found.among.kinds] == ["patrol", "mystery"]
    assert findings(wanted, wanted.first, wanted.last, department=one).among.departments == ()
    assert over_time.days_around(date(2026, 11, 4), date(2026, 12, 1))[1] == date(2026, 11, 29)


def test_filters_ask_anew_and_a_view_brings_them_back(page: TrendsPage, house: Group) -> None:
    page.filters.span.choose(Span.WEEK)
    page.filters.span.picked.emit(Span.WEEK)
    read = page.shown()
    assert read is not None and len(read.told.rows) > 8
    page.show_chart(TrendName.ITEMS)
    page.filters.institutions.list.choose((house.institution,))
    page.filters.institutions.take()
    assert page.filters.wanted().institutions == (house.institution,)
    page.views.keep_as("每周例会")
    page.filters.show_all()
    page.show_chart(TrendName.FAILS)
    assert page.filters.wanted().institutions == ()
    page.views.list.choose("每周例会")
    page.views.list.picked.emit("每周例会")
    assert page.name() is TrendName.ITEMS and page.filters.wanted().span is Span.WEEK
    assert page.filters.wanted().institutions == (house.institution,)


def test_from_a_row_of_the_items_to_its_course(page: TrendsPage) -> None:
    page.show_chart(TrendName.ITEMS)
    read = page.shown()
    assert read is not None and read.name is TrendName.ITEMS and read.told.rows
    QTest.keyClick(page, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    page.chart().table.setFocus()
    page.chart().table.select_key(id(page.chart().rows.all_rows()[0]))
    QTest.keyClick(page.chart().table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.name() is TrendName.FAILS and page.filters.wanted().items == (read.told.keys[0],)
    assert "1" in page.filters.items.text() or page.filters.items.text() != page.filters.tr("All items")


def test_a_note_is_put_and_stands_on_the_chart(qtbot: Any, page: TrendsPage, desk: Services) -> None:
    page.show_marks()
    marks = page.findChild(MarksDialog)
    assert marks is not None
    marks.ask()
    dialog = marks.findChild(MarkDialog)
    assert dialog is not None
    dialog.first.set_day(date(2026, 12, 10))
    dialog.words.setText("礼仪培训")
    dialog.press_save()
    (mark,) = desk.trends.marks(TrendName.FAILS, page.filters.wanted())
    assert (mark.words, mark.first) == ("礼仪培训", date(2026, 12, 10))
    page.refresh(frozenset())
    read = page.shown()
    assert read is not None and isinstance(read.drawing, Picture)
    assert [(flag.x, flag.words) for flag in read.drawing.flags] == [(1, "礼仪培训")]
    marks.close()


def test_another_filter_holds_the_window_no_longer_than_fifty_milliseconds(page: TrendsPage) -> None:
    """Of this thread's own time: what is read and told runs on a lane; here only what is shown is measured."""
    for name in (TrendName.FAILS, TrendName.ITEMS, TrendName.ITEM_DEPARTMENT, TrendName.FUNNEL):
        page.show_chart(name)
        read = page.shown()
        assert read is not None
        page.grab()  # drawn once: the first chart of all imports what draws it
        taken = []
        for _ in range(3):
            began = time.thread_time()
            page._show(read)
            page.grab()
            taken.append(time.thread_time() - began)
        assert min(taken) < 0.05, (name, taken)
