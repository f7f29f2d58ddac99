"""Which complaints the sample has: how old each is, how far it has come, and what is special about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from random import Random
from zoneinfo import ZoneInfo

from qualitydesk.basics.clock import DEFAULT_ZONE, local_day
from qualitydesk.complaints.model import Step
from qualitydesk.rulebook.rules.workdays import WorkCalendar

_YOUNGEST = 16  # days since a case that is done was received


class Twist(StrEnum):
    """What a case has of its own."""

    PLAIN = "plain"
    MONEY = "money"
    HEAVY = "heavy"
    GRAVEST = "gravest"
    SLOW = "slow"
    NOT_UPHELD = "not_upheld"
    WITHDRAWN = "withdrawn"
    NO_AGREEMENT = "no_agreement"
    SENT_BACK = "sent_back"
    UNREACHABLE = "unreachable"
    PATIENT_ASKED = "patient_asked"
    MERGED = "merged"
    REOPENED = "reopened"
    AGAIN = "again"  # reopened long ago, closed anew


@dataclass(frozen=True)
class PlannedCase:
    """`goal`: the step it stands in today, None = all done. `turn`: its place in the plan, for what comes in turns.
    `measured`: a measure follows from it, if it has ground."""

    received_at: datetime
    goal: Step | None
    twist: Twist
    turn: int
    measured: bool = False


_OPEN = (
    (0.03, Step.RECEIVED, Twist.PLAIN),
    (1.2, Step.ACCEPTED, Twist.PLAIN),
    (1.4, Step.INVESTIGATED, Twist.PLAIN),
    (2.1, Step.CLASSIFIED, Twist.PLAIN),
    (2.4, Step.DRAFTED, Twist.MONEY),
    (3.1, Step.APPROVED, Twist.MONEY),
    (4.5, Step.NEGOTIATED, Twist.PLAIN),
    (5.2, Step.FORMALITIES, Twist.MONEY),
    (6.3, Step.CLOSED, Twist.PLAIN),
    (8.0, Step.HANDLED, Twist.PLAIN),
    (11.0, Step.PREVENTED, Twist.MONEY),
    (9.5, Step.INVESTIGATED, Twist.UNREACHABLE),
    (10.4, Step.NEGOTIATED, Twist.PATIENT_ASKED),
    (9.1, Step.CLASSIFIED, Twist.GRAVEST),
    (1.6, Step.INVESTIGATED, Twist.MERGED),
    (58.0, None, Twist.REOPENED),
    (21.0, Step.FORMALITIES, Twist.HEAVY),
    (5.8, Step.NEGOTIATED, Twist.SENT_BACK),
    (0.09, Step.RECEIVED, Twist.PLAIN),
    (16.0, Step.APPROVED, Twist.HEAVY),
    (2.6, Step.INVESTIGATED, Twist.PLAIN),
    (7.4, Step.CLOSED, Twist.MONEY),
    (9.0, Step.HANDLED, Twist.MONEY),
    (13.0, Step.PREVENTED, Twist.HEAVY),
)
"""Days old, where it stands, what is special; in small samples the first of them."""


_MORE = (
    (0.4, Step.ACCEPTED, Twist.PLAIN),
    (0.9, Step.INVESTIGATED, Twist.PLAIN),
    (1.8, Step.INVESTIGATED, Twist.PLAIN),
    (2.8, Step.CLASSIFIED, Twist.PLAIN),
    (3.4, Step.DRAFTED, Twist.PLAIN),
    (3.9, Step.APPROVED, Twist.MONEY),
    (4.2, Step.NEGOTIATED, Twist.MONEY),
    (5.5, Step.NEGOTIATED, Twist.PLAIN),
    (6.0, Step.FORMALITIES, Twist.MONEY),
    (6.9, Step.CLOSED, Twist.PLAIN),
    (8.4, Step.HANDLED, Twist.PLAIN),
    (10.0, Step.PREVENTED, Twist.PLAIN),
    (12.0, Step.PREVENTED, Twist.MONEY),
    (0.2, Step.RECEIVED, Twist.PLAIN),
)
"""What is under way besides in a sample of two years, dealt out until there are enough."""
_RARE = 200  # a sample of more cases than this is dealt its special ones as seldom as they are
_QUIET = {"春节": 0.12, "国庆节": 0.35, "国庆节、中秋节": 0.35}
_SEASON = (0.95, 0.7, 1.1, 1.05, 1.05, 1.0, 1.1, 1.15, 1.0, 0.9, 1.05, 1.0)
"""How busy each month is."""
_WEEK = (1.35, 1.1, 1.0, 1.0, 1.05, 0.95, 0.6)
"""Monday to Sunday: what the weekend left over comes on Monday."""


def plan_cases(random: Random, now: datetime, days: int, count: int, calendar: WorkCalendar) -> list[PlannedCase]:
    """In the order of receipt, so that numbers run on."""
    still = [*_OPEN[: max(1, count * 2 // 3)]]
    if count > _RARE:
        still += [(_MORE[at % len(_MORE)]) for at in range(count // 75)]
    found = [
        PlannedCase(_by_day(random, now, now - timedelta(days=age)), goal, twist, turn, turn % 6 == 3)
        for turn, (age, goal, twist) in enumerate(still)
    ]
    done = count - len(still)
    for turn, day in enumerate(_days(random, now, days, done, calendar)):
        twist = _rarely(turn) if count > _RARE else _twist(turn)
        measured = turn % (30 if count > _RARE else 6) == 3
        found.append(PlannedCase(_by_day(random, now, day), None, twist, turn, measured))
    return sorted(found, key=lambda one: (one.received_at, one.turn))


def _days(random: Random, now: datetime, days: int, done: int, calendar: WorkCalendar) -> list[datetime]:
    """When those that are done came: the more on a day, the busier it was."""
    span = max(days - _YOUNGEST - 2, 1)
    if done < _RARE:
        return [now - timedelta(days=_YOUNGEST + span * (turn + random.random()) / done) for turn in range(done)]
    ages = range(_YOUNGEST, _YOUNGEST + span)
    weights = [_busy(local_day(now - timedelta(days=age)), calendar) for age in ages]
    return [now - timedelta(days=age) for age in random.choices(ages, weights, k=done)]


def _busy(day: date, calendar: WorkCalendar) -> float:
    """How many complaints a day brings, of 1 on an ordinary one: few on holidays, next to none at Spring Festival."""
    listed = calendar.listed.get(day)
    if listed is not None and not listed.working:
        return _QUIET.get(listed.name, 0.5)
    return _SEASON[day.month - 1] * _WEEK[0 if listed is not None else day.weekday()]


def _twist(turn: int) -> Twist:
    if turn % 7 == 1:
        return Twist.HEAVY
    if turn % 9 == 4:
        return Twist.SLOW
    ends = {3: Twist.NOT_UPHELD, 6: Twist.WITHDRAWN, 7: Twist.NOT_UPHELD, 19: Twist.NO_AGREEMENT, 13: Twist.SENT_BACK}
    return ends.get(turn % 20, Twist.PLAIN)


def _rarely(turn: int) -> Twist:
    """Of a hundred: four heavy ones, twelve slow, eight without ground, four withdrawn, two without agreement …"""
    if turn % 83 == 40:
        return Twist.AGAIN
    if turn % 400 == 150:
        return Twist.MERGED
    if turn % 25 == 1:
        return Twist.HEAVY
    if turn % 8 == 4:
        return Twist.SLOW
    ends = {3: Twist.NOT_UPHELD, 11: Twist.NOT_UPHELD, 6: Twist.WITHDRAWN, 19: Twist.SENT_BACK}
    if turn % 50 == 33:
        return Twist.NO_AGREEMENT
    return ends.get(turn % 20, Twist.PLAIN)


def _by_day(random: Random, now: datetime, moment: datetime) -> datetime:
    """While the clinics are open, but for what came today."""
    if now - moment < timedelta(days=1):
        return moment
    hour, minute = random.randrange(9, 17), random.randrange(60)
    return moment.astimezone(ZoneInfo(DEFAULT_ZONE)).replace(hour=hour, minute=minute, second=0, microsecond=0)
