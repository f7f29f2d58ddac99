"""A calibration's life: begun for two inspectors, answered by each for himself, compared once both are through.

Neither reads the other's answers before. Nothing of it becomes a round, a finding or a sanction: it has tables of its
own, which no other part reads.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.clock import Clock
from qualitydesk.basics.errors import Problem, Refused, refuse_if
from qualitydesk.basics.ids import new_id
from qualitydesk.directory.model import Person
from qualitydesk.directory.service import Directory
from qualitydesk.inspections.model import Item, Pack, Stop, Target
from qualitydesk.inspections.model.calibrations import (
    Calibration,
    CalibrationDraft,
    CalibrationState,
    Judged,
    Pair,
    Rater,
    Sitting,
)
from qualitydesk.inspections.rules.calibrating import may_say, problem_at_end, problems_in_calibration
from qualitydesk.inspections.rules.choosing import items_at
from qualitydesk.inspections.service.standards import Standards
from qualitydesk.inspections.store import calibrations as store
from qualitydesk.storage import audit
from qualitydesk.storage.database import Connection, Database, update_row
from qualitydesk.storage.series import next_number

SERIES = "JZ"
TOUCHED = frozenset({Change.CALIBRATIONS})


class Calibrations:
    """The calibrations of one database."""

    def __init__(self, database: Database, clock: Clock, directory: Directory, standards: Standards) -> None:
        self._database = database
        self._clock = clock
        self._directory = directory
        self._standards = standards

    # Questions

    def lines(self, *, after: tuple[datetime, UUID] | None = None, limit: int = 200) -> list[Calibration]:
        """A page of the history, the newest first."""
        with self._database.reading() as connection:
            return store.lines(connection, after=after, limit=limit)

    def calibration(self, calibration_id: UUID) -> Calibration:
        """One of them. Refused("no_such_calibration")."""
        with self._database.reading() as connection:
            return self._found(connection, calibration_id)

    def sitting(self, calibration_id: UUID, rater: int) -> Sitting:
        """What one of the two (0 or 1) needs: people, items, his own answers and nobody else's."""
        with self._database.reading() as connection:
            return self._sitting(connection, calibration_id, rater)

    def pairs(self, calibration_id: UUID) -> list[Pair]:
        """What both said, in the order of people and items. Refused("calibration_blind") until both are through."""
        with self._database.reading() as connection:
            found = self._found(connection, calibration_id)
            if found.state is not CalibrationState.FINISHED:
                raise Refused("calibration_blind", number=found.number)
            return self._pairs(connection, calibration_id)

    # Verbs

    def begin(self, draft: CalibrationDraft, by: By) -> Done[UUID]:
        """Begin one over these people. Refused: draft (beside the fields)."""
        refuse_if(problems_in_calibration(draft))
        assert draft.institution_id is not None
        now, today = self._clock.now(), self._directory.today()
        packs = [pack for pack in self._standards.packs() if pack.code in draft.pack_codes]
        with self._database.transaction() as connection:
            stops = self._stops(draft.employee_ids, packs, today)
            if not stops:
                refuse_if([Problem("employee_ids", "nothing_to_inspect")])
            code = self._directory.institution(draft.institution_id).code
            serial = next_number(connection, SERIES, f"{code}-{today.year}")
            values = {
                "id": new_id(),
                "number": f"{SERIES}-{code}-{today.year}-{serial:04d}",
                "state": CalibrationState.OPEN,
                "institution_id": draft.institution_id,
                "started_at": now,
                "packs": [[pack.code, pack.edition] for pack in packs],
                "people": len(stops),
                "items": sum(len(items_at(packs, stop)) for stop in stops),
                "compared": 0,
                "agreed": 0,
                "note": draft.note.strip(),
                "reason": "",
            }
            store.add(connection, values, draft.inspector_ids, stops)
            after = {key: values[key] for key in ("number", "people", "items", "packs")}
            audit.record(connection, by, now, "begin_calibration", "calibration", values["id"], None, after)  # type: ignore[arg-type]
        return Done(values["id"], TOUCHED)  # type: ignore[arg-type]

    def judge(
        self, calibration_id: UUID, rater: int, stop_id: UUID, item: Item, judged: Judged | None, by: By
    ) -> Done[None]:
        """Write one answer in place of an earlier one; None takes it back.

        Refused: calibration_done when this sitting was closed, no_partly.
        """
        if judged is not None and not may_say(item, judged.verdict):
            refuse_if([Problem("", "no_partly")])
        with self._database.transaction() as connection:
            self._sits(connection, calibration_id, rater)
            if not store.stop_belongs(connection, calibration_id, stop_id):
                raise Refused("no_such_calibration")
            if judged is None:
                store.remove_answer(connection, stop_id, rater, item.code)
            else:
                told = replace(judged, note=judged.note.strip())
                store.put_answer(connection, stop_id, rater, item.code, told, self._clock.now())
        return Done(None, TOUCHED)

    def close_sitting(self, calibration_id: UUID, rater: int, by: By) -> Done[Calibration]:
        """One of the two is through; when both are, the answers are compared and open to be seen.

        Refused: calibration_done, draft with calibration_unanswered.
        """
        with self._database.transaction() as connection:
            self._sits(connection, calibration_id, rater)
            problem = problem_at_end(self._sitting(connection, calibration_id, rater))
            if problem is not None:
                refuse_if([problem])
            now = self._clock.now()
            store.close_sitting(connection, calibration_id, rater, now)
            found = self._found(connection, calibration_id)
            after: dict[str, object] = {"rater": rater}
            if all(one.finished_at is not None for one in found.raters):
                pairs = self._pairs(connection, calibration_id)
                agreed = sum(one.first.verdict is one.second.verdict for one in pairs)
                values = {"compared": len(pairs), "agreed": agreed}
                state = {"state": CalibrationState.FINISHED, "finished_at": now}
                update_row(connection, store.calibrations, found.id, found.revision, **values, **state)
                after |= values
            audit.record(connection, by, now, "close_calibration_sitting", "calibration", found.id, None, after)
            done = self._found(connection, calibration_id)
        return Done(done, TOUCHED)

    def give_up(self, calibration_id: UUID, reason: str, by: By) -> Done[None]:
        """End one before both are through, with a reason. Refused: reason_missing, calibration_done."""
        if not reason.strip():
            raise Refused("reason_missing")
        with self._database.transaction() as connection:
            found = self._open(connection, calibration_id)
            now = self._clock.now()
            values = {"state": CalibrationState.ABANDONED, "finished_at": now, "reason": reason.strip()}
            update_row(connection, store.calibrations, found.id, found.revision, **values)
            after = {"reason": reason.strip()}
            audit.record(connection, by, now, "give_up_calibration", "calibration", found.id, None, after)
        return Done(None, TOUCHED)

    # Parts

    def _found(self, connection: Connection, calibration_id: UUID) -> Calibration:
        found = store.by_id(connection, calibration_id)
        if found is None:
            raise Refused("no_such_calibration")
        return found

    def _open(self, connection: Connection, calibration_id: UUID) -> Calibration:
        found = self._found(connection, calibration_id)
        if found.state is not CalibrationState.OPEN:
            raise Refused("calibration_done", number=found.number)
        return found

    def _sits(self, connection: Connection, calibration_id: UUID, rater: int) -> Rater:
        found = self._open(connection, calibration_id)
        if found.raters[rater].finished_at is not None:
            raise Refused("calibration_done", number=found.number)
        return found.raters[rater]

    def _sitting(self, connection: Connection, calibration_id: UUID, rater: int) -> Sitting:
        found = self._found(connection, calibration_id)
        stops = tuple(store.stops_of(connection, calibration_id))
        packs = tuple(self._standards.pack(code, number) for code, number in found.packs)
        return Sitting(
            _without_other(found, rater),
            found.raters[rater],
            stops,
            packs,
            {stop.id: items_at(packs, stop) for stop in stops},
            store.answers_of(connection, calibration_id, rater),
        )

    def _pairs(self, connection: Connection, calibration_id: UUID) -> list[Pair]:
        first = self._sitting(connection, calibration_id, 0)
        second = store.answers_of(connection, calibration_id, 1)
        return [
            Pair(item.code, item.title, stop.name, first.answers[key], second[key])
            for stop in first.stops
            for item in first.items[stop.id]
            if (key := (stop.id, item.code)) in first.answers and key in second
        ]

    def _stops(self, people: Sequence[UUID], packs: Sequence[Pack], today: date) -> list[Stop]:
        """Whom no pack is meant for is passed over."""
        found: list[Stop] = []
        for one in dict.fromkeys(people):
            person = self._directory.person(one, today)
            stop = _stop(person) if person is not None else None
            if stop is not None and items_at(packs, stop):
                found.append(replace(stop, position=len(found)))
        return found


def _stop(one: Person) -> Stop:
    return Stop(
        new_id(), 0, Target.PERSON, one.id, one.number, one.name, one.sex, one.post_code, one.post, None, one.department
    )


def _without_other(found: Calibration, rater: int) -> Calibration:
    """How far the other one is says nothing of what he answered, but is nobody's matter while one sits."""
    if found.state is CalibrationState.FINISHED:
        return found
    return replace(
        found, raters=tuple(one if one.position == rater else replace(one, answered=0) for one in found.raters)
    )
