"""What the start of a day brings by itself: tiers of members go on, in the lane of writes; asked again each hour."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

from qualitydesk.basics.changes import Done
from qualitydesk.basics.errors import Refused
from qualitydesk.kit.tools import Tools

AGAIN = 3_600_000  # milliseconds: the program may stay open over midnight


class DayWork(QObject):
    """Each work is a verb that does nothing when its day is done."""

    def __init__(self, tools: Tools, works: Sequence[Callable[[], Done[int]]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._works = tuple(works)
        self.timer = QTimer(self, interval=AGAIN)
        self.timer.timeout.connect(self.do)

    def start(self) -> None:
        """Now, and every hour from then on."""
        self.do()
        self.timer.start()

    def stop(self) -> None:
        self.timer.stop()

    def do(self) -> None:
        """Do what the day asks for."""
        for work in self._works:
            self._tools.operations.write(work, failed=_never_mind, asker=self)


def _never_mind(error: Exception) -> bool:
    """What is refused now (a group not founded yet, a busy database) is tried again in an hour."""
    return isinstance(error, Refused)
