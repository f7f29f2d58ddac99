"""How a report is wished: form, names, items, photos, paper, language; remembered; earlier ones printed again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from qualitydesk.basics.phrases import say
from qualitydesk.inspections.model.reports import Names, PhotoSize, ReportForm, ReportOptions
from qualitydesk.inspections.ui.report.remembered import remember, remembered
from qualitydesk.kit.dates import moment_words
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import Choice, Picker
from qualitydesk.kit.pieces import label
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import ROW
from qualitydesk.kit.tools import Tools
from qualitydesk.papers.model import PaperLine

_KEPT = "report"
_SHOWN = 3  # earlier reports in sight at once
E = TypeVar("E", bound=StrEnum)


class ReportDialog(DraftDialog):
    """Signals: `submitted(ReportOptions)` on Make; `copy_wanted(UUID)`: an earlier report is to be printed again."""

    copy_wanted = Signal(object)

    def __init__(
        self,
        tools: Tools,
        title: str,
        *,
        visit: bool = False,
        issued: Sequence[PaperLine] = (),
        parent: QWidget | None = None,
    ) -> None:
        """`visit`: a mystery customer's round, which may be told as an experience report."""
        super().__init__(tools, title, parent=parent)
        self.save_button.setText(self.tr("Make the report"))
        self._visit = visit
        usual = ReportOptions(language=tools.language)
        chosen = remembered(tools.places.file, _KEPT, usual)
        form = ReportForm.EXPERIENCE if visit else ReportForm.INSPECTION
        self.form_picker = Picker(
            [
                Choice(ReportForm.EXPERIENCE, self.tr("Experience report: the account with times")),
                Choice(ReportForm.INSPECTION, self.tr("Check report: the list with its answers")),
            ]
        )
        self.form_picker.choose(form)
        self.names_picker = Picker(
            [
                Choice(Names.FULL, self.tr("In full")),
                Choice(Names.MASKED, self.tr("Hidden (first character and **)")),
                Choice(Names.MEETING, self.tr("Hidden, marked as meeting version")),
            ]
        )
        self.names_picker.choose(chosen.names)
        self.photo_picker = Picker(
            [
                Choice(PhotoSize.LARGE, self.tr("Large, four to a page")),
                Choice(PhotoSize.MEDIUM, self.tr("Medium, two in a row")),
                Choice(PhotoSize.SMALL, self.tr("Small, three in a row")),
                Choice(PhotoSize.NONE, self.tr("None")),
            ]
        )
        self.photo_picker.choose(chosen.photos)
        self.paper_picker = Picker([Choice("A4", "A4"), Choice("A5", "A5")])
        self.paper_picker.choose(chosen.paper)
        self.language_picker = Picker([Choice("zh", "中文"), Choice("en", "English")])
        self.language_picker.choose(chosen.language)
        self.hide_passed = QCheckBox(self.tr("Leave out items that passed"))
        self.hide_passed.setChecked(chosen.hide_passed)
        self.add_row("form", self.tr("Report"), self.form_picker)
        self.field_row("form").set_shown(visit)
        self.add_row("names", self.tr("Names of the inspected"), self.names_picker)
        self.add_row("hide_passed", self.tr("Items"), self.hide_passed)
        self.add_row("photos", self.tr("Photos"), self.photo_picker)
        self.add_row("paper", self.tr("Paper"), self.paper_picker)
        self.add_row("language", self.tr("Language"), self.language_picker)
        if issued:
            self._show_issued(issued)

    def _show_issued(self, issued: Sequence[PaperLine]) -> None:
        self.add_section(self.tr("Issued before"))
        language = self.tools.language
        columns = (
            Column(self.tr("Issued"), lambda line: line.issued_at, text=moment_words, width=136),
            Column(self.tr("Report"), lambda line: say(language, f"paper_kind.{line.kind}"), stretch=True),
            Column(self.tr("Language"), lambda line: "中文" if line.language == "zh" else "English", width=72),
            Column(self.tr("Pages"), lambda line: line.pages, align="right", width=56),
            Column(self.tr("Check code"), lambda line: line.check, width=112),
        )
        self.earlier = TableModel(columns, parent=self)
        self.earlier_table = Table(self.earlier, name=self.tr("Issued before"), empty="")
        self.earlier.show_rows(list(issued))
        rows = min(len(issued), _SHOWN) + 1
        self.earlier_table.setFixedHeight(rows * ROW + ROW // 2)
        self.earlier_table.opened.connect(lambda line: self.copy_wanted.emit(line.id))
        self.add_wide(self.earlier_table)
        hint = self.tr(
            "Enter on one prints it again as it was, marked as a copy. What is unchanged is not issued twice."
        )
        self.add_wide(label(hint, "hint", wrap=True))

    def is_changed(self) -> bool:
        return False  # nothing is lost by closing it

    def read_draft(self) -> ReportOptions:
        return ReportOptions(
            form=_chosen(self.form_picker, ReportForm.INSPECTION) if self._visit else ReportForm.INSPECTION,
            hide_passed=self.hide_passed.isChecked(),
            names=_chosen(self.names_picker, Names.FULL),
            photos=_chosen(self.photo_picker, PhotoSize.LARGE),
            paper=str(self.paper_picker.chosen() or "A4"),
            language=str(self.language_picker.chosen() or self.tools.language),
        )

    def finish(self) -> None:
        """Made: what was chosen is what the next report begins with."""
        remember(self.tools.places.file, _KEPT, replace(self.read_draft(), form=ReportForm.INSPECTION))
        super().finish()


def _chosen(picker: Picker, usual: E) -> E:
    """The picker's key as its enum; Qt may hand a string enum back as plain text."""
    found = picker.chosen()
    return usual if found is None else type(usual)(str(found))
