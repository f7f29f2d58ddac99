"""The board: every case that is not done as a card in the lane of its steps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedLayout, QWidget

from qualitydesk.basics.changes import By, Change
from qualitydesk.basics.clock import Clock
from qualitydesk.complaints.model import BoardLane, CaseFilter, CaseLine, Lane
from qualitydesk.complaints.service import Complaints
from qualitydesk.complaints.ui.case_filters import CaseFilters, is_narrowed
from qualitydesk.complaints.ui.case_verbs import CaseVerbs
from qualitydesk.complaints.ui.lane_view import LaneColumn
from qualitydesk.complaints.ui.offer import CaseOffer, read_offer
from qualitydesk.complaints.ui.short_names import ShortNames
from qualitydesk.directory.service import Directory
from qualitydesk.kit.keys import Key
from qualitydesk.kit.page import Page
from qualitydesk.kit.pieces import EmptyState, button, hbox, vbox
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools

if TYPE_CHECKING:
    from qualitydesk.complaints.ui.intaking import Intaking

MINUTE = 60_000  # ms: the time left on the cards is written anew
ORDER = tuple(Lane)


class BoardPage(Page):
    """Signals: `case_wanted(UUID)` one is to be seen; `why_wanted(case)` why the sums of one are what they are."""

    concerns = frozenset({Change.CASES, Change.DIRECTORY})
    case_wanted = Signal(object)
    why_wanted = Signal(object)

    def __init__(
        self,
        tools: Tools,
        complaints: Complaints,
        directory: Directory,
        clock: Clock,
        by: Callable[[], By],
        intaking: Intaking,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent)
        self.set_title(self.tr("Complaint board"))
        self._complaints = complaints
        self._directory = directory
        self._clock = clock
        self._wanted = CaseFilter()
        self._fresh = True
        self._intaking = intaking
        self._verbs = CaseVerbs(tools, complaints, directory, clock, by, self)
        self._verbs.why_wanted.connect(self.why_wanted)
        self.filters = CaseFilters(tools.language, board=True)
        self._names = ShortNames()
        self.lanes = {lane: LaneColumn(lane, tools.language, clock.now, self._names) for lane in Lane}
        self._make_body()
        self._bind()
        self._tick = QTimer(self, interval=MINUTE)
        self._tick.timeout.connect(self._repaint)

    def _make_body(self) -> None:
        row = hbox(*self.lanes.values(), None, gap=GRID)
        row.setContentsMargins(0, 0, 0, 0)
        lanes = QWidget()
        lanes.setLayout(row)
        first = button(self.tr("New complaint"), "plus", self.begin, role="primary")
        self._empty = EmptyState(
            self.tr("No complaint is open. A new one is entered in under a minute; its clocks start with the receipt."),
            first,
            icon_name="complaints",
        )
        self._nothing = EmptyState(
            self.tr('No case fits the filters. "Show all" takes them away.'),
            button(self.tr("Show all"), "x", self.filters.show_all),
        )
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._ground = QScrollArea()  # on a small screen not all lanes have room
        self._ground.setWidgetResizable(True)
        self._ground.setFrameShape(QFrame.Shape.NoFrame)
        self._ground.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._ground.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        lanes.setProperty("role", "scrolled")
        self._ground.setWidget(lanes)
        for part in (self._ground, self._empty, self._nothing):
            self._stack.addWidget(part)
        self.body.addLayout(vbox(self.filters, holder))

    def _bind(self) -> None:
        self.add_button(self.tr("New complaint"), "plus", self.begin, role="primary", sequence="Ctrl+N")
        self.bind(
            Key("Return", self.tr("Open the case")),
            Key("Left", self.tr("To the lane on the left")),
            Key("Right", self.tr("To the lane on the right")),
            Key("Ctrl+Right", self.tr("Move the card a lane further")),
            Key("Ctrl+Left", self.tr("Move the card a lane back")),
            Key("Ctrl+F", self.tr("Search"), self.filters.search.setFocus),
            Key("Ctrl+Shift+F", self.tr("More filters"), self.filters.more.click),
            Key("Ctrl+D", self.tr("Show or fold the cases done"), self._turn_done),
        )
        self.filters.changed.connect(self._filter)
        self.filters.settled.connect(self.to_cards)
        for lane, column in self.lanes.items():
            column.dropped.connect(self._drop)
            column.list.opened.connect(lambda line: self.case_wanted.emit(line.id))
            column.list.sideways.connect(partial(self._sideways, lane))
            column.list.shifted.connect(self._shift)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tick.start()
        self.to_cards()

    def begin(self) -> None:
        """A new complaint."""
        self._intaking.begin(self)

    def refresh(self, changes: frozenset[Change]) -> None:
        """The cards; what the filters offer only when that changed."""
        if Change.DIRECTORY in changes:
            self.tools.operations.read(self, read_offer, self._directory, self._clock, then=self._show_offer)
        self.tools.operations.read(self, self._complaints.board, self._wanted, then=self._show, topic="board")

    def to_cards(self) -> None:
        """The cursor on the cards, in the lane it was in or the first that has any."""
        shown = [lane for lane in ORDER if not self.lanes[lane].folded]
        standing = next((lane for lane in shown if self.lanes[lane].list.current() is not None), None)
        goal = standing or next(iter(shown), None)
        if goal is not None and self.isVisible():
            self.lanes[goal].list.setFocus()

    def stand_on(self, case_id: UUID) -> None:
        """The cursor on a card, once it is there."""
        for column in self.lanes.values():
            place = column.list.cards.place_of(case_id)
            if place >= 0:
                column.list.stand_on(place)
                column.list.setFocus()
                return

    def _show_offer(self, offer: CaseOffer) -> None:
        self.filters.show_offer(offer)
        self._names.follow(one.name for one in offer.institutions)
        self._repaint()

    def _filter(self, wanted: CaseFilter) -> None:
        self._wanted = wanted
        self.refresh(frozenset({Change.CASES}))

    def _show(self, found: Sequence[BoardLane]) -> None:
        had_focus = self.focusWidget()
        for one in found:
            self.lanes[one.lane].show_lane(one)
        total = sum(one.count for one in found)
        working = sum(one.count for one in found if one.lane is not Lane.DONE)
        empty = total == 0
        self._stack.setCurrentIndex(0 if not empty else 2 if is_narrowed(self._wanted) else 1)
        late = sum(line.overdue(self._clock.now()) for one in found for line in one.cards if one.lane is not Lane.DONE)
        words = self.tr("{count} in hand").format(count=working)
        self.set_note(self.tr("{words}, {late} overdue").format(words=words, late=late) if late else words)
        in_form = had_focus is not None and self.filters.isAncestorOf(had_focus)
        fresh, self._fresh = self._fresh, False
        if fresh or not in_form:
            self.to_cards()

    def _repaint(self) -> None:
        for column in self.lanes.values():
            column.list.viewport().update()

    def _turn_done(self) -> None:
        done = self.lanes[Lane.DONE]
        done.fold(not done.folded, by_hand=True)
        if not done.folded:
            done.list.setFocus()
        else:
            self.to_cards()

    def _sideways(self, lane: Lane, step: int) -> None:
        """To the next lane that shows cards, at the same height."""
        row = self.lanes[lane].list.currentIndex().row()
        at = ORDER.index(lane) + step
        while 0 <= at < len(ORDER):
            column = self.lanes[ORDER[at]]
            if not column.folded and column.list.cards.rowCount():
                column.list.stand_on(row)
                column.list.setFocus()
                self._ground.ensureWidgetVisible(column)
                return
            at += step

    def _shift(self, line: CaseLine, step: int) -> None:
        at = ORDER.index(line.lane) + step
        if 0 <= at < len(ORDER):
            self._drop(line.id, ORDER[at])

    def _drop(self, case_id: UUID, lane: Lane) -> None:
        """Where the rules allow it the dialog of the move opens; else it is said why not."""
        self._verbs.to_lane(case_id, lane)
