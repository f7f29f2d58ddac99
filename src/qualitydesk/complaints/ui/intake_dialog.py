"""A new complaint, entered in under a minute by keyboard; likely duplicates come up while typing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.clock import local
from qualitydesk.basics.errors import Problem
from qualitydesk.complaints.model import (
    CaseDraft,
    CaseLine,
    Channel,
    ExternalDraft,
    ExternalKind,
    Likeness,
    Party,
    PersonDraft,
    Relation,
    Remedy,
    ServiceNode,
    SubjectDraft,
    SubjectKind,
)
from qualitydesk.complaints.rules.drafts import problems_in_case
from qualitydesk.complaints.service import Complaints
from qualitydesk.complaints.ui.duplicates import DuplicatesView
from qualitydesk.complaints.ui.files_field import Attached, FilesField, read_files
from qualitydesk.complaints.ui.offer import CaseOffer, id_of, one_of
from qualitydesk.complaints.ui.party_field import PartyField, completed
from qualitydesk.complaints.ui.several import SeveralField
from qualitydesk.complaints.ui.words import choices
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.dropping import DropGround, PasteGround
from qualitydesk.kit.keys import Key
from qualitydesk.kit.pickers import Choice, DayPicker, MomentPicker, Picker
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.members.service import Members

PAUSE = 300  # ms after the last letter before cases alike are looked for
EXTERNAL = {
    Channel.HOTLINE_12345: ExternalKind.HOTLINE_12345,
    Channel.HOTLINE_12315: ExternalKind.HOTLINE_12315,
    Channel.AUTHORITY: ExternalKind.AUTHORITY,
    Channel.REFERRAL: ExternalKind.OTHER,
}
"""Channels whose sender sets a date of their own."""


@dataclass(frozen=True)
class Intake:
    """What the dialog hands over: the case and the files to be kept with it."""

    case: CaseDraft
    files: tuple[Attached, ...] = ()


class IntakeDialog(DraftDialog):
    """Signals: `opened(UUID)` the new case is on disk; `case_wanted(UUID)` an earlier one is to be seen instead."""

    opened = Signal(object)
    case_wanted = Signal(object)

    def __init__(
        self,
        tools: Tools,
        complaints: Complaints,
        members: Members | None,
        offer: CaseOffer,
        by: By,
        given: CaseDraft = CaseDraft(),  # noqa: B008 - a frozen value
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("New complaint"))
        self.save_button.setText(self.tr("Take the complaint in"))
        self.setMinimumWidth(92 * GRID)
        self._complaints = complaints
        self._members = members
        self._offer = offer
        self._by = by
        self._given = given
        self._asked: CaseDraft | None = None
        self._make_fields()
        self._add_rows()
        self._fill()
        self._follow()
        self._join()

    def _join(self) -> None:
        """What Save does."""
        self.writes(self._open_case, then=self.opened.emit)

    def _make_fields(self) -> None:
        language = self.tools.language
        self.institution = Picker([Choice(one.id, one.name, one.code) for one in self._offer.institutions])
        self.channel = Picker(choices("channel", Channel, language))
        self.outside_number = QLineEdit()
        self.answer_by = MomentPicker(optional=True, zone=self._offer.zone)
        self.earlier = QCheckBox(self.tr("It was received earlier than now"))
        self.received_at = MomentPicker(self._offer.now, zone=self._offer.zone)
        self.backdate_reason = QLineEdit()
        self.complainant = PartyField(self.tools, self._members, self.tr("Complainant"))
        self.anonymous = QCheckBox(self.tr("Wants to stay unnamed"))
        self.relation = Picker(choices("relation", Relation, language))
        self.patient = PartyField(self.tools, self._members, self.tr("Patient"))
        self.duplicates = DuplicatesView(language)
        self.narrative = QPlainTextEdit()
        self.happened_on = DayPicker(optional=True)
        self.place = QLineEdit()
        self.node = Picker(choices("service_node", ServiceNode, language), optional=True, placeholder=self.tr("Choose"))
        self.people = SeveralField(placeholder=self.tr("Name, initials or number; Enter takes one, and on to the next"))
        self.subjects = SeveralField(choices("subject", SubjectKind, language), abreast=4)
        self.remedies = SeveralField(choices("remedy", Remedy, language), abreast=4)
        self.demand = QLineEdit()
        self.intent = QLineEdit()
        self.files = FilesField(self.tools, lambda: local(self._offer.now, self._offer.zone))

    def _add_rows(self) -> None:
        self.add_row("institution_id", self.tr("Institution"), self.institution, required=True)
        self.add_row("channel", self.tr("Channel"), self.channel, required=True)
        self.add_row("outside_number", self.tr("Their number"), self.outside_number)
        self.add_row("answer_by", self.tr("Answer asked for by"), self.answer_by, hint=self.tr("Can stay empty."))
        self.add_row("earlier", self.tr("Received"), self.earlier)
        self.add_row("received_at", self.tr("Received at"), self.received_at, required=True)
        self.add_row("backdate_reason", self.tr("Why entered later"), self.backdate_reason, required=True)
        self.add_row("complainant", self.tr("Complainant"), self.complainant, required=True)
        self.add_row("anonymous", "", self.anonymous)
        self.anonymous.setAccessibleName(self.anonymous.text())
        self.add_row("relation", self.tr("Relation to the patient"), self.relation, required=True)
        self.add_row("patient", self.tr("Patient"), self.patient, required=True)
        self.add_wide(self.duplicates)
        self.add_row("narrative", self.tr("What happened"), self.narrative, required=True)
        self.add_row("subjects", self.tr("Subjects"), self.subjects)
        self.add_row("people", self.tr("Complained of"), self.people)
        self.add_row("happened_on", self.tr("Happened on"), self.happened_on)
        self.add_row("place", self.tr("Where"), self.place)
        self.add_row("node", self.tr("At which step of the service"), self.node)
        self.add_row("remedies", self.tr("Remedy sought"), self.remedies)
        self.add_row("demand", self.tr("In the complainant's words"), self.demand)
        self.add_row("intent", self.tr("Stated intent"), self.intent, hint=self.tr("What they say they will do next."))
        self.add_row("files", self.tr("Files"), self.files)

    def _fill(self) -> None:
        given, offer = self._given, self._offer
        me = offer.person(self._by.decided_by)
        home = given.institution_id or (me.institution_id if me is not None else None)
        first = offer.institutions[0].id if offer.institutions else None
        self.institution.choose(home if any(one.id == home for one in offer.institutions) else first)
        self.channel.choose(given.channel or Channel.TELEPHONE)
        self.complainant.show_party(given.complainant)
        self.relation.choose(given.relation)
        self.patient.show_party(given.patient)
        self.anonymous.setChecked(given.anonymous)
        self.narrative.setPlainText(given.narrative)
        self.people.choose([one.employee_id for one in given.people])
        self.subjects.choose([one.kind for one in given.subjects])
        self._show_people()
        self._show_rows()

    def _follow(self) -> None:
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._look)
        self.institution.picked.connect(lambda _key: self._show_people())
        for picker in (self.channel, self.relation):
            picker.picked.connect(lambda _key: self._show_rows())
        for box in (self.earlier, self.anonymous):
            box.toggled.connect(lambda _on: self._show_rows())
        for party in (self.complainant, self.patient):
            party.picked.connect(self._pause.start)
        self.narrative.textChanged.connect(self._pause.start)
        self.duplicates.wanted.connect(self.case_wanted.emit)
        if self._given.narrative:  # handed over: what it may be is told before anything is typed
            self._pause.start()
        DropGround(self, self.narrative.viewport(), self.narrative, parent=self).dropped.connect(self.files.take)
        PasteGround(self.narrative, parent=self)
        self.key_table.bind(
            Key("Ctrl+Shift+V", self.tr("Paste a file or picture"), self.files.paste),
        )

    def _show_people(self) -> None:
        self.people.show_choices(self._offer.staff_choices(id_of(self.institution)))

    def _show_rows(self) -> None:
        """Only what this complaint needs is asked."""
        outside = self.channel.chosen() in EXTERNAL
        shown = {
            "outside_number": outside,
            "answer_by": outside,
            "received_at": self.earlier.isChecked(),
            "backdate_reason": self.earlier.isChecked(),
            "patient": self.relation.chosen() != Relation.SELF and not self.anonymous.isChecked(),
            "complainant": not self.anonymous.isChecked(),
            "relation": not self.anonymous.isChecked(),
        }
        for name, visible in shown.items():
            self.field_row(name).set_shown(visible)
        self._pause_look()

    def _pause_look(self) -> None:
        pause = getattr(self, "_pause", None)
        if pause is not None:
            pause.start()

    def read_draft(self) -> Intake:
        channel, relation = one_of(self.channel, Channel), one_of(self.relation, Relation) or Relation.SELF
        anonymous = self.anonymous.isChecked()
        of_self = relation is Relation.SELF or anonymous
        people = [one for one in (self._offer.person(_uuid(key)) for key in self.people.chosen()) if one is not None]
        case = replace(
            self._given,
            institution_id=id_of(self.institution),
            channel=channel,
            received_at=self.received_at.moment() if self.earlier.isChecked() else None,
            backdate_reason=self.backdate_reason.text().strip() if self.earlier.isChecked() else "",
            department_id=people[0].department_id if people else None,
            complainant=Party() if anonymous else self.complainant.party(),
            anonymous=anonymous,
            relation=relation,
            patient=Party() if of_self else self.patient.party(),
            happened_on=self.happened_on.day(),
            place=self.place.text().strip(),
            node=one_of(self.node, ServiceNode),
            narrative=self.narrative.toPlainText().strip(),
            people=tuple(PersonDraft(one.id) for one in people),
            subjects=tuple(SubjectDraft(SubjectKind(str(key))) for key in self.subjects.chosen()),
            remedies=tuple(Remedy(str(key)) for key in self.remedies.chosen()),
            demand=self.demand.text().strip(),
            intent=self.intent.text().strip(),
            externals=self._externals(),
            outside_number=self.outside_number.text().strip() if channel in EXTERNAL else self._given.outside_number,
        )
        return Intake(case, self.files.files())

    def _externals(self) -> tuple[ExternalDraft, ...]:
        channel, due_at = one_of(self.channel, Channel), self.answer_by.moment()
        kind = EXTERNAL.get(channel) if channel is not None else None
        if kind is None or due_at is None:
            return self._given.externals
        return (ExternalDraft(kind, due_at, reference=self.outside_number.text().strip()),)

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, Intake)
        return problems_in_case(draft.case, self._offer.now, self._offer.today)

    def _open_case(self, intake: Intake) -> Done[Any]:
        """On the lane: who is on record is filled in, the files are read."""
        customer = self._members.customer if self._members is not None else None
        case = replace(
            intake.case,
            complainant=completed(intake.case.complainant, customer),
            patient=completed(intake.case.patient, customer),
        )
        return self._complaints.open_case(case, self._by, read_files(intake.files))

    def _look(self) -> None:
        """What may be the same, from a read lane, when something it goes by has changed."""
        case = self.read_draft().case
        asked = CaseDraft(
            institution_id=case.institution_id,
            complainant=case.complainant,
            relation=case.relation,
            patient=case.patient,
            narrative=case.narrative,
        )
        if asked == self._asked:
            return
        self._asked = asked
        self.tools.operations.read(self, partial(self._found, asked), then=self._show_found, topic="likely duplicates")

    def _found(self, asked: CaseDraft) -> tuple[list[Likeness], list[CaseLine], str]:
        customer = self._members.customer if self._members is not None else None
        whole = replace(
            asked, complainant=completed(asked.complainant, customer), patient=completed(asked.patient, customer)
        )
        party = whole.complainant if whole.relation is Relation.SELF else whole.patient
        reached = party.telephone or whole.complainant.telephone
        known = len(reached) >= 7 or party.customer_id is not None
        earlier = self._complaints.earlier_cases(reached, party.customer_id) if known else []
        flag = self._complaints.flag_of(reached, party.customer_id) if known else ""
        return self._complaints.likely_duplicates(whole), earlier, flag

    def _show_found(self, found: tuple[list[Likeness], list[CaseLine], str]) -> None:
        self.duplicates.show_found(*found)


def _uuid(key: object) -> Any:
    return key
