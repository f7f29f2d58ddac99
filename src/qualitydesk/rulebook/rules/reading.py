"""Reads a rule's plain values by path and collects what is wrong with them, so that every fault is told at once."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from qualitydesk.basics.errors import Problem, Refused

E = TypeVar("E", bound=StrEnum)
_ABSENT = object()


class Reader:
    """A walk over nested values. Each getter answers something usable even where it notes a problem."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._values = values
        self._read: set[str] = set()
        self.problems: list[Problem] = []

    def has(self, path: str) -> bool:
        """Whether anything stands at `path`."""
        return self._at(path) is not _ABSENT

    def keys(self, path: str) -> tuple[str, ...]:
        """The names beneath `path`; noted when it is no table."""
        found = self._needed(path)
        if isinstance(found, Mapping):
            return tuple(str(key) for key in found)
        self._wrong(found, path, "value_not_table")
        return ()

    def whole(self, path: str, low: int, high: int, default: int | None = None) -> int:
        """A whole number from `low` to `high`."""
        found = self._needed(path) if default is None else self._at(path)
        if found is _ABSENT:
            return low if default is None else default
        if not _is_whole(found):
            self._wrong(found, path, "value_not_whole")
            return low
        if not low <= found <= high:
            self.note(path, "value_out_of_range", low=low, high=high, found=found)
            return low
        return int(found)

    def wholes(self, path: str) -> tuple[int, ...]:
        """A list of whole numbers, absent = none."""
        found = self._list(path)
        for entry in found:
            if not _is_whole(entry):
                self.note(path, "value_not_whole", found=str(entry))
        return tuple(entry for entry in found if _is_whole(entry))

    def codes(self, path: str) -> tuple[str, ...]:
        """A list of codes, at least one."""
        self._needed(path)
        found = [entry for entry in self._list(path) if isinstance(entry, str) and entry.strip()]
        if self.has(path) and not found:
            self.note(path, "value_missing")
        return tuple(found)

    def some_codes(self, path: str) -> tuple[str, ...]:
        """A list of codes, absent or empty = none."""
        return tuple(entry for entry in self._list(path) if isinstance(entry, str) and entry.strip())

    def text(self, path: str) -> str:
        """A text that says something."""
        found = self._needed(path)
        if isinstance(found, str) and found.strip():
            return found.strip()
        self._wrong(found, path, "value_missing")
        return ""

    def flag(self, path: str, default: bool | None = None) -> bool:
        """True or false."""
        found = self._needed(path) if default is None else self._at(path)
        if isinstance(found, bool):
            return found
        self._wrong(found, path, "value_not_flag")
        return bool(default)

    def word(self, path: str, kind: type[E]) -> E:
        """One of the words of `kind`."""
        return self._word(path, self._needed(path), kind)

    def words(self, path: str, kind: type[E]) -> tuple[E, ...]:
        """A list of words of `kind`, absent = none."""
        return tuple(self._word(path, entry, kind) for entry in self._list(path))

    def note(self, path: str, code: str, **values: object) -> None:
        """Note a problem at `path`."""
        self.problems.append(Problem(path, code, {"path": path, **values}))

    def finish(self) -> None:
        """Refuse when anything was noted, or when values stand there that nobody read."""
        for path in _leaves(self._values):
            if not any(path == read or path.startswith(f"{read}.") for read in self._read):
                self.note(path, "value_unknown")
        if self.problems:
            raise Refused("rule_values", problems=tuple(self.problems))

    def _word(self, path: str, found: Any, kind: type[E]) -> E:
        known = tuple(kind)
        if found in tuple(entry.value for entry in known):
            return kind(found)
        self._wrong(found, path, "value_not_known", known=_listed(known))
        return known[0]

    def _list(self, path: str) -> Collection[Any]:
        found = self._at(path)
        if isinstance(found, list | tuple):
            return found
        self._wrong(found, path, "value_not_list")
        return ()

    def _needed(self, path: str) -> Any:
        found = self._at(path)
        if found is _ABSENT:
            self.note(path, "value_missing")
        return found

    def _wrong(self, found: Any, path: str, code: str, **values: object) -> None:
        """Absence is told, or allowed, elsewhere."""
        if found is not _ABSENT:
            self.note(path, code, found=str(found), **values)

    def _at(self, path: str) -> Any:
        found: Any = self._values
        for key in path.split("."):
            if not isinstance(found, Mapping) or key not in found:
                return _ABSENT
            found = found[key]
        if not isinstance(found, Mapping):
            self._read.add(path)
        return found


def leaves_of(values: Mapping[str, Any]) -> dict[str, Any]:
    """Every value that is no table, by its dotted path."""
    found: dict[str, Any] = {}
    for key, value in values.items():
        if isinstance(value, Mapping):
            found.update({f"{key}.{path}": leaf for path, leaf in leaves_of(value).items()})
        else:
            found[str(key)] = value
    return found


def _leaves(values: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(leaves_of(values))


def _is_whole(found: Any) -> bool:
    return isinstance(found, int) and not isinstance(found, bool)


def _listed(known: tuple[StrEnum, ...]) -> str:
    return ", ".join(entry.value for entry in known)
