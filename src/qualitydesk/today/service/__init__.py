"""The questions of the first page and of the search; each is imported when first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualitydesk.basics.later import given_later

if TYPE_CHECKING:
    from qualitydesk.today.service.day_papers import DayPapers
    from qualitydesk.today.service.finder import Finder
    from qualitydesk.today.service.tiles import Tiles
    from qualitydesk.today.service.work import Today

__all__ = ["DayPapers", "Finder", "Tiles", "Today"]

__getattr__ = given_later(__name__, {"DayPapers": "day_papers", "Finder": "finder", "Tiles": "tiles", "Today": "work"})
