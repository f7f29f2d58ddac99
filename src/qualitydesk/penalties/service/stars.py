"""What a month says of every employee for the Service Star: scores, praise, offences, slips, points."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from fractions import Fraction
from uuid import UUID

from qualitydesk.directory.model import EmployeeFilter
from qualitydesk.directory.service import Directory
from qualitydesk.inspections.model import RoundFilter, RoundState, Standing
from qualitydesk.inspections.service import Rounds
from qualitydesk.penalties.model.rewards import StarFacts, StarPlace
from qualitydesk.penalties.rules.points import month_after
from qualitydesk.penalties.rules.rewards import ranked
from qualitydesk.penalties.store import points as store
from qualitydesk.storage.database import Database

_PRAISE = "praise"


class Stars:
    """Reads the month's finished rounds, slips and points."""

    def __init__(self, database: Database, directory: Directory, rounds: Rounds) -> None:
        self._database = database
        self._directory = directory
        self._rounds = rounds

    def ranked(self, month: date, institution_id: UUID | None) -> tuple[StarPlace, ...]:
        """Everybody on the staff at the end of the month who was inspected or praised, the best first."""
        end = month_after(month)
        last = end - timedelta(days=1)
        with self._database.reading() as connection:
            shares, items, offences = self._seen(month, last)
            praise = store.praised(connection, _PRAISE, month, end)
            slips = store.slips_in(connection, month, end)
            minus = {one.employee_id: one.minus for one in store.person_months(connection, month, end)}
            people = self._directory.people(EmployeeFilter(institution_id=institution_id), day=last)
        return ranked(
            StarFacts(
                employee_id=one.id,
                number=one.number,
                name=one.name,
                institution_id=one.institution_id,
                institution=one.institution,
                department=one.department,
                shares=tuple(shares.get(one.id, ())),
                items=items[one.id],
                praise=praise.get(one.id, 0),
                offences=offences[one.id],
                points=minus.get(one.id, 0),
                slips=slips.get(one.id, 0),
            )
            for one in people
            if one.id in shares or one.id in praise
        )

    def _seen(
        self, first: date, last: date
    ) -> tuple[dict[UUID, list[tuple[str, Fraction]]], Counter[UUID], Counter[UUID]]:
        """By employee: the scores of each round, how many items stand behind them, the findings that count."""
        shares: dict[UUID, list[tuple[str, Fraction]]] = {}
        items: Counter[UUID] = Counter()
        offences: Counter[UUID] = Counter()
        wanted = RoundFilter(state=RoundState.FINISHED, first=first, last=last)
        for line in reversed(self._rounds.lines(wanted, limit=10_000)):
            result = self._rounds.result(line.id)
            for one in result.stops:
                share, who = one.score.share, one.stop.employee_id
                if who is not None and share is not None:
                    shares.setdefault(who, []).append((line.number, share))
                    items[who] += one.score.answered
            offences.update(
                one.employee_id
                for one in result.findings
                if one.employee_id is not None and one.standing is Standing.COUNTS
            )
        return shares, items, offences
