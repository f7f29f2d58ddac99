"""The reports of a finished round: one paper for each wish and state of the round, and the same one ever after."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.clock import local_day
from qualitydesk.basics.errors import Refused
from qualitydesk.directory.model import EmployeeFilter
from qualitydesk.directory.service import Directory
from qualitydesk.inspections import printout
from qualitydesk.inspections.model import Round, RoundResult, RoundState
from qualitydesk.inspections.model.reports import PhotoSize, ReportForm, ReportOptions
from qualitydesk.inspections.service.findings import Findings
from qualitydesk.inspections.service.narratives import Narratives
from qualitydesk.inspections.service.photos import Photos
from qualitydesk.inspections.service.rounds import Rounds
from qualitydesk.papers.model import Paper, PaperLine
from qualitydesk.papers.service import Papers
from qualitydesk.storage.database import Database

KINDS = frozenset(form.value for form in ReportForm)
HEAD_POST = "head_of_institution"


@dataclass(frozen=True)
class _Made:
    """What a report says and shows now."""

    round: Round
    values: Mapping[str, Any]
    images: Mapping[str, bytes]


class Reports:
    """The reports of one database."""

    def __init__(
        self,
        database: Database,
        directory: Directory,
        rounds: Rounds,
        papers: Papers,
        findings: Findings,
        photos: Photos,
        narratives: Narratives,
    ) -> None:
        self._database = database
        self._directory = directory
        self._rounds = rounds
        self._papers = papers
        self._findings = findings
        self._photos = photos
        self._narratives = narratives

    def issue(
        self, round_id: UUID, by: By, *, language: str = "zh", options: ReportOptions | None = None
    ) -> Done[UUID]:
        """The report's paper as wished, printed into the archive unless the very same was issued before.

        A new letterhead or form makes no new paper; a correction, a decided dispute or another photo does.
        Refused: no_such_round, round_not_finished, and what `Papers.printed` refuses.
        """
        options = options or ReportOptions(language=language)
        made = self._made(round_id, options, by)
        same = self._issued(round_id, made, options)
        if same is not None:
            return Done(same.id)
        paper = self._papers.printed(  # before the transaction: nobody waits for it
            kind=options.form.value,
            form_name=options.form.value,
            number=made.round.number,
            values=made.values,
            language=options.language,
            by=by,
            images=made.images,
            subject_id=round_id,
            paper=options.paper,
            house=made.round.institution_id,
        )
        with self._database.transaction():
            meanwhile = self._issued(round_id, made, options)  # another window may have issued it
            kept = meanwhile or self._papers.keep(paper, by)
        return Done(kept.id, frozenset({Change.PAPERS}))

    def preview(self, round_id: UUID, options: ReportOptions, by: By) -> bytes:
        """What the report would look like, marked as a draft; nothing is kept."""
        made = self._made(round_id, options, by)
        return self._papers.previewed(
            options.form.value,
            made.values,
            options.language,
            images=made.images,
            paper=options.paper,
            house=made.round.institution_id,
        )

    def issued(self, round_id: UUID) -> list[PaperLine]:
        """The reports issued about a round, newest first."""
        return [line for line in self._papers.of_subject(round_id) if line.kind in KINDS]

    def issue_many(self, round_ids: Sequence[UUID], by: By, options: ReportOptions) -> Done[list[UUID]]:
        """The reports of several finished rounds, each archived as a paper of its own; open rounds are passed over.

        Refused("no_reports") when none of them is finished.
        """
        done = [
            self.issue(round_id, by, options=options).value
            for round_id in dict.fromkeys(round_ids)
            if self._rounds.round(round_id).state is RoundState.FINISHED
        ]
        if not done:
            raise Refused("no_reports")
        return Done(done, frozenset({Change.PAPERS}))

    def _issued(self, round_id: UUID, made: _Made, options: ReportOptions) -> Paper | None:
        """The paper that says just this, in this language and on this size, whatever letterhead it carries."""
        pictures = set(made.images)
        for line in self.issued(round_id):
            if line.kind != options.form.value or line.language != options.language:
                continue
            paper = self._papers.paper(line.id)
            size = paper.form.get("paper", "A4")
            if paper.says(made.values) and size == options.paper and pictures <= set(paper.images):
                return paper
        return None

    def _made(self, round_id: UUID, options: ReportOptions, by: By) -> _Made:
        with self._database.reading():
            result = self._rounds.result(round_id)
            walked = result.walk.round
            if walked.state is not RoundState.FINISHED:
                raise Refused("round_not_finished", number=walked.number)
            images: dict[str, bytes] = {}
            photos = self._pictures(round_id, options, images)
            group = self._directory.group()
            values = printout.report_fields(
                result,
                options.language,
                group_name=group.name if group else "",
                head_of_institution=self._head(walked),
                options=options,
                disputes=self._findings.disputes_of_round(round_id),
                photos=photos,
            )
            if options.form is ReportForm.EXPERIENCE:
                values = self._experience(values, result, options, by)
        return _Made(walked, values, images)

    def _experience(
        self, values: dict[str, Any], result: RoundResult, options: ReportOptions, by: By
    ) -> dict[str, Any]:
        told = self._narratives.of_round(result.walk.round.id)
        who = self._directory.employee(by.decided_by).name if by.decided_by else ""
        return printout.experience_fields(values, result, told, options, compiled_by=who)

    def _pictures(self, round_id: UUID, options: ReportOptions, images: dict[str, bytes]) -> list[printout.PhotoOn]:
        """The photos to be printed, their pictures put into `images` by hash."""
        if options.photos is PhotoSize.NONE:
            return []
        found = []
        for photo in self._photos.of_round(round_id):
            picture = self._photos.picture(photo.id, options.language)
            name = hashlib.sha256(picture).hexdigest()
            images[name] = picture
            found.append(printout.PhotoOn(photo, name))
        return found

    def _head(self, walked: Round) -> str:
        """Who led the institution on the day of the round, by post; empty when nobody is on record."""
        wanted = EmployeeFilter(institution_id=walked.institution_id)
        there = self._directory.people(wanted, day=local_day(walked.started_at))
        return next((person.name for person in there if person.post_code == HEAD_POST), "")
