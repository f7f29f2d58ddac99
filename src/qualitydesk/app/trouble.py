"""In place of the pages when the database cannot be used: why, and what can be done about it now."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from qualitydesk.app import housekeeping
from qualitydesk.app.housekeeping import SUFFIX, Backup
from qualitydesk.basics.errors import Refused
from qualitydesk.basics.phrases import say
from qualitydesk.kit.dates import moment_words
from qualitydesk.kit.keys import Key, KeyTable
from qualitydesk.kit.pieces import IconLabel, button, hbox, label, vbox
from qualitydesk.kit.theme import GRID, ROW
from qualitydesk.kit.tools import Tools

MENDED_BY_BACKUP = frozenset({"database_damaged", "database_lost"})
"""Refusals a backup helps against."""


class TroublePage(QWidget):
    """Says why the database could not be opened, or not be used any more.

    Signals: `restore_wanted(Path)` put this backup in its place; `again_wanted` try to open it once more;
    `empty_wanted` begin with an empty one.
    """

    restore_wanted = Signal(object)
    again_wanted = Signal()
    empty_wanted = Signal()

    def __init__(self, tools: Tools, refused: Refused, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._folder = folder
        self._backup: Backup | None = None
        self.sentence = label(say(tools.language, f"refused.{refused.code}", **refused.words), "greeting", wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.offer = label("", tone="muted", wrap=True)
        self.offer.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sign = IconLabel("error", "danger", ROW)
        sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.restore_button = button("", "undo", self._restore, role="primary")
        self.restore_button.hide()
        self.other_button = button(self.tr("Choose a backup…"), "file", self._choose)
        self.again_button = button(self.tr("Try again"), "refresh", self.again_wanted.emit)
        self.empty_button = button(self.tr("Begin empty"), "plus", self.empty_wanted.emit)
        for made in (self.restore_button, self.other_button, self.again_button, self.empty_button):
            made.setAutoDefault(True)
        helped = refused.code in MENDED_BY_BACKUP
        self.other_button.setVisible(helped)
        self.empty_button.setVisible(refused.code == "database_lost")
        buttons = hbox(
            None, self.restore_button, self.other_button, self.empty_button, self.again_button, None, gap=GRID
        )
        column = vbox(None, hbox(None, sign, None), self.sentence, self.offer, buttons, None, gap=2 * GRID)
        column.setContentsMargins(6 * GRID, 2 * GRID, 6 * GRID, 2 * GRID)
        self.setLayout(column)
        self.key_table = KeyTable(
            self,
            (
                Key("F5", self.tr("Try again"), self.again_wanted.emit),
                Key("Tab", self.tr("Next button")),
                Key("Return", self.tr("Press the button")),
            ),
        )
        self.setFocusProxy(self.again_button)
        if helped:
            self.offer.setText(self.tr("Looking for a backup that is whole…"))
            find = partial(housekeeping.newest_sound_backup, folder)
            tools.operations.read(self, find, then=self._show_backup, topic="backup")

    def _show_backup(self, found: Backup | None) -> None:
        self._backup = found
        self.restore_button.setVisible(found is not None)
        if found is None:
            self.offer.setText(self.tr("There is no whole backup in {folder}.").format(folder=self._folder / "backups"))
            return
        when = moment_words(found.made_at)
        self.restore_button.setText(self.tr("Restore the backup of {moment}").format(moment=when))
        words = self.tr(
            "The last whole backup is of {moment}. What was entered after that is not in it. The present file is kept "
            "under another name, so that nothing is thrown away."
        )
        self.offer.setText(words.format(moment=when))
        self.setFocusProxy(self.restore_button)
        self.restore_button.setFocus()

    def _restore(self) -> None:
        if self._backup is not None:
            self.restore_wanted.emit(self._backup.path)

    def _choose(self) -> None:
        filters = self.tr("Backups (*{suffix})").format(suffix=SUFFIX)
        self._tools.prompts.open_path(self, self.tr("Choose a backup"), filters, self.restore_wanted.emit)
