"""Verbs and questions of complaints. Imported when first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualitydesk.basics.later import given_later

if TYPE_CHECKING:
    from qualitydesk.complaints.service.papers import CasePapers
    from qualitydesk.complaints.service.reminding import CaseReminders, RequestReminders
    from qualitydesk.complaints.service.requests import Requests
    from qualitydesk.complaints.service.resting import Resting
    from qualitydesk.complaints.service.verbs import Complaints
    from qualitydesk.complaints.service.wishes import Wishes

__all__ = ["CasePapers", "CaseReminders", "Complaints", "RequestReminders", "Requests", "Resting", "Wishes"]

_WHERE = {
    "CasePapers": "papers",
    "CaseReminders": "reminding",
    "Complaints": "verbs",
    "RequestReminders": "reminding",
    "Requests": "requests",
    "Resting": "resting",
    "Wishes": "wishes",
}
__getattr__ = given_later(__name__, _WHERE)
