"""The first page: tiles above, and below what is to be done now, each row one step from its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from qualitydesk.basics.changes import Change
from qualitydesk.basics.errors import Refused
from qualitydesk.kit.dates import day_long
from qualitydesk.kit.keys import Key
from qualitydesk.kit.page import Page
from qualitydesk.kit.theme import GAP
from qualitydesk.kit.tools import Tools
from qualitydesk.today.model import TileName, WorkList
from qualitydesk.today.service import Today
from qualitydesk.today.ui import tile_board
from qualitydesk.today.ui.tile_board import TileBoard
from qualitydesk.today.ui.work_panel import WorkPanel

if TYPE_CHECKING:
    from qualitydesk.today.service import Tiles

_CARES = {
    "clocks": frozenset({Change.CASES}),
    "complaints": frozenset({Change.CASES, Change.REQUESTS, Change.PAPERS, Change.PERSON_REQUESTS}),
    "rounds": frozenset({Change.ROUNDS, Change.ANSWERS}),
    "plan": frozenset({Change.PLANS, Change.ROUNDS, Change.RULEBOOK, Change.CALENDAR}),
    "measures": frozenset({Change.MEASURES}),
    "slips": frozenset(
        {Change.SLIPS, Change.FINDINGS, Change.ROUNDS, Change.POINTS, Change.SIGNATURES, Change.RULEBOOK}
    ),
}
"""What each list is read anew for; all of them when the directory changes."""
_ACROSS = 3  # lists side by side, alike in width: each has rows that need all of it
_MINUTE = 60_000


class TodayPage(Page):
    """Every list and tile is read on its own; what comes first is shown first, what fails says so in its place.

    Signals: `work_wanted(Work)` a row was opened; `page_wanted(str)` all of a kind, by the list's key;
    `tile_wanted(TileName)` what a number comes from; `paper_wanted` the work of the day on paper.
    """

    concerns = frozenset(
        {
            Change.DIRECTORY,
            *tile_board.FIGURES,
            *(change for cares in (*_CARES.values(), *tile_board.CARES.values()) for change in cares),
        }
    )
    work_wanted = Signal(object)
    page_wanted = Signal(str)
    tile_wanted = Signal(object)
    paper_wanted = Signal()

    def __init__(self, tools: Tools, today: Today, later: Callable[[], Tiles], parent: QWidget | None = None) -> None:
        """`later` gives the service of the tiles that are read last, on a lane."""
        super().__init__(tools, "", parent)
        self.set_title(self.tr("Today"))
        self._today = today
        self._day: date | None = None
        self._used = ""  # the list that was worked in last
        self._read: set[str] = set()
        self._figured = False
        self._filled = False
        self.board = TileBoard(tools, today, later)
        self.tiles = self.board.tiles
        self.board.tile_wanted.connect(self.tile_wanted)
        self.board.figured.connect(self._have_figures)
        self.body.addWidget(self.board)
        self.add_button(
            self.tr("Print"),
            "printer",
            self.paper_wanted.emit,
            role="quiet",
            sequence="Ctrl+P",
            words=self.tr("Print the work of the day"),
        )
        self.panels = {
            "clocks": self._panel(
                self.tr("Clocks of complaints"),
                self.tr("No clock of a complaint has run out or does so within a day."),
                with_level=True,
            ),
            "complaints": self._panel(
                self.tr("Complaints waiting"),
                self.tr("No approval, payment, follow-up, date set outside or monthly sheet waits."),
            ),
            "rounds": self._panel(self.tr("Rounds under way"), self.tr("No round is under way.")),
            "plan": self._panel(
                self.tr("Planned rounds"),
                self.tr("No round is planned for today or the next seven days."),
                with_place=True,
            ),
            "measures": self._panel(self.tr("Measures due now"), self.tr("No measure is due now.")),
            "slips": self._panel(
                self.tr("Slips waiting"), self.tr("Nothing waits to be proposed, approved, issued or decided.")
            ),
        }
        grid = QGridLayout()
        grid.setSpacing(GAP)
        for at, (key, panel) in enumerate(self.panels.items()):
            grid.addWidget(panel, at // _ACROSS, at % _ACROSS)
            panel.work_wanted.connect(partial(self._open, key))
            panel.all_wanted.connect(partial(self.page_wanted.emit, key))
        for line in range(_ACROSS):
            grid.setColumnStretch(line, 1)
        for line in range(len(self.panels) // _ACROSS):
            grid.setRowStretch(line, 1)
        self.body.addLayout(grid, 1)
        self._bind_keys()
        self._minute = QTimer(self, interval=_MINUTE)
        self._minute.timeout.connect(self.minute_passed)
        self._minute.start()

    def _panel(self, title: str, empty: str, *, with_place: bool = False, with_level: bool = False) -> WorkPanel:
        return WorkPanel(
            self.tools,
            title,
            empty,
            self._shown_day,
            self._today.now,
            with_place=with_place,
            with_level=with_level,
        )

    def _bind_keys(self) -> None:
        for at, (key, panel) in enumerate(self.panels.items(), 1):
            words = self.tr("To the list: {title}").format(title=panel.table.accessibleName())
            self.bind(Key(str(at), words, panel.go_in))
            self.bind(
                Key(
                    f"Ctrl+{at}",
                    self.tr("All of: {title}").format(title=panel.table.accessibleName()),
                    partial(self.page_wanted.emit, key),
                )
            )
        contacts = partial(self.page_wanted.emit, "contacts")
        fines = partial(self.tile_wanted.emit, TileName.SLIPS)
        self.bind(Key("7", self.tr("Contacts owed to members today"), contacts))
        self.bind(*self.board.keys)
        self.bind(Key("F4", self.tr("What the fines of this month come from"), fines))
        self.bind(Key("Return", self.tr("Go to what the row is about")))

    def _shown_day(self) -> date:
        return self._day or date.min

    def showEvent(self, event: QShowEvent) -> None:
        stale = self._day is not None and self._today.day() != self._day
        super().showEvent(event)
        self._go_in()
        if stale:  # another day has begun since it was shown last
            self.refresh(frozenset(Change))

    def minute_passed(self) -> None:
        """Clocks run on, and days begin: what is near its deadline is read anew while somebody may see it."""
        if not self.isVisible() or not self.filled():
            return
        if self._today.day() != self._day:
            self.refresh(frozenset(Change))
            return
        for key, query in (("clocks", self._today.clocks), ("complaints", self._today.complaints)):
            self._read_list(key, query)

    def refresh(self, changes: frozenset[Change]) -> None:
        """Read anew what is concerned, each list by itself."""
        self._day = self._today.day()
        self.set_note(day_long(self._day))
        everything = Change.DIRECTORY in changes
        queries: Mapping[str, Callable[[], WorkList]] = {
            "clocks": self._today.clocks,
            "complaints": self._today.complaints,
            "rounds": self._today.rounds,
            "plan": partial(self._today.plans, with_owed=self._filled),
            "measures": self._today.measures,
            "slips": self._today.slips,
        }
        for key, query in queries.items():
            if everything or changes & _CARES[key]:
                self._read_list(key, query)
        if everything or changes & tile_board.FIGURES:
            self.board.read_first()
        if self._filled:
            self.board.read_later(changes)

    def _read_list(self, key: str, query: Callable[[], WorkList]) -> None:
        self.tools.operations.read(
            self, query, then=partial(self._show, key), failed=partial(self._fail, key), topic=key
        )

    def _show(self, key: str, found: WorkList) -> None:
        self.panels[key].show_work(found)
        self._have(key)

    def _fail(self, key: str, error: Exception) -> bool:
        """Say in the place of a list that it could not be read; whether that tells it all."""
        self.panels[key].show_trouble(tile_board.why(self.tools, error))
        self._have(key)
        return isinstance(error, Refused)

    def _have(self, key: str) -> None:
        first = len(self._read) < len(self.panels)
        self._read.add(key)
        if first and len(self._read) == len(self.panels):
            self._go_in()
            self._go_on()

    def _have_figures(self) -> None:
        self._figured = True
        self._go_on()

    def _go_on(self) -> None:
        """The later tiles, and what the plan owes, come when all else is there: it takes longer than the rest."""
        if self.filled() and not self._filled:
            self._filled = True
            self._read_list("plan", self._today.plans)
            self.board.read_later(frozenset(Change))

    def filled(self) -> bool:
        """Whether every list and the first figures have been read, or could not be."""
        return len(self._read) == len(self.panels) and self._figured

    def _open(self, key: str, work: object) -> None:
        self._used = key
        self.work_wanted.emit(work)

    def _go_in(self) -> None:
        """The cursor goes where one worked last, if something is left there, else where there is something to do."""
        usual = [self.panels[self._used]] if self._used else []
        full = [panel for panel in (*usual, *self.panels.values()) if panel.works.rowCount()]
        next(iter(full), self.panels["clocks"]).go_in()
