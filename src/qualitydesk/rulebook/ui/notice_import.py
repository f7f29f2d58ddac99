"""A year's notice on its way into the calendar: every day with what becomes of it, then all or nothing."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.errors import Problem, Refused
from qualitydesk.kit.dates import day_long
from qualitydesk.kit.import_dialog import ImportDialog
from qualitydesk.kit.import_work import CHANGED, NEW, REFUSED, SAME, ImportLine, ImportPreview, ImportWork, Step
from qualitydesk.kit.tools import Tools
from qualitydesk.rulebook.model.days import DayChange, ListedDay, NoticePreview
from qualitydesk.rulebook.service.calendar import Calendar
from qualitydesk.rulebook.ui.words import day_kind, holiday_words

_STATES = {DayChange.NEW: NEW, DayChange.CHANGED: CHANGED, DayChange.SAME: SAME, DayChange.GONE: CHANGED}
translate = QCoreApplication.translate


def open_notice_import(tools: Tools, parent: QWidget, calendar: Calendar, by: By) -> ImportDialog:
    """The dialog that takes a notice over."""

    def write(found: NoticePreview, _step: Step) -> Done[int]:
        return calendar.import_notice(found.notice, by)

    def said(year: int) -> str:
        return translate("NoticeImport", "The days off of {year} are known now.").format(year=year)

    work = ImportWork(
        partial(_preview, tools, calendar),
        write,
        said,
        template=calendar.write_template,
        template_name=translate("NoticeImport", "Days off"),
        kinds=translate("NoticeImport", "Notices (*.xlsx *.csv *.txt *.toml)"),
    )
    hint = translate(
        "NoticeImport",
        "Choose a table (.xlsx, .csv) with a column for the date and one that says off or work, and perhaps the name; "
        "or a year's file as it ships with the program (.toml). The State Council publishes the next year's days "
        "in October or November.",
    )
    dialog = ImportDialog(tools, translate("NoticeImport", "Import notice"), hint, work, parent=parent)
    dialog.open()
    return dialog


def _preview(tools: Tools, calendar: Calendar, path: Path, _options: object, _step: Step) -> ImportPreview:
    """What the notice would do in words (a read lane's work); each fault of a file is a refused row."""
    try:
        found = calendar.preview_file(path)
    except Refused as refused:
        if not refused.problems:
            raise
        faults = enumerate(refused.problems, 1)
        return ImportPreview(
            tuple(ImportLine(_row(one, at), REFUSED, "", tools.prompts.words_of(one)) for at, one in faults)
        )
    lines = tuple(_line(tools, at, day, change) for at, (day, change) in enumerate(found.days, 1))
    return ImportPreview(lines, tuple(_notes(tools, found)), found)


def _row(fault: Problem, at: int) -> int:
    """The row of the file a fault is in, as its words say; its place among the faults when it is of no row."""
    row = fault.values.get("row")
    return row if isinstance(row, int) else at


def _line(tools: Tools, at: int, day: ListedDay, change: DayChange) -> ImportLine:
    words = " · ".join(part for part in (day_kind(day.working), holiday_words(day.name, tools.language)) if part)
    if change is DayChange.GONE:
        words = translate("NoticeImport", "no longer in the notice: an ordinary day again (was: {what})").format(
            what=words
        )
    return ImportLine(at, _STATES[change], day_long(day.day), words)


def _notes(tools: Tools, found: NoticePreview) -> list[str]:
    off = sum(not day.working for day, change in found.days if change is not DayChange.GONE)
    on = sum(day.working for day, change in found.days if change is not DayChange.GONE)
    words = translate("NoticeImport", "{year}: days off {off}, weekend days worked {on}.")
    notes = [words.format(year=found.notice.year, off=off, on=on)]
    if found.own:
        between = "、" if tools.language == "zh" else ", "
        days = between.join(f"{one.day.isoformat()} {one.name}" for one in found.own)
        notes.append(translate("NoticeImport", "Own entries stay before the notice: {days}.").format(days=days))
    return notes
