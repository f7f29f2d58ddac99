"""Tiers decided: proposals confirmed or declined, singly or in bulk; a tier pinned with its reason and end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.errors import Refused, refuse_if
from qualitydesk.basics.ids import new_id
from qualitydesk.members.model.tiers import Move, MoveState, Standing, TierState, Way
from qualitydesk.members.rules import problems_in_reason
from qualitydesk.members.rules import tier_states as states
from qualitydesk.members.service.tier_evaluation import TIERS, InForce
from qualitydesk.members.service.tier_questions import TierQuestions
from qualitydesk.members.store import rows, tier_moves, tier_rows
from qualitydesk.members.store.tier_moves import NewMove
from qualitydesk.storage import audit
from qualitydesk.storage.database import Connection

SUBJECT = "customer"
MANY = "tiers"  # the subject of an entry about many
SINGLY = 20  # decided at once and still told of one by one


class Tiers(TierQuestions):
    """The tiers of one database: the verbs, over questions and the evaluation."""

    def confirm(self, move_ids: Sequence[UUID], by: By) -> Done[int]:
        """Proposed tiers hold from the day they were proposed for; gives how many. What was decided or overtaken
        meanwhile is left as it is. Refused: stale (nothing of it is open any more)."""
        with self._database.transaction() as connection:
            now = self.in_force()
            self._catch_up(connection, now)
            open_moves, standing = self._open(connection, move_ids)
            changed: list[Standing] = []
            decided: list[Move] = []
            for move in open_moves:
                one, to = standing[move.member.id], now.rule.rank_of(move.to_tier)
                if to is None or now.rule.levels[one.state.rank].code != move.from_tier:
                    continue
                make = states.raised if move.way is Way.UP else states.lowered
                changed.append(replace(one, state=make(to, move.on, now.rule), since=move.on))
                decided.append(move)
            if not changed:
                raise Refused("stale")
            self._decide(connection, decided, MoveState.CONFIRMED, "", by)
            tier_rows.keep(connection, changed, now.rule)
            self._settle(connection, [one.member_id for one in changed], now)
        return Done(len(changed), TIERS)

    def decline(self, move_ids: Sequence[UUID], reason: str, by: By) -> Done[int]:
        """Proposed tiers do not come, with the reason; gives how many. A rise is proposed again when more is bought,
        a fall at the next review. Refused: draft, stale."""
        refuse_if(problems_in_reason(reason))
        with self._database.transaction() as connection:
            open_moves, _ = self._open(connection, move_ids)
            if not open_moves:
                raise Refused("stale")
            self._decide(connection, open_moves, MoveState.DECLINED, reason.strip(), by)
        return Done(len(open_moves), TIERS)

    def pin(self, member_id: UUID, tier: str | None, reason: str, until: date | None, by: By) -> Done[None]:
        """A person's word: this tier until that day (exclusive), whatever is spent. Refused: draft, no_such_customer,
        customer_merged."""
        now = self.in_force()
        rank = now.rule.rank_of(tier) if tier is not None else None
        refuse_if(states.problems_in_pin(rank, reason, until, now.today))
        assert rank is not None
        with self._database.transaction() as connection:
            self._catch_up(connection, now)
            one = self._standing(connection, member_id, now)
            state = TierState(rank, pinned_until=until)
            since = now.today if rank != one.state.rank else one.since
            self._note(connection, one, Way.PIN, rank, until, reason, now, by)
            tier_rows.keep(connection, [replace(one, state=state, since=since)], now.rule)
            self._settle(connection, [member_id], now)
        return Done(None, TIERS)

    def unpin(self, member_id: UUID, reason: str, by: By) -> Done[None]:
        """Spending decides again: a rise is proposed at once, a fall at the next review.

        Refused: draft, no_such_customer, customer_merged, tier_not_pinned.
        """
        refuse_if(problems_in_reason(reason))
        with self._database.transaction() as connection:
            now = self.in_force()
            self._catch_up(connection, now)
            one = self._standing(connection, member_id, now)
            if not states.is_pinned(one.state, now.today):
                raise Refused("tier_not_pinned")
            self._note(connection, one, Way.UNPIN, one.state.rank, None, reason, now, by)
            tier_rows.keep(connection, [replace(one, state=replace(one.state, pinned_until=None))], now.rule)
            self._settle(connection, [member_id], now, posted=True)
        return Done(None, TIERS)

    def _open(self, connection: Connection, move_ids: Sequence[UUID]) -> tuple[list[Move], dict[UUID, Standing]]:
        found = [one for one in tier_moves.by_ids(connection, move_ids) if one.state is MoveState.OPEN]
        return found, tier_rows.standings(connection, [one.member.id for one in found])

    def _standing(self, connection: Connection, member_id: UUID, now: InForce) -> Standing:
        """Where a member stands, who may have bought nothing so far."""
        known = rows.customer(connection, member_id)
        if known is None:
            raise Refused("no_such_customer")
        if known.merged_into is not None:
            raise Refused("customer_merged", number=known.number, kept=known.merged_into.number)
        if not (found := tier_rows.standings(connection, [member_id])):
            tier_rows.begin(connection, [member_id], now.rule.levels[0].code, now.today)
            found = tier_rows.standings(connection, [member_id])
        return found[member_id]

    def _decide(self, connection: Connection, moves: Sequence[Move], state: MoveState, reason: str, by: By) -> None:
        """A few are told of in the audit one by one; many at once are one entry that names them all, or the server
        would be held for minutes."""
        at, verb = self._clock.now(), "confirm_tier" if state is MoveState.CONFIRMED else "decline_tier"
        ids = [one.id for one in moves]
        tier_moves.decide(connection, ids, state, reason, at, by.decided_by, by.entered_by)
        why = {"reason": reason} if reason else {}
        if len(moves) > SINGLY:
            named = [[one.member.id, one.from_tier, one.to_tier, one.on] for one in moves]
            audit.record(connection, by, at, verb, MANY, new_id(), None, {"members": named, **why})
            return
        for one in moves:
            after = {"tier": one.to_tier, "on": one.on, **why}
            audit.record(connection, by, at, verb, SUBJECT, one.member.id, {"tier": one.from_tier}, after)

    def _note(
        self, connection: Connection, one: Standing, way: Way, rank: int, until: date | None, reason: str,
        now: InForce, by: By,
    ) -> None:  # fmt: skip
        """A person's word stands in the history and in the audit."""
        at, codes = self._clock.now(), [level.code for level in now.rule.levels]
        move = NewMove(
            new_id(), one.member_id, way, MoveState.CONFIRMED, codes[one.state.rank], codes[rank], now.today, until,
            reason.strip(), None, at, by.decided_by, by.entered_by,
        )  # fmt: skip
        tier_moves.add(connection, [move])
        after = {"tier": codes[rank], "until": until, "reason": reason.strip()}
        audit.record(connection, by, at, f"{way}_tier", SUBJECT, one.member_id, {"tier": codes[one.state.rank]}, after)
