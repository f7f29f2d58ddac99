"""What is known of this computer and told on the settings page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True)
class SettingsFacts:
    """What the page tells of this computer. `size` in bytes, None where the program cannot know it (a server)."""

    database_kind: str  # "sqlite" | "postgresql"
    database_where: str
    size: int | None
    database_folder: Path | None
    last_backup: datetime | None
    backup_folder: Path
    log_folder: Path
