"""Wires the services of one database together; the one place that knows how each is made.

Each service is imported and made when first asked for, so that the first page waits only for what it shows; `load_all`
asks for the rest on a lane while it is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from qualitydesk.app.member_services import MemberServices
from qualitydesk.app.plan_services import PlanServices
from qualitydesk.app.reading_services import ReadingServices
from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import Clock, SystemClock
from qualitydesk.basics.errors import Refused
from qualitydesk.directory.service import Directory
from qualitydesk.penalties.service.pending import Pending
from qualitydesk.penalties.service.waiting import Waiting
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.storage.database import Database
from qualitydesk.storage.files import Files, FileStore
from qualitydesk.storage.upgrade import bring_to_head
from qualitydesk.today.service.work import Today

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from qualitydesk.complaints.service import (
        CasePapers,
        CaseReminders,
        Complaints,
        RequestReminders,
        Requests,
        Wishes,
    )
    from qualitydesk.inspections.service import (
        Checklists,
        Corrections,
        Findings,
        Handbooks,
        Narratives,
        Photos,
        Plans,
        Rechecks,
        Reports,
        Rounds,
        Standards,
    )
    from qualitydesk.measures.model import Origin
    from qualitydesk.measures.service import Measures
    from qualitydesk.papers.service import Letterheads, Papers
    from qualitydesk.penalties.service import (
        Acknowledgements,
        Consequences,
        Penalties,
        Rewards,
        Settlements,
        StaffPoints,
        Trials,
    )
    from qualitydesk.rulebook.service.calendar import Calendar

DATABASE_FILE = "qualitydesk.sqlite"


class Services(MemberServices, PlanServices, ReadingServices):
    """Everything a window or a command asks. Safe to ask on any thread; each service is made once."""

    def __init__(self, database: Database, files: Files, clock: Clock) -> None:
        self.database = database
        self.files = files
        self.clock = clock
        self.directory = Directory(database, clock)
        self.directory.when_hours_change(self._days_changed)
        self.rulebook = Rulebook(database, clock)
        waiting = Waiting(database, clock, self.directory, self.rulebook)
        pending = Pending(database, clock, self.directory, self.rulebook)
        self.today = Today(database, clock, self.directory, waiting, self.rulebook, pending, self._resting, self.owed)

    def _resting(self, now: datetime) -> frozenset[UUID]:
        return self.resting.cases(now)  # made when first asked: not at the start

    @cached_property
    def calendar(self) -> Calendar:
        from qualitydesk.rulebook.service.calendar import Calendar

        made = Calendar(self.database, self.clock)
        made.tell_changed(self._days_changed)
        return made

    def _days_changed(self, by: By) -> None:
        self.complaints.retime_open(by)  # complaints need the calendar: asked for only when it happens
        self.requests.retime_open(by)

    @cached_property
    def standards(self) -> Standards:
        from qualitydesk.inspections.service import Standards

        return Standards(self.database, self.clock)

    @cached_property
    def rounds(self) -> Rounds:
        from qualitydesk.inspections.service import Rounds

        return Rounds(self.database, self.clock, self.directory, self.standards, self.rulebook)

    @cached_property
    def plans(self) -> Plans:
        from qualitydesk.inspections.service import Plans

        return Plans(self.database, self.clock, self.directory, self.rounds)

    @cached_property
    def rechecks(self) -> Rechecks:
        from qualitydesk.inspections.service import Rechecks

        return Rechecks(self.database, self.rounds, self.measures)

    @cached_property
    def corrections(self) -> Corrections:
        from qualitydesk.inspections.service import Corrections

        return Corrections(self.database, self.clock, self.rounds, self.rulebook)

    @cached_property
    def measures(self) -> Measures:
        from qualitydesk.measures.service import Measures

        made = Measures(self.database, self.files, self.clock, self.directory, self.papers, self.rulebook)
        made.tell_dropped(self._measure_dropped)
        return made

    @cached_property
    def complaints(self) -> Complaints:
        from qualitydesk.complaints.service import Complaints

        return Complaints(
            self.database,
            self.files,
            self.clock,
            self.directory,
            self.rulebook,
            self.measures,
            self.calendar,
            self.members,
        )

    @cached_property
    def requests(self) -> Requests:
        from qualitydesk.complaints.service import Requests

        return Requests(self.database, self.files, self.clock, self.directory, self.rulebook, self.calendar)

    @cached_property
    def wishes(self) -> Wishes:
        from qualitydesk.complaints.service import Wishes

        return Wishes(self.database, self.clock, self.directory, self.members)

    @cached_property
    def case_reminders(self) -> CaseReminders:
        from qualitydesk.complaints.service import CaseReminders

        return CaseReminders(self.database, self.clock, self.directory, self.rulebook, self.calendar)

    @cached_property
    def request_reminders(self) -> RequestReminders:
        from qualitydesk.complaints.service import RequestReminders

        return RequestReminders(self.database, self.clock, self.directory, self.rulebook, self.calendar)

    @cached_property
    def case_papers(self) -> CasePapers:
        from qualitydesk.complaints.service import CasePapers

        return CasePapers(
            self.database, self.clock, self.directory, self.rulebook, self.complaints, self.measures, self.papers
        )

    def _measure_dropped(self, origins: Sequence[Origin]) -> None:
        self.findings.measure_dropped(origins)  # findings need measures: asked for only when it happens

    @cached_property
    def findings(self) -> Findings:
        from qualitydesk.inspections.service import Findings

        return Findings(self.database, self.clock, self.directory, self.standards, self.measures, self.rulebook)

    @cached_property
    def photos(self) -> Photos:
        from qualitydesk.inspections.service import Photos

        return Photos(self.database, self.files, self.clock)

    @cached_property
    def narratives(self) -> Narratives:
        from qualitydesk.inspections.service import Narratives

        return Narratives(self.database, self.clock)

    @cached_property
    def checklists(self) -> Checklists:
        from qualitydesk.inspections.service import Checklists

        return Checklists(self.directory, self.standards, self.plans, self.papers)

    @cached_property
    def handbooks(self) -> Handbooks:
        from qualitydesk.inspections.service import Handbooks

        return Handbooks(self.directory, self.standards, self.papers)

    @cached_property
    def reports(self) -> Reports:
        from qualitydesk.inspections.service import Reports

        return Reports(
            self.database, self.directory, self.rounds, self.papers, self.findings, self.photos, self.narratives
        )

    @cached_property
    def papers(self) -> Papers:
        from qualitydesk.papers.service import Papers

        return Papers(self.database, self.files, self.clock)

    @cached_property
    def letterheads(self) -> Letterheads:
        from qualitydesk.papers.service import Letterheads

        return Letterheads(self.database, self.files, self.clock)

    @cached_property
    def penalties(self) -> Penalties:
        from qualitydesk.penalties.service import Penalties

        return Penalties(
            self.database,
            self.clock,
            self.directory,
            self.standards,
            self.rounds,
            self.findings,
            self.rulebook,
            self.papers,
            self.files,
            self.complaints,
        )

    @cached_property
    def points(self) -> StaffPoints:
        from qualitydesk.penalties.service import StaffPoints

        return StaffPoints(self.database, self.clock, self.directory, self.rulebook)

    @cached_property
    def consequences(self) -> Consequences:
        from qualitydesk.penalties.service import Consequences

        return Consequences(self.database, self.clock, self.directory, self.rulebook)

    @cached_property
    def rewards(self) -> Rewards:
        from qualitydesk.penalties.service import Rewards, Stars

        stars = Stars(self.database, self.directory, self.rounds)
        return Rewards(self.database, self.clock, self.directory, self.rulebook, self.papers, self.penalties, stars)

    @cached_property
    def settlements(self) -> Settlements:
        from qualitydesk.penalties.service import Settlements

        made = Settlements(self.database, self.clock, self.directory, self.rulebook, self.papers)
        made.tell_deducted(self._slips_deducted)
        return made

    def _slips_deducted(self, slips: Sequence[UUID], settlement: str, by: By) -> None:
        blocked = self.penalties.why_not_deducted(slips)  # deducted before, and nothing new owed
        self.penalties.mark_deducted([one for one in slips if one not in blocked], settlement, by)

    @cached_property
    def trials(self) -> Trials:
        from qualitydesk.penalties.service import Trials

        return Trials(
            self.database,
            self.clock,
            self.directory,
            self.findings,
            self.rulebook,
            self.complaints,
            self.papers,
        )

    @cached_property
    def acknowledgements(self) -> Acknowledgements:
        from qualitydesk.penalties.service import Acknowledgements

        return Acknowledgements(self.database, self.files, self.clock, self.directory, self.rulebook, self.papers)

    def load_all(self) -> None:
        """Make every service that is not made yet, so that no page waits for its import. For a lane."""
        for owner in Services.__mro__:
            for name, kind in vars(owner).items():
                if isinstance(kind, cached_property):
                    getattr(self, name)

    def close(self) -> None:
        """Let go of the database."""
        self.database.close()


def default_url(folder: Path) -> str:
    """The address of the database file in the user's own folder."""
    return f"sqlite:///{(folder / DATABASE_FILE).as_posix()}"


