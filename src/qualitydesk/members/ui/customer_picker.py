"""A customer chosen while typing: by name, initials, last four digits; masked; who is not known yet is entered here."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import By
from qualitydesk.directory.service import Directory
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model import CustomerLine
from qualitydesk.members.service import Members


class CustomerPicker(QWidget):
    """An editor of a form. Typing searches at once; the last row of what is offered enters a new customer.

    Signals: `picked(CustomerLine or None)` when the user chose another one or emptied it.
    """

    picked = Signal(object)

    def __init__(
        self,
        tools: Tools,
        members: Members,
        directory: Directory,
        by: Callable[[], By],
        *,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)

    def chosen(self) -> UUID | None:
        """The id of who is chosen, or None."""
        raise NotImplementedError

    def line(self) -> CustomerLine | None:
        """Who is chosen, masked."""
        raise NotImplementedError

    def choose(self, line: CustomerLine | None) -> None:
        """Choose without telling."""
        raise NotImplementedError

    def set_institution(self, institution_id: UUID | None) -> None:
        """Where a new customer is taken to be at home."""
        raise NotImplementedError

    def untaken(self) -> str:
        """What is said about typed words nobody was chosen for; "" when there are none."""
        raise NotImplementedError
