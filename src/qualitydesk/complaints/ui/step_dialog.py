"""The window of a step: what must be there before it is left stands as fields; saved and gone on with at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QWidget

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.errors import Problem
from qualitydesk.basics.phrases import knows, say
from qualitydesk.complaints.model import Step
from qualitydesk.complaints.model.work import StepWork
from qualitydesk.complaints.rules.drafts import between
from qualitydesk.complaints.rules.steps import after
from qualitydesk.complaints.service import Complaints
from qualitydesk.complaints.ui.offer import exact, id_of
from qualitydesk.complaints.ui.parts import PARTS, Part, StepOffer
from qualitydesk.complaints.ui.parts.accepting import AcceptPart
from qualitydesk.complaints.ui.parts.base import filed
from qualitydesk.complaints.ui.words import step_words
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import Choice, MomentPicker, Picker
from qualitydesk.kit.tools import Tools


class CaseStepDialog(DraftDialog):
    """`step`: whose fields are shown; `go_on`: the case leaves the step when saved."""

    def __init__(
        self,
        tools: Tools,
        complaints: Complaints,
        given: StepOffer,
        by: By,
        step: Step,
        *,
        go_on: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self._complaints = complaints
        self._given = given
        self._by = by
        self._step = step
        self._go_on = go_on
        self.decided_by = Picker(self._people())
        self.part: Part = PARTS[step](self, given, complaints)
        self._add_common()
        self._name_it()
        self.writes(self._work)

    def _people(self) -> list[Choice]:
        deciders = self._given.deciders if self._go_on else ()
        offered = self._given.offer.staff_choices(self._given.page.line.institution_id)
        barred = self._given.page.complained_of if self._step is not Step.RECEIVED else frozenset()
        offered = [one for one in offered if one.key not in barred]
        return sorted(offered, key=lambda one: one.key not in deciders) if deciders else offered

    def _likeliest(self, fitting: Sequence[UUID]) -> UUID | None:
        """Who decides here as a rule: somebody of the case's own institution, else the only one there is; else nobody,
        so that a stranger's name is never saved unseen."""
        people = [one for one in map(self._given.offer.person, fitting) if one is not None]
        own = [one.id for one in people if one.institution_id == self._given.page.line.institution_id]
        return own[0] if own else fitting[0] if len(fitting) == 1 else None

    def _add_common(self) -> None:
        deciders, page = self._given.deciders if self._go_on else (), self._given.page
        self.add_section(self.tr("Who and when"))
        hint = ""
        if deciders:
            names = [one.name for one in map(self._given.offer.person, deciders) if one is not None]
            hint = self.tr("May decide: {names}.").format(
                names=("、" if self.tools.language == "zh" else ", ").join(names)
            )
        self.add_row("decided_by", self.tr("Decided by"), self.decided_by, required=True, hint=hint)
        drafter = page.solution.drafted_by_id if page.solution is not None and self._step is Step.APPROVED else None
        fitting = [one for one in deciders if one not in page.complained_of and one != drafter]
        me = self._by.decided_by if self._by.decided_by not in page.complained_of else None
        self.decided_by.choose(me if not deciders or me in fitting else self._likeliest(fitting))
        self.earlier = QCheckBox(self.tr("It was done earlier than now"))
        self.at = MomentPicker(self._given.offer.now, zone=self._given.offer.zone)
        self.words = QPlainTextEdit()
        if self._go_on:
            self.add_row("earlier", "", self.earlier)
            self.earlier.setAccessibleName(self.earlier.text())
            self.add_row("at", self.tr("Done at"), self.at, required=True)
            self.field_row("at").set_shown(False)
            self.earlier.toggled.connect(self.field_row("at").set_shown)
            if self._step is not Step.APPROVED:
                self.add_row("words", self.tr("Note on the step"), self.words, hint=self.tr("Can stay empty."))

    def _name_it(self) -> None:
        number = self._given.page.line.number
        if not self._go_on:
            self.setWindowTitle(f"{self.part.title()} · {number}")
            return
        language, follows = self.tools.language, after(self._step)
        self.setWindowTitle(f"{step_words(self._step, language)} · {number}")
        if self._step is Step.APPROVED:
            self.save_button.setText(self.tr("Save the decision"))
        elif follows is None:
            self.save_button.setText(self.tr("Finish the case"))
        elif self._step is Step.CLOSED:
            self.save_button.setText(self.tr("Close the case"))
        else:
            if self._step is Step.RECEIVED:
                assert isinstance(self.part, AcceptPart)
                self.part.at_once.toggled.connect(lambda _on: self._say_next())
            self._say_next()

    def _say_next(self) -> None:
        """Where Save leads."""
        follows = after(self._step)
        if isinstance(self.part, AcceptPart) and self._step is Step.RECEIVED and self.part.at_once.isChecked():
            follows = Step.INVESTIGATED
        self.save_button.setText(self.tr("On to {step}").format(step=step_words(follows, self.tools.language)))

    def read_draft(self) -> StepWork:
        work = StepWork(
            go_on=self._go_on,
            words=self.words.toPlainText().strip(),
            at=self._at(),
            decided_by=id_of(self.decided_by),
        )
        return self.part.fill(work)

    def _at(self) -> datetime | None:
        """When it was done, if not now."""
        if not self._go_on or not self.earlier.isChecked():
            return None
        current = self._given.page.course.current
        return exact(self.at.moment(), self._given.offer.now, current.entered_at if current is not None else None)

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, StepWork)
        found = list(self.part.problems(draft))
        if draft.decided_by is None:
            found.append(Problem("decided_by", "nobody_decides"))
        current = self._given.page.course.current
        if current is not None:
            found += between("at", draft.at, current.entered_at, self._given.offer.now)
        return found

    def show_problems(self, problems: Sequence[Problem]) -> None:
        worded = [with_posts(one, self.tools.language) for one in problems]
        super().show_problems(filed(worded, self.part.FIELDS))

    def _work(self, work: StepWork) -> Done[None]:
        line = self._given.page.line
        by = By(work.decided_by, self._by.entered_by)
        if not work.go_on:
            work = replace(work, words="", at=None)
        return self._complaints.work(line.id, line.revision, work, by)


def with_posts(problem: Problem, language: str) -> Problem:
    """Codes of posts as the rules name them, in words."""
    posts = problem.values.get("posts")
    if not isinstance(posts, str):
        return problem
    codes = posts.split("/")
    names = [say(language, f"rule.post.{code}") if knows(language, f"rule.post.{code}") else code for code in codes]
    between_ = "、" if language == "zh" else ", "
    return Problem(problem.field, problem.code, {**problem.values, "posts": between_.join(names)})
