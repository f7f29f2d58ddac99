"""A process that is in the middle of leaving a step when it is killed; started by a journey on the user's own folder.

It does the work of the step in one transaction that is still open, says so, and waits for the end.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from uuid import UUID

from qualitydesk.app.bootstrap import default_url, open_services
from qualitydesk.basics.changes import By
from qualitydesk.complaints.model import SolutionDraft
from qualitydesk.complaints.model.work import StepWork


def half_way(home: Path, case_id: UUID) -> None:
    """A solution drafted and the step left, but not committed."""
    services = open_services(default_url(home), home)
    me = services.complaints.case(case_id).line.handler_id
    with services.database.transaction():
        page = services.complaints.case(case_id)
        work = StepWork(solution=SolutionDraft("写到一半的方案"), go_on=True)
        services.complaints.work(case_id, page.line.revision, work, By.alone(me))
        sys.stdout.write("half\n")
        sys.stdout.flush()
        time.sleep(60)


if __name__ == "__main__":
    half_way(Path(sys.argv[1]), UUID(sys.argv[2]))
