"""The ladder changed on the rulebook's page: what is proposed next is another sum, what was issued stays."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from tests.penalties.clinic import BADGE_SIDE, Clinic

from qualitydesk.basics.clock import local_day
from qualitydesk.kit.pickers import Choice
from qualitydesk.kit.tools import Tools
from qualitydesk.rulebook.model import Rule
from qualitydesk.rulebook.ui.edition_dialog import EditionDialog
from qualitydesk.rulebook.ui.offer import House
from qualitydesk.rulebook.ui.rules_view import RulesPage

RUNG = "columns.own_checks.2.amount"


def test_a_dearer_rung_holds_from_its_day_and_not_before(qtbot: QtBot, desk: Clinic, tools: Tools) -> None:
    penalties, rulebook = desk.services.penalties, desk.services.rulebook
    today = local_day(desk.clock.now())
    desk.sanction(today - timedelta(days=30), "G1")
    slip = desk.sanction(today - timedelta(days=1), "G1")
    before = penalties.slip(slip.id)
    house = House({"gm": "总经理"}, (Choice(desk.me, "客服主任"),))
    page = RulesPage(tools, rulebook, lambda: desk.by, lambda: house)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    qtbot.waitUntil(page.new_button.isEnabled)
    page.show_rule(Rule.LADDER)
    qtbot.mouseClick(page.new_button, Qt.MouseButton.LeftButton)
    dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, EditionDialog))
    for key, typed in (("low", "300"), ("high", "300"), ("ordinary", ""), ("serious", ""), ("choices", "")):
        box = dialog.editor(f"{RUNG}.{key}")
        assert isinstance(box, QLineEdit)
        box.setFocus()
        box.selectAll()
        qtbot.keyClick(box, Qt.Key.Key_Delete)
        qtbot.keyClicks(box, typed)
    dialog.reason.setPlainText("加重第二次的处分")
    assert dialog.effective_from.day() == today
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(dialog.confirm_publish, Qt.MouseButton.LeftButton)
    assert [edition.number for edition in rulebook.editions(Rule.LADDER)] == [1, 2]
    assert penalties.slip(slip.id) == before
    assert penalties.would_have_been(slip.id) is None  # the rule of that day decides, not today's
    desk.clock.advance(timedelta(days=1))
    again = penalties.decide(desk.walk(today, {"G1": [BADGE_SIDE]}), desk.people["G1"])
    assert again.total == 90_000  # three payers at 300 yuan
