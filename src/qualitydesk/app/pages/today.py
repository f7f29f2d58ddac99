"""The first page of the rail, 今日, and where its rows lead."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt

from qualitydesk.today.model import Errand, TileName, Work
from qualitydesk.today.ui.today_page import TodayPage

if TYPE_CHECKING:
    from qualitydesk.app.wiring import Desk
    from qualitydesk.kit.page import Page

_WHOLE_PAGES = {
    "clocks": "cases",
    "complaints": "complaints",
    "rounds": "rounds",
    "plan": "plan",
    "measures": "measures",
    "slips": "penalties",
    "contacts": "contacts",
}
_CASES = (Errand.CLOCK, Errand.DECIDE, Errand.PAY, Errand.FOLLOW, Errand.OUTSIDE)


def _today(desk: Desk) -> Page:
    page = TodayPage(desk.tools, desk.services.today, lambda: desk.services.tiles)
    page.work_wanted.connect(partial(go_to, desk))
    page.page_wanted.connect(partial(_show_all, desk))
    page.tile_wanted.connect(partial(_show_tile, desk))
    page.paper_wanted.connect(lambda: _ask_paper(desk, page))
    return page


def _ask_paper(desk: Desk, page: TodayPage) -> None:
    """The work of the day on paper."""
    from qualitydesk.today.ui.day_paper import DayPaperWays  # not for the start: see the package

    ways = page.findChild(DayPaperWays)
    if ways is None:
        services = desk.services
        ways = DayPaperWays(desk.tools, services.day_papers, services.papers, desk.by, page)
    ways.ask()


def _show_tile(desk: Desk, name: TileName) -> None:
    """What the number of a tile comes from."""
    if name is TileName.SLIPS:
        show_fines(desk)
    elif name in (TileName.CLOSED, TileName.FAILS):
        from qualitydesk.insights.model.trends import TrendName  # not for the start: see the package
        from qualitydesk.insights.ui.trends_page import TrendsPage

        desk.open_page("trends")
        charts = desk.page("trends")
        assert isinstance(charts, TrendsPage)
        charts.show_chart(TrendName.ON_TIME if name is TileName.CLOSED else TrendName.FAILS)
    elif name is TileName.CASES:
        from qualitydesk.complaints.model import CaseFilter, Stage  # as above
        from qualitydesk.complaints.ui.cases_page import CasesPage

        desk.open_page("cases")
        table = desk.page("cases")
        assert isinstance(table, CasesPage)
        table.show_list(CaseFilter(stages=(Stage.OPEN,)))
    elif name is TileName.REQUESTS:
        from qualitydesk.complaints.ui.requests import RequestsPage  # as above
        from qualitydesk.complaints.ui.requests.page import UNANSWERED

        desk.open_page("requests")
        requests = desk.page("requests")
        assert isinstance(requests, RequestsPage)
        requests.choose(UNANSWERED)
    elif name is TileName.MEASURES:
        from qualitydesk.measures.ui.measures_page import MeasuresPage  # as above

        desk.open_page("measures")
        measures = desk.page("measures")
        assert isinstance(measures, MeasuresPage)
        measures.show_waiting()
    else:
        desk.open_page("contacts" if name is TileName.MEMBERS else "rounds")


def show_fines(desk: Desk) -> None:
    """The slips the month's fines come from; from one of them back to the first page."""
    from qualitydesk.penalties.ui.month_fines import MonthFinesDialog  # not for the start: see the package

    back = partial(desk.open_page, "today")

    def show(since: datetime) -> None:
        penalties, shell = desk.services.penalties, desk.shell
        MonthFinesDialog(desk.tools, penalties, since, lambda slip: desk.show_slip(slip, back), shell).open()

    desk.tools.operations.read(desk, desk.services.today.month_begins, then=show)


def _show_all(desk: Desk, key: str) -> None:
    """All of a kind of work on its own page; of measures and cases just those that are counted here."""
    desk.open_page(_WHOLE_PAGES[key])
    if key == "clocks":
        from qualitydesk.complaints.model import CaseFilter  # not for the start: see the package
        from qualitydesk.complaints.ui.cases_page import CasesPage

        table = desk.page("cases")
        assert isinstance(table, CasesPage)
        table.show_list(CaseFilter(overdue=True))
    if key == "measures":
        from qualitydesk.measures.ui.measures_page import MeasuresPage  # not for the start: see the package

        page = desk.page("measures")
        assert isinstance(page, MeasuresPage)
        page.show_due()


def go_to(desk: Desk, work: Work) -> None:
    """Where a row of the first page leads; from a slip or proposals back to the first page."""
    back = partial(desk.open_page, "today")
    if work.errand is Errand.WALK:
        desk.walk(work.id)
    elif work.errand is Errand.PROPOSE:
        desk.show_proposals(work.id, back)
    elif work.errand in _CASES:
        from qualitydesk.app.pages.complaints import show_case  # not for the start: see the package

        show_case(desk, work.id, back)
    elif work.errand is Errand.REQUEST:
        from qualitydesk.app.pages.requests import show_request  # as above

        show_request(desk, work.id, back)
    elif work.errand is Errand.PERSON:
        desk.open_page("person_requests")
    elif work.errand in (Errand.MONTH, Errand.REVIEW):
        from qualitydesk.app.pages.complaints import case_paper_ways  # as above

        case_paper_ways(desk).month()
    elif work.errand is Errand.FOLLOWS:
        _stand_on_follows(desk, work)
    elif work.errand in (Errand.APPROVE, Errand.ISSUE, Errand.CORRECT, Errand.APPEAL, Errand.CONSEQUENCE):
        desk.show_slip(work.id, back)
    elif work.errand is Errand.SIGN:
        from qualitydesk.app.pages.penalties import show_signatures  # as above

        show_signatures(desk, work.id)
    elif work.errand is Errand.DUE:
        desk.open_page("inspection_plan")
    elif work.errand is Errand.PLAN:
        _stand_on_plan(desk, work.id)
    else:
        from qualitydesk.app.pages.findings import show_measure  # not for the start: see the package

        show_measure(desk, work.id, back)


def _stand_on_follows(desk: Desk, work: Work) -> None:
    """What follows from the points of that month."""
    from qualitydesk.penalties.ui.points_page import PointsPage  # as above

    desk.open_page("points")
    page = desk.page("points")
    assert isinstance(page, PointsPage)
    page.show_follows(date.fromisoformat(f"{work.number}-01"))


def _stand_on_plan(desk: Desk, plan_id: UUID) -> None:
    """The page of planned rounds, on one of them as soon as they are read."""
    from qualitydesk.inspections.ui.plan_page import PlanPage  # as above

    desk.open_page("plan")
    page = desk.page("plan")
    assert isinstance(page, PlanPage)
    if not page.table.select_key(plan_id):
        once = Qt.ConnectionType.SingleShotConnection
        page.lines.loaded.connect(lambda _rows: page.table.select_key(plan_id), once)


MAKERS = {"today": _today}
