"""Pictures of trends for the gallery: every chart, a table view, the notes, the reports, the visitor counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from qualitydesk.directory.ui.visitors_page import VisitorsPage
from qualitydesk.insights.model.reports import ReportName, ReportWish
from qualitydesk.insights.model.trends import TrendName
from qualitydesk.insights.rules.reports import first_of, usual_period
from qualitydesk.insights.ui.mark_dialog import MarkDialog, MarksDialog
from qualitydesk.insights.ui.quality_reports_page import QualityReportsPage
from qualitydesk.insights.ui.trends_page import TrendsPage

if TYPE_CHECKING:
    from qualitydesk.app.scenery import Stage


def trend_scenes(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """Each chart as it opens, one as a table, what is asked."""
    page = stage.page("trends", TrendsPage)
    for name in TrendName:
        page.show_chart(name)
        stage.until(lambda name=name: (read := page.shown()) is not None and read.name is name)  # type: ignore[misc]
        yield f"trends-{name}".replace("_", "-"), stage.window
    page.show_chart(TrendName.FAILS)
    stage.until(lambda: True)
    if page.export_button.isEnabled():
        page.chart().turn()
        yield "trends-table", stage.window
        page.chart().turn()
    marks = stage.dialog(page.show_marks)
    yield "trends-marks", marks
    marks = stage.dialog(page.show_marks)
    assert isinstance(marks, MarksDialog)
    marks.ask()
    asked = marks.findChild(MarkDialog)
    assert asked is not None
    stage.until(asked.isVisible)
    yield "trends-mark", asked
    yield "trends-into-report", stage.dialog(page.into_report)
    yield from _report_scenes(stage)
    visitors = stage.page("visitors", VisitorsPage)
    yield "visitors", stage.window
    yield "visitors-enter", stage.dialog(visitors.enter)


def _report_scenes(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """The page of reports, each report as it opens, and one as its paper."""
    stage.desk.show_page("quality_reports")
    page = stage.desk.page("quality_reports")
    assert isinstance(page, QualityReportsPage)
    today = stage.desk.services.directory.today()
    for name in ReportName:
        page.show_report(replace(page.wish(), name=name, first=usual_period(name, today)))
        stage.until(page.preview_button.isEnabled)
        yield f"reports-{name}", stage.window
    page.show_report(ReportWish(ReportName.QUARTER, first_of(ReportName.QUARTER, today)))
    stage.until(page.preview_button.isEnabled)
    yield "reports-preview", stage.dialog(page.preview)
