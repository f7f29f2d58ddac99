"""The two faces of every paper, loaded once, and what they can show."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

from qualitydesk.basics.places import shipped

REGULAR = "QualityDesk"
BOLD = "QualityDesk-Bold"
UNKNOWN = "〓"  # the printer's own sign for a missing type
_INVISIBLE = {0x200B: None, 0x200C: None, 0x200D: None, 0x2060: None, 0xFEFF: None, 0xAD: None} | dict.fromkeys(
    range(0xFE00, 0xFE10)
)


class _Face(TTFont):  # type: ignore[misc]
    """A TrueType face whose text can be copied and searched also beyond U+FFFF (𬱖 stands in people's names)."""

    def addObjects(self, doc: Any) -> None:
        subsets = self.state[doc].subsets if doc in self.state else []
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            name = b"".join((SUBSETN(number), b"+", self.face.name, self.face.subfontNameX)).decode("pdfdoc")
            doc.idToObject[f"toUnicodeCMap:{name}"].content = to_unicode(name, subset)


def to_unicode(name: str, subset: list[int]) -> str:
    """The ToUnicode map of a subset, targets in UTF-16BE (a pair beyond U+FFFF), at most 100 entries a section."""
    pairs = [(code, chr(char)) for code, char in enumerate(subset) if char]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
        f"/CMapName /{name} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    for first in range(0, len(pairs), 100):
        part = pairs[first : first + 100]
        lines.append(f"{len(part)} beginbfchar")
        lines.extend(f"<{code:02X}> <{char.encode('utf-16-be').hex().upper()}>" for code, char in part)
        lines.append("endbfchar")
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)


class Widths(dict[str, float]):
    """Advance of each character in thousandths of the type size."""

    def __missing__(self, char: str) -> float:
        return 1000.0


@dataclass(frozen=True)
class Faces:
    """Both faces. `lock` is held while a document is written: a face reads its file through one shared position."""

    regular: Widths
    bold: Widths
    known: frozenset[str]
    lock: Lock

    def widths(self, bold: bool) -> Widths:
        return self.bold if bold else self.regular

    def clean(self, text: str, missing: set[str]) -> str:
        """`text` as it can be printed: what neither face shows becomes 〓 and is noted in `missing`."""
        if self.known.issuperset(text):
            return text
        text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "  "))
        text = text.translate(_INVISIBLE)
        unknown = set(text) - self.known
        for char in unknown:
            blank = unicodedata.category(char) in ("Cc", "Zs", "Zl", "Zp")
            if not blank:
                missing.add(char)
            text = text.replace(char, " " if blank else UNKNOWN)
        return text


@cache
def faces() -> Faces:
    """Reads the fonts (some 20 ms each): called when the first paper is made, never at start."""
    folder = shipped("resources/fonts")
    regular = _Face(REGULAR, str(folder / "NotoSansSC-Regular.ttf"), shapable=False)
    bold = _Face(BOLD, str(folder / "NotoSansSC-Bold.ttf"), shapable=False)
    for face in (regular, bold):
        pdfmetrics.registerFont(face)
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=REGULAR, boldItalic=BOLD)
    both = set(regular.face.charToGlyph) & set(bold.face.charToGlyph)
    return Faces(_widths(regular), _widths(bold), frozenset(map(chr, both)) - {"\r", "\t"} | {"\n"}, Lock())


def _widths(face: Any) -> Widths:
    found = Widths({chr(code): float(width) for code, width in face.face.charWidths.items()})
    found["\n"] = 0.0
    return found
