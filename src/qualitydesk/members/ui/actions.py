"""What can be done with a customer, each with its question: entering, seeing in full, changing, marking, merging."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import By
from qualitydesk.directory.model import Institution
from qualitydesk.directory.service import Directory
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model import Customer, CustomerDraft, CustomerLine
from qualitydesk.members.service import Members
from qualitydesk.members.ui.customer_dialog import CustomerDialog
from qualitydesk.members.ui.merge_dialog import MergeDialog
from qualitydesk.members.ui.words import brief_words, line_words


class CustomerActions(QObject):
    """Asks over `window`; what was written is told by `operations.changed`."""

    def __init__(
        self, tools: Tools, members: Members, directory: Directory, by: Callable[[], By], window: QWidget
    ) -> None:
        super().__init__(window)
        self._tools = tools
        self._members = members
        self._directory = directory
        self._by = by
        self._window = window

    def enter(self, home: UUID | None, then: Callable[[UUID], object]) -> None:
        """A new customer; `then` hears who was entered, or found to be on record already."""

        def added(customer_id: object) -> None:
            if isinstance(customer_id, UUID):
                then(customer_id)

        def meant(line: CustomerLine) -> None:
            then(line.id)

        def ask(institutions: list[Institution]) -> None:
            given = CustomerDraft(institution_id=home)
            dialog = CustomerDialog(self._tools, self._members, institutions, given=given, parent=self._window)
            dialog.meant.connect(meant)
            dialog.writes(self._members.add_customer, self._by(), then=added)
            dialog.open()

        self._tools.operations.read(self, self._directory.institutions, then=ask, topic="new customer")

    def unmask(self, shown: Customer, then: Callable[[Customer], object], yes: str) -> None:
        """Ask why, log it, and hand over the customer in full."""
        words = self.tr("What do you need the details of {customer} for? Who looked, when and why is kept.")
        self._ask(
            self.tr("Show in full"), words, shown, yes, partial(self._write, self._members.unmask, shown.id, then)
        )

    def change(self, shown: Customer, *, in_full: bool) -> None:
        """Whoever changes a customer sees it in full: with a reason, unless it is seen already."""
        if in_full:
            self._ask_change(shown)
        else:
            self.unmask(shown, self._ask_change, self.tr("Show and change"))

    def flag(self, shown: Customer) -> None:
        """Mark for all staff, or lift the mark."""
        if shown.flag is None:
            title, yes, verb = self.tr("Flag for all staff"), self.tr("Flag"), self._members.flag_patient
            words = self.tr(
                "What should all staff know when {customer} comes? They see it wherever the customer is shown."
            )
        else:
            title = yes = self.tr("Lift the flag")
            verb = self._members.unflag
            words = self.tr("Why is the flag of {customer} lifted? It stays in the history.")
        self._ask(title, words, shown, yes, partial(self._write, verb, shown.id, None))

    def merge(self, shown: Customer) -> None:
        """Another record is this customer, too."""
        MergeDialog(self._tools, self._members, self._directory, self._by, shown, parent=self._window).open()

    def separate(self, shown: Customer) -> None:
        """A record merged into this one is somebody else after all."""
        if len(shown.merged) == 1:
            self._ask_separate(shown, shown.merged[0].id)
        elif shown.merged:
            choices = [(line.id, line_words(line, self._tools.language)) for line in shown.merged]
            question = self.tr("Which record is somebody else?")
            self._tools.prompts.choose(
                self._window, self.tr("Separate"), question, choices, then=partial(self._ask_separate, shown)
            )

    def _ask_change(self, known: Customer) -> None:
        def ask(institutions: list[Institution]) -> None:
            dialog = CustomerDialog(self._tools, self._members, institutions, known=known, parent=self._window)
            dialog.reloads(partial(self._members.customer, known.id), dialog.show_known)
            dialog.writes(self._members.change_customer, self._by())
            dialog.open()

        self._tools.operations.read(self, self._directory.institutions, then=ask, topic="change customer")

    def _ask_separate(self, shown: Customer, merged_id: object) -> None:
        words = self.tr("Why are they two? Both records then stand as before.")
        title = self.tr("Separate")
        self._ask(title, words, shown, title, partial(self._write, self._members.unmerge, merged_id, None))

    def _ask(self, title: str, words: str, shown: Customer, yes: str, then: Callable[[str], object]) -> None:
        """A question with a reason as its answer."""
        question = words.format(customer=brief_words(shown.line))
        self._tools.prompts.ask_text(self._window, title, question, yes=yes, lines=3, then=then)

    def _write(
        self, verb: Callable[..., object], customer_id: object, then: Callable[..., object] | None, reason: str
    ) -> None:
        self._tools.operations.write(verb, customer_id, reason, self._by(), then=then, asker=self)
