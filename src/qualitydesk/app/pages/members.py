"""The page of the rail's entry 会员: customers."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from qualitydesk.members.ui.customers_page import CustomersPage

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
    return CustomersPage(desk.tools, desk.services.members, desk.services.directory, desk.by)


MAKERS = {"members": _members}
