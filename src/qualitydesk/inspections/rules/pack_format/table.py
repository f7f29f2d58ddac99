"""One table of raw values being read: every getter notes its fault and gives a harmless stand-in, so that all show."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol, TypeVar

from qualitydesk.inspections.model.standards import Texts

LANGUAGES = ("zh", "en")
LONGEST_TEXT = 2000
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")  # control signs and half pairs, but for \n and \t
Word = TypeVar("Word", bound=StrEnum)


class Notes(Protocol):
    """Whoever collects the faults and knows where a key stands."""

    def note(self, key: str, name: str, start: int, code: str, **values: object) -> None:
        """A fault at `key` of the table that begins at `start`; `name`: the key's full name."""


@dataclass(frozen=True)
class RawTable:
    """A mapping with its place. `start`: whatever the notes know the table by."""

    notes: Notes
    raw: Mapping[str, Any]
    prefix: str
    start: int

    def note(self, key: str, code: str, **values: object) -> None:
        self.notes.note(key, f"{self.prefix}{key}", self.start, code, **values)

    def only(self, known: set[str]) -> None:
        for key in self.raw:
            if key not in known:
                self.note(key, "unknown_key")

    def mapping(self, key: str) -> Mapping[str, Any]:
        found = self.raw.get(key)
        if isinstance(found, dict) and found:
            return found
        self.note(key, "missing" if found is None else "not_table")
        return {}

    def text(self, key: str, longest: int = LONGEST_TEXT) -> str:
        found = self.raw.get(key)
        if not isinstance(found, str) or not found.strip():
            self.note(key, "missing" if found is None or found == "" else "not_text")
            return ""
        if len(found) > longest:
            self.note(key, "too_long", longest=longest)
        elif _CONTROL.search(found):
            self.note(key, "control_sign")
        return found.strip()

    def texts(self, key: str, longest: int = LONGEST_TEXT) -> Texts:
        found = self.raw.get(key)
        if not isinstance(found, dict):
            self.note(key, "missing" if found is None else "not_table")
            return dict.fromkeys(LANGUAGES, "")
        raw = {f"{key}.{word}": text for word, text in found.items()}
        inner = RawTable(self.notes, raw, self.prefix, self.start)
        inner.only({f"{key}.{language}" for language in LANGUAGES})
        return {language: inner.text(f"{key}.{language}", longest) for language in LANGUAGES}

    def texts_or_none(self, key: str) -> Texts | None:
        return self.texts(key) if key in self.raw else None

    def code(self, key: str, shape: re.Pattern[str]) -> str:
        found = self.text(key)
        if found and not shape.fullmatch(found):
            self.note(key, "code_shape", value=found)
        return found

    def whole(self, key: str, low: int, high: int) -> int:
        found = self.raw.get(key)
        if isinstance(found, int) and not isinstance(found, bool) and low <= found <= high:
            return found
        self.note(key, "missing" if found is None else "not_between", value=found, low=low, high=high)
        return low

    def number(self, key: str) -> float | None:
        found = self.raw.get(key)
        if found is None or (isinstance(found, int | float) and not isinstance(found, bool) and abs(found) < 1e9):
            return None if found is None else float(found)
        self.note(key, "not_number", value=found)
        return None

    def share(self, key: str, usual: float) -> float:
        found = self.raw.get(key, usual)
        if isinstance(found, int | float) and not isinstance(found, bool) and 0 < found <= 1:
            return float(found)
        self.note(key, "not_between", value=found, low=0, high=1)
        return usual

    def flag(self, key: str) -> bool:
        found = self.raw.get(key, False)
        if isinstance(found, bool):
            return found
        self.note(key, "not_flag", value=found)
        return False

    def choice(self, key: str, choices: tuple[str, ...]) -> str | None:
        found = self.raw.get(key)
        if found is None or (isinstance(found, str) and found in choices):
            return found
        self.note(key, "not_one_of", value=found, choices=", ".join(choices))
        return None

    def word(self, key: str, words: type[Word], usual: Word | None = None) -> Word:
        found = self.raw.get(key)
        if isinstance(found, str) and found in [word.value for word in words]:
            return words(found)
        if found is None and usual is not None:
            return usual
        if found is None:
            self.note(key, "missing")
        else:
            self.note(key, "not_one_of", value=found, choices=", ".join(words))
        return usual or next(iter(words))

    def words(self, key: str, shape: re.Pattern[str]) -> tuple[str, ...]:
        found = self.raw.get(key, [])
        if isinstance(found, list) and all(isinstance(word, str) and shape.fullmatch(word) for word in found):
            return tuple(found)
        self.note(key, "not_codes", value=found)
        return ()
