"""Pages of the rail's entry 组织."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from qualitydesk.directory.ui.directory_page import DirectoryPage

if TYPE_CHECKING:
    from qualitydesk.app.wiring import Desk
    from qualitydesk.kit.page import Page


def _directory(desk: Desk) -> Page:
    return DirectoryPage(desk.tools, desk.services.directory, desk.by)


def show_employee(desk: Desk, employee_id: UUID, number: str) -> None:
    """An employee by id; `number` is what the list is searched for."""
    desk.open_page("directory")
    page = desk.page("directory")
    assert isinstance(page, DirectoryPage)
    page.tabs.setCurrentIndex(0)
    page.people.search.setText(number)
    page.people.table.setFocus()


MAKERS = {"directory": _directory}
