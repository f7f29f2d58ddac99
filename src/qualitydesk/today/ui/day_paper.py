"""The way to the work of the day on paper: asked for, then issued, archived and shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import By
from qualitydesk.basics.phrases import say
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import Choice, Picker
from qualitydesk.kit.pieces import button, label
from qualitydesk.kit.tools import Tools
from qualitydesk.papers.model import Paper
from qualitydesk.papers.service import Papers
from qualitydesk.papers.ui.preview_dialog import PreviewDialog, suggested_name
from qualitydesk.today.service import DayPapers
from qualitydesk.today.service.day_papers import DAY_WORK

Wish = tuple[str, str]
"""Language, paper."""


class DayPaperDialog(DraftDialog):
    """Submits a `Wish` to be issued; `preview_button` shows it first."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(say(tools.language, f"paper_kind.{DAY_WORK}"))
        self.save_button.setText(self.tr("Issue the list"))
        self.paper = Picker([Choice("A4", "A4"), Choice("A5", "A5")])
        self.paper.choose("A4")
        self.language = Picker([Choice("zh", "中文"), Choice("en", "English")])
        self.language.choose(tools.language)
        self.add_row("paper", self.tr("Paper"), self.paper)
        self.add_row("language", self.tr("Language"), self.language)
        note = self.tr("Everything that Today lists, with a box to tick; names of people are masked.")
        self.add_wide(label(note, "hint", wrap=True))
        self.preview_button = button(self.tr("Preview"), "eye")
        self.add_extra_button(self.preview_button)

    def read_draft(self) -> Wish:
        return str(self.language.chosen() or "zh"), str(self.paper.chosen() or "A4")


class DayPaperWays(QObject):
    """Made when the paper is first asked for."""

    def __init__(
        self, tools: Tools, day_papers: DayPapers, papers: Papers, by: Callable[[], By], window: QWidget
    ) -> None:
        super().__init__(window)
        self._tools, self._day_papers, self._papers = tools, day_papers, papers
        self._by = by
        self._window = window

    def ask(self) -> None:
        """How it is wished."""
        dialog = DayPaperDialog(self._tools, parent=self._window.window())
        dialog.preview_button.clicked.connect(lambda: self._preview(dialog.read_draft()))
        dialog.submitted.connect(partial(self._issue, dialog))
        dialog.open()

    def _preview(self, wish: Wish) -> None:
        self._show("", partial(self._day_papers.preview, self._by(), *wish))

    def _issue(self, dialog: DayPaperDialog, wish: Wish) -> None:
        language, paper = wish

        def show(paper_id: UUID) -> None:
            dialog.finish()
            self._tools.operations.read(self, self._papers.paper, paper_id, then=self._show_paper, topic="issued")

        verb = partial(self._day_papers.issue, self._by(), language=language, paper=paper)
        self._tools.operations.write(verb, then=show, failed=dialog.take_back, asker=dialog)

    def _show_paper(self, paper: Paper) -> None:
        self._show(paper.line.number, partial(self._papers.original, paper.line.id))

    def _show(self, words: str, query: Callable[[], bytes]) -> None:
        title = f"{say(self._tools.language, f'paper_kind.{DAY_WORK}')} {words}".strip()
        over = self._window.window()
        PreviewDialog(self._tools, title, query, suggested_name(title), kind=DAY_WORK, parent=over).open()
