"""Pages of the rail's entry 组织: the lists, and one employee with what the features above offer about the person."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from qualitydesk.app.pages.findings import show_finding, show_measure
from qualitydesk.app.pages.requests import show_matter
from qualitydesk.complaints.ui.matters import employee_panel
from qualitydesk.directory.ui.directory_page import DirectoryPage
from qualitydesk.directory.ui.employee_page import EmployeePage
from qualitydesk.inspections.ui.findings.panel import findings_panel
from qualitydesk.inspections.ui.standards.profile_dialog import open_profile
from qualitydesk.measures.ui.panel import measures_panel
from qualitydesk.penalties.ui.person_outlook import outlook_panel
from qualitydesk.penalties.ui.person_points import points_panel
from qualitydesk.penalties.ui.person_rules import rules_panel
from qualitydesk.penalties.ui.person_slips import slips_panel

if TYPE_CHECKING:
    from qualitydesk.app.wiring import Desk
    from qualitydesk.kit.page import Page
    from qualitydesk.kit.panels import Panel


def show_employee(desk: Desk, employee_id: UUID) -> None:
    """The page of an employee; back leads to the lists."""
    page = desk.page("employee")
    assert isinstance(page, EmployeePage)
    page.show_person(employee_id)
    desk.shell.show_page(page)


def _directory(desk: Desk) -> Page:
    page = DirectoryPage(desk.tools, desk.services.directory, desk.by)
    page.person_wanted.connect(partial(show_employee, desk))
    page.standards_wanted.connect(lambda post: _ask_profile(desk, page, post))
    return page


def _ask_profile(desk: Desk, page: Page, post_code: str) -> None:
    """The profile of a post, over the list of posts."""
    open_profile(desk.tools, desk.services.standards, desk.services.directory, desk.by, post_code, page)


def _employee(desk: Desk) -> Page:
    page = EmployeePage(desk.tools, desk.services.directory, desk.by, _panels(desk))
    page.person_wanted.connect(partial(show_employee, desk))
    page.closed.connect(partial(desk.open_page, "directory"))
    return page


def _panels(desk: Desk) -> tuple[Panel, ...]:
    """What each feature offers about a person; from there back leads to the person."""
    back = partial(desk.show_page, "employee")
    return (
        findings_panel(desk.tools, desk.services.findings, lambda finding: show_finding(desk, finding, back)),
        slips_panel(desk.tools, desk.services.penalties, lambda slip: desk.show_slip(slip, back)),
        outlook_panel(desk.tools, desk.services.penalties),
        points_panel(desk.tools, desk.services.points, desk.services.rewards),
        rules_panel(desk.tools, desk.services.acknowledgements),
        measures_panel(desk.tools, desk.services.measures, lambda measure: show_measure(desk, measure, back)),
        employee_panel(
            desk.tools, desk.services.complaints, desk.services.wishes, lambda one: show_matter(desk, one, back)
        ),
    )


MAKERS = {"directory": _directory, "employee": _employee}
