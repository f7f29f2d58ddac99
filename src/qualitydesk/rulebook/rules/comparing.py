"""Editions side by side: what differs, value by value; changes taken over onto another edition; one value replaced."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

from qualitydesk.basics.phrases import LANGUAGES
from qualitydesk.rulebook.model.shapes import Difference, Field
from qualitydesk.rulebook.rules.reading import leaves_of
from qualitydesk.rulebook.rules.shapes import as_meant, places_of


def differences(rule: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Difference, ...]:
    """Each value that is another one, came or went, in the order the rule is read; what is meant counts as there."""
    old, new = _leaves(as_meant(rule, before)), _leaves(as_meant(rule, after))
    order = {
        place.path: number
        for number, place in enumerate((*places_of(rule, after), *places_of(rule, before)))
        if place.path in old or place.path in new
    }
    changed = [path for path in {**old, **new} if old.get(path) != new.get(path)]
    changed.sort(key=lambda path: order.get(path, len(order)))
    return tuple(Difference(path, old.get(path), new.get(path)) for path in changed)


def text_differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Difference, ...]:
    """Each text that is another one, by texts.<language>.<key>."""
    found: list[Difference] = []
    for language in LANGUAGES:
        old, new = _leaves(before.get(language, {})), _leaves(after.get(language, {}))
        for key in {**old, **new}:
            if old.get(key, "") != new.get(key, ""):
                found.append(Difference(f"texts.{language}.{key}", old.get(key), new.get(key)))
    return tuple(found)


def is_same(rule: str, before: tuple[Mapping[str, Any], Mapping[str, Any]], after: tuple[Any, Any]) -> bool:
    """Whether (values, texts) say the same."""
    return not differences(rule, before[0], after[0]) and not text_differences(before[1], after[1])


def carried_over(base: Mapping[str, Any], mine: Mapping[str, Any], newest: Mapping[str, Any]) -> dict[str, Any]:
    """What was changed from `base` to `mine`, changed in `newest` in the same way; the rest stays as it is there."""
    old, new = _leaves(base), _leaves(mine)
    found = plain_copy(newest)
    for path in {**old, **new}:
        if old.get(path) != new.get(path):
            put(found, path, new.get(path))
    return found


def plain_copy(values: Mapping[str, Any]) -> dict[str, Any]:
    """A copy of nested values that may be changed."""
    return {
        key: plain_copy(value) if isinstance(value, Mapping) else copy.deepcopy(value) for key, value in values.items()
    }


def put(values: dict[str, Any], path: str, value: Any) -> None:
    """Set the value at a dotted path; None takes it away, and with it the tables it leaves empty."""
    key, _, rest = path.partition(".")
    if rest:
        below = values.setdefault(key, {})
        put(below, rest, value)
        if not below:
            del values[key]
    elif value is None:
        values.pop(key, None)
    else:
        values[key] = value


def settled(one: Field, standing: Any, edited: Any) -> Any:
    """What is kept of an edited value: where nothing stood, what absence means needs not be written."""
    if isinstance(edited, tuple):
        edited = list(edited)
    if edited is None or edited == standing:
        return edited
    meant = list(one.absent) if isinstance(one.absent, tuple) else one.absent
    if edited == [] and one.may_lack and meant is None:
        return None
    if standing is None and one.may_lack and meant is not None and edited == meant:
        return None
    return edited


def _leaves(values: Mapping[str, Any]) -> dict[str, Any]:
    return {path: list(leaf) if isinstance(leaf, tuple) else leaf for path, leaf in leaves_of(values).items()}
