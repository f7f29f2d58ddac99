"""Dates set by others, changed or answered after the intake, and the calls after closing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.errors import Problem, Refused, refuse_if
from qualitydesk.basics.ids import new_id
from qualitydesk.complaints.model import AfterCallDraft, CasePage, CaseVerb, External, ExternalDraft, PauseOffer, Stage
from qualitydesk.complaints.rules.drafts import problems_in_after_call, problems_in_external
from qualitydesk.complaints.service.ending import Ending
from qualitydesk.complaints.service.writing import reasoned
from qualitydesk.complaints.store import tables
from qualitydesk.storage.database import Connection, change_row, insert_row


class Outside(Ending):
    """What comes from outside the house while a case runs and after it was closed."""

    def pause_offers(self, case_id: UUID) -> tuple[PauseOffer, ...]:
        """The reasons of the edition in force for this case, each with the latest end of a pause begun now."""
        with self._database.reading() as connection:
            return self._timing.pause_offers(self._found(connection, case_id), self._clock.now())

    def add_external(self, case_id: UUID, seen: int, draft: ExternalDraft, by: By) -> Done[UUID]:
        """One more date set by others. Refused: draft, stale."""
        fresh = new_id()

        def judge(connection: Connection, page: CasePage) -> Mapping[str, Any]:
            refuse_if(problems_in_external(draft, page.line.received_at, self._clock.now()))
            insert_row(connection, tables.case_externals, id=fresh, case_id=case_id, **_values(draft, page))
            return {}

        told = {"external": draft.kind, "until": draft.due_at, "reference": draft.reference.strip()}
        done = self._change(case_id, seen, CaseVerb.EXTERNAL, by, judge, details=told)
        return Done(fresh, done.touched)

    def change_external(self, case_id: UUID, seen: int, draft: ExternalDraft, reason: str, by: By) -> Done[None]:
        """Another date, number or kind for one that stands (`draft.id`), with the reason; what stood is told in the
        timeline. Refused: draft, no_such_external, stale."""
        words = reasoned(reason)
        told: dict[str, Any] = {"external": draft.kind, "until": draft.due_at, "reference": draft.reference.strip()}

        def judge(connection: Connection, page: CasePage) -> Mapping[str, Any]:
            before = _external(page, draft.id)
            refuse_if(problems_in_external(draft, page.line.received_at, self._clock.now()))
            told["until_before"] = before.due_at
            change_row(connection, tables.case_externals, before.id, **_values(draft, page))
            return {}

        return self._change(case_id, seen, CaseVerb.EXTERNAL, by, judge, words=words, details=told)

    def answer_external(
        self, case_id: UUID, seen: int, external_id: UUID, by: By, *, words: str = "", at: Any = None
    ) -> Done[None]:
        """It was answered, now or at a moment before; its clock stops. Refused: draft, no_such_external,
        external_answered, stale."""
        told: dict[str, Any] = {}

        def judge(connection: Connection, page: CasePage) -> Mapping[str, Any]:
            before = _external(page, external_id)
            if before.done_at is not None:
                raise Refused("external_answered")
            when = self._at(at)
            if when < before.heard_at:
                raise Refused("draft", problems=(Problem("at", "moment_early"),))
            told.update(external=before.kind, until=before.due_at, answered=when)
            change_row(connection, tables.case_externals, before.id, done_at=when)
            return {}

        return self._change(case_id, seen, CaseVerb.EXTERNAL, by, judge, words=words, details=told)

    def record_after_call(self, case_id: UUID, draft: AfterCallDraft, by: By) -> Done[UUID]:
        """A call after closing; one that reached somebody stops the follow-up clock.

        Refused: draft, case_not_closed.
        """
        call_id = new_id()
        told: dict[str, Any] = {"reached": draft.reached, "satisfied": draft.satisfied}

        def judge(connection: Connection, page: CasePage) -> Mapping[str, Any]:
            closed_at = page.course.closed_at
            if page.course.stage is Stage.OPEN or closed_at is None:
                raise Refused("case_not_closed", number=page.line.number)
            refuse_if(problems_in_after_call(draft, closed_at, self._clock.now()))
            when = self._at(draft.at)
            told["attempt"] = len(page.after_calls) + 1
            insert_row(
                connection,
                tables.case_after_calls,
                id=call_id,
                case_id=case_id,
                at=when,
                reached=draft.reached,
                satisfied=draft.satisfied if draft.reached else None,
                words=draft.words.strip(),
                by=by.decided_by,
            )
            return {}

        done = self._change(case_id, None, CaseVerb.AFTER_CALL, by, judge, words=draft.words, details=told)
        return Done(call_id, done.touched)


def _external(page: CasePage, external_id: UUID | None) -> External:
    found = next((one for one in page.externals if one.id == external_id), None)
    if found is None:
        raise Refused("no_such_external")
    return found


def _values(draft: ExternalDraft, page: CasePage) -> dict[str, Any]:
    return {
        "kind": draft.kind,
        "heard_at": draft.heard_at or page.line.received_at,
        "due_at": draft.due_at,
        "reference": draft.reference.strip(),
        "done_at": draft.done_at,
    }
