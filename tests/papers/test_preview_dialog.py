"""The preview: pages drawn off the GUI thread, turned, sized, saved and printed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget
from tests.kit.conftest import Told

from qualitydesk.basics.errors import Refused
from qualitydesk.kit.look import Look
from qualitydesk.kit.tools import Tools
from qualitydesk.papers.ui import PreviewDialog, suggested_name
from qualitydesk.papers.ui.print_job import suit
from qualitydesk.penalties.printout import FIELDS
from qualitydesk.printing.fields import samples
from qualitydesk.printing.pages import page_sizes
from qualitydesk.printing.reading import load_form
from qualitydesk.printing.render import render


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return render(load_form("penalty_slip"), samples(FIELDS, "zh"), "zh").pdf


@pytest.fixture
def dialog(qtbot: Any, look: Look, tools: Tools, window: QWidget, pdf: bytes) -> PreviewDialog:
    made = PreviewDialog(tools, "处分单", lambda: pdf, "CF-BJ-2026-0007.pdf", parent=window)
    made.open()
    qtbot.waitUntil(lambda: made.page_view.drawn(0) is not None, timeout=5000)
    return made


def test_all_pages_are_listed_and_the_first_is_drawn(dialog: PreviewDialog, pdf: bytes) -> None:
    assert dialog.page_list.count() == len(page_sizes(pdf)) == 8
    image = dialog.page_view.drawn(0)
    assert image is not None
    shades = {
        image.pixelColor(x, y).lightness() for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)
    }
    assert min(shades) < 80 < 250 < max(shades)


def test_the_page_fits_the_width_until_another_size_is_asked_for(qtbot: Any, dialog: PreviewDialog) -> None:
    view = dialog.page_view
    fitted = view.zoom
    dialog.resize(dialog.width() + 200, dialog.height())
    qtbot.waitUntil(lambda: view.zoom > fitted)
    view.zoom_to(1.0)
    assert view.zoom == 1.0
    qtbot.waitUntil(lambda: view.drawn(0) is not None)
    image = view.drawn(0)
    assert image is not None
    assert image.width() == pytest.approx(595.28 * 96 / 72 * view.devicePixelRatioF(), abs=2)
    view.zoom_step(+1)
    assert view.zoom == 1.25
    view.zoom_step(-1)
    assert view.zoom == 1.0


def test_turning_to_a_page_moves_list_and_pages_alike(qtbot: Any, dialog: PreviewDialog) -> None:
    dialog.page_list.setCurrentRow(4)
    assert dialog.page_view.page == 4
    qtbot.waitUntil(lambda: dialog.page_view.drawn(4) is not None)
    qtbot.keyClick(dialog.page_view, Qt.Key.Key_Home)
    assert dialog.page_list.currentRow() == 0
    qtbot.keyClick(dialog.page_view, Qt.Key.Key_End)
    assert dialog.page_list.currentRow() == 7


def test_the_paper_is_saved_under_the_suggested_name(
    qtbot: Any, dialog: PreviewDialog, pdf: bytes, tmp_path: Path
) -> None:
    dialog.save_paper()
    asked = dialog.findChild(QFileDialog)
    assert asked is not None
    assert Path(asked.selectedFiles()[0]).name == "CF-BJ-2026-0007.pdf"
    asked.fileSelected.emit(str(tmp_path / "slip"))
    qtbot.waitUntil((tmp_path / "slip.pdf").exists)
    qtbot.waitUntil(lambda: (tmp_path / "slip.pdf").read_bytes() == pdf)


def test_a_folder_that_takes_no_file_is_told(qtbot: Any, dialog: PreviewDialog, told: Told, tmp_path: Path) -> None:
    dialog._save_to(tmp_path / "missing" / "slip.pdf")
    qtbot.waitUntil(lambda: bool(told.refusals))
    assert told.refusals[0].code == "paper_not_saved"


def test_printing_runs_off_the_gui_thread_and_ends_its_progress(
    qtbot: Any, dialog: PreviewDialog, pdf: bytes, tmp_path: Path
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setResolution(72)
    suit(printer, page_sizes(pdf)[0])
    dialog.print_on(printer)
    assert dialog._job is not None
    qtbot.waitUntil(lambda: dialog._job is None, timeout=15000)
    assert len(page_sizes((tmp_path / "printed.pdf").read_bytes())) == 8


def test_a_paper_that_cannot_be_made_is_told(qtbot: Any, look: Look, tools: Tools, window: QWidget, told: Told) -> None:
    def refuse() -> bytes:
        raise Refused("no_such_paper")

    made = PreviewDialog(tools, "处分单", refuse, "slip.pdf", parent=window)
    made.open()
    qtbot.waitUntil(lambda: bool(told.refusals))
    assert told.refusals[0].code == "no_such_paper"
    assert not made._print.isEnabled()


def test_what_has_no_words_has_an_accessible_name(dialog: PreviewDialog) -> None:
    for widget in (dialog.page_view, dialog.page_list, *dialog._sizers):
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip("−+ ")


def test_a_suggested_name_is_allowed_on_every_system() -> None:
    assert suggested_name('CF-BJ-2026-0007 张𬱖: "a/b"') == "CF-BJ-2026-0007 张𬱖 a b.pdf"
    assert suggested_name("///") == "paper.pdf"


@pytest.mark.parametrize("screen", [QSize(1366, 768), QSize(1024, 700)])
def test_the_preview_is_no_larger_than_a_small_screen(dialog: PreviewDialog, screen: QSize) -> None:
    dialog._fit(screen)
    assert dialog.height() < screen.height() and dialog.width() < screen.width()
    assert dialog.minimumSizeHint().height() <= dialog.height()
    assert dialog.rect().contains(dialog._print.geometry())


def test_after_saving_it_says_where(qtbot: Any, dialog: PreviewDialog, tmp_path: Path) -> None:
    dialog._save_to(tmp_path / "slip")
    qtbot.waitUntil(dialog._saved.isVisible)
    assert str(tmp_path / "slip.pdf") in dialog._saved.words()
