"""Verbs and questions of inspections: standards, rounds, findings."""

from __future__ import annotations

from qualitydesk.inspections.service.corrections import Corrections
from qualitydesk.inspections.service.findings import Findings
from qualitydesk.inspections.service.photos import Photos
from qualitydesk.inspections.service.plans import Plans
from qualitydesk.inspections.service.reports import Reports
from qualitydesk.inspections.service.rounds import Rounds
from qualitydesk.inspections.service.standards import Standards

__all__ = ["Corrections", "Findings", "Photos", "Plans", "Reports", "Rounds", "Standards"]
