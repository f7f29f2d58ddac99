"""A case becomes the values of forms/complaint_case.toml (患者投诉处理表), in the paper's own language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from qualitydesk.basics.clock import DEFAULT_ZONE
from qualitydesk.basics.phrases import capital, say
from qualitydesk.complaints.model import CasePage, NoteKind, Party, Relation, Stage
from qualitydesk.complaints.model.clocks import Deadline
from qualitydesk.complaints.printout.case_fields import CASE_FIELDS
from qualitydesk.complaints.printout.course import course_fields
from qualitydesk.complaints.printout.words import Words, below, day_words, plain
from qualitydesk.measures.model import Measure
from qualitydesk.rulebook.model import Edition


@dataclass(frozen=True)
class CasePaper:
    """What a case's paper is made of. `edition`: the severity rule it was classified by; `measure`: the one set."""

    page: CasePage
    clocks: Sequence[Deadline]
    edition: Edition | None
    measure: Measure | None
    group_name: str
    now: datetime
    zone: str = DEFAULT_ZONE


def case_fields(paper: CasePaper, language: str) -> dict[str, Any]:
    """Every field of `CASE_FIELDS`, as the case stands now."""
    words = Words(language, paper.zone)
    values = {
        **_head(paper, words),
        **_people(paper.page, words),
        **_story(paper.page, words),
        **_work(paper.page, words),
        "severity": _severity(paper, words),
        **_decided(paper.page, words),
        **_money(paper.page, words),
        **_closing(paper.page, words),
        **_prevention(paper, words),
        **course_fields(paper.page, paper.clocks, paper.now, words),
    }
    return plain(values, CASE_FIELDS)


def blank_fields(group_name: str, institution: str) -> dict[str, Any]:
    """The values of a form to be filled in by hand: the house, and lines to write on."""
    return {"group_name": group_name, "institution": institution, "blank": True}


def _head(paper: CasePaper, words: Words) -> dict[str, Any]:
    line, intake = paper.page.line, paper.page.intake
    step = words.of("case_step", line.step.code) if line.step is not None else ""
    stage = "" if line.stage is Stage.DONE or not step else step
    return {
        "number": line.number,
        "group_name": paper.group_name,
        "institution": line.institution,
        "logo": "",
        "blank": False,
        "state": " · ".join(part for part in (words.of("case_stage", line.stage), stage) if part),
        "as_of": words.moment(paper.now),
        "received": words.moment(line.received_at),
        "backdated": intake.backdate_reason,
        "received_by": paper.page.received_by,
        "channel": words.of("channel", line.channel),
        "outside_number": intake.outside_number,
        "accepted": words.moment(paper.page.course.accepted_at()),
        "handler": line.handler,
        "level": words.of("level", int(line.level)) if line.level else "",
    }


def _people(page: CasePage, words: Words) -> dict[str, Any]:
    intake = page.intake
    oneself = intake.relation is Relation.SELF
    patient: Party = intake.complainant if oneself else intake.patient
    name = intake.complainant.name
    if intake.anonymous:
        name = words.say("anonymous_named", name=name) if name else words.say("anonymous")
    return {
        "complainant": name,
        "complainant_sex": words.of("sex", intake.complainant.sex),
        "complainant_phone": intake.complainant.telephone,
        "relation": words.of("relation", intake.relation),
        "patient": patient.name,
        "patient_sex": words.of("sex", patient.sex),
        "patient_phone": patient.telephone,
        "flag": (page.flag_reason or words.say("flagged")) if page.line.flagged else "",
    }


def _story(page: CasePage, words: Words) -> dict[str, Any]:
    intake = page.intake
    return {
        "happened_on": day_words(intake.happened_on),
        "place": intake.place,
        "node": words.of("service_node", intake.node),
        "narrative": intake.narrative,
        "remedies": words.joined(words.of("remedy", one) for one in intake.remedies),
        "demand": intake.demand,
        "intent": intake.intent,
        "subjects": [
            {
                "kind": words.of("subject", one.kind),
                "words": one.words,
                "outcome": words.say("split_to", number=one.split_to[1])
                if one.split_to
                else words.of("outcome", one.outcome),
            }
            for one in page.subjects
        ],
        "people": [
            {
                "name": words.say("left", name=one.name) if one.left else one.name,
                "number": one.number,
                "department": one.department,
                "role": words.of("case_role", one.role),
                "responsibility": words.of("responsibility", one.responsibility),
                "words": one.words,
            }
            for one in page.people
        ],
    }


def _work(page: CasePage, words: Words) -> dict[str, Any]:
    notes = [
        {
            "kind": words.of("note_kind", one.kind),
            "at": words.moment(one.written_at),
            "by": one.by,
            "words": one.words,
            "own": one.kind is NoteKind.INVESTIGATION,
        }
        for one in page.notes
        if one.words.strip()
    ]
    return {
        "first_contact": words.moment(page.first_contact_at),
        "contacts": [
            {"at": words.moment(one.at), "channel": words.of("channel", one.channel), "words": one.words, "by": one.by}
            for one in page.contacts
        ],
        "investigation": [{name: one[name] for name in ("at", "by", "words")} for one in notes if one["own"]],
        "notes": [{name: one[name] for name in ("kind", "at", "by", "words")} for one in notes if not one["own"]],
        "no_contact": "" if page.contacts or notes or page.cause else words.say("not_yet"),
        "cause": page.cause,
    }


