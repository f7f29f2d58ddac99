"""Finding items over all packs by any of their words: title, standard, code, source, the pack's name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from qualitydesk.inspections.model.standards import Item, Pack


@dataclass(frozen=True)
class Hit:
    """An item found, with its pack."""

    pack: Pack
    item: Item


def found_in(packs: Iterable[Pack], words: str) -> list[Hit]:
    """Items in which every word typed occurs, in either language; those found by title or code alone stand first."""
    wanted = words.casefold().split()
    if not wanted:
        return []
    first: list[Hit] = []
    rest: list[Hit] = []
    for pack in packs:
        around = " ".join(pack.name.values()).casefold()
        for item in pack.items:
            head = f"{item.code} {' '.join(item.title.values())}".casefold()
            whole = f"{head} {' '.join(item.standard.values())} {item.source} {around}".casefold()
            if all(word in whole for word in wanted):
                (first if all(word in head for word in wanted) else rest).append(Hit(pack, item))
    return first + rest
