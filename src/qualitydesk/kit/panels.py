"""Panels: what features above offer for a page below them (an employee's findings, slips …), a tab for each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget


@dataclass(frozen=True)
class Panel:
    """One offer: its title, already in the user's language, and how its widget is made for a subject (an id).

    The widget reads by itself, refreshes itself from `operations.changed`, and goes when another subject is shown.
    """

    title: str
    build: Callable[[UUID], QWidget]


class PanelTabs(QTabWidget):
    """A tab for each panel; a panel is built when its tab is first turned to for the subject shown."""

    def __init__(self, panels: Sequence[Panel], name: str, parent: QWidget | None = None) -> None:
        """`name` is read to the blind."""
        super().__init__(parent)
        self._panels = tuple(panels)
        self._subject: UUID | None = None
        self._built: set[int] = set()
        self.setAccessibleName(name)
        self.setDocumentMode(True)
        for panel in self._panels:
            holder = QWidget()
            column = QVBoxLayout()
            column.setContentsMargins(0, 0, 0, 0)
            holder.setLayout(column)
            self.addTab(holder, panel.title)
        self.currentChanged.connect(self._build)

    def show_subject(self, subject: UUID) -> None:
        """Show the panels of another subject; the tab turned to stays."""
        if subject == self._subject:
            return
        self._subject = subject
        self._built.clear()
        for at in range(self.count()):
            while entry := self._column(at).takeAt(0):
                if (widget := entry.widget()) is not None:
                    widget.hide()
                    widget.setParent(None)
                    widget.deleteLater()
        self._build(self.currentIndex())

    def panel_widget(self) -> QWidget | None:
        """What the tab turned to shows, once it is built."""
        entry = self._column(self.currentIndex()).itemAt(0) if self.currentIndex() >= 0 else None
        return entry.widget() if entry else None

    def turn(self, by: int) -> None:
        """On to the next tab, or back."""
        if self.count():
            self.setCurrentIndex((self.currentIndex() + by) % self.count())

    def _column(self, at: int) -> QVBoxLayout:
        holder = self.widget(at)
        assert holder is not None
        column = holder.layout()
        assert isinstance(column, QVBoxLayout)
        return column

    def _build(self, at: int) -> None:
        if at < 0 or at in self._built or self._subject is None:
            return
        self._built.add(at)
        self._column(at).addWidget(self._panels[at].build(self._subject))
