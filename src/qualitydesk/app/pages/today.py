"""The first page of the rail, 今日, and where its rows lead."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from qualitydesk.today.model import Errand, Work
from qualitydesk.today.ui.today_page import TodayPage

if TYPE_CHECKING:
    from qualitydesk.app.wiring import Desk
    from qualitydesk.kit.page import Page

_WHOLE_PAGES = {"rounds": "rounds", "plan": "plan", "measures": "measures", "slips": "penalties"}


def _today(desk: Desk) -> Page:
    page = TodayPage(desk.tools, desk.services.today)
    page.work_wanted.connect(partial(go_to, desk))
    page.page_wanted.connect(lambda key: desk.open_page(_WHOLE_PAGES[key]))
    return page


def go_to(desk: Desk, work: Work) -> None:
    """Where a row of the first page leads; from a slip or proposals back to the first page."""
    back = partial(desk.open_page, "today")
    if work.errand is Errand.WALK:
        desk.walk(work.id)
    elif work.errand is Errand.PROPOSE:
        desk.show_proposals(work.id, back)
    elif work.errand in (Errand.APPROVE, Errand.ISSUE):
        desk.show_slip(work.id, back)
    elif work.errand is Errand.PLAN:
        desk.open_page("plan")
    else:
        desk.open_page("measures")


MAKERS = {"today": _today}
