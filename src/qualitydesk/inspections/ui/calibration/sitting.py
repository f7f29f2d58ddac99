"""One inspector's sitting of a calibration: people at the left, their items at the right, one key an answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget

from qualitydesk.basics.changes import By
from qualitydesk.basics.phrases import say
from qualitydesk.inspections.model import Item, Stop, Verdict
from qualitydesk.inspections.model.calibrations import Calibration, Judged, Sitting
from qualitydesk.inspections.rules.calibrating import may_say
from qualitydesk.inspections.service import Calibrations
from qualitydesk.inspections.ui.words import TONES
from qualitydesk.kit.keys import Key
from qualitydesk.kit.page import Page
from qualitydesk.kit.pieces import label, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import EDGE, GAP, GRID
from qualitydesk.kit.tools import Tools


@dataclass(frozen=True)
class _Asked:
    """An item of the person shown, with what was answered."""

    item: Item
    judged: Judged | None

    @property
    def code(self) -> str:
        return self.item.code


@dataclass(frozen=True)
class _Seat:
    """A person with how far he is."""

    stop: Stop
    answered: int
    total: int

    @property
    def id(self) -> UUID:
        return self.stop.id


class SittingPage(Page):
    """Answers are on disk one by one; the lid may close at any time.

    Signals: `closed(UUID)` back to the calibrations, on this one.
    """

    closed = Signal(object)

    def __init__(
        self, tools: Tools, calibrations: Calibrations, by: Callable[[], By], parent: QWidget | None = None
    ) -> None:
        super().__init__(tools, "", parent)
        self._service, self._by = calibrations, by
        self.sitting: Sitting | None = None
        self._answers: dict[tuple[UUID, str], Judged] = {}
        self._wanted: tuple[UUID, int] | None = None
        language = tools.language
        self.seats = TableModel(self._seat_columns(), parent=self)
        self.people = Table(
            self.seats, name=self.tr("People"), empty=self.tr("Nobody."), tools=tools, remember="sitting.people"
        )
        self.asked = TableModel(self._columns(language), key=lambda one: one.code, parent=self)
        self.items = Table(
            self.asked, name=self.tr("Items"), empty=self.tr("No items."), tools=tools, remember="sitting.items"
        )
        self.standard = label("", wrap=True)
        self.standard.setMinimumHeight(7 * GRID)
        self.standard.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.progress = label("", "section")
        self.body.addWidget(self.progress)
        self.body.addWidget(self._split(), 1)
        self.add_button(self.tr("Pause"), "pause", self.pause, role="quiet", sequence="Esc")
        self.add_button(self.tr("Note…"), "note", self._ask_note, role="quiet", sequence="N")
        self.end = self.add_button(
            self.tr("I am through"), "flag", self.finish, role="primary", sequence="Ctrl+Return",
            words=self.tr("End my sitting"),
        )  # fmt: skip
        self.bind(
            Key("1", self.tr("Pass"), partial(self.answer, Verdict.PASS)),
            Key("2", self.tr("Fail"), partial(self.answer, Verdict.FAIL)),
            Key("3", self.tr("Partly, where the item allows"), partial(self.answer, Verdict.PARTLY)),
            Key("-", self.tr("Not applicable"), partial(self.answer, Verdict.NOT_APPLICABLE)),
            Key("Z", self.tr("Take the answer back"), partial(self.answer, None)),
            Key("Left", self.tr("Person before"), partial(self._step, -1)),
            Key("Right", self.tr("Next person"), partial(self._step, 1)),
            Key("Up", self.tr("Another item")),
        )
        self.people.picked.connect(lambda _row: self._show_items())
        self.items.picked.connect(lambda _row: self._show_standard())

    def _split(self) -> QSplitter:
        right = QWidget()
        column = vbox(self.items, self.standard, gap=GAP)
        column.setStretch(0, 1)
        column.setContentsMargins(EDGE, 0, 0, 0)
        right.setLayout(column)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.people)
        split.addWidget(right)
        split.setSizes([40 * GRID, 106 * GRID])
        return split

    def _seat_columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("Person"), lambda one: one.stop.name, stretch=True),
            Column(self.tr("Post"), lambda one: one.stop.post, width=96),
            Column(self.tr("Answered"), lambda one: f"{one.answered}/{one.total}", align="right", width=80),
        )

    def _columns(self, language: str) -> Sequence[Column]:
        return (
            Column(self.tr("Item"), lambda one: one.item.title[language], stretch=True),
            Column(self.tr("Answer"), partial(_words, language=language), tone=_tone, width=112),
            Column(self.tr("Note"), _note, tip=_note, width=200),
        )

    # What is shown

    def open_sitting(self, calibration_id: UUID, rater: int) -> None:
        """Sit, from where it was left."""
        self._wanted = (calibration_id, rater)
        self.sitting = None
        self.tools.operations.read(self, self._service.sitting, calibration_id, rater, then=self._show, topic="sitting")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.items.setFocus()

    def _show(self, sitting: Sitting) -> None:
        self.sitting, self._answers = sitting, dict(sitting.answers)
        self.set_title(
            self.tr("Calibration {number}: {name}").format(number=sitting.calibration.number, name=sitting.rater.name)
        )
        self._show_seats()
        first = next((seat for seat in self._seats() if seat.answered < seat.total), None)
        self.people.select_key(first.id if first else sitting.stops[0].id)
        self._show_items()
        self.items.setFocus()

    def _seats(self) -> list[_Seat]:
        assert self.sitting is not None
        items, answers = self.sitting.items, self._answers
        return [
            _Seat(stop, sum((stop.id, item.code) in answers for item in items[stop.id]), len(items[stop.id]))
            for stop in self.sitting.stops
        ]

    def _show_seats(self) -> None:
        seats = self._seats()
        self.seats.show_rows(seats)
        answered, total = sum(one.answered for one in seats), sum(one.total for one in seats)
        self.progress.setText(
            self.tr(
                "{answered} of {total} answered. Look for yourself; do not speak of it before both are through."
            ).format(answered=answered, total=total)
        )
        self.end.setEnabled(answered == total)

    def _stop(self) -> Stop | None:
        seat = self.people.current_row()
        return seat.stop if isinstance(seat, _Seat) else None

    def _show_items(self) -> None:
        stop = self._stop()
        if stop is None or self.sitting is None:
            return
        rows = [_Asked(item, self._answers.get((stop.id, item.code))) for item in self.sitting.items[stop.id]]
        kept = self.items.current_row()
        other = not isinstance(kept, _Asked) or kept.code not in {row.code for row in rows}
        self.asked.show_rows(rows)
        if other:
            self._to_first_open(rows)
        self._show_standard()

    def _to_first_open(self, rows: Sequence[_Asked]) -> None:
        wanted = next((row for row in rows if row.judged is None), rows[0] if rows else None)
        if wanted is not None:
            self.items.select_key(wanted.code)

    def _show_standard(self) -> None:
        one = self.items.current_row()
        language = self.tools.language
        self.standard.setText(one.item.standard[language] if isinstance(one, _Asked) else "")

    # What is done

    def answer(self, verdict: Verdict | None) -> None:
        """Answer the item under the cursor and go on to the next; None takes the answer back."""
        stop, one = self._stop(), self.items.current_row()
        if stop is None or not isinstance(one, _Asked) or self.sitting is None:
            return
        if verdict is not None and not may_say(one.item, verdict):
            return
        before = self._answers.get((stop.id, one.code))
        if verdict is None and before is None:
            return
        judged = None if verdict is None else Judged(verdict, before.note if before else "")
        self._write(stop, one.item, judged)
        if judged is not None:
            self._next(stop, one.code)

    def _write(self, stop: Stop, item: Item, judged: Judged | None) -> None:
        """It shows at once; a refused one is read anew."""
        assert self.sitting is not None
        key = (stop.id, item.code)
        self._answers = {one: held for one, held in self._answers.items() if one != key}
        if judged is not None:
            self._answers[key] = judged
        verb = partial(
            self._service.judge, self.sitting.calibration.id, self.sitting.rater.position, stop.id, item, judged
        )
        self.tools.operations.write(verb, self._by(), failed=self._failed, asker=self)
        self._show_seats()
        self.people.select_key(stop.id)
        self._show_items()

    def _failed(self, _error: Exception) -> bool:
        if self._wanted is not None:
            self.open_sitting(*self._wanted)
        return False

    def _next(self, stop: Stop, code: str) -> None:
        """The next item of the person; behind the last one the next person with something open."""
        assert self.sitting is not None
        items = self.sitting.items[stop.id]
        at = [item.code for item in items].index(code)
        if at + 1 < len(items):
            self.items.select_key(items[at + 1].code)
            return
        stops = list(self.sitting.stops)
        place = stops.index(stop)
        for other in (*stops[place + 1 :], *stops[:place]):
            rest = [item for item in self.sitting.items[other.id] if (other.id, item.code) not in self._answers]
            if rest:
                self.people.select_key(other.id)
                self._show_items()
                self.items.select_key(rest[0].code)
                return

    def _step(self, by: int) -> None:
        stop = self._stop()
        if self.sitting is None or stop is None:
            return
        stops = list(self.sitting.stops)
        at = stops.index(stop) + by
        if 0 <= at < len(stops):
            self.people.select_key(stops[at].id)
            self._show_items()

    def _ask_note(self) -> None:
        stop, one = self._stop(), self.items.current_row()
        if stop is None or not isinstance(one, _Asked) or one.judged is None:
            return
        judged = one.judged
        self.tools.prompts.ask_text(
            self,
            self.tr("Note"),
            self.tr("What you saw, for the talk afterwards: {item}").format(item=one.item.title[self.tools.language]),
            yes=self.tr("Keep"),
            then=lambda words: self._write(stop, one.item, replace(judged, note=words)),
        )

    def pause(self) -> None:
        """Back to the list; everything is on disk."""
        self.closed.emit(self.sitting.calibration.id if self.sitting else None)

    def finish(self) -> None:
        """End this sitting, after a question: it cannot be changed after."""
        if self.sitting is None or not self.end.isEnabled():
            return
        self.tools.prompts.ask(
            self,
            self.tr("End your sitting?"),
            self.tr("Your answers cannot be changed after that. The results open when both are through."),
            yes=self.tr("I am through"),
            no=self.tr("Back"),
            then=self._finish,
        )

    def _finish(self) -> None:
        assert self.sitting is not None
        verb = partial(self._service.close_sitting, self.sitting.calibration.id, self.sitting.rater.position)
        self.tools.operations.write(verb, self._by(), then=self._finished, asker=self)

    def _finished(self, found: Calibration) -> None:
        self.closed.emit(found.id)


def _words(one: _Asked, language: str) -> str:
    return say(language, f"verdict.{one.judged.verdict}") if one.judged else "–"


def _tone(one: _Asked) -> str:
    return TONES[one.judged.verdict] if one.judged else "muted"


def _note(one: _Asked) -> str:
    return one.judged.note if one.judged else ""
