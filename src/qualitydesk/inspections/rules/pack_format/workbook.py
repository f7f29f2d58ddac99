"""Packs as the rows of two sheets, one of items and one of the packs' own facts, and back with every fault's cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from qualitydesk.inspections.model.standards import Pack
from qualitydesk.inspections.rules.pack_format.columns import (
    ITEM_COLUMNS,
    OPTIONAL,
    PACK_COLUMNS,
    cell_of,
    choices_words,
    column_of,
    head_words,
    is_coded,
    value_of,
)
from qualitydesk.inspections.rules.pack_format.faults import PackError, PackErrors
from qualitydesk.inspections.rules.pack_format.reading import ReadPack, read_pack
from qualitydesk.inspections.rules.pack_format.table import LANGUAGES
from qualitydesk.inspections.rules.pack_format.writing import as_raw

TEXTS = ("title", "standard", "why", "actor", "words")
PACK_TEXTS = ("name", "purpose")
Cells = list[str | int | float | None]


@dataclass(frozen=True)
class Grid:
    """One sheet as read: its name, its head, its rows as (line, cells). `first`: the head's line."""

    name: str
    head: Sequence[str]
    rows: Sequence[tuple[int, Sequence[str]]]
    first: int = 1


# Out


def rows_of(packs: Sequence[Pack], language: str, posts: Mapping[str, str]) -> tuple[list[Cells], list[Cells]]:
    """(rows of items, rows of packs) in the order of the columns."""
    items: list[Cells] = []
    facts: list[Cells] = []
    for pack in packs:
        raw = as_raw(pack)
        facts.append(_cells(PACK_COLUMNS, _flat_pack(raw), language, posts))
        for item in raw["items"]:
            heading = raw["sections"].get(item["section"], {})
            flat = {"pack": pack.code, **_flat_item(item), **_spread("section", heading)}
            items.append(_cells(ITEM_COLUMNS, flat, language, posts))
    return items, facts


def _cells(columns: Sequence[str], flat: Mapping[str, object], language: str, posts: Mapping[str, str]) -> Cells:
    return [cell_of(column, flat.get(column), language, posts) for column in columns]


def _flat_pack(raw: Mapping[str, Any]) -> dict[str, object]:
    flat = {key: value for key, value in raw.items() if not isinstance(value, dict)}
    flat |= {"pack": raw["code"], "pack_kind": raw.get("kind", "state")}
    for key in PACK_TEXTS:
        flat |= _spread(key, raw[key])
    return flat


def _flat_item(raw: Mapping[str, Any]) -> dict[str, object]:
    flat = {key: value for key, value in raw.items() if not isinstance(value, dict)}
    for key in TEXTS:
        flat |= _spread(key, raw.get(key, {}))
    if "cut_off" in raw:
        flat["cut_off"] = True
        if isinstance(raw["cut_off"], dict):
            flat |= _spread("cut_off", raw["cut_off"])
    flat |= raw.get("limit", {})
    return flat


def _spread(key: str, texts: Mapping[str, str]) -> dict[str, object]:
    return {f"{key}_{language}": texts.get(language) for language in LANGUAGES}


# In


def read_packs(items: Grid, facts: Grid, posts: Mapping[str, str], language: str) -> list[ReadPack]:
    """The packs of these two sheets. PackErrors with every fault of both, by sheet, line and column."""
    errors: list[PackError] = []
    of_items = _Columns(items, ITEM_COLUMNS, posts, language, errors)
    of_packs = _Columns(facts, PACK_COLUMNS, posts, language, errors)
    if not facts.rows:
        errors.append(PackError(facts.first, facts.name, "no_packs", sheet=facts.name))
    if errors:
        raise PackErrors(facts.name, _sorted(errors))
    rows: dict[str, list[tuple[int, Mapping[str, object]]]] = {}
    codes: dict[str, int] = {}
    for line, cells in facts.rows:
        code = str(of_packs.values(cells).get("pack", ""))
        if code in codes:
            errors.append(of_packs.fault("pack", line, "pack_twice", {"value": code}))
        codes.setdefault(code, line)
    for line, cells in items.rows:
        values = of_items.values(cells)
        code = str(values.get("pack", ""))
        if code not in codes:
            errors.append(of_items.fault("pack", line, "pack_unknown", {"value": code}))
        rows.setdefault(code, []).append((line, values))
    found: list[ReadPack] = []
    for line, cells in facts.rows:
        code = str(of_packs.values(cells).get("pack", ""))
        if codes[code] != line:
            continue
        places = SheetPlaces(of_items, of_packs, line, [at for at, _values in rows.get(code, [])])
        raw = _raw_pack(of_packs.values(cells), rows.get(code, []), places, errors)
        try:
            found.append(ReadPack(read_pack(raw, places, code), places))
        except PackErrors as faults:
            errors += faults.errors
    if errors:
        raise PackErrors(facts.name, _sorted(errors))
    return found


def _sorted(errors: Sequence[PackError]) -> tuple[PackError, ...]:
    return tuple(sorted(errors, key=lambda one: one.order))


