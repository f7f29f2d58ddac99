"""Narrowing the packs, and finding items in them by any of their words: title, standard, code, source, pack's name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from qualitydesk.inspections.model.editions import PackOnShelf
from qualitydesk.inspections.model.standards import Item, Pack, PackKind, Target


@dataclass(frozen=True)
class ShelfFilter:
    """Which packs are listed; None: no restriction. `other_trade`: those that ship for another trade, or those that
    do not."""

    on: bool | None = None
    kind: PackKind | None = None
    target: Target | None = None
    other_trade: bool | None = None

    def lets_through(self, line: PackOnShelf) -> bool:
        """Whether a pack is listed."""
        wanted = (
            (self.on, line.on),
            (self.kind, line.pack.kind),
            (self.target, line.pack.target),
            (self.other_trade, line.pack.off),
        )
        return all(one is None or one == found for one, found in wanted)


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
