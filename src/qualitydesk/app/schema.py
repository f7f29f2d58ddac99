"""Gathers every part's tables, so that migrations, dumps and checks know them all."""

from __future__ import annotations

from qualitydesk.directory import store as directory
from qualitydesk.inspections.store import tables as inspections
from qualitydesk.storage import audit, series
from qualitydesk.storage.base import metadata

PARTS = (audit, series, directory, inspections)

__all__ = ["PARTS", "metadata"]
