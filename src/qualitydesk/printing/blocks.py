"""The bricks a page is built of: rows of cells that know their height and can be split between two pages."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Protocol

from qualitydesk.printing.page import INK, LINE, MUTED, Page


class Item(Protocol):
    """What stands in a cell, one below the other."""

    @property
    def height(self) -> float: ...

    def put(self, page: Page, x: float, y: float, width: float) -> None:
        """Draw with the top left corner at (x, y) in a cell `width` wide."""


@dataclass(slots=True)
class Line:
    """One line of text; `wide` is its natural width, `space` what each character is widened by."""

    text: str
    wide: float
    height: float
    size: float
    bold: bool = False
    color: str = INK
    align: str = "left"
    space: float = 0.0
    indent: float = 0.0
    mark: str = ""

    def put(self, page: Page, x: float, y: float, width: float) -> None:
        baseline = y + self.height / 2 + self.size * 0.37
        if self.mark:
            page.text(x, baseline, self.mark, self.size, self.bold, MUTED)
        if self.align == "right":
            x += width - self.wide
        elif self.align == "center":
            x += (width - self.wide) / 2
        page.text(x + self.indent, baseline, self.text, self.size, self.bold, self.color, self.space)


@dataclass(slots=True)
class Gap:
    height: float

    def put(self, page: Page, x: float, y: float, width: float) -> None:
        """Nothing to draw."""


@dataclass(slots=True)
class Ruled:
    """A line to write on, at the foot of its height."""

    height: float
    color: str = LINE
    weight: float = 0.5

    def put(self, page: Page, x: float, y: float, width: float) -> None:
        page.rule(x, y + self.height, x + width, y + self.height, self.weight, self.color)


@dataclass(slots=True)
class Ticks:
    """Check boxes with their labels on one line; drawn, because no font we may ship has the signs."""

    marks: tuple[tuple[bool, str, float], ...]
    height: float
    size: float
    align: str = "left"
    boxed: bool = True

    def put(self, page: Page, x: float, y: float, width: float) -> None:
        side = self.size * 0.86
        if self.align == "center":
            x += (width - side) / 2
        for ticked, label, wide in self.marks:
            top = y + (self.height - side) / 2
            if self.boxed:
                self._frame(page, x, top, side)
            if ticked:
                weight = max(0.9, self.size * 0.12)
                page.rule(x + side * 0.18, top + side * 0.52, x + side * 0.42, top + side * 0.78, weight, INK)
                page.rule(x + side * 0.42, top + side * 0.78, x + side * 0.86, top + side * 0.2, weight, INK)
            page.text(x + side * 1.45, y + self.height / 2 + self.size * 0.37, label, self.size)
            x += side * 1.45 + wide + self.size * 1.8

    def _frame(self, page: Page, x: float, y: float, side: float) -> None:
        for a, b, c, d in ((0, 0, 1, 0), (1, 0, 1, 1), (1, 1, 0, 1), (0, 1, 0, 0)):
            page.rule(x + a * side, y + b * side, x + c * side, y + d * side, 0.7, INK)


@dataclass(slots=True)
class Picture:
    """A picture by its hash, `wide` × `height` points, in the middle of its cell."""

    image: str
    wide: float
    height: float

    def put(self, page: Page, x: float, y: float, width: float) -> None:
        page.picture(self.image, x + (width - self.wide) / 2, y, self.wide, self.height)


@dataclass(slots=True)
class Squares:
    """A QR code: rows of (first, count) dark modules."""

    runs: tuple[tuple[tuple[int, int], ...], ...]
    height: float
    align: str = "left"

    def put(self, page: Page, x: float, y: float, width: float) -> None:
        step = self.height / len(self.runs)
        if self.align == "right":
            x += width - self.height
        for row, runs in enumerate(self.runs):
            for first, count in runs:
                page.fill(x + first * step, y + row * step, count * step, step, "000000")


@dataclass(slots=True)
class Cell:
    """A column of items at `x` within its row."""

    x: float
    width: float
    items: list[Item]
    pad: float = 0.0
    pad_y: float = 0.0
    fill: str = ""
    middle: bool = False
    content: float = field(init=False)

    def __post_init__(self) -> None:
        self.content = sum([item.height for item in self.items])

    def split(self, room: float) -> tuple[list[Item], list[Item]]:
        used = 0.0
        for index, item in enumerate(self.items):
            used += item.height
            if used > room:
                return self.items[:index], self.items[index:]
        return self.items, []


@dataclass(slots=True)
class Row:
    """Cells side by side. `glue`: stays with the next block; `head`: repeated above it when it begins a page.

    `soft` rows are mere space and vanish at the top of a page; `loose` rows are running text and may be split anywhere;
    `solid` ones never, however high they are. `mark`: a bookmark that leads here, its title and rank from 0.
    """

    cells: list[Cell]
    lined: bool = True
    glue: bool = False
    head: Row | None = None
    soft: bool = False
    loose: bool = False
    new_page: bool = False
    solid: bool = False
    mark: tuple[str, int] | None = None
    height: float = field(init=False)

    def __post_init__(self) -> None:
        self.height = max([cell.content + 2 * cell.pad_y for cell in self.cells], default=0.0)

    @property
    def least(self) -> float:
        """The height below which even the beginning of the row is not worth printing."""
        first = max([sum(item.height for item in cell.items[:2]) + 2 * cell.pad_y for cell in self.cells], default=0.0)
        return min(self.height, first)

    def put(self, page: Page, x: float, y: float) -> None:
        """Draw with the top left corner at (x, y)."""
        height = self.height
        if self.mark is not None:
            page.marks.append(self.mark)
        for cell in self.cells:
            left = x + cell.x
            if cell.fill:
                page.fill(left, y, cell.width, height, cell.fill)
            if self.lined:
                page.rule(left, y, left + cell.width, y)
                page.rule(left, y + height, left + cell.width, y + height)
                page.rule(left, y, left, y + height)
                page.rule(left + cell.width, y, left + cell.width, y + height)
            top = y + cell.pad_y
            if cell.middle:
                top = y + (height - cell.content) / 2
            for item in cell.items:
                item.put(page, left + cell.pad, top, cell.width - 2 * cell.pad)
                top += item.height

    def split(self, room: float) -> tuple[Row, Row] | None:
        """The row in two, the first no higher than `room`; None when no item of the highest cell fits."""
        first, rest = [], []
        for cell in self.cells:
            here, there = cell.split(room - 2 * cell.pad_y)
            if there and not here:
                return None
            if len(there) == 1 and len(here) > 2:  # no single line alone on the next page
                here, there = here[:-1], [here[-1], *there]
            first.append(replace(cell, items=here, middle=False))
            rest.append(replace(cell, items=there, middle=False))
        upper = Row(first, self.lined, head=self.head, loose=self.loose, mark=self.mark)
        return upper, Row(rest, self.lined, self.glue, self.head, loose=self.loose)


def space(height: float, glue: bool = False) -> Row:
    """Empty space between blocks."""
    return Row([Cell(0, 0, [Gap(height)])], lined=False, glue=glue, soft=True)
