"""Small and read-only disks for tests: real ones, since only a real disk is really full."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def mounted(folder: Path, options: str) -> Iterator[Path]:
    """A disk in memory at `folder`, e.g. `size=2m` or `ro`; skips where only an administrator may mount one.

    Under CI an administrator must be able to: there a failure to mount is a failure.
    """
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("mounting a small disk takes an administrator on Linux")
    folder.mkdir(parents=True, exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    if ended.returncode != 0:
        if os.environ.get("CI") == "true":
            pytest.fail(f"CI must test on a full disk: {ended.stderr}")
        pytest.skip(f"no disk can be mounted here: {ended.stderr.strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill_up(folder: Path, leave: int = 0) -> Path:
    """Write until no byte more fits, then give `leave` bytes back; gives the file to delete for room."""
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as out:
        try:
            while True:
                out.write(b"\0" * 65536)
        except OSError:
            pass
    if leave:
        os.truncate(ballast, max(0, ballast.stat().st_size - leave))
    return ballast
