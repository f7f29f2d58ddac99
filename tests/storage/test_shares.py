"""Network shares are told from this computer's own disks."""

from __future__ import annotations

import pytest

from qualitydesk.basics.errors import Refused
from qualitydesk.storage.database import Database
from qualitydesk.storage.shares import on_network_share

MOUNTS = r"""/dev/sda1 / ext4 rw 0 0
server:/data /srv/data nfs4 rw 0 0
//server/share /mnt/our\040share cifs rw 0 0
me@host: /home/me/far fuse.sshfs rw 0 0
/dev/sdb1 /srv/data/local xfs rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "shared"),
    [
        ("/home/me/quality.sqlite", False),
        ("/srv/data/quality.sqlite", True),
        ("/srv/data/local/quality.sqlite", False),
        ("/srv/database/quality.sqlite", False),
        ("/mnt/our share/a/quality.sqlite", True),
        ("/home/me/far/quality.sqlite", True),
        ("//server/share/quality.sqlite", True),
        (r"\\server\share\quality.sqlite", True),
    ],
)
def test_shares_are_known_by_name_and_by_mount(path: str, shared: bool) -> None:
    assert on_network_share(path, MOUNTS) is shared


def test_a_database_on_a_share_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        Database.open("sqlite:////server/share/quality.sqlite")
    assert refused.value.code in {"network_share", "database_missing"}
    with pytest.raises(Refused) as refused:
        Database.open("sqlite://///server/share/quality.sqlite")
    assert refused.value.code == "network_share"
