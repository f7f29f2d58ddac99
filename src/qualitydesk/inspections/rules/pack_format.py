"""The pack format read: one TOML text becomes a `Pack`, or `PackErrors` that names every fault by line and key.

The format is described in resources/standards/README.md. Pure: whoever holds the file reads it and hands the text in.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeVar

from qualitydesk.inspections.model.standards import AnswerKind, Gravity, Item, ItemGroup, Limit, Pack, Target, Texts

LANGUAGES = ("zh", "en")
SEXES = ("female", "male")
SEASONS = ("summer", "winter")
HEAVIEST = 10
PACK_KEYS = {
    "code", "edition", "name", "purpose", "target", "pass_mark", "sex", "posts", "minutes", "sections", "items",
}  # fmt: skip
ITEM_KEYS = {
    "code", "group", "section", "title", "standard", "why", "sex", "posts", "kind", "limit", "weight", "critical",
    "gravity", "rule", "source", "season", "replaces",
}  # fmt: skip
PACK_CODE = re.compile(r"[a-z][a-z0-9_]{1,39}")
ITEM_CODE = re.compile(r"[A-Z][A-Z0-9]*(-[A-Z0-9]+)+")
POST_CODE = re.compile(r"[a-z][a-z_]*")

Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True)
class PackError:
    """One fault. Words: phrases `pack.<code>` filled with `words`, which always hold the line and the key."""

    line: int
    key: str
    code: str
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def words(self) -> dict[str, object]:
        """Everything the phrase may name."""
        return {**self.values, "line": self.line, "key": self.key}


class PackErrors(Exception):  # noqa: N818 - a list of faults, told all at once
    """A pack that cannot be used; `errors` in the order of the file."""

    def __init__(self, name: str, errors: tuple[PackError, ...]) -> None:
        super().__init__(name, errors)
        self.name = name
        self.errors = errors


def parse_pack(text: str, name: str) -> Pack:
    """The pack written in `text`; `name` says which file it is. PackErrors with every fault found."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        told = re.search(r"line (\d+)", str(error))
        line = int(told[1]) if told else len(text.splitlines()) or 1
        raise PackErrors(name, (PackError(line, name, "syntax", {"message": str(error)}),)) from error
    reading = _Reading(_Lines(text))
    pack = reading.pack(raw)
    if reading.errors:
        raise PackErrors(name, tuple(sorted(reading.errors, key=lambda one: (one.line, one.key))))
    return pack


class _Lines:
    """Where in the text a key stands, so that a fault can be found again by eye."""

    def __init__(self, text: str) -> None:
        self._lines = text.splitlines()
        self._heads = [number for number, line in enumerate(self._lines) if re.match(r"\s*\[", line)]

    def table(self, head: str, nth: int = 0) -> int:
        """Line (from 0) of the nth table of this head, e.g. `[[items]]`; 0 when it is written another way."""
        found = [number for number in self._heads if self._lines[number].split("#")[0].strip() == head]
        return found[nth] if nth < len(found) else 0

    def key(self, key: str, start: int) -> int:
        """Line (from 1) of `key` in the table that begins at `start`; the table's own line when it is not there."""
        end = next((number for number in self._heads if number > start), len(self._lines))
        for wanted in (key, key.split(".")[0]):
            shape = re.compile(rf"\s*{re.escape(wanted)}\s*[.=]")
            for number in range(start, end):
                if shape.match(self._lines[number]):
                    return number + 1
        return start + 1


