"""Penalty slips against a bare ReportLab canvas that writes the same words and lines at the same places.

`python tests/bench/bench_slip.py` prints a JSON line for each work; both sides run in turn in one process,
measured by processor time.
The canvas is told where everything stands; ours reads the values, breaks the lines and lays out the pages in its time.
"""

from __future__ import annotations

import json
import statistics
import sys
from collections.abc import Callable, Iterator
from io import BytesIO
from time import process_time
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from qualitydesk.penalties.printout import FIELDS
from qualitydesk.printing.fields import samples
from qualitydesk.printing.fonts import BOLD, REGULAR, faces
from qualitydesk.printing.form import Form
from qualitydesk.printing.page import Page
from qualitydesk.printing.paint import Painter
from qualitydesk.printing.reading import load_form
from qualitydesk.printing.render import render_many


def _slips(count: int) -> list[dict[str, Any]]:
    values = samples(FIELDS, "zh")
    return [
        {**values, "number": f"CF-BJ-2026-{n:04d}", "employee_number": f"BJ{n:04d}", "total": f"¥{n}.00"}
        for n in range(1, count + 1)
    ]


class _Spy(Painter):
    """Notes every page that is painted, edges and all."""

    seen: list[Page]

    def _spell(self, page: Page) -> tuple[str, str]:
        self.seen.append(page)
        return super()._spell(page)


def _pages(form: Form, many: list[dict[str, Any]], copies: list[str] | None) -> tuple[list[list[Page]], Any]:
    """The finished pages, each as the list of what is drawn on it."""
    import qualitydesk.printing.render as module

    seen: list[Page] = []
    painted: list[list[Page]] = []

    class Spy(_Spy):
        def __init__(self, *args: Any) -> None:
            self.seen = seen
            super().__init__(*args)

        def _page(self, page: Page, under: str, over: str, edge: Any) -> None:
            before = len(seen)
            super()._page(page, under, over, edge)
            painted.append([page, *seen[before:]])

    plain, module.Painter = module.Painter, Spy
    try:
        render_many(form, many, "zh", receivers=copies)
    finally:
        module.Painter = plain
    return painted, (595.28, 841.89)


def _bare(painted: list[list[Page]], size: tuple[float, float]) -> bytes:
    out = BytesIO()
    canvas: Any = Canvas(out, size, invariant=1, pageCompression=1, initialFontName=REGULAR)
    high = size[1]
    colors: dict[str, Any] = {}

    def color(words: str) -> Any:
        if words not in colors:
            colors[words] = HexColor(f"#{words}")
        return colors[words]

    for layers in painted:
        filled = stroked = look = weighed = None
        for page in layers:
            for x, y, width, height, shade in page.fills:
                if shade != filled:
                    canvas.setFillColor(color(shade))
                    filled = shade
                canvas.rect(x, high - y - height, width, height, stroke=0, fill=1)
            for x1, y1, x2, y2, weight, shade in dict.fromkeys(page.rules):
                if (weight, shade) != (weighed, stroked):
                    canvas.setLineWidth(weight)
                    canvas.setStrokeColor(color(shade))
                    weighed, stroked = weight, shade
                canvas.line(x1, high - y1, x2, high - y2)
            for x, y, text, points, bold, shade, space in page.texts:
                if (bold, points) != look:
                    canvas.setFont(BOLD if bold else REGULAR, points)
                    look = (bold, points)
                if shade != filled:
                    canvas.setFillColor(color(shade))
                    filled = shade
                canvas.drawString(x, high - y, text, charSpace=space)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _median(work: Callable[[], object], other: Callable[[], object], times: int) -> tuple[float, float]:
    """Milliseconds of processor time of both, taken in turn: on a busy machine the wall clock compares other people."""
    first, second = [], []
    for _ in range(times):
        for run, kept in ((work, first), (other, second)):
            began = process_time()
            run()
            kept.append((process_time() - began) * 1000)
    return statistics.median(first), statistics.median(second)


def measure() -> Iterator[dict[str, object]]:
    """One result a work, as `dev.py bench` prints them."""
    faces()
    form = load_form("penalty_slip")
    for work, count, copies, aim, times in (
        ("slip, single", 1, ["employee"], 2.0, 25),
        ("slip, single, four copies", 1, None, 2.0, 25),
        ("500 slips in one file, a page", 500, ["employee"], 2.5, 3),
        ("500 slips, four copies, a page", 500, None, 2.5, 1),
    ):
        many = _slips(count)
        painted, size = _pages(form, many, copies)
        bare, ours = _median(
            lambda painted=painted, size=size: _bare(painted, size),
            lambda many=many, copies=copies: render_many(form, many, "zh", receivers=copies),
            times,
        )
        share = len(painted) if count > 1 else 1
        limit, took = bare / share, ours / share
        yield {
            "work": work,
            "limit_ms": round(limit, 3),
            "ours_ms": round(took, 3),
            "ratio": round(took / limit, 2),
            "aim": aim,
            "ok": took / limit <= aim,
        }


if __name__ == "__main__":
    for line in measure():
        sys.stdout.write(json.dumps(line) + "\n")
        sys.stdout.flush()
