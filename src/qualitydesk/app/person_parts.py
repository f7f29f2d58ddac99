"""What the features above members hold about a person, for the copy of everything, and why she cannot be erased yet."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from qualitydesk.basics.clock import local_day
from qualitydesk.basics.phrases import capital, say
from qualitydesk.complaints.model import CaseFilter, CaseLine
from qualitydesk.complaints.service import Complaints, Wishes
from qualitydesk.members.model.privacy import Section

OPEN_CASE = "case_open_erasure"
"""Code of the refusal."""
_HEAD = ("day", "number", "institution", "kind", "state", "what")


def matters_of(complaints: Complaints, wishes: Wishes, records: Sequence[UUID], language: str) -> list[Section]:
    """Her cases, and her wishes, suggestions and praise."""
    words = partial(say, language)
    head = tuple(words(f"person_copy.head.{name}") for name in _HEAD)
    cases = sorted(_cases(complaints, records), key=lambda line: line.received_at)
    wished = {line.id: line for record in records for line in wishes.of_customer(record)}
    told = tuple(
        (
            local_day(line.received_at).isoformat(),
            line.number,
            line.institution,
            capital(words(f"channel.{line.channel}")),
            capital(words(f"case_step.{line.step.code}" if line.step else "lane.done")),
            line.narrative,
        )
        for line in cases
    )
    asked = tuple(
        (
            local_day(line.received_at).isoformat(),
            line.number,
            line.institution,
            capital(words(f"wish_kind.{line.kind}")),
            capital(words(f"wish_state.{line.state}")),
            line.words,
        )
        for line in sorted(wished.values(), key=lambda line: line.received_at)
    )
    return [Section(words("person_copy.cases"), head, told), Section(words("person_copy.wishes"), head, asked)]


def why_not_erased(complaints: Complaints, records: Sequence[UUID]) -> str | None:
    """An open case needs to know whose it is."""
    return OPEN_CASE if any(line.closed_at is None for line in _cases(complaints, records)) else None


def _cases(complaints: Complaints, records: Sequence[UUID]) -> list[CaseLine]:
    """Each once, those linked into others included."""
    found = [
        line for record in records for line in complaints.lines(CaseFilter(customer_id=record, merged=True), limit=None)
    ]
    return list({line.id: line for line in found}.values())
