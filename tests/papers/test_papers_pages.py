"""Settings → letterheads and printers, and the print window, by keys and clicks."""

from __future__ import annotations

import os
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from tests.kit.inline import InlineOperations

from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.errors import Refused
from qualitydesk.basics.settings import SettingsFile
from qualitydesk.kit.look import Look
from qualitydesk.kit.prompts import Prompts
from qualitydesk.kit.tools import Tools
from qualitydesk.kit.windows import WindowPlaces
from qualitydesk.papers.model import Owner
from qualitydesk.papers.service import Letterheads
from qualitydesk.papers.ui.letterhead_dialog import LetterheadDialog, picture_in
from qualitydesk.papers.ui.letterheads_page import LetterheadsPage
from qualitydesk.papers.ui.print_dialog import PrintDialog, PrintOrder
from qualitydesk.papers.ui.printers import PrintChoice, PrinterBook, PrinterFacts, Tray
from qualitydesk.papers.ui.printers_page import KindDialog, PrintersPage
from qualitydesk.papers.ui.saving import write_file
from qualitydesk.printing.pages import page_texts
from qualitydesk.storage.database import Database
from qualitydesk.storage.files import FileStore

GROUP = Owner(UUID(int=1), "和颐医疗集团", True, "和颐医疗集团")
CLINIC = Owner(UUID(int=2), "北京和颐医院", False, "和颐医疗集团")
BY = By.alone(UUID(int=9))
OFFICE = PrinterFacts("office", "office", True, True, True, (Tray("Upper", "Upper"), Tray("Lower", "Lower")))
CELLAR = PrinterFacts("cellar", "cellar", False, False, True, ())


@pytest.fixture
def desk(look: Look, tmp_path: Path) -> Tools:
    """Tools whose road runs everything at once."""
    return Tools(InlineOperations(), Prompts("zh"), WindowPlaces(SettingsFile(tmp_path / "s.json")), "zh")


@pytest.fixture
def letterheads(sqlite_database: Database, files: FileStore, clock: FixedClock) -> Letterheads:
    return Letterheads(sqlite_database, files, clock)


@pytest.fixture
def page(qtbot: Any, desk: Tools, letterheads: Letterheads) -> LetterheadsPage:
    made = LetterheadsPage(desk, letterheads, lambda: [GROUP, CLINIC], lambda: BY)
    qtbot.addWidget(made)
    made.resize(1100, 640)
    made.show()
    return made


def dialog_over(page: QWidget, kind: type[QDialog]) -> Any:
    found = [one for one in page.findChildren(kind) if one.isVisible()]
    assert found, f"no {kind.__name__}"
    return found[-1]


def a_logo(path: Path) -> Path:
    Image.new("RGB", (300, 150), "#0F766E").save(path)
    return path


def test_a_letterhead_is_edited_and_the_preview_follows(
    qtbot: Any, page: LetterheadsPage, letterheads: Letterheads, tmp_path: Path
) -> None:
    assert [row.owner.name for row in page.houses.all_rows()] == ["和颐医疗集团", "北京和颐医院"]
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    dialog = dialog_over(page, LetterheadDialog)
    dialog.house.setText("和颐口腔")
    dialog.address.setText("分院街 2 号")
    dialog.logo_box.take(a_logo(tmp_path / "logo.png"))
    assert dialog.logo_box.logo and dialog.logo_box.drop_button.isEnabled()
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    kept = letterheads.all()[CLINIC.id]
    assert (kept.name, kept.address, bool(kept.logo)) == ("和颐口腔", "分院街 2 号", True)
    assert "和颐口腔" in page_texts(page.preview._pdf)[0]
    assert page.houses.all_rows()[1].found == kept


def test_what_is_no_picture_is_told_beside_the_logo(
    page: LetterheadsPage, letterheads: Letterheads, tmp_path: Path
) -> None:
    page.edit()
    dialog = dialog_over(page, LetterheadDialog)
    (tmp_path / "logo.png").write_text("no picture")
    dialog.logo_box.take(tmp_path / "logo.png")
    assert "PNG" in dialog.problems_shown()["logo"]
    dialog.logo_box.take(tmp_path / "missing.png")
    assert "missing.png" in dialog.problems_shown()["logo"]
    dialog.logo_box.take(a_logo(tmp_path / "logo.jpg"))
    assert "logo" not in dialog.problems_shown() and dialog.logo_box.logo


def test_a_text_too_long_is_told_beside_its_field(qtbot: Any, page: LetterheadsPage, letterheads: Letterheads) -> None:
    page.edit()
    dialog = dialog_over(page, LetterheadDialog)
    dialog.house.setText("长" * 61)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert "60" in dialog.problems_shown()["name"] and letterheads.all() == {}


