"""An older list of complaints taken over by the meaning of its columns: looked at, judged row by row, then written."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.columns import Own, column_of, signature_of
from qualitydesk.basics.errors import Refused
from qualitydesk.basics.phrases import say
from qualitydesk.complaints.model import Channel, Level, NoteKind, SubjectKind
from qualitydesk.complaints.model.importing import (
    CLOSED,
    NO,
    OPEN,
    YES,
    KnownCases,
    ListField,
    ListLook,
    ListMapping,
    ListOutcome,
    ListPreview,
    ListRow,
    ListRowState,
)
from qualitydesk.complaints.rules.list_columns import completed, guessed, problems_in_mapping
from qualitydesk.complaints.rules.list_rows import judged
from qualitydesk.complaints.service.recording import Recording
from qualitydesk.complaints.service.scribe import Scribe
from qualitydesk.complaints.service.timing import IMPORTED
from qualitydesk.complaints.service.writing import CASES
from qualitydesk.complaints.store import imported
from qualitydesk.sheets import Sheet, read_sheet, write_csv
from qualitydesk.storage.database import Connection

Step = Callable[[int, int], None]
_EVERY = 100
_LANGUAGES = ("zh", "en")


def _no_step(_done: int, _total: int) -> None:
    """Nobody watches."""


class Importing(Recording):
    """Older lists. `step(done, total)` is told how far the work is and may raise to call it off."""

    def look_at_list(self, path: Path) -> ListLook:
        """The columns of a file, and what they mean: as told the last time, else guessed. Refused: sheet_…"""
        return self._look(path.name, read_sheet(path))

    def _look(self, name: str, sheet: Sheet) -> ListLook:
        today = self.today()
        columns = tuple(
            column_of(head, [row.cells[at] for row in sheet.rows], today) for at, head in enumerate(sheet.head) if head
        )
        with self._database.reading() as connection:
            own = self._own()
            kept = imported.remembered(connection, signature_of(sheet.head))
        mapping = completed(kept[0] if kept else guessed(columns, own), columns, own)
        return ListLook(name, len(sheet.rows), columns, mapping, own, kept[1] if kept else None)

    def list_preview(self, path: Path, mapping: ListMapping, language: str, step: Step = _no_step) -> ListPreview:
        """What the file would do; nothing is written. Refused: sheet_…, list_not_told."""
        sheet = read_sheet(path)
        if problems := problems_in_mapping(mapping, self._look(path.name, sheet)):
            raise Refused("list_not_told", problems=tuple(problems))
        with self._database.reading() as connection:
            rows = self._judged(connection, path.name, sheet, mapping, language, step)
        sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
        return ListPreview(path.name, signature_of(sheet.head), mapping, rows, sheet.head, sha256, sheet)

    def take_list(
        self, preview: ListPreview, by: By, language: str, step: Step = _no_step, *, leave_refused: bool = False
    ) -> Done[ListOutcome]:
        """Write what was shown, all of it or nothing; with `leave_refused` the refused rows are left out.

        Each row is counted: rows = added + there + left out. Refused: import_refused, import_nothing, list_outdated
        when the rows have moved on since they were shown.
        """
        refused = preview.of(ListRowState.REFUSED)
        if refused and not leave_refused:
            raise Refused("import_refused", rows=len(refused))
        sheet = preview.sheet
        assert isinstance(sheet, Sheet)
        with self._database.transaction() as connection:
            rows = self._judged(
                connection, preview.name, sheet, preview.mapping, language, lambda done, all_: step(done, 2 * all_)
            )
            if [(one.key, one.state) for one in rows] != [(one.key, one.state) for one in preview.rows]:
                raise Refused("list_outdated")
            fresh = sorted((one for one in rows if one.draft is not None), key=lambda one: (_received(one), one.line))
            if not fresh:
                raise Refused("import_nothing")
            list_id = imported.remember(connection, preview.signature, preview.name, preview.mapping, self._clock.now())
            there = len(preview.of(ListRowState.SAME))
            told = {"file": preview.name, "file_sha256": preview.sha256, "rows": len(rows), "there": there}
            told["left_out"] = len(refused)
            made: list[tuple[str, UUID, int]] = []
            with self.recording("import_cases", list_id, by, told) as scribe:
                for at, row in enumerate(fresh):
                    if at % _EVERY == 0:
                        step(len(rows) + at * len(rows) // len(fresh), 2 * len(rows))
                    made.append((row.key, self._take(scribe, row, preview.name, list_id, by, language), row.line))
            imported.take(connection, list_id, made)
        return Done(ListOutcome(len(rows), len(fresh), there, len(refused), list_id), CASES)

    def write_refused(self, preview: ListPreview, path: Path, language: str) -> int:
        """The refused rows as a CSV file as they stood in the list, each with its line and why; gives their count."""
        sheet = preview.sheet
        assert isinstance(sheet, Sheet)
        cells = {row.line: row.cells for row in sheet.rows}

        def rows() -> Iterator[tuple[str, ...]]:
            for row in preview.of(ListRowState.REFUSED):
                yield (*cells[row.line], str(row.line), "; ".join(reasons(row, language)))

        head = (*sheet.head, say(language, "case_list.line"), say(language, "case_list.reason"))
        return write_csv(path, head, rows())

    def _judged(
        self, connection: Connection, name: str, sheet: Sheet, mapping: ListMapping, language: str, step: Step
    ) -> tuple[ListRow, ...]:
        known = KnownCases(
            now=self._clock.now(),
            today=self.today(),
            zone=self._timing.zone,
            own=self._own(),
            taken=imported.taken(connection, signature_of(sheet.head)),
        )

        def reason(line: int) -> str:
            return say(language, "case_list.imported", name=name, line=line)

        return judged(sheet.head, sheet.rows, mapping, known, reason, step)

    def _own(self) -> Mapping[ListField, tuple[Own, ...]]:
        """The program's values, by the words of both languages; the first are Chinese."""
        institutions = [one for one in self._directory.institutions() if one.active]
        return {
            ListField.INSTITUTION: tuple(Own(str(one.id), (one.name, one.code)) for one in institutions),
            ListField.CHANNEL: tuple(_worded(one.value, f"channel.{one.value}") for one in Channel),
            ListField.SUBJECT: tuple(_worded(one.value, f"subject.{one.value}") for one in SubjectKind),
            ListField.LEVEL: tuple(_worded(str(int(one)), f"level.{int(one)}") for one in Level),
            ListField.STATUS: tuple(_worded(one, f"case_list.status.{one}") for one in (OPEN, CLOSED)),
            ListField.BEHALF: tuple(_worded(one, f"case_list.behalf.{one}") for one in (NO, YES)),
        }

    def _take(self, scribe: Scribe, row: ListRow, name: str, list_id: UUID, by: By, language: str) -> UUID:
        """One row as a case: open ones stand at their receipt, closed ones are filed with nothing owed."""
        assert row.draft is not None
        draft = replace(row.draft, origin_kind=IMPORTED, origin_id=list_id)
        case_id = scribe.open_case(draft, by).value
        case = scribe.case(case_id)
        case.head["received_by"] = None  # the list does not tell
        case.head["level"] = int(row.level or 0)
        words = say(language, "case_list.imported", name=name, line=row.line)
        told = [words, *(say(language, "case_list.rest", head=head, text=text) for head, text in row.rest)]
        if row.closed_at is not None and not row.closing_told:
            told.insert(1, say(language, "case_list.no_closing_day"))
        scribe.save_note(case_id, NoteKind.OTHER, "\n".join(told), by)
        if row.closed_at is not None:
            case.head["summary"] = row.summary
            scribe.file_away(case_id, row.closed_at, words, by)
        elif row.summary:
            scribe.save_note(case_id, NoteKind.OTHER, row.summary, by)
        return case_id


def reasons(row: ListRow, language: str) -> list[str]:
    """Why a row is refused, each reason with the field it is about."""
    return [
        say(
            language,
            "case_list.problem",
            field=say(language, f"case_list.field.{one.field}"),
            words=say(language, f"problem.{one.code}", **one.values),
        )
        for one in row.problems
    ]


def _received(row: ListRow) -> Any:
    assert row.draft is not None
    return row.draft.received_at


def _worded(key: str, code: str) -> Own:
    return Own(key, tuple(say(language, code) for language in _LANGUAGES))
