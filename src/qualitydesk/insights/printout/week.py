"""A week as values of forms/weekly_summary.toml (本周工作小结与下周计划), in the language of the paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qualitydesk.basics import money
from qualitydesk.basics.clock import local
from qualitydesk.basics.phrases import capital, say
from qualitydesk.directory.model import Person
from qualitydesk.insights.model import WeekFacts, WeekMeasure, WeekWords

_NOTE = 200  # characters of a finding's note that a summary tells
_TASKS = 12  # measures listed of each sort; the rest is counted


def week_fields(
    facts: WeekFacts, words: WeekWords, language: str, *, group_name: str, person: Person | None
) -> dict[str, Any]:
    """Exactly the keys of `FIELDS`, as plain JSON."""
    monday, sunday = facts.monday, facts.sunday
    year, week, _ = monday.isocalendar()
    return {
        "number": f"{year}-W{week:02d}",
        "group_name": group_name,
        "institution": person.institution if person else "",
        "author": person.name if person else "",
        "post": person.post if person else "",
        "week": say(language, "week.week", year=year, week=week),
        "span": say(language, "week.span", first=monday.isoformat(), last=sunday.isoformat()),
        "figures": _figures(facts, language),
        "summary": words.summary,
        "problems": words.problems,
        "plan": words.plan,
        "rounds": [_round(facts, at, language) for at in range(len(facts.rounds))],
        "findings": _findings(facts, language),
        "more": _more(facts, language),
        "closed": _measures(facts.closed, language),
        "overdue": _measures(facts.overdue, language),
        "slips": [
            {
                "number": slip.number,
                "employee": slip.employee,
                "rung": say(language, "week.rung", n=slip.rung),
                "state": capital(say(language, f"ladder.state.{slip.state}")),
                "total": money.words(slip.total),
            }
            for slip in facts.slips
        ],
        "plans": [
            {
                "day": _day(plan.day.isoformat(), plan.day.isoweekday(), language),
                "kind": say(language, f"round_kind.{plan.kind}"),
                "institution": plan.institution,
                "who": ("、" if language == "zh" else ", ").join(plan.inspectors),
                "note": plan.note,
            }
            for plan in facts.plans
        ],
    }


def figures_of(facts: WeekFacts) -> dict[str, int]:
    """The counts of a week."""
    return {
        "rounds": len(facts.rounds),
        "people": sum(one.people for one in facts.rounds),
        "answered": sum(one.answered for one in facts.rounds),
        "found": facts.found,
        "fixed": facts.fixed,
        "opened": len(facts.opened),
        "closed": len(facts.closed),
        "overdue": len(facts.overdue),
        "slips": len(facts.slips),
        "plans": len(facts.plans),
    }


def _figures(facts: WeekFacts, language: str) -> list[dict[str, str]]:
    """Two and two beside one another: rounds at the left, what followed from them at the right."""
    counts = [(say(language, f"week.{name}"), str(count)) for name, count in figures_of(facts).items()]
    half = len(counts) // 2
    return [
        {"what": what, "count": count, "other": other, "other_count": other_count}
        for (what, count), (other, other_count) in zip(counts[:half], counts[half:], strict=True)
    ]


def _day(day: str, weekday: int, language: str) -> str:
    return f"{day} {say(language, f'weekday.{weekday}')}"


def _round(facts: WeekFacts, at: int, language: str) -> dict[str, Any]:
    one = facts.rounds[at]
    wall = local(one.started_at)
    verdict = {True: "report.passed", False: "report.failed", None: "report.unjudged"}[one.passed]
    return {
        "number": one.number,
        "kind": say(language, f"round_kind.{one.kind}"),
        "institution": one.institution,
        "day": _day(f"{wall:%m-%d}", wall.isoweekday(), language),
        "people": str(one.people),
        "failed": str(one.failed),
        "score": "—" if one.share is None else f"{int(one.share * 1000) / 10:.1f} %",
        "verdict": say(language, verdict) if one.state == "finished" else capital(say(language, "week.open")),
        "tone": "bad" if one.passed is False else "",
    }


def _findings(facts: WeekFacts, language: str) -> list[dict[str, Any]]:
    return [
        {
            "who": " · ".join(part for part in (one.name, one.department) if part),
            "item": one.item,
            "note": one.note if len(one.note) <= _NOTE else f"{one.note[:_NOTE]}…",
            "gravity": say(language, f"gravity.{one.gravity}"),
            "fixed": one.fixed,
            "round": one.round_number,
            "tone": "bad" if one.gravity != "ordinary" else "",
        }
        for one in facts.findings
    ]


def _more(facts: WeekFacts, language: str) -> str:
    rest = facts.found - len(facts.findings)
    return say(language, "week.more", count=rest) if rest > 0 else ""


def _measures(found: Sequence[WeekMeasure], language: str) -> list[dict[str, str]]:
    rows = [
        {
            "number": one.number,
            "task": one.task if len(one.task) <= _NOTE else f"{one.task[:_NOTE]}…",
            "owner": one.owner,
            "due": one.due_on.isoformat(),
            "closed": one.closed_on.isoformat() if one.closed_on else "",
            "late": say(language, "week.late", days=one.late) if one.late else "",
        }
        for one in found[:_TASKS]
    ]
    if len(found) > _TASKS:
        rest = say(language, "week.more_measures", count=len(found) - _TASKS)
        rows.append({"number": "", "task": rest, "owner": "", "due": "", "closed": "", "late": ""})
    return rows
