"""Wires the services of one database together; the one place that knows how each is made."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from qualitydesk.app import schema
from qualitydesk.app.posts import add_usual_posts
from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import Clock, SystemClock
from qualitydesk.basics.errors import Refused
from qualitydesk.directory.service import Directory
from qualitydesk.insights.service import Weeks
from qualitydesk.inspections.service import (
    Checklists,
    Corrections,
    Findings,
    Handbooks,
    Narratives,
    Photos,
    Plans,
    Reports,
    Rounds,
    Standards,
)
from qualitydesk.measures.service import Measures
from qualitydesk.papers.service import Letterheads, Papers
from qualitydesk.penalties.service import Penalties
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.storage.blobs import DatabaseFiles
from qualitydesk.storage.database import Database
from qualitydesk.storage.files import Files, FileStore
from qualitydesk.storage.upgrade import bring_to_head
from qualitydesk.today.service import Finder, Today

DATABASE_FILE = "qualitydesk.sqlite"


@dataclass(frozen=True)
class Services:
    """Everything a window or a command asks."""

    database: Database
    files: Files
    clock: Clock
    directory: Directory
    rulebook: Rulebook
    standards: Standards
    rounds: Rounds
    plans: Plans
    corrections: Corrections
    findings: Findings
    measures: Measures
    photos: Photos
    narratives: Narratives
    checklists: Checklists
    handbooks: Handbooks
    reports: Reports
    papers: Papers
    letterheads: Letterheads
    penalties: Penalties
    weeks: Weeks
    today: Today
    finder: Finder

    def close(self) -> None:
        """Let go of the database."""
        self.database.close()


def default_url(folder: Path) -> str:
    """The address of the database file in the user's own folder."""
    return f"sqlite:///{(folder / DATABASE_FILE).as_posix()}"


def wire(database: Database, files: Files, clock: Clock) -> Services:
    """The services over an open database."""
    directory = Directory(database, clock)
    rulebook = Rulebook(database, clock)
    standards = Standards(database, clock)
    rounds = Rounds(database, clock, directory, standards, rulebook)
    papers = Papers(database, files, clock)
    measures = Measures(database, files, clock, directory, papers, rulebook)
    findings = Findings(database, clock, directory, standards, measures, rulebook)
    measures.tell_dropped(findings.measure_dropped)
    plans = Plans(database, clock, directory, rounds)
    photos = Photos(database, files, clock)
    narratives = Narratives(database, clock)
    reports = Reports(database, directory, rounds, papers, findings, photos, narratives)
    penalties = Penalties(database, clock, directory, standards, rounds, findings, rulebook, papers)
    return Services(
        database=database,
        files=files,
        clock=clock,
        directory=directory,
        rulebook=rulebook,
        standards=standards,
        rounds=rounds,
        plans=plans,
        corrections=Corrections(database, clock, rounds, rulebook),
        findings=findings,
        measures=measures,
        photos=photos,
        narratives=narratives,
        checklists=Checklists(directory, standards, plans, papers),
        handbooks=Handbooks(directory, standards, papers),
        reports=reports,
        papers=papers,
        penalties=penalties,
        weeks=Weeks(database, clock, directory, rounds, findings, plans, measures, penalties, papers),
        today=Today(database, clock, directory, penalties),
        finder=Finder(database, standards),
        letterheads=Letterheads(database, files, clock),
    )


def open_services(url: str, folder: Path, *, clock: Clock | None = None, explicit: bool = False) -> Services:
    """Bring the database at `url` to this program's tables and open it; files and backups lie in `folder`.

    Rules a newer program brings are adopted. Refused as `storage.upgrade.bring_to_head` and `Database.open` say.
    """
    assert schema.PARTS  # every part's tables are known before anything is created
    bring_to_head(url, folder / "backups", explicit=explicit)
    database = Database.open(url)
    services = wire(database, _files(database, folder / "files"), clock or SystemClock())
    _catch_up(services)
    return services


def _files(database: Database, folder: Path) -> Files:
    """Beside a file of this computer a folder; on a server its own tables, so that every computer sees every file.

    What an earlier version put into this computer's folder is taken over by the server and left where it is.
    """
    own = FileStore(folder)
    if database.kind == "sqlite":
        return own
    shared = DatabaseFiles(database)
    with suppress(Refused):
        shared.take_over(own)
    return shared


def _catch_up(services: Services) -> None:
    """What ships now and was not there when the group was founded; two queries when nothing is missing."""
    missing = services.rulebook.lacks_shipped() or services.standards.lacks_shipped()
    if not missing or services.directory.group() is None:
        return
    with suppress(Refused), services.database.transaction():  # a database that cannot be written is still opened
        services.rulebook.adopt_shipped(By.alone(None))
        services.standards.adopt_shipped(By.alone(None))
        add_usual_posts(services.directory, By.alone(None))  # a new rule may name posts the group has not
