"""The papers of the slips chosen in the list: printed together, told in a notice, the notice put right."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import By
from qualitydesk.basics.phrases import together
from qualitydesk.kit.tools import Tools
from qualitydesk.papers.ui.preview_dialog import PreviewDialog, suggested_name
from qualitydesk.penalties.model import TOLD, SlipLine, SlipState
from qualitydesk.penalties.service import Penalties
from qualitydesk.penalties.service.batch import write_originals
from qualitydesk.penalties.ui.several import FEW
from qualitydesk.penalties.ui.slip_papers import correct_notice

if TYPE_CHECKING:
    from qualitydesk.penalties.service.batch import Opened


def publishable(lines: Sequence[SlipLine]) -> list[SlipLine]:
    """Those that stand, wait for no appeal and are in no notice yet."""
    return [one for one in lines if one.state in TOLD - {SlipState.APPEALED} and one.notice_paper_id is None]


def correctable(lines: Sequence[SlipLine]) -> list[SlipLine]:
    """Those of which a notice tells what is no longer so."""
    return [one for one in lines if one.correction_since is not None]


class ListPapers(QObject):
    """Asks and shows. `opened` opens the same database in another process, for more than a few."""

    def __init__(
        self, tools: Tools, penalties: Penalties, by: Callable[[], By], page: QWidget, opened: Opened | None
    ) -> None:
        super().__init__(page)
        self._tools, self._penalties, self._by = tools, penalties, by
        self._page, self._opened = page, opened

    def print_slips(self, slip_ids: Sequence[UUID]) -> None:
        """The issued papers of these slips, as one file; of many it is put together in a process of its own."""
        if not slip_ids:
            return
        title = self.tr("{count} slips").format(count=len(slip_ids))
        if self._opened is None or len(slip_ids) <= FEW:
            self._show(title, partial(self._penalties.originals, list(slip_ids)), "slip")
            return
        from qualitydesk.kit.busy import BusyDialog

        handle = tempfile.NamedTemporaryFile(prefix="qualitydesk-", suffix=".pdf", delete=False)  # noqa: SIM115
        handle.close()
        path = Path(handle.name)
        busy = BusyDialog.run(
            self._tools,
            self._page.window(),
            self.tr("Putting {count} slips into one file").format(count=len(slip_ids)),
            write_originals,
            self._opened,
            tuple(slip_ids),
            str(path),
            then=lambda made: self._show(title, partial(_taken, Path(made)), "slip"),
            failed=lambda _error: _dropped(path),
        )
        busy.worker.cancelled.connect(lambda: _dropped(path))

    def publish(self, lines: Sequence[SlipLine], today: date | None) -> None:
        """The question whether a notice is published, then the notice."""
        lines = publishable(lines)
        if not lines:
            return
        ids = [line.id for line in sorted(lines, key=lambda line: (line.act_day, line.number))]
        early = sum(1 for line in lines if today and line.appeal_last_day and line.appeal_last_day >= today)
        words = self.tr("{count} slips are published in one numbered notice, each with the sums that stand.")
        told = [words.format(count=len(ids))]
        if early:
            warning = self.tr("Of {count} the days of appeal are not over: better wait.")
            told.append(warning.format(count=early))
        self._tools.prompts.ask(
            self._page.window(),
            self.tr("Personnel notice"),
            together(told, self._tools.language),
            yes=self.tr("Publish"),
            then=lambda: self._tools.operations.write(
                partial(self._penalties.publish_notice, ids, self._by(), language=self._tools.language),
                then=self._show_notice,
                asker=self,
            ),
        )

    def correct(self, lines: Sequence[SlipLine]) -> None:
        """The same for what a notice told and that is no longer so."""
        if found := correctable(lines):
            ids = [line.id for line in sorted(found, key=lambda line: (line.act_day, line.number))]
            correct_notice(self._tools, self._penalties, self._by, ids, self._page)

    def _show_notice(self, paper_id: UUID) -> None:
        self._show(self.tr("Personnel notice"), partial(self._penalties.paper, paper_id), "personnel_notice")

    def _show(self, title: str, query: Callable[[], bytes], kind: str) -> None:
        PreviewDialog(self._tools, title, query, suggested_name(title), kind=kind, parent=self._page.window()).open()


def _taken(path: Path) -> bytes:
    """What a working process has written, and the file is gone."""
    try:
        return path.read_bytes()
    finally:
        path.unlink(missing_ok=True)


def _dropped(path: Path) -> bool:
    path.unlink(missing_ok=True)
    return False
