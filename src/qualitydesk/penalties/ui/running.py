"""Many steps one after the other: on the lane of this process, or in a process of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from qualitydesk.basics.changes import Change
from qualitydesk.basics.errors import Refused
from qualitydesk.basics.phrases import together
from qualitydesk.kit.prompts import Prompts
from qualitydesk.kit.tools import Tools
from qualitydesk.penalties.model import SlipLine
from qualitydesk.penalties.model.batch import Batch
from qualitydesk.penalties.service.batch import carry_out

if TYPE_CHECKING:
    from qualitydesk.kit.busy import Worker
    from qualitydesk.penalties.service.batch import Opened

TOUCHED = frozenset({Change.SLIPS, Change.PAPERS, Change.CASES})


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
            self._through(step, refusal_words(self._tools.prompts, error))
            return True

        self._tools.operations.write(step.verb, then=done, failed=failed, asker=self)

    def _through(self, step: Step, words: str) -> None:
        self.advanced.emit(step.key, words)
        self._next()


class RunElsewhere(QObject):
    """Lets a process of its own do a batch, slip by slip; the window only hears of it.

    Signals as of `Run`; `broken` before `finished` when a bug ended it.
    """

    advanced = Signal(object, str)
    broken = Signal()
    finished = Signal()

    def __init__(self, tools: Tools, opened: Opened, parent: QObject) -> None:
        super().__init__(parent)
        self._tools, self._opened = tools, opened
        self._worker: Worker | None = None

    def start(self, batch: Batch, lines: Sequence[SlipLine]) -> None:
        from qualitydesk.kit.busy import Worker

        slips = tuple((line.id, line.revision) for line in lines)
        self._worker = worker = Worker(carry_out, self._opened, batch, slips, parent=self)
        worker.told.connect(self._told)
        worker.succeeded.connect(lambda _through: self._over())
        worker.cancelled.connect(self._over)
        worker.failed.connect(self._failed)
        worker.start()

    def stop(self) -> None:
        """The slip under way is finished, the rest not begun."""
        if self._worker is not None:
            self._worker.cancel()

    def _told(self, outcome: tuple[UUID, Refused | None]) -> None:
        slip_id, refused = outcome
        self.advanced.emit(slip_id, refusal_words(self._tools.prompts, refused) if refused is not None else "")

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Refused):
            self._tools.prompts.refuse(self.parent(), error)
        else:
            self._tools.operations.report_bug(error)
        self.broken.emit()
        self._over()

    def _over(self) -> None:
        self._tools.operations.changed.emit(TOUCHED)  # no lane of ours has told of it
        self.finished.emit()


def refusal_words(prompts: Prompts, refused: Refused) -> str:
    """Why a step was not done, in the words that stand beside it."""
    return together(map(prompts.words_of, refused.problems), prompts.language) or prompts.words_for(refused)
