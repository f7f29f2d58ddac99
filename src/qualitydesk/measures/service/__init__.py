"""Verbs and questions of measures."""

from __future__ import annotations

from qualitydesk.measures.service.verbs import Measures

__all__ = ["Measures"]
