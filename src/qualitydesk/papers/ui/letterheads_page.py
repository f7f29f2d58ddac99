"""Settings → letterheads: the group and its institutions, and beside them how their papers begin from now on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import By, Change
from qualitydesk.kit.keys import Key
from qualitydesk.kit.page import Page
from qualitydesk.kit.pieces import hbox, label, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import EDGE
from qualitydesk.kit.tools import Tools
from qualitydesk.papers.model import Letterhead, LetterheadDraft, Owner
from qualitydesk.papers.service import Letterheads
from qualitydesk.papers.ui.letterhead_dialog import LetterheadDialog
from qualitydesk.papers.ui.page_view import PageView
from qualitydesk.printing.pages import page_sizes


@dataclass(frozen=True)
class HouseRow:
    """An owner with its letterhead, if it has one of its own."""

    owner: Owner
    found: Letterhead | None


class LetterheadsPage(Page):
    """`owners()` gives the group first, then its institutions; it is asked on a read lane."""

    concerns = frozenset({Change.LETTERHEADS, Change.DIRECTORY})

    def __init__(
        self,
        tools: Tools,
        letterheads: Letterheads,
        owners: Callable[[], Sequence[Owner]],
        by: Callable[[], By],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent)
        self.set_title(self.tr("Letterheads"))
        self._letterheads = letterheads
        self._owners = owners
        self._by = by
        self.houses = TableModel(self._columns(), key=lambda row: row.owner.id, parent=self)
        self.table = Table(
            self.houses, name=self.tr("Group and institutions"), empty=self.tr("No group has been founded yet.")
        )
        self.table.opened.connect(lambda _row: self.edit())
        self.table.picked.connect(self._preview)
        self.preview = PageView(tools)
        self.preview.setAccessibleName(self.tr("How papers begin"))
        words = self.tr(
            "Papers take the letterhead over when they are issued; issued ones never change. "
            "What an institution leaves empty is taken from the group."
        )
        left = vbox(label(words, tone="muted", wrap=True), self.table)
        row = hbox(left, self.preview, gap=EDGE)
        row.setStretch(0, 5)
        row.setStretch(1, 6)
        self.body.addLayout(row)
        self.edit_button = self.add_button(self.tr("Edit"), "pencil", self.edit, role="primary", sequence="Ctrl+E")
        self.edit_button.setEnabled(False)
        self.bind(Key("Return", self.tr("Edit the letterhead in view")))

    def _columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("House"), lambda row: row.owner.name, stretch=True),
            Column(self.tr("Letterhead"), self._state, tone=lambda row: "" if row.found else "muted", width=150),
        )

    def _state(self, row: HouseRow) -> str:
        if row.found:
            return self.tr("Own, with logo") if row.found.logo else self.tr("Own")
        return self.tr("Name only") if row.owner.of_group else self.tr("The group's")

    def refresh(self, changes: frozenset[Change]) -> None:
        self.tools.operations.read(self, self._rows, then=self._show)

    def _rows(self) -> list[HouseRow]:
        kept = self._letterheads.all()
        return [HouseRow(owner, kept.get(owner.id)) for owner in self._owners()]

    def _show(self, rows: list[HouseRow]) -> None:
        self.houses.show_rows(rows)
        self.edit_button.setEnabled(bool(rows))
        if rows and self.table.current_row() is None:
            self.table.select_key(rows[0].owner.id)
        self._preview(self.table.current_row())

    def edit(self) -> None:
        """Edit the letterhead of the house the cursor is on."""
        row = self.table.current_row()
        if not isinstance(row, HouseRow):
            return
        group = next((one.found for one in self.houses.all_rows() if one.owner.of_group), None)
        dialog = LetterheadDialog(self.tools, self._letterheads, row.owner, row.found, group, parent=self)
        dialog.writes(self._letterheads.save, self._by())
        dialog.open()

    def _preview(self, row: object) -> None:
        if isinstance(row, HouseRow):
            self.tools.operations.read(self, self._sample, row, then=self._show_sample)

    def _sample(self, row: HouseRow) -> tuple[bytes, list[tuple[float, float]]]:
        none = LetterheadDraft(row.owner.id, row.owner.of_group)
        draft = none if row.found is None else LetterheadDraft(**vars(row.found))
        pdf = self._letterheads.sample(draft, row.owner, self.tools.language)
        return pdf, page_sizes(pdf)

    def _show_sample(self, found: tuple[bytes, list[tuple[float, float]]]) -> None:
        self.preview.show_pdf(*found)
