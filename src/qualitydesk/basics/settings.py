"""What the program must know before its first paint: language, theme, database, window places. One small JSON file."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from qualitydesk.basics.places import own_folder


@dataclass(frozen=True)
class Settings:
    """Settings of this computer, not of the group. `language` and `theme` empty = not chosen yet / follow the system."""

    language: str = ""
    theme: str = "system"
    database: str = ""
    me: str = ""
    big_type: bool = False
    windows: dict[str, str] = field(default_factory=dict)


class SettingsFile:
    """Reads and writes `settings.json`; a damaged file is set aside, never an error at start."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or own_folder() / "settings.json"
        self.current = self._read()

    def _read(self) -> Settings:
        try:
            raw = json.loads(self.path.read_text(encoding="utf-8"))
            known = {key: value for key, value in raw.items() if key in Settings.__dataclass_fields__}
            return Settings(**known)
        except FileNotFoundError:
            return Settings()
        except (ValueError, TypeError, AttributeError, OSError):
            self.path.replace(self.path.with_suffix(".damaged"))
            return Settings()

    def change(self, **values: object) -> Settings:
        """Replace some values and keep the file whole even if the power fails meanwhile."""
        self.current = replace(self.current, **values)  # type: ignore[arg-type]
        fresh = self.path.with_suffix(".new")
        with fresh.open("w", encoding="utf-8") as out:
            json.dump(asdict(self.current), out, ensure_ascii=False, indent=1)
            out.flush()
            os.fsync(out.fileno())
        fresh.replace(self.path)
        return self.current