def test_a_drawing_becomes_dots_and_a_broken_one_is_refused(qapp: QApplication, tmp_path: Path) -> None:
    drawing = tmp_path / "logo.svg"
    drawing.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><rect width="80" height="40" fill="red"/></svg>'
    )
    with Image.open(BytesIO(picture_in(drawing))) as image:
        assert image.size == (1200, 600) and image.convert("RGB").getpixel((600, 300)) == (255, 0, 0)
    drawing.write_text("no drawing")
    with pytest.raises(Refused) as refused:
        picture_in(drawing)
    assert refused.value.code == "logo_no_picture"


def printers_page(qtbot: Any, desk: Tools, there: Sequence[PrinterFacts]) -> PrintersPage:
    made = PrintersPage(desk)
    qtbot.addWidget(made)
    made.resize(1100, 640)
    made.show()
    made._found(there)
    return made


def test_each_kind_of_paper_takes_its_own_printer_and_goes_back(qtbot: Any, desk: Tools) -> None:
    page = printers_page(qtbot, desk, [OFFICE, CELLAR])
    page.table.selectRow(0)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    dialog = dialog_over(page, KindDialog)
    dialog.fields.printer.choose("office")
    dialog.fields.printer.picked.emit("office")
    dialog.fields.tray.choose("Lower")
    dialog.fields.copies.setValue(4)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert PrinterBook(desk.places.file).own("slip") == PrintChoice("office", "Lower", 4)
    assert page.kinds.all_rows()[0].own is not None
    page.change()
    qtbot.mouseClick(dialog_over(page, KindDialog).back_button, Qt.MouseButton.LeftButton)
    assert PrinterBook(desk.places.file).own("slip") is None


def test_no_printer_is_said_and_a_lost_one_is_marked(qtbot: Any, desk: Tools) -> None:
    PrinterBook(desk.places.file).remember("slip", PrintChoice("attic"))
    page = printers_page(qtbot, desk, [])
    assert page.found.isVisible() and "PDF" in page.found.words()
    page._found([OFFICE])
    assert "attic" in page._printer(page.kinds.all_rows()[0]) and page._tone(page.kinds.all_rows()[0]) == "warning"


def print_dialog(qtbot: Any, desk: Tools, window: QWidget, there: Sequence[PrinterFacts]) -> PrintDialog:
    made = PrintDialog(desk, PrinterBook(desk.places.file), "slip", 8, window)
    made.open()
    made.show_printers(there)
    return made


def test_the_print_window_remembers_what_is_chosen_for_the_kind(qtbot: Any, desk: Tools, window: QWidget) -> None:
    dialog = print_dialog(qtbot, desk, window, [OFFICE, CELLAR])
    orders: list[PrintOrder] = []
    dialog.ordered.connect(orders.append)
    dialog.fields.printer.choose("office")
    dialog.fields.printer.picked.emit("office")
    dialog.fields.tray.choose("Upper")
    dialog.fields.two_sided.setChecked(True)
    dialog.first.setValue(2)
    dialog.last.setValue(3)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert orders == [PrintOrder(PrintChoice("office", "Upper", 1, True), 2, 3)]
    assert PrinterBook(desk.places.file).choice("slip") == orders[0].choice


def test_a_printer_that_cannot_print_both_sides_is_not_asked_to(qtbot: Any, desk: Tools, window: QWidget) -> None:
    PrinterBook(desk.places.file).remember("slip", PrintChoice("cellar", two_sided=True))
    dialog = print_dialog(qtbot, desk, window, [OFFICE, CELLAR])
    assert not dialog.fields.two_sided.isEnabled() and not dialog.fields.choice().two_sided
    assert not dialog.fields.tray.isEnabled()


def test_pages_the_wrong_way_round_are_told(qtbot: Any, desk: Tools, window: QWidget) -> None:
    dialog = print_dialog(qtbot, desk, window, [OFFICE])
    dialog.first.setValue(5)
    dialog.last.setValue(2)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert dialog.isVisible() and "pages" in dialog.problems_shown()


def test_without_a_printer_a_file_is_offered(qtbot: Any, desk: Tools, window: QWidget) -> None:
    dialog = print_dialog(qtbot, desk, window, [])
    assert not dialog.save_button.isEnabled() and dialog.nothing.isVisible()
    with qtbot.waitSignal(dialog.file_wanted):
        qtbot.mouseClick(dialog.none_button, Qt.MouseButton.LeftButton)


def test_a_full_disk_and_a_folder_that_is_none_leave_the_old_file(tmp_path: Path) -> None:
    old = tmp_path / "paper.pdf"
    old.write_bytes(b"old")
    with pytest.raises(Refused) as refused:
        write_file(tmp_path / "missing" / "paper.pdf", b"new")
    assert refused.value.code == "paper_not_saved"
    if Path("/dev/full").exists():
        (tmp_path / f".paper.pdf.{os.getpid()}.new").symlink_to("/dev/full")
        with pytest.raises(Refused) as refused:
            write_file(old, b"new" * 100)
        assert refused.value.code == "paper_disk_full"
    assert old.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["paper.pdf"]
