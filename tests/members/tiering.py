"""A clinic where purchases are entered as rows, with tiers over them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import insert, select, update
from tests.members.conftest import Clinic

from qualitydesk.basics.changes import By
from qualitydesk.basics.ids import new_id
from qualitydesk.members.model.tiers import Move, MoveFilter, MoveState, TierLine
from qualitydesk.members.service.tiers import Tiers
from qualitydesk.members.store.purchase_tables import purchases
from qualitydesk.rulebook.service import Rulebook

TODAY = date(2026, 11, 21)
WAN = 1_000_000  # fen: ten thousand yuan


@dataclass
class Tills:
    """Who buys what, and what comes of it."""

    clinic: Clinic
    rulebook: Rulebook
    tiers: Tiers
    bills: int = 0

    def by(self) -> By:
        return self.clinic.by()

    def member(self, name: str = "王小明", **more: object) -> UUID:
        return self.clinic.add(name, **more)

    def row(self, member: UUID, day: date, fen: int, refund_of: UUID | None = None) -> UUID:
        """A purchase without anybody being told of it."""
        self.bills += 1
        made = new_id()
        with self.clinic.database.transaction() as connection:
            counted = day
            if refund_of is not None:
                counted = connection.execute(
                    select(purchases.c.counted_on).where(purchases.c.id == refund_of)
                ).scalar_one()
            connection.execute(
                insert(purchases).values(
                    id=made, number=f"B{self.bills:05d}", customer_id=member, member_id=member,
                    institution_id=self.clinic.home, day=day, kind="treatment", amount=fen, refund_of=refund_of,
                    counted_on=counted, counts=fen, voided_why="", note="", recorded_at=self.clinic.clock.now(),
                    revision=1,
                )
            )  # fmt: skip
        return made

    def buy(self, member: UUID, fen: int, day: date | None = None, refund_of: UUID | None = None) -> UUID:
        """As the verb for purchases does it: the row and what tiers make of it in one transaction."""
        with self.clinic.database.transaction():
            made = self.row(member, day or self.today, fen, refund_of)
            self.tiers.after_postings([member])
        return made

    def move_purchases(self, member: UUID, to: UUID) -> None:
        """As a merge does it."""
        with self.clinic.database.transaction() as connection:
            connection.execute(update(purchases).where(purchases.c.member_id == member).values(member_id=to))
            self.tiers.after_postings([member, to])

    @property
    def today(self) -> date:
        return self.clinic.directory.today()

    def go_to(self, day: date) -> None:
        """The program is opened on that day."""
        self.clinic.clock.advance((day - self.today) / timedelta(days=1) * timedelta(days=1))
        self.tiers.evaluate_today()

    def open_moves(self) -> list[Move]:
        return self.tiers.proposals()

    def confirm_all(self) -> None:
        self.tiers.confirm(self.tiers.proposal_ids(), self.by())

    def line(self, member: UUID) -> TierLine:
        found = self.tiers.line(member)
        assert found is not None
        return found

    def tier(self, member: UUID) -> str:
        return self.line(member).tier

    def in_state(self, state: MoveState) -> list[Move]:
        return self.tiers.proposals(MoveFilter(state=state))


def tills_of(clinic: Clinic) -> Tills:
    rulebook = Rulebook(clinic.database, clinic.clock)
    rulebook.adopt_shipped(clinic.by())
    return Tills(clinic, rulebook, Tiers(clinic.database, clinic.clock, clinic.directory, rulebook))
