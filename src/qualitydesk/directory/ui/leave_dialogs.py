"""Leaving, with whoever takes over, and coming back: nothing is deleted by either."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QWidget

from qualitydesk.basics.errors import Problem
from qualitydesk.directory import rules
from qualitydesk.directory.model import LeaveDraft, Leaving, PersonFile, ReturnDraft, TermKind
from qualitydesk.directory.service import Directory
from qualitydesk.directory.ui.offer import Offer, chosen_id, offer_of
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import Choice, DayPicker, Picker
from qualitydesk.kit.pieces import label
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools

NOBODY = "nobody"
_NAMED = 8  # people named; of more only how many


class LeaveDialog(DraftDialog):
    """Hands out a `LeaveDraft`; who still leads must say who takes over, or that it stays open."""

    def __init__(
        self,
        tools: Tools,
        directory: Directory,
        found: tuple[Offer, Leaving],
        file: PersonFile,
        *,
        parent: QWidget | None = None,
    ) -> None:
        """`found`: see `for_leaving`."""
        super().__init__(tools, "", parent=parent)
        offer, leaving = found
        self.setWindowTitle(self.tr("Leaving of {name}").format(name=file.employee.name))
        self._directory = directory
        self._offer = offer
        self._file = file
        self._leaving = leaving
        self._left = DayPicker(file.employee.left_on or offer.today)
        self._why = QLineEdit(file.employee.left_why)
        hint = self.tr("The first day on which the person is no longer there. Everything on record stays.")
        self.add_row("left_on", self.tr("Left on"), self._left, hint=hint, required=True)
        self.add_row("why", self.tr("Reason"), self._why, hint=self.tr("May stay empty."))
        self._people = label("", wrap=True)
        self._heirs = [Picker(placeholder=self.tr("Choose")) for _ in range(2)]
        choices = [
            Choice(NOBODY, self.tr("Nobody for now")),
            *offer.people_choices(besides=file.employee.id),
        ]
        for heir in self._heirs:
            heir.show_choices(choices)
        self.add_wide(self._people)
        self._rows = (
            self.add_row("new_superior", self.tr("They then answer to"), self._heirs[0], required=True),
            self.add_row("new_head", self.tr("New head there"), self._heirs[1], required=True),
        )
        self._left.picked.connect(lambda _day: self._ask())
        self._show(leaving)

    def read_draft(self) -> LeaveDraft:
        known = self._file.employee
        return LeaveDraft(
            known.id, known.revision, self._left.day(), self._why.text(), *(chosen_id(heir) for heir in self._heirs)
        )

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, LeaveDraft)
        found = list(rules.problems_in_leaving(draft, self._file.employee))
        for row, heir, led in zip(
            self._rows, self._heirs, (self._leaving.subordinates, self._leaving.departments), strict=True
        ):
            if led and heir.chosen() is None:
                found.append(Problem(row.name, "heir_missing"))
        return found

    def _ask(self) -> None:
        """Whom the leaver leads on the day chosen."""
        day = self._left.day()
        if day is not None:
            self.tools.operations.read(
                self, self._directory.terms.leaving, self._file.employee.id, day, then=self._show, topic="leaving"
            )

    def _show(self, leaving: Leaving) -> None:
        self._leaving = leaving
        lines = []
        between = "、" if self.tools.language == "zh" else ", "
        if leaving.subordinates:
            named = [person.name for person in leaving.subordinates[:_NAMED]]
            rest = "…" if len(leaving.subordinates) > _NAMED else ""
            words = self.tr("Answering to {name} ({count}): {names}")
            names = between.join(named) + rest
            lines.append(words.format(count=len(leaving.subordinates), name=self._file.employee.name, names=names))
        if leaving.departments:
            names = between.join(department.name for department in leaving.departments)
            lines.append(self.tr("Head of: {names}").format(names=names))
        self._people.setText("\n".join(lines))
        self._people.setVisible(bool(lines))
        self._rows[0].set_shown(bool(leaving.subordinates))
        self._rows[1].set_shown(bool(leaving.departments))
        self._grow()

    def _grow(self) -> None:
        """More fields than before: the window takes the room they need."""
        wanted = self._inside.sizeHint().height() + 20 * GRID
        if self.isVisible() and wanted > self.height():
            self.resize(self.width(), min(wanted, self.screen().availableGeometry().height() - 10 * GRID))


def for_leaving(directory: Directory, file: PersonFile) -> tuple[Offer, Leaving]:
    """What the dialog needs for the day it opens with (a read lane's work)."""
    day = file.employee.left_on or directory.today()
    return offer_of(directory), directory.terms.leaving(file.employee.id, day)


class ReturnDialog(DraftDialog):
    """Hands out a `ReturnDraft`: back from a day, to the place held last unless another is chosen."""

    def __init__(self, tools: Tools, offer: Offer, file: PersonFile, *, parent: QWidget | None = None) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("Return of {name}").format(name=file.employee.name))
        self._offer = offer
        self._file = file
        choose = self.tr("Choose")
        self._returned = DayPicker(offer.today)
        self._home, self._department, self._post = (Picker(placeholder=choose) for _ in range(3))
        self._superior = Picker(optional=True, placeholder=self.tr("Nobody"))
        hint = self.tr("From this day on in lists and on rounds again. The absence stays on record.")
        self.add_row("returned_on", self.tr("Back on"), self._returned, hint=hint, required=True)
        self.add_row("institution_id", self.tr("Institution"), self._home, required=True)
        self.add_row("department_id", self.tr("Department"), self._department, required=True)
        self.add_row("post_id", self.tr("Post"), self._post, required=True)
        self.add_row("superior_id", self.tr("Superior"), self._superior)
        self._fill()
        self._home.picked.connect(lambda _key: self._offer_departments(None))

    def read_draft(self) -> ReturnDraft:
        known = self._file.employee
        return ReturnDraft(
            known.id,
            known.revision,
            self._returned.day(),
            chosen_id(self._department),
            chosen_id(self._post),
            chosen_id(self._superior),
        )

    def problems_in(self, draft: object) -> Sequence[Problem]:
        return rules.problems_in_return(draft, self._file.employee) if isinstance(draft, ReturnDraft) else ()

    def _fill(self) -> None:
        entries, offer = self._file.entries, self._offer
        place = next((entry for entry in entries if entry.kind is TermKind.PLACE), None)
        above = next((entry for entry in entries if entry.kind is TermKind.SUPERIOR), None)
        home = offer.institution_of(place.department_id) if place else None
        self._home.show_choices(offer.institution_choices(home))
        self._home.choose(home)
        self._offer_departments(place.department_id if place else None)
        self._department.choose(place.department_id if place else None)
        self._post.show_choices(offer.post_choices(place.post_id if place else None))
        self._post.choose(place.post_id if place else None)
        self._superior.show_choices(offer.people_choices(besides=self._file.employee.id))
        self._superior.choose(above.person_id if above else None)

    def _offer_departments(self, keep: UUID | None) -> None:
        self._department.show_choices(self._offer.department_choices(chosen_id(self._home), keep))
