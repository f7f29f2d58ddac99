"""The ladder and the levels, pure: facts → decision with its explanation; a slip's life as a table, appeal and age."""

from __future__ import annotations

from qualitydesk.penalties.rules.acts import NEAR, decide_on_act, is_near, problems_in_act
from qualitydesk.penalties.rules.cases import case_leeway, decide_on_case, problems_in_case_choice
from qualitydesk.penalties.rules.choosing import leeway_of
from qualitydesk.penalties.rules.citing import cited
from qualitydesk.penalties.rules.explaining import warnings, word, words, would_have_been
from qualitydesk.penalties.rules.ladder import decide, problems_in
from qualitydesk.penalties.rules.life import (
    ANSWER_VERBS,
    VERBS,
    ageing,
    amounts_after,
    barred_from_appeal,
    is_late,
    is_unanswered,
    problems_in_answer,
    problems_in_appeal,
    problems_in_decision,
    why_not_closed,
    why_not_deducted,
)
from qualitydesk.penalties.rules.scans import check_in, number_in
from qualitydesk.penalties.rules.slips import (
    STEPS,
    Parties,
    barred,
    may,
    next_verbs,
    parties_of,
    problems_in_adding,
    problems_in_approval,
    state_after,
)

__all__ = [
    "ANSWER_VERBS",
    "NEAR",
    "STEPS",
    "VERBS",
    "Parties",
    "ageing",
    "amounts_after",
    "barred",
    "barred_from_appeal",
    "case_leeway",
    "check_in",
    "cited",
    "decide",
    "decide_on_act",
    "decide_on_case",
    "is_late",
    "is_near",
    "is_unanswered",
    "leeway_of",
    "may",
    "next_verbs",
    "number_in",
    "parties_of",
    "problems_in",
    "problems_in_act",
    "problems_in_adding",
    "problems_in_answer",
    "problems_in_appeal",
    "problems_in_approval",
    "problems_in_case_choice",
    "problems_in_decision",
    "state_after",
    "warnings",
    "why_not_closed",
    "why_not_deducted",
    "word",
    "words",
    "would_have_been",
]
