"""Pictures of tiers for the gallery: proposals, the list with its bars, the nearest, the dialogs, the overview."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from qualitydesk.members.ui.overview_page import OverviewPage
from qualitydesk.members.ui.simulation_dialog import SimulationDialog
from qualitydesk.members.ui.tiers_page import TiersPage

if TYPE_CHECKING:
    from qualitydesk.app.scenery import Stage


def tier_scenes(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """Each page as it opens, each tab, what is asked."""
    page = stage.page("tiers", TiersPage)
    page.show_proposals()
    stage.until(lambda: True)
    yield "tiers", stage.window
    if page.proposals.decline_button.isEnabled():
        yield "tiers-decline", stage.dialog(page.proposals.decline)
    if page.proposals.all_button.isEnabled():
        yield "tiers-confirm-all", stage.dialog(page.proposals.confirm_all)
    for tab, name in ((page.members, "members"), (page.rising, "rising")):
        page.tabs.setCurrentWidget(tab)
        stage.until(lambda: True)
        yield f"tiers-{name}", stage.window
    if page.pin_button.isEnabled():
        yield "tiers-pin", stage.dialog(page.pin_button.click)
    dialog = stage.dialog(page.try_button.click)
    assert isinstance(dialog, SimulationDialog)
    dialog.try_it()
    stage.until(lambda: bool(dialog.shown.all_rows()))
    yield "tiers-simulation", dialog
    overview = stage.page("overview", OverviewPage)
    yield "overview", stage.window
    for at, name in ((1, "held"), (2, "few"), (0, "tables")):
        overview.tabs.setCurrentIndex(at)
        if name == "tables":
            for chart in (overview.pyramid, overview.spread, overview.moves):
                chart.turn()
        stage.until(lambda: True)
        yield f"overview-{name}", stage.window
