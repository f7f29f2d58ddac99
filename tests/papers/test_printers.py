"""What is remembered of printers on this computer, and what the printing system's own words are read as."""

from __future__ import annotations

import json
from pathlib import Path

from qualitydesk.basics.settings import SettingsFile
from qualitydesk.papers.ui.printers import PrintChoice, PrinterBook, Tray, trays_in


def test_a_kind_follows_the_other_papers_until_it_has_a_choice_of_its_own(tmp_path: Path) -> None:
    book = PrinterBook(SettingsFile(tmp_path / "settings.json"))
    assert book.choice("slip") == PrintChoice()
    book.remember("", PrintChoice("office", copies=2))
    assert book.choice("slip").printer == "office" and book.own("slip") is None
    book.remember("slip", PrintChoice("cellar", "Lower", 4, True, False))
    again = PrinterBook(SettingsFile(tmp_path / "settings.json"))
    assert again.choice("slip") == PrintChoice("cellar", "Lower", 4, True, False)
    assert again.choice("inspection_report").printer == "office"
    again.remember("slip", None)
    assert PrinterBook(SettingsFile(tmp_path / "settings.json")).choice("slip").printer == "office"


def test_what_has_no_sense_in_the_settings_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    kept = {"slip": {"printer": 7, "tray": "Lower", "copies": 4000, "colour": "yes", "more": 1}, "": ["office"]}
    path.write_text(json.dumps({"printers": kept}), encoding="utf-8")
    book = PrinterBook(SettingsFile(path))
    assert book.choice("slip") == PrintChoice(tray="Lower")
    assert book.choice("checklist") == PrintChoice()


def test_trays_are_read_from_what_the_printing_system_lists() -> None:
    told = "PageSize/Media Size: *A4 A5\nInputSlot/Media Source: Auto *Upper Lower\nDuplex/2-Sided: *None\n"
    assert trays_in(told) == (Tray("Auto", "Auto"), Tray("Upper", "Upper"), Tray("Lower", "Lower"))
    assert trays_in("lpoptions: Unable to get PPD file\n") == ()
    assert trays_in("") == ()
