"""What can be done with contacts, each with its question: entered, previewed, copied, exported, sent to all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import By, Done
from qualitydesk.kit.exporting import WORKBOOK
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model.contacts import (
    CLOSED,
    AttemptDraft,
    ContactLine,
    ContactState,
    GreetingLine,
    Kept,
    MessageLine,
    Owed,
)
from qualitydesk.members.rules.contact_words import greeting_words, kept_words, line_occasion, made_up
from qualitydesk.members.rules.contacts import still_to_do
from qualitydesk.members.rules.message_texts import filled
from qualitydesk.members.service.contacts import Contacts
from qualitydesk.members.ui.contact_dialogs import AttemptDialog, Entry, HandOutDialog
from qualitydesk.members.ui.contact_messages import MessagesDialog
from qualitydesk.members.ui.words import brief_words, short_words
from qualitydesk.rulebook.model.contacting import ContactWay

GENERAL, CHOSEN, MESSAGES, CALLS = "general", "chosen", "messages", "calls"
"""What may be exported."""


class ContactActions(QObject):
    """Asks over `window`. Signals: `case_wanted(UUID, str)` a complaint of this member is wished for, with the note;
    `entered(keys)` of the contacts about which something was entered."""

    case_wanted = Signal(object, str)
    entered = Signal(object)

    def __init__(self, tools: Tools, contacts: Contacts, by: Callable[[], By], window: QWidget) -> None:
        super().__init__(window)
        self._tools = tools
        self._contacts = contacts
        self._by = by
        self._window = window
        self._reason = ""  # what names and numbers are wanted for, asked once while the program is open

    # What was done

    def enter(self, state: ContactState, lines: Sequence[ContactLine]) -> None:
        """Done, not reached, put off, left out; those that are over already are left alone."""
        open_ = [one for one in lines if one.state not in CLOSED]
        free = [one for one in open_ if one.kept in (None, Kept.COVERED)]
        if state in (ContactState.DONE, ContactState.NOT_REACHED):
            if open_ and not free:
                self._tell_kept(open_)
            open_ = free
        if not open_:
            return

        def ask(days: tuple[date, date]) -> None:
            dialog = AttemptDialog(self._tools, state, open_, *days, parent=self._window.window())
            dialog.submitted.connect(partial(self._write, dialog, open_))
            dialog.open()

        self._tools.operations.read(
            self, lambda: (self._contacts.today(), self._contacts.next_working_day()), then=ask, topic="attempt"
        )

    def _tell_kept(self, lines: Sequence[ContactLine]) -> None:
        words = [f"{brief_words(one.line)} · {kept_words(one, self._tools.language)}" for one in lines]
        told = self.tr("Not to be contacted now; it may be put off (P), or left out with a reason (L).")
        self._tools.prompts.tell(self._window, self.tr("Kept back"), "\n".join([told, *words]))

    def _write(self, dialog: AttemptDialog, lines: Sequence[ContactLine], entry: Entry) -> None:
        def record(by: By) -> Done[int]:
            return self._contacts.record([self._draft(one, entry) for one in lines], by)

        def done(_count: object) -> None:
            dialog.finish()
            self.entered.emit([one.owed.key for one in lines])
            if entry.case:
                self.case_wanted.emit(lines[0].owed.member_id, entry.note)

        self._tools.operations.write(record, self._by(), then=done, failed=dialog.take_back, asker=dialog)

    def _draft(self, line: ContactLine, entry: Entry) -> AttemptDraft:
        sent = entry.state is ContactState.DONE and line.owed.way is ContactWay.MESSAGE
        text = self._contacts.preview(line, self._tools.language) if sent else ""
        return AttemptDraft(line.owed, entry.state, entry.note, text, entry.postponed_to)

    def make_case(self, line: ContactLine) -> None:
        """A complaint of this member, with what was noted last about this contact."""

        def noted() -> str:
            found = (one for one in self._contacts.history(line.owed.member_id) if one.key == line.owed.key)
            return next((one.note for one in found if one.note), "")

        member = line.owed.member_id
        self._tools.operations.read(
            self, noted, then=lambda note: self.case_wanted.emit(member, note), topic="case note"
        )

    # Messages

    def numbers(self, lines: Sequence[ContactLine], day: date) -> None:
        """Names and numbers of these contacts in full, to be called now: with a reason, asked for once."""
        self.preview(lines, day, in_full=True)

    def preview(self, lines: Sequence[ContactLine], day: date, *, in_full: bool = False) -> None:
        """The texts of these contacts; a call has none, but its number may be wanted (`in_full`: at once)."""
        language = self._tools.language

        def blocks() -> list[tuple[str, str]]:
            return [
                (f"{short_words(one.line)} · {line_occasion(one, language)}", self._contacts.preview(one, language))
                for one in lines
            ]

        def show(found: list[tuple[str, str]]) -> None:
            dialog = MessagesDialog(self._tools, found, self._window.window())
            owed = [one.owed for one in lines]
            dialog.in_full_wanted.connect(lambda: self._in_full(dialog, owed, day))
            dialog.open()
            if in_full:
                dialog.full_button.click()

        if lines:
            self._tools.operations.read(self, blocks, then=show, topic="preview")

    def preview_greeting(self, line: GreetingLine) -> None:
        """The text of a general message, tried on a made-up person."""
        language = self._tools.language

        def show(text: str) -> None:
            who = made_up(language)
            said = filled(text, who | {"occasion": greeting_words(line.greeting, language)})
            words = self.tr("{occasion}, as {name} would read it").format(
                occasion=greeting_words(line.greeting, language), name=who["name"]
            )
            dialog = MessagesDialog(self._tools, [(words, said)], self._window.window())
            dialog.full_button.hide()
            dialog.note.setText(self.tr('Names, numbers and texts of all: "Export…" (X).'))
            dialog.open()

        self._tools.operations.read(
            self, self._contacts.greeting_text, line.greeting, language, then=show, topic="text"
        )

    def _in_full(self, dialog: MessagesDialog, owed: Sequence[Owed], day: date) -> None:
        if self._reason:
            self._hand_out(dialog, owed, day, self._reason)
            return
        words = self.tr(
            "What do you need names and numbers for? Who took how many, when and why is kept. "
            "You are asked once while the program is open."
        )
        self._tools.prompts.ask_text(
            dialog, self.tr("Names and numbers"), words, yes=self.tr("Show and copy"), lines=2,
            then=partial(self._hand_out, dialog, owed, day),
        )  # fmt: skip

    def _hand_out(self, dialog: MessagesDialog, owed: Sequence[Owed], day: date, reason: str) -> None:
        def show(lines: list[MessageLine]) -> None:
            self._reason = reason
            dialog.show_full(lines)

        def hand_out(by: By) -> Done[list[MessageLine]]:
            return self._contacts.hand_out(self._tools.language, reason, by, owed=owed, day=day)

        self._tools.operations.write(hand_out, self._by(), then=show, asker=dialog)

    # To all

    def sent_to_all(self, line: GreetingLine, *, quiet: bool, until: int) -> None:
        """A general message was sent to everybody it was still to be sent to; in quiet hours it is asked twice."""
        title, to = self.tr("Sent to all"), greeting_words(line.greeting, self._tools.language)
        words = self.tr("Was the message ({occasion}) sent to all {count} members? Each has it in her history then.")
        write = partial(self._read_text, line)
        late = self.tr("These are quiet hours: nothing should be sent before {hour}:00. Was it sent all the same?")

        def again() -> None:
            self._tools.prompts.ask(
                self._window, title, late.format(hour=until), yes=self.tr("It was sent"), then=write, danger=True
            )

        self._tools.prompts.ask(
            self._window, title, words.format(occasion=to, count=f"{line.to_do:,}"), yes=self.tr("It was sent"),
            then=again if quiet else write,
        )  # fmt: skip

    def _read_text(self, line: GreetingLine) -> None:
        language, by = self._tools.language, self._by()

        def record() -> Done[int]:
            text = self._contacts.greeting_text(line.greeting, language)
            return self._contacts.record_greeting(line.greeting, line.day, text, by)

        self._tools.operations.write(record, asker=self)

    # Out of the program

    def export(
        self,
        day: date,
        greetings: Sequence[GreetingLine],
        lines: Sequence[ContactLine],
        chosen: Sequence[ContactLine],
        begin: str,
    ) -> None:
        """Names, numbers and texts as a workbook, of what is still to do; `begin`: what is offered first."""
        todo = [one for one in lines if one.kept is None and still_to_do(one.state)]
        picked = [one for one in chosen if one in todo]
        groups = {
            CHOSEN: picked,
            MESSAGES: [one for one in todo if one.owed.way is ContactWay.MESSAGE],
            CALLS: [one for one in todo if one.owed.way is ContactWay.CALL],
        }
        language = self._tools.language
        choices = [
            (f"{GENERAL}{at}", self.tr("{occasion} ({count})").format(
                occasion=greeting_words(one.greeting, language), count=f"{one.to_do:,}"
            ))
            for at, one in enumerate(greetings) if one.to_do
        ]  # fmt: skip
        for key, words in (
            (CHOSEN, self.tr("Those chosen ({count})")),
            (MESSAGES, self.tr("All messages to single members ({count})")),
            (CALLS, self.tr("All calls ({count})")),
        ):
            if groups[key]:
                choices.append((key, words.format(count=len(groups[key]))))
        if not choices:
            self._tools.prompts.tell(
                self._window, self.tr("Nothing to export"),
                self.tr("Nothing is left to be sent on this day, or all of it is kept back."),
            )  # fmt: skip
            return
        keys = [key for key, _words in choices]
        first = next((key for key in (begin, f"{begin}0", CHOSEN) if key in keys), keys[0])
        dialog = HandOutDialog(self._tools, choices, first, self._reason, parent=self._window.window())

        def submitted(draft: tuple[str, str]) -> None:
            dialog.finish()
            key, reason = draft
            if key in groups:
                self._ask_file(day, reason, owed=[one.owed for one in groups[key]])
            else:
                self._ask_file(day, reason, greeting=greetings[int(key.removeprefix(GENERAL))].greeting)

        dialog.submitted.connect(submitted)
        dialog.open()

    def _ask_file(self, day: date, reason: str, **what: Any) -> None:
        """Asks where, writes in the lane of writes (it is logged), tells how many."""
        title = self.tr("Export names, numbers and texts")
        kinds = self.tr("Excel workbook (*.xlsx)") + ";;" + self.tr("CSV text (*.csv)")
        self._reason = reason

        def write(path: Path) -> None:
            target = path if path.suffix.casefold() in (WORKBOOK, ".csv") else path.with_name(path.name + WORKBOOK)
            verb = partial(
                self._contacts.write_messages, target, self._tools.language, reason, self._by(), day=day, **what
            )
            words = self.tr("{rows} rows were written to {path}.")
            self._tools.operations.write(
                verb, asker=self,
                then=lambda rows: self._tools.prompts.tell(
                    self._window, title, words.format(rows=rows, path=target)
                ),
            )  # fmt: skip

        name = self.tr("Contacts {day}").format(day=day.isoformat()) + WORKBOOK
        self._tools.prompts.save_path(self._window, title, name, kinds, write)
