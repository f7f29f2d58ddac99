"""A tier pinned: which, until when, and why; the tiers' assets stand beside as the yardstick for an assessment."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.errors import Problem
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import Choice, DayPicker, Picker
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model import CustomerLine
from qualitydesk.members.model.tiers import PinDraft
from qualitydesk.members.rules.tier_states import problems_in_pin
from qualitydesk.members.rules.tiers import months_after
from qualitydesk.members.service.tiers import Tiers
from qualitydesk.members.ui.tier_words import tier_words, yuan_words
from qualitydesk.members.ui.words import brief_words
from qualitydesk.rulebook.model.tiers import TiersRule


class PinDialog(DraftDialog):
    """Opens with the tier held and an end in a year."""

    def __init__(
        self, tools: Tools, tiers: Tiers, member: CustomerLine, tier: str, rule: TiersRule, today: date, by: By,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(tools, "", save_text="", parent=parent)
        self.setWindowTitle(self.tr("Pin the tier of {member}").format(member=brief_words(member)))
        self._rule, self._today, self._member = rule, today, member
        language = tools.language
        self.tier = Picker(
            [
                Choice(
                    one.code, tier_words(one.code, language),
                    self.tr("assets from {sum}").format(sum=yuan_words(one.assets)) if one.assets else "",
                )
                for one in reversed(rule.levels)
            ]
        )  # fmt: skip
        self.tier.choose(tier)
        self.until = DayPicker(months_after(today, 12))
        self.reason = QPlainTextEdit()
        self.reason.setTabChangesFocus(True)
        self.reason.setMinimumHeight(9 * GRID)
        self.add_row("tier", self.tr("Tier"), self.tier, required=True)
        self.add_row(
            "until", self.tr("Ends on"), self.until, required=True,
            hint=self.tr("Until then nothing is proposed for this member; on that day the spending is reviewed."),
        )  # fmt: skip
        self.add_row(
            "reason", self.tr("Reason"), self.reason, required=True,
            hint=self.tr("Assessed assets, standing, a leader's decision: who assessed, on what ground."),
        )  # fmt: skip

        def save(draft: PinDraft) -> Done[None]:
            return tiers.pin(member.id, draft.tier, draft.reason, draft.until, by)

        self.writes(save)

    def read_draft(self) -> PinDraft:
        tier = self.tier.chosen()
        return PinDraft(str(tier) if tier is not None else None, self.until.day(), self.reason.toPlainText().strip())

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, PinDraft)
        rank = self._rule.rank_of(draft.tier) if draft.tier is not None else None
        return problems_in_pin(rank, draft.reason, draft.until, self._today)
