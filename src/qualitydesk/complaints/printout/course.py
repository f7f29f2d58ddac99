"""A case's way on paper: every stay in a step, every clock, dates of others, pauses, what hangs together with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from qualitydesk.basics.phrases import capital
from qualitydesk.complaints.model import CasePage, Leave, Visit
from qualitydesk.complaints.model.clocks import ClockState, Deadline, Unit
from qualitydesk.complaints.printout.words import Words
from qualitydesk.complaints.rules.clocks import EXTERNAL_GROUP

_TONES = {ClockState.LATE: "bad", ClockState.OVERDUE: "bad"}


def course_fields(page: CasePage, clocks: Sequence[Deadline], now: datetime, words: Words) -> dict[str, Any]:
    """Steps, clocks, external dates, pauses, files and links."""
    return {
        "steps": [_step(one, now, words) for one in page.course.visits],
        "clocks": [_clock(one, words) for one in clocks if one.rule.group != EXTERNAL_GROUP],
        **_beside(page, words),
    }


def _step(visit: Visit, now: datetime, words: Words) -> dict[str, Any]:
    """One stay: how long, by whom it was ended, and why where it did not simply go on."""
    how = "" if visit.how in (None, Leave.NEXT) else words.of("leave", visit.how)
    return {
        "place": str(int(visit.step)),
        "step": words.of("case_step", visit.step.code),
        "entered": words.moment(visit.entered_at),
        "left": words.moment(visit.left_at) or capital(words.say("here")),
        "took": words.length(visit.entered_at, visit.left_at or now),
        "by": visit.left_by_name,
        "note": " · ".join(part for part in (how, visit.reason) if part),
        "tone": "warning" if how else "",
    }


def _clock(found: Deadline, words: Words) -> dict[str, Any]:
    in_days = found.rule.unit in (Unit.WORKING_DAYS, Unit.CALENDAR_DAYS)
    due = words.ending(found.due_at, found.due_on) if in_days else words.moment(found.due_at)
    marks = [words.say("not_announced")] if found.provisional and found.is_open else []
    again = [words.say("run", run=found.run)] if found.run > 1 else []
    return {
        "clock": " ".join([words.of("clock.name", found.rule.code), *again]),
        "limit": f"{found.limit} {words.of('clock.unit', found.rule.unit)}",
        "started": words.moment(found.started_at),
        "due": "\n".join([due, *marks]),
        "stopped": words.moment(found.stopped_at),
        "state": capital(words.of("clock.state", found.state)),
        "tone": _TONES.get(found.state, ""),
    }


def _beside(page: CasePage, words: Words) -> dict[str, Any]:
    linked = [words.say("merged", numbers=words.joined(one.number for one in page.merged))] if page.merged else []
    if page.merged_into:
        linked.append(words.say("merged_into", number=page.merged_into[1]))
    if page.split_from:
        linked.append(words.say("split_from", number=page.split_from[1]))
    return {
        "externals": [
            {
                "kind": words.of("external", one.kind),
                "reference": one.reference,
                "heard": words.moment(one.heard_at),
                "due": words.moment(one.due_at),
                "done": words.moment(one.done_at),
            }
            for one in page.externals
        ],
        "pauses": [
            {
                "reason": capital(words.of("clock.pause", one.reason)),
                "from": words.moment(one.started_at),
                "to": words.moment(one.ended_at) or capital(words.say("lasting")),
                "by": one.by,
                "words": one.words,
            }
            for one in page.pauses
        ],
        "files": words.joined(one.name for one in page.files),
        "linked": "\n".join(linked),
        "earlier": words.joined(
            words.say("earlier", number=one.number, day=words.day(one.received_at))
            for one in page.earlier
            if one.received_at < page.line.received_at
        ),
    }
