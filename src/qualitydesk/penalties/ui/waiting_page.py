"""Finished rounds in which somebody was found on and nobody has decided yet: each one step from its proposals."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import Change
from qualitydesk.basics.clock import local_day
from qualitydesk.basics.phrases import say
from qualitydesk.kit.dates import day_long
from qualitydesk.kit.keys import Key
from qualitydesk.kit.page import Page
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.tools import Tools
from qualitydesk.penalties.model import WaitingRound
from qualitydesk.penalties.service import Penalties
from qualitydesk.penalties.service.waiting import WAITING_DAYS


class WaitingPage(Page):
    """The rounds that wait for a decision, newest first.

    Signals: `round_wanted(UUID)` its proposals are to be looked at.
    """

    concerns = frozenset({Change.SLIPS, Change.FINDINGS, Change.ROUNDS})
    round_wanted = Signal(object)

    def __init__(self, tools: Tools, penalties: Penalties, parent: QWidget | None = None) -> None:
        super().__init__(tools, "", parent)
        self.set_title(self.tr("Proposals waiting"))
        self._penalties = penalties
        self.rounds = TableModel(self._columns(), parent=self)
        empty = self.tr(
            "No proposals are waiting. They come here when a round is finished in which an employee failed an item."
        )
        self.table = Table(
            self.rounds, name=self.tr("Rounds with proposals waiting"), empty=empty, tools=tools, remember="waiting"
        )
        self.body.addWidget(self.table)
        self.bind(Key("Return", self.tr("Open the proposals of the round")))
        self.table.opened.connect(self._open)

    def _columns(self) -> Sequence[Column]:
        language = self.tools.language
        return (
            Column(self.tr("Round"), lambda one: one.number, width=168),
            Column(self.tr("Kind"), lambda one: say(language, f"round_kind.{one.kind}"), width=120),
            Column(self.tr("Institution"), lambda one: one.institution, stretch=True, elide="left"),
            Column(self.tr("Day"), lambda one: local_day(one.started_at), text=day_long, align="right", width=136),
            Column(self.tr("People waiting"), lambda one: one.people, align="right", width=104),
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.table.setFocus()

    def refresh(self, changes: frozenset[Change]) -> None:
        """Read anew which rounds wait."""
        self.tools.operations.read(self, self._penalties.waiting_rounds, then=self._show)

    def _show(self, found: Sequence[WaitingRound]) -> None:
        self.rounds.show_rows(found)
        words = self.tr("{rounds} rounds, {people} people · of the last {days} days")
        people = sum(one.people for one in found)
        self.set_note(words.format(rounds=len(found), people=people, days=WAITING_DAYS) if found else "")
        if found and self.table.current_row() is None:
            self.table.selectRow(0)

    def _open(self, row: object) -> None:
        if isinstance(row, WaitingRound):
            self.round_wanted.emit(row.id)
