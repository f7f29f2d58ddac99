"""The supervisor's week: gathered from the records, told in her own words, issued as a paper."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction
from itertools import islice
from uuid import UUID
from zoneinfo import ZoneInfo

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.clock import Clock
from qualitydesk.basics.errors import Refused, refuse_if
from qualitydesk.basics.ids import new_id
from qualitydesk.directory.service import Directory
from qualitydesk.insights import printout, store
from qualitydesk.insights.model import (
    WeekFacts,
    WeekFinding,
    WeekMeasure,
    WeekPlan,
    WeekRound,
    WeekSlip,
    WeekWords,
)
from qualitydesk.insights.rules import problems_in_words
from qualitydesk.inspections.model import PlanFilter, RoundFilter, RoundLine, RoundState, Standing
from qualitydesk.inspections.model.findings import FindingFilter, FindingLine
from qualitydesk.inspections.service import Findings, Plans, Rounds
from qualitydesk.measures.model import MeasureFilter, MeasureLine
from qualitydesk.measures.service import Measures
from qualitydesk.papers.model import PaperLine
from qualitydesk.papers.service import Papers
from qualitydesk.penalties.model import SlipFilter, SlipLine
from qualitydesk.penalties.service import Penalties
from qualitydesk.rulebook.model import Gravity
from qualitydesk.storage import audit
from qualitydesk.storage.database import Database, insert_row, update_row

FORM = "weekly_summary"
KIND = "weekly_summary"
MOST_FINDINGS = 15
_PAGE = 200
_WEEK = timedelta(days=7)


class Weeks:
    """The weeks of the supervisors of one database."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        directory: Directory,
        rounds: Rounds,
        findings: Findings,
        plans: Plans,
        measures: Measures,
        penalties: Penalties,
        papers: Papers,
    ) -> None:
        self._database = database
        self._clock = clock
        self._directory = directory
        self._rounds = rounds
        self._findings = findings
        self._plans = plans
        self._measures = measures
        self._penalties = penalties
        self._papers = papers

    def words(self, employee_id: UUID, monday: date) -> WeekWords:
        """What she wrote for a week; empty texts while nothing is kept."""
        with self._database.reading() as connection:
            return store.words_of(connection, employee_id, monday) or WeekWords(employee_id, monday)

    def facts(self, employee_id: UUID, monday: date, language: str = "zh") -> WeekFacts:
        """What the records say: her own rounds and what they found, and the measures, slips and plans of the group."""
        with self._database.reading():
            lines = [line for line in self._rounds_of(monday) if self._took_part(line, employee_id)]
            numbers = {line.number for line in lines}
            found = [one for one in self._found(monday) if one.round_number in numbers]
            opened, closed, overdue = self._measured(monday)
            return WeekFacts(
                monday=monday,
                rounds=tuple(_round(line) for line in reversed(lines)),
                found=len(found),
                fixed=sum(one.fixed for one in found),
                findings=tuple(_finding(one, language) for one in _notable(found)),
                opened=opened,
                closed=closed,
                overdue=overdue,
                slips=tuple(_slip(line) for line in self._slips_of(monday)),
                plans=self._planned(monday + _WEEK),
            )

    def keep(self, words: WeekWords, by: By) -> Done[WeekWords]:
        """Keep her words as a draft. Refused: draft, stale."""
        refuse_if(problems_in_words(words))
        texts = {"summary": words.summary.strip(), "problems": words.problems.strip(), "plan": words.plan.strip()}
        with self._database.transaction() as connection:
            before = store.words_of(connection, words.employee_id, words.monday)
            if before is None and words.id is None:
                mine = {"employee_id": words.employee_id, "monday": words.monday}
                insert_row(connection, store.weekly_words, id=new_id(), **mine, **texts, revision=1)
            elif before is None or before.id != words.id:
                raise Refused("stale")
            else:
                update_row(connection, store.weekly_words, before.id, words.revision, **texts)
            kept = store.words_of(connection, words.employee_id, words.monday)
            assert kept is not None and kept.id is not None
            audit.record(
                connection, by, self._clock.now(), "keep_week", "week", kept.id, None, {"monday": words.monday}
            )
        return Done(kept)

    def preview(self, words: WeekWords, language: str) -> bytes:
        """The summary as it would be issued now, marked as a draft."""
        values = self._values(words, language)
        return self._papers.previewed(FORM, values, language, house=self._house(words.employee_id))

    def issue(self, words: WeekWords, by: By, language: str) -> Done[UUID]:
        """Keep the words and issue the summary; what is unchanged is not issued twice. Refused: draft, stale."""
        kept = self.keep(words, by).value
        assert kept.id is not None
        values = self._values(kept, language)
        for line in self.issued(kept):
            if line.language == language and self._papers.paper(line.id).says(values):
                return Done(line.id)
        paper = self._papers.issue(
            kind=KIND,
            form_name=FORM,
            number=str(values["number"]),
            values=values,
            language=language,
            by=by,
            subject_id=kept.id,
            house=self._house(words.employee_id),
        )
        return Done(paper.id, frozenset({Change.PAPERS}))

    def issued(self, words: WeekWords) -> list[PaperLine]:
        """The summaries issued for a week, newest first."""
        return [] if words.id is None else self._papers.of_subject(words.id)

    def _values(self, words: WeekWords, language: str) -> dict[str, object]:
        group = self._directory.group()
        person = self._directory.person(words.employee_id, min(words.monday + _WEEK, self._directory.today()))
        return printout.week_fields(
            self.facts(words.employee_id, words.monday, language),
            words,
            language,
            group_name=group.name if group else "",
            person=person,
        )

    def _house(self, employee_id: UUID) -> UUID | None:
        person = self._directory.person(employee_id, self._directory.today())
        return person.institution_id if person else None

    def _bounds(self, monday: date) -> tuple[datetime, datetime]:
        group = self._directory.group()
        zone = ZoneInfo(group.zone) if group else UTC
        first = datetime.combine(monday, time(), zone)
        return first.astimezone(UTC), datetime.combine(monday + _WEEK, time(), zone).astimezone(UTC)

    def _rounds_of(self, monday: date) -> list[RoundLine]:
        first, behind = self._bounds(monday)

        def pages() -> Iterator[RoundLine]:
            after = (behind, UUID(int=0))
            while lines := self._rounds.lines(RoundFilter(), after=after, limit=_PAGE):
                yield from lines
                after = (lines[-1].started_at, lines[-1].id)

        found = []
        for line in pages():
            if line.started_at < first:
                break
            if line.state is not RoundState.ABANDONED:
                found.append(line)
        return found

    def _took_part(self, line: RoundLine, employee_id: UUID) -> bool:
        return employee_id in self._rounds.round(line.id).inspector_ids

    def _found(self, monday: date) -> list[FindingLine]:
        wanted = FindingFilter(since=monday, until=monday + timedelta(days=6))
        lines = self._findings.lines(wanted, limit=None, descending=False)
        return [one for one in lines if one.standing != Standing.CORRECTED]

    def _measured(
        self, monday: date
    ) -> tuple[tuple[WeekMeasure, ...], tuple[WeekMeasure, ...], tuple[WeekMeasure, ...]]:
        """Set in the week, closed in the week, overdue now (of a past week: at its end and still)."""
        sunday, today = monday + timedelta(days=6), self._directory.today()
        lines = self._measures.lines(MeasureFilter(), limit=None)
        opened = tuple(_measure(one, today) for one in lines if monday <= one.opened_on <= sunday)
        closed = tuple(
            _measure(one, today) for one in lines if one.closed_on is not None and monday <= one.closed_on <= sunday
        )
        overdue = tuple(_measure(one, today) for one in lines if one.overdue_days(today) and one.due_on <= sunday)
        return opened, closed, overdue

    def _slips_of(self, monday: date) -> list[SlipLine]:
        first, behind = self._bounds(monday)
        found: list[SlipLine] = []
        after = (behind, UUID(int=0))
        while lines := self._penalties.lines(SlipFilter(), after=after, limit=_PAGE):
            found += [line for line in lines if line.proposed_at >= first]
            if lines[-1].proposed_at < first:
                break
            after = (lines[-1].proposed_at, lines[-1].id)
        return found[::-1]

    def _planned(self, monday: date) -> tuple[WeekPlan, ...]:
        found = self._plans.lines(PlanFilter(first=monday, last=monday + timedelta(days=6)))
        return tuple(
            WeekPlan(one.day, one.kind, one.institution, one.inspectors, one.note, one.overdue) for one in found
        )


