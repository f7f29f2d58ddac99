"""What the page of a customer shows of this year's benefits: what the tier grants, what of it was used and when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from qualitydesk.basics.changes import By, Change
from qualitydesk.basics.phrases import knows, say
from qualitydesk.kit.dates import day_words
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.panels import Panel
from qualitydesk.kit.pickers import DayPicker
from qualitydesk.kit.pieces import button, hbox, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model.benefits import BenefitGrant, BenefitUse
from qualitydesk.members.service import Benefits
from qualitydesk.members.ui.tier_words import tier_words

_CONCERNS = frozenset({Change.BENEFITS, Change.CUSTOMERS})


def benefit_words(code: str, language: str) -> str:
    """A benefit's name; one a rule of the group's own has brought, as it stands there."""
    return say(language, f"benefit.{code}") if knows(language, f"benefit.{code}") else code


class UseDialog(DraftDialog):
    """Hands out (day, note)."""

    def __init__(self, tools: Tools, title: str, today: date, parent: QWidget | None = None) -> None:
        super().__init__(tools, title, parent=parent)
        self.day = DayPicker(today)
        self.note = QLineEdit()
        self.add_row("day", self.tr("Day"), self.day, required=True)
        self.add_row("note", self.tr("Note"), self.note, hint=self.tr("Where, by whom, what was given."))

    def read_draft(self) -> tuple[date | None, str]:
        return self.day.day(), self.note.text()


class CustomerBenefits(QWidget):
    """One customer's benefits of this year."""

    def __init__(
        self,
        tools: Tools,
        benefits: Benefits,
        by: Callable[[], By],
        customer_id: UUID,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tools = tools
        self._benefits = benefits
        self._by = by
        self._customer_id = customer_id
        self._today = today
        self.grants = TableModel(self._columns(), parent=self)
        empty = self.tr('Nothing granted this year. "Grant…" gives what the tier has.')
        self.table = Table(self.grants, name=self.tr("Benefits of this year"), empty=empty)
        self.grant = button(self.tr("Grant…"), "plus", self._ask_grant)
        self.use = button(self.tr("Used…"), "check", self._ask_use)
        self.undo = button(self.tr("Undo…"), "undo", self._ask_undo)
        self.table.picked.connect(lambda _row: self._dress())
        self.table.opened.connect(lambda _row: self._ask_use())
        self.setLayout(vbox(hbox(None, self.undo, self.use, self.grant, gap=GRID), self.table, gap=GRID))
        tools.operations.changed.connect(self._hear)
        self._dress()
        self._read()

    def _columns(self) -> Sequence[Column]:
        language = self._tools.language
        return (
            Column(self.tr("Benefit"), lambda one: benefit_words(one.benefit, language), width=128),
            Column(self.tr("Tier"), lambda one: tier_words(one.tier, language), width=72),
            Column(self.tr("Times"), lambda one: one.times, align="right", width=64),
            Column(self.tr("Left"), lambda one: one.left, tone=_left_tone, align="right", width=48),
            Column(self.tr("Used"), _uses_words, tip=_uses_words, stretch=True),
        )

    def _hear(self, changes: frozenset[Change]) -> None:
        if changes & _CONCERNS:
            self._read()

    def _read(self) -> None:
        self._tools.operations.read(
            self, self._benefits.of_year, self._customer_id, then=self.grants.show_rows, topic="benefits"
        )

    def _current(self) -> BenefitGrant | None:
        row = self.table.current_row()
        return row if isinstance(row, BenefitGrant) else None

    def _dress(self) -> None:
        one = self._current()
        self.use.setEnabled(one is not None and one.left > 0)
        self.undo.setEnabled(one is not None and bool(one.uses))

    def _ask_grant(self) -> None:
        def ask(tiers: tuple[str, ...]) -> None:
            choices = [(tier, tier_words(tier, self._tools.language)) for tier in tiers]
            self._tools.prompts.choose(
                self, self.tr("Grant benefits"), self.tr("Which tier's benefits of this year?"), choices,
                then=lambda tier: self._tools.operations.write(
                    self._benefits.grant_year, self._customer_id, tier, self._by(), asker=self
                ),
            )  # fmt: skip

        self._tools.operations.read(self, self._benefits.tiers, then=ask, topic="tiers")

    def _ask_use(self) -> None:
        one = self._current()
        if one is None or one.left <= 0:
            return
        words = self.tr("Used: {benefit}").format(benefit=benefit_words(one.benefit, self._tools.language))
        dialog = UseDialog(self._tools, words, self._today(), self.window())
        dialog.submitted.connect(partial(self._write_use, dialog, one.id))
        dialog.open()

    def _write_use(self, dialog: UseDialog, grant_id: UUID, draft: tuple[date, str]) -> None:
        self._tools.operations.write(
            self._benefits.use, grant_id, *draft, self._by(), then=lambda _id: dialog.finish(),
            failed=dialog.take_back, asker=dialog,
        )  # fmt: skip

    def _ask_undo(self) -> None:
        """The last use, with a reason."""
        one = self._current()
        if one is None or not one.uses:
            return
        last = one.uses[-1]
        words = self.tr("Why was {benefit} not used on {day} after all?")
        told = words.format(benefit=benefit_words(one.benefit, self._tools.language), day=day_words(last.day))
        self._tools.prompts.ask_text(
            self, self.tr("Undo"), told, yes=self.tr("Undo"), lines=3,
            then=lambda reason: self._tools.operations.write(
                self._benefits.undo_use, last.id, reason, self._by(), asker=self
            ),
        )  # fmt: skip


def _left_tone(one: BenefitGrant) -> str:
    return "good" if one.left else "muted"


def _uses_words(one: BenefitGrant) -> str:
    return "; ".join(_use_words(use) for use in one.uses)


def _use_words(use: BenefitUse) -> str:
    return " ".join(part for part in (day_words(use.day), use.note, use.by) if part)


def benefits_panel(tools: Tools, benefits: Benefits, by: Callable[[], By], today: Callable[[], date]) -> Panel:
    """The panel for a customer's page; `today` in the group's zone, asked on the GUI thread."""
    title = QCoreApplication.translate("CustomerBenefits", "Benefits")
    return Panel(title, lambda customer_id: CustomerBenefits(tools, benefits, by, customer_id, today))
