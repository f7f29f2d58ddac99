"""Where things lie: what we ship (checkout, wheel or frozen program) and what belongs to the user."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path


@cache
def shipped(what: str) -> Path:
    """A file or folder we ship, e.g. `resources/fonts` or `forms/penalty_slip.toml`; FileNotFoundError when absent."""
    package = Path(__file__).resolve().parents[1]
    frozen = getattr(sys, "_MEIPASS", None)
    roots = [Path(frozen)] if frozen else []
    roots += [package / "_data", package.parents[1]]
    for root in roots:
        if (root / what).exists():
            return root / what
    raise FileNotFoundError(what)


def own_folder() -> Path:
    """The user's folder for settings, database, files and logs; QUALITYDESK_HOME overrides it."""
    chosen = os.environ.get("QUALITYDESK_HOME")
    if not chosen:
        import platformdirs  # only where nothing was chosen: it is not light

    folder = Path(chosen) if chosen else Path(platformdirs.user_data_dir("QualityDesk", appauthor=False))
    folder.mkdir(parents=True, exist_ok=True)
    return folder
