"""Rewards: the list by state, proposed, approved, given with a certificate; the Service Star and the bulletin."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QSplitter, QWidget

from qualitydesk.basics.changes import By, Change
from qualitydesk.basics.phrases import capital, say
from qualitydesk.directory.model import Institution
from qualitydesk.directory.service import Directory
from qualitydesk.kit.card import ExplainCard, Explanation
from qualitydesk.kit.dates import day_words
from qualitydesk.kit.exporting import export
from qualitydesk.kit.keys import Key
from qualitydesk.kit.page import Page
from qualitydesk.kit.pickers import Choice, Picker
from qualitydesk.kit.pieces import hbox
from qualitydesk.kit.scrolled import scroll_column
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, PagedModel
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.papers.ui.preview_dialog import PreviewDialog, suggested_name
from qualitydesk.penalties.model.rewards import Reward, RewardFilter, RewardOffer, RewardState
from qualitydesk.penalties.rules.points import month_before
from qualitydesk.penalties.service import Rewards
from qualitydesk.penalties.service.rewards import BULLETIN, CERTIFICATE
from qualitydesk.penalties.ui.explaining import asks_of, explain_by, why_key
from qualitydesk.penalties.ui.month_picker import MonthPicker
from qualitydesk.penalties.ui.reward_dialogs import RewardApproveDialog, RewardDialog
from qualitydesk.penalties.ui.reward_words import REWARD_TONES, reward_card
from qualitydesk.penalties.ui.star_dialog import StarDialog
from qualitydesk.penalties.ui.words import fen_words

PAUSE = 200  # ms after the last letter typed before the list is searched


class RewardsPage(Page):
    """The next step of a reward is `Ctrl+Return`: approve, then give."""

    concerns = frozenset({Change.REWARDS, Change.DIRECTORY})

    def __init__(
        self, tools: Tools, rewards: Rewards, directory: Directory, by: Callable[[], By], parent: QWidget | None = None
    ) -> None:
        super().__init__(tools, "", parent)
        self.set_title(self.tr("Rewards"))
        self._rewards = rewards
        self._directory = directory
        self._by = by
        self._institutions: Sequence[Institution] = ()
        self._wanted = RewardFilter()
        language = tools.language
        self.month = MonthPicker(optional=True, placeholder=self.tr("All months"))
        self.state = Picker(
            [Choice(one, capital(say(language, f"reward.state.{one}"))) for one in RewardState],
            optional=True,
            placeholder=self.tr("Any state"),
        )
        self.state.setAccessibleName(self.tr("State"))
        self.state.choose(None)
        self.institution = Picker(optional=True, placeholder=self.tr("All institutions"))
        self.institution.setAccessibleName(self.tr("Institution"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Number, staff number or name"))
        self.search.setAccessibleName(self.tr("Search"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(30 * GRID)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self.lines = PagedModel(
            self._columns(),
            tools.operations,
            self._fetch(self._wanted),
            after_of=lambda one, _sort: (one.proposed_at, one.id),
            parent=self,
        )
        empty = self.tr("No rewards. Ctrl+N proposes one, Ctrl+T ranks the month for its Service Star.")
        self.table = Table(self.lines, name=self.tr("Rewards"), empty=empty, tools=tools, remember="rewards")
        self.card = ExplainCard()
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(scroll_column(self.tr("Explanation"), self.card))
        split.setSizes([110 * GRID, 38 * GRID])
        self.body.addLayout(hbox(self.month, self.state, self.institution, self.search, None))
        self.body.addWidget(split, 1)
        self._add_buttons()
        self._join()

    def _add_buttons(self) -> None:
        self.export_button = self.add_button(
            self.tr("Export…"), "download", self._export, sequence="Ctrl+E", gives_way=True
        )
        self.bulletin_button = self.add_button(self.tr("Bulletin…"), "note", self._bulletin, sequence="Ctrl+B")
        self.star_button = self.add_button(self.tr("Service Star…"), "award", self._star, sequence="Ctrl+T")
        self.paper_button = self.add_button(self.tr("Certificate"), "printer", self._paper, sequence="Ctrl+P")
        self.withdraw_button = self.add_button(
            self.tr("Withdraw…"), "undo", self._withdraw, role="danger", sequence="Ctrl+D"
        )
        self.approve_button = self.add_button(self.tr("Approve…"), "signature", self._approve)
        self.give_button = self.add_button(self.tr("Give"), "check", self._give)
        self.new_button = self.add_button(self.tr("Propose…"), "plus", self.begin, role="primary", sequence="Ctrl+N")
        self.bind(
            Key("Ctrl+Return", self.tr("Approve or give, whichever is next"), self._next),
            Key("Ctrl+F", self.tr("Search"), self.search.setFocus),
            why_key(),
        )

    def _join(self) -> None:
        for picker in (self.month, self.state, self.institution):
            picker.picked.connect(lambda _key: self._filter())
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self._pause.timeout.connect(self._filter)
        self.table.picked.connect(self._show)
        self.table.opened.connect(lambda _row: self._next())
        explain_by(self.table, self._why)
        self.lines.loaded.connect(self._stand_on_newest)
        self._show(None)

    def _columns(self) -> Sequence[Column]:
        language = self.tools.language
        return (
            Column(self.tr("Number"), lambda one: one.number, width=152),
            Column(self.tr("Employee"), lambda one: f"{one.employee} ({one.employee_number})", width=144),
            Column(self.tr("What for"), lambda one: capital(say(language, f"reward.kind.{one.kind}")), stretch=True),
            Column(self.tr("Level"), lambda one: capital(say(language, f"reward.grade.{one.grade}")), width=80),
            Column(
                self.tr("Sum"), lambda one: one.amount, text=fen_words, align="right", width=96, asks=asks_of("amount")
            ),
            Column(self.tr("Day"), lambda one: one.deed_on, text=day_words, align="right", width=104),
            Column(
                self.tr("State"),
                lambda one: capital(say(language, f"reward.state.{one.state}")),
                tone=lambda one: REWARD_TONES[one.state],
                width=88,
            ),
        )

    def refresh(self, changes: frozenset[Change]) -> None:
        """The list; institutions and months when the directory changed."""
        read = self.tools.operations.read
        if Change.DIRECTORY in changes:
            read(self, self._directory.institutions, then=self._show_institutions, topic="institutions")
            read(self, self._directory.today, then=lambda day: self.month.offer_until(day, None), topic="today")
        self.lines.reload()

    def _show_institutions(self, found: Sequence[Institution]) -> None:
        self._institutions = found
        self.institution.show_choices([Choice(one.id, one.name, one.code) for one in found])
        self.institution.setVisible(len(found) > 1)

    def _fetch(self, wanted: RewardFilter) -> Callable[[Any, int, str, bool], Sequence[Reward]]:
        def fetch(after: Any, limit: int, _sort: str, _descending: bool) -> Sequence[Reward]:
            return self._rewards.lines(wanted, after=after, limit=limit)

        return fetch

    def _filter(self) -> None:
        state, institution = self.state.chosen(), self.institution.chosen()
        wanted = RewardFilter(
            RewardState(str(state)) if state is not None else None,
            institution if isinstance(institution, UUID) else None,
            month=self.month.month(),
            text=self.search.text().strip(),
        )
        if wanted != self._wanted:
            self._wanted = wanted
            self.lines.use(self._fetch(wanted))

    def _stand_on_newest(self, rows: int) -> None:
        if rows and self.table.current_row() is None:
            self.table.selectRow(0)

    def _current(self) -> Reward | None:
        row = self.table.current_row()
        return row if isinstance(row, Reward) else None

    def _show(self, row: object) -> None:
        one = row if isinstance(row, Reward) else None
        state = one.state if one else None
        self.approve_button.setVisible(state is RewardState.PROPOSED)
        self.give_button.setVisible(state is RewardState.APPROVED)
        self.withdraw_button.setEnabled(state not in (None, RewardState.WITHDRAWN))
        self.paper_button.setEnabled(state not in (None, RewardState.WITHDRAWN))
        self.card.setVisible(one is not None)
        if one is not None:
            self.card.show_explanation(reward_card(one, self.tools.language))

    def _why(self, one: Reward) -> tuple[str, list[Explanation]]:
        title = self.tr("Why this reward? {number}").format(number=one.number)
        return title, [reward_card(one, self.tools.language)]

    def _next(self) -> None:
        for made in (self.approve_button, self.give_button):
            if made.isVisible() and made.isEnabled():
                made.click()
                return

    def begin(self) -> None:
        """Open the dialog for a new proposal."""
        self._with_offer(lambda offer: RewardDialog(self.tools, self._rewards, offer, self._by(), self.window()).open())

    def _star(self) -> None:
        self._with_offer(
            lambda offer: StarDialog(
                self.tools, self._rewards, offer, self._institutions, self._by(), self.window()
            ).open()
        )

    def _approve(self) -> None:
        if (one := self._current()) is None:
            return
        self._with_offer(
            lambda offer: RewardApproveDialog(self.tools, self._rewards, one, offer, self._by(), self.window()).open()
        )

    def _with_offer(self, then: Callable[[RewardOffer], object]) -> None:
        self.tools.operations.read(self, self._rewards.offer, then=then, topic="dialog")

    def _give(self) -> None:
        if (one := self._current()) is None:
            return
        words = self.tr("{number}, {name}: the certificate goes into the archive; money is paid with the settlement.")
        give = partial(self._rewards.give, language=self.tools.language)
        self.tools.prompts.ask(
            self.window(),
            self.tr("Give the reward"),
            words.format(number=one.number, name=one.employee),
            yes=self.tr("Give"),
            then=lambda: self.tools.operations.write(give, one.id, one.revision, self._by(), asker=self),
        )

    def _withdraw(self) -> None:
        if (one := self._current()) is None:
            return
        words = self.tr("{number} keeps its number; what was paid is taken back in the next settlement. Why?")
        self.tools.prompts.ask_text(
            self.window(),
            self.tr("Withdraw the reward"),
            words.format(number=one.number),
            yes=self.tr("Withdraw"),
            then=lambda reason: self.tools.operations.write(
                self._rewards.withdraw, one.id, one.revision, reason, self._by(), asker=self
            ),
        )

    def _paper(self) -> None:
        if (one := self._current()) is not None:
            title = self.tr("Certificate {number}").format(number=one.number)
            query = partial(self._rewards.certificate, one.id, self.tools.language)
            PreviewDialog(
                self.tools, title, query, suggested_name(title), kind=CERTIFICATE, parent=self.window()
            ).open()

    def _bulletin(self) -> None:
        """Of the month shown, else of the month before today's: a draft, or issued for good."""

        def show(today: date) -> None:
            month = self.month.month() or month_before(today.replace(day=1))
            words = self.tr("Bulletin of {month}: honours and published sanctions.")
            self.tools.prompts.choose(
                self.window(),
                self.tr("Monthly bulletin"),
                words.format(month=f"{month:%Y-%m}"),
                [(self._look_at, self.tr("Look at a draft")), (self._issue_bulletin, self.tr("Issue and keep it"))],
                then=lambda way: way(month) if callable(way) else None,
            )

        self.tools.operations.read(self, self._directory.today, then=show, topic="bulletin")

    def _look_at(self, month: date) -> None:
        query = partial(self._rewards.preview_bulletin, month, self._by(), self.tools.language)
        self._open_bulletin(self.tr("Draft of the bulletin {month}").format(month=f"{month:%Y-%m}"), query)

    def _issue_bulletin(self, month: date) -> None:
        def issued(paper_id: object) -> None:
            if isinstance(paper_id, UUID):
                title = self.tr("Bulletin {month}").format(month=f"{month:%Y-%m}")
                self._open_bulletin(title, partial(self._rewards.paper, paper_id))

        issue = partial(self._rewards.issue_bulletin, language=self.tools.language)
        self.tools.operations.write(issue, month, self._by(), then=issued, asker=self)

    def _open_bulletin(self, title: str, query: Callable[[], bytes]) -> None:
        PreviewDialog(self.tools, title, query, suggested_name(title), kind=BULLETIN, parent=self.window()).open()

    def _export(self) -> None:
        wanted, language = self._wanted, self.tools.language
        title = self.tr("Export rewards")
        export(self.tools, self, title, self.tr("Rewards"), lambda path: self._rewards.export(path, wanted, language))
