"""What an entry of a visit's account must be."""

from __future__ import annotations

from datetime import datetime

from qualitydesk.basics.errors import Problem
from qualitydesk.inspections.model.narratives import ToldDraft

MOST_WORDS = 5000


def problems_in_told(draft: ToldDraft, now: datetime) -> list[Problem]:
    """A time that is not still to come, and words."""
    problems = []
    if draft.told_at is None:
        problems.append(Problem("told_at", "told_at_missing"))
    elif draft.told_at > now:
        problems.append(Problem("told_at", "told_at_coming"))
    if not draft.words.strip():
        problems.append(Problem("words", "told_words_missing"))
    elif len(draft.words) > MOST_WORDS:
        problems.append(Problem("words", "letterhead_long", {"most": MOST_WORDS}))
    return problems
