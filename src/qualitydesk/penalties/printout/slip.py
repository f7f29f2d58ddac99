"""A slip becomes the values of forms/penalty_slip.toml, in the paper's own language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from qualitydesk.basics import money
from qualitydesk.basics.clock import DEFAULT_ZONE, local
from qualitydesk.basics.phrases import capital, say
from qualitydesk.inspections.model import Finding, Round
from qualitydesk.penalties.model import Decision, SlipView, Weighed
from qualitydesk.penalties.rules import words
from qualitydesk.rulebook.model import Edition
from qualitydesk.rulebook.rules import clause


def slip_fields(
    view: SlipView,
    *,
    group_name: str,
    findings: Sequence[Finding],
    walked: Round,
    rule: Edition,
    language: str,
    zone: str = DEFAULT_ZONE,
) -> dict[str, Any]:
    """Every field of `FIELDS`. `rule` is the ladder's edition of the day of the act, `findings` those of the slip."""
    slip, decision = view.slip, view.slip.decision
    titles = {found.finding_id: found.title[language] for found in decision.findings}
    return {
        "number": slip.number or "",
        "group_name": group_name,
        "institution": view.institution,
        "logo": "",
        "employee_name": decision.employee.name,
        "employee_number": view.employee_number,
        "post": view.post,
        "department": view.department,
        "act_day": slip.act_day.isoformat(),
        "direct_superior": view.superior or say(language, "slip.nobody"),
        "department_head": view.head or say(language, "slip.nobody"),
        "round_number": walked.number,
        "round_kind": say(language, f"round_kind.{walked.kind}"),
        "facts": [
            {
                "when": _moment(found.found_at, zone),
                "where": say(language, "slip.where", institution=view.institution, department=view.department),
                "seen_by": "、".join(walked.inspectors) if language == "zh" else ", ".join(walked.inspectors),
                "item": say(language, "slip.item_not_met", item=titles.get(found.id, found.item_code)),
                "seen": _seen(found, language),
            }
            for found in findings
        ]
        + [
            {
                "when": _moment(added.at, zone),
                "where": say(language, "slip.where", institution=view.institution, department=view.department),
                "seen_by": "、".join(walked.inspectors) if language == "zh" else ", ".join(walked.inspectors),
                "item": say(language, "slip.item_not_met", item=added.title[language]),
                "seen": "\n".join(filter(None, (added.seen, say(language, "slip.added", reason=added.reason)))),
            }
            for added in decision.choice.added
        ],
        "photos": [],
        "rule_text": clause(rule, decision.column, decision.rung, language),
        "rule_source": say(
            language,
            "slip.rule_source",
            title=rule.texts[language]["title"],
            edition=rule.number,
            day=rule.effective_from.isoformat(),
        ),
        "earlier": [_earlier(entry, language) for entry in _by_day(decision)],
        "explanation": list(words(decision, language)),
        "sanction": capital(say(language, f"sanction.{decision.sanction}")),
        "payers": [
            {
                "role": capital(say(language, f"role.{payment.role}")),
                "name": payment.name,
                "sanction": capital(say(language, f"sanction.{payment.sanction}")),
                "amount": money.words(payment.amount),
            }
            for payment in decision.payments
        ],
        "total": money.words(decision.total),
        "improvement": slip.improvement or say(language, "slip.improvement"),
        "appeal_last_day": _day(slip.appeal_last_day) or say(language, "slip.on_issue"),
        "appeal_to": say(language, "slip.appeal_to"),
        "proposed_by": view.drafted_by,
        "proposed_on": _day_of(slip.proposed_at, zone),
        "approved_by": view.approved_by,
        "approved_on": _day(slip.approved_on),
        "issued_by": view.issued_by,
        "issued_on": _day_of(slip.issued_at, zone),
        "refused_to_sign": False,
        "witness": "",
    }


def _by_day(decision: Decision) -> list[Weighed]:
    """What was weighed besides this very act, oldest first."""
    entries = (*decision.counted, *decision.not_counted)
    earlier = [entry for entry in entries if entry.round_id != decision.round_id]
    return sorted(earlier, key=lambda entry: (entry.day, entry.round_number, entry.item_code))


def _earlier(entry: Weighed, language: str) -> dict[str, Any]:
    counted = entry.reason is None
    towards = "third" if entry.for_third else "second"
    return {
        "day": entry.day.isoformat(),
        "round": entry.round_number,
        "item": say(language, "slip.item_not_met", item=entry.title[language]),
        "counted": counted,
        "why": capital(say(language, f"ladder.towards.{towards}" if counted else f"ladder.reason.{entry.reason}")),
    }


def _seen(found: Finding, language: str) -> str:
    parts = [found.note.strip() or say(language, "slip.not_met")]
    if found.fixed:
        parts.append(say(language, "slip.fixed"))
    return "\n".join(parts)


def _moment(at: datetime, zone: str) -> str:
    return f"{local(at, zone):%Y-%m-%d %H:%M}"


def _day_of(at: datetime | None, zone: str) -> str:
    return local(at, zone).date().isoformat() if at else ""


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
