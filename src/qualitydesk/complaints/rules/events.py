"""The course of a case as the events its clocks go by."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from qualitydesk.complaints.model.clocks import ENDED, RECEIVED, Event, entered, left
from qualitydesk.complaints.model.steps import Course, Leave

FORWARDS = (Leave.NEXT, Leave.SKIP)


def events_of(course: Course, others: Iterable[Event] = (), ended_at: datetime | None = None) -> tuple[Event, ...]:
    """Receipt, every step entered and left forwards, and what else happened, in order.

    `others`: first contact, payments. `ended_at`: when the case was merged into another or given up.
    """
    found = [Event(RECEIVED, course.received_at)]
    for visit in course.visits:
        found.append(Event(entered(visit.step.code), visit.entered_at))
        if visit.left_at is not None and visit.how in FORWARDS:
            found.append(Event(left(visit.step.code), visit.left_at))
    found += others
    if ended_at is not None:
        found.append(Event(ENDED, ended_at))
    return tuple(sorted(found, key=lambda one: one.at))
