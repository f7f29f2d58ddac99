"""The ways of reminders in one window: the notice in the tray, the list, and from both to the case."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qualitydesk.app.reminder_list import ReminderList, Tray, notice
from qualitydesk.app.reminders import Line
from qualitydesk.basics.reminders import Reminder

if TYPE_CHECKING:
    from qualitydesk.app.wiring import Desk


class ReminderWays(QObject):
    """Shows what the looks at clocks have found. `openers`: by source, how what a reminder is about is opened."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._list: ReminderList | None = None
        self._told: list[Reminder] = []
        self.tray = Tray(self)
        self.tray.clicked.connect(self._answer)
        self.openers: dict[str, Callable[[Reminder], object]] = {"case": self._case, "request": self._request}

    def tell(self, found: Sequence[Reminder]) -> None:
        """A notice of the system, unless it is switched off; the program itself tells by its badge."""
        self._told = list(found)
        if self._desk.settings.current.tray:
            self.tray.say(*notice(found, self._desk.services.clock.now(), self._desk.tools.language))

    def open_list(self) -> None:
        """The list, read anew; open already, it comes to the front."""
        if self._list is None:
            made = self._list = ReminderList(self._desk.tools, self._desk.services.clock.now, self._desk.shell)
            made.wanted.connect(self.go)
            made.finished.connect(self._closed)
            made.open()
        self._list.raise_()
        self._list.activateWindow()
        who = self._desk.by().entered_by
        if who is not None:
            self._desk.tools.operations.read(self, lambda: self._desk.reminder_book().lately(who), then=self._show)

    def go(self, reminder: Reminder) -> None:
        """Open what a reminder is about; whatever is being entered is asked about first."""
        if not self._desk.shell.may_leave():
            self._desk.shell.say_draft_open()
            return
        self.openers[reminder.source](reminder)

    def _show(self, lines: list[Line]) -> None:
        if self._list is not None:
            self._list.show_lines(lines)
            self._desk.reminding.read()

    def _closed(self, _result: int) -> None:
        self._list = None

    def _answer(self) -> None:
        """A notice was clicked: the window comes to the front, with the case of a single one, else with the list."""
        shell = self._desk.shell
        shell.showNormal() if shell.isMinimized() else shell.show()
        shell.raise_()
        shell.activateWindow()
        if len(self._told) == 1:
            self.go(self._told[0])
        elif shell.may_leave():
            self.open_list()

    def _case(self, reminder: Reminder) -> None:
        from qualitydesk.app.pages.complaints import show_case  # not for the start: see `pages`

        show_case(self._desk, reminder.subject_id, partial(self._desk.open_page, self._desk.shell.open_key()))

    def _request(self, reminder: Reminder) -> None:
        from qualitydesk.app.pages.requests import show_request  # not for the start: see `pages`

        show_request(self._desk, reminder.subject_id, partial(self._desk.open_page, self._desk.shell.open_key()))
