"""Facts for the ladder in few words: an act, earlier offences by day, a line of superiors."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from qualitydesk.penalties.model import (
    Act,
    Choice,
    EarlierOffence,
    FindingFact,
    LadderFacts,
    Person,
    Standing,
    Superiors,
)
from qualitydesk.rulebook.model import Gravity

ZONE = ZoneInfo("Asia/Shanghai")
EMPLOYEE = Person(UUID(int=1), "张𬱖")
SUPERIOR = Person(UUID(int=2), "李雪梅")
HEAD = Person(UUID(int=3), "王建国")
ACT_DAY = date(2026, 11, 21)
TITLES = {
    "A1": {"zh": "佩戴胸牌", "en": "Badge worn"},
    "A2": {"zh": "头发整洁", "en": "Hair tidy"},
    "A3": {"zh": "指甲修剪", "en": "Nails trimmed"},
    "C1": {"zh": "主动问候", "en": "Greets first"},
    "C2": {"zh": "站立服务", "en": "Stands while advising"},
}
GROUPS = {"A": "appearance", "C": "conduct"}


def at(day: date, hour: int = 10, minute: int = 0) -> datetime:
    """A moment of a day as the clinic's clock shows it."""
    return datetime.combine(day, time(hour, minute), ZONE).astimezone(UTC)


def finding(item: str = "A1", key: int = 1, gravity: Gravity = Gravity.ORDINARY, **more: Any) -> FindingFact:
    """A failed item of the act; its group follows from its code's letter."""
    return FindingFact(UUID(int=100 + key), item, GROUPS[item[0]], gravity, TITLES[item], **more)


def earlier(item: str, day: date, key: int, kind: str = "patrol", **more: Any) -> EarlierOffence:
    """An earlier finding, by default in a round of its own, on a patrol, entered at once."""
    found = {
        "at": at(day, 9),
        "round_id": UUID(int=5000 + key),
        "round_number": f"XJ-BJ-{day.year}-{key:04d}",
        "group": GROUPS[item[0]],
        "title": TITLES[item],
        "standing": Standing.COUNTS,
        **more,
    }
    return EarlierOffence(
        finding_id=UUID(int=3000 + key),
        round_kind=kind,
        item_code=item,
        **{"recorded_at": found["at"], **found},
    )


def facts(
    *findings: FindingFact,
    before: tuple[EarlierOffence, ...] = (),
    kind: str = "patrol",
    day: date = ACT_DAY,
    superior: Person | None = SUPERIOR,
    head: Person | None = HEAD,
    choice: Choice | None = None,
    moment: datetime | None = None,
) -> LadderFacts:
    """An act of the employee, one failed badge unless told otherwise."""
    act = Act(EMPLOYEE, moment or at(day), UUID(int=9000), "XJ-BJ-2026-0900", kind, findings or (finding(),))
    return LadderFacts(act, before, Superiors(superior, head), choice or Choice())


def days_ago(days: int) -> date:
    """A day before the act."""
    return ACT_DAY - timedelta(days=days)
