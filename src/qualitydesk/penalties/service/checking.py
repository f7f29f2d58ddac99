"""Before a slip is issued: what speaks against it, and how similar slips were decided. Nothing here writes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import local_day
from qualitydesk.penalties import store
from qualitydesk.penalties.model import ActDraft, ActSource, Approvers, Slip
from qualitydesk.penalties.model.fairness import Cap, FairFacts, Fairness, Similar, Trace
from qualitydesk.penalties.rules import NEAR
from qualitydesk.penalties.rules.fairness import LAST, topics, weigh_fairness
from qualitydesk.penalties.rules.settling import deductible
from qualitydesk.penalties.rules.slips import barred
from qualitydesk.penalties.service.on_acts import OnActs
from qualitydesk.penalties.store import acknowledgements as signature_store
from qualitydesk.penalties.store import fairness as fair_store
from qualitydesk.penalties.store import points as points_store
from qualitydesk.rulebook.model import Rule, SlipAct
from qualitydesk.rulebook.model.rewarding import FineIs
from qualitydesk.rulebook.rules import ladder_edition
from qualitydesk.rulebook.rules.rewarding import read_settlement
from qualitydesk.storage.database import Connection

FAR_BACK = 2000
"""Of the newest slips of the group similar ones are looked for among so many [ours]."""
_ALL = 10**12  # fen, more than anybody owes


class Checking(OnActs):
    """Questions asked before a slip is issued."""

    def approvers_of(self, slip_ids: Sequence[UUID]) -> Approvers:
        """Who may approve at least one of these slips today, and how many of them: as of now, the verb asks anew."""
        with self._database.reading() as connection:
            allowed, rule = self.approvers(), self.approval_rule()
            parts = store.parts(connection, slip_ids).values()
            counts = {
                who.id: sum(barred(SlipAct.APPROVE, who.id, mine, rule) is None for mine in parts)
                for who in allowed.people
            }
            people = tuple(who for who in allowed.people if counts[who.id])
            return replace(allowed, people=people, counts={who.id: counts[who.id] for who in people})

    def fairness(self, slip_id: UUID, by: By) -> Fairness:
        """What speaks against `by` issuing this slip today, and the last twelve similar ones."""
        return self.fairness_of([slip_id], by)[slip_id]

    def fairness_of(self, slip_ids: Sequence[UUID], by: By) -> dict[UUID, Fairness]:
        """The same for many; the slips of the group are read through once for all of them."""
        with self._database.reading() as connection:
            mine = fair_store.traces(connection, slip_ids)
            similar = self._similar(connection, mine)
            return {
                slip_id: weigh_fairness(self._fair_facts(connection, mine[slip_id].slip, similar[slip_id], by))
                for slip_id in slip_ids
                if slip_id in mine
            }

    def _similar(self, connection: Connection, wanted: Mapping[UUID, Trace]) -> dict[UUID, list[Similar]]:
        """For each the newest others about the same; reading stops when each has twelve."""
        groups = {item.code: str(item.group) for pack in self._standards.all_packs() for item in pack.items}
        about = {slip_id: topics(trace, groups) for slip_id, trace in wanted.items()}
        found: dict[UUID, list[Similar]] = {slip_id: [] for slip_id in wanted}
        waiting = set(wanted)
        for other in fair_store.newest(connection, FAR_BACK):
            same = topics(other, groups)
            for slip_id in [one for one in waiting if one != other.slip.id and about[one] & same]:
                found[slip_id].append(other.slip)
                if len(found[slip_id]) == LAST:
                    waiting.discard(slip_id)
            if not waiting:
                break
        return found

    def _fair_facts(self, connection: Connection, shown: Similar, similar: Sequence[Similar], by: By) -> FairFacts:
        slip = self._slip(connection, shown.id)
        rule, today = self.rule(slip.decision), self._directory.today()
        edition = self._rulebook.edition_on(Rule.LADDER, today) if slip.case_id is not None else rule
        act, near = slip.decision.act, timedelta(days=NEAR)
        signed = signature_store.signed_on(connection, slip.employee_id, rule.id)
        done = points_store.day_acts(connection, slip.employee_id, slip.act_day)
        return FairFacts(
            slip=shown,
            today=today,
            look_back_months=ladder_edition(edition).ladder.counting.look_back_months,
            issuer=self._parts(connection, slip, by),
            near=tuple(
                one
                for one in fair_store.near(connection, slip.employee_id, slip.act_day - near, slip.act_day + near)
                if one.slip_id != slip.id
            ),
            why_other=act.other if act is not None else slip.decision.choice.other_act,
            points=sum(1 for _act, scored in done.values() if scored.points < 0),
            caps=self._caps(connection, slip),
            similar=tuple(similar),
            acknowledged=signed is not None and signed <= slip.act_day,
            signed_on=signed,
            rule={language: texts["title"] for language, texts in rule.texts.items()},
            edition=rule.number,
        )

    def _parts(self, connection: Connection, slip: Slip, by: By) -> tuple[str, ...]:
        """What the one who issues has done in it before, in codes: found or reported it, drafted it, approved it."""
        if by.decided_by is None:
            return ()
        act = slip.decision.act
        told = False
        if act is not None and act.source is ActSource.REPORTED:  # kept as the words of that day alone
            reported = ActDraft(source=ActSource.REPORTED, reported_by=by.decided_by)
            told = self._told_by(reported, local_day(act.at), by) == act.told_by
        elif act is not None:
            told = slip.drafted_by == by.decided_by
        parts = {
            "reporter": told or by.decided_by in fair_store.found_by(connection, slip),
            "drafter": slip.drafted_by == by.decided_by,
            "decider": slip.approved_by == by.decided_by,
        }
        return tuple(part for part, had in parts.items() if had)

    def _caps(self, connection: Connection, slip: Slip) -> tuple[Cap, ...]:
        """What each payer would owe beside the most a month may take: only of whom a wage was typed in."""
        rule = read_settlement(self._rulebook.edition_on(Rule.SETTLEMENT, self._directory.today()).values)
        if rule.fine_is is FineIs.POINTS:
            return ()
        amounts = store.amounts(connection, slip.id)
        payers = [(one, fen) for one, fen in zip(slip.decision.payments, amounts, strict=True) if fen]
        wages = fair_store.last_wages(connection, [one.person_id for one, _fen in payers])
        others = fair_store.open_payments(connection, wages, slip.id) if wages else {}
        return tuple(
            Cap(
                name=one.name,
                month=wages[one.person_id][0],
                percent=rule.cap_percent,
                limit=deductible(_ALL, wages[one.person_id][1], rule),
                mine=fen,
                others=others.get(one.person_id, 0),
            )
            for one, fen in payers
            if one.person_id in wages
        )