def _severity(paper: CasePaper, words: Words) -> list[str]:
    """The criterion, the facts, the rule, what was decided otherwise and by whom: one sentence each."""
    found = paper.page.severity
    if found is None:
        return [words.say("no_level")]
    facts = found.facts
    told = [
        words.say("criterion", criterion=words.of("criterion", found.criterion)),
        words.say(
            "amounts",
            refund=words.money(facts.refund),
            compensation=words.money(facts.compensation),
            total=words.money(facts.refund + facts.compensation),
        ),
    ]
    flags = [name for name in ("loss", "reputation", "grave_accident", "death") if getattr(facts, name)]
    if flags:
        told.append(words.say("facts", facts=words.joined(words.of("severity_flag", name) for name in flags)))
    if paper.edition is not None:
        told.append(
            say(
                words.language,
                "slip.rule_source",
                title=paper.edition.texts[words.language]["title"],
                edition=paper.edition.number,
                day=paper.edition.effective_from.isoformat(),
            )
        )
    if found.level is not found.proposed:
        proposed = words.of("level", int(found.proposed))
        told.append(words.say("otherwise", proposed=proposed, reason=found.reason))
    told.append(words.say("decided", who=words.signed(found.decided_by, found.decided_at)))
    if found.confirmed_at is not None:
        told.append(words.say("confirmed", who=words.signed(found.confirmed_by, found.confirmed_at)))
    return told


def _decided(page: CasePage, words: Words) -> dict[str, Any]:
    plan, talk = page.solution, page.negotiation
    state = ""
    if plan is not None:
        state = words.say({None: "waiting", True: "approved", False: "refused"}[plan.approved])
    decided_at = plan.approved_at if plan else None
    return {
        "solution": plan.words if plan else "",
        "offered": words.say("offered", refund=words.money(plan.refund), compensation=words.money(plan.compensation))
        if plan
        else "",
        "no_solution": "" if plan else words.say("not_yet"),
        "no_negotiation": "" if talk or page.payments else words.say("not_yet"),
        "drafted": words.signed(plan.drafted_by, plan.drafted_at) if plan else "",
        "drafted_by": plan.drafted_by if plan else "",
        "approval": plan.approval_words if plan else "",
        "approval_state": state,
        "approved": words.signed(plan.approved_by, plan.approved_at) if plan else "",
        "approved_by": plan.approved_by if plan and plan.approved else "",
        "approved_on": day_words(words.day(decided_at)) if decided_at and plan and plan.approved else "",
        "negotiation": words.of("agreement", talk.result) if talk else "",
        "negotiated": words.moment(talk.at) if talk else "",
        "negotiation_words": talk.words if talk else "",
        "outside_told": talk.outside_ways_told if talk else False,
    }


def _money(page: CasePage, words: Words) -> dict[str, Any]:
    return {
        "payments": [
            {
                "kind": words.of("money_kind", one.kind),
                "amount": words.money(one.amount),
                "way": words.of("pay_way", one.way),
                "state": words.of("payment_state", one.state),
                "asked": below(one.started_by or one.requested_by, words.moment(one.requested_at)),
                "approved": below(one.approved_by, words.moment(one.approved_at)),
                "signed": day_words(one.signed_on),
                "paid": below(words.moment(one.paid_at), one.receipt),
            }
            for one in page.payments
        ],
        "money_total": words.money(sum(one.amount for one in page.payments if one.lives)) if page.payments else "",
    }


def _closing(page: CasePage, words: Words) -> dict[str, Any]:
    closed, accepted = page.course.closed_at, page.course.accepted_at()
    lasted = []
    if closed is not None:
        days = (words.day(closed) - words.day(page.line.received_at)).days
        lasted.append(words.say("from_receipt", days=days))
        if accepted is not None:
            lasted.append(words.say("from_acceptance", days=(words.day(closed) - words.day(accepted)).days))
    return {
        "summary": page.summary,
        "closed": words.moment(closed),
        "closed_on": day_words(words.day(closed)) if closed else "",
        "lasted": " · ".join(lasted),
        "handlings": [
            {
                "name": one.name,
                "role": words.of("handling_role", one.role),
                "sanction": capital(words.of("sanction", one.sanction)),
                "amount": words.money(one.amount),
                "words": " · ".join(part for part in (one.slip_number, one.words) if part),
            }
            for one in page.handlings
        ],
        "no_handling": "" if any((page.handlings, page.handling_none, page.prevention)) else words.say("not_yet"),
        "handling_total": words.money(sum(one.amount for one in page.handlings)) if page.handlings else "",
        "handling_none": page.handling_none,
    }


def _prevention(paper: CasePaper, words: Words) -> dict[str, Any]:
    found, measure = paper.page.prevention, paper.measure
    line = measure.line if measure else None
    return {
        "measure": line.number if line else "",
        "measure_task": line.task if line else "",
        "measure_owner": line.owner if line else "",
        "measure_due": line.due_on.isoformat() if line else "",
        "effect_on": day_words(found.effect_on) if found else "",
        "effect": found.criterion if found else "",
        "measure_none": found.none_reason if found else "",
    }
