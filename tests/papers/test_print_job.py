"""Printing: what Qt's printer received looks like the paper, dot for dot within a small tolerance."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from qualitydesk.basics.errors import Refused
from qualitydesk.papers.ui.print_job import PrintJob, suit
from qualitydesk.penalties.printout import FIELDS
from qualitydesk.printing.fields import samples
from qualitydesk.printing.pages import draw_page, page_sizes
from qualitydesk.printing.reading import load_form
from qualitydesk.printing.render import render

pytestmark = pytest.mark.usefixtures("qapp")


def slip(paper: str = "A4") -> bytes:
    return render(load_form("penalty_slip"), samples(FIELDS, "zh"), "zh", paper=paper, receivers=["employee"]).pdf


def printer_to(path: Path, pdf: bytes) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(300)
    suit(printer, page_sizes(pdf)[0])
    return printer


def picture(pdf: bytes, index: int) -> Image.Image:
    drawn = draw_page(pdf, index, 100 / 72)
    return Image.frombytes("RGB", (drawn.width, drawn.height), drawn.dots, "raw", "BGRX", drawn.stride).convert("L")


def difference(one: bytes, other: bytes, index: int) -> float:
    """Mean difference of two pages, 0 to 255, softened so that half a dot of shift does not count."""
    first, second = picture(one, index), picture(other, index)
    soft = ImageFilter.GaussianBlur(2)
    return float(
        ImageStat.Stat(ImageChops.difference(first.filter(soft), second.resize(first.size).filter(soft))).mean[0]
    )


@pytest.mark.parametrize("paper", ["A4", "A5"])
def test_printed_pages_look_like_the_paper(paper: str, tmp_path: Path) -> None:
    pdf = slip(paper)
    job = PrintJob(pdf, printer_to(tmp_path / "printed.pdf", pdf))
    seen: list[tuple[int, int]] = []
    job.progressed.connect(lambda done, of: seen.append((done, of)))
    pages = len(page_sizes(pdf))
    assert job.run() == pages
    assert seen == [(n, pages) for n in range(1, pages + 1)]
    printed = (tmp_path / "printed.pdf").read_bytes()
    for (width, height), (wide, high) in zip(page_sizes(pdf), page_sizes(printed), strict=True):
        assert (wide, high) == (pytest.approx(width, abs=1.5), pytest.approx(height, abs=1.5))
    for index in range(pages):
        assert difference(pdf, printed, index) < 1.5
    assert difference(pdf, other_slip(paper), 0) > 3.0  # the measure does see other words


def other_slip(paper: str) -> bytes:
    return render(load_form("penalty_slip"), samples(FIELDS, "en"), "en", paper=paper, receivers=["finance"]).pdf


def test_a_stopped_run_prints_no_further_page(tmp_path: Path) -> None:
    pdf = slip()
    job = PrintJob(pdf, printer_to(tmp_path / "printed.pdf", pdf))
    job.progressed.connect(lambda done, of: job.stop())
    assert job.run() == 1


def test_only_the_chosen_pages_are_printed(tmp_path: Path) -> None:
    pdf = slip()
    printer = printer_to(tmp_path / "printed.pdf", pdf)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 2)
    assert PrintJob(pdf, printer).run() == 1
    printed = (tmp_path / "printed.pdf").read_bytes()
    assert len(page_sizes(printed)) == 1


@pytest.mark.qt_log_ignore(r"QPainter::begin\(\): Returned false")
def test_a_printer_that_takes_nothing_is_refused_with_a_sentence(tmp_path: Path, qapp: QApplication) -> None:
    pdf = slip()
    (tmp_path / "file").write_text("no folder")
    job = PrintJob(pdf, printer_to(tmp_path / "file" / "printed.pdf", pdf))
    with pytest.raises(Refused) as refused:
        job.run()
    assert refused.value.code == "printer_failed"
