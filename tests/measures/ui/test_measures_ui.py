"""Measures on screen: the list, setting one, each step by its key, what is refused and why."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QListWidget, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from tests.hands import in_front, type_over, type_words
from tests.measures.conftest import TODAY, House
from tests.screens import Told

from qualitydesk.kit.look import Look
from qualitydesk.kit.prompts import PromptDialog
from qualitydesk.kit.tools import Tools
from qualitydesk.measures.model import (
    Age,
    Checked,
    MeasureFilter,
    MeasureState,
    MeasureVerb,
    Origin,
    OriginKind,
    Recheck,
    Urgency,
)
from qualitydesk.measures.ui.measure_dialog import MeasureDialog
from qualitydesk.measures.ui.measure_page import MeasurePage
from qualitydesk.measures.ui.measures_page import WAITING, MeasuresPage
from qualitydesk.measures.ui.panel import OwnedMeasures
from qualitydesk.measures.ui.step_dialog import StepDialog
from qualitydesk.papers.ui.preview_dialog import PreviewDialog

Shown = Callable[[object], object]
pytestmark = pytest.mark.usefixtures("look")


def key(widget: QWidget, sequence: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is; the window comes to the front first, as it does when a dialog closes."""
    assert in_front(widget.window())
    QTest.keyClick(QApplication.focusWidget() or widget, sequence, modifier)  # type: ignore[call-overload]


CTRL = Qt.KeyboardModifier.ControlModifier


def the_dialog(qtbot: QtBot, kind: type) -> object:
    """The one open dialog of a kind, in front."""

    def there() -> list[object]:
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]

    qtbot.waitUntil(lambda: len(there()) == 1)
    found = there()[0]
    assert in_front(found)  # type: ignore[arg-type]
    return found


def words_into(editor: QPlainTextEdit, text: str) -> None:
    editor.setFocus()
    type_words(editor, text)


@pytest.fixture
def page(house: House, tools: Tools, look: Look) -> MeasurePage:
    return MeasurePage(tools, house.measures, house.group.directory, house.judge)


@pytest.fixture
def listed(house: House, tools: Tools, look: Look) -> MeasuresPage:
    return MeasuresPage(tools, house.measures, house.group.directory, house.judge)


def opened(page: MeasurePage, measure: object, shown: Shown, qtbot: QtBot) -> None:
    page.show_measure(measure)  # type: ignore[arg-type]
    shown(page)
    qtbot.waitUntil(lambda: page.view.event_table.isVisible() and page.view.event_table.hasFocus())


def test_an_empty_list_says_how_a_measure_comes_about(listed: MeasuresPage, shown: Shown, qtbot: QtBot) -> None:
    shown(listed)
    qtbot.waitUntil(lambda: listed.table.empty_words() != "")
    assert "新建整改" in listed.table.empty_words() or "New measure" in listed.table.empty_words()


def test_the_list_opens_on_what_is_to_be_done_and_states_narrow_it(
    house: House, listed: MeasuresPage, shown: Shown, qtbot: QtBot
) -> None:
    house.open("旧事")
    house.close(house.open("已办", days=3))
    shown(listed)
    qtbot.waitUntil(lambda: [line.task for line in listed.lines.all_rows()] == ["旧事"])
    assert listed.states[WAITING].text().endswith("1")
    listed.states[MeasureState.CLOSED].click()
    qtbot.waitUntil(lambda: [line.task for line in listed.lines.all_rows()] == ["已办"])
    listed.states[None].click()
    qtbot.waitUntil(lambda: len(listed.lines.all_rows()) == 2)
    assert listed.wanted() == MeasureFilter()


