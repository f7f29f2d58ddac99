"""The fields of a print choice: printer, tray, copies, both sides, colour; used when printing and in the settings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QCheckBox

from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import Choice, NumberBox, Picker
from qualitydesk.papers.ui.printers import MOST_COPIES, PrintChoice, PrinterFacts


class PrintFields(QObject):
    """Adds its rows to a dialog and follows the printer chosen: what it cannot do is not offered."""

    def __init__(self, dialog: DraftDialog, choice: PrintChoice) -> None:
        super().__init__(dialog)
        self._there: dict[str, PrinterFacts] = {}
        self._wanted = choice
        self.printer = Picker()
        self.tray = Picker()
        self.copies = NumberBox(choice.copies, least=1, most=MOST_COPIES)
        self.two_sided = QCheckBox(self.tr("Both sides of the sheet"))
        self.colour = QCheckBox(self.tr("In colour"))
        self.two_sided.setChecked(choice.two_sided)
        self.colour.setChecked(choice.colour)
        dialog.add_row("printer", self.tr("Printer"), self.printer)
        dialog.add_row("tray", self.tr("Tray"), self.tray)
        dialog.add_row("copies", self.tr("Copies"), self.copies)
        dialog.add_row("two_sided", self.tr("Sides"), self.two_sided)
        dialog.add_row("colour", self.tr("Colour"), self.colour)
        self._offer_trays(choice.printer)
        self.printer.picked.connect(lambda name: self._follow(str(name or "")))

    def show_printers(self, printers: Sequence[PrinterFacts]) -> None:
        """Offer the system's printers; one chosen before and gone meanwhile is offered still, as missing."""
        self._there = {one.name: one for one in printers}
        usual = next((one.words for one in printers if one.usual), "")
        words = self.tr("The system's default ({name})").format(name=usual) if usual else self.tr("The first found")
        choices = [Choice("", words), *[Choice(one.name, one.words) for one in printers]]
        kept = self._wanted.printer
        if kept and kept not in self._there:
            choices.append(Choice(kept, self.tr("{name} – not found now").format(name=kept)))
        self.printer.show_choices(choices)
        self.printer.choose(kept)
        self._follow(kept)

    def choice(self) -> PrintChoice:
        """What is chosen."""
        return PrintChoice(
            str(self.printer.chosen() or ""),
            str(self.tray.chosen() or ""),
            self.copies.value(),
            self.two_sided.isChecked() and self.two_sided.isEnabled(),
            self.colour.isChecked(),
        )

    def _facts(self, name: str) -> PrinterFacts | None:
        if name:
            return self._there.get(name)
        return next((one for one in self._there.values() if one.usual), next(iter(self._there.values()), None))

    def _follow(self, name: str) -> None:
        facts = self._facts(name)
        self.two_sided.setEnabled(facts is None or facts.two_sided)
        self.two_sided.setToolTip("" if self.two_sided.isEnabled() else self.tr("This printer cannot do that."))
        self._offer_trays(name)

    def _offer_trays(self, name: str) -> None:
        """The trays the printer names; one kept for it stays offered though nobody names it now."""
        facts = self._facts(name)
        trays = [Choice(tray.key, tray.words) for tray in facts.trays] if facts else []
        kept = self._wanted.tray if name == self._wanted.printer else ""
        if kept and kept not in [one.key for one in trays]:
            trays.append(Choice(kept, kept))
        self.tray.show_choices([Choice("", self.tr("As the printer decides")), *trays])
        self.tray.choose(kept)
        self.tray.setEnabled(bool(trays))
