"""Packs read from a file: every fault by its place, or every pack beside the edition in force."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from qualitydesk.basics.changes import By
from qualitydesk.basics.errors import Problem
from qualitydesk.inspections.model.editions import PackDraft
from qualitydesk.inspections.service import Standards
from qualitydesk.inspections.service.pack_files import Incoming, PackFile
from qualitydesk.inspections.ui.standards.cautions import warnings_of
from qualitydesk.inspections.ui.standards.comparison import ComparisonView
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pieces import Banner, label
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import GRID, ROW
from qualitydesk.kit.tools import Tools


@dataclass(frozen=True)
class _Draft:
    drafts: tuple[PackDraft, ...]
    reason: str


class PackImportDialog(DraftDialog):
    """Shows what a file holds. Nothing is written before it is confirmed with a reason; then all or nothing."""

    def __init__(
        self,
        tools: Tools,
        standards: Standards,
        name: str,
        file: PackFile,
        by: Callable[[], By],
        show: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("Import: {file}").format(file=name))
        self.save_button.setText(self.tr("Take over"))
        self._file = file
        self.reason = QLineEdit()
        self.faults = QPlainTextEdit()
        if file.faults:
            self._show_faults()
        else:
            self._show_packs(name)
        made, who = standards.take_in, by()
        self.writes(lambda draft: made(draft.drafts, who), then=lambda pack: show(pack.code))  # type: ignore[attr-defined]
        self.setMinimumWidth(112 * GRID)
        self.resize(128 * GRID, 80 * GRID)

    @property
    def changed(self) -> tuple[Incoming, ...]:
        """What would become a new edition."""
        return tuple(one for one in self._file.incoming if not one.same)

    def _show_faults(self) -> None:
        """Every fault with its place; there is nothing to take over."""
        count = len(self._file.faults)
        told = self.tr(
            "Faults in this file: {count}. Nothing was taken over. Mend them in the file and import it again."
        )
        self.add_wide(Banner(told.format(count=count), "danger"))
        self.faults.setReadOnly(True)
        self.faults.setAccessibleName(self.tr("Faults"))
        self.faults.setPlainText("\n".join(fault.told(self.tools.language) for fault in self._file.faults))
        self.faults.setMinimumHeight(14 * ROW)
        self.faults.setMaximumHeight(40 * ROW)
        self.add_wide(self.faults)
        self.save_button.hide()
        self.cancel_button.setText(self.tr("Close"))

    def _show_packs(self, name: str) -> None:
        self.rows = TableModel(self._columns(), key=lambda one: one.pack.code, parent=self)
        self.table = Table(self.rows, name=self.tr("Packs"), empty="")
        self.table.setFixedHeight(min(6, len(self._file.incoming) + 2) * ROW)
        self.view = ComparisonView(self.tools, {})
        self.view.setMinimumHeight(11 * ROW)
        self.caution = label("", tone="warning", wrap=True)
        if not self.changed:
            told = self.tr("Nothing changed: everything in this file is in force already, word for word.")
            self.add_wide(Banner(told, "good"))
            self.save_button.hide()
            self.cancel_button.setText(self.tr("Close"))
        self.add_wide(self.table)
        self.add_wide(self.view)
        self.add_wide(self.caution)
        self.add_row("reason", self.tr("Why"), self.reason, required=True)
        self.reason.setText(self.tr("Imported from {file}").format(file=name))
        if not self.changed:
            row = self.field_row("reason")
            row.caption.hide()
            row.right.hide()
        self.table.picked.connect(self._show_one)
        self.rows.show_rows(self._file.incoming)
        first = self.changed or self._file.incoming
        self.table.select_key(first[0].pack.code)

    def read_draft(self) -> _Draft:
        reason = self.reason.text().strip()
        return _Draft(
            tuple(PackDraft(one.pack, one.base.edition if one.base else 0, reason) for one in self.changed), reason
        )

    def problems_in(self, draft: object) -> Sequence[Problem]:
        return [] if self.reason.text().strip() else [Problem("reason", "draft_missing")]

    def is_changed(self) -> bool:
        """Nothing typed here is lost by closing: the file stays where it is."""
        return False

    def _columns(self) -> Sequence[Column]:
        language = self.tools.language
        return (
            Column(self.tr("Pack"), lambda one: one.pack.name[language], stretch=True),
            Column(self.tr("Items"), lambda one: len(one.pack.items), align="right", width=80),
            Column(self.tr("What becomes of it"), self._fate, tone=self._tone, width=240),
        )

    def _fate(self, one: Incoming) -> str:
        if one.base is None:
            return self.tr("New pack")
        if one.same:
            return self.tr("Nothing changed")
        return self.tr("Becomes edition {number}").format(number=one.base.edition + 1)

    def _tone(self, one: Incoming) -> str:
        return "good" if one.base is None else "muted" if one.same else "warning"

    def _show_one(self, one: object) -> None:
        if not isinstance(one, Incoming):
            return
        if one.base is None:
            self.view.say_instead(self.tr("A new pack: there is nothing to compare it with."))
        else:
            self.view.show_comparison(one.comparison)
        told = warnings_of(one.base, one.pack, self.tools.language)
        self.caution.setText("\n".join(told[:4] + (["…"] if len(told) > 4 else [])))
        self.caution.setVisible(bool(told))
