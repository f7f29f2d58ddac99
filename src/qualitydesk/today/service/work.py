"""What is due now, read from everybody: each kind of work is a question of its own. Nothing here writes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from qualitydesk.basics.clock import DEFAULT_ZONE, Clock, local_day
from qualitydesk.directory.service import Directory
from qualitydesk.penalties.service.waiting import Waiting
from qualitydesk.storage.database import Database
from qualitydesk.today.model import Errand, Figures, Work, WorkList
from qualitydesk.today.rules import moment_of, month_starts
from qualitydesk.today.store import work as store

SHOWN = 12
"""Rows of a kind that are read; the rest is counted, and one key away on its own page."""
AHEAD = timedelta(days=7)
"""How far ahead planned rounds are shown."""


class Today:
    """The questions of the first page."""

    def __init__(self, database: Database, clock: Clock, directory: Directory, waiting: Waiting) -> None:
        self._database = database
        self._clock = clock
        self._directory = directory
        self._waiting = waiting

    def day(self) -> date:
        """The present day where the program runs; asks no database, so that a screen may."""
        return local_day(self._clock.now())

    def rounds(self) -> WorkList:
        """Rounds to go on with."""
        with self._database.reading() as connection:
            rows, count = store.open_rounds(connection, SHOWN)
            return WorkList(tuple(self._works(Errand.WALK, rows)), {Errand.WALK: count})

    def plans(self) -> WorkList:
        """Planned rounds: late, of today, and of the days ahead."""
        today = local_day(self._clock.now(), self._zone())
        with self._database.reading() as connection:
            rows, count, late = store.plans(connection, today + AHEAD, today, SHOWN)
            return WorkList(tuple(self._works(Errand.PLAN, rows)), {Errand.PLAN: count}, late)

    def measures(self) -> WorkList:
        """Measures that are due, to be judged, to be checked again or to be looked at for their effect: those the list
        of measures counts as due now."""
        with self._database.reading() as connection:
            found = store.measures_due(connection, local_day(self._clock.now(), self._zone()), SHOWN)
        works = [work for errand, (rows, _count, _late) in found.items() for work in self._works(errand, rows)]
        works.sort(key=lambda work: work.day)
        counts = {errand: count for errand, (_rows, count, _late) in found.items()}
        return WorkList(tuple(works[:SHOWN]), counts, sum(late for _rows, _count, late in found.values()))

    def slips(self) -> WorkList:
        """Slips to be issued, then those to be approved, then rounds with proposals nobody decided on."""
        with self._database.reading() as connection:
            issue, to_issue = store.slips_in(connection, "approved", SHOWN)
            approve, to_approve = store.slips_in(connection, "proposed", SHOWN)
            waiting = self._waiting.waiting_rounds()
        zone = self._zone()
        works = [
            *self._works(Errand.ISSUE, issue),
            *self._works(Errand.APPROVE, approve),
            *(
                Work(
                    Errand.PROPOSE,
                    one.id,
                    one.number,
                    one.kind,
                    one.institution,
                    local_day(one.started_at, zone),
                    one.people,
                )
                for one in waiting[:SHOWN]
            ),
        ]
        counts = {Errand.ISSUE: to_issue, Errand.APPROVE: to_approve, Errand.PROPOSE: len(waiting)}
        return WorkList(_fair(works), counts)

    def figures(self) -> Figures:
        """The four figures over twelve months."""
        zone, today = self._zone(), local_day(self._clock.now(), self._zone())
        starts = month_starts(today)
        bounds = [moment_of(day, zone) for day in starts]
        ends = [*starts[1:-1], today + timedelta(days=1)]
        with self._database.reading() as connection:
            return Figures(
                rounds=store.rounds_by_month(connection, bounds),
                findings=store.findings_by_month(connection, bounds),
                slips=store.slips_by_month(connection, bounds),
                measures=store.measures_standing(connection, ends),
                overdue=store.overdue_measures(connection, today),
            )

    def newest_moment(self) -> datetime | None:
        """The newest moment anything was written: the last entry of the audit or an answer of an open round."""
        with self._database.reading() as connection:
            return store.newest_moment(connection)

    def _works(self, errand: Errand, rows: Iterable[store.Row]) -> Iterable[Work]:
        zone = self._zone()
        for row_id, number, words, institution, day in rows:
            since = local_day(day, zone) if isinstance(day, datetime) else day
            yield Work(errand, row_id, number or "", words, institution, since)

    def _zone(self) -> str:
        group = self._directory.group()
        return group.zone if group else DEFAULT_ZONE


def _fair(works: list[Work]) -> tuple[Work, ...]:
    """At most `SHOWN`, with room for every errand however many there are of another."""
    kinds = list(dict.fromkeys(work.errand for work in works))
    room = SHOWN // max(len(kinds), 1)
    kept: set[tuple[str, object]] = set()
    for kind in kinds:
        kept.update(work.key for work in [one for one in works if one.errand is kind][:room])
    for work in works:
        if len(kept) < SHOWN:
            kept.add(work.key)
    return tuple(work for work in works if work.key in kept)
