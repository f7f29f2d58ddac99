"""The bar of filters over the charts: period, month or week, compared with what, where, which kinds and levels."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.clock import months_before
from qualitydesk.basics.phrases import say
from qualitydesk.complaints.model import Level
from qualitydesk.insights.model.trends import Against, Span, TrendFilter, TrendOffer
from qualitydesk.inspections.model import RoundKind
from qualitydesk.kit.pickers import Choice, DayPicker, ManyButton, Picker
from qualitydesk.kit.pieces import button, hbox, label, vbox
from qualitydesk.kit.theme import GRID

_OWN = "own"
_LENGTHS = (3, 6, 12, 24, 36)
USUAL = 24
"""Months shown at first: enough points for limits that are not provisional."""


class TrendFilters(QWidget):
    """Signals: `changed(TrendFilter)` when something else is asked."""

    changed = Signal(object)

    def __init__(self, language: str, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._offer = TrendOffer()
        self.period = self._picker(
            self.tr("Period"),
            [*(Choice(months, self.tr("Last {months} months").format(months=months)) for months in _LENGTHS),
             Choice(_OWN, self.tr("From … to …"))],
        )  # fmt: skip
        self.first, self.last = DayPicker(today), DayPicker(today)
        self.first.setAccessibleName(self.tr("First day"))
        self.last.setAccessibleName(self.tr("Last day"))
        for made in (self.first, self.last):
            made.picked.connect(lambda _day: self._tell())
        self.days = QWidget()
        self.days.setLayout(hbox(self.first, label("–", tone="muted"), self.last))
        self.span = self._picker(
            self.tr("Points"),
            [Choice(Span.MONTH, self.tr("By month")), Choice(Span.WEEK, self.tr("By week"))],
        )
        self.against = self._picker(
            self.tr("Compare with"),
            [
                Choice(Against.BEFORE, self.tr("with the period before")),
                Choice(Against.YEAR, self.tr("with a year ago")),
            ],
        )
        self.against.setMinimumContentsLength(17)
        self.institutions = self._many(self.tr("Institutions"), self.tr("All institutions"))
        self.departments = self._many(self.tr("Departments"), self.tr("All departments"))
        self.kinds = self._many(self.tr("Kinds"), self.tr("All kinds of rounds"))
        self.items = self._many(self.tr("Items"), self.tr("All items"))
        self.levels = self._many(self.tr("Levels"), self.tr("All levels"))
        self.kinds.show_choices([Choice(str(one), say(language, f"round_kind.{one}")) for one in RoundKind])
        self.levels.show_choices([Choice(int(one), say(language, f"level.{int(one)}")) for one in Level])
        self.clear = button(self.tr("Show all"), do=self.show_all, role="quiet")
        self.clear.setAccessibleName(self.tr("Without restrictions"))
        self.top = hbox(self.period, self.days, self.span, self.against, gap=GRID)
        below = hbox(
            self.institutions, self.departments, self.kinds, self.items, self.levels, self.clear, None, gap=GRID
        )
        self.top.addStretch(1)
        self.setLayout(vbox(self.top, below, gap=GRID))
        self._set_usual()

    def show_offer(self, offer: TrendOffer) -> None:
        """What there is to choose from."""
        self._offer, self._today = offer, offer.today
        self.institutions.show_choices([Choice(key, words) for key, words in offer.institutions])
        self._offer_departments()
        self.items.show_choices([Choice(key, words, pack) for key, words, pack in offer.items])
        if self.period.chosen() != _OWN:
            self._set_days()

    def wanted(self) -> TrendFilter:
        """What is asked."""
        first, last = self.first.day() or self._today, self.last.day() or self._today
        return TrendFilter(
            min(first, last),
            max(first, last),
            Span(str(self.span.chosen() or Span.MONTH)),  # Qt hands a word back, not ours
            Against(str(self.against.chosen() or Against.BEFORE)),
            tuple(one for one in self.institutions.chosen() if isinstance(one, UUID)),
            tuple(one for one in self.departments.chosen() if isinstance(one, UUID)),
            tuple(str(one) for one in self.kinds.chosen()),
            tuple(one for one in self.levels.chosen() if isinstance(one, int)),
            tuple(str(one) for one in self.items.chosen()),
        )

    def narrow_to_item(self, code: str) -> None:
        """This item alone; what else is asked stays."""
        self.items.choose((code,))
        self._tell()

    def choose(self, kept: Mapping[str, Any]) -> None:
        """Ask as a saved view did; its period moves on with the days unless it was typed."""
        self.period.choose(kept.get("period", USUAL))
        if self.period.chosen() == _OWN:
            self.first.set_day(date.fromisoformat(kept["first"]))
            self.last.set_day(date.fromisoformat(kept["last"]))
        else:
            self._set_days()
        self.days.setVisible(self.period.chosen() == _OWN)
        self.span.choose(Span(kept.get("span", Span.MONTH)))
        self.against.choose(Against(kept.get("against", Against.BEFORE)))
        self.institutions.choose(_ids(kept, "institutions"))
        self._offer_departments()
        self.departments.choose(_ids(kept, "departments"))
        self.kinds.choose(tuple(kept.get("kinds", ())))
        self.levels.choose(tuple(kept.get("levels", ())))
        self.items.choose(tuple(kept.get("items", ())))
        self.changed.emit(self.wanted())

    def length(self) -> object:
        """The period by its length in months, or that it was typed: what a saved view keeps."""
        return self.period.chosen()

    def show_all(self) -> None:
        """Everything of the usual period."""
        for made in (self.institutions, self.departments, self.kinds, self.items, self.levels):
            made.choose(())
        self._offer_departments()
        self._set_usual()
        self.changed.emit(self.wanted())

    def _set_usual(self) -> None:
        self.period.choose(USUAL)
        self.span.choose(Span.MONTH)
        self.against.choose(Against.BEFORE)
        self.days.hide()
        self._set_days()

    def _set_days(self) -> None:
        """Whole months, this one included."""
        months = self.period.chosen()
        if isinstance(months, int):
            this = self._today.replace(day=1)
            self.first.set_day(months_before(this, months - 1))
            self.last.set_day((this + timedelta(days=31)).replace(day=1) - timedelta(days=1))

    def _offer_departments(self) -> None:
        homes = self.institutions.chosen()
        names = dict(self._offer.institutions)
        self.departments.show_choices(
            [
                Choice(key, words, "" if len(homes) == 1 else names.get(home, ""))
                for key, home, words in self._offer.departments
                if not homes or home in homes
            ]
        )

    def _picker(self, name: str, choices: list[Choice]) -> Picker:
        made = Picker(choices)
        made.setAccessibleName(name)
        made.setMinimumContentsLength(7)
        made.picked.connect(lambda _key: self._tell())
        return made

    def _many(self, name: str, everything: str) -> ManyButton:
        made = ManyButton(name, everything)
        made.picked.connect(lambda _keys: self._tell())
        return made

    def _tell(self) -> None:
        own = self.period.chosen() == _OWN
        self.days.setVisible(own)
        if not own:
            self.first.blockSignals(True)
            self.last.blockSignals(True)
            self._set_days()
            self.first.blockSignals(False)
            self.last.blockSignals(False)
        self._offer_departments()
        self.changed.emit(self.wanted())


def _ids(kept: Mapping[str, Any], name: str) -> tuple[UUID, ...]:
    return tuple(UUID(one) for one in kept.get(name, ()))