def test_an_age_narrows_the_list_and_show_all_takes_it_away(
    house: House, listed: MeasuresPage, shown: Shown, qtbot: QtBot
) -> None:
    house.open("旧事", days=1)
    house.clock.advance(timedelta(days=9))
    house.open("新事")
    shown(listed)
    qtbot.waitUntil(lambda: len(listed.lines.all_rows()) == 2)
    assert "1" in listed.ageing.ages[Age.FORTNIGHT].text()
    listed.ageing.ages[Age.FORTNIGHT].click()
    qtbot.waitUntil(lambda: [line.task for line in listed.lines.all_rows()] == ["旧事"])
    listed.clear.click()
    qtbot.waitUntil(lambda: len(listed.lines.all_rows()) == 2)
    key(listed, Qt.Key.Key_O, CTRL)
    qtbot.waitUntil(lambda: [line.task for line in listed.lines.all_rows()] == ["旧事"])


def test_a_measure_is_set_by_keys_and_its_date_follows_the_urgency(
    house: House, listed: MeasuresPage, shown: Shown, qtbot: QtBot
) -> None:
    shown(listed)
    wanted: list[object] = []
    listed.measure_wanted.connect(wanted.append)
    key(listed, Qt.Key.Key_N, CTRL)
    dialog = the_dialog(qtbot, MeasureDialog)
    assert isinstance(dialog, MeasureDialog)
    words_into(dialog.task, "雨天铺防滑垫")
    type_over(dialog.owner, "王导医1")
    type_over(dialog.urgency, "立即")
    assert dialog.due_on.day() == TODAY
    dialog.due_on.set_day(TODAY + timedelta(days=2))
    type_over(dialog.urgency, "一般")
    assert dialog.due_on.day() == TODAY + timedelta(days=2)
    dialog.save_button.click()
    qtbot.waitUntil(lambda: len(wanted) == 1)
    line = house.seen(wanted[0]).line  # type: ignore[arg-type]
    assert (line.task, line.owner_id, line.urgency, line.department) == (
        "雨天铺防滑垫",
        house.owner,
        Urgency.ORDINARY,
        "导医台",
    )


def test_what_is_missing_in_a_new_measure_is_told_beside_its_field(
    listed: MeasuresPage, shown: Shown, qtbot: QtBot
) -> None:
    shown(listed)
    key(listed, Qt.Key.Key_N, CTRL)
    dialog = the_dialog(qtbot, MeasureDialog)
    assert isinstance(dialog, MeasureDialog)
    dialog.due_on.set_day(TODAY - timedelta(days=1))
    dialog.save_button.click()
    assert set(dialog.problems_shown()) == {"task", "owner_id", "due_on"}
    dialog.done(0)


def test_the_owner_reports_and_somebody_else_closes_by_keys(
    house: House, page: MeasurePage, shown: Shown, qtbot: QtBot
) -> None:
    measure = house.open()
    opened(page, measure, shown, qtbot)
    key(page, Qt.Key.Key_Return, CTRL)
    report = the_dialog(qtbot, StepDialog)
    assert isinstance(report, StepDialog)
    assert report.decided_by.chosen() == house.owner
    words_into(report.words, "互查两周")
    report.save_button.click()
    qtbot.waitUntil(lambda: page.view.chip.text() == "待确认")
    assert "责任人" in page.view.next.words() or "王导医1" in page.view.next.words()
    key(page, Qt.Key.Key_C)
    close = the_dialog(qtbot, StepDialog)
    assert isinstance(close, StepDialog)
    assert close.decided_by.chosen() == house.group.me
    close.decided_by.choose(house.owner)
    close.decided_by.picked.emit(house.owner)
    assert "责任人" in close.problems_shown()["decided_by"]
    close.save_button.click()
    assert house.seen(measure).line.state is MeasureState.REPORTED
    close.decided_by.choose(house.other)
    close.save_button.click()
    qtbot.waitUntil(lambda: page.view.chip.text() == "已关闭")
    line = house.seen(measure).line
    assert (line.recheck_on, line.effect_on) == (TODAY + timedelta(days=14), TODAY + timedelta(days=90))


