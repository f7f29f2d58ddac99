"""A new measure: what is to be put right, by whom, until when; the due date follows the urgency until it is changed."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from qualitydesk.basics.errors import Problem
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import Choice, DayPicker, Picker
from qualitydesk.kit.pieces import label
from qualitydesk.kit.tools import Tools
from qualitydesk.measures.model import MeasureDraft, Urgency
from qualitydesk.measures.rules import due_day, problems_in_measure
from qualitydesk.measures.ui.offer import MeasureOffer
from qualitydesk.measures.ui.words import urgency_words


class MeasureDialog(DraftDialog):
    """Asks for a measure. `because`: what it comes from, a line each, shown above; `given`: what is settled already."""

    def __init__(
        self,
        tools: Tools,
        offer: MeasureOffer,
        given: MeasureDraft,
        because: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("Follow-up measure") if given.follows else self.tr("New measure"))
        self.save_button.setText(self.tr("Set the measure"))
        self._offer = offer
        self._given = given
        self._proposed = due_day(given.urgency, offer.today, offer.deadlines)
        self.institution = Picker([Choice(one.id, one.name, one.code) for one in offer.institutions])
        self.task = QPlainTextEdit(given.task)
        self.owner = Picker()
        self.urgency = Picker([Choice(one, urgency_words(one, tools.language)) for one in Urgency])
        self.due_on = DayPicker(given.due_on or self._proposed)
        self.cause = QPlainTextEdit(given.cause)
        if because:
            shown = label("\n".join(f"· {line}" for line in because), wrap=True, selectable=True)
            shown.setAccessibleName(self.tr("What was found"))
            self.add_section(self.tr("What was found"))
            self.add_wide(shown)
        self.add_row("institution_id", self.tr("Institution"), self.institution, required=True)
        self.add_row("task", self.tr("What is to be done"), self.task, required=True)
        self.add_row(
            "owner_id",
            self.tr("Owner"),
            self.owner,
            required=True,
            hint=self.tr("Answers for it; somebody else will judge whether it is done."),
        )
        self.add_row("urgency", self.tr("Urgency"), self.urgency, required=True)
        self.add_row(
            "due_on", self.tr("Due date"), self.due_on, required=True, hint=self.tr("Proposed by the urgency.")
        )
        self.add_row("cause", self.tr("Root cause"), self.cause, hint=self.tr("If known already; can stay empty."))
        self.institution.choose(given.institution_id or (offer.institutions[0].id if offer.institutions else None))
        self.institution.setEnabled(given.institution_id is None)
        self._show_people(self.institution.chosen())
        self.owner.choose(given.owner_id)
        self.urgency.choose(given.urgency)
        self.institution.picked.connect(self._show_people)
        self.urgency.picked.connect(self._propose)

    def _show_people(self, institution_id: object) -> None:
        home = institution_id if isinstance(institution_id, UUID) else None
        self.owner.show_choices(self._offer.people_choices(home))

    def _propose(self, urgency: object) -> None:
        """Another urgency proposes another date, unless one was chosen by hand."""
        if urgency is None or self.due_on.day() != self._proposed:
            return
        self._proposed = due_day(Urgency(str(urgency)), self._offer.today, self._offer.deadlines)
        self.due_on.set_day(self._proposed)

    def read_draft(self) -> MeasureDraft:
        owner = self._offer.person(_id(self.owner.chosen()))
        urgency = self.urgency.chosen()
        return MeasureDraft(
            institution_id=_id(self.institution.chosen()),
            task=self.task.toPlainText().strip(),
            owner_id=owner.id if owner else None,
            due_on=self.due_on.day(),
            urgency=Urgency(str(urgency)) if urgency is not None else Urgency.ORDINARY,
            department_id=owner.department_id if owner else None,
            cause=self.cause.toPlainText().strip(),
            origins=self._given.origins,
            follows=self._given.follows,
        )

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, MeasureDraft)
        return problems_in_measure(draft, self._offer.today)


def _id(key: object) -> UUID | None:
    return key if isinstance(key, UUID) else None
