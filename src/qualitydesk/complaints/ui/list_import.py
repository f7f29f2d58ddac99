"""Taking an older list over: choose the file, say what its columns mean, see what every row would do, write it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.phrases import say
from qualitydesk.complaints.model.importing import (
    ListField,
    ListLook,
    ListMapping,
    ListOutcome,
    ListPreview,
    ListRow,
    ListRowState,
)
from qualitydesk.complaints.service import Complaints
from qualitydesk.complaints.service.importing import reasons
from qualitydesk.complaints.ui.mapping_dialog import MappingDialog
from qualitydesk.kit.dates import moment_words
from qualitydesk.kit.import_dialog import ImportDialog
from qualitydesk.kit.import_work import ImportLine, ImportPreview, ImportWork, Step
from qualitydesk.kit.pieces import button
from qualitydesk.kit.tools import Tools

KINDS = (".csv", ".txt", ".xlsx")


class CaseListDialog(ImportDialog):
    """The preview. Signals: `columns_wanted()` what they mean is to be told anew; `file_wanted()` another file."""

    columns_wanted = Signal()
    file_wanted = Signal()

    def choose_file(self) -> None:
        """Another file has other columns: begun anew."""
        if self._progress is None:
            self.file_wanted.emit()


class ListImport(QObject):
    """Signals: `imported(ListOutcome)` when everything is on disk."""

    imported = Signal(object)

    def __init__(
        self, tools: Tools, complaints: Complaints, by: Callable[[], By], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._tools = tools
        self._complaints = complaints
        self._by = by

    def begin(self, over: QWidget, path: Path | None = None) -> None:
        """Ask for a file, or take the one dropped."""
        if path is not None:
            self._look(over, path)
            return
        kinds = self.tr("Tables (*.xlsx *.csv *.txt)")
        self._tools.prompts.open_path(over, self.tr("Import cases"), kinds, partial(self._look, over))

    def _look(self, over: QWidget, path: Path, told: ListMapping | None = None) -> None:
        def ask(look: ListLook) -> None:
            dialog = MappingDialog(self._tools, look, told or look.mapping, over.window())

            def go_on(mapping: ListMapping) -> None:
                dialog.finish()
                self._preview(over, path, mapping)

            dialog.submitted.connect(go_on)
            dialog.open()

        self._tools.operations.read(over, self._complaints.look_at_list, path, then=ask, topic="list")

    def _preview(self, over: QWidget, path: Path, mapping: ListMapping) -> None:
        complaints, language = self._complaints, self._tools.language

        def write(leave: bool, preview: ListPreview, step: Step) -> Done[ListOutcome]:
            return complaints.take_list(preview, self._by(), language, step, leave_refused=leave)

        work = ImportWork(
            lambda path, _options, step: self._shown(complaints.list_preview(path, mapping, language, step)),
            partial(write, False),
            self._said,
            write_rest=partial(write, True),
            write_refused=lambda preview, path: complaints.write_refused(preview, path, language),
            refused_name=self.tr("{name} refused rows").format(name=path.stem),
        )
        dialog = CaseListDialog(self._tools, self.tr("Import cases"), "", work, parent=over.window())
        dialog.columns_wanted.connect(dialog.reject)
        dialog.columns_wanted.connect(lambda: self._look(over, path, mapping))
        dialog.file_wanted.connect(dialog.reject)
        dialog.file_wanted.connect(lambda: self.begin(over))
        dialog.add_extra_button(button(self.tr("Columns…"), "pencil", dialog.columns_wanted.emit))
        dialog.imported.connect(self.imported.emit)
        dialog.open()
        dialog.read_file(path)

    def _said(self, outcome: ListOutcome) -> str:
        if outcome.left_out:
            words = self.tr(
                "Of {rows} rows {added} became cases, {there} were there already, {left} were left out and saved apart."
            )
        else:
            words = self.tr("Of {rows} rows {added} became cases, {there} were there already.")
        return words.format(rows=outcome.rows, added=outcome.added, there=outcome.there, left=outcome.left_out)

    def _shown(self, found: ListPreview) -> ImportPreview:
        """The rows in words (a read lane's work)."""
        lines = tuple(
            ImportLine(row.line, row.state, _name(row), "\n".join(self._row_words(row))) for row in found.rows
        )
        return ImportPreview(lines, tuple(self._notes(found)), found)

    def _notes(self, found: ListPreview) -> Iterator[str]:
        closed = any(row.closed_at is not None and not row.closing_told for row in found.rows)
        if closed:
            yield self.tr("Of some closed cases the list tells no day: they count as closed when they were received.")
        if not found.mapping.source(ListField.NUMBER).column:
            yield self.tr("No old number is told: rows are known again only while every cell stays as it is.")

    def _row_words(self, row: ListRow) -> list[str]:
        language = self._tools.language
        if row.state is ListRowState.REFUSED:
            return reasons(row, language)
        if row.state is ListRowState.SAME:
            return [self.tr("Imported already as {number}").format(number=row.there)]
        assert row.draft is not None and row.draft.channel is not None
        state: Any = "closed" if row.closed_at is not None else "open"
        parts = (
            moment_words(row.draft.received_at),
            say(language, f"channel.{row.draft.channel}"),
            say(language, f"case_list.status.{state}"),
            row.draft.narrative[:80],
        )
        return [" · ".join(parts).replace("\n", " ")]


def _name(row: ListRow) -> str:
    name = row.draft.complainant.name if row.draft is not None else ""
    masked = f"{name[:1]}**" if name else ""
    return " ".join((row.number, masked)).strip()
