"""What waits in penalties: rounds nobody has decided on, rules not signed; asked by the first page and the lists."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from qualitydesk.basics.clock import Clock
from qualitydesk.directory.service import Directory
from qualitydesk.penalties.model.waiting import WaitingRound
from qualitydesk.penalties.store import undecided
from qualitydesk.rulebook.model import Rule
from qualitydesk.rulebook.rules import ladder_edition
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.storage.database import Database

if TYPE_CHECKING:
    from qualitydesk.penalties.model.acknowledgement import Unsigned

WAITING_DAYS = 90
"""How long a finished round without a decision is shown as waiting."""


class Waiting:
    """Rounds with findings that wait for a proposal. Light, since the first page asks it: `Penalties` adds the rest."""

    def __init__(self, database: Database, clock: Clock, directory: Directory, rulebook: Rulebook) -> None:
        self._database = database
        self._clock = clock
        self._directory = directory
        self._rulebook = rulebook

    def waiting_rounds(self, *, days: int = WAITING_DAYS, limit: int = 200) -> list[WaitingRound]:
        """Rounds begun in the last `days` in which somebody was found on and nothing was proposed, newest first."""
        with self._database.reading() as connection:
            today = self._directory.today()
            ladder = ladder_edition(self._rulebook.edition_on(Rule.LADDER, today)).ladder
            since = self._clock.now() - timedelta(days=days)
            return undecided.waiting_rounds(connection, since, fixed=ladder.counting.fixed_on_the_spot, limit=limit)

    def unsigned_editions(self) -> list[Unsigned]:
        """Editions of rules in force, or beginning within fourteen days, that employees have still to sign."""
        from qualitydesk.penalties.service.unsigned import unsigned_editions  # not for the start

        with self._database.reading() as connection:
            return unsigned_editions(connection, self._directory, self._rulebook)
