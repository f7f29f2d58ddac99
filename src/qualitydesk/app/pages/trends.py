"""Pages of the rail's entry 趋势, its reports, and visitor counts of 组织: behind a point lie the lists below."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from qualitydesk.app.pages.directory import show_employee
from qualitydesk.app.pages.findings import show_measure
from qualitydesk.basics.clock import local_day
from qualitydesk.complaints.model import CaseFilter
from qualitydesk.complaints.ui.cases_page import CasesPage
from qualitydesk.directory.ui.visitors_page import VisitorsPage
from qualitydesk.insights.model.reports import ReportWish
from qualitydesk.insights.ui.added_charts import ask_into_report
from qualitydesk.insights.ui.quality_reports_page import QualityReportsPage
from qualitydesk.insights.ui.trends_page import TrendsPage
from qualitydesk.inspections.model import FindingFilter
from qualitydesk.inspections.ui.findings import FindingsPage

if TYPE_CHECKING:
    from qualitydesk.app.wiring import Desk
    from qualitydesk.kit.page import Page


def _trends(desk: Desk) -> Page:
    page = TrendsPage(desk.tools, desk.services.trends, desk.by, local_day(desk.services.clock.now()))
    back = partial(desk.open_page, "trends")
    page.findings_wanted.connect(lambda wanted: _show_findings(desk, wanted))
    page.cases_wanted.connect(lambda wanted: _show_cases(desk, wanted))
    page.person_wanted.connect(lambda one: show_employee(desk, one))
    page.measure_wanted.connect(lambda one: show_measure(desk, one, back))
    page.visitors_wanted.connect(partial(desk.open_page, "visitors"))
    page.reports_wanted.connect(partial(desk.show_page, "quality_reports"))
    reports = desk.services.quality_reports
    page.into_report_wanted.connect(
        lambda name, wanted: ask_into_report(
            desk.tools, reports, desk.by, page, name, wanted, partial(_show_report, desk)
        )
    )
    return page


def _show_report(desk: Desk, wish: ReportWish) -> None:
    page = desk.page("quality_reports")
    assert isinstance(page, QualityReportsPage)
    page.show_report(wish)
    desk.show_page("quality_reports")


def _reports(desk: Desk) -> Page:
    services = desk.services
    today = local_day(services.clock.now())
    page = QualityReportsPage(desk.tools, services.quality_reports, desk.by, services.papers.original, today)
    page.closed.connect(partial(desk.open_page, "trends"))
    return page


def _show_findings(desk: Desk, wanted: FindingFilter) -> None:
    desk.open_page("findings")
    page = desk.page("findings")
    assert isinstance(page, FindingsPage)
    page.show_list(wanted, partial(desk.open_page, "trends"))


def _show_cases(desk: Desk, wanted: CaseFilter) -> None:
    desk.open_page("cases")
    page = desk.page("cases")
    assert isinstance(page, CasesPage)
    page.show_list(wanted, partial(desk.open_page, "trends"))


def _visitors(desk: Desk) -> Page:
    services = desk.services
    return VisitorsPage(desk.tools, services.visitors, services.directory, desk.by)


MAKERS = {"trends": _trends, "quality_reports": _reports, "visitors": _visitors}
