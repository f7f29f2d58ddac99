"""A paper looked at before it is printed or saved: page list, pages, size, print, save."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QIcon, QImage, QKeySequence, QPainter, QPixmap, QShortcut
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QProgressDialog, QWidget

from qualitydesk.kit.keys import Key, KeyTable
from qualitydesk.kit.pieces import Banner, button, hbox, label, vbox
from qualitydesk.kit.theme import EDGE, GRID, tokens
from qualitydesk.kit.tools import Tools
from qualitydesk.papers.ui.page_view import PageView, draw_image
from qualitydesk.papers.ui.print_dialog import PrintDialog, PrintOrder
from qualitydesk.papers.ui.print_job import PrintJob
from qualitydesk.papers.ui.printers import PrinterBook, printer_for
from qualitydesk.papers.ui.saving import write_file
from qualitydesk.printing.pages import page_sizes, page_texts

_THUMB = QSize(10 * GRID, 14 * GRID)
_MOST_THUMBS = 60
_MOST_NAMED = 10


def suggested_name(words: str) -> str:
    """A file name for a paper: what no system allows in names becomes a space, and .pdf is added."""
    name = " ".join(re.sub(r'[\\/:*?"<>|\x00-\x1f]', " ", words).split()).strip(". ")
    return f"{name[:120] or 'paper'}.pdf"


class PreviewDialog(QDialog):
    """Shows what `query() -> bytes` gives; the query runs on a read lane. Opens with `open()`, dies when closed."""

    def __init__(
        self,
        tools: Tools,
        title: str,
        query: Callable[[], bytes],
        file_name: str,
        *,
        kind: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`kind` of paper: what printer and tray are remembered by."""
        super().__init__(parent)
        self._kind = kind
        self._tools = tools
        self._file_name = file_name
        self._pdf = b""
        self._job: PrintJob | None = None
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.page_view = PageView(tools)
        self.page_list = self._make_list()
        self._where = label("", "caption")
        self._size = label("", "caption")
        self._lacking = Banner("", "warning")
        self._lacking.hide()
        self._saved_at: Path | None = None
        self._open_saved = button(self.tr("Open"), do=self.open_saved)
        self._saved = Banner("", "good", self._open_saved)
        self._saved.hide()
        self._print = button(self.tr("Print…"), "printer", self.print_paper, role="primary")
        self._save = button(self.tr("Save as PDF…"), "save", self.save_paper)
        self._sizers = (
            button("−", "", lambda: self.page_view.zoom_step(-1)),
            button("+", "", lambda: self.page_view.zoom_step(+1)),
            button(self.tr("Fit width"), "", self.page_view.fit_width),
        )
        for made, words in zip(self._sizers, (self.tr("Smaller"), self.tr("Larger"), ""), strict=True):
            if words:
                made.setAccessibleName(words)
                made.setToolTip(words)
        self._arrange()
        self._bind()
        self._enable(False)
        self._where.setText(self.tr("Preparing the pages…"))
        self.page_view.turned.connect(self._turned)
        self.page_view.zoomed.connect(self._zoomed)
        tools.operations.read(self, _with_sizes, query, then=self._show, failed=self._failed, topic="paper")

    def _make_list(self) -> QListWidget:
        made = QListWidget()
        made.setAccessibleName(self.tr("Page list"))
        made.setIconSize(_THUMB)
        made.setFixedWidth(17 * GRID)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        made.currentRowChanged.connect(self._picked)
        return made

    def _arrange(self) -> None:
        smaller, larger, fit = self._sizers
        bar = hbox(self._where, None, smaller, self._size, larger, fit, EDGE, self._save, self._print)
        middle = hbox(self.page_list, self.page_view)
        middle.setStretch(1, 1)
        column = vbox(bar, self._lacking, self._saved, middle, gap=EDGE)
        column.setStretch(3, 1)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.setLayout(column)
        self.resize(120 * GRID, 100 * GRID)
        self._tools.places.keep(self, "preview")
        self._fit(self.screen().availableSize())

    def _fit(self, room: QSize) -> None:
        """No larger than the screen with its own title bar, so that no button lies beyond it."""
        self.resize(self.size().boundedTo(room - QSize(2 * GRID, 6 * GRID)))

    def _bind(self) -> None:
        keys = (
            Key("Ctrl+P", self.tr("Print"), self.print_paper),
            Key("Ctrl+S", self.tr("Save as PDF"), self.save_paper),
            Key("Ctrl++", self.tr("Larger"), lambda: self.page_view.zoom_step(+1)),
            Key("Ctrl+-", self.tr("Smaller"), lambda: self.page_view.zoom_step(-1)),
            Key("Ctrl+0", self.tr("Fit width"), self.page_view.fit_width),
            Key("PgDown", self.tr("Further down; Home and End to the first and last page")),
            Key("Esc", self.tr("Close")),
        )
        self.key_table = KeyTable(self, keys)
        # The same as Ctrl++ without Shift; it need not be told.
        QShortcut(QKeySequence("Ctrl+="), self).activated.connect(lambda: self.page_view.zoom_step(+1))

    def _enable(self, on: bool) -> None:
        for made in (self._print, self._save, *self._sizers):
            made.setEnabled(on)

    # What is shown

    @Slot(object)
    def _show(self, paper: tuple[bytes, list[tuple[float, float]]]) -> None:
        self._pdf, sizes = paper
        with QSignalBlocker(self.page_list):
            for number in range(1, len(sizes) + 1):
                self.page_list.addItem(QListWidgetItem(str(number)))
            self.page_list.setCurrentRow(0)
        self.page_view.show_pdf(self._pdf, sizes)
        self._enable(True)
        self._turned(0)
        self._zoomed(self.page_view.zoom)
        self.page_view.setFocus()
        self._tools.operations.read(self, _lacking_pages, self._pdf, then=self._show_lacking)
        for index, (width, height) in enumerate(sizes[:_MOST_THUMBS]):
            ratio = self.devicePixelRatioF()
            scale = min(_THUMB.width() / width, _THUMB.height() / height) * ratio
            self._tools.operations.read(
                self, _thumb, self._pdf, index, scale, ratio, then=self._show_thumb, topic=f"thumb-{index}"
            )

    @Slot(object)
    def _show_lacking(self, pages: list[int]) -> None:
        """Somebody must know of it before the paper is signed."""
        if pages:
            words = self.tr("Our fonts lack a character here; {sign} stands in its place (page {pages}).")
            self._lacking.say(words.format(sign="〓", pages=", ".join(map(str, pages[:_MOST_NAMED]))), "warning")

    @Slot(object)
    def _show_thumb(self, found: tuple[int, QImage]) -> None:
        entry = self.page_list.item(found[0])
        if entry is not None:
            small = QIcon(QPixmap.fromImage(found[1]))
            small.addPixmap(QPixmap.fromImage(found[1]), QIcon.Mode.Selected)  # else the page takes on a tint
            entry.setIcon(small)

    def _failed(self, _error: Exception) -> bool:
        self._where.setText(self.tr("The paper could not be shown."))
        return False

    def _turned(self, index: int) -> None:
        if not self._pdf:
            return
        self._where.setText(self.tr("Page {page} of {pages}").format(page=index + 1, pages=self.page_list.count()))
        with QSignalBlocker(self.page_list):
            self.page_list.setCurrentRow(index)

    def _zoomed(self, zoom: float) -> None:
        self._size.setText(f"{round(zoom * 100)} %")

    def _picked(self, row: int) -> None:
        if row >= 0:
            self.page_view.turn_to(row)

    # What is done with it

    def save_paper(self) -> None:
        """Ask where, and write the file there."""
        if self._pdf:
            self._tools.prompts.save_path(self, self.tr("Save as PDF"), self._file_name, "PDF (*.pdf)", self._save_to)

    def _save_to(self, path: Path) -> None:
        target = path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
        self._tools.operations.write(write_file, target, self._pdf, then=self._say_where, asker=self)

    def open_saved(self) -> None:
        """Show the saved file in the system's own program for PDF."""
        if self._saved_at is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved_at))):
            words = self.tr("No program for PDF files was found here. The file stands at {path}.")
            self._saved.say(words.format(path=self._saved_at), "warning")

    def _say_where(self, path: Path) -> None:
        self._saved_at = path
        self._saved.say(self.tr("Saved: {path}").format(path=path), "good")

    def print_paper(self) -> None:
        """Ask how, then the run."""
        if not self._pdf or self._job is not None:
            return
        dialog = PrintDialog(
            self._tools, PrinterBook(self._tools.places.file), self._kind, self.page_list.count(), parent=self
        )
        dialog.ordered.connect(self._print_as)
        dialog.file_wanted.connect(self.save_paper)
        dialog.open()

    def _print_as(self, order: PrintOrder) -> None:
        title = Path(self._file_name).stem

        def made() -> QPrinter:
            printer = printer_for(order.choice, title)
            printer.setPrintRange(QPrinter.PrintRange.PageRange)
            printer.setFromTo(order.first, order.last)
            return printer

        self.print_on(made)

    def print_on(self, printer: QPrinter | Callable[[], QPrinter]) -> None:
        """Send the pages to `printer`, with progress that can be stopped."""
        job = self._job = PrintJob(self._pdf, printer, self)
        progress = QProgressDialog(self.tr("Printing…"), self.tr("Stop"), 0, self.page_list.count(), self)
        progress.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        progress.setWindowTitle(self.tr("Printing"))
        progress.setWindowModality(Qt.WindowModality.WindowModal)
        progress.setAutoClose(False)
        progress.setAutoReset(False)
        progress.setMinimumDuration(0)
        progress.canceled.connect(job.stop)
        job.progressed.connect(lambda done, of: _advance(progress, done, of))
        job.destroyed.connect(progress.close)
        progress.show()
        self._tools.operations.read(
            self, job.run, then=lambda _pages: self._printed(), failed=self._not_printed, topic="print"
        )

    def _printed(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
            self._job = None

    def _not_printed(self, _error: Exception) -> bool:
        self._printed()
        return False

    def done(self, result: int) -> None:
        """Closing stops a run under way."""
        if self._job is not None:
            self._job.stop()
        super().done(result)


def _advance(progress: QProgressDialog, done: int, of: int) -> None:
    progress.setMaximum(of)
    progress.setValue(done)


def _with_sizes(query: Callable[[], bytes]) -> tuple[bytes, list[tuple[float, float]]]:
    pdf = query()
    return pdf, page_sizes(pdf)


def _lacking_pages(pdf: bytes) -> list[int]:
    """The pages, counted from 1, on which the sign for a character without a picture stands."""
    from qualitydesk.printing.fonts import UNKNOWN  # brings ReportLab along, which this lane waits for alone

    return [at for at, text in enumerate(page_texts(pdf), 1) if UNKNOWN in text]


def _thumb(pdf: bytes, index: int, scale: float, ratio: float) -> tuple[int, QImage]:
    image = draw_image(pdf, index, scale)
    painter = QPainter(image)
    painter.setPen(tokens().of("muted"))
    painter.drawRect(0, 0, image.width() - 1, image.height() - 1)
    painter.end()
    image.setDevicePixelRatio(ratio)
    return index, image
