"""The care list of a day on paper (会员维护清单), for one institution or all; kept in the archive as it was issued."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.directory.service import Directory
from qualitydesk.members import printout
from qualitydesk.members.service.contacts import Contacts
from qualitydesk.papers.service import Papers

CARE = "care_list"
"""The kind of paper and its form."""
ISSUED = frozenset({Change.PAPERS})


class CareLists:
    """Makes the lists of one database. Names and numbers on them are masked."""

    def __init__(self, directory: Directory, contacts: Contacts, papers: Papers) -> None:
        self._directory = directory
        self._contacts = contacts
        self._papers = papers

    def issue(
        self, day: date, institution_id: UUID | None, by: By, *, language: str = "zh", paper: str = "A4"
    ) -> Done[UUID]:
        """Keep the list of a day as it stands now; one that says the same already is given again.

        Refused: no_edition, disk_full, file_not_written.
        """
        told = self._told(day, institution_id, by)
        values = printout.care_fields(told, language)
        if (same := self._same(told.number, values, language, paper)) is not None:
            return Done(same)
        issued = self._papers.issue(
            by=by, kind=CARE, form_name=CARE, number=told.number, values=values, language=language, paper=paper,
            house=institution_id,
        )  # fmt: skip
        return Done(issued.line.id, ISSUED)

    def preview(self, day: date, institution_id: UUID | None, by: By, language: str, paper: str = "A4") -> bytes:
        """What it would look like; nothing is kept."""
        values = printout.care_fields(self._told(day, institution_id, by), language)
        return self._papers.previewed(CARE, values, language, paper=paper, house=institution_id)

    def _same(self, number: str, values: Mapping[str, Any], language: str, size: str) -> UUID | None:
        """The newest list of this number and language, when it still says the same on the same size."""
        lines = (one for one in self._papers.by_number(number) if one.kind == CARE and one.language == language)
        if (line := next(lines, None)) is None:
            return None
        paper = self._papers.paper(line.id)
        as_wished = paper.form.get("paper", "A4") == size and paper.says(values, but=("made_on", "made_by"))
        return line.id if as_wished else None

    def _told(self, day: date, institution_id: UUID | None, by: By) -> printout.CarePaper:
        found = self._contacts.day_list(day)
        home = self._directory.institution(institution_id) if institution_id is not None else None
        lines = [one for one in found.personal if home is None or one.line.institution_id == home.id]
        group = self._directory.group()
        return printout.CarePaper(
            found,
            lines,
            f"WH-{home.code}-{day.isoformat()}" if home else f"WH-{day.isoformat()}",
            group.name if group else "",
            home.name if home else "",
            self._directory.employee(by.decided_by).name if by.decided_by else "",
            self._directory.today(),
        )
