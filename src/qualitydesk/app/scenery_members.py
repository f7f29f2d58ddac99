"""Pictures of customers for the gallery: the list, one marked, the dialogs, a likely duplicate beside the fields."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from qualitydesk.app.pages.members import show_member
from qualitydesk.members.model import CustomerFilter
from qualitydesk.members.ui.customer_dialog import CustomerDialog
from qualitydesk.members.ui.customers_page import CustomersPage
from qualitydesk.members.ui.member_page import MemberPage
from qualitydesk.members.ui.merge_dialog import MergeDialog
from qualitydesk.members.ui.requests_page import PersonRequestsPage

if TYPE_CHECKING:
    from qualitydesk.app.scenery import Stage


def member_scenes(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """The page as it opens, with a marked customer, each dialog, the picker's list."""
    page = stage.page("members", CustomersPage)
    yield "customers", stage.window
    members = stage.desk.services.members
    yield "customers-new", stage.dialog(page.begin)
    flagged = members.lines(CustomerFilter(flagged=True), limit=1)
    if not flagged:
        return
    page.show_customer(flagged[0].id)
    stage.until(lambda: page.view.number.text() == flagged[0].number)
    yield "customers-flagged", stage.window
    for made, name in ((page.full, "full"), (page.flag, "unflag")):
        yield f"customers-{name}", stage.dialog(made.click)
    known = members.customer(flagged[0].id)
    dialog = stage.dialog(page.begin)
    assert isinstance(dialog, CustomerDialog)
    dialog.name.setText(known.name)
    dialog.telephones.setText(known.telephones[0])
    stage.until(dialog.alike.isVisible)
    yield "customers-duplicate", dialog
    yield "customers-merge", stage.dialog(page.merge.click)
    dialog = stage.dialog(page.merge.click)
    assert isinstance(dialog, MergeDialog)
    dialog.other.setText(members.customer(flagged[0].id).name[:1])
    dialog.other.search_now()
    stage.until(lambda: bool(dialog.other.offered()))
    yield "customers-picker", dialog.other.popup()
    yield from _member(stage)
    yield from _requests(stage)


def _member(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """The member about whom most is known, masked, in full, each tab, each dialog; what is seldom done; the card."""
    services = stage.desk.services
    lines = services.members.lines(limit=200, descending=False)
    files = [services.profiles.file(line.id) for line in lines]
    if not files:
        return
    file = max(files, key=lambda one: (bool(one.relatives) + bool(one.assessments), len(one.profile.words)))
    show_member(stage.desk, file.customer.id)
    stage.until(lambda: True)
    page = stage.desk.page("member")
    assert isinstance(page, MemberPage)
    for turn in range(page.tabs.count()):
        page.tabs.setCurrentIndex(turn)
        stage.until(lambda: True)
        yield f"member-{turn + 1}", stage.window
    page.tabs.setCurrentIndex(0)
    yield "member-unmask", stage.dialog(page.full.click)
    yield "member-more", stage.dialog(page.more.click)
    yield "member-card", stage.dialog(page.card.click)
    yield "member-keys", stage.dialog(page.key_table.show_help)
    page.show_file(file)  # as if asked for with a reason
    stage.until(lambda: True)
    yield "member-full", stage.window
    doing = page.doing
    for name, opening in (
        ("profile", doing.edit_profile),
        ("preferences", doing.edit_preferences),
        ("relative", doing.edit_relative),
        ("assess", doing.assess),
        ("consent", doing.record_consent),
        ("restrict", doing.ask_restriction),
    ):
        yield f"member-{name}", stage.dialog(partial(opening, file))
    yield "member-record", stage.dialog(page.record.click)


def _requests(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """The register of requests about personal data."""
    page = stage.page("person_requests", PersonRequestsPage)
    page.open_only.setChecked(False)
    stage.until(lambda: True)
    yield "person-requests", stage.window
    yield "person-requests-new", stage.dialog(page.begin)
    page.table.selectRow(0)
    if page.answer.isEnabled():
        yield "person-requests-answer", stage.dialog(page.answer.click)
