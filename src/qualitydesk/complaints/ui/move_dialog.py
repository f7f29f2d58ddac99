"""A case goes another way than forward: sent back, a step passed over, opened again; always with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QWidget

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.errors import Problem
from qualitydesk.complaints.model import Leave, Move, Step
from qualitydesk.complaints.rules.drafts import between
from qualitydesk.complaints.service import Complaints
from qualitydesk.complaints.ui.offer import exact, id_of
from qualitydesk.complaints.ui.parts import StepOffer
from qualitydesk.complaints.ui.words import step_words
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import Choice, MomentPicker, Picker
from qualitydesk.kit.pieces import Banner
from qualitydesk.kit.tools import Tools


@dataclass(frozen=True)
class MoveDraft:
    """What the dialog hands over. `to` None: the step that follows."""

    to: Step | None = None
    reason: str = ""
    decided_by: UUID | None = None
    at: datetime | None = None


class MoveDialog(DraftDialog):
    """`moves`: all of one kind; `to`: the one proposed."""

    def __init__(
        self,
        tools: Tools,
        complaints: Complaints,
        given: StepOffer,
        by: By,
        moves: Sequence[Move],
        to: Step | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self._complaints = complaints
        self._given = given
        self._by = by
        self._moves = tuple(moves)
        self._how = moves[0].how
        self._say_titles()
        self.banner = Banner("", "warning")
        self.add_wide(self.banner)
        self.to = Picker(
            [Choice(int(one.to), step_words(one.to, tools.language)) for one in moves if one.to is not None]
        )
        if self._how is not Leave.SKIP:
            words = self.tr("To which step") if self._how is Leave.BACK else self.tr("Taken up again at")
            self.add_row("to", words, self.to, required=True)
        proposed = to if to is not None else moves[-1].to
        self.to.choose(int(proposed) if proposed is not None else None)
        self.reason = QPlainTextEdit()
        self.add_row("reason", self.tr("Reason"), self.reason, required=True)
        self.decided_by = Picker(given.offer.staff_choices(given.page.line.institution_id))
        self.decided_by.choose(by.decided_by)
        self.add_row("decided_by", self.tr("Decided by"), self.decided_by, required=True)
        self.earlier = QCheckBox(self.tr("It was done earlier than now"))
        self.at = MomentPicker(given.offer.now, zone=given.offer.zone)
        self.add_row("earlier", "", self.earlier)
        self.earlier.setAccessibleName(self.earlier.text())
        self.add_row("at", self.tr("Done at"), self.at, required=True)
        self.field_row("at").set_shown(False)
        self.earlier.toggled.connect(self.field_row("at").set_shown)
        self.to.picked.connect(lambda _key: self._say_barred())
        self._say_barred()
        self.writes(self._move)

    def _say_titles(self) -> None:
        number, step = self._given.page.line.number, step_words(self._given.page.course.step, self.tools.language)
        titles = {
            Leave.BACK: (self.tr("Send {number} back"), self.tr("Send back")),
            Leave.SKIP: (self.tr("Skip {step} of {number}"), self.tr("Skip the step")),
            Leave.REOPEN: (self.tr("Reopen {number}"), self.tr("Reopen the case")),
        }
        title, save = titles[self._how]
        self.setWindowTitle(title.format(number=number, step=step))
        self.save_button.setText(save)

    def _say_barred(self) -> None:
        """What stands against the move chosen, at once."""
        chosen = self._chosen()
        problems = [one for one in (chosen.problems if chosen else ()) if one.field != "decided_by"]
        self.banner.say("\n".join(self.tools.prompts.words_of(one) for one in problems), "warning")
        self.save_button.setEnabled(not problems)

    def _chosen(self) -> Move | None:
        if self._how is Leave.SKIP:
            return self._moves[0]
        key = self.to.chosen()
        return next((one for one in self._moves if one.to == key), None)

    def read_draft(self) -> MoveDraft:
        chosen = self._chosen()
        return MoveDraft(
            chosen.to if chosen else None,
            self.reason.toPlainText().strip(),
            id_of(self.decided_by),
            exact(self.at.moment(), self._given.offer.now, self._floor()) if self.earlier.isChecked() else None,
        )

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, MoveDraft)
        found = [] if draft.reason else [Problem("reason", "reason_missing")]
        if draft.to is None and self._how is not Leave.SKIP:
            found.append(Problem("to", "required"))
        if draft.decided_by is None:
            found.append(Problem("decided_by", "nobody_decides"))
        return found + between("at", draft.at, self._floor(), self._given.offer.now)

    def _floor(self) -> datetime:
        """Nothing happens before the present stay began."""
        last = self._given.page.course.visits[-1]
        return last.left_at or last.entered_at

    def _move(self, draft: MoveDraft) -> Done[None]:
        line, by = self._given.page.line, By(draft.decided_by, self._by.entered_by)
        if self._how is Leave.SKIP:
            return self._complaints.skip_step(line.id, line.revision, draft.reason, by, at=draft.at)
        assert draft.to is not None
        verb = self._complaints.go_back if self._how is Leave.BACK else self._complaints.reopen
        return verb(line.id, line.revision, draft.to, draft.reason, by, at=draft.at)