class _Reading:
    """One pass over the parsed tables. A faulty value is noted and replaced by a stand-in, so that all faults show."""

    def __init__(self, lines: _Lines) -> None:
        self.errors: list[PackError] = []
        self._lines = lines

    def pack(self, raw: Mapping[str, Any]) -> Pack:
        table = _Table(self, raw, "", 0)
        table.only(PACK_KEYS)
        sections = self._sections(table)
        items = self._items(table, sections)
        return Pack(
            code=table.code("code", PACK_CODE),
            edition=table.whole("edition", 1, 9999),
            name=table.texts("name"),
            purpose=table.texts("purpose"),
            target=table.word("target", Target),
            sections=sections,
            items=items,
            sex=table.choice("sex", SEXES),
            posts=table.words("posts", POST_CODE),
            minutes=table.whole("minutes", 1, 480),
            pass_mark=table.share("pass_mark", 0.90),
        )

    def note(self, key: str, name: str, start: int, code: str, **values: object) -> None:
        self.errors.append(PackError(self._lines.key(key, start), name, code, values))

    def _sections(self, table: _Table) -> dict[str, Texts]:
        found: dict[str, Texts] = {}
        for code in table.mapping("sections"):
            found[code] = _Table(self, table.mapping("sections"), "sections.", self._section_line(code)).texts(code)
        return found

    def _items(self, table: _Table, sections: Mapping[str, Texts]) -> tuple[Item, ...]:
        raws = table.raw.get("items")
        if not isinstance(raws, list) or not raws or not all(isinstance(raw, dict) for raw in raws):
            table.note("items", "no_items")
            return ()
        items: list[Item] = []
        for number, raw in enumerate(raws):
            at = _Table(self, raw, f"items[{number + 1}].", self._lines.table("[[items]]", number))
            item = self._item(at, sections)
            if any(item.code == other.code for other in items):
                at.note("code", "twice", value=item.code)
            items.append(item)
        for code in sections.keys() - {item.section for item in items}:
            self.note(code, f"sections.{code}", self._section_line(code), "section_empty")
        return tuple(items)

    def _section_line(self, code: str) -> int:
        return self._lines.table(f"[sections.{code}]") or self._lines.table("[sections]")

    def _item(self, at: _Table, sections: Mapping[str, Texts]) -> Item:
        at.only(ITEM_KEYS)
        section = at.text("section")
        if section and section not in sections:
            at.note("section", "section_unknown", value=section)
        kind = at.word("kind", AnswerKind)
        return Item(
            code=at.code("code", ITEM_CODE),
            group=at.word("group", ItemGroup),
            section=section,
            title=at.texts("title"),
            standard=at.texts("standard"),
            why=at.texts("why"),
            sex=at.choice("sex", SEXES),
            posts=at.words("posts", POST_CODE),
            kind=kind,
            limit=self._limit(at, kind),
            weight=at.whole("weight", 1, HEAVIEST),
            critical=at.flag("critical"),
            gravity=at.word("gravity", Gravity),
            rule=at.text("rule"),
            source=at.text("source"),
            season=at.choice("season", SEASONS),
            replaces=at.words("replaces", ITEM_CODE),
        )

    def _limit(self, at: _Table, kind: AnswerKind) -> Limit | None:
        if "limit" not in at.raw:
            if kind is AnswerKind.MEASURED:
                at.note("limit", "limit_missing")
            return None
        if kind not in (AnswerKind.MEASURED, AnswerKind.STEP):
            at.note("limit", "limit_unneeded")
        start = self._lines.key("limit", at.start) - 1
        inner = _Table(self, at.mapping("limit"), f"{at.prefix}limit.", start)
        inner.only({"low", "high", "unit"})
        limit = Limit(inner.number("low"), inner.number("high"), inner.text("unit"))
        if limit.low is None and limit.high is None:
            at.note("limit", "limit_open")
        elif limit.low is not None and limit.high is not None and limit.low > limit.high:
            at.note("limit", "limit_order", low=limit.low, high=limit.high)
        return limit


@dataclass(frozen=True)
class _Table:
    """One table of the file with its place; every getter notes its fault and gives a harmless stand-in."""

    reading: _Reading
    raw: Mapping[str, Any]
    prefix: str
    start: int

    def note(self, key: str, code: str, **values: object) -> None:
        self.reading.note(key, f"{self.prefix}{key}", self.start, code, **values)

    def only(self, known: set[str]) -> None:
        for key in self.raw.keys() - known:
            self.note(key, "unknown_key")

    def mapping(self, key: str) -> Mapping[str, Any]:
        found = self.raw.get(key)
        if isinstance(found, dict) and found:
            return found
        self.note(key, "missing" if found is None else "not_table")
        return {}

    def text(self, key: str) -> str:
        found = self.raw.get(key)
        if isinstance(found, str) and found.strip():
            return found.strip()
        self.note(key, "missing" if found is None or found == "" else "not_text")
        return ""

    def texts(self, key: str) -> Texts:
        found = self.raw.get(key)
        if not isinstance(found, dict):
            self.note(key, "missing" if found is None else "not_table")
            return dict.fromkeys(LANGUAGES, "")
        inner = _Table(self.reading, {f"{key}.{word}": text for word, text in found.items()}, self.prefix, self.start)
        inner.only({f"{key}.{language}" for language in LANGUAGES})
        return {language: inner.text(f"{key}.{language}") for language in LANGUAGES}

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
        if found is None or found in choices:
            return found
        self.note(key, "not_one_of", value=found, choices=", ".join(choices))
        return None

    def word(self, key: str, words: type[Word]) -> Word:
        found = self.raw.get(key)
        if found is None:
            self.note(key, "missing")
        elif found in [word.value for word in words]:
            return words(found)
        else:
            self.note(key, "not_one_of", value=found, choices=", ".join(words))
        return next(iter(words))

    def words(self, key: str, shape: re.Pattern[str]) -> tuple[str, ...]:
        found = self.raw.get(key, [])
        if isinstance(found, list) and all(isinstance(word, str) and shape.fullmatch(word) for word in found):
            return tuple(found)
        self.note(key, "not_codes", value=found)
        return ()
