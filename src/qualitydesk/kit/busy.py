"""Python-heavy work in a process of its own (batches of papers, big imports), with progress and a way to stop it.

The function runs in a spawned interpreter: it and its arguments must be picklable, it gets a `Progress` first, and a
packaged program calls `multiprocessing.freeze_support()` before anything else.
"""

from __future__ import annotations

import multiprocessing
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, TypeVar, cast

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QProgressBar, QWidget

from qualitydesk.basics.errors import Refused
from qualitydesk.kit.keys import Key, KeyTable
from qualitydesk.kit.pieces import button, hbox, label, vbox
from qualitydesk.kit.theme import EDGE, GRID
from qualitydesk.kit.tools import Tools

T = TypeVar("T")
_LOOK_EVERY = 40  # milliseconds


class Cancelled(Exception):  # noqa: N818 - not an error: the user stopped it
    """Raised inside the working function at its next step after the user has stopped it."""


class WorkFailed(Exception):  # noqa: N818 - carries another process's failure
    """A bug in the working process; its text is that process's traceback."""


class Progress:
    """The working side of the channel."""

    def __init__(self, channel: Connection) -> None:
        self._channel = channel

    def step(self, done: int, total: int, words: str = "") -> None:
        """Tell how far the work is; raises Cancelled when it is not wanted any more."""
        if self._channel.poll():
            self._channel.recv()
            raise Cancelled
        self._channel.send(("step", (done, total, words)))

    def tell(self, what: object) -> None:
        """Hand over a part of the result while the work goes on; anything that can be pickled."""
        self._channel.send(("told", what))


def _work(channel: Connection, function: Callable[..., object], args: tuple[object, ...]) -> None:
    """The whole life of the working process: one call, one last message."""
    try:
        channel.send(("value", function(Progress(channel), *args)))
    except Cancelled:
        channel.send(("cancelled", None))
    except Refused as refused:
        channel.send(("refused", refused))
    except Exception:  # must cross to the other process as text: its objects may not pickle
        channel.send(("failed", traceback.format_exc()))
    finally:
        channel.close()


def apart(
    step: Callable[[int, int], None],
    function: Callable[..., T],
    *args: object,
    told: Callable[[Any], object] = lambda _what: None,
) -> T:
    """Run `function(progress, *args)` in a process and wait for it, on a lane: the GUI thread never comes here.

    `step(done, total)` hears how far it is; what it raises stops the work and is raised again. `told` hears each part
    handed over. What the function raises as Refused is raised here; WorkFailed for anything else.
    """
    spawn = multiprocessing.get_context("spawn")
    ours, theirs = spawn.Pipe()
    process = spawn.Process(target=_work, args=(theirs, function, args), daemon=True)
    process.start()
    theirs.close()
    try:
        return cast(T, _hear_out(ours, step, told))
    except BaseException:
        if process.is_alive():
            process.join(2)  # it has been told, or has failed by itself
            process.kill()
        raise
    finally:
        process.join(5)
        ours.close()


def _hear_out(channel: Connection, step: Callable[[int, int], None], told: Callable[[Any], object]) -> object:
    """The value a process ends with."""
    done, total = 0, 0
    while True:
        try:
            step(done, total)
            if not channel.poll(_LOOK_EVERY / 1000):
                continue
            kind, content = channel.recv()
        except (EOFError, OSError) as error:
            raise WorkFailed("the process ended without a word") from error
        except Refused:
            channel.send("cancel")
            raise
        if kind == "step":
            done, total = content[:2]
        elif kind == "told":
            told(content)
        elif kind == "value":
            return content
        elif kind == "refused":
            raise content
        else:
            raise WorkFailed(str(content))


