"""What keeps a calibration from beginning, an answer from being given, the answers from being compared."""

from __future__ import annotations

from qualitydesk.basics.errors import Problem
from qualitydesk.inspections.model.calibrations import CalibrationDraft, Sitting
from qualitydesk.inspections.model.rounds import Verdict
from qualitydesk.inspections.model.standards import AnswerKind, Item

LONGEST_NOTE = 500
TWO = 2


def problems_in_calibration(draft: CalibrationDraft) -> list[Problem]:
    """What is missing: an institution, two different inspectors, standards, people who are neither of the two."""
    found = []
    if draft.institution_id is None:
        found.append(Problem("institution_id", "institution_missing"))
    if len(set(draft.inspector_ids)) != TWO:
        found.append(Problem("second", "calibration_two"))
    if not draft.pack_codes:
        found.append(Problem("pack_codes", "pack_missing"))
    if not draft.employee_ids:
        found.append(Problem("employee_ids", "people_missing"))
    elif set(draft.employee_ids) & set(draft.inspector_ids):
        found.append(Problem("employee_ids", "inspects_himself"))
    if len(draft.note) > LONGEST_NOTE:
        found.append(Problem("note", "note_long", {"longest": LONGEST_NOTE}))
    return found


def may_say(item: Item, verdict: Verdict) -> bool:
    """Whether a verdict can be given: "partly" only where the item knows it."""
    return verdict is not Verdict.PARTLY or item.kind is AnswerKind.PARTLY


def problem_at_end(sitting: Sitting) -> Problem | None:
    """Why a sitting cannot be closed yet: something is unanswered."""
    return Problem("", "calibration_unanswered", {"count": sitting.left}) if sitting.left else None
