"""Staff points of a month: entries, sums by employee and team, and what is proposed from them; each explained."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QSplitter, QTabWidget, QWidget

from qualitydesk.basics import money
from qualitydesk.basics.changes import By, Change
from qualitydesk.basics.clock import SystemClock
from qualitydesk.basics.phrases import capital, say
from qualitydesk.directory.model import Institution
from qualitydesk.directory.service import Directory
from qualitydesk.kit.card import ExplainCard, Explanation
from qualitydesk.kit.exporting import export
from qualitydesk.kit.keys import Key
from qualitydesk.kit.page import Page
from qualitydesk.kit.pickers import Choice, Picker
from qualitydesk.kit.pieces import hbox
from qualitydesk.kit.scrolled import scroll_column
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import PagedModel, TableModel
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.penalties.model.points import (
    Consequence,
    PersonMonth,
    PointsFilter,
    PointsLine,
    PointsMonth,
    PointsOffer,
    PointsState,
    TeamMonth,
)
from qualitydesk.penalties.service import Consequences, StaffPoints
from qualitydesk.penalties.ui.explaining import explain_by, why_key
from qualitydesk.penalties.ui.month_picker import MonthPicker
from qualitydesk.penalties.ui.points_columns import entry_columns, follow_columns, person_columns, team_columns
from qualitydesk.penalties.ui.points_dialog import PointsDialog
from qualitydesk.penalties.ui.reward_words import consequence_card, person_month_card, points_card, team_month_card
from qualitydesk.penalties.ui.verdict_dialog import ask_verdict

PAUSE = 200  # ms after the last letter typed before the list is searched


class PointsPage(Page):
    """`Ctrl+N` enters; the month's sums follow every entry."""

    concerns = frozenset({Change.POINTS, Change.DIRECTORY, Change.RULEBOOK})

    def __init__(
        self,
        tools: Tools,
        points: StaffPoints,
        directory: Directory,
        by: Callable[[], By],
        consequences: Consequences | None = None,
        *,
        now: Callable[[], datetime] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent)
        self.set_title(self.tr("Staff points"))
        self._points = points
        self._directory = directory
        self._by = by
        self._consequences = consequences
        self._now = now or SystemClock().now
        self._offer = PointsOffer((), ())
        self._wanted = PointsFilter()
        self._asked = False
        self._wished: date | None = None  # asked for before the months could be offered
        self.month = MonthPicker()
        self.institution = Picker(optional=True, placeholder=self.tr("All institutions"))
        self.institution.setAccessibleName(self.tr("Institution"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Staff number, name or note"))
        self.search.setAccessibleName(self.tr("Search"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(26 * GRID)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._make_tables()
        self.card = ExplainCard()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        for table, words in (
            (self.entry_table, self.tr("Entries")),
            (self.person_table, self.tr("By employee")),
            (self.team_table, self.tr("By team")),
            (self.follow_table, self.tr("What follows")),
        ):
            self.tabs.addTab(table, words)
        side = scroll_column(self.tr("Explanation"), self.card)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.tabs)
        split.addWidget(side)
        split.setSizes([110 * GRID, 38 * GRID])
        self.body.addLayout(hbox(self.month, self.institution, self.search, None))
        self.body.addWidget(split, 1)
        self._add_buttons()
        self._join()

    def _make_tables(self) -> None:
        language, tools = self.tools.language, self.tools
        self.entries = PagedModel(
            entry_columns(language),
            tools.operations,
            self._fetch(self._wanted),
            after_of=lambda line, _sort: (line.at, line.id),
            parent=self,
        )
        self.people = TableModel(person_columns(), key=lambda row: row.employee_id, parent=self)
        self.teams = TableModel(team_columns(), key=lambda row: row.department_id, parent=self)
        self.follows = TableModel(follow_columns(language), key=lambda row: row.key, parent=self)
        empty = self.tr("No points in this month. Ctrl+N enters the first: employee, act, done.")
        self.entry_table = Table(self.entries, name=self.tr("Entries"), empty=empty, tools=tools, remember="points")
        self.person_table = Table(self.people, name=self.tr("By employee"), empty=empty)
        self.team_table = Table(
            self.teams,
            name=self.tr("By team"),
            empty=self.tr("No team has points in this month: a team gets them for praise and for third acts of a day."),
        )
        self.follow_table = Table(
            self.follows, name=self.tr("What follows"), empty=self.tr("Nothing follows from this month's points.")
        )

    def _add_buttons(self) -> None:
        self.export_button = self.add_button(self.tr("Export…"), "download", self._export, sequence="Ctrl+E")
        self.withdraw_button = self.add_button(
            self.tr("Withdraw…"), "undo", self._withdraw, role="danger", sequence="Ctrl+D"
        )
        self.correct_button = self.add_button(self.tr("Correct…"), "pencil", self._correct, sequence="F2")
        self.decide_button = self.add_button(
            self.tr("Decide…"), "scale", self._decide, sequence="Ctrl+Y", words=self.tr("Decide on the proposal")
        )
        self.enter_button = self.add_button(
            self.tr("Enter points…"), "plus", self.begin, role="primary", sequence="Ctrl+N"
        )
        self.bind(
            Key("Ctrl+F", self.tr("Search"), self.search.setFocus),
            why_key(),
            Key("Return", self.tr("Correct the entry, or decide on the proposal")),
            Key("Ctrl+PgDown", self.tr("Next tab"), partial(self._turn, 1)),
            Key("Ctrl+PgUp", self.tr("Previous tab"), partial(self._turn, -1)),
        )

    def _join(self) -> None:
        self.month.picked.connect(lambda _key: self._filter())
        self.institution.picked.connect(lambda _key: self._filter())
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self._pause.timeout.connect(self._filter)
        self.entry_table.opened.connect(lambda _row: self._correct())
        self.follow_table.opened.connect(lambda _row: self._decide())
        for table in (self.entry_table, self.person_table, self.team_table, self.follow_table):
            table.picked.connect(lambda _row: self._explain(self._current()))
            explain_by(table, lambda row: (self.tr("Why these points?"), self._explained(row)))
        self.entries.loaded.connect(self._stand_on_newest)
        self.tabs.currentChanged.connect(lambda _at: self._explain(self._current()))
        self._explain(None)

    def refresh(self, changes: frozenset[Change]) -> None:
        """Entries and sums of the month shown; who may be entered when the directory or the rule changed."""
        read = self.tools.operations.read
        if changes & {Change.DIRECTORY, Change.RULEBOOK}:
            read(self, self._points.offer, then=self._show_offer, topic="offer")
            read(self, self._directory.institutions, then=self._show_institutions, topic="institutions")
        if self._asked:
            self.entries.reload()
            self._sum()

    def _show_offer(self, offer: PointsOffer) -> None:
        self._offer = offer
        posts, words = " / ".join(offer.posts), self.tr("On the points scheme: {posts}; 1 point = {money}")
        self.set_note(words.format(posts=posts, money=money.words(offer.fen_per_point)))
        if not self._asked and offer.day is not None:
            self.month.offer_until(offer.day, self._wished or offer.day.replace(day=1))
            self._filter()

    def _show_institutions(self, found: Sequence[Institution]) -> None:
        self.institution.show_choices([Choice(one.id, one.name, one.code) for one in found])
        self.institution.setVisible(len(found) > 1)

    def _fetch(self, wanted: PointsFilter) -> Callable[[Any, int, str, bool], Sequence[PointsLine]]:
        def fetch(after: Any, limit: int, _sort: str, _descending: bool) -> Sequence[PointsLine]:
            return self._points.lines(wanted, after=after, limit=limit)

        return fetch

    def _filter(self) -> None:
        institution = self.institution.chosen()
        wanted = PointsFilter(
            self.month.month(),
            institution if isinstance(institution, UUID) else None,
            text=self.search.text().strip(),
        )
        if self._asked and wanted == self._wanted:
            return
        self._asked, self._wanted = True, wanted
        self.entries.use(self._fetch(wanted))
        self._sum()

    def _sum(self) -> None:
        month = self._wanted.month
        if month is not None:
            query = partial(self._points.month, month, self._wanted.institution_id)
            self.tools.operations.read(self, query, then=self._show_sums, topic="sums")

    def _show_sums(self, found: PointsMonth) -> None:
        self.people.show_rows(found.people)
        self.teams.show_rows(found.teams)
        self.follows.show_rows(found.follows)
        for table in (self.person_table, self.follow_table):
            if table.current_row() is None:
                table.selectRow(0)
        words = self.tr("What follows ({count})") if found.follows else self.tr("What follows")
        self.tabs.setTabText(3, words.format(count=len(found.follows)))

    def _stand_on_newest(self, rows: int) -> None:
        if rows and self.entry_table.current_row() is None:
            self.entry_table.selectRow(0)

    def _current(self) -> object:
        table = self.tabs.currentWidget()
        return table.current_row() if isinstance(table, Table) else None

    def _turn(self, by: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % self.tabs.count())
        if (table := self.tabs.currentWidget()) is not None:
            table.setFocus()

    def _explain(self, row: object) -> None:
        stands = isinstance(row, PointsLine) and row.state is PointsState.STANDS
        self.correct_button.setEnabled(stands)
        self.withdraw_button.setEnabled(stands)
        self.decide_button.setVisible(self.tabs.currentWidget() is self.follow_table)
        self.decide_button.setEnabled(isinstance(row, Consequence))
        blocks = self._explained(row)
        self.card.setVisible(bool(blocks))
        self.card.show_explanation(*blocks)

    def _explained(self, row: object) -> list[Explanation]:
        """Why a row says what it says; [] of none."""
        language, fen = self.tools.language, self._offer.fen_per_point
        if isinstance(row, PointsLine):
            base = next((one.points for one in self._offer.acts if one.act == row.act), row.points)
            return [points_card(row, base, language, self._offer.third)]
        if isinstance(row, PersonMonth):
            return [person_month_card(row, fen)]
        if isinstance(row, TeamMonth):
            return [team_month_card(row, fen)]
        return [consequence_card(row, language)] if isinstance(row, Consequence) else []

    def begin(self) -> None:
        """Open the dialog for new entries."""
        self._open(None)

    def _open(self, old: PointsLine | None) -> None:
        def show(offer: PointsOffer) -> None:
            PointsDialog(self.tools, self._points, offer, self._now(), self._by(), old=old, parent=self.window()).open()

        day: date | None = old.day if old else None
        self.tools.operations.read(self, partial(self._points.offer, day), then=show, topic="dialog")

    def show_follows(self, month: date) -> None:
        """Stand on what follows from the points of a month."""
        self._wished = month
        if self._asked:
            self.month.choose(month)
            self._filter()
        self.tabs.setCurrentWidget(self.follow_table)
        self.follow_table.setFocus()

    def _decide(self) -> None:
        row = self.follow_table.current_row()
        if isinstance(row, Consequence) and self._consequences is not None:
            ask_verdict(self.tools, self._consequences, row, self._by, self, self.window())

    def _correct(self) -> None:
        row = self.entry_table.current_row()
        if isinstance(row, PointsLine) and row.state is PointsState.STANDS:
            self._open(row)

    def _withdraw(self) -> None:
        row = self.entry_table.current_row()
        if not isinstance(row, PointsLine):
            return
        words = self.tr("{name}, {act}, {day}: the entry stays in the list, but no longer counts. Why?")
        self.tools.prompts.ask_text(
            self.window(),
            self.tr("Withdraw the entry"),
            words.format(name=row.employee, act=say(self.tools.language, f"points.act.{row.act}"), day=row.day),
            yes=self.tr("Withdraw"),
            then=lambda reason: self.tools.operations.write(
                self._points.withdraw, row.id, row.revision, reason, self._by(), asker=self
            ),
        )

    def _export(self) -> None:
        wanted = replace(self._wanted)
        title = self.tr("Export points")
        name = capital(self.tr("Points {month}").format(month=f"{wanted.month:%Y-%m}" if wanted.month else ""))
        language = self.tools.language
        export(self.tools, self, title, name, lambda path: self._points.export(path, wanted, language))
