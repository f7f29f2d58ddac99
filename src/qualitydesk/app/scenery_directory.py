"""The pages and dialogs of the rail's entry 组织, for the gallery: lists, dialogs, a file of people on its way in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from qualitydesk.app.pages.directory import show_employee
from qualitydesk.basics.errors import Refused
from qualitydesk.directory.model import EmployeeFilter, TermDraft, TermKind
from qualitydesk.directory.ui.directory_page import DirectoryPage
from qualitydesk.directory.ui.employee_page import EmployeePage
from qualitydesk.directory.ui.history_view import HistoryView
from qualitydesk.directory.ui.hours_dialog import HoursDialog, HoursEntryDialog
from qualitydesk.kit.import_dialog import ImportDialog
from qualitydesk.sheets import read_sheet, write_csv

if TYPE_CHECKING:
    from qualitydesk.app.scenery import Stage

WORDS = {"zh": ("单明霞", "张三", "备注", "名册"), "en": ("Ann Lee", "Bob Ray", "Remarks", "people")}
LISTS = ("people", "institutions", "departments", "posts", "places")


def directory_scenes(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """(name, widget to grab), as `app.scenery` asks for them."""
    page = stage.page("directory", DirectoryPage)
    for turn, name in enumerate(LISTS):
        page.tabs.setCurrentIndex(turn)
        stage.until(lambda: True)
        yield f"directory-{name}", stage.window
        shown = getattr(page, name)
        yield f"directory-{name}-new", stage.dialog(shown.add)
        shown.table.selectRow(0)
        row = shown.table.current_row()
        if row is not None and name != "people":
            yield f"directory-{name}-edit", stage.dialog(partial(shown.table.opened.emit, row))
    page.tabs.setCurrentIndex(1)
    page.institutions.table.selectRow(0)
    yield "directory-hours", stage.dialog(page.institutions.show_hours)
    hours = stage.dialog(page.institutions.show_hours)
    if isinstance(hours, HoursDialog):
        hours.change_button.click()
        stage.until(lambda: bool(hours.findChildren(HoursEntryDialog)))
        yield "directory-hours-new", hours.findChildren(HoursEntryDialog)[0]
    page.tabs.setCurrentIndex(2)
    page.departments.table.selectRow(0)
    yield "directory-heads", stage.dialog(page.departments.show_heads)
    page.tabs.setCurrentIndex(len(LISTS))
    stage.until(lambda: True)
    yield "directory-day", stage.window
    page.tabs.setCurrentIndex(0)
    yield from _import(stage, page)
    yield from _employee(stage)


def _employee(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """The head of a department with a history, a correction and a team; every dialog of the page."""
    directory = stage.desk.services.directory
    heads = sorted(directory.head_names().values(), key=lambda person: person.number)
    shown = heads[-1].id if heads else directory.people(limit=1)[0].id
    if len(heads) > 1:
        since = directory.today() - timedelta(days=40)
        why = WORDS[stage.desk.tools.language][2]
        draft = TermDraft(TermKind.SUPERIOR, shown, since, person_id=heads[0].id, why=why)
        with suppress(Refused):  # the light theme's turn has written it already
            directory.terms.put_term(draft, stage.desk.by())
    show_employee(stage.desk, shown)
    stage.until(lambda: True)
    page = stage.desk.page("employee")
    assert isinstance(page, EmployeePage)
    for turn in range(page.tabs.count()):
        page.tabs.setCurrentIndex(turn)
        stage.until(lambda: True)
        yield f"employee-{turn + 1}", stage.window
    page.tabs.setCurrentIndex(0)
    stage.until(lambda: True)
    for icon_name, name in (
        ("pencil", "edit"),
        ("arrow-right", "transfer"),
        ("directory", "superior"),
        ("calendar", "leave"),
    ):
        if found := stage.button(page, icon_name):
            yield f"employee-{name}", stage.dialog(found.click)
    history = page.tabs.panel_widget()
    assert isinstance(history, HistoryView)
    history.table.selectRow(0)
    yield "employee-correct", stage.dialog(partial(history.opened.emit, history.table.current_row()))


def _import(stage: Stage, page: DirectoryPage) -> Iterator[tuple[str, QWidget]]:
    """Some people given out, one of them changed; one new and one spoilt put beside them."""
    new, spoilt, column, stem = WORDS[stage.desk.tools.language]
    dialog = stage.dialog(page.import_button.click)
    assert isinstance(dialog, ImportDialog)
    yield "directory-import", dialog
    path = stage.program.folder / f"{stem}.csv"
    stage.desk.services.directory.roster.write_people(path, stage.desk.tools.language, EmployeeFilter("QQ00"))
    found = read_sheet(path)
    rows = [list(row.cells) for row in found.rows[:6]]
    rows += [["QQ901", new, *rows[0][2:]], ["QQ902", spoilt, "?", *rows[0][3:6], "X999", "2025-02-30", "", ""]]
    rows[0][1] = new
    write_csv(path, [*found.head, column], [[*row, ""] for row in rows])
    dialog = stage.dialog(page.import_button.click)
    assert isinstance(dialog, ImportDialog)
    dialog.read_file(path)
    stage.until(lambda: True)
    yield "directory-import-refused", dialog
    write_csv(path, found.head, rows[:-1])
    dialog = stage.dialog(page.import_button.click)
    assert isinstance(dialog, ImportDialog)
    dialog.read_file(path)
    stage.until(lambda: True)
    yield "directory-import-ready", dialog
