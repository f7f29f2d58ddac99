"""Steps 1 and 2: taken down in full, taken on by somebody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox

from qualitydesk.basics.errors import Problem
from qualitydesk.complaints.model import Step, SubjectDraft, SubjectKind
from qualitydesk.complaints.model.work import StepWork
from qualitydesk.complaints.ui.offer import id_of
from qualitydesk.complaints.ui.parts.base import Part
from qualitydesk.complaints.ui.several import SeveralField
from qualitydesk.complaints.ui.words import choices
from qualitydesk.kit.pickers import Picker


class AcceptPart(Part):
    """Subjects and handler; of step 1 alone they may still wait."""

    def build(self) -> None:
        line = self.page.line
        self.handler = Picker(
            [
                one
                for one in self.given.offer.staff_choices(line.institution_id)
                if one.key not in self.page.complained_of
            ],
            optional=True,
        )
        self.subjects = SeveralField(choices("subject", SubjectKind, self.language), abreast=4)
        needed = line.step is not Step.RECEIVED
        self.dialog.add_row(
            "handler",
            self.tr("Handled by"),
            self.handler,
            required=needed,
            hint=self.tr("Never somebody complained of in it."),
        )
        self.dialog.add_row("subjects", self.tr("Subjects"), self.subjects, required=needed)
        self.at_once = QCheckBox(self.tr("Accepted at once: on to the investigation"))
        self.at_once.setChecked(True)
        if not needed:
            self.dialog.add_row("accept", "", self.at_once)
            self.at_once.setAccessibleName(self.at_once.text())
        me = self.given.me if self.given.me not in self.page.complained_of else None
        self.handler.choose(line.handler_id or me)
        self._before = tuple(one.kind for one in self._own())
        self.subjects.choose(self._before)

    def _own(self) -> list[SubjectDraft]:
        return [
            SubjectDraft(one.kind, one.words, one.outcome, one.id) for one in self.page.subjects if one.split_to is None
        ]

    def fill(self, work: StepWork) -> StepWork:
        handler = id_of(self.handler)
        kinds = tuple(SubjectKind(str(key)) for key in self.subjects.chosen())
        known = self._own()
        subjects = None
        if kinds != self._before:
            kept = [one for one in known if one.kind in kinds]
            fresh = [SubjectDraft(kind) for kind in kinds if kind not in {one.kind for one in kept}]
            subjects = (*kept, *fresh)
        wanted = handler if handler != self.page.line.handler_id else None
        return replace(work, handler_id=wanted, subjects=subjects, accept=self._accepts() and work.go_on)

    def _accepts(self) -> bool:
        return self.page.line.step is Step.RECEIVED and self.at_once.isChecked()

    def problems(self, work: StepWork) -> Sequence[Problem]:
        if not work.go_on or (self.page.line.step is Step.RECEIVED and not work.accept):
            return ()
        found = []
        if id_of(self.handler) is None:
            found.append(Problem("handler", "required"))
        if not self.subjects.chosen():
            found.append(Problem("subjects", "need_subjects"))
        return found

    def title(self) -> str:
        return self.tr("Handler and subjects")