@dataclass
class _Columns:
    """The columns of one sheet: which stands where, and what is wrong with the head."""

    grid: Grid
    known: tuple[str, ...]
    posts: Mapping[str, str]
    language: str
    errors: list[PackError]
    at: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for place, head in enumerate(self.grid.head):
            if not head:
                continue
            column = column_of(head, self.known)
            if column is None or column in self.at:
                code = "unknown_column" if column is None else "column_twice"
                self.errors.append(PackError(self.grid.first, head, code, column=letters(place), sheet=self.grid.name))
            else:
                self.at[column] = place
        for column in self.known:
            if column not in self.at and column not in OPTIONAL:
                key = head_words(column, self.language)
                self.errors.append(PackError(self.grid.first, key, "missing_column", sheet=self.grid.name))

    def values(self, cells: Sequence[str]) -> dict[str, object]:
        """What the row's cells stand for, empty ones left out."""
        found = {column: value_of(column, cells[place], self.posts) for column, place in self.at.items()}
        return {column: value for column, value in found.items() if value is not None}

    def fault(self, column: str, line: int, code: str, values: Mapping[str, object]) -> PackError:
        place = self.at.get(column)
        key = self.grid.head[place] if place is not None else head_words(column, self.language)
        if code == "not_flag":
            code = "not_flag_cell"
        if code == "not_one_of" and is_coded(column):
            values = {**values, "choices": choices_words(column, self.language)}
        where = letters(place) if place is not None else ""
        return PackError(line, key, code, values, column=where, sheet=self.grid.name)


@dataclass(frozen=True)
class SheetPlaces:
    """Places by row: a table starts at 0 for the pack's own row, n for the nth item's, −n for a section named there."""

    items: _Columns
    facts: _Columns
    line: int
    lines: Sequence[int]
    sections: dict[str, int] = field(default_factory=dict)

    def section(self, code: str) -> int:
        return -self.sections.get(code, 0)

    def item(self, nth: int) -> int:
        return nth + 1

    def inner(self, key: str, start: int) -> int:
        return start

    def fault(self, key: str, name: str, start: int, code: str, values: Mapping[str, object]) -> PackError:
        if start == 0:
            if key in ("items", "sections"):
                return PackError(self.line, self.facts.grid.name, "no_items", values, sheet=self.facts.grid.name)
            column = {"code": "pack", "kind": "pack_kind"}.get(key, key.replace(".", "_"))
            if column not in PACK_COLUMNS:
                column = f"{column}_zh"
            return self.facts.fault(column, self.line, code, values)
        if start < 0:
            column = f"section_{key.rpartition('.')[2]}" if "." in key else "section"
        else:
            column = "low" if key == "limit" else key.replace(".", "_")
        if column not in ITEM_COLUMNS:
            column = f"{column}_zh" if f"{column}_zh" in ITEM_COLUMNS else "code"
        if code == "not_table":
            code = "missing"
        return self.items.fault(column, self.lines[abs(start) - 1], code, values)


def _raw_pack(
    values: Mapping[str, object],
    rows: Sequence[tuple[int, Mapping[str, object]]],
    places: SheetPlaces,
    errors: list[PackError],
) -> dict[str, Any]:
    raw: dict[str, Any] = {
        key: values[key]
        for key in ("edition", "target", "off", "sex", "posts", "minutes", "pass_mark")
        if key in values
    }
    raw.setdefault("edition", 1)
    raw["code"] = values.get("pack")
    if "pack_kind" in values:
        raw["kind"] = values["pack_kind"]
    for key in PACK_TEXTS:
        raw[key] = _texts(values, key)
    sections: dict[str, dict[str, object]] = {}
    items: list[dict[str, Any]] = []
    for number, (line, row) in enumerate(rows):
        code = row.get("section")
        if isinstance(code, str):
            heading = _texts(row, "section")
            if code not in places.sections:
                places.sections[code] = number + 1
                sections[code] = heading
            elif heading and heading != sections[code]:
                errors.append(places.items.fault("section", line, "section_differs", {"value": code}))
        items.append(_raw_item(row))
    return {**raw, "sections": sections, "items": items}


def _raw_item(row: Mapping[str, object]) -> dict[str, Any]:
    plain = (
        "code", "section", "kind", "group", "weight", "gravity", "critical", "sex", "posts", "season", "rule", "source",
        "replaces",
    )  # fmt: skip
    raw: dict[str, Any] = {key: row[key] for key in plain if key in row}
    for key in TEXTS:
        texts = _texts(row, key)
        if texts or key in ("title", "standard", "why"):
            raw[key] = texts
    limit = {key: row[key] for key in ("low", "high") if key in row}
    if limit:
        raw["limit"] = {**limit, **({"unit": row["unit"]} if "unit" in row else {})}
    broken = _texts(row, "cut_off")
    if broken:
        raw["cut_off"] = broken
    elif "cut_off" in row:
        raw["cut_off"] = row["cut_off"]
    return raw


def _texts(row: Mapping[str, object], key: str) -> dict[str, object]:
    return {language: row[f"{key}_{language}"] for language in LANGUAGES if f"{key}_{language}" in row}


def letters(at: int) -> str:
    """The name of a column counted from 0: A, B … Z, AA."""
    found = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        found = chr(ord("A") + rest) + found
    return found
