"""The Service Star of a month: a ranked list, every number explained, and the proposal for the one chosen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.errors import Problem
from qualitydesk.basics.phrases import capital, say
from qualitydesk.directory.model import Institution
from qualitydesk.kit.card import ExplainCard, Explanation
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import Choice, ManyPicker, MoneyBox, Picker
from qualitydesk.kit.pieces import label
from qualitydesk.kit.scrolled import scroll_column
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.penalties.model.rewards import STAR, Reward, RewardDraft, RewardOffer, StarList, StarPlace
from qualitydesk.penalties.rules.points import month_after, month_before
from qualitydesk.penalties.rules.rewards import problems_in_reward
from qualitydesk.penalties.service import Rewards
from qualitydesk.penalties.ui.explaining import explain_by, why_key
from qualitydesk.penalties.ui.month_picker import MonthPicker
from qualitydesk.penalties.ui.reward_words import percent, star_card
from qualitydesk.penalties.ui.words import NOTHING

_GRADE = "honour"
_BESIDE = 46 * GRID  # pixels


class StarDialog(DraftDialog):
    """Hands out the `RewardDraft` of whoever is chosen in the list."""

    def __init__(
        self,
        tools: Tools,
        rewards: Rewards,
        offer: RewardOffer,
        institutions: Sequence[Institution],
        by: By,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("Service Star"))
        self.save_button.setText(self.tr("Propose as star"))
        self._rewards = rewards
        self._offer = offer
        self.month = MonthPicker()
        self.month.offer_until(offer.today, month_before(offer.today.replace(day=1)))
        self.institution = Picker([Choice(one.id, one.name, one.code) for one in institutions])
        self.institution.choose(institutions[0].id if institutions else None)
        self.places = TableModel(self._columns(), key=lambda row: row.facts.employee_id, parent=self)
        self.table = Table(
            self.places,
            name=self.tr("Ranked list"),
            empty=self.tr("Nobody was inspected or praised in this month."),
        )
        self.table.setMinimumHeight(30 * GRID)
        self.chosen = label("", "caption", wrap=True)
        self.amount = MoneyBox()
        extras = offer.rule.grades[_GRADE].extras
        self.extras = ManyPicker(
            [Choice(one, capital(say(tools.language, f"reward.extra.{one}"))) for one in extras],
            search=False,
            rows=len(extras),
        )
        self.card = ExplainCard()
        self.add_row("month", self.tr("Month"), self.month)
        self.add_row("institution", self.tr("Institution"), self.institution).set_shown(len(institutions) > 1)
        self.add_wide(self.table)
        self.add_wide(self.chosen)
        self.add_row("amount", self.tr("Sum"), self.amount, hint=self.tr("Open: set by leaders and HR."))
        self.add_row("extras", self.tr("Besides"), self.extras)
        self.add_beside(scroll_column(self.tr("Explanation"), self.card), _BESIDE)
        self.month.picked.connect(lambda _key: self._read())
        self.institution.picked.connect(lambda _key: self._read())
        self.table.picked.connect(self._explain)
        explain_by(self.table, self._why)
        self.key_table.bind(why_key())

        def propose(draft: RewardDraft) -> Done[Reward]:
            return rewards.propose(draft, by)

        self.writes(propose)
        self._explain(None)
        self._read()

    def _columns(self) -> Sequence[Column]:
        language = self.tools.language
        return (
            Column(self.tr("Rank"), lambda row: row.rank or NOTHING, align="right", width=56),
            Column(self.tr("Employee"), lambda row: f"{row.facts.name} ({row.facts.number})", stretch=True),
            Column(self.tr("Score"), lambda row: percent(row.facts), align="right", width=80, asks=lambda _row: True),
            Column(self.tr("Praise"), lambda row: row.facts.praise or NOTHING, align="right", width=64),
            Column(
                self.tr("Not in it because"),
                lambda row: capital(say(language, f"star.barred.{row.barred}")) if row.barred else "",
                tone=lambda _row: "muted",
                width=160,
            ),
        )

    def _read(self) -> None:
        month, where = self.month.month(), self.institution.chosen()
        if month is not None:
            query = partial(self._rewards.stars, month, where if isinstance(where, UUID) else None)
            self.tools.operations.read(self, query, then=self._show, topic="stars")

    def _show(self, found: StarList) -> None:
        untouched = not self.is_changed()
        self.places.show_rows(found.places)
        words = self.tr("Chosen already: {name} ({number})")
        self.chosen.setText("\n".join(words.format(name=one.employee, number=one.number) for one in found.chosen))
        if found.places:
            self.table.select_key(found.places[0].facts.employee_id)
        if untouched:
            self._remember()  # who stands first is no choice of the user's

    def _explain(self, row: object) -> None:
        place = row if isinstance(row, StarPlace) else None
        self.card.setVisible(place is not None)
        self.save_button.setEnabled(place is not None and not place.barred)
        if place is not None:
            self.card.show_explanation(star_card(place, self.tools.language))

    def _why(self, place: StarPlace) -> tuple[str, list[Explanation]]:
        return self.tr("Why this rank?"), [star_card(place, self.tools.language)]

    def read_draft(self) -> RewardDraft:
        place = self.table.current_row()
        month = self.month.month() or self._offer.today.replace(day=1)
        fen = self.amount.fen()
        draft = RewardDraft(
            grade=_GRADE,
            kind=STAR,
            amount=(fen or 0) if self.amount.is_amount() else None,
            extras=tuple(str(code) for code in self.extras.chosen()),
            deed_on=min(self._offer.today, month_after(month) - timedelta(days=1)),
        )
        return self._of(draft, place, month) if isinstance(place, StarPlace) else draft

    def _of(self, draft: RewardDraft, place: StarPlace, month: date) -> RewardDraft:
        facts = place.facts
        reason = say(
            self.tools.language,
            "star.why.reason",
            month=f"{month:%Y-%m}",
            score=percent(facts),
            rounds=len(facts.shares),
            praise=facts.praise,
        )
        return RewardDraft(
            facts.employee_id, draft.grade, draft.kind, draft.amount, draft.extras, reason, draft.deed_on
        )

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, RewardDraft)
        return problems_in_reward(draft, self._offer.rule, self._offer.today)
