"""Verbs and questions of complaints. Imported when first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualitydesk.basics.later import given_later

if TYPE_CHECKING:
    from qualitydesk.complaints.service.papers import CasePapers
    from qualitydesk.complaints.service.reminding import CaseReminders
    from qualitydesk.complaints.service.verbs import Complaints

__all__ = ["CasePapers", "CaseReminders", "Complaints"]

__getattr__ = given_later(__name__, {"CasePapers": "papers", "CaseReminders": "reminding", "Complaints": "verbs"})
