"""Dates set by others, their answers, and calls after closing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.errors import Problem
from qualitydesk.complaints.model import AfterCallDraft, External, ExternalDraft, ExternalKind
from qualitydesk.complaints.rules.drafts import between, problems_in_after_call, problems_in_external
from qualitydesk.complaints.service import Complaints
from qualitydesk.complaints.ui.offer import exact, one_of
from qualitydesk.complaints.ui.parts import StepOffer
from qualitydesk.complaints.ui.words import choices
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import Choice, MomentPicker, Picker
from qualitydesk.kit.tools import Tools


@dataclass(frozen=True)
class ExternalWish:
    """What the dialog hands over; `draft` None: something is still missing."""

    draft: ExternalDraft | None
    reason: str = ""


class ExternalDialog(DraftDialog):
    """`before` None: one more date; else another date or number for one that stands, with the reason."""

    def __init__(
        self,
        tools: Tools,
        complaints: Complaints,
        given: StepOffer,
        by: By,
        before: External | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self._given, self._before = given, before
        line, zone = given.page.line, given.offer.zone
        title = self.tr("A date set by others · {number}") if before is None else self.tr("Change the date · {number}")
        self.setWindowTitle(title.format(number=line.number))
        self.kind = Picker(
            choices("external", ExternalKind, tools.language), optional=True, placeholder=self.tr("Choose")
        )
        self.reference = QLineEdit()
        self.heard_at = MomentPicker(given.offer.now, zone=zone)
        self.due_at = MomentPicker(optional=True, zone=zone)
        self.reason = QPlainTextEdit()
        self.add_row("kind", self.tr("Set by"), self.kind, required=True)
        self.add_row("reference", self.tr("Their number"), self.reference)
        self.add_row("heard_at", self.tr("Told on"), self.heard_at, required=True)
        self.add_row("due_at", self.tr("Answer asked for by"), self.due_at, required=True)
        if before is not None:
            self.kind.choose(before.kind)
            self.reference.setText(before.reference)
            self.heard_at.set_moment(before.heard_at)
            self.due_at.set_moment(before.due_at)
            self.add_row("reason", self.tr("Why it is changed"), self.reason, required=True)
        self.writes(lambda wish: self._write(complaints, wish, by))

    def _write(self, complaints: Complaints, wish: ExternalWish, by: By) -> Done[Any]:
        line = self._given.page.line
        assert wish.draft is not None
        if self._before is None:
            return complaints.add_external(line.id, line.revision, wish.draft, by)
        return complaints.change_external(line.id, line.revision, wish.draft, wish.reason, by)

    def read_draft(self) -> ExternalWish:
        kind, due_at, before = one_of(self.kind, ExternalKind), self.due_at.moment(), self._before
        reason = self.reason.toPlainText().strip()
        if kind is None or due_at is None:
            return ExternalWish(None, reason)
        known = before.heard_at if before is not None else None
        heard_at = exact(self.heard_at.moment(), known, self._given.page.line.received_at, self._given.offer.now)
        draft = ExternalDraft(
            kind,
            due_at,
            heard_at,
            self.reference.text().strip(),
            before.done_at if before is not None else None,
            before.id if before is not None else None,
        )
        return ExternalWish(draft, reason)

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, ExternalWish)
        found = [] if self.kind.chosen() is not None else [Problem("kind", "required")]
        if self.due_at.moment() is None:
            found.append(Problem("due_at", "required"))
        if draft.draft is not None:
            found += problems_in_external(draft.draft, self._given.page.line.received_at, self._given.offer.now)
        if self._before is not None and not draft.reason:
            found.append(Problem("reason", "reason_missing"))
        return found


@dataclass(frozen=True)
class AnswerDraft:
    """When it was answered, and what."""

    at: datetime | None = None
    words: str = ""


class AnswerDialog(DraftDialog):
    """A date set by others was answered: its clock stops."""

    def __init__(
        self,
        tools: Tools,
        complaints: Complaints,
        given: StepOffer,
        external: External,
        by: By,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent=parent)
        line = given.page.line
        self._given, self._external = given, external
        self.setWindowTitle(self.tr("Answered · {number}").format(number=line.number))
        self.save_button.setText(self.tr("It was answered"))
        self.at = MomentPicker(given.offer.now, zone=given.offer.zone)
        self.words = QPlainTextEdit()
        self.add_row("at", self.tr("Answered at"), self.at, required=True)
        self.add_row("words", self.tr("What was answered"), self.words, hint=self.tr("Can stay empty."))
        self.writes(
            lambda draft: complaints.answer_external(
                line.id, line.revision, external.id, by, words=draft.words, at=draft.at
            )
        )

    def read_draft(self) -> AnswerDraft:
        at = exact(self.at.moment(), self._external.heard_at, self._given.offer.now)
        return AnswerDraft(at, self.words.toPlainText().strip())

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, AnswerDraft)
        return between("at", draft.at, self._external.heard_at, self._given.offer.now)


class AfterCallDialog(DraftDialog):
    """A call after closing. How it went is one list: not reached, content, not content."""

    def __init__(
        self, tools: Tools, complaints: Complaints, given: StepOffer, by: By, parent: QWidget | None = None
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self._given = given
        line = given.page.line
        self.setWindowTitle(self.tr("Call after closing · {number}").format(number=line.number))
        self.save_button.setText(self.tr("Record the call"))
        self.at = MomentPicker(given.offer.now, zone=given.offer.zone)
        self.how = Picker(
            [
                Choice("content", self.tr("Reached, content")),
                Choice("not_content", self.tr("Reached, not content")),
                Choice("not_reached", self.tr("Not reached")),
            ],
            optional=True,
            placeholder=self.tr("Choose"),
        )
        self.words = QPlainTextEdit()
        self.add_row("at", self.tr("Called at"), self.at, required=True)
        self.add_row("satisfied", self.tr("How it went"), self.how, required=True)
        self.add_row("words", self.tr("What was said"), self.words)
        self.writes(lambda draft: complaints.record_after_call(line.id, draft, by))

    def read_draft(self) -> AfterCallDraft:
        how = self.how.chosen()
        at = exact(self.at.moment(), self._given.page.line.closed_at, self._given.offer.now)
        satisfied = {"content": True, "not_content": False}.get(str(how))
        return AfterCallDraft(at, how != "not_reached", satisfied, self.words.toPlainText().strip())

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, AfterCallDraft)
        closed_at = self._given.page.line.closed_at
        assert closed_at is not None
        return problems_in_after_call(draft, closed_at, self._given.offer.now)
