"""One internal request: what is asked of whom, its clock, the answer, files, timeline, and what can be done now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import By, Change
from qualitydesk.basics.clock import Clock
from qualitydesk.basics.phrases import say
from qualitydesk.complaints.model.requests import KeptFile, Request, RequestState, RequestVerb
from qualitydesk.complaints.rules.requests import open_to
from qualitydesk.complaints.service import Requests
from qualitydesk.complaints.ui.clock_row import ClockRow
from qualitydesk.complaints.ui.offer import CaseOffer, read_offer
from qualitydesk.complaints.ui.records.record_page import RecordPage
from qualitydesk.complaints.ui.requests.step_dialog import RequestStepDialog
from qualitydesk.complaints.ui.requests.words import STATE_TONES, state_words
from qualitydesk.complaints.ui.tabs.files import size_words
from qualitydesk.directory.service import Directory
from qualitydesk.kit.dates import day_long, moment_words
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.tools import Tools
from qualitydesk.measures.model import Urgency

_ORDER = (
    RequestVerb.ANSWER,
    RequestVerb.CONFIRM,
    RequestVerb.ACCEPT,
    RequestVerb.RETURN,
    RequestVerb.PASS_ON,
    RequestVerb.WITHDRAW,
    RequestVerb.ATTACH,
    RequestVerb.NOTE,
)
_LONGEST = 4  # files shown before their table scrolls


class RequestPage(RecordPage):
    """Its clock can be pressed: the derivation of the deadline, step by step."""

    concerns = frozenset({Change.REQUESTS, Change.DIRECTORY, Change.CALENDAR})

    def __init__(
        self,
        tools: Tools,
        requests: Requests,
        directory: Directory,
        clock: Clock,
        by: Callable[[], By],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", "request_verb", parent)
        self.set_title(self.tr("Internal request"))
        self._requests = requests
        self._directory = directory
        self._clock = clock
        self._by = by
        self.clocks = ClockRow(tools.language)
        self.files = TableModel(self._file_columns(), parent=self)
        self.file_table = Table(
            self.files, name=self.tr("Files"), empty=self.tr('No file yet. "File…" adds a picture or document.')
        )
        self.file_table.opened.connect(self._save_file)
        for verb, words, icon_name, role, key in (
            (RequestVerb.NOTE, self.tr("Note…"), "note", "quiet", "N"),
            (RequestVerb.ATTACH, self.tr("File…"), "file", "quiet", "F"),
            (RequestVerb.WITHDRAW, self.tr("Withdraw…"), "x", "quiet", "Ctrl+D"),
            (RequestVerb.PASS_ON, self.tr("Pass on…"), "arrow-right", "", "P"),
            (RequestVerb.ACCEPT, self.tr("Accept…"), "check", "", "A"),
            (RequestVerb.RETURN, self.tr("Send back…"), "undo", "", "B"),
            (RequestVerb.ANSWER, self.tr("Answer…"), "pencil", "primary", "R"),
            (RequestVerb.CONFIRM, self.tr("Satisfied, close…"), "lock", "primary", "C"),
        ):
            self.add_verb(verb, words, icon_name, partial(self._begin, verb), role, key)
        self.assemble(
            self.tr("What is needed"),
            (self.clocks,),
            {self.tr("Answer"): self.answer, self.tr("Files"): self.file_table},
        )

    def _file_columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("Name"), lambda one: one.name, stretch=True),
            Column(self.tr("Size"), lambda one: one.size, text=size_words, align="right", width=80),
            Column(self.tr("Added"), lambda one: one.added_at, text=moment_words, width=136),
            Column(self.tr("By"), lambda one: one.added_by, width=80),
        )

    def read(self, record_id: UUID) -> Request:
        return self._requests.request(record_id)

    def offered(self, found: Request) -> Sequence[str]:
        there = open_to(found.line.state)
        return [verb for verb in _ORDER if verb in there]

    def show_found(self, found: Request) -> None:
        line, language = found.line, self.tools.language
        self.set_title(self.tr("Internal request {number}").format(number=line.number))
        self.chip.say(state_words(line.state, language), STATE_TONES[line.state])
        self.second.say(
            say(language, f"urgency.{line.urgency}"), "danger" if line.urgency is Urgency.AT_ONCE else "warning"
        )
        self.second.setVisible(line.urgency is not Urgency.ORDINARY)
        self.clocks.show_clocks(found.clocks, found.now, found.zone)
        self.words.setText(line.words)
        self.answer.setText(found.answer or self.tr("Not answered yet."))
        self._show_next(found)
        self.facts.show_facts(self._facts(found))
        self.files.show_rows(found.files)
        self.file_table.keep_high(1, _LONGEST)

    def _facts(self, found: Request) -> list[tuple[str, str]]:
        line, zone = found.line, found.zone
        facts = [
            (self.tr("Asker"), f"{line.asker} · {line.department} · {line.institution}"),
            (self.tr("Department asked"), line.asked),
            (self.tr("Asked at"), moment_words(line.received_at, zone)),
        ]
        if found.backdate_reason:
            facts.append((self.tr("Entered later"), found.backdate_reason))
        if found.since:
            facts.append((self.tr("Since"), day_long(found.since)))
        if found.accepted_by:
            facts.append((self.tr("Accepted by"), found.accepted_by))
        if line.answered_at is not None:
            facts.append((self.tr("Answered"), f"{moment_words(line.answered_at, zone)} · {found.answered_by}"))
        if line.returned:
            facts.append((self.tr("Sent back"), self.tr("{count}×").format(count=line.returned)))
        if line.closed_at is not None:
            facts.append((self.tr("Closed"), f"{moment_words(line.closed_at, zone)} · {found.closed_by}"))
        return facts

    def _show_next(self, found: Request) -> None:
        """What is wanted now, in one sentence."""
        line = found.line
        tone, words = "info", ""
        if line.is_overdue(found.now):
            tone = "danger"
            words = self.tr("The answer is overdue. Ask {asked} for it, or pass the request on.")
        elif line.state is RequestState.ASKED:
            words = self.tr("{asked} has not accepted it yet.")
        elif line.state is RequestState.ACCEPTED and line.returned:
            tone, words = "warning", self.tr("The asker was not satisfied. {asked} answers once more.")
        elif line.state is RequestState.ANSWERED:
            tone, words = "warning", self.tr("{asker} says whether the answer will do.")
        self.next.say(words.format(asked=line.asked, asker=line.asker), tone)
        self.next.setVisible(bool(words))

    def _begin(self, verb: RequestVerb) -> None:
        if verb is RequestVerb.NOTE:
            self.ask_note(self._requests.add_note, self._by)
        elif verb is RequestVerb.ATTACH:
            self._attach()
        else:
            ask = partial(self._ask, verb)
            self.tools.operations.read(self, read_offer, self._directory, self._clock, then=ask, topic="step")

    def _ask(self, verb: RequestVerb, offer: CaseOffer) -> None:
        if isinstance(self.found, Request):
            RequestStepDialog(
                self.tools, self._requests, self.found, verb, offer, self._by(), parent=self.window()
            ).open()

    def _attach(self) -> None:
        if self.record_id is None:
            return
        key = self.record_id

        def chosen(path: Path) -> None:
            self.tools.operations.write(self._requests.attach, key, path, self._by(), asker=self)

        self.tools.prompts.open_path(self, self.tr("Add a file"), self.tr("All files (*)"), chosen)

    def _save_file(self, row: object) -> None:
        if not isinstance(row, KeptFile):
            return

        def chosen(path: Path) -> None:
            query = partial(_write_file, self._requests, row.id, path)
            self.tools.operations.read(self, query, then=lambda _done: None, topic="save file")

        self.tools.prompts.save_path(self, self.tr("Save the file"), row.name, self.tr("All files (*)"), chosen)


def _write_file(requests: Requests, file_id: UUID, path: Path) -> None:
    _name, content = requests.file(file_id)
    path.write_bytes(content)
