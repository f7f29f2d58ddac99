"""What the columns of a foreign list mean: asked once for a kind of list, offered again the next time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtWidgets import QWidget

from qualitydesk.basics.columns import ListColumn, Source
from qualitydesk.kit.dates import moment_words
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pieces import Banner
from qualitydesk.kit.source_field import SourceField
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools


class ColumnsDialog(DraftDialog):
    """Left the fields with where each comes from, right the columns of the file with what stands in them.

    Subclasses call `add_source` for each field and override `read_draft` and `problems_in`.
    """

    def __init__(
        self,
        tools: Tools,
        title: str,
        columns: Sequence[ListColumn],
        remembered_at: datetime | None,
        parent: QWidget | None = None,
    ) -> None:
        """`remembered_at`: when such a list was taken over last; what its columns mean is from then."""
        super().__init__(tools, title, parent=parent)
        self.save_button.setText(self.tr("Preview"))
        if remembered_at is not None:
            words = self.tr("Such a list was imported on {moment}; what its columns mean is taken from then.")
            self.add_wide(Banner(words.format(moment=moment_words(remembered_at)), "info"))
        self._sources: dict[str, SourceField] = {}
        shown = TableModel(self._columns(), parent=self)
        shown.show_rows(list(columns))
        table = Table(shown, name=self.tr("Columns of the file"), empty="", tools=tools, remember="list-columns")
        self.add_beside(table, 52 * GRID)

    def open(self) -> None:
        """As wide as the words of the file need, where the screen has the room."""
        super().open()
        room = self.screen().availableGeometry().width() - 10 * GRID
        self.resize(max(self.width(), min(self.sizeHint().width(), room)), self.height())

    def add_source(self, field: str, words: str, made: SourceField, *, hint: str, required: bool) -> None:
        """A field and where it comes from."""
        self._sources[field] = made
        self.add_row(field, words, made, hint=hint, required=required)

    def told_sources(self) -> Mapping[str, Source]:
        """Where each field comes from; those from nowhere are left out."""
        told = {field: one.told() for field, one in self._sources.items()}
        return {field: one for field, one in told.items() if one.column or one.fixed}

    def told_values(self) -> Mapping[str, Mapping[str, str]]:
        """Of each field with words to map: the list's words and what each means."""
        return {field: one.told_values() for field, one in self._sources.items() if one.values}

    def _columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("Column"), lambda one: one.head, width=112),
            Column(self.tr("For example"), _samples, tip=_samples, width=192, stretch=True),
            Column(self.tr("Different"), lambda one: one.different, align="right", width=72),
        )


def _samples(column: ListColumn) -> str:
    return " · ".join(column.samples)
