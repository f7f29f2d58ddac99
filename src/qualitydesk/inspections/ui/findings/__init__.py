"""Findings over all rounds: the list with its filters, one in full, comments and disputes."""

from __future__ import annotations

from qualitydesk.inspections.ui.findings.finding_page import FindingPage
from qualitydesk.inspections.ui.findings.findings_page import FindingsPage
from qualitydesk.inspections.ui.findings.panel import findings_panel

__all__ = ["FindingPage", "FindingsPage", "findings_panel"]
