"""What is asked of tiers: proposals, the list with its bars, a member's history, who falls and who may rise, what other
thresholds would do, and the overview."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from qualitydesk.members import store
from qualitydesk.members.model.tiers import (
    NEVER,
    Call,
    Concentration,
    MonthOfMoves,
    Move,
    MoveFilter,
    Payer,
    Pyramid,
    Simulation,
    Spend,
    Standing,
    Step,
    TierFilter,
    TierLine,
    TierOverview,
    Way,
)
from qualitydesk.members.printout.tiers import tiers_table
from qualitydesk.members.rules import tiers as rules
from qualitydesk.members.rules import typed
from qualitydesk.members.service.tier_evaluation import Evaluation, InForce
from qualitydesk.members.store import contact_holds, tier_moves, tier_rows, tier_sums
from qualitydesk.rulebook.model.tiers import TiersRule
from qualitydesk.sheets import write_table
from qualitydesk.storage.database import Connection

OPEN = MoveFilter()
EVERYBODY = TierFilter()
MONTHS = 12  # of the overview: the spending that is spread, and the moves
POINTS = 100  # of the curve
AT_ONCE = 1000  # lines read together for a workbook
CALLED = 200  # lines of the list to be called


class TierQuestions(Evaluation):
    """The tiers of one database, read."""

    def proposals(
        self, wanted: MoveFilter = OPEN, *, after: tuple[Any, UUID] | None = None, limit: int | None = 200
    ) -> list[Move]:
        """A page of moves from behind (made at, id), the newest first; open ones unless the filter says otherwise."""
        with self._database.reading() as connection:
            return tier_moves.moves(connection, wanted, after=after, limit=limit)

    def proposal_count(self, wanted: MoveFilter = OPEN) -> int:
        """How many `proposals` would give without a limit."""
        with self._database.reading() as connection:
            return tier_moves.count(connection, wanted)

    def proposal_ids(self, wanted: MoveFilter = OPEN) -> list[UUID]:
        """All of them by id, to be decided in bulk."""
        with self._database.reading() as connection:
            return tier_moves.ids(connection, wanted)

    def lines(
        self,
        wanted: TierFilter = EVERYBODY,
        *,
        after: tuple[Any, UUID] | None = None,
        limit: int | None = 200,
        sort: str = "falls",
        descending: bool = False,
    ) -> list[TierLine]:
        """A page of members from behind (sort value, id); `sort` is falls (who falls first) or number."""
        with self._database.reading() as connection:
            now = self.in_force()
            rank = None if wanted.tier is None else now.rule.rank_of(wanted.tier)
            found = tier_rows.page_of(
                connection, wanted, typed(wanted.text), rank, self._horizon(now), after=after, limit=limit, sort=sort,
                descending=descending,
            )  # fmt: skip
            return self._lines(connection, [one for _, one in found], now)

    def count(self, wanted: TierFilter = EVERYBODY) -> int:
        """How many members `lines` would give without a limit."""
        with self._database.reading() as connection:
            now = self.in_force()
            rank = None if wanted.tier is None else now.rule.rank_of(wanted.tier)
            return tier_rows.count(connection, wanted, typed(wanted.text), rank, self._horizon(now))

    def export(self, path: Path, wanted: TierFilter, language: str) -> int:
        """The filtered list as the file's ending says, .xlsx or .csv, who falls first at the top; gives its rows."""

        def every() -> Iterator[TierLine]:
            after: tuple[date, UUID] | None = None
            while page := self.lines(wanted, after=after, limit=AT_ONCE):
                yield from page
                after = (page[-1].falls_on or NEVER, page[-1].id)

        return write_table(path, tiers_table(every(), language))

    def calls(self, worries: Mapping[str, Sequence[UUID]]) -> list[Call]:
        """Who should be called today: about to fall, or worried about for a reason known elsewhere (a code → members).

        Most reasons first, then who falls first; whose contacts are held stand behind all others, with the hold.
        Members only: who never bought anything is left out.
        """
        reasons: dict[UUID, list[str]] = {}
        falling = self.lines(TierFilter(at_risk=True), limit=CALLED)
        for one in falling:
            reasons[one.id] = ["falling"]
        for code, members in worries.items():
            for member in dict.fromkeys(members):
                reasons.setdefault(member, []).append(code)
        known = {
            one.id: one
            for one in (
                *falling,
                *self.of_members([one for one in reasons if "falling" not in reasons[one]], shown=True),
            )
        }
        with self._database.reading() as connection:
            holds = contact_holds.in_force(connection, list(known))
        found = [Call(known[one], tuple(why), holds.get(one)) for one, why in reasons.items() if one in known]
        found.sort(key=lambda call: (-len(call.reasons), call.line.falls_on or NEVER, call.line.member.number))
        free, held = [one for one in found if one.hold is None], [one for one in found if one.hold is not None]
        return [*free[:CALLED], *held[:CALLED]]

    def line(self, member_id: UUID) -> TierLine | None:
        """One member, of a linked record the one kept; None for who never bought anything and was never pinned."""
        with self._database.reading() as connection:
            kept = store.same_person(connection, member_id)
            found = tier_rows.standings(connection, kept)
            own = [found[one] for one in kept if one in found and one not in tier_rows.linked(connection, kept)]
            lines = self._lines(connection, own, self.in_force())
        return lines[0] if lines else None

    def history(self, member_id: UUID) -> list[Move]:
        """Every move of one person, the newest first, with its calculation."""
        with self._database.reading() as connection:
            return tier_moves.history(connection, store.same_person(connection, member_id))

    def rising(self, *, limit: int = 200) -> list[TierLine]:
        """Who is nearest to the next tier by what is missing, as a part of its threshold."""
        with self._database.reading() as connection:
            now = self.in_force()
            ids = tier_sums.nearest(connection, now.rule, now.tomorrow, limit)
            known = tier_rows.standings(connection, ids)
            return self._lines(connection, [known[one] for one in ids if one in known], now)

    def rule(self) -> TiersRule:
        """The rule in force. Refused: no_edition."""
        return self.in_force().rule

    def simulate(self, tried: TiersRule) -> Simulation:
        """The pyramid by spending under the rule in force and under another one, on the data there are.

        `tried` has the tiers of the rule in force, with other thresholds and months. Nothing is written.
        """
        with self._database.reading() as connection:
            now = self.in_force()
            members = sum(tier_rows.ranks_held(connection).values())
            pairs = tier_sums.compared(connection, now.rule, tried, now.tomorrow)
        before, after = Counter[int](), Counter[int]()
        for (one, other), count in pairs.items():
            before[one] += count
            after[other] += count
        for counts in (before, after):
            counts[0] = members - sum(count for rank, count in counts.items() if rank)
        rising = sum(count for (one, other), count in pairs.items() if other > one)
        falling = sum(count for (one, other), count in pairs.items() if other < one)
        return Simulation(_pyramid(before, now.rule), _pyramid(after, tried), rising, falling, now.tomorrow)

    def overview(self) -> TierOverview:
        """The pyramid of the tiers held, how spending is spread over a year, moves by month, and who is at risk."""
        with self._database.reading() as connection:
            now = self.in_force()
            first = rules.months_after(now.today.replace(day=1), 1 - MONTHS)
            by_day = tier_moves.by_day(connection, first)
            return TierOverview(
                today=now.today,
                pyramid=_pyramid(Counter(tier_rows.ranks_held(connection)), now.rule),
                concentration=self._concentration(connection, now),
                moves=_by_month(by_day, first),
                open_up=tier_moves.count(connection, MoveFilter(Way.UP)),
                open_down=tier_moves.count(connection, MoveFilter(Way.DOWN)),
                at_risk=self.count(TierFilter(at_risk=True)),
            )

    def payers(self, *, offset: int = 0, limit: int = 200) -> list[Payer]:
        """The members behind the most of the last twelve months' spending, the biggest first, none but those few."""
        with self._database.reading() as connection:
            now = self.in_force()
            start = rules.window_start(now.tomorrow, MONTHS)
            few = self._concentration(connection, now).few
            found = tier_sums.biggest(connection, start, now.tomorrow, offset, max(0, min(limit, few - offset)))
            ids = [one for one, _ in found]
            known, standing = store.lines_of(connection, ids), tier_rows.standings(connection, ids)
        code = {one: now.rule.levels[standing[one].state.rank].code if one in standing else "" for one in ids}
        return [
            Payer(known[one], place, code[one], spent)
            for place, (one, spent) in enumerate(found, offset + 1)
            if one in known
        ]

    def of_members(self, member_ids: Sequence[UUID], *, shown: bool = False) -> list[TierLine]:
        """These members in the order given; who never bought anything is left out. With `shown` also who wished to be
        shown nowhere."""
        with self._database.reading() as connection:
            known = tier_rows.standings(connection, member_ids)
            if shown:
                known = {one: known[one] for one in tier_rows.shown_of(connection, known)}
            return self._lines(connection, [known[one] for one in member_ids if one in known], self.in_force())

    def _concentration(self, connection: Connection, now: InForce) -> Concentration:
        start, percent = rules.window_start(now.tomorrow, MONTHS), now.rule.pyramid_share_percent
        payers, total, few, points = tier_sums.concentration(connection, start, now.tomorrow, percent, POINTS)
        curve = tuple((place / payers, fen / total) for place, fen in points)
        return Concentration(start, now.today, payers, total, percent, few, ((0.0, 0.0), *curve) if curve else ())

    def _horizon(self, now: InForce) -> date:
        return now.today + timedelta(days=now.rule.at_risk_days)

    def _lines(self, connection: Connection, found: Sequence[Standing], now: InForce) -> list[TierLine]:
        """Standings as lines: masked names, bars, what is proposed."""
        ids = [one.member_id for one in found]
        known = store.lines_of(connection, ids)
        spends = tier_sums.spends(connection, ids, now.rule, now.tomorrow)
        proposed = tier_moves.open_of(connection, ids)
        made = []
        for one in found:
            line = _line(one, spends.get(one.member_id, ()), now, known[one.member_id])
            there = proposed.get(one.member_id)
            made.append(replace(line, proposed=there[1]) if there else line)
        return made


