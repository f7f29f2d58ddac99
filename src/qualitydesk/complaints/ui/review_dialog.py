"""Who went through a month of complaints, and when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QWidget

from qualitydesk.complaints.model.month import MonthReview, ReviewDraft
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import Choice, DayPicker, Picker
from qualitydesk.kit.tools import Tools


class ReviewDialog(DraftDialog):
    """Submits a `ReviewDraft`."""

    def __init__(
        self,
        tools: Tools,
        month: date,
        people: Sequence[tuple[UUID, str]],
        me: UUID | None,
        today: date,
        standing: MonthReview | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`people`: (id, name) of who may have done it; `standing`: the review there is of this month."""
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("Review of {month}").format(month=f"{month:%Y-%m}"))
        self.save_button.setText(self.tr("Record the review"))
        self._month = month
        self.by_picker = Picker([Choice(key, name) for key, name in people])
        self.by_picker.choose(standing.reviewed_by if standing else me)
        self.day = DayPicker()
        self.day.set_day(standing.reviewed_on if standing else today)
        self.words = QLineEdit(standing.words if standing else "")
        self.add_row("reviewed_by", self.tr("Reviewed by"), self.by_picker)
        self.add_row("reviewed_on", self.tr("On"), self.day)
        self.add_row("words", self.tr("Result"), self.words)
        self.by_picker.setFocus()

    def read_draft(self) -> ReviewDraft:
        who = self.by_picker.chosen()
        return ReviewDraft(self._month, self.day.day(), who if isinstance(who, UUID) else None, self.words.text())
