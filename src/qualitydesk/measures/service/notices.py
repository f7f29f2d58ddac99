"""A measure on paper: the rectification notice, issued, shown again, marked when the measure was dropped."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.clock import local_day
from qualitydesk.basics.errors import Refused
from qualitydesk.basics.ids import new_id
from qualitydesk.measures import printout
from qualitydesk.measures.model import Measure, MeasureState, MeasureVerb
from qualitydesk.measures.service.questions import Questions
from qualitydesk.measures.store import tables
from qualitydesk.papers.model import Withdrawal
from qualitydesk.storage.database import Connection, insert_row

NOTICE_FORM = "rectification_notice"
NOTICE_KIND = "rectification_notice"


class Notices(Questions):
    """The notices of one database's measures, and the timeline everything done is told in."""

    def issue_notice(self, measure_id: UUID, by: By, *, language: str = "zh", anew: bool = False) -> Done[UUID]:
        """The 整改通知单 as a paper: printed into the archive the first time in a language, the same ever after.

        `anew`: another one as the measure stands now (its date was moved, say); the earlier one stays in the archive.
        """
        with self._database.transaction() as connection:
            found = self._found(connection, measure_id)
            for line in self._papers.of_subject(measure_id):
                if line.kind == NOTICE_KIND and line.language == language and not anew:
                    return Done(line.id)
            if found.line.state is MeasureState.DROPPED:
                raise Refused("measure_is_dropped", number=found.line.number)
            paper = self._papers.issue(
                kind=NOTICE_KIND,
                form_name=NOTICE_FORM,
                number=found.line.number,
                values=self._notice(found, language),
                language=language,
                by=by,
                subject_id=measure_id,
                house=found.line.institution_id,
            )
            self._tell(connection, measure_id, MeasureVerb.ISSUE, by)
        return Done(paper.id, frozenset({Change.PAPERS, Change.MEASURES}))

    def notice(self, paper_id: UUID, *, copy: bool = False) -> bytes:
        """A notice as issued, or its content marked as a copy; of a measure dropped since, marked so on every page."""
        gone = self._withdrawal(paper_id)
        if copy:
            return self._papers.reprint(paper_id, gone)
        return self._papers.marked(paper_id, gone) if gone else self._papers.original(paper_id)

    def _withdrawal(self, paper_id: UUID) -> Withdrawal | None:
        subject = self._papers.paper(paper_id).line.subject_id
        found = self.measure(subject) if subject is not None else None
        if found is None or found.line.state is not MeasureState.DROPPED:
            return None
        dropped = next(event for event in reversed(found.events) if event.verb is MeasureVerb.DROP)
        return Withdrawal(local_day(dropped.at), dropped.words)

    def notice_preview(self, measure_id: UUID, language: str) -> bytes:
        """What the notice would look like now; nothing is kept."""
        with self._database.reading() as connection:
            found = self._found(connection, measure_id)
            values, house = self._notice(found, language), found.line.institution_id
            return self._papers.previewed(NOTICE_FORM, values, language, house=house)

    def _notice(self, found: Measure, language: str) -> dict[str, Any]:
        group = self._directory.group()
        return printout.notice_fields(found, language, group_name=group.name if group else "")

    def _tell(
        self,
        connection: Connection,
        measure_id: UUID,
        verb: MeasureVerb,
        by: By,
        *,
        words: str = "",
        due_before: date | None = None,
        due_after: date | None = None,
    ) -> None:
        insert_row(
            connection,
            tables.measure_events,
            id=new_id(),
            measure_id=measure_id,
            at=self._clock.now(),
            verb=verb,
            decided_by=by.decided_by,
            entered_by=by.entered_by,
            words=words.strip(),
            due_before=due_before,
            due_after=due_after,
        )
