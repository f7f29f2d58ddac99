"""Raw values become a `Pack`, or `PackErrors` with every fault. One road for TOML, sheets and the editor's drafts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from qualitydesk.inspections.model.standards import (
    AnswerKind,
    Gravity,
    Item,
    ItemGroup,
    Limit,
    Pack,
    PackKind,
    Target,
    Texts,
)
from qualitydesk.inspections.rules.pack_format.faults import PackError, PackErrors
from qualitydesk.inspections.rules.pack_format.table import LANGUAGES, RawTable

SEXES = ("female", "male")
SEASONS = ("summer", "winter")
HEAVIEST = 10
MOST_MINUTES = 480
LONGEST_NAME = 60
LONGEST_TITLE = 120
LONGEST_UNIT = 20
MOST_ITEMS = 500
MOST_FAULTS = 200  # a file with more is another kind of file
PASS_MARK = 0.90
PACK_KEYS = {
    "code", "edition", "name", "purpose", "target", "kind", "pass_mark", "sex", "posts", "minutes", "sections", "items",
    "off",
}  # fmt: skip
ITEM_KEYS = {
    "code", "group", "section", "title", "standard", "why", "sex", "posts", "kind", "limit", "weight", "critical",
    "gravity", "rule", "source", "season", "replaces", "actor", "words", "cut_off",
}  # fmt: skip
PACK_CODE = re.compile(r"[a-z][a-z0-9_]{1,39}")
ITEM_CODE = re.compile(r"(?=.{3,40}\Z)[A-Z][A-Z0-9]*(-[A-Z0-9]+)+")
POST_CODE = re.compile(r"[a-z][a-z_]{0,39}")
SECTION_CODE = re.compile(r"[A-Za-z0-9_-]{1,40}")


class Places(Protocol):
    """Where in the file a key stands."""

    def section(self, code: str) -> int:
        """The table a section stands in."""

    def item(self, nth: int) -> int:
        """The nth item's table, from 0."""

    def inner(self, key: str, start: int) -> int:
        """The table under `key` of the table at `start`."""

    def fault(self, key: str, name: str, start: int, code: str, values: Mapping[str, object]) -> PackError:
        """A fault with the place of `key` in the table at `start`."""


@dataclass(frozen=True)
class ReadPack:
    """A pack read from a file with the places of its keys, so that later faults can be told there too."""

    pack: Pack
    places: Places


def read_pack(raw: Mapping[str, Any], places: Places, name: str) -> Pack:
    """The pack of these raw values; `name` says which file it is. PackErrors with every fault found."""
    reading = _Reading(places)
    pack = reading.pack(raw)
    if reading.errors:
        raise PackErrors(
            name, tuple(sorted(reading.errors, key=lambda one: (one.sheet, one.line, one.column, one.key)))
        )
    return pack


