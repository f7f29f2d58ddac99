"""Staff points: entered in seconds, corrected and withdrawn with a reason, summed by month; no row is ever deleted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.clock import Clock, local_day
from qualitydesk.basics.errors import Problem, Refused, refuse_if
from qualitydesk.basics.ids import new_id
from qualitydesk.directory.service import Directory
from qualitydesk.penalties.model.points import (
    ActChoice,
    PersonMonth,
    PointsDraft,
    PointsFilter,
    PointsLine,
    PointsMonth,
    PointsOffer,
    PointsState,
    TeamMonth,
)
from qualitydesk.penalties.printout.sheets import month_tables, points_table
from qualitydesk.penalties.rules.points import (
    month_after,
    problems_in_points,
    score_day,
)
from qualitydesk.penalties.service.pending import Pending
from qualitydesk.penalties.store import points as store
from qualitydesk.penalties.store.reward_tables import staff_points
from qualitydesk.rulebook.model import Edition, Rule
from qualitydesk.rulebook.model.rewarding import PointsRule
from qualitydesk.rulebook.rules import read_points
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.sheets import write_book, write_table
from qualitydesk.storage import audit
from qualitydesk.storage.database import Connection, Database, insert_row, update_row

POINTS = frozenset({Change.POINTS})
_LONG_AGO = date(2000, 1, 1)


class StaffPoints:
    """The points of one database."""

    def __init__(self, database: Database, clock: Clock, directory: Directory, rulebook: Rulebook) -> None:
        self._database = database
        self._clock = clock
        self._directory = directory
        self._rulebook = rulebook
        self._pending = Pending(database, clock, directory, rulebook)

    # Questions

    def offer(self, day: date | None = None) -> PointsOffer:
        """Who may be entered for on a day (default today), and which acts the rule of that day knows."""
        with self._database.reading():
            day = day or self._directory.today()
            rule = self._rule(day)[1]
            names = {post.code: post.name for post in self._directory.posts()}
            people = [one for one in self._directory.people(day=day) if one.post_code in rule.posts]
            acts = [ActChoice(act, row.code, row.employee, row.fine) for row in rule.rows.values() for act in row.acts]
            posts = tuple(names.get(code, code) for code in rule.posts)
            return PointsOffer(tuple(people), tuple(acts), posts, day, rule.third, rule.fen_per_point)

    def line(self, entry_id: UUID) -> PointsLine:
        """One entry. Refused: no_such_points."""
        with self._database.reading() as connection:
            return self._line(connection, entry_id)

    def lines(
        self,
        wanted: PointsFilter = PointsFilter(),  # noqa: B008 - a frozen value
        *,
        after: tuple[datetime, UUID] | None = None,
        limit: int | None = 200,
    ) -> list[PointsLine]:
        """A page of entries, newest act first, from behind (at, id)."""
        with self._database.reading() as connection:
            return store.points_lines(connection, wanted, after=after, limit=limit)

    def month(self, month: date, institution_id: UUID | None = None) -> PointsMonth:
        """The sums of a month by employee and team, and what is proposed from them."""
        with self._database.reading() as connection:
            end = month_after(month)
            rule = self._rule(month_last(end))[1]
            people = store.person_months(connection, month, end, institution_id=institution_id)
            year = store.team_months(connection, date(month.year - 2, 1, 1), end, institution_id=institution_id)
            teams = [self._team(one, year, end) for one in year if one.month == month]
            follows = self._pending.of_month(connection, month, institution_id)
            return PointsMonth(month, tuple(people), tuple(teams), tuple(follows), rule.fen_per_point)

    def of_person(self, employee_id: UUID) -> list[PersonMonth]:
        """One employee's months, newest first."""
        with self._database.reading() as connection:
            found = store.person_months(
                connection, _LONG_AGO, month_after(self._directory.today()), employee_id=employee_id
            )
            return sorted(found, key=lambda one: one.month, reverse=True)

    def stands_on(self, employee_id: UUID, day: date) -> list[PointsLine]:
        """The entries that stand for one employee and day: for one act points or ladder, never both."""
        wanted = PointsFilter(month=day.replace(day=1), employee_id=employee_id, standing_only=True)
        return [one for one in self.lines(wanted, limit=None) if one.day == day]

    def export(self, path: Path, wanted: PointsFilter, language: str) -> int:
        """The filtered list as the file's ending says, .xlsx or .csv; a workbook of a month has its sums, too."""
        lines = points_table(self.lines(wanted, limit=None), language)
        if wanted.month is None or path.suffix.casefold() == ".csv":
            return write_table(path, lines)
        return write_book(path, [lines, *month_tables(self.month(wanted.month, wanted.institution_id), language)])

    # Verbs

    def enter(self, draft: PointsDraft, by: By) -> Done[PointsLine]:
        """An act of an employee on the scheme. Refused: draft (points_or_ladder among its problems), not_to_decide."""
        with self._database.transaction() as connection:
            entry_id = self._enter(connection, draft, by)
            line = self._line(connection, entry_id)
        return Done(line, POINTS)

    def correct(self, entry_id: UUID, seen: int, draft: PointsDraft, reason: str, by: By) -> Done[PointsLine]:
        """The entry stays, marked as corrected with the reason; what is true stands in an entry of its own."""
        if not reason.strip():
            raise Refused("draft", problems=(Problem("reason", "reason_missing"),))
        with self._database.transaction() as connection:
            old = self._standing(connection, entry_id)
            self._end(connection, old, seen, PointsState.CORRECTED, reason, by)
            fresh = self._enter(connection, draft, by)
            update_row(connection, staff_points, entry_id, seen + 1, replaced_by=fresh)
            self._rescore(connection, old.employee_id, old.day)
            line = self._line(connection, fresh)
        return Done(line, POINTS)

    def withdraw(self, entry_id: UUID, seen: int, reason: str, by: By) -> Done[None]:
        """The entry no longer counts; it stays with the reason. Refused: reason_missing, points_not_standing."""
        if not reason.strip():
            raise Refused("reason_missing")
        with self._database.transaction() as connection:
            old = self._standing(connection, entry_id)
            self._end(connection, old, seen, PointsState.WITHDRAWN, reason, by)
            self._rescore(connection, old.employee_id, old.day)
        return Done(None, POINTS)

    def _enter(self, connection: Connection, draft: PointsDraft, by: By) -> UUID:
        now = self._clock.now()
        refuse_if(problems_in_points(draft, now))
        assert draft.employee_id is not None and draft.at is not None
        if by.decided_by == draft.employee_id:
            raise Refused("not_to_decide", problems=(Problem("decided_by", "points_on_oneself"),))
        day = local_day(draft.at, self._directory.zone())
        edition, rule = self._rule(day)
        person, row = self._directory.person(draft.employee_id, day), rule.row_of(draft.act)
        if row is None:
            raise Refused("draft", problems=(Problem("act", "points_act_unknown", {"day": day.isoformat()}),))
        if person is None or person.post_code not in rule.posts:
            raise Refused("draft", problems=(Problem("employee_id", "points_not_on_scheme"),))
        slip = store.slip_of_day(connection, draft.employee_id, day) if row.employee <= 0 else None
        if slip is not None and not draft.other_act.strip():
            problem = Problem("other_act", "points_or_ladder", {"number": slip, "day": day.isoformat()})
            raise Refused("draft", problems=(problem,))
        values: dict[str, Any] = {
            "id": new_id(),
            "employee_id": person.id,
            "institution_id": person.institution_id,
            "department_id": person.department_id,
            "act": draft.act,
            "row_code": row.code,
            "at": draft.at,
            "day": day,
            "points": row.employee,
            "team_points": row.team,
            "nth": 1,
            "note": draft.note.strip(),
            "other_act": draft.other_act.strip(),
            "edition_id": edition.id,
            "state": PointsState.STANDS,
            "recorded_at": now,
            "decided_by": by.decided_by,
            "entered_by": by.entered_by,
            "reason": "",
        }
        insert_row(connection, staff_points, **values)
        self._rescore(connection, person.id, day)
        after = {"act": draft.act, "day": day, "employee": person.number, "note": draft.note.strip()}
        audit.record(connection, by, now, "enter_points", "points", values["id"], None, after)
        entry_id: UUID = values["id"]
        return entry_id

    def _end(self, connection: Connection, old: PointsLine, seen: int, state: PointsState, reason: str, by: By) -> None:
        if by.decided_by == old.employee_id:
            raise Refused("not_to_decide", problems=(Problem("decided_by", "points_on_oneself"),))
        after = {"state": state, "reason": reason.strip()}
        update_row(connection, staff_points, old.id, seen, **after)
        before = {"state": old.state, "points": old.points}
        audit.record(connection, by, self._clock.now(), f"points_{state}", "points", old.id, before, after)

    def _rescore(self, connection: Connection, employee_id: UUID, day: date) -> None:
        """Which act of the day is the third may have changed: count the whole day anew by its own rule."""
        known = store.day_acts(connection, employee_id, day)
        scored = score_day([act for act, _ in known.values()], self._rule(day)[1])
        store.rescore(connection, {key: one for key, one in scored.items() if one != known[key][1]})

    def _standing(self, connection: Connection, entry_id: UUID) -> PointsLine:
        found = self._line(connection, entry_id)
        if found.state is not PointsState.STANDS:
            raise Refused("points_not_standing")
        return found

    def _line(self, connection: Connection, entry_id: UUID) -> PointsLine:
        found = store.points_line(connection, entry_id)
        if found is None:
            raise Refused("no_such_points")
        return found

    def _team(self, team: TeamMonth, year: list[TeamMonth], end: date) -> TeamMonth:
        """With its manager at the end of the month and the plus points of the year."""
        heads: Mapping[UUID, Any] = self._directory.head_names(month_last(end))
        head = heads.get(team.department_id)
        plus = sum(
            one.plus for one in year if one.department_id == team.department_id and one.month.year == team.month.year
        )
        return replace(team, manager=head.name if head else "", plus_of_year=plus)

    def _rule(self, day: date) -> tuple[Edition, PointsRule]:
        edition = self._rulebook.edition_on(Rule.POINTS, day)
        return edition, read_points(edition.values)


def month_last(end: date) -> date:
    """The last day before `end`, the first day of the next month."""
    return date.fromordinal(end.toordinal() - 1)
