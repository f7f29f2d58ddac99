"""A trial of rules as values of its form and as tables of a workbook; money in yuan, to the fen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from qualitydesk.basics import money
from qualitydesk.basics.phrases import capital, say
from qualitydesk.penalties.model.trial import TrialKind, TrialLine, TrialPerson, TrialResult, TrialSums
from qualitydesk.penalties.rules.trial import sums_for, sums_of
from qualitydesk.sheets import Cell, SheetOut

_PEOPLE = ("institution", "department", "number", "name", "before", "after", "difference", "lines", "note")
_HOUSES = ("institution", "people", "before", "after", "difference", "newly", "no_longer")
_LINES = (
    "institution", "number", "name", "day", "kind", "event", "whose", "role", "before_sanction", "after_sanction",
    "before", "after", "difference",
)  # fmt: skip


def signed_fen(fen: int) -> str:
    """A difference in money with its sign: +¥50.00, −¥50.00, ¥0.00."""
    return f"{'+' if fen > 0 else '−' if fen < 0 else ''}{money.words(abs(fen))}"


def change_words(before: int, after: int, language: str) -> str:
    """Whether somebody begins to pay or no longer would; "" for anything else."""
    if after > 0 and not before:
        return say(language, "trial.newly")
    return say(language, "trial.no_longer") if before > 0 and not after else ""


def event_words(line: TrialLine, language: str) -> str:
    """What a line is about: a number, or the act itself."""
    if line.kind is TrialKind.POINTS:
        return capital(say(language, f"points.act.{line.number}"))
    return line.number or capital(say(language, "trial.kind.act"))


def sanction_words(code: str, language: str) -> str:
    """A sanction in words; "–" where nothing is imposed."""
    return capital(say(language, f"sanction.{code}")) if code else "–"


def trial_fields(
    result: TrialResult,
    institution_id: UUID | None,
    *,
    titles: Sequence[str],
    group_name: str,
    today: date,
    language: str,
) -> dict[str, Any]:
    """Every field of `TRIAL_FIELDS`, for one institution or all."""
    trial, whole = result.trial, sums_for(result, institution_id)
    houses = [one for one in sums_of(result)[1:] if institution_id in (None, one.institution_id)]
    people = result.of(institution_id)
    return {
        "number": f"SS-{today.isoformat()}",
        "group_name": group_name,
        "rules": ("、" if language == "zh" else ", ").join(titles),
        "period": say(language, "trial.period", first=trial.first.isoformat(), last=trial.last.isoformat()),
        "acts": str(result.acts),
        "people": str(len(people)),
        **_money(whole),
        "newly": str(whole.newly),
        "no_longer": str(whole.no_longer),
        "houses": [
            {
                "institution": one.institution,
                "people": str(one.people),
                **_money(one),
                "newly": str(one.newly),
                "no_longer": str(one.no_longer),
            }
            for one in houses
        ],
        "sections": [
            {
                "institution": one.institution,
                "people": [_person(person, language) for person in result.of(one.institution_id)],
                "total": signed_fen(one.difference),
            }
            for one in houses
        ],
        "made_on": today.isoformat(),
    }


def _money(one: TrialSums | TrialPerson) -> Mapping[str, str]:
    return {
        "before": money.words(one.before),
        "after": money.words(one.after),
        "difference": signed_fen(one.difference),
    }


def _person(one: TrialPerson, language: str) -> dict[str, str]:
    return {
        "number": one.number,
        "name": one.name,
        "department": one.department,
        **_money(one),
        "note": change_words(one.before, one.after, language),
    }


def trial_tables(result: TrialResult, institution_id: UUID | None, language: str) -> list[SheetOut]:
    """People, sums by institution, and every line."""
    people = result.of(institution_id)
    rows: list[Sequence[Cell]] = [
        (
            one.institution,
            one.department,
            one.number,
            one.name,
            one.before / 100,
            one.after / 100,
            one.difference / 100,
            len(one.lines),
            change_words(one.before, one.after, language),
        )
        for one in people
    ]
    houses: list[Sequence[Cell]] = [
        (
            one.institution or say(language, "trial.all"),
            one.people,
            one.before / 100,
            one.after / 100,
            one.difference / 100,
            one.newly,
            one.no_longer,
        )
        for one in sums_of(result)
        if institution_id in (None, one.institution_id)
    ]
    lines = [_line(person, line, language) for person in people for line in person.lines]
    return [
        SheetOut(say(language, "trial.sheet.people_title"), _head(_PEOPLE, language), rows, (22, 16, 12, 14)),
        SheetOut(say(language, "trial.sheet.houses_title"), _head(_HOUSES, language), houses, (22,)),
        SheetOut(say(language, "trial.sheet.lines_title"), _head(_LINES, language), lines, (22, 12, 14, 12, 12, 22)),
    ]


def _line(person: TrialPerson, line: TrialLine, language: str) -> Sequence[Cell]:
    return (
        person.institution,
        person.number,
        person.name,
        line.day,
        capital(say(language, f"trial.kind.{line.kind}")),
        event_words(line, language),
        line.employee,
        capital(say(language, f"role.{line.role}")),
        sanction_words(line.before_sanction, language),
        sanction_words(line.after_sanction, language),
        line.before / 100,
        line.after / 100,
        line.difference / 100,
    )


def _head(names: Sequence[str], language: str) -> tuple[str, ...]:
    return tuple(say(language, f"trial.sheet.{name}") for name in names)
