"""What was taken down at intake is put right, with the reason; people, subjects and money have windows of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.errors import Problem
from qualitydesk.complaints.service import Complaints
from qualitydesk.complaints.ui.intake_dialog import Intake, IntakeDialog
from qualitydesk.complaints.ui.parts import StepOffer
from qualitydesk.complaints.ui.party_field import completed
from qualitydesk.kit.tools import Tools
from qualitydesk.members.service import Members

_NOT_HERE = ("people", "subjects", "files", "answer_by", "earlier", "backdate_reason")


@dataclass(frozen=True)
class Correction(Intake):
    """An intake with the reason of its correction."""

    reason: str = ""


class CaseCorrectDialog(IntakeDialog):
    """The intake's fields as they stand; institution and month stay, the number speaks of them."""

    def __init__(
        self,
        tools: Tools,
        complaints: Complaints,
        members: Members | None,
        given: StepOffer,
        by: By,
        parent: QWidget | None = None,
    ) -> None:
        self._line = given.page.line
        self._before = given.page.intake
        super().__init__(tools, complaints, members, given.offer, by, given.page.intake, parent)
        self.setWindowTitle(self.tr("Correct {number}").format(number=self._line.number))
        self.save_button.setText(self.tr("Save the correction"))
        self.reason = QLineEdit()
        self.add_row("reason", self.tr("Reason"), self.reason, required=True)
        self.duplicates.hide()

    def _fill(self) -> None:
        super()._fill()
        before = self._before
        self.institution.setEnabled(False)
        self.received_at.set_moment(self._line.received_at)
        self.anonymous.setChecked(before.anonymous)
        self.happened_on.set_day(before.happened_on)
        self.place.setText(before.place)
        self.node.choose(before.node)
        self.remedies.choose(before.remedies)
        self.demand.setText(before.demand)
        self.intent.setText(before.intent)
        self.outside_number.setText(before.outside_number)
        self._show_rows()

    def _show_rows(self) -> None:
        super()._show_rows()
        for name in _NOT_HERE:
            self.field_row(name).set_shown(False)
        self.field_row("received_at").set_shown(True)

    def _look(self) -> None:
        """No duplicates are looked for: the case is there."""

    def read_draft(self) -> Any:
        case = super().read_draft().case
        moment = self.received_at.moment()
        same = moment is not None and abs((moment - self._line.received_at).total_seconds()) < 60
        kept = replace(
            case,
            received_at=self._line.received_at if same else moment,
            backdate_reason=self._before.backdate_reason,
            people=self._before.people,
            subjects=self._before.subjects,
            department_id=self._before.department_id,
            externals=self._before.externals,
        )
        reason = getattr(self, "reason", None)
        return Correction(kept, reason=reason.text().strip() if reason is not None else "")

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, Correction)
        found = [one for one in super().problems_in(draft) if one.field != "backdate_reason"]
        return found if draft.reason else [*found, Problem("reason", "reason_missing")]

    def _join(self) -> None:
        self.writes(self._correct)

    def _correct(self, draft: Correction) -> Done[None]:
        customer = self._members.customer if self._members is not None else None
        case = replace(
            draft.case,
            complainant=completed(draft.case.complainant, customer),
            patient=completed(draft.case.patient, customer),
        )
        return self._complaints.correct_case(self._line.id, self._line.revision, case, draft.reason, self._by)