class _Reading:
    """One pass over the raw tables."""

    def __init__(self, places: Places) -> None:
        self.errors: list[PackError] = []
        self._places = places

    def note(self, key: str, name: str, start: int, code: str, **values: object) -> None:
        if len(self.errors) == MOST_FAULTS:
            values, code = {"most": MOST_FAULTS}, "many_faults"  # said once, behind the others
        if len(self.errors) <= MOST_FAULTS:
            self.errors.append(self._places.fault(key, name, start, code, values))

    def pack(self, raw: Mapping[str, Any]) -> Pack:
        table = RawTable(self, raw, "", 0)
        table.only(PACK_KEYS)
        sections = self._sections(table)
        items = self._items(table, sections)
        kind = table.word("kind", PackKind, PackKind.STATE)
        if kind is PackKind.PROCESS and items and not any(item.kind is AnswerKind.STEP for item in items):
            table.note("kind", "no_steps")
        return Pack(
            code=table.code("code", PACK_CODE),
            edition=table.whole("edition", 1, 9999),
            name=table.texts("name", LONGEST_NAME),
            purpose=table.texts("purpose"),
            target=table.word("target", Target),
            sections=sections,
            items=items,
            sex=table.choice("sex", SEXES),
            posts=table.words("posts", POST_CODE),
            minutes=table.whole("minutes", 1, MOST_MINUTES),
            pass_mark=table.share("pass_mark", PASS_MARK),
            kind=kind,
            off=table.flag("off"),
        )

    def _sections(self, table: RawTable) -> dict[str, Texts]:
        found: dict[str, Texts] = {}
        raws = table.mapping("sections")
        for code in raws:
            at = RawTable(self, raws, "sections.", self._places.section(code))
            if not SECTION_CODE.fullmatch(code):
                at.note(code, "section_shape", value=code)
            found[code] = at.texts(code, LONGEST_NAME)
        return found

    def _items(self, table: RawTable, sections: Mapping[str, Texts]) -> tuple[Item, ...]:
        raws = table.raw.get("items")
        if not isinstance(raws, list) or not raws or not all(isinstance(raw, dict) for raw in raws):
            table.note("items", "no_items")
            return ()
        if len(raws) > MOST_ITEMS:
            table.note("items", "many_items", most=MOST_ITEMS)
            return ()
        items: list[Item] = []
        codes: set[str] = set()
        for number, raw in enumerate(raws):
            at = RawTable(self, raw, f"items[{number + 1}].", self._places.item(number))
            item = self._item(at, sections)
            if item.code and item.code in codes:
                at.note("code", "twice", value=item.code)
            codes.add(item.code)
            items.append(item)
        for code in sections.keys() - {item.section for item in items}:
            self.note(code, f"sections.{code}", self._places.section(code), "section_empty")
        return tuple(items)

    def _item(self, at: RawTable, sections: Mapping[str, Texts]) -> Item:
        at.only(ITEM_KEYS)
        section = at.text("section")
        if section and section not in sections:
            at.note("section", "section_unknown", value=section)
        kind = at.word("kind", AnswerKind)
        return Item(
            code=at.code("code", ITEM_CODE),
            group=at.word("group", ItemGroup),
            section=section,
            title=at.texts("title", LONGEST_TITLE),
            standard=at.texts("standard"),
            why=at.texts("why"),
            sex=at.choice("sex", SEXES),
            posts=at.words("posts", POST_CODE),
            kind=kind,
            limit=self._limit(at, kind),
            weight=at.whole("weight", 1, HEAVIEST),
            critical=at.flag("critical"),
            gravity=at.word("gravity", Gravity),
            rule=at.text("rule", LONGEST_NAME),
            source=at.text("source", LONGEST_TITLE),
            season=at.choice("season", SEASONS),
            replaces=at.words("replaces", ITEM_CODE),
            actor=at.texts_or_none("actor"),
            words=at.texts_or_none("words"),
            cut_off=self._cut_off(at),
        )

    def _cut_off(self, at: RawTable) -> Texts | None:
        """`true`: the source breaks off, without a word more; `false` is the same as nothing."""
        given = at.raw.get("cut_off", False)
        if isinstance(given, bool):
            return dict.fromkeys(LANGUAGES, "") if given else None
        return at.texts("cut_off")

    def _limit(self, at: RawTable, kind: AnswerKind) -> Limit | None:
        if "limit" not in at.raw:
            if kind is AnswerKind.MEASURED:
                at.note("limit", "limit_missing")
            return None
        known = at.raw.get("kind") == kind.value  # else the kind itself is the fault
        if known and kind not in (AnswerKind.MEASURED, AnswerKind.STEP):
            at.note("limit", "limit_unneeded")
        inner = RawTable(self, at.mapping("limit"), f"{at.prefix}limit.", self._places.inner("limit", at.start))
        inner.only({"low", "high", "unit"})
        limit = Limit(inner.number("low"), inner.number("high"), inner.text("unit", LONGEST_UNIT))
        if limit.low is None and limit.high is None:
            at.note("limit", "limit_open")
        elif limit.low is not None and limit.high is not None and limit.low > limit.high:
            at.note("limit", "limit_order", low=limit.low, high=limit.high)
        return limit
