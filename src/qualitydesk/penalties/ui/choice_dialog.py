"""Before a slip is proposed: another amount within the rule, a superior left out, what improvement is wanted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from qualitydesk.basics import money
from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.errors import Problem, Refused
from qualitydesk.basics.phrases import capital, say
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import Choice as Offered
from qualitydesk.kit.pickers import MoneyBox, Picker
from qualitydesk.kit.pieces import hbox, label
from qualitydesk.kit.tools import Tools
from qualitydesk.penalties.model import Blame, Choice, Decision, Leeway, Payment, Proposal, SlipLine
from qualitydesk.penalties.rules.choosing import is_range, suggested
from qualitydesk.penalties.service import Penalties
from qualitydesk.penalties.ui.beside import beside_words
from qualitydesk.penalties.ui.live_sum import LiveSum
from qualitydesk.rulebook.model import Amount, Role


@dataclass(frozen=True)
class ChoiceDraft:
    """What the dialog hands over; `unreadable`: the roles whose amount is no amount."""

    choice: Choice
    improvement: str = ""
    unreadable: tuple[Role, ...] = ()


class ChoiceDialog(DraftDialog):
    """Proposes one employee's slip with what was chosen; the total follows every change."""

    def __init__(
        self,
        tools: Tools,
        penalties: Penalties,
        proposal: Proposal,
        leeway: Leeway,
        by: Callable[[], By],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("Change the proposal on {name}").format(name=proposal.employee))
        self.save_button.setText(self.tr("Propose"))
        self._penalties = penalties
        self._proposal = proposal
        self._leeway = leeway
        self.amounts: dict[Role, MoneyBox] = {}
        self.blame: dict[Role, Picker] = {}
        self.other_act = QLineEdit()
        self.amount_reason = QLineEdit()
        self.leave_out = Picker(optional=True, placeholder=self.tr("Nobody is left out"))
        self.leave_out_reason = QLineEdit()
        self.improvement = QPlainTextEdit()
        self.total = LiveSum(self, penalties)
        self._add_amounts()
        self._add_leaving_out()
        if proposal.beside:
            told = beside_words(proposal.alike, proposal.points, tools.language)
            self.beside = label("\n".join(told), tone="warning", wrap=True)
            self.add_wide(self.beside)
            self.add_row("other_act", self.tr("Why it is another act"), self.other_act, required=True)
        usual = "slip.improvement_case" if proposal.decision.case is not None else "slip.improvement"
        hint = self.tr("Left empty, the slip says: {words}").format(words=say(tools.language, usual))
        self.add_row("improvement", self.tr("Improvement wanted"), self.improvement, hint=hint)
        total = QWidget()
        total.setLayout(hbox(label(self.tr("Total"), "section"), None, self.total))
        self.add_wide(total)
        total.setVisible(bool(proposal.decision.payments))
        self._show_total(proposal.decision)
        self.leave_out.picked.connect(lambda _key: self._reckon())
        self._propose_with(by)

    def read_draft(self) -> ChoiceDraft:
        proposed = {payment.role: payment.amount for payment in self._proposal.decision.payments}
        typed = {role: box.fen() for role, box in self.amounts.items()}
        chosen = {role: fen for role, fen in typed.items() if fen is not None and fen != proposed[role]}
        out = self.leave_out.chosen()
        choice = Choice(
            amounts=chosen,
            amount_reason=self.amount_reason.text().strip() if chosen else "",
            leave_out=frozenset((Role(str(out)),)) if out is not None else frozenset(),
            leave_out_reason=self.leave_out_reason.text().strip() if out is not None else "",
            blame={
                role: Blame(str(key)) for role, picker in self.blame.items() if (key := picker.chosen()) is not None
            },
            other_act=self.other_act.text().strip(),
        )
        unreadable = tuple(role for role, fen in typed.items() if fen is None)
        return ChoiceDraft(choice, self.improvement.toPlainText().strip(), unreadable)

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, ChoiceDraft)
        return [Problem(f"amounts.{role}", "amount_unreadable") for role in draft.unreadable]

    def _add_amounts(self) -> None:
        free = False
        for payment in self._proposal.decision.payments:
            amount = self._leeway.amounts.get(payment.role)
            if amount is None:
                continue
            free = free or amount.low != amount.high
            box = self.amounts[payment.role] = MoneyBox(payment.amount)
            box.setEnabled(amount.low != amount.high)
            box.textEdited.connect(lambda _typed: self._reckon())
            if is_range(amount):
                self._add_blame(payment, amount, box)
            self.add_row(f"amounts.{payment.role}", self._who(payment), box, hint=self._allowed(amount))
        if free:
            hint = self.tr("Needed for any other amount than the one proposed.")
            self.add_row("amount_reason", self.tr("Reason for the amount"), self.amount_reason, hint=hint)

    def _add_blame(self, payment: Payment, amount: Amount, box: MoneyBox) -> None:
        """The responsibility found: it puts the sum it suggests, which may be changed."""
        language = self.tools.language
        choices = [
            Offered(one, capital(say(language, f"blame.{one}")), money.words(suggested(amount, one))) for one in Blame
        ]
        unfound = self.tr("Not found: the low end")
        picker = self.blame[payment.role] = Picker(choices, optional=True, placeholder=unfound)
        picker.choose(None)

        def suggest(key: object) -> None:
            box.set_fen(suggested(amount, Blame(str(key))) if key is not None else amount.low)
            self._reckon()

        picker.picked.connect(suggest)
        title = self.tr("Responsibility of {who}").format(who=self._who(payment))
        self.add_row(f"blame.{payment.role}", title, picker)

    def _add_leaving_out(self) -> None:
        above = [payment for payment in self._proposal.decision.payments if payment.role is not Role.EMPLOYEE]
        if not above or not self._leeway.may_leave_out:
            return
        self.leave_out.show_choices([Offered(payment.role.value, self._who(payment)) for payment in above])
        self.add_row("leave_out", self.tr("Leave out a superior"), self.leave_out)
        self.add_row("leave_out_reason", self.tr("Reason for leaving out"), self.leave_out_reason)

    def _who(self, payment: Payment) -> str:
        return f"{say(self.tools.language, f'role.{payment.role}')} {payment.name}"

    def _allowed(self, amount: Amount) -> str:
        if amount.low == amount.high:
            return self.tr("Fixed by the rule.")
        if amount.choices:
            between = self.tr(" or ")
            return self.tr("The rule allows {sums}.").format(sums=between.join(map(money.words, amount.choices)))
        low, high = money.words(amount.low), money.words(amount.high)
        return self.tr("The rule allows {low} to {high}.").format(low=low, high=high)

    def _reckon(self) -> None:
        """Ask the ladder what would be paid in all with what is typed so far, reasons aside."""
        draft = self.read_draft()
        if draft.unreadable:
            self.total.show_words("—")
            return
        choice = Choice(draft.choice.amounts, "…", draft.choice.leave_out, "…")
        one = self._proposal
        self.tools.operations.read(
            self,
            self._penalties.decide_on,
            one.decision.event,
            one.employee_id,
            choice,
            then=self._show_total,
            failed=self._no_total,
        )

    def _show_total(self, decision: Decision) -> None:
        self.total.show_decision(decision, money.words(decision.total))

    def _no_total(self, error: Exception) -> bool:
        """An amount the rule does not allow: Save tells why beside the field."""
        self.total.show_words("—")
        return isinstance(error, Refused)

    def _propose_with(self, by: Callable[[], By]) -> None:
        one = self._proposal

        def propose(draft: ChoiceDraft, who: By) -> Done[SlipLine]:
            return self._penalties.propose_on(
                one.decision.event, one.employee_id, who, choice=draft.choice, improvement=draft.improvement
            )

        self.writes(propose, by())
