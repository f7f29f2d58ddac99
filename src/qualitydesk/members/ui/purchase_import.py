"""Taking over a till's list: choose the file, say what its columns mean, see what every row would do, publish it.

The rows are judged and laid ready in a process of their own; here they are only shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from qualitydesk.basics import money
from qualitydesk.basics.changes import By, Done
from qualitydesk.kit.busy import Progress, apart
from qualitydesk.kit.import_dialog import ImportDialog
from qualitydesk.kit.import_work import ImportLine, ImportPreview, ImportWork, Step
from qualitydesk.kit.pieces import button
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model.purchase_lists import (
    ListedRow,
    ListedState,
    PurchaseField,
    PurchaseLook,
    PurchaseMapping,
    PurchaseOutcome,
    PurchasePreview,
)
from qualitydesk.members.service import PurchaseLists
from qualitydesk.members.service.purchase_lists import StageOrder, stage_apart
from qualitydesk.members.ui.purchase_mapping import PurchaseMappingDialog

KINDS = (".csv", ".txt", ".xlsx")
_AT_ONCE = 2_000  # rows that come over in one piece, so that the window is never held


class PurchaseListDialog(ImportDialog):
    """The preview. Signals: `columns_wanted()` what they mean is to be told anew; `file_wanted()` another file."""

    columns_wanted = Signal()
    file_wanted = Signal()

    def choose_file(self) -> None:
        """Another file has other columns: begun anew."""
        if self._progress is None:
            self.file_wanted.emit()


class PurchaseImport(QObject):
    """Signals: `imported(PurchaseOutcome)` when everything is on disk."""

    imported = Signal(object)

    def __init__(self, tools: Tools, lists: PurchaseLists, by: Callable[[], By], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._lists = lists
        self._by = by

    def begin(self, over: QWidget, path: Path | None = None) -> None:
        """Ask for a file, or take the one dropped."""
        if path is not None:
            self._look(over, path)
            return
        kinds = self.tr("Tables (*.xlsx *.csv *.txt)")
        self._tools.prompts.open_path(over, self.tr("Import purchases"), kinds, partial(self._look, over))

    def _look(self, over: QWidget, path: Path, told: PurchaseMapping | None = None) -> None:
        def ask(look: PurchaseLook) -> None:
            dialog = PurchaseMappingDialog(self._tools, look, told or look.mapping, over.window())

            def go_on(mapping: PurchaseMapping) -> None:
                dialog.finish()
                self._preview(over, path, mapping)

            dialog.submitted.connect(go_on)
            dialog.open()

        self._tools.operations.read(over, self._lists.look_at_list, path, then=ask, topic="list")

    def _preview(self, over: QWidget, path: Path, mapping: PurchaseMapping) -> None:
        lists, language = self._lists, self._tools.language
        staged: list[UUID] = []

        def read(path: Path, _options: object, step: Step) -> ImportPreview:
            found = self._staged(lists.order(path, mapping, language), step)
            staged.append(found.stage_id)
            return self._shown(found)

        def write(leave: bool, preview: PurchasePreview, step: Step) -> Done[PurchaseOutcome]:
            return lists.publish(preview, self._by(), leave_refused=leave, step=step)

        work = ImportWork(
            read,
            partial(write, False),
            self._said,
            write_rest=partial(write, True),
            write_refused=lambda preview, path: lists.write_refused(preview, path, language),
            refused_name=self.tr("{name} refused rows").format(name=path.stem),
        )
        dialog = PurchaseListDialog(self._tools, self.tr("Import purchases"), "", work, parent=over.window())
        dialog.columns_wanted.connect(dialog.reject)
        dialog.columns_wanted.connect(lambda: self._look(over, path, mapping))
        dialog.file_wanted.connect(dialog.reject)
        dialog.file_wanted.connect(lambda: self.begin(over))
        dialog.add_extra_button(button(self.tr("Columns…"), "pencil", dialog.columns_wanted.emit))
        dialog.imported.connect(self.imported.emit)
        dialog.finished.connect(lambda _result: self._clear_away(staged))
        dialog.open()
        dialog.read_file(path)

    def _staged(self, order: StageOrder, step: Step) -> PurchasePreview:
        """Judged and laid ready in another process (a read lane's work: it waits there)."""
        rows: list[ListedRow] = []
        found = apart(step, _in_pieces, order, told=rows.extend)
        return replace(found, rows=tuple(rows))

    def _clear_away(self, staged: list[UUID]) -> None:
        """Nobody looks at what was laid ready any longer."""
        for stage_id in staged:
            self._tools.operations.write(self._lists.drop, stage_id, asker=self)

    def _said(self, outcome: PurchaseOutcome) -> str:
        words = self.tr(
            "Of {rows} rows {added} became purchases ({amount}), {there} were there already, {left} were left out. "
            "New members: {members}."
        )
        return words.format(
            rows=f"{outcome.rows:,}", added=f"{outcome.added:,}", amount=money.words(outcome.amount),
            there=f"{outcome.there:,}", left=f"{outcome.left_out:,}", members=f"{outcome.members:,}",
        )  # fmt: skip

    def _shown(self, found: PurchasePreview) -> ImportPreview:
        """The rows as the dialog has them (a read lane's work)."""
        lines = tuple(ImportLine(row.line, row.state, row.name, row.words) for row in found.rows)
        return ImportPreview(lines, tuple(self._notes(found)), found)

    def _notes(self, found: PurchasePreview) -> Iterator[str]:
        words = self.tr("New: {amount}, refunds taken off; new members: {members}.")
        yield words.format(amount=money.words(found.sum(ListedState.NEW)), members=f"{found.members:,}")
        if not found.mapping.source(PurchaseField.NUMBER).column:
            yield self.tr("No bill number is told: rows are known again only while every cell stays as it is.")


def _in_pieces(progress: Progress, order: StageOrder) -> PurchasePreview:
    """The work of the other process; its rows go over piece by piece."""
    found = stage_apart(progress, order)
    for at in range(0, len(found.rows), _AT_ONCE):
        progress.tell(found.rows[at : at + _AT_ONCE])
    return replace(found, rows=())
