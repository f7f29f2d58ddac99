"""Packs into a file: which ones and as what, then where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from qualitydesk.basics.errors import Problem
from qualitydesk.inspections.model import Pack
from qualitydesk.inspections.service.pack_files import PackFiles
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import Choice, ManyPicker, Picker
from qualitydesk.kit.tools import Tools

TOML, WORKBOOK = "toml", "xlsx"


class ExportDialog(DraftDialog):
    """Asks for packs and format; the file is written off the GUI thread."""

    def __init__(
        self,
        tools: Tools,
        files: PackFiles,
        packs: Sequence[Pack],
        chosen: Pack | None,
        posts: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("Export packs"))
        self.save_button.setText(self.tr("Save as…"))
        self._files, self._posts = files, posts
        self._packs = {pack.code: pack for pack in packs}
        self._page = parent
        language = tools.language
        self.packs = ManyPicker([Choice(pack.code, pack.name[language], search=pack.code) for pack in packs])
        self.form = Picker(
            [
                Choice(WORKBOOK, self.tr("Excel workbook (.xlsx), to edit and bring back")),
                Choice(TOML, self.tr("Text file, several packed together, to keep or pass on")),
            ]
        )
        self.add_row("packs", self.tr("Packs"), self.packs, required=True)
        self.add_row("form", self.tr("As"), self.form, required=True)
        self.packs.choose([chosen.code] if chosen else [])
        self.form.choose(WORKBOOK)
        self.submitted.connect(self._ask_where)

    def read_draft(self) -> tuple[tuple[object, ...], object]:
        return self.packs.chosen(), self.form.chosen()

    def problems_in(self, draft: object) -> Sequence[Problem]:
        return [] if self.packs.chosen() else [Problem("packs", "pack_missing")]

    def is_changed(self) -> bool:
        """Nothing is lost by closing it."""
        return False

    def _ask_where(self, _draft: object) -> None:
        self.saving(False)
        packs = [self._packs[str(code)] for code in self.packs.chosen()]
        ending = WORKBOOK if self.form.chosen() == WORKBOOK else TOML if len(packs) == 1 else "zip"
        kinds = {
            WORKBOOK: self.tr("Excel workbook (*.xlsx)"),
            TOML: self.tr("Pack as text (*.toml)"),
            "zip": self.tr("Packs as text (*.zip)"),
        }
        name = packs[0].name[self.tools.language] if len(packs) == 1 else self.tr("Packs")
        dialog = self.tools.prompts.save_path(
            self,
            self.windowTitle(),
            f"{name.replace('/', ' ')}.{ending}",
            kinds[ending],
            partial(self.write, packs, ending),
        )
        dialog.setDefaultSuffix(ending)

    def write(self, packs: Sequence[Pack], ending: str, path: Path) -> None:
        """Write them to `path`; says how many, then closes."""
        target = path if path.suffix.casefold() == f".{ending}" else path.with_name(f"{path.name}.{ending}")
        if ending == WORKBOOK:
            verb = partial(self._files.write_workbook, packs, target, self.tools.language, dict(self._posts))
        else:
            verb = partial(self._files.write_toml, packs, target)
        self.saving(True)
        self.tools.operations.read(
            self, verb, then=partial(self._written, target), failed=self.take_back, topic="export"
        )

    def _written(self, target: Path, count: int) -> None:
        words = (
            self.tr("1 pack was written to {path}.") if count == 1 else self.tr("{count} packs were written to {path}.")
        )
        told = words.format(count=count, path=target)
        self.tools.prompts.tell(self._page, self.windowTitle(), told)
        self.finish()
