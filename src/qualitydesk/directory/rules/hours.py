"""Opening hours as typed, read and looked over."""

from __future__ import annotations

from datetime import date

from qualitydesk.basics.errors import Problem, Refused
from qualitydesk.directory.model.hours import HoursDraft
from qualitydesk.rulebook.model.days import WeeklyHours
from qualitydesk.rulebook.rules.open_hours import problems_in_hours, spans_of


def hours_in(draft: HoursDraft) -> WeeklyHours:
    """The hours a draft means. Refused("draft") with a problem beside each field that says none."""
    hours, problems = _read(draft)
    if problems:
        raise Refused("draft", problems=tuple(problems))
    return hours


def problems_in_hours_draft(draft: HoursDraft) -> tuple[Problem, ...]:
    """What is wrong with hours as typed, beside since, week.0 to week.6, make_up and days_off."""
    return tuple(_read(draft)[1])


def _read(draft: HoursDraft) -> tuple[WeeklyHours, list[Problem]]:
    typed = {f"week.{number}": text for number, text in enumerate(draft.week)}
    typed |= {"make_up": draft.make_up, "days_off": draft.days_off}
    read = {field: spans_of(text) for field, text in typed.items()}
    problems = [Problem(field, "hours_unreadable") for field, spans in read.items() if spans is None]
    if draft.since is None:
        problems.append(Problem("since", "day_missing"))
    hours = WeeklyHours(
        draft.since or date.min,
        tuple(read[f"week.{number}"] or () for number in range(7)),
        read["make_up"] or (),
        read["days_off"] or (),
    )
    return hours, problems or list(problems_in_hours(hours))
