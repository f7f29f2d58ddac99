"""From a finding on a round to two locked months, through the real window: started again between the steps, killed in
the middle of one, and at the end finance's lists come to the slips to the fen."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from uuid import UUID

import openpyxl
import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QFileDialog
from tests.hands import type_over
from tests.journeys.conftest import ROOT, Sit
from tests.journeys.flows import LONG_NAME, begin_round, finish_round, pass_the_rest
from tests.journeys.sitting import CONTROL, Key, Sitting, gone
from tests.journeys.slip_flows import ANNA, APPEARANCE, BOSS, ME, NOVEMBER, OCTOBER, ZHANG, ZONE, Stand, before

from qualitydesk.app.bootstrap import default_url, open_services
from qualitydesk.basics.clock import SystemClock
from qualitydesk.basics.phrases import capital, say
from qualitydesk.papers.ui.preview_dialog import PreviewDialog
from qualitydesk.penalties.model import SlipFilter, SlipLine, SlipState
from qualitydesk.penalties.model.settlement import Kind
from qualitydesk.penalties.ui.answer_dialog import AnswerDialog
from qualitydesk.penalties.ui.appeal_dialog import AppealDialog
from qualitydesk.penalties.ui.decide_dialog import AppealDecisionDialog
from qualitydesk.penalties.ui.many_dialogs import ApproveManyDialog, IssueManyDialog
from qualitydesk.penalties.ui.proposals_page import ProposalsPage
from qualitydesk.penalties.ui.settlement_dialogs import LockDialog, WageDialog
from qualitydesk.penalties.ui.settlement_page import SettlementPage
from qualitydesk.penalties.ui.slip_page import SlipPage
from qualitydesk.penalties.ui.slips_page import SlipsPage
from qualitydesk.storage import audit
from qualitydesk.today.model import Errand
from qualitydesk.today.ui.today_page import TodayPage


@pytest.fixture
def stand(monkeypatch: pytest.MonkeyPatch) -> Stand:
    """Sets the computer's clock to the morning of a day; it runs on from there."""
    real, shift = SystemClock.now, [timedelta()]
    monkeypatch.setattr(SystemClock, "now", lambda clock: real(clock) + shift[0])

    def to(day: date) -> datetime:
        moment = datetime.combine(day, time(9), ZONE)
        shift[0] = moment - real(SystemClock())
        return moment

    return to


def newest(sitting: Sitting) -> dict[str, SlipLine]:
    """October's slips by name."""
    lines = sitting.services.penalties.lines(SlipFilter())
    return {one.employee: one for one in lines if one.act_day >= OCTOBER}


def slips_page(sitting: Sitting) -> SlipsPage:
    sitting.page("penalties")
    page = sitting.window.current_page()
    assert isinstance(page, SlipsPage)
    page.states[None].click()  # all of them
    sitting.until_quiet(lambda: page.lines.rowCount() > 0)
    return page


def in_state(sitting: Sitting, state: SlipState) -> SlipsPage:
    """The list of one state, all chosen."""
    page = slips_page(sitting)
    page.states[state].click()
    sitting.until_quiet(lambda: page.lines.rowCount() == 3)
    page.table.setFocus()
    sitting.control(Key.Key_A)
    return page


def open_slip(sitting: Sitting, name: str) -> SlipPage:
    """From the list by Enter."""
    line = newest(sitting)[name]
    page = slips_page(sitting)
    page.table.setFocus()
    assert page.table.select_key(line.id)
    sitting.press(Key.Key_Return)
    shown = sitting.window.current_page()
    assert isinstance(shown, SlipPage)
    sitting.until_quiet(lambda: line.number in shown.page_title() and shown.preview_button.isVisible())
    return shown


def save(sitting: Sitting) -> None:
    dialog = sitting.dialogs()[-1]
    sitting.press(Key.Key_Return, CONTROL)
    sitting.until(lambda: gone(dialog))
    sitting.front()
    sitting.rest()


