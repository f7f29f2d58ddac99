"""Who is offered to decide: only those who may on this record; the one who may, or whoever sits here, stands there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from qualitydesk.basics.changes import By
from qualitydesk.directory.model import Person
from qualitydesk.kit.field_row import FieldRow
from qualitydesk.kit.pickers import Choice, Picker

Barred = Callable[[UUID], object]
"""Why somebody may not decide; nothing when she may."""
More = Callable[[UUID], str]
"""What else is told of somebody who may; "" for nothing."""


def decider_choices(
    people: Iterable[Person], barred: Barred = lambda _who: None, more: More = lambda _who: ""
) -> list[Choice]:
    """Those who may, with number, post and what `more` says, found by their institution and initials, too."""
    return [
        Choice(
            one.id,
            one.name,
            " · ".join(filter(None, (one.number, one.post, more(one.id)))),
            f"{one.institution}{one.initials}",
        )
        for one in people
        if not barred(one.id)
    ]


def prefill(picker: Picker, choices: Iterable[Choice], by: By, row: FieldRow | None = None) -> None:
    """Choose the only one offered, or the user where she is among them; where nobody is, `row` says so."""
    keys = [one.key for one in choices]
    mine = by.decided_by if by.decided_by in keys else None
    picker.choose(keys[0] if len(keys) == 1 else mine)
    if not keys and row is not None:
        words = QCoreApplication.translate(
            "Deciders",
            "Nobody who holds a post that decides may decide on this. Name another post in the rulebook, or add the "
            'person in "Directory".',
        )
        row.say_problem(words)
