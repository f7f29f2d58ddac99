"""Pages of 巡检 that go on after a round: findings over all rounds, one finding, measures, one measure."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from qualitydesk.directory.ui.employee_page import EmployeePage
from qualitydesk.inspections.ui.findings import FindingPage, FindingsPage
from qualitydesk.measures.model import Origin, OriginKind
from qualitydesk.measures.ui.measure_page import MeasurePage
from qualitydesk.measures.ui.measures_page import MeasuresPage
from qualitydesk.penalties.ui.finding_slips import finding_slips_panel

if TYPE_CHECKING:
    from qualitydesk.app.wiring import Desk
    from qualitydesk.kit.page import Page


def show_finding(desk: Desk, finding_id: UUID, back: Callable[[], object]) -> None:
    """A finding; `back` leads to where it was opened from."""
    page = desk.page("finding")
    assert isinstance(page, FindingPage)
    page.show_finding(finding_id, back)
    desk.shell.show_page(page)


def show_measure(desk: Desk, measure_id: UUID, back: Callable[[], object]) -> None:
    """A measure; `back` leads to where it was opened from."""
    page = desk.page("measure")
    assert isinstance(page, MeasurePage)
    page.show_measure(measure_id, back)
    desk.shell.show_page(page)


def _findings(desk: Desk) -> Page:
    services = desk.services
    page = FindingsPage(desk.tools, services.findings, services.standards, services.directory, desk.by)
    back = partial(desk.open_page, "findings")
    page.finding_wanted.connect(lambda finding: show_finding(desk, finding, back))
    page.measure_wanted.connect(lambda measure: show_measure(desk, measure, back))
    return page


def _finding(desk: Desk) -> Page:
    services = desk.services
    back = partial(desk.show_page, "finding")
    slips = finding_slips_panel(
        desk.tools, services.penalties, services.findings, lambda slip: desk.show_slip(slip, back)
    )
    page = FindingPage(
        desk.tools, services.findings, services.directory, desk.by, photos=services.photos, panels=(slips,)
    )
    page.person_wanted.connect(partial(_show_person, desk))
    page.round_wanted.connect(desk.show_result)
    page.measure_wanted.connect(lambda measure: show_measure(desk, measure, back))
    page.closed.connect(partial(desk.open_page, "findings"))
    return page


def _show_person(desk: Desk, employee_id: UUID) -> None:
    page = desk.page("employee")
    assert isinstance(page, EmployeePage)
    page.show_person(employee_id)
    desk.shell.show_page(page)


def _measures(desk: Desk) -> Page:
    page = MeasuresPage(desk.tools, desk.services.measures, desk.services.directory, desk.by)
    back = partial(desk.open_page, "measures")
    page.measure_wanted.connect(lambda measure: show_measure(desk, measure, back))
    return page


def _measure(desk: Desk) -> Page:
    page = MeasurePage(desk.tools, desk.services.measures, desk.services.directory, desk.by)

    def show_origin(origin: Origin) -> None:
        if origin.kind is OriginKind.FINDING and origin.id is not None:
            show_finding(desk, origin.id, partial(desk.show_page, "measure"))

    page.origin_wanted.connect(show_origin)
    page.closed.connect(partial(desk.open_page, "measures"))
    return page


MAKERS = {"findings": _findings, "finding": _finding, "measures": _measures, "measure": _measure}
