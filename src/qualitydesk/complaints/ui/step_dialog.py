"""The window of a step: what must be there before it is left stands as fields; saved and gone on with at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QWidget

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.errors import Problem
from qualitydesk.complaints.model import Payment, Step
from qualitydesk.complaints.model.work import StepWork
from qualitydesk.complaints.rules.drafts import between
from qualitydesk.complaints.rules.steps import after
from qualitydesk.complaints.service import Complaints
from qualitydesk.complaints.ui.money_dialogs import PaymentDialog, RequestDialog
from qualitydesk.complaints.ui.offer import exact, id_of
from qualitydesk.complaints.ui.parts import PARTS, Part, StepOffer
from qualitydesk.complaints.ui.parts.accepting import AcceptPart
from qualitydesk.complaints.ui.parts.base import filed
from qualitydesk.complaints.ui.parts.classifying import BESIDE, ClassifyPart
from qualitydesk.complaints.ui.parts.solving import FormalitiesPart
from qualitydesk.complaints.ui.pay_words import PayVerb
from qualitydesk.complaints.ui.story import story_panel
from qualitydesk.complaints.ui.words import step_words, with_posts
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.keys import Key
from qualitydesk.kit.pickers import Choice, MomentPicker, Picker
from qualitydesk.kit.pieces import button, vbox
from qualitydesk.kit.theme import EDGE, GRID, ROW
from qualitydesk.kit.tools import Tools

STORY = 48 * GRID  # pixels of the story beside the form
_STORY_SHOWN = "case-story"  # among the choices remembered on this computer


class CaseStepDialog(DraftDialog):
    """`step`: whose fields are shown; `go_on`: the case leaves the step when saved; `reread(then)`: reads the case
    anew after money has moved on. Beside the form stands the case's story, folded away by Alt+S.

    Signals: `skip_wanted` the step is to be passed over instead; `why_wanted(case)` why the sums of an earlier case are
    what they are.
    """

    skip_wanted = Signal()
    why_wanted = Signal(object)

    def __init__(
        self,
        tools: Tools,
        complaints: Complaints,
        given: StepOffer,
        by: By,
        step: Step,
        *,
        go_on: bool,
        reread: Callable[[Callable[[StepOffer], object]], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self._complaints = complaints
        self._given = given
        self._by = by
        self._step = step
        self._go_on = go_on
        self._reread = reread
        self.decided_by = Picker(self._people())
        self.part: Part = PARTS[step](self, given, complaints)
        self._add_common()
        self._name_it()
        self._follow_money()
        self._add_story()
        self.writes(self._work)

    def _follow_money(self) -> None:
        if isinstance(self.part, FormalitiesPart):
            self.part.money_wanted.connect(self._ask_money)
            self.part.verb_wanted.connect(self._go_on_paying)
            self.part.skip_wanted.connect(self.skip_wanted)
        if isinstance(self.part, ClassifyPart):
            self.part.why_wanted.connect(self.why_wanted)

    def _ask_money(self) -> None:
        self._over(RequestDialog(self.tools, self._complaints, self._given, self._by, parent=self))

    def _go_on_paying(self, verb: PayVerb, payment: Payment) -> None:
        self._over(PaymentDialog(self.tools, self._complaints, self._given, payment, verb, self._by, parent=self))

    def _over(self, dialog: DraftDialog) -> None:
        """What is saved in it is read before this window goes on."""
        if self._reread is not None:
            reread = self._reread
            dialog.accepted.connect(lambda: reread(self._renew))
        dialog.open()

    def _renew(self, given: StepOffer) -> None:
        assert isinstance(self.part, FormalitiesPart)
        self._given = given
        self.part.renew(given)
        self.part.money.setFocus() if self.part.money.verbs else self.save_button.setFocus()

    def _add_story(self) -> None:
        page, offer = self._given.page, self._given.offer
        self.story = story_panel(page, self.tools.language, offer.zone)
        below = self.part.beside
        if below is None:
            self.add_beside(self.story, STORY)
        else:
            column = QWidget()
            column.setLayout(stacked := vbox(self.story, below, None, gap=EDGE))
            stacked.setStretch(0, 10)  # without the story what stands below it moves up
            self.add_beside(column, BESIDE)
        self.story_button = button(self.tr("The case's story (Alt+S)"), "note", self.turn_story, role="quiet")
        self.add_extra_button(self.story_button)
        self.key_table.bind(Key("Alt+S", self.tr("Show or fold the case's story"), self.turn_story))
        room = self.screen().availableGeometry().width()
        shown = bool(self.tools.places.file.current.choices.get(_STORY_SHOWN, True))
        self._show_story(shown and room >= self.minimumWidth())

    def open(self) -> None:
        """As high as the story needs, too, where the screen has the room."""
        super().open()
        inside = self.story.widget()
        if not self.story.isHidden() and inside is not None:
            room = self.screen().availableGeometry().height() - 10 * GRID
            below = self.part.beside
            wanted = inside.heightForWidth((STORY if below is None else BESIDE) - 3 * GRID) + 15 * GRID
            wanted += below.sizeHint().height() + EDGE if below is not None else 0
            self.resize(self.width(), max(self.height(), min(wanted, room)))

    def turn_story(self) -> None:
        """Fold the story away, or show it again; the next window opens the same way."""
        shown = self.story.isHidden()
        self._show_story(shown)
        file = self.tools.places.file
        file.change(choices={**file.current.choices, _STORY_SHOWN: shown})
        if shown:
            self.story.setFocus()

    def _show_story(self, shown: bool) -> None:
        had, stays = self.width(), self.part.beside is not None
        if not stays and not self.story.isHidden() and not shown:
            had -= STORY + EDGE
        self.story.setVisible(shown)
        if not stays:
            self.setMinimumWidth(72 * GRID + (EDGE + STORY if shown else 0))
        self.resize(max(had, self.minimumWidth()), self.height())

    def _people(self) -> list[Choice]:
        deciders = self._given.deciders if self._go_on else ()
        offered = self._given.offer.staff_choices(self._given.page.line.institution_id)
        barred = self._given.page.complained_of if self._step is not Step.RECEIVED else frozenset()
        offered = [one for one in offered if one.key not in barred]
        return sorted(offered, key=lambda one: one.key not in deciders) if deciders else offered

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
        likeliest = self._given.offer.likeliest(fitting, page.line.institution_id)
        self.decided_by.choose(me if not deciders or me in fitting else likeliest)
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
                self.words.setPlaceholderText(self.tr("Can stay empty."))
                self.add_row("words", self.tr("Note on the step"), self.words)
                if self._step is Step.CLASSIFIED:  # the longest form: what level IV asks for besides has to fit, too
                    self.words.setFixedHeight(2 * ROW)

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
