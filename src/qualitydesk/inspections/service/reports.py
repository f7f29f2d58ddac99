"""The inspection report of a finished round: issued once a language, and the same paper ever after."""

from __future__ import annotations

from uuid import UUID

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.clock import local_day
from qualitydesk.basics.errors import Refused
from qualitydesk.directory.model import EmployeeFilter
from qualitydesk.directory.service import Directory
from qualitydesk.inspections import printout
from qualitydesk.inspections.model import Round, RoundState
from qualitydesk.inspections.service.rounds import Rounds
from qualitydesk.papers.service import Papers
from qualitydesk.storage.database import Database

REPORT_FORM = "inspection_report"
KIND = "inspection_report"
HEAD_POST = "head_of_institution"


class Reports:
    """The reports of one database."""

    def __init__(self, database: Database, directory: Directory, rounds: Rounds, papers: Papers) -> None:
        self._database = database
        self._directory = directory
        self._rounds = rounds
        self._papers = papers

    def issue(self, round_id: UUID, by: By, *, language: str = "zh") -> Done[UUID]:
        """The report's paper in a language, printed into the archive the first time it is asked for."""
        with self._database.transaction():
            result = self._rounds.result(round_id)
            walked = result.walk.round
            if walked.state is not RoundState.FINISHED:
                raise Refused("round_not_finished", number=walked.number)
            for line in self._papers.of_subject(round_id):
                if line.kind == KIND and line.language == language:
                    return Done(line.id)
            group = self._directory.group()
            values = printout.report_fields(
                result,
                language,
                group_name=group.name if group else "",
                head_of_institution=self._head(walked),
            )
            paper = self._papers.issue(
                kind=KIND,
                form_name=REPORT_FORM,
                number=walked.number,
                values=values,
                language=language,
                by=by,
                subject_id=round_id,
            )
        return Done(paper.id, frozenset({Change.PAPERS}))

    def _head(self, walked: Round) -> str:
        """Who led the institution on the day of the round, by post; empty when nobody is on record."""
        wanted = EmployeeFilter(institution_id=walked.institution_id)
        there = self._directory.people(wanted, day=local_day(walked.started_at))
        return next((person.name for person in there if person.post_code == HEAD_POST), "")