def _line(one: Standing, spends: Sequence[Spend], now: InForce, member: Any) -> TierLine:
    levels, state, ahead = now.rule.levels, one.state, one.outlook
    shown, held = rules.level_shown(now.rule, state.rank), levels[state.rank]
    missing, keep_from, kept_sum, fails_on = None, None, 0, None
    if ahead.falls_on is not None:
        keep_from, kept_sum = (
            rules.window_start(ahead.falls_on, held.months),
            rules.spent(spends, ahead.falls_on, held.months),
        )
        missing = max(0, held.threshold - kept_sum)
        fails_on = rules.grace_begins(now.rule, ahead.falls_on)
    ends = (state.guaranteed_until, state.grace_until, state.pinned_until)
    kept, grace, pinned = (end if end is not None and end > now.today else None for end in ends)
    return TierLine(
        member, held.code, levels[one.qualifies].code, shown.code,
        rules.spent(spends, now.tomorrow, shown.months), shown.threshold, shown.months,
        ahead.lapses_on, ahead.falls_on, kept, grace, pinned, None, missing, keep_from, kept_sum, fails_on,
    )  # fmt: skip


def _pyramid(counts: Counter[int], rule: TiersRule) -> Pyramid:
    steps = (
        Step(level.code, counts[rank], level.share_low, level.share_high) for rank, level in enumerate(rule.levels)
    )
    return Pyramid(tuple(reversed(list(steps))))


def _by_month(found: Sequence[tuple[date, Way, int]], first: date) -> list[MonthOfMoves]:
    """Every month from the first on, also those in which nothing moved."""
    counts: Counter[tuple[date, Way]] = Counter()
    for day, way, count in found:
        counts[day.replace(day=1), way] += count
    months = [rules.months_after(first, ahead) for ahead in range(MONTHS)]
    return [MonthOfMoves(month, counts[month, Way.UP], counts[month, Way.DOWN]) for month in months]
