"""The work of the day on paper (今日工作单); kept in the archive as it was issued."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.clock import local_day
from qualitydesk.basics.errors import Refused
from qualitydesk.directory.service import Directory
from qualitydesk.papers.service import Papers
from qualitydesk.storage.database import Database
from qualitydesk.today.printout.day import DayPaper, day_fields
from qualitydesk.today.service.work import Today

DAY_WORK = "day_work"
"""The kind of paper and its form."""
LISTED = 100
"""Rows of a kind on paper; the rest is counted."""
_VARIES = ("as_of", "made_by")
"""What does not make it another paper."""


class DayPapers:
    """Makes the papers of one database."""

    def __init__(
        self,
        database: Database,
        directory: Directory,
        today: Today,
        contacts: Callable[[], tuple[int, int]],
        papers: Papers,
    ) -> None:
        """`contacts`: calls and messages owed to members today (members.service.contacts)."""
        self._database = database
        self._directory = directory
        self._today = today
        self._contacts = contacts
        self._papers = papers

    def issue(self, by: By, *, language: str = "zh", paper: str = "A4") -> Done[UUID]:
        """Keep the list as it stands now; one that says the same already is given again.

        Refused: disk_full, file_not_written.
        """
        values = day_fields(self._told(by), language)
        number = str(values["number"])
        if (same := self._same(number, values, language, paper)) is not None:
            return Done(same)
        issued = self._papers.issue(
            by=by, kind=DAY_WORK, form_name=DAY_WORK, number=number, values=values, language=language, paper=paper
        )
        return Done(issued.line.id, frozenset({Change.PAPERS}))

    def preview(self, by: By, language: str, paper: str = "A4") -> bytes:
        """What it would look like; nothing is kept."""
        return self._papers.previewed(DAY_WORK, day_fields(self._told(by), language), language, paper=paper)

    def _same(self, number: str, values: Mapping[str, Any], language: str, size: str) -> UUID | None:
        """The newest paper of this number and language, when it still says the same on the same size."""
        lines = (one for one in self._papers.by_number(number) if one.kind == DAY_WORK and one.language == language)
        if (line := next(lines, None)) is None:
            return None
        paper = self._papers.paper(line.id)
        return line.id if paper.form.get("paper", "A4") == size and paper.says(values, but=_VARIES) else None

    def _told(self, by: By) -> DayPaper:
        today, now = self._today, self._today.now()
        with self._database.reading():
            lists = {
                "clocks": today.clocks(LISTED),
                "complaints": today.complaints(LISTED),
                "rounds": today.rounds(LISTED),
                "plan": today.plans(LISTED),
                "measures": today.measures(LISTED),
                "slips": today.slips(LISTED),
            }
        group = self._directory.group()
        day = local_day(now, self._directory.zone())
        return DayPaper(
            f"GZ-{day.isoformat()}",
            group.name if group else "",
            day,
            now,
            lists,
            self._owed(),
            self._directory.employee(by.decided_by).name if by.decided_by else "",
        )

    def _owed(self) -> tuple[int, int]:
        """Before there are rules nothing is owed."""
        try:
            return self._contacts()
        except Refused as refused:
            if refused.code != "no_edition":
                raise
            return (0, 0)
