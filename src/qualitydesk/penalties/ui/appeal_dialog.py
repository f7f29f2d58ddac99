"""An appeal taken down as it was handed in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.clock import local_day
from qualitydesk.basics.errors import Problem
from qualitydesk.basics.phrases import capital, say
from qualitydesk.complaints.ui.files_field import Attached, FilesField, read_files
from qualitydesk.kit.dates import day_long
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import Choice, DayPicker, Picker
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.penalties.model import AppealDraft, SlipView
from qualitydesk.penalties.rules import is_late, problems_in_appeal
from qualitydesk.penalties.service import Penalties
from qualitydesk.penalties.ui.answer_dialog import take_files
from qualitydesk.penalties.ui.words import name_now


@dataclass(frozen=True)
class Appealed:
    """What the dialog hands over: the draft and the files, still to be read."""

    appeal: AppealDraft
    files: tuple[Attached, ...]


class AppealDialog(DraftDialog):
    """Records an appeal; why it is heard is asked as soon as the day lies behind the last one."""

    def __init__(
        self, tools: Tools, penalties: Penalties, view: SlipView, today: date, by: By, parent: QWidget | None = None
    ) -> None:
        super().__init__(tools, "", parent=parent)
        slip = view.slip
        self.setWindowTitle(self.tr("Appeal against {number}").format(number=slip.number))
        self.save_button.setText(self.tr("Record the appeal"))
        self._view, self._today = view, today
        people = {slip.employee_id: (slip.decision.employee.name, "employee")}
        people |= {one.person_id: (one.name, one.role.value) for one in slip.decision.payments}
        self._parties = frozenset(people)
        self.by = Picker(
            [Choice(key, name, capital(say(tools.language, f"role.{role}"))) for key, (name, role) in people.items()]
        )
        self.on = DayPicker(today)
        self.words = QPlainTextEdit()
        self.late_reason = QLineEdit()
        self.files = FilesField(tools, name_now)
        self.add_row("by_id", self.tr("Who appeals"), self.by, required=True)
        last = self.tr("The last day is {day}.").format(day=day_long(slip.appeal_last_day))
        self.add_row("on", self.tr("Handed in on"), self.on, hint=last, required=True)
        self._late = self.add_row(
            "late_reason", self.tr("Why it is heard though late"), self.late_reason, required=True
        )
        self.add_row("words", self.tr("In her own words"), self.words, required=True)
        self.add_row("files", self.tr("What came with it"), self.files)
        take_files(self, self.files, self.words, self.words.viewport())
        self.setMinimumWidth(88 * GRID)
        self.by.choose(slip.employee_id)
        self.on.picked.connect(lambda *_day: self._show_late())
        self._show_late()

        def record(draft: Appealed) -> Done[None]:
            return penalties.appeal(slip.id, slip.revision, draft.appeal, by, files=read_files(draft.files))

        self.writes(record)

    def read_draft(self) -> Appealed:
        who = self.by.chosen()
        late = self.late_reason.text().strip() if is_late(self.on.day(), self._view.slip.appeal_last_day) else ""
        words = self.words.toPlainText().strip()
        draft = AppealDraft(who if isinstance(who, UUID) else None, self.on.day(), words, late)
        return Appealed(draft, self.files.files())

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, Appealed) and self._view.slip.issued_at is not None
        return problems_in_appeal(
            draft.appeal,
            parties=self._parties,
            issued_on=local_day(self._view.slip.issued_at),
            last_day=self._view.slip.appeal_last_day,
            today=self._today,
        )

    def _show_late(self) -> None:
        self._late.set_shown(is_late(self.on.day(), self._view.slip.appeal_last_day))
