"""A reward proposed, and who approved one: two short dialogs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from qualitydesk.basics import money
from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.errors import Problem
from qualitydesk.basics.phrases import capital, say
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import Choice, DayPicker, ManyPicker, MoneyBox, Picker
from qualitydesk.kit.tools import Tools
from qualitydesk.penalties.model.rewards import STAR, Reward, RewardDraft, RewardOffer, RewardVerb
from qualitydesk.penalties.rules.rewards import may_reward, problems_in_reward
from qualitydesk.penalties.service import Rewards
from qualitydesk.penalties.ui.deciders import decider_choices, prefill
from qualitydesk.penalties.ui.reward_words import people_choices


class RewardDialog(DraftDialog):
    """Hands out a `RewardDraft`; what may be given and how much follows the kind."""

    def __init__(
        self, tools: Tools, rewards: Rewards, offer: RewardOffer, by: By, parent: QWidget | None = None
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("Propose a reward"))
        self.save_button.setText(self.tr("Propose"))
        self._offer = offer
        language = tools.language
        self.employee = Picker(people_choices(offer.people))
        self.kind = Picker(
            [
                Choice(
                    (grade.code, kind),
                    capital(say(language, f"reward.kind.{kind}")),
                    capital(say(language, f"reward.grade.{grade.code}")),
                )
                for grade in offer.rule.grades.values()
                for kind in grade.kinds
                if kind != STAR  # chosen from its ranked list
            ]
        )
        self.deed_on = DayPicker(offer.today)
        self.amount = MoneyBox()
        self.extras = ManyPicker(self._extras(offer), search=False)
        self.reason = QPlainTextEdit()
        self.add_row("employee_id", self.tr("Employee"), self.employee, required=True)
        self.add_row("kind", self.tr("What for"), self.kind, required=True)
        self.add_row("deed_on", self.tr("Day of the deed"), self.deed_on, required=True)
        self._sum = self.add_row("amount", self.tr("Sum"), self.amount)
        self.add_row("extras", self.tr("Besides"), self.extras)
        self.add_row("reason", self.tr("Reason"), self.reason, required=True)
        self.employee.choose(None)
        self.kind.choose(None)
        self.kind.picked.connect(self._follow_kind)

        def propose(draft: RewardDraft) -> Done[Reward]:
            return rewards.propose(draft, by)

        self.writes(propose)

    def _extras(self, offer: RewardOffer) -> list[Choice]:
        codes = dict.fromkeys(code for grade in offer.rule.grades.values() for code in grade.extras)
        return [Choice(code, capital(say(self.tools.language, f"reward.extra.{code}"))) for code in codes]

    def _follow_kind(self, _key: object) -> None:
        """Say what the level allows, and propose its low end."""
        grade = self._offer.rule.grades.get(self._chosen()[0])
        if grade is None:
            return
        if grade.high is not None:
            words = self.tr("By the rule from {low} to {high}.")
            self._sum.say_hint(words.format(low=money.words(grade.low), high=money.words(grade.high)))
            if self.amount.fen() in (None, 0):
                self.amount.set_fen(grade.low)
        else:
            self._sum.say_hint(self.tr("Open: set by leaders and HR; empty for no money."))

    def _chosen(self) -> tuple[str, str]:
        found = self.kind.chosen()
        return (str(found[0]), str(found[1])) if isinstance(found, tuple) else ("", "")

    def read_draft(self) -> RewardDraft:
        employee, (grade, kind) = self.employee.chosen(), self._chosen()
        fen = self.amount.fen()
        return RewardDraft(
            employee if isinstance(employee, UUID) else None,
            grade,
            kind,
            (fen or 0) if self.amount.is_amount() else None,
            tuple(str(code) for code in self.extras.chosen()),
            self.reason.toPlainText().strip(),
            self.deed_on.day(),
        )

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, RewardDraft)
        return problems_in_reward(draft, self._offer.rule, self._offer.today)


@dataclass(frozen=True)
class Decided:
    """Who approved, and on which day."""

    by: UUID | None
    on: date | None


class RewardApproveDialog(DraftDialog):
    """Asks who decided: only those the rule lets decide, never who proposed it or whom it is for."""

    def __init__(
        self, tools: Tools, rewards: Rewards, reward: Reward, offer: RewardOffer, by: By, parent: QWidget | None = None
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("Approve {number}").format(number=reward.number))
        self.save_button.setText(self.tr("Approve"))
        self._reward = reward
        offered = decider_choices(offer.approvers, self._barred)
        self.decided_by = Picker(offered)
        self.on = DayPicker(offer.today)
        hint = self.tr("By the rule: {posts}. Not {proposer}, who proposed it, and not {employee}, whom it is for.")
        words = hint.format(posts=" / ".join(offer.posts), proposer=reward.proposer, employee=reward.employee)
        who = self.add_row("decided_by", self.tr("Who decides"), self.decided_by, hint=words, required=True)
        self.add_row("on", self.tr("Day of the decision"), self.on, required=True)
        prefill(self.decided_by, offered, by, who)

        def approve(decided: Decided) -> Done[None]:
            return rewards.approve(reward.id, reward.revision, decided.by, decided.on, by)

        self.writes(approve)

    def read_draft(self) -> Decided:
        decided = self.decided_by.chosen()
        return Decided(decided if isinstance(decided, UUID) else None, self.on.day())

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, Decided)
        barred = self._barred(draft.by)
        return (barred,) if barred else ()

    def _barred(self, who: UUID | None) -> Problem | None:
        one = self._reward
        return may_reward(
            one.state, RewardVerb.APPROVE, decided_by=who, proposed_by=one.proposed_by, employee_id=one.employee_id
        )
