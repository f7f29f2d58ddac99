"""Tiers evaluated: at the start of the day those about whom something changes, after postings whom they concern, and
everybody anew when another edition of the rule holds. What comes of it is proposed; a person decides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.clock import Clock
from qualitydesk.basics.ids import new_id
from qualitydesk.directory.service import Directory
from qualitydesk.members.model.tiers import Basis, Counted, MoveState, Outlook, Spend, Standing, TierState, Turn, Way
from qualitydesk.members.rules import tier_states as states
from qualitydesk.members.rules import tiers as rules
from qualitydesk.members.store import tier_moves, tier_rows, tier_sums
from qualitydesk.members.store.tier_moves import NewMove
from qualitydesk.rulebook.model import Edition, Rule
from qualitydesk.rulebook.model.tiers import TiersRule
from qualitydesk.rulebook.rules import read_tiers
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.storage.database import Connection, Database

TIERS = frozenset({Change.TIERS})
NOWHERE = Outlook(None, None, None)


@dataclass(frozen=True)
class InForce:
    """The rule of a day."""

    today: date
    edition: Edition
    rule: TiersRule

    @property
    def tomorrow(self) -> date:
        """What counts as of today: an evaluation on the day after counts today's purchases."""
        return self.today + rules.DAY


class Evaluation:
    """The evaluation over one database."""

    def __init__(self, database: Database, clock: Clock, directory: Directory, rulebook: Rulebook) -> None:
        self._database = database
        self._clock = clock
        self._directory = directory
        self._rulebook = rulebook
        self._known: tuple[UUID, TiersRule] | None = None

    def evaluate_today(self) -> Done[int]:
        """Bring every member up to today; gives how many stand otherwise than before. Again and again does no harm."""
        with self._database.reading() as connection:
            now = self.in_force()
            if self._is_done(connection, now):
                return Done(0)
        with self._database.transaction() as connection:
            changed = self._catch_up(connection, now)
        return Done(changed, TIERS if changed else frozenset())

    def after_postings(self, member_ids: Iterable[UUID], _by: By | None = None) -> frozenset[Change]:
        """Purchases of these members were entered, given back, voided or moved (a merge): within the verb that did it.

        A rise is proposed at once, on the day of posting; nothing falls before its review.
        """
        ids = list(dict.fromkeys(member_ids))
        with self._database.transaction() as connection:
            now = self.in_force()
            self._catch_up(connection, now)
            found, unknown = tier_sums.concerned(connection, ids, now.rule, now.today)
            if unknown:
                tier_rows.begin(connection, unknown, now.rule.levels[0].code, now.today)
                found += tier_sums.concerned(connection, unknown, now.rule, now.today)[0]
            self._settle(connection, found, now, posted=True)
        return TIERS

    def in_force(self) -> InForce:
        """The rule of today. Refused: no_edition."""
        today = self._directory.today()
        edition = self._rulebook.edition_on(Rule.TIERS, today)
        if self._known is None or self._known[0] != edition.id:
            self._known = (edition.id, read_tiers(edition.values))
        return InForce(today, edition, self._known[1])

    def differences(self) -> dict[UUID, int]:
        """Everybody anew by one statement: whose rank by spending is another than the one kept, and which it is. None
        when the evaluation day by day has done its work."""
        with self._database.reading() as connection:
            now = self.in_force()
            anew = tier_sums.all_ranks(connection, now.rule, now.tomorrow)
            kept = tier_rows.reaching(connection)
        return {one: anew.get(one, 0) for one in anew.keys() | kept.keys() if anew.get(one, 0) != kept.get(one, 0)}

    def _is_done(self, connection: Connection, now: InForce) -> bool:
        last = tier_rows.last_run(connection)
        return last is not None and last[0] >= now.today and last[1] == now.edition.id

    def _catch_up(self, connection: Connection, now: InForce) -> int:
        if self._is_done(connection, now):
            return 0
        last = tier_rows.last_run(connection)
        since = last[0] if last is not None else now.today
        if last is not None and last[1] == now.edition.id:
            changed = self._settle(connection, tier_rows.due(connection, now.today), now, since)
        else:
            changed = self._anew(connection, now, since)
        tier_rows.note_run(connection, max(since, now.today), now.edition.id)
        return changed

    def _anew(self, connection: Connection, now: InForce, since: date) -> int:
        """Everybody, under an edition nobody was evaluated by yet."""
        tier_rows.rerank(connection, now.rule)
        tier_rows.begin(connection, tier_sums.without_standing(connection), now.rule.levels[0].code, now.today)
        ids = {*tier_sums.could_rise(connection, now.rule, now.tomorrow), *tier_rows.above_ground(connection)}
        return self._settle(connection, sorted(ids), now, since, posted=True)

    def _settle(
        self, connection: Connection, ids: Sequence[UUID], now: InForce, since: date | None = None, *,
        posted: bool = False,
    ) -> int:  # fmt: skip
        """Bring these up to today: reviews behind `since`, what spending reaches, what comes, and what is proposed."""
        since = since or now.today
        kept = tier_rows.standings(connection, ids)
        linked = tier_rows.linked(connection, kept)
        spends = tier_sums.spends(connection, kept, now.rule, since)
        changed: list[Standing] = []
        turns: dict[UUID, list[Turn]] = {}
        for one in kept.values():
            if one.member_id in linked:
                new, found = replace(one, qualifies=0, outlook=NOWHERE), list[Turn]()
            else:
                new, found = _brought_up(one, spends.get(one.member_id, ()), now, since)
            if new != one:
                changed.append(new)
            kept[one.member_id] = new
            turns[one.member_id] = found
        tier_rows.keep(connection, changed, now.rule)
        self._write_moves(connection, kept, turns, spends, now, linked, posted=posted)
        return len(changed)

    def _write_moves(
        self, connection: Connection, kept: Mapping[UUID, Standing], turns: Mapping[UUID, Sequence[Turn]],
        spends: Mapping[UUID, Sequence[Spend]], now: InForce, linked: set[UUID], *, posted: bool,
    ) -> None:  # fmt: skip
        """What is new is proposed or noted; what holds no longer is overtaken."""
        open_moves = tier_moves.open_of(connection, kept)
        over: list[UUID] = []
        new: list[tuple[UUID, Turn]] = []
        for who, one in kept.items():
            there = open_moves.get(who)
            proposed = (there[1], now.rule.rank_of(there[2])) if there else None
            wish = None if who in linked else _wish(one, turns[who], proposed, now, posted=posted)
            new += [(who, turn) for turn in turns[who] if turn.way in (Way.GRACE, Way.REGAINED)]
            if there is not None and (wish is None or (wish.way, wish.rank) != proposed):
                over.append(there[0])
            if wish is not None and (wish.way, wish.rank) != proposed:
                new.append((who, wish))
        tier_moves.overtake(connection, over, self._clock.now())
        if new:
            self._propose(connection, new, kept, spends, now)

    def _propose(
        self, connection: Connection, new: Sequence[tuple[UUID, Turn]], kept: Mapping[UUID, Standing],
        spends: Mapping[UUID, Sequence[Spend]], now: InForce,
    ) -> None:  # fmt: skip
        """Write moves down with their calculation; a rise that was declined at no smaller sum is not proposed again."""
        first = rules.window_start(min(turn.evaluated_for for _, turn in new), now.rule.months)
        people = list(dict.fromkeys(who for who, _ in new))
        counted = tier_sums.counted_of(connection, people, first, now.tomorrow)
        declined = tier_moves.declined_of(connection, [who for who, turn in new if turn.way is Way.UP], first)
        made, at = [], self._clock.now()
        for who, turn in new:
            rank = kept[who].state.rank
            basis = _basis(turn, rank, spends.get(who, ()), counted.get(who, ()), now)
            to = now.rule.levels[turn.rank].code
            if turn.way is Way.UP and declined.get((who, to), -1) >= basis.amount:
                continue
            state = MoveState.OPEN if turn.way in (Way.UP, Way.DOWN) else MoveState.NOTED
            made.append(
                NewMove(
                    new_id(), who, turn.way, state, now.rule.levels[rank].code, to, turn.on, turn.until, "", basis, at
                )
            )
        tier_moves.add(connection, made)


