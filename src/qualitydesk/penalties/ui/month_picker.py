"""A month chosen from a list, the newest first; the pages of points, rewards and settlement begin with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from qualitydesk.kit.pickers import Choice, Picker
from qualitydesk.penalties.rules.points import month_before

_OFFERED = 36


class MonthPicker(Picker):
    """Signals: `picked(date or None)`, the first day of the month chosen."""

    def __init__(self, *, optional: bool = False, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(optional=optional, placeholder=placeholder, parent=parent)
        self.setAccessibleName(self.tr("Month"))

    def offer_until(self, today: date, chosen: date | None) -> None:
        """This month and the three years before it."""
        months = [today.replace(day=1)]
        while len(months) < _OFFERED:
            months.append(month_before(months[-1]))
        self.offer(months, chosen)

    def offer(self, months: Sequence[date], chosen: date | None, notes: Sequence[str] = ()) -> None:
        """These months; `notes` are shown beside them."""
        said = notes or [""] * len(months)
        self.show_choices([Choice(month, f"{month:%Y-%m}", note) for month, note in zip(months, said, strict=True)])
        self.choose(chosen)

    def month(self) -> date | None:
        """The month chosen."""
        found = self.chosen()
        return found if isinstance(found, date) else None
