"""What tests of the settlement share: a month with slips, points and rewards, and the record that opens the list."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from tests.penalties.clinic import BADGE, BADGE_SIDE, Clinic

from qualitydesk.basics.clock import DEFAULT_ZONE
from qualitydesk.penalties.model import ApprovalWay, SlipLine
from qualitydesk.penalties.model.points import PointsDraft
from qualitydesk.penalties.model.rewards import RewardDraft
from qualitydesk.penalties.model.settlement import FineDraft, LockDraft
from qualitydesk.rulebook.model.rewarding import FineIs

OCTOBER, NOVEMBER, DECEMBER = date(2026, 10, 1), date(2026, 11, 1), date(2026, 12, 1)


def go(clinic: Clinic, day: date, hour: int = 9) -> None:
    """The clock stands on that morning."""
    clinic.clock.set(datetime.combine(day, time(hour), ZoneInfo(DEFAULT_ZONE)))


def open_gate(clinic: Clinic, fine_is: FineIs = FineIs.MONEY) -> None:
    """Document, adoption and notice are recorded today."""
    today = clinic.services.directory.today()
    draft = FineDraft(fine_is, "员工奖惩制度（2026）", today, today, today)
    clinic.services.settlements.set_fine(draft, clinic.by)


def second(clinic: Clinic, number: str, first: date, again: date) -> SlipLine:
    """A second offence of one group: 50 yuan for the employee and both superiors."""
    clinic.sanction(first, number, BADGE)
    slip = clinic.propose(clinic.walk(again, {number: (BADGE_SIDE,)}), number)
    clinic.issue(slip)
    return slip


def october(clinic: Clinic) -> SlipLine:
    """Two acts of October that were fined, points and praise of one consultant, one reward; today is 5 November."""
    go(clinic, date(2026, 10, 1))
    clinic.hire("C1", "单明霞", "consultant", "LEAD")
    open_gate(clinic)
    slip = second(clinic, "G1", date(2026, 10, 2), date(2026, 10, 5))
    second(clinic, "G2", date(2026, 10, 3), date(2026, 10, 7))
    for minute in range(3):
        points(clinic, "C1", "games", datetime(2026, 10, 6, 2, minute, tzinfo=UTC))
    points(clinic, "C1", "praise_letter", datetime(2026, 10, 6, 3, tzinfo=UTC))
    reward(clinic, "G2", 10000, date(2026, 10, 8))
    go(clinic, date(2026, 11, 5))
    return slip


def points(clinic: Clinic, number: str, act: str, at: datetime) -> UUID:
    clinic.clock.set(max(clinic.clock.now(), at))
    return clinic.services.points.enter(PointsDraft(clinic.people[number], act, at), clinic.by).value.id


def reward(clinic: Clinic, number: str, fen: int, day: date) -> UUID:
    go(clinic, day, 18)
    rewards = clinic.services.rewards
    draft = RewardDraft(clinic.people[number], "two", "saving", fen, (), "节约耗材", day)
    made = rewards.propose(draft, clinic.by).value
    rewards.approve(made.id, made.revision, clinic.people["GM"], day, clinic.by)
    return made.id


def lock(clinic: Clinic, month: date) -> UUID:
    """The general manager locks the month today."""
    seen = clinic.services.settlements.month(month)
    today = clinic.services.directory.today()
    draft = LockDraft(clinic.people["GM"], today, ApprovalWay.WRITTEN, "", seen.seal)
    return clinic.services.settlements.lock(month, draft, clinic.by).value
