"""Files of people on screen: the import's dialog with its two options, the words of each row, and the export."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.phrases import say
from qualitydesk.directory.model import (
    EmployeeFilter,
    RosterChange,
    RosterOptions,
    RosterOutcome,
    RosterPreview,
    RosterRow,
    RowState,
    Sex,
)
from qualitydesk.directory.service import Directory, heads_of
from qualitydesk.kit.exporting import export
from qualitydesk.kit.import_dialog import ImportDialog
from qualitydesk.kit.import_work import ImportLine, ImportPreview, ImportWork, Step
from qualitydesk.kit.pickers import DayPicker
from qualitydesk.kit.pieces import hbox, label
from qualitydesk.kit.theme import EDGE
from qualitydesk.kit.tools import Tools


class RosterOptionsLine(QWidget):
    """From which day changes hold, and whether what is missing is created.

    Signals: `changed()` when the user chose otherwise.
    """

    changed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        hold = self.tr("Changed places and superiors hold from")
        self.since = DayPicker(today)
        self.since.setAccessibleName(hold)
        self.create_missing = QCheckBox(self.tr("Create missing departments and posts"))
        line = hbox(
            label(self.tr("Changed places and superiors hold from")), self.since, EDGE, self.create_missing, None
        )
        line.setContentsMargins(0, 0, 0, 0)
        self.setLayout(line)
        self.since.picked.connect(lambda _day: self.changed.emit())
        self.create_missing.toggled.connect(lambda _on: self.changed.emit())

    def chosen(self) -> RosterOptions:
        return RosterOptions(self.since.day(), self.create_missing.isChecked())


def open_import(tools: Tools, parent: QWidget, directory: Directory, by: By, today: date) -> ImportDialog:
    """The dialog that takes a file of people over."""
    translate = QCoreApplication.translate
    options = RosterOptionsLine(today)
    roster = directory.roster
    language = tools.language

    def write(preview: RosterPreview, step: Step) -> Done[RosterOutcome]:
        return roster.take_over(preview, by, step)

    def said(outcome: RosterOutcome) -> str:
        words = translate("RosterImport", "People added: {added}. Changed: {changed}.")
        return words.format(added=outcome.added, changed=outcome.changed)

    work = ImportWork(
        partial(_preview, tools, directory),
        write,
        said,
        options=options.chosen,
        template=lambda path: roster.write_template(path, language),
        template_name=translate("RosterImport", "People template"),
    )
    hint = translate(
        "RosterImport",
        "Choose an Excel workbook (.xlsx) or a CSV file with one person in each row. "
        "The columns are found by their heads; people are recognised by their number. "
        "Save the template to see which columns there are.",
    )
    title = translate("RosterImport", "Import people")
    dialog = ImportDialog(tools, title, hint, work, options=options, parent=parent)
    options.changed.connect(dialog.read_again)
    dialog.open()
    return dialog


def export_people(tools: Tools, parent: QWidget, directory: Directory, wanted: EmployeeFilter) -> None:
    """Save the people of a filter as a file that can be read back."""
    title = QCoreApplication.translate("RosterImport", "Export people")
    write = partial(_write, directory, tools.language, wanted)
    export(tools, parent, title, QCoreApplication.translate("RosterImport", "People"), write)


def _write(directory: Directory, language: str, wanted: EmployeeFilter, path: Path) -> int:
    return directory.roster.write_people(path, language, wanted)


def _preview(tools: Tools, directory: Directory, path: Path, options: RosterOptions, step: Step) -> ImportPreview:
    """What the file would do in words (a read lane's work)."""
    found = directory.roster.preview(path, options, step)
    lines = tuple(
        ImportLine(row.line, row.state, " ".join((row.number, row.name)).strip(), "\n".join(_row_words(tools, row)))
        for row in found.rows
    )
    homes = {home.id: home.name for home in directory.institutions()}
    return ImportPreview(
        lines, tuple(_notes(tools.language, found, homes)), found, warning=_unused(tools.language, found)
    )


def _notes(language: str, found: RosterPreview, homes: Mapping[UUID, str]) -> Iterator[str]:
    between = "、" if language == "zh" else ", "
    if found.new_departments:
        names = between.join(f"{homes[new.institution_id]} {new.name}" for new in found.new_departments)
        yield say(language, "roster.creates", departments=names)
    if found.new_posts:
        yield say(language, "roster.creates_posts", posts=between.join(found.new_posts))


def _unused(language: str, found: RosterPreview) -> str:
    """Which columns are not taken over, and which heads there are; "" when all are used."""
    if not found.ignored:
        return ""
    between = "、" if language == "zh" else ", "
    known = between.join(heads_of(language))
    return say(language, "roster.ignored", heads=between.join(found.ignored), known=known)


def _row_words(tools: Tools, row: RosterRow) -> Iterator[str]:
    language = tools.language
    if row.state is RowState.REFUSED:
        for problem in row.problems:
            head = say(language, f"roster.head.{problem.field}")
            yield say(language, "roster.problem", field=head, words=tools.prompts.words_of(problem))
        return
    for change in row.changes:
        before, after = (_value_words(language, change, value) for value in (change.before, change.after))
        head = say(language, f"roster.head.{change.field}")
        yield say(language, "roster.arrow", field=head, before=before, after=after)


def _value_words(language: str, change: RosterChange, value: str) -> str:
    if not value:
        return say(language, "roster.nobody" if change.field == "superior" else "roster.empty")
    if change.field == "sex":
        return say(language, f"sex.{Sex(value)}")
    return value
