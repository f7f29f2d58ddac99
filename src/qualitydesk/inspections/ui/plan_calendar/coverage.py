"""Who was not seen for how long: departments, posts or people of the institution under the cursor."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from qualitydesk.inspections.model.calendar import Seen, SeenGroup
from qualitydesk.inspections.rules.calendar import days_since, is_unseen, seen_groups
from qualitydesk.inspections.ui.plan_calendar.words import days_words
from qualitydesk.kit.pickers import Choice, Picker
from qualitydesk.kit.pieces import hbox, label, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import GAP
from qualitydesk.kit.tools import Tools

_PEOPLE = "people"


class Coverage(QWidget):
    """The strip at the right of the plan."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people: Sequence[Seen] = ()
        self._today, self._days = date.min, 30
        self.title = label("", "section", wrap=True)
        self.by = Picker(
            [
                Choice("department", self.tr("By department")),
                Choice("post", self.tr("By post")),
                Choice(_PEOPLE, self.tr("By person")),
            ]
        )
        self.by.choose("department")
        self.by.setAccessibleName(self.tr("Not seen, shown by"))
        self.by.picked.connect(lambda _key: self._show())
        self.summary = label("", "caption", wrap=True)
        self.lines = TableModel(self._columns(), key=lambda line: line.name, parent=self)
        self.table = Table(
            self.lines,
            name=self.tr("Not seen for how long"),
            empty=self.tr("Nobody works here yet."),
            tools=tools,
            remember="plan.coverage",
        )
        column = vbox(hbox(self.title, self.by), self.summary, self.table, gap=GAP)
        column.setStretch(2, 1)
        column.setContentsMargins(0, 0, 0, 0)
        self.setLayout(column)

    def _columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("Who"), lambda line: line.name, width=104, stretch=True, tip=_longest),
            Column(self.tr("People"), lambda line: line.people, align="right", width=56),
            Column(
                self.tr("Not seen"),
                lambda line: line.unseen,
                tone=lambda line: "danger" if line.unseen else "",
                align="right",
                width=64,
            ),
            Column(self.tr("Longest"), lambda line: days_words(line.days), align="right", width=64, tip=_longest),
        )

    def show_people(self, institution: str, people: Sequence[Seen], today: date, unseen_days: int) -> None:
        """Whom to tell of, the longest unseen first."""
        self._people, self._today, self._days = people, today, unseen_days
        self.title.setText(self.tr("Who was seen: {institution}").format(institution=institution))
        unseen = sum(is_unseen(one.last, today, unseen_days) for one in people)
        self.summary.setText(
            self.tr("{unseen} of {people} people have not been on a round for {days} days or longer.").format(
                unseen=unseen, people=len(people), days=unseen_days
            )
        )
        self._show()

    def people(self) -> int:
        """How many people are told of."""
        return len(self._people)

    def _show(self) -> None:
        by = self.by.chosen()
        if by == _PEOPLE:
            self.lines.show_rows([self._one(person) for person in self._people])
        else:
            self.lines.show_rows(seen_groups(self._people, str(by), self._today, self._days))

    def _one(self, person: Seen) -> SeenGroup:
        unseen = int(is_unseen(person.last, self._today, self._days))
        where = f"{person.department} · {person.post}"
        name = f"{person.name} {person.number}"
        return SeenGroup(name, 1, unseen, where, days_since(person.last, self._today))


def _longest(line: SeenGroup) -> str:
    return line.longest
