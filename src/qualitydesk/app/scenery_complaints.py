"""Pictures of complaints for the gallery: board, intake, table, a case on each tab, the window of each step."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from qualitydesk.app.pages.complaints import case_paper_ways, show_case
from qualitydesk.basics.days import DateForm
from qualitydesk.complaints.model import CaseFilter, CaseLine, Lane, Step
from qualitydesk.complaints.model.importing import ListField
from qualitydesk.complaints.ui.board_page import BoardPage
from qualitydesk.complaints.ui.case_page import CasePage
from qualitydesk.complaints.ui.cases_page import CasesPage
from qualitydesk.complaints.ui.intake_dialog import IntakeDialog
from qualitydesk.complaints.ui.mapping_dialog import MappingDialog
from qualitydesk.complaints.ui.month_dialog import MonthDialog
from qualitydesk.complaints.ui.review_dialog import ReviewDialog
from qualitydesk.complaints.ui.tabs.after_care import AfterCareTab
from qualitydesk.complaints.ui.tabs.base import Tab
from qualitydesk.complaints.ui.tabs.facts import FactsTab
from qualitydesk.complaints.ui.tabs.money import MoneyTab
from qualitydesk.complaints.ui.tabs.people import PeopleTab
from qualitydesk.complaints.ui.tabs.severity import SeverityTab
from qualitydesk.penalties.ui.proposals_page import ProposalsPage
from qualitydesk.sheets import write_csv

if TYPE_CHECKING:
    from qualitydesk.app.scenery import Stage

_ASKED = 400  # cases looked through for one in each step


def complaint_scenes(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """The board first: what she has open all day."""
    board = stage.page("complaints", BoardPage)
    yield "board", stage.window
    board.filters.more.click()
    stage.until(lambda: True)
    yield "board-filters", stage.window
    board.filters.more.click()
    intake = stage.dialog(board.begin)
    yield "complaint-new", intake
    intake = stage.dialog(board.begin)
    assert isinstance(intake, IntakeDialog)
    intake.save_button.click()
    stage.until(lambda: True)
    yield "complaint-new-problems", intake
    yield from _likely(stage, board)
    table = stage.page("cases", CasesPage)
    yield "cases", stage.window
    table.filters.more.click()
    stage.until(lambda: True)
    yield "cases-filters", stage.window
    table.filters.more.click()
    yield from _import(stage, table)
    yield "cases-papers", stage.dialog(lambda: case_paper_ways(stage.desk).offer([]))
    month = stage.dialog(lambda: case_paper_ways(stage.desk).month())
    assert isinstance(month, MonthDialog)
    yield "case-month", month
    month = stage.dialog(lambda: case_paper_ways(stage.desk).month())
    assert isinstance(month, MonthDialog)
    month.review_button.click()
    stage.until(lambda: bool(month.findChildren(ReviewDialog)))
    yield "case-month-review", month.findChildren(ReviewDialog)[0]
    yield from _cases(stage)


def _likely(stage: Stage, board: BoardPage) -> Iterator[tuple[str, QWidget]]:
    """A complaint that may have been reported already comes up while it is typed."""
    complaints = stage.desk.services.complaints
    known = [line for line in complaints.lines(limit=_ASKED) if not line.anonymous]
    if known:
        before = complaints.case(known[0].id).intake
        intake = stage.dialog(board.begin)
        assert isinstance(intake, IntakeDialog)
        intake.complainant.show_party(before.complainant)
        intake.narrative.setPlainText(before.narrative)
        stage.until(lambda: bool(intake.duplicates.found))
        yield "complaint-new-likely", intake


def _import(stage: Stage, table: CasesPage) -> Iterator[tuple[str, QWidget]]:
    """An older list with days that must be asked about, a word without a meaning and a row that cannot be read."""
    path = stage.program.folder / f"{_LIST[stage.desk.tools.language][0]}.csv"
    _name, head, rows = _LIST[stage.desk.tools.language]
    homes = stage.desk.services.directory.institutions()
    write_csv(path, head.split("|"), [(*row.split("|"), homes[at % len(homes)].name) for at, row in enumerate(rows)])
    mapping = stage.dialog(lambda: table.import_cases(path))
    assert isinstance(mapping, MappingDialog)
    mapping.press_save()
    stage.until(lambda: True)
    yield "cases-import-columns", mapping
    mapping = stage.dialog(lambda: table.import_cases(path))
    assert isinstance(mapping, MappingDialog)
    mapping.sources[ListField.RECEIVED].form.choose(DateForm.DAY_FIRST)
    for picker in mapping.sources[ListField.CHANNEL].values.values():
        if picker.chosen() is None:
            picker.choose("letter")
    preview = stage.dialog(mapping.press_save)
    stage.until(lambda: True)
    yield "cases-import-rows", preview


_LIST = {
    "zh": (
        "旧投诉台账",
        "投诉编号|投诉日期|投诉时间|渠道|投诉内容|投诉人|联系电话|是否结案|登记人|机构",
        (
            "TS-0412|03/04/2024|9:20|来电|等候一小时无人说明|王秀英|19900010001|已结案|小李",
            "TS-0413|05/04/2024|14:05|传真|费用清单与报价不符|赵强|19900010002|已结案|小李",
            "TS-0414|06/05/2024|下午3点|当面|候诊区空调未开|||处理中|小张",
            "TS-0415|昨天||来电|回访电话重复拨打|孙丽|19900010003|处理中|小张",
        ),
    ),
    "en": (
        "Old complaints",
        "Ticket|Date|Time|Received via|Complaint|Complainant|Telephone|Status|Taken by|Institution",
        (
            "T-0412|03/04/2024|9:20|Call|Waited an hour, nobody said why|Ann Lee|19900010001|Closed|Li",
            "T-0413|05/04/2024|2:05 PM|Fax|The bill differs from the quotation|John Zhao|19900010002|Closed|Li",
            "T-0414|06/05/2024|15:00|Walk-in|No air conditioning in the waiting area|||Open|Zhang",
            "T-0415|yesterday||Call|Called back again and again|Lily Sun|19900010003|Open|Zhang",
        ),
    ),
}


def _cases(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    lines, once = stage.desk.services.complaints.lines(limit=_ASKED), ["split", "reopen"]
    by_step: dict[Step | None, CaseLine] = {}
    for line in lines:
        by_step.setdefault(line.step, line)
    for step, line in sorted(by_step.items(), key=lambda one: one[0] or 99):
        page = _shown(stage, line)
        name = step.code if step is not None else "done"
        yield f"case-{name}", stage.window
        if page.next_button.isVisible():
            yield f"case-{name}-step", stage.dialog(page.next_button.click)
        for verb in [one for one in once if page.more.actions[one].isVisible()]:
            once.remove(verb)
            yield f"case-menu-{verb}", stage.dialog(page.more.actions[verb].trigger)
        if step in (Step.CLOSED, None):
            yield from _tabs(stage, page, name)
        if step is Step.FORMALITIES:
            yield from _money(stage, page)
        if step is Step.CLASSIFIED:
            yield from _why(stage, page)
        if step is Step.HANDLED:
            yield from _loop(stage, page)
    if lines:
        yield from _menu(stage, _shown(stage, by_step.get(Step.DRAFTED, lines[0])))


def _money(stage: Stage, page: CasePage) -> Iterator[tuple[str, QWidget]]:
    """The tab of money with its keys, asking for it, who may approve, why a sum is what it is."""
    money = _tab(page, MoneyTab)
    assert isinstance(money, MoneyTab)
    page.tabs.setCurrentWidget(money)
    stage.until(lambda: True)
    yield "case-money", stage.window
    yield "case-money-request", stage.dialog(money.request_button.click)
    row = money.table.current_row()
    if row is not None:
        yield "case-money-next", stage.dialog(lambda: money.table.opened.emit(row))
        yield "case-money-why", stage.dialog(lambda: money.table.asked.emit(row))


def _why(stage: Stage, page: CasePage) -> Iterator[tuple[str, QWidget]]:
    """Why the fine of a similar case is what it is."""
    severity = _tab(page, SeverityTab)
    assert isinstance(severity, SeverityTab)
    page.tabs.setCurrentWidget(severity)
    stage.until(lambda: True)
    fined = next((one for one in severity.similar.all_rows() if one.fine), None)
    if fined is not None:
        yield "case-similar-why", stage.dialog(lambda: severity.alike.table.asked.emit(fined))


def _loop(stage: Stage, page: CasePage) -> Iterator[tuple[str, QWidget]]:
    """From step 10: what the level proposes, calls after closing, dates of others, names in full."""
    facts, people, care = (_tab(page, kind) for kind in (FactsTab, PeopleTab, AfterCareTab))
    assert isinstance(facts, FactsTab) and isinstance(people, PeopleTab) and isinstance(care, AfterCareTab)
    yield "case-unmask", stage.dialog(facts.reveal)
    yield "case-external", stage.dialog(facts.outside.add_button.click)
    page.tabs.setCurrentWidget(care)
    yield "case-after-call", stage.dialog(care.call)
    page.tabs.setCurrentWidget(people)
    stage.until(lambda: True)
    yield "case-handled-people", stage.window
    people.propose()
    proposals = stage.desk.page("proposals")
    assert isinstance(proposals, ProposalsPage)
    stage.until(lambda: proposals.rows.rowCount() > 0)
    yield "case-proposals", stage.window
    if proposals.change_button.isEnabled():
        yield "case-proposal-change", stage.dialog(proposals.change_button.click)


def _tab(page: CasePage, kind: type[Tab]) -> Tab:
    return next(part for part in page.parts if isinstance(part, kind))


def _shown(stage: Stage, line: CaseLine) -> CasePage:
    show_case(stage.desk, line.id, lambda: None)
    stage.until(lambda: True)
    page = stage.desk.page("case")
    assert isinstance(page, CasePage)
    page.tabs.setCurrentIndex(0)
    return page


def _tabs(stage: Stage, page: CasePage, name: str) -> Iterator[tuple[str, QWidget]]:
    for at in range(page.tabs.count()):
        page.tabs.setCurrentIndex(at)
        stage.until(lambda: True)
        yield f"case-{name}-tab-{at + 1}", stage.window
    if page.clocks.buttons:
        yield f"case-{name}-clock", stage.dialog(page.clocks.buttons[0].click)


def _menu(stage: Stage, page: CasePage) -> Iterator[tuple[str, QWidget]]:
    for name, action in page.more.actions.items():
        if action.isVisible() and name != "resume":
            yield f"case-menu-{name}", stage.dialog(action.trigger)
    waiting = stage.desk.services.complaints.count(CaseFilter(lanes=(Lane.DONE,)))
    if waiting:
        stage.page("complaints", BoardPage)._turn_done()
        stage.until(lambda: True)
        yield "board-done", stage.window
