"""A PDF on its way to a printer: pages drawn by PDFium at the printer's fineness, with progress and a way to stop."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QObject, QRectF, QSizeF, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from qualitydesk.basics.errors import Refused
from qualitydesk.papers.ui.page_view import draw_image
from qualitydesk.printing.pages import page_sizes

_FINEST = 400  # dots an inch: finer cannot be told apart on office paper and takes four times the memory


def suit(printer: QPrinter, size: tuple[float, float]) -> None:
    """Propose the paper of a page `size` points large, whole sheets, upright or across as the page is."""
    width, height = size
    printer.setFullPage(True)  # our forms bring their own margins
    upright = QSizeF(min(width, height), max(width, height))
    printer.setPageSize(QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch))
    across = width > height
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait)


class PrintJob(QObject):
    """One run to a printer. `run` belongs on a worker lane; `stop` may be called from anywhere.

    Signals: `progressed(int done, int of)` after each page.
    """

    progressed = Signal(int, int)

    def __init__(self, pdf: bytes, printer: QPrinter | Callable[[], QPrinter], parent: QObject | None = None) -> None:
        """`printer`: ready, or what makes it on the lane of `run`, since a printing system may keep one waiting."""
        super().__init__(parent)
        self._pdf = pdf
        self._wanted = printer
        self._stopped = Event()

    def stop(self) -> None:
        """Stop after the page under way; what the printer already has is called off where it can be."""
        self._stopped.set()

    def run(self) -> int:
        """Print; gives how many pages went out. Refused: printer_failed, printer_gone, no_printer."""
        printer = self._printer = self._made()
        chosen = self._chosen(len(page_sizes(self._pdf)))
        painter = QPainter()
        if not painter.begin(printer):
            raise Refused("printer_failed", printer=printer.printerName())
        try:
            for done, index in enumerate(chosen):
                if self._stopped.is_set():
                    printer.abort()
                    return done
                if done and not printer.newPage():
                    raise Refused("printer_failed", printer=printer.printerName())
                self._put(painter, index)
                self.progressed.emit(done + 1, len(chosen))
        finally:
            sent = painter.end()
        if not sent or printer.printerState() == QPrinter.PrinterState.Error or _gone(printer):
            raise Refused("printer_failed", printer=printer.printerName())
        return len(chosen)

    def _made(self) -> QPrinter:
        if isinstance(self._wanted, QPrinter):
            return self._wanted
        printer = self._wanted()
        suit(printer, page_sizes(self._pdf)[0])
        return printer

    def _chosen(self, pages: int) -> list[int]:
        """Page numbers from 0, as picked in the print dialog (1 to n; 0 means all)."""
        first = self._printer.fromPage() or 1
        last = self._printer.toPage() or pages
        if self._printer.printRange() != QPrinter.PrintRange.PageRange:
            first, last = 1, pages
        chosen = list(range(first - 1, min(last, pages)))
        backwards = self._printer.pageOrder() == QPrinter.PageOrder.LastPageFirst
        return chosen[::-1] if backwards else chosen

    def _put(self, painter: QPainter, index: int) -> None:
        """One page as large as the paper allows, in its middle."""
        fine = self._printer.resolution()
        paper = QRectF(self._printer.pageLayout().fullRectPixels(fine))
        width, height = page_sizes(self._pdf)[index]
        fit = min(paper.width() / width, paper.height() / height)  # printer's dots a point
        image = draw_image(self._pdf, index, fit * min(1.0, _FINEST / fine))
        wide, high = width * fit, height * fit
        painter.drawImage(QRectF((paper.width() - wide) / 2, (paper.height() - high) / 2, wide, high), image)


def _gone(printer: QPrinter) -> bool:
    """Whether the printer is not there any more. Qt says nothing when a run could not be handed over to CUPS."""
    native = printer.outputFormat() == QPrinter.OutputFormat.NativeFormat
    return native and printer.printerName() not in QPrinterInfo.availablePrinterNames()
