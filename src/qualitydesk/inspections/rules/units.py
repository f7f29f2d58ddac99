"""Figures with their units, and limits, in words: a code like "rings" has phrases, any other sign stands as it is."""

from __future__ import annotations

from qualitydesk.basics.phrases import knows, say
from qualitydesk.inspections.model.standards import Limit

WORDED = (
    "s", "min", "h", "days", "workdays", "cm", "m", "steps", "rings", "times", "people", "copies", "dishes", "yuan",
    "lx", "dB",
)  # fmt: skip
"""Units with words of their own."""
_CLOSE = frozenset("°%‰′″")
"""Signs written close to their figure: 70°, but 26 °C."""


def unit_words(unit: str, language: str, figure: float | None = None) -> str:
    """A unit as people read it: "min" is 分钟 or min. `figure`: what stands before it, for one person or two people."""
    one = f"unit_one.{unit}"
    if figure == 1 and knows(language, one):
        return say(language, one)
    code = f"unit.{unit}"
    return say(language, code) if knows(language, code) else unit


def figure_words(figure: float, unit: str, language: str) -> str:
    """A figure with its unit: "1 person", "2.5 m", "26 °C", "70°"; 5 人."""
    words = unit_words(unit, language, figure)
    return f"{figure:g}{'' if words in _CLOSE else ' '}{words}".strip()


def limit_in_words(limit: Limit, language: str) -> str:
    """A limit as it is said: "at most 5 people", "60 to 75%", "exactly 1 copy"; 最多 5 人."""
    low, high, unit = limit.low, limit.high, limit.unit
    if high is None:
        return say(language, "limit.at_least", figure=figure_words(low or 0, unit, language))
    figure = figure_words(high, unit, language)
    if high == 0:  # nothing measured lies below
        return figure
    if low is None or low == 0:
        return say(language, "limit.at_most", figure=figure)
    if low == high:
        return say(language, "limit.just", figure=figure)
    return say(language, "limit.between", low=f"{low:g}", figure=figure)


def limit_signs(limit: Limit, language: str) -> str:
    """A limit where there is little room: "≤ 5 people", "60–75%"."""
    low, high, unit = limit.low, limit.high, limit.unit
    if high is None:
        return f"≥ {figure_words(low or 0, unit, language)}"
    figure = figure_words(high, unit, language)
    if low is None and high > 0:
        return f"≤ {figure}"
    return figure if low is None or low == high else f"{low:g}–{figure}"
