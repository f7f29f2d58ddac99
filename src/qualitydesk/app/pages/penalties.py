"""Pages of the rail's entry 奖惩: slips, one of them, proposals after a round, points, rewards, settlement,
rules signed for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from qualitydesk.app.opening import penalties_at
from qualitydesk.app.trial_work import ask_ladder
from qualitydesk.penalties.ui.acknowledgements_page import AcknowledgementsPage
from qualitydesk.penalties.ui.points_page import PointsPage
from qualitydesk.penalties.ui.proposals_page import ProposalsPage
from qualitydesk.penalties.ui.rewards_page import RewardsPage
from qualitydesk.penalties.ui.settlement_page import SettlementPage
from qualitydesk.penalties.ui.slip_page import SlipPage
from qualitydesk.penalties.ui.slips_page import SlipsPage
from qualitydesk.penalties.ui.waiting_page import WaitingPage

if TYPE_CHECKING:
    from qualitydesk.app.wiring import Desk
    from qualitydesk.kit.page import Page


def _proposals(desk: Desk) -> Page:
    page = ProposalsPage(desk.tools, desk.services.penalties, desk.by)
    page.slip_wanted.connect(lambda slip: desk.show_slip(slip, partial(desk.show_page, "proposals")))
    page.closed.connect(desk.leave_proposals)
    return page


def _waiting(desk: Desk) -> Page:
    page = WaitingPage(desk.tools, desk.services.penalties)
    back = partial(desk.open_page, "waiting")
    page.round_wanted.connect(lambda round_id: desk.show_proposals(round_id, back))
    return page


def _slips(desk: Desk) -> Page:
    opened = partial(penalties_at, desk.services.database.url, str(desk.folder))
    page = SlipsPage(desk.tools, desk.services.penalties, desk.services.directory, desk.by, opened=opened)
    page.slip_wanted.connect(lambda slip: desk.show_slip(slip, partial(desk.open_page, "penalties")))
    return page


def _slip(desk: Desk) -> Page:
    services = desk.services
    page = SlipPage(desk.tools, services.penalties, services.directory, desk.by, services.consequences)
    page.round_wanted.connect(desk.show_result)
    page.case_wanted.connect(lambda case_id: _case_of(desk, case_id))
    page.closed.connect(desk.leave_slip)
    return page


def _points(desk: Desk) -> Page:
    services = desk.services
    return PointsPage(
        desk.tools, services.points, services.directory, desk.by, services.consequences, now=services.clock.now
    )


def _rewards(desk: Desk) -> Page:
    return RewardsPage(desk.tools, desk.services.rewards, desk.services.directory, desk.by)


def _settlement(desk: Desk) -> Page:
    return SettlementPage(desk.tools, desk.services.settlements, desk.by, penalties=desk.services.penalties)


def _signatures(desk: Desk) -> Page:
    page = AcknowledgementsPage(desk.tools, desk.services.acknowledgements, desk.by)
    page.try_wanted.connect(lambda: ask_ladder(desk, page.window()))
    return page


def show_signatures(desk: Desk, edition_id: UUID) -> None:
    """The page of signatures, on one edition."""
    desk.open_page("signatures")
    page = desk.page("signatures")
    assert isinstance(page, AcknowledgementsPage)
    page.show_edition(edition_id)


def _case_of(desk: Desk, case_id: UUID) -> None:
    """The case a slip is about; back leads to the slip."""
    from qualitydesk.app.pages.complaints import show_case

    show_case(desk, case_id, partial(desk.show_page, "slip"))


MAKERS = {
    "proposals": _proposals,
    "waiting": _waiting,
    "penalties": _slips,
    "slip": _slip,
    "points": _points,
    "rewards": _rewards,
    "settlement": _settlement,
    "signatures": _signatures,
}
