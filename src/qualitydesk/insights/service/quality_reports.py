"""The supervisor's reports: gathered, told in her own words too, previewed, issued; charts put into the next one."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.clock import Clock
from qualitydesk.basics.errors import Problem, Refused, refuse_if
from qualitydesk.basics.ids import new_id
from qualitydesk.basics.phrases import say
from qualitydesk.directory.model import EmployeeFilter
from qualitydesk.directory.service import Directory
from qualitydesk.insights.model.reports import (
    AddedChart,
    ReportName,
    ReportOffer,
    ReportWish,
    ReportWords,
    Version,
)
from qualitydesk.insights.model.trends import TrendFilter, TrendName
from qualitydesk.insights.printout.month_report import month_report_fields
from qualitydesk.insights.printout.quarter import quarter_fields
from qualitydesk.insights.printout.report_common import ReportHead
from qualitydesk.insights.printout.score_report import score_fields
from qualitydesk.insights.rules import reports as rules
from qualitydesk.insights.service.report_facts import ReportFacts
from qualitydesk.insights.service.trends import Trends, plain_of
from qualitydesk.insights.store import report_rows
from qualitydesk.papers.model import PaperLine
from qualitydesk.papers.service import Papers
from qualitydesk.storage import audit
from qualitydesk.storage.database import Database, insert_row, update_row

FORMS = {
    ReportName.QUARTER: "quality_quarter",
    ReportName.MONTH: "supervisor_month",
    ReportName.SCORE: "service_score",
}
"""The form of each report, which is its paper's kind, too."""


class QualityReports:
    """The reports of one database."""

    def __init__(self, database: Database, clock: Clock, directory: Directory, trends: Trends, papers: Papers) -> None:
        self._database = database
        self._clock = clock
        self._directory = directory
        self._papers = papers
        self._facts = ReportFacts(database, directory, trends)

    def offer(self) -> ReportOffer:
        """What there is to choose from."""
        homes = tuple((one.id, one.name) for one in self._directory.institutions())
        return ReportOffer(homes, self._directory.today())

    # Her words

    def words(self, wish: ReportWish) -> ReportWords:
        """What she wrote for a report; empty texts while nothing is kept."""
        with self._database.reading() as connection:
            found = report_rows.words_of(connection, wish.name, wish.first, wish.institution_id)
        return found or ReportWords(wish.name, wish.first, wish.institution_id)

    def keep(self, words: ReportWords, by: By) -> Done[ReportWords]:
        """Keep her words as a draft. Refused: draft, stale."""
        refuse_if(rules.problems_in_report(words))
        texts = {"summary": words.summary.strip(), "proposals": words.proposals.strip()}
        with self._database.transaction() as connection:
            before = report_rows.words_of(connection, words.name, words.first, words.institution_id)
            if before is None and words.id is None:
                place = words.institution_id or report_rows.WHOLE
                key = {"name": words.name, "first": words.first, "place_id": place}
                insert_row(connection, report_rows.report_words, id=new_id(), **key, **texts, revision=1)
            elif before is None or before.id != words.id:
                raise Refused("stale")
            else:
                update_row(connection, report_rows.report_words, before.id, words.revision, **texts)
            kept = report_rows.words_of(connection, words.name, words.first, words.institution_id)
            assert kept is not None and kept.id is not None
            told = {"name": words.name, "first": words.first}
            audit.record(connection, by, self._clock.now(), "keep_report", "report", kept.id, None, told)
        return Done(kept)

    # Charts put into a report

    def add_chart(self, name: TrendName, wanted: TrendFilter, note: str, by: By) -> Done[AddedChart]:
        """Put a chart with a note into the quarterly report of the quarter under way. Refused: draft."""
        note = note.strip()
        most = rules.MOST_NOTE
        refuse_if([Problem("note", "report_note_long", {"most": most})] if len(note) > most else [])
        first = rules.first_of(ReportName.QUARTER, self._directory.today())
        added = AddedChart(new_id(), first, name, wanted, note)
        with self._database.transaction() as connection:
            now = self._clock.now()
            report_rows.add_chart(connection, added, plain_of(wanted), now, by.decided_by)
            told = {"chart": name, "first": first, "note": note}
            audit.record(connection, by, now, "add_chart", "report", added.id, None, told)
        return Done(added, frozenset({Change.TRENDS}))

    def drop_chart(self, chart_id: UUID, by: By) -> Done[None]:
        """Take a chart out again. Refused: stale."""
        with self._database.transaction() as connection:
            now = self._clock.now()
            report_rows.drop_chart(connection, chart_id, now)
            audit.record(connection, by, now, "drop_chart", "report", chart_id, None, None)
        return Done(None, frozenset({Change.TRENDS}))

    def charts(self, first: date) -> tuple[AddedChart, ...]:
        """The charts put into the report of a quarter."""
        with self._database.reading() as connection:
            return report_rows.charts_of(connection, first)

    # The paper

    def values(self, wish: ReportWish, words: ReportWords, language: str, by: By) -> dict[str, Any]:
        """The fields of the report's form, read from one snapshot."""
        with self._database.reading():
            head = self._head(wish, by)
            if wish.name is ReportName.QUARTER:
                return quarter_fields(self._facts.quarter(wish, language), wish, words, head, language)
            if wish.name is ReportName.MONTH:
                return month_report_fields(self._facts.month(wish, language), wish, words, head, language)
            names = self._names() if wish.version is Version.MEETING else []
            return score_fields(self._facts.scores(wish), wish, words, head, language, names)

    def _names(self) -> list[str]:
        everybody = EmployeeFilter(with_left=True, with_coming=True)
        return [one.name for one in self._directory.people(everybody)]

    def _head(self, wish: ReportWish, by: By) -> ReportHead:
        today = self._directory.today()
        group = self._directory.group()
        person = self._directory.person(by.decided_by, today) if by.decided_by else None
        home = next((one for one in self._directory.institutions() if one.id == wish.institution_id), None)
        return ReportHead(
            group.name if group else "",
            home.name if home else "",
            home.code if home else "",
            person.name if person else "",
            person.post if person else "",
            today,
        )

    def preview(self, wish: ReportWish, words: ReportWords, language: str, by: By, paper: str | None = None) -> bytes:
        """The report as it would be issued now, marked as a draft."""
        values = self.values(wish, words, language, by)
        return self._papers.previewed(FORMS[wish.name], values, language, house=wish.institution_id, paper=paper)

    def issue(self, wish: ReportWish, words: ReportWords, by: By, language: str) -> Done[UUID]:
        """Keep the words and issue the report; what is unchanged is not issued twice. Refused: draft, stale."""
        kept = self.keep(words, by).value
        assert kept.id is not None
        values = self.values(wish, kept, language, by)
        for line in self.issued(kept):
            if line.language == language and self._papers.paper(line.id).says(values):
                return Done(line.id)
        paper = self._papers.issue(
            kind=FORMS[wish.name],
            form_name=FORMS[wish.name],
            number=str(values["number"]),
            values=values,
            language=language,
            by=by,
            subject_id=kept.id,
            house=wish.institution_id,
        )
        return Done(paper.id, frozenset({Change.PAPERS}))

    def issued(self, words: ReportWords, version: Version | None = None) -> list[PaperLine]:
        """The reports issued of a period and place, newest first; scores of one `version` only, where it is given."""
        found = [] if words.id is None else self._papers.of_subject(words.id)
        if version is None or words.name is not ReportName.SCORE:
            return found
        return [
            line
            for line in found
            if self._papers.paper(line.id).values["version"] == say(line.language, f"quality.version.{version}")
        ]
