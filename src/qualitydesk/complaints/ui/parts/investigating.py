"""Step 3: what was found out, and the first talk with the complainant with its time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QPlainTextEdit

from qualitydesk.basics.errors import Problem
from qualitydesk.complaints.model import Channel, ContactDraft, NoteKind
from qualitydesk.complaints.model.work import StepWork
from qualitydesk.complaints.rules.drafts import problems_in_contact
from qualitydesk.complaints.ui.offer import exact, one_of
from qualitydesk.complaints.ui.parts.base import Part, filed
from qualitydesk.complaints.ui.words import choices
from qualitydesk.kit.dates import moment_words
from qualitydesk.kit.pickers import MomentPicker, Picker


class InvestigationPart(Part):
    """Notes and contact; what is there already is told and need not be entered again."""

    FIELDS = {  # noqa: RUF012 - never written
        "notes": "note",
        "contacts": "contact_words",
    }

    def build(self) -> None:
        zone = self.given.offer.zone
        found = [one for one in self.page.notes if one.kind is NoteKind.INVESTIGATION and one.words.strip()]
        first = self.page.first_contact_at
        self.note = QPlainTextEdit()
        self.contact_words = QPlainTextEdit()
        self.contact_at = MomentPicker(self.given.offer.now, zone=zone)
        self.channel = Picker(choices("channel", Channel, self.language))
        self.channel.choose(Channel.TELEPHONE)
        there = (
            self.tr("There is a record of {at} already.").format(at=moment_words(found[-1].written_at, zone))
            if found
            else ""
        )
        self.dialog.add_row("note", self.tr("What was found out"), self.note, required=not found, hint=there)
        self.dialog.add_section(self.tr("First contact with the complainant") if first is None else self.tr("Contact"))
        known = (
            self.tr("First contacted at {at}. A further talk can be added.").format(at=moment_words(first, zone))
            if first is not None
            else self.tr("Its time stops the clock of 3 working days.")
        )
        self.dialog.add_row("contact_at", self.tr("Talked at"), self.contact_at, required=first is None)
        self.dialog.add_row("channel", self.tr("By"), self.channel, required=first is None)
        self.dialog.add_row(
            "contact_words", self.tr("What was said"), self.contact_words, required=first is None, hint=known
        )
        self._noted, self._contacted = bool(found), first is not None

    def fill(self, work: StepWork) -> StepWork:
        words, contact = self.contact_words.toPlainText().strip(), None
        if words:
            at = exact(self.contact_at.moment(), self.given.offer.now, self.page.line.received_at)
            by = one_of(self.channel, Channel) or Channel.TELEPHONE
            contact = ContactDraft(at, by, words)
        return replace(work, note=self.note.toPlainText().strip(), contact=contact)

    def problems(self, work: StepWork) -> Sequence[Problem]:
        found = []
        if work.go_on and not work.note and not self._noted:
            found.append(Problem("note", "need_investigation"))
        if work.contact is not None:
            wrong = problems_in_contact(work.contact, self.page.line.received_at, self.given.offer.now)
            found += filed(wrong, {"at": "contact_at", "words": "contact_words"})
        elif work.go_on and not self._contacted:
            found.append(Problem("contact_words", "need_contact"))
        return found

    def title(self) -> str:
        return self.tr("Investigation and contact")
