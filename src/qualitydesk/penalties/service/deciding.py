"""Somebody decides on what is proposed to people: observation, dismissal, what follows from points."""

from __future__ import annotations

from datetime import date
from uuid import NAMESPACE_OID, UUID, uuid5

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.errors import Problem, Refused, refuse_if
from qualitydesk.penalties import store as slip_store
from qualitydesk.penalties.model.points import Consequence, VerdictDraft
from qualitydesk.penalties.model.slip import Approvers, SlipState
from qualitydesk.penalties.rules.consequences import barred_from_deciding, problems_in_verdict
from qualitydesk.penalties.rules.points import month_after
from qualitydesk.penalties.service.pending import Pending
from qualitydesk.penalties.store import consequences as store
from qualitydesk.rulebook.model import Rule
from qualitydesk.rulebook.rules import read_approval
from qualitydesk.storage import audit
from qualitydesk.storage.database import Connection

_TOUCHED = frozenset({Change.SLIPS, Change.POINTS, Change.SETTLEMENTS})


class Consequences(Pending):
    """Decisions on proposals. What was decided may be decided anew: the audit keeps both."""

    def deciders(self, one: Consequence, day: date | None = None) -> tuple[Approvers, dict[UUID, Problem]]:
        """Who decides on a day by the rule on who approves, and who of them may not on this one."""
        with self._database.reading() as connection:
            day = day or self._directory.today()
            codes = read_approval(self._rulebook.edition_on(Rule.APPROVAL, day).values).posts
            names = {post.code: post.name for post in self._directory.posts()}
            people = tuple(who for who in self._directory.people(day=day) if who.post_code in codes)
            barred = {who.id: self._barred(connection, one, who.id) for who in people}
            allowed = Approvers(tuple(names.get(code, code) for code in codes), people)
            return allowed, {key: problem for key, problem in barred.items() if problem is not None}

    def today(self) -> date:
        """The calendar day in the group's zone."""
        return self._directory.today()

    def decide(self, one: Consequence, draft: VerdictDraft, by: By) -> Done[None]:
        """Yes or no, with who decided, the day and the reason.

        Refused: draft, not_to_decide, consequence_gone (the slip was withdrawn, the points no longer reach it),
        consequence_appeal_waits (nothing is decided while an appeal is heard).
        """
        with self._database.transaction() as connection:
            found = self._current(connection, one)
            refuse_if(problems_in_verdict(draft, since=found.since, today=self._directory.today()))
            assert draft.decided_by is not None and draft.on is not None and draft.granted is not None
            self._allow(connection, found, draft)
            now, decider = self._clock.now(), By(draft.decided_by, by.entered_by)
            values = {"granted": draft.granted, "decided_on": draft.on, "reason": draft.reason.strip()}
            store.put(
                connection, found, **values, decided_by=draft.decided_by, entered_by=by.entered_by, entered_at=now
            )
            was = found.decided
            before = {"granted": was.granted, "decided_on": was.on, "reason": was.reason} if was else None
            subject, about = (
                ("slip", found.slip_id) if found.slip_id else ("consequence", uuid5(NAMESPACE_OID, one.key))
            )
            assert about is not None
            after = {"consequence": found.kind, **values}
            audit.record(connection, decider, now, "decide_consequence", subject, about, before, after)
        return Done(None, _TOUCHED)

    def _current(self, connection: Connection, one: Consequence) -> Consequence:
        """The proposal as it stands now. Refused: consequence_gone."""
        found: list[Consequence] = []
        if one.slip_id is not None:
            found = store.on_slips(connection, one.slip_id)
        elif one.month is not None:
            found = self.of_month(connection, one.month)
        now = next((each for each in found if each.key == one.key), None)
        if now is None:
            raise Refused("consequence_gone", name=one.name)
        return now

    def _allow(self, connection: Connection, one: Consequence, draft: VerdictDraft) -> None:
        if one.slip_id is not None:
            slip = slip_store.slip(connection, one.slip_id)
            if slip is not None and slip.state is SlipState.APPEALED:
                raise Refused("consequence_appeal_waits", number=slip.number or "")
        allowed, barred = self.deciders(one, draft.on)
        assert draft.decided_by is not None and draft.on is not None
        if draft.decided_by not in {who.id for who in allowed.people}:
            posts = {"posts": " / ".join(allowed.posts), "day": draft.on.isoformat()}
            raise Refused("not_to_decide", problems=(Problem("decided_by", "not_to_approve", posts),))
        if draft.decided_by in barred:
            raise Refused("not_to_decide", problems=(barred[draft.decided_by],))

    def _barred(self, connection: Connection, one: Consequence, who: UUID) -> Problem | None:
        drafted_by: UUID | None = None
        if one.slip_id is not None:
            slip = slip_store.slip(connection, one.slip_id)
            drafted_by = slip.drafted_by if slip is not None else None
        hit = {one.subject_id}
        if one.month is not None:  # of a team it is its manager who would lose something
            last = date.fromordinal(month_after(one.month).toordinal() - 1)
            head = self._directory.head_names(last).get(one.subject_id)
            hit |= {head.id} if head else set()
        return barred_from_deciding(who, employees=hit, drafted_by=drafted_by)
