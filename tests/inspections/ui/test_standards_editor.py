"""The editor of packs: typed fields, problems beside them, items added, moved, retired; nothing typed is lost."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.builders import Group
from tests.hands import in_front, type_over, type_words
from tests.inspections.ui.conftest import Shown, opened

from qualitydesk.inspections.model import AnswerKind, Limit, PackKind, Target
from qualitydesk.inspections.model.editions import PackDraft
from qualitydesk.inspections.ui.pack_preview import PackPreview
from qualitydesk.inspections.ui.standards.editor import Offered, PackEditor
from qualitydesk.inspections.ui.standards.item_dialog import ItemDialog
from qualitydesk.inspections.ui.standards.sections_dialog import SectionsDialog
from qualitydesk.inspections.ui.standards_page import StandardsPage
from qualitydesk.kit.prompts import PromptDialog
from qualitydesk.kit.tools import Tools

CTRL = Qt.KeyboardModifier.ControlModifier


def newest(house: Group, code: str = "walk") -> object:
    return next(pack for pack in house.standards.all_packs() if pack.code == code)


def answer(page: StandardsPage, words: str, qtbot: QtBot) -> str:
    """Press a button of the question that stands open; its words."""
    qtbot.waitUntil(lambda: bool(page.findChildren(PromptDialog)))
    question = page.findChildren(PromptDialog)[-1]
    told = question.words()
    made = next(one for one in question.findChildren(QPushButton) if one.text() == words)
    qtbot.mouseClick(made, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: question not in page.findChildren(PromptDialog))
    return told


def beside(dialog: SectionsDialog, name: str, qtbot: QtBot) -> QPushButton:
    """A button of a heading by its accessible name, once the layout has shown it."""

    def found() -> list[QPushButton]:
        return [one for one in dialog.findChildren(QPushButton) if one.accessibleName() == name and one.isVisible()]

    qtbot.waitUntil(lambda: bool(found()))
    return found()[0]


def put(dialog: ItemDialog, name: str, zh: str, en: str) -> None:
    for language, text in (("zh", zh), ("en", en)):
        line = dialog.field_row(f"{name}.{language}").editor
        line.setFocus()
        line.selectAll()
        type_words(line, text)


def test_an_item_is_changed_by_keys_and_saved_as_a_new_edition(
    standards_page: StandardsPage, editor: PackEditor, house: Group, qtbot: QtBot
) -> None:
    editor.items.table.setFocus()
    editor.items.table.select_key("WALK-02")
    QTest.keyClick(editor.items.table, Qt.Key.Key_Return)
    item = opened(standards_page, ItemDialog, qtbot)
    assert not item.code.isEnabled() and item.code.text() == "WALK-02"
    item.weight.setFocus()
    item.weight.selectAll()
    QTest.keyClicks(item.weight, "5")
    QTest.keyClick(item.weight, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not item.isVisible())
    assert editor.items.current().weight == 5 and editor.items.rows.index(1, 4).data() == "Changed"
    type_over(editor.reason, "按季度复核")
    QTest.keyClick(editor.reason, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: newest(house).edition == 2)
    assert newest(house).items[1].weight == 5
    qtbot.waitUntil(lambda: standards_page.pack().edition == 2)
    assert house.standards.editions("walk")[0].reason == "按季度复核"


def test_what_is_missing_stands_beside_its_field_and_nothing_is_saved(editor: PackEditor, house: Group) -> None:
    editor.name.editors["en"].clear()
    editor.save_button.click()
    assert editor.problems_shown() == {"name.en": "请填写。", "reason": "请填写。"}
    assert newest(house).edition == 1 and editor.isVisible()


def test_limit_fields_are_offered_only_where_they_apply(
    standards_page: StandardsPage, editor: PackEditor, qtbot: QtBot
) -> None:
    item = editor.items.edit(editor.items.items[0])
    assert in_front(item)
    assert item.field_row("limit.high").right.isHidden()
    type_over(item.kind, "实测")
    assert not item.field_row("limit.high").right.isHidden()
    item.save_button.click()
    assert item.problems_shown() == {"limit.low": "实测项必须填写限值。"}
    QTest.keyClicks(item.limit.low, "5")
    QTest.keyClicks(item.limit.high, "abc")
    item.save_button.click()
    assert item.problems_shown() == {"limit.high": "请填写数字。"}
    item.limit.high.clear()
    QTest.keyClicks(item.limit.high, "3")
    item.save_button.click()
    assert "大于上限" in str(item.problems_shown())
    item.limit.low.clear()
    item.limit.unit.set_unit("rings")
    item.save_button.click()
    qtbot.waitUntil(lambda: not item.isVisible())
    assert editor.items.items[0].limit == Limit(None, 3, "rings")
    assert editor.items.items[0].kind is AnswerKind.MEASURED


def test_another_meaning_under_the_same_code_is_warned_of_and_may_get_a_new_code(
    standards_page: StandardsPage, editor: PackEditor, house: Group, qtbot: QtBot
) -> None:
    item = editor.items.edit(editor.items.items[3])
    assert item.meaning.isHidden()
    put(item, "title", "桌面没有杂物", "The desk is tidy")
    assert not item.meaning.isHidden() and "the wanted state" in item.meaning.words()
    qtbot.mouseClick(item.new_code_button, Qt.MouseButton.LeftButton)
    assert item.code.text() == "WALK-05" and item.code.isEnabled() and item.meaning.isHidden()
    item.save_button.click()
    qtbot.waitUntil(lambda: not item.isVisible())
    assert [one.code for one in editor.items.items] == ["WALK-01", "WALK-02", "WALK-03", "WALK-05"]


def test_saving_a_changed_meaning_asks_first(
    standards_page: StandardsPage, editor: PackEditor, house: Group, qtbot: QtBot
) -> None:
    item = editor.items.edit(editor.items.items[3])
    put(item, "title", "桌面没有杂物", "The desk is tidy")
    item.save_button.click()
    assert editor.items.rows.index(3, 4).data() == "Another meaning?"
    type_over(editor.reason, "改写")
    editor.save_button.click()
    assert "WALK-04" in answer(standards_page, "Back to the draft", qtbot)
    assert newest(house).edition == 1
    editor.save_button.click()
    answer(standards_page, "Save all the same", qtbot)
    qtbot.waitUntil(lambda: newest(house).edition == 2)


def test_one_language_changed_keeps_the_other_asked_for(
    standards_page: StandardsPage, editor: PackEditor, qtbot: QtBot
) -> None:
    item = editor.items.edit(editor.items.items[0])
    chinese, english = (item.field_row(f"standard.{one}") for one in ("zh", "en"))
    assert english.hint.isHidden()
    chinese.editor.setFocus()
    type_words(chinese.editor, "补充")
    assert "is the English still right?" in english.hint.text() and chinese.hint.isHidden()
    item.save_button.click()
    assert "English" in editor.items.rows.index(0, 4).data()
    type_over(editor.reason, "补充说明")
    editor.save_button.click()
    assert "Look at the English text" in answer(standards_page, "Back to the draft", qtbot)


def test_items_are_added_copied_moved_and_retired_with_keys(
    standards_page: StandardsPage, editor: PackEditor, house: Group, qtbot: QtBot
) -> None:
    editor.items.table.select_key("WALK-01")
    QTest.keyClick(editor, Qt.Key.Key_N, CTRL)
    item = opened(standards_page, ItemDialog, qtbot)
    assert item.code.text() == "WALK-05"
    item.save_button.click()
    assert set(item.problems_shown()) == {
        f"{one}.{lang}" for one in ("title", "standard", "why") for lang in ("zh", "en")
    }
    for name in ("title", "standard", "why"):
        put(item, name, "候诊区安静。", "The waiting area is quiet.")
    item.save_button.click()
    assert [one.code for one in editor.items.items][:2] == ["WALK-01", "WALK-05"]
    assert in_front(editor)
    QTest.keyClick(editor, Qt.Key.Key_D, CTRL)
    copy = opened(standards_page, ItemDialog, qtbot)
    assert copy.code.text() == "WALK-06" and copy.title_texts.texts()["zh"] == "候诊区安静。"
    QTest.keyClick(copy, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not copy.isVisible())
    assert in_front(editor)
    QTest.keyClick(editor, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [one.code for one in editor.items.items][:2] == ["WALK-05", "WALK-01"]
    editor.items.table.select_key("WALK-02")
    QTest.keyClick(editor, Qt.Key.Key_Delete, CTRL)
    assert "never given to another item" in answer(standards_page, "Retire", qtbot)
    assert [one.code for one in editor.items.items] == ["WALK-05", "WALK-01", "WALK-03", "WALK-04"]
    type_over(editor.reason, "增减")
    editor.save_button.click()
    assert editor.problems_shown()["sections"] == "该小节下没有检查项，请添加检查项或删去小节。"
    dialog = editor.edit_sections()
    assert in_front(dialog)
    qtbot.mouseClick(beside(dialog, "Remove 2", qtbot), Qt.MouseButton.LeftButton)
    dialog.save_button.click()
    editor.save_button.click()
    assert editor.problems_shown() == {}
    qtbot.waitUntil(lambda: newest(house).edition == 2)
    assert [one.code for one in newest(house).items] == ["WALK-05", "WALK-01", "WALK-03", "WALK-04"]


def test_an_item_moved_over_the_end_of_its_section_goes_into_the_next(editor: PackEditor) -> None:
    assert [one.section for one in editor.items.items] == ["s0", "s1", "s2", "s3"]
    editor.items.table.select_key("WALK-02")
    editor.items.move_item(-1)
    assert [(one.code, one.section) for one in editor.items.items][:2] == [("WALK-01", "s0"), ("WALK-02", "s0")]
    editor.items.move_item(-1)
    assert [one.code for one in editor.items.items][:2] == ["WALK-02", "WALK-01"]


def test_sections_are_named_in_both_languages_and_ordered(editor: PackEditor, qtbot: QtBot) -> None:
    dialog = editor.edit_sections()
    assert in_front(dialog)
    assert isinstance(dialog, SectionsDialog)
    dialog.add()
    dialog.save_button.click()
    assert dialog.problems_shown() == {"": "每个小节的中文和英文名称都要填写。"}
    for line, words in zip(dialog._editors[-1][1], ("收尾", "Closing"), strict=True):
        type_words(line, words)
    qtbot.mouseClick(beside(dialog, "Up 2", qtbot), Qt.MouseButton.LeftButton)
    dialog.save_button.click()
    pack = editor.pack_now()
    assert list(pack.sections) == ["s1", "s0", "s2", "s3", "s4"] and pack.sections["s4"]["en"] == "Closing"
    assert [one.code for one in pack.items] == ["WALK-02", "WALK-01", "WALK-03", "WALK-04"]


def test_the_draft_is_previewed_before_it_is_saved(
    standards_page: StandardsPage, editor: PackEditor, qtbot: QtBot
) -> None:
    item = editor.items.edit(editor.items.items[2])
    put(item, "title", "桌面没有杂物", "The desk is tidy")
    item.save_button.click()
    assert in_front(editor)
    QTest.keyClick(editor, Qt.Key.Key_P, CTRL)
    preview = opened(standards_page, PackPreview, qtbot)
    assert preview.card.title_words() == "桌面没有杂物"


def test_a_draft_is_never_lost_unasked(
    standards_page: StandardsPage, editor: PackEditor, house: Group, qtbot: QtBot
) -> None:
    assert standards_page.may_leave()
    type_over(editor.reason, "草稿")
    assert not standards_page.may_leave()
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert "has not been saved" in answer(standards_page, "Keep editing", qtbot)
    assert editor.isVisible() and editor.reason.text() == "草稿"
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    answer(standards_page, "Discard", qtbot)
    qtbot.waitUntil(lambda: not standards_page.findChildren(PackEditor))
    assert standards_page.may_leave() and newest(house).edition == 1


def test_somebody_elses_edition_meanwhile_costs_no_word(
    standards_page: StandardsPage, editor: PackEditor, house: Group, qtbot: QtBot
) -> None:
    house.standards.save_edition(PackDraft(replace(newest(house), minutes=8), 1, "别人改的"), house.by())
    editor.minutes.setValue(6)
    type_over(editor.reason, "我改的")
    editor.save_button.click()
    qtbot.waitUntil(lambda: "Edition 2 was saved" in editor.problems_shown().get("", ""))
    assert editor.minutes.value() == 6 and editor.reason.text() == "我改的"
    editor.save_button.click()
    qtbot.waitUntil(lambda: newest(house).edition == 3)
    assert newest(house).minutes == 6


def test_a_place_has_neither_sex_nor_posts(editor: PackEditor) -> None:
    editor.posts.choose(["guide"])
    type_over(editor.target, "Places")
    assert editor.field_row("posts").right.isHidden() and editor.field_row("sex").right.isHidden()
    pack = editor.pack_now()
    assert (pack.target, pack.posts, pack.sex) == (Target.PLACE, (), None)


def new_pack(page: StandardsPage, turn: int, qtbot: QtBot) -> PackEditor:
    QTest.keyClick(page, Qt.Key.Key_N, CTRL)
    question = page.findChildren(PromptDialog)[-1]
    question.findChild(QListWidget).setCurrentRow(turn)
    QTest.keyClick(question, Qt.Key.Key_Return)
    return opened(page, PackEditor, qtbot)  # type: ignore[return-value]


def test_a_pack_is_written_from_nothing(standards_page: StandardsPage, house: Group, qtbot: QtBot) -> None:
    editor = new_pack(standards_page, 0, qtbot)
    editor.save_button.click()
    assert {"code", "name.zh", "name.en", "purpose.zh", "purpose.en", "sections", "reason"} <= set(
        editor.problems_shown()
    )
    for line, words in (
        (editor.code, "front_desk"), (editor.name.editors["zh"], "前台"), (editor.name.editors["en"], "Front desk"),
        (editor.reason, "前台也要检查"),
    ):  # fmt: skip
        type_over(line, words)
    for language, words in (("zh", "检查前台。"), ("en", "The front desk.")):
        type_words(editor.purpose.editors[language], words)
    type_over(editor.kind, "流程观察")
    qtbot.mouseClick(editor.items.add_button, Qt.MouseButton.LeftButton)  # no heading yet: one is asked for first
    dialog = opened(standards_page, SectionsDialog, qtbot)
    for line, words in zip(dialog._editors[0][1], ("迎接", "Welcome"), strict=True):
        type_words(line, words)
    dialog.save_button.click()
    item = editor.items.add()
    assert item.code.text() == "O-FD-01" and item.kind.chosen() == AnswerKind.STEP
    for name in ("title", "standard", "why"):
        put(item, name, "起身迎接。", "Stands up.")
    item.save_button.click()
    editor.save_button.click()
    qtbot.waitUntil(lambda: standards_page.pack() is not None and standards_page.pack().code == "front_desk")
    pack = newest(house, "front_desk")
    assert (pack.edition, pack.kind, pack.items[0].code, pack.minutes) == (1, PackKind.PROCESS, "O-FD-01", 5)


def test_a_copy_has_codes_of_its_own(standards_page: StandardsPage, house: Group, qtbot: QtBot) -> None:
    editor = new_pack(standards_page, 1, qtbot)
    assert editor.code.text() == "walk_2" and editor.items.items[0].code == "O-W2-01"
    type_over(editor.reason, "另做一份")
    editor.save_button.click()
    qtbot.waitUntil(lambda: "walk_2" in {pack.code for pack in house.standards.packs()})
    assert len(newest(house, "walk_2").items) == 4


def _ended(dialog: QWidget) -> None:
    """At once: hundreds left to the end of the test would all be styled anew with each further one."""
    dialog.deleteLater()
    QApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)


def test_opening_a_pack_and_its_items_changes_nothing(
    tools: Tools, house: Group, shown: Shown, qtbot: QtBot, standards_page: StandardsPage
) -> None:
    """Whatever the format can hold goes through the fields unharmed, also posts the group has not got."""
    house.standards.adopt_shipped(house.by())
    pack = newest(house)
    odd = replace(
        pack.items[0], kind=AnswerKind.STEP, limit=Limit(0.125, 1234567.25, "刻"), posts=("tea_master", "guide")
    )
    odd = replace(odd, cut_off={"zh": "", "en": ""}, season="winter", sex="male", replaces=("W-HAIR-05", "W-HAIR-06"))
    pack = replace(pack, items=(odd, *pack.items[1:]), posts=("tea_master", "guide"), pass_mark=0.905)
    house.standards.save_edition(PackDraft(pack, 1, "试"), house.by())
    offered = Offered(house.standards.used(), frozenset(), {"guide": "导医", "nurse": "护士"})
    seen = 0
    for one in house.standards.all_packs():
        editor = PackEditor(tools, house.standards, one, one, offered, house.by, standards_page)
        assert editor.pack_now() == one, one.code
        for item in one.items[:: 1 if one.code == "walk" else 3]:
            dialog = ItemDialog(tools, item, item, one, offered.used, offered.posts, editor)
            assert dialog.read_draft() == item, item.code
            assert list(dialog.problems_in(item)) == [] and dialog.meaning.isHidden()
            _ended(dialog)
            seen += 1
        _ended(editor)
    assert seen > 40
