"""The filters over the list of rounds: words, institution, kind, state, who inspected, and the days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from qualitydesk.basics.phrases import say
from qualitydesk.directory.model import Institution
from qualitydesk.inspections.model import RoundFilter, RoundKind, RoundState
from qualitydesk.inspections.ui.findings.offer import PERIODS, period_days
from qualitydesk.inspections.ui.words import state_words
from qualitydesk.kit.pickers import Choice, DayPicker, Picker
from qualitydesk.kit.pieces import button, hbox, label, vbox
from qualitydesk.kit.theme import GRID

PAUSE = 200  # ms after the last letter typed before the list is searched


@dataclass(frozen=True)
class RoundOffer:
    """What there is to choose from: institutions, (id, name) of everybody who ever inspected, and which day it is."""

    institutions: tuple[Institution, ...]
    inspectors: tuple[tuple[UUID, str], ...]
    today: date


class RoundFilters(QWidget):
    """Signals: `changed` another list is wanted; `settled` Enter in the search asks for the hits."""

    changed = Signal()
    settled = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = date.min
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.changed)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Number, institution or inspector"))
        self.search.setAccessibleName(self.tr("Search"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(20 * GRID)
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self.search.returnPressed.connect(self._settle)
        self.institution = self._picker(self.tr("Institution"), self.tr("All institutions"))
        kinds = [Choice(kind, say(language, f"round_kind.{kind.value}")) for kind in RoundKind]
        self.kind = self._picker(self.tr("Kind"), self.tr("All kinds"), kinds)
        states = [Choice(state, state_words(state)) for state in RoundState]
        self.state = self._picker(self.tr("State"), self.tr("All states"), states)
        self.inspector = self._picker(self.tr("Inspector"), self.tr("All inspectors"))
        periods = {
            "week": self.tr("Last 7 days"),
            "month": self.tr("This month"),
            "last_month": self.tr("Last month"),
            "quarter": self.tr("Last 90 days"),
            "year": self.tr("This year"),
            "twelve_months": self.tr("Last 12 months"),
        }
        self.period = self._picker(
            self.tr("Period"), self.tr("Any time"), [Choice(key, periods[key]) for key in PERIODS], tells=False
        )
        self.period.picked.connect(self._set_days)
        self.since, self.until = DayPicker(optional=True), DayPicker(optional=True)
        for day, name in ((self.since, self.tr("From")), (self.until, self.tr("To"))):
            day.setAccessibleName(name)
            day.picked.connect(self._day_picked)
        self.clear = button(self.tr("Show all"), do=self.show_all, role="quiet")
        first = hbox(self.search, self.institution, self.kind, self.state)
        for at, share in enumerate((3, 3, 2, 2)):
            first.setStretch(at, share)
        second = hbox(
            self.inspector,
            self.period,
            label(self.tr("From"), tone="muted"),
            self.since,
            label(self.tr("to"), tone="muted"),
            self.until,
            self.clear,
            None,
        )
        self.setLayout(vbox(first, second))

    def _picker(self, name: str, everything: str, choices: Sequence[Choice] = (), *, tells: bool = True) -> Picker:
        made = Picker(choices, optional=True, placeholder=everything)
        made.setAccessibleName(name)
        made.setMinimumContentsLength(8)
        if tells:
            made.picked.connect(lambda _key: self.changed.emit())
        return made

    def show_offer(self, offer: RoundOffer) -> None:
        """What there is to choose from; what is chosen stays."""
        self._today = offer.today
        self.institution.show_choices([Choice(one.id, one.name, one.code) for one in offer.institutions])
        self.inspector.show_choices([Choice(key, name) for key, name in offer.inspectors])

    def wanted(self) -> RoundFilter:
        """The filter as it stands."""
        return RoundFilter(
            self.institution.chosen(),  # type: ignore[arg-type]
            self.kind.chosen(),  # type: ignore[arg-type]
            self.state.chosen(),  # type: ignore[arg-type]
            self.search.text().strip(),
            self.inspector.chosen(),  # type: ignore[arg-type]
            self.since.day(),
            self.until.day(),
        )

    def show_all(self) -> None:
        """Take every filter away."""
        for picker in (self.institution, self.kind, self.state, self.inspector, self.period):
            picker.choose(None)
        for field in (self.search, self.since, self.until):
            field.blockSignals(True)
        self.search.clear()
        self.since.set_day(None)
        self.until.set_day(None)
        for field in (self.search, self.since, self.until):
            field.blockSignals(False)
        self._pause.stop()
        self.changed.emit()

    def _set_days(self, key: object) -> None:
        known = key and self._today > date.min  # before the offer is read, nobody knows which day it is
        since, until = period_days(str(key), self._today) if known else (None, None)
        for day, value in ((self.since, since), (self.until, until)):
            day.blockSignals(True)
            day.set_day(value)
            day.blockSignals(False)
        self.changed.emit()

    def _day_picked(self, _day: object) -> None:
        self.period.choose(None)  # days of one's own
        self.changed.emit()

    def _settle(self) -> None:
        self._pause.stop()
        self.changed.emit()
        self.settled.emit()
