"""The ladder, pure: (facts, edition) → decision with its explanation; and who may move a slip on."""

from __future__ import annotations

from qualitydesk.penalties.rules.explaining import warnings, word, words, would_have_been
from qualitydesk.penalties.rules.ladder import decide, problems_in
from qualitydesk.penalties.rules.slips import may, problems_in_adding, problems_in_approval, state_after

__all__ = [
    "decide",
    "may",
    "problems_in",
    "problems_in_adding",
    "problems_in_approval",
    "state_after",
    "warnings",
    "word",
    "words",
    "would_have_been",
]
