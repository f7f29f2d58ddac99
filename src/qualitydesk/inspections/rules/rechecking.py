"""What a finished round says about measures due to be checked again: passed, failed, or nothing that settles it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from uuid import UUID

from qualitydesk.inspections.model import Given, RecheckSeen, Verdict, Walk
from qualitydesk.measures.model import RecheckDue


def seen_on(walk: Walk, due: Sequence[RecheckDue]) -> list[RecheckSeen]:
    """One for each measure whose re-check the answers settle; `due` stands measure by measure.

    Failed as soon as one thing it came from failed again; passed when all of them were looked at and passed. A partly,
    a "not applicable" and what was not looked at settle nothing. A stricter item that replaces the one found answers
    for it.
    """
    found = []
    for measure_id, parts in groupby(due, key=lambda one: one.measure_id):
        wanted = list(parts)
        given = [_given(walk, one) for one in wanted]
        failed = [one for one in given if one is not None and one.verdict is Verdict.FAIL]
        passed = all(one is not None and one.verdict is Verdict.PASS for one in given)
        if failed or passed:
            notes = dict.fromkeys(one.note.strip() for one in failed if one.note.strip())
            first = wanted[0]
            found.append(RecheckSeen(measure_id, first.number, first.task, not failed, tuple(notes), len(wanted)))
    return found


def _given(walk: Walk, wanted: RecheckDue) -> Given | None:
    """What was answered for that person or place on that item; the first one answered where it stands twice."""
    subject: UUID | None = wanted.employee_id or wanted.place_id
    if subject is None or not wanted.item_code:
        return None
    for stop in walk.stops:
        if stop.subject_id != subject:
            continue
        for item in walk.items[stop.id]:
            if wanted.item_code in (item.code, *item.replaces) and (answer := walk.answers.get((stop.id, item.code))):
                return answer.given
    return None
