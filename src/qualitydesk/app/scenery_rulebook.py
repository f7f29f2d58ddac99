"""The rulebook for the gallery: rules, editions, a comparison, a new edition and its last look, who may decide what."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from qualitydesk.basics.errors import Refused
from qualitydesk.kit.pickers import MoneyBox, NumberBox
from qualitydesk.kit.prompts import PromptDialog
from qualitydesk.rulebook.model import Rule
from qualitydesk.rulebook.ui.edition_dialog import EditionDialog
from qualitydesk.rulebook.ui.last_look import LastLook
from qualitydesk.rulebook.ui.rules_view import RulesPage

if TYPE_CHECKING:
    from qualitydesk.app.scenery import Stage

WORDS = {
    "zh": ("职代会讨论后延长申诉期。", "违规处分办法（2026 年修订）"),
    "en": ("Longer, after talks with the staff.", "Rules on sanctions, revised 2026"),
}


def rulebook_scenes(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """(name, widget to grab), as `app.scenery` asks for them."""
    _change_appeals(stage)
    page = stage.page("rulebook", RulesPage)
    page.show_rule(Rule.LADDER)
    stage.until(lambda: True)
    yield "rulebook", stage.window
    page.show_rule(Rule.APPEAL)
    page.view.tabs.setCurrentIndex(1)
    page.view.edition_table.selectRow(0)
    stage.until(lambda: True)
    yield "rulebook-editions", stage.window
    yield "rulebook-compare", stage.dialog(page.compare)
    yield "rulebook-adoption", stage.dialog(page.record_adoption)
    yield "rulebook-call-back", stage.dialog(page.call_back)
    page.view.tabs.setCurrentIndex(0)
    yield from _editors(stage, page)
    page.show_rule(Rule.SETTLEMENT)
    stage.until(lambda: True)
    yield "rulebook-fine", stage.window
    page.tabs.setCurrentIndex(1)
    yield "rulebook-rights", stage.window
    page.tabs.setCurrentIndex(0)


def _change_appeals(stage: Stage) -> None:
    """An edition that waits for its day; the light theme's turn has written it already."""
    rulebook, reason = stage.desk.services.rulebook, WORDS[stage.desk.tools.language][0]
    newest = rulebook.line(Rule.APPEAL).newest
    if newest is None or newest.number > 1:
        return
    day = rulebook.today() + timedelta(days=20)
    with suppress(Refused):
        values = {**newest.values, "days": 10}
        rulebook.publish(Rule.APPEAL, values, newest.texts, day, stage.desk.by(), reason=reason)


def _editors(stage: Stage, page: RulesPage) -> Iterator[tuple[str, QWidget]]:
    for rule, key in (
        (Rule.LADDER, "about"),
        (Rule.LADDER, "columns.own_checks.2"),
        (Rule.LADDER, "texts.zh"),
        (Rule.CLOCKS, "clocks.closing"),
        (Rule.POINTS, "rows.task"),
        (Rule.POINTS, "rows"),
        (Rule.SEVERITY, "criteria.loss_reputation"),
        (Rule.STEPS, "steps.approved"),
        (Rule.SETTLEMENT, ""),
    ):
        dialog = _editor(stage, page, rule)
        dialog.show_section(key)
        stage.until(lambda: True)
        yield f"rulebook-edit-{rule}-{key.rpartition('.')[2] or 'general'}", dialog
    dialog = _editor(stage, page, Rule.LADDER)
    months = dialog.editor("counting.look_back_months")
    assert isinstance(months, NumberBox)
    months.setValue(24)
    highest = dialog.editor("columns.own_checks.3.amount.high")
    assert isinstance(highest, MoneyBox)
    highest.set_fen(10_000)
    dialog.reason.setPlainText(WORDS[stage.desk.tools.language][1])
    dialog.save_button.click()
    stage.until(lambda: True)
    yield "rulebook-edit-problems", dialog
    dialog = _editor(stage, page, Rule.LADDER)
    months = dialog.editor("counting.look_back_months")
    assert isinstance(months, NumberBox)
    months.setValue(24)
    dialog.reason.setPlainText(WORDS[stage.desk.tools.language][1])
    dialog.save_button.click()
    stage.until(lambda: any(isinstance(one, PromptDialog) for one in stage.dialogs()))
    yield "rulebook-edit-last-look", next(one for one in stage.dialogs() if isinstance(one, PromptDialog))
    dialog = _editor(stage, page, Rule.SETTLEMENT)
    cap = dialog.editor("cap_percent")
    assert isinstance(cap, NumberBox)
    cap.setValue(15)
    dialog.reason.setPlainText(WORDS[stage.desk.tools.language][1])
    dialog.save_button.click()
    stage.until(lambda: any(isinstance(one, LastLook) and one.quotes for one in stage.dialogs()))
    yield "rulebook-edit-quotes", next(one for one in stage.dialogs() if isinstance(one, LastLook) and one.quotes)


def _editor(stage: Stage, page: RulesPage, rule: str) -> EditionDialog:
    """The gallery closes a dialog after its picture, so each is opened anew."""
    page.show_rule(rule)
    stage.until(lambda: True)
    dialog = stage.dialog(page.new_edition)
    assert isinstance(dialog, EditionDialog)
    return dialog
