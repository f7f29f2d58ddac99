"""A lock between programs that falls by itself when its holder dies, on Windows and elsewhere."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from qualitydesk.basics.errors import Refused


@contextmanager
def held_by_one(path: Path, wait: float) -> Iterator[None]:
    """Hold the lock file `path`; waits up to `wait` seconds for another holder, then Refused("upgrade_running")."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        end = time.monotonic() + wait
        while not _take(handle):
            if time.monotonic() >= end:
                raise Refused("upgrade_running")
            time.sleep(0.05)
        yield
    finally:
        os.close(handle)  # which also lets go of the lock; the file stays, removing it would race


if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _take(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
