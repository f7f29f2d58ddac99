"""Adds or changes one employee; department, post and superior hold from a chosen day on, what was before stays."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QWidget

from qualitydesk.basics.errors import Problem
from qualitydesk.basics.phrases import say
from qualitydesk.directory import rules
from qualitydesk.directory.model import EmployeeDraft, Sex
from qualitydesk.directory.ui.offer import EmployeeCard, Offer, chosen_id, chosen_word, stand_words
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.glyphs import GlyphHint
from qualitydesk.kit.pickers import Choice, DayPicker, Picker
from qualitydesk.kit.pieces import label
from qualitydesk.kit.tools import Tools

Place = tuple[UUID | None, UUID | None, UUID | None]  # department, post, superior


class EmployeeDialog(DraftDialog):
    """Hands out an `EmployeeDraft`. Without `card` it is for a new employee."""

    def __init__(
        self,
        tools: Tools,
        offer: Offer,
        card: EmployeeCard | None = None,
        *,
        institution_id: UUID | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("Edit person") if card else self.tr("Add person"))
        self._offer = offer
        self._card = card
        self._add_own_facts()
        self._add_place()
        if card:
            self._add_history()
        self._fill(institution_id)
        self._home.picked.connect(self._offer_departments)
        self._since.picked.connect(self._other_day)

    def read_draft(self) -> EmployeeDraft:
        sex = chosen_word(self._sex)
        place, since = self._place(), self._since.day()
        if self._card is None:
            since = None
        elif place == self._stood:  # nothing changes on that day: then nothing is to be written from it on
            place, since = self._place_on(self._offer.today), None
        return EmployeeDraft(
            self._number.text(),
            self._name.text(),
            Sex(sex) if sex else None,
            self._hired.day(),
            self._left.day(),
            *place,
            since,
            self._card.employee.id if self._card else None,
            self._card.employee.revision if self._card else 0,
        )

    def problems_in(self, draft: object) -> Sequence[Problem]:
        return rules.problems_in_employee(draft) if isinstance(draft, EmployeeDraft) else ()

    def show_found(self, found: tuple[Offer, EmployeeCard]) -> None:
        """The editors as the employee stands on disk; the day from which a changed place holds stays."""
        self._offer, self._card = found
        self._fill(None)

    def _add_own_facts(self) -> None:
        self._number, self._name = QLineEdit(), QLineEdit()
        self._sex = Picker(
            [Choice(sex, say(self.tools.language, f"sex.{sex}")) for sex in Sex], placeholder=self.tr("Choose")
        )
        self._hired, self._left = DayPicker(self._offer.today), DayPicker(optional=True)
        self.add_row("number", self.tr("Number"), self._number, required=True)
        GlyphHint(self.add_row("name", self.tr("Name"), self._name, required=True))
        self.add_row("sex", self.tr("Sex"), self._sex, required=True)
        self.add_row("hired_on", self.tr("Hired on"), self._hired, required=True)
        row = self.add_row(
            "left_on",
            self.tr("Left on"),
            self._left,
            hint=self.tr("From this day on no longer on rounds and in lists."),
        )
        row.set_shown(self._card is not None)

    def _add_place(self) -> None:
        self.add_section(self.tr("Place of work"))
        choose = self.tr("Choose")
        self._home, self._department, self._post = (Picker(placeholder=choose) for _ in range(3))
        self._superior = Picker(optional=True, placeholder=self.tr("Nobody"))
        self._since = DayPicker(self._offer.today)
        self.add_row("institution_id", self.tr("Institution"), self._home, required=True)
        self._department_row = self.add_row("department_id", self.tr("Department"), self._department, required=True)
        self.add_row("post_id", self.tr("Post"), self._post, required=True)
        self.add_row(
            "superior_id",
            self.tr("Superior"),
            self._superior,
            hint=self.tr(
                "Type part of a name, number or post. The superior of the day answers along with the employee. "
                "Who is not in the list yet must be added under People first."
            ),
        )
        row = self.add_row(
            "since",
            self.tr("Valid from"),
            self._since,
            hint=self.tr(
                "A changed department, post or superior holds from this day on; earlier days stay as they were."
            ),
        )
        row.set_shown(self._card is not None)

    def _add_history(self) -> None:
        self.add_section(self.tr("History"))
        self._history = label("", wrap=True, selectable=True)
        self._history.setAccessibleName(self.tr("History"))
        self._history.setObjectName("history")
        self.add_wide(self._history)

    def _fill(self, institution_id: UUID | None) -> None:
        offer = self._offer
        known = self._card.employee if self._card else None
        self._stood = self._place_on(self._since.day() or offer.today) if self._card else (None, None, None)
        department, post, _superior = self._stood
        if known:
            self._number.setText(known.number)
            self._name.setText(known.name)
            self._sex.choose(known.sex)
            self._hired.set_day(known.hired_on)
            self._left.set_day(known.left_on)
        if self._card:
            self._history.setText("\n".join(stand_words(stand, offer) for stand in reversed(self._card.stands)))
        home = offer.institution_of(department) or institution_id
        past = [stand.superior_id for stand in self._card.stands] if self._card else []
        self._home.show_choices(offer.institution_choices(home))
        self._post.show_choices(offer.post_choices(post))
        self._superior.show_choices(offer.people_choices(besides=known.id if known else None, keep=past))
        only = offer.institution_choices()
        self._home.choose(home or (only[0].key if len(only) == 1 else None))
        self._offer_departments()
        self._show_place(self._stood)

    def _place(self) -> Place:
        return chosen_id(self._department), chosen_id(self._post), chosen_id(self._superior)

    def _place_on(self, day: date) -> Place:
        """What stood on a day; before the first day what stands on it."""
        stands = self._card.stands if self._card else ()
        stand = rules.on_day(stands, day) or (stands[0] if stands else None)
        return (stand.department_id, stand.post_id, stand.superior_id) if stand else (None, None, None)

    def _show_place(self, place: Place) -> None:
        department, post, superior = place
        home = self._offer.institution_of(department)
        if home is not None:
            self._home.show_choices(self._offer.institution_choices(home))
            self._home.choose(home)
        self._offer_departments(keep=department)
        self._department.choose(department)
        self._post.show_choices(self._offer.post_choices(post))
        self._post.choose(post)
        self._superior.choose(superior)

    def _other_day(self, day: date) -> None:
        """From another day on: what the user has not changed shows what stood on that day."""
        before, now, then = self._stood, self._place(), self._place_on(day)
        self._stood = then
        department = then[0] if now[0] == before[0] else now[0]
        post = then[1] if now[1] == before[1] else now[1]
        superior = then[2] if now[2] == before[2] else now[2]
        self._show_place((department, post, superior))

    def _offer_departments(self, _picked: object = None, *, keep: UUID | None = None) -> None:
        home = chosen_id(self._home)
        choices = self._offer.department_choices(home, keep)
        self._department.show_choices(choices)
        lacking = home is not None and not choices
        hint = self.tr("This institution has no department yet. Add one under Departments first.") if lacking else ""
        self._department_row.hint.setText(hint)
        self._department_row.hint.setVisible(lacking)
