"""The ladder and the levels, pure: facts → decision with its explanation; and who may move a slip on."""

from __future__ import annotations

from qualitydesk.penalties.rules.cases import case_leeway, decide_on_case, problems_in_case_choice
from qualitydesk.penalties.rules.choosing import leeway_of
from qualitydesk.penalties.rules.citing import cited
from qualitydesk.penalties.rules.explaining import warnings, word, words, would_have_been
from qualitydesk.penalties.rules.ladder import decide, problems_in
from qualitydesk.penalties.rules.slips import may, problems_in_adding, problems_in_approval, state_after

__all__ = [
    "case_leeway",
    "cited",
    "decide",
    "decide_on_case",
    "leeway_of",
    "may",
    "problems_in",
    "problems_in_adding",
    "problems_in_approval",
    "problems_in_case_choice",
    "state_after",
    "warnings",
    "word",
    "words",
    "would_have_been",
]
