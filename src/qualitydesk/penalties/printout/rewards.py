"""Certificate, bulletin of honours and notices, and the settled list for finance as values of their forms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from qualitydesk.basics import money
from qualitydesk.basics.phrases import capital, say, together
from qualitydesk.penalties.model.rewards import Reward
from qualitydesk.penalties.model.settlement import Settling
from qualitydesk.penalties.printout.sheets import wall
from qualitydesk.penalties.rules.explaining import word


def certificate_fields(reward: Reward, *, group_name: str, today: date, language: str) -> dict[str, Any]:
    """Every field of `CERTIFICATE_FIELDS`."""
    return {
        "number": reward.number,
        "group_name": group_name,
        "institution": reward.institution,
        "employee_name": reward.employee,
        "department": reward.department,
        "honour": capital(say(language, f"reward.kind.{reward.kind}")),
        "month": f"{reward.deed_on:%Y-%m}",
        "reason": reward.reason,
        "amount": money.words(reward.amount) if reward.amount else "",
        "extras": capital(_extras(reward, language)),
        "approved_by": reward.approver,
        "issued_on": today.isoformat(),
    }


def bulletin_fields(
    month: date,
    rewards: Iterable[Reward],
    notices: Iterable[Mapping[str, str]],
    *,
    number: str,
    group_name: str,
    made_by: str,
    today: date,
    language: str,
) -> dict[str, Any]:
    """Every field of `BULLETIN_FIELDS`. `notices`: rows with name, department, what, sanction, number."""
    return {
        "number": number,
        "group_name": group_name,
        "month": f"{month:%Y-%m}",
        "honours": [
            {
                "honour": capital(say(language, f"reward.kind.{one.kind}")),
                "name": one.employee,
                "department": f"{one.institution} · {one.department}",
                "reason": one.reason,
                "given": _given(one, language),
                "number": one.number,
            }
            for one in rewards
        ],
        "notices": [dict(one) for one in notices],
        "made_by": made_by,
        "made_on": today.isoformat(),
    }


def settlement_fields(month: Settling, *, number: str, group_name: str, language: str) -> dict[str, Any]:
    """Every field of `SETTLEMENT_FIELDS`: a section an institution, every line with its reason."""
    lock = month.lock
    houses = dict.fromkeys(line.claim.institution for line in month.lines)
    return {
        "number": number,
        "group_name": group_name,
        "month": f"{month.month:%Y-%m}",
        "fine_is": capital(say(language, f"settle.fine_is.{lock.fine_is if lock else month.gate.fine_is}")),
        "document": lock.document if lock else month.gate.rule.document,
        "sections": [_section(month, house, language) for house in houses],
        "taken": money.words(month.taken),
        "paid": money.words(month.paid),
        "carried": money.words(month.carried),
        "check_words": say(
            language,
            "settle.check.holds" if month.check.holds else "settle.check.differs",
            slips=month.check.slips,
            total=money.words(month.check.slips_total),
            lines=money.words(month.check.lines_total),
        ),
        "warnings": [word(line, language) for line in month.warnings],
        "decided_by": lock.decided_by if lock else "",
        "decided_on": lock.decided_on.isoformat() if lock else "",
        "entered_by": lock.entered_by if lock else "",
        "locked_at": wall(lock.locked_at) if lock else "",
    }


def _section(month: Settling, house: str, language: str) -> dict[str, Any]:
    lines = [line for line in month.lines if line.claim.institution == house]
    people = [one for one in month.people if one.institution == house]
    return {
        "institution": house,
        "people": [
            {
                "number": one.number,
                "name": one.name,
                "taken": money.words(one.taken),
                "paid": money.words(one.paid),
                "net": money.words(one.taken + one.paid),
                "carried": money.words(one.carried),
            }
            for one in people
        ],
        "lines": [
            {
                "name": line.claim.name,
                "what": f"{capital(say(language, f'settle.cause.{line.claim.cause}'))} · "
                f"{say(language, f'settle.kind.{line.kind}')}",
                "source": line.claim.source,
                "role": capital(say(language, f"role.{line.claim.role}")),
                "due": money.words(line.due),
                "taken": money.words(line.taken),
                "carried": money.words(line.carried),
                "why": together((word(step, language) for step in line.explanation), language),
            }
            for line in lines
        ],
        "total": money.words(sum(line.taken for line in lines)),
    }


def _extras(reward: Reward, language: str) -> str:
    return ("、" if language == "zh" else ", ").join(say(language, f"reward.extra.{one}") for one in reward.extras)


def _given(reward: Reward, language: str) -> str:
    parts = [money.words(reward.amount) if reward.amount else "", _extras(reward, language)]
    return capital(("；" if language == "zh" else "; ").join(part for part in parts if part))
