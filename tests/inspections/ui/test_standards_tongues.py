"""The editor of packs speaks the session's language first, in words; the other language unfolds."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot
from tests.builders import Group
from tests.hands import in_front, type_words

from qualitydesk.inspections.ui.standards.editor import PackEditor
from qualitydesk.inspections.ui.standards.item_dialog import ItemDialog
from qualitydesk.inspections.ui.standards_page import StandardsPage

CTRL = Qt.KeyboardModifier.ControlModifier


def test_texts_stand_in_the_sessions_language_and_the_other_unfolds_by_a_key_or_when_left_behind(
    standards_page: StandardsPage, editor: PackEditor, qtbot: QtBot
) -> None:
    chinese, english = (editor.field_row(f"purpose.{one}") for one in ("zh", "en"))
    assert not chinese.right.isHidden() and english.right.isHidden()
    assert chinese.caption.text() == "Purpose *" and "English" in english.caption.text()
    type_words(editor.purpose.editors["zh"], "补充")
    assert not english.right.isHidden() and editor.field_row("name.en").right.isHidden()
    assert in_front(editor)
    QTest.keyClick(editor.reason, Qt.Key.Key_L, CTRL)
    assert not editor.field_row("name.en").right.isHidden()
    item = editor.items.edit(editor.items.items[0])
    assert not item.field_row("why.en").right.isHidden(), "as in the editor"
    assert in_front(item)
    QTest.keyClick(item.weight, Qt.Key.Key_L, CTRL)
    assert item.field_row("why.en").right.isHidden() and not editor.tongue.tick.isChecked()
    item.why.editors["en"].blockSignals(True)
    item.why.editors["en"].clear()
    item.save_button.click()
    assert item.problems_shown() == {"why.en": "请填写。"} and not item.field_row("why.en").right.isHidden()


def test_the_editor_shows_words_and_codes_only_of_items(
    standards_page: StandardsPage, editor: PackEditor, house: Group
) -> None:
    item = ItemDialog(
        editor.tools, editor.items.items[0], editor.items.items[0], editor.pack_now(), (), {"guide": "导医"}, editor
    )
    shown = " ".join(
        [entry.text() for entry in item.posts.findChildren(QListWidget)[0].findItems("", Qt.MatchFlag.MatchContains)]
        + [one.currentText() for one in (item.rule, item.kind, item.group, item.gravity)]
    )
    assert "导医" in shown and "guide" not in shown and item.rule.currentText() == "The ladder of sanctions"
    item.source.setText("002 §7.1 + ours")
    assert item.field_row("source").hint.text() == "集团制度文件 002，第 7.1 条；判定尺度由本系统自定"
    assert item.read_draft().rule == "ladder" and item.read_draft().source == "002 §7.1 + ours"
    item.posts._search.setText("guide")  # who knows the code still finds it
    assert not item.posts.findChildren(QListWidget)[0].item(0).isHidden()
