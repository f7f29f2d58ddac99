"""What an import shows and does, as plain values: the rows of a preview, what a feature gives, how far the work is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, Signal

from qualitydesk.basics.errors import Refused

NEW, CHANGED, SAME, REFUSED = STATES = ("new", "changed", "same", "refused")


@dataclass(frozen=True)
class ImportLine:
    """One row of the file: its line number, one of STATES, what it is about, what it would change or why not."""

    line: int
    state: str
    name: str
    words: str = ""


@dataclass(frozen=True)
class ImportPreview:
    """What a file would do. `warning`, then `notes` are said above the rows; `value` is for the verb that writes it."""

    lines: tuple[ImportLine, ...]
    notes: tuple[str, ...] = ()
    value: object = None
    warning: str = ""


class ImportProgress(QObject):
    """How far reading or writing is, told from its lane; `step` stops it by Refused("import_cancelled")."""

    stepped = Signal(int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stopped = Event()

    def step(self, done: int, total: int) -> None:
        """Called by the work, from any thread, now and then."""
        if self._stopped.is_set():
            raise Refused("import_cancelled")
        self.stepped.emit(done, total)

    def stop(self) -> None:
        """Ask the work to stop at its next step."""
        self._stopped.set()


Step = Callable[[int, int], None]


@dataclass(frozen=True)
class ImportWork:
    """What a feature gives: `read(path, options(), step)` and `write(value, step) -> Done` run off the GUI thread,
    `options()` in it; `said(outcome)` are the words after writing; `template(path) -> rows` writes a table to fill in;
    `kinds` as a file dialog takes them, where others than tables are read. `write_rest(value, step)` writes what is not
    refused, once `write_refused(value, path)` has saved what is as a CSV file named `refused_name`.
    """

    read: Callable[[Path, Any, Step], ImportPreview]
    write: Callable[[Any, Step], object]
    said: Callable[[Any], str]
    options: Callable[[], object] = lambda: None
    template: Callable[[Path], int] | None = None
    template_name: str = ""
    kinds: str = ""
    write_rest: Callable[[Any, Step], object] | None = None
    write_refused: Callable[[Any, Path], int] | None = None
    refused_name: str = ""
