"""What is recorded about an edition: its adoption and the notice to staff; that it is called back before its day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.errors import Problem
from qualitydesk.kit.dates import day_long
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import DayPicker, Picker
from qualitydesk.kit.pieces import label
from qualitydesk.kit.tools import Tools
from qualitydesk.rulebook.model import Edition
from qualitydesk.rulebook.model.shapes import EditionNote
from qualitydesk.rulebook.rules.shapes import place_at
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.rulebook.ui.offer import House
from qualitydesk.rulebook.ui.words import title_words


@dataclass(frozen=True)
class AdoptionDraft:
    """What the dialog on adoption hands out."""

    adopted_on: date | None
    notified_on: date | None
    document: str


class AdoptionDialog(DraftDialog):
    """When an edition was adopted and told to staff, and by which document."""

    def __init__(
        self,
        tools: Tools,
        rulebook: Rulebook,
        edition: Edition,
        note: EditionNote,
        by: By,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent=parent)
        rule = title_words(edition, edition.rule, tools.language)
        words = self.tr("Adoption of {rule}, edition {number}")
        self.setWindowTitle(words.format(rule=rule, number=edition.number))
        self._edition = edition
        self.adopted_on = DayPicker(edition.adopted_on, optional=True)
        self.notified_on = DayPicker(edition.notified_on, optional=True)
        self.document = QLineEdit(str(edition.values.get("document", "")) or note.document)
        hint = self.tr("The day it was discussed with the staff or their congress and adopted.")
        self.add_row("adopted_on", self.tr("Adopted on"), self.adopted_on, hint=hint)
        hint = self.tr("The day it was published or told to the staff.")
        self.add_row("notified_on", self.tr("Staff told on"), self.notified_on, hint=hint)
        hint = self.tr("The adopted document by its name and year.")
        if place_at(edition.rule, "document") is not None:
            self.document.setReadOnly(True)
            hint = self.tr("Of this rule it is a value: it is changed by a new edition.")
        self.add_row("document", self.tr("Rule document"), self.document, hint=hint)

        def save(draft: AdoptionDraft) -> Done[Edition]:
            return rulebook.record_adoption(edition, draft.adopted_on, draft.notified_on, by, draft.document)

        self.writes(save)

    def read_draft(self) -> AdoptionDraft:
        return AdoptionDraft(self.adopted_on.day(), self.notified_on.day(), self.document.text().strip())


@dataclass(frozen=True)
class CallBackDraft:
    """What the dialog on calling back hands out."""

    decided_by: UUID | None
    reason: str


class CallBackDialog(DraftDialog):
    """An edition that waits for its day is taken back; the one before it goes on."""

    def __init__(
        self, tools: Tools, rulebook: Rulebook, edition: Edition, house: House, by: By, parent: QWidget | None = None
    ) -> None:
        super().__init__(tools, "", parent=parent)
        rule = title_words(edition, edition.rule, tools.language)
        words = self.tr("Call back {rule}, edition {number}")
        self.setWindowTitle(words.format(rule=rule, number=edition.number))
        self.save_button.setText(self.tr("Call back"))
        words = self.tr(
            "This edition was to hold from {day}. It is taken back before that day and the one before it goes on. "
            "What it said stays on record; its number is not given again."
        )
        self.add_wide(label(words.format(day=day_long(edition.effective_from)), wrap=True))
        self.decided_by = Picker(house.people, placeholder=self.tr("Choose"))
        self.decided_by.choose(by.decided_by)
        self.reason = QPlainTextEdit()
        self.add_row("decided_by", self.tr("Decided by"), self.decided_by, required=True)
        self.add_row("reason", self.tr("Reason"), self.reason, required=True)

        def save(draft: CallBackDraft) -> Done[None]:
            return rulebook.call_back_edition(edition, draft.reason, By(draft.decided_by, by.entered_by))

        self.writes(save)

    def read_draft(self) -> CallBackDraft:
        decided = self.decided_by.chosen()
        return CallBackDraft(decided if isinstance(decided, UUID) else None, self.reason.toPlainText().strip())

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, CallBackDraft)
        found = [] if draft.decided_by is not None else [Problem("decided_by", "nobody_decides")]
        return [*found, *([] if draft.reason else [Problem("reason", "reason_missing")])]
