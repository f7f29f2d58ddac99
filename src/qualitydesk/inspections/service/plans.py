"""Rounds planned for a day: planned, changed, dropped with a reason, started. Only a started one takes a number."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.clock import Clock
from qualitydesk.basics.errors import Refused, refuse_if
from qualitydesk.basics.ids import new_id
from qualitydesk.directory.service import Directory
from qualitydesk.inspections.model import PlanDraft, PlanFilter, PlannedRound, PlanState, RoundDraft
from qualitydesk.inspections.rules.planning import is_overdue, problems_in_plan, round_draft
from qualitydesk.inspections.service.rounds import Rounds
from qualitydesk.inspections.store import plans as store
from qualitydesk.inspections.store.tables import planned_rounds
from qualitydesk.storage import audit
from qualitydesk.storage.database import Connection, Database, insert_row, update_row

TOUCHED = frozenset({Change.PLANS})


class Plans:
    """The planned rounds of one database."""

    def __init__(self, database: Database, clock: Clock, directory: Directory, rounds: Rounds) -> None:
        self._database = database
        self._clock = clock
        self._directory = directory
        self._rounds = rounds

    # Questions

    def lines(
        self,
        wanted: PlanFilter = PlanFilter(),  # noqa: B008 - a frozen value
        *,
        after: tuple[date, UUID] | None = None,
        limit: int = 200,
    ) -> list[PlannedRound]:
        """A page of planned rounds from behind (day, id); the earliest first while they wait, else the latest."""
        with self._database.reading() as connection:
            found = store.plan_lines(connection, wanted, after=after, limit=limit)
        return self._marked(found)

    def due(self, day: date, *, inspector_id: UUID | None = None) -> list[PlannedRound]:
        """Everything still waiting that is planned for this day or an earlier one, the earliest first."""
        with self._database.reading() as connection:
            wanted = PlanFilter(inspector_id=inspector_id, last=day)
            return self._marked(store.plan_lines(connection, wanted, limit=1000))

    def plan_of(self, plan_id: UUID) -> PlannedRound:
        """One planned round. Refused when there is none."""
        with self._database.reading() as connection:
            return self._marked([self._found(connection, plan_id)])[0]

    def round_draft(self, plan_id: UUID) -> RoundDraft:
        """The round a plan would begin today: drawn people where it says so, its own people where it names nobody."""
        return self._draft_for(self.plan_of(plan_id))

    # Verbs

    def plan(self, draft: PlanDraft, by: By) -> Done[UUID]:
        """Plan a round for a day, or change a plan (`draft.id`). No number is taken.

        Refused: draft (beside the fields), stale, plan_done when it was started or dropped meanwhile.
        """
        today = self._directory.today()
        with self._database.transaction() as connection:
            before = self._waiting(connection, draft.id) if draft.id else None
            refuse_if(problems_in_plan(draft, today, before.day if before else None))
            refuse_if(self._rounds.problems_in_lead(round_draft(draft)))
            values = store.plan_row(draft)
            now = self._clock.now()
            if before is None:
                plan_id = new_id()
                insert_row(
                    connection,
                    planned_rounds,
                    id=plan_id,
                    state=PlanState.PLANNED,
                    reason="",
                    planned_at=now,
                    planned_by=by.decided_by,
                    **values,
                )
            else:
                plan_id = before.id
                update_row(connection, planned_rounds, plan_id, draft.revision, **values)
            verb = "change_plan" if before else "plan_round"
            old = store.plan_row(before.draft) if before else None
            audit.record(connection, by, now, verb, "plan", plan_id, _told(old), _told(values))
        return Done(plan_id, TOUCHED)

    def start(self, plan_id: UUID, by: By, draft: RoundDraft | None = None) -> Done[UUID]:
        """Begin the round planned, as planned or as changed in `draft`. Gives the round's id.

        Refused as `Rounds.open_round`, and plan_done when it was started or dropped meanwhile.
        """
        with self._database.transaction() as connection:
            found = self._waiting(connection, plan_id)
            begun = self._rounds.open_round(draft or self._draft_for(found), by)
            self._end(connection, found, by, "start_plan", state=PlanState.STARTED, round_id=begun.value)
        return Done(begun.value, TOUCHED | begun.touched)

    def drop(self, plan_id: UUID, reason: str, revision: int, by: By) -> Done[None]:
        """Plan it no longer, with a reason. Refused: reason_missing, stale, plan_done."""
        if not reason.strip():
            raise Refused("reason_missing")
        with self._database.transaction() as connection:
            found = self._waiting(connection, plan_id)
            seen = replace(found, revision=revision)
            self._end(connection, seen, by, "drop_plan", state=PlanState.DROPPED, reason=reason.strip())
        return Done(None, TOUCHED)

    def _end(self, connection: Connection, found: PlannedRound, by: By, verb: str, **values: object) -> None:
        update_row(connection, planned_rounds, found.id, found.revision, **values)
        audit.record(connection, by, self._clock.now(), verb, "plan", found.id, {"state": found.state}, values)

    def _draft_for(self, found: PlannedRound) -> RoundDraft:
        draft, where = round_draft(found.draft), found.institution_id
        if found.draft.sample is not None:
            sample = self._rounds.draw_sample(
                where, draft.pack_codes, found.draft.sample, draft.inspector_ids, by_profile=draft.by_profile
            )
            return replace(draft, employee_ids=sample.drawn, sample=sample)
        if draft.employee_ids or draft.place_ids:
            return draft
        people = self._rounds.own_people(where, draft.pack_codes, by_profile=draft.by_profile)
        places = self._rounds.suggested_places(where, draft.pack_codes)
        return replace(
            draft,
            employee_ids=tuple(one.id for one in people if one.id not in draft.inspector_ids),
            place_ids=tuple(one.id for one in places),
        )

    def _marked(self, found: list[PlannedRound]) -> list[PlannedRound]:
        today = self._directory.today()
        return [replace(one, overdue=is_overdue(one, today)) for one in found]

    def _found(self, connection: Connection, plan_id: UUID) -> PlannedRound:
        found = store.plan_by_id(connection, plan_id)
        if found is None:
            raise Refused("no_such_plan")
        return found

    def _waiting(self, connection: Connection, plan_id: UUID) -> PlannedRound:
        found = self._found(connection, plan_id)
        if found.state is not PlanState.PLANNED:
            raise Refused("plan_done")
        return found


def _told(values: dict[str, object] | None) -> dict[str, object] | None:
    """What the audit keeps of a plan: a mystery customer's name is nobody's to read."""
    return None if values is None else {name: value for name, value in values.items() if name != "visitor"}
