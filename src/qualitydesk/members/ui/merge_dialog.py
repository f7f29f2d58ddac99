"""Two records that are one person: which other record is linked to the one shown, and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple
from uuid import UUID

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.errors import Problem
from qualitydesk.directory.service import Directory
from qualitydesk.kit.dates import moment_words
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pieces import Banner, label
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model import Comparison, Customer, CustomerLine
from qualitydesk.members.rules import problems_in_reason
from qualitydesk.members.service import Members
from qualitydesk.members.ui.customer_picker import CustomerPicker
from qualitydesk.members.ui.tier_words import tier_words
from qualitydesk.members.ui.words import brief_words, flag_words, sex_words


@dataclass(frozen=True)
class MergeDraft:
    """Which record, and why."""

    customer_id: UUID | None = None
    reason: str = ""


class Side(NamedTuple):
    """A line of the comparison. `same` None: says nothing about whether they are one person."""

    what: str
    kept: str
    other: str
    same: bool | None = None
    told: str = ""


class MergeDialog(DraftDialog):
    """Links another record to `kept` and saves by itself; both stand side by side first."""

    def __init__(
        self,
        tools: Tools,
        members: Members,
        directory: Directory,
        by: Callable[[], By],
        kept: Customer,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("Merge with another record"))
        self.save_button.setText(self.tr("Merge"))
        self._members = members
        self._kept = kept
        self.add_wide(
            label(
                self.tr(
                    "{customer} is kept. The other record is linked to it: whoever searches for it comes here, and its "
                    "flags hold here. Nothing is lost; the two can be separated again."
                ).format(customer=brief_words(kept.line)),
                wrap=True,
            )
        )
        self.other = CustomerPicker(tools, members, directory, by, may_add=False)
        self.sides = TableModel(self._columns(), parent=self)
        empty = self.tr("Choose the other record: both then stand here side by side.")
        self.compared = Table(self.sides, name=self.tr("The two records"), empty=empty)
        self.compared.setMinimumHeight(38 * GRID)
        self.told = Banner("", "warning")
        self.told.hide()
        self.reason = QPlainTextEdit()
        self.add_row("customer_id", self.tr("Other record"), self.other, required=True)
        self.add_wide(self.compared)
        self.add_wide(self.told)
        self.add_row("reason", self.tr("Reason"), self.reason, required=True)
        self.other.picked.connect(self._compare)
        self._by = by
        self.submitted.connect(self._look)

    def _columns(self) -> Sequence[Column]:
        return (
            Column("", lambda one: one.what, width=88),
            Column(self.tr("Is kept"), lambda one: one.kept, width=176),
            Column(self.tr("Other record"), lambda one: one.other, width=176, stretch=True),
            Column(
                self.tr("Compared"),
                lambda one: one.told,
                tone=lambda one: {None: "muted", True: "good", False: "warning"}[one.same],
                width=144,
            ),
        )  # fmt: skip

    def _compare(self, line: object) -> None:
        if not isinstance(line, CustomerLine):
            self.sides.show_rows(())
            self.told.hide()
            return
        self.tools.operations.read(self, self._members.compare, self._kept.id, line.id, then=self._show, topic="both")

    def _show(self, found: Comparison) -> None:
        if found.other.id != self.other.chosen():
            return
        self.sides.show_rows(list(self._sides(found)))
        self.told.say(self._doubt(found), "warning")
        self.told.setVisible(bool(self._doubt(found)))

    def _sides(self, found: Comparison) -> Sequence[Side]:
        """Masked, with what is the same behind the masks."""
        kept, other, language = found.kept, found.other, self.tools.language
        alike = self.tr("Same") if found.equal_name else self.tr("Sounds alike")
        name = alike if found.same_name else self.tr("Differs")
        reached = self.tr("Same number on both") if found.shared else self.tr("None the same")

        one, two = found.tiers
        tiers = (tier_words(one, language) if one else "—", tier_words(two, language) if two else "—")
        marks = (flag_words() if kept.flag else "—", flag_words() if other.flag else "—")

        def plain(what: str, one: str, two: str) -> Side:
            same = one == two if one and two else None
            told = "" if same is None else self.tr("Same") if same else self.tr("Differs")
            return Side(what, one or "—", two or "—", same, told)

        return (
            Side(self.tr("Number"), kept.number, other.number),
            Side(self.tr("Name"), kept.name, other.name, found.same_name, name),
            Side(self.tr("Telephone"), _lines(kept), _lines(other), bool(found.shared), reached),
            plain(self.tr("Sex"), sex_words(kept.sex, language), sex_words(other.sex, language)),
            plain(self.tr("Institution"), kept.institution, other.institution),
            Side(self.tr("Tier"), *tiers),
            Side(self.tr("On record since"), moment_words(kept.added_at), moment_words(other.added_at)),
            Side(self.tr("Mark"), *marks),
        )

    def _doubt(self, found: Comparison) -> str:
        """What speaks against one person; "" when nothing does."""
        if found.doubtful:
            return self.tr("Neither name nor telephone is the same.")
        if not found.same_name:
            return self.tr("The names differ, though a telephone is the same: they may be of one family.")
        return ""

    def read_draft(self) -> MergeDraft:
        return MergeDraft(self.other.chosen(), self.reason.toPlainText())

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, MergeDraft)
        missing = [] if draft.customer_id else [Problem("customer_id", "customer_missing")]
        return [*missing, *problems_in_reason(draft.reason)]

    def _look(self, draft: MergeDraft) -> None:
        """Both are read once more: a question where nothing speaks for one person."""
        self.tools.operations.read(
            self, self._members.compare, self._kept.id, draft.customer_id, then=partial(self._ask, draft),
            failed=self.take_back, topic="look",
        )  # fmt: skip

    def _ask(self, draft: MergeDraft, found: Comparison) -> None:
        if not found.doubtful:
            self._write(draft)
            return
        words = self.tr(
            "{kept} and {other} have neither name nor telephone in common. Are they really one person? Purchases, "
            "points and tier would count together."
        )
        self.tools.prompts.ask(
            self, self.tr("Merge two who differ?"),
            words.format(kept=brief_words(found.kept.line), other=brief_words(found.other.line)),
            yes=self.tr("Merge all the same"), no=self.tr("Look again"), then=partial(self._write, draft),
            otherwise=partial(self.saving, False), danger=True,
        )  # fmt: skip

    def _write(self, draft: MergeDraft) -> None:
        self.saving(True)
        self.tools.operations.write(
            self._merge, draft, self._by(), then=lambda _done: self.finish(), failed=self.take_back, asker=self
        )

    def _merge(self, draft: MergeDraft, by: By) -> Done[None]:
        assert draft.customer_id is not None  # problems_in saw to it
        return self._members.merge_customers(self._kept.id, draft.customer_id, draft.reason, by)


def _lines(one: Customer) -> str:
    return "、".join(one.telephones) or "—"
