"""The page 设置: language, look, where the data lie, backups, what program this is. It asks; the app acts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QFrame,
    QLayout,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QWidget,
)

from qualitydesk.app.facts import SettingsFacts
from qualitydesk.basics.settings import Settings
from qualitydesk.kit.dates import moment_words
from qualitydesk.kit.page import Page
from qualitydesk.kit.pieces import Banner, Facts, button, hbox, label, panel, vbox
from qualitydesk.kit.theme import EDGE, GAP, GRID
from qualitydesk.kit.tools import Tools

MEGABYTE = 1_000_000


@dataclass(frozen=True)
class About:
    """The program itself; `licences` reads the texts when they are asked for."""

    version: str
    licences: Callable[[], str]


class SettingsPage(Page):
    """Shows settings and facts; `facts` and `back_up` run on read lanes, so that answers go on being saved.

    Signals: `language_wanted("zh" | "en")`, `theme_wanted("system" | "light" | "dark")`, `big_type_wanted(bool)`;
    `backed_up(moment)` after a backup that was read back.
    """

    language_wanted = Signal(str)
    theme_wanted = Signal(str)
    big_type_wanted = Signal(bool)
    backed_up = Signal(object)

    def __init__(
        self,
        tools: Tools,
        settings: Settings,
        about: About,
        *,
        facts: Callable[[], SettingsFacts],
        back_up: Callable[[], object],
        open_folder: Callable[[Path], object],
        more: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent)
        self.set_title(self.tr("Settings"))
        self._facts = facts
        self._back_up = back_up
        self._open_folder = open_folder
        self._about = about
        self._known: SettingsFacts | None = None
        self._said = Banner("", "good")
        self._said.hide()
        column = vbox(
            self._said,
            self._screen(settings),
            *more,
            self._database_panel(),
            self._backup_panel(),
            self._about_panel(),
            None,
            gap=EDGE,
        )
        column.setContentsMargins(0, 0, GAP, 0)
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        inside.setMaximumWidth(112 * GRID)
        inside.setLayout(column)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        self.body.addWidget(scroll)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()  # size and last backup move on without a change being told

    def _ask(self) -> None:
        self.tools.operations.read(self, self._facts, then=self._show_facts, topic="facts")

    def _screen(self, settings: Settings) -> QFrame:
        self.languages = {"zh": QRadioButton("中文"), "en": QRadioButton("English")}
        self.themes = {
            "system": QRadioButton(self.tr("As the system")),
            "light": QRadioButton(self.tr("Light")),
            "dark": QRadioButton(self.tr("Dark")),
        }
        self.languages[self.tools.language].setChecked(True)
        self.themes[settings.theme if settings.theme in self.themes else "system"].setChecked(True)
        for key, choice in self.languages.items():
            choice.toggled.connect(lambda on, key=key: self._language_picked(key) if on else None)
        for key, choice in self.themes.items():
            choice.toggled.connect(lambda on, key=key: self.theme_wanted.emit(key) if on else None)
        self.big_type = QCheckBox(self.tr("Larger letters"))
        self.big_type.setChecked(settings.big_type)
        self.big_type.toggled.connect(self.big_type_wanted)
        return _section(
            self.tr("Screen"),
            self._radio_row(self.tr("Language"), self.languages),
            self._radio_row(self.tr("Colours"), self.themes),
            self.big_type,
        )

    def show_type(self, big: bool) -> None:
        """Larger letters were chosen elsewhere, or ordinary ones."""
        with QSignalBlocker(self.big_type):
            self.big_type.setChecked(big)

    def _radio_row(self, title: str, choices: Mapping[str, QRadioButton]) -> QWidget:
        row = QWidget()
        row.setAccessibleName(title)
        group = QButtonGroup(row)
        for choice in choices.values():
            group.addButton(choice)
            choice.setAccessibleDescription(title)
        name = label(title, tone="muted")
        name.setFixedWidth(12 * GRID)
        row.setLayout(hbox(name, *choices.values(), None, gap=EDGE))
        return row

    def _language_picked(self, language: str) -> None:
        """Ask for it; the page itself changes only when it is built anew (that may be refused)."""
        for key, choice in self.languages.items():
            choice.blockSignals(True)
            choice.setChecked(key == self.tools.language)
            choice.blockSignals(False)
        self.language_wanted.emit(language)

    def _database_panel(self) -> QFrame:
        self._database = Facts()
        self._database_button = self._folder_button(lambda facts: facts.database_folder)
        return _section(self.tr("Database"), self._database, hbox(self._database_button, None))

    def _backup_panel(self) -> QFrame:
        self._backups = Facts()
        self.backup_button = button(self.tr("Back up now"), "save", self._back_up_now)
        folder = self._folder_button(lambda facts: facts.backup_folder)
        hint = label(
            self.tr("Keep a copy of the backups outside this computer, on a drive that is locked away."),
            "hint",
            wrap=True,
        )
        return _section(self.tr("Backups"), self._backups, hint, hbox(self.backup_button, folder, None))

    def _about_panel(self) -> QFrame:
        self._program = Facts()
        self.licences_button = button(self.tr("Licences"), "info", self._show_licences)
        folder = self._folder_button(lambda facts: facts.log_folder, self.tr("Open log folder"))
        return _section(self.tr("About"), self._program, hbox(self.licences_button, folder, None))

    def _folder_button(self, which: Callable[[SettingsFacts], Path | None], words: str = "") -> QPushButton:
        def show() -> None:
            folder = which(self._known) if self._known else None
            if folder is not None:
                self._open_folder(folder)

        return button(words or self.tr("Open folder"), do=show)

    def _show_facts(self, facts: SettingsFacts) -> None:
        self._known = facts
        server = facts.database_kind == "postgresql"
        self._database.show_facts(
            (
                (
                    self.tr("Kind"),
                    self.tr("PostgreSQL server") if server else self.tr("File on this computer (SQLite)"),
                ),
                (self.tr("Where"), facts.database_where),
                (self.tr("Size"), "" if facts.size is None else f"{facts.size / MEGABYTE:,.1f} MB"),
            )
        )
        self._database_button.setVisible(facts.database_folder is not None)
        last = moment_words(facts.last_backup) if facts.last_backup else self.tr("None yet")
        self._backups.show_facts(((self.tr("Last good backup"), last), (self.tr("Folder"), str(facts.backup_folder))))
        self._program.show_facts(
            (
                (self.tr("Program"), f"QualityDesk {self._about.version}"),
                (self.tr("Licence"), "MIT"),
                (self.tr("Log folder"), str(facts.log_folder)),
            )
        )

    def _back_up_now(self) -> None:
        self.backup_button.setEnabled(False)
        self._said.say("")
        self.tools.operations.read(self, self._back_up, then=self._backed_up, failed=self._not_backed_up)

    def _backed_up(self, moment: object) -> None:
        self.backup_button.setEnabled(True)
        self._said.say(self.tr("The backup is written and was read back."), "good")
        self.backed_up.emit(moment)
        self._ask()

    def _not_backed_up(self, _error: Exception) -> bool:
        self.backup_button.setEnabled(True)
        return False

    def _show_licences(self) -> None:
        dialog = LicencesDialog(self._about.licences(), self)
        dialog.open()


class LicencesDialog(QDialog):
    """The licences of what the program is made of."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Licences"))
        words = QPlainTextEdit(text)
        words.setReadOnly(True)
        words.setTabChangesFocus(True)
        words.setAccessibleName(self.tr("Licences"))
        close = button(self.tr("Close"), do=self.accept)
        close.setDefault(True)
        column = vbox(words, hbox(None, close), gap=EDGE)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.setLayout(column)
        self.resize(96 * GRID, 72 * GRID)


def _section(title: str, *parts: QWidget | QLayout) -> QFrame:
    """A titled panel."""
    made = panel()
    column = vbox(label(title, "section"), *parts, gap=GAP)
    column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
    made.setLayout(column)
    return made
