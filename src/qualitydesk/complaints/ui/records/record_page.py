"""One request or wish: what it says at the left, its timeline at the right, and what can be done with it now."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QPushButton, QSplitter, QVBoxLayout, QWidget

from qualitydesk.basics.phrases import knows, say
from qualitydesk.complaints.model.requests import Entry
from qualitydesk.complaints.ui.timeline import entry_words
from qualitydesk.kit.dates import moment_words
from qualitydesk.kit.keys import Key
from qualitydesk.kit.page import Page
from qualitydesk.kit.pieces import Banner, Chip, Facts, hbox, label, panel, vbox
from qualitydesk.kit.scrolled import scroll_column
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import EDGE, GRID
from qualitydesk.kit.tools import Tools


class RecordPage(Page):
    """Opened by `show_record(id)`; its buttons follow the state. `family`: phrases of its verbs, `family.<verb>`.

    Signals: `closed` back to where it was opened from.
    """

    closed = Signal()

    def __init__(self, tools: Tools, title: str, family: str, parent: QWidget | None = None) -> None:
        super().__init__(tools, "", parent)
        self.set_title(title)
        self._family = family
        self.record_id: UUID | None = None
        self.found: Any = None
        self._zone = ""
        self._way_back: Callable[[], object] = self.closed.emit
        self.chip = Chip()
        self.second = Chip()
        self.next = Banner("", "info")
        self.words = label("", wrap=True, selectable=True)
        self.facts = Facts()
        self.answer = label("", wrap=True, selectable=True)
        self.entries = TableModel(self._columns(), key=lambda entry: entry.place, parent=self)
        self.timeline = Table(self.entries, name=self.tr("Timeline"), empty="", wrap=True)
        self.verbs: dict[str, QPushButton] = {}
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.setVisible(False)
        self.body.addWidget(self._split)
        self.add_button(self.tr("Back"), "arrow-left", self.leave, role="quiet", sequence="Esc")

    # What subclasses say

    def read(self, record_id: UUID) -> Any:
        """On a read lane: what is to be shown."""
        raise NotImplementedError

    def show_found(self, found: Any) -> None:
        """Fill the page."""
        raise NotImplementedError

    def offered(self, found: Any) -> Sequence[str]:
        """The verbs offered now, the weightiest first."""
        raise NotImplementedError

    # How it is made

    def assemble(self, words_title: str, above: Sequence[QWidget], below: Mapping[str, QWidget]) -> None:
        """`above`: between the head and the words; `below`: further parts under their titles."""
        head = vbox(hbox(self.chip, self.second, None, gap=EDGE), self.next, *above, self.facts, gap=GRID)
        head.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        box = panel()
        box.setLayout(head)
        parts = [section(title, part) for title, part in below.items()]
        self._split.addWidget(scroll_column(self.page_title(), box, section(words_title, self.words), *parts))
        right = QWidget()
        right.setLayout(section(self.tr("Timeline"), self.timeline))
        self._split.addWidget(right)
        self._split.setSizes([72 * GRID, 64 * GRID])
        self.bind(Key("Ctrl+Return", self.tr("The step that comes next"), self.do_next))
        self._show_buttons()

    def add_verb(self, verb: str, words: str, icon_name: str, do: Callable[[], object], role: str, key: str) -> None:
        self.verbs[verb] = self.add_button(words, icon_name, do, role=role, sequence=key)

    def _columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("When"), lambda entry: entry.at, text=lambda at: moment_words(at, self._zone), width=136),
            Column(self.tr("What"), lambda entry: say(self.tools.language, f"{self._family}.{entry.verb}"), width=96),
            Column(self.tr("Who"), lambda entry: entry.decided_by, tip=self._typed, width=72),
            Column(self.tr("Note"), self._told, tip=self._told, stretch=True),
        )

    def _typed(self, entry: Entry) -> str:
        return self.tr("Entered by {name}").format(name=entry.entered_by) if entry.entered_by else ""

    def _told(self, entry: Entry) -> str:
        return record_words(entry, self.tools.language, self._zone)

    # What it does

    def show_record(self, record_id: UUID, back: Callable[[], object] | None = None) -> None:
        """Read one and show it; `back` leads to where it was opened from."""
        self._way_back = back or self.closed.emit
        if record_id != self.record_id:
            self.found = None
            self._split.setVisible(False)
            self._show_buttons()
        self.record_id = record_id
        self.refresh(frozenset())

    def refresh(self, _changes: Any) -> None:
        """Read it anew."""
        if self.record_id is not None:
            self.tools.operations.read(self, self.read, self.record_id, then=self._show, topic="record")

    def _show(self, found: Any) -> None:
        self.found, self._zone = found, found.zone
        self.show_found(found)
        self.entries.show_rows(found.timeline)
        self._split.setVisible(True)
        self._show_buttons()
        self.timeline.setFocus()  # the button just pressed may be gone, and keys need a place to be heard

    def _show_buttons(self) -> None:
        offered = self.offered(self.found) if self.found is not None else ()
        for verb, made in self.verbs.items():
            made.setVisible(verb in offered)

    def do_next(self) -> None:
        """Press the weightiest of what can be done."""
        for verb in self.offered(self.found) if self.found is not None else ():
            self.verbs[verb].click()
            return

    def leave(self) -> None:
        self._way_back()

    def ask_note(self, add: Callable[..., Any], by: Callable[[], Any]) -> None:
        """A line for the timeline."""
        if self.record_id is None:
            return
        key = self.record_id

        def write(words: str) -> None:
            self.tools.operations.write(partial(add, key, words), by(), asker=self)

        self.tools.prompts.ask_text(
            self.window(),
            self.tr("Note"),
            self.tr("What should the timeline say?"),
            yes=self.tr("Add the note"),
            lines=3,
            then=write,
        )


def section(title: str, *parts: QWidget) -> QVBoxLayout:
    return vbox(label(title, "section"), *parts, gap=GRID // 2)


def record_words(entry: Entry, language: str, zone: str) -> str:
    """An entry's details and what was written, in one line."""
    details, parts = entry.details, []
    if isinstance(details.get("to"), str) and details["to"]:
        parts.append(f"→ {details['to']}")
    outcome = f"wish_outcome.{details.get('outcome')}"
    if knows(language, outcome):
        parts.append(say(language, outcome))
    for name in ("received_at", "at"):
        if isinstance(details.get(name), str):
            at = moment_words(datetime.fromisoformat(details[name]), zone)
            parts.append(QCoreApplication.translate("RecordWords", "on {moment}, entered later").format(moment=at))
    if isinstance(details.get("reason"), str) and details["reason"]:
        parts.append(details["reason"])
    parts.append(entry_words(entry, language, zone))
    return " · ".join(part for part in parts if part)
