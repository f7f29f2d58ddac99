"""Which step a measure's state allows and to whom, and what is wrong with what was entered for it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from qualitydesk.basics.errors import Problem
from qualitydesk.measures.model import Checked, Closing, MeasureDraft, MeasureState, MeasureVerb, Report

_FROM = {
    MeasureVerb.REPORT: (MeasureState.OPEN,),
    MeasureVerb.SEND_BACK: (MeasureState.REPORTED,),
    MeasureVerb.CLOSE: (MeasureState.REPORTED,),
    MeasureVerb.POSTPONE: (MeasureState.OPEN,),
    MeasureVerb.DROP: (MeasureState.OPEN, MeasureState.REPORTED),
    MeasureVerb.RECHECK: (MeasureState.CLOSED,),
    MeasureVerb.EFFECT: (MeasureState.CLOSED,),
    MeasureVerb.FOLLOW_UP: (MeasureState.CLOSED,),
    MeasureVerb.ATTACH: (MeasureState.OPEN, MeasureState.REPORTED, MeasureState.CLOSED),
}
# Nobody judges his own work, nor lets himself off it.
_NOT_BY_OWNER = frozenset(
    {
        MeasureVerb.SEND_BACK,
        MeasureVerb.CLOSE,
        MeasureVerb.POSTPONE,
        MeasureVerb.DROP,
        MeasureVerb.RECHECK,
        MeasureVerb.EFFECT,
    }
)


def may(state: MeasureState, verb: MeasureVerb, decided_by: UUID | None, owner_id: UUID) -> Problem | None:
    """What stands against a step: measure_state, nobody_decides or measure_by_owner; None when nothing does."""
    if state not in _FROM.get(verb, tuple(MeasureState)):
        return Problem("", "measure_state")
    if decided_by is None:
        return Problem("decided_by", "nobody_decides")
    if verb in _NOT_BY_OWNER and decided_by == owner_id:
        return Problem("decided_by", "measure_by_owner")
    return None


def problems_in_measure(draft: MeasureDraft, today: date) -> list[Problem]:
    """What is missing in a new measure, and a due date in the past."""
    found = [
        Problem(name, "required")
        for name, value in (
            ("institution_id", draft.institution_id),
            ("task", draft.task.strip()),
            ("owner_id", draft.owner_id),
            ("due_on", draft.due_on),
        )
        if not value
    ]
    if draft.due_on is not None and draft.due_on < today:
        found.append(Problem("due_on", "measure_due_past"))
    return found


def problems_in_report(report: Report, opened_on: date, today: date) -> list[Problem]:
    """Proof in words is wanted, and a day between opening and today."""
    found = _between("done_on", report.done_on, opened_on, today)
    if not report.proof.strip():
        found.append(Problem("proof", "measure_proof_missing"))
    return found


def problems_in_closing(closing: Closing, today: date) -> list[Problem]:
    """Re-check and effect lie ahead, the effect not before the re-check."""
    found = [
        Problem(name, "measure_check_past")
        for name, day in (("recheck_on", closing.recheck_on), ("effect_on", closing.effect_on))
        if day is not None and day <= today
    ]
    if closing.recheck_on and closing.effect_on and closing.effect_on < closing.recheck_on and not found:
        found.append(Problem("effect_on", "measure_effect_first"))
    return found


def problems_in_postponing(due_on: date | None, held: date, today: date, reason: str) -> list[Problem]:
    """A later day than the one that held, not in the past, with a reason."""
    found = []
    if due_on is None:
        found.append(Problem("due_on", "required"))
    elif due_on <= held:
        found.append(Problem("due_on", "measure_not_later", {"day": held.isoformat()}))
    elif due_on < today:
        found.append(Problem("due_on", "measure_due_past"))
    if not reason.strip():
        found.append(Problem("words", "reason_missing"))
    return found


def problems_in_checked(checked: Checked, closed_on: date, today: date) -> list[Problem]:
    """A day between closing and today, an outcome, and words when it came out badly."""
    found = _between("on", checked.on, closed_on, today)
    if checked.good is None:
        found.append(Problem("good", "required"))
    if checked.good is False and not checked.words.strip():
        found.append(Problem("words", "reason_missing"))
    return found


def _between(name: str, day: date | None, first: date, last: date) -> list[Problem]:
    if day is None:
        return [Problem(name, "required")]
    if day > last:
        return [Problem(name, "day_in_future")]
    if day < first:
        return [Problem(name, "measure_day_early", {"day": first.isoformat()})]
    return []
