"""What is asked of measures: lists, single ones, what is due, how long the open ones have stood."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from qualitydesk.basics.clock import Clock
from qualitydesk.basics.errors import Refused
from qualitydesk.basics.phrases import say
from qualitydesk.directory.service import Directory
from qualitydesk.measures.model import (
    Age,
    Ageing,
    Deadlines,
    Measure,
    MeasureFilter,
    MeasureLine,
    MeasureState,
    OriginKind,
    RecheckDue,
    Urgency,
)
from qualitydesk.measures.rules import age_of, deadlines_by, due_day
from qualitydesk.measures.store import lists, rows
from qualitydesk.papers.service import Papers
from qualitydesk.rulebook.model import Rule
from qualitydesk.rulebook.rules import read_measures
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.sheets import SheetOut, write_table
from qualitydesk.storage.database import Connection, Database
from qualitydesk.storage.files import Files, kept

EVERY = MeasureFilter()
BATCH = 500  # rows read at a time for an export


class Questions:
    """The measures of one database, read."""

    def __init__(
        self,
        database: Database,
        files: Files,
        clock: Clock,
        directory: Directory,
        papers: Papers,
        rulebook: Rulebook,
    ) -> None:
        self._database = database
        self._files = files
        self._clock = clock
        self._directory = directory
        self._papers = papers
        self._rulebook = rulebook

    def today(self) -> date:
        """The calendar day measures are judged by."""
        return self._directory.today()

    def lines(
        self,
        wanted: MeasureFilter = EVERY,
        *,
        after: tuple[Any, UUID] | None = None,
        limit: int | None = 200,
        sort: str = "due_on",
        descending: bool = False,
    ) -> list[MeasureLine]:
        """A page of measures from behind (sort value, id); `sort` is due_on, opened_at or number."""
        with self._database.reading() as connection:
            return lists.lines(
                connection, wanted, self.today(), after=after, limit=limit, sort=sort, descending=descending
            )

    def count(self, wanted: MeasureFilter = EVERY) -> int:
        """How many measures fit."""
        with self._database.reading() as connection:
            return lists.count(connection, wanted, self.today())

    def measure(self, measure_id: UUID) -> Measure:
        """One measure in full. Refused: no_such_measure."""
        with self._database.reading() as connection:
            return self._found(connection, measure_id)

    def due(self, day: date | None = None) -> list[MeasureLine]:
        """Those to be done by `day` (default today) and not closed yet, the oldest due date first."""
        with self._database.reading() as connection:
            return lists.due(connection, day or self.today())

    def due_rechecks(self, institution_id: UUID | None = None, day: date | None = None) -> list[RecheckDue]:
        """What is to be looked at again by `day` (default today), in one institution or all; once for each person or
        place it concerned."""
        with self._database.reading() as connection:
            return lists.rechecks_due(connection, day or self.today(), institution_id)

    def due_effects(self, day: date | None = None) -> list[MeasureLine]:
        """Closed measures whose effect was to be looked at by `day` (default today)."""
        with self._database.reading() as connection:
            return lists.effects_due(connection, day or self.today())

    def of_origin(self, kind: OriginKind, *origin_ids: UUID) -> list[MeasureLine]:
        """The measures that came from these things, oldest first."""
        with self._database.reading() as connection:
            return lists.of_origin(connection, kind, origin_ids)

    def of_owner(self, owner_id: UUID) -> list[MeasureLine]:
        """Everything this employee answers for, the nearest due date first."""
        return self.lines(MeasureFilter(owner_id=owner_id), limit=None)

    def states(self) -> Mapping[MeasureState, int]:
        """How many measures stand in each state."""
        with self._database.reading() as connection:
            return lists.states(connection)

    def due_count(self) -> int:
        """How many measures are to be seen to now: to be done, judged, checked again or looked at for their effect."""
        return self.count(MeasureFilter(due=True))

    def ageing(self, institution_id: UUID | None = None) -> Ageing:
        """How long the open measures have stood, and how many of each age are overdue."""
        today = self.today()
        with self._database.reading() as connection:
            standing = lists.standing(connection, institution_id)
        by_age = dict.fromkeys(Age, (0, 0))
        for opened_on, due_on, _state in standing:
            age = age_of(opened_on, today)
            everyone, late = by_age[age]
            by_age[age] = (everyone + 1, late + (due_on < today))
        return Ageing(
            open=len(standing),
            overdue=sum(due_on < today for _opened, due_on, _state in standing),
            reported=sum(state is MeasureState.REPORTED for _opened, _due, state in standing),
            oldest=max(((today - opened_on).days for opened_on, _due, _state in standing), default=0),
            by_age=by_age,
        )

    def deadlines(self) -> Deadlines:
        """The days the rule of today proposes."""
        return deadlines_by(read_measures(self._rulebook.edition_on(Rule.MEASURES, self.today()).values))

    def proposed_due(self, urgency: Urgency) -> date:
        """The due date proposed for a measure set today."""
        return due_day(urgency, self.today(), self.deadlines())

    def file(self, file_id: UUID) -> tuple[str, bytes]:
        """Name and content of an attachment. Refused: file_missing, file_damaged."""
        with self._database.reading() as connection:
            found = rows.file_of(connection, file_id)
        return kept(self._files, found)

    def export(self, path: Path, wanted: MeasureFilter, language: str) -> int:
        """Write the filtered list to a workbook or CSV file; gives the rows written."""
        head = [say(language, f"measure_sheet.{name}") for name in _HEAD]
        name = say(language, "measure_sheet.title")
        return write_table(path, SheetOut(name, tuple(head), self._cells(wanted, language)))

    def _cells(self, wanted: MeasureFilter, language: str) -> Iterator[Sequence[Any]]:
        today, after = self.today(), None
        while True:
            page = self.lines(wanted, after=after, limit=BATCH)
            for line in page:
                yield (
                    line.number,
                    line.institution,
                    line.task,
                    line.owner,
                    line.department,
                    say(language, f"urgency.{line.urgency}"),
                    say(language, f"measure_state.{line.state}"),
                    line.opened_on,
                    line.due_on,
                    line.overdue_days(today) or None,
                    line.closed_on,
                    line.recheck_on,
                    say(language, f"recheck.{line.recheck}") if line.recheck else "",
                    line.effect_on,
                    say(language, f"effect.{line.effect}") if line.effect else "",
                )
            if len(page) < BATCH:
                return
            after = (page[-1].due_on, page[-1].id)

    def _found(self, connection: Connection, measure_id: UUID) -> Measure:
        found = rows.measure(connection, measure_id)
        if found is None:
            raise Refused("no_such_measure")
        return found


_HEAD = (
    "number",
    "institution",
    "task",
    "owner",
    "department",
    "urgency",
    "state",
    "opened_on",
    "due_on",
    "overdue",
    "closed_on",
    "recheck_on",
    "recheck",
    "effect_on",
    "effect",
)
