"""Pure decisions about measures: which day is proposed, who may take which step, what is wrong with a draft."""

from __future__ import annotations

from qualitydesk.measures.rules.deadlines import age_of, ages, deadlines_by, due_day, effect_day, recheck_day
from qualitydesk.measures.rules.steps import (
    may,
    problems_in_checked,
    problems_in_closing,
    problems_in_measure,
    problems_in_postponing,
    problems_in_report,
)

__all__ = [
    "age_of",
    "ages",
    "deadlines_by",
    "due_day",
    "effect_day",
    "may",
    "problems_in_checked",
    "problems_in_closing",
    "problems_in_measure",
    "problems_in_postponing",
    "problems_in_report",
    "recheck_day",
]
