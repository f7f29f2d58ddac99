"""The walking page: one item at a time, one key an answer, every answer on disk before the next item shows."""

from __future__ import annotations

from qualitydesk.inspections.ui.walk_view.page import WalkPage

__all__ = ["WalkPage"]
