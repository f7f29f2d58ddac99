"""Collects garbage on the GUI thread alone: on a worker lane it would end Qt objects, which belong to the GUI thread.

Young objects are looked through as soon as there are some thousands of them (a few milliseconds); everything only when
nobody is typing. What a full look finds alive is set aside when it took long, so that the next one is short again, and
taken back in when the user is away.
"""

from __future__ import annotations

import gc
from time import monotonic, perf_counter

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

LOOK_EVERY = 200  # milliseconds between two looks at how much there is
BUSY_EVERY = 40  # while much is being made, so that it never grows to a long look
YOUNG = 8_000  # new objects that are looked through at once; about 5 ms
FEW = 500  # new objects that are not worth a look
YOUNG_LOOKS = 6  # looks at new objects between two at those that outlived one
YOUNG_WITHIN = 5.0  # seconds after which even a few are looked through
QUIET_FOR = 20.0  # seconds without a key or click before everything is looked through
BREATH = 1.0  # the same where very much has come together
MUCH = 1_000_000  # objects made since the last full look
FULL_EVERY = 30.0  # seconds between two full looks at least
AWAY_FOR = 180.0  # seconds without a key or click after which a look may take as long as it takes
LONGEST = 0.050  # seconds a full look may take before what it found alive is set aside


class Sweeper(QObject):
    """Takes over from Python's own collector from `hold` until `stop`; looks by itself from `start` on.

    `longest`: seconds the longest look took while somebody may have been working.
    """

    def __init__(self, application: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent or application)
        self.longest = 0.0
        self._touched = self._looked = self._full = monotonic()
        self._made = 0  # objects since the last full look
        self._set_aside = False
        self._whole_due = False
        self._looks = 0
        self._was_on: bool | None = None  # Python's own collector; None: it is not ours yet
        self._turn = QTimer(self, interval=LOOK_EVERY)
        self._turn.timeout.connect(self.look)
        self._application = application

    def hold(self) -> None:
        """From now on nothing is collected but here."""
        if self._was_on is None:
            self._was_on = gc.isenabled()
            gc.disable()

    def start(self) -> None:
        """Set aside what stands by now, and begin to look."""
        self.hold()
        gc.freeze()
        self._set_aside = self._whole_due = True
        self._application.installEventFilter(self)
        self._turn.start()

    def stop(self) -> None:
        """Give Python its own collector back, if it had it."""
        if self._was_on is None:
            return
        self._turn.stop()
        self._application.removeEventFilter(self)
        gc.unfreeze()
        if self._was_on:
            gc.enable()
        self._was_on = None

    def look(self) -> None:
        """One turn: the young ones when there are enough of them, everything when it is quiet."""
        young, now = gc.get_count()[0], monotonic()
        self._turn.setInterval(BUSY_EVERY if young >= YOUNG else LOOK_EVERY)
        quiet = now - self._touched
        if self._whole_due and quiet >= AWAY_FOR:
            self._look_through_the_whole()
        elif (
            self._made + young >= FEW
            and quiet >= (BREATH if self._made >= MUCH else QUIET_FOR)
            and now - self._full >= FULL_EVERY
        ):
            self._look_through()
        elif young >= YOUNG or (young and now - self._looked >= YOUNG_WITHIN):
            self._look_at_young(young)

    def _look_at_young(self, young: int) -> None:
        self._made += young
        self._looks += 1
        oldest = 1 if self._looks % YOUNG_LOOKS == 0 or young < YOUNG else 0
        self._timed(oldest)
        self._looked = monotonic()

    def _look_through(self) -> None:
        """Everything but what was set aside."""
        took = self._timed(2)
        self._made = 0
        self._looked = self._full = monotonic()
        if took > LONGEST:
            gc.freeze()
            self._set_aside = self._whole_due = True

    def _look_through_the_whole(self) -> None:
        """Everything there is, while nobody is there to wait for it; what lives is set aside again."""
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        self._made = 0
        self._whole_due = False
        self._looked = self._full = monotonic()

    def _timed(self, oldest: int) -> float:
        began = perf_counter()
        gc.collect(oldest)
        took = perf_counter() - began
        self.longest = max(self.longest, took)
        return took

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel):
            if self._set_aside:
                self._whole_due = True
            self._touched = monotonic()
        return False
