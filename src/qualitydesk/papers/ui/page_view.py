"""The pages of a PDF one below the other; each is drawn off the GUI thread when it comes into sight."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from qualitydesk.kit.theme import EDGE, GRID, tokens
from qualitydesk.kit.tools import Tools
from qualitydesk.printing.pages import draw_page

ZOOMS = (0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
_POINT = 96 / 72  # dots a point at 100 %
_KEPT = 8  # drawn pages held at a time


def draw_image(pdf: bytes, index: int, scale: float) -> QImage:
    """A page as Qt's picture, `scale` dots a point. May be called from any thread."""
    drawn = draw_page(pdf, index, scale)
    return QImage(drawn.dots, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32).copy()


class PageView(QAbstractScrollArea):
    """Signals: `turned(int)` another page is the one looked at; `zoomed(float)` another size, 1.0 = 100 %."""

    turned = Signal(int)
    zoomed = Signal(float)

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._pdf = b""
        self._sizes: list[tuple[float, float]] = []
        self._drawn: dict[int, tuple[float, QImage]] = {}
        self._asked: dict[int, float] = {}
        self._zoom = 1.0
        self._fits = True
        self._page = 0
        self._wheel = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Pages"))
        self.verticalScrollBar().setSingleStep(5 * GRID)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def show_pdf(self, pdf: bytes, sizes: list[tuple[float, float]]) -> None:
        """Show another file from its first page; `sizes` of its pages in points."""
        self._pdf, self._sizes = pdf, sizes
        self._drawn.clear()
        self._asked.clear()
        self._page = 0
        self._arrange()
        self.verticalScrollBar().setValue(0)
        self.turned.emit(0)
        self.viewport().update()

    @property
    def page(self) -> int:
        """The page looked at, from 0."""
        return self._page

    @property
    def zoom(self) -> float:
        return self._zoom

    def drawn(self, index: int) -> QImage | None:
        """The picture of a page as it is shown now, None while it is being drawn."""
        found = self._drawn.get(index)
        return found[1] if found and found[0] == self._scale() else None

    def turn_to(self, index: int) -> None:
        """Scroll to the top of a page."""
        if self._sizes:
            index = min(max(index, 0), len(self._sizes) - 1)
            self.verticalScrollBar().setValue(self._tops()[index] - EDGE)

    def fit_width(self) -> None:
        """Let the widest page fill the width, also when the window grows."""
        self._fits = True
        self._arrange()

    def zoom_to(self, zoom: float) -> None:
        """Show at `zoom` (1.0 = 100 %), the same spot staying in sight."""
        self._fits = False
        bar = self.verticalScrollBar()
        place = bar.value() / max(1, bar.maximum() + bar.pageStep())
        self._zoom = min(max(zoom, ZOOMS[0]), ZOOMS[-1])
        self._arrange()
        bar.setValue(round(place * (bar.maximum() + bar.pageStep())))

    def zoom_step(self, steps: int) -> None:
        """The next larger (+1) or smaller (−1) of the usual sizes."""
        if steps > 0:
            self.zoom_to(next((zoom for zoom in ZOOMS if zoom > self._zoom + 0.01), ZOOMS[-1]))
        elif steps < 0:
            self.zoom_to(next((zoom for zoom in reversed(ZOOMS) if zoom < self._zoom - 0.01), ZOOMS[0]))

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange()

    def sizeHint(self) -> QSize:
        return QSize(90 * GRID, 100 * GRID)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._wheel += event.angleDelta().y()
            steps = int(self._wheel / 120)
            self._wheel -= steps * 120
            self.zoom_step(steps)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        moves = {
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: bar.maximum(),
            Qt.Key.Key_PageDown: bar.value() + bar.pageStep(),
            Qt.Key.Key_Space: bar.value() + bar.pageStep(),
            Qt.Key.Key_PageUp: bar.value() - bar.pageStep(),
        }
        target = moves.get(Qt.Key(event.key()))
        if target is None:
            super().keyPressEvent(event)
        else:
            bar.setValue(target)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), tokens().of("window"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for index in self._in_sight():
            place = self._place(index)
            found = self._drawn.get(index)
            if found is None:
                painter.fillRect(place, Qt.GlobalColor.white)  # paper is white in any theme
            else:
                painter.drawImage(QRectF(place), found[1])
            painter.setPen(QPen(tokens().of("line"), 1))
            painter.drawRect(place.adjusted(-1, -1, 0, 0))
        painter.end()
        self._ask()

    # Inside

    def _scale(self) -> float:
        return self._zoom * _POINT * self.devicePixelRatioF()

    def _in_dots(self, index: int) -> tuple[int, int]:
        width, height = self._sizes[index]
        return round(width * self._zoom * _POINT), round(height * self._zoom * _POINT)

    def _tops(self) -> list[int]:
        tops = [EDGE]
        for index in range(len(self._sizes)):
            tops.append(tops[-1] + self._in_dots(index)[1] + EDGE)
        return tops

    def _place(self, index: int) -> QRect:
        width, height = self._in_dots(index)
        left = max(EDGE, (self.viewport().width() - width) // 2) - self.horizontalScrollBar().value()
        return QRect(left, self._tops()[index] - self.verticalScrollBar().value(), width, height)

    def _in_sight(self) -> list[int]:
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        return [n for n, (begin, end) in enumerate(pairwise(self._tops())) if begin < bottom and end > top]

    def _arrange(self) -> None:
        if not self._sizes:
            return
        before = self._zoom
        widest = max(width for width, _ in self._sizes)
        if self._fits:
            self._zoom = max(ZOOMS[0], min((self.viewport().width() - 2 * EDGE) / (widest * _POINT), ZOOMS[-1]))
        seen = self.viewport().size()
        for bar, whole, part in (
            (self.verticalScrollBar(), self._tops()[-1], seen.height()),
            (self.horizontalScrollBar(), round(widest * self._zoom * _POINT) + 2 * EDGE, seen.width()),
        ):
            bar.setPageStep(part)
            bar.setRange(0, max(0, whole - part))
        if before != self._zoom:
            self.zoomed.emit(self._zoom)
        self.viewport().update()

    def _scrolled(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        page = next((n for n, (_, end) in enumerate(pairwise(self._tops())) if middle < end), len(self._sizes) - 1)
        if page != self._page and page >= 0:
            self._page = page
            self.turned.emit(page)

    def _ask(self) -> None:
        """Have what is in sight drawn at the present size; forget what is far away."""
        scale = self._scale()
        sight = self._in_sight()
        for index in sight:
            have = self._drawn.get(index)
            if (have is None or have[0] != scale) and self._asked.get(index) != scale:
                self._asked[index] = scale
                self._tools.operations.read(
                    self, draw_image, self._pdf, index, scale, then=_Arrival(self, index, scale), topic=f"page-{index}"
                )
        if sight:
            for index in sorted(self._drawn, key=lambda page: -abs(page - sight[0]))[
                : max(0, len(self._drawn) - _KEPT)
            ]:
                self._drawn.pop(index)

    def _arrived(self, index: int, scale: float, image: QImage) -> None:
        if self._asked.get(index) == scale:
            self._asked.pop(index)
            self._drawn[index] = (scale, image)
            self.viewport().update()


class _Arrival:
    """What becomes of a drawn page; a value, so that the road can ask whose it is by the asker alone."""

    def __init__(self, view: PageView, index: int, scale: float) -> None:
        self._view, self._index, self._scale = view, index, scale

    def __call__(self, image: QImage) -> None:
        self._view._arrived(self._index, self._scale, image)
