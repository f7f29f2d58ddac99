"""The calendar page for the gallery: this year, one not announced yet, an own day, a notice on its way in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from qualitydesk.basics.errors import Refused
from qualitydesk.kit.import_dialog import ImportDialog
from qualitydesk.rulebook.model.days import DayDraft
from qualitydesk.rulebook.ui.calendar_page import CalendarPage
from qualitydesk.sheets import write_csv

if TYPE_CHECKING:
    from qualitydesk.app.scenery import Stage

WORDS = {"zh": ("院庆", "放假安排"), "en": ("Anniversary", "Days off")}


def calendar_scenes(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """(name, widget to grab), as `app.scenery` asks for them."""
    services, desk = stage.desk.services, stage.desk
    name, stem = WORDS[desk.tools.language]
    year = services.calendar.this_year().year
    own = date(year, 5, 20)
    with suppress(Refused):  # the light theme's turn has written it already
        services.calendar.set_day(DayDraft(own, False, name), desk.by())
    page = stage.page("calendar", CalendarPage)
    yield "calendar", stage.window
    page.year_view.go_to(own)
    page.year_view.setFocus()
    stage.until(lambda: True)
    yield "calendar-own", stage.window
    yield "calendar-day", stage.dialog(page.edit_day)
    page.show_year(year + 1)
    stage.until(lambda: True)
    yield "calendar-unknown", stage.window
    for scene, rows in _files(year + 1):
        path = stage.program.folder / f"{stem}.csv"
        write_csv(path, ("日期", "类型", "名称"), rows)
        dialog = stage.dialog(page.import_button.click)
        assert isinstance(dialog, ImportDialog)
        dialog.read_file(path)
        stage.until(lambda: True)
        yield f"calendar-{scene}", dialog
    page.show_year(year)


def _files(year: int) -> Iterator[tuple[str, list[list[str]]]]:
    rows = [[f"{year}-01-0{day}", "休", "元旦"] for day in (1, 2, 3)] + [[f"{year}-01-10", "班", "元旦"]]
    yield "notice", rows
    yield "notice-refused", [*rows, [f"{year}-02-30", "休", "春节"], [f"{year}-02-20", "?", "春节"]]
