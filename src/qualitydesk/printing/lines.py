"""Breaks a text into lines: Chinese between any two characters but for punctuation, other scripts between words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from itertools import accumulate

NOT_FIRST = frozenset("，。、；：？！”’）》】」』〉〕｝…—·～％‰℃々,.;:?!)]}%°")
NOT_LAST = frozenset("“‘（《【「『〈〔｛([{¥￥$№#")
_FIRST_CJK = "\u2e80"


def _may_break(before: str, after: str) -> bool:
    if after == " ":
        return True
    if after in NOT_FIRST or before in NOT_LAST:
        return False
    if before == " ":
        return True
    if before == "-":
        return after.islower()  # customer-service, but not CF-BJ-2026-0007
    return before >= _FIRST_CJK or after >= _FIRST_CJK or before in "”’…—"


def break_lines(text: str, widths: Mapping[str, float], limit: float) -> list[tuple[str, float, bool]]:
    """`text` in lines no wider than `limit` (in the unit of `widths`): (line, its width, whether it ends a paragraph).

    A line begins with none of NOT_FIRST and ends with none of NOT_LAST unless nothing else is possible, as in a row
    of full-width commas; a word longer than a line is cut.
    """
    if "\n" not in text:
        width = sum(map(widths.__getitem__, text))
        if width <= limit:
            return [(text, width, True)]
        return _broken(text, widths, limit)
    found: list[tuple[str, float, bool]] = []
    for paragraph in text.split("\n"):
        found.extend(break_lines(paragraph, widths, limit))
    return found


def _broken(text: str, widths: Mapping[str, float], limit: float) -> list[tuple[str, float, bool]]:
    ends = list(accumulate(map(widths.__getitem__, text), initial=0.0))  # ends[i]: width of text[:i]
    found: list[tuple[str, float, bool]] = []
    start, length = 0, len(text)
    while start < length:
        stop = max(bisect_right(ends, ends[start] + limit, start + 1) - 1, start + 1)
        if stop >= length:
            found.append((text[start:], ends[length] - ends[start], True))
            break
        cut = stop
        while cut > start and not _may_break(text[cut - 1], text[cut]):
            cut -= 1
        if cut == start:
            cut = stop
        last = cut
        while last > start and text[last - 1] == " ":
            last -= 1
        found.append((text[start:last], ends[last] - ends[start], False))
        start = cut
        while start < length and text[start] == " ":
            start += 1
    return found
