"""The questions of the first page and of the search; each is imported when first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualitydesk.basics.later import given_later

if TYPE_CHECKING:
    from qualitydesk.today.service.finder import Finder
    from qualitydesk.today.service.work import Today

__all__ = ["Finder", "Today"]

__getattr__ = given_later(__name__, {"Finder": "finder", "Today": "work"})
