"""What is owed to members on a day: general messages in a row each, personal contacts below, each with its keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from qualitydesk.basics.changes import By, Change
from qualitydesk.basics.clock import local
from qualitydesk.directory.model import Institution
from qualitydesk.directory.service import Directory
from qualitydesk.kit.dates import day_long
from qualitydesk.kit.elided import ElidedLabel
from qualitydesk.kit.keys import Key
from qualitydesk.kit.page import Page
from qualitydesk.kit.pickers import Choice, Picker
from qualitydesk.kit.pieces import Banner, button, hbox, vbox
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import TableModel
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model.contacts import (
    CLOSED,
    ContactLine,
    ContactState,
    DayList,
    Greeting,
    GreetingLine,
    Kept,
)
from qualitydesk.members.rules.contact_words import greeting_words
from qualitydesk.members.rules.contacts import still_to_do
from qualitydesk.members.service.contacts import Contacts
from qualitydesk.members.service.holds import Holds
from qualitydesk.members.ui.contact_actions import CHOSEN, GENERAL, ContactActions
from qualitydesk.members.ui.contact_columns import greeting_columns, personal_columns
from qualitydesk.members.ui.contact_texts import open_texts
from qualitydesk.members.ui.day_bar import DAY, DayBar
from qualitydesk.members.ui.greeted_dialog import GreetedDialog
from qualitydesk.rulebook.model.contacting import ContactWay

_MINUTE = 60_000


class ContactsPage(Page):
    """Signals: `member_wanted(UUID)` her own page; `complaint_wanted(UUID)` the case that holds her contacts;
    `case_wanted(UUID, str)` a complaint of this member is to be opened with a note; `paper_wanted(date, UUID or None)`
    the list of a day on paper, of an institution or all."""

    concerns = frozenset(
        {
            Change.CONTACTS, Change.CUSTOMERS, Change.PURCHASES, Change.TIERS, Change.RULEBOOK, Change.DIRECTORY,
            Change.CASES,  # a complaint puts holds and lifts them
        }
    )  # fmt: skip
    member_wanted = Signal(object)
    complaint_wanted = Signal(object)
    case_wanted = Signal(object, str)
    paper_wanted = Signal(object, object)

    def __init__(
        self,
        tools: Tools,
        contacts: Contacts,
        holds: Holds,
        directory: Directory,
        now: Callable[[], datetime],
        by: Callable[[], By],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent)
        self.set_title(self.tr("Contacts owed"))
        self._contacts, self._holds, self._directory = contacts, holds, directory
        self._now, self._by = now, by
        self._found: DayList | None = None
        self.doing = ContactActions(tools, contacts, by, self)
        self.doing.case_wanted.connect(self.case_wanted)
        self.doing.entered.connect(self._go_on)
        self._left_at = -1  # the row of the last entry: the cursor goes on from there
        self._build_head()
        self._build_tables()
        self._build_deeds()
        self._minute = QTimer(self, interval=_MINUTE)
        self._minute.timeout.connect(self._time_goes_by)
        self._minute.start()
        self._dress()

    # Building

    def _build_head(self) -> None:
        self.days = DayBar(self._now)
        self.institution = Picker(optional=True, placeholder=self.tr("All institutions"))
        self.institution.setAccessibleName(self.tr("Institution"))
        self.todo_only = QCheckBox(self.tr("Only what is to be done"))
        row = hbox(self.days, 2 * GRID, self.institution, self.todo_only, None)
        self.body.addLayout(row)
        self.quiet = Banner("", "info")
        self.quiet.hide()
        self.body.addWidget(self.quiet)
        self.days.turned.connect(lambda _day: self._read())
        self.institution.picked.connect(lambda _key: self._show_personal())
        self.todo_only.toggled.connect(lambda _on: self._show_personal())

    def _build_tables(self) -> None:
        tools, language = self.tools, self.tools.language
        self.greetings = TableModel(greeting_columns(language), key=lambda one: one.greeting, parent=self)
        self.general = Table(
            self.greetings, name=self.tr("General messages"), empty="", tools=tools, remember="contacts.general"
        )
        self.general.keep_high(1, 2)
        self.rows = TableModel(personal_columns(language), key=lambda one: one.owed.key, parent=self)
        self.personal = Table(
            self.rows, name=self.tr("Personal contacts"), empty="", tools=tools, remember="contacts", many=True
        )
        self.members = self._deed(self.tr("Members…"), "members", "G", self._with_greeting(self._open_members))
        self.text = self._deed(self.tr("Text…"), "note", "", self._with_greeting(self.doing.preview_greeting))
        self.sent = self._deed(self.tr("Sent to all…"), "check", "S", self._with_greeting(self._sent))
        heading = hbox(ElidedLabel(self.tr("General messages"), "section"), None, self.members, self.text, self.sent)
        self.body.addLayout(vbox(heading, self.general, gap=GRID // 2))
        self.message = self._deed(self.tr("Message…"), "note", "M", self._preview)
        self.number = self._deed(
            self.tr("Number…"), "eye", "Ctrl+U", self._show_number, self.tr("Name and number in full, with a reason")
        )  # fmt: skip
        self.case = self._deed(
            self.tr("Case…"), "complaints", "C", self._make_case, self.tr("Open a complaint with what was noted")
        )  # fmt: skip
        self.leave = self._deed(self.tr("Leave out…"), "", "L", partial(self._enter, ContactState.LEFT_OUT))
        self.later = self._deed(self.tr("Postpone…"), "", "P", partial(self._enter, ContactState.POSTPONED))
        self.missed = self._deed(self.tr("Not reached…"), "", "N", partial(self._enter, ContactState.NOT_REACHED))
        self.done = self._deed(self.tr("Done…"), "check", "D", partial(self._enter, ContactState.DONE))
        deeds = (self.number, self.message, self.case, self.leave, self.later, self.missed, self.done)
        self.body.addLayout(hbox(ElidedLabel(self.tr("Personal contacts"), "section"), None, *deeds, gap=GRID))
        self.body.addWidget(self.personal, 1)
        self.general.picked.connect(lambda _row: self._dress())
        self.general.opened.connect(lambda _row: self.members.click())
        self.personal.selectionModel().selectionChanged.connect(lambda *_: self._dress())
        self.personal.opened.connect(self._open)

    def _build_deeds(self) -> None:
        self.texts_button = self.add_button(
            self.tr("Texts…"), "pencil", lambda: open_texts(self.tools, self._contacts, self._by, self), role="quiet",
            sequence="T", words=self.tr("Texts of messages"),
        )  # fmt: skip
        self.export_button = self.add_button(
            self.tr("Export…"), "download", self._export, role="quiet", sequence="X",
            words=self.tr("Export names, numbers and texts"),
        )  # fmt: skip
        self.paper = self.add_button(
            self.tr("Print…"), "printer", self._print, sequence="Ctrl+P", words=self.tr("Print the list of the day")
        )
        self.bind(
            Key("Return", self.tr("To the member; where a complaint holds her contacts, to the case")),
            Key("O", self.tr("To the member under the cursor"), self._open_member),
            Key("Left", self.tr("Day before"), partial(self.days.turn, -DAY)),
            Key("Right", self.tr("Day after"), partial(self.days.turn, DAY)),
            Key("Home", self.tr("Today"), self.days.show_today),
            Key("Ctrl+F", self.tr("Only what is to be done, or all"), self.todo_only.click),
        )

    def _deed(self, words: str, icon_name: str, sequence: str, do: Callable[[], object], told: str = "") -> QPushButton:
        """A button beside a table, with its key; `told`: what F1 says of it."""
        made = button(words, icon_name, do, role="quiet")
        if sequence:
            told = told or words.rstrip("…")
            made.setToolTip(f"{told} ({sequence})")
            self.bind(Key(sequence, told, made.click))
        return made

    def _with_greeting(self, do: Callable[[GreetingLine], object]) -> Callable[[], None]:
        """Do it with the general message under the cursor."""

        def act() -> None:
            if (line := self.greeting()) is not None:
                do(line)

        return act

    # Reading

    def _time_goes_by(self) -> None:
        """Hours begin in which messages may be sent; a day ends."""
        if self.isVisible():
            self._say_quiet()
            self.days.follow()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.personal.setFocus()  # most of the work is there

    def refresh(self, changes: frozenset[Change]) -> None:
        if Change.DIRECTORY in changes:
            self.tools.operations.read(self, self._directory.institutions, then=self._show_institutions, topic="homes")
        if not self.days.follow():  # it is read anew by that
            self._read()

    def _read(self) -> None:
        self.tools.operations.read(self, self._contacts.day_list, self.days.day(), then=self._show, topic="day")

    def _show_institutions(self, found: list[Institution]) -> None:
        self.institution.show_choices([Choice(one.id, one.name, one.code) for one in found])
        self.institution.setVisible(len(found) > 1)

    def _show(self, found: DayList) -> None:
        if found.day != self.days.day():
            return
        self._found = found
        self.general.say_empty(self.tr("No general message on this day."))
        self.greetings.show_rows(found.greetings)
        self._stand_somewhere(self.general)
        self._say_quiet()
        self._show_personal()
        if not found.greetings:
            self.tools.operations.read(self, self._contacts.next_greeting, found.day, then=self._say_next, topic="next")

    def _show_personal(self) -> None:
        if self._found is None:
            return
        home, lines = self.institution.chosen(), self._found.personal
        if isinstance(home, UUID):
            lines = tuple(one for one in lines if one.line.institution_id == home)
        kept = sum(one.kept is not None for one in lines)
        todo = [one for one in lines if one.kept is None and still_to_do(one.state)]
        calls = sum(one.owed.way is ContactWay.CALL for one in todo)
        self._say_note(calls, len(todo) - calls, kept)
        shown = todo if self.todo_only.isChecked() else sorted(lines, key=lambda one: one.kept is not None)
        filtered = bool(lines) or bool(self._found.personal)
        self.personal.say_empty(
            self.tr("Nothing is left to do here. Ctrl+F shows all of the day.")
            if filtered
            else self.tr("Nobody in particular is to be contacted on this day.")
        )
        fresh = self.personal.current_row() is None  # a table with the keys stands on its first row by itself
        self.rows.show_rows(shown)
        if self._left_at >= 0:
            self._stand_on_work(behind=self._left_at)
        elif fresh or self.personal.current_row() is None:
            self._stand_on_work()
        self._left_at = -1
        self._dress()
        if not self._found.personal:
            day = self._found.day
            self.tools.operations.read(
                self, self._contacts.next_personal, day, then=self._say_next_personal, topic="near"
            )

    def _go_on(self, keys: Sequence[object]) -> None:
        """Something was entered about these: the cursor goes on to what is to be done next."""
        self._left_at = max((self.rows.row_of(key) for key in keys), default=-1)

    def _stand_on_work(self, behind: int = -1) -> None:
        """On the next row with something to do, of those behind a place first; where nothing is, it stays."""
        every = list(self.rows.all_rows())
        for row in [*every[behind + 1 :], *every[: behind + 1]]:
            if row.kept is None and still_to_do(row.state):
                self.personal.select_key(row.owed.key)
                return
        self._stand_somewhere(self.personal)

    def _stand_somewhere(self, table: Table) -> None:
        if table.current_row() is None and table.model().rowCount():
            table.selectRow(0)

    # Saying

    def _say_note(self, calls: int, messages: int, kept: int) -> None:
        words = self.tr("To do: calls {calls}, messages {messages} · kept back {kept}")
        self.set_note(words.format(calls=calls, messages=messages, kept=kept))

    def is_quiet(self) -> bool:
        """Whether nothing may be sent at this moment."""
        found = self._found
        return found is not None and not found.message_from <= local(self._now()).hour < found.message_until

    def _say_quiet(self) -> None:
        if self._found is None or not self.is_quiet() or self._found.day != self.days.today():
            self.quiet.say("")
            return
        words = self.tr("Quiet hours: messages are sent from {hour}:00 on, until {end}:00.")
        self.quiet.say(words.format(hour=self._found.message_from, end=self._found.message_until), "info")

    def _say_next(self, found: tuple[date, Greeting] | None) -> None:
        words = self.tr("No general message on this day.")
        if found is not None:
            day, greeting = found
            told = self.tr("Next: {occasion}, {day}.")
            words += " " + told.format(occasion=greeting_words(greeting, self.tools.language), day=day_long(day))
        self.general.say_empty(words)

    def _say_next_personal(self, found: tuple[date, int] | None) -> None:
        if self.rows.rowCount():
            return
        words = self.tr("Nobody in particular is to be contacted on this day.")
        if found is None:
            told = self.tr("Contacts come by themselves: after a first purchase, and on birthdays on record.")
        else:
            told = self.tr("Next: {day} ({count}).").format(day=day_long(found[0]), count=found[1])
        self.personal.say_empty(f"{words} {told}")

    # What stands under the cursor

    def greeting(self) -> GreetingLine | None:
        """The general message under the cursor."""
        row = self.general.current_row()
        return row if isinstance(row, GreetingLine) else None

    def chosen(self) -> list[ContactLine]:
        """The personal contacts selected."""
        return [one for one in self.personal.chosen_rows() if isinstance(one, ContactLine)]

    def _dress(self) -> None:
        line, chosen = self.greeting(), self.chosen()
        for made in (self.members, self.text):
            made.setEnabled(line is not None)
        self.sent.setEnabled(line is not None and line.to_do > 0 and line.day <= self.days.today())
        for made in (self.done, self.missed, self.later, self.leave):
            made.setEnabled(any(one.state not in CLOSED for one in chosen))
        self.message.setEnabled(bool(chosen))
        self.number.setEnabled(any(one.kept is None and still_to_do(one.state) for one in chosen))
        self.case.setEnabled(len(chosen) == 1)
        self.export_button.setEnabled(self._found is not None)

    # Deeds

    def _enter(self, state: ContactState) -> None:
        self.doing.enter(state, self.chosen())

    def _preview(self) -> None:
        if self.general.hasFocus() and (line := self.greeting()) is not None:
            self.doing.preview_greeting(line)
        else:
            self.doing.preview(self.chosen(), self.days.day())

    def _show_number(self) -> None:
        free = [one for one in self.chosen() if one.kept is None and still_to_do(one.state)]
        self.doing.numbers(free, self.days.day())

    def _make_case(self) -> None:
        if (chosen := self.chosen()) and len(chosen) == 1:
            self.doing.make_case(chosen[0])

    def _sent(self, line: GreetingLine) -> None:
        assert self._found is not None
        self.doing.sent_to_all(line, quiet=self.is_quiet(), until=self._found.message_from)

    def _open_members(self, line: GreetingLine) -> None:
        dialog = GreetedDialog(self.tools, self._contacts, line, parent=self.window())
        dialog.member_wanted.connect(self.member_wanted)
        dialog.open()

    def _open_member(self) -> None:
        row = self.personal.current_row()
        if isinstance(row, ContactLine):
            self.member_wanted.emit(row.owed.member_id)

    def _open(self, row: object) -> None:
        """To the member, or to the complaint that holds her contacts."""
        assert isinstance(row, ContactLine)
        member = row.owed.member_id
        if row.kept is not Kept.HOLD:
            self.member_wanted.emit(member)
            return

        def holding() -> UUID | None:
            found = (one.case_id for one in self._holds.of_member(member) if one.lifted_at is None)
            return next((case_id for case_id in found if case_id is not None), None)

        def go(case_id: UUID | None) -> None:
            if case_id is None:
                self.member_wanted.emit(member)
            else:
                self.complaint_wanted.emit(case_id)

        self.tools.operations.read(self, holding, then=go, topic="holding")

    def _export(self) -> None:
        if self._found is not None:
            begin = GENERAL if self.general.hasFocus() else CHOSEN
            self.doing.export(self._found.day, self._found.greetings, self._found.personal, self.chosen(), begin)

    def _print(self) -> None:
        home = self.institution.chosen()
        self.paper_wanted.emit(self.days.day(), home if isinstance(home, UUID) else None)
