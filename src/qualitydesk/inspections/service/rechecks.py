"""Re-checks of measures as a finished round shows them: proposed from its answers, entered when somebody confirms."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.clock import local
from qualitydesk.basics.phrases import say
from qualitydesk.inspections.model import RecheckSeen, RoundState
from qualitydesk.inspections.rules.rechecking import seen_on
from qualitydesk.inspections.service.rounds import Rounds
from qualitydesk.measures.model import Checked
from qualitydesk.measures.service import Measures
from qualitydesk.storage.database import Database


class Rechecks:
    """What rounds say to measures of one database."""

    def __init__(self, database: Database, rounds: Rounds, measures: Measures) -> None:
        self._database = database
        self._rounds = rounds
        self._measures = measures

    def proposed(self, round_id: UUID) -> list[RecheckSeen]:
        """The re-checks due on the round's day at its institution that its answers settle; none of an open round."""
        with self._database.reading():
            return self._proposed(round_id)[0]

    def enter(self, round_id: UUID, seen: Sequence[RecheckSeen], by: By, *, language: str = "zh") -> Done[int]:
        """Write those confirmed into their measures, all or none; gives how many. What another has entered meanwhile,
        or what the answers no longer say, is passed over.

        Refused as `Measures.record_recheck`: measure_by_owner when one of them is the decider's own.
        """
        with self._database.transaction():
            held, day, number = self._proposed(round_id)
            wanted = [one for one in held if one in seen]
            for one in wanted:
                words = say(language, "recheck_seen.passed" if one.good else "recheck_seen.failed")
                told = "; ".join((words, *one.notes)) if language == "en" else "；".join((words, *one.notes))
                revision = self._measures.measure(one.measure_id).line.revision
                self._measures.record_recheck(one.measure_id, revision, Checked(day, one.good, told, number), by)
        return Done(len(wanted), frozenset({Change.MEASURES}))

    def _proposed(self, round_id: UUID) -> tuple[list[RecheckSeen], date, str]:
        walk = self._rounds.walk(round_id)
        found = walk.round
        if found.state is not RoundState.FINISHED or found.finished_at is None:
            return [], date.min, found.number
        day = local(found.finished_at).date()
        return seen_on(walk, self._measures.due_rechecks(found.institution_id, day)), day, found.number
