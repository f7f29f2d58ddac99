"""Makes the pages of the window, a module for each entry of the rail; what one page wishes for, another gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from qualitydesk.app.pages import directory, findings, penalties, rounds, settings, standards, today

if TYPE_CHECKING:
    from qualitydesk.app.wiring import Desk
    from qualitydesk.kit.page import Page

MAKERS: Mapping[str, Callable[[Desk], Page]] = {
    **today.MAKERS,
    **rounds.MAKERS,
    **findings.MAKERS,
    **penalties.MAKERS,
    **standards.MAKERS,
    **directory.MAKERS,
    **settings.MAKERS,
}
"""Every page by its key: made when it is first asked for."""
