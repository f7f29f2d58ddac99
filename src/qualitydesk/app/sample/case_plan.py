"""Which complaints the sample has: how old each is, how far it has come, and what is special about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from random import Random
from zoneinfo import ZoneInfo

from qualitydesk.basics.clock import DEFAULT_ZONE
from qualitydesk.complaints.model import Step

PER_ROUND = 2.2
"""Cases for each round an institution has."""
MOST = 60
"""However long the sample is: each case is driven through its steps by the real verbs, and somebody waits for it."""
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


@dataclass(frozen=True)
class PlannedCase:
    """`goal`: the step it stands in today, None = all done. `turn`: its place in the plan, for what comes in turns."""

    received_at: datetime
    goal: Step | None
    twist: Twist
    turn: int


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


def plan_cases(random: Random, now: datetime, days: int, every: int) -> list[PlannedCase]:
    """In the order of receipt, so that numbers run on."""
    count = min(MOST, max(2, round(days / every * PER_ROUND)))
    still = _OPEN[: max(1, count * 2 // 3)]
    found = [
        PlannedCase(_by_day(random, now, now - timedelta(days=age)), goal, twist, turn)
        for turn, (age, goal, twist) in enumerate(still)
    ]
    done = count - len(still)
    for turn in range(done):
        age = _YOUNGEST + max(days - _YOUNGEST - 2, 1) * (turn + random.random()) / done
        received_at = _by_day(random, now, now - timedelta(days=age))
        found.append(PlannedCase(received_at, None, _twist(turn), turn))
    return sorted(found, key=lambda one: (one.received_at, one.turn))


def _twist(turn: int) -> Twist:
    if turn % 7 == 1:
        return Twist.HEAVY
    if turn % 9 == 4:
        return Twist.SLOW
    ends = {3: Twist.NOT_UPHELD, 6: Twist.WITHDRAWN, 7: Twist.NOT_UPHELD, 19: Twist.NO_AGREEMENT, 13: Twist.SENT_BACK}
    return ends.get(turn % 20, Twist.PLAIN)


def _by_day(random: Random, now: datetime, moment: datetime) -> datetime:
    """While the clinics are open, but for what came today."""
    if now - moment < timedelta(days=1):
        return moment
    hour, minute = random.randrange(9, 17), random.randrange(60)
    return moment.astimezone(ZoneInfo(DEFAULT_ZONE)).replace(hour=hour, minute=minute, second=0, microsecond=0)
