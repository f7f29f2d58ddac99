"""Findings on screen: list with filters, one in full, comment, dispute and decision, measure from those marked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QListWidget, QWidget
from pytestqt.qtbot import QtBot
from tests.builders import Group, a_pack
from tests.hands import in_front, type_over, type_words
from tests.inspections.test_rounds import FAIL, PASS, answer
from tests.screens import Told

from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.phrases import say
from qualitydesk.directory.model import EmployeeDraft, PostDraft, Sex
from qualitydesk.inspections.model import (
    Among,
    DisputeDecision,
    DisputeDraft,
    DisputeState,
    FindingFilter,
    Given,
    Verdict,
)
from qualitydesk.inspections.ui.findings import FindingPage, FindingsPage
from qualitydesk.inspections.ui.findings.dialogs import CommentDialog, DecideDialog, DisputeDialog
from qualitydesk.inspections.ui.findings.filters import days_words
from qualitydesk.inspections.ui.findings.from_result import ResultFindings
from qualitydesk.inspections.ui.findings.panel import FindingsOfPerson
from qualitydesk.inspections.ui.result import ResultPage
from qualitydesk.kit.look import Look
from qualitydesk.kit.prompts import PromptDialog
from qualitydesk.kit.tools import Tools
from qualitydesk.measures.ui.measure_dialog import MeasureDialog
from qualitydesk.sheets import read_sheet

Shown = Callable[[QWidget], QWidget]
pytestmark = pytest.mark.usefixtures("look")
TODAY = date(2026, 11, 21)
NONE, CTRL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def key(widget: QWidget, pressed: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    """Press a key where the focus is; the window comes to the front first, as it does when a dialog closes."""
    assert in_front(widget.window())
    QTest.keyClick(QApplication.focusWidget() or widget, pressed, modifier)


def the_dialog(qtbot: QtBot, kind: type) -> QWidget:
    """The one open dialog of a kind, in front."""

    def there() -> list[QWidget]:
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]

    qtbot.waitUntil(lambda: len(there()) == 1)
    found = there()[0]
    assert in_front(found)
    return found


def words_into(editor: QWidget, text: str) -> None:
    editor.setFocus()
    type_words(editor, text)


@pytest.fixture
def walked(house: Group, clock: FixedClock) -> Group:
    """Two rounds, three findings: two on the first guide, one on the second."""
    round_id = house.begin("walk")
    walk = house.walk(round_id)
    answer(house, walk, walk.stops[0], Given(Verdict.FAIL, note="胸卡忘在更衣柜"), FAIL)
    house.rounds.finish_round(round_id, house.by())
    clock.advance(timedelta(hours=1))
    second = house.begin("walk")
    walk = house.walk(second)
    answer(house, walk, walk.stops[1], FAIL, PASS)
    house.rounds.finish_round(second, house.by())
    return house


@pytest.fixture
def head(walked: Group) -> UUID:
    post = walked.directory.save_post(PostDraft("head_of_institution", "行政院长"), walked.by()).value
    draft = EmployeeDraft("A002", "郭敏", Sex.FEMALE, date(2024, 1, 1), None, walked.desk, post, None)
    return walked.directory.save_employee(draft, walked.by()).value


@pytest.fixture
def listed(walked: Group, tools: Tools, look: Look) -> FindingsPage:
    return FindingsPage(tools, walked.findings, walked.standards, walked.directory, walked.by)


@pytest.fixture
def page(walked: Group, head: UUID, tools: Tools, look: Look) -> FindingPage:
    return FindingPage(tools, walked.findings, walked.directory, walked.by)


def open_finding(page: FindingPage, finding: UUID, shown: Shown, qtbot: QtBot) -> None:
    page.show_finding(finding)
    shown(page)
    qtbot.waitUntil(lambda: page.view.comment_table.isVisible() and page.view.comment_table.hasFocus())


def the_oldest(walked: Group) -> UUID:
    return walked.findings.lines(descending=False, limit=1)[0].id


def test_the_list_opens_with_the_newest_and_enter_shows_it(
    walked: Group, listed: FindingsPage, shown: Shown, qtbot: QtBot
) -> None:
    wanted: list[object] = []
    listed.finding_wanted.connect(wanted.append)
    shown(listed)
    qtbot.waitUntil(lambda: len(listed.lines.all_rows()) == 3)
    qtbot.waitUntil(lambda: "3" in listed.sentence.text())
    key(listed, Qt.Key.Key_Return)
    assert wanted == [walked.findings.lines()[0].id]


def test_a_list_of_a_chart_says_its_days_and_escape_leads_back(
    walked: Group, listed: FindingsPage, shown: Shown, qtbot: QtBot
) -> None:
    back: list[str] = []
    shown(listed)
    assert not listed.back_button.isVisible()
    november = FindingFilter(since=date(2026, 11, 1), until=date(2026, 11, 30), among=Among(failed=True))
    listed.show_list(november, lambda: back.append("trends"))
    qtbot.waitUntil(lambda: len(listed.lines.all_rows()) == 3)
    assert listed.filters.period.lineEdit().placeholderText() == "2026-11" and listed.filters.among.isVisible()
    key(listed, Qt.Key.Key_Escape)
    assert back == ["trends"]
    listed.filters.clear.click()
    assert not listed.back_button.isVisible()
    assert listed.filters.period.lineEdit().placeholderText() == listed.filters.tr("Any time")
    assert days_words(date(2026, 11, 2), date(2026, 11, 30)) == "2026-11-02 – 2026-11-30"


def test_every_row_says_its_gravity_ordinary_ones_too(
    walked: Group, listed: FindingsPage, clock: FixedClock, shown: Shown, qtbot: QtBot
) -> None:
    walked.adopt(a_pack("grave", 1).replace('gravity = "ordinary"', 'gravity = "serious"'), "grave")
    clock.advance(timedelta(hours=1))
    walk = walked.walk(walked.begin("grave"))
    answer(walked, walk, walk.stops[0], FAIL)
    walked.rounds.finish_round(walk.round.id, walked.by())
    shown(listed)
    qtbot.waitUntil(lambda: len(listed.lines.all_rows()) == 4)
    said = []
    for _ in range(4):
        said.append(listed.table.currentIndex().siblingAtColumn(4).data())
        key(listed, Qt.Key.Key_Down)
    language = listed.tools.language
    assert said == [say(language, "gravity.serious"), *[say(language, "gravity.ordinary")] * 3]


def test_what_is_typed_is_searched_and_enter_goes_to_the_hits(listed: FindingsPage, shown: Shown, qtbot: QtBot) -> None:
    shown(listed)
    qtbot.waitUntil(lambda: len(listed.lines.all_rows()) == 3)
    key(listed, Qt.Key.Key_F, CTRL)
    assert listed.filters.search.hasFocus()
    type_words(listed.filters.search, "更衣柜")
    key(listed, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(listed.lines.all_rows()) == 1)
    assert listed.table.hasFocus()
    listed.filters.clear.click()
    qtbot.waitUntil(lambda: len(listed.lines.all_rows()) == 3)


def test_filters_behind_the_button_are_counted_on_it(
    walked: Group, listed: FindingsPage, shown: Shown, qtbot: QtBot
) -> None:
    shown(listed)
    qtbot.waitUntil(lambda: listed.filters.person.count() > 1)
    key(listed, Qt.Key.Key_F, CTRL | SHIFT)
    assert listed.filters.further.isVisible()
    type_over(listed.filters.person, "王导医1")
    qtbot.waitUntil(lambda: len(listed.lines.all_rows()) == 2)
    assert "1" in listed.filters.more.text()
    listed.filters.item.choose("WALK-02")
    listed.filters.item.picked.emit("WALK-02")
    qtbot.waitUntil(lambda: len(listed.lines.all_rows()) == 1)
    assert "2" in listed.filters.more.text()
    assert listed.filters.wanted() == FindingFilter(employee_id=walked.people[0], item_code="WALK-02")


def test_a_named_period_fills_both_days(listed: FindingsPage, shown: Shown, qtbot: QtBot) -> None:
    shown(listed)
    qtbot.waitUntil(lambda: listed.filters.pack.count() > 0)
    listed.filters.period.choose("last_month")
    listed.filters.period.picked.emit("last_month")
    assert (listed.filters.since.day(), listed.filters.until.day()) == (date(2026, 10, 1), date(2026, 10, 31))
    qtbot.waitUntil(lambda: listed.table.empty_words() != "")
    listed.filters.until.set_day(TODAY)
    qtbot.waitUntil(lambda: len(listed.lines.all_rows()) == 3)


def test_a_click_on_a_head_sorts_by_it(listed: FindingsPage, shown: Shown, qtbot: QtBot) -> None:
    shown(listed)
    qtbot.waitUntil(lambda: len(listed.lines.all_rows()) == 3)
    names = [line.name for line in listed.lines.all_rows()]
    listed.table.horizontalHeader().sectionClicked.emit(1)
    qtbot.waitUntil(lambda: [line.name for line in listed.lines.all_rows()] == sorted(names))


def test_a_measure_is_set_for_the_findings_marked(
    walked: Group, listed: FindingsPage, shown: Shown, qtbot: QtBot
) -> None:
    wanted: list[object] = []
    listed.measure_wanted.connect(wanted.append)
    shown(listed)
    qtbot.waitUntil(lambda: len(listed.lines.all_rows()) == 3)
    key(listed, Qt.Key.Key_Down, SHIFT)
    key(listed, Qt.Key.Key_M, CTRL)
    dialog = the_dialog(qtbot, MeasureDialog)
    assert isinstance(dialog, MeasureDialog)
    assert not dialog.institution.isEnabled()
    words_into(dialog.task, "班前互查")
    type_over(dialog.owner, "李导医2")
    dialog.save_button.click()
    qtbot.waitUntil(lambda: len(wanted) == 1)
    assert walked.findings.counts(FindingFilter(measured=True)).findings == 2
    qtbot.waitUntil(lambda: [line.measures for line in listed.lines.all_rows()] == [1, 1, 0])


def test_the_filtered_list_is_exported_without_names(
    listed: FindingsPage, shown: Shown, qtbot: QtBot, tmp_path: Path
) -> None:
    shown(listed)
    qtbot.waitUntil(lambda: len(listed.lines.all_rows()) == 3)
    key(listed, Qt.Key.Key_E, CTRL)
    asked = the_dialog(qtbot, PromptDialog)
    offered = asked.findChild(QListWidget)
    assert isinstance(offered, QListWidget)
    offered.setCurrentRow(1)
    key(asked, Qt.Key.Key_Return)
    chooser = the_dialog(qtbot, QFileDialog)
    assert isinstance(chooser, QFileDialog)
    target = tmp_path / "发现.csv"
    chooser.fileSelected.emit(str(target))
    chooser.done(0)
    qtbot.waitUntil(target.exists)
    told = the_dialog(qtbot, PromptDialog)
    assert "3" in told.words()  # type: ignore[attr-defined]
    assert "王导医1" not in target.read_text(encoding="utf-8-sig")
    assert len(read_sheet(target).rows) == 3


def test_a_finding_shows_its_standard_and_leads_to_round_and_person(
    walked: Group, page: FindingPage, shown: Shown, qtbot: QtBot
) -> None:
    went: list[object] = []
    page.round_wanted.connect(went.append)
    page.person_wanted.connect(went.append)
    open_finding(page, the_oldest(walked), shown, qtbot)
    assert page.view.standard.text() == "第1项的标准。"
    assert page.view.note.text() == "胸卡忘在更衣柜"
    key(page, Qt.Key.Key_R, CTRL)
    key(page, Qt.Key.Key_U, CTRL)
    finding = walked.findings.sheet(the_oldest(walked)).finding
    assert went == [finding.round_id, finding.employee_id]


def test_a_comment_is_added_in_another_persons_name(
    walked: Group, page: FindingPage, shown: Shown, qtbot: QtBot
) -> None:
    open_finding(page, the_oldest(walked), shown, qtbot)
    key(page, Qt.Key.Key_T, CTRL)
    dialog = the_dialog(qtbot, CommentDialog)
    assert isinstance(dialog, CommentDialog)
    dialog.save_button.click()
    assert list(dialog.problems_shown()) == ["words"]
    words_into(dialog.words, "更衣柜不够")
    type_over(dialog.said_by, "李导医2")
    dialog.save_button.click()
    qtbot.waitUntil(lambda: [row.said_by for row in page.view.comments.all_rows()] == ["李导医2"])


def test_a_dispute_is_entered_and_decided_by_keys(
    walked: Group, head: UUID, page: FindingPage, shown: Shown, qtbot: QtBot
) -> None:
    finding = the_oldest(walked)
    open_finding(page, finding, shown, qtbot)
    assert page.view.dispute_panel.isHidden()
    key(page, Qt.Key.Key_D, CTRL)
    entering = the_dialog(qtbot, DisputeDialog)
    assert isinstance(entering, DisputeDialog)
    words_into(entering.words, "当时在搀扶患者")
    assert entering.answer_by.day() == TODAY + timedelta(days=5)
    entering.save_button.click()
    qtbot.waitUntil(lambda: page.view.dispute_panel.isVisible() and page.decide_button.isVisible())
    assert not page.measure_button.isVisible()
    key(page, Qt.Key.Key_Return, CTRL)
    deciding = the_dialog(qtbot, DecideDialog)
    assert isinstance(deciding, DecideDialog)
    assert deciding.decided_by.chosen() == head
    assert walked.me not in [deciding.decided_by.itemData(at) for at in range(deciding.decided_by.count())]
    deciding.save_button.click()
    assert set(deciding.problems_shown()) == {"upheld", "reason"}
    deciding.upheld.choose(True)
    words_into(deciding.reason, "监控属实")
    deciding.save_button.click()
    qtbot.waitUntil(lambda: page.view.chip.text() == "异议成立")
    assert walked.findings.sheet(finding).finding.dispute is DisputeState.UPHELD
    assert not page.dispute_button.isVisible()


def test_who_decides_against_the_posts_is_asked_why(
    walked: Group, page: FindingPage, shown: Shown, qtbot: QtBot
) -> None:
    finding = the_oldest(walked)
    walked.findings.raise_dispute(finding, DisputeDraft(TODAY, "不是我"), walked.by())
    open_finding(page, finding, shown, qtbot)
    page.decide_button.click()
    dialog = the_dialog(qtbot, DecideDialog)
    assert isinstance(dialog, DecideDialog)
    assert dialog.override.isHidden() or not dialog.override.isVisible()
    type_over(dialog.decided_by, "李导医2")
    assert dialog.override.isVisible()
    dialog.upheld.choose(False)
    words_into(dialog.reason, "两人在场")
    dialog.save_button.click()
    assert list(dialog.problems_shown()) == ["override"]
    words_into(dialog.override, "院长休假")
    dialog.save_button.click()
    qtbot.waitUntil(lambda: walked.findings.sheet(finding).finding.dispute is DisputeState.REJECTED)


def test_a_dispute_is_taken_back_with_a_reason(walked: Group, page: FindingPage, shown: Shown, qtbot: QtBot) -> None:
    finding = the_oldest(walked)
    walked.findings.raise_dispute(finding, DisputeDraft(TODAY, "不是我"), walked.by())
    open_finding(page, finding, shown, qtbot)
    page.take_back_button.click()
    asked = the_dialog(qtbot, PromptDialog)
    line = asked.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    type_words(line, "录错了人")
    key(asked, Qt.Key.Key_Return)
    qtbot.waitUntil(page.dispute_button.isVisible)


def test_a_result_marks_findings_for_a_measure_and_tells_the_decision(
    walked: Group, head: UUID, tools: Tools, shown: Shown, qtbot: QtBot, told: Told
) -> None:
    finding = walked.findings.sheet(the_oldest(walked)).finding
    dispute = walked.findings.raise_dispute(finding.id, DisputeDraft(TODAY, "当时在搀扶患者"), walked.by()).value
    decision = DisputeDecision(False, head, TODAY, "两名检查人均看到")
    walked.findings.decide_dispute(dispute, 1, decision, walked.by())
    page = ResultPage(tools, walked.rounds)
    joined = ResultFindings(page, walked.findings, walked.directory, walked.by)
    wanted: list[object] = []
    joined.finding_wanted.connect(wanted.append)
    shown(page)
    page.show_round(finding.round_id)
    qtbot.waitUntil(lambda: len(page.failed.all_rows()) == 2)
    page.failed_table.setFocus()
    qtbot.waitUntil(lambda: "两名检查人均看到" in joined.told.words())
    key(page, Qt.Key.Key_I, CTRL)
    assert wanted == [finding.id]
    key(page, Qt.Key.Key_Down, SHIFT)
    key(page, Qt.Key.Key_M, CTRL)
    dialog = the_dialog(qtbot, MeasureDialog)
    assert isinstance(dialog, MeasureDialog)
    words_into(dialog.task, "班前互查")
    type_over(dialog.owner, "李导医2")
    dialog.save_button.click()
    qtbot.waitUntil(lambda: [row.measures for row in walked.findings.of_round(finding.round_id)] == [1, 1])
    assert told.bugs == []


def test_the_findings_on_a_person_are_listed_for_the_persons_page(
    walked: Group, tools: Tools, shown: Shown, qtbot: QtBot
) -> None:
    wanted: list[object] = []
    panel = FindingsOfPerson(tools, walked.findings, walked.people[0], wanted.append)
    shown(panel)
    qtbot.waitUntil(lambda: panel.table.model().rowCount() == 2)
    panel.table.setFocus()
    key(panel, Qt.Key.Key_Return)
    assert len(wanted) == 1
