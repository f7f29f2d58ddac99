"""What a chart may be drawn from: plain values, no Qt and no pyqtgraph."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Level:
    """A bar lying down: its words, value, the range that is expected (None: none), what is told under the mouse."""

    words: str
    value: float
    expected: tuple[float, float] | None = None
    told: str = ""
    tone: str = "accent"


@dataclass(frozen=True)
class Levels:
    """Bars below each other, the first at the top; `unit` stands behind the numbers."""

    levels: Sequence[Level]
    unit: str = ""


@dataclass(frozen=True)
class Curve:
    """A line from point to point; `mark`: one of them is led to both axes; `told(x, y)` is said under the mouse."""

    points: Sequence[tuple[float, float]]
    told: Callable[[float, float], str]
    mark: tuple[float, float] | None = None
    names: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class Pair:
    """Two numbers of one place, drawn up and down from the middle line."""

    words: str
    up: float
    down: float
    told: str = ""


@dataclass(frozen=True)
class Pairs:
    """Places side by side; the words of every `every`th stand below."""

    pairs: Sequence[Pair]
    tones: tuple[str, str] = ("good", "warning")
    every: int = 1


@dataclass(frozen=True)
class Trace:
    """A row of values on a picture; None leaves a gap.

    `how`: a line, steps that change half-way between two places, dots, bars standing or lying, stretches from x to
    `ends` at the height y. `tones`: of each value by itself, where they differ.
    """

    xs: Sequence[float]
    ys: Sequence[float | None]
    how: Literal["line", "steps", "dots", "bars", "lying", "stretches"] = "line"
    tone: str = "accent"
    tones: Sequence[str] = ()
    ends: Sequence[float] = ()
    dashed: bool = False
    thin: bool = False


@dataclass(frozen=True)
class Flag:
    """A dated note on a picture: an upright line with its words at the top."""

    x: float
    words: str
    tone: str = "info"


@dataclass(frozen=True)
class Picture:
    """Traces over each other. `spots`: where each row of the table lies, told by `told` under the mouse; the nearest
    is sought across, up, or both. `bottom`, `left`: (place, words) of an axis, None: numbers by `percent` or as such.
    """

    traces: Sequence[Trace]
    spots: Sequence[tuple[float, float]] = ()
    told: Sequence[str] = ()
    near: Literal["x", "y", "xy"] = "x"
    bottom: Sequence[tuple[float, str]] | None = None
    left: Sequence[tuple[float, str]] | None = None
    names: tuple[str, str] = ("", "")
    flags: Sequence[Flag] = ()
    percent: Literal["", "x", "y"] = ""
    whole: bool = False  # the whole height from nought is shown
    labels: Sequence[tuple[float, float, str]] = ()  # words left of a few places


@dataclass(frozen=True)
class Heat:
    """Cells the redder the higher; None: nothing there. `told` and places of rows go row by row."""

    rows: Sequence[str]
    columns: Sequence[str]
    values: Sequence[Sequence[float | None]]
    told: Sequence[str] = ()


Drawing = Levels | Curve | Pairs | Picture | Heat