def open_services(url: str, folder: Path, *, clock: Clock | None = None, explicit: bool = False) -> Services:
    """Bring the database at `url` to this program's tables and open it; files and backups lie in `folder`.

    Rules a newer program brings are adopted. Refused as `storage.upgrade.bring_to_head` and `Database.open` say.
    """
    bring_to_head(url, folder / "backups", explicit=explicit)
    database = Database.open(url)
    services = Services(database, files_of(database, folder / "files"), clock or SystemClock())
    _catch_up(services)
    return services


def files_of(database: Database, folder: Path) -> Files:
    """Beside a file of this computer a folder; on a server its own tables, so that every computer sees every file.

    What an earlier version put into this computer's folder is taken over by the server and left where it is.
    """
    own = FileStore(folder)
    if database.kind == "sqlite":
        return own
    from qualitydesk.storage.blobs import DatabaseFiles

    shared = DatabaseFiles(database)
    with suppress(Refused):
        shared.take_over(own)
    return shared


def _catch_up(services: Services) -> None:
    """What ships now and was not there when the group was founded; three queries when nothing is missing."""
    parts = (services.rulebook, services.standards, services.calendar)
    if not any(part.lacks_shipped() for part in parts) or services.directory.group() is None:
        return
    with suppress(Refused), services.database.transaction():  # a database that cannot be written is still opened
        for part in parts:
            part.adopt_shipped(By.alone(None))
        from qualitydesk.app.posts import add_usual_posts

        add_usual_posts(services.directory, By.alone(None))  # a new rule may name posts the group has not
        services.complaints.renew_holds(By.alone(None))  # complaints opened by an older program hold contacts, too
