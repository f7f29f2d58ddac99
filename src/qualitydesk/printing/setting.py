"""The measure everything is set by: language, type sizes, width of the paper; and texts made into lines."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from qualitydesk.printing.blocks import Item, Line
from qualitydesk.printing.fonts import Faces
from qualitydesk.printing.form import Form, Text
from qualitydesk.printing.lines import break_lines
from qualitydesk.printing.page import INK

MM = 72 / 25.4
_QUOTES = frozenset("“”‘’")
# Our faces draw these as wide as a Chinese character: between Latin letters the straight ones look right.
_LATIN_QUOTE = re.compile("(?<![\u2e80-\U0003ffff])[“”‘’](?![\u2e80-\U0003ffff])")
_WIDEST_SPACE = 0.07  # of the type size: lines that lack more than that stay ragged


@dataclass(frozen=True)
class Sheet:
    """Size and margins of the paper in points."""

    name: str
    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float

    @property
    def inner(self) -> float:
        return self.width - self.left - self.right


@dataclass
class Setting:
    """One document being set. `missing` gathers the characters that could not be printed."""

    form: Form
    language: str
    sheet: Sheet
    faces: Faces
    images: Mapping[str, tuple[int, int]]
    missing: set[str] = field(default_factory=set)
    contents: list[tuple[str, int]] = field(default_factory=list)
    """What a table of contents lists: title and page from 1, as far as they are known (`render` sets twice)."""
    _set: dict[tuple[str, float, float, bool, str, str], list[Item]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.scale = 1.0 if self.sheet.name == "A4" else 0.84
        self.body = 9.5 * self.scale
        self.small = 8.5 * self.scale
        self.leading = 1.42 if self.language == "zh" else 1.34

    def say(self, text: Text | None, scope: Mapping[str, Any]) -> str:
        """A text of the form with its places filled, ready to print."""
        if text is None:
            return ""
        words = self.faces.clean(text.fill(self.language, scope), self.missing).strip("\n")
        if self.language == "en" and not _QUOTES.isdisjoint(words):
            words = _LATIN_QUOTE.sub(lambda found: "'" if found[0] in "‘’" else '"', words)
        return words

    def wide(self, text: str, size: float, bold: bool = False) -> float:
        """Natural width of a run of text in points."""
        return sum(map(self.faces.widths(bold).__getitem__, text)) * size / 1000

    def lines(
        self, text: str, width: float, size: float = 0, bold: bool = False, color: str = INK, align: str = "left"
    ) -> list[Item]:
        """`text` in lines of at most `width` points. The list is shared between equal texts: never change it."""
        size = size or self.body
        key = (text, width, size, bold, color, align)
        found = self._set.get(key)
        if found is None:
            found = self._set[key] = self._break(text, width, size, bold, color, align) if text else []
        return found

    def _break(self, text: str, width: float, size: float, bold: bool, color: str, align: str) -> list[Item]:
        scale = size / 1000
        height = size * self.leading
        stretched = align == "left" and self.language == "zh"
        made: list[Item] = []
        for words, units, last in break_lines(text, self.faces.widths(bold), width / scale):
            wide = units * scale
            space = 0.0
            if stretched and not last and len(words) > 1:
                space = (width - wide) / (len(words) - 1)
                if space > size * _WIDEST_SPACE:
                    space = 0.0
            made.append(Line(words, wide, height, size, bold, color, align, space))
        return made
