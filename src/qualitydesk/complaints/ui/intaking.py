"""Beginning a case from anywhere: reads what the dialog offers, opens it, tells where to go on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import Clock
from qualitydesk.complaints.model import CaseDraft
from qualitydesk.complaints.service import Complaints
from qualitydesk.complaints.ui.intake_dialog import IntakeDialog
from qualitydesk.complaints.ui.offer import CaseOffer, read_offer
from qualitydesk.directory.service import Directory
from qualitydesk.kit.tools import Tools
from qualitydesk.members.service import Members


class Intaking(QObject):
    """Signals: `opened(UUID)` a new case is on disk; `case_wanted(UUID)` an earlier one is to be seen instead."""

    opened = Signal(object)
    case_wanted = Signal(object)

    def __init__(
        self,
        tools: Tools,
        complaints: Complaints,
        members: Members | None,
        directory: Directory,
        clock: Clock,
        by: Callable[[], By],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tools = tools
        self._complaints = complaints
        self._members = members
        self._directory = directory
        self._clock = clock
        self._by = by

    def begin(self, over: QWidget, given: CaseDraft = CaseDraft()) -> None:  # noqa: B008 - a frozen value
        """Open the dialog over a page; `given`: what is known already (a survey, a call)."""

        def ask(offer: CaseOffer) -> None:
            dialog = IntakeDialog(
                self._tools, self._complaints, self._members, offer, self._by(), given, parent=over.window()
            )
            dialog.opened.connect(self.opened.emit)
            dialog.case_wanted.connect(lambda case_id: self._leave(dialog, case_id))
            dialog.open()

        self._tools.operations.read(self, read_offer, self._directory, self._clock, then=ask, topic="intake")

    def _leave(self, dialog: IntakeDialog, case_id: object) -> None:
        """What was entered is given up only when that is wished."""

        def go() -> None:
            QDialog.reject(dialog)
            self.case_wanted.emit(case_id)

        if not dialog.is_changed():
            go()
            return
        self._tools.prompts.ask(
            dialog,
            self.tr("Open the earlier case?"),
            self.tr("What you have entered here has not been saved and will be lost."),
            yes=self.tr("Open it"),
            no=self.tr("Keep editing"),
            then=go,
            danger=True,
        )
