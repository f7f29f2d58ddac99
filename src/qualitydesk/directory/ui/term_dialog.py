"""A change from a day (transfer, superior, head), or the correction of a mistaken entry with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QWidget

from qualitydesk.basics.errors import Problem
from qualitydesk.directory import rules
from qualitydesk.directory.model import TermDraft, TermEntry, TermKind
from qualitydesk.directory.ui.offer import Offer, chosen_id
from qualitydesk.kit.dates import day_words
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import DayPicker, Picker
from qualitydesk.kit.pieces import Facts
from qualitydesk.kit.tools import Tools


class TermDialog(DraftDialog):
    """Hands out a `TermDraft`. `stands` is what holds now and is shown first; `entry` = correct this one."""

    def __init__(
        self,
        tools: Tools,
        offer: Offer,
        kind: TermKind,
        subject_id: UUID,
        *,
        about: str,
        stands: TermEntry | None = None,
        entry: TermEntry | None = None,
        institution_id: UUID | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`about`: whose history it is, in words. `institution_id`: what a department's head belongs to."""
        super().__init__(tools, "", parent=parent)
        self._offer = offer
        self._kind = kind
        self._subject_id = subject_id
        self._entry = entry
        self._home_id = institution_id
        self.setWindowTitle(self._title())
        facts = Facts()
        facts.show_facts([(self._whose(), about), *self._stood(entry or stands)])
        self.add_wide(facts)
        if kind is TermKind.PLACE:
            self._add_place(entry or stands)
        else:
            self._add_person(entry or stands)
        self._since = DayPicker(entry.since if entry else offer.today)
        hint = self.tr("It holds from this day on; earlier days stay as they were.") if entry is None else ""
        self.add_row("since", self.tr("Valid from"), self._since, hint=hint, required=True)
        self._add_why()

    def read_draft(self) -> TermDraft:
        place = self._kind is TermKind.PLACE
        return TermDraft(
            self._kind,
            self._subject_id,
            self._since.day(),
            chosen_id(self._department) if place else None,
            chosen_id(self._post) if place else None,
            None if place else chosen_id(self._person),
            self._why.toPlainText(),
            self._entry.since if self._entry else None,
            self._remove.isChecked(),
        )

    def problems_in(self, draft: object) -> Sequence[Problem]:
        return rules.problems_in_term(draft, self._offer.today) if isinstance(draft, TermDraft) else ()

    def _title(self) -> str:
        if self._entry is not None:
            return self.tr("Correct an entry")
        return {
            TermKind.PLACE: self.tr("Transfer"),
            TermKind.SUPERIOR: self.tr("Change superior"),
            TermKind.HEAD: self.tr("Change head of department"),
        }[self._kind]

    def _whose(self) -> str:
        return self.tr("Department") if self._kind is TermKind.HEAD else self.tr("Person")

    def _stood(self, entry: TermEntry | None) -> list[tuple[str, str]]:
        if entry is None:
            return [(self.tr("So far"), self.tr("nobody"))]
        words = self.tr("{what}, from {day}").format(
            what=entry_words(entry) or self.tr("nobody"), day=day_words(entry.since)
        )
        return [(self.tr("Entry") if self._entry else self.tr("So far"), words)]

    def _add_place(self, stands: TermEntry | None) -> None:
        choose = self.tr("Choose")
        self._home, self._department, self._post = (Picker(placeholder=choose) for _ in range(3))
        home = self._offer.institution_of(stands.department_id) if stands else None
        self._home.show_choices(self._offer.institution_choices(home))
        self._home.choose(home)
        self._post.show_choices(self._offer.post_choices(stands.post_id if stands else None))
        self._post.choose(stands.post_id if stands else None)
        self._offer_departments(stands.department_id if stands else None)
        self._department.choose(stands.department_id if stands else None)
        self._home.picked.connect(lambda _key: self._offer_departments())
        self.add_row("institution_id", self.tr("Institution"), self._home, required=True)
        self.add_row("department_id", self.tr("Department"), self._department, required=True)
        self.add_row("post_id", self.tr("Post"), self._post, required=True)

    def _offer_departments(self, keep: UUID | None = None) -> None:
        self._department.show_choices(self._offer.department_choices(chosen_id(self._home), keep))

    def _add_person(self, stands: TermEntry | None) -> None:
        self._person = Picker(optional=True, placeholder=self.tr("Nobody"))
        kept = stands.person_id if stands else None
        besides = self._subject_id if self._kind is TermKind.SUPERIOR else None
        self._person.show_choices(self._offer.people_choices(besides=besides, keep=[kept]))
        self._person.choose(kept)
        words = self.tr("Head") if self._kind is TermKind.HEAD else self.tr("Superior")
        hint = self.tr("Type part of a name, its initials, a number or a post. Empty: nobody.")
        self.add_row("person_id", words, self._person, hint=hint)

    def _add_why(self) -> None:
        self._remove = QCheckBox(self.tr("This entry is a mistake altogether: take it away"))
        self._remove.toggled.connect(self._removing)
        self._why = QPlainTextEdit()
        known = self._entry is not None
        self.add_row("remove", "", self._remove).set_shown(known)
        hint = (
            self.tr("The reason stays beside the correction.")
            if known
            else self.tr("Needed when the day is past: rounds and slips written meanwhile keep what was known then.")
        )
        self.add_row("why", self.tr("Reason"), self._why, hint=hint, required=known)

    def _removing(self, on: bool) -> None:
        editors = [
            self._since,
            *([self._home, self._department, self._post] if self._kind is TermKind.PLACE else [self._person]),
        ]
        for editor in editors:
            editor.setEnabled(not on)


def entry_words(entry: TermEntry) -> str:
    """What an entry says, in names; "" for nobody."""
    if entry.kind is TermKind.PLACE:
        return f"{entry.institution} {entry.department} · {entry.post}"
    return f"{entry.person} {entry.person_number}".strip()
