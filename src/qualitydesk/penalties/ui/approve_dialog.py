"""Who approved a slip, on which day and how: typed by whoever sits at the computer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.errors import Problem
from qualitydesk.basics.phrases import say
from qualitydesk.directory.model import Person
from qualitydesk.kit.draft_dialog import DraftDialog, FieldRow
from qualitydesk.kit.pickers import Choice, DayPicker, Picker
from qualitydesk.kit.tools import Tools
from qualitydesk.penalties.model import Approval, ApprovalWay, Approvers, SlipVerb, SlipView
from qualitydesk.penalties.rules import may, parties_of, problems_in_approval
from qualitydesk.penalties.service import Penalties
from qualitydesk.penalties.ui.deciders import More, decider_choices, prefill
from qualitydesk.rulebook.model import ApprovalRule, Party, SlipAct

NOBODY: Mapping[Party, str] = MappingProxyType({})


class ApprovalFields:
    """Who decided, on which day, how it was told, and a note; the same for one slip and for many."""

    def __init__(
        self, dialog: DraftDialog, people: Sequence[Person], today: date, more: More = lambda _who: ""
    ) -> None:
        """`more` is told of each who may, beside her post."""
        self._dialog = dialog
        self.offered = decider_choices(people, more=more)
        self.decided_by = Picker(self.offered)
        self.on = DayPicker(today)
        language = dialog.tools.language
        ways = [Choice(way, say(language, f"slip.way.{way.value}")) for way in ApprovalWay]
        choose = QCoreApplication.translate("ApproveDialog", "Choose")
        self.way = Picker(ways, optional=True, placeholder=choose)
        self.note = QLineEdit()

    def add_to(self, hint: str) -> FieldRow:
        """Put the fields into the dialog; gives the row of who decided, whose `hint` it takes."""
        translate, dialog = QCoreApplication.translate, self._dialog
        words = translate("ApproveDialog", "Who decides")
        who = dialog.add_row("decided_by", words, self.decided_by, hint=hint, required=True)
        dialog.add_row("on", translate("ApproveDialog", "Day of the decision"), self.on, required=True)
        dialog.add_row("way", translate("ApproveDialog", "How it was told"), self.way, required=True)
        told = translate("ApproveDialog", "By word of mouth: when and on what occasion. In writing: where it is kept.")
        dialog.add_row("note", translate("ApproveDialog", "Note"), self.note, hint=told)
        self.way.choose(None)
        return who

    def read(self) -> Approval:
        decided, way = self.decided_by.chosen(), self.way.chosen()
        return Approval(
            decided if isinstance(decided, UUID) else None,
            self.on.day(),
            ApprovalWay(str(way)) if way is not None else None,
            self.note.text().strip(),
        )


def not_by_words(not_by: Sequence[Party], language: str, names: Mapping[Party, str] = NOBODY) -> str:
    """Who may not approve though her post would let her, by the rule, with `names` where one slip is meant; "" where
    nobody is barred."""
    if not not_by:
        return ""
    between, inside = ("、", "（{}）") if language == "zh" else (", ", " ({})")
    named = between.join(
        say(language, f"rule.party.{party}") + (inside.format(names[party]) if names.get(party) else "")
        for party in not_by
    )
    return QCoreApplication.translate("ApproveDialog", "By the rule not by: {parties}.").format(parties=named)


class ApproveDialog(DraftDialog):
    """Asks who decided: only those the rule lets decide; the one who may is proposed where there is but one."""

    def __init__(
        self,
        tools: Tools,
        penalties: Penalties,
        view: SlipView,
        allowed: Approvers,
        today: date,
        by: By,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self._not_by = allowed.not_by
        self.setWindowTitle(self.tr("Approve {number}").format(number=view.slip.number))
        self.save_button.setText(self.tr("Approve"))
        self._view = view
        self._today = today
        free = [one for one in allowed.people if self._barred(one.id) is None]
        self.fields = ApprovalFields(self, free, today)
        self.decided_by, self.on, self.way, self.note = (
            self.fields.decided_by,
            self.fields.on,
            self.fields.way,
            self.fields.note,
        )
        payers = dict.fromkeys(payment.name for payment in view.slip.decision.payments)
        names = {
            Party.EMPLOYEE: view.slip.decision.employee.name,
            Party.PAYER: " · ".join(payers),
            Party.DRAFTER: view.drafted_by,
        }
        self._who = self.fields.add_to(not_by_words(self._not_by, tools.language, names))
        prefill(self.decided_by, self.fields.offered, by, self._who)

        def approve(draft: Approval) -> Done[None]:
            return penalties.approve(view.slip.id, view.slip.revision, by, draft)

        self.writes(approve)

    def read_draft(self) -> Approval:
        return self.fields.read()

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, Approval)
        barred = self._barred(draft.decided_by)
        dated = problems_in_approval(draft, self._view.slip.act_day, self._today)
        return (*((barred,) if barred else ()), *dated)

    def _barred(self, employee_id: UUID | None) -> Problem | None:
        slip = self._view.slip
        payers = [payment.person_id for payment in slip.decision.payments]
        rule = ApprovalRule((), not_by={SlipAct.APPROVE: self._not_by})
        return may(slip.state, SlipVerb.APPROVE, decided_by=employee_id, parties=parties_of(slip, payers), rule=rule)
