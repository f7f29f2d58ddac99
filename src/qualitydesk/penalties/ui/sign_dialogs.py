"""Many signatures recorded at once, with their scans; some of them taken back; sheets that were printed before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.errors import Problem
from qualitydesk.basics.phrases import capital, say
from qualitydesk.complaints.ui.files_field import Attached, FilesField, read_files
from qualitydesk.directory.model import Person
from qualitydesk.kit.dates import moment_words
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.keys import Key, KeyTable
from qualitydesk.kit.pickers import Choice, DayPicker, ManyPicker, Picker
from qualitydesk.kit.pieces import button, hbox, label, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import EDGE, GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.papers.ui.preview_dialog import PreviewDialog, suggested_name
from qualitydesk.penalties.model.acknowledgement import EditionSheet, SheetLine, SignDraft, Signer, SignWay
from qualitydesk.penalties.rules.acknowledgement import problems_in_signing
from qualitydesk.penalties.service import Acknowledgements
from qualitydesk.penalties.service.acknowledgements import SHEET
from qualitydesk.penalties.ui.answer_dialog import take_files
from qualitydesk.penalties.ui.sign_words import rule_words
from qualitydesk.penalties.ui.words import name_now


@dataclass(frozen=True)
class Signing:
    """What the dialog hands over: the draft and the files, still to be read."""

    draft: SignDraft
    files: tuple[Attached, ...]


class SignDialog(DraftDialog):
    """Offers who has not signed yet; `ticked`: those chosen in the list."""

    def __init__(
        self,
        tools: Tools,
        service: Acknowledgements,
        sheet: EditionSheet,
        offered: Sequence[Signer],
        ticked: Sequence[UUID],
        people: Sequence[Person],
        by: By,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self._sheet, self._by = sheet, by
        edition, language = sheet.state.edition, tools.language
        title = self.tr("Signed: {rule}, edition {number}")
        self.setWindowTitle(title.format(rule=rule_words(sheet.state, language), number=edition.number))
        self.save_button.setText(self.tr("Record the signatures"))
        self.people = ManyPicker(
            [Choice(one.id, one.name, f"{one.number} · {one.institution} · {one.department}") for one in offered],
            rows=7,
        )
        self.people.choose(ticked)
        self.people.ticked_first()
        self.signed_on = DayPicker(sheet.today)
        self.way = Picker([Choice(one, capital(say(language, f"sign.way.{one}"))) for one in SignWay])
        self.way.choose(SignWay.PAPER)
        self.witness = Picker(
            [Choice(one.id, one.name, f"{one.number} · {one.post}") for one in people if one.id != by.decided_by],
            optional=True,
            placeholder=self.tr("Type a name or number"),
        )
        self.files = FilesField(tools, name_now)
        self.count = label("", tone="muted")
        self.add_row("employee_ids", self.tr("Who has signed"), self.people, required=True)
        self.add_row("count", self.tr("Ticked"), self.count)
        self.add_row("signed_on", self.tr("Signed on"), self.signed_on, required=True)
        self.add_row("way", self.tr("How"), self.way, required=True)
        hint = self.tr("Who was there when they were told by word of mouth; not one of them, not whoever records it.")
        self.add_row("witness_id", self.tr("Witness"), self.witness, hint=hint)
        hint = self.tr("The signed sheet: drop the file anywhere here. It is kept with everybody ticked.")
        self.add_row("files", self.tr("Scan"), self.files, hint=hint)
        take_files(self, self.files)
        self.setMinimumWidth(96 * GRID)
        self.people.picked.connect(lambda _keys: self._tell())
        self.way.picked.connect(lambda _key: self._tell())
        self._tell()

        def record(signing: Signing) -> Done[int]:
            return service.sign(signing.draft, by, files=read_files(signing.files))

        self.writes(record)

    def read_draft(self) -> Signing:
        way, witness = self._way(), self.witness.chosen()
        draft = SignDraft(
            edition_id=self._sheet.state.id,
            employee_ids=tuple(one for one in self.people.chosen() if isinstance(one, UUID)),
            signed_on=self.signed_on.day(),
            way=way,
            witness_id=witness if isinstance(witness, UUID) and way is SignWay.SPOKEN else None,
        )
        return Signing(draft, self.files.files())

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, Signing)
        signed = frozenset(one.id for one in self._sheet.signers if one.signed is not None)
        return problems_in_signing(draft.draft, today=self._sheet.today, signed=signed, recorder=self._by.decided_by)

    def _way(self) -> SignWay | None:
        found = self.way.chosen()
        return SignWay(str(found)) if found else None

    def _tell(self) -> None:
        words = self.tr("{count} of {people} still to sign")
        missing = sum(1 for one in self._sheet.signers if one.missing)
        self.count.setText(words.format(count=len(self.people.chosen()), people=missing))
        self.witness.setEnabled(self._way() is SignWay.SPOKEN)


class TakeBackDialog(DraftDialog):
    """Signatures recorded by mistake: gone with a reason that stays."""

    def __init__(
        self,
        tools: Tools,
        service: Acknowledgements,
        rows: Sequence[Signer],
        by: By,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("Take back signatures: {count}").format(count=len(rows)))
        self.save_button.setText(self.tr("Take back"))
        between = "、" if tools.language == "zh" else ", "
        names = label(between.join(one.name for one in rows), wrap=True)
        self.reason = QLineEdit()
        self.add_row("names", self.tr("Whose"), names)
        hint = self.tr("Recorded by mistake, say: the wrong person, the wrong sheet. The reason is kept.")
        self.add_row("reason", self.tr("Reason"), self.reason, hint=hint, required=True)
        ids = [one.signed.id for one in rows if one.signed is not None]

        def take_back(reason: str) -> Done[None]:
            return service.withdraw(ids, reason, by)

        self.writes(take_back)

    def read_draft(self) -> str:
        return self.reason.text().strip()

    def problems_in(self, draft: object) -> Sequence[Problem]:
        return () if draft else (Problem("reason", "reason_missing"),)


class SheetsDialog(QDialog):
    """The sheets printed of one edition; Enter shows one again, marked as a copy."""

    def __init__(
        self, tools: Tools, service: Acknowledgements, title: str, sheets: Sequence[SheetLine], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._tools, self._service = tools, service
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Sheets printed: {rule}").format(rule=title))
        self.sheets = TableModel(
            (
                Column(self.tr("Number"), lambda one: one.number, stretch=True, sort="number"),
                Column(self.tr("Printed"), lambda one: one.issued_at, text=moment_words, width=144, sort="issued"),
                Column(self.tr("Pages"), lambda one: one.pages, align="right", width=64),
                Column(self.tr("Check code"), lambda one: one.check, width=120),
            ),
            parent=self,
        )
        empty = self.tr('No sheet of this edition has been printed yet: press "Sheet to sign".')
        self.table = Table(self.sheets, name=self.tr("Sheets"), empty=empty)
        self.sheets.show_rows(sheets)
        close = button(self.tr("Close"), do=self.accept)
        column = vbox(self.table, hbox(None, close), gap=GRID)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.setLayout(column)
        self.key_table = KeyTable(
            self, (Key("Return", self.tr("Show it again, marked as a copy")), Key("Esc", self.tr("Close")))
        )
        self.table.opened.connect(self._open)
        self.resize(88 * GRID, 48 * GRID)
        self.table.setFocus()

    def _open(self, row: object) -> None:
        if isinstance(row, SheetLine):
            show_paper(self._tools, row.number, partial(self._service.reprint, row.id), self)


def show_paper(tools: Tools, number: str, query: Callable[[], bytes], parent: QWidget) -> None:
    """A sheet, or several in one file, to be printed or saved."""
    title = f"{say(tools.language, f'paper_kind.{SHEET}')} {number}"
    PreviewDialog(tools, title, query, suggested_name(title), kind=SHEET, parent=parent).open()


def day_or_nothing(day: date | None) -> str:
    """A day as lists write it."""
    return day.isoformat() if day is not None else ""
