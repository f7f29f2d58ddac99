"""A new edition by real clicks and keys: made from the description, refused beside the field, shown before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.rulebook.ui.desk import BY, CHIEF, HOUSE, rulebook_of, tools_for

from qualitydesk.basics.clock import FixedClock
from qualitydesk.kit.pickers import ManyPicker, MoneyBox, NumberBox, Picker
from qualitydesk.kit.prompts import PromptDialog
from qualitydesk.rulebook.model import Rule
from qualitydesk.rulebook.rules.comparing import differences, text_differences
from qualitydesk.rulebook.rules.shapes import parts_of
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.rulebook.ui.difference_view import DifferenceView
from qualitydesk.rulebook.ui.edition_dialog import EditionDialog
from qualitydesk.rulebook.ui.offer import TryOut
from qualitydesk.rulebook.ui.rows_table import RowsTable
from qualitydesk.storage.database import Database

TODAY = date(2026, 11, 21)


@pytest.fixture
def rulebook(sqlite_database: Database, clock: FixedClock) -> Rulebook:
    return rulebook_of(sqlite_database, clock)


Opened = Callable[..., EditionDialog]


@pytest.fixture
def opened(qtbot: QtBot, rulebook: Rulebook, tmp_path: Path) -> Opened:
    """Opens the dialog for a rule, above a window that stays when it dies."""
    around = QWidget()
    qtbot.addWidget(around)

    def make(rule: str, language: str = "zh", try_out: TryOut | None = None) -> EditionDialog:
        tools = tools_for(tmp_path, language)
        dialog = EditionDialog(tools, rulebook, rulebook.line(rule), TODAY, HOUSE, BY, try_out=try_out, parent=around)
        with qtbot.waitExposed(dialog):
            dialog.open()
        return dialog

    return make


def press(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def type_in(qtbot: QtBot, editor: QWidget, text: str) -> None:
    """Over what stands there, by keys."""
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(editor, text)


def last_look(qtbot: QtBot) -> PromptDialog:
    qtbot.waitUntil(
        lambda: any(isinstance(one, PromptDialog) and one.isVisible() for one in QApplication.topLevelWidgets())
    )
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, PromptDialog) and one.isVisible())


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("rule", list(Rule))
def test_every_page_of_every_rule_changes_nothing_by_being_looked_at(
    qtbot: QtBot, rulebook: Rulebook, opened: Opened, rule: str, language: str
) -> None:
    dialog = opened(rule, language)
    edition = rulebook.editions(rule)[-1]
    for place in range(dialog.sections.count()):
        dialog.sections.setCurrentRow(place)
    draft = dialog.read_draft()
    assert differences(rule, edition.values, draft.values) == ()
    assert text_differences(edition.texts, draft.texts) == ()
    assert draft.values == edition.values
    assert not dialog.is_changed()
    press(qtbot, dialog.save_button)
    assert list(dialog.problems_shown()) == [""]
    assert "1" in dialog.problems_shown()[""]
    assert len(rulebook.editions(rule)) == 1


def test_a_changed_number_is_shown_and_published_and_nothing_else_differs(
    qtbot: QtBot, rulebook: Rulebook, opened: Opened
) -> None:
    dialog = opened(Rule.LADDER)
    months = dialog.editor("counting.look_back_months")
    assert isinstance(months, NumberBox)
    months.setFocus()
    months.selectAll()
    qtbot.keyClicks(months, "24")
    dialog.show_section("about")
    dialog.decided_by.choose(CHIEF)
    qtbot.keyClicks(dialog.reason, "Longer look-back")
    press(qtbot, dialog.save_button)
    look = last_look(qtbot)
    (row,) = look.findChild(DifferenceView).rows.all_rows()
    assert (row.before, row.after) == ("12 个月", "24 个月")
    with qtbot.waitSignal(dialog.accepted):
        press(qtbot, dialog.confirm_publish)
    line = rulebook.line(Rule.LADDER)
    first, second = line.editions
    assert [(one.path, one.after) for one in differences(Rule.LADDER, first.values, second.values)] == [
        ("counting.look_back_months", 24)
    ]
    assert text_differences(first.texts, second.texts) == ()
    assert not second.is_ours("counting.look_back_months")
    assert second.is_ours("counting.same_round")
    note = line.notes[second.id]
    assert (note.decided_by, note.entered_by, note.reason) == (CHIEF, BY.entered_by, "Longer look-back")


def test_keep_editing_leaves_everything_as_it_was(qtbot: QtBot, rulebook: Rulebook, opened: Opened) -> None:
    dialog = opened(Rule.APPEAL)
    days = dialog.editor("days")
    assert isinstance(days, NumberBox)
    days.setValue(10)
    dialog.reason.setPlainText("修改")
    press(qtbot, dialog.save_button)
    last_look(qtbot)
    press(qtbot, dialog.confirm_keep)
    qtbot.waitUntil(dialog.save_button.isEnabled)
    assert days.value() == 10
    assert len(rulebook.editions(Rule.APPEAL)) == 1


def test_an_amount_is_typed_in_yuan_and_kept_in_fen(qtbot: QtBot, rulebook: Rulebook, opened: Opened) -> None:
    dialog = opened(Rule.SEVERITY)
    box = dialog.editor("levels.2.responsible")
    assert isinstance(box, MoneyBox)
    type_in(qtbot, box, "250.50")
    assert dialog.read_draft().values["levels"]["2"]["responsible"] == 25_050


def test_what_does_not_hold_stands_beside_its_field_in_words(qtbot: QtBot, rulebook: Rulebook, opened: Opened) -> None:
    dialog = opened(Rule.LADDER)
    high = dialog.editor("columns.own_checks.3.amount.high")
    type_in(qtbot, high, "100")
    dialog.reason.setPlainText("修改")
    dialog.show_section("about")
    press(qtbot, dialog.save_button)
    shown = dialog.problems_shown()
    assert set(shown) == {"columns.own_checks.3.amount.high", "columns.own_checks.3.amount.low"}
    assert not any("columns" in words for words in shown.values())
    assert high.isVisible()  # its page has been turned to
    type_in(qtbot, high, "two hundred")
    press(qtbot, dialog.save_button)
    assert "金额" in dialog.problems_shown()["columns.own_checks.3.amount.high"]


def test_a_problem_on_a_page_not_looked_at_is_led_to(qtbot: QtBot, rulebook: Rulebook, opened: Opened) -> None:
    dialog = opened(Rule.LADDER)
    second = dialog.editor("counting.second_counts")
    assert isinstance(second, Picker)
    second.choose("item")
    third = dialog.editor("counting.third_counts")
    assert isinstance(third, Picker)
    third.choose("group")
    dialog.reason.setPlainText("修改")
    press(qtbot, dialog.save_button)
    assert set(dialog.problems_shown()) == {"counting.third_counts"}


def test_a_day_in_the_past_or_before_the_last_edition_is_refused_beside_the_day(
    qtbot: QtBot, rulebook: Rulebook, opened: Opened
) -> None:
    dialog = opened(Rule.APPEAL)
    assert dialog.effective_from.day() == TODAY
    days = dialog.editor("days")
    assert isinstance(days, NumberBox)
    days.setValue(10)
    dialog.reason.setPlainText("修改")
    dialog.effective_from.set_day(TODAY - timedelta(days=1))
    press(qtbot, dialog.save_button)
    assert set(dialog.problems_shown()) == {"effective_from"}
    assert "2026-11-21" in dialog.problems_shown()["effective_from"]
    assert len(rulebook.editions(Rule.APPEAL)) == 1


def test_a_reason_and_a_decider_are_needed(qtbot: QtBot, rulebook: Rulebook, opened: Opened) -> None:
    dialog = opened(Rule.APPEAL)
    days = dialog.editor("days")
    assert isinstance(days, NumberBox)
    days.setValue(10)
    dialog.decided_by.choose(None)
    press(qtbot, dialog.save_button)
    assert set(dialog.problems_shown()) == {"decided_by", "reason"}


def test_posts_are_picked_by_name_and_flags_by_ticks(qtbot: QtBot, rulebook: Rulebook, opened: Opened) -> None:
    dialog = opened(Rule.LEADING)
    posts = dialog.editor("kinds.patrol.posts")
    assert isinstance(posts, ManyPicker)
    posts.choose(("supervisor", "hr"))
    flag = dialog.editor("kinds.patrol.delegate")
    assert isinstance(flag, QCheckBox)
    press(qtbot, flag) if flag.width() < 40 else flag.click()
    values = dialog.read_draft().values
    assert values["kinds"]["patrol"] == {"posts": ["supervisor", "hr"], "delegate": True}


def test_numbers_of_a_list_are_typed_in_a_line(qtbot: QtBot, rulebook: Rulebook, opened: Opened) -> None:
    dialog = opened(Rule.CLOCKS)
    after = dialog.editor("reminders.after")
    assert isinstance(after, QLineEdit)
    type_in(qtbot, after, "60, 240")
    cut_off = dialog.editor("counting.cut_off")
    type_in(qtbot, cut_off, "17:30")
    values = dialog.read_draft().values
    assert (values["reminders"]["after"], values["counting"]["cut_off"]) == ([60, 240], 1050)
    type_in(qtbot, cut_off, "5")
    dialog.reason.setPlainText("修改")
    press(qtbot, dialog.save_button)
    assert set(dialog.problems_shown()) == {"counting.cut_off"}


def test_a_row_of_a_table_is_removed_and_added_again(qtbot: QtBot, rulebook: Rulebook, opened: Opened) -> None:
    dialog = opened(Rule.POINTS)
    assert not dialog.add_button.isEnabled()
    dialog.show_section("rows.early")
    press(qtbot, dialog.remove_button)
    assert "early" not in dialog.read_draft().values["rows"]
    press(qtbot, dialog.add_button)
    look = last_look(qtbot)
    press(qtbot, next(one for one in look.findChildren(QPushButton) if one.isDefault()))
    qtbot.waitUntil(lambda: "early" in dialog.read_draft().values["rows"])
    assert differences(Rule.POINTS, rulebook.editions(Rule.POINTS)[0].values, dialog.read_draft().values) == ()
    assert not dialog.add_button.isEnabled()


def test_a_table_is_seen_at_a_glance_and_its_rows_are_opened_from_it(qtbot: QtBot, opened: Opened) -> None:
    dialog = opened(Rule.POINTS)
    minus = dialog.editor("rows.late.employee")
    assert isinstance(minus, NumberBox)
    minus.setValue(-4)
    dialog.show_section("rows")
    table = dialog.findChild(RowsTable)
    model = table.model
    assert model.rowCount() == 8
    at = model.row_of("late")
    assert "−4 分" in [model.data(model.index(at, column)) for column in range(model.columnCount())]
    table.table.select_key("late")
    qtbot.keyClick(table.table, Qt.Key.Key_Return)
    assert dialog.editor("rows.late.employee").isVisible()
    dialog.show_section("rows")
    table.table.select_key("integrity")
    assert not dialog.remove_button.isEnabled()
    table.table.select_key("late")
    press(qtbot, dialog.remove_button)
    assert "late" not in dialog.read_draft().values["rows"]
    assert dialog.sections.key() == "rows"
    assert model.rowCount() == 7


def test_a_row_the_program_needs_stays(opened: Opened) -> None:
    dialog = opened(Rule.CLOCKS)
    dialog.show_section("clocks.closing")
    assert not dialog.remove_button.isEnabled()
    dialog.show_section("clocks.filing")
    assert dialog.remove_button.isEnabled()


def test_rows_there_must_be_cannot_be_removed(qtbot: QtBot, rulebook: Rulebook, opened: Opened) -> None:
    dialog = opened(Rule.LADDER)
    assert dialog.remove_button.isHidden()
    dialog.show_section("columns.own_checks.1")
    assert [part.path for part in parts_of(Rule.LADDER, dialog.read_draft().values)][-1] == "columns.group_rounds.3"


def test_texts_show_places_as_words_and_keep_them_as_codes(qtbot: QtBot, rulebook: Rulebook, opened: Opened) -> None:
    dialog = opened(Rule.LADDER)
    clause = dialog.editor("texts.zh.clauses.own_checks_3")
    assert "{下限}" in clause.toPlainText()  # type: ignore[attr-defined]
    clause.setPlainText("处以{下限}元并留岗察看。")  # type: ignore[attr-defined]
    texts = dialog.read_draft().texts
    assert texts["zh"]["clauses"]["own_checks_3"] == "处以{low}元并留岗察看。"
    clause.setPlainText("处以{金额}元。")  # type: ignore[attr-defined]
    dialog.reason.setPlainText("修改")
    press(qtbot, dialog.save_button)
    assert "{下限}" in dialog.problems_shown()["texts.zh.clauses.own_checks_3"]


def test_somebody_elses_edition_is_told_and_ones_own_changes_are_carried_over(
    qtbot: QtBot, rulebook: Rulebook, opened: Opened
) -> None:
    dialog = opened(Rule.MEASURES)
    mine = dialog.editor("recheck")
    assert isinstance(mine, NumberBox)
    mine.setValue(21)
    dialog.reason.setPlainText("修改")
    dialog.effective_from.set_day(TODAY + timedelta(days=9))
    first = rulebook.editions(Rule.MEASURES)[0]
    rulebook.publish(Rule.MEASURES, {**first.values, "effect": 60}, first.texts, TODAY + timedelta(days=1), BY)
    press(qtbot, dialog.save_button)
    last_look(qtbot)
    press(qtbot, dialog.confirm_publish)
    qtbot.waitUntil(lambda: "" in dialog.problems_shown())
    assert "2" in dialog.problems_shown()[""]
    assert not dialog.isHidden()
    press(qtbot, dialog.save_button)
    (row,) = last_look(qtbot).findChild(DifferenceView).rows.all_rows()
    assert row.path == "recheck"
    with qtbot.waitSignal(dialog.accepted):
        press(qtbot, dialog.confirm_publish)
    newest = rulebook.editions(Rule.MEASURES)[-1]
    assert (newest.number, newest.values["recheck"], newest.values["effect"]) == (3, 21, 60)


def test_the_legal_note_stands_beside_what_a_fine_is(qtbot: QtBot, rulebook: Rulebook, opened: Opened) -> None:
    dialog = opened(Rule.SETTLEMENT)
    fine = dialog.editor("fine_is")
    assert isinstance(fine, Picker)
    assert any("法律提示" in one.text() and one.isVisible() for one in dialog.findChildren(QLabel))
    fine.choose("points")
    assert dialog.read_draft().values["fine_is"] == "points"


def test_trying_is_offered_only_where_it_can_be_had(qtbot: QtBot, rulebook: Rulebook, opened: Opened) -> None:
    tried: list[tuple[str, Mapping[str, Any], date, QWidget]] = []
    plain = opened(Rule.LADDER)
    assert not hasattr(plain, "try_button")
    dialog = opened(
        Rule.LADDER,
        try_out=lambda *given: tried.append(given),  # type: ignore[arg-type]
    )
    months = dialog.editor("counting.look_back_months")
    assert isinstance(months, NumberBox)
    months.setValue(6)
    press(qtbot, dialog.try_button)
    ((rule, values, day, parent),) = tried
    assert (rule, values["counting"]["look_back_months"], day, parent) == ("ladder", 6, TODAY, dialog)
    type_in(qtbot, dialog.editor("columns.own_checks.3.amount.high"), "100")
    press(qtbot, dialog.try_button)
    assert len(tried) == 1
    assert "columns.own_checks.3.amount.high" in dialog.problems_shown()


def test_tab_goes_through_the_fields_of_the_page_before_save(qtbot: QtBot, rulebook: Rulebook, opened: Opened) -> None:
    dialog = opened(Rule.MEASURES)
    last = dialog.editor("effect")
    last.setFocus()
    qtbot.keyClick(last, Qt.Key.Key_Tab)
    qtbot.waitUntil(dialog.save_button.hasFocus)
    qtbot.keyClick(dialog.save_button, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: dialog.sections.currentItem().data(Qt.ItemDataRole.UserRole) == "texts.zh")
