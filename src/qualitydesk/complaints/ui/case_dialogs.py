"""Dialogs of a case's menu: pause, flag the patient, merge into another, split a subject off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import local
from qualitydesk.basics.errors import Problem
from qualitydesk.basics.phrases import say
from qualitydesk.complaints.model import CaseLine, PauseDraft, PauseOffer
from qualitydesk.complaints.service import Complaints
from qualitydesk.complaints.ui.offer import id_of
from qualitydesk.complaints.ui.parts import StepOffer
from qualitydesk.complaints.ui.words import patient_words, pause_words, step_face
from qualitydesk.kit.dates import moment_words
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import Choice, MomentPicker, Picker
from qualitydesk.kit.pieces import Banner
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import ROW
from qualitydesk.kit.tools import Tools


class PauseDialog(DraftDialog):
    """The step's clocks stand still, the closing limit never does. Reasons and how long each lasts at most come from
    the rules in force for the case."""

    def __init__(
        self, tools: Tools, complaints: Complaints, given: StepOffer, by: By, parent: QWidget | None = None
    ) -> None:
        super().__init__(tools, "", parent=parent)
        line = given.page.line
        self.setWindowTitle(self.tr("Pause {number}").format(number=line.number))
        self.save_button.setText(self.tr("Pause the clocks"))
        self._offers = {one.reason: one for one in given.pauses}
        self._zone = given.offer.zone
        names = [Choice(code, pause_words(code, tools.language)) for code in self._offers]
        self.reason = Picker(names, optional=True, placeholder=self.tr("Choose"))
        self.until = MomentPicker(optional=True, zone=given.offer.zone)
        self.words = QPlainTextEdit()
        self.add_row(
            "reason",
            self.tr("Reason"),
            self.reason,
            required=True,
            hint=self.tr("Only the clock of the step stands still, at the longest as the rule allows; the limit for "
                         "closing goes on."),
        )  # fmt: skip
        self.longest = Banner("", "info")
        self.add_wide(self.longest)
        self._say_longest()  # nothing before a reason is chosen
        self.reason.picked.connect(lambda _key: self._say_longest())
        self.add_row("until", self.tr("Until"), self.until, hint=self.tr("Can stay empty: until it is taken up again."))
        self.add_row("words", self.tr("In words"), self.words)
        self.writes(lambda draft: complaints.pause(line.id, line.revision, draft, by))

    def _say_longest(self) -> None:
        """How long a pause for this reason lasts at most."""
        offer = self._offers.get(str(self.reason.chosen() or ""))
        if offer is None:
            self.longest.say("", "info")
            return
        length = f"{offer.longest} {say(self.tools.language, f'clock.unit.{offer.unit}')}"
        words = self.tr("At the longest {length}: until {latest}. Then the clock goes on by itself.")
        self.longest.say(words.format(length=length, latest=_end_words(offer, self._zone)), "info")

    def read_draft(self) -> PauseDraft:
        reason = self.reason.chosen()
        return PauseDraft(str(reason or ""), self.words.toPlainText().strip(), self.until.moment())

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, PauseDraft)
        return [] if draft.reason else [Problem("reason", "required")]

    def show_problems(self, problems: Sequence[Problem]) -> None:
        super().show_problems([_worded(one) for one in problems])


def _day(at: object) -> str:
    return moment_words(at)[:10]


def _end_words(offer: PauseOffer, zone: str) -> str:
    """The last moment on the wall clock; a midnight as the 24:00 of the day it ends."""
    end = local(offer.latest, zone)
    if (end.hour, end.minute) != (0, 0):
        return moment_words(offer.latest, zone)
    return f"{(end - timedelta(days=1)).date().isoformat()} 24:00"


def _worded(one: Problem) -> Problem:
    """The latest moment of a pause on the wall clock."""
    latest = one.values.get("latest")
    if not isinstance(latest, str):
        return one
    return Problem(one.field, one.code, {**one.values, "latest": moment_words(datetime.fromisoformat(latest))})


@dataclass(frozen=True)
class JoinDraft:
    """Which case, or which subject, and why."""

    chosen: UUID | None = None
    reason: str = ""


class CaseMergeDialog(DraftDialog):
    """Looks for the case this one is to be linked into: by number, name, telephone or any words."""

    def __init__(
        self, tools: Tools, complaints: Complaints, given: StepOffer, by: By, parent: QWidget | None = None
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self._line = given.page.line
        self._complaints = complaints
        self.setWindowTitle(self.tr("Merge {number} into another case").format(number=self._line.number))
        self.save_button.setText(self.tr("Merge"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Number, name, telephone or any words"))
        self.found = TableModel(self._columns(), parent=self)
        self.table = Table(
            self.found, name=self.tr("Cases found"), empty=self.tr("Type a number, a name or some words above.")
        )
        self.table.setMinimumHeight(5 * ROW)
        self.reason = QPlainTextEdit()
        self.add_row("search", self.tr("Into which case"), self.search, required=True)
        self.add_row(
            "into",
            "",
            self.table,
            hint=self.tr("This case is linked to it: its clocks end, its files show there. It can be parted again."),
        )
        self.add_row("reason", self.tr("Reason"), self.reason, required=True)
        self._pause = QTimer(self, singleShot=True, interval=200)
        self._pause.timeout.connect(self._look)
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self.found.show_rows([one for one in given.page.earlier if one.merged_into is None])
        self.writes(lambda draft: complaints.merge(self._line.id, self._line.revision, draft.chosen, draft.reason, by))

    def _columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("Number"), lambda line: line.number, tip=lambda line: line.narrative, width=128, whole=True),
            Column(self.tr("Received"), lambda line: line.received_at, text=_day, width=100, whole=True),
            Column(self.tr("Patient"), patient_words, width=72),
            Column(self.tr("Step"), lambda line: step_face(line.step, self.tools.language), stretch=True),
        )

    def _look(self) -> None:
        text = self.search.text().strip()
        if text:
            self.tools.operations.read(self, self._complaints.search, text, then=self._show, topic="merge")

    def _show(self, found: Sequence[CaseLine]) -> None:
        self.found.show_rows([one for one in found if one.id != self._line.id and one.merged_into is None])
        self.table.say_empty(self.tr("No other case fits."))
        if self.found.rowCount():
            self.table.selectRow(0)

    def read_draft(self) -> JoinDraft:
        row = self.table.current_row()
        return JoinDraft(row.id if isinstance(row, CaseLine) else None, self.reason.toPlainText().strip())

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, JoinDraft)
        found = [] if draft.chosen is not None else [Problem("search", "required")]
        return found if draft.reason else [*found, Problem("reason", "reason_missing")]


class SplitDialog(DraftDialog):
    """One subject becomes a case of its own, received when this one was."""

    def __init__(
        self,
        tools: Tools,
        complaints: Complaints,
        given: StepOffer,
        by: By,
        wanted: Callable[[UUID], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent=parent)
        line = given.page.line
        self.setWindowTitle(self.tr("Split a subject off {number}").format(number=line.number))
        self.save_button.setText(self.tr("Make it a case"))
        own = [one for one in given.page.subjects if one.split_to is None]
        offered = [Choice(one.id, say(tools.language, f"subject.{one.kind}"), one.words) for one in own]
        self.subject = Picker(offered, optional=True, placeholder=self.tr("Choose"))
        self.reason = QPlainTextEdit()
        self.add_row(
            "subject",
            self.tr("Subject"),
            self.subject,
            required=True,
            hint=self.tr("The new case has the same people and the same time of receipt; its number is its own."),
        )
        self.add_row("reason", self.tr("Reason"), self.reason, required=True)
        self.writes(
            lambda draft: complaints.split_subject(line.id, line.revision, draft.chosen, draft.reason, by),
            then=lambda case_id: wanted(case_id) if isinstance(case_id, UUID) else None,
        )

    def read_draft(self) -> JoinDraft:
        return JoinDraft(id_of(self.subject), self.reason.toPlainText().strip())

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, JoinDraft)
        found = [] if draft.chosen is not None else [Problem("subject", "required")]
        return found if draft.reason else [*found, Problem("reason", "reason_missing")]
