"""Joins the parts' pages: what one wishes for, another gives. The only place where features meet upwards."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices

from qualitydesk import __version__
from qualitydesk.app import housekeeping
from qualitydesk.app.bootstrap import Services
from qualitydesk.app.settings_page import About, SettingsPage
from qualitydesk.basics.changes import By
from qualitydesk.basics.settings import SettingsFile
from qualitydesk.directory.model import Person
from qualitydesk.directory.ui.directory_page import DirectoryPage
from qualitydesk.inspections.ui.result_page import ResultPage
from qualitydesk.inspections.ui.rounds_page import RoundsPage
from qualitydesk.inspections.ui.standards_page import StandardsPage
from qualitydesk.inspections.ui.walk_view import WalkPage
from qualitydesk.kit.page import Page
from qualitydesk.papers.ui.preview_dialog import PreviewDialog, suggested_name
from qualitydesk.penalties.ui.proposals_page import ProposalsPage
from qualitydesk.penalties.ui.slip_page import SlipPage
from qualitydesk.penalties.ui.slips_page import SlipsPage
from qualitydesk.rulebook.ui.rules_view import RulesPage

if TYPE_CHECKING:
    from qualitydesk.app.main_window import MainWindow

BACKUP_AFTER = timedelta(days=1)
BACKUP_WAIT = 60_000  # milliseconds after the start: the user comes first


class Desk(QObject):
    """Every page of the window, made when first asked for, and the ways between them."""

    def __init__(self, window: MainWindow, services: Services, settings: SettingsFile, folder: Path) -> None:
        super().__init__(window)
        self._window = window
        self._tools = window.tools
        self.services = services
        self._settings = settings
        self._folder = folder
        self._me = _id_in(settings.current.me)
        self._pages: dict[str, Page] = {}
        self._back: Callable[[], object] = partial(self._window.open_page, "rounds")
        self._makers: dict[str, Callable[[], Page]] = {
            "rounds": self._make_rounds,
            "walk": self._make_walk,
            "result": self._make_result,
            "proposals": self._make_proposals,
            "penalties": self._make_slips,
            "slip": self._make_slip,
            "standards": lambda: StandardsPage(self._tools, services.standards, services.directory),
            "directory": lambda: DirectoryPage(self._tools, services.directory, self.by),
            "settings": self._make_settings,
            "rulebook": self._make_rulebook,
        }
        self._backup = QTimer(self, singleShot=True, interval=BACKUP_WAIT)
        self._backup.timeout.connect(self._ask_for_backup)
        self._backup.start()
        self._tools.operations.read(self, self._who_am_i, then=self._show_who)
        self._tools.operations.read(self, housekeeping.last_backup, folder, then=window.status.show_backup)
        window.status.show_database(services.database.path.name if services.database.path else "PostgreSQL")

    def by(self) -> By:
        """Who types now; who decides is asked where it may be somebody else."""
        return By.alone(self._me)

    def page(self, key: str) -> Page:
        """A page of this window, made when first asked for."""
        if key not in self._pages:
            self._pages[key] = self._makers[key]()
        return self._pages[key]

    def retire(self) -> None:
        """Let every page go: another language follows."""
        self._backup.stop()
        for page in self._pages.values():
            page.setParent(None)
            page.deleteLater()
        self._pages.clear()
        self.setParent(None)
        self.deleteLater()

    # Ways between pages

    def walk(self, round_id: UUID) -> None:
        """Walk a round from where it was left."""
        page = self.page("walk")
        assert isinstance(page, WalkPage)
        page.open_walk(round_id)
        self._window.show_page(page)

    def show_result(self, round_id: UUID) -> None:
        """The result of a round."""
        page = self.page("result")
        assert isinstance(page, ResultPage)
        page.show_round(round_id)
        self._window.show_page(page)

    def show_proposals(self, round_id: UUID) -> None:
        """What the ladder proposes after a round; back leads to its result."""
        page = self.page("proposals")
        assert isinstance(page, ProposalsPage)
        page.show_round(round_id)
        self._window.show_page(page)

    def show_slip(self, slip_id: UUID, back: Callable[[], object]) -> None:
        """A slip; `back` leads to where it was opened from."""
        page = self.page("slip")
        assert isinstance(page, SlipPage)
        self._back = back
        page.show_slip(slip_id)
        self._window.show_page(page)

    def print_report(self, round_id: UUID) -> None:
        """The report of a finished round: archived the first time, then shown."""
        self._tools.operations.write(
            partial(self.services.reports.issue, round_id, self.by(), language=self._tools.language),
            then=self._preview_report,
            asker=self,
        )

    def _preview_report(self, paper_id: UUID) -> None:
        self._tools.operations.read(
            self, self.services.papers.paper, paper_id, then=lambda paper: self._preview(paper_id, paper.line.number)
        )

    def _preview(self, paper_id: UUID, number: str) -> None:
        title = self.tr("Inspection report {number}").format(number=number)
        query = partial(self.services.papers.original, paper_id)
        PreviewDialog(self._tools, title, query, suggested_name(title), parent=self._window).open()

    # Pages

    def _make_rounds(self) -> Page:
        services = self.services
        page = RoundsPage(self._tools, services.rounds, services.standards, services.directory, self.by)
        page.walk_wanted.connect(self.walk)
        page.result_wanted.connect(self.show_result)
        return page

    def _make_walk(self) -> Page:
        page = WalkPage(self._tools, self.services.rounds, self.by, self.services.clock)
        page.paused.connect(partial(self._window.open_page, "rounds"))
        page.round_finished.connect(self.show_result)  # proposals and report are one key away there
        return page

    def _make_result(self) -> Page:
        page = ResultPage(self._tools, self.services.rounds)
        page.closed.connect(partial(self._window.open_page, "rounds"))
        page.report_wanted.connect(self.print_report)
        page.proposals_wanted.connect(self.show_proposals)
        return page

    def _make_proposals(self) -> Page:
        page = ProposalsPage(self._tools, self.services.penalties, self.by)
        page.slip_wanted.connect(lambda slip: self.show_slip(slip, partial(self._window.show_page, page)))
        page.closed.connect(lambda: self._window.show_page(self.page("result")))
        return page

    def _make_slips(self) -> Page:
        page = SlipsPage(self._tools, self.services.penalties, self.services.directory)
        page.slip_wanted.connect(lambda slip: self.show_slip(slip, partial(self._window.open_page, "penalties")))
        return page

    def _make_slip(self) -> Page:
        page = SlipPage(self._tools, self.services.penalties, self.services.directory, self.by)
        page.round_wanted.connect(self.show_result)
        page.closed.connect(self._leave_slip)
        return page

    def _leave_slip(self) -> None:
        self._back()  # which way that is depends on where the slip was opened from

    def _make_settings(self) -> Page:
        page = SettingsPage(
            self._tools,
            self._settings.current,
            About(__version__, housekeeping.licences),
            facts=partial(housekeeping.facts_of, self.services, self._folder),
            back_up=self._back_up,
            open_folder=lambda folder: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))),
        )
        page.add_button(self.tr("Rulebook"), "scale", self._show_rulebook, sequence="Ctrl+R")
        page.language_wanted.connect(self._window.language_wanted)
        page.theme_wanted.connect(self._window.theme_wanted)
        page.big_type_wanted.connect(self._window.big_type_wanted)
        page.backed_up.connect(self._window.status.show_backup)
        return page

    def _make_rulebook(self) -> Page:
        page = RulesPage(self._tools, self.services.rulebook)
        page.add_button(
            self.tr("Back"), "arrow-left", partial(self._window.open_page, "settings"), role="quiet", sequence="Esc"
        )
        return page

    def _show_rulebook(self) -> None:
        self._window.show_page(self.page("rulebook"))

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
        self._window.status.show_who(f"{person.name} · {person.post}")

    def _back_up(self) -> datetime:
        return housekeeping.back_up(self.services, self._folder)

    def _ask_for_backup(self) -> None:
        self._tools.operations.read(self, self._back_up_if_due, then=self._window.status.show_backup)

    def _back_up_if_due(self) -> datetime:
        """The daily backup, unless one was made within a day; old ones make room."""
        last = housekeeping.last_backup(self._folder)
        if last is not None and self.services.clock.now() - last < BACKUP_AFTER:
            return last
        made = self._back_up()
        housekeeping.prune(self._folder)
        return made


def _id_in(text: str) -> UUID | None:
    """An id as the settings file keeps it; whatever else stands there is nobody."""
    try:
        return UUID(text)
    except ValueError:
        return None
