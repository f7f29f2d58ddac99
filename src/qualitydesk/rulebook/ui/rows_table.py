"""A table of a rule at a glance, while a new edition is written: a row's values in words; Enter leads to its page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.phrases import capital, say
from qualitydesk.kit.pieces import vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.rulebook.model.shapes import Field, Kind, Rows
from qualitydesk.rulebook.rules.shapes import place_at, row_codes, row_part
from qualitydesk.rulebook.rules.wording import Posts, heading, name_of, value_words

_SEEN = 5  # columns beside the name; the page of a row has all of its values


class RowsTable(QWidget):
    """Signals: `opened(path)` of a row; `picked()` when another row is stood on."""

    opened = Signal(str)
    picked = Signal()

    def __init__(self, tools: Tools, rule: str, rows: Rows, posts: Posts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language, self._rule, self._rows, self._posts = tools.language, rule, rows, posts
        self._values: Mapping[str, Any] = {}
        self.model = TableModel(self._columns(), key=str, parent=self)
        name = capital(say(tools.language, rows.title))
        self.table = Table(self.model, name=name, empty=self.tr("No rows. Add one that an earlier edition had."))
        self.table.setMinimumHeight(56 * GRID)
        self.setLayout(vbox(self.table))
        self.setFocusProxy(self.table)
        self.table.opened.connect(lambda code: self.opened.emit(f"{rows.path}.{code}"))
        self.table.picked.connect(lambda _code: self.picked.emit())

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Show what stands in the draft now."""
        self._values = values
        self.model.show_rows(row_codes(self._rows, values))

    def path(self) -> str:
        """The row stood on; "" when there is none."""
        code = self.table.current_row()
        return f"{self._rows.path}.{code}" if isinstance(code, str) else ""

    def _columns(self) -> Sequence[Column]:
        fields = [one for one in self._rows.fields if one.kind is not Kind.KEPT][:_SEEN]
        name = Column(capital(say(self._language, self._rows.title)), self._name, width=192, tip=self._name)
        wide = next((one for one in fields if one.kind is Kind.CHOICES), fields[-1])
        return (name, *(self._column(one, wide=one is wide) for one in fields))

    def _column(self, one: Field, *, wide: bool) -> Column:
        number = one.kind in (Kind.MONEY, Kind.WHOLE, Kind.PERCENT)
        read: Callable[[Any], str] = partial(self._value, one)
        align = "right" if number else "left"
        return Column(name_of(one, self._language), read, align=align, width=104, stretch=wide, tip=read)  # type: ignore[arg-type]

    def _name(self, code: str) -> str:
        return heading(row_part(self._rows, code).title, self._language)

    def _value(self, one: Field, code: str) -> str:
        place = place_at(self._rule, f"{self._rows.path}.{code}.{one.key}")
        assert place is not None
        return value_words(place, self._values, self._language, self._posts)
