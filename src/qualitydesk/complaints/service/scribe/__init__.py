"""Whole cases written down at once, by the verbs' own names: an import of an older list, a sample of two years."""

from __future__ import annotations

from qualitydesk.complaints.service.scribe.endings import Scribe

__all__ = ["Scribe"]
