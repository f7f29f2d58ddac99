"""What the columns of a till's list mean."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from qualitydesk.basics.columns import MOST_VALUES
from qualitydesk.basics.errors import Problem
from qualitydesk.basics.phrases import say
from qualitydesk.kit.columns_dialog import ColumnsDialog
from qualitydesk.kit.source_field import SourceField
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model.purchase_lists import (
    REQUIRED,
    TRANSLATED,
    PurchaseField,
    PurchaseLook,
    PurchaseMapping,
)
from qualitydesk.members.rules.purchase_columns import problems_in_mapping


class PurchaseMappingDialog(ColumnsDialog):
    """Hands out a `PurchaseMapping`."""

    def __init__(
        self, tools: Tools, look: PurchaseLook, mapping: PurchaseMapping, parent: QWidget | None = None
    ) -> None:
        super().__init__(tools, "", look.columns, look.remembered_at, parent)
        self.setWindowTitle(self.tr("Import purchases: columns of {name}").format(name=look.name))
        self._look = look
        self.sources: dict[PurchaseField, SourceField] = {}
        for field in PurchaseField:
            made = self.sources[field] = SourceField(
                look.columns,
                look.own.get(field, ()),
                tools.language,
                told=mapping.source(field),
                values=mapping.values.get(field, {}),
                form=mapping.form,
                dated=field is PurchaseField.DAY,
                most_values=MOST_VALUES if field in TRANSLATED else 0,
                or_left_out=True,
            )
            words = say(tools.language, f"purchase_list.field.{field}")
            self.add_source(field, words, made, hint=self._hint(field), required=field in REQUIRED)

    def _hint(self, field: PurchaseField) -> str:
        return {
            PurchaseField.NUMBER: self.tr("By it a row is known again; without one, by everything that stands in it."),
            PurchaseField.AMOUNT: self.tr("Below zero: money given back."),
            PurchaseField.CARD: self.tr("Card, file or number in the till's program; also our own customer number."),
            PurchaseField.TELEPHONE: self.tr("Tells who it is where there is no card; of several, with the name."),
            PurchaseField.REFUND_OF: self.tr("Money given back then counts on the day of that purchase."),
        }.get(field, "")  # fmt: skip

    def read_draft(self) -> PurchaseMapping:
        return PurchaseMapping(
            {PurchaseField(field): one for field, one in self.told_sources().items()},
            {PurchaseField(field): one for field, one in self.told_values().items()},
            self.sources[PurchaseField.DAY].told_form(),
        )

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, PurchaseMapping)
        return problems_in_mapping(draft, self._look)
