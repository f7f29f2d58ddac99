"""The pages and dialogs around papers, for the gallery: letterheads, printers, the print window."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from qualitydesk.inspections.model import RoundFilter, RoundKind, RoundState
from qualitydesk.kit.page import Page
from qualitydesk.papers.ui.letterheads_page import LetterheadsPage
from qualitydesk.papers.ui.preview_dialog import PreviewDialog
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
    stage.desk.papers.week()
    stage.until(lambda: True)
    yield "week", stage.window
    yield "checklist", stage.dialog(stage.desk.papers.pack_checklist)
    yield from _of_rounds(stage)


def _of_rounds(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    stage.page("rounds", Page)
    rounds = stage.desk.services.rounds
    finished = rounds.lines(RoundFilter(state=RoundState.FINISHED), limit=60)
    yield "papers", stage.dialog(lambda: stage.desk.papers.offer(finished[:3]))
    visits = rounds.lines(RoundFilter(kind=RoundKind.MYSTERY, state=RoundState.FINISHED), limit=1)
    if visits:
        yield "account", stage.dialog(lambda: stage.desk.papers.account(visits[0].id))
    if finished:
        yield "report-options", stage.dialog(lambda: stage.desk.print_report((visits or finished)[0].id))
        found = stage.desk.services.reports.issued((visits or finished)[0].id)
        if found:
            yield "report-preview", stage.dialog(lambda: stage.desk.papers.show_copy(found[0].id))
            preview = stage.dialog(lambda: stage.desk.papers.show_copy(found[0].id))
            if isinstance(preview, PreviewDialog):
                yield "print", stage.dialog(preview.print_paper)
