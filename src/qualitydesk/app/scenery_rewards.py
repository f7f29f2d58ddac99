"""Pictures of points, rewards and settlement for the gallery: the pages, their tabs and their dialogs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from qualitydesk.penalties.rules.points import month_before
from qualitydesk.penalties.ui.points_page import PointsPage
from qualitydesk.penalties.ui.rewards_page import RewardsPage
from qualitydesk.penalties.ui.settlement_page import SettlementPage

if TYPE_CHECKING:
    from qualitydesk.app.scenery import Stage


def reward_scenes(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """Each page as it opens, what it explains, and what it asks."""
    yield from _points(stage)
    yield from _rewards(stage)
    yield from _settlement(stage)


def _points(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    page = stage.page("points", PointsPage)
    month = page.month.month()
    yield "points", stage.window
    yield "points-new", stage.dialog(page.begin)
    if month is None:
        return
    page.month.choose(month_before(month))
    page.month.picked.emit(page.month.month())
    stage.until(lambda: True)
    for at, name in enumerate(("entries", "people", "teams", "follows")):
        page.tabs.setCurrentIndex(at)
        table = page.tabs.currentWidget()
        assert table is not None
        table.setFocus()
        stage.until(lambda: True)
        yield f"points-{name}", stage.window
        if name == "follows" and page.decide_button.isEnabled():
            yield "points-decide", stage.dialog(page.decide_button.click)
    page.tabs.setCurrentIndex(0)
    for made, name in ((page.correct_button, "correct"), (page.withdraw_button, "withdraw")):
        if made.isEnabled():
            yield f"points-{name}", stage.dialog(made.click)


def _rewards(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    page = stage.page("rewards", RewardsPage)
    yield "rewards", stage.window
    yield "rewards-new", stage.dialog(page.begin)
    yield "rewards-star", stage.dialog(page.star_button.click)
    if page.approve_button.isVisible():
        yield "rewards-approve", stage.dialog(page.approve_button.click)
    if page.paper_button.isEnabled():
        yield "rewards-certificate", stage.dialog(page.paper_button.click)


def _settlement(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    page = stage.page("settlement", SettlementPage)
    yield "settlement", stage.window
    if page.lines.rowCount():
        yield "settlement-sums", stage.dialog(page.explain_sums)
    yield "settlement-fine", stage.dialog(page.fine_button.click)
    for made, name in ((page.wage_button, "wage"), (page.lock_button, "lock"), (page.paper_button, "list")):
        if made.isEnabled():
            yield f"settlement-{name}", stage.dialog(made.click)
    month = page.month.month()
    if month is not None:
        page.month.choose(month_before(month))
        page.month.picked.emit(page.month.month())
        stage.until(lambda: True)
        yield "settlement-locked", stage.window
