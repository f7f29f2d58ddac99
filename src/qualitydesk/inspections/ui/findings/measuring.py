"""A measure set from findings: asks for it with what was found above the fields, and keeps it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import By
from qualitydesk.directory.service import Directory
from qualitydesk.inspections.service import Findings
from qualitydesk.kit.tools import Tools
from qualitydesk.measures.model import MeasureDraft
from qualitydesk.measures.ui.measure_dialog import MeasureDialog
from qualitydesk.measures.ui.offer import MeasureOffer, read_offer


class Measuring(QObject):
    """Signals: `measure_wanted(UUID)` the measure just set is to be seen."""

    measure_wanted = Signal(object)

    def __init__(
        self, tools: Tools, findings: Findings, directory: Directory, by: Callable[[], By], page: QWidget
    ) -> None:
        super().__init__(page)
        self._tools = tools
        self._findings = findings
        self._directory = directory
        self._by = by
        self._page = page

    def begin(self, finding_ids: Sequence[UUID]) -> None:
        """Ask for one measure for these findings of one institution."""
        if not finding_ids:
            return
        ids = tuple(finding_ids)

        def read() -> tuple[MeasureOffer, MeasureDraft, list[str]]:
            given, because = self._findings.measure_for(ids, self._tools.language)
            return read_offer(self._directory, self._findings.deadlines), given, because

        self._tools.operations.read(self._page, read, then=lambda found: self._ask(ids, *found), topic="new measure")

    def _ask(self, ids: tuple[UUID, ...], offer: MeasureOffer, given: MeasureDraft, because: Sequence[str]) -> None:
        dialog = MeasureDialog(self._tools, offer, given, because, parent=self._page)

        def keep(draft: MeasureDraft, by: By) -> object:
            return self._findings.open_measure(ids, draft, by, language=self._tools.language)

        dialog.writes(keep, self._by(), then=self.measure_wanted.emit)
        dialog.open()
