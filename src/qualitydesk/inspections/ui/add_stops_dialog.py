"""Late additions to a round being walked: who and what joins it. Hands out a `LateAdditions`."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtWidgets import QWidget

from qualitydesk.basics.errors import Problem
from qualitydesk.directory.model import Person, Place
from qualitydesk.inspections.ui.people_choice import PeopleChoice
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.theme import ROW
from qualitydesk.kit.tools import Tools


@dataclass(frozen=True)
class LateAdditions:
    """People and places that join, in the order they are to be walked."""

    employee_ids: tuple[UUID, ...] = ()
    place_ids: tuple[UUID, ...] = ()


class AddStopsDialog(DraftDialog):
    """Offers everybody and every place the round's standards are meant for and that is not on it; nobody is ticked."""

    def __init__(
        self,
        tools: Tools,
        people: Sequence[Person],
        places: Sequence[Place],
        counts: Mapping[UUID, int],
        parent: QWidget | None = None,
        *,
        aside: Collection[UUID] = (),
    ) -> None:
        """`aside`: people of the group's headquarters."""
        super().__init__(tools, "", save_text="", parent=parent)
        self.setWindowTitle(self.tr("Add to the round"))
        self.save_button.setText(self.tr("Add"))
        self.people = PeopleChoice(tools.language)
        self.people.people_list.setMinimumHeight(9 * ROW)
        self.people.show_people(people, counts, places, aside=aside)
        self.key_table.bind(self.people.key())
        self.add_row(
            "employee_ids",
            self.tr("Who and what"),
            self.people,
            hint=self.tr("They join at the end of the route; the report says when they were added."),
            required=True,
        )

    def read_draft(self) -> LateAdditions:
        """Who is ticked."""
        return LateAdditions(self.people.chosen_people(), self.people.chosen_places())

    def problems_in(self, draft: object) -> Sequence[Problem]:
        """Somebody must join."""
        return [Problem("employee_ids", "people_missing")] if draft == LateAdditions() else []

    def is_changed(self) -> bool:
        """Ticks alone are not asked about."""
        return False
