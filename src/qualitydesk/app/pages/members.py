"""Pages of the rail's entry 会员: customers, one member with what every part offers, tiers, purchases, gifts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from qualitydesk.app.pages.complaints import intaking, show_case
from qualitydesk.app.pages.requests import show_matter
from qualitydesk.basics.clock import local_day
from qualitydesk.complaints.model import CaseDraft, Party
from qualitydesk.complaints.ui.matters import customer_panel
from qualitydesk.members.ui.care_paper import CarePaperWays
from qualitydesk.members.ui.contact_panel import HoldBadge, contacts_panel
from qualitydesk.members.ui.contacts_page import ContactsPage
from qualitydesk.members.ui.customer_benefits import benefits_panel
from qualitydesk.members.ui.customer_points import points_panel
from qualitydesk.members.ui.customer_purchases import purchases_panel
from qualitydesk.members.ui.customers_page import CustomersPage
from qualitydesk.members.ui.gifts_page import GiftsPage
from qualitydesk.members.ui.member_page import Badge, MemberPage
from qualitydesk.members.ui.member_papers import MemberPaperWays
from qualitydesk.members.ui.overview_page import OverviewPage
from qualitydesk.members.ui.purchase_import import PurchaseImport
from qualitydesk.members.ui.purchases_page import PurchasesPage
from qualitydesk.members.ui.requests_page import PersonRequestsPage
from qualitydesk.members.ui.tier_badge import TierBadge
from qualitydesk.members.ui.tier_panel import tier_panel
from qualitydesk.members.ui.tiers_page import TiersPage

if TYPE_CHECKING:
    from qualitydesk.app.wiring import Desk
    from qualitydesk.complaints.ui.intaking import Intaking
    from qualitydesk.kit.page import Page
    from qualitydesk.kit.panels import Panel
    from qualitydesk.members.model import CustomerLine


def show_customer(desk: Desk, customer_id: UUID) -> None:
    """A customer in the list; of a merged record the one that is kept."""
    desk.open_page("members")
    page = desk.page("members")
    assert isinstance(page, CustomersPage)
    page.show_customer(customer_id)


def show_member(desk: Desk, customer_id: UUID) -> None:
    """The page of a member; back leads to the list it was opened from."""
    page = desk.page("member")
    assert isinstance(page, MemberPage)
    page.come_from(desk.shell.open_key())
    page.show_member(customer_id)
    desk.shell.show_page(page)


def _members(desk: Desk) -> Page:
    services = desk.services
    back = partial(desk.open_page, "members")
    panel = customer_panel(desk.tools, services.complaints, services.wishes, lambda one: show_matter(desk, one, back))
    page = CustomersPage(desk.tools, services.members, services.directory, desk.by, (panel,))
    page.member_wanted.connect(partial(show_member, desk))
    return page


def _member(desk: Desk) -> Page:
    services = desk.services
    page = MemberPage(
        desk.tools,
        services.members,
        services.profiles,
        services.privacy,
        services.directory,
        desk.by,
        _panels(desk),
        _badges(desk),
    )
    page.closed.connect(lambda: desk.open_page(page.back))
    ways = MemberPaperWays(desk.tools, services.member_papers, desk.by, page)
    page.card_wanted.connect(lambda file: ways.ask_card(file, page.doing))
    page.copy_wanted.connect(ways.ask_copy)
    return page


def _requests(desk: Desk) -> Page:
    services = desk.services
    page = PersonRequestsPage(desk.tools, services.privacy, services.members, services.directory, desk.by)
    page.member_wanted.connect(partial(show_member, desk))
    return page


def _panels(desk: Desk) -> tuple[Panel, ...]:
    """What each part offers about a member, in the order of the tabs: purchases, tier, contacts, benefits, points are
    a line here; from there back leads to the member."""
    services, back = desk.services, partial(desk.show_page, "member")
    matters = customer_panel(desk.tools, services.complaints, services.wishes, lambda one: show_matter(desk, one, back))
    return (
        tier_panel(desk.tools, lambda: services.tiers),
        contacts_panel(
            desk.tools,
            lambda: services.contacts,
            lambda: services.holds,
            desk.by,
            lambda case_id: show_case(desk, case_id, back),
        ),
        purchases_panel(desk.tools, services.purchases, services.members, services.directory, desk.by),
        points_panel(desk.tools, services.member_points, desk.by),
        benefits_panel(desk.tools, services.benefits, desk.by, lambda: local_day(services.clock.now())),
        matters,
    )


def _badges(desk: Desk) -> tuple[Badge, ...]:
    """What stands beside the member's name."""
    services = desk.services
    return (
        lambda customer_id: TierBadge(desk.tools, lambda: services.tiers, customer_id),
        lambda customer_id: HoldBadge(desk.tools, lambda: services.holds, customer_id),
    )


def _tiers(desk: Desk) -> Page:
    services = desk.services
    page = TiersPage(desk.tools, services.tiers, services.directory, desk.by)
    page.customer_wanted.connect(lambda one: show_member(desk, one))
    return page


def _overview(desk: Desk) -> Page:
    page = OverviewPage(desk.tools, desk.services.tiers, lambda: _worries(desk))
    page.customer_wanted.connect(lambda one: show_member(desk, one))
    page.proposals_wanted.connect(partial(_show_proposals, desk))
    page.case_wanted.connect(lambda case_id: show_case(desk, case_id, partial(desk.open_page, "overview")))
    return page


def _show_proposals(desk: Desk) -> None:
    desk.open_page("tiers")
    page = desk.page("tiers")
    assert isinstance(page, TiersPage)
    page.show_proposals()


def _worries(desk: Desk) -> Mapping[str, Sequence[UUID]]:
    """Why members should be called, as the parts above know it; asked on a lane."""
    return {"complaint": desk.services.complaints.customers_waiting()}


def _purchases(desk: Desk) -> Page:
    services = desk.services
    lists = PurchaseImport(desk.tools, services.purchase_lists, desk.by)
    page = PurchasesPage(desk.tools, services.purchases, services.members, services.directory, desk.by, lists)
    lists.setParent(page)
    return page


def _contacts(desk: Desk) -> Page:
    services, back = desk.services, partial(desk.open_page, "contacts")
    page = ContactsPage(
        desk.tools, services.contacts, services.holds, services.directory, services.clock.now, desk.by
    )  # fmt: skip
    page.member_wanted.connect(partial(show_member, desk))
    page.complaint_wanted.connect(lambda case_id: show_case(desk, case_id, back))
    ways = CarePaperWays(desk.tools, services.care_lists, services.papers, services.directory, desk.by, page)
    page.paper_wanted.connect(ways.ask)
    page.case_wanted.connect(partial(_begin_case, desk, page, intaking(desk, "contacts")))
    return page


def _begin_case(desk: Desk, page: Page, intake: Intaking, customer_id: UUID, note: str) -> None:
    """The intake over a page, filled with a member, masked, and what she said."""

    def ask(found: CustomerLine) -> None:
        party = Party(found.called, found.sex, found.telephone, found.id)
        intake.begin(page, CaseDraft(found.institution_id, complainant=party, narrative=note))

    read = desk.services.members.customers
    desk.tools.operations.read(page, lambda: read([customer_id])[customer_id], then=ask, topic="begin case")


def _gifts(desk: Desk) -> Page:
    return GiftsPage(desk.tools, desk.services.member_points, desk.services.directory, desk.by)


MAKERS = {
    "members": _members,
    "member": _member,
    "tiers": _tiers,
    "overview": _overview,
    "purchases": _purchases,
    "gifts": _gifts,
    "contacts": _contacts,
    "person_requests": _requests,
}
