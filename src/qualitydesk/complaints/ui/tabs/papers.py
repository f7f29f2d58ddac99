"""Tab 单据: every paper issued about the case, when, by whom, how many copies since; looked at and printed again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal

from qualitydesk.basics.phrases import say
from qualitydesk.complaints.service.papers import CasePaperLine
from qualitydesk.complaints.ui.tabs.base import Shown, Tab
from qualitydesk.kit.pieces import button, hbox, label, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel

_LANGUAGES = {"zh": "中文", "en": "English"}  # names of languages belong to no language


class PapersTab(Tab):
    """Signals: `form_wanted(case, hidden)` the case form; `paper_wanted(case, paper)` an issued one as it was;
    `copy_wanted(case, paper)` once more, marked as a copy."""

    form_wanted = Signal(object, bool)
    paper_wanted = Signal(object, object)
    copy_wanted = Signal(object, object)

    def title(self) -> str:
        return self.tr("Papers")

    def build(self) -> None:
        self.papers = TableModel(self._columns(), key=lambda one: one.line.id, parent=self)
        self.table = Table(
            self.papers,
            name=self.tr("Papers of the case"),
            empty=self.tr('No paper yet. "Case form" issues the form as the case stands now.'),
        )
        self.table.picked.connect(lambda _row: self._offer())
        self.table.opened.connect(lambda _row: self._look())
        self.form_button = button(self.tr("Case form"), "printer", partial(self._form, False), role="primary")
        self.hidden_button = button(self.tr("Case form, names hidden"), "eye", partial(self._form, True))
        self.open_button = button(self.tr("Open and print"), "file", self._look)
        self.copy_button = button(self.tr("Print a copy"), "copy", self._copy)
        hint = label(self.tr("Requests of money are issued on the tab of the money."), "hint")
        row = hbox(self.form_button, self.hidden_button, self.open_button, self.copy_button, hint, None)
        self.setLayout(vbox(row, self.table))

    def _columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("Paper"), lambda one: say(self.language, f"paper_kind.{one.line.kind}"), width=184),
            Column(self.tr("Number"), lambda one: one.line.number, width=160),
            Column(self.tr("Language"), lambda one: _LANGUAGES.get(one.line.language, one.line.language), width=88),
            Column(self.tr("Issued"), lambda one: one.line.issued_at, text=self.moment, width=136),
            Column(self.tr("By"), lambda one: one.by, width=96),
            Column(self.tr("Pages"), lambda one: one.line.pages, align="right", width=64),
            Column(self.tr("Copies"), lambda one: one.copies or "", align="right", width=64),
            Column(self.tr("Check code"), lambda one: one.line.check, stretch=True),
        )

    def show_case(self, shown: Shown) -> None:
        for made in (self.form_button, self.hidden_button):
            made.setEnabled(self.desk.papers is not None)
        self._offer()
        if self.desk.papers is not None:
            read = self.desk.tools.operations.read
            read(self, self.desk.papers.issued_on, shown.case_id, then=self._show, topic="papers")

    def _show(self, found: Sequence[CasePaperLine]) -> None:
        self.papers.show_rows(found)
        if found and self.table.current_row() is None:
            self.table.selectRow(0)
        self._offer()

    def _offer(self) -> None:
        there = isinstance(self.table.current_row(), CasePaperLine)
        self.open_button.setVisible(there)
        self.copy_button.setVisible(there)

    def _form(self, hidden: bool) -> None:
        if self.shown is not None:
            self.form_wanted.emit(self.shown.case_id, hidden)

    def _look(self) -> None:
        row = self.table.current_row()
        if self.shown is not None and isinstance(row, CasePaperLine):
            self.paper_wanted.emit(self.shown.case_id, row.line.id)

    def _copy(self) -> None:
        row = self.table.current_row()
        if self.shown is not None and isinstance(row, CasePaperLine):
            self.copy_wanted.emit(self.shown.case_id, row.line.id)
