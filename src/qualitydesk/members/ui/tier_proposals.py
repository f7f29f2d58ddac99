"""Proposals of tiers: what the program proposes, each with its calculation, confirmed or declined singly or in bulk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from qualitydesk.basics import money
from qualitydesk.basics.changes import By
from qualitydesk.directory.model import Institution
from qualitydesk.kit.pickers import Choice, Picker
from qualitydesk.kit.pieces import button, hbox, label, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, PagedModel
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model.tiers import Move, MoveFilter, Way
from qualitydesk.members.service.tiers import Tiers
from qualitydesk.members.ui.tier_words import TONES, move_title, tier_words, way_words
from qualitydesk.members.ui.words import brief_words


class ProposalsTab(QWidget):
    """Several are chosen with Shift or Ctrl.

    Signals: `picked(Move or None)` under the cursor; `counted(int)` how many are open at all.
    """

    picked = Signal(object)
    counted = Signal(int)

    def __init__(self, tools: Tools, tiers: Tiers, by: Callable[[], By], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools, self._tiers, self._by = tools, tiers, by
        self._wanted = MoveFilter()
        self._count = 0
        language = tools.language
        self.way = Picker(
            [Choice(one, way_words(one, language)) for one in (Way.UP, Way.DOWN)],
            optional=True,
            placeholder=self.tr("Rises and falls"),
        )
        self.way.setAccessibleName(self.tr("Rises or falls"))
        self.way.choose(None)
        self.institution = Picker(optional=True, placeholder=self.tr("All institutions"))
        self.institution.setAccessibleName(self.tr("Institution"))
        self.note = label("", "caption")
        self.done = label("", "caption", tone="good")  # what the last decision came to
        self.moves = PagedModel(
            self._columns(),
            tools.operations,
            self._fetch(self._wanted),
            after_of=lambda one, _sort: (one.made_at, one.id),
            parent=self,
        )
        self.table = Table(
            self.moves, name=self.tr("Proposals"), empty="", tools=tools, remember="tier-proposals", many=True
        )
        self.confirm_button = button(self.tr("Confirm"), "check", self.confirm, role="primary")
        self.decline_button = button(self.tr("Decline…"), "x", self.decline)
        self.all_button = button(self.tr("Confirm all…"), "check", self.confirm_all)
        buttons = hbox(self.note, self.done, None, self.all_button, self.decline_button, self.confirm_button)
        self.setLayout(vbox(hbox(self.way, self.institution, None), self.table, buttons))
        for picker in (self.way, self.institution):
            picker.picked.connect(lambda _key: self._filter())
        self.table.picked.connect(self.picked.emit)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._dress())
        self.moves.loaded.connect(self._stand_somewhere)
        self._say_empty()
        self._dress()

    def buttons(self) -> Sequence[QPushButton]:
        return (self.confirm_button, self.decline_button, self.all_button)

    def _columns(self) -> Sequence[Column]:
        language = self._tools.language
        return (
            Column(self.tr("Number"), lambda one: one.member.number, width=96),
            Column(self.tr("Name"), lambda one: one.member.called, width=72),
            Column(
                self.tr("What"),
                lambda one: way_words(one.way, language),
                tone=lambda one: TONES[one.way],
                width=64,
                align="center",
            ),
            Column(self.tr("From"), lambda one: tier_words(one.from_tier, language), width=80),
            Column(self.tr("To"), lambda one: tier_words(one.to_tier, language), width=80),
            Column(self.tr("Spending"), lambda one: one.basis and one.basis.amount, _sum, align="right", width=112),
            Column(self.tr("Needed"), lambda one: one.basis and one.basis.threshold, _sum, align="right", width=112),
            Column(self.tr("From day"), lambda one: one.on, lambda day: day.isoformat(), align="right", width=96),
            Column(self.tr("Institution"), lambda one: one.member.institution, width=112, stretch=True),
        )

    def _fetch(self, wanted: MoveFilter) -> Callable[[Any, int, str, bool], Sequence[Move]]:
        def fetch(after: Any, limit: int, _sort: str, _descending: bool) -> Sequence[Move]:
            return self._tiers.proposals(wanted, after=after, limit=limit)

        return fetch

    def refresh(self) -> None:
        """Read anew."""
        self.moves.reload()
        self._read_counts()

    def show_institutions(self, found: Sequence[Institution]) -> None:
        self.institution.show_choices([Choice(one.id, one.name, one.code) for one in found])
        self.institution.setVisible(len(found) > 1)

    def _filter(self) -> None:
        way, home = self.way.chosen(), self.institution.chosen()
        wanted = MoveFilter(Way(str(way)) if way is not None else None, home if isinstance(home, UUID) else None)
        if wanted != self._wanted:
            self._wanted = wanted
            self.done.setText("")
            self._say_empty()
            self.moves.use(self._fetch(wanted))
            self._read_counts()

    def _say_empty(self) -> None:
        if self._wanted == MoveFilter():
            words = self.tr(
                "Nothing is proposed. Rises are proposed when purchases are entered, falls on the days of review."
            )
        else:
            words = self.tr("Nothing of this kind is proposed. Take a filter away.")
        self.table.say_empty(words)

    def _read_counts(self) -> None:
        read = self._tools.operations.read
        read(self, self._tiers.proposal_count, self._wanted, then=self._show_count, topic="count")
        read(self, self._tiers.proposal_count, then=self.counted.emit, topic="all")

    def _show_count(self, count: int) -> None:
        self._count = count
        words = self.tr("1 proposal") if count == 1 else self.tr("{count} proposals")
        self.note.setText(words.format(count=count) if count else "")
        self._dress()

    def _stand_somewhere(self, rows: int) -> None:
        if rows and self.table.current_row() is None:
            self.table.selectRow(0)
        elif not rows:
            self.picked.emit(None)
        self._dress()

    def chosen(self) -> list[Move]:
        """Those selected."""
        return [one for one in self.table.chosen_rows() if isinstance(one, Move)]

    def _dress(self) -> None:
        count = len(self.chosen())
        for made in (self.confirm_button, self.decline_button):
            made.setEnabled(bool(count))
        self.confirm_button.setText(self.tr("Confirm") if count < 2 else self.tr("Confirm {count}").format(count=count))
        self.all_button.setEnabled(self._count > 1)

    def confirm(self) -> None:
        """Those selected hold from their day, after a question that names or counts them."""
        chosen = self.chosen()
        if not chosen:
            return
        if len(chosen) == 1:
            words = self.tr("{member}: {move}. Confirm it?").format(
                member=brief_words(chosen[0].member), move=move_title(chosen[0], self._tools.language)
            )
        else:
            up = sum(one.way is Way.UP for one in chosen)
            words = self.tr("{count} are chosen: {up} rises, {down} falls. Confirm them?").format(
                count=len(chosen), up=up, down=len(chosen) - up
            )
        self._tools.prompts.ask(
            self.window(), self.tr("Confirm"), words, yes=self.confirm_button.text(),
            then=partial(self._confirm, [one.id for one in chosen]),
        )  # fmt: skip

    def _confirm(self, ids: list[UUID]) -> None:
        self._tools.operations.write(
            self._tiers.confirm, ids, self._by(), then=partial(self._say_confirmed, len(ids)), asker=self
        )

    def _say_confirmed(self, asked: int, count: int) -> None:
        """How many were done; what was overtaken meanwhile is told, too."""
        words = self.tr("1 confirmed just now") if count == 1 else self.tr("{count} confirmed just now")
        told = [words.format(count=count)]
        if count < asked:
            told.append(self.tr("{count} decided or overtaken meanwhile").format(count=asked - count))
        self.done.setText(" · ".join(told))

    def confirm_all(self) -> None:
        """All that fit the filter, after a question that counts them."""
        words = self.tr(
            "{count} proposals fit the filter. Confirm them all? Each keeps its calculation in the member's history."
        )
        self._tools.prompts.ask(
            self.window(), self.tr("Confirm all"), words.format(count=self._count),
            yes=self.tr("Confirm {count}").format(count=self._count), then=self._confirm_what_fits,
        )  # fmt: skip

    def _confirm_what_fits(self) -> None:
        wanted, by = self._wanted, self._by()
        self._tools.operations.write(
            lambda: self._tiers.confirm(self._tiers.proposal_ids(wanted), by),
            then=lambda count: self._say_confirmed(count, count), asker=self,
        )  # fmt: skip

    def decline(self) -> None:
        """Those selected do not come; one reason for all."""
        chosen = self.chosen()
        if not chosen:
            return
        one = self.tr("A rise is proposed again when more is bought, a fall at the next review. Why not now?")
        self._tools.prompts.ask_text(
            self.window(), self.tr("Decline"), one, yes=self.tr("Decline"), lines=2,
            then=partial(self._decline, [move.id for move in chosen]),
        )  # fmt: skip

    def _decline(self, ids: list[UUID], reason: str) -> None:
        self._tools.operations.write(self._tiers.decline, ids, reason, self._by(), then=self._say_declined, asker=self)

    def _say_declined(self, count: int) -> None:
        words = self.tr("1 declined just now") if count == 1 else self.tr("{count} declined just now")
        self.done.setText(words.format(count=count))


def _sum(fen: object) -> str:
    return money.words(fen) if isinstance(fen, int) else ""
