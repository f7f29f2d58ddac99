"""Reminders of a deadline, pure: which rungs it has, and which of them are to be shown now (edges 6)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

from qualitydesk.basics.clock import local_day
from qualitydesk.basics.lengths import length
from qualitydesk.basics.phrases import say
from qualitydesk.complaints.model.clocks import ClockKind, ClockState, Deadline, Rung, RungKind
from qualitydesk.complaints.rules.clocks import EXTERNAL_GROUP
from qualitydesk.complaints.rules.deriving import due_words
from qualitydesk.rulebook.model.clocks import ReminderRule
from qualitydesk.rulebook.rules.open_hours import OpenHours

LONGEST_CLOSED = 31
"""Days: what came up before a longer closed time is not told after it."""
WATCHED = (ClockState.RUNNING, ClockState.OVERDUE)


def rungs_of(deadline: Deadline, rule: ReminderRule) -> tuple[Rung, ...]:
    """Every rung of a running deadline, in time order; none while it is paused or rests, nor for follow-ups."""
    if deadline.state not in WATCHED or deadline.rule.kind is ClockKind.FOLLOW_UP:
        return ()
    found = [_rung(deadline, RungKind.DUE, deadline.due_at, 0)]
    if rule.half and deadline.rule.group != EXTERNAL_GROUP:
        found.append(_rung(deadline, RungKind.HALF, deadline.half_at, 0))
    found += [_rung(deadline, RungKind.BEFORE, deadline.due_at - timedelta(minutes=n), n) for n in rule.before]
    found += [_rung(deadline, RungKind.AFTER, deadline.due_at + timedelta(minutes=n), n) for n in rule.after]
    # A rung before the clock began (one hour before a term of half an hour) tells nothing.
    return tuple(sorted((one for one in found if one.at > deadline.started_at), key=lambda one: (one.at, one.code)))


def rungs_to_show(
    found: Iterable[Deadline],
    rule: ReminderRule,
    seen: Collection[str],
    hours: OpenHours,
    now: datetime,
    since: datetime | None = None,
) -> tuple[tuple[Rung, ...], frozenset[str]]:
    """(what to show now, codes to be kept as seen); nothing at all outside open hours.

    `since`: what came up before was looked at already, or is stale.
    `seen`: codes of this case's rungs that were shown or passed over. Of several rungs of one clock that came up since
    somebody last looked only the latest is shown. What has been stale for longer than the rule allows is passed over
    without a word: starting the program says nothing about a case a month overdue. The rest of a night or a weekend
    does not make a rung stale: its age is reckoned from the first opening after it.
    """
    if not hours.is_open(now):
        return (), frozenset()
    shown: list[Rung] = []
    passed: set[str] = set()
    for deadline in found:
        up = [rung for rung in rungs_of(deadline, rule) if rung.at <= now and rung.code not in seen]
        up = [rung for rung in up if since is None or rung.at > since]
        passed.update(rung.code for rung in up)
        if up and not _is_stale(up[-1], rule, hours, now):
            shown.append(up[-1])
    return tuple(sorted(shown, key=lambda rung: (rung.deadline.due_at, rung.code))), frozenset(passed)


def stale_before(rule: ReminderRule, hours: OpenHours, now: datetime) -> datetime:
    """Whatever came up before this moment is stale; what did in the closed time it lies in is not."""
    edge = now - timedelta(minutes=rule.stale)
    opened, _ = next(hours.segments(edge), (edge, edge))
    if opened == edge:
        return edge
    day = local_day(edge, hours.zone)
    for back in range(LONGEST_CLOSED):
        closing = hours.last_closing(day - timedelta(days=back), edge)
        if closing is not None:
            return closing
    return edge - timedelta(days=LONGEST_CLOSED)


def rung_words(rung: Rung, clock: str, zone: str, now: datetime, language: str) -> str:
    """What a reminder says about the clock named `clock`."""
    away = int((rung.deadline.due_at - now).total_seconds()) // 60
    kind = RungKind.AFTER if away < 0 and rung.kind is not RungKind.DUE else rung.kind
    return say(
        language,
        f"clock.rung.{kind}",
        clock=clock,
        due_at=due_words(rung.deadline, zone),
        left=length(away, language),
        late=length(-away, language),
    )


def _is_stale(rung: Rung, rule: ReminderRule, hours: OpenHours, now: datetime) -> bool:
    opened, _ = next(hours.segments(rung.at))
    return now - max(rung.at, opened) > timedelta(minutes=rule.stale)


def _rung(deadline: Deadline, kind: RungKind, at: datetime, minutes: int) -> Rung:
    parts = [deadline.rule.code, str(deadline.run), kind.value, *([str(minutes)] if minutes else [])]
    return Rung(".".join(parts), kind, at, minutes, deadline)
