"""Steps 5 to 8: the solution, its approval by another, what came of it with the patient, the formalities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit

from qualitydesk.basics import money
from qualitydesk.basics.errors import Problem
from qualitydesk.complaints.model import Agreement, Leave, Need, NegotiationDraft, SolutionDraft
from qualitydesk.complaints.model.work import StepWork
from qualitydesk.complaints.rules.drafts import problems_in_negotiation, problems_in_solution
from qualitydesk.complaints.ui.offer import exact, one_of
from qualitydesk.complaints.ui.parts.base import Part, StepOffer, filed
from qualitydesk.complaints.ui.parts.money_rows import MoneyRows
from qualitydesk.complaints.ui.words import choices
from qualitydesk.kit.dates import moment_words
from qualitydesk.kit.keys import Key
from qualitydesk.kit.pickers import Choice, MomentPicker, MoneyBox, Picker
from qualitydesk.kit.pieces import Facts, label


class SolutionPart(Part):
    """What is to be offered."""

    def build(self) -> None:
        before = self.page.solution
        self.solution = QPlainTextEdit(before.words if before else "")
        self.refund = MoneyBox(before.refund if before and before.refund else None)
        self.compensation = MoneyBox(before.compensation if before and before.compensation else None)
        if before is not None and before.approved is False:
            self.dialog.add_wide(
                label(self.tr("Refused before: {words}").format(words=before.approval_words), tone="warning", wrap=True)
            )
        self.dialog.add_row("solution", self.tr("What is offered"), self.solution, required=True)
        self.dialog.add_row("refund", self.tr("Refund, yuan"), self.refund)
        self.dialog.add_row("compensation", self.tr("Compensation, yuan"), self.compensation)

    def fill(self, work: StepWork) -> StepWork:
        draft = SolutionDraft(self.solution.toPlainText().strip(), self.refund.fen() or 0, self.compensation.fen() or 0)
        return replace(work, solution=draft)

    def problems(self, work: StepWork) -> Sequence[Problem]:
        found = [
            Problem(name, "amount_unreadable")
            for name, box in (("refund", self.refund), ("compensation", self.compensation))
            if not box.is_amount()
        ]
        assert work.solution is not None
        return found + filed(problems_in_solution(work.solution), {"words": "solution"})

    def title(self) -> str:
        return self.tr("Solution")


class ApprovalPart(Part):
    """Approved or refused, by another than the drafter."""

    FIELDS = {"words": "approval_words", "reason": "approval_words"}  # noqa: RUF012 - never written

    def build(self) -> None:
        solution = self.page.solution
        told = Facts()
        if solution is not None:
            told.show_facts(
                [
                    (self.tr("What is offered"), solution.words),
                    (self.tr("Refund"), money.words(solution.refund)),
                    (self.tr("Compensation"), money.words(solution.compensation)),
                    (self.tr("Drafted by"), f"{solution.drafted_by} · {moment_words(solution.drafted_at)}"),
                ]
            )
        self.dialog.add_wide(told)
        self.approved = Picker(
            [
                Choice(True, self.tr("Approved: on to the patient")),
                Choice(False, self.tr("Refused: back to the drafting")),
            ],
            optional=True,
            placeholder=self.tr("Choose"),
        )
        self.words = QPlainTextEdit()
        self.dialog.add_row("approved", self.tr("Decision"), self.approved, required=True)
        self.dialog.add_row("approval_words", self.tr("Words"), self.words, hint=self.tr("Needed when it is refused."))

    def fill(self, work: StepWork) -> StepWork:
        approved = self.approved.chosen()
        words = self.words.toPlainText().strip()
        return replace(work, approved=approved if isinstance(approved, bool) else None, approval_words=words)

    def problems(self, work: StepWork) -> Sequence[Problem]:
        if work.approved is None:
            return [Problem("approved", "required")]
        if not work.approved and not work.approval_words:
            return [Problem("approval_words", "reason_missing")]
        return []

    def title(self) -> str:
        return self.tr("Approval of the solution")


class NegotiationPart(Part):
    """How it ended with the patient; without agreement the outside ways must have been told."""

    def build(self) -> None:
        before = self.page.negotiation
        self.result = Picker(
            choices("agreement", Agreement, self.language), optional=True, placeholder=self.tr("Choose")
        )
        self.at = MomentPicker(before.at if before else self.given.offer.now, zone=self.given.offer.zone)
        self.words = QPlainTextEdit(before.words if before else "")
        self.outside = QCheckBox(self.tr("The ways outside were told"))
        self.dialog.add_row("result", self.tr("Result"), self.result, required=True)
        self.dialog.add_row("talked_at", self.tr("When"), self.at, required=True)
        self.dialog.add_row("negotiated", self.tr("What was agreed or said"), self.words, required=True)
        self.dialog.add_row(
            "outside_ways_told",
            "",
            self.outside,
            hint=self.tr("Mediation, health authority, court; needed without agreement."),
        )
        self.outside.setAccessibleName(self.outside.text())
        if before is not None:
            self.result.choose(before.result)
            self.outside.setChecked(before.outside_ways_told)

    def fill(self, work: StepWork) -> StepWork:
        words = self.words.toPlainText().strip()
        at = exact(self.at.moment(), self.given.offer.now, self.page.line.received_at)
        draft = NegotiationDraft(one_of(self.result, Agreement), at, words, self.outside.isChecked())
        return replace(work, negotiation=draft)

    def problems(self, work: StepWork) -> Sequence[Problem]:
        assert work.negotiation is not None
        found = problems_in_negotiation(work.negotiation, self.page.line.received_at, self.given.offer.now)
        return filed(found, {"at": "talked_at", "words": "negotiated"})

    def title(self) -> str:
        return self.tr("Negotiation")


class FormalitiesPart(Part):
    """Money asked for, approved and signed, all of it from here; or the patient flagged for all staff.

    Signals: `money_wanted` money is to be asked for; `verb_wanted(PayVerb, Payment)` a payment goes on; `skip_wanted`
    nothing is to be paid: the step is passed over with a reason.
    """

    money_wanted = Signal()
    verb_wanted = Signal(object, object)
    skip_wanted = Signal()

    FIELDS = {"payments": "payments", "flagged": "flag_reason", "flag": "flag_reason"}  # noqa: RUF012 - never written

    def build(self) -> None:
        self.money = MoneyRows(self.language)
        self.money.asked.connect(self.money_wanted)
        self.money.wanted.connect(self.verb_wanted)
        self.money.needless.connect(self.skip_wanted)
        self.dialog.add_row("payments", self.tr("Money"), self.money)
        self.flag_reason = QLineEdit(self.page.flag_reason)
        self._show_money()
        if not self.page.line.flagged:
            self.dialog.add_row(
                "flag_reason",
                self.tr("Flag the patient, because"),
                self.flag_reason,
                required=self._flag_needed,
                hint=self.tr("All staff see it. Asked for when nothing is paid back."),
            )

        self.dialog.key_table.bind(
            Key("Alt+A", self.tr("Ask for a refund or compensation"), self.money.ask_button.click),
            Key("Alt+N", self.tr("Nothing is to be paid: pass the step over"), self._needless),
        )

    def renew(self, given: StepOffer) -> None:
        """Money has moved on: show it as it stands now."""
        self.given, self.page = given, given.page
        self._show_money()
        self.dialog.field_row("payments").say_problem("")

    def _show_money(self) -> None:
        missing = {one.code for one in self.page.missing}
        self._flag_needed = f"need_{Need.FLAG}" in missing
        skips = [one for one in self.page.moves if one.how is Leave.SKIP and not one.problems]
        self.money.show_payments(self.page.payments, may_skip=bool(skips))
        hint = self.tr("Nothing was asked for, and nothing agreed on is to be paid.")
        if f"need_{Need.MONEY}" in missing:
            hint = self.tr("What was agreed on is asked for, approved by another and signed by the patient here.")
        elif self.page.payments:
            hint = self.tr("Everything is approved and signed; the money's arrival is recorded on the tab of money.")
        self.dialog.field_row("payments").say_hint(hint)

    def _needless(self) -> None:
        if self.money.needless_button.isVisible():
            self.money.needless_button.click()

    def fill(self, work: StepWork) -> StepWork:
        return replace(work, flag_reason="" if self.page.line.flagged else self.flag_reason.text().strip())

    def problems(self, work: StepWork) -> Sequence[Problem]:
        found = []
        if work.go_on and any(one.code == f"need_{Need.MONEY}" for one in self.page.missing):
            found.append(Problem("payments", f"need_{Need.MONEY}"))
        if work.go_on and self._flag_needed and not work.flag_reason:
            found.append(Problem("flag_reason", f"need_{Need.FLAG}"))
        return found

    def title(self) -> str:
        return self.tr("Formalities")
