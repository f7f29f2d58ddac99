"""A wish is forwarded to a department or somebody there; what became of it and what the customer was told."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.errors import Problem
from qualitydesk.complaints.model.wishes import ForwardDraft, Wish, WishAnswer, WishOutcome
from qualitydesk.complaints.rules.wishes import outcomes_of, problems_in_forwarding, problems_in_wish_answer
from qualitydesk.complaints.service import Wishes
from qualitydesk.complaints.ui.offer import CaseOffer, exact, id_of, one_of
from qualitydesk.complaints.ui.words import choices
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import Choice, MomentPicker, Picker
from qualitydesk.kit.pieces import label
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools


class WishForwardDialog(DraftDialog):
    """The department first; then, if wished, somebody of it."""

    def __init__(
        self, tools: Tools, wishes: Wishes, found: Wish, offer: CaseOffer, by: By, parent: QWidget | None = None
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("Forward {number}").format(number=found.line.number))
        self.save_button.setText(self.tr("Forward"))
        self.setMinimumWidth(72 * GRID)
        self._offer = offer
        departments = offer.department_choices(found.line.institution_id)
        self.department = Picker(departments, optional=True, placeholder=self.tr("Choose"))
        self.employee = Picker(optional=True, placeholder=self.tr("The department as a whole"))
        self.words = QPlainTextEdit()
        self.add_wide(label(found.line.words, wrap=True, selectable=True))
        self.add_row("department_id", self.tr("To which department"), self.department, required=True)
        self.add_row("employee_id", self.tr("To whom"), self.employee, hint=self.tr("Can stay empty."))
        self.add_row("words", self.tr("With the words"), self.words)
        self.department.choose(found.department_id)
        self._show_people()
        self.employee.choose(found.employee_id)
        self.department.picked.connect(lambda _key: self._show_people())
        self.writes(lambda draft: wishes.forward(found.line.id, found.line.revision, draft, by))

    def _show_people(self) -> None:
        there = id_of(self.department)
        staff = [one for one in self._offer.present() if there is None or one.department_id == there]
        kept = self.employee.chosen()
        self.employee.show_choices(
            [Choice(one.id, one.name, f"{one.number} {one.post}", one.initials) for one in staff]
        )
        if kept not in {one.id for one in staff}:
            self.employee.choose(None)

    def read_draft(self) -> ForwardDraft:
        return ForwardDraft(id_of(self.department), id_of(self.employee), self.words.toPlainText().strip())

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, ForwardDraft)
        return problems_in_forwarding(draft)


class WishAnswerDialog(DraftDialog):
    """The outcome its kind may have; why not, where it is not taken up; what the customer was told and when."""

    def __init__(
        self, tools: Tools, wishes: Wishes, found: Wish, offer: CaseOffer, by: By, parent: QWidget | None = None
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("Answer {number}").format(number=found.line.number))
        self.save_button.setText(self.tr("Save the answer"))
        self.setMinimumWidth(72 * GRID)
        self._found = found
        self._offer = offer
        outcomes = outcomes_of(found.line.kind)
        self.outcome = Picker(
            choices("wish_outcome", outcomes, tools.language), optional=True, placeholder=self.tr("Choose")
        )
        self.reason = QPlainTextEdit(found.reason)
        self.words = QPlainTextEdit(found.answer)
        self.at = MomentPicker(found.line.answered_at or offer.now, zone=offer.zone)
        self.add_wide(label(found.line.words, wrap=True, selectable=True))
        self.add_row("outcome", self.tr("What became of it"), self.outcome, required=True)
        self.add_row("reason", self.tr("Why not"), self.reason, required=True)
        self.add_row("words", self.tr("What the customer was told"), self.words, required=True)
        self.add_row("at", self.tr("When"), self.at, required=True)
        self.outcome.choose(found.line.outcome or (outcomes[0] if len(outcomes) == 1 else None))
        self.outcome.picked.connect(lambda _key: self._show_rows())
        self._show_rows()
        self.writes(lambda draft: self._answer(wishes, draft, by))

    def _answer(self, wishes: Wishes, draft: WishAnswer, by: By) -> Done[None]:
        return wishes.answer(self._found.line.id, self._found.line.revision, draft, by)

    def _show_rows(self) -> None:
        self.field_row("reason").set_shown(one_of(self.outcome, WishOutcome) is WishOutcome.NOT_TAKEN_UP)

    def read_draft(self) -> WishAnswer:
        outcome = one_of(self.outcome, WishOutcome)
        line = self._found.line
        return WishAnswer(
            outcome,
            self.words.toPlainText().strip(),
            exact(self.at.moment(), self._offer.now, line.received_at, line.answered_at),
            self.reason.toPlainText().strip() if outcome is WishOutcome.NOT_TAKEN_UP else "",
        )

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, WishAnswer)
        return problems_in_wish_answer(draft, self._found.line.kind, self._found.line.received_at, self._offer.now)
