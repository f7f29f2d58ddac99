"""A case's story beside a form: what happened, who is complained of, what was found, said and decided so far."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from qualitydesk.basics import money
from qualitydesk.basics.phrases import say
from qualitydesk.complaints.model import CasePage, CasePerson, CaseVerb, PersonRole, TimelineEntry
from qualitydesk.complaints.ui.pay_words import payment_words
from qualitydesk.complaints.ui.words import level_words, step_words
from qualitydesk.kit.dates import day_long, moment_words
from qualitydesk.kit.pieces import label, vbox
from qualitydesk.kit.scrolled import scroll_column
from qualitydesk.kit.theme import GRID

_MOVES = (CaseVerb.LEAVE, CaseVerb.BACK, CaseVerb.SKIP, CaseVerb.REOPEN, CaseVerb.PAUSE)
"""What the timeline alone keeps the words of."""


@dataclass(frozen=True)
class Told:
    """One paragraph: when, by whom and what it is; then the words."""

    at: datetime
    head: str
    words: str


def story_panel(page: CasePage, language: str, zone: str) -> QScrollArea:
    """All of it, read only; scrolled by the arrow keys once the focus is in it."""
    intake, translate = page.intake, QCoreApplication.translate
    node = say(language, f"service_node.{intake.node}") if intake.node else ""
    where = (day_long(intake.happened_on), intake.place, node)
    parts: list[QWidget] = [
        _heading(translate("CaseStory", "What happened")),
        _paragraph(" · ".join(part for part in where if part), intake.narrative),
    ]
    for head, words in (
        (translate("CaseStory", "In the complainant's words"), intake.demand),
        (translate("CaseStory", "Stated intent"), intake.intent),
    ):
        if words:
            parts.append(_paragraph(head, words))
    named = [one for one in page.people if one.role is PersonRole.COMPLAINED]
    if named:
        parts.append(_heading(translate("CaseStory", "People complained of")))
        parts += [_paragraph("", _person(one, language)) for one in named]
    told = sorted(_told(page, language), key=lambda one: one.at)
    if told:
        parts.append(_heading(translate("CaseStory", "So far")))
        parts += [_paragraph(f"{moment_words(one.at, zone)[5:]} · {one.head}", one.words) for one in told]
    area = scroll_column(translate("CaseStory", "The case's story"), vbox(*parts, gap=GRID))
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return area


def _heading(words: str) -> QWidget:
    return label(words, "section")


def _paragraph(head: str, words: str) -> QWidget:
    made = QWidget()
    lines = [label(head, "caption", wrap=True)] if head else []
    made.setLayout(vbox(*lines, label(words, wrap=True, selectable=True), gap=0))
    return made


def _person(one: CasePerson, language: str) -> str:
    judged = say(language, f"responsibility.{one.responsibility}") if one.responsibility else ""
    return " · ".join(part for part in (one.name, one.department, judged, one.words) if part)


def _told(page: CasePage, language: str) -> Iterator[Told]:
    """What was found, said and decided, in no order."""
    for contact in page.contacts:
        head = f"{say(language, 'case_verb.contact')} · {contact.by}"
        yield Told(contact.at, head, contact.words)
    for note in page.notes:
        if note.words.strip():
            yield Told(note.written_at, f"{say(language, f'note_kind.{note.kind}')} · {note.by}", note.words)
    if (severity := page.severity) is not None:
        words = f"{level_words(severity.level, language)} · {say(language, f'criterion.{severity.criterion}')}"
        yield Told(severity.decided_at, f"{say(language, 'case_verb.classify')} · {severity.decided_by}", words)
    yield from _solved(page, language)
    for entry in page.timeline:
        if entry.verb in _MOVES and entry.words.strip():
            yield Told(entry.at, _moved(entry, language), entry.words)


def _solved(page: CasePage, language: str) -> Iterator[Told]:
    """The solution, its approval, what came of it, money."""
    solution, negotiation = page.solution, page.negotiation
    if solution is not None:
        sums = [
            f"{say(language, f'money_kind.{kind}')} {money.words(amount)}"
            for kind, amount in (("refund", solution.refund), ("compensation", solution.compensation))
            if amount
        ]
        head = f"{say(language, 'case_verb.solution')} · {solution.drafted_by}"
        yield Told(solution.drafted_at, head, " · ".join((solution.words, *sums)))
        if solution.approved_at is not None and solution.approved is not None:
            verb = CaseVerb.APPROVE_SOLUTION if solution.approved else CaseVerb.REFUSE_SOLUTION
            head = f"{say(language, f'case_verb.{verb}')} · {solution.approved_by}"
            yield Told(solution.approved_at, head, solution.approval_words or "—")
    if negotiation is not None:
        words = f"{say(language, f'agreement.{negotiation.result}')} · {negotiation.words}"
        yield Told(negotiation.at, say(language, "case_verb.negotiate"), words)
    for payment in page.payments:
        head = f"{say(language, 'case_verb.request_payment')} · {payment.requested_by}"
        yield Told(payment.requested_at, head, payment_words(payment, language))


def _moved(entry: TimelineEntry, language: str) -> str:
    parts = (step_words(entry.step, language) if entry.step else "", say(language, f"case_verb.{entry.verb}"))
    return " · ".join(part for part in (*parts, entry.decided_by) if part)
