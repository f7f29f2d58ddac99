"""Visitor counts: typed or taken from a sheet, by institution and month."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from uuid import UUID

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.clock import Clock
from qualitydesk.basics.columns import plain
from qualitydesk.basics.errors import Problem, Refused, refuse_if
from qualitydesk.directory.model.visitors import VisitorCount
from qualitydesk.directory.rules.visitors import HEADS, CountRow, columns_in, count_row, problems_in_count
from qualitydesk.directory.store import institution_rows
from qualitydesk.directory.store import visitors as store
from qualitydesk.sheets import SheetOut, read_sheet, write_table
from qualitydesk.storage import audit
from qualitydesk.storage.database import Database

VISITORS = frozenset({Change.VISITORS})


class Visitors:
    """The visitor counts of one database."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def counts(self, first: date | None = None, last: date | None = None) -> list[VisitorCount]:
        """The counts of months between two days, newest first."""
        with self._database.reading() as connection:
            return store.counts(connection, first, last)

    def preview(self, path: Path) -> list[CountRow]:
        """A sheet row by row, nothing written. Refused: sheet_…, visitors_columns when a column is not found."""
        sheet = read_sheet(path)
        at = columns_in(sheet.head)
        if len(at) < len(HEADS):
            raise Refused("visitors_columns")
        now = self._clock.now()
        with self._database.reading() as connection:
            homes = {plain(words): one.id for one in institution_rows(connection) for words in (one.name, one.code)}
            there = {(one.institution_id, one.month): one.visitors for one in store.counts(connection)}
        return [
            count_row(row.line, {field: row.cells[place] for field, place in at.items()}, homes, there, now)
            for row in sheet.rows
        ]

    def write(self, path: Path) -> int:
        """Every count as a sheet that can be read back; gives the rows."""
        rows = [(one.institution, f"{one.month:%Y-%m}", one.visitors) for one in self.counts()]
        return write_table(path, SheetOut("1", [names[0] for names in HEADS.values()], rows, (24, 12, 12)))

    def write_template(self, path: Path) -> int:
        """An empty sheet with a row for each institution."""
        with self._database.reading() as connection:
            rows = [(one.name, "", "") for one in institution_rows(connection)]
        head = [names[0] for names in HEADS.values()]
        return write_table(path, SheetOut("1", head, rows, (24, 12, 12), to_fill_in=True))

    def put(self, found: Sequence[VisitorCount], by: By) -> Done[int]:
        """Write counts in place of those of the same institution and month; gives how many. Refused: draft."""
        now = self._clock.now()
        problems: list[Problem] = [one for count in found for one in problems_in_count(count, now)]
        if any(not one.institution_id.int for one in found):
            problems.append(Problem("institution_id", "institution_missing"))
        refuse_if(problems)
        if not found:
            return Done(0)
        with self._database.transaction() as connection:
            before = {(one.institution_id, one.month): one.visitors for one in store.counts(connection)}
            store.put(connection, found, now, by.decided_by)
            for one in found:
                there = before.get((one.institution_id, one.month))
                if there != one.visitors:
                    told = None if there is None else {"month": one.month, "visitors": there}
                    after = {"month": one.month, "visitors": one.visitors}
                    audit.record(connection, by, now, "count_visitors", "institution", one.institution_id, told, after)
        return Done(len(found), VISITORS)

    def remove(self, institution_id: UUID, month: date, by: By) -> Done[None]:
        """Take a count back that was entered by mistake."""
        with self._database.transaction() as connection:
            found = store.counts(connection, month, month)
            there = next((one for one in found if one.institution_id == institution_id), None)
            store.remove(connection, institution_id, month)
            if there is not None:
                now = self._clock.now()
                told = {"month": month, "visitors": there.visitors}
                audit.record(connection, by, now, "remove_visitors", "institution", institution_id, told, None)
        return Done(None, VISITORS)
