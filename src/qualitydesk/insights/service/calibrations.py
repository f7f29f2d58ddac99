"""What a calibration shows, and its paper."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.phrases import say
from qualitydesk.directory.service import Directory
from qualitydesk.insights.model.calibrating import CalibrationResult
from qualitydesk.insights.printout.calibration import calibration_fields
from qualitydesk.insights.rules.calibrating import results_of
from qualitydesk.inspections.service import Calibrations
from qualitydesk.papers.service import Papers
from qualitydesk.storage.database import Database

FORM = "calibration"
_COLUMNS = ("item", "n", "agreed", "kappa", "pabak", "advice")


class CalibrationResults:
    """The results of one database's calibrations."""

    def __init__(self, database: Database, directory: Directory, calibrations: Calibrations, papers: Papers) -> None:
        self._database = database
        self._directory = directory
        self._calibrations = calibrations
        self._papers = papers

    def result(self, calibration_id: UUID) -> CalibrationResult:
        """How far the two agree. Refused("calibration_blind") until both are through."""
        return results_of(self._calibrations.pairs(calibration_id))

    def issue(self, calibration_id: UUID, by: By, language: str) -> Done[UUID]:
        """The report into the archive; what is unchanged is not issued twice. Refused: calibration_blind."""
        values = self._values(calibration_id, language)
        for line in self._papers.of_subject(calibration_id):
            if line.language == language and self._papers.paper(line.id).says(values):
                return Done(line.id)
        paper = self._papers.issue(
            kind=FORM,
            form_name=FORM,
            number=str(values["number"]),
            values=values,
            language=language,
            by=by,
            subject_id=calibration_id,
            house=self._calibrations.calibration(calibration_id).institution_id,
        )
        return Done(paper.id, frozenset({Change.PAPERS}))

    def export(self, calibration_id: UUID, path: Path, language: str) -> int:
        """Its items with their figures as a workbook or CSV; gives the rows. Refused: calibration_blind."""
        from qualitydesk.sheets import SheetOut, write_table  # its drivers are not paid for at every start

        values = self._values(calibration_id, language)
        items = values["items"]
        assert isinstance(items, list)
        rows = [tuple(item[key] for key in _COLUMNS) for item in items]
        heads = tuple(say(language, f"calibration.head.{key}") for key in _COLUMNS)
        write_table(path, SheetOut(str(values["number"]), heads, rows, (40, 8, 10, 10, 10, 40)))
        return len(rows)

    def _values(self, calibration_id: UUID, language: str) -> dict[str, object]:
        with self._database.reading():
            found = self._calibrations.calibration(calibration_id)
            group = self._directory.group()
            result = self.result(calibration_id)
        return calibration_fields(found, result, language, group_name=group.name if group else "")
