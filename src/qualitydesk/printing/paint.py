"""Pages become PDF: the only place that draws with ReportLab's canvas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from PIL import Image, ImageOps
from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from qualitydesk.printing.fonts import BOLD, REGULAR, Faces
from qualitydesk.printing.page import LINE, MUTED, Page
from qualitydesk.printing.setting import Sheet

rl_config.useA85 = 0  # text armour from the days of seven-bit mail: a quarter more bytes, a fifth more time
_DOTS_PER_POINT = 220 / 72  # finer than that only makes the file big
_MARK = "E9ECEE"


@dataclass(frozen=True)
class Edges:
    """What stands around the text of one page of one copy. `mark`: across the page; `told`: boxed at its top."""

    header: str
    footer: str
    receiver: str
    number: str
    mark: tuple[str, str] | None
    told: str = ""


class Painter:
    """One PDF being written. Hold `faces.lock` while it lives."""

    def __init__(self, sheet: Sheet, title: str, author: str, faces: Faces, images: Mapping[str, bytes]) -> None:
        self.sheet = sheet
        self.faces = faces
        self.images = images
        self.out = BytesIO()
        self.canvas: Any = Canvas(
            self.out, (sheet.width, sheet.height), invariant=1, pageCompression=1, initialFontName=REGULAR
        )
        self.canvas.setTitle(title)
        self.canvas.setAuthor(author)
        self.canvas.setCreator("QualityDesk")
        self._readers: dict[tuple[str, int], ImageReader] = {}
        self._marks, self._rank = 0, -1

    def finish(self) -> bytes:
        """The finished file."""
        self.canvas.save()
        return self.out.getvalue()

    def copies(self, pages: Sequence[Page], sets: Sequence[Sequence[Edges]]) -> None:
        """Paint `pages` once for each set of edges; the pages are spelled out once and repeated."""
        spelled = [self._spell(page) for page in pages]
        top = min((rank for page in pages for _title, rank in page.marks), default=0)
        for nth, edges in enumerate(sets):
            for page, (under, over), edge in zip(pages, spelled, edges, strict=True):
                if not nth:
                    self._bookmark(page, top)
                self._page(page, under, over, edge)

    def _bookmark(self, page: Page, top: int) -> None:
        """Bookmarks to the page about to be painted. `top`: the highest rank there is; none skips a rank."""
        for title, rank in page.marks:
            self._marks += 1
            self._rank = min(rank - top, self._rank + 1)
            self.canvas.bookmarkPage(f"m{self._marks}")
            self.canvas.addOutlineEntry(title, f"m{self._marks}", self._rank, closed=True)
            self.canvas.showOutline()

    def _page(self, page: Page, under: str, over: str, edge: Edges) -> None:
        canvas = self.canvas
        if edge.mark:
            self._watermark(edge.mark)
        if under:
            canvas.addLiteral(under)
        for image, x, y, width, height in page.pictures:
            reader = self._reader(image, width, height)
            canvas.drawImage(reader, x, self.sheet.height - y - height, width, height, mask="auto")
        canvas.addLiteral(over)
        around = Page()
        self._edges(around, edge)
        lines, words = self._spell(around)
        canvas.addLiteral(f"{lines}\n{words}")
        canvas.showPage()

    def _watermark(self, mark: tuple[str, str]) -> None:
        canvas, sheet = self.canvas, self.sheet
        words = " ".join(mark)
        size = min(sheet.width / 7, sheet.width * 1.08 / self._wide(words, 1, True))  # whole across the page
        canvas.saveState()
        canvas.setFillColor(f"#{_MARK}")
        canvas.translate(sheet.width / 2, sheet.height / 2)
        canvas.rotate(35)
        canvas.setFont(BOLD, size)
        canvas.drawCentredString(0, -size * 0.35, words)
        canvas.restoreState()

    def _edges(self, page: Page, edge: Edges) -> None:
        sheet = self.sheet
        size = 7.5 if sheet.name == "A4" else 6.6
        right = sheet.width - sheet.right
        y = sheet.height - sheet.bottom + size + 7
        page.rule(sheet.left, y - size - 2, right, y - size - 2, 0.4, LINE)
        receiver = self._cut(edge.receiver, size + 1, sheet.inner * 0.3, True)
        wide = self._wide(receiver, size + 1, True)
        page.text((sheet.width - wide) / 2, y, receiver, size + 1, True)
        page.text(sheet.left, y, self._cut(edge.footer, size, (sheet.inner - wide) / 2 - 8), size, color=MUTED)
        page.text(right - self._wide(edge.number, size), y, edge.number, size, color=MUTED)
        above = sheet.top - 8
        taken = self._wide(edge.told, size + 2, True) + 20 if edge.told else 0
        room = min(max(sheet.inner * 0.4, sheet.inner - taken), sheet.inner * 0.75)
        header = self._cut(edge.header, size, room)
        page.text(sheet.left, above, header, size, color=MUTED)
        if edge.told:
            words = self._cut(edge.told, size + 2, sheet.inner - self._wide(header, size) - 20, True)
            wide = self._wide(words, size + 2, True)
            page.text(right - wide - 4, above - 2, words, size + 2, True, "B42318")
            top, low = above - size - 5.5, above + 2.5
            for x1, y1, x2, y2 in (
                (right - wide - 8, top, right, top),
                (right, top, right, low),
                (right, low, right - wide - 8, low),
                (right - wide - 8, low, right - wide - 8, top),
            ):
                page.rule(x1, y1, x2, y2, 0.9, "B42318")

    def _wide(self, text: str, size: float, bold: bool = False) -> float:
        return sum(map(self.faces.widths(bold).__getitem__, text)) * size / 1000

    def _cut(self, text: str, size: float, room: float, bold: bool = False) -> str:
        """As much of a text as one line holds; the page itself has it in full."""
        text = text.replace("\n", " ")
        if self._wide(text, size, bold) <= room:
            return text
        while text and self._wide(f"{text}…", size, bold) > room:
            text = text[:-1]
        return f"{text}…"

    def _reader(self, image: str, width: float, height: float) -> ImageReader:
        """The picture upright and no finer than paper shows; the original file when it already is."""
        most = max(int(max(width, height) * _DOTS_PER_POINT), 1)
        found = self._readers.get((image, most))
        if found is None:
            found = self._readers[image, most] = ImageReader(_fitted(self.images[image], most))
        return found

    def _spell(self, page: Page) -> tuple[str, str]:
        """Lines and grounds, and texts, of a page as PDF operators."""
        return self._shapes(page), self._words(page)

    def _shapes(self, page: Page) -> str:
        high = self.sheet.height
        ops: list[str] = []
        color = ""
        for x, y, width, height, wanted in page.fills:
            if wanted != color:
                color = wanted
                ops.append(f"{rgb(color)} rg")
            ops.append(f"{x:.2f} {high - y - height:.2f} {width:.2f} {height:.2f} re f")
        pen: tuple[float, str] | None = None
        for x1, y1, x2, y2, weight, wanted in dict.fromkeys(page.rules):  # neighbours share their lines
            if (weight, wanted) != pen:
                if pen is not None:
                    ops.append("S")
                pen = (weight, wanted)
                ops.append(f"{weight:g} w {rgb(wanted)} RG")
            ops.append(f"{x1:.2f} {high - y1:.2f} m {x2:.2f} {high - y2:.2f} l")
        if pen is not None:
            ops.append("S")
        for corners, wanted in page.shapes:
            if wanted != color:
                color = wanted
                ops.append(f"{rgb(color)} rg")
            (x, y), *others = corners
            path = [f"{x:.2f} {high - y:.2f} m", *(f"{x:.2f} {high - y:.2f} l" for x, y in others)]
            ops.append(f"{' '.join(path)} h f")
        return "\n".join(ops)

    def _words(self, page: Page) -> str:
        high = self.sheet.height
        out = self.canvas.beginText()
        look: tuple[float, bool] | None = None
        color, spacing = "", 0.0
        for x, baseline, text, size, bold, wanted, space in page.texts:
            if (size, bold) != look:
                look = (size, bold)
                out.setFont(BOLD if bold else REGULAR, size)
            if wanted != color:
                color = wanted
                out.setFillColorRGB(*channels(color))
            if space != spacing:
                spacing = space
                out.setCharSpace(space)
            out.setTextOrigin(x, high - baseline)
            out.textLine(text)
        if spacing:
            out.setCharSpace(0)
        return str(out.getCode())


def channels(color: str) -> tuple[float, float, float]:
    """A colour as red, green, blue from 0 to 1."""
    return int(color[:2], 16) / 255, int(color[2:4], 16) / 255, int(color[4:], 16) / 255


def rgb(color: str) -> str:
    """A colour as PDF writes it."""
    return " ".join(f"{channel:.3f}" for channel in channels(color))


def picture_size(data: bytes) -> tuple[int, int]:
    """Width and height in dots as the picture is to be seen (cameras turn pictures by a note inside)."""
    with Image.open(BytesIO(data)) as image:
        turned = image.getexif().get(0x0112, 1) in (5, 6, 7, 8)
        return (image.height, image.width) if turned else (image.width, image.height)


def _fitted(data: bytes, most: int) -> BytesIO:
    with Image.open(BytesIO(data)) as image:
        if max(image.size) <= most * 1.2 and image.getexif().get(0x0112, 1) == 1 and image.mode in ("RGB", "L"):
            return BytesIO(data)
        upright = ImageOps.exif_transpose(image)
    if max(upright.size) > most * 1.2:
        upright.thumbnail((most, most))
    if upright.mode not in ("RGB", "L"):
        ground = Image.new("RGB", upright.size, "white")
        full = upright.convert("RGBA")
        ground.paste(full, mask=full.getchannel("A"))
        upright = ground
    out = BytesIO()
    upright.save(out, "JPEG", quality=86)
    out.seek(0)
    return out
