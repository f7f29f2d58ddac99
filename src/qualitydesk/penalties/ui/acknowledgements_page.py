"""Rules signed for: every edition with how many have signed, and who of the one under the cursor."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QSplitter, QWidget

from qualitydesk.basics.changes import By, Change
from qualitydesk.directory.model import Person
from qualitydesk.kit.dates import day_words
from qualitydesk.kit.elided import ElidedLabel
from qualitydesk.kit.exporting import export
from qualitydesk.kit.keys import Key
from qualitydesk.kit.page import Page
from qualitydesk.kit.pickers import Choice, Picker
from qualitydesk.kit.pieces import hbox, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.penalties.model.acknowledgement import EditionSheet, EditionSigned, Signer, Stage
from qualitydesk.penalties.rules.acknowledgement import is_named
from qualitydesk.penalties.service import Acknowledgements
from qualitydesk.penalties.ui.sign_dialogs import SheetsDialog, SignDialog, TakeBackDialog, day_or_nothing, show_paper
from qualitydesk.penalties.ui.sign_words import (
    STAGE_TONES,
    rule_words,
    signer_tone,
    signer_words,
    stage_words,
    way_words,
)


class AcknowledgementsPage(Page):
    """Opens on the first edition with signatures missing.

    Signals: `try_wanted()` other sums of the ladder are to be tried.
    """

    concerns = frozenset({Change.SIGNATURES, Change.RULEBOOK, Change.DIRECTORY, Change.PAPERS})
    try_wanted = Signal()

    def __init__(
        self, tools: Tools, service: Acknowledgements, by: Callable[[], By], parent: QWidget | None = None
    ) -> None:
        super().__init__(tools, "", parent)
        self.set_title(self.tr("Rules signed for"))
        self._service, self._by = service, by
        self._sheet: EditionSheet | None = None
        self._wanted: UUID | None = None
        self.editions = TableModel(self._edition_columns(), parent=self)
        self.edition_table = Table(
            self.editions,
            name=self.tr("Editions"),
            empty=self.tr("No rule that is signed for has an edition yet."),
            tools=tools,
            remember="signed_editions",
        )
        self.people = TableModel(self._people_columns(), parent=self)
        self.table = Table(
            self.people,
            name=self.tr("Who has signed"),
            empty="",
            tools=tools,
            remember="signers",
            many=True,
        )
        self.institution = Picker(optional=True, placeholder=self.tr("All institutions"))
        self.institution.setAccessibleName(self.tr("Institution"))
        self.missing_only = QCheckBox(self.tr("Only who is missing"))
        self.missing_only.setChecked(True)
        self.rule = Picker(optional=True, placeholder=self.tr("All rules"))
        self.rule.setAccessibleName(self.tr("Rule"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Name, initials or staff number"))
        self.search.setAccessibleName(self.tr("Search"))
        self.search.setClearButtonEnabled(True)
        self.heading = ElidedLabel("", "section")
        self._all: Sequence[EditionSigned] = ()
        self._lay_out()
        self._add_buttons()
        self.edition_table.picked.connect(self._pick)
        self.edition_table.opened.connect(lambda _row: self.table.setFocus())
        self.institution.picked.connect(lambda _key: self._show_people())
        self.rule.picked.connect(lambda _key: self._show_rule())
        self.search.textChanged.connect(lambda _text: self._show_people())
        self.search.returnPressed.connect(self._to_the_list)
        self.missing_only.toggled.connect(lambda _on: self._show_people())
        self.table.opened.connect(lambda _row: self.sign())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self._enable()

    def _lay_out(self) -> None:
        lower = QWidget()
        filters = hbox(self.rule, self.institution, self.search, self.missing_only)
        for place in range(3):
            filters.setStretch(place, 1)
        lower.setLayout(vbox(self.heading, self.table, gap=GRID))
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.edition_table)
        split.addWidget(lower)
        split.setSizes([26 * GRID, 52 * GRID])
        self.body.addLayout(filters)
        self.body.addWidget(split, 1)

    def _add_buttons(self) -> None:
        self.try_button = self.add_button(
            self.tr("Try other sums…"),
            "scale",
            self.try_wanted.emit,
            sequence="Ctrl+T",
            words=self.tr("Who would have paid what under other sums of the ladder"),
            gives_way=True,
        )
        self.back_button = self.add_button(
            self.tr("Take back…"), "undo", self._take_back, words=self.tr("Take back signatures recorded by mistake")
        )
        self.sheets_button = self.add_button(self.tr("Sheets printed…"), "file", self._sheets, sequence="Ctrl+L")
        self.export_button = self.add_button(
            self.tr("Export…"), "download", self._export, sequence="Ctrl+E", gives_way=True
        )
        self.paper_button = self.add_button(
            self.tr("Sheet to sign"),
            "printer",
            self._print,
            sequence="Ctrl+P",
            words=self.tr("Print the sheet of who is missing, one for each institution"),
        )
        self.sign_button = self.add_button(
            self.tr("Record signatures…"), "signature", self.sign, role="primary", sequence="Ctrl+Return"
        )
        self.bind(
            Key("Shift+Down", self.tr("Choose several")),
            Key("Ctrl+A", self.tr("Choose everybody in the list"), self.table.selectAll),
            Key("Ctrl+F", self.tr("Search for somebody; Enter leads to the list"), self.search.setFocus),
            Key("Ctrl+M", self.tr("Only who is missing, or everybody"), self.missing_only.toggle),
            Key("Return", self.tr("From an edition to its people; from a person to recording the signature")),
        )

    def _edition_columns(self) -> Sequence[Column]:
        language = self.tools.language
        return (
            Column(self.tr("Rule"), lambda one: rule_words(one, language), stretch=True, sort="rule"),
            Column(self.tr("Edition"), lambda one: one.edition.number, align="right", width=72),
            Column(
                self.tr("In force from"),
                lambda one: one.edition.effective_from,
                text=day_words,
                align="right",
                width=112,
                sort="effective_from",
            ),
            Column(
                self.tr("Stands"),
                lambda one: stage_words(one.stage, language),
                tone=lambda one: STAGE_TONES[one.stage],
                width=104,
            ),
            Column(self.tr("Signed"), self._signed_words, align="right", width=112),
            Column(
                self.tr("Missing"),
                lambda one: one.missing,
                tone=lambda one: "warning" if one.missing and one.stage is not Stage.PAST else "muted",
                align="right",
                width=80,
                sort="missing",
            ),
        )

    def _signed_words(self, one: EditionSigned) -> str:
        return self.tr("{signed} of {people}").format(signed=one.signed, people=one.people)

    def _people_columns(self) -> Sequence[Column]:
        language = self.tools.language
        return (
            Column(self.tr("Number"), lambda one: one.number, width=88, sort="number"),
            Column(self.tr("Employee"), lambda one: one.name, width=96, sort="name"),
            Column(self.tr("Institution"), lambda one: one.institution, stretch=True, sort="institution", elide="left"),
            Column(self.tr("Department"), lambda one: one.department, width=112, sort="department"),
            Column(self.tr("Post"), lambda one: one.post, width=112, sort="post"),
            Column(self.tr("State"), lambda one: signer_words(one, language), tone=signer_tone, width=96, sort="state"),
            Column(
                self.tr("Signed on"),
                lambda one: one.signed.signed_on if one.signed else None,
                text=day_or_nothing,
                align="right",
                width=104,
                sort="signed_on",
            ),
            Column(self.tr("How"), lambda one: way_words(one.signed, language), width=136),
            Column(
                self.tr("Scan"),
                lambda one: "、".join(name for _id, name in one.signed.files) if one.signed else "",
                width=96,
            ),
        )

    def refresh(self, changes: frozenset[Change]) -> None:
        """The editions, and the one looked at."""
        self.tools.operations.read(self, self._service.editions, then=self._show_editions)

    def show_edition(self, edition_id: UUID) -> None:
        """Stand on an edition, as soon as they are read."""
        self._wanted = edition_id
        if self.edition_table.select_key(edition_id):
            self._wanted = None

    def _show_editions(self, found: Sequence[EditionSigned]) -> None:
        self._all = found
        names: dict[str, str] = {}
        for one in found:
            names.setdefault(one.edition.rule, rule_words(one, self.tools.language))
        self.rule.show_choices([Choice(rule, name) for rule, name in names.items()])
        if self._wanted is not None:
            self.rule.choose(None)
        self._show_rule()

    def _show_rule(self) -> None:
        """The editions of the rule chosen, or all; stands on the one wanted, else the first with somebody missing."""
        rule = self.rule.chosen()
        found = [one for one in self._all if rule in (None, one.edition.rule)]
        self.editions.show_rows(found)
        if self._wanted is not None and self.edition_table.select_key(self._wanted):
            self._wanted = None
        elif self.edition_table.current_row() is None and found:
            first = next((one for one in found if one.missing), found[0])
            self.edition_table.select_key(first.id)
        self._pick(self.edition_table.current_row())

    def _pick(self, row: object) -> None:
        if isinstance(row, EditionSigned):
            self.tools.operations.read(self, self._service.sheet, row.id, then=self._show_sheet)

    def _show_sheet(self, sheet: EditionSheet) -> None:
        self._sheet = sheet
        houses = dict.fromkeys((one.institution_id, one.institution) for one in sheet.signers)
        kept = self.institution.chosen()
        self.institution.show_choices([Choice(key, name) for key, name in houses])
        self.institution.choose(kept)
        self.institution.setVisible(len(houses) > 1)
        self._show_people()

    def _show_people(self) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        words = self.tr("{rule}, edition {number}: {signed} of {people} have signed")
        state = sheet.state
        self.heading.setText(
            words.format(
                rule=rule_words(state, self.tools.language),
                number=state.edition.number,
                signed=state.signed,
                people=state.people,
            )
        )
        only = self.missing_only.isChecked()
        named = [one for one in self._here() if is_named(one, self.search.text())]
        self.table.say_empty(self._why_empty(state, named))
        self.people.show_rows([one for one in named if one.missing or not only])
        self._enable()

    def _why_empty(self, state: EditionSigned, named: Sequence[Signer]) -> str:
        if not state.people:
            return self.tr("Nobody must sign this edition.")
        typed = self.search.text().strip()
        if typed and not named:
            return self.tr('Nobody here is found by "{typed}" for this edition.').format(typed=typed)
        if typed:
            names = "、" if self.tools.language == "zh" else ", "
            told = self.tr("Nothing is missing of {names}: signed already. Ctrl+M shows the signatures.")
            return told.format(names=names.join(one.name for one in named[:5]))
        return self.tr("Everybody here has signed this edition.")

    def _to_the_list(self) -> None:
        """Enter in the search: to the first found."""
        self.table.setFocus()
        if self.people.rowCount() and self.table.current_row() is None:
            self.table.selectRow(0)

    def _here(self) -> list[Signer]:
        house = self.institution.chosen()
        rows = self._sheet.signers if self._sheet is not None else ()
        return [one for one in rows if house in (None, one.institution_id)]

    def _enable(self) -> None:
        here = self._here()
        missing = any(one.missing for one in here)
        chosen = [one for one in self.table.chosen_rows() if isinstance(one, Signer)]
        self.sign_button.setEnabled(missing)
        self.paper_button.setEnabled(missing)
        self.export_button.setEnabled(bool(here))
        self.sheets_button.setEnabled(bool(self._sheet and self._sheet.sheets))
        self.back_button.setEnabled(any(one.signed is not None for one in chosen))

    def sign(self) -> None:
        """Record signatures: those chosen in the list are ticked."""
        sheet = self._sheet
        if sheet is None or not self.sign_button.isEnabled():
            return
        chosen: list[Any] = self.table.chosen_rows()
        offered = [one for one in self._here() if one.missing]
        ticked = [one.id for one in chosen if one.missing]

        def ask(people: Sequence[Person]) -> None:
            SignDialog(self.tools, self._service, sheet, offered, ticked, people, self._by(), self.window()).open()

        self.tools.operations.read(self, self._service.witnesses, then=ask, topic="dialog")

    def _take_back(self) -> None:
        chosen: list[Any] = [one for one in self.table.chosen_rows() if isinstance(one, Signer) and one.signed]
        if chosen:
            TakeBackDialog(self.tools, self._service, chosen, self._by(), self.window()).open()

    def _print(self) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        houses = list(dict.fromkeys(one.institution_id for one in self._here() if one.missing))
        edition = sheet.state.edition
        words = self.tr(
            "Sheets to sign: {count}, one for each institution, with {people} people who have not signed yet. They are "
            "printed into the archive."
        )
        people = sum(1 for one in self._here() if one.missing)
        issue = partial(self._service.issue_sheets, language=self.tools.language)
        number = self.tr("{rule}, edition {number}").format(
            rule=rule_words(sheet.state, self.tools.language), number=edition.number
        )

        def show(papers: object) -> None:
            assert isinstance(papers, list)
            show_paper(self.tools, number, partial(self._service.originals, papers), self.window())

        self.tools.prompts.ask(
            self.window(),
            self.tr("Sheet to sign"),
            words.format(count=len(houses), people=people),
            yes=self.tr("Print"),
            then=lambda: self.tools.operations.write(issue, edition.id, houses, self._by(), then=show, asker=self),
        )

    def _sheets(self) -> None:
        if self._sheet is not None:
            title = rule_words(self._sheet.state, self.tools.language)
            SheetsDialog(self.tools, self._service, title, self._sheet.sheets, self.window()).open()

    def _export(self) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        house = self.institution.chosen()
        name = self.tr("Signatures {rule} {number}").format(
            rule=rule_words(sheet.state, self.tools.language), number=sheet.state.edition.number
        )
        write = partial(
            self._service.export,
            edition_id=sheet.state.id,
            institution_id=house if isinstance(house, UUID) else None,
            language=self.tools.language,
        )
        export(self.tools, self, self.tr("Export the signatures"), name, write)
