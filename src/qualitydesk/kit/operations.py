"""The one road off the GUI thread: writes in order on one lane, reads on a few, newest request of an asker first.

Verbs and queries run in plain threads; their outcomes come home through one queued signal owned by `Operations`.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, Protocol

import shiboken6
from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from qualitydesk.basics.changes import Change
    from qualitydesk.basics.errors import Refused

Then = Callable[..., object]
Failed = Callable[[Exception], object]


class Interruptible(Protocol):
    """A handle on a running query; `interrupt` may come from another thread and after its end."""

    def interrupt(self) -> None: ...


class _Quiet:
    """The handle where nobody offered a real one: the answer is dropped, the work runs out."""

    def interrupt(self) -> None:
        return


Reading = Callable[[], AbstractContextManager[Interruptible]]


def _no_handle() -> AbstractContextManager[Interruptible]:
    return nullcontext(_Quiet())


class _Request:
    """One verb or query on its way: what to run, whom to tell, and whether it still matters."""

    def __init__(
        self,
        work: Callable[[], object],
        then: Then | None,
        failed: Failed | None,
        asker: QObject | None,
        slot: tuple[int, str] | None = None,
    ) -> None:
        self.work = work
        self.then = then
        self.failed = failed
        self.asker = asker
        self.slot = slot  # (asker, topic) of a read; None for a write
        self.handle: Interruptible | None = None
        self.dropped = False
        self.value: object = None
        self.error: Exception | None = None
        self.lock = threading.Lock()

    def drop(self) -> None:
        """Nobody waits for this any more: interrupt it if it runs, skip it if it has not begun."""
        with self.lock:
            self.dropped = True
            if self.handle is not None:
                self.handle.interrupt()

    def is_dropped(self) -> bool:
        return self.dropped

    def run(self, reading: Reading) -> None:
        """Do the work, in a lane's thread; whatever comes of it is kept here for the way home."""
        if self.is_dropped():
            return
        try:
            with reading() as handle:
                with self.lock:
                    if self.is_dropped():
                        return
                    self.handle = handle
                try:
                    self.value = self.work()
                finally:
                    with self.lock:
                        self.handle = None
        except Exception as error:  # every failure goes home: the user's matter or a crash report
            self.error = error


