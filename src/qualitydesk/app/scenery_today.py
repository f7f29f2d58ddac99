"""The first page, the search, what waits to be proposed, and the page that stands for a damaged database."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from qualitydesk.app.reminders import ReminderBook
from qualitydesk.app.trouble import TroublePage
from qualitydesk.basics.clock import DEFAULT_ZONE, FixedClock
from qualitydesk.basics.errors import Refused
from qualitydesk.kit.page import EVERYTHING, Page
from qualitydesk.kit.palette import Palette
from qualitydesk.papers.ui.preview_dialog import PreviewDialog
from qualitydesk.penalties.ui.add_dialog import AddDialog
from qualitydesk.today.model import TileName, WorkList
from qualitydesk.today.ui import tile_words
from qualitydesk.today.ui.day_paper import DayPaperDialog
from qualitydesk.today.ui.today_page import TodayPage

if TYPE_CHECKING:
    from qualitydesk.app.scenery import Stage


def today_scenes(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """The first page and the search, empty and with hits."""
    page = stage.page("today", TodayPage)
    stage.until(page.filled)
    stage.until(lambda: True)
    yield "today", stage.window
    yield "today-paper", stage.dialog(page.paper_wanted.emit)
    asked = stage.dialog(page.paper_wanted.emit)
    if isinstance(asked, DayPaperDialog):
        asked.preview_button.click()
        stage.until(lambda: any(isinstance(one, PreviewDialog) for one in stage.dialogs()))
        yield "today-paper-preview", next(one for one in stage.dialogs() if isinstance(one, PreviewDialog))
    page.panels["slips"].show_trouble(tile_words.trouble_words("", stage.desk.tools.language))
    page.tiles[TileName.FAILS].show_value("–", tile_words.trouble_words("", stage.desk.tools.language))
    yield "today-trouble", stage.window
    for panel in page.panels.values():
        panel.show_work(WorkList())
    yield "today-empty", stage.window
    page.refresh(EVERYTHING)
    stage.until(lambda: True)
    _remind(stage)
    yield "today-reminded", stage.window
    yield "today-keys", stage.dialog(page.key_table.show_help)
    yield "reminders", stage.dialog(stage.desk.show_reminders)
    for name, text in (
        ("search", ""),
        ("search-hits", "00"),
        ("search-initials", "xj"),
        ("search-nothing", "查无此人"),
    ):
        found = stage.dialog(stage.desk.search.open)
        assert isinstance(found, Palette)
        found.line.setText(text)
        stage.until(lambda: True)
        yield name, found


def _remind(stage: Stage) -> None:
    """What is told in the morning, whatever the hour the pictures are taken at."""
    services, who = stage.desk.services, stage.desk.by().entered_by
    now = services.clock.now()
    morning = FixedClock(now.astimezone(ZoneInfo(DEFAULT_ZONE)).replace(hour=10))
    book = ReminderBook(services.database, morning, (services.case_reminders,))
    if who is not None:
        book.keep(who, book.look(who, None))
        stage.desk.reminding.show([line.reminder for line in book.lately(who)])
    stage.until(lambda: True)


def waiting_scenes(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """Rounds with proposals waiting, and an act put in by hand."""
    stage.page("waiting", Page)
    yield "waiting", stage.window
    waiting = stage.desk.services.penalties.waiting_rounds(days=2000)
    if not waiting:
        return
    stage.desk.show_proposals(waiting[0].id)
    stage.until(lambda: True)
    if add := stage.button(stage.desk.page("proposals"), "plus"):
        dialog = stage.dialog(add.click)
        yield "proposals-add", dialog
        if isinstance(dialog, AddDialog):
            offered = stage.desk.services.penalties.addable(waiting[0].id)[0]
            again = stage.dialog(add.click)
            assert isinstance(again, AddDialog)
            again.person.choose(offered.employee_id)
            again.person.picked.emit(offered.employee_id)
            again.item.choose(offered.item_code)
            again.item.picked.emit(offered.item_code)
            stage.until(lambda: bool(again.outcome.text()))
            yield "proposals-add-filled", again


def trouble_scenes(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """What stands in place of the pages when the database cannot be used."""
    for name, refused in (
        ("damaged", Refused("database_damaged")),
        ("lost", Refused("database_lost", path=stage.program.folder / "qualitydesk.sqlite")),
    ):
        stage.window.show_trouble(TroublePage(stage.desk.tools, refused, stage.program.folder))
        stage.until(lambda: True)
        yield f"database-{name}", stage.window
        stage.window.open_page("today")
        stage.until(lambda: True)
