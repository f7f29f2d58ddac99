"""The folder into which a telephone's pictures come (by cable, sync or messenger): what is new there and whole.

Nothing is ever written or deleted there. A file still being copied is waited for.
"""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from qualitydesk.basics.errors import Refused
from qualitydesk.inspections.rules.photos import PICTURES

MOST_SHOWN = 100
_ANYWAY = 5  # looks; memory cards and shares do not always tell that a folder has changed


@dataclass(frozen=True)
class _Seen:
    size: int
    written: float


class PictureFolder:
    """One folder, looked into again and again; a file is whole when two looks find it alike and not empty.

    `since`: only what came later is new. One look at a time.
    """

    def __init__(self, folder: Path, since: datetime) -> None:
        self.folder = folder
        self._since = since.timestamp()
        self._changed = -1.0
        self._looks = 0
        self._before: dict[str, _Seen] = {}
        self._whole: dict[str, _Seen] = {}
        self._broken: dict[str, _Seen] = {}

    def look(self) -> list[Path]:
        """The new pictures that are whole, in the order they were written. Refused: folder_gone."""
        try:
            changed = self.folder.stat().st_mtime
            self._looks += 1
            same = changed == self._changed and self._looks % _ANYWAY
            names = list(self._before) if same else self._names()
            seen = {name: found for name in names if (found := self._facts(name)) is not None}
        except OSError as error:
            raise Refused("folder_gone", folder=str(self.folder)) from error
        for name, found in seen.items():
            if self._before.get(name) == found and found.size and self._broken.get(name) != found:
                self._whole[name] = found
            else:
                self._whole.pop(name, None)
        self._whole = {name: found for name, found in self._whole.items() if name in seen}
        self._before, self._changed = seen, changed
        order = sorted(self._whole, key=lambda name: (self._whole[name].written, name))
        return [self.folder / name for name in order[:MOST_SHOWN]]

    def wait_for(self, name: str) -> None:
        """A file that looked whole and was not: it counts again when it has changed."""
        if (found := self._whole.pop(name, None)) is not None:
            self._broken[name] = found

    def _names(self) -> list[str]:
        """Files that may be pictures and came since; folders of tens of thousands are gone through once a change."""
        with os.scandir(self.folder) as entries:
            return [
                entry.name
                for entry in entries
                if not entry.name.startswith((".", "~")) and Path(entry.name).suffix.lower() in PICTURES
            ]

    def _facts(self, name: str) -> _Seen | None:
        try:
            facts = (self.folder / name).stat()
        except OSError:
            return None  # gone meanwhile
        if not stat.S_ISREG(facts.st_mode) or max(facts.st_mtime, facts.st_ctime) < self._since:
            return None
        return _Seen(facts.st_size, facts.st_mtime)
