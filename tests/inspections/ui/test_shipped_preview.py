"""Every pack that ships, previewed as on a round in both languages and both sizes of letters: nothing is cut off.

The preview is as large as on a screen of 1366 × 768. A text longer than its room is reached by PgDn.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from qualitydesk.basics.places import shipped
from qualitydesk.inspections.model import Pack
from qualitydesk.inspections.rules.pack_format import parse_pack
from qualitydesk.inspections.ui.item_card import ItemCard
from qualitydesk.inspections.ui.pack_preview import PackPreview
from qualitydesk.kit.look import Look
from qualitydesk.kit.theme import BIG, SIZES

SCREEN = (1366, 768)
CODES = sorted(path.stem for path in shipped("resources/standards").glob("*.toml") if path.stem != "coverage")


@cache
def _pack(code: str) -> Pack:
    return parse_pack(shipped(f"resources/standards/{code}.toml").read_text(encoding="utf-8"), code)


@pytest.fixture(scope="module", params=[False, True], ids=["ordinary", "large"])
def big(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[bool]:
    """The application dressed once for all packs: in ordinary or in larger letters."""
    look = Look(qapp, "light", big_type=request.param)
    yield request.param
    qapp.setStyleSheet("")
    look.deleteLater()


def settle(card: ItemCard) -> None:
    """Let the texts take their room."""
    for _ in range(2):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        card.widget().layout().activate()


def cut_off(card: ItemCard) -> list[str]:
    """The words on the card that do not have the room they need, or lie where nobody can get."""
    inside, view = card.widget(), card.viewport()
    faults = []
    if inside.minimumSizeHint().width() > view.width():
        faults.append(f"wider than the card: {inside.minimumSizeHint().width()} px")
    if card.verticalScrollBar().maximum() + view.height() < inside.height():
        faults.append("the end cannot be reached")
    whole = QRect(QPoint(), inside.size())
    for shown in inside.findChildren(QLabel):
        if shown.isHidden() or not shown.text():
            continue
        place = QRect(shown.mapTo(inside, QPoint()), shown.size())
        needed = shown.heightForWidth(shown.width()) if shown.wordWrap() else shown.sizeHint().height()
        if needed > shown.height() or not whole.contains(place):
            faults.append(shown.text())
    return faults


@pytest.mark.parametrize("code", CODES)
def test_no_text_of_a_shipped_pack_is_cut_off(big: bool, code: str) -> None:
    pack = _pack(code)
    for language in ("zh", "en"):
        preview = PackPreview(pack, language)
        assert preview.width() <= SCREEN[0] and preview.height() <= SCREEN[1] - 80
        preview.show()
        faults = {}
        for item in pack.items:
            settle(preview.card)
            assert preview.card.title_words() == item.title[language]
            if found := cut_off(preview.card):
                faults[item.code] = found
            bar = preview.card.verticalScrollBar()
            for _ in range(20):
                if bar.value() == bar.maximum():
                    break
                QTest.keyClick(preview, Qt.Key.Key_PageDown)
            if bar.value() != bar.maximum():
                faults.setdefault(item.code, []).append("PgDn does not reach the end")
            preview.step(+1)
        preview.close()
        preview.deleteLater()
        assert faults == {}
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_item_being_walked_is_set_in_22_points_and_larger_in_large_letters(big: bool) -> None:
    preview = PackPreview(_pack(CODES[0]), "zh")
    preview.show()
    wanted = next(one for one in preview.card.widget().findChildren(QLabel) if one.property("role") == "item")
    assert wanted.font().pointSizeF() == pytest.approx(BIG.item if big else SIZES.item)
    assert SIZES.item == 22
    preview.close()
    preview.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
