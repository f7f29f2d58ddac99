"""Windows around the papers of a round: how a report is wished, a visit's account, checklists to fill by hand."""

from __future__ import annotations

from qualitydesk.inspections.ui.report.account_dialog import AccountDialog
from qualitydesk.inspections.ui.report.checklist_dialog import ChecklistDialog
from qualitydesk.inspections.ui.report.report_dialog import ReportDialog

__all__ = ["AccountDialog", "ChecklistDialog", "ReportDialog"]
