"""Sentences of an edition that still quote a value it has changed: the printed text and the value must not disagree.

A clause of the ladder leaves its sums open and is filled from the values. Every other sentence is somebody's prose;
where it holds the figure, post or choice that a value has left, it is asked about before the edition is published.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from qualitydesk.basics.phrases import LANGUAGES
from qualitydesk.rulebook.model.days import clock_time
from qualitydesk.rulebook.model.shapes import Kind, Place
from qualitydesk.rulebook.rules.comparing import differences
from qualitydesk.rulebook.rules.reading import leaves_of
from qualitydesk.rulebook.rules.shapes import as_meant, place_at
from qualitydesk.rulebook.rules.wording import Posts, choice_words, heading, name_of, value_words

Both = tuple[Mapping[str, Any], Mapping[str, Any]]
"""The values and the texts of an edition."""

_ARABIC = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*(万)?")
_HAN = re.compile(r"(?<!第)[零〇一二两三四五六七八九十百千万]+")
_DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_TO_TWENTY = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen",
    "nineteen twenty",
)
_SPELLED = {word: number for number, word in enumerate(" ".join(_TO_TWENTY).split(" "), 2)}
_PLACE = re.compile(r"\{[^{}]*\}")
_FEN = 100


@dataclass(frozen=True)
class Quote:
    """A sentence that may quote what no longer holds. `path`: of the text; `value`: path of the value; `said`: what the
    sentence still says; the rest in words, `now` as the value is from now on."""

    path: str
    value: str
    name: str
    said: str
    now: str


def quotes_left(rule: str, before: Both, after: Both, language: str, posts: Posts) -> tuple[Quote, ...]:
    """Each sentence of the new edition with a figure, post, choice or time that a changed value has left.

    A sentence that says it less often than before counts as seen to; names and values in `language`.
    """
    found: list[Quote] = []
    for change in differences(rule, before[0], after[0]):
        place = place_at(rule, change.path)
        if place is None or place.field.kind in (Kind.KEPT, Kind.YES):
            continue
        now = value_words(place, as_meant(rule, after[0]), language, posts)
        name = f"{heading(place.title, language)} · {name_of(place.field, language)}"
        for of in LANGUAGES:
            left = set(_said(place, change.before, of, posts)) - set(_said(place, change.after, of, posts))
            for said in sorted(left):
                found += [Quote(path, change.path, name, said, now) for path in _still(said, of, before[1], after[1])]
    return tuple(dict.fromkeys(found))


def _said(place: Place, value: Any, language: str, posts: Posts) -> Iterator[str]:
    """How a value is recognised in a text: figures as plain numbers, everything else in its words."""
    kind, entries = place.field.kind, value if isinstance(value, list | tuple) else [value]
    for one in entries:
        if one is None or isinstance(one, bool):
            continue
        if kind in (Kind.MONEY, Kind.SUMS):
            yield f"{one / _FEN:g}" if one % _FEN else str(one // _FEN)
        elif kind is Kind.TIME:
            yield clock_time(one)
        elif kind in (Kind.CHOICE, Kind.CHOICES, Kind.POSTS):
            yield choice_words(place.field, one, language, posts).casefold()
        elif isinstance(one, int | float):
            yield f"{one:g}" if isinstance(one, float) else str(one)
        elif len(str(one)) > 1:
            yield str(one).casefold()


def _still(said: str, language: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[str]:
    old, new = leaves_of(before.get(language, {})), leaves_of(after.get(language, {}))
    for key, text in new.items():
        count = _count(said, str(text))
        if count and count >= _count(said, str(old.get(key, ""))):
            yield f"texts.{language}.{key}"


def _count(said: str, text: str) -> int:
    if said.replace(".", "").isdigit():
        return numbers_in(text)[said]
    return text.casefold().count(said) if len(said) > 1 else 0


def numbers_in(text: str) -> Counter[str]:
    """The figures a text quotes, however they are written: 50,000, 5 万, 二十四, seven; places left open are none."""
    bare = _PLACE.sub(" ", text)
    found = [f"{float(figure.replace(',', '')) * (10_000 if ten_thousands else 1):.10g}"
             for figure, ten_thousands in _ARABIC.findall(bare)]  # fmt: skip
    found += [str(number) for run in _HAN.findall(_ARABIC.sub(" ", bare)) if (number := _han(run)) > 1]
    found += [str(_SPELLED[word]) for word in re.findall(r"[a-z]+", bare.casefold()) if word in _SPELLED]
    return Counter(found)


def _han(run: str) -> int:
    """二十四 as 24, 两万五千 as 25000; 0 for what is no number."""
    high, _, low = run.rpartition("万")
    if high:
        return _han(high) * 10_000 + _han(low)
    total, digit = 0, 0
    for letter in low:
        if letter in _DIGITS:
            digit = _DIGITS[letter]
        else:
            total += (digit or 1) * _UNITS[letter]
            digit = 0
    return total + digit
