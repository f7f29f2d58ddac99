"""A pack written as TOML: parsed, and every key found again by its line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from itertools import pairwise

from qualitydesk.inspections.model.standards import Pack
from qualitydesk.inspections.rules.pack_format.faults import PackError, PackErrors
from qualitydesk.inspections.rules.pack_format.reading import ReadPack, read_pack

_HEAD = re.compile(r"\s*\[")
_KEY = re.compile(r"\s*([\w-]+(?:\s*\.\s*[\w-]+)*)\s*=")


def parse_pack(text: str, name: str) -> Pack:
    """The pack written in `text`; `name` says which file it is. PackErrors with every fault found."""
    return read_toml(text, name).pack


def read_toml(text: str, name: str) -> ReadPack:
    """The same with the places of its keys, for faults found later."""
    try:
        raw = tomllib.loads(text)
    except RecursionError as error:
        raise PackErrors(name, (PackError(1, name, "too_deep"),)) from error
    except ValueError as error:  # not only TOMLDecodeError: a number of 5,000 digits is a plain ValueError
        told = re.search(r"line (\d+)", str(error))
        line = int(told[1]) if told else len(text.splitlines()) or 1
        raise PackErrors(name, (PackError(line, name, "syntax", {"message": str(error)}),)) from error
    lines = Lines(text)
    return ReadPack(read_pack(raw, lines, name), lines)


class Lines:
    """Where in the text a key stands, so that a fault can be found again by eye."""

    def __init__(self, text: str) -> None:
        self._lines = text.splitlines()
        self._heads = [number for number, line in enumerate(self._lines) if _HEAD.match(line)]
        self._ends = dict(pairwise(self._heads))
        self._keys: dict[int, dict[str, int]] = {}
        self._tables: dict[str, list[int]] = {}
        for number in self._heads:
            self._tables.setdefault(self._lines[number].split("#")[0].strip(), []).append(number)

    def section(self, code: str) -> int:
        return self._table(f"[sections.{code}]") or self._table("[sections]")

    def item(self, nth: int) -> int:
        return self._table("[[items]]", nth)

    def inner(self, key: str, start: int) -> int:
        return self._line(key, start) - 1

    def fault(self, key: str, name: str, start: int, code: str, values: Mapping[str, object]) -> PackError:
        return PackError(self._line(key, start), name, code, values)

    def _table(self, head: str, nth: int = 0) -> int:
        """Line (from 0) of the nth table of this head, e.g. `[[items]]`; 0 when it is written another way."""
        found = self._tables.get(head, ())
        return found[nth] if nth < len(found) else 0

    def _line(self, key: str, start: int) -> int:
        """Line (from 1) of `key` in the table that begins at `start`; the table's own line when it is not there."""
        keys = self._keys_of(start)
        return keys.get(key, keys.get(key.split(".")[0], start)) + 1

    def _keys_of(self, start: int) -> dict[str, int]:
        """The first line of each key of a table, dotted ones also by their first part; read once."""
        found = self._keys.get(start)
        if found is None:
            found = self._keys[start] = {}
            end = self._ends.get(start)
            if end is None:
                end = next((number for number in self._heads if number > start), len(self._lines))
            for number in range(start, end):
                if match := _KEY.match(self._lines[number]):
                    dotted = re.sub(r"\s", "", match[1])
                    found.setdefault(dotted, number)
                    found.setdefault(dotted.split(".")[0], number)
        return found
