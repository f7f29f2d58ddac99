"""The questions of the first page, and the search over everything."""

from __future__ import annotations

from qualitydesk.today.service.finder import Finder
from qualitydesk.today.service.work import SHOWN, Today

__all__ = ["SHOWN", "Finder", "Today"]
