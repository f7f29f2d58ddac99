"""A page while it is being laid out: what stands where, in points from the top left corner; nothing of PDF yet."""

from __future__ import annotations

from dataclasses import dataclass, field

INK = "1B2426"
MUTED = "55626A"
LINE = "8E989D"
LABEL_FILL = "EFF3F4"
TONES = {
    "bad": ("B42318", "FBE9E7"),
    "good": ("1A6E2E", "E6F3E9"),
    "warning": ("9A5B00", "FBF1E2"),
    "sum": (INK, LABEL_FILL),
}
"""For each tone the colour of text and of the ground it stands on; any other tone is plain."""


@dataclass(slots=True)
class Page:
    """Drawn in this order: fills, rules, shapes, pictures, texts. Texts stand in reading order."""

    fills: list[tuple[float, float, float, float, str]] = field(default_factory=list)
    rules: list[tuple[float, float, float, float, float, str]] = field(default_factory=list)
    shapes: list[tuple[tuple[tuple[float, float], ...], str]] = field(default_factory=list)
    """Filled figures by their corners."""
    pictures: list[tuple[str, float, float, float, float]] = field(default_factory=list)
    texts: list[tuple[float, float, str, float, bool, str, float]] = field(default_factory=list)
    marks: list[tuple[str, int]] = field(default_factory=list)
    """Bookmarks that lead here: title and rank from 0."""

    def fill(self, x: float, y: float, width: float, height: float, color: str) -> None:
        self.fills.append((x, y, width, height, color))

    def rule(self, x1: float, y1: float, x2: float, y2: float, width: float = 0.5, color: str = LINE) -> None:
        self.rules.append((x1, y1, x2, y2, width, color))

    def shape(self, corners: tuple[tuple[float, float], ...], color: str) -> None:
        self.shapes.append((corners, color))

    def picture(self, image: str, x: float, y: float, width: float, height: float) -> None:
        self.pictures.append((image, x, y, width, height))

    def text(
        self,
        x: float,
        baseline: float,
        text: str,
        size: float,
        bold: bool = False,
        color: str = INK,
        space: float = 0.0,
    ) -> None:
        """One run of text; `space` widens each character, for lines set to full width."""
        if text:
            self.texts.append((x, baseline, text, size, bold, color, space))
