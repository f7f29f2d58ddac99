"""Backups made from the window, and what the settings page tells about this computer."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from qualitydesk.app.bootstrap import Services
from qualitydesk.app.settings_page import SettingsFacts
from qualitydesk.basics.places import shipped
from qualitydesk.storage.dump import dump, verify

SUFFIX = ".qdbackup.zip"
KEEP = 14  # backups made by ourselves


def back_up(services: Services, folder: Path) -> datetime:
    """Write everything into one portable file, read it back, and give the moment; a bad one is not left behind."""
    now = services.clock.now()
    target = folder / "backups" / f"qualitydesk-{now:%Y%m%dT%H%M%SZ}{SUFFIX}"
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        dump(services.database, services.files, target, clock=services.clock)
        verify(target)
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    return now


def last_backup(folder: Path) -> datetime | None:
    """When the newest backup of this folder was made; each was read back before it got its name."""
    moments = []
    for path in _backups(folder):
        stamp = path.name.removeprefix("qualitydesk-").removesuffix(SUFFIX)
        try:
            moments.append(datetime.strptime(stamp, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC))
        except ValueError:
            continue  # somebody's own file
    return max(moments, default=None)


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
