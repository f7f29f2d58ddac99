"""The words of a limit's unit: a code like "rings" has its phrase, any other sign stands as it is."""

from __future__ import annotations

from qualitydesk.basics.phrases import knows, say


def unit_words(unit: str, language: str) -> str:
    """A unit as people read it: "min" is 分钟 or min."""
    code = f"unit.{unit}"
    return say(language, code) if knows(language, code) else unit