def _round(line: RoundLine) -> WeekRound:
    share = None if line.share < 0 else Fraction(line.share, 1_000_000)
    return WeekRound(
        line.number,
        line.kind,
        line.institution,
        line.started_at,
        line.people,
        line.answered,
        line.failed,
        share,
        line.passed,
        line.state,
    )


def _notable(found: list[FindingLine]) -> list[FindingLine]:
    """The severe ones first, then those not mended on the spot; the newest last."""

    def weight(one: FindingLine) -> tuple[bool, bool]:
        return one.gravity == Gravity.ORDINARY, one.fixed

    worth = [one for one in found if one.gravity != Gravity.ORDINARY or not one.fixed]
    return list(islice(sorted(worth, key=weight), MOST_FINDINGS))


def _finding(one: FindingLine, language: str) -> WeekFinding:
    return WeekFinding(
        one.name, one.department, one.title[language], one.note, one.gravity, one.fixed, one.round_number
    )


def _measure(one: MeasureLine, today: date) -> WeekMeasure:
    late = one.overdue_days(today)
    return WeekMeasure(one.number, one.task, one.owner, one.institution, one.due_on, one.closed_on, late)


def _slip(line: SlipLine) -> WeekSlip:
    return WeekSlip(line.number, line.employee, line.rung, line.state, line.total)
