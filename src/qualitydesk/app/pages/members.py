"""Pages of the rail's entry 会员: customers, their tiers, the overview."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from qualitydesk.app.pages.requests import show_matter
from qualitydesk.complaints.ui.matters import customer_panel
from qualitydesk.members.ui.customers_page import CustomersPage
from qualitydesk.members.ui.overview_page import OverviewPage
from qualitydesk.members.ui.tier_panel import tier_panel
from qualitydesk.members.ui.tiers_page import TiersPage

if TYPE_CHECKING:
    from qualitydesk.app.wiring import Desk
    from qualitydesk.kit.page import Page


def show_customer(desk: Desk, customer_id: UUID) -> None:
    """A customer in the list; of a merged record the one that is kept."""
    desk.open_page("members")
    page = desk.page("members")
    assert isinstance(page, CustomersPage)
    page.show_customer(customer_id)


def _members(desk: Desk) -> Page:
    services = desk.services
    back = partial(desk.open_page, "members")
    panel = customer_panel(desk.tools, services.complaints, services.wishes, lambda one: show_matter(desk, one, back))
    tier = tier_panel(desk.tools, lambda: services.tiers)
    return CustomersPage(desk.tools, services.members, services.directory, desk.by, (tier, panel))


def _tiers(desk: Desk) -> Page:
    services = desk.services
    page = TiersPage(desk.tools, services.tiers, services.directory, desk.by)
    page.customer_wanted.connect(lambda one: show_customer(desk, one))
    return page


def _overview(desk: Desk) -> Page:
    page = OverviewPage(desk.tools, desk.services.tiers, lambda: _worries(desk))
    page.customer_wanted.connect(lambda one: show_customer(desk, one))
    page.proposals_wanted.connect(partial(_show_proposals, desk))
    return page


def _show_proposals(desk: Desk) -> None:
    desk.open_page("tiers")
    page = desk.page("tiers")
    assert isinstance(page, TiersPage)
    page.show_proposals()


def _worries(desk: Desk) -> Mapping[str, Sequence[UUID]]:
    """Why members should be called, as the parts above know it; asked on a lane."""
    return {"complaint": desk.services.complaints.customers_waiting()}


MAKERS = {"members": _members, "tiers": _tiers, "overview": _overview}
