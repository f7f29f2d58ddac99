"""The same step for many slips: one dialog, one transaction a slip, and what failed stands beside its slip."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from qualitydesk.basics.changes import By
from qualitydesk.basics.phrases import together
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pieces import button, label
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import GRID, ROW
from qualitydesk.kit.tools import Tools
from qualitydesk.penalties.model import SlipLine
from qualitydesk.penalties.model.batch import Batch
from qualitydesk.penalties.service import Penalties
from qualitydesk.penalties.service.batch import do_one
from qualitydesk.penalties.ui.explaining import explain_from, total_column
from qualitydesk.penalties.ui.running import Run, RunElsewhere, Step
from qualitydesk.penalties.ui.words import state_words

if TYPE_CHECKING:
    from qualitydesk.penalties.service.batch import Opened

FEW = 10
"""So many are done in this process; for more one of its own is worth its start."""
_MOST_ROWS = 8
_REPAINT = 100  # milliseconds: the window is told of many slips in one


class SeveralDialog(DraftDialog):
    """Shows the slips chosen and what came of each. Subclasses add their fields and override `batch_for`.

    `opened` opens the same database in another process, for more than a few. Signals: `over(tuple of UUID)` those that
    went through, when the dialog has closed.
    """

    over = Signal(object)

    def __init__(
        self,
        tools: Tools,
        penalties: Penalties,
        lines: Sequence[SlipLine],
        by: By,
        parent: QWidget | None = None,
        *,
        opened: Opened | None = None,
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self._lines = tuple(lines)
        self._by = by
        self._came: dict[UUID, str] = {}
        self._broken = False
        self.slips = TableModel(self._columns(), parent=self)
        self.table = Table(self.slips, name=self.tr("Slips"), empty="")
        self.table.setFixedHeight((min(len(lines), _MOST_ROWS) + 1) * ROW + GRID)
        explain_from(self.table, tools, penalties, lambda line: line.id)
        self.how_far = label("", "caption", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("How far it is"))
        self.bar.hide()
        self.stop_button = button(self.tr("Stop"), "x", self._stop)
        self.stop_button.hide()
        self.add_extra_button(self.stop_button)
        self._penalties = penalties
        self._here, self._elsewhere = Run(tools, self), None
        if opened is not None and len(lines) > FEW:
            self._elsewhere = RunElsewhere(tools, opened, self)
            self._elsewhere.broken.connect(self._break)
        run = self._elsewhere or self._here
        self._repaint = QTimer(self, singleShot=True, interval=_REPAINT)
        self._repaint.timeout.connect(self._show_progress)
        run.advanced.connect(self._advanced)
        run.finished.connect(self._finished)
        self.submitted.connect(self._start)
        self.slips.show_rows(self._lines)

    def add_slips(self, words: str = "") -> None:
        """What will be done, the table and how far it is, below the fields."""
        if words:
            self.add_wide(label(words, wrap=True))
        self.add_wide(self.table)
        self.add_wide(self.bar)
        self.add_wide(self.how_far)
        self.setMinimumWidth(96 * GRID)

    def batch_for(self, draft: Any) -> Batch:
        """What is done with each."""
        raise NotImplementedError

    def read_draft(self) -> object:
        return None

    def came(self) -> Mapping[UUID, str]:
        """What came of those that are through: "" or why not."""
        return dict(self._came)

    def through(self) -> tuple[UUID, ...]:
        """Those that went through."""
        return tuple(line.id for line in self._lines if self._came.get(line.id) == "")

    def _columns(self) -> Sequence[Column]:
        language = self.tools.language
        return (
            Column(self.tr("Number"), lambda line: line.number, width=152),
            Column(self.tr("Employee"), lambda line: line.employee, width=96),
            Column(self.tr("State"), lambda line: state_words(line.state, language), width=80),
            total_column(self.tr("Total"), 88),
            Column(self.tr("Outcome"), self._outcome, tone=self._tone, stretch=True),
        )

    def _outcome(self, line: SlipLine) -> str:
        if line.id not in self._came:
            return ""
        return self._came[line.id] or self.tr("Done")

    def _tone(self, line: SlipLine) -> str:
        return "danger" if self._came.get(line.id) else "good"

    def _start(self, draft: object) -> None:
        wanted = [line for line in self._lines if self._came.get(line.id) != ""]
        self._came = {key: words for key, words in self._came.items() if not words}
        self._broken = False
        self.stop_button.setEnabled(True)
        self.stop_button.show()
        self.bar.setRange(0, len(self._lines))
        self.bar.show()
        self._show_progress()
        batch = self.batch_for(draft)
        if self._elsewhere is not None:
            self._elsewhere.start(batch, wanted)
            return
        verbs = ((line, partial(do_one, self._penalties, line.id, line.revision, batch)) for line in wanted)
        self._here.start(Step(line.id, verb) for line, verb in verbs)

    def _stop(self) -> None:
        self.stop_button.setEnabled(False)
        self.how_far.setText(self.tr("Stopping: the slip under way is finished, the rest stays as it is."))
        (self._elsewhere or self._here).stop()

    def _advanced(self, key: UUID, words: str) -> None:
        self._came[key] = words
        if not self._repaint.isActive():
            self._repaint.start()

    def _show_progress(self) -> None:
        self.bar.setValue(len(self._came))
        if self.stop_button.isEnabled():
            told = self.tr("{done} of {all}").format(done=len(self._came), all=len(self._lines))
            self.how_far.setText(told)
        self.table.viewport().update()

    def _break(self) -> None:
        self._broken = True

    def _finished(self) -> None:
        self._repaint.stop()
        self.stop_button.hide()
        self.bar.hide()
        self.slips.show_rows(self._lines)
        done = len(self.through())
        if done == len(self._lines):
            self.finish()
            return
        self.saving(False)
        failed = sum(1 for words in self._came.values() if words)
        told = self.tr("{done} done, {failed} refused, {rest} not begun. The reason stands beside each; the button "
                       "tries again what is not done.")  # fmt: skip
        words = told.format(done=done, failed=failed, rest=len(self._lines) - done - failed)
        broken = self.tr("It was broken off by a failure; what is done stays done.") if self._broken else ""
        self.how_far.setText(together((broken, words), self.tools.language))
        self._remember()  # nothing typed is lost by closing now
        self.cancel_button.setText(self.tr("Close"))

    def done(self, result: int) -> None:
        super().done(result)
        self.over.emit(self.through())
