"""What a mystery customer tells of a visit, entry by entry with times; every change is audited."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.clock import Clock
from qualitydesk.basics.errors import Refused, refuse_if
from qualitydesk.basics.ids import new_id
from qualitydesk.inspections.model.narratives import Told, ToldDraft
from qualitydesk.inspections.rules.telling import problems_in_told
from qualitydesk.inspections.store import narratives as store
from qualitydesk.storage import audit
from qualitydesk.storage.database import Database, insert_row, update_row

_TOUCHED = frozenset({Change.ROUNDS})


class Narratives:
    """The accounts of one database."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def of_round(self, round_id: UUID) -> list[Told]:
        """The entries of a round in the order of their times."""
        with self._database.reading() as connection:
            return store.of_round(connection, round_id)

    def now(self) -> datetime:
        """What a new entry's time begins with."""
        return self._clock.now()

    def tell(self, draft: ToldDraft, by: By) -> Done[UUID]:
        """Write an entry, new or changed. Refused: draft, stale. Reports issued before keep what they said."""
        now = self._clock.now()
        refuse_if(problems_in_told(draft, now))
        values = {"round_id": draft.round_id, "told_at": draft.told_at, "words": draft.words.strip()}
        with self._database.transaction() as connection:
            entry_id = draft.id or new_id()
            before = store.entry(connection, entry_id) if draft.id else None
            if draft.id is None:
                insert_row(connection, store.round_narrative, id=entry_id, **values, revision=1)
            else:
                update_row(connection, store.round_narrative, entry_id, draft.revision, **values)
            was = None if before is None else {"told_at": before.told_at, "words": before.words}
            audit.record(connection, by, now, "tell_visit", "round", draft.round_id, was, values)
        return Done(entry_id, _TOUCHED)

    def untell(self, entry_id: UUID, by: By) -> Done[None]:
        """Take an entry away; the audit keeps its words. Refused: no_such_entry."""
        with self._database.transaction() as connection:
            found = store.entry(connection, entry_id)
            if found is None:
                raise Refused("no_such_entry")
            store.remove(connection, entry_id)
            was = {"told_at": found.told_at, "words": found.words}
            audit.record(connection, by, self._clock.now(), "untell_visit", "round", found.round_id, was, None)
        return Done(None, _TOUCHED)
