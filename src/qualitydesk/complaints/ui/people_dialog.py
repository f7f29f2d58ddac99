"""Who is named in a case, by role; what was judged and said of those who stay is kept."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import By
from qualitydesk.basics.errors import Problem
from qualitydesk.complaints.model import PersonDraft, PersonRole
from qualitydesk.complaints.rules.drafts import problems_in_people
from qualitydesk.complaints.service import Complaints
from qualitydesk.complaints.ui.parts import StepOffer
from qualitydesk.complaints.ui.several import SeveralField
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.tools import Tools


class PeopleDialog(DraftDialog):
    """A field for each role."""

    def __init__(
        self, tools: Tools, complaints: Complaints, given: StepOffer, by: By, parent: QWidget | None = None
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("People in {number}").format(number=given.page.line.number))
        self._before = {one.employee_id: one for one in given.page.people}
        titles = {
            PersonRole.COMPLAINED: self.tr("Complained of"),
            PersonRole.INVOLVED: self.tr("Involved"),
            PersonRole.WITNESS: self.tr("Witnesses"),
        }
        offered = given.offer.staff_choices(given.page.line.institution_id, with_left=True)
        self.fields = {role: SeveralField(offered) for role in PersonRole}
        for role, field in self.fields.items():
            field.choose([one.employee_id for one in given.page.people if one.role is role])
            self.add_row("people" if role is PersonRole.COMPLAINED else str(role), titles[role], field)
        line = given.page.line
        self.writes(lambda people: complaints.set_people(line.id, line.revision, people, by))

    def read_draft(self) -> tuple[PersonDraft, ...]:
        return tuple(self._draft(key, role) for role, field in self.fields.items() for key in field.chosen())

    def _draft(self, key: object, role: PersonRole) -> PersonDraft:
        assert isinstance(key, UUID)
        known = self._before.get(key)
        if known is None:
            return PersonDraft(key, role)
        return PersonDraft(key, role, known.responsibility, known.words)

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, tuple)
        return problems_in_people(draft)
