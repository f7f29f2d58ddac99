"""One employee's findings and slips in a trial of rules, ready to be looked back over by the thousand."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from qualitydesk.basics.clock import local_day, months_before
from qualitydesk.inspections.model import Finding, Texts
from qualitydesk.penalties.model import Act, EarlierOffence, SlipPast, SlipState, Standing
from qualitydesk.penalties.service.hearing import earlier_than

_ENOUGH = 3
"""Rounds of one kind that are looked back to: two earlier ones lead to the third rung, and there is no fourth."""
_NONE = UUID(int=0)


@dataclass(frozen=True)
class RoundHeard:
    """A round as its findings name it."""

    id: UUID
    number: str
    kind: str


class Docket:
    """`reach`: months that are looked back at most; with it only as much is looked back to as decides the rung.

    None: everything there is, so that a decision can be explained.
    """

    def __init__(
        self, history: Sequence[Finding], past: SlipPast, titles: Mapping[str, Texts], reach: int | None
    ) -> None:
        self.titles = titles
        self.heard: set[UUID] = set()
        self.in_full = reach is None
        self._history = history
        self._past = past
        self._reach = reach
        self._all = sorted(earlier_than(_NONE, history, titles, past), key=_moment)
        self._by_round: dict[UUID, list[Finding]] = defaultdict(list)
        for one in history:
            self._by_round[one.round_id].append(one)
        self._related: dict[str, dict[tuple[str, bool], list[EarlierOffence]]] = defaultdict(dict)
        for earlier in self._all if reach is not None else ():
            if earlier.standing is Standing.COUNTS:
                kind = (earlier.round_kind, earlier.fixed)  # rules may hear one kind and not the other
                for key in (f"group {earlier.group}", f"item {earlier.item_code}"):
                    self._related[key].setdefault(kind, []).append(earlier)

    def events(self, inside: Callable[[date], bool], zone: str) -> Iterator[RoundHeard]:
        """The rounds with something that counts and was not taken back with its slip; those with a finding inside."""
        for one in self._history:
            gone = self._past.states.get(one.round_id) == frozenset({SlipState.WITHDRAWN})
            if one.standing.value != Standing.COUNTS.value or one.round_id in self.heard or gone:
                continue
            if inside(local_day(one.found_at, zone)):
                self.heard.add(one.round_id)
                yield RoundHeard(one.round_id, one.round_number, one.round_kind)

    def found_in(self, round_id: UUID) -> list[Finding]:
        """The findings of one round."""
        return self._by_round.get(round_id, [])

    def before(self, act: Act, zone: str) -> tuple[EarlierOffence, ...]:
        """What an act looks back to. With a reach: of each group and item of its own, by kind of round, the latest
        rounds; in other groups nothing counts, and older ones change no rung."""
        if self._reach is None:
            return tuple(one for one in self._all if one.round_id != act.round_id)
        since = datetime.combine(months_before(local_day(act.at, zone), self._reach), time(), ZoneInfo(zone))
        found: dict[UUID, EarlierOffence] = {}
        keys = {key for one in act.findings for key in (f"group {one.group}", f"item {one.item_code}")}
        for key in keys:
            for mine in self._related.get(key, {}).values():
                found.update((one.finding_id, one) for one in _latest(mine, since, act))
        return tuple(found.values())


def _latest(mine: Sequence[EarlierOffence], since: datetime, act: Act) -> Iterator[EarlierOffence]:
    """The findings of the last rounds before an act, back to `since`. `mine`: by moment."""
    rounds: set[UUID] = set()
    for at in range(bisect_left(mine, act.at, key=_moment) - 1, -1, -1):
        one = mine[at]
        if one.at < since:
            return
        if one.round_id == act.round_id:
            continue
        rounds.add(one.round_id)
        if len(rounds) > _ENOUGH:
            return
        yield one


def _moment(one: EarlierOffence) -> datetime:
    return one.at
