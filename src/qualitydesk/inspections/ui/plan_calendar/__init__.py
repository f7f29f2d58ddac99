"""The inspection plan as a month: what is due, planned, done and missed; who was not seen; the next round suggested."""

from __future__ import annotations

from qualitydesk.inspections.ui.plan_calendar.page import PlanCalendarPage

__all__ = ["PlanCalendarPage"]
