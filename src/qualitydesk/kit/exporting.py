"""Saving a list as a workbook or CSV: asks where, writes off the GUI thread, tells how many rows were written."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from qualitydesk.kit.tools import Tools

WORKBOOK, COMMAS = ".xlsx", ".csv"
_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f\s]+')


def export(tools: Tools, parent: QWidget, title: str, file_name: str, write: Callable[[Path], int]) -> QFileDialog:
    """Ask for a file, then run `write(path) -> rows written` on a read lane.

    `file_name` is what is suggested, without an ending; the path's ending says what to write, .xlsx or .csv.
    A Refused of `write` is shown in the user's words.
    """
    kinds = {
        QCoreApplication.translate("Exporting", "Excel workbook (*.xlsx)"): WORKBOOK,
        QCoreApplication.translate("Exporting", "CSV text (*.csv)"): COMMAS,
    }

    def chosen(path: Path) -> None:
        ending = (
            path.suffix.casefold() if path.suffix.casefold() in kinds.values() else kinds[dialog.selectedNameFilter()]
        )
        target = path if path.suffix.casefold() == ending else path.with_name(path.name + ending)
        tools.operations.read(
            parent, write, target, then=partial(_tell, tools, parent, title, target), topic=f"export {target}"
        )

    name = _UNFIT.sub(" ", file_name).strip() + WORKBOOK
    dialog = tools.prompts.save_path(parent, title, name, ";;".join(kinds), chosen)
    dialog.setDefaultSuffix(WORKBOOK[1:])
    dialog.filterSelected.connect(lambda kind: _with_ending(dialog, kinds.get(kind, WORKBOOK)))
    return dialog


def _with_ending(dialog: QFileDialog, ending: str) -> None:
    """Another kind was picked: the name typed so far follows."""
    dialog.setDefaultSuffix(ending[1:])
    named = dialog.selectedFiles()
    if named:
        dialog.selectFile(Path(named[0]).with_suffix(ending).name)


def _tell(tools: Tools, parent: QWidget, title: str, target: Path, rows: int) -> None:
    words = (
        QCoreApplication.translate("Exporting", "1 row was written to {path}.")
        if rows == 1
        else QCoreApplication.translate("Exporting", "{rows} rows were written to {path}.")
    )
    tools.prompts.tell(parent, title, words.format(rows=rows, path=target))
