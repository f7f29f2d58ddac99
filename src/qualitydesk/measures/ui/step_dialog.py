"""One step of a measure: reported, closed, sent back, postponed, dropped, checked again, its effect looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.errors import Problem
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import Choice, DayPicker, Picker
from qualitydesk.kit.tools import Tools
from qualitydesk.measures.model import Checked, Closing, Measure, MeasureVerb, Report
from qualitydesk.measures.rules import (
    effect_day,
    may,
    problems_in_checked,
    problems_in_closing,
    problems_in_postponing,
    problems_in_report,
    recheck_day,
)
from qualitydesk.measures.service import Measures
from qualitydesk.measures.ui.offer import MeasureOffer

_CHECKS = (MeasureVerb.RECHECK, MeasureVerb.EFFECT)


@dataclass(frozen=True)
class StepDraft:
    """What the dialog of a step hands over; only what the step asks for is filled."""

    decided_by: UUID | None = None
    words: str = ""
    day: date | None = None
    recheck_on: date | None = None
    effect_on: date | None = None
    good: bool | None = None
    round_number: str = ""


class StepDialog(DraftDialog):
    """Asks for what one verb needs, who decides always among it."""

    def __init__(
        self,
        tools: Tools,
        measures: Measures,
        found: Measure,
        verb: MeasureVerb,
        offer: MeasureOffer,
        by: By,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self._found = found
        self._verb = verb
        self._offer = offer
        title, save = self._titles()
        self.setWindowTitle(title.format(number=found.line.number))
        self.save_button.setText(save)
        self.decided_by = Picker(offer.people_choices(found.line.institution_id))
        self.words = QPlainTextEdit()
        self.day = DayPicker(offer.today)
        self.recheck_on = DayPicker(recheck_day(offer.today, offer.deadlines), optional=True)
        self.effect_on = DayPicker(effect_day(offer.today, offer.deadlines), optional=True)
        self.good = Picker(self._outcomes(), optional=True, placeholder=self.tr("Choose"))
        self.round_number = QLineEdit()
        self._add_fields()
        proposed = found.line.owner_id if verb is MeasureVerb.REPORT else by.decided_by
        barred = proposed is not None and self._barred(proposed) is not None
        self.decided_by.choose(None if barred else proposed)
        self.decided_by.picked.connect(self._check_who)
        self.writes(self._call(measures, by))

    def _titles(self) -> tuple[str, str]:
        return {
            MeasureVerb.REPORT: (self.tr("Report {number} done"), self.tr("Report done")),
            MeasureVerb.CLOSE: (self.tr("Close {number}"), self.tr("Close the measure")),
            MeasureVerb.SEND_BACK: (self.tr("Send {number} back"), self.tr("Send back")),
            MeasureVerb.POSTPONE: (self.tr("Postpone {number}"), self.tr("Postpone")),
            MeasureVerb.DROP: (self.tr("Drop {number}"), self.tr("Drop the measure")),
            MeasureVerb.RECHECK: (self.tr("Re-check of {number}"), self.tr("Save the re-check")),
            MeasureVerb.EFFECT: (self.tr("Effect of {number}"), self.tr("Save the effect check")),
        }[self._verb]

    def _outcomes(self) -> list[Choice]:
        if self._verb is MeasureVerb.EFFECT:
            return [Choice(True, self.tr("Effective")), Choice(False, self.tr("Not effective"))]
        return [Choice(True, self.tr("Passed")), Choice(False, self.tr("Failed"))]

    def _add_fields(self) -> None:
        verb = self._verb
        if verb is MeasureVerb.REPORT:
            self._add_who(self.tr("Who reports"), "")
            self.add_row("day", self.tr("Done on"), self.day, required=True)
            self._add_words(self.tr("What was done, what proves it"), required=True)
            return
        self._add_who(
            self.tr("Who decides"),
            self.tr("Not {owner}, who answers for it.").format(owner=self._found.line.owner),
        )
        if verb is MeasureVerb.CLOSE:
            self._add_words(self.tr("Note"))
            self.add_row(
                "recheck_on",
                self.tr("Re-check on"),
                self.recheck_on,
                hint=self.tr("Offered on a round there from that day on; empty: none."),
            )
            self.add_row(
                "effect_on",
                self.tr("Effect check on"),
                self.effect_on,
                hint=self.tr("Has it stayed that way? Empty: none."),
            )
        elif verb is MeasureVerb.POSTPONE:
            self.day.set_day(max(self._found.line.due_on, self._offer.today))
            held = self.tr("Until now {day}; it stays in the timeline.")
            self.add_row(
                "day",
                self.tr("New due date"),
                self.day,
                required=True,
                hint=held.format(day=self._found.line.due_on.isoformat()),
            )
            self._add_words(self.tr("Reason"), required=True)
        elif verb in _CHECKS:
            self.add_row("day", self.tr("Looked at on"), self.day, required=True)
            self.add_row("good", self.tr("Outcome"), self.good, required=True)
            if verb is MeasureVerb.RECHECK:
                self.round_number.setPlaceholderText("XJ-")
                self.add_row(
                    "round_number",
                    self.tr("Seen on round"),
                    self.round_number,
                    hint=self.tr("Its number; can stay empty."),
                )
            self._add_words(self.tr("What was seen"))
        else:
            self._add_words(self.tr("Reason"), required=True)

    def _add_who(self, words: str, hint: str) -> None:
        self._who = self.add_row("decided_by", words, self.decided_by, hint=hint, required=True)

    def _add_words(self, words: str, *, required: bool = False) -> None:
        self.add_row("words", words, self.words, required=required)

    def read_draft(self) -> StepDraft:
        who, good = self.decided_by.chosen(), self.good.chosen()
        return StepDraft(
            who if isinstance(who, UUID) else None,
            self.words.toPlainText().strip(),
            self.day.day(),
            self.recheck_on.day(),
            self.effect_on.day(),
            good if isinstance(good, bool) else None,
            self.round_number.text().strip(),
        )

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, StepDraft)
        line, today = self._found.line, self._offer.today
        barred = self._barred(draft.decided_by)
        found = [barred] if barred else []
        if self._verb is MeasureVerb.REPORT:
            found += problems_in_report(Report(draft.day, draft.words), line.opened_on, today)
        elif self._verb is MeasureVerb.CLOSE:
            found += problems_in_closing(Closing(draft.words, draft.recheck_on, draft.effect_on), today)
        elif self._verb is MeasureVerb.POSTPONE:
            found += problems_in_postponing(draft.day, line.due_on, today, draft.words)
        elif self._verb in _CHECKS:
            checked = Checked(draft.day, draft.good, draft.words)
            found += problems_in_checked(checked, line.closed_on or line.opened_on, today)
        elif not draft.words:
            found.append(Problem("words", "reason_missing"))
        return [_filed(problem) for problem in found]

    def show_problems(self, problems: Sequence[Problem]) -> None:
        super().show_problems([_filed(problem) for problem in problems])

    def _barred(self, employee_id: UUID | None) -> Problem | None:
        return may(self._found.line.state, self._verb, employee_id, self._found.line.owner_id)

    def _check_who(self, employee_id: object) -> None:
        """Say at once who may not, beside the field."""
        barred = self._barred(employee_id if isinstance(employee_id, UUID) else None)
        self._who.say_problem(self.tools.prompts.words_of(barred) if barred and employee_id else "")

    def _call(self, measures: Measures, entered: By) -> Callable[[StepDraft], Done[None]]:
        """The verb of the service this dialog is for."""
        key, seen = self._found.line.id, self._found.line.revision

        def call(draft: StepDraft) -> Done[None]:
            by = By(draft.decided_by, entered.entered_by)
            checked = Checked(draft.day, draft.good, draft.words, draft.round_number)
            if self._verb is MeasureVerb.REPORT:
                return measures.report_done(key, seen, Report(draft.day, draft.words), by)
            if self._verb is MeasureVerb.CLOSE:
                return measures.close(key, seen, Closing(draft.words, draft.recheck_on, draft.effect_on), by)
            if self._verb is MeasureVerb.SEND_BACK:
                return measures.send_back(key, seen, draft.words, by)
            if self._verb is MeasureVerb.POSTPONE:
                return measures.postpone(key, seen, draft.day, draft.words, by)
            if self._verb is MeasureVerb.DROP:
                return measures.drop(key, seen, draft.words, by)
            if self._verb is MeasureVerb.RECHECK:
                return measures.record_recheck(key, seen, checked, by)
            return measures.record_effect(key, seen, checked, by)

        return call


_FIELDS = {"done_on": "day", "due_on": "day", "on": "day", "proof": "words"}


def _filed(problem: Problem) -> Problem:
    """The rules name what they judge; here it stands in one of few fields."""
    return Problem(_FIELDS.get(problem.field, problem.field), problem.code, problem.values)
