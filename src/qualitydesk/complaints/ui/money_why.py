"""Why a sum of a case is what it is: offered, agreed on, asked for, approved, signed and arrived, when and by whom."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from qualitydesk.basics import money
from qualitydesk.basics.clock import DEFAULT_ZONE
from qualitydesk.basics.phrases import say
from qualitydesk.complaints.model import Agreement, CasePage, MoneyKind, Payment, PaymentState, Severity, TimelineEntry
from qualitydesk.complaints.ui.words import level_words
from qualitydesk.kit.card import Explanation, Line
from qualitydesk.kit.dates import day_words, moment_words

_FLAGS = ("loss", "reputation", "grave_accident", "death")
_SUMS = ("amount", "refund", "compensation", "fine")


def told_sum(details: Mapping[str, Any]) -> bool:
    """Whether an entry of the timeline tells a sum, which may be asked about."""
    return any(isinstance(details.get(name), int) and details[name] for name in _SUMS)


def payment_explanations(
    page: CasePage, language: str, zone: str = DEFAULT_ZONE, *, like: Mapping[str, Any] | None = None
) -> list[Explanation]:
    """Each payment of a case; `like`: only those of the kind and amount an entry of the timeline tells."""
    wanted = [one for one in page.payments if like is None or _is_like(one, like)]
    return [_payment(page, one, language, zone) for one in wanted or page.payments]


def _is_like(one: Payment, told: Mapping[str, Any]) -> bool:
    return told.get("kind") == one.kind and told.get("amount") == one.amount


def _payment(page: CasePage, one: Payment, language: str, zone: str) -> Explanation:
    name, amount = say(language, f"money_kind.{one.kind}"), money.words(one.amount)
    lines = [*_agreed(page, one.kind, language, zone), *_paid(one, language, zone)]
    state = say(language, f"payment_state.{one.state}")
    return Explanation(f"{name} {amount}", tuple(lines), state, amount)


def _agreed(page: CasePage, kind: MoneyKind, language: str, zone: str) -> list[Line]:
    """What the solution offers of a kind, who approved it, what the patient said."""
    translate, solution, agreed = QCoreApplication.translate, page.solution, page.negotiation
    lines = []
    if solution is not None:
        offered = solution.refund if kind is MoneyKind.REFUND else solution.compensation
        note = _note(solution.drafted_by, moment_words(solution.drafted_at, zone), solution.words)
        lines.append(Line(translate("CaseSums", "Offered in the solution"), money.words(offered), note=note))
        if solution.approved and solution.approved_at is not None:
            note = _note(solution.approved_by, moment_words(solution.approved_at, zone), solution.approval_words)
            lines.append(Line(say(language, "case_verb.approve_solution"), note=note))
    if agreed is not None:
        tone = "text" if agreed.result is Agreement.AGREED else "warning"
        words, note = say(language, f"agreement.{agreed.result}"), _note(moment_words(agreed.at, zone), agreed.words)
        lines.append(Line(translate("CaseSums", "With the patient"), words, tone, note))
    return lines


def _paid(one: Payment, language: str, zone: str) -> list[Line]:
    """The payment's own way: who asked, who decided, when it was signed for and arrived."""
    way = say(language, f"pay_way.{one.way}")
    asked = _note(one.requested_by, moment_words(one.requested_at, zone), way, one.reason)
    lines = [Line(say(language, "case_verb.request_payment"), money.words(one.amount), note=asked)]
    if one.approved_by:
        refused = one.state is PaymentState.REFUSED
        verb = say(language, "case_verb.refuse_payment" if refused else "case_verb.approve_payment")
        lines.append(Line(verb, note=_note(one.approved_by, moment_words(one.approved_at, zone))))
    if one.signed_on is not None:
        lines.append(Line(say(language, "case_verb.sign_payment"), day_words(one.signed_on)))
    if one.paid_at is not None:
        paid = moment_words(one.paid_at, zone)
        lines.append(Line(say(language, "case_verb.pay"), money.words(one.amount), note=_note(paid, one.receipt)))
    return lines


def offer_explanation(entry: TimelineEntry, language: str, zone: str) -> Explanation:
    """Sums an entry of the timeline tells of an offer: what was offered that day, in whose words."""
    translate = QCoreApplication.translate
    sums = {kind: entry.details.get(kind.value) for kind in MoneyKind}
    told = {kind: amount for kind, amount in sums.items() if isinstance(amount, int) and amount}
    lines = [Line(say(language, f"money_kind.{kind}"), money.words(amount)) for kind, amount in told.items()]
    who = translate("CaseSums", "decided by {decider}, typed by {typist}").format(
        decider=entry.decided_by or "—", typist=entry.entered_by or "—"
    )
    lines.append(Line(entry.words or "—", note=_note(who, moment_words(entry.at, zone))))
    title = say(language, f"case_verb.{entry.verb}")
    return Explanation(title, tuple(lines), translate("CaseSums", "In all"), money.words(sum(told.values())))


def _note(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def severity_explanation(severity: Severity, language: str, zone: str = DEFAULT_ZONE) -> Explanation:
    """How a level was found: the facts, the criterion that decided, who said so and who confirmed it."""
    facts = severity.facts
    lines = [
        Line(QCoreApplication.translate("SeverityTab", "Refund"), money.words(facts.refund)),
        Line(QCoreApplication.translate("SeverityTab", "Compensation"), money.words(facts.compensation)),
    ]
    yes, no = QCoreApplication.translate("SeverityTab", "Yes"), QCoreApplication.translate("SeverityTab", "No")
    lines += [Line(say(language, f"severity_flag.{name}"), yes if getattr(facts, name) else no) for name in _FLAGS]
    lines.append(
        Line(
            QCoreApplication.translate("SeverityTab", "Highest criterion met"),
            level_words(severity.proposed, language),
            note=say(language, f"criterion.{severity.criterion}"),
            strong=True,
        )
    )
    if severity.level is not severity.proposed:
        lines.append(
            Line(
                QCoreApplication.translate("SeverityTab", "Another level chosen"),
                level_words(severity.level, language),
                note=severity.reason,
            )
        )
    when = moment_words(severity.decided_at, zone)
    lines.append(Line(QCoreApplication.translate("SeverityTab", "Decided by"), severity.decided_by, note=when))
    if severity.confirmed_at is not None:
        confirmed = moment_words(severity.confirmed_at, zone)
        lines.append(
            Line(QCoreApplication.translate("SeverityTab", "Confirmed by"), severity.confirmed_by, note=confirmed)
        )
    note = QCoreApplication.translate(
        "SeverityTab", "By the table in force on that day; the amount alone never lowers a level."
    )
    total = level_words(severity.level, language)
    return Explanation(
        QCoreApplication.translate("SeverityTab", "How the level was found"),
        tuple(lines),
        QCoreApplication.translate("SeverityTab", "Level"),
        total,
        note,
    )