class Operations(QObject):
    """Runs the services' verbs and queries off the GUI thread.

    `refused(error, asker)` shows the user's matters, `crashed(error)` takes the bugs. `reading()` is a context
    manager around each query that yields a handle with `.interrupt()` (the storage's cancel), so that a query
    nobody waits for stops early; without it such a query runs out and its answer is dropped.

    Signals: `changed(frozenset[Change])` after a write; `state(int)` writes still under way, 0 = none;
    `kept(int)` writes that failed and wait for the user to try them again, 0 = none.
    """

    changed = Signal(object)
    state = Signal(int)
    kept = Signal(int)
    _came_home = Signal()

    def __init__(
        self,
        *,
        refused: Callable[[Refused, QObject | None], None],
        crashed: Callable[[BaseException], None],
        reading: Reading = _no_handle,
        lanes: int = 3,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._refused = refused
        self._crashed = crashed
        self._reading = reading
        self._pending = 0
        self._kept: dict[int, int] = {}
        self._closed = False
        # Requests live and die in this thread; lanes get tickets. The last reference to a widget (as asker, or in a
        # lambda) dropped in another thread would destroy it there.
        self._open: dict[int, _Request] = {}
        self._tickets = count(1)
        self._outcomes: deque[int] = deque()
        self._writes: deque[int] = deque()
        self._reads: deque[int] = deque()
        self._newest: dict[tuple[int, str], _Request] = {}
        self._something = threading.Condition()
        self._came_home.connect(self._deliver_one)  # emitted on the lanes only, and so queued
        self._lanes = lanes
        self._threads: list[threading.Thread] = []  # begun with the first request, after the first paint

    @property
    def pending(self) -> int:
        """Writes asked for and not yet told of."""
        return self._pending

    @property
    def quiet(self) -> bool:
        """Whether nothing asked for is still to be told: every page shows what it is going to show."""
        return not self._pending and not self._newest

    def write(
        self,
        verb: Callable[..., object],
        *args: object,
        then: Then | None = None,
        failed: Failed | None = None,
        asker: QObject | None = None,
    ) -> None:
        """Run `verb(*args) -> Done` after all earlier writes; then `then(value)` and `changed(touched)` here.

        `failed(error)` hears of every failure; True from it means a Refused has been shown already. Other errors
        always go to the crash report as well. Callbacks of a dead asker are dropped, the write itself never is.
        """
        if self._closed:
            raise RuntimeError("a write was asked for after closing")
        request = _Request(partial(verb, *args), then, failed, asker or owner_of(then) or owner_of(failed))
        self._count(+1)
        self._queue(self._writes, request)

    def read(
        self,
        asker: QObject,
        query: Callable[..., object],
        *args: object,
        then: Then,
        failed: Failed | None = None,
        topic: str = "",
    ) -> None:
        """Run `query(*args)` and hand its value to `then`; a newer read of the same asker and topic replaces it.

        The topic is the query's name unless given, so that different queries of one page stand side by side.
        """
        if self._closed:
            return
        slot = (id(asker), topic or _name(query))
        request = _Request(partial(query, *args), then, failed, asker, slot)
        older = self._newest.get(slot)
        self._newest[slot] = request
        if older is not None:
            older.drop()
        self._queue(self._reads, request)

    def keep(self, owner: QObject, writes: int) -> None:
        """Somebody holds this many writes that failed, to try them again; 0: nothing any more. Told by `kept`."""
        if self._kept.get(id(owner), 0) == writes:
            return
        self._kept[id(owner)] = writes
        self.kept.emit(sum(self._kept.values()))

    def report_bug(self, error: BaseException) -> None:
        """Hand a failure from elsewhere (a working process) to the crash report."""
        self._crashed(error)

    def close(self) -> None:
        """Finish every write, stop every read, tell what is left to tell. Further writes raise RuntimeError."""
        if self._closed:
            return
        self._closed = True
        for request in list(self._newest.values()):
            request.drop()
        with self._something:
            self._reads.clear()
            self._something.notify_all()
        for thread in self._threads:
            thread.join()
        while self._outcomes:
            self._deliver_one()
        self._open.clear()
        self._newest.clear()

    def _queue(self, waiting: deque[int], request: _Request) -> None:
        ticket = next(self._tickets)
        self._open[ticket] = request
        if not self._threads:
            lanes = [("writes", self._writes, _no_handle)]
            lanes += [(f"reads-{number}", self._reads, self._reading) for number in range(self._lanes)]
            self._threads = [
                threading.Thread(target=self._lane, args=lane[1:], name=lane[0], daemon=True) for lane in lanes
            ]
            for thread in self._threads:
                thread.start()
        with self._something:
            waiting.append(ticket)
            self._something.notify_all()  # one condition for all lanes: only one of them takes it

    def _lane(self, waiting: deque[int], reading: Reading) -> None:
        """One thread's life: what waits is done one after another; after closing, what is left, then it ends."""
        while True:
            with self._something:
                self._something.wait_for(lambda: bool(waiting) or self._closed)
                if not waiting:
                    return
                ticket = waiting.popleft()
            self._open[ticket].run(reading)
            self._send_home(ticket)

    def _send_home(self, ticket: int) -> None:
        self._outcomes.append(ticket)
        self._came_home.emit()

    def _deliver_one(self) -> None:
        """One signal, one outcome: a callback that raises harms no other."""
        try:
            request = self._open.pop(self._outcomes.popleft())
        except IndexError:  # delivered by `close` already
            return
        if request.slot is None:
            self._deliver_write(request)
        else:
            self._deliver_read(request)

    def _deliver_write(self, request: _Request) -> None:
        self._count(-1)
        if request.error is not None:
            self._tell(request, request.error)
            return
        from qualitydesk.basics.changes import Done  # not at the top: the first paint waits for this module

        touched: frozenset[Change] = frozenset()
        value = request.value
        if isinstance(request.value, Done):
            value, touched = request.value.value, request.value.touched
        try:
            if request.then is not None and alive(request.asker):
                request.then(value)
        finally:
            if touched:
                self.changed.emit(touched)

    def _deliver_read(self, request: _Request) -> None:
        if request.slot is not None and self._newest.get(request.slot) is request:
            del self._newest[request.slot]
        if request.dropped or not alive(request.asker):
            return
        if request.error is not None:
            self._tell(request, request.error)
        elif request.then is not None:
            request.then(request.value)

    def _tell(self, request: _Request, error: Exception) -> None:
        shown = False
        if request.failed is not None and alive(request.asker):
            shown = bool(request.failed(error))
        from qualitydesk.basics.errors import Refused  # as above

        if not isinstance(error, Refused):
            self._crashed(error)
        elif not shown:
            self._refused(error, request.asker if alive(request.asker) else None)

    def _count(self, by: int) -> None:
        self._pending += by
        self.state.emit(self._pending)


def owner_of(callback: object) -> QObject | None:
    """The QObject whose bound method a callback is, if it is one."""
    owner = getattr(callback, "__self__", None)
    return owner if isinstance(owner, QObject) else None


def alive(asker: QObject | None) -> bool:
    return asker is None or shiboken6.isValid(asker)


def _name(query: Callable[..., object]) -> str:
    """What tells one query of an asker from another: its name, and for a lambda its place."""
    while isinstance(query, partial):
        query = query.func
    code = getattr(query, "__code__", None)
    line = f":{code.co_firstlineno}" if code is not None and query.__name__ == "<lambda>" else ""
    return f"{getattr(query, '__qualname__', type(query).__name__)}{line}"
