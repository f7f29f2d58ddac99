"""After the issue: what is wrong with an answer, an appeal or its decision; what may be deducted; how long it waits."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from qualitydesk.basics import money
from qualitydesk.basics.errors import Problem
from qualitydesk.penalties.model import (
    AnswerDraft,
    AnswerKind,
    AppealDecision,
    AppealDraft,
    AppealOutcome,
    Line,
    Slip,
    SlipState,
    SlipVerb,
)
from qualitydesk.penalties.rules.slips import parties_of
from qualitydesk.rulebook.model import Party

VERBS = {
    AppealOutcome.UPHELD: SlipVerb.UPHOLD,
    AppealOutcome.REDUCED: SlipVerb.REDUCE,
    AppealOutcome.WITHDRAWN: SlipVerb.GRANT,
}
"""Which verb an outcome is."""
ANSWER_VERBS = {AnswerKind.ACKNOWLEDGED: SlipVerb.ACKNOWLEDGE, AnswerKind.REFUSED: SlipVerb.REFUSE}


def problems_in_answer(
    draft: AnswerDraft, *, employee_id: UUID, recorder: UUID | None, issued_on: date, today: date
) -> tuple[Problem, ...]:
    """An answer has its day; a refusal its reason, a scan or photo, and a witness who is neither side of it."""
    found = list(_in_day("on", draft.on, issued_on, today))
    if draft.kind is AnswerKind.REFUSED:
        if not draft.reason.strip():
            found.append(Problem("reason", "reason_missing"))
        if draft.witness_id is None:
            found.append(Problem("witness_id", "witness_missing"))
        elif draft.witness_id == employee_id:
            found.append(Problem("witness_id", "witness_is_employee"))
        elif draft.witness_id == recorder:
            found.append(Problem("witness_id", "witness_is_recorder"))
        if not draft.has_files:
            found.append(Problem("files", "refusal_file_missing"))
    return tuple(found)


def problems_in_appeal(
    draft: AppealDraft, *, parties: Collection[UUID], issued_on: date, last_day: date | None, today: date
) -> tuple[Problem, ...]:
    """An appeal is by somebody the slip sanctions (`parties`), has words, and a reason when it comes too late."""
    found: list[Problem] = []
    if draft.by_id is None or draft.by_id not in parties:
        found.append(Problem("by_id", "appeal_by_missing"))
    found += _in_day("on", draft.on, issued_on, today)
    if not draft.words.strip():
        found.append(Problem("words", "words_missing"))
    if is_late(draft.on, last_day) and not draft.late_reason.strip():
        assert last_day is not None
        found.append(Problem("late_reason", "appeal_late", {"day": last_day.isoformat()}))
    return tuple(found)


def is_late(on: date | None, last_day: date | None) -> bool:
    """Whether an appeal of that day comes after the last one."""
    return on is not None and last_day is not None and on > last_day


def problems_in_decision(
    draft: AppealDecision, *, before: Sequence[int], appealed_on: date, today: date
) -> tuple[Problem, ...]:
    """A decision says what, why and when; reduced means no sum higher than before (`before`, fen) and one lower."""
    found: list[Problem] = []
    if draft.outcome is None:
        found.append(Problem("outcome", "outcome_missing"))
    found += _in_day("on", draft.on, appealed_on, today)
    if not draft.reason.strip():
        found.append(Problem("reason", "reason_missing"))
    if draft.outcome is AppealOutcome.REDUCED:
        found += _in_amounts(draft, before)
    return tuple(found)


def _in_amounts(draft: AppealDecision, before: Sequence[int]) -> list[Problem]:
    if not any(before):
        return [Problem("outcome", "appeal_nothing_to_reduce")]
    found: list[Problem] = []
    for at, fen in enumerate(before):
        new = draft.amounts[at] if at < len(draft.amounts) else None
        if new is None or new < 0:
            found.append(Problem(f"amounts.{at}", "amount_unreadable"))
        elif new > fen:
            found.append(Problem(f"amounts.{at}", "appeal_makes_heavier", {"most": money.words(fen)}))
    if not found and tuple(draft.amounts[: len(before)]) == tuple(before):
        found.append(Problem("amounts.0", "appeal_reduces_nothing"))
    return found


def amounts_after(draft: AppealDecision, before: Sequence[int]) -> tuple[int, ...]:
    """What each payment comes to after a decision without problems, in fen: a withdrawn slip takes nothing."""
    if draft.outcome is AppealOutcome.WITHDRAWN:
        return tuple(0 for _fen in before)
    if draft.outcome is AppealOutcome.REDUCED:
        return tuple(fen for fen in draft.amounts[: len(before)] if fen is not None)
    return tuple(before)


def barred_from_appeal(
    slip: Slip, decider: UUID | None, not_by: Collection[Party], payers: Collection[UUID] = ()
) -> Problem | None:
    """Why somebody may not decide the appeal though her post would let her: she had a part in the slip."""
    parts = parties_of(slip, payers)
    for party in Party:
        if decider is not None and party in not_by and decider in parts[party]:
            return Problem("decided_by", f"appeal_by_{party.value}")
    return None


def is_unanswered(state: SlipState, last_day: date | None, today: date) -> bool:
    """Whether the last day went by in silence: not signed for, not refused, not appealed."""
    return state is SlipState.ISSUED and last_day is not None and last_day < today


def why_not_deducted(state: SlipState, last_day: date | None, today: date, *, accepts: bool = False) -> str:
    """The code (`problem.<code>`) why a slip may not be deducted yet; "" when it may.

    Money waits for the last day of the appeal, unless the appeal is decided or she signed that she has no objection.
    """
    if state in (SlipState.DEDUCTED, SlipState.CLOSED):
        return "slip_deducted_already"
    if state is SlipState.APPEALED:
        return "slip_appeal_waits"
    if state in (SlipState.UPHELD, SlipState.REDUCED):
        return ""
    if state not in (SlipState.ISSUED, SlipState.ACKNOWLEDGED, SlipState.REFUSED):
        return "slip_state"
    if accepts and state is SlipState.ACKNOWLEDGED:
        return ""
    return "slip_appeal_open" if last_day is not None and last_day >= today else ""


def why_not_closed(slip: Slip, today: date, *, accepts: bool = False) -> str:
    """The code why a slip may not be closed yet; "" when it may: money first goes through the settlement."""
    if slip.state is SlipState.DEDUCTED:
        return ""
    if slip.total:
        return "slip_not_deducted"
    return why_not_deducted(slip.state, slip.appeal_last_day, today, accepts=accepts)


_TIMELESS = frozenset({"unanswered", "acknowledged_over", "refused_over"})
"""What is said without a number of days."""


def ageing(state: SlipState, since: date, last_day: date | None, today: date, *, total: int = 0) -> Line:
    """How long a slip has stood where it stands and what it waits for. Words: phrases `slip.age.<state or more>`."""
    code: str = state.value
    if is_unanswered(state, last_day, today):
        code = "unanswered"
    elif state in (SlipState.ACKNOWLEDGED, SlipState.REFUSED) and last_day is not None and last_day < today:
        code = f"{state.value}_over"
    elif state in (SlipState.UPHELD, SlipState.REDUCED) and not total:
        code = f"{state.value}_free"
    near = last_day is not None and last_day.year == today.year
    last = {"last_day": f"{last_day:%m-%d}" if near else last_day.isoformat()} if last_day else {}
    days = (today - since).days
    if not days and code not in _TIMELESS:
        code = f"{code}_today"
    return Line(f"slip.age.{code}", {"days": days, **last})


def _in_day(field: str, day: date | None, first: date, today: date) -> list[Problem]:
    if day is None:
        return [Problem(field, "day_missing")]
    if first <= day <= today:
        return []
    return [Problem(field, "day_outside", {"first": first.isoformat(), "last": today.isoformat()})]
