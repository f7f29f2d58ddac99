"""Takes a file over: choose it, see what every row would do, then write all of it or nothing, off the GUI thread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from qualitydesk.basics.errors import Refused
from qualitydesk.kit.exporting import export
from qualitydesk.kit.import_work import (
    CHANGED,
    NEW,
    REFUSED,
    SAME,
    STATES,
    ImportLine,
    ImportPreview,
    ImportProgress,
    ImportWork,
    Step,
)
from qualitydesk.kit.keys import Key, KeyTable
from qualitydesk.kit.pieces import Banner, EmptyState, button, hbox, label, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import EDGE, GAP, GRID
from qualitydesk.kit.tools import Tools

_TONES = {NEW: "good", CHANGED: "info", SAME: "muted", REFUSED: "danger"}


class ImportDialog(QDialog):
    """A file's preview, row by row; Import is there only while no row is refused.

    Signals: `imported(outcome)` when everything is on disk.
    """

    imported = Signal(object)

    def __init__(
        self,
        tools: Tools,
        title: str,
        hint: str,
        work: ImportWork,
        *,
        options: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`hint` says what the file must hold; `options` stand above the rows and call `read_again` when changed."""
        super().__init__(parent)
        self.tools = tools
        self._work = work
        self._path: Path | None = None
        self._preview: ImportPreview | None = None
        self._counts: Counter[str] = Counter()
        self._shown_state = ""
        self._progress: ImportProgress | None = None
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._make_buttons()
        self._make_middle(hint, options)
        column = vbox(self._banner, self._middle, self.leave_out, self._bar_line, self._bottom, gap=EDGE)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.setLayout(column)
        self.resize(120 * GRID, 76 * GRID)
        self.key_table = KeyTable(self)
        self.key_table.bind(
            Key("Ctrl+O", self.tr("Choose a file"), self.choose_file),
            Key("F5", self.tr("Read the file again"), self.read_again),
            Key("Ctrl+Return", self.tr("Import"), self.import_button.click),
            Key("Esc", self.tr("Stop the work under way; else close")),
        )
        self._show_state()

    def choose_file(self) -> None:
        """Ask for a file and read it."""
        if self._progress is None:
            kinds = self._work.kinds or self.tr("Tables (*.xlsx *.csv *.txt)")
            self.tools.prompts.open_path(self, self.tr("Choose a file"), kinds, self.read_file)

    def read_file(self, path: Path) -> None:
        """Read a file and show what it would do."""
        if self._progress is not None:
            return
        self._path = path
        progress = self._begin(self.tr("Reading {name}…").format(name=path.name))
        self.tools.operations.read(
            self, self._work.read, path, self._work.options(), progress.step, then=self._show_preview,
            failed=self._not_read, topic="import",
        )  # fmt: skip

    def read_again(self) -> None:
        """The same file once more: it was mended, or an option was changed."""
        if self._path is not None:
            self.read_file(self._path)

    def add_extra_button(self, made: QPushButton) -> None:
        """A further button beside that for the file."""
        made.setAutoDefault(True)
        self._bottom.insertWidget(1, made)
        self._bottom.setStretch(2, 0)
        self._bottom.setStretch(3, 1)

    def preview(self) -> ImportPreview | None:
        """What is shown now."""
        return self._preview

    def reject(self) -> None:
        """Esc and Close: stops what is under way; closes when nothing is."""
        if self._progress is not None:
            self._progress.stop()
            self._doing.setText(self.tr("Stopping…"))
            return
        super().reject()

    def _make_buttons(self) -> None:
        self.choose_button = button(self.tr("Choose file…"), "upload", self.choose_file)
        self.template_button = button(self.tr("Save template…"), "download", self._save_template)
        self.template_button.setVisible(self._work.template is not None)
        self.close_button = button(self.tr("Close"), do=self.reject)
        self.import_button = button(self.tr("Import"), "check", self._write, role="primary")
        for made in (self.choose_button, self.template_button, self.close_button, self.import_button):
            made.setAutoDefault(True)
        self._why_not = label("", "caption", wrap=True)
        self._bottom = hbox(
            self.choose_button, self.template_button, self._why_not, self.close_button, self.import_button
        )
        self._bottom.setStretch(2, 1)
        self.leave_out = QCheckBox()
        self.leave_out.toggled.connect(self._show_state)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._doing = label("", "caption")
        self._stop = button(self.tr("Stop"), do=self.reject)
        self._bar_line = QWidget()
        self._bar_line.setLayout(hbox(self._doing, self._bar, self._stop))
        self._bar_line.hide()

    def _make_middle(self, hint: str, options: QWidget | None) -> None:
        self._banner = Banner("", "danger")
        self._banner.hide()
        self._first = EmptyState(hint, icon_name="upload")
        self._rows = TableModel(self._columns(), key=lambda row: row.line, parent=self)
        self._table = Table(
            self._rows, name=self.tr("Rows of the file"), empty=self.tr("No such rows."), tools=self.tools,
            remember="import",
        )  # fmt: skip
        self._filters = QButtonGroup(self)
        self._filter_buttons = {state: self._filter_button(state) for state in ("", *STATES)}
        self._file_name = label("", "section")
        self._warning = Banner("", "warning")
        self._notes: QLabel = label("", wrap=True)
        self._whole = label("", wrap=True, selectable=True)
        self._table.picked.connect(self._show_whole)
        filled = QWidget()
        chips = hbox(*self._filter_buttons.values(), None)
        above = (self._file_name, *((options,) if options else ()), self._warning, self._notes)
        column = vbox(*above, chips, self._table, self._whole, gap=GAP)
        column.setContentsMargins(0, 0, 0, 0)
        column.setStretch(len(above) + 1, 1)
        filled.setLayout(column)
        self._middle = QStackedWidget()
        self._middle.addWidget(self._first)
        self._middle.addWidget(filled)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("Row"), lambda row: row.line, align="right", width=64, sort="line"),
            Column(
                self.tr("Effect"), lambda row: self._state_words(row.state), tone=lambda row: _TONES[row.state],
                width=96, sort="state",
            ),
            Column(self.tr("What"), lambda row: row.name, width=200, sort="name"),
            Column(
                self.tr("Changes, or why not"), lambda row: row.words.replace("\n", "  "),
                tone=lambda row: "danger" if row.state == REFUSED else "", width=420, stretch=True,
            ),
        )  # fmt: skip

    def _state_words(self, state: str) -> str:
        return {
            NEW: self.tr("New"),
            CHANGED: self.tr("Changed"),
            SAME: self.tr("The same"),
            REFUSED: self.tr("Refused"),
        }.get(state, self.tr("All rows"))

    def _filter_button(self, state: str) -> QPushButton:
        made = button("", do=partial(self._filter, state))
        made.setCheckable(True)
        made.setChecked(not state)
        self._filters.addButton(made)
        return made

    def _filter(self, state: str) -> None:
        self._shown_state = state
        lines = self._preview.lines if self._preview else ()
        self._rows.show_rows([line for line in lines if state == line.state] if state else list(lines))

    def _show_whole(self, row: object) -> None:
        """The row under the cursor in full: a cell may be too narrow for all its reasons."""
        self._whole.setText(row.words if isinstance(row, ImportLine) and "\n" in row.words else "")

    def _save_template(self) -> None:
        if self._work.template is not None:
            export(self.tools, self, self.tr("Save template"), self._work.template_name, self._work.template)

    def _begin(self, words: str) -> ImportProgress:
        progress = ImportProgress(self)
        progress.stepped.connect(self._show_step)
        self._progress = progress
        self._banner.hide()
        self._doing.setText(words)
        self._bar.setRange(0, 0)
        self._show_state()
        return progress

    def _end(self) -> None:
        if self._progress is not None:
            self._progress.deleteLater()
        self._progress = None
        self._show_state()

    def _show_step(self, done: int, total: int) -> None:
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)

    def _show_preview(self, preview: ImportPreview) -> None:
        self._preview = preview
        self._counts = Counter(line.state for line in preview.lines)
        self._end()
        self._middle.setCurrentIndex(1)
        self._file_name.setText(self._path.name if self._path else "")
        self._warning.say(preview.warning, "warning")
        self._notes.setText("\n".join(preview.notes))
        self._notes.setVisible(bool(preview.notes))
        for state, made in self._filter_buttons.items():
            count = self._counts[state] if state else len(preview.lines)
            made.setText(f"{self._state_words(state)} {count}")
        refused = self._refused()
        words = self.tr("Leave out the refused rows ({count}), save them as a list, and import the others")
        self.leave_out.setText(words.format(count=refused))
        self.leave_out.setChecked(False)
        first = REFUSED if refused else ""
        self._filter_buttons[first].setChecked(True)
        self._filter(first)
        self._table.setFocus()

    def _not_read(self, error: Exception) -> bool:
        self._preview = None
        self._middle.setCurrentIndex(0)
        return self._failed(error)

    def _failed(self, error: Exception) -> bool:
        self._end()
        if not isinstance(error, Refused):
            self._say(self.tr("It could not be done. Nothing has changed."), "danger")
            return False
        self._say(self.tools.prompts.words_for(error), "info" if error.code == "import_cancelled" else "danger")
        return True

    def _say(self, words: str, tone: str) -> None:
        self._banner.say(words, tone)
        self._banner.show()

    def _write(self) -> None:
        if self._preview is None or self._progress is not None or self._hindrance():
            return
        if self._refused():
            title, name = self.tr("Save the refused rows"), f"{self._work.refused_name}.csv"
            self.tools.prompts.save_path(self, title, name, self.tr("CSV text (*.csv)"), self._save_refused)
        else:
            self._run(self._work.write)

    def _save_refused(self, path: Path) -> None:
        """What is left out is on disk before the others are imported."""
        if self._preview is None or self._work.write_refused is None:
            return
        self._begin(self.tr("Saving the refused rows…"))
        target = path if path.suffix.casefold() == ".csv" else path.with_name(f"{path.name}.csv")
        self.tools.operations.read(
            self, self._work.write_refused, self._preview.value, target, failed=self._failed, topic="refused",
            then=self._write_rest,
        )  # fmt: skip

    def _write_rest(self, _saved: int) -> None:
        self._end()
        self._run(self._work.write_rest)

    def _run(self, write: Callable[[Any, Step], object] | None) -> None:
        if self._preview is None or write is None:
            return
        progress = self._begin(self.tr("Importing…"))
        self.tools.operations.write(
            write, self._preview.value, progress.step, then=self._written, failed=self._failed, asker=self
        )

    def _refused(self) -> int:
        return self._counts[REFUSED] if self._preview else 0

    def _others(self) -> bool:
        """Whether there is anything to write."""
        return self._preview is not None and bool(self._counts[NEW] + self._counts[CHANGED])

    def _written(self, outcome: object) -> None:
        self._preview = None
        self._end()
        self.tools.prompts.tell(self.parentWidget(), self.windowTitle(), self._work.said(outcome))
        self.imported.emit(outcome)
        self.accept()

    def _hindrance(self) -> str:
        """Why there is nothing to import now; "" when there is."""
        if self._preview is None:
            return self.tr("Choose a file first; nothing is written before you have seen what it does.")
        refused = self._refused()
        if refused and not self.leave_out.isChecked():
            words = self.tr(
                "Refused rows: {count}. Mend them in the file, save it and press F5. Until then nothing is written."
            )
            return words.format(count=refused)
        if not self._others():
            return self.tr("Nothing would change.")
        return ""

    def _show_state(self) -> None:
        """What can be pressed now, and why not."""
        busy, hindrance = self._progress is not None, self._hindrance()
        self.leave_out.setVisible(self._work.write_rest is not None and bool(self._refused()) and self._others())
        self.leave_out.setEnabled(not busy)
        self._bar_line.setVisible(busy)
        for made in (self.choose_button, self.template_button, self.close_button):
            made.setEnabled(not busy)
        self.import_button.setEnabled(not busy and not hindrance)
        self._why_not.setText("" if busy else hindrance)
