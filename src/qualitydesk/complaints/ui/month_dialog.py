"""Which month's statistics are wanted: month, the whole group or one institution, paper and language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qualitydesk.complaints.model.month import MonthDates
from qualitydesk.complaints.rules.statistics import month_before
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import Choice, Picker
from qualitydesk.kit.pieces import button, label
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools

_MONTHS = 24


@dataclass(frozen=True)
class MonthWish:
    """`month`: its first day; `institution_id` None: the whole group."""

    month: date
    institution_id: UUID | None
    language: str
    paper: str


class MonthDialog(DraftDialog):
    """Submits a `MonthWish` to be issued; `preview_wanted` and `workbook_wanted` carry one, too; `review_wanted(date)`
    the review of a month is to be recorded."""

    preview_wanted = Signal(object)
    workbook_wanted = Signal(object)
    review_wanted = Signal(object)

    def __init__(
        self,
        tools: Tools,
        institutions: Sequence[tuple[UUID, str]],
        today: date,
        due: MonthDates,
        parent: QWidget | None = None,
    ) -> None:
        """`due`: when the sheet of the month before today is to be there."""
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("Monthly case statistics"))
        self.save_button.setText(self.tr("Issue the sheet"))
        self.month_picker = Picker([Choice(month, f"{month:%Y-%m}") for month in _months(today)])
        self.month_picker.choose(due.month)
        whole = Choice(None, self.tr("The whole group"))
        self.institution_picker = Picker([whole, *(Choice(key, name) for key, name in institutions)])
        self.institution_picker.choose(None)
        self.paper_picker = Picker([Choice("A4", "A4"), Choice("A5", "A5")])
        self.paper_picker.choose("A4")
        self.language_picker = Picker([Choice("zh", "中文"), Choice("en", "English")])
        self.language_picker.choose(tools.language)
        self.add_row("month", self.tr("Month"), self.month_picker)
        self.add_row("institution", self.tr("Of"), self.institution_picker)
        self.add_row("paper", self.tr("Paper"), self.paper_picker)
        self.add_row("language", self.tr("Language"), self.language_picker)
        self.due_label = label(self._due_words(due), "caption")
        self.due_label.setWordWrap(True)
        self.add_row("due", "", self.due_label)
        self.preview_button = button(self.tr("Preview"), "eye", self._preview)
        self.workbook_button = button(self.tr("Save as workbook…"), "save", self._workbook)
        self.review_button = button(
            self.tr("Record the review…"), "check", lambda: self.review_wanted.emit(self.read_draft().month)
        )
        self._buttons.insertWidget(0, self.review_button)
        self._buttons.insertWidget(0, self.preview_button)
        self._buttons.insertWidget(1, self.workbook_button)
        self.setMinimumWidth(96 * GRID)  # five buttons side by side
        self._first_of_now = today.replace(day=1)
        self.month_picker.picked.connect(lambda _month: self._offer_review())
        self._offer_review()

    def _due_words(self, due: MonthDates) -> str:
        words = self.tr("The sheet of {month} is to be ready by {ready} and reviewed before {review}.")
        told = words.format(month=f"{due.month:%Y-%m}", ready=due.ready_by, review=due.review_before)
        if due.review is not None:
            reviewed = self.tr("{name} reviewed it on {day}.")
            return f"{told} {reviewed.format(name=due.review.name, day=due.review.reviewed_on)}"
        issued = self.tr("It has been issued.")
        return f"{told} {issued}" if due.issued else told

    def show_due(self, due: MonthDates) -> None:
        """The review has been recorded."""
        self.due_label.setText(self._due_words(due))

    def _offer_review(self) -> None:
        """A month that lasts cannot be reviewed."""
        month = self.month_picker.chosen()
        self.review_button.setEnabled(isinstance(month, date) and month < self._first_of_now)

    def is_changed(self) -> bool:
        return False  # nothing is lost by closing it

    def read_draft(self) -> MonthWish:
        month, institution = self.month_picker.chosen(), self.institution_picker.chosen()
        assert isinstance(month, date)
        return MonthWish(
            month,
            institution if isinstance(institution, UUID) else None,
            str(self.language_picker.chosen() or self.tools.language),
            str(self.paper_picker.chosen() or "A4"),
        )

    def _preview(self) -> None:
        self.preview_wanted.emit(self.read_draft())

    def _workbook(self) -> None:
        self.workbook_wanted.emit(self.read_draft())


def _months(today: date) -> list[date]:
    """This month and those before it, the newest first."""
    found = [today.replace(day=1)]
    while len(found) < _MONTHS:
        found.append(month_before(found[-1]))
    return found