def preview(sitting: Sitting) -> int:
    """Pages the preview shows; it is closed again."""
    shown = sitting.dialog(PreviewDialog)
    sitting.until_quiet(lambda: shown.page_list.count() > 0)
    found = shown.page_list.count()
    sitting.press(Key.Key_Escape)
    sitting.front()
    return found


def walk_and_propose(sitting: Sitting) -> None:
    """Everybody fails the first item again; the ladder proposes the second rung; all are made slips."""
    begin_round(sitting, packs=APPEARANCE)
    for at in range(3):
        sitting.walk_keys("2")
        pass_the_rest(sitting)
        assert at == 2 or sitting.item_in_view()[0] in (ANNA, LONG_NAME)
    finish_round(sitting)
    sitting.control(Key.Key_Return)
    page = sitting.window.current_page()
    assert isinstance(page, ProposalsPage)
    sitting.until_quiet(lambda: page.rows.rowCount() == 3)
    assert [one.decision.rung for one in page.rows.all_rows()] == [2, 2, 2]
    sitting.control(Key.Key_Return, shift=True)
    sitting.press(Key.Key_Return)
    sitting.until_quiet(lambda: all(one.slip is not None for one in page.rows.all_rows()))


def approve(sitting: Sitting) -> None:
    in_state(sitting, SlipState.PROPOSED)
    sitting.control(Key.Key_Return)
    dialog = sitting.dialog(ApproveManyDialog)
    assert dialog.fields.decided_by.currentText().startswith(BOSS)
    type_over(dialog.fields.way, say("zh", "slip.way.written"))
    save(sitting)
    assert {one.state for one in newest(sitting).values()} == {SlipState.APPROVED}


