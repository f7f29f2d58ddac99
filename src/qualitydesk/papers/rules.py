"""What a letterhead must be before it is kept."""

from __future__ import annotations

from qualitydesk.basics.errors import Problem
from qualitydesk.papers.model import LetterheadDraft

MOST = {"name": 60, "line": 80, "address": 100, "telephone": 60}
"""The most characters of each text: more would not stand on the head of an A5 sheet."""


def problems_in_letterhead(draft: LetterheadDraft) -> list[Problem]:
    """Texts too long for a head; everything may be left empty."""
    return [
        Problem(name, "letterhead_long", {"most": most})
        for name, most in MOST.items()
        if len(getattr(draft, name).strip()) > most
    ]
