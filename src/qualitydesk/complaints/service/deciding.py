"""What is decided on the way: severity, the solution and its approval, the negotiation's result."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import UUID

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.errors import Problem, Refused, refuse_if
from qualitydesk.complaints.model import (
    CasePage,
    CaseVerb,
    NegotiationDraft,
    SeverityDraft,
    SolutionDraft,
    Stage,
    Step,
)
from qualitydesk.complaints.rules import steps as machine
from qualitydesk.complaints.rules.drafts import problems_in_negotiation, problems_in_solution
from qualitydesk.complaints.rules.severity import grade, problems_in_severity
from qualitydesk.complaints.service.moving import Moving
from qualitydesk.complaints.service.writing import reasoned
from qualitydesk.complaints.store import rows, tables
from qualitydesk.storage.database import Connection


class Deciding(Moving):
    """Decisions; each one before stays on record."""

    def classify(self, case_id: UUID, seen: int, draft: SeverityDraft, by: By) -> Done[None]:
        """The level by the table in force today; another than proposed or offered needs a reason.

        Refused: draft, not_to_decide, case_not_open, stale.
        """
        told: dict[str, Any] = {}

        def judge(connection: Connection, page: CasePage) -> Mapping[str, Any]:
            _open(page)
            _not_on_oneself(page, by)
            rule, edition_id = self._timing.severity(self.today())
            graded = grade(draft.facts, rule)
            refuse_if(problems_in_severity(draft, graded))
            level = draft.level or graded.level
            told.update(level=level, proposed=graded.level, criterion=graded.criterion)
            told["before"] = page.line.level
            rows.add_decision(
                connection,
                tables.case_severities,
                case_id,
                facts=asdict(draft.facts),
                proposed=int(graded.level),
                criterion=graded.criterion,
                level=int(level),
                reason=draft.reason.strip(),
                edition_id=edition_id,
                decided_at=self._clock.now(),
                decided_by=by.decided_by,
            )
            return {"level": int(level), "cause": draft.cause.strip() or page.cause}

        return self._change(case_id, seen, CaseVerb.CLASSIFY, by, judge, words=draft.reason, details=told)

    def confirm_level(self, case_id: UUID, seen: int, by: By) -> Done[None]:
        """The second person's word from level IV on. Refused: not_to_decide, level_missing, stale."""

        def judge(connection: Connection, page: CasePage) -> Mapping[str, Any]:
            if page.severity is None:
                raise Refused("level_missing", number=page.line.number)
            _not_on_oneself(page, by)
            if page.severity.decided_by_id == by.decided_by:
                raise Refused("not_to_decide", problems=(Problem("decided_by", "case_second_person"),))
            values = {"confirmed_at": self._clock.now(), "confirmed_by": by.decided_by}
            rows.change_last(connection, tables.case_severities, case_id, **values)
            return {}

        return self._change(case_id, seen, CaseVerb.CONFIRM_LEVEL, by, judge)

    def draft_solution(self, case_id: UUID, seen: int, draft: SolutionDraft, by: By) -> Done[None]:
        """What is to be offered. One that was approved is changed only after going back to the drafting.

        Refused: draft, solution_approved, case_not_open, stale.
        """

        def judge(connection: Connection, page: CasePage) -> Mapping[str, Any]:
            _open(page)
            refuse_if(problems_in_solution(draft))
            step = page.course.step
            approved = page.solution is not None and page.solution.approved is True
            if approved and step is not None and step > Step.DRAFTED:
                raise Refused("solution_approved", number=page.line.number)
            rows.add_decision(
                connection,
                tables.case_solutions,
                case_id,
                words=draft.words.strip(),
                refund=draft.refund,
                compensation=draft.compensation,
                drafted_at=self._clock.now(),
                drafted_by=by.decided_by,
                approval_words="",
            )
            return {}

        told = {"refund": draft.refund, "compensation": draft.compensation}
        return self._change(case_id, seen, CaseVerb.SOLUTION, by, judge, words=draft.words, details=told)

    def decide_solution(
        self, case_id: UUID, seen: int, approved: bool, words: str, by: By, *, at: datetime | None = None
    ) -> Done[None]:
        """In step 6: approved, the case goes on; refused (with words), it goes back to the drafting.

        Refused: not_ready with who may decide, draft, stale.
        """
        words = words.strip() if approved else reasoned(words, "words")
        verb = CaseVerb.APPROVE_SOLUTION if approved else CaseVerb.REFUSE_SOLUTION

        def judge(connection: Connection, page: CasePage) -> Mapping[str, Any]:
            if page.course.step is not Step.APPROVED or page.solution is None:
                raise Refused("solution_not_waiting", number=page.line.number)
            rule = self._timing.steps(page.line.received_at)
            problems = machine.barred(Step.APPROVED, self._standing(page), rule, self._decider(by))
            self._refuse(problems, "not_ready", number=page.line.number)
            values = {"approved": approved, "approval_words": words, "approved_by": by.decided_by}
            rows.change_last(connection, tables.case_solutions, case_id, **values, approved_at=self._at(at))
            return {}

        with self._database.transaction():
            self._change(case_id, seen, verb, by, judge, words=words)
            if approved:
                return self.complete_step(case_id, seen + 1, by, at=at)
            return self.go_back(case_id, seen + 1, Step.DRAFTED, words, by, at=at)

    def record_negotiation(self, case_id: UUID, seen: int, draft: NegotiationDraft, by: By) -> Done[None]:
        """How it ended with the patient: agreed, no agreement with the outside ways told, or withdrawn.

        Refused: draft, case_not_open, stale.
        """

        def judge(connection: Connection, page: CasePage) -> Mapping[str, Any]:
            _open(page)
            refuse_if(problems_in_negotiation(draft, page.line.received_at, self._clock.now()))
            assert draft.result is not None
            values = {"result": draft.result, "at": self._at(draft.at), "words": draft.words.strip()}
            told = {"outside_ways_told": draft.outside_ways_told}
            rows.add_decision(connection, tables.case_negotiations, case_id, **values, **told)
            return {}

        told = {"result": draft.result, "at": self._at(draft.at)}
        return self._change(case_id, seen, CaseVerb.NEGOTIATE, by, judge, words=draft.words, details=told)


def _open(page: CasePage) -> None:
    if page.course.stage is not Stage.OPEN:
        raise Refused("case_not_open", number=page.line.number)


def _not_on_oneself(page: CasePage, by: By) -> None:
    if by.decided_by in page.complained_of:
        raise Refused("not_to_decide", problems=(Problem("decided_by", "case_on_oneself"),))
