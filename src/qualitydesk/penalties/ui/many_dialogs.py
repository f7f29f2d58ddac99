"""Approve, issue and close many slips at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QCheckBox, QWidget

from qualitydesk.basics.changes import By
from qualitydesk.basics.errors import Problem
from qualitydesk.basics.phrases import together
from qualitydesk.kit.table_model import Column
from qualitydesk.kit.tools import Tools
from qualitydesk.penalties.model import Approval, Approvers, SlipLine
from qualitydesk.penalties.model.batch import Batch
from qualitydesk.penalties.model.fairness import Fairness
from qualitydesk.penalties.rules import problems_in_approval
from qualitydesk.penalties.service import Penalties
from qualitydesk.penalties.ui.approve_dialog import ApprovalFields, not_by_words
from qualitydesk.penalties.ui.deciders import prefill
from qualitydesk.penalties.ui.fairness_card import FairnessCard
from qualitydesk.penalties.ui.several import SeveralDialog

if TYPE_CHECKING:
    from qualitydesk.penalties.service.batch import Opened


class _IssuingDialog(SeveralDialog):
    """What speaks against issuing a slip stands in its row, and in words below for the row the cursor is on."""

    _fairness: Mapping[UUID, Fairness] = MappingProxyType({})
    _looked = False

    def add_fairness(self) -> None:
        """The card below the table."""
        self.card = FairnessCard(self.tools, with_table=False)
        self.card.hide()
        self.add_wide(self.card)
        self.table.picked.connect(self._show_card)

    def look(self) -> None:
        """Read, once, what speaks against each."""
        if self._looked:
            return
        self._looked = True
        self.card.show()
        self.slips.show_rows(self._lines)
        ids = [line.id for line in self._lines]
        self.tools.operations.read(self, self._penalties.fairness_of, ids, self._by, then=self._show_fairness)

    def explained_box(self) -> QCheckBox:
        """Whether each gets its explanation as an appendix."""
        made = QCheckBox(self.tr("With explanation, archived and printed as the slip's appendix"))
        made.setAccessibleName(made.text())
        return made

    def _columns(self) -> Sequence[Column]:
        *others, outcome = super()._columns()
        check = Column(self.tr("Before issuing"), self._check, tone=self._check_tone, width=128)
        return (*others, check, outcome)

    def _check(self, line: SlipLine) -> str:
        if not self._looked:
            return ""
        found = self._fairness.get(line.id)
        if found is None:
            return "…"
        count = len(found.warnings)
        return self.tr("{count} to look at").format(count=count) if count else self.tr("Nothing")

    def _check_tone(self, line: SlipLine) -> str:
        found = self._fairness.get(line.id)
        return "warning" if found and found.warnings else "muted"

    def _show_fairness(self, found: Mapping[UUID, Fairness]) -> None:
        """Stand on the first slip that something speaks against."""
        self._fairness = found
        self.slips.show_rows(self._lines)
        wanted = next((line for line in self._lines if found[line.id].warnings), self._lines[0])
        self.table.select_key(wanted.id)
        self._show_card(wanted)

    def _show_card(self, row: object) -> None:
        if isinstance(row, SlipLine) and row.id in self._fairness:
            title = self.tr("Before issuing: {number} · {name}").format(number=row.number, name=row.employee)
            self.card.show_fairness(self._fairness[row.id], title)


@dataclass(frozen=True)
class ManyApproved:
    """One decision for all; `issue`: those approved are issued at once, `explained` with their explanation."""

    approval: Approval
    issue: bool = False
    explained: bool = False


class ApproveManyDialog(_IssuingDialog):
    """One decision for all chosen; where its decider may not, the slip says so and stays as it is."""

    def __init__(
        self,
        tools: Tools,
        penalties: Penalties,
        lines: Sequence[SlipLine],
        allowed: Approvers,
        today: date,
        by: By,
        parent: QWidget | None = None,
        *,
        opened: Opened | None = None,
    ) -> None:
        super().__init__(tools, penalties, lines, by, parent, opened=opened)
        self.setWindowTitle(self.tr("Approve {count} slips").format(count=len(lines)))
        self.save_button.setText(self.tr("Approve"))
        self._today = today
        self._counts = allowed.counts
        self.fields = ApprovalFields(self, allowed.people, today, self._share_words)
        barred = not_by_words(allowed.not_by, tools.language)
        stay = self.tr("Such slips stay as they are.")
        who = self.fields.add_to(together((barred, stay), tools.language) if barred else "")
        prefill(self.fields.decided_by, self.fields.offered, by, who)
        self.issue_box = QCheckBox(self.tr("Issue those approved at once; they are shown together, to be printed"))
        self.issue_box.setAccessibleName(self.issue_box.text())
        self.with_box = self.explained_box()
        self.with_box.setEnabled(False)
        self.add_row("issue", "", self.issue_box)
        self.add_row("explained", "", self.with_box)
        self.add_slips()
        self.add_fairness()
        self.issue_box.toggled.connect(self._offer_issue)

    def _share_words(self, who: UUID) -> str:
        """On how many of those chosen somebody may decide."""
        return self.tr("may decide {count} of {all}").format(count=self._counts.get(who, 0), all=len(self._lines))

    def _offer_issue(self, on: bool) -> None:
        self.with_box.setEnabled(on)
        self.save_button.setText(self.tr("Approve and issue") if on else self.tr("Approve"))
        self.card.setVisible(on)
        if on:
            self.look()

    def read_draft(self) -> ManyApproved:
        issue = self.issue_box.isChecked()
        return ManyApproved(self.fields.read(), issue, issue and self.with_box.isChecked())

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, ManyApproved)
        approval = draft.approval
        missing = () if approval.decided_by is not None else (Problem("decided_by", "decider_missing"),)
        latest = max(line.act_day for line in self._lines)
        return (*missing, *problems_in_approval(approval, latest, self._today))

    def batch_for(self, draft: ManyApproved) -> Batch:
        return Batch(
            self._by, draft.approval, issue=draft.issue, explained=draft.explained, language=self.tools.language
        )


class IssueManyDialog(_IssuingDialog):
    """Each is printed into the archive; those issued can be printed together afterwards."""

    def __init__(
        self,
        tools: Tools,
        penalties: Penalties,
        lines: Sequence[SlipLine],
        by: By,
        parent: QWidget | None = None,
        *,
        opened: Opened | None = None,
    ) -> None:
        super().__init__(tools, penalties, lines, by, parent, opened=opened)
        self.setWindowTitle(self.tr("Issue {count} slips").format(count=len(lines)))
        self.save_button.setText(self.tr("Issue"))
        self.with_box = self.explained_box()
        self.add_row("explained", "", self.with_box)
        words = self.tr(
            "Each is printed into the archive; from then on it can be withdrawn, but not changed. Those issued are "
            "shown together afterwards, to be printed."
        )
        self.add_slips(words)
        self.add_fairness()
        self.look()

    def read_draft(self) -> bool:
        return self.with_box.isChecked()

    def batch_for(self, draft: bool) -> Batch:
        return Batch(self._by, issue=True, explained=draft, language=self.tools.language)


class CloseManyDialog(SeveralDialog):
    """What was deducted, or has no money and is past its appeal, is closed."""

    def __init__(
        self,
        tools: Tools,
        penalties: Penalties,
        lines: Sequence[SlipLine],
        by: By,
        parent: QWidget | None = None,
        *,
        opened: Opened | None = None,
    ) -> None:
        super().__init__(tools, penalties, lines, by, parent, opened=opened)
        self.setWindowTitle(self.tr("Close {count} slips").format(count=len(lines)))
        self.save_button.setText(self.tr("Close the slips"))
        words = self.tr(
            "Closed are those that were deducted, and those without money whose last day of appeal is over. The others "
            "say what is missing."
        )
        self.add_slips(words)

    def batch_for(self, draft: object) -> Batch:
        return Batch(self._by, close=True)
