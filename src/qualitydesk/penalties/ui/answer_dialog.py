"""The paper came back: signed for, or refused before a witness; its scan comes with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.clock import local_day
from qualitydesk.basics.errors import Problem
from qualitydesk.complaints.ui.files_field import Attached, FilesField, read_files
from qualitydesk.directory.model import Person
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.dropping import DropGround, PasteGround
from qualitydesk.kit.keys import Key
from qualitydesk.kit.pickers import Choice, DayPicker, Picker
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.penalties.model import AnswerDraft, AnswerKind, SlipView
from qualitydesk.penalties.rules import problems_in_answer
from qualitydesk.penalties.service import Penalties
from qualitydesk.penalties.ui.words import name_now


@dataclass(frozen=True)
class Answered:
    """What the dialog hands over: the draft and the files, still to be read."""

    answer: AnswerDraft
    files: tuple[Attached, ...]


class AnswerDialog(DraftDialog):
    """Records one answer. `people`: who may have been the witness."""

    def __init__(
        self,
        tools: Tools,
        penalties: Penalties,
        view: SlipView,
        kind: AnswerKind,
        people: Sequence[Person],
        today: date,
        by: By,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self._kind, self._view, self._today, self._by = kind, view, today, by
        refused = kind is AnswerKind.REFUSED
        title = self.tr("{number} was refused") if refused else self.tr("{number} was signed")
        self.setWindowTitle(title.format(number=view.slip.number))
        self.save_button.setText(self.tr("Record the refusal") if refused else self.tr("Record the signature"))
        self.on = DayPicker(today)
        self.accepts = QCheckBox(self.tr('Signed with "no objection"'))
        self.reason = QLineEdit()
        out = (view.slip.employee_id, by.decided_by)
        offered = [Choice(one.id, one.name, f"{one.number} · {one.post}") for one in people if one.id not in out]
        self.witness = Picker(offered, optional=True, placeholder=self.tr("Type a name or number"))
        self.files = FilesField(tools, name_now)
        self.add_row("on", self.tr("Day"), self.on, required=True)
        if refused:
            self.add_row("reason", self.tr("What she says"), self.reason, required=True)
            hint = self.tr("A third person who saw that the slip was handed over, and signs it.")
            self.add_row("witness_id", self.tr("Witness"), self.witness, hint=hint, required=True)
            self.add_row("files", self.tr("Photo or scan of the slip"), self.files, required=True)
        else:
            hint = self.tr(
                'The signature confirms receipt only. With "no objection" ticked nothing waits for the last day.'
            )
            self.add_row("accepts", self.tr("Statement"), self.accepts, hint=hint)
            self.add_row("files", self.tr("Signed scan"), self.files)
        take_files(self, self.files)
        self.setMinimumWidth(88 * GRID)

        def record(draft: Answered) -> Done[None]:
            slip = view.slip
            return penalties.answer(slip.id, slip.revision, draft.answer, by, files=read_files(draft.files))

        self.writes(record)

    def read_draft(self) -> Answered:
        witness = self.witness.chosen()
        draft = AnswerDraft(
            self._kind,
            self.on.day(),
            self.accepts.isChecked(),
            self.reason.text().strip(),
            witness if isinstance(witness, UUID) else None,
        )
        return Answered(replace(draft, has_files=bool(self.files.files())), self.files.files())

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, Answered) and self._view.slip.issued_at is not None
        return problems_in_answer(
            draft.answer,
            employee_id=self._view.slip.employee_id,
            recorder=self._by.decided_by,
            issued_on=local_day(self._view.slip.issued_at),
            today=self._today,
        )


def take_files(dialog: DraftDialog, files: FilesField, *editors: QWidget) -> None:
    """Lets files be dropped anywhere on a dialog and pasted by Ctrl+Shift+V."""
    DropGround(dialog, *editors, parent=dialog).dropped.connect(files.take)
    PasteGround(*editors, parent=dialog)
    words = QCoreApplication.translate("AnswerDialog", "Paste what was copied as a file")
    dialog.key_table.bind(Key("Ctrl+Shift+V", words, files.paste))
