"""What the columns of an older list mean: asked once for a kind of list, offered again the next time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from qualitydesk.basics.columns import MOST_VALUES, ListColumn
from qualitydesk.basics.errors import Problem
from qualitydesk.basics.phrases import say
from qualitydesk.complaints.model.importing import REQUIRED, TRANSLATED, ListField, ListLook, ListMapping
from qualitydesk.complaints.rules.list_columns import problems_in_mapping
from qualitydesk.kit.dates import moment_words
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pieces import Banner
from qualitydesk.kit.source_field import SourceField
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools

_DATED = (ListField.RECEIVED, ListField.CLOSED)
_MOST_SUBJECTS = 20
"""Of what is complained of, more different words than this stay the list's own."""


class MappingDialog(DraftDialog):
    """Left what a case has, right the columns of the file with what stands in them."""

    def __init__(self, tools: Tools, look: ListLook, mapping: ListMapping, parent: QWidget | None = None) -> None:
        super().__init__(tools, "", parent=parent)
        self._look = look
        self.setWindowTitle(self.tr("Import cases: columns of {name}").format(name=look.name))
        self.save_button.setText(self.tr("Preview"))
        if look.remembered_at is not None:
            words = self.tr("Such a list was imported on {moment}; what its columns mean is taken from then.")
            self.add_wide(Banner(words.format(moment=moment_words(look.remembered_at)), "info"))
        self.sources: dict[ListField, SourceField] = {}
        for field in ListField:
            made = SourceField(
                look.columns,
                look.own.get(field, ()),
                tools.language,
                told=mapping.source(field),
                values=mapping.values.get(field, {}),
                form=mapping.forms.get(field),
                dated=field in _DATED,
                most_values=(_MOST_SUBJECTS if field is ListField.SUBJECT else MOST_VALUES)
                if field in TRANSLATED
                else 0,
                or_none=field in (ListField.LEVEL, ListField.SUBJECT),
            )
            self.sources[field] = made
            words = say(tools.language, f"case_list.field.{field}")
            self.add_row(field, words, made, hint=self._hint(field), required=field in REQUIRED)
        columns = TableModel(self._columns(), parent=self)
        columns.show_rows(list(look.columns))
        table = Table(columns, name=self.tr("Columns of the file"), empty="", tools=tools, remember="list-columns")
        self.add_beside(table, 52 * GRID)

    def _hint(self, field: ListField) -> str:
        return {
            ListField.NUMBER: self.tr("Keeps its place in the case and is searched for; no number is taken twice."),
            ListField.RECEIVED_CHECK: self.tr(
                "Only where the day received is written in two ways: a second column that tells the same day plainly."
            ),
            ListField.SUBJECT: self.tr("Words without a meaning here stay as they are."),
            ListField.STATUS: self.tr("Closed ones are filed with nothing owed; open ones wait to be accepted."),
        }.get(field, "")  # fmt: skip

    def _columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("Column"), lambda one: one.head, width=112),
            Column(self.tr("For example"), _samples, tip=_samples, width=192, stretch=True),
            Column(self.tr("Different"), lambda one: one.different, align="right", width=72),
        )

    def read_draft(self) -> ListMapping:
        told = {field: one.told() for field, one in self.sources.items()}
        values = {field: one.told_values() for field, one in self.sources.items() if one.values}
        forms = {field: form for field, one in self.sources.items() if (form := one.told_form()) is not None}
        return ListMapping({field: one for field, one in told.items() if one.column or one.fixed}, values, forms)

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, ListMapping)
        return problems_in_mapping(draft, self._look)


def _samples(column: ListColumn) -> str:
    return " · ".join(column.samples)


def _most_values(field: ListField) -> int:
    """How many different words of a column are mapped one by one."""
    if field is ListField.SUBJECT:
        return _MOST_SUBJECTS
    return MOST_VALUES if field in TRANSLATED else 0
