"""Every shipped rule described: which values it has, what each is called, in what it is counted, what it may be.

A rule that is added needs its description here, and reading, comparing and editing it follow.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qualitydesk.rulebook.model import Rule
from qualitydesk.rulebook.model.shapes import Field, Part, Place, Rows, Shape
from qualitydesk.rulebook.rules.shapes.cases import CLOCKS, SEVERITY, STEPS
from qualitydesk.rulebook.rules.shapes.ladder import LADDER
from qualitydesk.rulebook.rules.shapes.members import BENEFITS, CONTACTS, MEMBER_POINTS, TIERS
from qualitydesk.rulebook.rules.shapes.planning import INSPECTION_PLAN
from qualitydesk.rulebook.rules.shapes.rewarding import POINTS, REWARDS, SETTLEMENT
from qualitydesk.rulebook.rules.shapes.small import (
    APPEAL,
    APPROVAL,
    CASE_MONTH,
    DISPUTES,
    LEADING,
    MEASURES,
    SCORE,
)

SHAPES: Mapping[str, Shape] = {
    Rule.LADDER: LADDER,
    Rule.SCORE: SCORE,
    Rule.APPEAL: APPEAL,
    Rule.APPROVAL: APPROVAL,
    Rule.LEADING: LEADING,
    Rule.MEASURES: MEASURES,
    Rule.DISPUTES: DISPUTES,
    Rule.STEPS: STEPS,
    Rule.SEVERITY: SEVERITY,
    Rule.CLOCKS: CLOCKS,
    Rule.CASE_MONTH: CASE_MONTH,
    Rule.POINTS: POINTS,
    Rule.REWARDS: REWARDS,
    Rule.SETTLEMENT: SETTLEMENT,
    Rule.TIERS: TIERS,
    Rule.CONTACTS: CONTACTS,
    Rule.BENEFITS: BENEFITS,
    Rule.MEMBER_POINTS: MEMBER_POINTS,
    Rule.INSPECTION_PLAN: INSPECTION_PLAN,
}


def row_codes(rows: Rows, values: Mapping[str, Any]) -> tuple[str, ...]:
    """The rows that stand in a table, in the order they are shown; those nobody knows come last."""
    found = at(values, rows.path)
    standing = tuple(found) if isinstance(found, Mapping) else ()
    known = tuple(code for code in rows.known if code in standing)
    return known + tuple(code for code in standing if code not in known)


def parts_of(rule: str, values: Mapping[str, Any]) -> tuple[Part, ...]:
    """A rule's parts, each row of its tables as a part of its own."""
    found: list[Part] = []
    for part in SHAPES.get(rule, ()):
        if isinstance(part, Part):
            found.append(part)
        else:
            found += [row_part(part, code) for code in row_codes(part, values)]
    return tuple(found)


def row_part(rows: Rows, code: str) -> Part:
    """One row as a part."""
    return Part(f"{rows.path}.{code}", (f"{rows.words}.{code}",), rows.fields)


def places_of(rule: str, values: Mapping[str, Any]) -> tuple[Place, ...]:
    """Every place of a rule's values in the order they are read, whether a value stands there or not."""
    return tuple(_place(part, one) for part in parts_of(rule, values) for one in part.fields)


def as_meant(rule: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Values with what absence means at the top of a rule: an edition made before a value was there goes by it, too."""
    found = dict(values)
    for part in SHAPES.get(rule, ()):
        for one in part.fields if not part.path else ():
            if one.absent and at(values, one.key) is None:
                meant = list(one.absent) if isinstance(one.absent, tuple) else one.absent
                table, _, key = one.key.rpartition(".")
                if table:
                    found[table] = {**found.get(table, {}), key: meant}
                else:
                    found[key] = meant
    return found


def place_at(rule: str, path: str) -> Place | None:
    """What stands at `path`; None when it is not described."""
    for part in SHAPES.get(rule, ()):
        found = _row_at(part, path) if isinstance(part, Rows) else part
        for one in part.fields:
            if found is not None and path == join(found.path, one.key):
                return _place(found, one)
    return None


def _row_at(rows: Rows, path: str) -> Part | None:
    if not path.startswith(f"{rows.path}."):
        return None
    return row_part(rows, path.removeprefix(f"{rows.path}.").partition(".")[0])


def join(base: str, key: str) -> str:
    """A path below another; "" is the top."""
    return f"{base}.{key}" if base else key


def at(values: Mapping[str, Any], path: str) -> Any:
    """What stands at a dotted path; None where nothing does."""
    found: Any = values
    for key in path.split("."):
        if not isinstance(found, Mapping) or key not in found:
            return None
        found = found[key]
    return found


def _place(part: Part, one: Field) -> Place:
    return Place(join(part.path, one.key), one, part.title, part.path)
