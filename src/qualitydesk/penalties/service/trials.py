"""Rules tried before they are issued: last quarter under them, who would pay what. Writes nothing anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from qualitydesk.basics.clock import Clock
from qualitydesk.basics.errors import refuse_if
from qualitydesk.complaints.service import Complaints
from qualitydesk.directory.service import Directory
from qualitydesk.inspections.service import Findings
from qualitydesk.papers.service import Papers
from qualitydesk.penalties.model import Decision
from qualitydesk.penalties.model.trial import (
    Trial,
    TrialExplained,
    TrialKind,
    TrialLine,
    TrialPerson,
    TrialResult,
)
from qualitydesk.penalties.printout.trial import trial_fields, trial_tables
from qualitydesk.penalties.rules.trial import last_quarter, points_why, problems_in_trial
from qualitydesk.penalties.service.trying import Trying
from qualitydesk.penalties.service.trying_rules import Bench, PaidLine, Step
from qualitydesk.penalties.store import trial as store
from qualitydesk.rulebook.model import Edition, Rule
from qualitydesk.rulebook.rules import edition_for
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.sheets import write_book, write_table
from qualitydesk.storage.database import Connection, Database

FORM = "rule_trial"
"""The form of the paper; it is looked at and printed as a draft, never issued."""


def _no_step(_done: int, _total: int) -> None:
    return


class Trials:
    """Trials over one database. `run` is long: call it in a working process; the rest are short reads."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        directory: Directory,
        findings: Findings,
        rulebook: Rulebook,
        complaints: Complaints,
        papers: Papers,
    ) -> None:
        self._database = database
        self._clock = clock
        self._directory = directory
        self._findings = findings
        self._rulebook = rulebook
        self._papers = papers
        self._trying = Trying(directory, complaints)

    def period(self) -> tuple[date, date]:
        """The last three whole months: what is proposed to be tried on."""
        return last_quarter(self._directory.today())

    def in_force(self, rule: Rule) -> Edition:
        """The edition of today: where changes begin from. Refused: no_edition."""
        return self._rulebook.edition_on(rule, self._directory.today())

    def today(self) -> date:
        """The calendar day in the group's zone."""
        return self._directory.today()

    def check(self, trial: Trial) -> None:
        """Refused("draft") when period or values do not hold."""
        refuse_if(problems_in_trial(trial, self._directory.today()))

    def run(self, trial: Trial, step: Step = _no_step) -> TrialResult:
        """Everybody who would pay or be sanctioned under either, with every line.

        Each act is decided on as it would be proposed, by the rules in force on its day and by those tried: what was
        chosen by hand and what appeals changed is left aside, acts put in by hand are heard, acts whose slip was
        withdrawn are not. `step(done, total)` may stop it by raising. Refused: draft.
        """
        self.check(trial)
        with self._database.reading() as connection:
            bench = self._bench(connection, trial)
            people, cases, pointed = bench.people(), bench.cases(), bench.pointed()
            total = len(people) + len(cases) + 1
            found: list[PaidLine] = []
            for done, (_employee, lines) in enumerate(bench.of_people(people)):
                step(done, total)
                found += lines
            with self._trying.steady():
                for done, case_id in enumerate(cases, len(people)):
                    step(done, total)
                    found += bench.of_case(case_id)
            step(total - 1, total)
            found += bench.of_points(pointed)
            acts = len({(line.kind, line.event_id, line.employee_id) for _person, line in found})
            return TrialResult(trial, self._people(bench, found), acts)

    def explained(self, trial: Trial, line: TrialLine) -> TrialExplained:
        """One line step by step, under either."""
        with self._database.reading() as connection:
            bench = self._bench(connection, trial)
            if line.kind is TrialKind.POINTS:
                return self._points_explained(connection, bench, line)
            if line.kind is TrialKind.CASE:
                pairs = list(bench.on_case(line.event_id))
                pair = next((one for one in pairs if _whose(one) == line.employee_id), (None, None))
            elif line.kind is TrialKind.ACT:
                pair = bench.on_act(line.event_id, line.employee_id)
            else:
                pair = bench.in_round(line.event_id, line.employee_id)
            before, after = (one.explanation if one is not None else () for one in pair)
            return TrialExplained(before, after)

    def export(self, path: Path, result: TrialResult, institution_id: UUID | None, language: str) -> int:
        """People, sums and every line as a workbook, or the people as CSV; gives the rows written."""
        tables = trial_tables(result, institution_id, language)
        if path.suffix.casefold() == ".csv":
            return write_table(path, tables[0])
        return write_book(path, tables)

    def paper(self, result: TrialResult, institution_id: UUID | None, language: str) -> bytes:
        """The paper 制度试算 as PDF, marked as a draft: it is nobody's decision."""
        group = self._directory.group()
        fields = trial_fields(
            result,
            institution_id,
            titles=self._titles(result.trial.rules, language),
            group_name=group.name if group else "",
            today=self._directory.today(),
            language=language,
        )
        return self._papers.previewed(FORM, fields, language, house=institution_id)

    def _titles(self, rules: Mapping[str, Mapping[str, Any]], language: str) -> list[str]:
        day = self._directory.today()
        found = (edition_for(self._rulebook.editions(rule), day) for rule in rules)
        return [str(edition.texts[language]["title"]) for edition in found if edition is not None]

    def _bench(self, connection: Connection, trial: Trial) -> Bench:
        return Bench(connection, trial, self._directory, self._findings, self._rulebook, self._trying)

    def _points_explained(self, connection: Connection, bench: Bench, line: TrialLine) -> TrialExplained:
        acts = store.acts_of(connection, [line.employee_id]).get(line.employee_id, [])
        day, act = next((day, act) for day, act in acts if act.id == line.event_id)
        sides = zip(bench.points_sides(day, act, acts), bench.pay_on(day), strict=True)
        before, after = (points_why(act, day, points, fen, paid=paid) for (points, fen), paid in sides)
        return TrialExplained(before, after)

    def _people(self, bench: Bench, found: Iterable[PaidLine]) -> tuple[TrialPerson, ...]:
        mine: dict[UUID, list[TrialLine]] = {}
        for person_id, line in found:
            if line.before or line.after or line.before_sanction != line.after_sanction:
                mine.setdefault(person_id, []).append(line)
        people = []
        for person_id, lines in mine.items():
            ordered = tuple(sorted(lines, key=lambda one: (one.day, one.number, one.event_id)))
            number, name = bench.staff.names[person_id]
            place = bench.staff.place(person_id, ordered[-1].day)
            blank = TrialPerson(person_id, number, name, None, "", "", ordered)
            people.append(
                replace(
                    blank,
                    institution_id=place.institution_id,
                    institution=place.institution,
                    department=place.department,
                )
                if place is not None
                else blank
            )
        return tuple(sorted(people, key=lambda one: (one.institution, one.number)))


def _whose(pair: tuple[Decision | None, Decision | None]) -> UUID | None:
    told = pair[0] or pair[1]
    return told.employee.id if told is not None else None
