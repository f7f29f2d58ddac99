"""QR codes read back out of scans and photos: pictures and PDF files. By ZXing."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from PIL import Image, ImageOps

from qualitydesk.printing.pages import draw_page, page_sizes

_DPI = 200 / 72  # dots a point: our code of 16 mm has modules of four dots
_MOST_PAGES = 12
_LONGEST = 5000  # dots of a side; a photo has more than a code needs


def codes_in(content: bytes) -> tuple[str, ...]:
    """The texts of the QR codes in a file, page by page, each once; () when it has none or cannot be read."""
    from zxingcpp import BarcodeFormat, BarcodeFormats, read_barcodes

    found: dict[str, None] = {}
    try:
        for picture in _pictures(content):
            for code in read_barcodes(picture, formats=BarcodeFormats(BarcodeFormat.QRCode)):
                found[code.text] = None
    except (OSError, ValueError, SyntaxError, RuntimeError, Image.DecompressionBombError):
        return tuple(found)  # a damaged file: what was read of it counts
    return tuple(found)


def _pictures(content: bytes) -> Iterator[Image.Image]:
    """Grey pictures: each page of a PDF, or the picture itself, upright."""
    if content[:5] == b"%PDF-":
        for at in range(min(len(page_sizes(content)), _MOST_PAGES)):
            page = draw_page(content, at, _DPI)
            size = (page.width, page.height)
            yield Image.frombuffer("RGB", size, page.dots, "raw", "BGRX", page.stride, 1).convert("L")
        return
    with Image.open(BytesIO(content)) as opened:
        upright = ImageOps.exif_transpose(opened).convert("L")
        upright.thumbnail((_LONGEST, _LONGEST))
        yield upright
