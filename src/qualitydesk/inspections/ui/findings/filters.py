"""The filters over the list of findings: the common ones in sight, the others behind one button."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from qualitydesk.basics.phrases import say
from qualitydesk.inspections.model import (
    Among,
    DisputeState,
    FindingFilter,
    Gravity,
    ItemGroup,
    RoundKind,
    Standing,
)
from qualitydesk.inspections.ui.findings.offer import PERIODS, FindingOffer, period_days
from qualitydesk.inspections.ui.findings.words import standing_words
from qualitydesk.kit.pickers import Choice, DayPicker, Picker
from qualitydesk.kit.pieces import button, hbox, label, vbox
from qualitydesk.kit.theme import GRID

E = TypeVar("E")
PAUSE = 200  # ms after the last letter typed before the list is searched


class FindingFilters(QWidget):
    """Signals: `changed(FindingFilter)` when another list is wanted; `settled` when Enter asks for the hits."""

    changed = Signal(object)
    settled = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._offer: FindingOffer | None = None
        self._awaited: FindingFilter | None = None
        self._told = FindingFilter()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.tell)
        self._make_common()
        self._make_further()
        self.more = button(self.tr("More filters"), "filter", self._toggle, role="quiet")
        self.more.setCheckable(True)
        self.clear = button(self.tr("Show all"), do=self.show_all, role="quiet")
        first = hbox(self.search, self.period, self.institution, self.kind, self.more, self.clear)
        first.setStretch(0, 1)
        further = vbox(
            hbox(self.person, self.department, self.pack, self.item, self.group, self.gravity, None),
            hbox(self.standing, self.dispute, self.fixed, self.measured, None),
            hbox(
                label(self.tr("From"), tone="muted"),
                self.since,
                label(self.tr("to"), tone="muted"),
                self.until,
                None,
            ),
        )
        self.among = button(self.tr("Only what the chart stands for"), "x", self._let_go, role="quiet")
        self.among.setToolTip(self.tr("Press to take this filter away"))
        self.among.hide()
        self._among = Among()
        self.further = QWidget()
        self.further.setLayout(further)
        self.further.hide()
        self.setLayout(vbox(first, hbox(self.among, None), self.further))

    def _make_common(self) -> None:
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Name, staff number, item, note or round"))
        self.search.setAccessibleName(self.tr("Search"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(14 * GRID)
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self.search.returnPressed.connect(self._settle)
        periods = {
            "week": self.tr("Last 7 days"),
            "month": self.tr("This month"),
            "last_month": self.tr("Last month"),
            "quarter": self.tr("Last 90 days"),
            "year": self.tr("This year"),
            "twelve_months": self.tr("Last 12 months"),
        }
        self.period = self._picker(self.tr("Period"), self.tr("Any time"), [(key, periods[key]) for key in PERIODS])
        self.period.picked.connect(self._set_days)
        self.institution = self._picker(self.tr("Institution"), self.tr("All institutions"))
        self.institution.picked.connect(lambda _key: self._show_departments())
        self.department = self._picker(self.tr("Department"), self.tr("All departments"))
        kinds = [(kind, say(self._language, f"round_kind.{kind}")) for kind in RoundKind]
        self.kind = self._picker(self.tr("Kind of round"), self.tr("All kinds of round"), kinds)

    def _make_further(self) -> None:
        language = self._language
        self.person = self._picker(self.tr("Person"), self.tr("Everybody"))
        self.pack = self._picker(self.tr("Pack"), self.tr("All packs"))
        self.pack.picked.connect(lambda _key: self._show_items())
        self.item = self._picker(self.tr("Item"), self.tr("All items"))
        groups = [(group, say(language, f"item_group.{group}")) for group in ItemGroup]
        self.group = self._picker(self.tr("Group of items"), self.tr("All groups"), groups)
        gravities = [(one.value, say(language, f"gravity.{one.value}")) for one in Gravity]
        self.gravity = self._picker(self.tr("Gravity"), self.tr("Any gravity"), gravities)
        standings = [(one, standing_words(one, language)) for one in Standing]
        self.standing = self._picker(self.tr("Standing"), self.tr("Any standing"), standings)
        disputes = [
            (one, say(language, f"dispute_state.{one}")) for one in DisputeState if one is not DisputeState.WITHDRAWN
        ]
        self.dispute = self._picker(self.tr("Dispute"), self.tr("Disputed or not"), disputes)
        fixed = [(True, self.tr("Fixed at once")), (False, self.tr("Not fixed at once"))]
        self.fixed = self._picker(self.tr("Fixed at once"), self.tr("Fixed or not"), fixed)
        measured = [(True, self.tr("With a measure")), (False, self.tr("Without a measure"))]
        self.measured = self._picker(self.tr("Measure"), self.tr("Measure or none"), measured)
        self.since, self.until = DayPicker(optional=True), DayPicker(optional=True)
        for day, name in ((self.since, self.tr("From")), (self.until, self.tr("To"))):
            day.setAccessibleName(name)
            day.picked.connect(lambda _day: self.tell())

    def _picker(self, name: str, everything: str, choices: Sequence[tuple[object, str]] = ()) -> Picker:
        made = Picker([Choice(key, words) for key, words in choices], optional=True, placeholder=everything)
        made.setAccessibleName(name)
        made.setMinimumContentsLength(7)
        made.picked.connect(lambda _key: self.tell())
        return made

    def show_offer(self, offer: FindingOffer) -> None:
        """What there is to choose from; what is chosen stays."""
        self._offer = offer
        self.institution.show_choices([Choice(one.id, one.name, one.code) for one in offer.institutions])
        self.institution.setVisible(len(offer.institutions) > 1)
        self.person.show_choices(
            [
                Choice(one.id, one.name, f"{one.number} · {one.post}", f"{one.institution}{one.initials}")
                for one in offer.people
            ]
        )
        self.pack.show_choices([Choice(one.code, one.name[self._language]) for one in offer.packs])
        self._show_departments()
        self._show_items()
        if self._awaited is not None:
            self.choose(self._awaited)

    def wanted(self) -> FindingFilter:
        """The filter as it stands."""
        return FindingFilter(
            since=self.since.day(),
            among=self._among,
            until=self.until.day(),
            institution_id=_id(self.institution.chosen()),
            department_id=_id(self.department.chosen()),
            employee_id=_id(self.person.chosen()),
            kind=_one_of(RoundKind, self.kind),
            pack_code=str(self.pack.chosen() or ""),
            item_code=str(self.item.chosen() or ""),
            group=_one_of(ItemGroup, self.group),
            gravity=str(self.gravity.chosen() or ""),
            standing=_one_of(Standing, self.standing),
            dispute=_one_of(DisputeState, self.dispute),
            fixed=_flag(self.fixed),
            measured=_flag(self.measured),
            text=self.search.text().strip(),
        )

    def tell(self) -> None:
        """Tell another filter, once."""
        self._pause.stop()
        wanted = self.wanted()
        self._mark_more()
        if wanted != self._told:
            self._told = wanted
            self.changed.emit(wanted)

    def _let_go(self) -> None:
        """No longer only what a chart stood for."""
        self._stand_for(Among())
        self.tell()

    def _stand_for(self, among: Among) -> None:
        self._among = among
        self.among.setVisible(bool(among))

    def show_all(self) -> None:
        """Take every filter away."""
        self._stand_for(Among())
        for picker in self._pickers():
            picker.choose(None)
        for day in (self.since, self.until):
            day.blockSignals(True)
            day.set_day(None)
            day.blockSignals(False)
        self.search.clear()
        self._show_departments()
        self._show_items()
        self.tell()

    def choose(self, wanted: FindingFilter) -> None:
        """Stand as this filter says: another page asks for a list of its own."""
        self._awaited = wanted if self._offer is None else None  # what is not offered yet cannot be chosen
        self.show_all()
        self._stand_for(wanted.among)
        self.institution.choose(wanted.institution_id)
        self._show_departments()
        self.person.choose(wanted.employee_id)
        self.department.choose(wanted.department_id)
        self.kind.choose(wanted.kind)
        self.item.choose(wanted.item_code or None)
        self.dispute.choose(wanted.dispute)
        self.measured.choose(wanted.measured)
        for picker, day in ((self.since, wanted.since), (self.until, wanted.until)):
            picker.blockSignals(True)
            picker.set_day(day)
            picker.blockSignals(False)
        if wanted.since is not None or wanted.until is not None:
            self.period.choose(None)
        self.search.setText(wanted.text)
        self.tell()

    def _pickers(self) -> tuple[Picker, ...]:
        return (
            self.period,
            self.institution,
            self.kind,
            self.person,
            self.department,
            self.pack,
            self.item,
            self.group,
            self.gravity,
            self.standing,
            self.dispute,
            self.fixed,
            self.measured,
        )

    def _set_days(self, period: object) -> None:
        """A named period fills both days."""
        if self._offer is None:
            return
        today = self._offer.today
        for day, value in zip((self.since, self.until), period_days(str(period), today), strict=True):
            day.blockSignals(True)
            day.set_day(value)
            day.blockSignals(False)
        self.tell()

    def _show_departments(self) -> None:
        home = _id(self.institution.chosen())
        offer = self._offer
        if offer is None:
            return
        names = {one.id: one.name for one in offer.institutions}
        several = home is None and len(offer.institutions) > 1
        there = [one for one in offer.departments if home in (None, one.institution_id)]
        self.department.show_choices(
            [Choice(one.id, one.name, names.get(one.institution_id, "") if several else "") for one in there]
        )

    def _show_items(self) -> None:
        if self._offer is None:
            return
        pack = self.pack.chosen()
        items = {item.code: item for one in self._offer.packs if pack in (None, one.code) for item in one.items}
        self.item.show_choices([Choice(code, item.title[self._language], code) for code, item in items.items()])

    def _toggle(self) -> None:
        self.further.setVisible(self.more.isChecked())
        if self.more.isChecked():
            self.person.setFocus()

    def _mark_more(self) -> None:
        """How many filters stand behind the button, so that none narrows the list unseen."""
        hidden = [one for one in self._pickers()[3:] if one.chosen() is not None]
        days = self.period.chosen() is None and (self.since.day() is not None or self.until.day() is not None)
        count = len(hidden) + days
        self.period.say_placeholder(days_words(self.since.day(), self.until.day()) or self.tr("Any time"))
        words = self.tr("More filters")
        self.more.setText(self.tr("{words} ({count})").format(words=words, count=count) if count else words)

    def _settle(self) -> None:
        self.tell()
        self.settled.emit()

    def more_button(self) -> QPushButton:
        """The button that shows the further filters; the page binds a key to it."""
        return self.more


def days_words(since: date | None, until: date | None) -> str:
    """The days of a list: a whole month by its name, else the first and the last; "" for any time."""
    if since is not None and until is not None:
        whole = since.day == 1 and (until + timedelta(days=1)).day == 1
        if whole and (since.year, since.month) == (until.year, until.month):
            return f"{since:%Y-%m}"
    if since is None and until is None:
        return ""
    return " – ".join("" if day is None else day.isoformat() for day in (since, until)).strip()


def _id(key: object) -> UUID | None:
    return key if isinstance(key, UUID) else None


def _one_of(kind: Callable[[str], E], picker: Picker) -> E | None:
    chosen = picker.chosen()
    return None if chosen is None else kind(str(chosen))


def _flag(picker: Picker) -> bool | None:
    chosen = picker.chosen()
    return chosen if isinstance(chosen, bool) else None
