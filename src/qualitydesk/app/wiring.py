"""Joins the parts' pages: what one wishes for, another gives. The only place where features meet upwards."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cached_property, partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QKeySequence, QShortcut

from qualitydesk.app import housekeeping
from qualitydesk.app.bootstrap import Services
from qualitydesk.app.caretaker import Caretaker
from qualitydesk.app.pages import load_all, maker_of
from qualitydesk.basics.changes import By
from qualitydesk.basics.settings import SettingsFile
from qualitydesk.directory.model import Person
from qualitydesk.kit.page import Page

if TYPE_CHECKING:
    from qualitydesk.app.day_work import DayWork
    from qualitydesk.app.main_window import MainWindow
    from qualitydesk.app.paper_ways import PaperWays
    from qualitydesk.app.reminder_ways import ReminderWays
    from qualitydesk.app.reminders import ReminderBook, Reminders
    from qualitydesk.app.search import Search
    from qualitydesk.basics.reminders import Reminder
    from qualitydesk.rulebook.ui.offer import TryOut

SOON = 1_000  # milliseconds after the first page was asked for: the other pages are imported then


class Desk(QObject):
    """Every page of the window, made when first asked for, and the ways between them."""

    try_out: TryOut | None = None
    """What new values of a rule would have done, shown from the window they are written in; None: not to be had."""

    def __init__(self, window: MainWindow, services: Services, settings: SettingsFile, folder: Path) -> None:
        super().__init__(window)
        self.shell = window
        self.tools = window.tools
        self.services = services
        self.settings = settings
        self.folder = folder
        self._me = _id_in(settings.current.me)
        self._pages: dict[str, Page] = {}
        self._back: Callable[[], object] = partial(self.shell.open_page, "rounds")
        self._back_from_result = "rounds"
        self._back_from_proposals: Callable[[], object] = partial(self.show_page, "result")
        self.caretaker = Caretaker(self.tools, services, folder, lambda: settings.current.least_room * 2**20, self)
        self.caretaker.backed_up.connect(window.status.show_backup)
        self.caretaker.warned.connect(window.status.show_warning)
        self.caretaker.clock_behind.connect(self._tell_clock)
        self.caretaker.start()
        self._search_key = QShortcut(QKeySequence("Ctrl+K"), window)
        self._search_key.activated.connect(self._open_search)
        self.tools.operations.read(self, self._who_am_i, then=self._show_who)
        window.status.show_database(services.database.path.name if services.database.path else "PostgreSQL")

        QTimer.singleShot(SOON, self, self._load_pages)

    @cached_property
    def papers(self) -> PaperWays:
        """The ways to papers, with their dialogs; made when first needed."""
        from qualitydesk.app.paper_ways import PaperWays

        return PaperWays(self)

    @cached_property
    def search(self) -> Search:
        """The search over everything; likewise."""
        from qualitydesk.app.search import Search

        return Search(self)

    @cached_property
    def reminding(self) -> Reminders:
        """The looks at clocks; they begin when the other pages have come in."""
        from qualitydesk.app.reminders import Reminders

        made = Reminders(
            self.tools,
            self.reminder_book,
            lambda: self._me,
            lambda: self.settings.current.reminders,
            self.services.clock,
            self,
        )
        made.counted.connect(self.shell.show_reminders)
        made.came_up.connect(self._tell_reminders)
        return made

    def _tell_reminders(self, found: list[Reminder]) -> None:
        self.reminder_ways.tell(found)

    @cached_property
    def day_work(self) -> DayWork:
        """What a day brings by itself; begins likewise."""
        from qualitydesk.app.day_work import DayWork

        return DayWork(self.tools, (self.services.tiers.evaluate_today,), self)

    def reminder_book(self) -> ReminderBook:
        """Every source of reminders; asked for on a lane, since making them takes imports."""
        from qualitydesk.app.reminders import ReminderBook

        sources = (self.services.case_reminders, self.services.request_reminders)
        return ReminderBook(self.services.database, self.services.clock, sources)

    @cached_property
    def reminder_ways(self) -> ReminderWays:
        """What the looks have found, shown; made when first needed."""
        from qualitydesk.app.reminder_ways import ReminderWays

        return ReminderWays(self)

    def show_reminders(self) -> None:
        """The list of reminders."""
        self.reminder_ways.open_list()

    def _open_search(self) -> None:
        self.search.open()

    def _load_pages(self) -> None:
        self.tools.operations.read(self, self._load_the_rest, then=self._begin_to_remind)

    def _load_the_rest(self) -> None:
        self.services.load_all()
        load_all()
        import_module("qualitydesk.app.reminder_ways")

    def _begin_to_remind(self, _nothing: None) -> None:
        self.reminding.start()
        self.day_work.start()

    def by(self) -> By:
        """Who types now; who decides is asked where it may be somebody else."""
        return By.alone(self._me)

    def page(self, key: str) -> Page:
        """A page of this window, made when first asked for."""
        if key not in self._pages:
            self._pages[key] = maker_of(key)(self)
        return self._pages[key]

    def open_page(self, key: str) -> None:
        """Open a page of the rail, as if it had been picked there."""
        self.shell.open_page(key)

    def show_page(self, key: str) -> None:
        """Show a page that is reached from another one."""
        self.shell.show_page(self.page(key))

    def retire(self) -> None:
        """Let every page go: another language follows."""
        self.caretaker.stop()
        for name in ("reminding", "day_work"):
            if name in vars(self):
                getattr(self, name).stop()
        if "reminder_ways" in vars(self):
            self.reminder_ways.tray.hide()
        self._search_key.setParent(None)
        self._search_key.deleteLater()
        for page in self._pages.values():
            page.setParent(None)
            page.deleteLater()
        self._pages.clear()
        self.setParent(None)
        self.deleteLater()

    def toggle_type(self) -> None:
        """Larger letters, or ordinary ones again; kept like the choice among the settings."""
        self.shell.big_type_wanted.emit(not self.settings.current.big_type)

    # Ways between pages

    def walk(self, round_id: UUID) -> None:
        """Walk a round from where it was left."""
        from qualitydesk.inspections.ui.walk_view import WalkPage

        page = self.page("walk")
        assert isinstance(page, WalkPage)
        page.open_walk(round_id)
        self.shell.show_page(page)

    def show_result(self, round_id: UUID) -> None:
        """The result of a round; back leads to the page of the rail it was opened from, today's among them."""
        from qualitydesk.inspections.ui.result import ResultPage

        page = self.page("result")
        assert isinstance(page, ResultPage)
        self._back_from_result = self.shell.open_key()
        page.show_round(round_id)
        self.shell.show_page(page)

    def leave_result(self) -> None:
        """Back to where the result was opened from."""
        self.open_page(self._back_from_result)

    def show_proposals(self, round_id: UUID, back: Callable[[], object] | None = None) -> None:
        """What the ladder proposes after a round; back leads to its result, or where `back` says."""
        from qualitydesk.penalties.ui.proposals_page import ProposalsPage

        page = self.page("proposals")
        assert isinstance(page, ProposalsPage)
        self._back_from_proposals = back or partial(self.show_page, "result")
        page.show_round(round_id)
        self.shell.show_page(page)

    def show_case_proposals(self, case_id: UUID, back: Callable[[], object]) -> None:
        """What the level of a case proposes; `back` leads to where it was wished for."""
        from qualitydesk.penalties.ui.proposals_page import ProposalsPage

        page = self.page("proposals")
        assert isinstance(page, ProposalsPage)
        self._back_from_proposals = back
        page.show_case(case_id)
        self.shell.show_page(page)

    def leave_proposals(self) -> None:
        """Back to where the proposals were opened from."""
        self._back_from_proposals()

    def show_slip(self, slip_id: UUID, back: Callable[[], object]) -> None:
        """A slip; `back` leads to where it was opened from."""
        from qualitydesk.penalties.ui.slip_page import SlipPage

        page = self.page("slip")
        assert isinstance(page, SlipPage)
        self._back = back
        page.show_slip(slip_id)
        self.shell.show_page(page)

    def leave_slip(self) -> None:
        """Back to where the slip was opened from."""
        self._back()

    def print_report(self, round_id: UUID) -> None:
        """How the report of a finished round is wished; what is made is archived and shown."""
        self.papers.ask_report(round_id)

    # What goes on by itself

    def _who_am_i(self) -> Person | None:
        """Whom the settings name, if this database knows him: it may be another one than last time."""
        directory = self.services.directory
        known = (directory.person(one) for one in (self._me, *directory.users()) if one is not None)
        return next((one for one in known if one is not None), None)

    def _show_who(self, person: Person | None) -> None:
        self._me = person.id if person is not None else None
        if person is None:
            return
        self.shell.status.show_who(f"{person.name} · {person.post}")

    def back_up(self) -> datetime:
        return housekeeping.back_up(self.services, self.folder)

    def _tell_clock(self, words: str) -> None:
        self.tools.prompts.tell(self.shell, self.tr("The computer's clock"), words)


def _id_in(text: str) -> UUID | None:
    """An id as the settings file keeps it; whatever else stands there is nobody."""
    try:
        return UUID(text)
    except ValueError:
        return None
