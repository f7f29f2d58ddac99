"""Backups made from the window, and what must be told about this computer: its disk, its clock, its folders."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from qualitydesk.app.bootstrap import Services
from qualitydesk.app.facts import SettingsFacts
from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.clock import SteadyClock
from qualitydesk.basics.errors import Refused
from qualitydesk.basics.places import shipped

SUFFIX = ".qdbackup.zip"
KEEP = 14  # backups made by ourselves
BACKUP_AFTER = timedelta(days=1)
CLOCK_PATIENCE = timedelta(minutes=5)


@dataclass(frozen=True)
class Backup:
    """A backup that was read back: where it lies and of what moment it is."""

    path: Path
    made_at: datetime


@dataclass(frozen=True)
class Survey:
    """What is amiss with this computer. `free`: bytes left where that is too little, else None; `newest`: the newest
    moment kept where the clock lies before it, else None; `set_back`: how far it was set back since the start."""

    free: int | None = None
    newest: datetime | None = None
    set_back: timedelta = timedelta()


def back_up(services: Services, folder: Path) -> datetime:
    """Write everything into one portable file, read it back, and give the moment; a bad one is not left behind."""
    from qualitydesk.app.schema import metadata  # neither this nor the next is for every start
    from qualitydesk.storage.dump import dump, verify

    now = services.clock.now()
    target = folder / "backups" / f"qualitydesk-{now:%Y%m%dT%H%M%SZ}{SUFFIX}"
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        dump(services.database, services.files, target, clock=services.clock, tables=metadata)
        verify(target)
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    return now


def note_silence(services: Services) -> Done[tuple[UUID, ...]]:
    """Silence after the days of appeal is kept as "not answered", by nobody's decision. Gives the slips noted."""
    return services.penalties.note_unanswered(By.alone(None))


def back_up_if_due(services: Services, folder: Path) -> datetime:
    """The daily backup, unless one was made within a day; old ones make room. Gives when the newest was made."""
    last = last_backup(folder)
    now = services.clock.now()
    # One that lies in the future was made while the clock ran ahead: it holds up nothing.
    if last is not None and timedelta() <= now - last < BACKUP_AFTER:
        return last
    made = back_up(services, folder)
    prune(folder)
    return made


def survey(services: Services, folder: Path, room: int) -> Survey:
    """Look at the disk and the clock; cheap, but for a read lane. `room`: bytes that should at least be free."""
    clock = services.clock
    now, newest = clock.now(), services.today.newest_moment()
    return Survey(
        free=scarce_space(services, folder, room),
        newest=newest if newest is not None and newest - now > CLOCK_PATIENCE else None,
        set_back=clock.set_back if isinstance(clock, SteadyClock) else timedelta(),
    )


def scarce_space(services: Services, folder: Path, room: int) -> int | None:
    """Bytes free beside the database or the backups, where that is less than `room` or twice the database."""
    path = services.database.path
    wanted = max(room, 2 * path.stat().st_size if path is not None and path.exists() else 0)
    places = {folder, path.parent if path is not None else folder}
    free = min(shutil.disk_usage(place).free for place in places if place.exists())
    return free if free < wanted else None


def last_backup(folder: Path) -> datetime | None:
    """When the newest backup of this folder was made; each was read back before it got its name."""
    return max((moment for path in _backups(folder) if (moment := _moment_of(path)) is not None), default=None)


def newest_sound_backup(folder: Path) -> Backup | None:
    """The newest backup of this folder that can be read from end to end; a damaged one is passed over."""
    from qualitydesk.storage.dump import verify

    for path in reversed(_backups(folder)):
        try:
            manifest = verify(path)
        except Refused:
            continue
        return Backup(path, datetime.fromisoformat(manifest.made_at))
    return None


def _moment_of(path: Path) -> datetime | None:
    stamp = path.name.removeprefix("qualitydesk-").removesuffix(SUFFIX)
    try:
        return datetime.strptime(stamp, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    except ValueError:
        return None  # somebody's own file


def facts_of(services: Services, folder: Path) -> SettingsFacts:
    """What the settings page shows; reads the folder, so it belongs on a read lane."""
    path = services.database.path
    return SettingsFacts(
        database_kind=services.database.kind,
        database_where=str(path) if path else services.database.where,
        size=path.stat().st_size if path else None,
        database_folder=path.parent if path else None,
        last_backup=last_backup(folder),
        backup_folder=folder / "backups",
        log_folder=folder / "logs",
    )


def licences() -> str:
    """The licence texts that ship beside the fonts and icons."""
    parts = [shipped("resources/fonts/OFL.txt"), shipped("resources/icons/LICENSE")]
    return "\n\n".join(part.read_text(encoding="utf-8") for part in parts)


def prune(folder: Path, keep: int = KEEP) -> None:
    """Delete the oldest of our own backups, so that `keep` stay."""
    for path in _backups(folder)[:-keep]:
        path.unlink(missing_ok=True)


def _backups(folder: Path) -> list[Path]:
    """The backups made from the window, oldest first."""
    return sorted((folder / "backups").glob(f"qualitydesk-*{SUFFIX}"))
