"""What every verb of a slip does: it is allowed, written, audited, and its files are kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from qualitydesk.basics.changes import By, Change
from qualitydesk.basics.errors import Problem, Refused
from qualitydesk.basics.ids import new_id
from qualitydesk.complaints.model import HandlingDraft, HandlingRole
from qualitydesk.penalties import store
from qualitydesk.penalties.model import FilePurpose, Slip, SlipState, SlipVerb
from qualitydesk.penalties.rules import STEPS, Parties, may, parties_of, state_after
from qualitydesk.penalties.service.checking import Checking
from qualitydesk.penalties.service.on_papers import OnPapers
from qualitydesk.penalties.service.outlook import OnPeople
from qualitydesk.rulebook.model import Party, Role
from qualitydesk.storage import audit
from qualitydesk.storage.database import Connection, insert_row, update_row

SLIPS = frozenset({Change.SLIPS})
LARGEST = 20 * 2**20  # bytes of one file
_ROLES = {
    Role.EMPLOYEE: HandlingRole.RESPONSIBLE,
    Role.SUPERIOR: HandlingRole.SUPERIOR,
    Role.HEAD: HandlingRole.HEAD,
}
Attachments = Sequence[tuple[str, bytes]]
"""Names and contents, read already."""


class Writing(Checking, OnPeople, OnPapers):
    """The verbs' common ground, over every question: verbs stand beside each other and not upon each other."""

    def _allow(self, connection: Connection, slip: Slip, verb: SlipVerb, by: By, day: date | None = None) -> None:
        """Refuse a step the slip's state, or the rule on approval of `day` (default today), forbids."""
        self._allow_step(slip.state, verb, by, parties_of(slip, store.payers(connection, slip.id)), day)

    def _allow_to_propose(self, employee_id: UUID, by: By) -> None:
        """The same for a slip that is none yet."""
        self._allow_step(SlipState.DRAFT, SlipVerb.PROPOSE, by, {Party.EMPLOYEE: (employee_id,)})

    def _allow_step(self, state: SlipState, verb: SlipVerb, by: By, parties: Parties, day: date | None = None) -> None:
        day = day or self._directory.today()
        rule = self.approval_rule(day)
        problem = may(state, verb, decided_by=by.decided_by, parties=parties, rule=rule)
        if problem is not None and problem.code == "slip_state":
            raise Refused(f"slip_is_{state}")
        act = STEPS[verb].act
        if problem is None and act is not None:
            problem = self._lacks_post(rule.posts_of.get(act, ()), by.decided_by, day)
        if problem is not None:
            raise Refused("not_to_decide", problems=(problem,))

    def _lacks_post(self, posts: Sequence[str], who: UUID | None, day: date) -> Problem | None:
        """Why somebody may not do what is kept to some posts; none named: anybody may."""
        if not posts:
            return None
        person = self._directory.person(who, day) if who is not None else None
        if person is not None and person.post_code in posts:
            return None
        values = {"posts": " / ".join(self._post_names(posts)), "day": day.isoformat()}
        return Problem("decided_by", "not_to_act", values)

    def _move(
        self,
        connection: Connection,
        slip: Slip,
        seen: int,
        verb: SlipVerb,
        by: By,
        words: str,
        *,
        values: Mapping[str, Any] | None = None,
        told: Mapping[str, Any] | None = None,
    ) -> None:
        """One step of the table, with its moment; audited as the verb `words` with `values` and what else is `told`."""
        written = {"state": state_after(verb), "state_since": self._clock.now(), **(values or {})}
        update_row(connection, store.slips, slip.id, seen, **written)
        self._audit(connection, by, words, slip, {"state": written["state"], **(values or {}), **(told or {})})

    def _audit(self, connection: Connection, by: By, verb: str, slip: Slip, after: Mapping[str, Any]) -> None:
        before = {"state": slip.state}
        audit.record(connection, by, self._clock.now(), verb, "slip", slip.id, before, dict(after))

    def _handle(self, slip: Slip, amounts: Sequence[int], by: By) -> frozenset[Change]:
        """The decided slip comes back to its case: one row for each who pays, with the sums of `amounts` in fen."""
        if slip.case_id is None:
            return frozenset()
        rows = [
            HandlingDraft(
                employee_id=payment.person_id,
                role=_ROLES[payment.role],
                sanction=payment.sanction.value,
                amount=fen,
                slip_id=slip.id,
                slip_number=slip.number or "",
            )
            for payment, fen in zip(slip.decision.payments, amounts, strict=True)
        ]
        return self._complaints.record_handling(slip.case_id, rows, by).touched

    def _handled_anew(self, slip: Slip, amounts: Sequence[int] | None, reason: str, by: By) -> frozenset[Change]:
        """What stood on the case by this slip goes, and stands there anew with other sums; None: it is gone."""
        if slip.case_id is None:
            return frozenset()
        touched = self._complaints.withdraw_handling(slip.id, reason, by).touched
        return touched if amounts is None else touched | self._handle(slip, amounts, by)

    def _keep(self, files: Attachments) -> list[tuple[str, str, int]]:
        """Files as name, hash, size, kept before the transaction begins. Refused: file_too_big, disk_full."""
        for name, content in files:
            if len(content) > LARGEST:
                raise Refused("file_too_big", name=name, most=LARGEST // 2**20)
        return [(name, self._files.put(content), len(content)) for name, content in files]

    def _file(
        self,
        connection: Connection,
        slip_id: UUID,
        purpose: FilePurpose,
        kept: Sequence[tuple[str, str, int]],
        by: By,
    ) -> list[dict[str, str]]:
        """The rows of kept files; gives what the audit tells of them. The same content on a slip stands there once."""
        now = self._clock.now()
        known = {one.sha256 for one in store.files(connection, slip_id)}
        for name, sha256, size in kept:
            if sha256 in known:
                continue
            known.add(sha256)
            row = {"id": new_id(), "slip_id": slip_id, "purpose": purpose, "name": name, "sha256": sha256}
            insert_row(connection, store.slip_files, **row, size=size, added_at=now, added_by=by.decided_by)
        return [{"name": name, "sha256": sha256} for name, sha256, _size in kept]


def waits_for_correction(slip: Slip, now: datetime) -> dict[str, Any]:
    """What is written on a slip whose sums change or that goes: a notice that told of it must be put right."""
    if slip.notice_paper_id is None:
        return {}
    return {"correction_since": slip.correction_since or now}


def refuse_on(code: str) -> None:
    """Refuse when a rule gave the code of a reason; "" refuses nothing."""
    if code:
        raise Refused("not_possible", problems=(Problem("state", code),))
