"""Pages of the rail's entry 会员: customers, what they bought, gifts for their points."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from qualitydesk.app.pages.requests import show_matter
from qualitydesk.basics.clock import local_day
from qualitydesk.complaints.ui.matters import customer_panel
from qualitydesk.members.ui.customer_benefits import benefits_panel
from qualitydesk.members.ui.customer_points import points_panel
from qualitydesk.members.ui.customer_purchases import purchases_panel
from qualitydesk.members.ui.customers_page import CustomersPage
from qualitydesk.members.ui.gifts_page import GiftsPage
from qualitydesk.members.ui.purchase_import import PurchaseImport
from qualitydesk.members.ui.purchases_page import PurchasesPage

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
    panels = (
        purchases_panel(desk.tools, services.purchases, services.members, services.directory, desk.by),
        points_panel(desk.tools, services.member_points, desk.by),
        benefits_panel(desk.tools, services.benefits, desk.by, lambda: local_day(services.clock.now())),
        customer_panel(desk.tools, services.complaints, services.wishes, lambda one: show_matter(desk, one, back)),
    )
    return CustomersPage(desk.tools, services.members, services.directory, desk.by, panels)


def _purchases(desk: Desk) -> Page:
    services = desk.services
    lists = PurchaseImport(desk.tools, services.purchase_lists, desk.by)
    page = PurchasesPage(desk.tools, services.purchases, services.members, services.directory, desk.by, lists)
    lists.setParent(page)
    return page


def _gifts(desk: Desk) -> Page:
    return GiftsPage(desk.tools, desk.services.member_points, desk.by)


MAKERS = {"members": _members, "purchases": _purchases, "gifts": _gifts}
