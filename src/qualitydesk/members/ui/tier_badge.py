"""The tier as a word beside a member's name."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import Change
from qualitydesk.kit.pieces import Chip
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model.tiers import TierLine
from qualitydesk.members.service.tiers import Tiers
from qualitydesk.members.ui.tier_words import tier_words


class TierBadge(Chip):
    """Reads by itself and again when tiers move; hidden of a customer who has no tier."""

    def __init__(
        self, tools: Tools, tiers: Callable[[], Tiers], member_id: UUID, parent: QWidget | None = None
    ) -> None:
        super().__init__("", "muted", parent)
        self._tools, self._tiers, self._member_id = tools, tiers, member_id
        self.hide()
        tools.operations.changed.connect(self._hear)
        self._read()

    def _hear(self, changes: frozenset[Change]) -> None:
        if changes & {Change.TIERS, Change.CUSTOMERS}:
            self._read()

    def _read(self) -> None:
        self._tools.operations.read(self, lambda: self._tiers().line(self._member_id), then=self._show, topic="badge")

    def _show(self, line: TierLine | None) -> None:
        if line is not None:
            self.say(tier_words(line.tier, self._tools.language), "info")
        self.setVisible(line is not None)
