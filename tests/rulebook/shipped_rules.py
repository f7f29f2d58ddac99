"""The shipped rules as editions, without a database, for tests of pure rules."""

from __future__ import annotations

import copy
import tomllib
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from qualitydesk.basics.places import shipped
from qualitydesk.rulebook.model import Edition, LadderEdition
from qualitydesk.rulebook.rules import ladder_edition

NEVER = datetime(2026, 1, 1, tzinfo=UTC)


def raw(rule: str) -> dict[str, Any]:
    """A shipped rule as read from its file; a fresh copy every time."""
    return tomllib.loads(shipped(f"resources/rulebook/{rule}.toml").read_text(encoding="utf-8"))


def edition(rule: str = "ladder", number: int = 1, effective_from: date | None = None, **changes: Any) -> Edition:
    """An edition of a shipped rule; `changes` by value path with "__" for the dots."""
    found = raw(rule)
    values = changed(found["values"], {path.replace("__", "."): value for path, value in changes.items()})
    return Edition(
        id=UUID(int=1000 + number),
        rule=rule,
        number=number,
        effective_from=effective_from or found["effective_from"],
        values=values,
        texts=found["texts"],
        ours=tuple(found["ours"]),
        created_at=NEVER,
    )


def ladder(**changes: Any) -> LadderEdition:
    """The shipped ladder, some values changed."""
    return ladder_edition(edition("ladder", **changes))


def changed(values: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    """A copy of `values` with the values at the dotted paths replaced; None removes one."""
    fresh = copy.deepcopy(values)
    for path, value in changes.items():
        *branches, leaf = path.split(".")
        at = fresh
        for branch in branches:
            at = at.setdefault(branch, {})
        if value is None:
            del at[leaf]
        else:
            at[leaf] = value
    return fresh
