"""Pages of the rail's entry 组织."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualitydesk.directory.ui.directory_page import DirectoryPage

if TYPE_CHECKING:
    from qualitydesk.app.wiring import Desk
    from qualitydesk.kit.page import Page


def _directory(desk: Desk) -> Page:
    return DirectoryPage(desk.tools, desk.services.directory, desk.by)


MAKERS = {"directory": _directory}
