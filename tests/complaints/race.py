"""What each of two racing processes does: open its share of cases on one database."""

from __future__ import annotations

from datetime import UTC, datetime
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier
from pathlib import Path
from uuid import UUID

from qualitydesk.app.bootstrap import Services
from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.errors import Refused
from qualitydesk.complaints.model import CaseDraft, Channel, Party, SubjectDraft, SubjectKind
from qualitydesk.storage.database import Database
from qualitydesk.storage.files import FileStore

NOW = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)
LAST_MONTH = datetime(2026, 10, 31, 2, 0, tzinfo=UTC)


class GivenUp(Exception):  # noqa: N818 - what a failing save looks like to the series
    """A save that breaks off after its number was taken."""


def open_all(
    url: str,
    files: Path,
    me: UUID,
    institution: UUID,
    count: int,
    start: Barrier,
    told: Queue[tuple[list[str], list[str]]],
) -> None:
    """Open `count` cases, every tenth of the month before; every fifth save breaks off once and is tried again.

    Tells the numbers got and what went wrong, as texts.
    """
    numbers: list[str] = []
    wrong: list[str] = []
    database = Database.open(url)
    complaints = Services(database, FileStore(files), FixedClock(NOW)).complaints
    start.wait()
    try:
        for at in range(count):
            draft = CaseDraft(
                institution_id=institution,
                channel=Channel.TELEPHONE,
                received_at=LAST_MONTH if at % 10 == 0 else None,
                backdate_reason="补录" if at % 10 == 0 else "",
                complainant=Party(f"患者{at}", None, f"1380000{at:04d}"),
                narrative=f"第{at}件：等候时间过长",
                subjects=(SubjectDraft(SubjectKind.WAITING),),
            )
            if at % 5 == 0:
                try:
                    with database.transaction():
                        complaints.open_case(draft, By.alone(me))
                        raise GivenUp
                except GivenUp:
                    pass
            case_id = complaints.open_case(draft, By.alone(me)).value
            if at % 25 == 0:
                numbers.append(complaints.case(case_id).line.number)
    except (Refused, Exception) as error:
        wrong.append(repr(error))
    finally:
        database.close()
        told.put((numbers, wrong))
