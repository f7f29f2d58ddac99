"""Questions about points and gifts: which gift, how many; points by hand; a gift and its stock."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from qualitydesk.basics.errors import Problem
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import Choice, NumberBox, Picker
from qualitydesk.kit.pieces import Banner
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model.points import Account, Gift, GiftDraft
from qualitydesk.members.rules import problems_in_reason
from qualitydesk.members.rules.points import MOST_PIECES, MOST_POINTS, problems_in_gift


class RedeemDialog(DraftDialog):
    """Hands out (gift, how many)."""

    def __init__(self, tools: Tools, account: Account, gifts: Sequence[Gift], parent: QWidget | None = None) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("Redeem points"))
        self._account = account
        self._gifts = {one.id: one for one in gifts}
        there = [one for one in gifts if one.stock > 0]
        words = self.tr("{points} points; {stock} in stock")
        offered = [Choice(one.id, one.name, words.format(points=one.points, stock=one.stock)) for one in there]
        self.gift = Picker(offered, placeholder=self.tr("Choose"))
        self.quantity = NumberBox(1, least=1, most=MOST_PIECES)
        self.told = Banner("", "info")
        self.add_wide(self.told)
        self.add_row("gift_id", self.tr("Gift"), self.gift, required=True)
        self.add_row("quantity", self.tr("How many"), self.quantity, required=True)
        self.gift.picked.connect(lambda _key: self._reckon())
        self.quantity.valueChanged.connect(lambda _value: self._reckon())
        self._reckon()

    def _reckon(self) -> None:
        """What it costs and what is left then."""
        chosen = self.gift.chosen()
        gift = self._gifts.get(chosen) if isinstance(chosen, UUID) else None
        balance = self._account.balance
        if gift is None:
            words = self.tr("{balance} points.") if self.gift.count() else self.tr("No gift is in stock.")
            self.told.say(words.format(balance=f"{balance:,}"), "info")
            return
        cost = gift.points * self.quantity.value()
        words = self.tr("{balance} − {cost} = {left} points.")
        tone = "info" if cost <= balance else "danger"
        self.told.say(words.format(balance=f"{balance:,}", cost=f"{cost:,}", left=f"{balance - cost:,}"), tone)

    def read_draft(self) -> tuple[object, int]:
        return self.gift.chosen(), self.quantity.value()

    def problems_in(self, draft: object) -> Sequence[Problem]:
        return () if self.gift.chosen() is not None else (Problem("gift_id", "required"),)


class AdjustDialog(DraftDialog):
    """Hands out (points, reason)."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("Adjust points"))
        self.points = NumberBox(0, least=-MOST_POINTS, most=MOST_POINTS)
        self.reason = QLineEdit()
        hint = self.tr("Below zero takes some away.")
        self.add_row("points", self.tr("Points"), self.points, hint=hint, required=True)
        self.add_row("reason", self.tr("Reason"), self.reason, required=True)

    def read_draft(self) -> tuple[int, str]:
        return self.points.value(), self.reason.text()

    def problems_in(self, draft: object) -> Sequence[Problem]:
        found = problems_in_reason(self.reason.text())
        if not self.points.value():
            found.append(Problem("points", "points_adjusted", {"most": MOST_POINTS}))
        return found


class GiftDialog(DraftDialog):
    """Hands out a `GiftDraft`. `known`: the one to change."""

    def __init__(self, tools: Tools, known: Gift | None = None, parent: QWidget | None = None) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("Change the gift") if known else self.tr("New gift"))
        self._known = known
        self.name = QLineEdit(known.name if known else "")
        self.points = NumberBox(known.points if known else 100, least=1, most=MOST_POINTS)
        self.note = QPlainTextEdit(known.note if known else "")
        self.active = QCheckBox(self.tr("Is offered"))
        self.active.setChecked(known.active if known else True)
        self.add_row("name", self.tr("Name"), self.name, required=True)
        self.add_row("points", self.tr("Points for one"), self.points, required=True)
        self.add_row("note", self.tr("Note"), self.note)
        self.add_row("active", "", self.active)

    def read_draft(self) -> GiftDraft:
        known = self._known
        return GiftDraft(
            self.name.text(), self.points.value(), self.note.toPlainText(), self.active.isChecked(),
            known.id if known else None, known.revision if known else 0,
        )  # fmt: skip

    def problems_in(self, draft: object) -> Sequence[Problem]:
        return problems_in_gift(draft) if isinstance(draft, GiftDraft) else ()


class StockDialog(DraftDialog):
    """Hands out (number, reason). `counted`: what was counted is to stand; else so many came in."""

    def __init__(self, tools: Tools, gift: Gift, *, counted: bool, parent: QWidget | None = None) -> None:
        super().__init__(tools, "", parent=parent)
        self._counted = counted
        words = self.tr("Count {gift}") if counted else self.tr("{gift} came in")
        self.setWindowTitle(words.format(gift=gift.name))
        self.add_wide(Banner(self.tr("{stock} in stock so far.").format(stock=f"{gift.stock:,}"), "info"))
        self.quantity = NumberBox(gift.stock if counted else 10, least=0 if counted else 1, most=MOST_PIECES)
        self.reason = QLineEdit()
        title = self.tr("Counted") if counted else self.tr("How many")
        self.add_row("quantity", title, self.quantity, required=True)
        self.add_row("reason", self.tr("Reason"), self.reason, required=counted)

    def read_draft(self) -> tuple[int, str]:
        return self.quantity.value(), self.reason.text()

    def problems_in(self, draft: object) -> Sequence[Problem]:
        return problems_in_reason(self.reason.text()) if self._counted else ()
