"""What came of a round, on the screen: finished, open, given up, compared with the last, and long."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.builders import Group, a_pack
from tests.hands import in_front
from tests.inspections.ui.conftest import Shown, finished

from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import FixedClock
from qualitydesk.inspections.model import Given, RoundKind, Verdict
from qualitydesk.inspections.service import Rechecks
from qualitydesk.inspections.ui.answer_dialog import AnswerDialog
from qualitydesk.inspections.ui.result import Rechecking, ResultPage
from qualitydesk.kit.look import Look
from qualitydesk.kit.table import Table
from qualitydesk.kit.tools import Tools
from qualitydesk.measures.model import Closing, MeasureDraft, Origin, OriginKind, Recheck, Report

PASS, FAIL = Given(Verdict.PASS), Given(Verdict.FAIL)


@pytest.fixture
def result_page(tools: Tools, house: Group, shown: Shown) -> ResultPage:
    page = ResultPage(tools, house.rounds)
    shown(page)
    return page


def test_re_checks_the_round_has_settled_are_told_and_entered_at_one_key(
    result_page: ResultPage, house: Group, clock: FixedClock, qtbot: QtBot
) -> None:
    Rechecking(result_page, Rechecks(house.database, house.rounds, house.measures), house.by)
    today, owner = house.measures.today(), house.people[1]
    origin = Origin(OriginKind.FINDING, None, "第1项", house.people[0], None, "WALK-01")
    draft = MeasureDraft(house.institution, "班前互查胸卡", owner, today, origins=(origin,))
    measure = house.measures.open_measure(draft, house.by()).value
    house.measures.report_done(measure, 1, Report(today, "已办"), By(owner, house.me))
    house.measures.close(measure, 2, Closing("看过", today + timedelta(days=1), None), house.by())
    clock.advance(timedelta(days=1))
    round_id = finished(house, *[PASS] * 4)
    result_page.show_round(round_id)
    told = result_page.findChild(Rechecking).told
    qtbot.waitUntil(lambda: "ZG-BJC-2026-0001 · re-check passed" in told.words())
    assert house.measures.measure(measure).line.recheck is None
    assert in_front(result_page.window())
    QTest.keyClick(result_page, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: house.measures.measure(measure).line.recheck is Recheck.PASSED)
    qtbot.waitUntil(lambda: told.words() == "Entered as re-checked: 1.")
    other = finished(house, *[PASS] * 4)
    result_page.show_round(other)
    qtbot.waitUntil(lambda: told.isHidden() and result_page.tools.operations.quiet)


def test_a_result_names_the_critical_cause_and_the_change(
    result_page: ResultPage, house: Group, clock: FixedClock, qtbot: QtBot, qtmodeltester: object
) -> None:
    finished(house, *[PASS] * 4)
    clock.advance(timedelta(days=1))
    round_id = finished(house, PASS, PASS, PASS, Given(Verdict.FAIL, note="😀" + "长" * 4999))
    result_page.show_round(round_id)
    qtbot.waitUntil(lambda: result_page.failed.rowCount() == 1)
    assert result_page.head.score.text() == "87.5 %"
    assert "王导医1" in result_page.head.cause.text() and "第4项合格" in result_page.head.cause.text()
    assert "12.5" in result_page.head.change.text() and "XJ-BJC-2026-0001" in result_page.head.change.text()
    assert [model.rowCount() for model in (result_page.people, result_page.answers)] == [2, 8]
    assert result_page.report.isEnabled() and result_page.proposals.isEnabled()
    for model in (result_page.failed, result_page.people, result_page.answers):
        qtmodeltester.check(model)  # type: ignore[attr-defined]
    with qtbot.waitSignal(result_page.report_wanted) as report:
        result_page.report.click()
    with qtbot.waitSignal(result_page.proposals_wanted) as proposals:
        result_page.proposals.click()
    assert report.args == proposals.args == [round_id]


def test_a_score_says_what_it_is_made_of_and_what_it_must_reach(
    result_page: ResultPage, house: Group, qtbot: QtBot
) -> None:
    result_page.show_round(finished(house, PASS, PASS, PASS, FAIL))
    qtbot.waitUntil(lambda: result_page.people.rowCount() == 2)
    assert result_page.head.why.isVisible()
    assert result_page.head.why.text() == (
        "得分 7 / 8 分：各项按权重计分，部分合格计一半，评分项和计数项按比例计，不适用和未答的不计；合格线 90 %"
    )
    assert "whatever the score" in result_page.head.cause.text()
    tips = [result_page.people.index(row, 6).data(Qt.ItemDataRole.ToolTipRole) for row in range(2)]
    assert tips[0].splitlines()[0] == "得分 3 / 4 分，合格线 90 %" and "critical" in tips[0]
    assert tips[1] == "得分 4 / 4 分，合格线 90 %"


def test_a_score_of_nothing_explains_nothing(result_page: ResultPage, house: Group, qtbot: QtBot) -> None:
    result_page.show_round(house.begin("walk"))
    qtbot.waitUntil(lambda: result_page.people.rowCount() == 2)
    assert result_page.head.why.isHidden()


def test_a_long_standard_is_seen_whole_beside_an_answer(look: Look, qtbot: QtBot) -> None:
    standard = "胸卡固定在工装前胸口袋的开口处，不挂腰间，不挂在颈绳上垂下。" * 5
    dialog = AnswerDialog("作答", [("检查项", "胸卡"), ("标准", standard), ("作答", "不合格")], "")
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitExposed(dialog)
    (shown,) = [found for found in dialog.findChildren(QLabel) if found.text() == standard]
    assert shown.height() >= shown.heightForWidth(shown.width()) > 2 * shown.fontMetrics().height()


@pytest.mark.parametrize("table", ["failed_table", "answer_table"])
def test_enter_reads_a_long_note_in_full(result_page: ResultPage, house: Group, qtbot: QtBot, table: str) -> None:
    note = "胸卡戴在右侧\n" + "长" * 4000 + "完"
    result_page.show_round(finished(house, PASS, Given(Verdict.FAIL, note=note), PASS, PASS))
    qtbot.waitUntil(lambda: result_page.failed.rowCount() == 1)
    shown: Table = getattr(result_page, table)
    result_page.tabs.setCurrentWidget(shown)
    tip = shown.model().index(0, shown.model().columnCount() - 1).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("胸卡戴在右侧\n长") and tip.endswith("…") and max(map(len, tip.splitlines())) <= 40
    shown.setCurrentIndex(shown.model().index(0, 0))
    shown.setFocus()
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    (dialog,) = result_page.findChildren(AnswerDialog)
    assert dialog.note.toPlainText() == note and dialog.note.isReadOnly()
    assert "第2项合格" in [found.text() for found in dialog.findChildren(QLabel)]
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: result_page.findChildren(AnswerDialog) == [])


def test_the_result_of_an_open_round_is_no_verdict_and_gives_no_report(
    result_page: ResultPage, house: Group, qtbot: QtBot
) -> None:
    round_id = house.begin("walk")
    walk = house.walk(round_id)
    house.rounds.record_answer(round_id, walk.stops[0].id, walk.items[walk.stops[0].id][0], PASS, house.by())
    result_page.show_round(round_id)
    qtbot.waitUntil(lambda: result_page.people.rowCount() == 2)
    assert result_page.head.score.text() == "1 of 8 answered"  # and never a bare "100.0 %"
    assert result_page.head.answered.text() == "0 failed · score so far 100.0 %"
    assert result_page.head.verdict.text() == "Open" and result_page.head.change.isHidden()
    assert "once the round is finished" in result_page.failed_table.empty_words()
    shown = [str(result_page.people.index(0, at).data()) for at in (4, 6, 7)]
    assert shown == ["1 / 4", "100.0 %", "—"]
    assert not result_page.report.isEnabled() and not result_page.proposals.isEnabled()


def test_a_round_given_up_tells_why_in_its_result(result_page: ResultPage, house: Group, qtbot: QtBot) -> None:
    round_id = house.begin("walk")
    house.rounds.abandon_round(round_id, "医院停电", house.by())
    result_page.show_round(round_id)
    qtbot.waitUntil(lambda: result_page.people.rowCount() == 2)
    assert result_page.head.verdict.text() == "Given up"
    assert "Given up: 医院停电" in [found.text() for found in result_page.findChildren(QLabel)]
    assert result_page.failed_table.empty_words() == "What failed in a round given up does not count."
    assert result_page.head.score.text() == "0 of 8 answered" and not result_page.report.isEnabled()


def test_the_change_is_told_from_the_last_round_of_this_kind(
    result_page: ResultPage, house: Group, clock: FixedClock, qtbot: QtBot
) -> None:
    def change_of(*given: Given, kind: RoundKind = RoundKind.PATROL) -> str:
        clock.advance(timedelta(days=1))
        round_id = finished(house, *given, kind=kind)
        number = house.rounds.round(round_id).number
        result_page.show_round(round_id)
        qtbot.waitUntil(lambda: number in result_page.page_title())
        assert result_page.head.change.isVisible()
        return result_page.head.change.text()

    none_yet = "No earlier round of this kind here to compare with."
    assert change_of(PASS, PASS, PASS, PASS, kind=RoundKind.SELF_CHECK) == none_yet
    assert change_of(PASS, PASS, FAIL, PASS) == none_yet
    assert change_of(PASS, PASS, PASS, PASS) == "12.5 points above the last round (XJ-BJC-2026-0002)"
    assert change_of(PASS, PASS, PASS, PASS) == "As in the last round (XJ-BJC-2026-0003)"
    assert change_of(PASS, FAIL, FAIL, PASS) == "25.0 points below the last round (XJ-BJC-2026-0004)"


def test_a_result_of_two_thousand_answers_is_shown_at_once(result_page: ResultPage, house: Group, qtbot: QtBot) -> None:
    house.hire_many(48)
    house.adopt(a_pack("long", 40), "long")
    round_id = house.begin("long")
    walk = house.walk(round_id)
    for stop in walk.stops:
        given = [(item, FAIL if at == 7 else PASS) for at, item in enumerate(walk.items[stop.id])]
        house.rounds.record_answers(round_id, stop.id, given, house.by())
    house.rounds.finish_round(round_id, house.by())
    result = house.rounds.result(round_id)
    result_page._show(result)
    assert [model.rowCount() for model in (result_page.failed, result_page.people, result_page.answers)] == [
        50,
        50,
        2000,
    ]
    assert result_page.tabs.tabText(2) == "All answers (2000)"


def test_a_process_is_told_in_time_with_its_order(
    result_page: ResultPage, house: Group, clock: FixedClock, qtbot: QtBot
) -> None:
    timed = 'kind = "step"\nlimit = { high = 5, unit = "min" }'
    house.adopt(a_pack("steps", 3, kinds=["step"]).replace('kind = "step"', timed), "steps")
    round_id = house.begin("steps", people=house.people[:1])
    walk = house.walk(round_id)
    stop = walk.stops[0]
    for at, minutes in ((0, 4), (2, 6), (1, 1)):
        began = clock.now()
        clock.advance(timedelta(minutes=minutes))
        given = Given(began=began, ended=clock.now())
        house.rounds.record_answer(round_id, stop.id, walk.items[stop.id][at], given, house.by())
        clock.advance(timedelta(seconds=30))
    house.rounds.finish_round(round_id, house.by())
    result_page.show_round(round_id)
    qtbot.waitUntil(lambda: result_page.steps.rows.rowCount() == 3)
    rows = result_page.steps.rows.all_rows()
    assert [row.step.order for row in rows] == [1, 3, 2]
    assert [row.step.seconds for row in rows] == [240, 60, 360]
    words = result_page.steps.summary.text()
    assert "12:00 in all" in words and "limit: 1" in words and "order: 1" in words
    tab = result_page.tabs.indexOf(result_page.steps)
    assert result_page.tabs.isTabVisible(tab)
    result_page.show_round(finished(house, PASS, PASS, PASS, PASS))
    qtbot.waitUntil(lambda: result_page.people.rowCount() == 2)
    assert not result_page.tabs.isTabVisible(tab), "a list of states has no times"


def test_an_answer_read_in_full_says_who_gave_it(result_page: ResultPage, house: Group, qtbot: QtBot) -> None:
    result_page.show_round(finished(house, PASS, FAIL, PASS, PASS))
    qtbot.waitUntil(lambda: result_page.failed.rowCount() == 1)
    result_page.failed_table.opened.emit(result_page.failed.all_rows()[0])
    dialog = result_page.findChildren(AnswerDialog)[0]
    told = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    assert "李敏 · 2026" in told
    dialog.accept()
