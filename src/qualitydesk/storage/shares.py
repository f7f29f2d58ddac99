"""Whether a file lies on another computer's disk, where SQLite's locks and its shared memory cannot be trusted."""

from __future__ import annotations

import sys
from pathlib import Path

_NETWORK = frozenset(
    {"afs", "cifs", "davfs", "davfs2", "ceph", "glusterfs", "lustre", "beegfs", "ncpfs", "nfs", "nfs4"}
)
_SMB = frozenset({"cifs", "smbfs", "smb2", "smb3", "fuse.smbnetfs", "fuse.gvfsd-fuse", "fuse.rclone"})
_FUSE = frozenset(
    {"fuse.sshfs", "fuse.rclone", "fuse.davfs", "fuse.davfs2", "fuse.glusterfs", "fuse.s3fs", "fuse.ceph"}
)
_DRIVE_REMOTE = 4


def on_network_share(path: str, mounts: str | None = None) -> bool:
    """True for UNC paths, Windows network drives and Linux network mounts.

    `mounts` is a text in the form of /proc/mounts; None reads the system's own.
    """
    if path.startswith(("//", "\\\\")):
        return True
    if sys.platform == "win32":
        import ctypes

        drive = Path(path).resolve().anchor
        return drive.startswith("\\\\") or bool(ctypes.windll.kernel32.GetDriveTypeW(drive) == _DRIVE_REMOTE)
    if mounts is None:
        try:
            mounts = Path("/proc/mounts").read_text(encoding="utf-8", errors="replace")
        except OSError:
            return False
    return _kind_of_file_system(Path(path).resolve(), mounts) in _NETWORK | _SMB | _FUSE


def _kind_of_file_system(path: Path, mounts: str) -> str:
    """The type of the file system that holds `path`: of all mounts above it the longest, the latest among equals."""
    best, found = -1, ""
    for line in mounts.splitlines():
        parts = line.split(" ")
        if len(parts) < 3:
            continue
        point = parts[1]
        for code, sign in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
            point = point.replace(code, sign)
        if path.is_relative_to(point) and len(point) >= best:
            best, found = len(point), parts[2]
    return found
