"""Writes that must stand in their order, one after the other: the answers of a round."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from qualitydesk.kit.operations import Operations, Then, alive, owner_of


class WriteQueue(QObject):
    """Writes that must stand in their order: a failure stops the queue and keeps the rest until told what to do.

    Signals: `stopped(error)` when one failed; `moved(int)` how many wait, the failed one counted.
    """

    stopped = Signal(object)
    moved = Signal(int)

    def __init__(self, operations: Operations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._queue: deque[tuple[Callable[..., object], tuple[object, ...], Then | None]] = deque()
        self._busy = False
        self._error: Exception | None = None

    @property
    def waiting(self) -> int:
        return len(self._queue)

    @property
    def error(self) -> Exception | None:
        """Why the queue stands still, or None."""
        return self._error

    def submit(self, verb: Callable[..., object], *args: object, then: Then | None = None) -> None:
        """Put a verb at the end; it runs when all before it are on disk."""
        self._queue.append((verb, args, then))
        self._tell_kept()
        self.moved.emit(self.waiting)
        self._next()

    def retry(self) -> None:
        """Try the failed write again, and go on."""
        self._error = None
        self._tell_kept()
        self._next()

    def discard(self) -> int:
        """Forget the failed write and those behind it; returns how many."""
        dropped = 0 if self._busy else len(self._queue)
        if not self._busy:
            self._queue.clear()
        self._error = None
        self._tell_kept()
        self.moved.emit(self.waiting)
        return dropped

    def _tell_kept(self) -> None:
        """While a failure stands nobody may say that all is saved."""
        self._operations.keep(self, len(self._queue) if self._error is not None else 0)

    def _next(self) -> None:
        if self._busy or self._error is not None or not self._queue:
            return
        self._busy = True
        verb, args, _then = self._queue[0]
        self._operations.write(verb, *args, then=self._succeeded, failed=self._failed, asker=self)

    def _succeeded(self, value: object) -> None:
        _verb, _args, then = self._queue.popleft()
        self._busy = False
        self.moved.emit(self.waiting)
        try:
            if then is not None and alive(owner_of(then)):
                then(value)
        finally:
            self._next()

    def _failed(self, error: Exception) -> bool:
        self._busy = False
        self._error = error
        self._tell_kept()
        self.stopped.emit(error)
        return True
