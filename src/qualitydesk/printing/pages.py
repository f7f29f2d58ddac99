"""PDF files read back: pages to pictures for preview and printers, their text, several files made one. By PDFium."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from threading import RLock
from typing import Any

from qualitydesk.printing.outline import with_outline

_PDFIUM = RLock()  # the library itself is one for the whole process and not made for threads


def _opened(pdf: bytes | None) -> Any:
    """A file, or a new empty one. PDFium is loaded with the first file, not at start."""
    import pypdfium2

    return pypdfium2.PdfDocument.new() if pdf is None else pypdfium2.PdfDocument(pdf)


@dataclass(frozen=True)
class Bitmap:
    """A drawn page: 32 bits a dot in memory order blue, green, red, unused; `stride` bytes a line."""

    width: int
    height: int
    stride: int
    dots: bytes


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of each page in points."""
    with _PDFIUM:
        document = _opened(pdf)
        try:
            return [document.get_page_size(index) for index in range(len(document))]
        finally:
            document.close()


def draw_page(pdf: bytes, index: int, scale: float) -> Bitmap:
    """Page `index` (from 0) on white, `scale` dots a point (300 dpi: 300 / 72)."""
    with _PDFIUM:
        document = _opened(pdf)
        try:
            page = document[index]
            bitmap = page.render(scale=scale, rev_byteorder=False, prefer_bgrx=True)
            return Bitmap(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        finally:
            document.close()


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page as a reader would copy it."""
    with _PDFIUM:
        document = _opened(pdf)
        try:
            return [page.get_textpage().get_text_range() for page in document]
        finally:
            document.close()


def join(pdfs: Sequence[bytes], titles: Sequence[str] = ()) -> bytes:
    """Several files as one, in their order; with `titles` each begins with a bookmark."""
    first: list[int] = []
    with _PDFIUM:
        joined = _opened(None)
        try:
            for pdf in pdfs:
                first.append(len(joined))
                part = _opened(pdf)
                joined.import_pages(part)
                part.close()
            out = BytesIO()
            joined.save(out)
        finally:
            joined.close()
    return with_outline(out.getvalue(), list(zip(titles, first, strict=False)))
