"""Pages of the rail's entry 标准."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualitydesk.inspections.ui.standards_page import StandardsPage

if TYPE_CHECKING:
    from qualitydesk.app.wiring import Desk
    from qualitydesk.kit.page import Page


def _standards(desk: Desk) -> Page:
    return StandardsPage(desk.tools, desk.services.standards, desk.services.directory, desk.by)


MAKERS = {"standards": _standards}
