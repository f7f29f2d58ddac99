"""Pictures of customers for the gallery: the list, one marked, the dialogs, a likely duplicate beside the fields."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from qualitydesk.members.model import CustomerFilter
from qualitydesk.members.ui.customer_dialog import CustomerDialog
from qualitydesk.members.ui.customers_page import CustomersPage
from qualitydesk.members.ui.merge_dialog import MergeDialog

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
    dialog.activateWindow()
    dialog.other.setFocus()
    dialog.other.setText(members.customer(flagged[0].id).name[:1])
    dialog.other.search_now()
    stage.until(lambda: bool(dialog.other.offered()))
    yield "customers-picker", dialog.other.popup()
