"""A slip is appealed, and somebody who neither proposed nor issued it decides: upheld, reduced or withdrawn."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.clock import local_day
from qualitydesk.basics.errors import Problem, Refused, refuse_if
from qualitydesk.penalties import printout, store
from qualitydesk.penalties.model import (
    Appeal,
    AppealDecision,
    AppealDraft,
    AppealOutcome,
    Approvers,
    FilePurpose,
    Slip,
    SlipState,
    SlipVerb,
)
from qualitydesk.penalties.rules import (
    VERBS,
    amounts_after,
    barred_from_appeal,
    problems_in_appeal,
    problems_in_decision,
)
from qualitydesk.penalties.service.writing import SLIPS, Attachments, Writing, waits_for_correction
from qualitydesk.rulebook.model import AppealRule, Rule
from qualitydesk.rulebook.rules import read_appeal
from qualitydesk.storage.database import Connection

APPEAL_FORM = "appeal_decision"
APPEAL_KIND = "appeal_decision"


class Appealing(Writing):
    """An appeal from the hand that gives it in to the paper of its decision."""

    def appeal(self, slip_id: UUID, seen: int, draft: AppealDraft, by: By, *, files: Attachments = ()) -> Done[None]:
        """Take an appeal down: of the employee, or of a superior who pays by the slip. Late ones need a reason.

        Refused: slip_is_…, appeal_decided, draft, file_too_big, stale.
        """
        kept = self._keep(files)
        with self._database.transaction() as connection:
            slip = self._slip(connection, slip_id)
            self._allow(connection, slip, SlipVerb.APPEAL, by)
            if store.appeal(connection, slip_id) is not None:
                raise Refused("appeal_decided", number=slip.number or "")
            assert slip.issued_at is not None
            parties = store.payers(connection, slip_id) | {slip.employee_id}
            day, last = local_day(slip.issued_at), slip.appeal_last_day
            today = self._directory.today()
            refuse_if(problems_in_appeal(draft, parties=parties, issued_on=day, last_day=last, today=today))
            values = {
                "by_id": draft.by_id,
                "on": draft.on,
                "words": draft.words.strip(),
                "late_reason": draft.late_reason.strip(),
            }
            told = self._file(connection, slip_id, FilePurpose.APPEAL, kept, by)
            recorded = {"recorded_at": self._clock.now(), "recorded_by": by.decided_by}
            store.add_appeal(connection, slip_id, **values, **recorded)
            self._move(
                connection, slip, seen, SlipVerb.APPEAL, by, "appeal_slip", told={"appeal": values, "files": told}
            )
        return Done(None, SLIPS)

    def appeal_deciders(self, slip_id: UUID, day: date | None = None) -> tuple[Approvers, dict[UUID, Problem]]:
        """Who may decide the appeal on a day by the rule, and who of them had a part in this slip."""
        with self._database.reading() as connection:
            slip = self._slip(connection, slip_id)
            day = day or self._directory.today()
            rule = self._appeal_rule(day)
            names = {post.code: post.name for post in self._directory.posts()}
            people = tuple(one for one in self._directory.people(day=day) if one.post_code in rule.posts)
            problems = {one.id: self._barred(connection, slip, one.id, rule, day) for one in people}
            posts = tuple(names.get(code, code) for code in rule.posts)
            return Approvers(posts, people), {key: found for key, found in problems.items() if found is not None}

    def decide_appeal(
        self,
        slip_id: UUID,
        seen: int,
        draft: AppealDecision,
        by: By,
        *,
        files: Attachments = (),
        language: str = "zh",
    ) -> Done[UUID]:
        """Upheld, reduced line by line, or withdrawn, with its reason; the decision is archived as a paper, whose id
        it gives.

        What the ladder heard changes only when the slip is withdrawn. Refused: slip_is_…, not_to_decide, draft, stale.
        """
        kept = self._keep(files)
        by = By(draft.decided_by, by.entered_by)
        with self._database.transaction() as connection:
            slip = self._slip(connection, slip_id)
            decided = self._judged(connection, slip, draft)
            assert decided.outcome is not None and decided.decided_on is not None
            self._allow_to_judge(connection, slip, VERBS[decided.outcome], by, decided.decided_on)
            told = self._file(connection, slip_id, FilePurpose.DECISION, kept, by)
            paper = self._appeal_paper(slip, decided, language, by)
            values = {name: getattr(decided, name) for name in ("outcome", "decided_by", "decided_on", "reason")}
            values |= {"before": list(decided.before), "after": list(decided.after)}
            store.decide_appeal(connection, slip_id, **values, paper_id=paper)
            if decided.outcome is AppealOutcome.REDUCED:
                store.set_amounts(connection, slip_id, decided.after)
            details = {"appeal": values, "files": told, "paper": paper}
            changed = self._changed_by(slip, decided)
            self._move(
                connection, slip, seen, VERBS[decided.outcome], by, "decide_appeal", told=details, values=changed
            )
            touched = self._on_case(slip, decided, by)
        return Done(paper, SLIPS | touched | {Change.PAPERS})

    def _on_case(self, slip: Slip, decided: Appeal, by: By) -> frozenset[Change]:
        """What the decision changes on the slip's case, if it is about one."""
        if decided.outcome is AppealOutcome.UPHELD:
            return frozenset()
        reduced = decided.outcome is AppealOutcome.REDUCED
        return self._handled_anew(slip, decided.after if reduced else None, decided.reason, by)

    def _changed_by(self, slip: Slip, decided: Appeal) -> dict[str, Any]:
        """What a decision changes on the slip besides its state; what a notice told of it waits to be put right."""
        now = self._clock.now()
        if decided.outcome is AppealOutcome.REDUCED:
            return {"total": sum(decided.after), **waits_for_correction(slip, now)}
        if decided.outcome is AppealOutcome.WITHDRAWN:
            values = {"withdrawn_by": decided.decided_by, "withdrawn_at": now, "withdrawal_reason": decided.reason}
            return {**values, **waits_for_correction(slip, now)}
        return {}

    def _judged(self, connection: Connection, slip: Slip, draft: AppealDecision) -> Appeal:
        """The slip's appeal as it stands with this decision. Refused: no_appeal, slip_is_…, draft."""
        appeal = store.appeal(connection, slip.id)
        if appeal is None:
            raise Refused("no_appeal", number=slip.number or "")
        if slip.state is not SlipState.APPEALED:
            raise Refused(f"slip_is_{slip.state}")
        before, today = store.amounts(connection, slip.id), self._directory.today()
        refuse_if(problems_in_decision(draft, before=before, appealed_on=appeal.on, today=today))
        return replace(
            appeal,
            outcome=draft.outcome,
            decided_by=draft.decided_by,
            decider=self._showing.name(draft.decided_by),
            decided_on=draft.on,
            reason=draft.reason.strip(),
            before=before,
            after=amounts_after(draft, before),
        )

    def appeal_preview(self, slip_id: UUID, draft: AppealDecision, language: str) -> bytes:
        """What the paper of a decision would look like; nothing is kept. Refused: draft."""
        with self._database.reading() as connection:
            slip = self._slip(connection, slip_id)
            fields = self._appeal_fields(slip, self._judged(connection, slip, draft), language)
            return self._papers.previewed(APPEAL_FORM, fields, language, house=slip.institution_id)

    def _allow_to_judge(self, connection: Connection, slip: Slip, verb: SlipVerb, by: By, day: date) -> None:
        """Refuse whoever pays by the slip, had a part in it, or holds none of the posts of that day's rule."""
        self._allow(connection, slip, verb, by, day)
        rule, (allowed, _barred) = self._appeal_rule(day), self.appeal_deciders(slip.id, day)
        problem = barred_from_appeal(slip, by.decided_by, rule.not_by, store.payers(connection, slip.id))
        if problem is None and by.decided_by not in {one.id for one in allowed.people}:
            posts = {"posts": " / ".join(allowed.posts), "day": day.isoformat()}
            problem = Problem("decided_by", "not_to_judge", posts)
        if problem is not None:
            raise Refused("not_to_decide", problems=(problem,))

    def _barred(self, connection: Connection, slip: Slip, who: UUID, rule: AppealRule, day: date) -> Problem | None:
        try:
            self._allow(connection, slip, SlipVerb.UPHOLD, By(who, who), day)
        except Refused as refused:
            return refused.problems[0] if refused.problems else None
        return barred_from_appeal(slip, who, rule.not_by, store.payers(connection, slip.id))

    def _appeal_rule(self, day: date) -> AppealRule:
        return read_appeal(self._rulebook.edition_on(Rule.APPEAL, day).values)

    def _appeal_paper(self, slip: Slip, appeal: Appeal, language: str, by: By) -> UUID:
        paper = self._papers.issue(
            kind=APPEAL_KIND,
            form_name=APPEAL_FORM,
            number=printout.appeal_number(slip.number or ""),
            values=self._appeal_fields(slip, appeal, language),
            language=language,
            by=by,
            subject_id=slip.id,
            house=slip.institution_id,
        )
        return paper.id

    def _appeal_fields(self, slip: Slip, appeal: Appeal, language: str) -> dict[str, Any]:
        group = self._directory.group()
        name = group.name if group else ""
        return printout.appeal_fields(self._showing.view(slip), appeal, group_name=name, language=language)
