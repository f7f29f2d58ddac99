"""Printers of this computer: which there are, what each can do, and what was chosen for each kind of paper."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from PySide6.QtPrintSupport import QPrintEngine, QPrinter, QPrinterInfo

from qualitydesk.basics.errors import Refused
from qualitydesk.basics.settings import SettingsFile

MOST_COPIES = 99
_CUPS_OPTIONS = 0xFE00  # the key under which Qt's CUPS engine takes options it has no words for, such as the tray
_PATIENCE = 10  # seconds the printing system may take to tell its trays


@dataclass(frozen=True)
class Tray:
    """A paper source by the printer's own key and name."""

    key: str
    words: str


@dataclass(frozen=True)
class PrinterFacts:
    """A printer of the system and what it can do. `two_sided`, `colour`: whether it offers them."""

    name: str
    words: str
    usual: bool
    two_sided: bool
    colour: bool
    trays: tuple[Tray, ...]


@dataclass(frozen=True)
class PrintChoice:
    """How one kind of paper is printed here. Empty `printer`: the system's own choice; empty `tray`: the printer's."""

    printer: str = ""
    tray: str = ""
    copies: int = 1
    two_sided: bool = False
    colour: bool = True


class PrinterBook:
    """What was chosen on this computer, by kind of paper ("" = every other kind); kept in the settings file."""

    def __init__(self, file: SettingsFile) -> None:
        self._file = file

    def choice(self, kind: str) -> PrintChoice:
        """What is to be used for a kind: its own choice, else that for every other kind."""
        kept = self._file.current.printers
        return _read(kept.get(kind)) or _read(kept.get("")) or PrintChoice()

    def own(self, kind: str) -> PrintChoice | None:
        """The kind's own choice, None when it follows the others."""
        return _read(self._file.current.printers.get(kind))

    def remember(self, kind: str, choice: PrintChoice | None) -> None:
        """Keep a choice; None lets the kind follow the others again."""
        kept = {name: one for name, one in self._file.current.printers.items() if name != kind}
        if choice is not None:
            kept[kind] = asdict(choice)
        self._file.change(printers=kept)


def _read(kept: Any) -> PrintChoice | None:
    """A choice as the file keeps it; what has no sense there is passed over."""
    if not isinstance(kept, Mapping):
        return None
    usual = asdict(PrintChoice())
    known = {
        one.name: kept[one.name] for one in fields(PrintChoice) if type(kept.get(one.name)) is type(usual[one.name])
    }
    choice = PrintChoice(**known)
    return choice if 1 <= choice.copies <= MOST_COPIES else PrintChoice(**{**known, "copies": 1})


def printers_there() -> list[PrinterFacts]:
    """The system's printers, the usual one first. Asks the printing system, so only off the GUI thread."""
    usual = QPrinterInfo.defaultPrinterName()
    found = [_facts(info, usual) for info in QPrinterInfo.availablePrinters()]
    return sorted(found, key=lambda one: (not one.usual, one.words.casefold()))


def _facts(info: QPrinterInfo, usual: str) -> PrinterFacts:
    name = info.printerName()
    words = name if info.description() in ("", name) else f"{info.description()} ({name})"
    two_sided = any(mode is not QPrinter.DuplexMode.DuplexNone for mode in info.supportedDuplexModes())
    colour = QPrinter.ColorMode.Color in info.supportedColorModes()
    return PrinterFacts(name, words, name == usual, two_sided, colour, trays_of(info))


def trays_of(info: QPrinterInfo) -> tuple[Tray, ...]:
    """The paper sources a printer names: on Windows by Qt, elsewhere as CUPS lists them; none where nobody tells."""
    sources = getattr(QPrinter, "supportedPaperSources", None)
    if sources is not None:
        return tuple(Tray(str(source.value), source.name) for source in sources(QPrinter(info)))
    program = shutil.which("lpoptions")
    if program is None:
        return ()
    try:
        told = subprocess.run(
            [program, "-p", info.printerName(), "-l"],
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=_PATIENCE,
            check=False,
        ).stdout
    except (OSError, subprocess.TimeoutExpired):
        return ()
    return trays_in(told)


def trays_in(told: str) -> tuple[Tray, ...]:
    """The trays in what `lpoptions -l` prints: `InputSlot/Media Source: *Auto Upper Lower`."""
    for line in told.splitlines():
        name, _, keys = line.partition(":")
        if name.split("/")[0] in ("InputSlot", "media-source"):
            return tuple(Tray(key.lstrip("*"), key.lstrip("*")) for key in keys.split())
    return ()


def printer_for(choice: PrintChoice, title: str) -> QPrinter:
    """Qt's printer, set as chosen. Asks the printing system: off the GUI thread. Refused: printer_gone, no_printer."""
    name = choice.printer or QPrinterInfo.defaultPrinterName() or next(iter(QPrinterInfo.availablePrinterNames()), "")
    if not name:
        raise Refused("no_printer")
    info = QPrinterInfo.printerInfo(name)
    if info.isNull():
        raise Refused("printer_gone", printer=name)
    printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    if not printer.isValid():
        raise Refused("printer_gone", printer=name)
    printer.setDocName(title)
    printer.setCopyCount(choice.copies)
    modes = QPrinter.DuplexMode
    printer.setDuplex(modes.DuplexLongSide if choice.two_sided else modes.DuplexNone)
    printer.setColorMode(QPrinter.ColorMode.Color if choice.colour else QPrinter.ColorMode.GrayScale)
    _set_source(printer, choice)
    return printer


def _set_source(printer: QPrinter, choice: PrintChoice) -> None:
    if hasattr(QPrinter, "supportedPaperSources"):
        if choice.tray.isdigit():
            printer.setPaperSource(QPrinter.PaperSource(int(choice.tray)))
        return
    options = ["InputSlot", choice.tray] if choice.tray else []
    options += ["print-color-mode", "color" if choice.colour else "monochrome"]
    printer.printEngine().setProperty(QPrintEngine.PrintEnginePropertyKey(_CUPS_OPTIONS), options)
