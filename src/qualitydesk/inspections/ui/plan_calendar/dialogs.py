"""Dialogs of the plan: a plan moved with its reason; an institution's exception from the frequencies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from qualitydesk.basics.errors import Problem
from qualitydesk.basics.phrases import say
from qualitydesk.directory.model import Institution
from qualitydesk.inspections.model import RoundKind
from qualitydesk.inspections.model.calendar import ExceptionDraft, PlanException, PlanMark
from qualitydesk.inspections.rules.calendar import problems_in_exception
from qualitydesk.kit.dates import day_long
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import Choice, DayPicker, NumberBox, Picker
from qualitydesk.kit.pieces import label
from qualitydesk.kit.theme import ROW
from qualitydesk.kit.tools import Tools
from qualitydesk.rulebook.model.planning import Per


@dataclass(frozen=True)
class Move:
    """Where a plan goes and why."""

    day: date | None
    reason: str


class MoveDialog(DraftDialog):
    """Plans a round for another day. Hands out a `Move`."""

    def __init__(self, tools: Tools, plan: PlanMark, day: date, today: date, parent: QWidget | None = None) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("Move the planned round"))
        self.save_button.setText(self.tr("Move"))
        self._today = today
        kind = say(tools.language, f"round_kind.{plan.kind}")
        self.add_wide(label(self.tr("{kind}, planned for {day}").format(kind=kind, day=day_long(plan.day)), wrap=True))
        self.day = DayPicker(max(day, today))
        self.add_row("day", self.tr("New day"), self.day, required=True)
        self.reason = _words()
        self.add_row("reason", self.tr("Reason"), self.reason, required=True)

    def read_draft(self) -> Move:
        return Move(self.day.day(), self.reason.toPlainText().strip())

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, Move)
        found = []
        if draft.day is None:
            found.append(Problem("day", "day_missing"))
        elif draft.day < self._today:
            found.append(Problem("day", "day_gone"))
        return found if draft.reason else [*found, Problem("reason", "reason_missing")]

    def is_changed(self) -> bool:
        return bool(self.reason.toPlainText().strip())


class ExceptionDialog(DraftDialog):
    """Enters or changes an exception. Hands out an `ExceptionDraft`."""

    def __init__(
        self,
        tools: Tools,
        institutions: Sequence[Institution],
        today: date,
        where: object = None,
        before: PlanException | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("Change exception") if before else self.tr("New exception"))
        self._before = before
        language = tools.language
        self.institution = Picker([Choice(one.id, one.name, one.code) for one in institutions])
        self.kind = Picker(
            [Choice("", self.tr("All kinds"))]
            + [Choice(one.value, say(language, f"round_kind.{one.value}")) for one in RoundKind]
        )
        self.first, self.last = DayPicker(today), DayPicker(optional=True)
        self.times = NumberBox(0, least=0, most=31)
        self.per = Picker([Choice(one, say(language, f"plan.per.{one}")) for one in Per])
        self.reason = _words()
        self.add_row("institution_id", self.tr("Institution"), self.institution, required=True)
        self.add_row("kind", self.tr("Kind of round"), self.kind, required=True)
        self.add_row("first", self.tr("From"), self.first, required=True)
        self.add_row("last", self.tr("To"), self.last, hint=self.tr("Empty: until further notice."))
        self.add_row("times", self.tr("Times"), self.times, hint=self.tr("0: nothing is due, while it is closed, say."))
        self.add_row("per", self.tr("In each"), self.per, required=True)
        self.add_row("reason", self.tr("Reason"), self.reason, required=True)
        self.institution.choose(before.institution_id if before else where)
        self.kind.choose(before.kind if before else "")
        self.per.choose(before.frequency.per if before else Per.WEEK)
        if before is not None:
            self.first.set_day(before.first)
            self.last.set_day(before.last)
            self.times.setValue(before.frequency.times)
            self.reason.setPlainText(before.reason)

    def read_draft(self) -> ExceptionDraft:
        before = self._before
        return ExceptionDraft(
            self.institution.chosen(),  # type: ignore[arg-type]
            str(self.kind.chosen() or ""),
            self.first.day(),
            self.last.day(),
            self.times.value(),
            Per(str(self.per.chosen() or Per.WEEK)),
            self.reason.toPlainText().strip(),
            before.id if before else None,
            before.revision if before else 0,
        )

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, ExceptionDraft)
        return problems_in_exception(draft)


def _words() -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setMinimumHeight(ROW)
    made.setMaximumHeight(2 * ROW)
    return made
