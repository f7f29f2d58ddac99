"""Questions about contacts: what was done about one or several, what is to be handed out in full and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QWidget

from qualitydesk.basics.errors import Problem
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import Choice, DayPicker, Picker
from qualitydesk.kit.pieces import label
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model.contacts import AttemptDraft, ContactLine, ContactState
from qualitydesk.members.rules import problems_in_reason
from qualitydesk.members.rules.contact_words import line_occasion
from qualitydesk.members.rules.contacts import problems_in_attempt
from qualitydesk.members.ui.words import short_words

_NAMED = 6  # contacts named in a question; the rest is counted


@dataclass(frozen=True)
class Entry:
    """What was done, as entered. `case`: a complaint is to be opened with the note."""

    state: ContactState
    note: str = ""
    postponed_to: date | None = None
    case: bool = False


class AttemptDialog(DraftDialog):
    """One note for all the contacts it is about. Hands out an `Entry`."""

    def __init__(
        self, tools: Tools, state: ContactState, lines: Sequence[ContactLine], today: date, later: date,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """`later`: the day offered to put them off to."""
        super().__init__(tools, "", parent=parent)
        self._state, self._lines, self._today = state, tuple(lines), today
        titles = {
            ContactState.DONE: self.tr("Done"),
            ContactState.NOT_REACHED: self.tr("Not reached"),
            ContactState.POSTPONED: self.tr("Postpone"),
            ContactState.LEFT_OUT: self.tr("Leave out"),
        }
        words = self.tr("{what}: {count} contacts") if len(lines) > 1 else "{what}"
        self.setWindowTitle(words.format(what=titles[state], count=len(lines)))
        self.add_wide(label(named(lines, tools.language), wrap=True, selectable=True))
        self.postponed_to = DayPicker(later)
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.setMinimumHeight(9 * GRID)
        self.case = QCheckBox(self.tr("It is a complaint: open a case with this note"))
        if state is ContactState.POSTPONED:
            self.add_row("postponed_to", self.tr("To the day"), self.postponed_to, required=True)
        hints = {
            ContactState.DONE: self.tr("How she was, what she suggested, what was promised."),
            ContactState.NOT_REACHED: self.tr("Busy, switched off, wrong number …"),
            ContactState.POSTPONED: self.tr("When she wishes to be called, and by whom."),
            ContactState.LEFT_OUT: self.tr("Why nothing more is to be done about it."),
        }
        self.add_row(
            "note", self.tr("Note"), self.note, hint=hints[state], required=state is ContactState.LEFT_OUT
        )  # fmt: skip
        if len(lines) == 1 and state is ContactState.DONE:
            self.add_wide(self.case)

    def read_draft(self) -> Entry:
        day = self.postponed_to.day() if self._state is ContactState.POSTPONED else None
        return Entry(self._state, self.note.toPlainText().strip(), day, self.case.isChecked())

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, Entry)
        first = AttemptDraft(self._lines[0].owed, draft.state, draft.note, "", draft.postponed_to)
        return problems_in_attempt(first, self._today)


class HandOutDialog(DraftDialog):
    """Which messages are wanted with names and numbers in full, and what for. Hands out (key of the choice, reason)."""

    def __init__(
        self, tools: Tools, choices: Sequence[tuple[str, str]], chosen: str, reason: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("Export names, numbers and texts"))
        self.save_button.setText(self.tr("Choose a file…"))
        self.what = Picker([Choice(key, words) for key, words in choices])
        self.what.choose(chosen)
        self.reason = QPlainTextEdit(reason)
        self.reason.setTabChangesFocus(True)
        self.reason.setMinimumHeight(9 * GRID)
        self.add_row("what", self.tr("Messages"), self.what, required=True)
        self.add_row(
            "reason", self.tr("Reason"), self.reason, required=True,
            hint=self.tr("Names and telephones leave the program in full: who took how many, when and why is kept."),
        )  # fmt: skip

    def read_draft(self) -> tuple[str, str]:
        return str(self.what.chosen() or ""), self.reason.toPlainText().strip()

    def problems_in(self, draft: object) -> Sequence[Problem]:
        return problems_in_reason(self.reason.toPlainText())


def named(lines: Sequence[ContactLine], language: str) -> str:
    """王**  138****5678 · 满一个月电话回访, a line each; beyond a few the rest is counted."""
    said = [f"{short_words(one.line)} · {line_occasion(one, language)}" for one in lines[:_NAMED]]
    if more := len(lines) - len(said):
        said.append(QCoreApplication.translate("Contacts", "and {count} more").format(count=more))
    return "\n".join(said)
