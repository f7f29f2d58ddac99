"""Post profiles: which packs people of a post are inspected with, as they ship until the group changes one."""

from __future__ import annotations

import tomllib
from functools import cache

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.clock import Clock
from qualitydesk.basics.errors import Refused, refuse_if
from qualitydesk.basics.places import shipped
from qualitydesk.inspections.model import Pack
from qualitydesk.inspections.model.profiles import Profile, ProfileDraft, Profiles
from qualitydesk.inspections.rules.profiles import problems_in_profile
from qualitydesk.inspections.store import profiles as store
from qualitydesk.storage import audit
from qualitydesk.storage.database import Connection, Database

TOUCHED = frozenset({Change.STANDARDS})


class PostProfiles:
    """The profiles of one database. `Standards` adds the packs."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def all_packs(self) -> list[Pack]:
        """The newest edition of every pack, on or off, by code."""
        raise NotImplementedError

    # Questions

    def profiles(self) -> dict[str, Profile]:
        """Every profile there is by post: the group's own, else the one that ships. One query."""
        with self._database.reading() as connection:
            return self._profiles(connection)

    def profile(self, post_code: str) -> Profile:
        """The profile of a post; an empty one where there is none."""
        return self.profiles().get(post_code, Profile(post_code))

    def profile_packs(self) -> Profiles:
        """The codes of packs by post, for whoever walks by profile."""
        return {code: one.packs for code, one in self.profiles().items() if one.packs}

    # Verbs

    def save_profile(self, draft: ProfileDraft, by: By) -> Done[Profile]:
        """The post is inspected with these packs from the next round on. Refused: draft, stale."""
        packs = {pack.code: pack for pack in self.all_packs()}
        with self._database.transaction() as connection:
            there = self._there(connection, draft)
            refuse_if(problems_in_profile(draft, there, packs))
            if set(there.packs) == set(draft.packs):
                return Done(there)
            return self._put(connection, there, tuple(dict.fromkeys(draft.packs)), "save_profile", by)

    def reset_profile(self, draft: ProfileDraft, by: By) -> Done[Profile]:
        """The profile that ships holds again, none where none ships. Refused: stale."""
        with self._database.transaction() as connection:
            there = self._there(connection, draft)
            return self._put(connection, there, None, "reset_profile", by) if there.own else Done(there)

    def _put(
        self, connection: Connection, there: Profile, packs: tuple[str, ...] | None, verb: str, by: By
    ) -> Done[Profile]:
        now = self._clock.now()
        store.put(connection, there, by, now, packs)
        put = self._profiles(connection)[there.post_code]
        before, after = {"packs": there.packs}, {"packs": put.packs}
        audit.record(connection, by, now, verb, "post_profile", there.post_code, before, after)
        return Done(put, TOUCHED)

    def _profiles(self, connection: Connection) -> dict[str, Profile]:
        return store.profiles(connection, _shipped_profiles())

    def _there(self, connection: Connection, draft: ProfileDraft) -> Profile:
        there = self._profiles(connection).get(draft.post_code, Profile(draft.post_code))
        if there.revision != draft.revision:
            raise Refused("stale")
        return there


@cache
def _shipped_profiles() -> dict[str, Profile]:
    """The profiles of resources/profiles.toml by post."""
    found = tomllib.loads(shipped("resources/profiles.toml").read_text(encoding="utf-8"))["profiles"]
    return {one["post"]: Profile(one["post"], tuple(one["packs"])) for one in found}
