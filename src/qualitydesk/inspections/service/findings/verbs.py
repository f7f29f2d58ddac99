"""What is done with findings after the round: left out, commented on, disputed and decided, followed by measures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.clock import local_day
from qualitydesk.basics.errors import Problem, Refused, refuse_if
from qualitydesk.basics.ids import new_id
from qualitydesk.basics.phrases import say
from qualitydesk.inspections.model import (
    Dispute,
    DisputeDecision,
    DisputeDraft,
    DisputeState,
    Finding,
    Gravity,
    Standing,
)
from qualitydesk.inspections.rules.disputes import problems_in_decision, problems_in_dispute
from qualitydesk.inspections.service.findings.questions import Questions
from qualitydesk.inspections.store import disputes as dispute_store
from qualitydesk.inspections.store import findings as store
from qualitydesk.inspections.store import rounds as round_store
from qualitydesk.inspections.store import sums, tables
from qualitydesk.measures.model import MeasureDraft, Origin, OriginKind, Urgency
from qualitydesk.storage import audit
from qualitydesk.storage.database import Connection, insert_row, update_row

FINDINGS = frozenset({Change.FINDINGS})


class Findings(Questions):
    """The findings of one database: the verbs, over the questions."""

    def leave_out(self, finding_id: UUID, reason: str, by: By) -> Done[None]:
        """The ladder is not to hear this finding; the report keeps it, with the reason."""
        return self._set(finding_id, Standing.LEFT_OUT, reason, by)

    def take_in(self, finding_id: UUID, reason: str, by: By) -> Done[None]:
        """A finding once left out counts again."""
        return self._set(finding_id, Standing.COUNTS, reason, by)

    def comment(self, finding_id: UUID, words: str, by: By) -> Done[UUID]:
        """Anybody may say something about a finding; nothing is changed by it."""
        if not words.strip():
            raise Refused("words_missing")
        with self._database.transaction() as connection:
            self._found(connection, finding_id)
            comment_id, now = new_id(), self._clock.now()
            insert_row(
                connection,
                tables.finding_comments,
                id=comment_id,
                finding_id=finding_id,
                at=now,
                said_by=by.decided_by,
                entered_by=by.entered_by,
                words=words.strip(),
            )
            self._audit(connection, by, "comment_finding", finding_id, None, {"words": words.strip()})
        return Done(comment_id, FINDINGS)

    def raise_dispute(self, finding_id: UUID, draft: DisputeDraft, by: By) -> Done[UUID]:
        """The inspected person contests a finding; `by` says who entered it, the dispute is the person's own.

        Refused: draft, dispute_exists, dispute_of_place.
        """
        with self._database.transaction() as connection:
            finding = self._found(connection, finding_id)
            if finding.employee_id is None:
                raise Refused("dispute_of_place")
            if finding.dispute is not DisputeState.NONE:
                raise Refused("dispute_exists")
            refuse_if(problems_in_dispute(draft, local_day(finding.found_at), self.today()))
            dispute_id = new_id()
            insert_row(
                connection,
                tables.disputes,
                id=dispute_id,
                finding_id=finding_id,
                state=DisputeState.PENDING,
                raised_on=draft.raised_on,
                raised_by=finding.employee_id,
                entered_by=by.entered_by,
                raised_at=self._clock.now(),
                words=draft.words.strip(),
                answer_by=draft.answer_by,
                reason="",
                override="",
                revision=1,
            )
            dispute_store.set_dispute(connection, finding_id, DisputeState.PENDING)
            own = By(finding.employee_id, by.entered_by)
            after = {"words": draft.words.strip(), "raised_on": draft.raised_on, "answer_by": draft.answer_by}
            self._audit(connection, own, "raise_dispute", finding_id, None, after)
        return Done(dispute_id, FINDINGS)

    def take_back_dispute(self, dispute_id: UUID, seen: int, reason: str, by: By) -> Done[None]:
        """The person no longer contests the finding, or it was entered by mistake."""
        if not reason.strip():
            raise Refused("reason_missing")
        with self._database.transaction() as connection:
            dispute = self._pending(connection, dispute_id)
            values = {"state": DisputeState.WITHDRAWN, "reason": reason.strip()}
            update_row(connection, tables.disputes, dispute_id, seen, **values)
            dispute_store.set_dispute(connection, dispute.finding_id, DisputeState.NONE)
            before = {"state": dispute.state}
            self._audit(connection, by, "take_back_dispute", dispute.finding_id, before, values)
        return Done(None, FINDINGS)

    def decide_dispute(self, dispute_id: UUID, seen: int, decision: DisputeDecision, by: By) -> Done[None]:
        """Somebody who may decides: upheld, the ladder no longer hears the finding; rejected, it counts as before.

        Refused: draft with problems beside their fields (who may decide: `rules.disputes`), dispute_settled, stale.
        """
        with self._database.transaction() as connection:
            dispute = self._pending(connection, dispute_id)
            finding = self._found(connection, dispute.finding_id)
            walked = round_store.round_by_id(connection, finding.round_id)
            assert walked is not None
            allowed = self.deciders(finding.id, decision.on)
            refuse_if(
                problems_in_decision(
                    decision,
                    raised_on=dispute.raised_on,
                    today=self.today(),
                    employee_id=finding.employee_id,
                    inspector_ids=walked.inspector_ids,
                    holders={one.id for one in allowed.people},
                    posts=allowed.posts,
                )
            )
            state = DisputeState.UPHELD if decision.upheld else DisputeState.REJECTED
            values: dict[str, Any] = {
                "state": state,
                "decided_by": decision.decided_by,
                "decided_on": decision.on,
                "decided_at": self._clock.now(),
                "reason": decision.reason.strip(),
                "override": decision.override.strip(),
            }
            update_row(connection, tables.disputes, dispute_id, seen, **values)
            dispute_store.set_dispute(connection, finding.id, state)
            own = By(decision.decided_by, by.entered_by)
            self._audit(connection, own, f"dispute_{state}", finding.id, {"state": dispute.state}, values)
            if decision.upheld:
                self._put(connection, finding, Standing.DISPUTED, decision.reason, own)
        return Done(None, FINDINGS)

    def open_measure(
        self, finding_ids: Sequence[UUID], draft: MeasureDraft, by: By, *, language: str = "zh"
    ) -> Done[UUID]:
        """One measure from one or several findings of an institution; `language`: of the lines that name them on it."""
        with self._database.transaction() as connection:
            found = [self._found(connection, finding_id) for finding_id in dict.fromkeys(finding_ids)]
            if any(one.institution_id != draft.institution_id for one in found):
                refuse_if([Problem("institution_id", "measure_other_institution")])
            origins = tuple(self._origin(one, language) for one in found)
            done = self._measures.open_measure(replace(draft, origins=origins), by)
            dispute_store.count_measures(connection, [one.id for one in found], 1)
            number = self._measures.measure(done.value).line.number
            for one in found:
                self._audit(connection, by, "measure_finding", one.id, None, {"number": number})
        return Done(done.value, done.touched | FINDINGS)

    def measure_for(self, finding_ids: Sequence[UUID], language: str) -> tuple[MeasureDraft, list[str]]:
        """What is settled about a measure for these findings, and a line for each of them. Refused: no_such_finding,
        measure_other_institution."""
        with self._database.reading() as connection:
            found = [self._found(connection, finding_id) for finding_id in dict.fromkeys(finding_ids)]
        homes = {one.institution_id for one in found}
        if len(homes) > 1:
            raise Refused("measure_other_institution")
        serious = any(one.gravity == Gravity.SERIOUS for one in found)
        draft = MeasureDraft(
            institution_id=next(iter(homes), None), urgency=Urgency.URGENT if serious else Urgency.ORDINARY
        )
        return draft, [self._origin(one, language).words for one in found]

    def measure_dropped(self, origins: Sequence[Origin]) -> None:
        """A measure that came from findings was dropped: they stand without it. Joins the caller's transaction."""
        ids = [one.id for one in origins if one.kind is OriginKind.FINDING and one.id is not None]
        if ids:
            with self._database.transaction() as connection:
                dispute_store.count_measures(connection, ids, -1)

    def _origin(self, finding: Finding, language: str) -> Origin:
        words = say(
            language,
            "measure.from_finding",
            name=finding.name,
            item=self.title_of(*finding.pack, finding.item_code)[language],
            round=finding.round_number,
            day=local_day(finding.found_at).isoformat(),
        )
        return Origin(OriginKind.FINDING, finding.id, words, finding.employee_id, finding.place_id, finding.item_code)

    def _set(self, finding_id: UUID, standing: Standing, reason: str, by: By) -> Done[None]:
        if not reason.strip():
            raise Refused("reason_missing")
        with self._database.transaction() as connection:
            self._put(connection, self._found(connection, finding_id), standing, reason, by)
        return Done(None, FINDINGS)

    def _put(self, connection: Connection, finding: Finding, standing: Standing, reason: str, by: By) -> None:
        with sums.follow(connection, finding.round_id):
            store.set_standing(connection, finding.id, standing, reason.strip())
        before, after = {"standing": finding.standing}, {"standing": standing, "reason": reason.strip()}
        self._audit(connection, by, "set_standing", finding.id, before, after)

    def _pending(self, connection: Connection, dispute_id: UUID) -> Dispute:
        found = dispute_store.by_id(connection, dispute_id)
        if found is None:
            raise Refused("no_such_dispute")
        if found.state is not DisputeState.PENDING:
            raise Refused("dispute_settled")
        return found

    def _audit(
        self,
        connection: Connection,
        by: By,
        verb: str,
        finding_id: UUID,
        before: Mapping[str, Any] | None,
        after: Mapping[str, Any],
    ) -> None:
        audit.record(connection, by, self._clock.now(), verb, "finding", finding_id, before, after)
