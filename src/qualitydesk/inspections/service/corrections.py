"""Correcting an answer after the round was finished: a new entry with a reason; the first answer stays readable."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.clock import Clock
from qualitydesk.basics.errors import Refused, refuse_if
from qualitydesk.basics.ids import new_id
from qualitydesk.inspections.model import Answer, Given, Item, RoundResult, RoundState, Standing, Stop, Walk
from qualitydesk.inspections.rules import results, scoring
from qualitydesk.inspections.rules.correcting import Effect, effect_of
from qualitydesk.inspections.rules.drafts import problems_in_answer
from qualitydesk.inspections.service.rounds import Rounds
from qualitydesk.inspections.store import corrections as store
from qualitydesk.inspections.store import findings as finding_store
from qualitydesk.inspections.store import sums, tables
from qualitydesk.rulebook.model import ScoreRule
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.storage import audit
from qualitydesk.storage.database import Connection, Database, update_row

TOUCHED = frozenset({Change.ROUNDS, Change.ANSWERS, Change.FINDINGS})


class Corrections:
    """The corrections of one database."""

    def __init__(self, database: Database, clock: Clock, rounds: Rounds, rulebook: Rulebook) -> None:
        self._database = database
        self._clock = clock
        self._rounds = rounds
        self._rulebook = rulebook

    def correct(
        self, round_id: UUID, stop_id: UUID, item_code: str, given: Given, reason: str, seen: Given | None, by: By
    ) -> Done[RoundResult]:
        """Give an answer of a finished round anew; gives the result as it holds from now on.

        `seen`: what held when the user looked. A fail that becomes none takes its finding from the ladder; a new fail
        is a finding recorded now. Issued slips stay as they are. Refused: reason_missing, draft (the answer does not
        hold), round_not_finished, no_such_answer, stale, nothing_corrected, corrects_himself.
        """
        if not reason.strip():
            raise Refused("reason_missing")
        with self._database.transaction() as connection:
            walk = self._rounds.walk(round_id)
            if walk.round.state is not RoundState.FINISHED:
                raise Refused("round_not_finished", number=walk.round.number)
            stop, item = _place(walk, stop_id, item_code)
            if by.decided_by is not None and by.decided_by == stop.employee_id:
                raise Refused("corrects_himself")
            now = self._clock.now()
            refuse_if(problems_in_answer(item, given, now))
            rule = self._rounds.score_rule(walk.round)
            there = walk.answers.get((stop_id, item_code))
            before = there.given if there else None
            if before != seen:
                raise Refused("stale")
            judged = scoring.judged(item, given, rule)
            if judged == before or judged.verdict is None:
                raise Refused("nothing_corrected")
            earlier = [
                one
                for one in store.of_round(connection, round_id)
                if (one.stop_id, one.item_code) == (stop_id, item_code)
            ]
            values = {
                "id": new_id(),
                "round_id": round_id,
                "stop_id": stop_id,
                "item_code": item_code,
                "position": len(earlier) + 1,
                "reason": reason.strip(),
                "corrected_at": now,
                "decided_by": by.decided_by,
                "entered_by": by.entered_by,
            }
            after = self._with(walk, stop, item, judged)
            effect = effect_of(item, before, judged, rule)
            with sums.follow(connection, round_id):
                store.add_correction(connection, values, before, judged)
                self._follow(connection, after, stop, item, judged, rule, effect, reason.strip())
            self._sum_up(connection, after, rule)
            told = {"stop": stop.name, "item": item_code, "given": store.given_json(before)}
            entry: dict[str, Any] = {
                "stop": stop.name, "item": item_code, "given": store.given_json(judged),
                "reason": reason.strip(), "finding": effect,
            }  # fmt: skip
            audit.record(connection, by, now, "correct_answer", "round", round_id, told, entry)
            done = self._rounds.result(round_id)
        return Done(done, TOUCHED)

    def _with(self, walk: Walk, stop: Stop, item: Item, given: Given) -> Walk:
        there = walk.answers.get((stop.id, item.code))
        assert walk.round.finished_at is not None
        answer = (
            replace(there, given=given) if there else Answer(stop.id, item.code, given, walk.round.finished_at, None)
        )
        return replace(walk, answers={**walk.answers, (stop.id, item.code): answer})

    def _follow(
        self,
        connection: Connection,
        walk: Walk,
        stop: Stop,
        item: Item,
        given: Given,
        rule: ScoreRule,
        effect: Effect,
        reason: str,
    ) -> None:
        """Findings follow the answer; none is ever removed."""
        now = self._clock.now()
        standing = [
            one
            for one in finding_store.of_round(connection, walk.round.id)
            if (one.stop_id, one.item_code) == (stop.id, item.code) and one.standing is not Standing.CORRECTED
        ]
        if effect is Effect.TAKEN_BACK:
            for one in standing:
                finding_store.set_standing(connection, one.id, Standing.CORRECTED, reason)
        if effect is Effect.TOLD_OTHERWISE:
            for one in standing:
                finding_store.tell_otherwise(connection, one.id, given.note, fixed=given.fixed)
        if effect is Effect.FOUND:
            rows = [
                row
                for row in results.finding_rows(walk, rule, now)
                if (row["stop_id"], row["item_code"]) == (stop.id, item.code)
            ]
            finding_store.add_findings(connection, [{"id": new_id(), **row} for row in rows])

    def _sum_up(self, connection: Connection, walk: Walk, rule: ScoreRule) -> None:
        """What lists show of the round is what holds now."""
        score = results.result_of(walk, rule, ()).score
        update_row(
            connection,
            tables.rounds,
            walk.round.id,
            walk.round.revision,
            answered=score.answered,
            failed=score.failed,
            share=-1 if score.share is None else int(score.share * 1_000_000),
            passed=score.passed,
            corrected=tables.rounds.c.corrected + 1,
        )


def _place(walk: Walk, stop_id: UUID, item_code: str) -> tuple[Stop, Item]:
    for stop in walk.stops:
        for item in walk.items[stop.id] if stop.id == stop_id else ():
            if item.code == item_code:
                return stop, item
    raise Refused("no_such_answer")
