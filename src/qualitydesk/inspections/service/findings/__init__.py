"""Findings after the round: listed, shown, commented on, disputed, followed by measures, heard or not by the ladder."""

from __future__ import annotations

from qualitydesk.inspections.service.findings.verbs import Findings

__all__ = ["Findings"]
