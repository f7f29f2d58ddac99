"""One wish: who said what about whom, to whom it was forwarded, what became of it; it may become a complaint."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import By, Change
from qualitydesk.basics.clock import Clock
from qualitydesk.basics.masking import masked, masked_telephone
from qualitydesk.basics.phrases import say
from qualitydesk.complaints.model.wishes import Wish, WishState, WishVerb
from qualitydesk.complaints.rules.wishes import may_wish
from qualitydesk.complaints.service import Wishes
from qualitydesk.complaints.ui.offer import CaseOffer, read_offer
from qualitydesk.complaints.ui.records.record_page import RecordPage
from qualitydesk.complaints.ui.wishes.step_dialogs import WishAnswerDialog, WishForwardDialog
from qualitydesk.complaints.ui.wishes.words import (
    STATE_TONES,
    forwarded_words,
    kind_words,
    named_words,
    outcome_words,
    party_words,
    state_words,
)
from qualitydesk.directory.service import Directory
from qualitydesk.kit.dates import moment_words
from qualitydesk.kit.pieces import Banner
from qualitydesk.kit.tools import Tools

SEE = "see"
"""The button that leads to the complaint it has become."""
_ORDER = (WishVerb.ANSWER, WishVerb.FORWARD, WishVerb.CASE, WishVerb.NOTE)


class WishPage(RecordPage):
    """Signals: `case_wanted(CaseDraft)` it is to become a complaint; `case_seen(UUID)` the complaint is to be seen."""

    concerns = frozenset({Change.WISHES, Change.CUSTOMERS, Change.DIRECTORY})
    case_wanted = Signal(object)
    case_seen = Signal(object)

    def __init__(
        self,
        tools: Tools,
        wishes: Wishes,
        directory: Directory,
        clock: Clock,
        by: Callable[[], By],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", "wish_verb", parent)
        self.set_title(self.tr("Wish"))
        self._wishes = wishes
        self._directory = directory
        self._clock = clock
        self._by = by
        self.flag = Banner("", "warning")
        for verb, words, icon_name, do, role, key in (
            (WishVerb.NOTE, self.tr("Note…"), "note", partial(self.ask_note, wishes.add_note, by), "quiet", "N"),
            (WishVerb.CASE, self.tr("Make it a complaint…"), "complaints", self._to_case, "", "K"),
            (WishVerb.FORWARD, self.tr("Forward…"), "arrow-right", partial(self._begin, self._forward), "", "F"),
            (WishVerb.ANSWER, self.tr("Answer…"), "pencil", partial(self._begin, self._answer), "primary", "R"),
            (SEE, self.tr("To the complaint"), "arrow-right", self._see_case, "primary", "G"),
        ):
            self.add_verb(verb, words, icon_name, do, role, key)
        self.assemble(self.tr("What was said"), (self.flag,), {self.tr("What the customer was told"): self.answer})

    def read(self, record_id: UUID) -> Wish:
        return self._wishes.wish(record_id)

    def offered(self, found: Wish) -> Sequence[str]:
        there = [verb for verb in _ORDER if may_wish(found.line.state, verb, found.line.kind)]
        return [SEE, *there] if found.case is not None else there

    def show_found(self, found: Wish) -> None:
        line, language = found.line, self.tools.language
        title = self.tr("{kind} {number}").format(kind=kind_words(line.kind, language), number=line.number)
        self.set_title(title)
        self.chip.say(state_words(line.state, language), STATE_TONES[line.state])
        self.second.say(outcome_words(line.outcome, language), "muted")
        self.second.setVisible(line.outcome is not None)
        self.flag.say(self.tr("All staff are asked to take care: {reason}").format(reason=found.flag), "warning")
        self.flag.setVisible(bool(found.flag))
        self.words.setText(line.words)
        told = found.answer or self.tr("Not answered yet.")
        why = self.tr("Not taken up: {reason}").format(reason=found.reason) if found.reason else ""
        self.answer.setText("\n".join(part for part in (why, told) if part))
        self._show_next(found)
        self.facts.show_facts(self._facts(found))

    def _facts(self, found: Wish) -> list[tuple[str, str]]:
        line, zone, language = found.line, found.zone, self.tools.language
        party = " · ".join(part for part in (party_words(line), masked_telephone(found.party.telephone)) if part)
        received = (moment_words(line.received_at, zone), say(language, f"channel.{line.channel}"), found.received_by)
        facts = [
            (self.tr("Customer"), party),
            (self.tr("Institution"), line.institution),
            (self.tr("Received"), " · ".join(part for part in received if part)),
        ]
        if found.backdate_reason:
            facts.append((self.tr("Entered later"), found.backdate_reason))
        if line.about is not None:
            facts.append((self.tr("About"), say(language, f"wish_about.{line.about}")))
        if line.named:
            facts.append((self.tr("Employees named"), named_words(line, language)))
        if found.forwarded_at is not None:
            when = f"{moment_words(found.forwarded_at, zone)} · {found.forwarded_by}"
            facts.append((self.tr("Forwarded"), f"{forwarded_words(line)} · {when}"))
        if line.answered_at is not None:
            facts.append((self.tr("Answered"), f"{moment_words(line.answered_at, zone)} · {found.answered_by}"))
        if found.case is not None:
            facts.append((self.tr("Complaint"), found.case[1]))
        return facts

    def _show_next(self, found: Wish) -> None:
        """What is wanted now, in one sentence."""
        state = found.line.state
        words = {
            WishState.LOGGED: self.tr(
                "Forward it to whoever can do something about it, or answer the customer at once."
            ),
            WishState.FORWARDED: self.tr("{to} sees to it; then the customer is told what became of it."),
            WishState.ANSWERED: "",
            WishState.CASE: self.tr("It has become a complaint and is handled there."),
        }[state]
        self.next.say(words.format(to=forwarded_words(found.line)), "info")
        self.next.setVisible(bool(words))

    def _begin(self, ask: Callable[[CaseOffer], None]) -> None:
        self.tools.operations.read(self, read_offer, self._directory, self._clock, then=ask, topic="step")

    def _forward(self, offer: CaseOffer) -> None:
        if isinstance(self.found, Wish):
            WishForwardDialog(self.tools, self._wishes, self.found, offer, self._by(), parent=self.window()).open()

    def _answer(self, offer: CaseOffer) -> None:
        if isinstance(self.found, Wish):
            WishAnswerDialog(self.tools, self._wishes, self.found, offer, self._by(), parent=self.window()).open()

    def _to_case(self) -> None:
        """Somebody on record stays masked on screen: the intake takes name and telephone from there."""
        if not isinstance(self.found, Wish):
            return
        draft, party = self._wishes.case_draft(self.found), self.found.party
        if party.customer_id is not None:
            hidden = replace(party, name=masked(party.name), telephone=masked_telephone(party.telephone))
            draft = replace(draft, complainant=hidden)
        self.case_wanted.emit(draft)

    def _see_case(self) -> None:
        if isinstance(self.found, Wish) and self.found.case is not None:
            self.case_seen.emit(self.found.case[0])