def test_whoever_owns_the_measure_is_not_proposed_to_judge_it(
    house: House, page: MeasurePage, shown: Shown, qtbot: QtBot
) -> None:
    measure = house.open(owner_id=house.group.me)
    opened(page, measure, shown, qtbot)
    key(page, Qt.Key.Key_P)
    dialog = the_dialog(qtbot, StepDialog)
    assert isinstance(dialog, StepDialog)
    assert dialog.decided_by.chosen() is None
    dialog.done(0)


def test_postponing_needs_a_later_day_and_a_reason(house: House, page: MeasurePage, shown: Shown, qtbot: QtBot) -> None:
    measure = house.open(days=5)
    opened(page, measure, shown, qtbot)
    key(page, Qt.Key.Key_P)
    dialog = the_dialog(qtbot, StepDialog)
    assert isinstance(dialog, StepDialog)
    dialog.save_button.click()
    assert set(dialog.problems_shown()) == {"day", "words"}
    dialog.day.set_day(TODAY + timedelta(days=9))
    words_into(dialog.words, "缺货")
    dialog.save_button.click()
    qtbot.waitUntil(lambda: house.seen(measure).line.due_on == TODAY + timedelta(days=9))
    qtbot.waitUntil(lambda: "2026-11-30" in page.view.due.text())


def test_sent_back_and_dropped_ask_for_a_reason(house: House, page: MeasurePage, shown: Shown, qtbot: QtBot) -> None:
    measure = house.open()
    house.report(measure)
    opened(page, measure, shown, qtbot)
    key(page, Qt.Key.Key_B)
    back = the_dialog(qtbot, StepDialog)
    assert isinstance(back, StepDialog)
    back.save_button.click()
    assert list(back.problems_shown()) == ["words"]
    words_into(back.words, "缺互查表")
    back.save_button.click()
    qtbot.waitUntil(lambda: page.view.chip.text() == "整改中")
    key(page, Qt.Key.Key_D, CTRL)
    drop = the_dialog(qtbot, StepDialog)
    assert isinstance(drop, StepDialog)
    words_into(drop.words, "并入搬迁")
    drop.save_button.click()
    qtbot.waitUntil(lambda: page.view.chip.text() == "已撤销")
    assert not any(made.isVisible() for made in page.verbs.values())


def test_a_failed_recheck_leads_to_a_follow_up(house: House, page: MeasurePage, shown: Shown, qtbot: QtBot) -> None:
    measure = house.open(origins=(Origin(OriginKind.OTHER, None, "大厅湿滑"),))
    house.close(measure, TODAY + timedelta(days=14))
    house.clock.advance(timedelta(days=14))
    opened(page, measure, shown, qtbot)
    assert page.view.next.words() != ""
    key(page, Qt.Key.Key_R)
    look_again = the_dialog(qtbot, StepDialog)
    assert isinstance(look_again, StepDialog)
    type_over(look_again.good, "Failed")
    look_again.save_button.click()
    assert list(look_again.problems_shown()) == ["words"]
    words_into(look_again.words, "又有积水")
    type_over(look_again.round_number, "XJ-BJC-2026-0009")
    look_again.save_button.click()
    qtbot.waitUntil(lambda: house.seen(measure).line.recheck is Recheck.FAILED)
    assert house.seen(measure).events[-1].words == "2026-12-05 · XJ-BJC-2026-0009 · 又有积水"
    qtbot.waitUntil(lambda: page.view.event_table.isVisible() and len(page.view.events.all_rows()) == 4)
    key(page, Qt.Key.Key_U)
    follow = the_dialog(qtbot, MeasureDialog)
    assert isinstance(follow, MeasureDialog)
    words_into(follow.task, "加铺防滑垫")
    follow.save_button.click()
    qtbot.waitUntil(lambda: page.page_title().endswith("ZG-BJC-2026-0002"))
    qtbot.waitUntil(lambda: [row.words for row in page.view.origins.all_rows()] == ["大厅湿滑"])


