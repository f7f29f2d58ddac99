"""Who answers to a person now, and which departments the person heads."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qualitydesk.directory.model import Department, Person
from qualitydesk.kit.pieces import label, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import GAP
from qualitydesk.kit.tools import Tools


class TeamView(QWidget):
    """The direct subordinates.

    Signals: `opened(employee id)` by Enter or double click.
    """

    opened = Signal(object)

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zh = tools.language == "zh"
        self._heads = label("", wrap=True)
        columns = (
            Column(self.tr("Number"), lambda person: person.number, width=112, sort="number"),
            Column(self.tr("Name"), lambda person: person.name, width=144, sort="name"),
            Column(self.tr("Department"), lambda person: person.department, width=160, sort="department"),
            Column(self.tr("Post"), lambda person: person.post, width=160, sort="post"),
            Column(self.tr("Institution"), lambda person: person.institution, width=200, stretch=True),
        )
        self.people = TableModel(columns, parent=self)
        empty = self.tr("Nobody answers to this person now.")
        self.table = Table(self.people, name=self.tr("Team"), empty=empty, tools=tools, remember="team")
        self.table.opened.connect(lambda person: self.opened.emit(person.id))
        column = vbox(self._heads, self.table, gap=GAP)
        column.setContentsMargins(0, GAP, 0, 0)
        column.setStretch(1, 1)
        self.setLayout(column)

    def show_team(self, people: Sequence[Person], departments: Sequence[Department]) -> None:
        """Show these; the cursor keeps its place."""
        self.people.show_rows(people)
        names = ("、" if self._zh else ", ").join(department.name for department in departments)
        self._heads.setText(self.tr("Head of: {names}").format(names=names))
        self._heads.setVisible(bool(departments))
