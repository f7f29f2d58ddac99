"""The texts of messages: own ones by tier, blanks put in, tried on a made-up person, back to the shipped one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.hands import type_words
from tests.members.test_contacts import Desk, desk
from tests.members.ui.test_contacts_page import CONTROL, key, the_dialog

from qualitydesk.kit.prompts import PromptDialog
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model.contacts import Occasion
from qualitydesk.members.rules.message_texts import text_for
from qualitydesk.members.ui.contact_texts import TextsDialog, open_texts

__all__ = ["desk"]

Shown = Callable[[object], object]
pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def dialog(desk: Desk, tools: Tools, shown: Shown, qtbot: QtBot) -> TextsDialog:
    page = QWidget()
    shown(page)
    open_texts(tools, desk.contacts, desk.clinic.by, page)
    return the_dialog(qtbot, TextsDialog)


def stand_on(dialog: TextsDialog, words: str) -> None:
    (item,) = dialog.list.findItems(words, Qt.MatchFlag.MatchExactly)
    dialog.list.setCurrentItem(item)


def kept(desk: Desk, tier: str) -> str:
    found = text_for(desk.contacts.texts("zh"), Occasion.FESTIVAL, "mid_autumn", tier)
    return found.text if found else ""


def test_a_tier_gets_a_text_of_its_own_and_the_shipped_one_comes_back(
    dialog: TextsDialog, desk: Desk, qtbot: QtBot
) -> None:
    stand_on(dialog, "节日问候 · 中秋节")
    assert dialog.preview.text().startswith("王先生，中秋佳节") and not dialog.back_button.isEnabled()
    dialog.tier.choose("vip")
    dialog.tier.picked.emit("vip")
    dialog.text.selectAll()
    type_words(dialog.text, "尊敬的")
    QTest.mouseClick(dialog.blanks["name"], Qt.MouseButton.LeftButton)
    assert (dialog.text.toPlainText(), dialog.preview.text()) == ("尊敬的{姓名}", "尊敬的王小明")
    key(dialog, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(dialog.back_button.isEnabled)
    assert (kept(desk, "vip"), kept(desk, "gold")[:4]) == ("尊敬的{name}", "{sur")
    key(dialog, Qt.Key.Key_D, CONTROL)
    qtbot.waitUntil(lambda: not dialog.back_button.isEnabled() and dialog.saved.isVisible())
    assert kept(desk, "vip").startswith("{surname}") and dialog.text.toPlainText().startswith("{姓}{称呼}，中秋佳节")
    key(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.isVisible())


def test_a_blank_that_nobody_fills_is_told_and_what_was_typed_is_asked_about(
    dialog: TextsDialog, desk: Desk, qtbot: QtBot
) -> None:
    dialog.text.setFocus()
    type_words(dialog.text, "{age}")
    key(dialog, Qt.Key.Key_Return, CONTROL)
    assert "age" in dialog.problems_shown()["text"]
    at = dialog.list.currentRow()
    stand_on(dialog, "每周问候")
    question = the_dialog(qtbot, PromptDialog)
    key(question, Qt.Key.Key_Return)  # keep editing
    qtbot.waitUntil(lambda: dialog.list.currentRow() == at)
    assert "{age}" in dialog.text.toPlainText()
    dialog._show_text()
    key(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.isVisible())
