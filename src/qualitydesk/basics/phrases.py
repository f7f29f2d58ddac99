"""Codes become words: explanations, refusals, papers and exports, one TOML a language in resources/phrases.

Screens' own labels go through Qt's `tr`; whatever the rules say, or a paper prints, comes from here.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache

from qualitydesk.basics.places import shipped

LANGUAGES = ("zh", "en")


def _flatten(table: Mapping[str, object], prefix: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in table.items():
        if isinstance(value, Mapping):
            found.update(_flatten(value, f"{prefix}{key}."))
        else:
            found[f"{prefix}{key}"] = str(value)
    return found


@cache
def table(language: str) -> Mapping[str, str]:
    """Every phrase of a language by its dotted code."""
    return _flatten(tomllib.loads(shipped(f"resources/phrases/{language}.toml").read_text(encoding="utf-8")))


def say(language: str, code: str, /, **values: object) -> str:
    """The phrase `code` in `language`, its {places} filled. KeyError when no such phrase stands there."""
    return table(language)[code].format(**values)


def capital(words: str) -> str:
    """A phrase made for the middle of a sentence, as it stands by itself."""
    return words[:1].upper() + words[1:]


def together(sentences: Iterable[str], language: str) -> str:
    """Whole sentences one after another: apart in English, while Chinese ends with a full-width stop."""
    return ("" if language == "zh" else " ").join(one for one in sentences if one)


def knows(language: str, code: str) -> bool:
    """Whether a phrase stands under `code`."""
    return code in table(language)
