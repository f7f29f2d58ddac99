"""Purchases and refunds of all customers, the newest first; entered, given back, corrected, imported, exported."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QPushButton, QWidget

from qualitydesk.basics import money
from qualitydesk.basics.changes import By, Change
from qualitydesk.basics.phrases import say
from qualitydesk.directory.model import Institution
from qualitydesk.directory.service import Directory
from qualitydesk.kit.dropping import DropGround, files_in
from qualitydesk.kit.exporting import export
from qualitydesk.kit.keys import Key
from qualitydesk.kit.pickers import Choice
from qualitydesk.kit.records_page import Fetch, RecordsPage
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model.purchases import (
    PurchaseFilter,
    PurchaseKind,
    PurchaseLine,
    PurchaseState,
    PurchaseTotal,
)
from qualitydesk.members.service import Members, Purchases
from qualitydesk.members.ui.purchase_actions import PurchaseActions
from qualitydesk.members.ui.purchase_import import KINDS, PurchaseImport
from qualitydesk.members.ui.purchase_words import columns

SHOWN: tuple[PurchaseState | None, ...] = (None, *PurchaseState)


class PurchasesPage(RecordsPage):
    """The list of purchases."""

    concerns = frozenset({Change.PURCHASES, Change.CUSTOMERS, Change.DIRECTORY})

    def __init__(
        self,
        tools: Tools,
        purchases: Purchases,
        members: Members,
        directory: Directory,
        by: Callable[[], By],
        lists: PurchaseImport | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", "", parent)
        self._lists = lists
        self.set_title(self.tr("Purchases"))
        self.search.setPlaceholderText(self.tr("Bill, customer's name, initials, telephone, number"))
        self._purchases = purchases
        self._directory = directory
        self.doing = PurchaseActions(tools, purchases, members, directory, by, self)
        language = tools.language
        self.institution = self.picker(self.tr("Institution"), self.tr("All institutions"))
        kinds = [Choice(one, say(language, f"purchase_kind.{one}")) for one in PurchaseKind]
        self.kind = self.picker(self.tr("Kind"), self.tr("All kinds"), kinds)
        self.assemble(
            columns(language, with_customer=True), SHOWN, None, (self.institution, self.kind), (), above=None,
            sort="day", descending=True, remember="purchases",
            open_words=self.tr("Correct the purchase"), span=(self.tr("Paid from"), self.tr("Paid to")),
        )  # fmt: skip
        self._name_states()
        self.table.picked.connect(lambda _row: self._dress())
        self.back = self._act(self.tr("Give back…"), "undo", self.doing.give_back, "Ctrl+B")
        self.change = self._act(self.tr("Correct…"), "pencil", self.doing.change, "F2")
        self.void = self._act(self.tr("Void…"), "x", self.doing.void, "Ctrl+D")
        self.bind(Key("Ctrl+H", self.tr("History of this purchase"), self._show_record))
        self.table.opened.connect(lambda _line: self.change.click())
        if lists is not None:
            self.add_button(
                self.tr("Import…"), "upload", self.import_list, role="quiet", sequence="Ctrl+I",
                words=self.tr("Take over a list of the till's program"),
            )  # fmt: skip
            DropGround(self, self.table.viewport(), parent=self).dropped.connect(self._dropped)
        self.add_button(self.tr("Export…"), "download", self._export, role="quiet", sequence="Ctrl+E")
        self.add_button(
            self.tr("New"), "plus", self.doing.enter, role="primary", sequence="Ctrl+N",
            words=self.tr("Enter a purchase"),
        )  # fmt: skip
        self.doing.entered.connect(self.stand_on)
        self._dress()

    def _act(self, words: str, icon_name: str, do: Callable[[PurchaseLine], object], sequence: str) -> QPushButton:
        """A button for the purchase under the cursor, and its key."""

        def act() -> None:
            line = self.table.current_row()
            if isinstance(line, PurchaseLine):
                do(line)

        return self.add_button(words, icon_name, act, role="quiet", sequence=sequence, words=words.rstrip("…"))

    def _name_states(self) -> None:
        language = self.tools.language
        for state, made in self.states.items():
            made.setText(say(language, f"purchase_state.{state}") if state is not None else self.tr("All"))

    def fetch(self, wanted: PurchaseFilter) -> Fetch:
        def fetch(after: tuple[Any, UUID] | None, limit: int, sort: str, descending: bool) -> Sequence[PurchaseLine]:
            return self._purchases.lines(wanted, after=after, limit=limit, sort=sort or "day", descending=descending)

        return fetch

    def wanted(self) -> PurchaseFilter:
        state, (first, last) = self.state(), self.days
        where, kind = self.institution.chosen(), self.kind.chosen()
        return PurchaseFilter(
            self.search.text().strip(),
            first.day(),
            last.day(),
            where if isinstance(where, UUID) else None,
            PurchaseKind(str(kind)) if kind is not None else None,
            PurchaseState(str(state)) if state is not None else None,
        )

    def empty_words(self, wanted: PurchaseFilter) -> str:
        if wanted == PurchaseFilter():
            return self.tr('No purchase yet. "New" (Ctrl+N) enters one; "Import…" (Ctrl+I) takes over a list.')
        return self.tr('Nothing fits. "Show all" takes the filters away.')

    def refresh(self, changes: frozenset[Change]) -> None:
        if Change.DIRECTORY in changes:
            self.tools.operations.read(self, self._directory.institutions, then=self._show_institutions)
        self.count()
        self.lines.reload()

    def count(self) -> None:
        self.tools.operations.read(self, self._purchases.total, self.told, then=self._show_total, topic="count")

    def _show_total(self, total: PurchaseTotal) -> None:
        if not total.count:
            self.set_note("")
            return
        words = self.tr("{count} · paid {paid} · back {refunded} · net {net}")
        self.set_note(
            words.format(
                count=f"{total.count:,}", paid=money.words(total.paid), refunded=money.words(total.refunded),
                net=money.words(total.net),
            )
        )  # fmt: skip

    def _show_institutions(self, institutions: list[Institution]) -> None:
        self.institution.show_choices([Choice(one.id, one.name, one.code) for one in institutions])
        self.institution.setVisible(len(institutions) > 1)

    def _dress(self) -> None:
        """What can be done with the one under the cursor."""
        line = self.table.current_row()
        known = isinstance(line, PurchaseLine) and line.voided_at is None
        self.change.setEnabled(known)
        self.void.setEnabled(known and isinstance(line, PurchaseLine) and not line.refunded)
        self.back.setEnabled(known and isinstance(line, PurchaseLine) and not line.refund)

    def _show_record(self) -> None:
        line = self.table.current_row()
        if isinstance(line, PurchaseLine):
            self.doing.show_history(line)

    def import_list(self, path: Path | None = None) -> None:
        """Take over a list."""
        if self._lists is not None:
            self._lists.begin(self, path if isinstance(path, Path) else None)

    def _dropped(self, data: QMimeData) -> None:
        found = [path for path in files_in(data) if path.suffix.casefold() in KINDS]
        if found:
            self.import_list(found[0])

    def _export(self) -> None:
        write: Callable[[Path], int] = partial(self._purchases.export, wanted=self.told, language=self.tools.language)
        export(self.tools, self, self.tr("Export purchases"), self.tr("Purchases"), write)
