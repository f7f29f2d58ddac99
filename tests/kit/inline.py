"""A stand-in for `Operations` that runs every verb and query at once, in the caller's thread: for tests of pages."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from qualitydesk.basics.changes import Done
from qualitydesk.basics.errors import Refused


class InlineOperations(QObject):
    """The same manners as the real road; a bug is raised where it happens, a refusal nobody shows is kept."""

    changed = Signal(object)
    state = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.refusals: list[Refused] = []

    @property
    def pending(self) -> int:
        return 0

    @property
    def quiet(self) -> bool:
        return True

    def write(
        self,
        verb: Callable[..., object],
        *args: object,
        then: Callable[..., object] | None = None,
        failed: Callable[[Exception], object] | None = None,
        asker: QObject | None = None,
    ) -> None:
        try:
            outcome = verb(*args)
        except Exception as error:
            self._tell(error, failed)
            return
        value, touched = (outcome.value, outcome.touched) if isinstance(outcome, Done) else (outcome, frozenset())
        if then is not None:
            then(value)
        if touched:
            self.changed.emit(touched)

    def read(
        self,
        asker: QObject,
        query: Callable[..., object],
        *args: object,
        then: Callable[..., object],
        failed: Callable[[Exception], object] | None = None,
        topic: str = "",
    ) -> None:
        try:
            value = query(*args)
        except Exception as error:
            self._tell(error, failed)
            return
        then(value)

    def keep(self, owner: QObject, writes: int) -> None:
        return

    def report_bug(self, error: BaseException) -> None:
        raise error

    def close(self) -> None:
        return

    def _tell(self, error: Exception, failed: Callable[[Exception], object] | None) -> None:
        shown = bool(failed(error)) if failed is not None else False
        if not isinstance(error, Refused):
            raise error
        if not shown:
            self.refusals.append(error)
