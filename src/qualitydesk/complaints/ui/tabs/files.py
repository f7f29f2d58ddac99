"""Tab 附件: files kept with the case and with those merged into it; chosen, dropped, pasted; opened by saving."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from qualitydesk.basics.clock import local
from qualitydesk.complaints.model import CaseFile
from qualitydesk.complaints.service import Complaints
from qualitydesk.complaints.ui.files_field import png_of
from qualitydesk.complaints.ui.tabs.base import Shown, Tab
from qualitydesk.kit.dates import moment_words
from qualitydesk.kit.dropping import DropGround, files_in, image_in
from qualitydesk.kit.pieces import button, hbox, label, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel


class FilesTab(Tab):
    """Enter saves a copy of the file the cursor is on."""

    def title(self) -> str:
        return self.tr("Attachments")

    def build(self) -> None:
        self.files = TableModel(self._columns(), parent=self)
        self.table = Table(
            self.files,
            name=self.tr("Attachments"),
            empty=self.tr("No file yet. Add one, drop it here, or paste a picture."),
        )
        self.table.opened.connect(self._save)
        self.add_button = button(self.tr("Add files…"), "file", self._choose, role="primary")
        self.paste_button = button(self.tr("Paste"), "copy", self._paste)
        self.save_button = button(self.tr("Save a copy…"), "download", lambda: self._save(self.table.current_row()))
        hint = label(self.tr("or drop files here"), "hint")
        self.setLayout(vbox(hbox(self.add_button, self.paste_button, self.save_button, hint, None), self.table))
        DropGround(self, self.table.viewport(), parent=self).dropped.connect(self._take)

    def _columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("Name"), lambda one: one.name, stretch=True),
            Column(self.tr("Size"), lambda one: one.size, text=size_words, align="right", width=88),
            Column(self.tr("Added"), lambda one: one.added_at, text=moment_words, width=136),
            Column(self.tr("By"), lambda one: one.by, width=88),
            Column(self.tr("Case"), lambda one: one.case_number, width=136),
        )

    def show_case(self, shown: Shown) -> None:
        self.files.show_rows(shown.page.files)
        usable = shown.page.merged_into is None
        self.add_button.setEnabled(usable)
        self.paste_button.setEnabled(usable)
        self.save_button.setVisible(bool(shown.page.files))
        if shown.page.files and self.table.current_row() is None:
            self.table.selectRow(0)

    def _choose(self) -> None:
        kinds = self.tr("All files (*)")
        self.desk.tools.prompts.open_paths(self.window(), self.tr("Add files"), kinds, self._attach)

    def _paste(self) -> None:
        self._take(QGuiApplication.clipboard().mimeData())

    def _take(self, data: QMimeData) -> None:
        if found := [path for path in files_in(data) if path.is_file()]:
            self._attach(found)
            return
        image = image_in(data)
        if image is not None and self.shown is not None and self.add_button.isEnabled():
            name = f"{local(self.shown.now, self.shown.zone):%Y%m%d-%H%M%S}-{len(self.shown.page.files) + 1}.png"
            write = self.desk.complaints.attach_bytes
            case_id, by = self.shown.case_id, self.desk.by()
            self.desk.tools.operations.write(write, case_id, name, png_of(image), by, asker=self)

    def _attach(self, paths: Sequence[Path]) -> None:
        if self.shown is None or not self.add_button.isEnabled():
            return
        for path in paths:
            self.desk.tools.operations.write(
                self.desk.complaints.attach, self.shown.case_id, path, self.desk.by(), asker=self
            )

    def _save(self, row: object) -> None:
        if not isinstance(row, CaseFile):
            return

        def chosen(path: Path) -> None:
            query = partial(_write_file, self.desk.complaints, row.id, path)
            self.desk.tools.operations.read(self, query, then=lambda _done: None, topic="save file")

        kinds = self.tr("All files (*)")
        self.desk.tools.prompts.save_path(self.window(), self.tr("Save a copy"), row.name, kinds, chosen)


def size_words(size: object) -> str:
    """Bytes as 12 KB or 3.4 MB."""
    assert isinstance(size, int)
    return f"{size / 2**20:.1f} MB" if size >= 2**20 else f"{max(1, round(size / 1024))} KB"


def _write_file(complaints: Complaints, file_id: UUID, path: Path) -> None:
    _name, content = complaints.file(file_id)
    path.write_bytes(content)
