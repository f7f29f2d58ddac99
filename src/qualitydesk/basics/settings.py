"""What the program must know before its first paint: language, theme, database, window places. One small JSON file."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from qualitydesk.basics.places import own_folder


class Settings(NamedTuple):
    """Settings of this computer, not of the group. An empty `language` or `me` is not chosen yet.

    A named tuple, because the first paint waits for it: making a dataclass costs five times as much.
    """

    language: str = ""
    theme: str = "system"
    database: str = ""
    me: str = ""
    big_type: bool = False
    windows: dict[str, str] = {}  # noqa: RUF012 - never written to, always replaced
    printers: dict[str, Any] = {}  # noqa: RUF012 - by kind of paper: printer, tray, copies …
    photo_folder: str = ""  # where the telephone's pictures come to; empty: nowhere
    least_room: int = 500  # MB; below it the user is warned before the disk is full
    reminders: bool = True  # of clocks, in the program
    tray: bool = True  # and as notices of the system
    choices: dict[str, Any] = {}  # noqa: RUF012 - what was last chosen in a dialog, by its name


class SettingsFile:
    """Reads and writes `settings.json`. At start a damaged file is set aside and a wrong value passed over."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or own_folder() / "settings.json"
        self.current = self._read()

    def _read(self) -> Settings:
        try:
            raw = json.loads(self.path.read_text(encoding="utf-8"))
            fit = {key: raw[key] for key, usual in Settings()._asdict().items() if type(raw.get(key)) is type(usual)}
            return Settings(**fit)
        except FileNotFoundError:
            return Settings()
        except (ValueError, AttributeError, OSError):
            with suppress(OSError):  # a folder we may not write in is no reason not to start
                self.path.replace(self.path.with_suffix(".damaged"))
            return Settings()

    def change(self, **values: object) -> Settings:
        """Replace some values and keep the file whole even if the power fails meanwhile.

        Where the file cannot be written (disk full, no leave) they hold until the program ends, and nothing fails.
        """
        # Another window may have written meanwhile: only what is changed here is put over it.
        wished = self._read()._replace(**values)  # type: ignore[arg-type]
        try:
            self._write(wished)
        except OSError:
            wished = self.current._replace(**values)  # type: ignore[arg-type]
        self.current = wished
        return wished

    def _write(self, wished: Settings) -> None:
        fresh = self.path.with_suffix(f".{os.getpid()}.new")  # two windows must not write one file
        try:
            with fresh.open("w", encoding="utf-8") as out:
                json.dump(wished._asdict(), out, ensure_ascii=False, indent=1)
                out.flush()
                os.fsync(out.fileno())
            fresh.replace(self.path)
        except OSError:
            with suppress(OSError):
                fresh.unlink(missing_ok=True)
            raise
