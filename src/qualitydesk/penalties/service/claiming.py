"""What a month's settlement is made of: slips that are final, points, rewards, and what locked months have left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from qualitydesk.penalties.model.decision import Line
from qualitydesk.penalties.model.points import PersonMonth
from qualitydesk.penalties.model.settlement import Cause, Claim, Gate, Older, Settled, SlipClaim
from qualitydesk.penalties.rules.points import month_after
from qualitydesk.penalties.rules.settling import Final, final_day, settleable
from qualitydesk.penalties.store import consequences
from qualitydesk.penalties.store import points as points_store
from qualitydesk.penalties.store import settlements as store
from qualitydesk.rulebook.model import Rule
from qualitydesk.rulebook.rules import read_points
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.storage.database import Connection


class Claiming:
    """Gathers claims; each with what locked months have already moved."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook

    def claims(self, connection: Connection, month: date, gate: Gate) -> tuple[list[Claim], Older]:
        """Every claim up to the end of a month that is not locked, and what lies before the first settled month."""
        settled = store.settled(connection)
        first = min(store.first_month(connection) or month, month)
        until = month_after(month) - timedelta(days=1)
        held: set[str] = set()
        older: dict[UUID, int] = {}
        found: dict[str, Claim] = {}
        for slip in store.slip_claims(connection):
            key = f"slip:{slip.slip_id}:{slip.person_id}"
            final, day = settleable(slip, until), final_day(slip)
            if final is Final.NOT_YET:
                held.add(key)
            elif final is Final.OWED and key not in settled and day is not None and day < first:
                older[slip.slip_id] = older.get(slip.slip_id, 0) + slip.amount
            elif final is Final.OWED or key in settled:
                found[key] = _slip_claim(key, slip, final, day, gate)
        every = (*self._points(connection, first, month), *_fines(connection), *store.reward_claims(connection))
        for claim in every:
            if claim.key in settled or first <= claim.day <= until:
                found[claim.key] = claim
        for key, one in settled.items():  # a payer a reduction left out, a month whose points were all withdrawn
            if key not in found and key not in held:
                found[key] = replace(one.line.claim, owed=0, explanation=one.line.explanation[:1])
        claims = [_with_past(claim, settled) for claim in found.values()]
        return claims, Older(len(older), sum(older.values()))

    def _points(self, connection: Connection, first: date, month: date) -> Iterator[Claim]:
        """An employee's deductions and praise of each month since the first settled one, never netted."""
        for one in points_store.person_months(connection, first, month_after(month)):
            last = month_after(one.month) - timedelta(days=1)
            fen = read_points(self._rulebook.edition_on(Rule.POINTS, last).values).fen_per_point
            if one.minus:
                yield _points_claim(one, Cause.POINTS, one.minus, fen, last)
            if one.plus:
                yield _points_claim(one, Cause.PRAISE, one.plus, fen, last)


def _fines(connection: Connection) -> Iterator[Claim]:
    """Fines for one act on the points scheme that somebody granted; nothing is owed once the act was withdrawn."""
    for row in consequences.fines(connection):
        values = {
            "act_code": f"points.act.{row.act}",
            "act_day": row.day.isoformat(),
            "decided_day": row.decided_on.isoformat(),
        }
        yield Claim(
            key=f"fine:{row.entry_id}",
            cause=Cause.FINE,
            person_id=row.employee_id,
            number=row.number,
            name=row.name,
            institution_id=row.institution_id,
            institution=row.institution,
            source=f"{row.day:%Y-%m-%d}",
            role="employee",
            day=row.decided_on,
            owed=-row.amount if row.granted and row.stands else 0,
            explanation=(Line("settle.why.fine", values),),
        )


def _points_claim(one: PersonMonth, cause: Cause, points: int, fen: int, last: date) -> Claim:
    values = {"month": f"{one.month:%Y-%m}", "points": abs(points), "each_fen": fen, "money_fen": abs(points) * fen}
    return Claim(
        key=f"{cause}:{one.employee_id}:{one.month:%Y-%m}",
        cause=cause,
        person_id=one.employee_id,
        number=one.number,
        name=one.name,
        institution_id=one.institution_id,
        institution=one.institution,
        source=f"{one.month:%Y-%m}",
        role="employee",
        day=last,
        owed=points * fen,
        explanation=(Line(f"settle.why.{cause}", values),),
    )


def _slip_claim(key: str, slip: SlipClaim, final: Final, day: date | None, gate: Gate) -> Claim:
    values = {
        "number": slip.number,
        "name": slip.employee,
        "act_day": slip.act_day.isoformat(),
        **({"rung_code": f"ladder.rung.{slip.rung}"} if slip.rung else {}),
        "role_code": f"role.{slip.role}",
    }
    steps = [Line("settle.why.slip" if slip.rung else "settle.why.case_slip", values)]
    if final is Final.GONE:
        steps.append(Line("settle.why.gone", {"reason": slip.reason}))
    elif day is not None:
        steps.append(Line("settle.why.final", {"final_day": day.isoformat()}))
    notified = gate.edition.notified_on
    if final is Final.OWED and notified is not None and slip.act_day < notified:
        steps.append(Line("settle.why.before_notice", {"notified_day": notified.isoformat()}))
    if slip.left_on is not None:
        steps.append(Line("settle.why.left", {"left_day": slip.left_on.isoformat()}))
    return Claim(
        key=key,
        cause=Cause.SLIP,
        person_id=slip.person_id,
        number=slip.person_number,
        name=slip.person,
        institution_id=slip.institution_id,
        institution=slip.institution,
        source=slip.number,
        role=slip.role,
        day=slip.act_day,
        owed=-slip.amount if final is Final.OWED else 0,
        slip_id=slip.slip_id,
        explanation=tuple(steps),
    )


def _with_past(claim: Claim, settled: Mapping[str, Settled]) -> Claim:
    past = settled.get(claim.key)
    if past is None:
        return claim
    return replace(claim, taken=past.taken, waived=past.waived, before=True)
