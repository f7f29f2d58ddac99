"""The pages and dialogs of the rail's entry 组织, for the gallery: lists, dialogs, a file of people on its way in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from qualitydesk.directory.model import EmployeeFilter
from qualitydesk.directory.ui.directory_page import DirectoryPage
from qualitydesk.kit.import_dialog import ImportDialog
from qualitydesk.sheets import read_sheet, write_csv

if TYPE_CHECKING:
    from qualitydesk.app.scenery import Stage

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
    page.tabs.setCurrentIndex(0)
    yield from _import(stage, page)


def _import(stage: Stage, page: DirectoryPage) -> Iterator[tuple[str, QWidget]]:
    """Three people given out, one spoilt, one changed, one new put beside them."""
    dialog = stage.dialog(page.import_button.click)
    assert isinstance(dialog, ImportDialog)
    yield "directory-import", dialog
    path = stage.program.folder / "people.csv"
    stage.desk.services.directory.roster.write_people(path, stage.desk.tools.language, EmployeeFilter("QQ00"))
    found = read_sheet(path)
    rows = [list(row.cells) for row in found.rows[:6]]
    rows += [["QQ901", "单明霞", *rows[0][2:]], ["QQ902", "张三", "?", *rows[0][3:6], "X999", "2025-02-30", "", ""]]
    rows[1][1] += "子"
    write_csv(path, [*found.head, "备注"], [[*row, ""] for row in rows])
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
