"""Charts of reports in lines, figures and texts: sharp at any size, their words can be searched.

A field holds plain values: {"kind": "course", "values", "lower", "center", "upper" (numbers or null, one a place),
"tones" ("", bad, good, muted), "ticks" [[place, words]], "flags" [[place, words]], "percent", "unit"}, or
{"kind": "bars", "names", "values", "tones", "labels"}: bars lying below each other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import cos, pi, sin
from typing import Any

from qualitydesk.printing import form as f
from qualitydesk.printing.blocks import Cell, Row, space
from qualitydesk.printing.page import INK, LINE, MUTED, TONES, Page
from qualitydesk.printing.parts import Scope
from qualitydesk.printing.setting import MM, Setting

ACCENT = "0F766E"
_GRID = "E3E6E8"
_FLAG = "1F5FA8"
_FLAG_WIDE = 120.0  # points the words of a flag may take
_CORNERS = 8  # of a dot, which is as good as round at its size
DOT = 2.0  # points from its middle to a corner
_DASH, _PAUSE = 3.0, 2.0
_BAR = 11.0  # points from one lying bar to the next
_ROUND = (1, 2, 5, 10)
_MOST_TICKS = 6


def chart(element: f.Chart, scope: Scope, setting: Setting) -> list[Row]:
    """A drawing as wide as the sheet; nothing where the field is empty."""
    drawing = scope.get(element.drawing)
    if not isinstance(drawing, Mapping):
        return []
    item: _Course | _Bars
    if drawing["kind"] == "bars":
        item = _Bars(drawing, setting)
    else:
        item = _Course(drawing, element.height * MM * setting.scale, setting)
    return [Row([Cell(0, setting.sheet.inner, [item])], lined=False, solid=True), space(2 * setting.scale)]


class _Plot:
    """What both kinds share: words that our faces can print, their width."""

    def __init__(self, drawing: Mapping[str, Any], height: float, setting: Setting) -> None:
        self.drawing = drawing
        self.height = height
        self.setting = setting
        self.size = 7.0 * setting.scale

    def words(self, words: str) -> str:
        return self.setting.faces.clean(words.replace("\n", " "), self.setting.missing)

    def wide(self, words: str) -> float:
        return self.setting.wide(words, self.size)

    def cut(self, words: str, room: float) -> str:
        if self.wide(words) <= room:
            return words
        while words and self.wide(f"{words}…") > room:
            words = words[:-1]
        return f"{words}…"


class _Course(_Plot):
    """A control chart: points, the middle, stepped limits, notes as upright lines."""

    def put(self, page: Page, x: float, y: float, width: float) -> None:
        told = self.drawing
        values, lower, center, upper = (told[name] for name in ("values", "lower", "center", "upper"))
        known = [one for row in (values, lower, center, upper) for one in row if one is not None]
        step, top = _scale(max(known, default=0.0))
        marks = [(step * at, _axis_words(step * at, step, told["percent"])) for at in range(round(top / step) + 1)]
        left = x + max(self.wide(words) for _value, words in marks) + 5
        gap = (x + width - left) / max(len(values), 1)

        def across(place: float) -> float:
            return left + (place + 0.5) * gap

        flags = self._laid(told["flags"], across, x + width, x + self.wide(told["unit"]) if told["unit"] else None)
        lines = max((one[3] + 1 for one in flags), default=1 if told["unit"] else 0)
        head = y + self.size * (0.6 + 1.3 * lines)
        foot = y + self.height - self.size * 1.7

        def down(value: float) -> float:
            return foot - (foot - head) * value / top

        for value, words in marks:
            page.rule(left, down(value), x + width, down(value), 0.4, _GRID)
            page.text(left - 4 - self.wide(words), down(value) + self.size * 0.35, words, self.size, color=MUTED)
        for place, tick in told["ticks"]:
            words = self.words(tick)
            page.text(across(place) - self.wide(words) / 2, foot + self.size * 1.3, words, self.size, color=MUTED)
        if told["unit"]:
            page.text(x, y + self.size, self.words(told["unit"]), self.size, color=MUTED)
        for at, start, words, line in flags:
            page.rule(at, y + self.size * 1.3 * line, at, foot, 0.5, _FLAG)
            page.text(start, y + self.size * (1 + 1.3 * line), words, self.size, color=_FLAG)
        for row, dashed in ((lower, True), (upper, True), (center, False)):
            for place, value in enumerate(row):
                if value is not None:
                    _level(page, across(place - 0.5), across(place + 0.5), down(value), dashed)
        self._points(page, values, told["tones"], across, down)

    def _laid(
        self, flags: Sequence[Any], across: Any, right: float, unit_to: float | None
    ) -> list[tuple[float, float, str, int]]:
        """Of each flag where it stands, where its words begin, the words, and in which line from the top: one beside
        another only where both have room. `unit_to`: where the words of the unit end, which have the first line."""
        ends = [] if unit_to is None else [unit_to]
        found = []
        for place, words in sorted(flags, key=lambda one: float(one[0])):
            at = across(place)
            told = self.cut(self.words(words), _FLAG_WIDE * self.setting.scale)
            start = at + 2 if at + 2 + self.wide(told) <= right else at - 2 - self.wide(told)
            line = next((row for row, end in enumerate(ends) if end + 4 <= start), len(ends))
            ends[line : line + 1] = [max(at, start + self.wide(told))]
            found.append((at, start, told, line))
        return found

    def _points(self, page: Page, values: Sequence[Any], tones: Sequence[str], across: Any, down: Any) -> None:
        for place in range(1, len(values)):
            before, value = values[place - 1], values[place]
            if before is not None and value is not None:
                page.rule(across(place - 1), down(before), across(place), down(value), 1.2, ACCENT)
        for place, (value, tone) in enumerate(zip(values, tones, strict=True)):
            if value is None:
                continue
            colour = TONES[tone][0] if tone in TONES else LINE if tone == "muted" else ACCENT
            page.shape(_dot(across(place), down(value), DOT * (1.4 if tone in TONES else 1)), colour)


class _Bars(_Plot):
    """Bars lying, each with its words at the left and its number behind it."""

    def __init__(self, drawing: Mapping[str, Any], setting: Setting) -> None:
        super().__init__(drawing, _BAR * setting.scale * len(drawing["values"]), setting)

    def put(self, page: Page, x: float, y: float, width: float) -> None:
        told = self.drawing
        names = [self.cut(self.words(one), width * 0.38) for one in told["names"]]
        labels = [self.words(one) for one in told["labels"]]
        left = x + max(map(self.wide, names), default=0.0) + 5
        room = x + width - left - max(map(self.wide, labels), default=0.0) - 4
        most = max(told["values"], default=0) or 1
        step = _BAR * self.setting.scale
        for at, (name, value, label) in enumerate(zip(names, told["values"], labels, strict=True)):
            line = y + step * at
            page.text(left - 4 - self.wide(name), line + step * 0.7, name, self.size)
            colour = ACCENT if told["tones"][at] else LINE
            page.fill(left, line + step * 0.14, room * value / most, step * 0.72, colour)
            page.text(left + room * value / most + 3, line + step * 0.7, label, self.size, color=INK)
        page.rule(left, y, left, y + self.height, 0.5, LINE)


def _level(page: Page, start: float, end: float, at: float, dashed: bool) -> None:
    if not dashed:
        page.rule(start, at, end, at, 0.8, MUTED)
        return
    while start < end:
        page.rule(start, at, min(start + _DASH, end), at, 0.7, MUTED)
        start += _DASH + _PAUSE


def _dot(x: float, y: float, radius: float) -> tuple[tuple[float, float], ...]:
    turns = [2 * pi * (at + 0.5) / _CORNERS for at in range(_CORNERS)]
    return tuple((x + radius * cos(turn), y + radius * sin(turn)) for turn in turns)


def _scale(most: float) -> tuple[float, float]:
    """A round step and the end of an axis from nought to a little above `most`."""
    most = most * 1.05 or 1.0
    power = 1.0
    while power > most / _MOST_TICKS:
        power /= 10
    while power * 10 <= most / _MOST_TICKS:
        power *= 10
    step = next(power * one for one in _ROUND if power * one * _MOST_TICKS >= most)
    count = 1
    while step * count < most:
        count += 1
    return step, step * count


def _axis_words(value: float, step: float, percent: bool) -> str:
    if percent:
        return f"{100 * value:.1f} %" if step < 0.01 else f"{100 * value:.0f} %"
    return f"{value:.0f}" if step >= 1 else f"{value:.1f}" if step >= 0.1 else f"{value:.2f}"
