"""Pages of the rail's entry 巡检: rounds, walking one, its result."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from qualitydesk.app.pages.findings import show_finding, show_measure
from qualitydesk.basics.clock import local_day
from qualitydesk.insights.ui.calibrations_page import CalibrationsPage
from qualitydesk.insights.ui.week_page import WeekPage
from qualitydesk.inspections.ui.calibration import SittingPage
from qualitydesk.inspections.ui.findings.from_result import ResultFindings
from qualitydesk.inspections.ui.photos import WalkPhotos
from qualitydesk.inspections.ui.plan_calendar import PlanCalendarPage
from qualitydesk.inspections.ui.plan_page import PlanPage
from qualitydesk.inspections.ui.result import Correcting, Proving, Rechecking, ResultPage
from qualitydesk.inspections.ui.rounds_page import RoundsPage
from qualitydesk.inspections.ui.walk_view import WalkPage

if TYPE_CHECKING:
    from qualitydesk.app.wiring import Desk
    from qualitydesk.kit.page import Page


def _rounds(desk: Desk) -> Page:
    services = desk.services
    due = services.measures.due_rechecks
    page = RoundsPage(desk.tools, services.rounds, services.standards, services.directory, desk.by, rechecks=due)
    page.walk_wanted.connect(desk.walk)
    page.result_wanted.connect(desk.show_result)
    page.papers_wanted.connect(desk.papers.offer)
    return page


def _walk(desk: Desk) -> Page:
    photos = WalkPhotos(
        desk.tools,
        desk.services.photos,
        desk.by,
        folder=lambda: Path(found) if (found := desk.settings.current.photo_folder) else None,
        least_room=desk.settings.current.least_room * 2**20,
    )
    page = WalkPage(desk.tools, desk.services.rounds, desk.by, desk.services.clock, photos)
    page.paused.connect(partial(_stand_on_round, desk))
    page.type_toggled.connect(desk.toggle_type)
    page.round_finished.connect(desk.show_result)  # proposals and report are one key away there
    return page


def _stand_on_round(desk: Desk, round_id: UUID | None) -> None:
    """The list of rounds, on the one that was paused."""
    page = desk.page("rounds")
    assert isinstance(page, RoundsPage)
    if round_id is not None:
        page.stand_on(round_id)
    desk.open_page("rounds")


def _result(desk: Desk) -> Page:
    page = ResultPage(desk.tools, desk.services.rounds, desk.services.photos, desk.by)
    services = desk.services
    Proving(page, services.rounds)
    Rechecking(page, services.rechecks, desk.by)
    Correcting(page, services.corrections, services.directory, services.clock, desk.by)
    _follow_findings(desk, page)
    page.closed.connect(desk.leave_result)
    page.report_wanted.connect(desk.print_report)
    page.account_wanted.connect(desk.papers.account)
    page.proposals_wanted.connect(desk.show_proposals)
    return page


def _follow_findings(desk: Desk, page: ResultPage) -> None:
    """From a result to its findings and the measures set from them, and back."""
    joined = ResultFindings(page, desk.services.findings, desk.services.directory, desk.by)
    back = partial(desk.show_page, "result")
    joined.finding_wanted.connect(lambda finding: show_finding(desk, finding, back))
    joined.measure_wanted.connect(lambda measure: show_measure(desk, measure, back))


def _plan(desk: Desk) -> Page:
    services = desk.services
    due = services.measures.due_rechecks
    page = PlanPage(
        desk.tools, services.plans, services.rounds, services.standards, services.directory, desk.by, rechecks=due
    )
    page.walk_wanted.connect(desk.walk)
    page.result_wanted.connect(desk.show_result)
    page.checklist_wanted.connect(desk.papers.plan_checklist)
    return page


def _inspection_plan(desk: Desk) -> Page:
    services = desk.services
    page = PlanCalendarPage(
        desk.tools,
        services.plan_calendar,
        services.suggestions,
        services.plans,
        services.rounds,
        services.standards,
        services.directory,
        desk.by,
        rechecks=services.measures.due_rechecks,
    )
    page.walk_wanted.connect(desk.walk)
    page.result_wanted.connect(desk.show_result)
    return page


def _calibrations(desk: Desk) -> Page:
    services = desk.services
    page = CalibrationsPage(
        desk.tools,
        services.calibrations,
        services.calibration_results,
        services.rounds,
        services.standards,
        services.directory,
        desk.by,
        services.papers.original,
    )
    page.sitting_wanted.connect(partial(_sit, desk))
    return page


def _sit(desk: Desk, calibration_id: UUID, rater: int) -> None:
    page = desk.page("sitting")
    assert isinstance(page, SittingPage)
    page.open_sitting(calibration_id, rater)
    desk.show_page("sitting")


def _sitting(desk: Desk) -> Page:
    page = SittingPage(desk.tools, desk.services.calibrations, desk.by)
    page.closed.connect(partial(_leave_sitting, desk))
    return page


def _leave_sitting(desk: Desk, calibration_id: UUID | None) -> None:
    page = desk.page("calibrations")
    assert isinstance(page, CalibrationsPage)
    page.stand_on(calibration_id)
    desk.open_page("calibrations")
    page.refresh(frozenset())


def _week(desk: Desk) -> Page:
    services = desk.services
    today = local_day(services.clock.now())
    page = WeekPage(desk.tools, services.weeks, desk.by, services.papers.original, today)
    page.closed.connect(partial(desk.open_page, "rounds"))
    return page


MAKERS = {
    "week": _week,
    "rounds": _rounds,
    "plan": _plan,
    "inspection_plan": _inspection_plan,
    "calibrations": _calibrations,
    "sitting": _sitting,
    "walk": _walk,
    "result": _result,
}
