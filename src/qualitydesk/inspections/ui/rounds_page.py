"""Rounds: the list with its filters; a new round, going on with an open one, the result of a finished one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import By, Change
from qualitydesk.basics.phrases import say
from qualitydesk.directory.model import EmployeeFilter
from qualitydesk.directory.service import Directory
from qualitydesk.inspections.model import RoundFilter, RoundLine, RoundState
from qualitydesk.inspections.service import Rounds, Standards
from qualitydesk.inspections.ui.recheck_bar import Asking
from qualitydesk.inspections.ui.round_dialog import Offer, RoundDialog, read_offer
from qualitydesk.inspections.ui.round_filters import RoundFilters, RoundOffer
from qualitydesk.inspections.ui.words import NOTHING, passed_tone, passed_words, percent, state_words
from qualitydesk.kit.dates import moment_words
from qualitydesk.kit.exporting import export
from qualitydesk.kit.keys import Key
from qualitydesk.kit.page import Page
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, PagedModel
from qualitydesk.kit.tools import Tools

_STATE_TONES = {RoundState.OPEN: "info", RoundState.FINISHED: "", RoundState.ABANDONED: "muted"}


class RoundsPage(Page):
    """The list of rounds, newest first.

    Signals: `walk_wanted(UUID)` an open round is to be walked; `result_wanted(UUID)` a result is to be read;
    `papers_wanted(list of RoundLine)` something is to be printed, for the rounds chosen or without them.
    """

    concerns = frozenset({Change.ROUNDS, Change.ANSWERS, Change.DIRECTORY})
    walk_wanted = Signal(object)
    result_wanted = Signal(object)
    papers_wanted = Signal(object)

    def __init__(
        self,
        tools: Tools,
        rounds: Rounds,
        standards: Standards,
        directory: Directory,
        by: Callable[[], By],
        parent: QWidget | None = None,
        *,
        rechecks: Asking | None = None,
    ) -> None:
        super().__init__(tools, "", parent)
        self._rechecks = rechecks
        self.set_title(self.tr("Rounds"))
        self._rounds = rounds
        self._standards = standards
        self._directory = directory
        self._by = by
        self._nobody = False
        self._wanted_round: UUID | None = None
        self.filters = RoundFilters(tools.language)
        self.institution, self.kind, self.state = self.filters.institution, self.filters.kind, self.filters.state
        self.clear = self.filters.clear
        self.filters.changed.connect(self._filter)
        self.lines = PagedModel(
            self._columns(),
            tools.operations,
            self._fetch(RoundFilter()),
            after_of=lambda line, _sort: (line.started_at, line.id),
            parent=self,
        )
        self.table = Table(
            self.lines,
            name=self.tr("Rounds"),
            empty=self._empty_words(),
            tools=tools,
            remember="rounds",
            many=True,
        )
        self.filters.settled.connect(self.table.setFocus)
        self.body.addWidget(self.filters)
        self.body.addWidget(self.table)
        self.body.setStretch(1, 1)
        self.add_button(self.tr("Export…"), "download", self._export, role="quiet", sequence="Ctrl+E")
        self.bind(
            Key("Return", self.tr("Continue an open round, else its result")),
            Key("Ctrl+F", self.tr("Search"), self.filters.search.setFocus),
        )
        self.give_up = self.add_button(
            self.tr("Give up round…"),
            "x",
            self._ask_reason,
            role="quiet",
            sequence="Del",
            words=self.tr("Give up round"),
        )
        self.papers = self.add_button(
            self.tr("Papers…"), "printer", self._papers, sequence="Ctrl+P", words=self.tr("Papers of the rounds chosen")
        )
        self.go_on = self.add_button(self.tr("Continue"), "play", self._continue, sequence="Ctrl+Return")
        self.result = self.add_button(self.tr("Result"), "flag", self._result, sequence="Ctrl+R")
        self.add_button(self.tr("New round"), "plus", self.begin, role="primary", sequence="Ctrl+N")
        self.table.picked.connect(self._offer)
        self.table.opened.connect(self._open)
        self.lines.loaded.connect(self._stand_on_newest)
        self._offer(None)

    def _papers(self) -> None:
        self.papers_wanted.emit(self.table.chosen_rows())

    def _columns(self) -> Sequence[Column]:
        language = self.tools.language
        return (
            Column(self.tr("Number"), lambda line: line.number, width=160),
            Column(self.tr("Kind"), lambda line: say(language, f"round_kind.{line.kind.value}"), width=112),
            Column(self.tr("Institution"), lambda line: line.institution, stretch=True),
            Column(self.tr("Led by"), lambda line: line.inspectors, width=96),
            Column(self.tr("Started"), lambda line: line.started_at, text=moment_words, align="right", width=136),
            Column(self.tr("Stops"), lambda line: line.people, align="right", width=64),
            Column(self.tr("Answered"), lambda line: f"{line.answered} / {line.total}", align="right", width=96),
            Column(
                self.tr("Failed"),
                lambda line: line.failed,
                tone=lambda line: "danger" if line.failed else "",
                align="right",
                width=72,
            ),
            Column(self.tr("Score"), _share, align="right", width=80),
            Column(self.tr("Verdict"), _verdict, tone=_tone, tip=self._more, width=88),
        )

    def _more(self, line: RoundLine) -> str:
        """Why it was given up, or that answers were corrected."""
        if line.corrected:
            return self.tr("Answers corrected after it was finished: {count}").format(count=line.corrected)
        return line.reason

    def _fetch(self, wanted: RoundFilter) -> Callable[[Any, int, str, bool], Sequence[RoundLine]]:
        def fetch(
            after: tuple[datetime, UUID] | None, limit: int, _sort: str, _descending: bool
        ) -> Sequence[RoundLine]:
            return self._rounds.lines(wanted, after=after, limit=limit)

        return fetch

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.table.setFocus()  # the list is what the page is opened for, not its filters

    def refresh(self, changes: frozenset[Change]) -> None:
        """Rounds anew; institutions only when the directory changed."""
        if Change.DIRECTORY in changes:
            self.tools.operations.read(self, self._read_offer, then=self.filters.show_offer, topic="filters")
            self.tools.operations.read(self, self._directory.count_people, EmployeeFilter(), then=self._hear_people)
        self.lines.reload()

    def _read_offer(self) -> RoundOffer:
        there = tuple(self._directory.institutions())
        return RoundOffer(there, tuple(self._rounds.inspectors()), self._directory.today())

    def wanted(self) -> RoundFilter:
        """The filter as it stands."""
        return self.filters.wanted()

    def _export(self) -> None:
        write = partial(_written, self._rounds, self.wanted(), self.tools.language)
        export(self.tools, self, self.tr("Export rounds"), self.tr("Rounds"), write)

    def begin(self) -> None:
        """Ask for a new round; when it is begun it is walked at once."""
        self.tools.operations.read(self, read_offer, self._directory, self._standards, self._rounds, then=self._ask)

    def _ask(self, offer: Offer) -> None:
        dialog = RoundDialog(self.tools, self._rounds, offer, self._by, parent=self, rechecks=self._rechecks)
        dialog.writes(self._rounds.open_round, self._by(), then=self.walk_wanted.emit)
        dialog.open()

    def _hear_people(self, people: int) -> None:
        """Whoever founded the group stands there alone at first: nobody inspects himself, so there is nobody yet."""
        self._nobody = people < 2
        self._say_empty()

    def _empty_words(self) -> str:
        if self._nobody:
            return self.tr('Enter departments and people under "Directory" first, then begin a new round.')
        return self.tr('No rounds yet. Begin the first with "New round".')

    def _say_empty(self) -> None:
        nothing = self.wanted() == RoundFilter()
        filtered = self.tr('No round matches. "Show all" takes the filters away.')
        self.table.say_empty(self._empty_words() if nothing else filtered)

    def stand_on(self, round_id: UUID) -> None:
        """Put the cursor on a round, now or once the list is read: Enter goes on with it."""
        self._wanted_round = None if self.table.select_key(round_id) else round_id

    def _stand_on_newest(self, rows: int) -> None:
        """Whoever opens the list goes on with what he did last: one key, without choosing a row first."""
        wanted, self._wanted_round = self._wanted_round, None
        if wanted is not None and self.table.select_key(wanted):
            return
        if rows and self.table.current_row() is None:
            self.table.selectRow(0)

    def _filter(self) -> None:
        self._say_empty()
        self.lines.use(self._fetch(self.wanted()))

    def _offer(self, line: RoundLine | None) -> None:
        self.go_on.setEnabled(line is not None and line.state is RoundState.OPEN)
        self.give_up.setEnabled(line is not None and line.state is RoundState.OPEN)
        self.result.setEnabled(line is not None)

    def _open(self, line: RoundLine) -> None:
        """Enter: an open round goes on, any other shows its result."""
        (self.walk_wanted if line.state is RoundState.OPEN else self.result_wanted).emit(line.id)

    def _line(self) -> RoundLine | None:
        found = self.table.current_row()
        return found if isinstance(found, RoundLine) else None

    def _continue(self) -> None:
        if (line := self._line()) is not None and line.state is RoundState.OPEN:
            self.walk_wanted.emit(line.id)

    def _ask_reason(self) -> None:
        if (line := self._line()) is None or line.state is not RoundState.OPEN:
            return
        self.tools.prompts.ask_text(
            self,
            self.tr("Give up round"),
            self.tr(
                "{number}, {answered} of {total} answered. Its number and answers are kept, but nothing failed in it "
                "counts, and it cannot be taken up again. Why is it given up?"
            ).format(number=line.number, answered=line.answered, total=line.total),
            yes=self.tr("Give up round"),
            then=lambda reason: self._give_up(line.id, reason),
        )

    def _give_up(self, round_id: UUID, reason: str) -> None:
        self.tools.operations.write(self._rounds.abandon_round, round_id, reason, self._by(), asker=self)

    def _result(self) -> None:
        if (line := self._line()) is not None:
            self.result_wanted.emit(line.id)


def _share(line: RoundLine) -> str:
    return NOTHING if line.share < 0 else percent(Fraction(line.share, 1_000_000))


def _verdict(line: RoundLine) -> str:
    return passed_words(line.passed) if line.state is RoundState.FINISHED else state_words(line.state)


def _tone(line: RoundLine) -> str:
    return passed_tone(line.passed) if line.state is RoundState.FINISHED else _STATE_TONES[line.state]


def _written(rounds: Rounds, wanted: RoundFilter, language: str, path: Path) -> int:
    return rounds.export_lines(path, wanted, language)
