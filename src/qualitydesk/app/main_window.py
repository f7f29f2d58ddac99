"""The shell: rail, pages, status line. Painted before the heavy imports; pages join when the database is open."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QLabel, QMainWindow, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from qualitydesk.kit.page_tabs import PageTabs
from qualitydesk.kit.pieces import hbox, vbox
from qualitydesk.kit.rail import Rail, RailEntry
from qualitydesk.kit.status import StatusLine

if TYPE_CHECKING:
    from qualitydesk.app.bootstrap import Services
    from qualitydesk.app.wiring import Desk
    from qualitydesk.basics.settings import SettingsFile
    from qualitydesk.kit.operations import Operations
    from qualitydesk.kit.page import Page
    from qualitydesk.kit.tools import Tools

WIDTH, HEIGHT = 1280, 720  # pixels; fits the smallest screen we serve, 1366 × 768


class MainWindow(QMainWindow):
    """The one window.

    Signals: `closing` when it goes; `language_wanted(str)`, `theme_wanted(str)` and
    `big_type_wanted(bool)` from the settings page.
    """

    closing = Signal()
    language_wanted = Signal(str)
    theme_wanted = Signal(str)
    big_type_wanted = Signal(bool)

    def __init__(self, operations: Operations) -> None:
        super().__init__()
        self._operations = operations
        self._tools: Tools | None = None
        self.setWindowTitle("QualityDesk")
        self.resize(WIDTH, HEIGHT)
        self._joined: tuple[Services, SettingsFile, Path] | None = None
        self.desk: Desk | None = None
        self._last = ""
        self._after_saving: Callable[[], object] | None = None
        operations.state.connect(self._saved)
        self._build()

    @property
    def tools(self) -> Tools:
        """What pages are handed; there once the shell is painted."""
        assert self._tools is not None
        return self._tools

    def use(self, tools: Tools) -> None:
        """Hand over what pages need: after the first paint, since it costs imports."""
        self._tools = tools

    def join(self, services: Services, settings: SettingsFile, folder: Path) -> None:
        """The database is open: put the pages behind the rail and open the first."""
        from qualitydesk.app.wiring import Desk

        self._joined = (services, settings, folder)
        self.desk = Desk(self, services, settings, folder)
        self._rail.setEnabled(True)
        self._rail.bind_keys()
        self._tell_keys()
        self.open_page(self._last or self._rail.entry_keys()[0])

    def rebuild(self, tools: Tools) -> None:
        """Make everything anew, in another language."""
        marked, last = self._rail.marked(), self._last
        if self.desk is not None:
            self.desk.retire()
            self.desk = None
        self.use(tools)
        self._build()
        if self._joined is not None:
            self._rail.mark(marked)
            self._last = last
            self.join(*self._joined)

    def open_page(self, key: str) -> None:
        """Open a page of the rail, unless the present one has an open draft."""
        if self.desk is None:
            return
        if not self.may_leave():
            self._once_saved(partial(self.open_page, key))
            return
        page = self.desk.page(key)
        self.show_page(page)
        self._rail.mark(next(entry.key for entry in self.entries() if entry.leads_to(key)))
        self._tabs.mark(key)
        self._last = key
        self._to_list(page)

    def show_page(self, page: Page) -> None:
        """Show a page; one opened from another keeps the rail's mark, without the strip of the entry's own pages."""
        self._tabs.mark("")
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        focus = self.focusWidget()
        if focus is None or not page.isAncestorOf(focus):  # many pages give it to their list themselves
            page.setFocus()

    def _hold_to_page(self, place: int) -> None:
        """Only the page shown keeps the window from being made smaller."""
        policy = QSizePolicy.Policy
        for at in range(self._stack.count()):
            way = policy.Preferred if at == place else policy.Ignored
            if (page := self._stack.widget(at)) is not None:
                page.setSizePolicy(way, way)

    def _to_list(self, page: Page) -> None:
        """Enter opens what the cursor is on: who comes by a key is in the page's first list."""
        from qualitydesk.kit.table import Table

        if isinstance(self.focusWidget(), Table):
            return
        lists = (found for found in page.findChildren(Table) if found.isVisible())
        if (first := next(lists, None)) is not None:
            first.setFocus()

    def _tell_keys(self) -> None:
        """The rail's keys, told under every page's F1."""
        from qualitydesk.kit.keys import SPAN, Key, KeyTable

        entries = self.entries()
        words = self.tr("Pages: {names}").format(names=self.tr(", ").join(entry.title for entry in entries))
        keys = (
            Key(f"Alt+1{SPAN}Alt+{len(entries)}", words),
            Key("Ctrl+K", self.tr("Search everything: pages, people, numbers, standards")),
            Key("F9", self.tr("Reminders: clocks that have come up"), self._show_reminders),
            Key("Alt+PgDown", self.tr("Next page of this entry"), partial(self._tabs.step, +1)),
            Key("Alt+PgUp", self.tr("Previous page of this entry"), partial(self._tabs.step, -1)),
        )
        KeyTable(self._stack, keys, help_key=False)

    def _show_reminders(self) -> None:
        if self.desk is not None:
            self.desk.show_reminders()

    def show_reminders(self, count: int) -> None:
        """How many reminders nobody has looked at: at the rail's complaints and in the line at the bottom."""
        words = self.tr("{count} reminders").format(count=count) if count else ""
        self._rail.show_badge("complaints", count, words)
        self.status.show_reminders(words, self.tr("Clocks that have come up (F9)"))

    def open_key(self) -> str:
        """The key of the page of the rail opened last."""
        return self._last or self._rail.entry_keys()[0]

    def current_page(self) -> QWidget | None:
        """What is shown in the middle."""
        return self._stack.currentWidget()

    def may_leave(self) -> bool:
        """Whether nothing is being entered, on the present page or in a form over it."""
        if any(form.isVisible() and _is_draft(form) for form in self.findChildren(QDialog)):
            return False
        may_leave = getattr(self._stack.currentWidget(), "may_leave", None)
        return bool(may_leave()) if may_leave is not None else True

    def _once_saved(self, then: Callable[[], object]) -> None:
        """What is only on its way to disk holds nobody up: `then` follows it. Anything else must be finished first."""
        if self._operations.pending:
            self._after_saving = then
        else:
            self.say_draft_open()

    def _saved(self, pending: int) -> None:
        if not pending and self._after_saving is not None:
            then, self._after_saving = self._after_saving, None
            QTimer.singleShot(0, then)  # not now: the next write of a row of them is asked for only after this signal

    def say_draft_open(self) -> None:
        """Something is being entered or could not be saved: it must be seen to first."""
        leaving = getattr(self._stack.currentWidget(), "leaving_words", lambda: None)()
        if leaving is not None:
            words, way, do = leaving
            self.tools.prompts.ask(self, self.tr("Not yet"), words, yes=way, then=do)
            return
        self.tools.prompts.tell(
            self, self.tr("Not yet"), self.tr("Something is still being entered here. Save or cancel it first.")
        )

    def show_trouble(self, page: QWidget) -> None:
        """There is no database: `page` says why, in place of the pages, until `join`."""
        self._tabs.hide()
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.setFocus()

    def leave(self) -> None:
        """Let go of the pages and of the database behind them."""
        if self.desk is not None:
            self.desk.retire()
            self.desk = None
        self._joined = None
        self._build()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.desk is not None and not self.may_leave():
            event.ignore()
            self._once_saved(self.close)
            return
        self.closing.emit()
        super().closeEvent(event)

    def _build(self) -> None:
        self._stack = QStackedWidget()
        self._stack.currentChanged.connect(self._hold_to_page)
        self._greeting = QLabel(self.tr("Opening the database…"))
        self._greeting.setProperty("role", "greeting")
        self._greeting.setWordWrap(True)
        self._stack.addWidget(self._greeting)
        self._rail = Rail(self.entries())
        self._rail.setEnabled(False)
        self._rail.picked.connect(self.open_page)
        self.status = StatusLine()
        self._operations.state.connect(self.status.show_pending)
        self._operations.kept.connect(self.status.show_kept)
        self.status.reminders_wanted.connect(self._show_reminders)
        self._tabs = PageTabs(self.entries(), self.tr("Pages of this entry"))
        self._tabs.picked.connect(self.open_page)
        pages = vbox(self._tabs, self._stack, gap=0)
        pages.setStretch(1, 1)
        middle = hbox(self._rail, pages, gap=0)
        middle.setStretch(1, 1)
        whole: QVBoxLayout = vbox(middle, self.status, gap=0)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setStretch(0, 1)
        central = QWidget()
        central.setLayout(whole)
        self.setCentralWidget(central)

    def entries(self) -> tuple[RailEntry, ...]:
        """The entries of the rail with their pages, in the language of now."""
        return (
            RailEntry("today", self.tr("Today"), "today"),
            RailEntry(
                "rounds",
                self.tr("Rounds"),
                "rounds",
                (
                    ("rounds", self.tr("All rounds")),
                    ("findings", self.tr("Findings")),
                    ("measures", self.tr("Measures")),
                    ("inspection_plan", self.tr("Inspection plan")),
                    ("plan", self.tr("Planned rounds")),
                    ("calibrations", self.tr("Calibration")),
                ),
            ),
            RailEntry(
                "complaints",
                self.tr("Complaints"),
                "complaints",
                (
                    ("complaints", self.tr("Board")),
                    ("cases", self.tr("All cases")),
                    ("requests", self.tr("Internal requests")),
                    ("wishes", self.tr("Wishes and suggestions")),
                ),
            ),
            RailEntry(
                "penalties",
                self.tr("Penalties"),
                "penalties",
                (
                    ("penalties", self.tr("Slips")),
                    ("waiting", self.tr("Proposals waiting")),
                    ("points", self.tr("Points")),
                    ("rewards", self.tr("Rewards")),
                    ("settlement", self.tr("Settlement")),
                    ("signatures", self.tr("Rules signed")),
                ),
            ),
            RailEntry(
                "members",
                self.tr("Members"),
                "members",
                (
                    ("members", self.tr("Customers")),
                    ("contacts", self.tr("Contacts")),
                    ("tiers", self.tr("Tiers")),
                    ("overview", self.tr("Overview")),
                    ("purchases", self.tr("Purchases")),
                    ("gifts", self.tr("Gifts")),
                    ("person_requests", self.tr("Data requests")),
                ),
            ),
            RailEntry("trends", self.tr("Trends"), "trends"),
            RailEntry("standards", self.tr("Standards"), "standards"),
            RailEntry(
                "directory",
                self.tr("Directory"),
                "directory",
                (("directory", self.tr("People and places")), ("visitors", self.tr("Visitor counts"))),
            ),
            RailEntry(
                "settings",
                self.tr("Settings"),
                "settings",
                (
                    ("settings", self.tr("Program")),
                    ("rulebook", self.tr("Rulebook")),
                    ("calendar", self.tr("Calendar")),
                    ("letterheads", self.tr("Letterheads")),
                    ("printers", self.tr("Printers")),
                ),
            ),
        )


def _is_draft(form: QDialog) -> bool:
    from qualitydesk.kit.draft_dialog import DraftDialog  # its pickers are not for every start

    return isinstance(form, DraftDialog)
