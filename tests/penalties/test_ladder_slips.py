"""Who may move a slip on."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from qualitydesk.basics.phrases import say
from qualitydesk.penalties.model import Approval, ApprovalWay, SlipState, SlipVerb
from qualitydesk.penalties.rules import may, problems_in_approval, state_after
from qualitydesk.rulebook.model import ApprovalRule, Party, SlipAct

DRAFTER, APPROVER, EMPLOYEE, LEAD = (UUID(int=at) for at in (1, 2, 3, 4))
PARTIES = {Party.EMPLOYEE: (EMPLOYEE,), Party.DRAFTER: (DRAFTER,), Party.PAYER: (EMPLOYEE, LEAD)}
RULE = ApprovalRule(("gm",))

ALLOWED = {
    (SlipState.DRAFT, SlipVerb.PROPOSE): SlipState.PROPOSED,
    (SlipState.PROPOSED, SlipVerb.APPROVE): SlipState.APPROVED,
    (SlipState.APPROVED, SlipVerb.ISSUE): SlipState.ISSUED,
    (SlipState.ISSUED, SlipVerb.ACKNOWLEDGE): SlipState.ACKNOWLEDGED,
    (SlipState.REFUSED, SlipVerb.ACKNOWLEDGE): SlipState.ACKNOWLEDGED,
    (SlipState.ISSUED, SlipVerb.REFUSE): SlipState.REFUSED,
    (SlipState.APPEALED, SlipVerb.UPHOLD): SlipState.UPHELD,
    (SlipState.APPEALED, SlipVerb.REDUCE): SlipState.REDUCED,
    (SlipState.APPEALED, SlipVerb.GRANT): SlipState.WITHDRAWN,
    **{
        (state, SlipVerb.WITHDRAW): SlipState.WITHDRAWN
        for state in SlipState
        if state not in (SlipState.APPEALED, SlipState.WITHDRAWN)
    },
}
ANYBODY = {
    **{
        (SlipState(state), SlipVerb.APPEAL): SlipState.APPEALED
        for state in ("issued", "acknowledged", "refused", "deducted", "closed")
    },
    **{
        (SlipState(state), SlipVerb.DEDUCT): SlipState.DEDUCTED
        for state in ("issued", "acknowledged", "refused", "upheld", "reduced")
    },
    **{
        (SlipState(state), SlipVerb.CLOSE): SlipState.CLOSED
        for state in ("issued", "acknowledged", "refused", "upheld", "reduced", "deducted")
    },
}
"""Steps the employee herself may be the one to take down: her appeal, and what a settlement does to all alike."""


@pytest.mark.parametrize("state", list(SlipState))
@pytest.mark.parametrize("verb", list(SlipVerb))
def test_a_verb_leads_on_from_its_own_states_only(state: SlipState, verb: SlipVerb) -> None:
    problem = may(state, verb, decided_by=APPROVER, parties=PARTIES, rule=RULE)
    leads = {**ALLOWED, **ANYBODY}
    if (state, verb) in leads:
        assert problem is None
        assert state_after(verb) is leads[state, verb]
    else:
        assert problem is not None
        assert (problem.field, problem.code) == ("state", "slip_state")


def test_whoever_drafted_a_slip_does_not_approve_it_but_may_issue_it() -> None:
    problem = may(SlipState.PROPOSED, SlipVerb.APPROVE, decided_by=DRAFTER, parties=PARTIES, rule=RULE)
    assert problem is not None
    assert problem.code == "slip_by_drafter"
    assert may(SlipState.APPROVED, SlipVerb.ISSUE, decided_by=DRAFTER, parties=PARTIES, rule=RULE) is None


def test_whom_the_rule_bars_from_a_step_is_barred_from_that_step_alone() -> None:
    """Drafters may not issue, superiors who pay may not approve; nobody is barred from withdrawing any more."""
    not_by = {SlipAct.ISSUE: (Party.DRAFTER,), SlipAct.APPROVE: (Party.PAYER,), SlipAct.WITHDRAW: ()}
    own = ApprovalRule(("gm",), not_by={**RULE.not_by, **not_by})

    def code(state: SlipState, verb: SlipVerb, who: UUID) -> str | None:
        problem = may(state, verb, decided_by=who, parties=PARTIES, rule=own)
        return problem.code if problem is not None else None

    assert code(SlipState.APPROVED, SlipVerb.ISSUE, DRAFTER) == "slip_not_by_drafter"
    assert code(SlipState.PROPOSED, SlipVerb.APPROVE, LEAD) == "slip_not_by_payer"
    assert code(SlipState.PROPOSED, SlipVerb.APPROVE, DRAFTER) is None
    assert code(SlipState.ISSUED, SlipVerb.WITHDRAW, EMPLOYEE) is None
    assert code(SlipState.DRAFT, SlipVerb.PROPOSE, EMPLOYEE) == "slip_on_oneself"
    assert code(SlipState.APPEALED, SlipVerb.UPHOLD, LEAD) == "appeal_by_payer"


@pytest.mark.parametrize(("state", "verb"), list(ALLOWED))
def test_nobody_decides_on_herself(state: SlipState, verb: SlipVerb) -> None:
    problem = may(state, verb, decided_by=EMPLOYEE, parties=PARTIES, rule=RULE)
    assert problem is not None
    assert problem.code == "slip_on_oneself"


def test_somebody_must_decide() -> None:
    problem = may(SlipState.DRAFT, SlipVerb.PROPOSE, decided_by=None, parties=PARTIES, rule=RULE)
    assert problem is not None
    assert problem.code == "decider_missing"


@pytest.mark.parametrize(
    ("on", "code"),
    [
        (None, "approval_day_missing"),
        (date(2026, 11, 19), "approval_day_outside"),
        (date(2026, 11, 20), None),
        (date(2026, 11, 21), None),
        (date(2026, 11, 22), "approval_day_outside"),
    ],
)
def test_an_approval_lies_between_the_act_and_today(on: date | None, code: str | None) -> None:
    problems = problems_in_approval(Approval(on=on, way=ApprovalWay.WRITTEN), date(2026, 11, 20), date(2026, 11, 21))
    assert [problem.code for problem in problems] == ([code] if code else [])
    for problem in problems:
        for language in ("zh", "en"):
            assert say(language, f"problem.{problem.code}", **problem.values)


def test_every_refusal_has_its_words() -> None:
    for language in ("zh", "en"):
        not_by = [f"slip_not_by_{party}" for party in Party if party is not Party.EMPLOYEE]
        appeals = [f"appeal_by_{party}" for party in Party if party is not Party.EMPLOYEE]
        for code in ("slip_by_drafter", "slip_on_oneself", "decider_missing", "slip_state", *not_by, *appeals):
            assert say(language, f"problem.{code}")


def test_where_only_one_day_is_left_it_is_named_once() -> None:
    day = date(2026, 11, 22)
    (problem,) = problems_in_approval(Approval(on=date(2026, 11, 21), way=ApprovalWay.WRITTEN), day, day)
    assert say("zh", f"problem.{problem.code}", **problem.values) == "决定日期只能是 2026-11-22。"
