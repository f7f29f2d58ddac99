"""Verbs and questions of penalties, imported when first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualitydesk.basics.later import given_later

if TYPE_CHECKING:
    from qualitydesk.penalties.service.slips import Penalties

__all__ = ["Penalties"]

__getattr__ = given_later(__name__, {"Penalties": "slips"})
