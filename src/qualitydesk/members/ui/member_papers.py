"""The ways from a member to her papers: the card of an appointment, a copy of everything held about her."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import By
from qualitydesk.basics.phrases import say
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model import Customer
from qualitydesk.members.model.profile import MemberFile
from qualitydesk.members.service import MemberPapers
from qualitydesk.members.service.papers import CARD
from qualitydesk.members.ui.member_actions import MemberActions
from qualitydesk.members.ui.words import brief_words
from qualitydesk.papers.ui.preview_dialog import PreviewDialog, suggested_name
from qualitydesk.papers.ui.saving import write_file

_ENDING = ".zip"


class MemberPaperWays(QObject):
    """Made once for the page of members."""

    def __init__(self, tools: Tools, made: MemberPapers, by: Callable[[], By], window: QWidget) -> None:
        super().__init__(window)
        self._tools = tools
        self._made = made
        self._by = by
        self._window = window

    def ask_card(self, file: MemberFile, doing: MemberActions) -> None:
        """For the desk, which names nobody, or in full, which wants a reason unless she is seen in full already."""
        choices: list[tuple[object, str]] = [
            ("desk", self.tr("For the desk: name, telephone and personal details hidden")),
            ("full", self.tr("In full, for whoever receives the guest")),
        ]

        def chosen(key: object) -> None:
            if key == "desk":
                self._card(file, hidden=True)
            else:
                doing.unmask(file, partial(self._card, hidden=False))

        title, question = self.tr("Appointment card"), self.tr("Which version is to be printed?")
        self._tools.prompts.choose(self._window, title, question, choices, then=chosen)

    def _card(self, file: MemberFile, *, hidden: bool) -> None:
        language = self._tools.language
        title = f"{say(language, f'paper_kind.{CARD}')} {file.customer.number}"

        def show(pdf: bytes) -> None:
            name = suggested_name(title)
            PreviewDialog(self._tools, title, lambda: pdf, name, kind=CARD, parent=self._window).open()

        verb = partial(self._made.card, file.customer.id, self._by(), language=language, hidden=hidden)
        self._tools.operations.write(verb, then=show, asker=self)

    def ask_copy(self, customer: Customer) -> None:
        """Why it is made, then where it is to be written."""
        words = self.tr(
            "A copy of everything held about {customer}, to be handed over: PDF, workbook and data file in one "
            "archive. Why is it made? Who made it, when and why is kept."
        )
        title = self.tr("Copy of everything held")
        question = words.format(customer=brief_words(customer.line))
        self._tools.prompts.ask_text(
            self._window, title, question, yes=self.tr("Make it"), lines=3, then=partial(self._make, customer)
        )

    def _make(self, customer: Customer, reason: str) -> None:
        verb = partial(self._made.copy_of_everything, customer.id, reason, self._by(), language=self._tools.language)
        self._tools.operations.write(verb, then=partial(self._save, customer), asker=self)

    def _save(self, customer: Customer, whole: bytes) -> None:
        title = self.tr("Copy of everything held")

        def chosen(path: Path) -> None:
            target = path if path.suffix.casefold() == _ENDING else path.with_name(path.name + _ENDING)
            told = self.tr("Saved as {path}. Hand it over and delete it here: it says everything about the customer.")

            def saved(_path: Path) -> None:
                self._tools.prompts.tell(self._window, title, told.format(path=target))

            self._tools.operations.read(self, write_file, target, whole, then=saved, topic=f"copy {target}")

        kinds = self.tr("Archive (*.zip)")
        asked = self._tools.prompts.save_path(self._window, title, f"{customer.number}{_ENDING}", kinds, chosen)
        asked.setDefaultSuffix(_ENDING[1:])
