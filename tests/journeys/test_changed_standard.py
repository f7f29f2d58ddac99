"""A standard is rewritten while a round with it is open: the old round keeps its words, a new one has the new."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from tests.hands import type_over
from tests.journeys.flows import CHINESE, found_quickly
from tests.journeys.sitting import Key, Sitting

from qualitydesk.basics.settings import SettingsFile
from qualitydesk.directory.model import EmployeeFilter
from qualitydesk.inspections.model import RoundDraft
from qualitydesk.inspections.ui.standards.editor import PackEditor
from qualitydesk.inspections.ui.standards.item_dialog import ItemDialog
from qualitydesk.inspections.ui.standards_page import StandardsPage
from qualitydesk.kit.prompts import PromptDialog

PACK, ITEM = "appearance_guides", "G-UNI-01"
OLD, NEW = "穿护士服", "穿本院配发的护士服"
Sit = Callable[..., Sitting]


def begin(sitting: Sitting) -> UUID:
    """A patrol of the first guide."""
    by = sitting.desk.by()
    people = sitting.services.directory.people(EmployeeFilter())
    guide = next(one for one in people if one.post_code == "guide" and one.id != by.decided_by)
    assert by.decided_by is not None
    draft = RoundDraft(
        institution_id=guide.institution_id,
        inspector_ids=(by.decided_by,),
        pack_codes=(PACK,),
        employee_ids=(guide.id,),
    )
    return sitting.services.rounds.open_round(draft, by).value


def title_seen(sitting: Sitting, round_id: UUID) -> str:
    sitting.desk.walk(round_id)
    sitting.until(lambda: sitting.desk.page("walk").walker is not None)  # type: ignore[attr-defined]
    sitting.rest()
    assert sitting.item_in_view()[1] == ITEM
    return "new" if NEW in sitting.words() else "old" if OLD in sitting.words() else sitting.words()


def test_a_standard_changed_while_a_round_is_open(sit: Sit, home: Path) -> None:
    found_quickly(home, CHINESE)
    sitting = sit().at_work()
    before = begin(sitting)
    sitting.page("standards")
    page = sitting.window.current_page()
    assert isinstance(page, StandardsPage)
    page.lead_to(PACK, ITEM)
    sitting.rest()
    sitting.control(Key.Key_E)
    editor = sitting.dialog(PackEditor)
    editor.items.table.select_key(ITEM)
    editor.items.table.setFocus()
    sitting.press(Key.Key_Return)
    item = sitting.dialog(ItemDialog)
    type_over(item.title_texts.editors["zh"], NEW)
    type_over(item.title_texts.editors["en"], "The house's own nurse's dress is worn")
    item.code.setFocus()
    sitting.click(QCoreApplication.translate("ItemDialog", "Take over"), item)
    sitting.window.language_wanted.emit("en")
    said = sitting.dialog(PromptDialog)
    assert "正在填写" in said.words() or "保存" in said.words()
    sitting.press(Key.Key_Return)
    assert SettingsFile().current.language == "zh" and editor.isVisible()
    assert sitting.dialog(PackEditor) is editor
    type_over(editor.reason, "新护士服已配发")
    sitting.press(Key.Key_Return)
    sitting.until(lambda: not sitting.dialogs())
    sitting.rest()
    assert page.pack() is not None and page.pack().edition == 3  # type: ignore[union-attr]
    after = begin(sitting)
    assert title_seen(sitting, before) == "old"
    sitting.page("standards")
    assert title_seen(sitting, after) == "new"
    sitting.close()
    again = sit().at_work()
    assert title_seen(again, before) == "old"
    again.page("standards")
    assert title_seen(again, after) == "new"
    again.close()
