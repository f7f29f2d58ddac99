"""What the makers of several elements share: rows of a list field, paddings, pictures fitted into a room."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qualitydesk.printing.blocks import Cell, Item, Picture, Row
from qualitydesk.printing.setting import Setting

Scope = Mapping[str, Any]


def rows_of(scope: Scope, key: str) -> list[Scope]:
    """The rows of a list field, each with the outer fields visible behind its own."""
    found: list[Scope] = []
    for number, entry in enumerate(scope.get(key) or (), 1):
        own = entry if isinstance(entry, Mapping) else {"item": entry}
        found.append({**scope, **own, "row": number})
    return found


def pads(setting: Setting) -> tuple[float, float]:
    """Space left and right, and above and below, what stands in a lined cell."""
    return 4.2 * setting.scale, 2.6 * setting.scale


def plain_row(items: list[Item], setting: Setting, *, loose: bool = False, glue: bool = False) -> Row:
    """Items one below the other across the whole sheet."""
    return Row([Cell(0, setting.sheet.inner, items)], lined=False, loose=loose, glue=glue)


def fitted(image: str, width: float, height: float, setting: Setting) -> Picture:
    """A picture as large as a room of points allows."""
    wide, high = setting.images[image]
    scale = min(width / wide, height / high)
    return Picture(image, wide * scale, high * scale)
