"""How two editions of a pack differ, what a changed item no longer means, which code a new item gets."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from qualitydesk.basics.errors import Problem
from qualitydesk.inspections.model.editions import Comparison, Course, FieldChange, ItemChange, PackDraft
from qualitydesk.inspections.model.standards import Item, Pack, Texts
from qualitydesk.inspections.rules.pack_format import PackError, PackErrors, as_raw, read_pack

ALIKE = 0.4
"""Titles less alike than this (0–1, share of common signs) ask for something else. [ours]"""
LONGEST_REASON = 500
OWN = "O"
"""Begins the item codes of the group's own packs, so that a pack that ships later never meets them."""


def compare(before: Pack, now: Pack) -> Comparison:
    """What is different in `now`: the pack's own facts, then its items in the order of walking, removed ones last."""
    old, new = as_raw(before), as_raw(now)
    facts = _changes(_flat(_facts(old)), _flat(_facts(new)))
    raws = {raw["code"]: raw for raw in old["items"]}
    earlier = {item.code: item for item in before.items}
    items: list[ItemChange] = []
    for item, raw in zip(now.items, new["items"], strict=True):
        if item.code not in earlier:
            items.append(ItemChange(item, Course.ADDED))
        elif fields := _changes(_flat(raws[item.code]), _flat(raw)):
            items.append(ItemChange(item, Course.CHANGED, fields))
    kept = {item.code for item in now.items}
    items += [ItemChange(item, Course.REMOVED) for item in before.items if item.code not in kept]
    order = [item.code for item in now.items if item.code in earlier]
    moved = order != [item.code for item in before.items if item.code in kept]
    return Comparison(facts, tuple(items), moved)


def _facts(raw: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in raw.items() if key not in ("items", "edition", "code")}


def _flat(raw: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    """Texts and headings by dotted key; a limit stays one value."""
    found: dict[str, Any] = {}
    for key, value in raw.items():
        if isinstance(value, dict) and key != "limit":
            found |= _flat(value, f"{prefix}{key}.")
        else:
            found[prefix + key] = value
    return found


def _changes(before: Mapping[str, Any], now: Mapping[str, Any]) -> tuple[FieldChange, ...]:
    keys = [*now, *(key for key in before if key not in now)]
    return tuple(FieldChange(key, before.get(key), now.get(key)) for key in keys if before.get(key) != now.get(key))


def meaning_changes(before: Item, now: Item) -> tuple[str, ...]:
    """Why `now` may no longer be the same observation though its code is: "kind", "limit", "group", "title"."""
    found = [name for name in ("kind", "limit", "group") if getattr(before, name) != getattr(now, name)]
    if any(_alike(before.title[one], now.title[one]) < ALIKE for one in now.title if now.title[one]):
        found.append("title")
    return tuple(found)


def _alike(before: str, now: str) -> float:
    return SequenceMatcher(None, before, now, autojunk=False).ratio()


def changed_meanings(before: Pack, now: Pack) -> dict[str, tuple[str, ...]]:
    """The items of `now` that keep their code though they seem to ask for something else."""
    earlier = {item.code: item for item in before.items}
    found = {item.code: meaning_changes(earlier[item.code], item) for item in now.items if item.code in earlier}
    return {code: why for code, why in found.items() if why}


TEXT_FIELDS = ("title", "standard", "why", "actor", "words", "cut_off")


def behind(before: Item | None, now: Item) -> tuple[str, ...]:
    """Fields of `now` whose one language was changed and the other was not: "title.en" is to be looked at."""
    found: list[str] = []
    for name in TEXT_FIELDS:
        texts: Texts | None = getattr(now, name)
        earlier: Texts | None = getattr(before, name) if before else None
        if texts and earlier:
            same = [language for language in texts if texts[language] == earlier.get(language, "")]
            if len(same) == 1:
                found.append(f"{name}.{same[0]}")
    return tuple(found)


def next_code(pack: Pack, section: str, used: Collection[str]) -> str:
    """A code for a new item in this section: its neighbours' beginning and the next number never used."""
    beginnings = [item.code.rpartition("-")[0] for item in pack.items if item.section == section]
    beginnings += [item.code.rpartition("-")[0] for item in pack.items]
    beginning = beginnings[0] if beginnings else _beginning(pack.code)
    taken = {*used, *(item.code for item in pack.items)}
    numbers = [int(code.rpartition("-")[2]) for code in taken if re.fullmatch(rf"{beginning}-[0-9]{{1,6}}", code)]
    return f"{beginning}-{max(numbers, default=0) + 1:02d}"


def _beginning(code: str) -> str:
    """ "front_desk" → "O-FD", "telephone" → "O-TEL"; O is for the group's own, no pack that ships uses it."""
    words = [word for word in code.upper().split("_") if word and word[0].isalpha()]
    letters = "".join(word[0] for word in words) if len(words) > 1 else (words[0][:3] if words else "X")
    return f"{OWN}-{letters[:12]}"


class _DraftPlaces:
    """A draft has fields and no lines."""

    def section(self, code: str) -> int:
        return 0

    def item(self, nth: int) -> int:
        return 0

    def inner(self, key: str, start: int) -> int:
        return 0

    def fault(self, key: str, name: str, start: int, code: str, values: Mapping[str, object]) -> PackError:
        return PackError(0, name, code, values)


def problems_in_pack(pack: Pack) -> list[Problem]:
    """Everything the format has against a pack as drafted; `field` is the key, e.g. "items[2].title.en"."""
    try:
        read_pack(as_raw(pack), _DraftPlaces(), pack.code)
    except PackErrors as errors:
        return [_problem(error) for error in errors.errors]
    return []


def _problem(error: PackError) -> Problem:
    return Problem(error.key, f"draft_{error.code}", {**error.values, "key": error.key})


@dataclass(frozen=True)
class Used:
    """An item code that was given out: in which pack, and the item as it was last."""

    pack: str
    item: Item


def is_taken(item: Item, pack: str, used: Mapping[str, Used]) -> bool:
    """Whether an item's code belongs to another item. A retired item may come back to its pack as it was."""
    before = used.get(item.code)
    return before is not None and (before.pack != pack or bool(meaning_changes(before.item, item)))


def problems_in_draft(
    draft: PackDraft, base: Pack | None, used: Mapping[str, Used], packs: Collection[str]
) -> list[Problem]:
    """What keeps a draft from becoming an edition. `used`: every item code there ever was; `packs`: codes of packs."""
    found = problems_in_pack(draft.pack)
    known = {item.code for item in base.items} if base else set()
    for number, item in enumerate(draft.pack.items):
        if item.code not in known and is_taken(item, draft.pack.code, used):
            found.append(Problem(f"items[{number + 1}].code", "draft_code_taken", {"value": item.code}))
    if base is None and draft.pack.code in packs:
        found.append(Problem("code", "draft_pack_taken", {"value": draft.pack.code}))
    if not draft.reason.strip():
        found.append(Problem("reason", "draft_missing"))
    elif len(draft.reason) > LONGEST_REASON:
        found.append(Problem("reason", "draft_too_long", {"longest": LONGEST_REASON}))
    return found
