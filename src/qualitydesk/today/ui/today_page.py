"""The first page: four figures above, and below what is to be done now, each row one step from its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from qualitydesk.basics.changes import Change
from qualitydesk.basics.errors import Refused
from qualitydesk.kit.dates import day_long
from qualitydesk.kit.keys import Key
from qualitydesk.kit.page import Page
from qualitydesk.kit.pieces import button, hbox
from qualitydesk.kit.sparkline import Tile
from qualitydesk.kit.theme import GAP
from qualitydesk.kit.tools import Tools
from qualitydesk.today.model import Figures, WorkList
from qualitydesk.today.service import Today
from qualitydesk.today.ui.words import cases_figure, closed_figure, passed_figure, slips_figure
from qualitydesk.today.ui.work_panel import WorkPanel

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
_CONTACTS = frozenset(
    {Change.CONTACTS, Change.CUSTOMERS, Change.PURCHASES, Change.TIERS, Change.RULEBOOK, Change.CASES}
)
"""What the line about members is read anew for."""
_FIGURES = frozenset({Change.CASES, Change.ROUNDS, Change.SLIPS})
_ACROSS = 3  # lists side by side, alike in width: each has rows that need all of it
_MINUTE = 60_000


class TodayPage(Page):
    """Every list and the figures are read on their own; what comes first is shown first.

    Signals: `work_wanted(Work)` a row was opened; `page_wanted(str)` all of a kind, by the list's key; `fines_wanted`
    what the fines of the month come from.
    """

    concerns = frozenset({Change.DIRECTORY, *_CONTACTS, *(change for cares in _CARES.values() for change in cares)})
    work_wanted = Signal(object)
    page_wanted = Signal(str)
    fines_wanted = Signal()

    def __init__(self, tools: Tools, today: Today, parent: QWidget | None = None) -> None:
        super().__init__(tools, "", parent)
        self.set_title(self.tr("Today"))
        self._today = today
        self._day: date | None = None
        self._used = ""  # the list that was worked in last
        self._read: set[str] = set()
        self._figured = False
        self.tiles = {
            "cases": Tile(self.tr("Open cases")),
            "closed": Tile(self.tr("Closed on time this month")),
            "rounds": Tile(self.tr("Pass rate this month")),
            "slips": Tile(self.tr("Fines this month"), asks=True),
        }
        self.tiles["slips"].asked.connect(self.fines_wanted)
        row = hbox(*self.tiles.values())
        for at in range(len(self.tiles)):
            row.setStretch(at, 1)
        self.body.addLayout(row)
        self.contacts = button("", "members", partial(self.page_wanted.emit, "contacts"), role="quiet")
        self.contacts.hide()
        self.body.addLayout(hbox(self.contacts, None))
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
        self._minute.timeout.connect(self._time_goes_by)
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
        self.bind(Key("7", self.tr("Contacts owed to members today"), self.contacts.click))
        self.bind(Key("F4", self.tr("What the fines of this month come from"), self.fines_wanted.emit))
        self.bind(Key("Return", self.tr("Go to what the row is about")))

    def _shown_day(self) -> date:
        return self._day or date.min

    def showEvent(self, event: QShowEvent) -> None:
        stale = self._day is not None and self._today.day() != self._day
        super().showEvent(event)
        self._go_in()
        if stale:  # another day has begun since it was shown last
            self.refresh(frozenset(Change))

    def _time_goes_by(self) -> None:
        """Clocks run on: what is near its deadline is read anew while somebody may see it."""
        if self.isVisible() and self.filled():
            for key, query in (("clocks", self._today.clocks), ("complaints", self._today.complaints)):
                self.tools.operations.read(self, query, then=partial(self._show, key), topic=key)

    def refresh(self, changes: frozenset[Change]) -> None:
        """Read anew what is concerned, each list by itself."""
        self._day = self._today.day()
        self.set_note(day_long(self._day))
        everything = Change.DIRECTORY in changes
        queries: Mapping[str, Callable[[], WorkList]] = {
            "clocks": self._today.clocks,
            "complaints": self._today.complaints,
            "rounds": self._today.rounds,
            "plan": self._today.plans,
            "measures": self._today.measures,
            "slips": self._today.slips,
        }
        for key, query in queries.items():
            if everything or changes & _CARES[key]:
                self.tools.operations.read(self, query, then=partial(self._show, key), topic=key)
        if (everything or changes & _CONTACTS) and self.filled():
            self._read_contacts()
        if everything or changes & _FIGURES:
            self.tools.operations.read(self, self._today.figures, then=self._show_figures)

    def _show(self, key: str, found: WorkList) -> None:
        self.panels[key].show_work(found)
        first = len(self._read) < len(self.panels)
        self._read.add(key)
        if first and len(self._read) == len(self.panels):
            self._go_in()
            self._read_contacts()  # last: its service is made only then

    def _read_contacts(self) -> None:
        self.tools.operations.read(
            self, self._today.contacts, then=self._show_contacts, failed=self._no_contacts, topic="contacts"
        )

    def _show_contacts(self, found: tuple[int, int]) -> None:
        """What is owed to members today, one step from its page."""
        calls, messages = found
        words = self.tr("Members to be contacted today: calls {calls}, messages {messages}")
        self.contacts.setText(words.format(calls=calls, messages=messages))
        self.contacts.setVisible(bool(calls or messages))

    def _no_contacts(self, error: Exception) -> bool:
        """Before there are rules nothing is owed."""
        self.contacts.hide()
        return isinstance(error, Refused)

    def filled(self) -> bool:
        """Whether every list and the figures have been read."""
        return len(self._read) == len(self.panels) and self._figured

    def _open(self, key: str, work: object) -> None:
        self._used = key
        self.work_wanted.emit(work)

    def _go_in(self) -> None:
        """The cursor goes where one worked last, if something is left there, else where there is something to do."""
        usual = [self.panels[self._used]] if self._used else []
        full = [panel for panel in (*usual, *self.panels.values()) if panel.works.rowCount()]
        next(iter(full), self.panels["clocks"]).go_in()

    def _show_figures(self, figures: Figures) -> None:
        self._figured = True
        self.tiles["cases"].show_value(*cases_figure(figures))
        self.tiles["closed"].show_value(*closed_figure(figures))
        self.tiles["rounds"].show_value(*passed_figure(figures))
        self.tiles["slips"].show_value(*slips_figure(figures))
