"""The first page and Ctrl+K through the real window: what is due leads to its place, anything is found by keys."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from tests.journeys.conftest import Sit
from tests.journeys.flows import CHINESE, begin_round, finish_round, found_quickly, pass_the_rest
from tests.journeys.sitting import Key, Sitting

from qualitydesk.basics.changes import By
from qualitydesk.complaints.model.importing import ListField
from qualitydesk.complaints.ui.cases_page import CasesPage
from qualitydesk.complaints.ui.list_import import CaseListDialog
from qualitydesk.complaints.ui.mapping_dialog import MappingDialog
from qualitydesk.directory.ui.employee_page import EmployeePage
from qualitydesk.inspections.model import PlanDraft, RoundFilter
from qualitydesk.inspections.ui.plan_page import PlanPage
from qualitydesk.inspections.ui.result import ResultPage
from qualitydesk.inspections.ui.standards_page import StandardsPage
from qualitydesk.inspections.ui.walk_view import WalkPage
from qualitydesk.kit.keys import KeysDialog
from qualitydesk.kit.palette import Palette
from qualitydesk.kit.prompts import PromptDialog
from qualitydesk.measures.model import MeasureDraft
from qualitydesk.measures.ui.measure_page import MeasurePage
from qualitydesk.measures.ui.measures_page import DUE, WAITING, MeasuresPage
from qualitydesk.penalties.ui.proposals_page import ProposalsPage
from qualitydesk.penalties.ui.slip_page import SlipPage
from qualitydesk.rulebook.ui.rules_view import RulesPage
from qualitydesk.today.model import Errand
from qualitydesk.today.ui.today_page import TodayPage


def today(sitting: Sitting) -> TodayPage:
    sitting.page("today")
    page = sitting.window.current_page()
    assert isinstance(page, TodayPage)
    return page


def rows(page: TodayPage, key: str) -> list[str]:
    return [work.errand.value for work in page.panels[key].works.all_rows() if work.errand is not Errand.DUE]


def search(sitting: Sitting, text: str) -> Palette:
    """Ctrl+K and a few letters, until the answer is there."""
    sitting.control(Key.Key_K)
    palette = sitting.dialog(Palette)
    sitting.write(text)
    sitting.rest()
    return palette


def hits(palette: Palette) -> list[str]:
    return [hit.text for hit in palette.found.hits()]


def go(sitting: Sitting, palette: Palette, words: str) -> None:
    """Down to the hit that says this, and Enter."""
    for _ in range(40):
        current = palette.current()
        assert current is not None
        if words in current.text or words in current.note:
            break
        QTest.keyClick(palette.line, Key.Key_Down)
    sitting.press(Key.Key_Return)
    sitting.front()


def test_the_first_page_opens_at_the_start_empty_with_words_and_fills_as_one_works(sit: Sit, home: Path) -> None:
    found_quickly(home, CHINESE)
    sitting = sit().at_work()
    page = sitting.window.current_page()
    assert isinstance(page, TodayPage)
    assert all(panel.table.empty_words().startswith("今天") for panel in page.panels.values())
    assert "本月还没有完成任何巡检" in sitting.words()
    begin_round(sitting, only="张𬱖")
    sitting.walk_keys("2")
    sitting.press(Key.Key_Escape)
    page = today(sitting)
    assert rows(page, "rounds") == ["walk"]
    sitting.press("3")
    sitting.press(Key.Key_Return)
    assert isinstance(sitting.window.current_page(), WalkPage)
    pass_the_rest(sitting)
    finish_round(sitting)
    assert isinstance(sitting.window.current_page(), ResultPage)
    sitting.press(Key.Key_Escape)
    sitting.rest()
    assert sitting.window.current_page() is page, "the result was come to from here, and leads back"
    assert rows(page, "rounds") == [] and rows(page, "slips") == ["propose"]
    assert "本月完成的 1 次巡检中" in sitting.words()
    sitting.press("6")
    assert QApplication.focusWidget() is page.panels["slips"].table
    sitting.press(Key.Key_Return)
    assert isinstance(sitting.window.current_page(), ProposalsPage)
    sitting.control(Key.Key_Return)
    sitting.press(Key.Key_Escape)
    assert sitting.window.current_page() is page and rows(page, "slips") == ["approve"], "back leads here, read anew"
    sitting.press(Key.Key_Return)
    assert isinstance(sitting.window.current_page(), SlipPage)
    sitting.press(Key.Key_Escape)
    assert sitting.window.current_page() is page
    sitting.close()


def test_planned_rounds_and_measures_lead_to_their_places(sit: Sit, home: Path) -> None:
    found_quickly(home, CHINESE)
    sitting = sit().at_work()
    services = sitting.services
    (me,), day = services.directory.users(), services.directory.today()
    people = {one.number: one for one in services.directory.people()}
    home_id = people["A001"].institution_id
    plans = [
        services.plans.plan(
            PlanDraft(day + timedelta(days=at), "patrol", home_id, (me,), ("appearance_women",)), By.alone(me)
        ).value
        for at in (3, 0)
    ]
    for ahead in (0, 1):  # one is due today, one is not
        draft = MeasureDraft(home_id, "补发胸卡", people["A002"].id, day + timedelta(days=ahead))
        services.measures.open_measure(draft, By.alone(me))
    sitting.press(Key.Key_F5)
    page = today(sitting)
    assert rows(page, "plan") == ["plan", "plan"] and rows(page, "measures") == ["measure"]
    sitting.press("4")
    sitting.press(Key.Key_Down)
    sitting.press(Key.Key_Return)
    planned = sitting.window.current_page()
    assert isinstance(planned, PlanPage)
    sitting.until(lambda: getattr(planned.table.current_row(), "id", None) == plans[0])
    page = today(sitting)
    sitting.press("5")
    sitting.press(Key.Key_Return)
    assert isinstance(sitting.window.current_page(), MeasurePage)
    page = today(sitting)
    sitting.control(Key.Key_5)
    measures = sitting.window.current_page()
    assert isinstance(measures, MeasuresPage) and measures.lines.rowCount() == 1
    assert measures.states[DUE].isChecked() and measures.states[DUE].text() == "应办 1"
    assert page.panels["measures"]._heading.text() == "应办整改 1" and measures.states[WAITING].text() == "待办结 2"
    sitting.close()


def test_f1_tells_of_the_search_on_every_page(sit: Sit, home: Path) -> None:
    found_quickly(home, CHINESE)
    sitting = sit().at_work()
    for entry in ("today", "rounds", "settings"):
        sitting.page(entry)
        sitting.press(Key.Key_F1)
        help_ = sitting.dialog(KeysDialog)
        told = {key.sequence: key.words for key in help_.entries.all_rows()}
        assert told["Ctrl+K"].startswith("全局搜索")
        sitting.press(Key.Key_Escape)
        sitting.front()
    sitting.close()


def test_everything_is_found_by_name_number_or_initials_and_opened_where_it_is(sit: Sit, home: Path) -> None:
    found_quickly(home, CHINESE)
    sitting = sit().at_work()
    begin_round(sitting, only="张𬱖")
    sitting.walk_keys("2")
    pass_the_rest(sitting)
    finish_round(sitting)
    sitting.control(Key.Key_Return)  # proposals
    sitting.press(Key.Key_Return)
    slip = sitting.services.penalties.lines()[0]
    number = sitting.services.rounds.lines(RoundFilter())[0].number
    sitting.front()

    palette = search(sitting, "xj")
    assert any("巡检" in hit.text + hit.note for hit in palette.found.hits()), "pages have initials, too"
    sitting.press(Key.Key_Escape)
    go(sitting, search(sitting, number[-7:]), number)
    assert isinstance(sitting.window.current_page(), ResultPage)
    assert slip.number is not None
    go(sitting, search(sitting, slip.number), slip.number)
    assert isinstance(sitting.window.current_page(), SlipPage)
    go(sitting, search(sitting, "gxl"), "顾晓岚")
    person = sitting.window.current_page()
    assert isinstance(person, EmployeePage)
    go(sitting, search(sitting, "W-BADGE-01"), "W-BADGE-01")
    standards = sitting.window.current_page()
    assert isinstance(standards, StandardsPage)
    sitting.until(lambda: "胸卡" in sitting.words())
    for typed in ("wgcf", "员工违规处分办法", "违规处分", "ygwgcfbf"):
        assert "员工违规处分办法" in [hit.text for hit in search(sitting, typed).found.hits()], typed
        sitting.press(Key.Key_Escape)
    go(sitting, search(sitting, "wgcf"), "员工违规处分办法")
    rulebook = sitting.window.current_page()
    assert isinstance(rulebook, RulesPage)
    sitting.until(lambda: "员工违规处分办法" in sitting.words())
    go(sitting, search(sitting, "设置"), "设置")
    assert sitting.window.current_page() is sitting.desk.page("settings")

    sitting.control(Key.Key_K)
    lately = sitting.dialog(Palette)
    sitting.rest()
    kinds = [hit.key[0] for hit in lately.found.hits()][:4]
    assert kinds == ["item", "employee", "slip", "round"], "what was opened lately comes first"
    sitting.press(Key.Key_Escape)
    sitting.close()
    again = sit().at_work()
    again.control(Key.Key_K)
    lately = again.dialog(Palette)
    again.rest()
    assert [hit.key[0] for hit in lately.found.hits()][:4] == kinds, "and is kept for the next start"
    again.press(Key.Key_Escape)
    again.close()


def test_a_name_typed_with_an_input_method_and_strange_signs_harm_nothing(sit: Sit, home: Path) -> None:
    found_quickly(home, CHINESE)
    sitting = sit().at_work()
    palette = search(sitting, "张𬱖")
    assert "张𬱖" in hits(palette)
    for text in ("O'Neill", "100%", "_", "\\", "；'--", "长" * 300):
        palette.line.setText(text)
        sitting.rest()
        assert ("Anna O'Neill" in hits(palette)) == (text == "O'Neill")
    assert palette.nothing.isVisible()
    sitting.press(Key.Key_Escape)
    sitting.front()
    sitting.close()


def test_what_is_being_entered_is_not_left_by_a_search(sit: Sit, home: Path) -> None:
    found_quickly(home, CHINESE)
    sitting = sit().at_work()
    sitting.page("directory")
    sitting.control(Key.Key_N)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    QTest.keyClick(focus, Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    sitting.rest()
    assert not [one for one in sitting.dialogs() if isinstance(one, Palette)], "a form over the window has the keys"
    sitting.press(Key.Key_Escape)
    sitting.close()


def test_an_older_list_is_taken_over_from_ctrl_k_on(sit: Sit, home: Path, tmp_path: Path) -> None:
    found_quickly(home, CHINESE)
    sitting = sit().at_work()
    path = tmp_path / "旧台账.csv"
    path.write_text("编号,投诉日期,渠道,投诉内容\nA1,2025-04-22,来电,等候一小时\n", encoding="gb18030")
    palette = search(sitting, "导入投诉")
    assert "导入投诉" in hits(palette)
    assert palette.current().text == "导入投诉"  # type: ignore[union-attr]
    sitting.press(Key.Key_Return)
    chooser = sitting.dialog(QFileDialog)
    chooser.fileSelected.emit(str(path))
    chooser.reject()
    sitting.rest()
    mapping = sitting.dialog(MappingDialog)
    home_id = str(sitting.services.directory.institutions()[0].id)
    mapping.sources[ListField.INSTITUTION].source.choose(("fixed", home_id))
    mapping.press_save()
    sitting.rest()
    preview = sitting.dialog(CaseListDialog)
    sitting.rest()
    assert preview.import_button.isEnabled()
    preview.import_button.click()
    sitting.rest()
    sitting.dialog(PromptDialog).reject()
    sitting.rest()
    (line,) = sitting.services.complaints.lines()
    assert line.number.endswith("20250401") and isinstance(sitting.window.current_page(), CasesPage)
    sitting.close()
