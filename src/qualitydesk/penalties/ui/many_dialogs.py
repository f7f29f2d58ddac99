"""Approve, issue and close many slips at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from types import MappingProxyType
from uuid import UUID

from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import By
from qualitydesk.basics.errors import Problem
from qualitydesk.kit.table_model import Column
from qualitydesk.kit.tools import Tools
from qualitydesk.penalties.model import Approval, Approvers, SlipLine
from qualitydesk.penalties.model.fairness import Fairness
from qualitydesk.penalties.rules import problems_in_approval
from qualitydesk.penalties.service import Penalties
from qualitydesk.penalties.ui.approve_dialog import ApprovalFields, not_by_words
from qualitydesk.penalties.ui.fairness_card import FairnessCard
from qualitydesk.penalties.ui.several import SeveralDialog


class ApproveManyDialog(SeveralDialog):
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
    ) -> None:
        super().__init__(tools, lines, parent)
        self.setWindowTitle(self.tr("Approve {count} slips").format(count=len(lines)))
        self.save_button.setText(self.tr("Approve"))
        self._penalties, self._today, self._by = penalties, today, by
        people = allowed.people
        self.fields = ApprovalFields(self, people, today)
        barred = not_by_words(allowed.not_by, tools.language)
        self.fields.add_to(f"{barred} {self.tr('Such slips stay as they are.')}" if barred else "")
        self.fields.decided_by.choose(people[0].id if len(people) == 1 else None)
        self.add_slips()

    def read_draft(self) -> Approval:
        return self.fields.read()

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, Approval)
        missing = () if draft.decided_by is not None else (Problem("decided_by", "decider_missing"),)
        latest = max(line.act_day for line in self._lines)
        return (*missing, *problems_in_approval(draft, latest, self._today))

    def verb_for(self, line: SlipLine, draft: Approval) -> Callable[[], object]:
        return partial(self._penalties.approve, line.id, line.revision, self._by, draft)


class IssueManyDialog(SeveralDialog):
    """Each is printed into the archive; those issued can be printed together afterwards.

    What speaks against a slip stands in its row, and in words below for the row the cursor is on.
    """

    _fairness: Mapping[UUID, Fairness] = MappingProxyType({})

    def __init__(
        self, tools: Tools, penalties: Penalties, lines: Sequence[SlipLine], by: By, parent: QWidget | None = None
    ) -> None:
        super().__init__(tools, lines, parent)
        self.setWindowTitle(self.tr("Issue {count} slips").format(count=len(lines)))
        self.save_button.setText(self.tr("Issue"))
        self._penalties, self._by = penalties, by
        words = self.tr(
            "Each is printed into the archive; from then on it can be withdrawn, but not changed. Those issued are "
            "shown together afterwards, to be printed."
        )
        self.add_slips(words)
        self.card = FairnessCard(tools, with_table=False)
        self.add_wide(self.card)
        self.table.picked.connect(self._show_card)
        ids = [line.id for line in lines]
        tools.operations.read(self, penalties.fairness_of, ids, by, then=self._show_fairness)

    def _columns(self) -> Sequence[Column]:
        *others, outcome = super()._columns()
        check = Column(self.tr("Before issuing"), self._check, tone=self._check_tone, width=128)
        return (*others, check, outcome)

    def _check(self, line: SlipLine) -> str:
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

    def verb_for(self, line: SlipLine, draft: object) -> Callable[[], object]:
        language = self.tools.language
        return partial(self._penalties.issue, line.id, line.revision, self._by, language=language)


class CloseManyDialog(SeveralDialog):
    """What was deducted, or has no money and is past its appeal, is closed."""

    def __init__(
        self, tools: Tools, penalties: Penalties, lines: Sequence[SlipLine], by: By, parent: QWidget | None = None
    ) -> None:
        super().__init__(tools, lines, parent)
        self.setWindowTitle(self.tr("Close {count} slips").format(count=len(lines)))
        self.save_button.setText(self.tr("Close the slips"))
        self._penalties, self._by = penalties, by
        words = self.tr(
            "Closed are those that were deducted, and those without money whose last day of appeal is over. The others "
            "say what is missing."
        )
        self.add_slips(words)

    def verb_for(self, line: SlipLine, draft: object) -> Callable[[], object]:
        return partial(self._penalties.close, line.id, line.revision, self._by)
