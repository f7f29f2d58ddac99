"""What the columns of an older list mean: asked once for a kind of list, offered again the next time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from qualitydesk.basics.columns import MOST_VALUES
from qualitydesk.basics.errors import Problem
from qualitydesk.basics.phrases import say
from qualitydesk.complaints.model.importing import REQUIRED, TRANSLATED, ListField, ListLook, ListMapping
from qualitydesk.complaints.rules.list_columns import problems_in_mapping
from qualitydesk.kit.columns_dialog import ColumnsDialog
from qualitydesk.kit.source_field import SourceField
from qualitydesk.kit.tools import Tools

_DATED = (ListField.RECEIVED, ListField.CLOSED)
_MOST_SUBJECTS = 20
"""Of what is complained of, more different words than this stay the list's own."""


class MappingDialog(ColumnsDialog):
    """Hands out a `ListMapping`."""

    def __init__(self, tools: Tools, look: ListLook, mapping: ListMapping, parent: QWidget | None = None) -> None:
        super().__init__(tools, "", look.columns, look.remembered_at, parent)
        self.setWindowTitle(self.tr("Import cases: columns of {name}").format(name=look.name))
        self._look = look
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
                most_values=_most_values(field),
                or_none=field in (ListField.LEVEL, ListField.SUBJECT),
            )
            self.sources[field] = made
            words = say(tools.language, f"case_list.field.{field}")
            self.add_source(field, words, made, hint=self._hint(field), required=field in REQUIRED)

    def _hint(self, field: ListField) -> str:
        return {
            ListField.NUMBER: self.tr("Keeps its place in the case and is searched for; no number is taken twice."),
            ListField.RECEIVED_CHECK: self.tr(
                "Only where the day received is written in two ways: a second column that tells the same day plainly."
            ),
            ListField.SUBJECT: self.tr("Words without a meaning here stay as they are."),
            ListField.STATUS: self.tr("Closed ones are filed with nothing owed; open ones wait to be accepted."),
        }.get(field, "")  # fmt: skip

    def read_draft(self) -> ListMapping:
        forms = {field: form for field, one in self.sources.items() if (form := one.told_form()) is not None}
        return ListMapping(
            {ListField(field): one for field, one in self.told_sources().items()},
            {ListField(field): one for field, one in self.told_values().items()},
            forms,
        )

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, ListMapping)
        return problems_in_mapping(draft, self._look)


def _most_values(field: ListField) -> int:
    """How many different words of a column are mapped one by one."""
    if field is ListField.SUBJECT:
        return _MOST_SUBJECTS
    return MOST_VALUES if field in TRANSLATED else 0
