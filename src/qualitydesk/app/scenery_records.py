"""Histories of records and an employee's standing for the gallery: of a slip, a case and a person."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from qualitydesk.app.pages.complaints import show_case
from qualitydesk.app.pages.directory import show_employee
from qualitydesk.complaints.rules.records import CASE_RECORD
from qualitydesk.complaints.ui.case_page import CasePage
from qualitydesk.directory.ui.employee_page import EmployeePage
from qualitydesk.penalties.model import SlipFilter
from qualitydesk.penalties.ui.person_outlook import OutlookOfPerson
from qualitydesk.penalties.ui.slip_page import SlipPage

if TYPE_CHECKING:
    from uuid import UUID

    from qualitydesk.app.scenery import Stage


def record_scenes(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """What has a history with the data there is."""
    slips = stage.desk.services.penalties.lines(SlipFilter(), limit=200)
    worst = max(slips, key=lambda slip: (slip.rung, slip.total, slip.number or ""), default=None)
    if worst is not None:
        stage.desk.show_slip(worst.id, lambda: None)
        stage.until(lambda: True)
        page = stage.desk.page("slip")
        assert isinstance(page, SlipPage)
        yield "slip-record", stage.dialog(page.record_button.click)
    yield from _case(stage)
    people = stage.desk.services.directory.people(limit=1)
    yield from _person(stage, worst.employee_id if worst is not None else people[0].id)


def _case(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """Of the case with the longest history; what the sample brings along has none."""
    services, language = stage.desk.services, stage.desk.tools.language
    lines = services.complaints.lines(limit=80)
    known = {one.id: len(services.directory.records.lines(CASE_RECORD, one.id, language)) for one in lines}
    if not known:
        return
    show_case(stage.desk, max(known, key=lambda case_id: known[case_id]), lambda: None)
    stage.until(lambda: True)
    page = stage.desk.page("case")
    assert isinstance(page, CasePage)
    yield "case-record", stage.dialog(page.more.record_wanted.emit)


def _person(stage: Stage, employee_id: UUID) -> Iterator[tuple[str, QWidget]]:
    show_employee(stage.desk, employee_id)
    stage.until(lambda: True)
    page = stage.desk.page("employee")
    assert isinstance(page, EmployeePage)
    yield "employee-record", stage.dialog(page.record_button.click)
    for turn in range(page.tabs.count()):
        page.tabs.setCurrentIndex(turn)
        stage.until(lambda: True)
        shown = page.tabs.panel_widget()
        if isinstance(shown, OutlookOfPerson):
            yield "employee-outlook", stage.window
            shown.next_table.selectRow(0)
            if (row := shown.next_table.current_row()) is not None:
                yield "employee-outlook-why", stage.dialog(partial(shown.next_table.opened.emit, row))
    page.tabs.setCurrentIndex(0)
