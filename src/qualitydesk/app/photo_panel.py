"""The part 照片 of the page 设置: where the telephone's pictures come to, and when to warn that the disk fills up."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFrame

from qualitydesk.basics.settings import SettingsFile
from qualitydesk.kit.pickers import NumberBox
from qualitydesk.kit.pieces import button, hbox, label, panel, vbox
from qualitydesk.kit.theme import EDGE, GAP
from qualitydesk.kit.tools import Tools

_LEAST, _MOST = 100, 100_000  # MB


class PhotoPanel(QFrame):
    """Keeps what is chosen in the settings of this computer at once; the next round that is walked goes by it."""

    def __init__(self, tools: Tools, settings: SettingsFile) -> None:
        super().__init__()
        self._tools = tools
        self._settings = settings
        self.folder = label("", selectable=True, wrap=True)
        self.choose = button(self.tr("Choose folder…"), "upload", self._choose)
        self.forget = button(self.tr("Watch no folder"), "x", self._forget, role="quiet")
        self.least = NumberBox(settings.current.least_room, least=_LEAST, most=_MOST)
        self.least.setAccessibleName(self.tr("Warn when less than this is free on the disk, in MB"))
        self.least.valueChanged.connect(lambda megabytes: self._settings.change(least_room=megabytes))
        hint = self.tr(
            "Pictures that come into this folder from the telephone, by cable or sync, are offered while a round is "
            "walked. Nothing in the folder is changed or deleted."
        )
        where = hbox(label(self.tr("Folder of the telephone's pictures"), tone="muted"), self.folder, gap=EDGE)
        where.setStretch(1, 1)
        made = panel()
        column = vbox(
            label(self.tr("Photos"), "section"),
            where,
            label(hint, "hint", wrap=True),
            hbox(self.choose, self.forget, None),
            hbox(
                label(self.tr("Warn when less than this is free on the disk"), tone="muted"),
                self.least,
                label("MB"),
                None,
            ),
            gap=GAP,
        )
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        made.setLayout(column)
        self.setLayout(vbox(made))
        self._show()

    def _show(self) -> None:
        found = self._settings.current.photo_folder
        self.folder.setText(found or self.tr("None"))
        self.forget.setVisible(bool(found))

    def _choose(self) -> None:
        before = self._settings.current.photo_folder
        self._tools.prompts.open_folder(
            self.window(), self.tr("Folder of the telephone's pictures"), self._chosen, Path(before) if before else None
        )

    def _chosen(self, folder: Path) -> None:
        self._settings.change(photo_folder=str(folder))
        self._show()

    def _forget(self) -> None:
        self._settings.change(photo_folder="")
        self._show()
