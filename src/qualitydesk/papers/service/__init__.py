"""Verbs and questions of papers: the archive of issued papers, and the letterheads they are issued under."""

from __future__ import annotations

from qualitydesk.papers.service.archive import Papers
from qualitydesk.papers.service.letterheads import Letterheads

__all__ = ["Letterheads", "Papers"]
