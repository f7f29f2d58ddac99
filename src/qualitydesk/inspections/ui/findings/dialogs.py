"""Dialogs about a finding: a comment, a dispute as the employee puts it, the decision on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.clock import local_day
from qualitydesk.basics.errors import Problem
from qualitydesk.directory.model import Person
from qualitydesk.inspections.model import (
    Deciders,
    Dispute,
    DisputeDecision,
    DisputeDraft,
    FindingSheet,
)
from qualitydesk.inspections.rules.disputes import answer_day, problems_in_decision, problems_in_dispute
from qualitydesk.inspections.service import Findings
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import Choice, DayPicker, Picker
from qualitydesk.kit.pieces import Facts
from qualitydesk.kit.tools import Tools
from qualitydesk.rulebook.model import DisputeRule


@dataclass(frozen=True)
class CommentDraft:
    """Who says what."""

    said_by: UUID | None = None
    words: str = ""


class CommentDialog(DraftDialog):
    """Anybody may say something; whoever types may enter it for somebody else."""

    def __init__(
        self,
        tools: Tools,
        findings: Findings,
        finding_id: UUID,
        people: Sequence[Person],
        by: By,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("Comment on the finding"))
        self.save_button.setText(self.tr("Add the comment"))
        self.said_by = Picker(_choices(people))
        self.words = QPlainTextEdit()
        self.add_row("words", self.tr("What is to be said"), self.words, required=True)
        self.add_row("said_by", self.tr("Who says it"), self.said_by, required=True)
        self.said_by.choose(by.decided_by)

        def keep(draft: CommentDraft) -> Done[UUID]:
            return findings.comment(finding_id, draft.words, By(draft.said_by, by.entered_by))

        self.writes(keep)

    def read_draft(self) -> CommentDraft:
        return CommentDraft(_id(self.said_by), self.words.toPlainText().strip())

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, CommentDraft)
        return [
            Problem(name, "required")
            for name, value in (("words", draft.words), ("said_by", draft.said_by))
            if not value
        ]


class DisputeDialog(DraftDialog):
    """What the inspected person says against the finding, typed by whoever sits at the computer."""

    def __init__(
        self,
        tools: Tools,
        findings: Findings,
        sheet: FindingSheet,
        today: date,
        rule: DisputeRule,
        by: By,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("Dispute of {name}").format(name=sheet.finding.name))
        self.save_button.setText(self.tr("Enter the dispute"))
        self._found_on = local_day(sheet.finding.found_at)
        self._today = today
        self._rule = rule
        self._proposed = answer_day(today, rule)
        self.raised_on = DayPicker(today)
        self.words = QPlainTextEdit()
        self.answer_by = DayPicker(self._proposed, optional=True)
        self.add_row("raised_on", self.tr("Raised on"), self.raised_on, required=True)
        self.add_row(
            "words",
            self.tr("Why it is disputed"),
            self.words,
            required=True,
            hint=self.tr("In the employee's own words; they stand in the report with the decision."),
        )
        self.add_row("answer_by", self.tr("To be decided by"), self.answer_by, hint=self.tr("Can stay empty."))
        self.raised_on.picked.connect(self._propose)
        self.writes(lambda draft: findings.raise_dispute(sheet.finding.id, draft, by))

    def _propose(self, raised_on: object) -> None:
        if isinstance(raised_on, date) and self.answer_by.day() == self._proposed:
            self._proposed = answer_day(raised_on, self._rule)
            self.answer_by.set_day(self._proposed)

    def read_draft(self) -> DisputeDraft:
        return DisputeDraft(self.raised_on.day(), self.words.toPlainText().strip(), self.answer_by.day())

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, DisputeDraft)
        return problems_in_dispute(draft, self._found_on, self._today)


class DecideDialog(DraftDialog):
    """Whether a dispute is upheld, by whom, when and why; never by an inspector of the round or the employee."""

    def __init__(
        self,
        tools: Tools,
        findings: Findings,
        sheet: FindingSheet,
        dispute: Dispute,
        deciders: Deciders,
        today: date,
        by: By,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("Decide on the dispute of {name}").format(name=dispute.raised_by))
        self.save_button.setText(self.tr("Save the decision"))
        self._sheet, self._dispute, self._deciders, self._today = sheet, dispute, deciders, today
        told = Facts()
        told.show_facts([(self.tr("Disputed because"), dispute.words)])
        self.upheld = Picker(
            [
                Choice(True, self.tr("Upheld: the finding no longer counts")),
                Choice(False, self.tr("Rejected: the finding counts")),
            ],
            optional=True,
            placeholder=self.tr("Choose"),
        )
        self.decided_by = Picker(_choices([*deciders.people, *deciders.others]))
        self.on = DayPicker(today)
        self.reason = QPlainTextEdit()
        self.override = QPlainTextEdit()
        self.add_wide(told)
        self.add_row("upheld", self.tr("Decision"), self.upheld, required=True)
        between = "、" if tools.language == "zh" else ", "
        self.add_row(
            "decided_by",
            self.tr("Who decides"),
            self.decided_by,
            required=True,
            hint=self.tr("By default: {posts}. Never an inspector of this round.").format(
                posts=between.join(deciders.posts)
            ),
        )
        self.add_row("on", self.tr("Day of the decision"), self.on, required=True)
        self.add_row("reason", self.tr("Reason"), self.reason, required=True)
        self._override = self.add_row("override", self.tr("Why somebody else decides"), self.override, required=True)
        holders = [one.id for one in deciders.people]
        home = [one.id for one in deciders.people if one.institution_id == sheet.finding.institution_id]
        proposed = by.decided_by if by.decided_by in holders else next(iter(home), None)
        self.decided_by.choose(proposed)
        self.decided_by.picked.connect(lambda _key: self._show_override())
        self._show_override()
        self.writes(lambda draft: findings.decide_dispute(dispute.id, dispute.revision, draft, by))

    def _show_override(self) -> None:
        """Only whoever's post does not provide for it is asked why."""
        who = _id(self.decided_by)
        shown = who is not None and who not in {one.id for one in self._deciders.people}
        for part in (self._override.caption, self._override.right):
            part.setVisible(shown)

    def read_draft(self) -> DisputeDecision:
        upheld = self.upheld.chosen()
        return DisputeDecision(
            upheld if isinstance(upheld, bool) else None,
            _id(self.decided_by),
            self.on.day(),
            self.reason.toPlainText().strip(),
            self.override.toPlainText().strip(),
        )

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, DisputeDecision)
        return problems_in_decision(
            draft,
            raised_on=self._dispute.raised_on,
            today=self._today,
            employee_id=self._sheet.finding.employee_id,
            inspector_ids=self._sheet.round.inspector_ids,
            holders={one.id for one in self._deciders.people},
            posts=self._deciders.posts,
        )


def _choices(people: Sequence[Person]) -> list[Choice]:
    return [
        Choice(one.id, one.name, f"{one.number} · {one.post}", f"{one.institution}{one.initials}") for one in people
    ]


def _id(picker: Picker) -> UUID | None:
    chosen = picker.chosen()
    return chosen if isinstance(chosen, UUID) else None
