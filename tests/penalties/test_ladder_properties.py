"""What holds for every history: older offences never lower the rung, order is nothing, the total is the sum."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.penalties.ladder_facts import ACT_DAY, GROUPS, HEAD, SUPERIOR, TITLES, at, facts, finding
from tests.rulebook.shipped_rules import ladder

from qualitydesk.basics.errors import Refused
from qualitydesk.penalties.model import Choice, Decision, EarlierOffence, LadderFacts, Standing
from qualitydesk.penalties.rules import decide, words
from qualitydesk.rulebook.model import ROUND_KINDS, Counts, Gravity, LadderEdition, Role, SameRound

ITEMS = st.sampled_from(sorted(TITLES))
SCOPES = [(Counts.GROUP, Counts.ITEM), (Counts.GROUP, Counts.GROUP), (Counts.ITEM, Counts.ITEM)]
NOW = at(ACT_DAY)

moments = st.integers(min_value=-2, max_value=420 * 24).map(lambda hours: NOW - timedelta(hours=hours))


@st.composite
def earlier_ones(draw: st.DrawFn, key: int) -> EarlierOffence:
    item, round_key, moment = draw(ITEMS), draw(st.integers(1, 4)), draw(moments)
    return EarlierOffence(
        finding_id=UUID(int=3000 + key),
        at=moment,
        round_id=UUID(int=5000 + round_key),
        round_number=f"XJ-{round_key}",
        round_kind=draw(st.sampled_from(ROUND_KINDS)),
        item_code=item,
        group=GROUPS[item[0]],
        title=TITLES[item],
        recorded_at=moment + timedelta(hours=draw(st.integers(0, 100))),
        standing=draw(st.sampled_from([*Standing, Standing.COUNTS, Standing.COUNTS])),
        partly=draw(st.booleans()) and draw(st.booleans()),
        fixed=draw(st.booleans()),
    )


@st.composite
def histories(draw: st.DrawFn) -> tuple[EarlierOffence, ...]:
    return tuple(draw(earlier_ones(key)) for key in range(draw(st.integers(0, 8))))


@st.composite
def acts(draw: st.DrawFn) -> LadderFacts:
    items = draw(st.lists(ITEMS, min_size=1, max_size=4))
    findings = [
        finding(item, key, draw(st.sampled_from(list(Gravity))), fixed=draw(st.booleans()))
        for key, item in enumerate(items, 1)
    ]
    return facts(
        *findings,
        before=draw(histories()),
        kind=draw(st.sampled_from(ROUND_KINDS)),
        superior=draw(st.sampled_from([SUPERIOR, None])),
        head=draw(st.sampled_from([HEAD, SUPERIOR, None])),
    )


@st.composite
def rules(draw: st.DrawFn) -> LadderEdition:
    second, third = draw(st.sampled_from(SCOPES))
    return ladder(
        counting__second_counts=second.value,
        counting__third_counts=third.value,
        counting__same_round=draw(st.sampled_from(list(SameRound))).value,
        counting__join_columns=draw(st.booleans()),
    )


@settings(max_examples=300, deadline=None)
@given(acts(), rules(), earlier_ones(99))
def test_an_added_older_offence_never_lowers_the_rung(
    act: LadderFacts, rule: LadderEdition, more: EarlierOffence
) -> None:
    fewer = decide(act, rule)
    added = decide(replace(act, earlier=(*act.earlier, more)), rule)
    assert added.rung >= fewer.rung
    rungs = {entry.finding_id: entry.rung for entry in fewer.findings}
    assert all(entry.rung >= rungs[entry.finding_id] for entry in added.findings)


@settings(max_examples=200, deadline=None)
@given(acts(), rules(), st.randoms())
def test_the_order_of_entry_does_not_matter(act: LadderFacts, rule: LadderEdition, shuffle: object) -> None:
    history, findings = list(act.earlier), list(act.act.findings)
    shuffle.shuffle(history)  # type: ignore[attr-defined]
    shuffle.shuffle(findings)  # type: ignore[attr-defined]
    other = replace(act, earlier=tuple(history), act=replace(act.act, findings=tuple(findings)))
    assert decide(other, rule) == decide(act, rule)


@settings(max_examples=200, deadline=None)
@given(acts(), rules(), st.integers(1, 12), st.sampled_from([Role.HEAD, Role.SUPERIOR, None]))
def test_the_total_is_the_sum_of_the_lines(
    act: LadderFacts, rule: LadderEdition, hundreds: int, left_out: Role | None
) -> None:
    choice = Choice(
        dict.fromkeys(Role, hundreds * 10000),
        "责任认定",
        frozenset({left_out} if left_out else ()),
        "当日请假",
    )
    try:
        decision = decide(replace(act, choice=choice), rule)
    except Refused:
        decision = decide(act, rule)
    assert decision.total == sum(payment.amount for payment in decision.payments)
    assert len({payment.person_id for payment in decision.payments}) == len(decision.payments)
    (line,) = (line for line in decision.explanation if line.code in ("explain.total", "explain.no_money"))
    if decision.payments:
        assert line.values["total_fen"] == sum(line.values["each_fens"]) == decision.total
    else:
        assert decision.total == 0


@settings(max_examples=150, deadline=None)
@given(acts(), rules())
def test_every_earlier_finding_is_accounted_for_once(act: LadderFacts, rule: LadderEdition) -> None:
    decision = decide(act, rule)
    seen = [entry.finding_id for entry in (*decision.counted, *decision.not_counted)]
    assert len(seen) == len(set(seen))
    assert set(seen) - {entry.finding_id for entry in act.act.findings} == {entry.finding_id for entry in act.earlier}


@settings(max_examples=150, deadline=None)
@given(acts(), rules())
def test_a_decision_survives_its_archive_and_speaks_both_languages(act: LadderFacts, rule: LadderEdition) -> None:
    decision = decide(act, rule)
    again = Decision.from_json(json.loads(json.dumps(decision.to_json(), ensure_ascii=False)))
    assert again == decision
    for language in ("zh", "en"):
        assert words(again, language) == words(decision, language)