def kill_in_the_middle(home: Path, slip_id: UUID, moment: datetime) -> None:
    """Another program on this folder dies while it issues a slip."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))}
    command = [sys.executable, "-m", "tests.journeys.slip_killer", str(home), str(slip_id), moment.isoformat()]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as killed:
        assert killed.stdout is not None
        assert killed.stdout.readline().strip() == "half"
        killed.kill()
        assert killed.wait(timeout=30) != 0


def issue_and_print(sitting: Sitting) -> None:
    lines = newest(sitting)
    assert {one.state for one in lines.values()} == {SlipState.APPROVED}, "what was half issued is not issued"
    in_state(sitting, SlipState.APPROVED)
    sitting.control(Key.Key_Return)
    sitting.dialog(IssueManyDialog)
    sitting.press(Key.Key_Return, CONTROL)
    assert preview(sitting) >= 3 * 4, "four copies of each"
    assert {one.state for one in newest(sitting).values()} == {SlipState.ISSUED}
    open_slip(sitting, ZHANG)
    sitting.control(Key.Key_P)
    assert preview(sitting) >= 4


def answers(sitting: Sitting, photo: Path) -> None:
    """One signs without objection, one refuses before a witness, one appeals."""
    open_slip(sitting, ZHANG)
    sitting.control(Key.Key_G)
    signing = sitting.dialog(AnswerDialog)
    signing.accepts.setFocus()
    sitting.press(Key.Key_Space)
    save(sitting)
    open_slip(sitting, ANNA)
    sitting.control(Key.Key_J)
    refusing = sitting.dialog(AnswerDialog)
    type_over(refusing.reason, "认为当时正在交接班")
    type_over(refusing.witness, "A004")
    refusing.files.add(photo)
    save(sitting)
    open_slip(sitting, LONG_NAME)
    sitting.control(Key.Key_L)
    appealing = sitting.dialog(AppealDialog)
    appealing.words.setFocus()
    sitting.write("当日连续接诊，请求从轻")
    save(sitting)
    states = {name: one.state for name, one in newest(sitting).items()}
    assert states == {ZHANG: SlipState.ACKNOWLEDGED, ANNA: SlipState.REFUSED, LONG_NAME: SlipState.APPEALED}


def decide_from_today(sitting: Sitting) -> None:
    """The appeal waits on the first page with its last day; reduced to 20 yuan for the employee."""
    sitting.page("today")
    page = sitting.window.current_page()
    assert isinstance(page, TodayPage)
    sitting.until_quiet(page.filled)
    works = page.panels["slips"].works
    row = next(one for one in works.all_rows() if one.errand is Errand.APPEAL)
    assert (row.words, row.day) == (LONG_NAME, date(2026, 10, 16))
    table = page.panels["slips"].table
    table.setFocus()
    assert table.select_key(row.key)
    sitting.press(Key.Key_Return)
    shown = sitting.window.current_page()
    assert isinstance(shown, SlipPage)
    sitting.until_quiet(shown.decide_button.isVisible)
    decide(sitting, "reduced", "事实成立，减轻处理", "20")


def decide(sitting: Sitting, outcome: str, reason: str, first: str = "") -> None:
    sitting.control(Key.Key_Return)
    dialog = sitting.dialog(AppealDecisionDialog)
    assert dialog.decided_by.currentText().startswith(BOSS)
    type_over(dialog.outcome, capital(say("zh", f"appeal.outcome.{outcome}")))
    if first:
        type_over(dialog.amounts[0], first)
    dialog.reason.setFocus()
    sitting.write(reason)
    save(sitting)


def settlement(sitting: Sitting, month: date) -> SettlementPage:
    sitting.page("penalties")
    sitting.desk.open_page("settlement")
    page = sitting.window.current_page()
    assert isinstance(page, SettlementPage)
    sitting.until_quiet(lambda: page.month.month() == month and page.lines.rowCount() > 0)
    return page


def cap_and_lock(sitting: Sitting, target: Path) -> None:
    """A wage is typed in, the cap warns and carries over; another locks; the lists are there."""
    page = settlement(sitting, OCTOBER)
    mine = next(line for line in page.lines.all_rows() if line.claim.name == ME)
    page.table.setFocus()
    page.table.selectRow(page.lines.all_rows().index(mine))
    sitting.press(Key.Key_F2)
    wage = sitting.dialog(WageDialog)
    type_over(wage.wage, "2580")
    type_over(wage.minimum, "2540")
    save(sitting)
    sitting.until_quiet(lambda: f"{ME}：当月最多扣 ¥40.00" in page.warnings.words())
    assert sitting.services.settlements.month(OCTOBER).carried < 0
    lock(sitting, page)
    export_list(sitting, target)


def lock(sitting: Sitting, page: SettlementPage) -> None:
    sitting.control(Key.Key_Return)
    dialog = sitting.dialog(LockDialog)
    assert dialog.decided_by.currentText().startswith(BOSS), "not whoever prepared the list"
    type_over(dialog.way, say("zh", "slip.way.written"))
    save(sitting)
    sitting.until_quiet(lambda: BOSS in page.gate.words() and not page.lock_button.isEnabled())


def export_list(sitting: Sitting, target: Path) -> None:
    sitting.control(Key.Key_P)
    assert preview(sitting) >= 1
    sitting.control(Key.Key_E)
    asked = sitting.dialog(QFileDialog)
    asked.selectFile(str(target))
    asked.accept()
    sitting.until(target.exists)
    sitting.until(lambda: bool(sitting.dialogs()) and not isinstance(sitting.dialogs()[-1], QFileDialog))
    sitting.press(Key.Key_Return)
    sitting.front()


def late_appeal(sitting: Sitting) -> None:
    """After the lock it is heard that the badge had been taken in: the slip is withdrawn."""
    open_slip(sitting, ZHANG)
    sitting.control(Key.Key_L)
    dialog = sitting.dialog(AppealDialog)
    type_over(dialog.late_reason, "科室证明刚刚出具")
    dialog.words.setFocus()
    sitting.write("当日由科室统一收回更换")
    save(sitting)
    decide(sitting, "withdrawn", "科室证明属实")
    assert newest(sitting)[ZHANG].state is SlipState.WITHDRAWN


def fen(value: object) -> int:
    assert isinstance(value, int | float)
    return round(value * 100)


def read_back(path: Path) -> dict[str, int]:
    """What finance moves for each person, from the lines of the workbook."""
    sheet = openpyxl.load_workbook(path).worksheets[0]
    head = [str(cell.value) for cell in sheet[1]]
    name, moved = (head.index(say("zh", f"reward_sheet.{one}")) for one in ("name", "taken"))
    found: dict[str, int] = defaultdict(int)
    *rows, total = sheet.iter_rows(min_row=2, values_only=True)
    for row in rows:
        found[str(row[name])] += fen(row[moved])
    assert fen(total[moved]) == sum(found.values())
    return found


def test_from_a_finding_to_two_locked_months_with_restarts_and_a_kill(
    sit: Sit, home: Path, tmp_path: Path, stand: Stand
) -> None:
    before(home, stand)
    photo = tmp_path / "拒签.jpg"
    photo.write_bytes(b"a photo")
    october, november = (tmp_path / f"月结 2026-{month}.xlsx" for month in (10, 11))

    def sitting_on(day: date, work: Callable[[Sitting], None]) -> None:
        stand(day)
        sitting = sit().at_work()
        work(sitting)
        sitting.close()

    sitting_on(date(2026, 10, 5), walk_and_propose)
    sitting_on(date(2026, 10, 6), approve)
    moment = stand(date(2026, 10, 7))
    services = open_services(default_url(home), home)
    half = services.penalties.lines(SlipFilter(state=SlipState.APPROVED))[0].id
    services.close()
    kill_in_the_middle(home, half, moment)
    sitting_on(date(2026, 10, 7), issue_and_print)
    sitting_on(date(2026, 10, 9), lambda sitting: answers(sitting, photo))
    sitting_on(date(2026, 10, 12), decide_from_today)
    sitting_on(date(2026, 11, 3), lambda sitting: cap_and_lock(sitting, october))
    sitting_on(date(2026, 11, 10), late_appeal)

    def lock_november(sitting: Sitting) -> None:
        page = settlement(sitting, NOVEMBER)
        lines = {(line.claim.name, line.kind) for line in page.lines.all_rows()}
        assert {(ZHANG, Kind.REVERSAL), (ME, Kind.CARRIED)} <= lines
        lock(sitting, page)
        export_list(sitting, november)

    sitting_on(date(2026, 12, 2), lock_november)
    stand(date(2026, 12, 3))
    last = sit().at_work()
    check_the_end(last, october, november)
    last.close()


def check_the_end(sitting: Sitting, october: Path, november: Path) -> None:
    """Both lists together are what the slips that stand say of each person, to the fen."""
    services = sitting.services
    owed: dict[str, int] = defaultdict(int)
    for line in services.penalties.lines(SlipFilter()):
        sheet = services.penalties.sheet(line.id)
        if line.state is not SlipState.WITHDRAWN:
            for payment, amount in zip(sheet.view.slip.decision.payments, sheet.amounts, strict=True):
                owed[payment.name] -= amount
    moved: dict[str, int] = defaultdict(int)
    for path in (october, november):
        for name, amount in read_back(path).items():
            moved[name] += amount
    assert {name: fen for name, fen in moved.items() if fen} == {name: fen for name, fen in owed.items() if fen}
    assert read_back(november)[ZHANG] > 0, "what October took of a slip withdrawn since comes back"
    for month in (OCTOBER, NOVEMBER):
        found = services.settlements.month(month)
        assert found.lock is not None and found.check.holds
        text = "".join(
            page.extract_text() for page in PdfReader(BytesIO(services.settlements.paper(month, "zh"))).pages
        )
        assert f"YJ-{month:%Y-%m}" in text and BOSS in text
    assert services.settlements.month(NOVEMBER).carried == 0
    chain = audit.check(services.database)
    assert chain.broken_at is None and services.papers.check() == []
