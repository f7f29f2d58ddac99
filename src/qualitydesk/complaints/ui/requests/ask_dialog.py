"""A new request: who asks, which department is asked, what is needed, since when, how urgent; files with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.clock import local
from qualitydesk.basics.errors import Problem
from qualitydesk.complaints.model.requests import RequestDraft
from qualitydesk.complaints.rules.requests import problems_in_request
from qualitydesk.complaints.service import Requests
from qualitydesk.complaints.ui.files_field import Attached, FilesField, read_files
from qualitydesk.complaints.ui.offer import CaseOffer, id_of, one_of
from qualitydesk.complaints.ui.words import choices
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.dropping import DropGround, PasteGround
from qualitydesk.kit.keys import Key
from qualitydesk.kit.pickers import DayPicker, MomentPicker, Picker
from qualitydesk.kit.pieces import label
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.measures.model import Urgency


@dataclass(frozen=True)
class Asked:
    """What the dialog hands over: the request and the files to be kept with it."""

    request: RequestDraft
    files: tuple[Attached, ...] = ()


class AskRequestDialog(DraftDialog):
    """Signals: `asked_for(UUID)` the new request is on disk."""

    asked_for = Signal(object)

    def __init__(
        self, tools: Tools, requests: Requests, offer: CaseOffer, by: By, parent: QWidget | None = None
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("New internal request"))
        self.save_button.setText(self.tr("Ask"))
        self.setMinimumWidth(80 * GRID)
        self._requests = requests
        self._offer = offer
        self._by = by
        language = tools.language
        self.asker = Picker(offer.staff_choices(self._home()))
        self.department = label("", "hint", wrap=True)
        self.asked = Picker(offer.department_choices(self._home()), optional=True, placeholder=self.tr("Choose"))
        self.words = QPlainTextEdit()
        self.since = DayPicker(optional=True)
        self.urgency = Picker(choices("urgency", Urgency, language))
        self.earlier = QCheckBox(self.tr("It was asked earlier than now"))
        self.received_at = MomentPicker(offer.now, zone=offer.zone)
        self.backdate_reason = QLineEdit()
        self.files = FilesField(tools, lambda: local(offer.now, offer.zone))
        self.add_row("asker_id", self.tr("Who asks"), self.asker, required=True)
        self.add_row("department", "", self.department)
        self.add_row("asked_id", self.tr("Department asked"), self.asked, required=True)
        self.add_row("words", self.tr("What is needed"), self.words, required=True)
        self.add_row("since", self.tr("Since when"), self.since, hint=self.tr("Can stay empty."))
        self.add_row("urgency", self.tr("Urgency"), self.urgency, required=True)
        self.add_row("earlier", self.tr("Asked"), self.earlier)
        self.add_row("received_at", self.tr("Asked at"), self.received_at, required=True)
        self.add_row("backdate_reason", self.tr("Why entered later"), self.backdate_reason, required=True)
        self.add_row("files", self.tr("Files"), self.files)
        self.asker.choose(by.decided_by)
        self.urgency.choose(Urgency.ORDINARY)
        self.asker.picked.connect(lambda _key: self._show_department())
        self.earlier.toggled.connect(lambda _on: self._show_rows())
        DropGround(self, self.words.viewport(), self.words, parent=self).dropped.connect(self.files.take)
        PasteGround(self.words, parent=self)
        self.key_table.bind(Key("Ctrl+Shift+V", self.tr("Paste a file or picture"), self.files.paste))
        self.writes(self._ask, then=self.asked_for.emit)
        self._show_department()
        self._show_rows()

    def _home(self) -> Any:
        me = self._offer.person(self._by.decided_by)
        return me.institution_id if me is not None else None

    def _show_department(self) -> None:
        who = self._offer.person(id_of(self.asker))
        words = self.tr("For {department}, {institution}. The clock of the answer runs from when it was asked.")
        told = words.format(department=who.department, institution=who.institution) if who is not None else ""
        self.department.setText(told)

    def _show_rows(self) -> None:
        for name in ("received_at", "backdate_reason"):
            self.field_row(name).set_shown(self.earlier.isChecked())

    def read_draft(self) -> Asked:
        earlier = self.earlier.isChecked()
        request = RequestDraft(
            asker_id=id_of(self.asker),
            asked_id=id_of(self.asked),
            words=self.words.toPlainText().strip(),
            since=self.since.day(),
            urgency=one_of(self.urgency, Urgency) or Urgency.ORDINARY,
            received_at=self.received_at.moment() if earlier else None,
            backdate_reason=self.backdate_reason.text().strip() if earlier else "",
        )
        return Asked(request, self.files.files())

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, Asked)
        asker = self._offer.person(draft.request.asker_id)
        home = asker.department_id if asker is not None else None
        return problems_in_request(draft.request, home, self._offer.now, self._offer.today)

    def _ask(self, asked: Asked) -> Done[Any]:
        """On the lane: the files are read there."""
        return self._requests.ask(asked.request, self._by, read_files(asked.files))
