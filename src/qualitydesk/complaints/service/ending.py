"""The end of a case: summary and outcomes, how people were handled, what prevents it from happening again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.errors import refuse_if
from qualitydesk.basics.ids import new_id
from qualitydesk.complaints.model import (
    CasePage,
    CaseVerb,
    ClosingDraft,
    HandlingDraft,
    PreventionDraft,
)
from qualitydesk.complaints.rules.drafts import problems_in_closing, problems_in_handling, problems_in_prevention
from qualitydesk.complaints.service.paying import Paying
from qualitydesk.complaints.service.writing import CASES
from qualitydesk.complaints.store import rows, tables
from qualitydesk.measures.model import Origin, OriginKind
from qualitydesk.storage.database import Connection, change_row, insert_row


class Ending(Paying):
    """Steps 9 to 11."""

    def record_summary(self, case_id: UUID, seen: int, draft: ClosingDraft, by: By) -> Done[None]:
        """The closing summary and how each subject came out. Refused: draft, case_is_done, stale."""

        def judge(connection: Connection, page: CasePage) -> Mapping[str, Any]:
            refuse_if(problems_in_closing(draft, page.subjects))
            known = {one.id for one in page.subjects}
            for subject_id, outcome in draft.outcomes:
                if subject_id in known:
                    change_row(connection, tables.case_subjects, subject_id, outcome=outcome)
            return {"summary": draft.summary.strip()}

        told = {"outcomes": [[subject_id, outcome] for subject_id, outcome in draft.outcomes]}
        return self._change(
            case_id, seen, CaseVerb.SUMMARY, by, judge, words=draft.summary, details=told, done_too=False
        )

    def close_case(
        self, case_id: UUID, seen: int, draft: ClosingDraft, by: By, *, at: datetime | None = None
    ) -> Done[None]:
        """Record the summary and leave step 9. Refused: draft, not_ready, stale."""
        with self._database.transaction():
            self.record_summary(case_id, seen, draft, by)
            return self.complete_step(case_id, seen + 1, by, at=at)

    def record_handling(self, case_id: UUID, handled: Sequence[HandlingDraft], by: By, *, none: str = "") -> Done[None]:
        """How people were handled, added to what stands there; or `none`: why nobody is. Refused: draft."""

        def judge(connection: Connection, page: CasePage) -> Mapping[str, Any]:
            refuse_if(problems_in_handling(handled, none))
            for one in handled:
                insert_row(
                    connection,
                    tables.case_handlings,
                    id=new_id(),
                    case_id=case_id,
                    employee_id=one.employee_id,
                    role=one.role,
                    level=int(page.line.level or 0),
                    sanction=one.sanction,
                    amount=one.amount,
                    words=one.words.strip(),
                    slip_id=one.slip_id,
                    slip_number=one.slip_number,
                    recorded_at=self._clock.now(),
                    recorded_by=by.decided_by,
                )
            return {"handling_none": "" if handled else none.strip()}

        told: dict[str, Any] = {
            "handled": [[one.employee_id, one.role, one.sanction, one.amount, one.slip_id] for one in handled]
        }
        if handled:
            told["fine"] = sum(one.amount for one in handled)
            told["number"] = next((one.slip_number for one in handled if one.slip_number), None)
        return self._change(case_id, None, CaseVerb.HANDLING, by, judge, words=none, details=told)

    def withdraw_handling(self, slip_id: UUID, reason: str, by: By) -> Done[None]:
        """A slip was taken back: the handling that stood on it no longer stands."""
        with self._database.transaction() as connection:
            found = rows.withdraw_handling(connection, slip_id, self._clock.now())
            for case_id, number in found:
                told = {"slip": slip_id, "number": number}
                self._change(case_id, None, CaseVerb.WITHDRAW_HANDLING, by, lambda *_: {}, words=reason, details=told)
        return Done(None, CASES if found else frozenset())

    def record_prevention(self, case_id: UUID, seen: int, draft: PreventionDraft, by: By) -> Done[UUID | None]:
        """Set the measure, its effect to be looked at on a day by a criterion; or why none is needed.

        Gives the measure's id. Refused: draft, case_is_done, stale.
        """
        refuse_if(problems_in_prevention(draft, self.today()))
        made: list[UUID | None] = [None]

        def judge(connection: Connection, page: CasePage) -> Mapping[str, Any]:
            if draft.measure is not None:
                origin = Origin(OriginKind.CASE, case_id, page.line.number)
                wanted = replace(
                    draft.measure,
                    institution_id=draft.measure.institution_id or page.line.institution_id,
                    origins=(*draft.measure.origins, origin),
                )
                made[0] = self._measures.open_measure(wanted, by).value
            rows.add_decision(
                connection,
                tables.case_preventions,
                case_id,
                measure_id=made[0],
                effect_on=draft.effect_on,
                criterion=draft.criterion.strip(),
                none_reason=draft.none_reason.strip(),
                at=self._clock.now(),
                by=by.decided_by,
            )
            return {}

        told: dict[str, Any] = {"effect_on": draft.effect_on}
        done = self._change(
            case_id, seen, CaseVerb.PREVENTION, by, judge, words=draft.none_reason, details=told, done_too=False
        )
        return Done(made[0], done.touched | ({Change.MEASURES} if made[0] else frozenset()))
