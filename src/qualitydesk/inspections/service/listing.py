"""The list of rounds: page by page for the screen, whole into a workbook."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from qualitydesk.basics.clock import local
from qualitydesk.basics.phrases import say
from qualitydesk.inspections.model import RoundFilter, RoundLine, RoundState
from qualitydesk.inspections.rules.scoring import percent
from qualitydesk.inspections.service.drawing import Drawing
from qualitydesk.inspections.store import round_lists
from qualitydesk.sheets import Cell, SheetOut, write_table

_PAGE = 500
_HEAD = (
    "number", "kind", "institution", "lead", "started", "finished", "state", "stops", "answered", "items", "failed",
    "score", "verdict", "corrected", "reason",
)  # fmt: skip
_WIDTHS = (22, 14, 26, 12, 17, 17, 10, 8, 8, 8, 8, 10, 10, 8, 40)


class Listing(Drawing):
    """Lists of rounds."""

    def lines(
        self,
        wanted: RoundFilter = RoundFilter(),  # noqa: B008 - a frozen value
        *,
        after: tuple[datetime, UUID] | None = None,
        limit: int = 200,
    ) -> list[RoundLine]:
        """A page of rounds, newest first, from behind (started_at, id)."""
        zone = self._directory.zone()
        since = _midnight(wanted.first, zone)
        before = _midnight(wanted.last + timedelta(days=1) if wanted.last else None, zone)
        with self._database.reading() as connection:
            return round_lists.lines(connection, wanted, since=since, before=before, after=after, limit=limit)

    def inspectors(self) -> list[tuple[UUID, str]]:
        """(id, name) of everybody who ever inspected, by name."""
        with self._database.reading() as connection:
            return round_lists.inspectors(connection)

    def export_lines(self, path: Path, wanted: RoundFilter, language: str) -> int:
        """Every round the filter lets through, as the file's ending says; gives the rows written."""
        head = [say(language, f"round_list.{name}") for name in _HEAD]
        zone = self._directory.zone()
        rows = (_row(line, language, zone) for line in self._all(wanted))
        return write_table(path, SheetOut(say(language, "round_list.title"), head, rows, _WIDTHS))

    def _all(self, wanted: RoundFilter) -> Iterator[RoundLine]:
        after = None
        while lines := self.lines(wanted, after=after, limit=_PAGE):
            yield from lines
            after = (lines[-1].started_at, lines[-1].id)


def _midnight(day: date | None, zone: str) -> datetime | None:
    return None if day is None else datetime.combine(day, time(), ZoneInfo(zone))


def _row(line: RoundLine, language: str, zone: str) -> list[Cell]:
    done = line.state is RoundState.FINISHED
    verdict = {True: "passed", False: "failed", None: "unjudged"}[line.passed] if done else ""
    return [
        line.number,
        say(language, f"round_kind.{line.kind.value}"),
        line.institution,
        line.inspectors,
        f"{local(line.started_at, zone):%Y-%m-%d %H:%M}",
        f"{local(line.finished_at, zone):%Y-%m-%d %H:%M}" if line.finished_at else "",
        say(language, f"round_state.{line.state.value}"),
        line.people,
        line.answered,
        line.total,
        line.failed,
        "" if line.share < 0 else percent(Fraction(line.share, 1_000_000)),
        say(language, f"report.{verdict}") if verdict else "",
        line.corrected,
        line.reason,
    ]
