"""Pages of the rail's entry 投诉: the board, the table of all cases, one case."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from qualitydesk.complaints.ui.board_page import BoardPage
from qualitydesk.complaints.ui.case_page import CasePage
from qualitydesk.complaints.ui.cases_page import CasesPage
from qualitydesk.complaints.ui.intaking import Intaking
from qualitydesk.complaints.ui.list_import import ListImport
from qualitydesk.complaints.ui.papers_menu import CasePaperWays
from qualitydesk.penalties.ui.explaining import Explaining

if TYPE_CHECKING:
    from qualitydesk.app.wiring import Desk
    from qualitydesk.kit.page import Page


def show_case(desk: Desk, case_id: UUID, back: Callable[[], object]) -> None:
    """A case; `back` leads to where it was opened from."""
    page = desk.page("case")
    assert isinstance(page, CasePage)
    page.show_case(case_id, back)
    desk.shell.show_page(page)


def intaking(desk: Desk, key: str) -> Intaking:
    """The way to a new case from a page; it is shown when it is on disk."""
    services = desk.services
    made = Intaking(
        desk.tools, services.complaints, services.members, services.directory, services.clock, desk.by, desk
    )
    back = partial(desk.open_page, key)
    made.opened.connect(lambda case_id: show_case(desk, case_id, back))
    made.case_wanted.connect(lambda case_id: show_case(desk, case_id, back))
    return made


def case_paper_ways(desk: Desk) -> CasePaperWays:
    """The ways from cases to their papers."""
    services = desk.services
    return CasePaperWays(desk.tools, services.case_papers, services.papers, services.directory, desk.by, desk.shell)


def _board(desk: Desk) -> Page:
    services = desk.services
    page = BoardPage(
        desk.tools, services.complaints, services.directory, services.clock, desk.by, intaking(desk, "complaints")
    )
    page.why_wanted.connect(Explaining(desk.tools, services.penalties, page).explain_case)
    back = partial(desk.open_page, "complaints")
    page.case_wanted.connect(lambda case_id: show_case(desk, case_id, back))
    return page


def _cases(desk: Desk) -> Page:
    services = desk.services
    lists = ListImport(desk.tools, services.complaints, desk.by, desk)
    page = CasesPage(
        desk.tools, services.complaints, services.directory, services.clock, intaking(desk, "cases"), lists
    )
    page.papers_wanted.connect(case_paper_ways(desk).offer)
    back = partial(desk.open_page, "cases")
    page.case_wanted.connect(lambda case_id: show_case(desk, case_id, back))
    return page


def _case(desk: Desk) -> Page:
    services = desk.services
    page = CasePage(
        desk.tools,
        services.complaints,
        services.directory,
        services.clock,
        desk.by,
        services.members,
        services.case_papers,
    )
    page.closed.connect(partial(desk.open_page, "complaints"))
    ways = case_paper_ways(desk)
    page.form_wanted.connect(lambda case_id, hidden: ways.forms([case_id], hidden))
    page.paper_wanted.connect(ways.again)
    page.copy_wanted.connect(lambda case_id, paper_id: ways.again(case_id, paper_id, True))
    page.request_wanted.connect(ways.request)
    again = partial(desk.show_page, "case")
    page.proposals_wanted.connect(lambda case_id: desk.show_case_proposals(case_id, again))
    page.slip_wanted.connect(lambda slip_id: desk.show_slip(slip_id, again))
    explaining = Explaining(desk.tools, services.penalties, page, lambda slip_id: desk.show_slip(slip_id, again))
    page.why_wanted.connect(explaining.explain)
    page.case_why_wanted.connect(explaining.explain_case)
    return page


MAKERS = {"complaints": _board, "cases": _cases, "case": _case}
