"""Places of an institution: kept, refused and shown; on both databases."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.directory.conftest import House, code_of
from tests.directory.test_ui import CTRL, editor, fill, opened, page, save, tools
from tests.hands import in_front

from qualitydesk.basics.errors import Refused
from qualitydesk.directory.model import PlaceDraft, PlaceKind
from qualitydesk.directory.ui import DirectoryPage
from qualitydesk.directory.ui.small_dialogs import PlaceDialog
from qualitydesk.storage import audit

__all__ = ["page", "tools"]
PLACES = 4  # the tab


def test_a_place_is_added_changed_and_put_out_of_use(house: House) -> None:
    directory = house.directory
    first, other = directory.institutions()
    hall = directory.save_place(PlaceDraft(first.id, " 一楼 大厅 ", PlaceKind.HALL), house.by).value
    directory.save_place(PlaceDraft(other.id, "一楼 大厅", PlaceKind.HALL), house.by)
    found = directory.place(hall)
    assert (found.name, found.kind, found.active) == ("一楼 大厅", PlaceKind.HALL, True)
    draft = PlaceDraft(first.id, "大厅", PlaceKind.WAITING_AREA, False, hall, found.revision)
    directory.change_place(draft, house.by)
    assert [place.name for place in directory.places(first.id)] == ["大厅"]
    assert directory.places(first.id, active_only=True) == []
    assert len(directory.places()) == 2
    with pytest.raises(Refused) as stale:
        directory.change_place(draft, house.by)
    assert stale.value.code == "stale"
    assert audit.check(directory._database).broken_at is None


def test_what_is_wrong_with_a_place_is_told(house: House) -> None:
    first, other = house.directory.institutions()
    draft = PlaceDraft(first.id, "大厅", PlaceKind.HALL)
    made = house.directory.add_place(draft, house.by).value
    for wrong, code in (
        (replace(draft, name=" "), "name: name_missing"),
        (replace(draft, name="走廊", institution_id=None), "institution_id: institution_missing"),
        (replace(draft, name="走廊", kind=None), "kind: place_kind_missing"),
        (draft, "name: place_taken"),
        (replace(draft, institution_id=other.id, id=made, revision=1), "institution_id: place_fixed"),
    ):
        with pytest.raises(Refused) as refused:
            house.directory.save_place(wrong, house.by)
        assert code_of(refused) == code


def test_places_are_added_and_opened_by_keyboard(page: DirectoryPage, sqlite_house: House, qtbot: QtBot) -> None:
    page.tabs.setCurrentIndex(PLACES)
    assert page.places.table.empty_words()
    assert in_front(page)
    qtbot.keyClick(page, Qt.Key.Key_N, CTRL)
    dialog = opened(page, PlaceDialog)
    save(qtbot, dialog)
    assert set(dialog.problems_shown()) == {"institution_id", "name", "kind"}
    fill(dialog, institution_id="朝阳", name="大厅", kind="大厅")
    save(qtbot, dialog)
    (place,) = sqlite_house.directory.places()
    assert (place.name, place.kind) == ("大厅", PlaceKind.HALL)
    assert in_front(page)
    page.places.table.setFocus()
    qtbot.keyClick(page.places.table, Qt.Key.Key_Return)
    dialog = opened(page, PlaceDialog)
    assert not editor(dialog, "institution_id").isEnabled()
    fill(dialog, name="一楼大厅", kind="候诊")
    save(qtbot, dialog)
    (place,) = sqlite_house.directory.places()
    assert (place.name, place.kind, place.active) == ("一楼大厅", PlaceKind.WAITING_AREA, True)
