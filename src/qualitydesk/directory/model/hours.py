"""An institution's opening hours by dates, and a change of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from qualitydesk.directory.model.people import Institution
from qualitydesk.rulebook.model.days import WeeklyHours


@dataclass(frozen=True)
class HoursDraft:
    """Hours from a day on, as typed: "08:30-12:00 13:30-17:30", "" for closed; `week` from Monday to Sunday.

    `seen`: the entry of that day as it stood when the dialog opened; None for a new one.
    """

    institution_id: UUID
    since: date | None
    week: tuple[str, ...]
    make_up: str
    days_off: str = ""
    seen: WeeklyHours | None = None


@dataclass(frozen=True)
class HoursFile:
    """Every entry of an institution, newest first; before the first, and with none, the program's default holds."""

    institution: Institution
    entries: tuple[WeeklyHours, ...]
    today: date

    @property
    def stands(self) -> WeeklyHours | None:
        """The entry that holds today; None: the default."""
        return next((entry for entry in self.entries if entry.since <= self.today), None)
