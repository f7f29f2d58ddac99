"""Correcting an answer from the result page: asked for by a key, told with both values, refused where it must be."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.builders import Group, a_pack
from tests.hands import in_front, type_words
from tests.inspections.ui.conftest import Shown, finished

from qualitydesk.basics.clock import FixedClock
from qualitydesk.inspections.model import Given, Verdict
from qualitydesk.inspections.service import Corrections
from qualitydesk.inspections.ui.result import Correcting, ResultPage
from qualitydesk.inspections.ui.result.correct_dialog import BY_FIGURE, CorrectDialog
from qualitydesk.kit.tools import Tools

PASS, FAIL = Given(Verdict.PASS), Given(Verdict.FAIL, note="领口有污渍")
Showing = Callable[[UUID], tuple[ResultPage, Correcting]]


@pytest.fixture
def showing(tools: Tools, house: Group, shown: Shown, clock: FixedClock, qtbot: QtBot) -> Showing:
    def show(round_id: UUID) -> tuple[ResultPage, Correcting]:
        page = ResultPage(tools, house.rounds)
        corrections = Corrections(house.database, clock, house.rounds, house.rulebook)
        correcting = Correcting(page, corrections, house.directory, clock, house.by)
        shown(page)
        page.show_round(round_id)
        qtbot.waitUntil(lambda: bool(page.answers.all_rows()))
        return page, correcting

    return show


def asked(page: ResultPage, qtbot: QtBot) -> CorrectDialog:
    """F2 on the row in view."""
    page.tabs.currentWidget().setFocus()
    assert in_front(page.window())
    QTest.keyClick(page, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: bool(page.findChildren(CorrectDialog)))
    return page.findChildren(CorrectDialog)[-1]


def test_a_fail_is_corrected_by_f2_and_shown_with_both_values(house: Group, showing: Showing, qtbot: QtBot) -> None:
    page, correcting = showing(finished(house, FAIL, PASS, PASS, PASS))
    page.failed_table.selectRow(0)
    assert correcting.offered.isEnabled()
    dialog = asked(page, qtbot)
    assert dialog.answer.chosen() == Verdict.FAIL.value
    assert dialog.decided_by.chosen() == house.me
    dialog.answer.choose(Verdict.PASS.value)
    dialog.save_button.click()
    assert set(dialog.problems_shown()) == {"reason"}
    dialog.reason.setFocus()
    type_words(dialog.reason, "看错了人")
    dialog.save_button.click()
    qtbot.waitUntil(lambda: any(row.corrections for row in page.answers.all_rows()))
    (row,) = page.failed.all_rows()
    assert page._columns.standing(row) == "Corrected"
    assert "合格" in page._columns.answer(row) and "不合格" in page._columns.answer(row)
    assert "看错了人" in row.finding.reason
    assert page.head.score.text() == "100.0 %"


def test_an_unchanged_answer_is_refused_in_the_dialog(house: Group, showing: Showing, qtbot: QtBot) -> None:
    page, _ = showing(finished(house, FAIL, PASS, PASS, PASS))
    page.failed_table.selectRow(0)
    dialog = asked(page, qtbot)
    type_words(dialog.reason, "无")
    dialog.save_button.click()
    qtbot.waitUntil(lambda: "" in dialog.problems_shown())
    assert dialog.isVisible()


def test_the_person_himself_is_not_offered_as_decider(house: Group, showing: Showing, qtbot: QtBot) -> None:
    page, _ = showing(finished(house, FAIL, PASS, PASS, PASS))
    page.failed_table.selectRow(0)
    dialog = asked(page, qtbot)
    offered = {dialog.decided_by.itemData(at) for at in range(dialog.decided_by.count())}
    assert house.people[0] not in offered and dialog.decided_by.count() == 2


def test_a_figure_is_corrected_by_its_figure_and_judged_by_the_rules(
    house: Group, showing: Showing, qtbot: QtBot
) -> None:
    house.adopt(a_pack("gauge", 3, kinds=("measured", "scale", "count")), "gauge")
    round_id = house.begin("gauge", people=house.people[:1])
    walk = house.walk(round_id)
    stop = walk.stops[0]
    for item, given in zip(
        walk.items[stop.id], (Given(number=70.0), Given(number=2), Given(seen=5, failed=5)), strict=True
    ):
        house.rounds.record_answer(round_id, stop.id, item, given, house.by())
    house.rounds.finish_round(round_id, house.by())
    page, _ = showing(round_id)
    page.tabs.setCurrentWidget(page.answer_table)
    for code, field, wrong, right in (("GAUGE-01", "number", "abc", "50"), ("GAUGE-02", "number", "9", "5")):
        page.answer_table.select_key((stop.id, code))
        dialog = asked(page, qtbot)
        assert dialog.answer.chosen() == BY_FIGURE
        type_words(dialog.reason, "读错")
        dialog.number.setText(wrong)
        dialog.save_button.click()
        assert field in dialog.problems_shown()
        dialog.number.setText(right)
        dialog.save_button.click()
        qtbot.waitUntil(lambda: page.findChildren(CorrectDialog) == [])
    page.answer_table.select_key((stop.id, "GAUGE-03"))
    dialog = asked(page, qtbot)
    dialog.failed.setValue(1)
    type_words(dialog.reason, "数错")
    dialog.save_button.click()
    qtbot.waitUntil(lambda: len(house.rounds.result(round_id).corrections) == 3)
    held = house.walk(round_id).answers
    assert held[stop.id, "GAUGE-01"].given == Given(Verdict.PASS, 50.0)
    assert held[stop.id, "GAUGE-02"].given == Given(Verdict.PASS, 5.0)
    assert (held[stop.id, "GAUGE-03"].given.seen, held[stop.id, "GAUGE-03"].given.failed) == (5, 1)


def test_an_open_round_is_not_corrected_but_answered(house: Group, showing: Showing) -> None:
    page, correcting = showing(house.begin("walk"))
    page.tabs.setCurrentWidget(page.answer_table)
    page.answer_table.selectRow(0)
    assert not correcting.offered.isEnabled()
