"""Where the inspector stands and what has been answered: the walking page's memory, without Qt and without the disk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from uuid import UUID

from qualitydesk.inspections.model import AnswerKind, Cursor, Given, Item, Stop, Timeline, Verdict, Walk
from qualitydesk.inspections.rules.timeline import has_steps, timeline_of

JUDGED_BY_WORD = (AnswerKind.YES_NO, AnswerKind.PARTLY)
"""Kinds that "all remaining pass" may answer: a number nobody measured and a step nobody watched are not invented."""


@dataclass(frozen=True)
class Place:
    """An item of a stop, by their positions on the round."""

    stop: int
    item: int


@dataclass(frozen=True)
class Tally:
    """How far one stop is."""

    answered: int
    total: int
    failed: int


@dataclass(frozen=True)
class Deed:
    """One thing that can be undone: where it happened and what stood there before."""

    place: Place
    before: tuple[tuple[Place, Given | None], ...]


class Course:
    """One round being walked. Positions, answers and tallies are kept; every change goes through `put`."""

    def __init__(self, walk: Walk) -> None:
        self.walk = walk
        self.stops: tuple[Stop, ...] = walk.stops
        self._items = tuple(walk.items[stop.id] for stop in walk.stops)
        self._given: dict[Place, Given] = {}
        self._places = {
            (stop.id, item.code): Place(at, nth)
            for at, stop in enumerate(walk.stops)
            for nth, item in enumerate(self._items[at])
        }
        told = sorted(walk.answers.values(), key=lambda answer: answer.answered_at)
        known = [(self._places[key], a.given) for a in told if (key := (a.stop_id, a.item_code)) in self._places]
        self._given.update(known)
        self._tallies = [self._counted(at) for at in range(len(self.stops))]
        # What was answered before a pause can be undone after it, too.
        self._deeds = [Deed(place, ((place, None),)) for place, given in known if given.verdict or given.began]
        self.place = self._start(walk.round.cursor)

    def _start(self, cursor: Cursor | None) -> Place:
        if cursor and (found := self._places.get((cursor.stop_id, cursor.item_code))):
            return found
        return self.first_open() or Place(0, 0)

    def on(self, walk: Walk) -> Course:
        """The same place on the round as it is on disk now, whose stops stand otherwise or are more."""
        return Course(replace(walk, round=replace(walk.round, cursor=self.cursor(self.place))))

    def place_of(self, cursor: Cursor) -> Place:
        """Where an item of a stop stands."""
        return self._places[cursor.stop_id, cursor.item_code]

    @property
    def stop(self) -> Stop:
        return self.stops[self.place.stop]

    @property
    def item(self) -> Item:
        return self.item_at(self.place)

    @property
    def given(self) -> Given | None:
        return self._given.get(self.place)

    def items(self, stop: int) -> tuple[Item, ...]:
        return self._items[stop]

    def item_at(self, place: Place) -> Item:
        return self._items[place.stop][place.item]

    def given_at(self, place: Place) -> Given | None:
        return self._given.get(place)

    def stop_id(self, place: Place) -> UUID:
        return self.stops[place.stop].id

    def cursor(self, place: Place) -> Cursor:
        return Cursor(self.stop_id(place), self.item_at(place).code)

    def put(self, place: Place, given: Given | None) -> None:
        """What stands at a place now; None: nothing."""
        if given is None:
            self._given.pop(place, None)
        else:
            self._given[place] = given
        self._tallies[place.stop] = self._counted(place.stop)

    def judge(self, place: Place, kept: Given) -> bool:
        """The verdict and the figure the rules gave to what was put there; whether that is news."""
        given = self._given.get(place)
        if given is None or (given.verdict is kept.verdict and given.number == kept.number):
            return False
        self.put(place, replace(given, verdict=kept.verdict, number=kept.number))
        return True

    def has_steps(self, stop: int) -> bool:
        """Whether a process is observed at this stop."""
        return has_steps(self._items[stop])

    def timeline(self, stop: int) -> Timeline:
        """The steps of a stop as they stand now."""
        return timeline_of(
            self._items[stop], {self.item_at(p).code: g for p in self._of(stop) if (g := self._given.get(p))}
        )

    def running(self) -> list[Place]:
        """Steps that have begun and not ended, over all stops."""
        return [place for place, given in self._given.items() if given.began is not None and given.ended is None]

    def tally(self, stop: int) -> Tally:
        return self._tallies[stop]

    def whole(self) -> Tally:
        """All stops together."""
        return Tally(
            sum(one.answered for one in self._tallies),
            sum(one.total for one in self._tallies),
            sum(one.failed for one in self._tallies),
        )

    def is_open(self, place: Place) -> bool:
        """Whether a place still waits for a verdict."""
        given = self._given.get(place)
        return given is None or given.verdict is None

    def open_places(self, stop: int) -> list[Place]:
        return [place for place in self._of(stop) if self.is_open(place)]

    def first_open(self) -> Place | None:
        """The first item of the round that waits for an answer."""
        return next((place for at in range(len(self.stops)) for place in self.open_places(at)), None)

    def next_after(self, place: Place) -> Place | None:
        """Where an answer leads: the next open item of this person, else the next person's first open one."""
        mine = (later for later in self.open_places(place.stop) if later.item > place.item)
        return next(mine, None) or self.next_person_after(place)

    def next_person_after(self, place: Place) -> Place | None:
        """The first open item of the people behind this one."""
        rest = range(place.stop + 1, len(self.stops))
        return next((found for at in rest for found in self.open_places(at)), None)

    def beside(self, step: int) -> Place:
        """The item above (−1) or below (+1), going over into the neighbouring person; the same at either end."""
        at, nth = self.place.stop, self.place.item + step
        if nth < 0:
            return Place(at - 1, len(self._items[at - 1]) - 1) if at else self.place
        if nth >= len(self._items[at]):
            return Place(at + 1, 0) if at + 1 < len(self.stops) else self.place
        return Place(at, nth)

    def at_person(self, stop: int) -> Place:
        """Where a person is taken up: the first open item, else the first."""
        stop = min(max(stop, 0), len(self.stops) - 1)
        return next(iter(self.open_places(stop)), Place(stop, 0))

    def remaining_words(self, stop: int) -> list[Place]:
        """What "all remaining pass" would answer."""
        running = set(self.running())
        items = ((place, self.item_at(place)) for place in self.open_places(stop) if place not in running)
        return [place for place, item in items if item.kind in JUDGED_BY_WORD]

    def remember(self, deed: Deed) -> None:
        self._deeds.append(deed)

    def last_deed(self) -> Deed | None:
        return self._deeds[-1] if self._deeds else None

    def take_back(self) -> Deed | None:
        """The last deed, off the list."""
        return self._deeds.pop() if self._deeds else None

    def _of(self, stop: int) -> Iterator[Place]:
        return (Place(stop, nth) for nth in range(len(self._items[stop])))

    def _counted(self, stop: int) -> Tally:
        verdicts = [given.verdict for place in self._of(stop) if (given := self._given.get(place))]
        return Tally(
            sum(verdict is not None for verdict in verdicts),
            len(self._items[stop]),
            sum(verdict is Verdict.FAIL for verdict in verdicts),
        )
