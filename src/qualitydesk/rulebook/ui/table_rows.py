"""Rows of a rule's tables: which table a path belongs to, and which rows could be added."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qualitydesk.rulebook.model.shapes import Rows, RuleLine
from qualitydesk.rulebook.rules.shapes import SHAPES, at, row_codes


def row_place(rule: str, path: str) -> Rows | None:
    """The table of which `path` is one row."""
    tables = (part for part in SHAPES[rule] if isinstance(part, Rows))
    return next((one for one in tables if path.rpartition(".")[0] == one.path), None)


def table_at(rule: str, path: str) -> Rows | None:
    """The table that stands at `path`."""
    return next((part for part in SHAPES[rule] if isinstance(part, Rows) and part.path == path), None)


def removable(rule: str, path: str) -> bool:
    """Whether `path` is a row the rule may do without."""
    rows = row_place(rule, path)
    return rows is not None and path.rpartition(".")[2] not in rows.kept


def addable(line: RuleLine, values: Mapping[str, Any]) -> dict[str, tuple[Rows, str, Mapping[str, Any]]]:
    """Rows some edition had and `values` lack, by path, as they last stood."""
    found: dict[str, tuple[Rows, str, Mapping[str, Any]]] = {}
    for part in SHAPES[line.rule]:
        if not isinstance(part, Rows):
            continue
        there = at(values, part.path) or {}
        for edition in line.editions:
            for code in row_codes(part, edition.values):
                if code not in there:
                    found[f"{part.path}.{code}"] = (part, code, at(edition.values, part.path)[code])
    return found
