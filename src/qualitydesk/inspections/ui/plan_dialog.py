"""A round planned for a day: the fields of a new round with a day and a note. Hands out a `PlanDraft`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from qualitydesk.basics.changes import By
from qualitydesk.basics.errors import Problem
from qualitydesk.inspections.model import PlanDraft, PlannedRound, RoundDraft
from qualitydesk.inspections.rules.planning import problems_in_plan
from qualitydesk.inspections.service import Rounds
from qualitydesk.inspections.ui.recheck_bar import Asking
from qualitydesk.inspections.ui.round_dialog import Offer, RoundDialog
from qualitydesk.kit.pickers import DayPicker
from qualitydesk.kit.theme import ROW
from qualitydesk.kit.tools import Tools


class PlanDialog(RoundDialog):
    """Plans a round, or changes a plan. Nobody or everybody ticked means: whoever the standards are meant
    for that day."""

    drawn_later = True

    def __init__(
        self,
        tools: Tools,
        rounds: Rounds,
        offer: Offer,
        by: Callable[[], By],
        today: date,
        plan: PlannedRound | None = None,
        parent: QWidget | None = None,
        *,
        rechecks: Asking | None = None,
    ) -> None:
        self._today = today
        self._plan = plan
        super().__init__(tools, rounds, offer, by, parent, rechecks=rechecks)
        self.setWindowTitle(self.tr("Change plan") if plan else self.tr("Plan a round"))
        self.save_button.setText(self.tr("Save plan"))
        self.lot.kept.connect(self._show_lot)
        if plan is not None:
            self.day.set_day(plan.day)
            self.note.setPlainText(plan.note)
            self.fill(plan.draft)
            self.lot.keep(plan.draft.sample)

    def _add_first_rows(self) -> None:
        self.day = DayPicker(self._today)
        self.add_row("day", self.tr("Day"), self.day, required=True)

    def _add_last_rows(self) -> None:
        self.note = QPlainTextEdit()
        self.add_row("note", self.tr("Note"), self.note)
        self.note.setMinimumHeight(ROW)
        self.note.setMaximumHeight(2 * ROW)

    def _show_lot(self) -> None:
        """While people are to be drawn later, there is nobody to tick."""
        self.people.setEnabled(self.lot.rule is None)
        self._count()

    def read_draft(self) -> object:
        """The plan as the editors show it."""
        draft = super().read_draft()
        assert isinstance(draft, RoundDraft)
        drawn, everybody = self.lot.rule is not None, self.people.all_meant()
        plan = PlanDraft(
            self.day.day(),
            draft.kind.value,
            draft.institution_id,
            draft.inspector_ids,
            draft.pack_codes,
            draft.employee_ids,
            draft.place_ids,
            draft.order,
            self.lot.rule,
            draft.lead_reason,
            draft.visitor,
            draft.visitor_code,
            self.note.toPlainText().strip(),
            self._plan.id if self._plan else None,
            self._plan.revision if self._plan else 0,
            draft.by_profile,
        )
        return replace(plan, employee_ids=(), place_ids=(), order=()) if drawn or everybody else plan

    def problems_in(self, draft: object) -> Sequence[Problem]:
        """What the rules have against it."""
        assert isinstance(draft, PlanDraft)
        found = problems_in_plan(draft, self._today, self._plan.day if self._plan else None)
        return [*found, *self.leading.problems()]

    def is_changed(self) -> bool:
        """A plan carries words: they are not thrown away unasked."""
        return super().is_changed() or bool(self.note.toPlainText().strip() != (self._plan.note if self._plan else ""))

    def _save(self) -> None:
        if not self._untaken():
            self._save_draft()

    def _count(self) -> None:
        if self.lot.rule is not None:
            self.totals.setText(self.tr("Drawn by lot when started"))
        elif not self.people.chosen():
            self.totals.setText(self.tr("Nobody named: everybody meant on the day"))
        else:
            super()._count()
