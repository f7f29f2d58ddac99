"""What is proposed to people and waits for somebody's decision: from issued slips and from the points of a month."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from qualitydesk.basics.clock import Clock
from qualitydesk.directory.service import Directory
from qualitydesk.penalties.model.points import Consequence, Tally, TeamMonth
from qualitydesk.penalties.store import consequences as store
from qualitydesk.rulebook.model import Rule
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.storage.database import Connection, Database

MONTHS_BACK = 3
"""Of points the present month and so many before it are looked through for what nobody has decided on."""


class Pending:
    """Proposals with their decisions. Light, since the first page asks it: `Consequences` adds the verb."""

    def __init__(self, database: Database, clock: Clock, directory: Directory, rulebook: Rulebook) -> None:
        self._database = database
        self._clock = clock
        self._directory = directory
        self._rulebook = rulebook

    def undecided(self) -> list[Consequence]:
        """Everything nobody has decided on, slips first, each the oldest first."""
        from qualitydesk.penalties.rules.points import month_before  # not for the start

        with self._database.reading() as connection:
            found = store.on_slips(connection, undecided=True)
            month = self._directory.today().replace(day=1)
            months = [month]
            while len(months) <= MONTHS_BACK:
                months.append(month_before(months[-1]))
            for one in reversed(months):
                found += [each for each in self.of_month(connection, one) if each.decided is None]
            return found

    def of_slip(self, connection: Connection, slip_id: UUID) -> Consequence | None:
        """What an issued slip that stands proposes, with its decision."""
        return next(iter(store.on_slips(connection, slip_id)), None)

    def of_month(self, connection: Connection, month: date, institution_id: UUID | None = None) -> list[Consequence]:
        """What follows from the points of a month, with the decisions."""
        from qualitydesk.penalties.rules import points as rules  # not for the start, as all here
        from qualitydesk.penalties.store import points
        from qualitydesk.rulebook.rules import read_points

        end = rules.month_after(month)
        last = end - timedelta(days=1)
        rule = read_points(self._rulebook.edition_on(Rule.POINTS, last).values)
        people = points.person_months(connection, month, end, institution_id=institution_id)
        follows = rules.consequences_of_people(
            [Tally(one.employee_id, one.name, one.month, one.minus, one.institution) for one in people], rule
        )
        teams = points.team_months(connection, month, end, institution_id=institution_id)
        for team in [one for one in teams if -one.minus >= rule.team_limit]:
            since = date(month.year - 2, 1, 1)
            months = points.team_months(connection, since, end, institution_id=team.institution_id)
            mine = [_tally(one) for one in months if one.department_id == team.department_id]
            follows += rules.consequences_of_team(mine, month, self._manager(team, last), rule)
        rows = [row.code for row in rule.rows.values() if row.fine or row.second_dismissal]
        known = {one.employee_id for one in people}
        acts = [one for one in points.integrity_acts(connection, rows, month, end) if one.employee_id in known]
        return store.decided(connection, [*follows, *rules.consequences_of_integrity(acts, rule)])

    def _manager(self, team: TeamMonth, day: date) -> str:
        head = self._directory.head_names(day).get(team.department_id)
        return head.name if head else ""


def _tally(one: TeamMonth) -> Tally:
    return Tally(one.department_id, one.department, one.month, one.minus, one.institution)
