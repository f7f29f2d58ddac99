"""Who and what stands on a round's route: proposed before it begins, reordered and added to while walking."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.clock import Clock, local
from qualitydesk.basics.errors import Refused
from qualitydesk.basics.ids import new_id
from qualitydesk.directory.model import EmployeeFilter, Person, Place
from qualitydesk.directory.service import Directory
from qualitydesk.inspections.model import Pack, Round, RoundState, Stop, Target
from qualitydesk.inspections.model.profiles import Profiles
from qualitydesk.inspections.rules.choosing import items_at, items_for, own_staff
from qualitydesk.inspections.rules.profiles import NO_PROFILES, items_by_profile, packs_of
from qualitydesk.inspections.service.answering import Answering
from qualitydesk.inspections.service.standards import Standards
from qualitydesk.inspections.store import rounds as store
from qualitydesk.inspections.store import tables
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.storage import audit
from qualitydesk.storage.database import Connection, Database, update_row


@dataclass(frozen=True)
class Joinable:
    """Who and what could join a round, with how many items each would be looked at for."""

    people: Sequence[Person]
    places: Sequence[Place]
    counts: Mapping[UUID, int]


class Routing(Answering):
    """The stops of a round. `Rounds` adds how it begins and ends."""

    def __init__(
        self, database: Database, clock: Clock, directory: Directory, standards: Standards, rulebook: Rulebook
    ) -> None:
        super().__init__(database, clock, rulebook)
        self._directory = directory
        self._standards = standards

    def suggested_people(
        self, institution_id: UUID, pack_codes: Sequence[str], day: date | None = None, *, by_profile: bool = False
    ) -> list[Person]:
        """Who works there on that day and is asked something of the packs: by sex, post and perhaps profile."""
        return self._people_meant(institution_id, self._packs_named(pack_codes), day, self.profiles_for(by_profile))

    def own_people(
        self, institution_id: UUID, pack_codes: Sequence[str], day: date | None = None, *, by_profile: bool = False
    ) -> list[Person]:
        """Of these the institution's own, without the group's headquarters: whom a round means that names nobody."""
        packs = self._packs_named(pack_codes)
        return own_staff(self._people_meant(institution_id, packs, day, self.profiles_for(by_profile)), packs)

    def posts_at(self, institution_id: UUID, without: Collection[UUID] = ()) -> frozenset[str]:
        """The codes of the posts people have there today, but those of the people left out."""
        there = self._directory.people(EmployeeFilter(institution_id=institution_id))
        return frozenset(one.post_code for one in there if one.id not in without)

    def profiles_for(self, by_profile: bool) -> Profiles:
        """What narrows a round's packs for each person: nothing, or the profiles as they stand now."""
        return self._standards.profile_packs() if by_profile else NO_PROFILES

    def _people_meant(
        self, institution_id: UUID, packs: Sequence[Pack], day: date | None, profiles: Profiles
    ) -> list[Person]:
        if not any(pack.target is Target.PERSON for pack in packs):
            return []
        there = self._directory.people(EmployeeFilter(institution_id=institution_id), day=day)
        return [person for person in there if items_by_profile(packs, person.sex, person.post_code, profiles)]

    def suggested_places(self, institution_id: UUID, pack_codes: Sequence[str]) -> list[Place]:
        """The institution's places in use, when one of the packs is for places."""
        if not any(pack.target is Target.PLACE for pack in self._packs_named(pack_codes)):
            return []
        return self._directory.places(institution_id, active_only=True)

    def could_join(self, round_id: UUID) -> Joinable:
        """People and places of the institution that the round's packs are meant for and that are not on it yet."""
        with self._database.reading() as connection:
            found = self._found(connection, round_id)
            stops = store.stops_of(connection, round_id)
        there = {stop.employee_id or stop.place_id for stop in stops} | set(found.inspector_ids)
        packs = self._editions(found)
        people = self._directory.people(EmployeeFilter(institution_id=found.institution_id))
        places = self._directory.places(found.institution_id, active_only=True)
        rooms = len(items_for(packs, None, None, Target.PLACE))
        profiles = self.profiles_for(found.by_profile)
        counts = {one.id: len(items_by_profile(packs, one.sex, one.post_code, profiles)) for one in people}
        counts.update({one.id: rooms for one in places})
        return Joinable(
            [one for one in people if one.id not in there and counts[one.id]],
            [one for one in places if one.id not in there and rooms],
            counts,
        )

    def reorder_stops(self, round_id: UUID, order: Sequence[UUID], by: By, seen: Sequence[UUID]) -> Done[None]:
        """Walk the stops of an open round in another order. `order` and `seen` are ids of stops, all of them.

        Refused("stale") when the route on disk is not the one in `seen`, and nor already the one wanted.
        """
        with self._database.transaction() as connection:
            found = self._open(connection, round_id)
            there = [stop.id for stop in store.stops_of(connection, round_id)]
            if there == list(order):
                return Done(None)
            if there != list(seen) or sorted(order) != sorted(there):
                raise Refused("stale")
            store.put_order(connection, order)
            before, after = {"order": there}, {"order": list(order)}
            audit.record(connection, by, self._clock.now(), "reorder_round", "round", found.id, before, after)
        return Done(None, frozenset({Change.ROUNDS}))

    def add_stops(
        self, round_id: UUID, employee_ids: Sequence[UUID], place_ids: Sequence[UUID], by: By
    ) -> Done[list[Stop]]:
        """Late additions to an open round, at its end; the report says when each joined. Gives the new stops.

        Refused: already_on_round, nothing_to_inspect when the round's packs are not meant for somebody, and draft with
        inspects_himself.
        """
        with self._database.transaction() as connection:
            found = self._open(connection, round_id)
            now = self._clock.now()
            there = store.stops_of(connection, round_id)
            wanted = [*dict.fromkeys((*employee_ids, *place_ids))]
            known = {stop.employee_id or stop.place_id: stop.name for stop in there}
            for one in wanted:
                if one in known:
                    raise Refused("already_on_round", name=known[one])
                if one in found.inspector_ids:
                    raise Refused("inspector_on_round")
            packs = self._editions(found)
            made = self._stops(wanted, packs, found.institution_id, now, self.profiles_for(found.by_profile))
            if len(made) != len(wanted) or not made:
                raise Refused("nothing_to_inspect")
            first = max((stop.position for stop in there), default=-1) + 1
            added = [
                replace(stop, position=first + at, added_at=now, added_by=by.decided_by) for at, stop in enumerate(made)
            ]
            store.add_stops(connection, round_id, added)
            total = sum(len(items_at(packs, stop)) for stop in (*there, *added))
            update_row(connection, tables.rounds, round_id, found.revision, people=len(there) + len(added), total=total)
            after = {"added": [stop.name for stop in added]}
            audit.record(connection, by, now, "add_stops", "round", round_id, None, after)
        return Done(added, frozenset({Change.ROUNDS, Change.ANSWERS}))

    def _open(self, connection: Connection, round_id: UUID) -> Round:
        found = self._found(connection, round_id)
        if found.state is not RoundState.OPEN:
            raise Refused("round_not_open", number=found.number)
        return found

    def _packs_named(self, codes: Sequence[str]) -> list[Pack]:
        return [pack for pack in self._standards.packs() if pack.code in codes]

    def _editions(self, found: Round) -> tuple[Pack, ...]:
        return tuple(self._standards.pack(code, number) for code, number in found.packs)

    def _stops(
        self,
        wanted: Sequence[UUID],
        packs: Sequence[Pack],
        institution_id: UUID,
        now: datetime,
        profiles: Profiles = NO_PROFILES,
    ) -> list[Stop]:
        """Stops for people and places by their ids, in this order; whom no pack is meant for is passed over."""
        day = local(now).date()
        places = {place.id: place for place in self._directory.places(institution_id)}
        stops: list[Stop] = []
        for one in dict.fromkeys(wanted):
            stop = self._stop_at(places, one) if one in places else self._stop_of(one, day)
            if stop is not None and stop.post_code in profiles:
                named = packs_of(packs, stop.post_code, profiles)
                stop = replace(stop, packs=tuple(pack.code for pack in named))
            if stop is not None and items_at(packs, stop):
                stops.append(replace(stop, position=len(stops)))
        return stops

    def _stop_of(self, employee_id: UUID, day: date) -> Stop | None:
        person = self._directory.person(employee_id, day)
        if person is None:
            return None
        return Stop(
            new_id(),
            0,
            Target.PERSON,
            person.id,
            person.number,
            person.name,
            person.sex,
            person.post_code,
            person.post,
            person.department_id,
            person.department,
        )

    def _stop_at(self, places: Mapping[UUID, Place], place_id: UUID) -> Stop:
        name = places[place_id].name
        return Stop(new_id(), 0, Target.PLACE, None, "", name, "", "", "", None, "", place_id)
