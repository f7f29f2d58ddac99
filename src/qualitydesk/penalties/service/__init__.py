"""Verbs and questions of penalties."""

from __future__ import annotations

from qualitydesk.penalties.service.slips import Penalties

__all__ = ["Penalties"]
