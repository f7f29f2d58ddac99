"""The tiles of the first page: read in the background, the first four at once, the others when the lists are there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from qualitydesk.basics.changes import Change
from qualitydesk.basics.errors import Refused
from qualitydesk.kit.keys import Key
from qualitydesk.kit.sparkline import Tile
from qualitydesk.kit.theme import GAP
from qualitydesk.kit.tools import Tools
from qualitydesk.today.model import Figures, Owed, TileName
from qualitydesk.today.service import Today
from qualitydesk.today.ui import tile_words

if TYPE_CHECKING:
    from qualitydesk.today.service import Tiles

FIGURES = frozenset({Change.CASES, Change.ROUNDS, Change.SLIPS})
"""What the first four are read anew for."""
CARES = {
    TileName.FAILS: frozenset({Change.ROUNDS, Change.FINDINGS, Change.STANDARDS, Change.TRENDS}),
    TileName.MEASURES: frozenset({Change.MEASURES}),
    TileName.REQUESTS: frozenset({Change.REQUESTS}),
    TileName.MEMBERS: frozenset(
        {Change.CONTACTS, Change.CUSTOMERS, Change.PURCHASES, Change.TIERS, Change.RULEBOOK, Change.CASES}
    ),
}
"""What each of the others is; all of them when the directory changes."""
_FIRST = (TileName.CASES, TileName.CLOSED, TileName.ROUNDS, TileName.SLIPS)
_ACROSS = 4


class TileBoard(QWidget):
    """Signals: `tile_wanted(TileName)` what a number comes from is asked: a click, Enter on it, or its key;
    `figured` the first four have been read, or could not be."""

    tile_wanted = Signal(object)
    figured = Signal()

    def __init__(self, tools: Tools, today: Today, later: Callable[[], Tiles], parent: QWidget | None = None) -> None:
        """`later` gives the service of the later tiles, on a lane: making it takes imports."""
        super().__init__(parent)
        self._tools = tools
        self._today = today
        self._later = later
        titles = {
            TileName.CASES: self.tr("Open cases"),
            TileName.CLOSED: self.tr("Closed on time this month"),
            TileName.ROUNDS: self.tr("Pass rate this month"),
            TileName.SLIPS: self.tr("Fines this month"),
            TileName.FAILS: self.tr("Items failed this month"),
            TileName.MEASURES: self.tr("Open measures"),
            TileName.REQUESTS: self.tr("Internal requests"),
            TileName.MEMBERS: self.tr("Members to be contacted"),
        }
        self.tiles = {name: Tile(title, asks=True) for name, title in titles.items()}
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GAP)
        for at, (name, tile) in enumerate(self.tiles.items()):
            grid.addWidget(tile, at // _ACROSS, at % _ACROSS)
            grid.setColumnStretch(at % _ACROSS, 1)
            tile.asked.connect(partial(self.tile_wanted.emit, name))
        self.setLayout(grid)
        self.keys = tuple(
            Key(f"Ctrl+Alt+{at}", self.tr("Where it comes from: {title}").format(title=titles[name]), tile.asked.emit)
            for at, (name, tile) in enumerate(self.tiles.items(), 1)
        )

    def read_first(self) -> None:
        """The four that are read at the start."""
        self._tools.operations.read(
            self, self._today.figures, then=self._show_figures, failed=self._no_figures, topic="figures"
        )

    def read_later(self, changes: frozenset[Change]) -> None:
        """Those of the others that are concerned, each by itself."""
        later, language = self._later, self._tools.language

        def fails() -> tile_words.Said:
            chart = later().fails()
            return tile_words.fails_figure(chart, tile_words.course_of(chart, language), language)

        queries: dict[TileName, Callable[[], tile_words.Said]] = {
            TileName.MEMBERS: lambda: tile_words.members_figure(_owed(later())),
            TileName.MEASURES: lambda: tile_words.measures_figure(later().measures(), language),
            TileName.REQUESTS: lambda: tile_words.requests_figure(later().requests(), language),
            TileName.FAILS: fails,
        }
        for name, query in queries.items():
            if Change.DIRECTORY in changes or changes & CARES[name]:
                self._tools.operations.read(
                    self,
                    query,
                    then=partial(self._show, name),
                    failed=partial(self._fail, (name,)),
                    topic=name,
                )

    def _show(self, name: TileName, said: tile_words.Said) -> None:
        number, sentence, course = said
        self.tiles[name].show_value(number, sentence, course if any(course) else ())  # a line of noughts says nothing

    def _show_figures(self, figures: Figures) -> None:
        language = self._tools.language
        self._show(TileName.CASES, tile_words.cases_figure(figures, language))
        self._show(TileName.CLOSED, tile_words.closed_figure(figures))
        self._show(TileName.ROUNDS, tile_words.passed_figure(figures))
        self._show(TileName.SLIPS, tile_words.slips_figure(figures, language))
        self.figured.emit()

    def _no_figures(self, error: Exception) -> bool:
        shown = self._fail(_FIRST, error)
        self.figured.emit()
        return shown

    def _fail(self, names: tuple[TileName, ...], error: Exception) -> bool:
        """Say in their place that they could not be read; whether that tells it all."""
        words = why(self._tools, error)
        for name in names:
            self.tiles[name].show_value(tile_words.NOTHING, words)
        return isinstance(error, Refused)


def why(tools: Tools, error: Exception) -> str:
    """What stands in the place of what could not be read."""
    told = tools.prompts.words_for(error) if isinstance(error, Refused) else ""
    return tile_words.trouble_words(told, tools.language)


def _owed(tiles: Tiles) -> Owed:
    """Before there are rules nothing is owed."""
    try:
        return tiles.members()
    except Refused as refused:
        if refused.code != "no_edition":
            raise
        return Owed(0, 0, ())
