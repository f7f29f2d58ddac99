"""The rulebook's verbs and questions: adopt what ships, publish or call back an edition, ask which stood on a day."""

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
from qualitydesk.basics.errors import Problem, Refused, refuse_if
from qualitydesk.basics.ids import new_id
from qualitydesk.basics.places import shipped
from qualitydesk.rulebook import store
from qualitydesk.rulebook.model import Edition, Rule
from qualitydesk.rulebook.model.shapes import RuleLine
from qualitydesk.rulebook.service.recorded import ADOPTION, CALL_BACK, gone, line_of, told
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
        self,
        rule: str,
        values: Mapping[str, Any],
        texts: Mapping[str, Any],
        effective_from: date,
        by: By,
        *,
        reason: str = "",
        seen: UUID | None = None,
    ) -> Done[Edition]:
        """A new edition of a rule, from today or later and after the one before it.

        `seen`: the edition it was made from, refused when another one has been published since. Refused("stale");
        Refused("edition_same") when nothing differs from the one before; Refused("draft") with problems beside
        effective_from and beside every value path that does not hold, and beside decided_by where the rule on approval
        wants somebody else than the writer to decide.
        """
        from qualitydesk.rulebook.rules import carried_marks, problems_in_date, problems_in_edition  # not for the start
        from qualitydesk.rulebook.rules.comparing import is_same

        with self._database.transaction() as connection:
            earlier = store.editions(connection, rule)
            latest = earlier[-1] if earlier else None
            if seen is not None and (latest is None or latest.id != seen):
                raise Refused("stale")
            today = self.today()
            refuse_if(
                self._problems_in_writer(connection, by)
                + problems_in_date(effective_from, latest.effective_from if latest else None, today)
                + problems_in_edition(rule, values, texts)
            )
            if latest is not None and is_same(rule, (latest.values, latest.texts), (values, texts)):
                raise Refused("edition_same")
            edition = Edition(
                id=new_id(),
                rule=rule,
                number=1 + max((latest.number if latest else 0, *(one.number for one in gone(connection, rule)))),
                effective_from=effective_from,
                values=values,
                texts=texts,
                ours=carried_marks(latest, values) if latest else (),
                created_at=self._clock.now(),
            )
            self._add(connection, edition, by, "publish_rule", reason)
        return Done(edition, _TOUCHED)

    def call_back_edition(self, edition: Edition, reason: str, by: By) -> Done[None]:
        """Take an edition back before its day; its number is not given again.

        Refused: edition_in_force, edition_cited (somebody has signed for it, say), draft, stale.
        """
        if not reason.strip():
            refuse_if((Problem("reason", "reason_missing"),))
        with self._database.transaction() as connection:
            if edition.effective_from <= self.today():
                raise Refused("edition_in_force")
            refuse_if(self._problems_in_writer(connection, by))
            store.remove_edition(connection, edition.id, edition.revision)
            before = {**told(edition), "ours": list(edition.ours)}
            after = {"reason": reason.strip()}
            audit.record(connection, by, self._clock.now(), CALL_BACK, "rule", edition.rule, before, after)
        return Done(None, _TOUCHED)

    def _problems_in_writer(self, connection: Connection, by: By) -> tuple[Problem, ...]:
        """The second person, where the approval in force today asks for one."""
        from qualitydesk.rulebook.rules import read_approval  # not for the start

        approval = store.edition_on(connection, Rule.APPROVAL, self.today())
        if approval is None or by.entered_by is None or by.decided_by != by.entered_by:
            return ()
        if not read_approval(approval.values).publish_second:
            return ()
        return (Problem("decided_by", "edition_by_writer"),)

    def record_adoption(
        self, edition: Edition, adopted_on: date | None, notified_on: date | None, by: By, document: str = ""
    ) -> Done[Edition]:
        """Record when staff were consulted on an edition and when they were told, and by which document.

        Refused("stale").
        """
        with self._database.transaction() as connection:
            revision = store.note_adoption(connection, edition.id, edition.revision, adopted_on, notified_on)
            before = {"adopted_on": edition.adopted_on, "notified_on": edition.notified_on}
            after = {"adopted_on": adopted_on, "notified_on": notified_on, "document": document.strip()}
            audit.record(connection, by, self._clock.now(), ADOPTION, "rule", edition.id, before, after)
        return Done(replace(edition, adopted_on=adopted_on, notified_on=notified_on, revision=revision), _TOUCHED)

    def today(self) -> date:
        """The day it is for the group."""
        return local_day(self._clock.now(), self._zone)

    def overview(self) -> tuple[RuleLine, ...]:
        """Every rule with its editions and what is on record about them, in the order of the rules."""
        with self._database.reading() as connection:
            found: dict[str, list[Edition]] = {rule.value: [] for rule in Rule}
            for edition in store.all_editions(connection):
                found.setdefault(edition.rule, []).append(edition)
            return tuple(line_of(connection, rule, editions) for rule, editions in found.items() if editions)

    def line(self, rule: str) -> RuleLine:
        """One rule likewise."""
        with self._database.reading() as connection:
            return line_of(connection, rule, store.editions(connection, rule))

    def edition_on(self, rule: str, day: date) -> Edition:
        """The edition of a rule in force on a day. Refused("no_edition") before the first."""
        with self._database.reading() as connection:
            found = store.edition_on(connection, rule, day)
        if found is None:
            raise Refused("no_edition", rule=rule, day=day.isoformat())
        return found

    def begun(self, rule: str) -> tuple[tuple[date, UUID], ...]:
        """(first day in force, id) of every edition of a rule, the first first: for who asks about many days."""
        with self._database.reading() as connection:
            return store.begun(connection, rule)

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

    def _add(self, connection: Connection, edition: Edition, by: By, verb: str, reason: str = "") -> None:
        store.add_edition(connection, edition)
        after = {**told(edition), **({"reason": reason.strip()} if reason.strip() else {})}
        audit.record(connection, by, self._clock.now(), verb, "rule", edition.id, None, after)
