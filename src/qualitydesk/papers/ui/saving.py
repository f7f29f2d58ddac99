"""A finished PDF written where the user wants it."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

from qualitydesk.basics.errors import Refused


def write_file(path: Path, pdf: bytes) -> Path:
    """The whole file or none: what stood there before stays when the disk is full.

    Refused: paper_disk_full, paper_not_saved.
    """
    fresh = path.with_name(f".{path.name[:80]}.{os.getpid()}.new")
    try:
        with fresh.open("wb") as out:
            out.write(pdf)
            out.flush()
            os.fsync(out.fileno())
        fresh.replace(path)
    except OSError as error:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        full = error.errno in (errno.ENOSPC, errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC)
        raise Refused("paper_disk_full" if full else "paper_not_saved", path=str(path)) from error
    return path
