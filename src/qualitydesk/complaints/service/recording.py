"""Many whole cases in one transaction: one entry of the audit for all of them, with their digest and count."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from qualitydesk.basics.changes import By
from qualitydesk.complaints.service.scribe import Scribe
from qualitydesk.complaints.service.working import Working
from qualitydesk.complaints.service.writing import named
from qualitydesk.storage import audit
from qualitydesk.storage.base import canonical


class Recording(Working):
    """The bulk road."""

    @contextmanager
    def recording(self, verb: str, subject_id: UUID | str, by: By, told: Mapping[str, Any]) -> Iterator[Scribe]:
        """A scribe for cases that happened before; when the block ends well they are all on disk.

        The audit has one entry, `verb` on "cases": what is `told`, the count, the numbers, and a digest of every row of
        every case but those reckoned from them. Refused: not_to_decide, and as its verbs are.
        """
        named(by)
        with self._database.transaction() as connection, self._timing.calendars.held():
            scribe = Scribe(connection, self._clock, self._directory, self._timing, self._measures, self._members)
            yield scribe
            scribe.write()
            self.renew_holds(by)
            if scribe.written:
                after = {**told, **_summed_up(scribe)}
                audit.record(connection, by, self._clock.now(), verb, "cases", subject_id, None, after)


def _summed_up(scribe: Scribe) -> dict[str, Any]:
    """How many, from which number to which by institution and month, and SHA-256 over canonical JSON of their rows."""
    digest = hashlib.sha256()
    runs: dict[str, list[str]] = {}
    for case in scribe.written.values():
        digest.update(canonical([case.head, case.rows.rows]).encode())
        runs.setdefault(case.head["sort_number"][:12], []).append(case.head["number"])
    numbers = [[run[0], run[-1], len(run)] for _key, run in sorted(runs.items())]
    return {"cases": len(scribe.written), "numbers": numbers, "sha256": digest.hexdigest()}