def _brought_up(one: Standing, spends: Sequence[Spend], now: InForce, since: date) -> tuple[Standing, list[Turn]]:
    """A member as of today, and what the reviews behind `since` came to."""
    state, turns = one.state, list[Turn]()
    if since < now.today:
        state, turns = states.went_on(state, spends, now.rule, since, now.today)
    course = rules.course_of(spends, now.rule, now.tomorrow)
    if state == TierState() and len(course.days) == 1 and not course.now:
        return replace(one, state=state, qualifies=0, outlook=NOWHERE), turns
    outlook = states.outlook(state, course, now.rule, now.today)
    return replace(one, state=state, qualifies=course.now, outlook=outlook), turns


def _wish(
    one: Standing, turns: Sequence[Turn], proposed: tuple[Way, int | None] | None, now: InForce, *, posted: bool
) -> Turn | None:
    """What should stand open for a member: the latest of the reviews, else a rise, else what stood before if it
    still holds."""
    if states.is_pinned(one.state, now.today):
        return None
    latest = next((turn for turn in reversed(turns) if turn.way in (Way.UP, Way.DOWN)), None)
    rises = one.qualifies > one.state.rank
    if rises and (posted or latest is not None or (proposed is not None and proposed[0] is Way.UP)):
        until = states.raised(one.qualifies, now.today, now.rule).guaranteed_until
        return Turn(Way.UP, one.qualifies, now.today, now.tomorrow, until)
    if one.qualifies >= one.state.rank:
        return None
    if latest is not None and latest.way is Way.DOWN:
        return latest
    if proposed is None or proposed[0] is not Way.DOWN or proposed[1] is None:
        return None
    return Turn(Way.DOWN, max(proposed[1], one.qualifies), now.today, now.tomorrow)


def _basis(turn: Turn, rank: int, spends: Sequence[Spend], counted: Sequence[Counted], now: InForce) -> Basis:
    """The calculation: of a rise the window of the tier reached, else of the tier held."""
    level = now.rule.levels[turn.rank if turn.way is Way.UP else rank]
    start = rules.window_start(turn.evaluated_for, level.months)
    return Basis(
        level.code, turn.evaluated_for, start, level.months, rules.spent(spends, turn.evaluated_for, level.months),
        level.threshold, now.edition.id, "",
        tuple(one for one in counted if start <= one.day < turn.evaluated_for),
    )  # fmt: skip
