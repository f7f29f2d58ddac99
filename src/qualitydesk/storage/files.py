"""Attachments by the hash of their content: written whole or not at all, proven on each reading."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from qualitydesk.basics.errors import Refused

_NAME = re.compile(r"[0-9a-f]{64}")


class Files(Protocol):
    """What a keeper of attachments does: a folder of this computer, or the tables of a shared database."""

    def put(self, content: bytes) -> str: ...

    def get(self, name: str) -> bytes: ...

    def has(self, name: str) -> bool: ...

    def names(self) -> Iterator[str]: ...

    def room(self) -> int | None: ...


def kept(files: Files, found: tuple[str, str] | None) -> tuple[str, bytes]:
    """Name and content of a file known by (name, sha256); None: of none. Refused: file_missing, file_damaged."""
    if found is None:
        raise Refused("file_missing", name="")
    return found[0], files.get(found[1])


def is_name(name: str) -> bool:
    """Whether a text is a SHA-256 in lower-case hex."""
    return _NAME.fullmatch(name) is not None


def room_at(folder: Path) -> int | None:
    """Bytes free where a folder lies or would be made; None where the system does not tell."""
    for place in (folder, *folder.parents):
        try:
            return shutil.disk_usage(place).free
        except FileNotFoundError:
            continue
        except OSError:
            return None
    return None


class FileStore:
    """A folder of files named by their SHA-256, the same whichever database refers to them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, content: bytes) -> str:
        """Keep `content`; gives its SHA-256 in hex. The same content is kept once. Refused: disk_full."""
        name = hashlib.sha256(content).hexdigest()
        target = self._place(name)
        try:
            if self._read(target) == content:
                return name
            self._write(target, content)
        except OSError as error:
            full = error.errno in (errno.ENOSPC, errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC)
            raise Refused("disk_full" if full else "file_not_written", path=str(self.folder)) from error
        return name

    def get(self, name: str) -> bytes:
        """The content with that SHA-256. Refused: file_missing, file_damaged."""
        content = self._read(self._place(name))
        if content is None:
            raise Refused("file_missing", name=name[:12])
        if hashlib.sha256(content).hexdigest() != name:
            raise Refused("file_damaged", name=name[:12])
        return content

    def has(self, name: str) -> bool:
        """Whether a file of that name is there (not whether it is sound)."""
        return self._place(name).is_file()

    def names(self) -> Iterator[str]:
        """The hashes of all files kept, in order."""
        found = self.folder.glob("??/*") if self.folder.is_dir() else []
        yield from sorted(path.name for path in found if _NAME.fullmatch(path.name))

    def room(self) -> int | None:
        """Bytes free on the disk of the folder; None where the system does not tell."""
        return room_at(self.folder)

    def _place(self, name: str) -> Path:
        if not is_name(name):
            raise ValueError("not a SHA-256")
        return self.folder / name[:2] / name

    @staticmethod
    def _read(path: Path) -> bytes | None:
        try:
            return path.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise Refused("file_damaged", name=path.name[:12]) from error

    @staticmethod
    def _write(target: Path, content: bytes) -> None:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, fresh = tempfile.mkstemp(prefix=".new-", dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(content)
                out.flush()
                os.fsync(out.fileno())
            Path(fresh).replace(target)
        except BaseException:
            Path(fresh).unlink(missing_ok=True)
            raise
        if os.name == "posix":  # the new name itself must be on disk, too
            for folder in (target.parent, target.parent.parent):
                place = os.open(folder, os.O_RDONLY)
                try:
                    os.fsync(place)
                finally:
                    os.close(place)
