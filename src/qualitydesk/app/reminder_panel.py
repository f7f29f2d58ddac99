"""The part 提醒 of the page 设置: whether clocks remind at all, and whether also as notices of the system."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QFrame

from qualitydesk.basics.settings import SettingsFile
from qualitydesk.kit.pieces import label, panel, vbox
from qualitydesk.kit.theme import EDGE, GAP


class ReminderPanel(QFrame):
    """Keeps what is chosen in the settings of this computer at once."""

    def __init__(self, settings: SettingsFile) -> None:
        super().__init__()
        self._settings = settings
        self.reminders = QCheckBox(self.tr("Remind of clocks"))
        self.reminders.setChecked(settings.current.reminders)
        self.tray = QCheckBox(self.tr("Also as notices of the system, beside the clock of the screen"))
        self.tray.setChecked(settings.current.tray)
        self.tray.setEnabled(settings.current.reminders)
        self.reminders.toggled.connect(self._switch)
        self.tray.toggled.connect(lambda on: self._settings.change(tray=on))
        hint = self.tr(
            "At half time, an hour before, when due, and 4 hours and a day after: each once, and only while the "
            "institution is open. Notices name the case's number and clock, no person."
        )
        made = panel()
        column = vbox(
            label(self.tr("Reminders"), "section"), self.reminders, self.tray, label(hint, "hint", wrap=True), gap=GAP
        )
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        made.setLayout(column)
        self.setLayout(vbox(made))

    def _switch(self, on: bool) -> None:
        self._settings.change(reminders=on)
        self.tray.setEnabled(on)
