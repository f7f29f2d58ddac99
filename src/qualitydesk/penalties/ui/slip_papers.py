"""The papers of the slip shown: preview and copy, its explanation as an appendix, the notice put right."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import By
from qualitydesk.kit.tools import Tools
from qualitydesk.papers.ui.preview_dialog import PreviewDialog, suggested_name
from qualitydesk.penalties.model import SlipSheet, SlipState
from qualitydesk.penalties.service import Penalties


class SlipPapers(QObject):
    """`sheet()` is the slip shown, None while none is."""

    def __init__(
        self,
        tools: Tools,
        penalties: Penalties,
        by: Callable[[], By],
        sheet: Callable[[], SlipSheet | None],
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._tools, self._penalties, self._by = tools, penalties, by
        self._sheet, self._page = sheet, page

    def preview(self) -> None:
        sheet = self._sheet()
        if sheet is None:
            return
        slip = sheet.view.slip
        draft = slip.paper_id is None
        words = self.tr("Draft of {number}") if draft else self.tr("Slip {number}")
        if slip.state is SlipState.WITHDRAWN:
            words = self.tr("Withdrawn slip {number}")
        query = partial(self._penalties.preview, slip.id, self._tools.language)
        self._open(words.format(number=slip.number), query, "slip")

    def reprint(self) -> None:
        sheet = self._sheet()
        if sheet is not None and sheet.view.slip.paper_id is not None:
            slip = sheet.view.slip
            words = self.tr("Copy of {number}").format(number=slip.number)
            self._open(words, partial(self._penalties.reprint, slip.id), "slip")

    def appendix(self) -> None:
        """Show the explanation as a paper; of an issued slip that has none yet, first ask whether it is archived."""
        sheet = self._sheet()
        if sheet is None:
            return
        slip = sheet.view.slip
        if slip.paper_id is None or slip.appendix_paper_id is not None or slip.state is SlipState.WITHDRAWN:
            self._show_appendix()
            return
        words = self.tr(
            "The explanation of {number} is archived as its appendix, as things stand now; it is printed with the slip "
            "from then on and does not change."
        )
        explain = partial(self._penalties.explain_slip, slip.id, self._by(), language=self._tools.language)
        dialog = self._tools.prompts.ask(
            self._page.window(),
            self.tr("Explanation as an appendix"),
            words.format(number=slip.number),
            yes=self.tr("Archive and show"),
            then=lambda: self._tools.operations.write(explain, then=self._archived, asker=self),
        )
        dialog.answer(self.tr("Only look"), self._show_appendix)

    def _archived(self, _paper: UUID) -> None:
        self._show_appendix()

    def _show_appendix(self) -> None:
        sheet = self._sheet()
        if sheet is not None:
            slip = sheet.view.slip
            title = self.tr("Explanation of {number}").format(number=slip.number)
            query = partial(self._penalties.appendix, slip.id, self._tools.language)
            self._open(title, query, "slip_appendix")

    def correct(self) -> None:
        """Put right what a notice told of the slip."""
        sheet = self._sheet()
        if sheet is not None and sheet.view.slip.correction_since is not None:
            correct_notice(self._tools, self._penalties, self._by, [sheet.view.slip.id], self._page)

    def _open(self, title: str, query: Callable[[], bytes], kind: str) -> None:
        PreviewDialog(self._tools, title, query, suggested_name(title), kind=kind, parent=self._page.window()).open()


def correct_notice(
    tools: Tools, penalties: Penalties, by: Callable[[], By], slip_ids: list[UUID], page: QWidget
) -> None:
    """Ask whether the correcting notice on these slips is published, and show it."""
    asker = _Correction(tools, penalties, by, page)
    asker.ask(slip_ids)


class _Correction(QObject):
    """One question and its paper."""

    def __init__(self, tools: Tools, penalties: Penalties, by: Callable[[], By], page: QWidget) -> None:
        super().__init__(page)
        self._tools, self._penalties, self._by, self._page = tools, penalties, by, page

    def ask(self, slip_ids: list[UUID]) -> None:
        words = self.tr(
            "Slips withdrawn or reduced after a personnel notice had told of them: {count}. One numbered correcting "
            "notice says what stands now, to be posted where the first one was."
        )
        publish = partial(self._penalties.publish_correction, slip_ids, self._by(), language=self._tools.language)
        dialog = self._tools.prompts.ask(
            self._page.window(),
            self.tr("Correcting notice"),
            words.format(count=len(slip_ids)),
            yes=self.tr("Publish"),
            then=lambda: self._tools.operations.write(publish, then=self._show, asker=self),
        )
        preview = partial(self._penalties.correction_preview, slip_ids, self._by(), self._tools.language)
        dialog.answer(self.tr("Preview"), lambda: self._open(self.tr("Draft of the correcting notice"), preview))

    def _show(self, paper_id: UUID) -> None:
        self._open(self.tr("Correcting notice"), partial(self._penalties.paper, paper_id))

    def _open(self, title: str, query: Callable[[], bytes]) -> None:
        window = self._page.window()
        PreviewDialog(self._tools, title, query, suggested_name(title), kind="notice_correction", parent=window).open()
