"""Steps 9 to 11: summary and outcomes, how people are handled, what keeps it from happening again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit

from qualitydesk.basics import money
from qualitydesk.basics.errors import Problem
from qualitydesk.basics.phrases import capital, knows, say
from qualitydesk.complaints.model import (
    ClosingDraft,
    HandlingDraft,
    HandlingProposal,
    Outcome,
    PreventionDraft,
    Stage,
)
from qualitydesk.complaints.model.work import StepWork
from qualitydesk.complaints.rules.drafts import problems_in_prevention
from qualitydesk.complaints.ui.offer import id_of, one_of
from qualitydesk.complaints.ui.parts.base import Part, filed
from qualitydesk.complaints.ui.words import choices
from qualitydesk.kit.pickers import DayPicker, Picker
from qualitydesk.kit.pieces import Banner
from qualitydesk.measures.model import MeasureDraft
from qualitydesk.measures.rules import problems_in_measure

WEEK = timedelta(days=7)
SEASON = timedelta(days=90)


class ClosingPart(Part):
    """What it comes to, in words and for each subject."""

    FIELDS = {"subjects": "subject_0"}  # noqa: RUF012 - never written

    def build(self) -> None:
        self.summary = QPlainTextEdit(self.page.summary)
        self.dialog.add_row("summary", self.tr("Closing summary"), self.summary, required=True)
        self._outcomes: dict[UUID, Picker] = {}
        own = [one for one in self.page.subjects if one.split_to is None]
        if own:
            self.dialog.add_section(self.tr("How each subject came out"))
        for at, one in enumerate(own):
            picker = Picker(choices("outcome", Outcome, self.language), optional=True, placeholder=self.tr("Choose"))
            picker.choose(one.outcome)
            words = say(self.language, f"subject.{one.kind}")
            self.dialog.add_row(f"subject_{at}", f"{words}：{one.words}" if one.words else words, picker, required=True)
            self._outcomes[one.id] = picker

    def fill(self, work: StepWork) -> StepWork:
        told = {key: one_of(picker, Outcome) for key, picker in self._outcomes.items()}
        outcomes = tuple((key, outcome) for key, outcome in told.items() if outcome is not None)
        return replace(work, closing=ClosingDraft(self.summary.toPlainText().strip(), outcomes))

    def problems(self, work: StepWork) -> Sequence[Problem]:
        found = [] if self.summary.toPlainText().strip() else [Problem("summary", "need_summary")]
        for at, picker in enumerate(self._outcomes.values()):
            if picker.chosen() is None:
                found.append(Problem(f"subject_{at}", "need_outcomes"))
        return found

    def title(self) -> str:
        return self.tr("Summary and outcomes")


class HandlingPart(Part):
    """What is recorded without a slip, nothing ticked; or why nobody is handled. Slips come back by themselves."""

    FIELDS = {"rows": "none"}  # noqa: RUF012 - never written

    def build(self) -> None:
        self._rows: list[tuple[QCheckBox, HandlingProposal]] = []
        known = {one.employee_id for one in self.page.handlings}
        self._there = bool(self.page.handlings) or bool(self.page.handling_none)
        proposals = [one for one in self.given.proposals if one.employee_id not in known]
        if self.page.course.stage is not Stage.OPEN:
            self.dialog.add_wide(self._hint())
        if proposals:
            self.dialog.add_section(self.tr("Recorded without a slip; tick only what was decided elsewhere"))
        for at, one in enumerate(proposals):
            person = self.given.offer.person(one.employee_id)
            box = QCheckBox(self._words(one))
            box.setAccessibleName(f"{person.name if person is not None else '?'} {box.text()}")
            name = person.name if person is not None else "?"
            self.dialog.add_row(f"handled_{at}", name, box)
            self._rows.append((box, one))
        self.words = QLineEdit()
        self.none = QLineEdit(self.page.handling_none)
        self.dialog.add_row("handling_words", self.tr("Words"), self.words)
        self.dialog.add_row("none", self.tr("Nobody is handled, because"), self.none)

    def _hint(self) -> Banner:
        """Where penalties are proposed, and what has come back from there."""
        slips = list(dict.fromkeys(one.slip_number for one in self.page.handlings if one.slip_number))
        words = self.tr(
            "Penalties are proposed on the case's page (Ctrl+G); what is approved is recorded here by itself."
        )
        if slips:
            between = "、" if self.language == "zh" else ", "
            words = self.tr("Recorded from slips: {numbers}.").format(numbers=between.join(slips))
        return Banner(words, "info")

    def _words(self, one: HandlingProposal) -> str:
        role = say(self.language, f"handling_role.{one.role}")
        sanctions = sanction_words(one.sanction, self.language)
        return f"{role} · {sanctions} · {money.words(one.fine)}"

    def fill(self, work: StepWork) -> StepWork:
        none = self.none.text().strip()
        words = self.words.text().strip()
        chosen = tuple(
            HandlingDraft(one.employee_id, one.role, one.sanction, one.fine, words)
            for box, one in self._rows
            if box.isChecked()
        )
        return replace(work, handlings=chosen, handling_none="" if chosen or none == self.page.handling_none else none)

    def problems(self, work: StepWork) -> Sequence[Problem]:
        if work.handlings or work.handling_none or self._there:
            return []
        return [Problem("none", "need_handling")]

    def title(self) -> str:
        return self.tr("Internal handling")


class PreventionPart(Part):
    """A measure with owner, due date and the look at its effect; or why none is needed."""

    def build(self) -> None:
        line, today = self.page.line, self.given.offer.today
        self._there = self.page.prevention is not None
        self.needless = QCheckBox(self.tr("No measure is needed"))
        self.task, self.criterion = QPlainTextEdit(), QLineEdit()
        self.owner = Picker(self.given.offer.staff_choices(line.institution_id))
        self.due_on, self.effect_on = DayPicker(today + WEEK), DayPicker(today + SEASON)
        self.none_reason = QPlainTextEdit()
        self.dialog.add_row("needless", "", self.needless)
        self.needless.setAccessibleName(self.needless.text())
        self.dialog.add_row("task", self.tr("What is to be done"), self.task, required=True)
        self.dialog.add_row("owner_id", self.tr("Owner"), self.owner, required=True)
        self.dialog.add_row("due_on", self.tr("Due date"), self.due_on, required=True)
        self.dialog.add_row(
            "effect_on",
            self.tr("Effect looked at on"),
            self.effect_on,
            required=True,
            hint=self.tr("Fixed now, so that it is not chosen by the result."),
        )
        self.dialog.add_row("criterion", self.tr("It has worked if"), self.criterion, required=True)
        self.dialog.add_row("none_reason", self.tr("Why none is needed"), self.none_reason, required=True)
        self.owner.choose(line.handler_id)
        self.needless.toggled.connect(lambda _on: self._show_rows())
        self._show_rows()

    def _show_rows(self) -> None:
        needless = self.needless.isChecked()
        for name in ("task", "owner_id", "due_on", "effect_on", "criterion"):
            self.dialog.field_row(name).set_shown(not needless)
        self.dialog.field_row("none_reason").set_shown(needless)

    def fill(self, work: StepWork) -> StepWork:
        if self.needless.isChecked():
            return replace(work, prevention=PreventionDraft(none_reason=self.none_reason.toPlainText().strip()))
        task = self.task.toPlainText().strip()
        if self._there and not task:
            return work
        owner = id_of(self.owner)
        measure = MeasureDraft(
            institution_id=self.page.line.institution_id,
            task=task,
            owner_id=owner,
            due_on=self.due_on.day(),
            cause=self.page.cause,
        )
        draft = PreventionDraft(measure, self.effect_on.day(), self.criterion.text().strip())
        return replace(work, prevention=draft)

    def problems(self, work: StepWork) -> Sequence[Problem]:
        draft = work.prevention
        if draft is None:
            return []
        today = self.given.offer.today
        found = list(problems_in_measure(draft.measure, today)) if draft.measure is not None else []
        return filed([*found, *problems_in_prevention(draft, today)], {})

    def title(self) -> str:
        return self.tr("Prevention")


def sanction_words(sanction: str, language: str) -> str:
    """A sanction's code in words; what was typed in as it stands."""
    return capital(say(language, f"sanction.{sanction}")) if knows(language, f"sanction.{sanction}") else sanction
