"""Answering an open round: one answer or several, where the inspector stands. One verb, one transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.clock import Clock, local
from qualitydesk.basics.errors import Refused, refuse_if
from qualitydesk.inspections.model import Answer, Cursor, Given, Item, Round, RoundState
from qualitydesk.inspections.rules import scoring
from qualitydesk.inspections.rules.drafts import problems_in_answer
from qualitydesk.inspections.store import rounds as store
from qualitydesk.rulebook.model import Rule, ScoreRule
from qualitydesk.rulebook.rules import read_score
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.storage.database import Connection, Database

ANSWERED = frozenset({Change.ANSWERS})
Seen = Mapping[tuple[UUID, str], Answer] | None
"""The answers a caller knows, by (stop, item code) as `Walk.answers` has them; None: let nothing be compared."""


class Answering:
    """The verbs of a round being walked; `Rounds` adds how it begins and ends."""

    def __init__(self, database: Database, clock: Clock, rulebook: Rulebook) -> None:
        self._database = database
        self._clock = clock
        self._rulebook = rulebook

    def record_answer(
        self,
        round_id: UUID,
        stop_id: UUID,
        item: Item,
        given: Given | None,
        by: By,
        cursor: Cursor | None = None,
        seen: Seen = None,
    ) -> Done[Answer | None]:
        """Write one answer in place of an earlier one; None takes it back. `cursor`: the item to resume at.

        Refused("stale") when somebody answered it otherwise since `seen`.
        """
        done = self.record_answers(round_id, stop_id, [(item, given)], by, cursor, seen)
        return Done(next(iter(done.value), None), done.touched)

    def record_answers(
        self,
        round_id: UUID,
        stop_id: UUID,
        given: Sequence[tuple[Item, Given | None]],
        by: By,
        cursor: Cursor | None = None,
        seen: Seen = None,
    ) -> Done[list[Answer]]:
        """Several answers of one stop at once, all or none ("all remaining pass" and its undo; None takes one back).

        Refused("stale") when somebody answered one of them otherwise since `seen`.
        """
        now = self._clock.now()
        for item, value in given:
            refuse_if(problems_in_answer(item, value, now) if value else [])
        with self._database.transaction() as connection:
            rule = self._rule_of_open(connection, round_id, stop_id)
            answered = [self._answer(stop_id, item, value, by, rule) for item, value in given if value is not None]
            if seen is not None:
                self._refuse_unseen(connection, stop_id, [item.code for item, _value in given], answered, seen)
            for item, value in given:
                if value is None:
                    store.remove_answer(connection, stop_id, item.code)
            if answered:
                store.put_answers(connection, answered)
            if cursor is not None:
                store.put_cursor(connection, round_id, cursor)
        return Done(answered, ANSWERED)

    def move_to(self, round_id: UUID, cursor: Cursor) -> Done[None]:
        """Remember where the inspector stands."""
        with self._database.transaction() as connection:
            self._rule_of_open(connection, round_id, cursor.stop_id)
            store.put_cursor(connection, round_id, cursor)
        return Done(None)

    def _refuse_unseen(
        self,
        connection: Connection,
        stop_id: UUID,
        codes: Sequence[str],
        wanted: Sequence[Answer],
        seen: Mapping[tuple[UUID, str], Answer],
    ) -> None:
        """Stale, when an answer on disk is not the one seen; but to say the same twice overwrites nobody."""
        there = store.answers_at(connection, stop_id, codes)
        said = {answer.item_code: answer.given for answer in wanted}
        for code in codes:
            found = there.get(code)
            if found != seen.get((stop_id, code)) and (found.given if found else None) != said.get(code):
                raise Refused("stale")

    def _answer(self, stop_id: UUID, item: Item, given: Given, by: By, rule: ScoreRule) -> Answer:
        return Answer(stop_id, item.code, scoring.judged(item, given, rule), self._clock.now(), by.decided_by)

    def _found(self, connection: Connection, round_id: UUID) -> Round:
        found = store.round_by_id(connection, round_id)
        if found is None:
            raise Refused("no_such_round")
        return found

    def _rule_of_open(self, connection: Connection, round_id: UUID, stop_id: UUID) -> ScoreRule:
        """The rule of the day the round began: one round is judged by one edition. Refused unless it is open."""
        found = store.state_of(connection, round_id)
        if found is None or not store.stop_belongs(connection, round_id, stop_id):
            raise Refused("no_such_round")
        state, started_at, edition = found
        if state is not RoundState.OPEN:
            raise Refused("round_not_open", number=self._found(connection, round_id).number)
        return self._score_rule(edition, started_at)

    def score_rule(self, found: Round) -> ScoreRule:
        """The rule a round is judged by, from its beginning for ever."""
        return self._score_rule(found.score_edition, found.started_at)

    def _score_rule(self, edition: UUID | None, started_at: datetime) -> ScoreRule:
        """Rounds from before editions were kept with them go by the day they began."""
        kept = self._rulebook.edition(edition) if edition else None
        return read_score((kept or self._rulebook.edition_on(Rule.SCORE, local(started_at).date())).values)
