"""Verbs and questions of inspections: standards, rounds, findings."""

from __future__ import annotations

from qualitydesk.inspections.service.checklists import Checklists
from qualitydesk.inspections.service.corrections import Corrections
from qualitydesk.inspections.service.findings import Findings
from qualitydesk.inspections.service.handbooks import Handbooks
from qualitydesk.inspections.service.narratives import Narratives
from qualitydesk.inspections.service.photos import Photos
from qualitydesk.inspections.service.plans import Plans
from qualitydesk.inspections.service.reports import Reports
from qualitydesk.inspections.service.rounds import Rounds
from qualitydesk.inspections.service.standards import Standards

__all__ = [
    "Checklists",
    "Corrections",
    "Findings",
    "Handbooks",
    "Narratives",
    "Photos",
    "Plans",
    "Reports",
    "Rounds",
    "Standards",
]
