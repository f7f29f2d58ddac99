"""Frozen values to plain JSON and back: what a decision was issued on, and what must never move again, is kept so."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, TypeVar, cast
from uuid import UUID

T = TypeVar("T")


def plain(value: Any) -> Any:
    """`value` as JSON knows it: dataclasses become tables, days and moments ISO texts, sets sorted lists."""
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value) and not isinstance(value, type):
        return {entry.name: plain(getattr(value, entry.name)) for entry in fields(value)}
    if isinstance(value, Mapping):
        return {str(plain(key)): plain(entry) for key, entry in value.items()}
    if isinstance(value, frozenset):
        return sorted(plain(entry) for entry in value)
    if isinstance(value, tuple | list):
        return [plain(entry) for entry in value]
    if isinstance(value, UUID):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value


def revive(kind: type[T], raw: Any) -> T:
    """The value of `kind` that `plain` made `raw` of. KeyError, TypeError or ValueError when it is something else."""
    return cast("T", _revive(kind, raw))


def _revive(kind: Any, raw: Any) -> Any:
    origin = typing.get_origin(kind)
    if origin is None:
        return _revive_single(kind, raw)
    inner = typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        (wanted,) = (entry for entry in inner if entry is not type(None))
        return None if raw is None else _revive(wanted, raw)
    if origin is Mapping:
        return {_revive(inner[0], key): _revive(inner[1], entry) for key, entry in raw.items()}
    return origin(_revive(inner[0], entry) for entry in raw)  # tuple[X, ...] or frozenset[X]


def _revive_single(kind: Any, raw: Any) -> Any:
    if is_dataclass(kind):
        maker = cast("Callable[..., Any]", kind)
        hints = _hints(maker)
        return maker(**{name: _revive(hints[name], entry) for name, entry in raw.items()})
    if kind in (date, datetime):
        return kind.fromisoformat(raw)
    # int: a table's keys are texts in JSON
    return kind(raw) if kind in (UUID, int) or (isinstance(kind, type) and issubclass(kind, Enum)) else raw


@cache
def _hints(kind: Callable[..., Any]) -> dict[str, Any]:
    return typing.get_type_hints(kind)
