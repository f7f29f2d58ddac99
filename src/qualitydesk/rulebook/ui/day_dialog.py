"""An own entry of the calendar: a day off of the group's own, or a weekend day that is worked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from qualitydesk.basics.errors import Problem
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import Choice, DayPicker, Picker
from qualitydesk.kit.tools import Tools
from qualitydesk.rulebook.model.days import DayDraft, ListedDay
from qualitydesk.rulebook.rules.notices import LONGEST_NAME, problems_in_day

OFF, WORKED = "off", "worked"


class DayDialog(DraftDialog):
    """Hands out a `DayDraft`. `standing(day)` gives the own entry of a day there may be."""

    def __init__(
        self,
        tools: Tools,
        day: date,
        standing: Callable[[date], ListedDay | None],
        *,
        working_now: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self._standing = standing
        seen = standing(day)
        self.setWindowTitle(self.tr("Change own day") if seen else self.tr("Add own day"))
        self._day = DayPicker(day)
        self._kind = Picker(
            [Choice(OFF, self.tr("Day off")), Choice(WORKED, self.tr("Worked"))], placeholder=self.tr("Choose")
        )
        worked = seen.working if seen else not working_now
        self._kind.choose(WORKED if worked else OFF)
        self._name = QLineEdit(seen.name if seen else "")
        self._name.setMaxLength(LONGEST_NAME)
        hint = self.tr("Deadlines in working days that are still open are reckoned anew; finished ones stay.")
        self.add_row("day", self.tr("Day"), self._day, required=True, hint=hint)
        self.add_row("working", self.tr("It is"), self._kind, required=True)
        hint = self.tr("Stands in every derivation of a deadline: anniversary, power cut, stocktaking …")
        self.add_row("name", self.tr("Name"), self._name, required=True, hint=hint)

    def read_draft(self) -> DayDraft:
        day = self._day.day()
        return DayDraft(
            day, self._kind.chosen() == WORKED, self._name.text(), self._standing(day) if day is not None else None
        )

    def problems_in(self, draft: object) -> Sequence[Problem]:
        return problems_in_day(draft) if isinstance(draft, DayDraft) else ()
