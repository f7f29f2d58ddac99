"""What may be done with an internal request, in which state and by whom; a table, read like the steps of a case."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from qualitydesk.basics.errors import Problem
from qualitydesk.complaints.model.clocks import ENDED, Event
from qualitydesk.complaints.model.requests import (
    UNANSWERED,
    AnswerDraft,
    Entry,
    RequestDraft,
    RequestState,
    RequestVerb,
)
from qualitydesk.complaints.rules.drafts import LONGEST, SLACK, between

ANSWER_CLOCK = "request_answer"
RECEIVED, ANSWERED = "request_received", "request_answered"


class Side(StrEnum):
    """Whose matter a verb is."""

    ASKED = "asked"  # the department asked, or its head
    ASKING = "asking"  # the asker, or another of that department
    ANYBODY = "anybody"


@dataclass(frozen=True)
class Row:
    """A verb: from which states, to which (None: it stays), whose matter; `another`: not who answered."""

    of: tuple[RequestState, ...]
    to: RequestState | None
    side: Side = Side.ANYBODY
    another: bool = False


_S = RequestState
TABLE: Mapping[RequestVerb, Row] = {
    RequestVerb.ACCEPT: Row((_S.ASKED,), _S.ACCEPTED, Side.ASKED),
    RequestVerb.PASS_ON: Row(UNANSWERED, _S.ASKED),
    RequestVerb.ANSWER: Row(UNANSWERED, _S.ANSWERED, Side.ASKED),
    RequestVerb.CONFIRM: Row((_S.ANSWERED,), _S.CLOSED, Side.ASKING, another=True),
    RequestVerb.RETURN: Row((_S.ANSWERED,), _S.ACCEPTED, Side.ASKING, another=True),
    RequestVerb.WITHDRAW: Row(UNANSWERED, _S.WITHDRAWN, Side.ASKING),
    RequestVerb.NOTE: Row(tuple(_S), None),
    RequestVerb.ATTACH: Row((_S.ASKED, _S.ACCEPTED, _S.ANSWERED), None),
}


@dataclass(frozen=True)
class Matter:
    """Of a request what the rules ask."""

    state: RequestState
    asker_id: UUID
    department_id: UUID
    asked_id: UUID
    answered_by: UUID | None = None


@dataclass(frozen=True)
class Doer:
    """Who decides: the departments he belongs to or heads; None while nobody is named."""

    id: UUID | None
    departments: frozenset[UUID] = frozenset()


def may(matter: Matter, verb: RequestVerb, doer: Doer) -> Problem | None:
    """What stands against a verb: request_state, nobody_decides, request_own, request_not_asked, request_not_asking or
    request_own_answer; None when nothing does."""
    row = TABLE[verb]
    if matter.state not in row.of:
        return Problem("", "request_state")
    if doer.id is None:
        return Problem("decided_by", "nobody_decides")
    if row.side is Side.ASKED:
        if doer.id == matter.asker_id:
            return Problem("decided_by", "request_own")
        if matter.asked_id not in doer.departments:
            return Problem("decided_by", "request_not_asked")
    if row.another and doer.id == matter.answered_by:
        return Problem("decided_by", "request_own_answer")
    if row.side is Side.ASKING and doer.id != matter.asker_id and matter.department_id not in doer.departments:
        return Problem("decided_by", "request_not_asking")
    return None


def after(state: RequestState, verb: RequestVerb) -> RequestState:
    """The state after a verb that may be done."""
    return TABLE[verb].to or state


def open_to(state: RequestState) -> Collection[RequestVerb]:
    """The verbs a state has, whoever does them."""
    return [verb for verb, row in TABLE.items() if state in row.of]


def problems_in_request(draft: RequestDraft, department_id: UUID | None, now: datetime, today: date) -> list[Problem]:
    """What is missing in a new one; a department that asks itself; a receipt before now without a reason.

    `department_id`: the asker's."""
    found = [
        Problem(name, "required")
        for name, value in (("asker_id", draft.asker_id), ("asked_id", draft.asked_id), ("words", draft.words.strip()))
        if not value
    ]
    if draft.asked_id is not None and draft.asked_id == department_id:
        found.append(Problem("asked_id", "request_same_department"))
    if draft.since is not None and draft.since > today:
        found.append(Problem("since", "day_in_future"))
    if len(draft.words) > LONGEST:
        found.append(Problem("words", "too_long", {"most": LONGEST}))
    return found + problems_in_receipt(draft.received_at, draft.backdate_reason, now)


def problems_in_receipt(received_at: datetime | None, reason: str, now: datetime) -> list[Problem]:
    """A moment of receipt in the future, or before now without a reason."""
    if received_at is None:
        return []
    early = (now - received_at).total_seconds()
    if early < -SLACK:
        return [Problem("received_at", "day_in_future")]
    if early > SLACK and not reason.strip():
        return [Problem("backdate_reason", "reason_missing")]
    return []


def problems_in_answer(draft: AnswerDraft, earliest: datetime, now: datetime) -> list[Problem]:
    """A clear answer; given now, or with a reason at an earlier moment since `earliest`."""
    found = [] if draft.words.strip() else [Problem("words", "request_answer_missing")]
    found += between("at", draft.at, earliest, now)
    early = (now - draft.at).total_seconds() if draft.at is not None else 0
    if early > SLACK and not draft.backdate_reason.strip():
        found.append(Problem("backdate_reason", "reason_missing"))
    return found


def problems_in_passing_on(department_id: UUID | None, asked_id: UUID, asking_id: UUID, reason: str) -> list[Problem]:
    """Another department than the one asked and the one asking, with a reason."""
    found = []
    if department_id is None:
        found.append(Problem("asked_id", "required"))
    elif department_id == asked_id:
        found.append(Problem("asked_id", "request_there_already"))
    elif department_id == asking_id:
        found.append(Problem("asked_id", "request_same_department"))
    if not reason.strip():
        found.append(Problem("words", "reason_missing"))
    return found


def events_of(received_at: datetime, timeline: Iterable[Entry]) -> tuple[Event, ...]:
    """What starts and stops the clock: receipt, answer; sent back begins it anew; withdrawn ends it.

    An answer given earlier than entered bears its own moment in the details (`at`)."""
    found = [Event(RECEIVED, received_at)]
    for entry in timeline:
        if entry.verb == RequestVerb.ANSWER:
            told = entry.details.get("at")
            found.append(Event(ANSWERED, datetime.fromisoformat(told) if isinstance(told, str) else entry.at))
        elif entry.verb == RequestVerb.RETURN:
            found.append(Event(RECEIVED, entry.at))
        elif entry.verb == RequestVerb.WITHDRAW:
            found.append(Event(ENDED, entry.at))
    return tuple(found)
