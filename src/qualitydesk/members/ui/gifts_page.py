"""Gifts that points buy: what one costs, what lies in stock; taken in, counted, changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QPushButton, QWidget

from qualitydesk.basics.changes import By, Change
from qualitydesk.basics.phrases import say
from qualitydesk.directory.service import Directory
from qualitydesk.directory.ui.records import show_record
from qualitydesk.kit.dates import moment_words
from qualitydesk.kit.exporting import export
from qualitydesk.kit.keys import Key
from qualitydesk.kit.page import Page
from qualitydesk.kit.pieces import label, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model.points import Gift, GiftMove
from qualitydesk.members.rules.records import GIFT_RECORD
from qualitydesk.members.service import MemberPoints
from qualitydesk.members.ui.points_dialogs import GiftDialog, StockDialog


class GiftsPage(Page):
    """The gifts, and under them how the stock of the one under the cursor came to be."""

    concerns = frozenset({Change.GIFTS})

    def __init__(
        self, tools: Tools, points: MemberPoints, directory: Directory, by: Callable[[], By],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(tools, "", parent)
        self.set_title(self.tr("Gifts"))
        self._points = points
        self._directory = directory
        self._by = by
        self.gifts = TableModel(self._columns(), parent=self)
        empty = self.tr('No gift yet. "New gift" (Ctrl+N) enters one that points can buy.')
        self.table = Table(self.gifts, name=self.tr("Gifts"), empty=empty, tools=tools, remember="gifts")
        self.moves = TableModel(self._move_columns(), parent=self)
        self.move_table = Table(
            self.moves, name=self.tr("How the stock came to be"), empty=self.tr("Nothing has come in yet.")
        )
        below = QWidget()
        below.setLayout(vbox(label(self.tr("How the stock came to be"), "section"), self.move_table, gap=GRID))
        self.body.addWidget(self.table)
        self.body.addWidget(below)
        self.body.setStretch(0, 3)
        self.body.setStretch(1, 2)
        self.take_in = self._act(self.tr("Take in…"), "plus", partial(self._ask_stock, False), "Ctrl+I")
        self.count = self._act(self.tr("Count…"), "check", partial(self._ask_stock, True), "Ctrl+D")
        self.change = self._act(self.tr("Change…"), "pencil", self._ask_gift, "F2")
        self.record = self._act(self.tr("History…"), "clock", self._show_record, "Ctrl+H")
        self.add_button(self.tr("Export…"), "download", self._export, role="quiet", sequence="Ctrl+E")
        self.add_button(self.tr("New gift"), "plus", self.add_gift, role="primary", sequence="Ctrl+N")
        self.bind(Key("Return", self.tr("Change the gift under the cursor")))
        self.table.picked.connect(self._picked)
        self.table.opened.connect(lambda _gift: self.change.click())
        self._picked(None)

    def _act(self, words: str, icon_name: str, do: Callable[[Gift], object], sequence: str) -> QPushButton:
        """A button for the gift under the cursor."""

        def act() -> None:
            gift = self.table.current_row()
            if isinstance(gift, Gift):
                do(gift)

        return self.add_button(words, icon_name, act, role="quiet", sequence=sequence, words=words.rstrip("…"))

    def _columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("Gift"), lambda gift: gift.name, width=224, sort="name"),
            Column(self.tr("Points for one"), lambda gift: gift.points, align="right", width=120, sort="points"),
            Column(
                self.tr("In stock"), lambda gift: gift.stock, tone=lambda gift: "" if gift.stock else "warning",
                align="right", width=96, sort="stock",
            ),
            Column(self.tr("Redeemed"), lambda gift: gift.redeemed, align="right", width=96, sort="redeemed"),
            Column(
                self.tr("State"), lambda gift: self.tr("Offered") if gift.active else self.tr("Not offered"),
                tone=lambda gift: "" if gift.active else "muted", width=96, sort="active",
            ),
            Column(self.tr("Note"), lambda gift: gift.note.replace("\n", " "), stretch=True),
        )  # fmt: skip

    def _move_columns(self) -> Sequence[Column]:
        language = self.tools.language
        return (
            Column(self.tr("When"), lambda move: move.at, text=moment_words, align="right", width=144),
            Column(self.tr("What"), lambda move: say(language, f"gift_move.{move.kind}"), width=88),
            Column(self.tr("How many"), lambda move: f"{move.quantity:+d}".replace("-", "−"), align="right", width=88),
            Column(self.tr("By"), lambda move: move.by, width=96),
            Column(self.tr("Reason"), lambda move: move.reason, stretch=True),
        )

    def refresh(self, changes: frozenset[Change]) -> None:
        self.tools.operations.read(self, self._points.gifts, then=self._show, topic="gifts")

    def _show(self, gifts: list[Gift]) -> None:
        self.gifts.show_rows(gifts)
        self.set_note(self.tr("1 gift") if len(gifts) == 1 else self.tr("{count} gifts").format(count=len(gifts)))
        if gifts and self.table.current_row() is None:
            self.table.selectRow(0)
        self._picked(self.table.current_row())

    def _picked(self, row: object) -> None:
        for made in (self.take_in, self.count, self.change, self.record):
            made.setEnabled(isinstance(row, Gift))
        if isinstance(row, Gift):
            self.tools.operations.read(self, self._points.moves, row.id, then=self._show_moves, topic="moves")
        else:
            self._show_moves([])

    def _show_moves(self, moves: list[GiftMove]) -> None:
        self.moves.show_rows(moves)

    def add_gift(self) -> None:
        """Enter a new one."""
        self._ask_gift(None)

    def _ask_gift(self, gift: Gift | None) -> None:
        dialog = GiftDialog(self.tools, gift, parent=self.window())
        dialog.writes(self._points.save_gift, self._by())
        dialog.open()

    def _ask_stock(self, counted: bool, gift: Gift) -> None:
        dialog = StockDialog(self.tools, gift, counted=counted, parent=self.window())
        verb = self._points.count_stock if counted else self._points.take_in
        dialog.submitted.connect(
            lambda draft: self.tools.operations.write(
                verb, gift.id, *draft, self._by(), then=lambda _nothing: dialog.finish(), failed=dialog.take_back,
                asker=dialog,
            )
        )  # fmt: skip
        dialog.open()

    def _show_record(self, gift: Gift) -> None:
        show_record(self.tools, self._directory, GIFT_RECORD, gift.id, gift.name, self.window())

    def _export(self) -> None:
        write: Callable[[Path], int] = partial(self._points.export_gifts, language=self.tools.language)
        export(self.tools, self, self.tr("Export gifts"), self.tr("Gifts"), write)
