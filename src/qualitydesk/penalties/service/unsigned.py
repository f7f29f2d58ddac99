"""How far each edition is with its signatures: what the page of acknowledgements and the first page ask."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from qualitydesk.directory.model import Person
from qualitydesk.directory.service import Directory
from qualitydesk.penalties.model.acknowledgement import SIGNED, EditionSigned, Unsigned
from qualitydesk.penalties.rules.acknowledgement import is_due, meant_by, stages_of
from qualitydesk.penalties.store import acknowledgements as store
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.storage.database import Connection


class Signatures:
    """Counts over one reading: the staff of a day is asked for once, whatever the number of editions."""

    def __init__(self, connection: Connection, directory: Directory, rulebook: Rulebook) -> None:
        self._connection = connection
        self._directory = directory
        self._rulebook = rulebook
        self._staff: dict[date, list[Person]] = {}
        self.today = directory.today()

    def states(self) -> Iterator[EditionSigned]:
        """Every edition of every rule that is signed, rule by rule, oldest first."""
        for rule in SIGNED:
            for edition, stage, day in stages_of(self._rulebook.editions(rule), self.today):
                people = meant_by(edition, self.staff(day))
                signed = store.signers(self._connection, edition.id)
                missing = sum(1 for one in people if one.id not in signed)
                yield EditionSigned(edition, stage, day, len(people), missing)

    def staff(self, day: date) -> list[Person]:
        """Everybody employed on a day, by staff number; of a day gone by those who are still here."""
        if day not in self._staff:
            found = self._directory.people(day=day)
            if day < self.today:
                here = {one.id for one in self.staff(self.today)}
                found = [one for one in found if one.id in here]
            self._staff[day] = found
        return self._staff[day]


def unsigned_editions(connection: Connection, directory: Directory, rulebook: Rulebook) -> list[Unsigned]:
    """The editions in force, or soon to be, with signatures missing."""
    found = Signatures(connection, directory, rulebook)
    return [
        Unsigned(
            one.edition.id, one.edition.rule, one.edition.number, one.edition.effective_from, one.missing, one.people
        )
        for one in found.states()
        if one.missing and is_due(one.stage, one.edition.effective_from, found.today)
    ]
