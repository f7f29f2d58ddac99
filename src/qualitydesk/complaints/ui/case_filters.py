"""The filters over the board and over the table of all cases: the common ones in sight, the others behind a button."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from qualitydesk.complaints.model import CaseFilter, Channel, Lane, Level, Outcome, Stage, SubjectKind
from qualitydesk.complaints.ui.offer import CaseOffer, id_of, one_of
from qualitydesk.complaints.ui.words import choices, lane_words, level_words
from qualitydesk.kit.pickers import Choice, DayPicker, Picker
from qualitydesk.kit.pieces import button, hbox, label, vbox
from qualitydesk.kit.theme import GRID

PAUSE = 200  # ms after the last letter typed before the list is searched


class CaseFilters(QWidget):
    """Signals: `changed(CaseFilter)` when another list is wanted; `settled` when Enter asks for the hits."""

    changed = Signal(object)
    settled = Signal()

    def __init__(self, language: str, *, board: bool = False, parent: QWidget | None = None) -> None:
        """`board`: without what only a table of all cases can be narrowed by."""
        super().__init__(parent)
        self._language = language
        self._board = board
        self._told = CaseFilter()
        self._awaited: CaseFilter | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.tell)
        self._make_common()
        self._make_further()
        self.more = button(self.tr("More filters"), "filter", self._toggle, role="quiet")
        self.more.setCheckable(True)
        self.clear = button(self.tr("Show all"), do=self.show_all, role="quiet")
        self.row = hbox(self.search, self.institution, self.level, self.handler, self.overdue, self.more, self.clear)
        self.row.setStretch(0, 1)
        dates = hbox(
            label(self.tr("Received from"), tone="muted"),
            self.received_from,
            label(self.tr("to"), tone="muted"),
            self.received_to,
            None,
        )
        closed = hbox(
            label(self.tr("Closed from"), tone="muted"),
            self.closed_from,
            label(self.tr("to"), tone="muted"),
            self.closed_to,
            None,
        )
        table_only = QWidget()
        table_only.setLayout(vbox(hbox(self.lane, self.stage, self.outcome, self.merged, None), closed))
        table_only.layout().setContentsMargins(0, 0, 0, 0)  # type: ignore[union-attr]
        table_only.setVisible(not board)
        self.further = QWidget()
        self.further.setLayout(
            vbox(
                hbox(self.channel, self.subject, self.person, self.paused, self.flagged, self.reopened, None),
                dates,
                table_only,
            )
        )
        self.further.hide()
        self.setLayout(vbox(self.row, self.further))

    def _make_common(self) -> None:
        language = self._language
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Number, name, telephone or any words"))
        self.search.setAccessibleName(self.tr("Search"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(14 * GRID)
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self.search.returnPressed.connect(self._settle)
        self.institution = self._picker(self.tr("Institution"), self.tr("All institutions"))
        levels = [Choice(level, level_words(level, language)) for level in Level]
        self.level = self._picker(self.tr("Level"), self.tr("All levels"), levels)
        self.handler = self._picker(self.tr("Handler"), self.tr("Any handler"))
        self.overdue = self._box(self.tr("Overdue"))

    def _make_further(self) -> None:
        language = self._language
        self.channel = self._picker(self.tr("Channel"), self.tr("All channels"), choices("channel", Channel, language))
        self.subject = self._picker(
            self.tr("Subject"), self.tr("All subjects"), choices("subject", SubjectKind, language)
        )
        self.person = self._picker(self.tr("Person named"), self.tr("Anybody named"))
        self.paused = self._box(self.tr("Paused"))
        self.flagged = self._box(self.tr("Patient flagged"))
        self.reopened = self._box(self.tr("Reopened"))
        self.merged = self._box(self.tr("With merged cases"))
        lanes = [Choice(lane, lane_words(lane, language)) for lane in Lane]
        self.lane = self._picker(self.tr("Lane"), self.tr("All lanes"), lanes)
        self.stage = self._picker(self.tr("Stage"), self.tr("Open or closed"), choices("case_stage", Stage, language))
        self.outcome = self._picker(self.tr("Outcome"), self.tr("Any outcome"), choices("outcome", Outcome, language))
        self.received_from = self._day(self.tr("Received from"))
        self.received_to = self._day(self.tr("Received to"))
        self.closed_from = self._day(self.tr("Closed from"))
        self.closed_to = self._day(self.tr("Closed to"))

    def _picker(self, name: str, everything: str, offered: Sequence[Choice] = ()) -> Picker:
        made = Picker(offered, optional=True, placeholder=everything)
        made.setAccessibleName(name)
        made.setMinimumContentsLength(7)
        made.picked.connect(lambda _key: self.tell())
        return made

    def _box(self, words: str) -> QCheckBox:
        made = QCheckBox(words)
        made.setAccessibleName(words)
        made.toggled.connect(lambda _on: self.tell())
        return made

    def _day(self, name: str) -> DayPicker:
        made = DayPicker(optional=True)
        made.setAccessibleName(name)
        made.picked.connect(lambda _day: self.tell())
        return made

    def show_offer(self, offer: CaseOffer) -> None:
        """What there is to choose from; what is chosen stays."""
        self.institution.show_choices([Choice(one.id, one.name, one.code) for one in offer.institutions])
        self.institution.setVisible(len(offer.institutions) > 1)
        self.handler.show_choices(offer.staff_choices())
        self.person.show_choices(offer.staff_choices(with_left=True))
        if self._awaited is not None:
            wanted, self._awaited = self._awaited, None
            self.choose(wanted)

    def wanted(self) -> CaseFilter:
        """The filter as it stands."""
        return CaseFilter(
            text=self.search.text().strip(),
            institution_id=id_of(self.institution),
            lanes=_one(self.lane, Lane),
            stages=_one(self.stage, Stage),
            levels=_one(self.level, Level),
            channels=_one(self.channel, Channel),
            subject=one_of(self.subject, SubjectKind),
            outcome=one_of(self.outcome, Outcome),
            handler_id=id_of(self.handler),
            employee_id=id_of(self.person),
            received_from=self.received_from.day(),
            received_to=self.received_to.day(),
            closed_from=self.closed_from.day(),
            closed_to=self.closed_to.day(),
            overdue=self.overdue.isChecked(),
            paused=self.paused.isChecked(),
            flagged=self.flagged.isChecked(),
            reopened=self.reopened.isChecked(),
            merged=self.merged.isChecked(),
        )

    def tell(self) -> None:
        """Tell another filter, once."""
        self._pause.stop()
        wanted = self.wanted()
        self._mark_more(wanted)
        if wanted != self._told:
            self._told = wanted
            self.changed.emit(wanted)

    def show_all(self) -> None:
        """Take every filter away."""
        self.choose(CaseFilter())

    def choose(self, wanted: CaseFilter) -> None:
        """Stand as this filter says; an institution that is not offered yet is chosen as soon as it is."""
        self._awaited = wanted if wanted.institution_id is not None and not self.institution.count() else None
        pairs: tuple[tuple[Picker, Any], ...] = (
            (self.institution, wanted.institution_id),
            (self.lane, next(iter(wanted.lanes), None)),
            (self.stage, next(iter(wanted.stages), None)),
            (self.level, next(iter(wanted.levels), None)),
            (self.channel, next(iter(wanted.channels), None)),
            (self.subject, wanted.subject),
            (self.outcome, wanted.outcome),
            (self.handler, wanted.handler_id),
            (self.person, wanted.employee_id),
        )
        for picker, key in pairs:
            picker.choose(key)
        for box, on in (
            (self.overdue, wanted.overdue),
            (self.paused, wanted.paused),
            (self.flagged, wanted.flagged),
            (self.reopened, wanted.reopened),
            (self.merged, wanted.merged),
        ):
            box.blockSignals(True)
            box.setChecked(on)
            box.blockSignals(False)
        for picker_of_day, day in (
            (self.received_from, wanted.received_from),
            (self.received_to, wanted.received_to),
            (self.closed_from, wanted.closed_from),
            (self.closed_to, wanted.closed_to),
        ):
            _put_day(picker_of_day, day)
        self.search.setText(wanted.text)
        self.tell()

    def _toggle(self) -> None:
        self.further.setVisible(self.more.isChecked())
        if self.more.isChecked():
            self.channel.setFocus()

    def _mark_more(self, wanted: CaseFilter) -> None:
        """How many filters stand behind the button, so that none narrows the list unseen."""
        hidden = (
            wanted.lanes, wanted.stages, wanted.channels, wanted.subject, wanted.outcome, wanted.employee_id,
            wanted.received_from or wanted.received_to, wanted.closed_from or wanted.closed_to,
            wanted.paused, wanted.flagged, wanted.reopened, wanted.merged,
        )  # fmt: skip
        count = sum(bool(one) for one in hidden)
        words = self.tr("More filters")
        self.more.setText(self.tr("{words} ({count})").format(words=words, count=count) if count else words)

    def _settle(self) -> None:
        self.tell()
        self.settled.emit()


def _one(picker: Picker, kind: Callable[[Any], Any]) -> tuple[Any, ...]:
    chosen = one_of(picker, kind)
    return () if chosen is None else (chosen,)


def _put_day(picker: DayPicker, day: date | None) -> None:
    picker.blockSignals(True)
    picker.set_day(day)
    picker.blockSignals(False)


def is_narrowed(wanted: CaseFilter) -> bool:
    """Whether any filter is set."""
    return wanted != CaseFilter()
