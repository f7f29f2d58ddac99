"""The cells of a list of purchases as they are meant, column by column: a value that stands in row after row is read
once. `purchase_rows` judges what stands here."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from qualitydesk.basics import money
from qualitydesk.basics.columns import column_of
from qualitydesk.basics.days import DateForm, day_of, parted
from qualitydesk.basics.errors import Problem
from qualitydesk.members.model.purchase_lists import PurchaseField, PurchaseMapping
from qualitydesk.members.rules import telephone
from qualitydesk.members.rules.purchases import problems_in_day

_DAYS_ASKED = 5_000
_LESS = re.compile(r"^\s*(?:[-−﹣－]|\(|（)")
_MARKS = str.maketrans("", "", "-−﹣－()（） ")
_PLAIN = re.compile(r"\d{4}-\d\d-\d\d(?:[ T].*)?")


class Row(Protocol):
    """A row as read from a file."""

    @property
    def line(self) -> int: ...
    @property
    def cells(self) -> tuple[str, ...]: ...


class Cells:
    """The columns of a list that mean something, each as long as the list has rows.

    `rows`: as read; `numbers`: of each row's bill, made where it has none; `amounts`: fen as they stand, None where
    that is no amount. A field that no column holds is a column of "".
    """

    def __init__(self, head: Sequence[str], rows: Sequence[Row], mapping: PurchaseMapping) -> None:
        self.rows = rows
        self.places = places_of(head, mapping)
        self._nothing = ("",) * len(rows)
        self._columns = {one: self._read(one, at) for one, at in self.places.items()}
        self.numbers = self._numbers()
        self.amounts = [fen_of(cell) for cell in self.column(PurchaseField.AMOUNT)]

    def __len__(self) -> int:
        return len(self.rows)

    def column(self, wanted: PurchaseField) -> Sequence[str]:
        """Its cells without needless blanks, telephones as they are kept."""
        return self._columns.get(wanted, self._nothing)

    def of(self, at: int) -> dict[PurchaseField, str]:
        """One row by its fields."""
        return {one: column[at] for one, column in self._columns.items()}

    def named(self) -> dict[PurchaseField, set[str]]:
        """What the list names, so that only that is looked up: bills (also those given back), cards, telephones."""
        nothing = {""}
        return {
            PurchaseField.NUMBER: {*self.numbers, *self.column(PurchaseField.REFUND_OF)} - nothing,
            PurchaseField.CARD: set(self.column(PurchaseField.CARD)) - nothing,
            PurchaseField.TELEPHONE: set(self.column(PurchaseField.TELEPHONE)) - nothing,
        }

    def _read(self, wanted: PurchaseField, at: int) -> list[str]:
        # Most cells have no blanks to speak of.
        column = [cell if (cell := row.cells[at]).isalnum() else " ".join(cell.split()) for row in self.rows]
        if wanted is not PurchaseField.TELEPHONE:
            return column
        kept = {cell: telephone(cell) for cell in set(column)}
        return [kept[cell] for cell in column]

    def _numbers(self) -> list[str]:
        """Of a row without a number one made of what stands in it and how many like it came before, so that it is
        known again."""
        alike: Counter[str] = Counter()
        found = list(self.column(PurchaseField.NUMBER))
        for at, number in enumerate(found):
            if not number:
                digest = hashlib.sha256("\x1f".join(self.rows[at].cells).encode()).hexdigest()[:16].upper()
                alike[digest] += 1
                found[at] = f"DR-{digest}-{alike[digest]}"
        return found


def places_of(head: Sequence[str], mapping: PurchaseMapping) -> dict[PurchaseField, int]:
    """Where each field stands in a row."""
    at = {words: place for place, words in enumerate(head)}
    return {one: at[source.column] for one, source in mapping.sources.items() if source.column in at}


def fen_of(text: str) -> int | None:
    """Fen of a cell: 1200, ¥1,200.5, −80, (80.00); None when it is no amount."""
    if text.isascii():  # as nearly all are written
        whole, point, rest = text.removeprefix("-").partition(".")
        if whole.isdigit() and (len(rest) < 3 and rest.isdigit() if point else True):
            found = int(whole) * 100 + (int(rest) * (1 if len(rest) == 2 else 10) if rest else 0)
            return -found if text[0] == "-" else found
    if _LESS.match(text):
        marked = money.parse(text.translate(_MARKS))
        return -marked if marked is not None else None
    return money.parse(text)


class DaysRead:
    """Days of business by what stands in the cells, each text read once."""

    def __init__(self, cells: Cells, form: DateForm | None, today: date) -> None:
        """`form`: how they are written, where that was told; else as the column itself shows."""
        at = cells.places.get(PurchaseField.DAY)
        raw = [row.cells[at] for row in cells.rows] if at is not None else []
        column = column_of("", raw, today, most=_DAYS_ASKED)
        self._form = form or (column.forms[0] if len(column.forms) == 1 else None)
        self._today = today
        self.by_text: Mapping[str, tuple[date | None, tuple[Problem, ...]]] = {
            text: self._day_of(text) for text in set(cells.column(PurchaseField.DAY))
        }

    def _day_of(self, text: str) -> tuple[date | None, tuple[Problem, ...]]:
        """A day and what is wrong with it."""
        if not text:
            return None, (Problem(PurchaseField.DAY, "required"),)
        if _PLAIN.fullmatch(text) and (plain := _iso(text[:10])) is not None:
            return plain, tuple(problems_in_day(plain, self._today, PurchaseField.DAY))
        day, several = day_of(parted(text)[0], self._form, self._today)
        if several:
            told = {"text": text, "days": " / ".join(one.isoformat() for one in several)}
            return None, (Problem(PurchaseField.DAY, "list_day_several", told),)
        if day is None:
            return None, (Problem(PurchaseField.DAY, "list_day", {"text": text}),)
        return day, tuple(problems_in_day(day, self._today, PurchaseField.DAY))


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
