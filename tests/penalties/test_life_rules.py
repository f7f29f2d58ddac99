"""A slip's life as arithmetic: any walk through the table, appeals that never make it heavier, what may be deducted."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualitydesk.basics.phrases import say
from qualitydesk.penalties.model import (
    TOLD,
    AnswerDraft,
    AnswerKind,
    AppealDecision,
    AppealDraft,
    AppealOutcome,
    SlipState,
    SlipVerb,
)
from qualitydesk.penalties.rules import (
    ageing,
    amounts_after,
    is_unanswered,
    may,
    next_verbs,
    problems_in_answer,
    problems_in_appeal,
    problems_in_decision,
    state_after,
    why_not_deducted,
    word,
)
from qualitydesk.rulebook.model import ApprovalRule, Party

EMPLOYEE, DRAFTER, JUDGE, LEAD = (UUID(int=at) for at in (1, 2, 3, 4))
PARTIES = {Party.EMPLOYEE: (EMPLOYEE,), Party.DRAFTER: (DRAFTER,)}
RULE = ApprovalRule(("gm",))
ISSUED = date(2026, 11, 20)
LAST = ISSUED + timedelta(days=7)
FENS = st.lists(st.integers(0, 100_000), min_size=1, max_size=3)


@given(st.lists(st.sampled_from(list(SlipVerb)), max_size=30))
def test_any_walk_stays_in_the_table_and_a_withdrawn_slip_never_moves_again(verbs: list[SlipVerb]) -> None:
    state, been = SlipState.DRAFT, [SlipState.DRAFT]
    for verb in verbs:
        allowed = may(state, verb, decided_by=JUDGE, parties=PARTIES, rule=RULE) is None
        assert allowed == (verb in next_verbs(state))
        if allowed:
            assert state is not SlipState.WITHDRAWN
            state = state_after(verb)
            been.append(state)
    if TOLD.intersection(been):  # nobody is told, pays or appeals before somebody approved and it was issued
        assert been.index(SlipState.APPROVED) < been.index(SlipState.ISSUED)
    if SlipState.DEDUCTED in been:
        assert SlipState.ISSUED in been[: been.index(SlipState.DEDUCTED)]


@given(st.sampled_from(list(SlipState)))
def test_every_state_but_withdrawn_leads_on_to_an_end(state: SlipState) -> None:
    reached, todo = {state}, [state]
    while todo:
        for verb in next_verbs(todo.pop()):
            if (after := state_after(verb)) not in reached:
                reached.add(after)
                todo.append(after)
    assert SlipState.WITHDRAWN in reached
    assert state is SlipState.WITHDRAWN or SlipState.CLOSED in reached


@given(FENS, FENS, st.sampled_from(list(AppealOutcome)))
def test_an_appeal_never_makes_a_slip_heavier(before: list[int], new: list[int], outcome: AppealOutcome) -> None:
    draft = AppealDecision(outcome, JUDGE, LAST, "查实", tuple(new))
    problems = problems_in_decision(draft, before=before, appealed_on=ISSUED, today=LAST)
    if problems:
        assert outcome is AppealOutcome.REDUCED
        return
    after = amounts_after(draft, before)
    if outcome is AppealOutcome.REDUCED:
        after = after[: len(before)]
    assert all(now <= then for now, then in zip(after, before, strict=True))
    assert (sum(after) == sum(before)) == (outcome is AppealOutcome.UPHELD or not any(before))
    if outcome is AppealOutcome.WITHDRAWN:
        assert not any(after)


def test_a_reduction_says_beside_which_amount_it_fails() -> None:
    draft = AppealDecision(AppealOutcome.REDUCED, JUDGE, LAST, "查实", (6000, None, 5000))
    problems = problems_in_decision(draft, before=[5000, 5000, 5000], appealed_on=ISSUED, today=LAST)
    assert [(one.field, one.code) for one in problems] == [
        ("amounts.0", "appeal_makes_heavier"),
        ("amounts.1", "amount_unreadable"),
    ]
    same = AppealDecision(AppealOutcome.REDUCED, JUDGE, LAST, "查实", (5000,))
    assert [one.code for one in problems_in_decision(same, before=[5000], appealed_on=ISSUED, today=LAST)] == [
        "appeal_reduces_nothing"
    ]
    warning = problems_in_decision(same, before=[], appealed_on=ISSUED, today=LAST)
    assert [one.code for one in warning] == ["appeal_nothing_to_reduce"]


def test_a_refusal_needs_a_reason_a_witness_who_is_neither_side_and_a_picture() -> None:
    def codes(**more: object) -> list[str]:
        draft = AnswerDraft(AnswerKind.REFUSED, **{"on": ISSUED, **more})  # type: ignore[arg-type]
        found = problems_in_answer(draft, employee_id=EMPLOYEE, recorder=DRAFTER, issued_on=ISSUED, today=LAST)
        return [one.code for one in found]

    assert codes() == ["reason_missing", "witness_missing", "refusal_file_missing"]
    assert codes(reason="不认可", witness_id=EMPLOYEE, has_files=True) == ["witness_is_employee"]
    assert codes(reason="不认可", witness_id=DRAFTER, has_files=True) == ["witness_is_recorder"]
    assert codes(reason="不认可", witness_id=LEAD, has_files=True, on=ISSUED - timedelta(days=1)) == ["day_outside"]
    assert codes(reason="不认可", witness_id=LEAD, has_files=True) == []


@pytest.mark.parametrize(("late", "reason", "codes"), [(0, "", []), (1, "", ["appeal_late"]), (1, "住院", [])])
def test_a_late_appeal_is_heard_when_somebody_says_why(late: int, reason: str, codes: list[str]) -> None:
    on = LAST + timedelta(days=late)
    draft = AppealDraft(EMPLOYEE, on, "情况不属实", reason)
    found = problems_in_appeal(draft, parties={EMPLOYEE, LEAD}, issued_on=ISSUED, last_day=LAST, today=on)
    assert [one.code for one in found] == codes


def test_only_somebody_the_slip_sanctions_appeals() -> None:
    draft = AppealDraft(JUDGE, ISSUED, "情况不属实")
    found = problems_in_appeal(draft, parties={EMPLOYEE, LEAD}, issued_on=ISSUED, last_day=LAST, today=LAST)
    assert [(one.field, one.code) for one in found] == [("by_id", "appeal_by_missing")]


@given(st.sampled_from(list(SlipState)), st.integers(-3, 20), st.booleans())
def test_money_waits_for_the_last_day_or_the_decision(state: SlipState, days: int, accepts: bool) -> None:
    today = ISSUED + timedelta(days=days)
    code = why_not_deducted(state, LAST, today, accepts=accepts)
    if state in (SlipState.UPHELD, SlipState.REDUCED):
        assert code == ""
    elif state in (SlipState.ISSUED, SlipState.REFUSED):
        assert code == ("" if today > LAST else "slip_appeal_open")
    elif state is SlipState.ACKNOWLEDGED:
        assert code == ("" if accepts or today > LAST else "slip_appeal_open")
    else:
        assert code


def test_silence_begins_the_day_after_the_last_and_is_of_issued_slips_only() -> None:
    assert not is_unanswered(SlipState.ISSUED, LAST, LAST)
    assert is_unanswered(SlipState.ISSUED, LAST, LAST + timedelta(days=1))
    assert not is_unanswered(SlipState.REFUSED, LAST, LAST + timedelta(days=1))


@pytest.mark.parametrize(
    ("state", "days", "words"),
    [
        (SlipState.PROPOSED, 12, "等待批准 12 天"),
        (SlipState.ISSUED, 6, "签发 6 天，可申诉至 11-27"),
        (SlipState.ISSUED, 8, "逾期未答复，申诉期 11-27 届满"),
        (SlipState.ACKNOWLEDGED, 2, "签收 2 天，可申诉至 11-27"),
        (SlipState.ACKNOWLEDGED, 9, "已签收，待月结"),
        (SlipState.APPEALED, 3, "申诉 3 天，待决定"),
    ],
)
def test_a_slip_says_how_long_it_waits_and_for_what(state: SlipState, days: int, words: str) -> None:
    assert word(ageing(state, ISSUED, LAST, ISSUED + timedelta(days=days), total=5000), "zh") == words


@pytest.mark.parametrize("state", list(SlipState))
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_state_has_words_for_itself_and_for_its_age(state: SlipState, language: str) -> None:
    assert say(language, f"ladder.state.{state}")
    for today in (ISSUED, LAST + timedelta(days=1)):
        for total in (0, 1):
            assert "{" not in word(ageing(state, ISSUED, LAST, today, total=total), language)
