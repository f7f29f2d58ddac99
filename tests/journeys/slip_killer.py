"""A process that is in the middle of issuing a slip when it is killed; a journey starts it on the user's own folder."""

from __future__ import annotations

import sys
import time
from datetime import datetime
from pathlib import Path
from uuid import UUID

from qualitydesk.app.bootstrap import default_url, open_services
from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import FixedClock


def half_way(home: Path, slip_id: UUID, moment: datetime) -> None:
    """The slip is printed and issued, but not committed."""
    services = open_services(default_url(home), home, clock=FixedClock(moment))
    slip = services.penalties.slip(slip_id).slip
    with services.database.transaction():
        services.penalties.issue(slip_id, slip.revision, By.alone(slip.drafted_by))
        sys.stdout.write("half\n")
        sys.stdout.flush()
        time.sleep(60)


if __name__ == "__main__":
    half_way(Path(sys.argv[1]), UUID(sys.argv[2]), datetime.fromisoformat(sys.argv[3]))
