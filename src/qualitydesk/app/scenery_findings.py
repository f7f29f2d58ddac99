"""Pictures of findings and measures for the gallery: lists, sheets in each state, their dialogs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from qualitydesk.app.pages.findings import show_finding, show_measure
from qualitydesk.inspections.model import DisputeState, FindingFilter
from qualitydesk.inspections.ui.findings import FindingPage, FindingsPage
from qualitydesk.measures.model import MeasureFilter, MeasureState, MeasureVerb
from qualitydesk.measures.ui.measure_page import MeasurePage
from qualitydesk.measures.ui.measures_page import MeasuresPage

if TYPE_CHECKING:
    from qualitydesk.app.scenery import Stage


def finding_scenes(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """The list with its filters, a finding in each state of a dispute, what can be done with it."""
    page = stage.page("findings", FindingsPage)
    yield "findings", stage.window
    page.filters.more.click()
    stage.until(lambda: True)
    yield "findings-filters", stage.window
    if export := stage.button(page, "download"):
        yield "findings-export", stage.dialog(export.click)
    page.filters.more.click()
    if page.table.current_row() is not None and (measure := stage.button(page, "wrench")):
        yield "findings-measure", stage.dialog(measure.click)
    findings = stage.desk.services.findings
    for state in (DisputeState.PENDING, DisputeState.UPHELD, DisputeState.NONE):
        line = next(iter(findings.lines(FindingFilter(dispute=state), limit=1)), None)
        if line is None:
            continue
        show_finding(stage.desk, line.id, lambda: None)
        stage.until(lambda: True)
        yield f"finding-{state}", stage.window
        shown = stage.desk.page("finding")
        assert isinstance(shown, FindingPage)
        for icon_name, name in (("note", "comment"), ("flag", "dispute"), ("scale", "decide")):
            if button := stage.button(shown, icon_name):
                yield f"finding-{state}-{name}", stage.dialog(button.click)


def measure_scenes(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """The list, a measure in each state, each step."""
    page = stage.page("measures", MeasuresPage)
    yield "measures", stage.window
    if new := stage.button(page, "plus"):
        yield "measures-new", stage.dialog(new.click)
    measures = stage.desk.services.measures
    for state in MeasureState:
        line = next(iter(measures.lines(MeasureFilter(state=state), limit=1)), None)
        if line is None:
            continue
        show_measure(stage.desk, line.id, lambda: None)
        stage.until(lambda: True)
        yield f"measure-{state}", stage.window
        shown = stage.desk.page("measure")
        assert isinstance(shown, MeasurePage)
        if state is MeasureState.OPEN and (notice := stage.button(shown, "printer")):
            yield "measure-notice", stage.dialog(notice.click)
        for verb in MeasureVerb:
            button = shown.verbs.get(verb)
            if button is not None and button.isVisible():
                yield f"measure-{state}-{verb}", stage.dialog(button.click)
