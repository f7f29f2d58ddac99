"""What is wrong with a change by dates, a leaving, a return: as far as the draft alone tells."""

from __future__ import annotations

from datetime import date

from qualitydesk.basics.errors import Problem
from qualitydesk.directory.model import Employee, LeaveDraft, ReturnDraft, TermDraft, TermKind

LONGEST_WHY = 200


def problems_in_term(draft: TermDraft, today: date) -> list[Problem]:
    """What keeps a change or a correction from being saved."""
    found: list[Problem] = []
    if draft.since is None and not draft.remove:
        found.append(Problem("since", "term_day_missing"))
    if draft.kind is TermKind.PLACE and not draft.remove:
        if draft.department_id is None:
            found.append(Problem("department_id", "department_missing"))
        if draft.post_id is None:
            found.append(Problem("post_id", "post_missing"))
    if draft.kind is TermKind.SUPERIOR and draft.person_id == draft.subject_id and not draft.remove:
        found.append(Problem("person_id", "own_superior"))
    if needs_why(draft, today) and not draft.why.strip():
        found.append(Problem("why", "reason_missing"))
    return found + problems_in_why(draft.why)


def needs_why(draft: TermDraft, today: date) -> bool:
    """Whether a reason must stand beside it: it corrects an entry, or changes days that are past."""
    return draft.instead_of is not None or (draft.since is not None and draft.since < today)


def problems_in_why(why: str) -> list[Problem]:
    """A reason has at most 200 characters."""
    return [Problem("why", "note_long", {"longest": LONGEST_WHY})] if len(why.strip()) > LONGEST_WHY else []


def problems_in_leaving(draft: LeaveDraft, employee: Employee) -> list[Problem]:
    """What keeps a leaving from being saved."""
    found = problems_in_why(draft.why)
    if draft.left_on is None:
        found.append(Problem("left_on", "left_missing"))
    elif draft.left_on < employee.hired_on:
        found.append(Problem("left_on", "left_before_hired"))
    if draft.new_superior == draft.employee_id:
        found.append(Problem("new_superior", "leaver_takes_over"))
    if draft.new_head == draft.employee_id:
        found.append(Problem("new_head", "leaver_takes_over"))
    return found


def problems_in_return(draft: ReturnDraft, employee: Employee) -> list[Problem]:
    """What keeps a return from being saved."""
    found: list[Problem] = []
    if draft.returned_on is None:
        found.append(Problem("returned_on", "term_day_missing"))
    elif employee.left_on is not None and draft.returned_on <= employee.left_on:
        found.append(Problem("returned_on", "return_before_left", {"day": employee.left_on.isoformat()}))
    if draft.department_id is None:
        found.append(Problem("department_id", "department_missing"))
    if draft.post_id is None:
        found.append(Problem("post_id", "post_missing"))
    if draft.superior_id == draft.employee_id:
        found.append(Problem("superior_id", "own_superior"))
    return found
