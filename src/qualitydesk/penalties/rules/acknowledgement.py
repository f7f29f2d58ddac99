"""Acknowledgements, pure: where an edition stands, who must sign it, what a record of signatures must say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from uuid import UUID

from qualitydesk.basics.errors import Problem
from qualitydesk.directory.model import Person
from qualitydesk.penalties.model.acknowledgement import SignDraft, Signer, SignWay, Stage
from qualitydesk.rulebook.model import Edition, Rule
from qualitydesk.rulebook.rules import read_points

SOON = 14
"""Days before an edition begins from which missing signatures are told on the first page."""


def is_named(one: Signer, typed: str) -> bool:
    """Whether a text means an employee: any part of the name or the number, or how the initials begin. All by ""."""
    wanted = typed.strip().casefold()
    return wanted in one.name.casefold() or wanted in one.number.casefold() or f" {wanted}" in one.initials


def stages_of(editions: Sequence[Edition], today: date) -> list[tuple[Edition, Stage, date]]:
    """Each edition of one rule, in their order, with where it stands and the day whose staff must sign it.

    That day: the first of one that is coming, today of the one in force (whoever came since must sign, too, and whoever
    left must not), the last of one that is past.
    """
    found: list[tuple[Edition, Stage, date]] = []
    ordered = sorted(editions, key=lambda one: (one.effective_from, one.number))
    for at, one in enumerate(ordered):
        following = ordered[at + 1].effective_from if at + 1 < len(ordered) else None
        if one.effective_from > today:
            found.append((one, Stage.COMING, one.effective_from))
        elif following is None or following > today:
            found.append((one, Stage.IN_FORCE, today))
        else:
            found.append((one, Stage.PAST, following - timedelta(days=1)))
    return found


def meant_by(edition: Edition, people: Iterable[Person]) -> list[Person]:
    """Those of these people an edition is about: the points scheme holds for its posts only, the rest for all."""
    if edition.rule != Rule.POINTS:
        return list(people)
    posts = read_points(edition.values).posts
    return [one for one in people if one.post_code in posts]


def is_due(stage: Stage, effective_from: date, today: date) -> bool:
    """Whether missing signatures are told on the first page: in force, or beginning within fourteen days."""
    if stage is Stage.IN_FORCE:
        return True
    return stage is Stage.COMING and effective_from <= today + timedelta(days=SOON)


def problems_in_signing(
    draft: SignDraft, *, today: date, signed: frozenset[UUID], recorder: UUID | None
) -> tuple[Problem, ...]:
    """Somebody signed, on a day that has come; by word of mouth only before a witness who is none of them.

    `signed`: whose signature stands already; `recorder`: who types, and is no witness.
    """
    found: list[Problem] = []
    if not draft.employee_ids:
        found.append(Problem("employee_ids", "sign_nobody"))
    elif signed.intersection(draft.employee_ids):
        found.append(Problem("employee_ids", "sign_twice", {"count": len(signed.intersection(draft.employee_ids))}))
    if draft.signed_on is None or draft.signed_on > today:
        found.append(Problem("signed_on", "sign_day", {"today": today.isoformat()}))
    if draft.way is None:
        found.append(Problem("way", "sign_way_missing"))
    if draft.way is SignWay.SPOKEN:
        if draft.witness_id is None:
            found.append(Problem("witness_id", "witness_missing"))
        elif draft.witness_id in draft.employee_ids:
            found.append(Problem("witness_id", "sign_witness_signs"))
        elif draft.witness_id == recorder:
            found.append(Problem("witness_id", "witness_is_recorder"))
    return tuple(found)
