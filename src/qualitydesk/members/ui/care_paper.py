"""The way to the care list of a day: for which institution, then issued, archived and shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import By
from qualitydesk.basics.phrases import say
from qualitydesk.directory.model import Institution
from qualitydesk.directory.service import Directory
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import Choice, DayPicker, Picker
from qualitydesk.kit.pieces import button
from qualitydesk.kit.tools import Tools
from qualitydesk.members.service.care_lists import CARE, CareLists
from qualitydesk.papers.model import Paper
from qualitydesk.papers.service import Papers
from qualitydesk.papers.ui.preview_dialog import PreviewDialog, suggested_name

Wish = tuple[date, UUID | None, str, str]
"""Day, institution (None: all), language, paper."""


class CareListDialog(DraftDialog):
    """Submits a `Wish` to be issued; `preview_button` shows it first."""

    def __init__(
        self, tools: Tools, institutions: list[Institution], day: date, chosen: UUID | None,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(say(tools.language, f"paper_kind.{CARE}"))
        self.save_button.setText(self.tr("Issue the list"))
        self.day = DayPicker(day)
        whole = Choice(None, self.tr("The whole group"))
        self.institution = Picker([whole, *(Choice(one.id, one.name, one.code) for one in institutions)])
        self.institution.choose(chosen)
        self.paper = Picker([Choice("A4", "A4"), Choice("A5", "A5")])
        self.paper.choose("A4")
        self.language = Picker([Choice("zh", "中文"), Choice("en", "English")])
        self.language.choose(tools.language)
        self.add_row("day", self.tr("Day"), self.day, required=True)
        self.add_row("institution", self.tr("Of"), self.institution)
        self.add_row("paper", self.tr("Paper"), self.paper)
        self.add_row("language", self.tr("Language"), self.language)
        self.preview_button = button(self.tr("Preview"), "eye")
        self.add_extra_button(self.preview_button)

    def read_draft(self) -> Wish:
        home = self.institution.chosen()
        day = self.day.day()
        assert day is not None
        return (
            day, home if isinstance(home, UUID) else None, str(self.language.chosen() or "zh"),
            str(self.paper.chosen() or "A4"),
        )  # fmt: skip


class CarePaperWays(QObject):
    """Made once for the page of contacts."""

    def __init__(
        self,
        tools: Tools,
        lists: CareLists,
        papers: Papers,
        directory: Directory,
        by: Callable[[], By],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._tools, self._lists, self._papers, self._directory = tools, lists, papers, directory
        self._by = by
        self._window = window

    def ask(self, day: date, chosen: UUID | None = None) -> None:
        """Which list is wanted."""

        def show(institutions: list[Institution]) -> None:
            dialog = CareListDialog(self._tools, institutions, day, chosen, parent=self._window.window())
            dialog.preview_button.clicked.connect(lambda: self._preview(dialog.read_draft()))
            dialog.submitted.connect(partial(self._issue, dialog))
            dialog.open()

        self._tools.operations.read(self, self._directory.institutions, then=show, topic="care list")

    def _preview(self, wish: Wish) -> None:
        day, home, language, paper = wish
        self._show(f"{day.isoformat()}", partial(self._lists.preview, day, home, self._by(), language, paper))

    def _issue(self, dialog: CareListDialog, wish: Wish) -> None:
        day, home, language, paper = wish

        def show(paper_id: UUID) -> None:
            dialog.finish()
            self._tools.operations.read(self, self._papers.paper, paper_id, then=self._show_paper, topic="issued")

        verb = partial(self._lists.issue, day, home, self._by(), language=language, paper=paper)
        self._tools.operations.write(verb, then=show, failed=dialog.take_back, asker=dialog)

    def _show_paper(self, paper: Paper) -> None:
        self._show(paper.line.number, partial(self._papers.original, paper.line.id))

    def _show(self, words: str, query: Callable[[], bytes]) -> None:
        title = f"{say(self._tools.language, f'paper_kind.{CARE}')} {words}"
        over = self._window.window()
        PreviewDialog(self._tools, title, query, suggested_name(title), kind=CARE, parent=over).open()
