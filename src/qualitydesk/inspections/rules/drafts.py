"""What is wrong with a round about to begin, an answer about to be given, a round about to end."""

from __future__ import annotations

from datetime import datetime

from qualitydesk.basics.errors import Problem
from qualitydesk.inspections.model.rounds import Given, RoundDraft, RoundKind, Verdict
from qualitydesk.inspections.model.standards import AnswerKind, Item
from qualitydesk.inspections.rules.timing import figure_of, problems_in_times

LONGEST_NOTE = 5000
LONGEST_VISITOR = 40


def problems_in_round(draft: RoundDraft) -> list[Problem]:
    """What keeps a round from being begun."""
    found = []
    if draft.institution_id is None:
        found.append(Problem("institution_id", "institution_missing"))
    found += _problems_in_lead(draft)
    if not draft.pack_codes:
        found.append(Problem("pack_codes", "pack_missing"))
    if not draft.employee_ids and not draft.place_ids:
        found.append(Problem("employee_ids", "people_missing"))
    if set(draft.employee_ids) & set(draft.inspector_ids):
        found.append(Problem("employee_ids", "inspects_himself"))
    return found


def _problems_in_lead(draft: RoundDraft) -> list[Problem]:
    """A mystery customer is typed by name and code name; any other round is led by somebody of the house."""
    if draft.kind is not RoundKind.MYSTERY or draft.inspector_ids:
        return [] if draft.inspector_ids else [Problem("inspector_ids", "inspector_missing")]
    found = []
    for field in ("visitor", "visitor_code"):
        words = getattr(draft, field).strip()
        if not words:
            found.append(Problem(field, f"{field}_missing"))
        elif len(words) > LONGEST_VISITOR:
            found.append(Problem(field, "name_long", {"longest": LONGEST_VISITOR}))
    return found


def problems_in_answer(item: Item, given: Given, now: datetime | None = None) -> list[Problem]:
    """What keeps an answer from being recorded; `now`: no step may lie ahead of it."""
    found = []
    if len(given.note) > LONGEST_NOTE:
        found.append(Problem("note", "note_long", {"longest": LONGEST_NOTE}))
    if given.verdict is Verdict.NOT_APPLICABLE:
        return found
    if given.verdict is Verdict.PARTLY and item.kind is not AnswerKind.PARTLY:
        found.append(Problem("verdict", "no_partly"))
    if item.kind is AnswerKind.SCALE and given.number is not None and given.number not in range(6):
        found.append(Problem("number", "scale_range"))
    if item.by_figure and given.number is not None and not 0 <= given.number <= 1_000_000:
        found.append(Problem("number", "measure_range"))
    if item.kind is AnswerKind.COUNT and given.seen is not None and not 0 <= (given.failed or 0) <= given.seen:
        found.append(Problem("failed", "count_range"))
    found += problems_in_times(item, given, now)
    step = item.kind is AnswerKind.STEP
    not_done = step and given.verdict is Verdict.FAIL  # then there is nothing to time
    figured = item.by_figure or item.kind is AnswerKind.SCALE
    if given.verdict is not None and figure_of(item, given) is None and figured and not not_done:
        found.append(Problem("number", "step_untimed" if step else "figure_missing"))
    if item.kind is AnswerKind.COUNT and (given.seen == 0 or (given.verdict is not None and given.seen is None)):
        found.append(Problem("seen", "seen_missing"))
    return found
