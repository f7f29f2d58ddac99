"""Step 4: how far each answers, and the level by the decision table, its criterion named while facts are entered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QWidget

from qualitydesk.basics.errors import Problem
from qualitydesk.basics.phrases import say
from qualitydesk.complaints.model import (
    Level,
    PersonDraft,
    PersonRole,
    Responsibility,
    SeverityDraft,
    SeverityFacts,
)
from qualitydesk.complaints.model.work import StepWork
from qualitydesk.complaints.rules.severity import Graded, problems_in_severity
from qualitydesk.complaints.ui.offer import id_of, one_of
from qualitydesk.complaints.ui.parts.base import Part
from qualitydesk.complaints.ui.similar import SimilarCases
from qualitydesk.complaints.ui.words import choices, level_words
from qualitydesk.kit.explain_dialog import why_key
from qualitydesk.kit.pickers import Choice, MoneyBox, Picker
from qualitydesk.kit.pieces import Banner, label, vbox
from qualitydesk.kit.theme import GRID, ROW

BESIDE = 72 * GRID  # pixels of the similar cases beside the form, with room for their sums
_ROOM = 152 * GRID  # pixels of a screen on which they can stand there


class ClassifyPart(Part):
    """Responsibility and severity. Signals: `why_wanted(case)` why the sums of an earlier case are what they are."""

    why_wanted = Signal(object)

    FIELDS = {"people": "people_0", "level": "confirmed_by"}  # noqa: RUF012 - never written

    def build(self) -> None:
        self._graded: Graded | None = None
        self._judged: dict[UUID, Picker] = {}
        self._build_people()
        self._build_facts()
        self._build_alike()
        self._build_level()
        before = self.page.severity
        if before is not None:
            self.level.choose(before.level if before.level is not before.proposed else None)
            self.reason.setText(before.reason)
        self.cause.setText(self.page.cause)
        for box in (self.refund, self.compensation):
            box.textChanged.connect(lambda _text: self._ask())
        for flag in self._flags.values():
            flag.toggled.connect(lambda _on: self._ask())
        self.level.picked.connect(lambda _key: self._show_rows())
        self._show_rows()
        self._ask()

    def _build_people(self) -> None:
        people = [one for one in self.page.people if one.role is PersonRole.COMPLAINED]
        if people:
            self.dialog.add_section(self.tr("How far each answers for it"))
        for at, one in enumerate(people):
            picker = Picker(
                choices("responsibility", Responsibility, self.language), optional=True, placeholder=self.tr("Choose")
            )
            picker.choose(one.responsibility)
            self.dialog.add_row(f"people_{at}", one.name, picker, required=True)
            self._judged[one.employee_id] = picker

    def _build_facts(self) -> None:
        self.dialog.add_section(self.tr("What it came to"))
        solution, facts = self.page.solution, self.page.severity.facts if self.page.severity else SeverityFacts()
        self.refund = MoneyBox(facts.refund or (solution.refund if solution else 0) or None)
        self.compensation = MoneyBox(facts.compensation or (solution.compensation if solution else 0) or None)
        self.dialog.add_row("refund", self.tr("Refund, yuan"), self.refund)
        self.dialog.add_row("compensation", self.tr("Compensation, yuan"), self.compensation)
        self._flags = {
            "loss": QCheckBox(self.tr("A direct loss")),
            "reputation": QCheckBox(self.tr("Damage to name and trust")),
            "grave_accident": QCheckBox(self.tr("A grave medical or safety accident")),
            "death": QCheckBox(self.tr("Death from an accident")),
        }
        ticks, grid = QWidget(), QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        ticks.setLayout(grid)
        for at, (name, box) in enumerate(self._flags.items()):
            box.setMinimumHeight(ROW)
            box.setAccessibleName(box.text())
            box.setChecked(getattr(facts, name))
            grid.addWidget(box, at // 2, at % 2)
        self.dialog.add_wide(ticks)
        self.proposal = Banner("", "info")
        self.dialog.add_wide(self.proposal)

    def _build_alike(self) -> None:
        """Beside the form where the screen has the room, so that the form need not be scrolled."""
        self.alike = SimilarCases(self.dialog.tools, self.complaints)
        self.alike.why_wanted.connect(self.why_wanted)
        self.dialog.key_table.bind(why_key())
        head = label(self.tr("How similar earlier cases came out"), "section")
        if self.dialog.screen().availableGeometry().width() >= _ROOM:
            self.alike.table.keep_high(3, 6)
            self.alike.similar.modelReset.connect(lambda: self.alike.table.keep_high(3, 6))
            self.beside = QWidget()
            self.beside.setLayout(vbox(head, self.alike, gap=GRID))
        else:
            self.alike.table.setFixedHeight(5 * ROW)
            self.dialog.add_wide(head)
            self.dialog.add_wide(self.alike)
        self.alike.read_for(self.page.line.id)

    def _build_level(self) -> None:
        self.level = Picker(
            [Choice(level, level_words(level, self.language)) for level in Level],
            optional=True,
            placeholder=self.tr("As proposed"),
        )
        self.reason = QLineEdit()
        self.cause = QLineEdit()
        self.confirmed_by = Picker(
            [
                one
                for one in self.given.offer.staff_choices(self.page.line.institution_id)
                if one.key not in self.page.complained_of
            ],
            optional=True,
        )
        self.dialog.add_row("level_chosen", self.tr("Another level"), self.level)
        self.dialog.add_row(
            "reason", self.tr("Reason"), self.reason, hint=self.tr("Needed for another level than the one proposed.")
        )
        self.dialog.add_row(
            "confirmed_by",
            self.tr("Confirmed by"),
            self.confirmed_by,
        )
        self.dialog.add_row("cause", self.tr("Cause"), self.cause)

    def _show_rows(self) -> None:
        """The reason for another level, and the second person, only where they are asked for."""
        graded, chosen = self._graded, one_of(self.level, Level)
        other = chosen is not None and (graded is None or chosen is not graded.level)
        self.dialog.field_row("reason").set_shown(other or bool(self.reason.text()))
        confirmed = self.dialog.field_row("confirmed_by")
        confirmed.set_shown(graded is not None and (chosen or graded.level) >= graded.second_from)
        if graded is not None and graded.second_from <= Level.V:
            words = self.tr("From level {level} on a second person; not who decides here.")
            confirmed.say_hint(words.format(level=Level(graded.second_from).name))

    def facts(self) -> SeverityFacts:
        return SeverityFacts(
            self.refund.fen() or 0,
            self.compensation.fen() or 0,
            **{name: box.isChecked() for name, box in self._flags.items()},
        )

    def _ask(self) -> None:
        self.dialog.tools.operations.read(
            self, self.complaints.graded, self.page.line.id, self.facts(), then=self._show, topic="graded"
        )

    def _show(self, graded: Graded) -> None:
        self._graded = graded
        words = self.tr("Proposed: {level}, because: {criterion}.").format(
            level=level_words(graded.level, self.language),
            criterion=say(self.language, f"criterion.{graded.criterion}"),
        )
        if graded.offered:
            offered = ", ".join(level.name for level in graded.offered)
            words += " " + self.tr("{levels} may be chosen instead.").format(levels=offered)
        self.proposal.say(words, "info")
        self._show_rows()

    def fill(self, work: StepWork) -> StepWork:
        draft = SeverityDraft(
            self.facts(),
            one_of(self.level, Level),
            self.reason.text().strip(),
            self.cause.text().strip(),
        )
        second = None if self.dialog.field_row("confirmed_by").right.isHidden() else id_of(self.confirmed_by)
        return replace(work, people=self._people(), severity=draft, confirmed_by=second)

    def _people(self) -> tuple[PersonDraft, ...] | None:
        judged = {key: one_of(picker, Responsibility) for key, picker in self._judged.items()}
        after = tuple(
            PersonDraft(one.employee_id, one.role, judged.get(one.employee_id, one.responsibility), one.words)
            for one in self.page.people
        )
        before = tuple(
            PersonDraft(one.employee_id, one.role, one.responsibility, one.words) for one in self.page.people
        )
        return after if after != before else None

    def problems(self, work: StepWork) -> Sequence[Problem]:
        found = []
        if work.go_on:
            for at, picker in enumerate(self._judged.values()):
                if picker.chosen() is None:
                    found.append(Problem(f"people_{at}", "need_responsibility"))
        for name, box in (("refund", self.refund), ("compensation", self.compensation)):
            if not box.is_amount():
                found.append(Problem(name, "amount_unreadable"))
        if self._graded is not None and work.severity is not None:
            found += problems_in_severity(work.severity, self._graded)
        return found

    def title(self) -> str:
        return self.tr("Responsibility and level")