class Worker(QObject):
    """One function in one process.

    Signals: `stepped(done, total, words)` and `told(what)` while it goes on; then exactly one of `succeeded(value)`,
    `cancelled()`, `failed(error)`.
    """

    stepped = Signal(int, int, str)
    told = Signal(object)
    succeeded = Signal(object)
    cancelled = Signal()
    failed = Signal(object)

    def __init__(self, function: Callable[..., object], *args: object, parent: QObject | None = None) -> None:
        super().__init__(parent)
        spawn = multiprocessing.get_context("spawn")
        self._channel, theirs = spawn.Pipe()
        self._theirs: Connection | None = theirs
        self._process = spawn.Process(target=_work, args=(theirs, function, args), daemon=True)
        self._over = False
        self._look = QTimer(self, interval=_LOOK_EVERY)
        self._look.timeout.connect(self._listen)

    def start(self) -> None:
        self._process.start()
        if self._theirs is not None:
            self._theirs.close()  # ours must see the end of the channel when the process dies
            self._theirs = None
        self._look.start()

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        if not self._over:
            try:
                self._channel.send("cancel")
            except OSError:  # it has just ended by itself; its last message is still to be read
                return

    def kill(self) -> None:
        """End the process at once (the program is closing)."""
        self._end()
        if self._process.is_alive():
            self._process.kill()
        self._process.join(5)

    def _listen(self) -> None:
        try:
            while not self._over and self._channel.poll():
                self._take(*self._channel.recv())
        except (EOFError, OSError):
            self._end()
            self.failed.emit(WorkFailed("the process ended without a word"))

    def _take(self, kind: str, content: Any) -> None:
        if kind == "step":
            self.stepped.emit(*content)
            return
        if kind == "told":
            self.told.emit(content)
            return
        self._end()
        self._process.join(5)
        if kind == "value":
            self.succeeded.emit(content)
        elif kind == "cancelled":
            self.cancelled.emit()
        else:
            self.failed.emit(content if kind == "refused" else WorkFailed(content))

    def _end(self) -> None:
        self._over = True
        self._look.stop()


class BusyDialog(QDialog):
    """Shows how far a Worker is; Cancel and Esc stop it."""

    def __init__(self, title: str, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(56 * GRID)
        self.worker = worker
        worker.setParent(self)
        self._words = label(self.tr("Starting…"), wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(title)
        self._cancel = button(self.tr("Cancel"), do=self.reject)
        column = vbox(self._words, self._bar, hbox(None, self._cancel), gap=EDGE)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.setLayout(column)
        self.key_table = KeyTable(self, (Key("Esc", self.tr("Stop")),))
        worker.stepped.connect(self._show_step)
        worker.cancelled.connect(self.accept)

    @classmethod
    def run(
        cls,
        tools: Tools,
        parent: QWidget | None,
        title: str,
        function: Callable[..., object],
        *args: object,
        then: Callable[[Any], object],
        failed: Callable[[Exception], object] | None = None,
    ) -> BusyDialog:
        """Run `function(progress, *args)` in a process; `then(value)` after it. A Refused is shown unless `failed`
        returns True; anything else goes the way of a bug."""
        worker = Worker(function, *args)
        dialog = cls(title, worker, parent)

        def value(content: object) -> None:
            dialog.accept()
            then(content)

        def error(what: Exception) -> None:
            dialog.accept()
            shown = bool(failed(what)) if failed is not None else False
            if isinstance(what, Refused):
                if not shown:
                    tools.prompts.refuse(parent, what)
            else:
                tools.operations.report_bug(what)

        worker.succeeded.connect(value)
        worker.failed.connect(error)
        dialog.open()
        worker.start()
        return dialog

    def reject(self) -> None:
        """Ask the work to stop; the dialog goes when it has."""
        self._cancel.setEnabled(False)
        self._words.setText(self.tr("Stopping…"))
        self.worker.cancel()

    def _show_step(self, done: int, total: int, words: str) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if self._cancel.isEnabled():
            self._words.setText(words or self.tr("{done} of {total}").format(done=done, total=total))
