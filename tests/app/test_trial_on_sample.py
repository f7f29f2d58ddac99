"""A trial in batches comes to what each act comes to when everything about it is read anew, on the sample's data."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any

import pytest

from qualitydesk.app.bootstrap import Services, default_url, open_services
from qualitydesk.app.sample import SampleSize, fill
from qualitydesk.basics.clock import FixedClock
from qualitydesk.penalties import store
from qualitydesk.penalties.model.trial import Trial, TrialKind, TrialPerson
from qualitydesk.penalties.rules.trial import decision_lines, with_sums
from qualitydesk.penalties.service.docket import Docket
from qualitydesk.penalties.service.trying_rules import Bench, PaidLine
from qualitydesk.rulebook.model import Rule

TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    folder = tmp_path_factory.mktemp("tried")
    made = open_services(default_url(folder), folder, clock=FixedClock(datetime(2026, 11, 21, 2, 0, tzinfo=UTC)))
    with made.database.transaction():
        fill(made, language="zh", size=SampleSize(days=300, every=20, slips=100, customers=40, cases=60))
    yield made
    made.close()


def harsher(services: Services) -> dict[Rule, Mapping[str, Any]]:
    """Another ladder with a longer look-back, a dearer table of severity, dearer points."""
    now = {rule: copy.deepcopy(dict(services.trials.in_force(rule).values)) for rule in
           (Rule.LADDER, Rule.SEVERITY, Rule.POINTS)}  # fmt: skip
    for level in now[Rule.SEVERITY]["levels"].values():
        level["responsible"] *= 2
    now[Rule.POINTS]["fen_per_point"] = 2000
    return {**now, Rule.LADDER: with_sums(now[Rule.LADDER], {"own_checks_2_ordinary": 8000}, 18)}


def one_by_one(services: Services, trial: Trial) -> tuple[TrialPerson, ...]:
    """The slow way: for each act its employee's whole history, the whole case, names and lines from the directory."""
    with services.database.reading() as connection:
        bench = services.trials._bench(connection, trial)
        found: list[PaidLine] = []
        for employee_id in bench.people():
            history = services.findings.of_employees([employee_id])
            docket = Docket(history, store.past_of(connection, employee_id), {}, None)
            for event in docket.events(lambda day: trial.first <= day <= trial.last, "Asia/Shanghai"):
                found += lines(bench, TrialKind.ROUND, event.id, bench.in_round(event.id, employee_id))
            for who, act_id in bench._own_acts:
                if who == employee_id and act_id not in docket.heard:
                    ground = bench._own_acts[who, act_id][0]
                    kind = TrialKind.ACT if ground is not None else TrialKind.ROUND
                    pair = bench.on_act(act_id, who) if ground is not None else bench.in_round(act_id, who)
                    found += lines(bench, kind, act_id, pair)
        for case_id in bench.cases():
            for pair in bench.on_case(case_id):
                found += lines(bench, TrialKind.CASE, case_id, pair)
        found += bench.of_points(bench.pointed())
        return services.trials._people(bench, found)


def lines(bench: Bench, kind: TrialKind, event_id: Any, pair: Any) -> list[PaidLine]:
    before, after = pair
    return list(decision_lines(kind, event_id, before, after, pay=bench._pay(before or after)))


@pytest.mark.parametrize(("first", "last"), [(date(2026, 11, 1), date(2026, 11, 15)), (date(2026, 2, 1), TODAY)])
def test_a_trial_in_batches_says_what_each_act_says_by_itself(services: Services, first: date, last: date) -> None:
    trial = Trial(harsher(services), first, last, TODAY)
    quick = services.trials.run(trial).people
    assert quick == one_by_one(services, trial)
    if last == TODAY:
        kinds = {line.kind for one in quick for line in one.lines}
        assert kinds == set(TrialKind)
        assert any(one.difference for one in quick)


def test_a_trial_asks_the_database_a_few_times_an_act_at_most(services: Services) -> None:
    """Time is the machine's; how often is asked is ours: it grew by forty a case when each was read in full."""
    from sqlalchemy import event

    asked: list[str] = []
    trial = Trial(harsher(services), date(2026, 2, 1), TODAY, TODAY)
    with services.database.reading() as connection:
        engine = connection.engine

    def heard(_conn: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        asked.append(statement)

    event.listen(engine, "before_cursor_execute", heard)
    try:
        result = services.trials.run(trial)
    finally:
        event.remove(engine, "before_cursor_execute", heard)
    with services.database.reading() as connection:
        cases = len(services.trials._bench(connection, trial).cases())
    assert cases > 20
    assert len(asked) < 10 * cases + 2 * result.acts + 60, len(asked)
