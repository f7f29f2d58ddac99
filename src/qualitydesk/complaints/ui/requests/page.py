"""Internal requests: what the front line asks of the back office, the answer owed first on top."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import By, Change
from qualitydesk.basics.clock import Clock
from qualitydesk.basics.phrases import say
from qualitydesk.complaints.model.requests import RequestFilter, RequestLine, RequestState
from qualitydesk.complaints.service import Requests
from qualitydesk.complaints.ui.offer import CaseOffer, id_of, one_of, read_offer
from qualitydesk.complaints.ui.requests.ask_dialog import AskRequestDialog
from qualitydesk.complaints.ui.requests.sums_bar import SumsBar
from qualitydesk.complaints.ui.requests.words import STATE_TONES, due_tone, due_words, state_words
from qualitydesk.complaints.ui.words import choices, provisional_words
from qualitydesk.directory.service import Directory
from qualitydesk.kit.dates import moment_words
from qualitydesk.kit.exporting import export
from qualitydesk.kit.keys import Key
from qualitydesk.kit.pickers import Choice
from qualitydesk.kit.records_page import Fetch, RecordsPage
from qualitydesk.kit.table_model import Column
from qualitydesk.kit.tools import Tools
from qualitydesk.measures.model import Urgency

UNANSWERED = "unanswered"
SHOWN: tuple[RequestState | str | None, ...] = (
    UNANSWERED,
    RequestState.ANSWERED,
    RequestState.CLOSED,
    RequestState.WITHDRAWN,
    None,
)
_URGENCY_TONES = {Urgency.ORDINARY: "", Urgency.URGENT: "warning", Urgency.AT_ONCE: "danger"}


class RequestsPage(RecordsPage):
    """The list; the answer owed first stands first."""

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
        super().__init__(tools, "", "", parent)
        self.set_title(self.tr("Internal requests"))
        self.search.setPlaceholderText(self.tr("Number, name, department or any words"))
        self._requests = requests
        self._directory = directory
        self._clock = clock
        self._by = by
        language = tools.language
        self.institution = self.picker(self.tr("Institution"), self.tr("All institutions"))
        self.asked = self.picker(self.tr("Department asked"), self.tr("Any department asked"))
        self.asking = self.picker(self.tr("Asking department"), self.tr("Any asking department"))
        urgencies = choices("urgency", Urgency, language)
        self.urgency = self.picker(self.tr("Urgency"), self.tr("Any urgency"), urgencies)
        self.overdue = self.box(self.tr("Overdue"))
        self.mine = self.box(self.tr("Mine"))
        self.mine.setToolTip(self.tr("Asked, accepted or answered by me"))
        self.sums = SumsBar()
        self.assemble(
            self._columns(),
            SHOWN,
            UNANSWERED,
            (self.institution, self.asked, self.overdue, self.mine),
            (self.asking, self.urgency),
            above=self.sums,
            sort="due_at",
            descending=False,
            remember="requests",
            open_words=self.tr("Open the request"),
        )
        self._show_states({})
        self.add_button(
            self.tr("Unanswered…"),
            "file",
            self._export_unanswered,
            role="quiet",
            sequence="Ctrl+Shift+E",
            words=self.tr("The list of all unanswered requests, for the director"),
        )
        self.add_button(self.tr("Export…"), "download", self._export, role="quiet", sequence="Ctrl+E")
        self.add_button(self.tr("New request"), "plus", self.begin, role="primary", sequence="Ctrl+N")
        self.bind(
            Key("Ctrl+O", self.tr("Only those overdue"), self.overdue.click),
            Key("Ctrl+M", self.tr("Only mine"), self.mine.click),
        )
        self.sums.overdue_wanted.connect(self.show_overdue)
        self.sums.open_wanted.connect(partial(self.choose, UNANSWERED))

    def _columns(self) -> Sequence[Column]:
        language = self.tools.language
        return (
            Column(self.tr("Number"), lambda line: line.number, width=152, sort="number", whole=True),
            Column(
                self.tr("State"),
                lambda line: state_words(line.state, language),
                tone=lambda line: STATE_TONES[line.state],
                width=112,
                whole=True,
            ),
            Column(self.tr("Request"), lambda line: line.words.replace("\n", " "), tip=_words, stretch=True),
            Column(self.tr("Asker"), _asker, tip=lambda line: f"{_asker(line)} · {line.institution}", width=128),
            Column(self.tr("Asked of"), lambda line: line.asked, tip=lambda line: line.asked, width=112, whole=True),
            Column(
                self.tr("Urgency"),
                lambda line: "" if line.urgency is Urgency.ORDINARY else say(language, f"urgency.{line.urgency}"),
                tone=lambda line: _URGENCY_TONES[line.urgency],
                width=80,
            ),
            Column(
                self.tr("Asked on"), lambda line: line.received_at, text=_day, width=96, sort="received_at", whole=True
            ),
            Column(
                self.tr("Answer"),
                lambda line: due_words(line, self._clock.now(), language),
                tone=lambda line: due_tone(line, self._clock.now()),
                tip=self._due_tip,
                width=144,
                sort="due_at",
                whole=True,
            ),
            Column(
                self.tr("Sent back"),
                lambda line: self.tr("{count}×").format(count=line.returned) if line.returned else "",
                tone=lambda _line: "warning",
                width=80,
            ),
        )

    def _due_tip(self, line: RequestLine) -> str:
        due = self.tr("Due {moment}").format(moment=moment_words(line.due_at))
        return provisional_words(due, self.tools.language) if line.provisional else due

    def fetch(self, wanted: RequestFilter) -> Fetch:
        def fetch(after: tuple[Any, UUID] | None, limit: int, sort: str, descending: bool) -> Sequence[RequestLine]:
            return self._requests.lines(wanted, after=after, limit=limit, sort=sort or "due_at", descending=descending)

        return fetch

    def wanted(self) -> RequestFilter:
        state, (first, last) = self.state(), self.days
        return RequestFilter(
            state=RequestState(str(state)) if state not in (None, UNANSWERED) else None,
            unanswered=state == UNANSWERED,
            overdue=self.overdue.isChecked(),
            institution_id=id_of(self.institution),
            department_id=id_of(self.asking),
            asked_id=id_of(self.asked),
            urgency=one_of(self.urgency, Urgency),
            mine=self._by().decided_by if self.mine.isChecked() else None,
            received_from=first.day(),
            received_to=last.day(),
            text=self.search.text().strip(),
        )

    def empty_words(self, wanted: RequestFilter) -> str:
        if wanted == RequestFilter(unanswered=True):
            return self.tr(
                'No answer is owed to anybody. "New request" (Ctrl+N) takes one in: who asks, which department, what.'
            )
        if wanted == RequestFilter():
            return self.tr(
                "No request yet. What the front line needs from another department is asked here with "
                '"New request" (Ctrl+N); from then on the clock of its answer runs.'
            )
        return self.tr('No request fits. "Show all" takes the filters away.')

    def show_overdue(self) -> None:
        """Narrow the list to answers whose time is over, the other filters away."""
        self.choose(UNANSWERED)
        self.overdue.setChecked(True)

    def refresh(self, changes: frozenset[Change]) -> None:
        """Requests, their counts and the month; what the pickers offer only when the directory changed."""
        read = self.tools.operations.read
        if Change.DIRECTORY in changes:
            read(self, read_offer, self._directory, self._clock, then=self._show_offer, topic="offer")
        read(self, self._requests.states, then=self._show_states, topic="states")
        read(self, self._requests.sums, then=self.sums.show_sums, topic="sums")
        self.count()
        self.lines.reload()

    def count(self) -> None:
        self.tools.operations.read(self, self._requests.count, self.told, then=self._show_count, topic="count")

    def _show_count(self, count: int) -> None:
        self.set_note(self.tr("1 request") if count == 1 else self.tr("{count} requests").format(count=count))

    def _show_offer(self, offer: CaseOffer) -> None:
        self.institution.show_choices([Choice(one.id, one.name, one.code) for one in offer.institutions])
        self.institution.setVisible(len(offer.institutions) > 1)
        for picker in (self.asked, self.asking):
            picker.show_choices(offer.department_choices())

    def _show_states(self, counts: Mapping[RequestState, int]) -> None:
        language = self.tools.language
        owed = counts.get(RequestState.ASKED, 0) + counts.get(RequestState.ACCEPTED, 0)
        told: dict[object, tuple[str, int]] = {
            state: (state_words(state, language), counts.get(state, 0))
            for state in SHOWN
            if isinstance(state, RequestState)
        }
        told[UNANSWERED] = (self.tr("To be answered"), owed)
        told[None] = (self.tr("All"), sum(counts.values()))
        self.show_counts(told)

    def begin(self) -> None:
        """Ask for a new one."""
        read = self.tools.operations.read
        read(self, read_offer, self._directory, self._clock, then=self._ask, topic="new request")

    def _ask(self, offer: CaseOffer) -> None:
        dialog = AskRequestDialog(self.tools, self._requests, offer, self._by(), parent=self.window())
        dialog.asked_for.connect(self.record_wanted.emit)
        dialog.open()

    def _export(self) -> None:
        write: Callable[[Path], int] = partial(self._requests.export, wanted=self.told, language=self.tools.language)
        self._save(self.tr("Export requests"), self.tr("Internal requests"), write)

    def _export_unanswered(self) -> None:
        write: Callable[[Path], int] = partial(self._requests.export_unanswered, language=self.tools.language)
        self._save(self.tr("Unanswered requests"), self.tr("Unanswered requests"), write)

    def _save(self, title: str, name: str, write: Callable[[Path], int]) -> None:
        today = moment_words(self._clock.now())[:10]
        export(self.tools, self, title, f"{name} {today}", write)


def _asker(line: RequestLine) -> str:
    return f"{line.asker} · {line.department}"


def _words(line: RequestLine) -> str:
    return line.words


def _day(at: object) -> str:
    return moment_words(at)[:10]
