"""Verbs and questions of customers."""

from __future__ import annotations

from qualitydesk.members.service.verbs import Members

__all__ = ["Members"]
