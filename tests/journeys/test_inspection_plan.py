"""The next round from the search to the walk, and its reasons on the plan after a restart."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtTest import QTest
from tests.journeys.conftest import Sit
from tests.journeys.flows import CHINESE, found_quickly
from tests.journeys.sitting import Key
from tests.journeys.test_today_and_search import search

from qualitydesk.inspections.model import RoundFilter
from qualitydesk.inspections.ui.plan_calendar import PlanCalendarPage
from qualitydesk.inspections.ui.plan_calendar.suggestion import SuggestionDialog
from qualitydesk.inspections.ui.round_dialog import RoundDialog
from qualitydesk.inspections.ui.walk_view import WalkPage


def test_the_next_round_is_found_by_search_begun_and_explained_after_a_restart(sit: Sit, home: Path) -> None:
    found_quickly(home, CHINESE)
    sitting = sit().at_work()
    palette = search(sitting, "建议下一次")
    hit = palette.current()
    assert hit is not None and hit.text == "建议下一次巡检"
    sitting.press(Key.Key_Return)
    dialog = sitting.dialog(SuggestionDialog)
    sitting.until(dialog.go.isEnabled)
    assert "从未受检" in dialog.reasons.text()
    QTest.keyClick(dialog.table, Key.Key_Return)
    begun = sitting.dialog(RoundDialog)
    sitting.until(lambda: bool(begun.people.chosen()))
    sitting.rest()
    begun.press_save()
    sitting.until(lambda: isinstance(sitting.window.current_page(), WalkPage))
    sitting.close()

    again = sit().at_work()
    (line,) = again.services.rounds.lines(RoundFilter())
    assert again.services.suggestions.reasons_of(line.id)
    again.window.open_page("inspection_plan")
    page = again.window.current_page()
    assert isinstance(page, PlanCalendarPage)
    again.until(lambda: page.grid.row() is not None)
    again.rest()
    rows = page._month.rows if page._month else ()
    place = next(at for at, row in enumerate(rows) if row.kind == line.kind)
    page.grid.go_to(page.grid.day(), place)
    again.until(lambda: "建议理由" in page.details.text() and line.number in page.details.text())
    again.close()
