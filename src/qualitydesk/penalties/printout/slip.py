"""A slip becomes the values of forms/penalty_slip.toml, in the paper's own language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from qualitydesk.basics import money
from qualitydesk.basics.clock import DEFAULT_ZONE, local
from qualitydesk.basics.phrases import capital, say
from qualitydesk.inspections.model import Finding, Round
from qualitydesk.penalties.model import ActGround, CaseGround, Decision, SlipView, Weighed
from qualitydesk.penalties.rules import cited, words
from qualitydesk.penalties.rules.consequences import PROPOSED
from qualitydesk.rulebook.model import Edition


def slip_fields(
    view: SlipView,
    *,
    group_name: str,
    findings: Sequence[Finding],
    walked: Round | None,
    rule: Edition,
    language: str,
    zone: str = DEFAULT_ZONE,
    deciders: Sequence[str] = (),
) -> dict[str, Any]:
    """Every field of `FIELDS`. `rule` is the edition the decision cites, `findings` those of the slip; of a case
    `walked` is None. `deciders`: the posts that decide on what the sanction leaves to people."""
    slip, decision, ground = view.slip, view.slip.decision, view.slip.decision.case
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
        "round_number": walked.number if walked else "",
        "round_kind": _found_by(walked, decision, language),
        "case_number": ground.number if ground else "",
        "case_level": _level(ground, language) if ground else "",
        "facts": _facts(view, findings, walked, language, zone),
        "photos": [],
        "rule_text": cited(decision, rule, language),
        "rule_source": say(
            language,
            "slip.rule_source",
            title=rule.texts[language]["title"],
            edition=rule.number,
            day=rule.effective_from.isoformat(),
        ),
        "earlier": earlier_rows(decision, language),
        "explanation": list(words(decision, language)),
        "sanction": capital(say(language, f"sanction.{decision.sanction}")),
        "to_decide": _to_decide(decision, deciders, language),
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
        "improvement": slip.improvement or say(language, "slip.improvement_case" if ground else "slip.improvement"),
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


def _to_decide(decision: Decision, deciders: Sequence[str], language: str) -> str:
    """What of the sanction is only proposed, and who decides on it; "" when nothing is."""
    kind = PROPOSED.get(decision.sanction)
    if kind is None:
        return ""
    words = capital(say(language, f"points.follows.{kind}"))
    return say(language, "slip.to_decide", kind=words, posts=" / ".join(deciders))


def _found_by(walked: Round | None, decision: Decision, language: str) -> str:
    """The kind of round, or where a free act comes from."""
    if decision.act is not None:
        return say(language, f"act.source.{decision.act.source}")
    return say(language, f"round_kind.{walked.kind}") if walked else ""


def _facts(
    view: SlipView, findings: Sequence[Finding], walked: Round | None, language: str, zone: str
) -> list[dict[str, str]]:
    decision = view.slip.decision
    if decision.case is not None:
        return _on_case(view, decision.case, language)
    if decision.act is not None:
        return [_on_act(view, decision.act, language, zone)]
    return _on_round(view, findings, walked, language, zone)


def _on_act(view: SlipView, act: ActGround, language: str, zone: str) -> dict[str, str]:
    """What was observed or reported, by whom, and who else saw it."""
    seen = say(language, "act.witnesses", names=act.witnesses) if act.witnesses else ""
    other = say(language, "act.other", reason=act.other) if act.other else ""
    return {
        "when": _moment(act.at, zone),
        "where": say(language, "slip.where", institution=view.institution, department=view.department),
        "seen_by": act.told_by,
        "item": say(language, "slip.item_not_met", item=act.title[language]),
        "seen": "\n".join(part for part in (act.words, seen, other) if part),
    }


def _on_round(
    view: SlipView, findings: Sequence[Finding], walked: Round | None, language: str, zone: str
) -> list[dict[str, str]]:
    """What was found on the round, and what was put in by hand."""
    decision = view.slip.decision
    titles = {found.finding_id: found.title[language] for found in decision.findings}
    inspectors = walked.inspectors if walked else ()
    common = {
        "where": say(language, "slip.where", institution=view.institution, department=view.department),
        "seen_by": ("、" if language == "zh" else ", ").join(inspectors),
    }
    found_there = [
        {
            "when": _moment(found.found_at, zone),
            **common,
            "item": say(language, "slip.item_not_met", item=titles.get(found.id, found.item_code)),
            "seen": _seen(found, language),
        }
        for found in findings
    ]
    put_in = [
        {
            "when": _moment(added.at, zone),
            **common,
            "item": say(language, "slip.item_not_met", item=added.title[language]),
            "seen": "\n".join(filter(None, (added.seen, say(language, "slip.added", reason=added.reason)))),
        }
        for added in decision.choice.added
    ]
    return found_there + put_in


def _on_case(view: SlipView, ground: CaseGround, language: str) -> list[dict[str, str]]:
    """What was complained of and what the case came to; the complainant masked."""
    between = "、" if language == "zh" else ", "
    answers = say(
        language, "slip.case_answers", responsibility=say(language, f"responsibility.{ground.responsibility}")
    )
    finding = say(language, "slip.case_finding", finding=ground.finding) if ground.finding else ""
    return [
        {
            "when": view.slip.act_day.isoformat(),
            "where": say(language, "slip.where", institution=view.institution, department=view.department),
            "seen_by": say(language, "slip.case_by", name=ground.complainant or say(language, "slip.case_unnamed")),
            "item": between.join(say(language, f"subject.{one}") for one in ground.subjects),
            "seen": "\n".join(part for part in (ground.narrative, finding, answers, ground.words) if part),
        }
    ]


def _level(ground: CaseGround, language: str) -> str:
    if ground.level is None:
        return say(language, "level.0")
    level = say(language, f"level.{ground.level}")
    return say(language, "slip.case_level", level=level, criterion=say(language, f"criterion.{ground.criterion}"))


def earlier_rows(decision: Decision, language: str) -> list[dict[str, Any]]:
    """What was weighed besides this very act, oldest first: counted or not, each with its reason."""
    return [_earlier(entry, language) for entry in _by_day(decision)]


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
