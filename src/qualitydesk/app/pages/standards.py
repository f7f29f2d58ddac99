"""Pages of the rail's entry 标准."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from qualitydesk.inspections.ui.standards_page import StandardsPage

if TYPE_CHECKING:
    from qualitydesk.app.wiring import Desk
    from qualitydesk.kit.page import Page


def _standards(desk: Desk) -> Page:
    page = StandardsPage(desk.tools, desk.services.standards, desk.services.directory, desk.by)
    page.handbook_wanted.connect(partial(_ask_handbook, desk))
    return page


def _ask_handbook(desk: Desk, packs: Sequence[str], post: str) -> None:
    desk.papers.handbook(packs, post)


def show_item(desk: Desk, pack_code: str, item_code: str) -> None:
    """The page of standards, on an item of a pack."""
    desk.open_page("standards")
    page = desk.page("standards")
    assert isinstance(page, StandardsPage)
    page.lead_to(pack_code, item_code)


MAKERS = {"standards": _standards}
