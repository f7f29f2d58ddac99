"""Verbs and questions of inspections: standards, rounds, findings. Each is imported when first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualitydesk.basics.later import given_later

if TYPE_CHECKING:
    from qualitydesk.inspections.service.calendar import PlanCalendar
    from qualitydesk.inspections.service.calibrations import Calibrations
    from qualitydesk.inspections.service.checklists import Checklists
    from qualitydesk.inspections.service.corrections import Corrections
    from qualitydesk.inspections.service.findings import Findings
    from qualitydesk.inspections.service.handbooks import Handbooks
    from qualitydesk.inspections.service.narratives import Narratives
    from qualitydesk.inspections.service.photos import Photos
    from qualitydesk.inspections.service.plans import Plans
    from qualitydesk.inspections.service.rechecks import Rechecks
    from qualitydesk.inspections.service.reports import Reports
    from qualitydesk.inspections.service.rounds import Rounds
    from qualitydesk.inspections.service.standards import Standards
    from qualitydesk.inspections.service.suggesting import Suggestions

__all__ = [
    "Calibrations",
    "Checklists",
    "Corrections",
    "Findings",
    "Handbooks",
    "Narratives",
    "Photos",
    "PlanCalendar",
    "Plans",
    "Rechecks",
    "Reports",
    "Rounds",
    "Standards",
    "Suggestions",
]

__getattr__ = given_later(
    __name__,
    {
        "Calibrations": "calibrations",
        "Checklists": "checklists",
        "Corrections": "corrections",
        "Findings": "findings",
        "Handbooks": "handbooks",
        "Narratives": "narratives",
        "Photos": "photos",
        "PlanCalendar": "calendar",
        "Plans": "plans",
        "Rechecks": "rechecks",
        "Reports": "reports",
        "Rounds": "rounds",
        "Standards": "standards",
        "Suggestions": "suggesting",
    },
)