def test_a_stale_step_is_told_and_what_was_typed_stays(
    house: House, page: MeasurePage, shown: Shown, qtbot: QtBot
) -> None:
    measure = house.open()
    opened(page, measure, shown, qtbot)
    key(page, Qt.Key.Key_D)
    dialog = the_dialog(qtbot, StepDialog)
    assert isinstance(dialog, StepDialog)
    words_into(dialog.words, "互查两周")
    house.measures.postpone(measure, 1, TODAY + timedelta(days=60), "另一个窗口", house.judge())
    dialog.save_button.click()
    qtbot.waitUntil(lambda: "" in dialog.problems_shown())
    assert dialog.words.toPlainText() == "互查两周"
    assert house.seen(measure).line.state is MeasureState.OPEN
    dialog.done(0)


def test_a_note_and_a_file_are_added_by_keys(
    house: House, page: MeasurePage, shown: Shown, qtbot: QtBot, tmp_path: Path
) -> None:
    measure = house.open()
    proof = tmp_path / "照片.jpg"
    proof.write_bytes(b"jpeg")
    opened(page, measure, shown, qtbot)
    key(page, Qt.Key.Key_N)
    note = the_dialog(qtbot, PromptDialog)
    assert isinstance(note, PromptDialog)
    editor = note.findChild(QPlainTextEdit)  # type: ignore[attr-defined]
    words_into(editor, "已电话催办")
    key(note, Qt.Key.Key_Return, CTRL)
    if note.isVisible():  # type: ignore[attr-defined]
        next(one for one in note.findChildren(type(page.note_button)) if one.isDefault()).click()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: house.seen(measure).events[-1].words == "已电话催办")
    page.file_button.click()
    chooser = the_dialog(qtbot, QFileDialog)
    chooser.fileSelected.emit(str(proof))  # type: ignore[attr-defined]
    chooser.done(0)  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: [row.name for row in page.view.files.all_rows()] == ["照片.jpg"])


def test_the_notice_is_printed_and_later_offered_as_original_copy_or_anew(
    house: House, page: MeasurePage, shown: Shown, qtbot: QtBot
) -> None:
    measure = house.open()
    opened(page, measure, shown, qtbot)
    key(page, Qt.Key.Key_P, CTRL)
    first = the_dialog(qtbot, PreviewDialog)
    first.done(0)  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: len(page.view.events.all_rows()) == 2)
    key(page, Qt.Key.Key_P, CTRL)
    choice = the_dialog(qtbot, PromptDialog)
    assert isinstance(choice, PromptDialog)
    offered = choice.findChild(QListWidget)  # type: ignore[attr-defined]
    assert offered.count() == 3
    offered.setCurrentRow(1)
    key(choice, Qt.Key.Key_Return)
    again = the_dialog(qtbot, PreviewDialog)
    again.done(0)  # type: ignore[attr-defined]


def test_what_a_person_answers_for_is_listed_with_what_is_open_first(
    house: House, tools: Tools, shown: Shown, qtbot: QtBot, told: Told
) -> None:
    house.close(house.open("办完", days=1))
    house.open("没办", days=9)
    wanted: list[object] = []
    panel = OwnedMeasures(tools, house.measures, house.owner, wanted.append)
    shown(panel)
    qtbot.waitUntil(lambda: panel.table.model().rowCount() == 2)
    panel.table.setFocus()
    key(panel, Qt.Key.Key_Return)
    assert [house.seen(one).line.task for one in wanted] == ["没办"]  # type: ignore[arg-type]
    assert told.bugs == []


def test_an_effect_that_did_not_last_also_leads_to_a_follow_up(
    house: House, page: MeasurePage, shown: Shown, qtbot: QtBot
) -> None:
    measure = house.open()
    house.close(measure, None, TODAY + timedelta(days=90))
    house.clock.advance(timedelta(days=90))
    day = TODAY + timedelta(days=90)
    house.measures.record_effect(measure, 3, Checked(day, False, "复发"), house.judge())
    opened(page, measure, shown, qtbot)
    assert page.verbs[MeasureVerb.FOLLOW_UP].isVisible()
    assert not page.verbs[MeasureVerb.EFFECT].isVisible()
