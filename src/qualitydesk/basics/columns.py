"""What the columns of a foreign list mean: a column and what stands in it, where a field comes from, which of the
program's own values a word of the list stands for."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from qualitydesk.basics.days import DateForm, forms_of

MOST_VALUES = 60
"""So many different words of a column at most are mapped one by one."""
LEFT_OUT = "-"
"""Stands in place of one of the program's own values: rows with this word are left out of the import."""
_SAMPLES = 3
_BESIDES = re.compile(r"[（(].*?[)）]|[\s_*＊:：\-.#/]+")


@dataclass(frozen=True)
class Source:
    """Where a field comes from: a column by its head, or a value of the program that holds for every row."""

    column: str = ""
    fixed: str = ""


@dataclass(frozen=True)
class Own:
    """One of the program's own values: its key, the words it is known by (the first is shown)."""

    key: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class ListColumn:
    """A column of the file: its head, some values, all different ones with their counts (few enough to be mapped),
    how many there are, and in which forms its days could all be written."""

    head: str
    samples: tuple[str, ...]
    values: tuple[tuple[str, int], ...]
    different: int
    forms: tuple[DateForm, ...] = ()
    days: int = 0
    """Cells that hold a day whose order of figures must be known."""


def plain(words: str) -> str:
    """Words as they are compared: small letters, without blanks, notes in brackets and marks."""
    return _BESIDES.sub("", words).casefold()


def signature_of(head: Sequence[str]) -> str:
    """What a kind of list is known again by: its heads, in whatever order."""
    return hashlib.sha256("\x1f".join(sorted(" ".join(one.split()).casefold() for one in head)).encode()).hexdigest()


def column_of(head: str, cells: Sequence[str], today: date, *, most: int | None = None) -> ListColumn:
    """What is shown of a column; `most` different cells at most are asked whether they are days."""
    counts = Counter(cell for cell in cells if cell)
    forms, days = forms_of(islice(counts, most), today)
    values = tuple(counts.most_common(MOST_VALUES)) if len(counts) <= MOST_VALUES else ()
    return ListColumn(head, tuple(list(counts)[:_SAMPLES]), values, len(counts), forms, days)


def matched(text: str, own: Sequence[Own], known_as: Mapping[str, Sequence[str]]) -> str | None:
    """The program's value that a word stands for, by name, code or what such lists usually call it (`known_as`, by
    key, in small letters)."""
    wanted = plain(text)
    for one in own:
        if wanted in {plain(words) for words in (*one.words, one.key)}:
            return one.key
    return next((one.key for one in own if wanted in known_as.get(one.key, ())), None)
