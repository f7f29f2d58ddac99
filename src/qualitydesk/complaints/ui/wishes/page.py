"""Wishes and suggestions: what customers wish, propose and praise, the newest first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import By, Change
from qualitydesk.basics.clock import Clock
from qualitydesk.complaints.model import Channel
from qualitydesk.complaints.model.wishes import WAITING, WishAbout, WishFilter, WishKind, WishLine, WishState
from qualitydesk.complaints.service import Wishes
from qualitydesk.complaints.ui.offer import CaseOffer, id_of, one_of, read_offer
from qualitydesk.complaints.ui.short_names import ShortNames
from qualitydesk.complaints.ui.wishes.wish_dialog import WishDialog
from qualitydesk.complaints.ui.wishes.words import (
    KIND_TONES,
    forwarded_words,
    kind_words,
    named_words,
    party_words,
    state_words,
    told_briefly,
    told_tone,
    told_words,
)
from qualitydesk.complaints.ui.words import choices
from qualitydesk.directory.service import Directory
from qualitydesk.kit.dates import moment_words
from qualitydesk.kit.exporting import export
from qualitydesk.kit.pickers import Choice
from qualitydesk.kit.records_page import Fetch, RecordsPage
from qualitydesk.kit.table_model import Column
from qualitydesk.kit.tools import Tools
from qualitydesk.members.service import Members

UNANSWERED = "waiting"
SHOWN: tuple[WishState | str | None, ...] = (UNANSWERED, WishState.ANSWERED, WishState.CASE, None)


class WishesPage(RecordsPage):
    """The list of wishes, suggestions and praise."""

    concerns = frozenset({Change.WISHES, Change.CUSTOMERS, Change.DIRECTORY})

    def __init__(
        self,
        tools: Tools,
        wishes: Wishes,
        members: Members | None,
        directory: Directory,
        clock: Clock,
        by: Callable[[], By],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", "", parent)
        self.set_title(self.tr("Wishes and suggestions"))
        self.search.setPlaceholderText(self.tr("Number, name, telephone or any words"))
        self._wishes = wishes
        self._members = members
        self._directory = directory
        self._clock = clock
        self._by = by
        self._names = ShortNames()
        language = tools.language
        kinds = choices("wish_kind", WishKind, language)
        self.kind = self.picker(self.tr("Kind"), self.tr("All kinds"), kinds)
        self.institution = self.picker(self.tr("Institution"), self.tr("All institutions"))
        abouts = choices("wish_about", WishAbout, language)
        self.about = self.picker(self.tr("About"), self.tr("About anything"), abouts)
        self.department = self.picker(self.tr("Forwarded to"), self.tr("Any department"))
        channels = choices("channel", Channel, language)
        self.channel = self.picker(self.tr("Channel"), self.tr("All channels"), channels)
        self.employee = self.picker(self.tr("Employee"), self.tr("Any employee"))
        self.employee.setToolTip(self.tr("Named by the customer, or forwarded to"))
        self.assemble(
            self._columns(),
            SHOWN,
            UNANSWERED,
            (self.kind, self.institution, self.about),
            (self.channel, self.department, self.employee),
            above=None,
            sort="received_at",
            descending=True,
            remember="wishes",
            open_words=self.tr("Open the wish"),
        )
        self._show_states({})
        self.add_button(self.tr("Export…"), "download", self._ask_names, role="quiet", sequence="Ctrl+E")
        self.add_button(
            self.tr("New"), "plus", self.begin, role="primary", sequence="Ctrl+N",
            words=self.tr("Log a wish, a suggestion or praise"),
        )  # fmt: skip

    def _columns(self) -> Sequence[Column]:
        language = self.tools.language
        return (
            Column(self.tr("Number"), lambda line: line.number, width=152, sort="number", whole=True),
            Column(
                self.tr("Kind"),
                lambda line: kind_words(line.kind, language),
                tone=lambda line: KIND_TONES[line.kind],
                width=96,
                whole=True,
            ),
            Column(
                self.tr("State"),
                lambda line: told_briefly(line, language),
                tone=told_tone,
                tip=lambda line: told_words(line, language),
                width=112,
                whole=True,
            ),
            Column(self.tr("What was said"), lambda line: line.words.replace("\n", " "), tip=_words, stretch=True),
            Column(
                self.tr("Customer"),
                lambda line: (
                    self.tr("{name} · flagged").format(name=party_words(line)) if line.flagged else party_words(line)
                ),
                tone=lambda line: "warning" if line.flagged else "",
                width=120,
            ),
            Column(self.tr("Named"), lambda line: named_words(line, language), width=80),
            Column(
                self.tr("Institution"),
                lambda line: self._names.of(line.institution),
                tip=lambda line: line.institution,
                width=128,
                elide="left",
            ),
            Column(self.tr("Forwarded to"), forwarded_words, tip=forwarded_words, width=136, elide="left"),
            Column(
                self.tr("Received"), lambda line: line.received_at, text=_day, width=96, sort="received_at", whole=True
            ),
        )

    def fetch(self, wanted: WishFilter) -> Fetch:
        def fetch(after: tuple[Any, UUID] | None, limit: int, sort: str, descending: bool) -> Sequence[WishLine]:
            sort = sort or "received_at"
            return self._wishes.lines(wanted, after=after, limit=limit, sort=sort, descending=descending)

        return fetch

    def wanted(self) -> WishFilter:
        state, (first, last) = self.state(), self.days
        return WishFilter(
            state=WishState(str(state)) if state not in (None, UNANSWERED) else None,
            waiting=state == UNANSWERED,
            kind=one_of(self.kind, WishKind),
            institution_id=id_of(self.institution),
            channel=one_of(self.channel, Channel),
            about=one_of(self.about, WishAbout),
            department_id=id_of(self.department),
            employee_id=id_of(self.employee),
            received_from=first.day(),
            received_to=last.day(),
            text=self.search.text().strip(),
        )

    def empty_words(self, wanted: WishFilter) -> str:
        if wanted == WishFilter(waiting=True):
            return self.tr('Everybody has been answered. "New" (Ctrl+N) logs a wish, a suggestion or praise.')
        if wanted == WishFilter():
            return self.tr(
                "Nothing logged yet. What customers wish, propose or praise is logged with "
                '"New" (Ctrl+N), forwarded, and answered.'
            )
        return self.tr('Nothing fits. "Show all" takes the filters away.')

    def refresh(self, changes: frozenset[Change]) -> None:
        """Wishes and their counts; what the pickers offer only when the directory changed."""
        read = self.tools.operations.read
        if Change.DIRECTORY in changes:
            read(self, read_offer, self._directory, self._clock, then=self._show_offer, topic="offer")
        read(self, self._wishes.states, then=self._show_states, topic="states")
        self.count()
        self.lines.reload()

    def count(self) -> None:
        self.tools.operations.read(self, self._wishes.count, self.told, then=self._show_count, topic="count")

    def _show_count(self, count: int) -> None:
        self.set_note(self.tr("1 entry") if count == 1 else self.tr("{count} entries").format(count=count))

    def _show_offer(self, offer: CaseOffer) -> None:
        self.institution.show_choices([Choice(one.id, one.name, one.code) for one in offer.institutions])
        self.institution.setVisible(len(offer.institutions) > 1)
        self._names.follow(one.name for one in offer.institutions)
        self.table.fit_anew()
        self.department.show_choices(offer.department_choices())
        self.employee.show_choices(offer.staff_choices(with_left=True))

    def _show_states(self, counts: Mapping[WishState, int]) -> None:
        language = self.tools.language
        told: dict[object, tuple[str, int]] = {
            state: (state_words(state, language), counts.get(state, 0))
            for state in SHOWN
            if isinstance(state, WishState)
        }
        told[UNANSWERED] = (self.tr("To be answered"), sum(counts.get(one, 0) for one in WAITING))
        told[None] = (self.tr("All"), sum(counts.values()))
        self.show_counts(told)

    def begin(self) -> None:
        """Log a new one."""
        read = self.tools.operations.read
        read(self, read_offer, self._directory, self._clock, then=self._log, topic="new wish")

    def _log(self, offer: CaseOffer) -> None:
        dialog = WishDialog(self.tools, self._wishes, self._members, offer, self._by(), parent=self.window())
        dialog.logged.connect(self.record_wanted.emit)
        dialog.open()

    def _ask_names(self) -> None:
        """With names for the clinic's own use, without for a report that leaves it."""
        choices_ = [(True, self.tr("With names and telephones")), (False, self.tr("Without names and telephones"))]
        self.tools.prompts.choose(
            self,
            self.tr("Export wishes"),
            self.tr("The list as it is filtered now, newest first."),
            choices_,
            yes=self.tr("Choose the file…"),
            then=lambda names: self._export(bool(names)),
        )

    def _export(self, names: bool) -> None:
        write: Callable[[Path], int] = partial(
            self._wishes.export, wanted=self.told, language=self.tools.language, names=names
        )
        today = moment_words(self._clock.now())[:10]
        export(self.tools, self, self.tr("Export wishes"), f"{self.tr('Wishes and suggestions')} {today}", write)


def _words(line: WishLine) -> str:
    return line.words


def _day(at: object) -> str:
    return moment_words(at)[:10]
