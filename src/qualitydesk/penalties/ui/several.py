"""The same step for many slips: one dialog, one transaction a slip, and what failed stands beside its slip."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.errors import Refused
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pieces import button, label
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import GRID, ROW
from qualitydesk.kit.tools import Tools
from qualitydesk.penalties.model import SlipLine
from qualitydesk.penalties.ui.words import fen_words, state_words

_MOST_ROWS = 8


@dataclass(frozen=True)
class Step:
    """One write: whose it is, and `verb() -> Done`."""

    key: UUID
    verb: Callable[[], object]


class Run(QObject):
    """Writes one after the other; a refusal stops only its own step.

    Signals: `advanced(UUID, words)` one is through, words say why it failed, "" when it did not; `finished` all are
    through, or it was stopped.
    """

    advanced = Signal(object, str)
    finished = Signal()

    def __init__(self, tools: Tools, parent: QObject) -> None:
        super().__init__(parent)
        self._tools = tools
        self._waiting: list[Step] = []

    def start(self, steps: Iterable[Step]) -> None:
        self._waiting = list(steps)
        self._next()

    def stop(self) -> None:
        """What is under way is finished, what waits is not begun."""
        self._waiting.clear()

    def _next(self) -> None:
        if not self._waiting:
            self.finished.emit()
            return
        step = self._waiting.pop(0)

        def done(_value: object) -> None:
            self._through(step, "")

        def failed(error: Exception) -> bool:
            if not isinstance(error, Refused):
                self.stop()
                self._through(step, self.tr("It could not be saved. Nothing has changed."))
                return False
            self._through(step, self._words(error))
            return True

        self._tools.operations.write(step.verb, then=done, failed=failed, asker=self)

    def _through(self, step: Step, words: str) -> None:
        self.advanced.emit(step.key, words)
        self._next()

    def _words(self, refused: Refused) -> str:
        prompts = self._tools.prompts
        return " ".join(map(prompts.words_of, refused.problems)) or prompts.words_for(refused)


class SeveralDialog(DraftDialog):
    """Shows the slips chosen and what came of each. Subclasses add their fields and override `verb_for`.

    Signals: `over(tuple of UUID)` those that went through, when the dialog has closed.
    """

    over = Signal(object)

    def __init__(
        self,
        tools: Tools,
        lines: Sequence[SlipLine],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self._lines = tuple(lines)
        self._came: dict[UUID, str] = {}
        self.slips = TableModel(self._columns(), parent=self)
        self.table = Table(self.slips, name=self.tr("Slips"), empty="")
        self.table.setFixedHeight((min(len(lines), _MOST_ROWS) + 1) * ROW + GRID)
        self.how_far = label("", "caption")
        self.stop_button = button(self.tr("Stop"), "x", self._stop)
        self.stop_button.hide()
        self.add_extra_button(self.stop_button)
        self.run = Run(tools, self)
        self.run.advanced.connect(self._advanced)
        self.run.finished.connect(self._finished)
        self.submitted.connect(self._start)
        self.slips.show_rows(self._lines)

    def add_slips(self, words: str = "") -> None:
        """What will be done, the table and how far it is, below the fields."""
        if words:
            self.add_wide(label(words, wrap=True))
        self.add_wide(self.table)
        self.add_wide(self.how_far)
        self.setMinimumWidth(96 * GRID)

    def verb_for(self, line: SlipLine, draft: Any) -> Callable[[], object]:
        """The write of one slip."""
        raise NotImplementedError

    def read_draft(self) -> object:
        return None

    def came(self) -> Mapping[UUID, str]:
        """What came of those that are through: "" or why not."""
        return dict(self._came)

    def _columns(self) -> Sequence[Column]:
        language = self.tools.language
        return (
            Column(self.tr("Number"), lambda line: line.number, width=152),
            Column(self.tr("Employee"), lambda line: line.employee, width=96),
            Column(self.tr("State"), lambda line: state_words(line.state, language), width=80),
            Column(self.tr("Total"), lambda line: line.total, text=fen_words, align="right", width=88),
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
        self.stop_button.show()
        self.run.start(Step(line.id, self.verb_for(line, draft)) for line in wanted)

    def _stop(self) -> None:
        self.run.stop()

    def _advanced(self, key: UUID, words: str) -> None:
        self._came[key] = words
        told = self.tr("{done} of {all}").format(done=len(self._came), all=len(self._lines))
        self.how_far.setText(told)
        self.slips.show_rows(self._lines)

    def _finished(self) -> None:
        self.stop_button.hide()
        failed = sum(1 for words in self._came.values() if words)
        if not failed and len(self._came) == len(self._lines):
            self.finish()
            return
        self.saving(False)
        done = len(self._came) - failed
        told = self.tr("{done} done, {failed} not; the reason stands beside each. Save tries those again.")
        self.how_far.setText(told.format(done=done, failed=len(self._lines) - done))
        self._remember()  # nothing typed is lost by closing now
        self.cancel_button.setText(self.tr("Close"))

    def done(self, result: int) -> None:
        super().done(result)
        through = tuple(line.id for line in self._lines if self._came.get(line.id) == "")
        self.over.emit(through)
