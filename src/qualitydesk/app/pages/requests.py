"""Pages of the rail's entry 投诉 beside the cases: internal requests, customers' wishes, one of each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from qualitydesk.app.pages.complaints import intaking, show_case
from qualitydesk.complaints.ui.matters import Matter
from qualitydesk.complaints.ui.requests import RequestPage, RequestsPage
from qualitydesk.complaints.ui.wishes import WishesPage, WishPage

if TYPE_CHECKING:
    from qualitydesk.app.wiring import Desk
    from qualitydesk.kit.page import Page


def show_request(desk: Desk, request_id: UUID, back: Callable[[], object]) -> None:
    """An internal request; `back` leads to where it was opened from."""
    page = desk.page("request")
    assert isinstance(page, RequestPage)
    page.show_record(request_id, back)
    desk.shell.show_page(page)


def show_wish(desk: Desk, wish_id: UUID, back: Callable[[], object]) -> None:
    """A wish; likewise."""
    page = desk.page("wish")
    assert isinstance(page, WishPage)
    page.show_record(wish_id, back)
    desk.shell.show_page(page)


def show_matter(desk: Desk, matter: Matter, back: Callable[[], object]) -> None:
    """A case or a wish, out of a list of both."""
    show = show_case if matter.case else show_wish
    show(desk, matter.id, back)


def _requests(desk: Desk) -> Page:
    services = desk.services
    page = RequestsPage(desk.tools, services.requests, services.directory, services.clock, desk.by)
    back = partial(desk.open_page, "requests")
    page.record_wanted.connect(lambda request_id: show_request(desk, request_id, back))
    return page


def _request(desk: Desk) -> Page:
    services = desk.services
    page = RequestPage(desk.tools, services.requests, services.directory, services.clock, desk.by)
    page.closed.connect(partial(desk.open_page, "requests"))
    return page


def _wishes(desk: Desk) -> Page:
    services = desk.services
    page = WishesPage(desk.tools, services.wishes, services.members, services.directory, services.clock, desk.by)
    back = partial(desk.open_page, "wishes")
    page.record_wanted.connect(lambda wish_id: show_wish(desk, wish_id, back))
    return page


def _wish(desk: Desk) -> Page:
    services = desk.services
    page = WishPage(desk.tools, services.wishes, services.directory, services.clock, desk.by)
    page.closed.connect(partial(desk.open_page, "wishes"))
    page.case_wanted.connect(partial(intaking(desk, "wishes").begin, page))
    page.case_seen.connect(lambda case_id: show_case(desk, case_id, partial(desk.show_page, "wish")))
    return page


MAKERS = {"requests": _requests, "request": _request, "wishes": _wishes, "wish": _wish}
