"""Before the pages: a database opened or found lost, filled for the first time, or put back from a backup."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from qualitydesk.app.bootstrap import Services, default_url, files_of, open_services
from qualitydesk.app.housekeeping import last_backup
from qualitydesk.app.posts import add_usual_posts
from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.clock import Clock, SteadyClock, SystemClock
from qualitydesk.basics.errors import Refused
from qualitydesk.directory.model import Foundation
from qualitydesk.storage.database import Database, parse_url, sqlite_path
from qualitydesk.storage.files import FileStore

if TYPE_CHECKING:
    from qualitydesk.kit.busy import Progress
    from qualitydesk.penalties.service import Penalties


def begin_empty(services: Services, foundation: Foundation, language: str = "zh") -> Done[UUID]:
    """Rules, standards, the usual posts and the group itself, all or nothing. Gives the user's employee id.

    The posts are named in `language`; their codes are those the standards name.
    """
    with services.database.transaction():
        services.rulebook.adopt_shipped(By.alone(None))
        services.standards.adopt_shipped(By.alone(None))
        services.calendar.adopt_shipped(By.alone(None))
        founded = services.directory.found_group(foundation)
        add_usual_posts(services.directory, By.alone(founded.value), language)
        return founded


def begin_sample(progress: Progress, url: str, folder: str, language: str) -> UUID:
    """Fill the database with the sample; gives the employee id of the sample's supervisor."""
    from qualitydesk.app.sample import WHOLE, fill  # not at the top: every start would pay for it

    home = Path(folder)
    services = open_services(url or default_url(home), home)
    try:
        with services.database.transaction():  # stopped half-way leaves nothing behind
            made = fill(services, language=language, size=WHOLE, told=progress.step)
    finally:
        services.close()
    assert made.by.entered_by is not None
    return made.by.entered_by


def open_known(url: str, folder: Path, *, may_be_new: bool = False) -> Services:
    """The services over the user's database, on a clock that goes on steadily.

    Refused("database_lost") when its file is missing or empty though there are backups of it, unless `may_be_new`.
    """
    path = sqlite_path(parse_url(url))
    if path is not None and not may_be_new and not _has_content(path) and last_backup(folder) is not None:
        raise Refused("database_lost", path=str(path))
    return open_services(url, folder, clock=SteadyClock())


@contextmanager
def penalties_at(url: str, folder: str, clock: Clock | None = None) -> Iterator[Penalties]:
    """The penalties of an open program's database, for a working process beside it."""
    database = Database.open(url)
    services = Services(database, files_of(database, Path(folder) / "files"), clock or SteadyClock())
    try:
        yield services.penalties
    finally:
        services.close()


def restore_backup(progress: Progress, url: str, folder: str, backup: str) -> str:
    """Put a backup in the place of the database file; gives where the old file lies now, "" when there was none."""
    from qualitydesk.app.schema import metadata
    from qualitydesk.storage.mending import restore_in_place  # like the sample: not for every start

    path = sqlite_path(parse_url(url))
    if path is None:
        raise Refused("database_unreachable")
    files = FileStore(Path(folder) / "files")
    now = SystemClock().now()
    aside = restore_in_place(Path(backup), path, files, now, tables=metadata, progress=progress.step)
    return str(aside) if aside else ""


def give_way(url: str) -> None:
    """An empty or damaged database file is kept under another name, so that a new one can be begun."""
    from qualitydesk.storage.mending import set_aside

    path = sqlite_path(parse_url(url))
    if path is not None:
        set_aside(path, SystemClock().now())


def _has_content(path: Path) -> bool:
    return path.is_file() and path.stat().st_size > 0
