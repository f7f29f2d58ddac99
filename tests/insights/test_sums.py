"""Sums by month and week equal what is counted slowly from the rounds, whatever happens to these."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from random import Random
from uuid import UUID

import pytest
from sqlalchemy import select
from tests.builders import Group

from qualitydesk.app.bootstrap import Services
from qualitydesk.basics.clock import FixedClock, local_day
from qualitydesk.basics.errors import Refused
from qualitydesk.inspections.model import (
    DisputeDecision,
    DisputeDraft,
    DisputeState,
    Given,
    RoundKind,
    RoundState,
    Standing,
    Verdict,
)
from qualitydesk.inspections.store import sums

VERDICTS = (Verdict.PASS, Verdict.PASS, Verdict.PASS, Verdict.FAIL, Verdict.FAIL, Verdict.NOT_APPLICABLE, None)


def kept(group: Group) -> sums.Sums:
    """What stands in the table."""
    with group.database.reading() as connection:
        rows = connection.execute(select(sums.answer_sums)).all()
    return {sums.Cell(*row[:7]): (row.inspected, row.failed) for row in rows}


def slowly(group: Group, rounds: list[UUID]) -> dict[tuple[object, ...], tuple[int, int]]:
    """Every round walked through again, answer by answer, with what became of its findings."""
    inspected: Counter[tuple[object, ...]] = Counter()
    failed: Counter[tuple[object, ...]] = Counter()
    for round_id in rounds:
        walk = group.rounds.walk(round_id)
        if walk.round.state is not RoundState.FINISHED:
            continue
        found = {(one.stop_id, one.item_code) for one in group.findings.of_round(round_id)
                 if one.standing is Standing.DISPUTED}  # fmt: skip
        stops = {stop.id: stop for stop in walk.stops}
        for (stop_id, code), answer in walk.answers.items():
            verdict = answer.given.verdict
            if verdict in (None, Verdict.NOT_APPLICABLE):
                continue
            day = local_day(answer.answered_at)
            for span, first in (("month", day.replace(day=1)), ("week", day - timedelta(days=day.weekday()))):
                stop = stops[stop_id]
                department = stop.department_id or UUID(int=0)
                for kind in ("", str(walk.round.kind)):
                    key = (span, kind, first, code, stop.department, department, walk.round.institution_id)
                    inspected[key] += 1
                    failed[key] += verdict is Verdict.FAIL and (stop_id, code) not in found
    return {key: (count, failed[key]) for key, count in inspected.items()}


class Chance:
    """Does something to the rounds at random."""

    def __init__(self, group: Group, services: Services, clock: FixedClock, seed: int) -> None:
        self.group, self.services, self.clock, self.random = group, services, clock, Random(seed)
        self.rounds: list[UUID] = []

    def walk(self) -> None:
        kind = self.random.choice((RoundKind.PATROL, RoundKind.PATROL, RoundKind.QUALITY_CHECK))
        round_id = self.group.begin("walk", people=self.group.people[:2], kind=kind)
        self.rounds.append(round_id)
        walk = self.group.walk(round_id)
        for stop in walk.stops:
            for item in walk.items[stop.id]:
                verdict = self.random.choice(VERDICTS)
                if verdict is not None:
                    self.group.rounds.record_answer(round_id, stop.id, item, Given(verdict), self.group.by())
        end = self.random.random()
        if end < 0.15:
            self.group.rounds.abandon_round(round_id, "停电", self.group.by())
        elif end < 0.9:
            try:
                self.group.rounds.finish_round(round_id, self.group.by())
            except Refused as refused:
                assert refused.code == "round_unanswered"

    def correct(self) -> None:
        round_id = self.random.choice(self.rounds)
        walk = self.group.walk(round_id)
        if walk.round.state is not RoundState.FINISHED:
            return
        stop = self.random.choice(walk.stops)
        item = self.random.choice(walk.items[stop.id])
        there = walk.answers.get((stop.id, item.code))
        verdict = self.random.choice((Verdict.PASS, Verdict.FAIL, Verdict.NOT_APPLICABLE))
        seen = there.given if there else None
        try:
            self.services.corrections.correct(
                round_id, stop.id, item.code, Given(verdict), "看错了人", seen, self.group.by()
            )
        except Refused as refused:
            assert refused.code == "nothing_corrected"

    def judge(self) -> None:
        found = self.group.findings.of_round(self.random.choice(self.rounds))
        if not found:
            return
        one = self.random.choice(found)
        if one.dispute is DisputeState.NONE and self.random.random() < 0.6:
            day = local_day(self.clock.now())
            dispute = self.group.findings.raise_dispute(one.id, DisputeDraft(day, "不是我"), self.group.by()).value
            upheld = self.random.random() < 0.8
            other = next(who for who in self.group.people if who != one.employee_id)
            decision = DisputeDecision(upheld, other, day, "查过记录", "院长休假，集团授权")
            self.group.findings.decide_dispute(dispute, 1, decision, self.group.by())
        elif self.random.random() < 0.5:
            self.group.findings.leave_out(one.id, "已口头批评", self.group.by())
        else:
            self.group.findings.take_in(one.id, "重新计入", self.group.by())


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_sums_are_what_the_rounds_say_after_anything(
    group: Group, services: Services, clock: FixedClock, seed: int
) -> None:
    chance = Chance(group, services, clock, seed)
    for _ in range(5):
        chance.walk()
        clock.advance(timedelta(days=chance.random.randrange(4), hours=7))
        for _ in range(5):
            chance.random.choice((chance.correct, chance.judge))()
    slow = slowly(group, chance.rounds)
    assert slow and kept(group) == slow
    with group.database.transaction() as connection:
        sums.rebuilt(connection)
    assert kept(group) == slow


def test_what_ended_at_midnight_counts_in_the_month_of_its_day(
    group: Group, services: Services, clock: FixedClock
) -> None:
    clock.set(clock.now().replace(month=11, day=30, hour=15, minute=59))  # 23:59 in Shanghai
    round_id = group.begin("walk", people=group.people[:1])
    walk = group.walk(round_id)
    stop = walk.stops[0]
    first, second, *_rest = walk.items[stop.id]
    group.rounds.record_answer(round_id, stop.id, first, Given(Verdict.FAIL), group.by())
    clock.advance(timedelta(minutes=2))
    group.rounds.record_answer(round_id, stop.id, second, Given(Verdict.PASS), group.by())
    group.rounds.finish_round(round_id, group.by())
    months = {
        (cell.first.month, cell.item_code): pair for cell, pair in kept(group).items() if cell[:2] == ("month", "")
    }
    assert months == {(11, first.code): (1, 1), (12, second.code): (1, 0)}
