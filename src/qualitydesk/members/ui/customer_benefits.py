"""What the page of a customer shows of this year's benefits: what the tier grants, what of it was used and when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from qualitydesk.basics.changes import By, Change
from qualitydesk.basics.errors import Problem
from qualitydesk.basics.phrases import knows, say
from qualitydesk.kit.dates import day_words
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.panels import Panel
from qualitydesk.kit.pickers import Choice, DayPicker, Picker
from qualitydesk.kit.pieces import Banner, button, hbox, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model.benefits import BenefitGrant, BenefitOffer, BenefitUse
from qualitydesk.members.rules import problems_in_reason
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


class GrantDialog(DraftDialog):
    """Hands out (tier, reason). Stands on the tier the member holds, if that has any; another one wants a reason."""

    def __init__(self, tools: Tools, offer: BenefitOffer, parent: QWidget | None = None) -> None:
        super().__init__(tools, "", save_text=QCoreApplication.translate("GrantDialog", "Grant"), parent=parent)
        self.setWindowTitle(self.tr("Grant benefits of this year"))
        self._offer = offer
        self.told = Banner("", "info")
        others = self.tr("not her tier: with a reason")
        self.tier = Picker(
            [
                Choice(tier, tier_words(tier, tools.language), "" if offer.own in (None, tier) else others)
                for tier in sorted(offer.tiers, key=lambda one: one != offer.own)
            ],
            optional=True, placeholder=self.tr("Choose"),
        )  # fmt: skip
        self.reason = QPlainTextEdit()
        self.add_wide(self.told)
        self.add_row("tier", self.tr("Tier"), self.tier, required=True)
        self.add_row("reason", self.tr("Reason"), self.reason, required=True)
        self.tier.choose(offer.own if offer.own in offer.tiers else None)
        self.tier.picked.connect(lambda _tier: self._tell())
        self._tell()

    def _is_other(self) -> bool:
        return self._offer.own is not None and self.tier.chosen() != self._offer.own

    def _tell(self) -> None:
        """What is granted; that it is not what her tier has."""
        language, own, tier = self.tools.language, self._offer.own, self.tier.chosen()
        between = "、" if language == "zh" else ", "
        times = self._offer.tiers.get(str(tier), {})
        given = between.join(f"{benefit_words(one, language)} × {count}" for one, count in times.items())
        parts = [self.tr("Granted: {benefits}.").format(benefits=given)] if given else []
        if self._is_other() and own is not None:
            words = self.tr("The member holds {tier}.")
            if own not in self._offer.tiers:
                words = self.tr("The member holds {tier}, which has no benefits counted by the year.")
            parts.insert(0, words.format(tier=tier_words(own, language)))
        self.told.say("\n".join(parts), "warning" if self._is_other() else "info")
        self.told.setVisible(bool(parts))
        self.field_row("reason").set_shown(self._is_other())

    def read_draft(self) -> tuple[object, str]:
        return self.tier.chosen(), self.reason.toPlainText().strip() if self._is_other() else ""

    def problems_in(self, draft: object) -> Sequence[Problem]:
        found = [] if self.tier.chosen() is not None else [Problem("tier", "required")]
        return [*found, *(problems_in_reason(self.reason.toPlainText()) if self._is_other() else ())]


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
        self.table = Table(self.grants, name=self.tr("Benefits of this year"), empty=empty, many=True)
        self.grant = button(self.tr("Grant…"), "plus", self._ask_grant)
        self.use = button(self.tr("Used…"), "check", self._ask_use)
        self.undo = button(self.tr("Undo the use…"), "undo", self._ask_undo)
        self.take_back = button(self.tr("Take back…"), "trash", self._ask_take_back)
        self.table.selectionModel().selectionChanged.connect(lambda _now, _before: self._dress())
        self.grants.modelReset.connect(self._dress)
        self.table.opened.connect(lambda _row: self._ask_use())
        self.setLayout(
            vbox(hbox(None, self.undo, self.take_back, self.use, self.grant, gap=GRID), self.table, gap=GRID)
        )
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

    def _unused(self) -> list[BenefitGrant]:
        """The chosen rows of which something is left."""
        return [one for one in self.table.chosen_rows() if isinstance(one, BenefitGrant) and one.left > 0]

    def _dress(self) -> None:
        one = self._current()
        self.use.setEnabled(one is not None and one.left > 0)
        self.undo.setEnabled(one is not None and bool(one.uses))
        self.take_back.setEnabled(bool(self._unused()))

    def _ask_grant(self) -> None:
        def ask(offer: BenefitOffer) -> None:
            dialog = GrantDialog(self._tools, offer, self.window())
            dialog.submitted.connect(partial(self._write_grant, dialog))
            dialog.open()

        self._tools.operations.read(self, self._benefits.offer, self._customer_id, then=ask, topic="offer")

    def _write_grant(self, dialog: GrantDialog, draft: tuple[str, str]) -> None:
        tier, reason = draft
        self._tools.operations.write(
            lambda: self._benefits.grant_year(self._customer_id, tier, self._by(), reason=reason),
            then=lambda _count: dialog.finish(), failed=dialog.take_back, asker=dialog,
        )  # fmt: skip

    def _ask_take_back(self) -> None:
        """What was granted by mistake, of all rows chosen, with a reason; what was used stays."""
        going = self._unused()
        if not going:
            return
        between = "、" if self._tools.language == "zh" else ", "
        named = between.join(f"{benefit_words(one.benefit, self._tools.language)} × {one.left}" for one in going)
        self._tools.prompts.ask_text(
            self, self.tr("Take back benefits"),
            self.tr("Why are these taken back: {benefits}? What was used already stays.").format(benefits=named),
            yes=self.tr("Take back"), lines=3,
            then=lambda reason: self._tools.operations.write(
                self._benefits.take_back, [one.id for one in going], reason, self._by(), asker=self
            ),
        )  # fmt: skip

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
