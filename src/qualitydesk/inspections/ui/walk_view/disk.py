"""The walker's way to disk: it knows what this window last saw there, so that another's answer is not overwritten."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.errors import Refused
from qualitydesk.inspections.model import Answer, Cursor, EarlierFinding, Given, Item, RoundResult, Walk
from qualitydesk.inspections.service import Rounds

Earlier = Mapping[tuple[UUID, str], Sequence[EarlierFinding]]
NOT_YET = ("round_unanswered", "stale")  # why a round may not end, though nothing failed to be saved


def load(rounds: Rounds, round_id: UUID) -> tuple[Walk, Earlier]:
    """A round, and the last findings of its people on its items."""
    walk = rounds.walk(round_id)
    return walk, rounds.earlier_findings(walk)


class Overtaken(Refused):
    """Stale: another window or a colleague has answered one of `items`; `note`: what was newly written here."""

    def __init__(self, items: Sequence[Item], note: str) -> None:
        super().__init__("stale")
        self.items = tuple(items)
        self.note = note


class Disk:
    """The verbs of one round. They run one after the other on the write lane; what is seen is read and kept there."""

    def __init__(self, rounds: Rounds, walk: Walk) -> None:
        self._rounds = rounds
        self._round_id = walk.round.id
        self._seen = dict(walk.answers)
        self._stops = {stop.id for stop in walk.stops}

    def record(
        self, stop_id: UUID, item: Item, given: Given | None, by: By, cursor: Cursor | None
    ) -> Done[Answer | None]:
        """One answer, its note with it; None takes it back."""
        try:
            done = self._rounds.record_answer(self._round_id, stop_id, item, given, by, cursor, self._seen)
        except Refused as refused:
            raise self._told(refused, [item], self._new_note(stop_id, item, given)) from refused
        self._keep(stop_id, [item], [done.value] if done.value else [])
        return done

    def record_many(
        self, stop_id: UUID, given: Sequence[tuple[Item, Given | None]], by: By, cursor: Cursor | None
    ) -> Done[list[Answer]]:
        """Several answers of one stop, all or none."""
        try:
            done = self._rounds.record_answers(self._round_id, stop_id, given, by, cursor, self._seen)
        except Refused as refused:
            raise self._told(refused, [item for item, _given in given]) from refused
        self._keep(stop_id, [item for item, _given in given], done.value)
        return done

    def _keep(self, stop_id: UUID, items: Sequence[Item], written: Sequence[Answer]) -> None:
        for item in items:
            self._seen.pop((stop_id, item.code), None)
        self._seen.update({(stop_id, answer.item_code): answer for answer in written})

    def _new_note(self, stop_id: UUID, item: Item, given: Given | None) -> str:
        seen = self._seen.get((stop_id, item.code))
        return given.note if given and given.note != (seen.given.note if seen else "") else ""

    def _told(self, refused: Refused, items: Sequence[Item], note: str = "") -> Refused:
        return Overtaken(items, note) if refused.code == "stale" else refused

    def move_to(self, cursor: Cursor) -> Done[None]:
        """Where the inspector stands."""
        return self._rounds.move_to(self._round_id, cursor)

    def finish(self, by: By) -> Done[RoundResult | Refused]:
        """End the round, if the answers on disk are those seen here; else why it may not end yet."""
        try:
            done = self._rounds.finish_round(self._round_id, by, self._seen, self._stops)
        except Refused as refused:
            if refused.code not in NOT_YET:
                raise
            return Done(refused)
        return Done(done.value, done.touched)

    def rearrange(self, change: Callable[[By], Done[Any]], by: By) -> Done[tuple[Walk, Earlier] | Refused]:
        """Change the route, and read the round as it is then; else why the route stays."""
        try:
            done = change(by)
        except Refused as refused:
            return Done(refused)
        walk, earlier = load(self._rounds, self._round_id)
        self._seen = dict(walk.answers)
        self._stops = {stop.id for stop in walk.stops}
        return Done((walk, earlier), done.touched)

    def give_up(self, reason: str, by: By) -> Done[None]:
        """Abandon the round."""
        return self._rounds.abandon_round(self._round_id, reason, by)
