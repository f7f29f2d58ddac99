"""A member's page: who she is, masked, with what every part of the program knows of her, a tab for each.

The seam for other parts: a `Panel` is a tab (title, how its widget is made for the id of the record kept), a `Badge` a
small widget beside the name (the tier). Both are handed in by app/pages/members, read by themselves and refresh
themselves from `operations.changed`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import By, Change
from qualitydesk.directory.service import Directory
from qualitydesk.kit.keys import Key
from qualitydesk.kit.page import Page
from qualitydesk.kit.panels import Panel, PanelTabs
from qualitydesk.kit.pieces import Banner, hbox
from qualitydesk.kit.theme import GAP
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model import Customer
from qualitydesk.members.service import Members

Badge = Callable[[UUID], QWidget]
"""Makes a small widget for the head of the page, for the id of the record kept."""


class MemberPage(Page):
    """Shows whom `show_member` names; of a merged record the one that is kept.

    Signals: `closed()` to go back.
    """

    concerns: ClassVar[frozenset[Change]] = frozenset({Change.CUSTOMERS})
    closed = Signal()

    def __init__(
        self,
        tools: Tools,
        members: Members,
        directory: Directory,
        by: Callable[[], By],
        panels: Sequence[Panel] = (),
        badges: Sequence[Badge] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent)
        self._members = members
        self._directory = directory
        self._by = by
        self._badges = tuple(badges)
        self._customer_id: UUID | None = None
        self.flag = Banner("", "warning")
        self.flag.hide()
        self._badge_row = hbox(gap=GAP)
        self.tabs = PanelTabs(panels, self.tr("About this member"))
        self.body.addLayout(self._badge_row)
        self.body.addWidget(self.flag)
        self.body.addWidget(self.tabs, 1)
        self.add_button(self.tr("Back"), "arrow-left", self.closed.emit, role="quiet", sequence="Esc")
        self.bind(
            Key("Ctrl+PgDown", self.tr("Next tab"), lambda: self.tabs.turn(+1)),
            Key("Ctrl+PgUp", self.tr("Tab before"), lambda: self.tabs.turn(-1)),
        )

    def show_member(self, customer_id: UUID) -> None:
        """Show another member; the tab turned to stays."""
        self._customer_id = customer_id
        self._read()

    def refresh(self, changes: frozenset[Change]) -> None:
        self._read()

    def _read(self) -> None:
        if self._customer_id is not None:
            self.tools.operations.read(self, self._members.sheet, self._customer_id, then=self._show, topic="member")

    def _show(self, found: Customer) -> None:
        if found.merged_into is not None:
            self.show_member(found.merged_into.id)
            return
        self.set_title(found.name)
        self.set_note(found.number)
        self.flag.say(self.tr("Flagged: {reason}").format(reason=found.flag.reason) if found.flag else "", "warning")
        self._put_badges(found.id)
        self.tabs.show_subject(found.id)

    def _put_badges(self, customer_id: UUID) -> None:
        while entry := self._badge_row.takeAt(0):
            if (widget := entry.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for badge in self._badges:
            self._badge_row.addWidget(badge(customer_id))
        self._badge_row.addStretch(1)
