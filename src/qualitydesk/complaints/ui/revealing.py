"""Names and telephones of a case in full: only when somebody asks with a reason, which is kept."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import By
from qualitydesk.complaints.service import Complaints
from qualitydesk.kit.tools import Tools


class Revealing(QObject):
    """Made for one page. Signals: `changed` a case is seen in full from now on, or no longer."""

    changed = Signal()

    def __init__(self, tools: Tools, complaints: Complaints, by: Callable[[], By], page: QWidget) -> None:
        super().__init__(page)
        self._tools, self._complaints, self._by, self._page = tools, complaints, by, page
        self._open: UUID | None = None

    def is_open(self, case_id: UUID) -> bool:
        """Whether this case is seen in full."""
        return case_id == self._open

    def close(self) -> None:
        """Hide again: another case is turned to."""
        if self._open is not None:
            self._open = None
            self.changed.emit()

    def ask(self, case_id: UUID, number: str, then: Callable[[], object] = lambda: None) -> None:
        """Ask why, log it and show; `then` follows. What is seen already is not asked for again."""
        if self.is_open(case_id):
            then()
            return

        def seen(_page: object) -> None:
            self._open = case_id
            self.changed.emit()
            then()

        def log(reason: str) -> None:
            self._tools.operations.write(
                self._complaints.unmask, case_id, reason, self._by(), then=seen, asker=self._page
            )

        words = self.tr("What do you need the names and telephones of {number} for? Who looked, when and why is kept.")
        title = self.tr("Show in full")
        self._tools.prompts.ask_text(
            self._page.window(), title, words.format(number=number), yes=title, lines=2, then=log
        )
