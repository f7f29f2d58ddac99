"""Two records that are one person: which other record is linked to the one shown, and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.errors import Problem
from qualitydesk.directory.service import Directory
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pieces import label
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model import Customer
from qualitydesk.members.rules import problems_in_reason
from qualitydesk.members.service import Members
from qualitydesk.members.ui.customer_picker import CustomerPicker
from qualitydesk.members.ui.words import brief_words


@dataclass(frozen=True)
class MergeDraft:
    """Which record, and why."""

    customer_id: UUID | None = None
    reason: str = ""


class MergeDialog(DraftDialog):
    """Links another record to `kept` and saves by itself."""

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
        self.reason = QPlainTextEdit()
        self.add_row("customer_id", self.tr("Other record"), self.other, required=True)
        self.add_row("reason", self.tr("Reason"), self.reason, required=True)
        self.writes(self._merge, by())

    def read_draft(self) -> MergeDraft:
        return MergeDraft(self.other.chosen(), self.reason.toPlainText())

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, MergeDraft)
        missing = [] if draft.customer_id else [Problem("customer_id", "customer_missing")]
        return [*missing, *problems_in_reason(draft.reason)]

    def _merge(self, draft: MergeDraft, by: By) -> Done[None]:
        assert draft.customer_id is not None  # problems_in saw to it
        return self._members.merge_customers(self._kept.id, draft.customer_id, draft.reason, by)
