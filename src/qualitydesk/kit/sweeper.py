"""Collects garbage on the GUI thread and when nobody is typing: never on a worker lane, where it would end Qt objects.

A full collection over a day's values takes a tenth of a second; young ones are done every few seconds.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

YOUNG_EVERY = 5_000  # milliseconds
QUIET_FOR = 4  # turns without a key or click before everything is looked through


class Sweeper(QObject):
    """Takes over from Python's own collector from `start` until `stop`."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._quiet = 0
        self._swept = True
        self._turn = QTimer(self, interval=YOUNG_EVERY)
        self._turn.timeout.connect(self.sweep)
        self._application = application

    def start(self) -> None:
        """Freeze what stands by now, and collect only here."""
        gc.disable()
        gc.collect()
        gc.freeze()
        self._application.installEventFilter(self)
        self._turn.start()

    def stop(self) -> None:
        """Give Python its own collector back."""
        self._turn.stop()
        self._application.removeEventFilter(self)
        gc.unfreeze()
        gc.enable()

    def sweep(self) -> None:
        """One turn: the young ones always, everything once after a while of quiet."""
        self._quiet += 1
        if self._quiet >= QUIET_FOR and not self._swept:
            gc.collect()
            self._swept = True
        else:
            gc.collect(1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel):
            self._quiet = 0
            self._swept = False
        return False
