"""The rulebook's verbs and questions: adopt what ships, publish an edition, ask which one stood on a day."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.clock import DEFAULT_ZONE, Clock, local_day
from qualitydesk.basics.errors import Refused, refuse_if
from qualitydesk.basics.ids import new_id
from qualitydesk.basics.places import shipped
from qualitydesk.rulebook import store
from qualitydesk.rulebook.model import Edition, Rule
from qualitydesk.storage import audit
from qualitydesk.storage.database import Connection, Database

_TOUCHED = frozenset({Change.RULEBOOK})


class Rulebook:
    """Rules as editions. `folder` holds the rules that ship; `zone` says which calendar day today is."""

    def __init__(
        self, database: Database, clock: Clock, *, zone: str = DEFAULT_ZONE, folder: Path | None = None
    ) -> None:
        self._database = database
        self._clock = clock
        self._zone = zone
        self._folder = folder or shipped("resources/rulebook")

    def adopt_shipped(self, by: By) -> Done[tuple[Edition, ...]]:
        """Make the first edition of every shipped rule that has none yet; again and again does no harm.

        A first edition holds from a very early day, so that acts entered from old records are covered.
        """
        with self._database.transaction() as connection:
            known = store.known_rules(connection)
            fresh = tuple(self._shipped(rule) for rule in Rule if rule.value not in known)
            for edition in fresh:
                from qualitydesk.rulebook.rules import problems_in_edition  # not for the start

                refuse_if(problems_in_edition(edition.rule, edition.values, edition.texts))
                self._add(connection, edition, by, "adopt_rule")
        return Done(fresh, _TOUCHED if fresh else frozenset())

    def lacks_shipped(self) -> bool:
        """Whether a rule ships of which this database has no edition: it was founded by an older program."""
        with self._database.reading() as connection:
            return not store.known_rules(connection).issuperset(Rule)

    def publish(
        self, rule: str, values: Mapping[str, Any], texts: Mapping[str, Any], effective_from: date, by: By
    ) -> Done[Edition]:
        """A new edition of a rule, from today or later and after the one before it.

        Refused("draft") with problems beside effective_from and beside every value path that does not hold.
        """
        from qualitydesk.rulebook.rules import carried_marks, problems_in_date, problems_in_edition  # not for the start

        with self._database.transaction() as connection:
            earlier = store.editions(connection, rule)
            latest = earlier[-1] if earlier else None
            today = local_day(self._clock.now(), self._zone)
            refuse_if(
                problems_in_date(effective_from, latest.effective_from if latest else None, today)
                + problems_in_edition(rule, values, texts)
            )
            edition = Edition(
                id=new_id(),
                rule=rule,
                number=latest.number + 1 if latest else 1,
                effective_from=effective_from,
                values=values,
                texts=texts,
                ours=carried_marks(latest, values) if latest else (),
                created_at=self._clock.now(),
            )
            self._add(connection, edition, by, "publish_rule")
        return Done(edition, _TOUCHED)

    def record_adoption(
        self, edition: Edition, adopted_on: date | None, notified_on: date | None, by: By
    ) -> Done[Edition]:
        """Record when staff were consulted on an edition and when they were told. Refused("stale")."""
        with self._database.transaction() as connection:
            revision = store.note_adoption(connection, edition.id, edition.revision, adopted_on, notified_on)
            before = {"adopted_on": edition.adopted_on, "notified_on": edition.notified_on}
            after = {"adopted_on": adopted_on, "notified_on": notified_on}
            audit.record(connection, by, self._clock.now(), "record_adoption", "rule", edition.id, before, after)
        return Done(replace(edition, adopted_on=adopted_on, notified_on=notified_on, revision=revision), _TOUCHED)

    def edition_on(self, rule: str, day: date) -> Edition:
        """The edition of a rule in force on a day. Refused("no_edition") before the first."""
        with self._database.reading() as connection:
            found = store.edition_on(connection, rule, day)
        if found is None:
            raise Refused("no_edition", rule=rule, day=day.isoformat())
        return found

    def edition(self, edition_id: UUID) -> Edition | None:
        """One edition by its id, as a decision cites it."""
        with self._database.reading() as connection:
            return store.edition(connection, edition_id)

    def editions(self, rule: str) -> tuple[Edition, ...]:
        """All editions of a rule, oldest first."""
        with self._database.reading() as connection:
            return store.editions(connection, rule)

    def _shipped(self, rule: Rule) -> Edition:
        raw = tomllib.loads((self._folder / f"{rule}.toml").read_text(encoding="utf-8"))
        return Edition(
            id=new_id(),
            rule=rule.value,
            number=1,
            effective_from=raw["effective_from"],
            values=raw["values"],
            texts=raw["texts"],
            ours=tuple(raw["ours"]),
            created_at=self._clock.now(),
        )

    def _add(self, connection: Connection, edition: Edition, by: By, verb: str) -> None:
        store.add_edition(connection, edition)
        after = {
            "rule": edition.rule,
            "number": edition.number,
            "effective_from": edition.effective_from,
            "values": edition.values,
            "texts": edition.texts,
        }
        audit.record(connection, by, self._clock.now(), verb, "rule", edition.id, None, after)
