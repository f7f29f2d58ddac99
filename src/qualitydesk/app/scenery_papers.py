"""The pages and dialogs around papers, for the gallery: letterheads, printers, the print window."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from qualitydesk.papers.ui.letterheads_page import LetterheadsPage
from qualitydesk.papers.ui.printers_page import PrintersPage

if TYPE_CHECKING:
    from qualitydesk.app.scenery import Stage


def paper_scenes(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """(name, widget to grab), as `app.scenery` asks for them."""
    letterheads = stage.page("letterheads", LetterheadsPage)
    yield "letterheads", stage.window
    yield "letterheads-edit", stage.dialog(letterheads.edit)
    printers = stage.page("printers", PrintersPage)
    yield "printers", stage.window
    printers.table.selectRow(0)
    yield "printers-change", stage.dialog(printers.change)
