"""Values of the sheets: what was read from a file, as plain text, and what is to be written into one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

Cell = str | int | float | date | None
"""What may be written into a cell. A `datetime` is written with its minutes, None leaves the cell empty."""

MOST_ROWS = 200_000
MOST_COLUMNS = 200
MOST_CELLS = 6_000_000  # rows × columns of the used area; a stray cell far out would need gigabytes


class SheetRow(NamedTuple):
    """One row under the head; `line` is its number as the user sees it, cells are trimmed text, "" for empty.
    (A tuple: lists have 100,000 of them.)"""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """A table as read: each row has as many cells as the head; rows without any text are left out."""

    name: str
    head: tuple[str, ...]
    rows: tuple[SheetRow, ...]


@dataclass(frozen=True)
class SheetOut:
    """A table to be written; `widths` in characters, the rest of the columns as they come. No head: notes.

    `to_fill_in`: what a person types into empty cells stays as typed (0012, 1-2). `money`: columns, counted from 0,
    whose numbers are yuan and show both decimals; `total`: a last row below the filter, which sums them up. A CSV file
    has neither.
    """

    name: str
    head: Sequence[str]
    rows: Iterable[Sequence[Cell]]
    widths: Sequence[int] = ()
    to_fill_in: bool = False
    money: Collection[int] = ()
    total: Sequence[Cell] = ()


def column_letters(at: int) -> str:
    """The name of a column counted from 0: A, B … Z, AA."""
    letters = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
