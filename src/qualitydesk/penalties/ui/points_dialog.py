"""Staff points entered in seconds: employee, act, done; the dialog stays open for the next one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QWidget

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.errors import Problem
from qualitydesk.basics.phrases import capital, say
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import Choice, MomentPicker, Picker
from qualitydesk.kit.pieces import label
from qualitydesk.kit.tools import Tools
from qualitydesk.penalties.model.points import PointsDraft, PointsLine, PointsOffer
from qualitydesk.penalties.rules.points import problems_in_points
from qualitydesk.penalties.service import StaffPoints
from qualitydesk.penalties.ui.reward_words import people_choices, signed


@dataclass(frozen=True)
class Typed:
    """The draft, and why it replaces another entry ("" when it is a new one)."""

    draft: PointsDraft
    reason: str = ""


class PointsDialog(DraftDialog):
    """A new entry, or the correction of `old`. `now`: what the clock says as it opens."""

    def __init__(
        self,
        tools: Tools,
        points: StaffPoints,
        offer: PointsOffer,
        now: datetime,
        by: By,
        *,
        old: PointsLine | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("Correct points") if old else self.tr("Enter points"))
        self.save_button.setText(self.tr("Correct") if old else self.tr("Enter"))
        self._points = points
        self._by = by
        self._old = old
        self._now = now
        self.employee = Picker(people_choices(offer.people))
        self.act = Picker(self._acts(offer))
        self.at = MomentPicker(old.at if old else now)
        self.note = QLineEdit(old.note if old else "")
        self.other_act = QLineEdit(old.other_act if old else "")
        self.reason = QLineEdit()
        self.entered = label("", "section", tone="good", wrap=True)
        self.entered.setAccessibleName(self.tr("Entered last"))
        posts = self.tr("On the points scheme: {posts}.").format(posts=" / ".join(offer.posts))
        self.add_row("employee_id", self.tr("Employee"), self.employee, hint=posts, required=True)
        self.add_row("act", self.tr("Act"), self.act, required=True)
        self.add_row("at", self.tr("When"), self.at, required=True)
        self.add_row("note", self.tr("Note"), self.note)
        self._another = self.add_row("other_act", self.tr("Another act"), self.other_act)
        self._another.set_shown(bool(old and old.other_act))
        row = self.add_row("reason", self.tr("Why corrected"), self.reason, required=True)
        row.set_shown(old is not None)
        self.add_wide(self.entered)
        self.employee.choose(old.employee_id if old else None)
        self.act.choose(old.act if old else None)
        if old is None:
            self.cancel_button.setText(self.tr("Close"))
        self.submitted.connect(self._send)

    def _acts(self, offer: PointsOffer) -> list[Choice]:
        language = self.tools.language
        return [
            Choice(
                one.act,
                capital(say(language, f"points.act.{one.act}")),
                f"{say(language, f'points.row.{one.row}')} {signed(one.points)}",
            )
            for one in offer.acts
        ]

    def read_draft(self) -> Typed:
        employee = self.employee.chosen()
        draft = PointsDraft(
            employee if isinstance(employee, UUID) else None,
            str(self.act.chosen() or ""),
            self.at.moment(),
            self.note.text().strip(),
            self.other_act.text().strip(),
        )
        return Typed(draft, self.reason.text().strip())

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, Typed) and draft.draft.at is not None
        missing = () if self._old is None or draft.reason else (Problem("reason", "reason_missing"),)
        later = max(self._now, draft.draft.at)  # the service's clock says whether it lies ahead
        return (*problems_in_points(draft.draft, later), *missing)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """The question whether it is another act stands there only once it is asked."""
        if any(one.field == "other_act" for one in problems):
            self._another.set_shown(True)
        super().show_problems(problems)

    def _send(self, typed: object) -> None:
        assert isinstance(typed, Typed)

        def write(draft: Typed) -> Done[PointsLine]:
            if self._old is None:
                return self._points.enter(draft.draft, self._by)
            return self._points.correct(self._old.id, self._old.revision, draft.draft, draft.reason, self._by)

        self.tools.operations.write(write, typed, then=self._done, failed=self.take_back, asker=self)

    def _done(self, line: PointsLine) -> None:
        """A correction closes; after an entry the dialog waits for the next one, at the same moment."""
        if self._old is not None:
            self.finish()
            return
        self.saving(False)
        words = self.tr("Entered: {name}, {act}, {points} (number {nth} that day)")
        self.entered.setText(
            words.format(
                name=line.employee,
                act=say(self.tools.language, f"points.act.{line.act}"),
                points=signed(line.points),
                nth=line.nth,
            )
        )
        self.employee.choose(None)
        self.act.choose(None)
        self.note.clear()
        self.other_act.clear()
        self._another.set_shown(False)
        self.show_problems(())
        self._remember()
        self.employee.setFocus()
