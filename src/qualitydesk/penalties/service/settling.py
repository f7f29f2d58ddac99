"""The end of a slip: deducted with a month's settlement, and closed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from qualitydesk.basics.changes import By, Done
from qualitydesk.penalties import store
from qualitydesk.penalties.model import Slip, SlipVerb
from qualitydesk.penalties.rules import why_not_closed, why_not_deducted
from qualitydesk.penalties.service.answering import Answering
from qualitydesk.penalties.service.writing import SLIPS, refuse_on
from qualitydesk.storage.database import Connection


class Settling(Answering):
    """What a settlement needs of slips, and what it does to them."""

    def why_not_deducted(self, slip_ids: Sequence[UUID]) -> Mapping[UUID, str]:
        """Of these slips those that cannot be deducted now, each with the code of the reason (`problem.<code>`)."""
        with self._database.reading() as connection:
            found = {one: self._not_deducted(connection, self._slip(connection, one)) for one in slip_ids}
        return {slip_id: code for slip_id, code in found.items() if code}

    def mark_deducted(self, slip_ids: Sequence[UUID], settlement_ref: str, by: By) -> Done[None]:
        """Mark slips as deducted with a settlement; joins the caller's transaction, all or nothing.

        Whoever had not answered by the last day is noted as "not answered" on the way. A slip deducted before, then
        appealed and upheld or reduced, is marked with the new settlement, which owes the difference.
        Refused: not_possible, with the reason.
        """
        with self._database.transaction() as connection:
            now = self._clock.now()
            for slip_id in slip_ids:
                refuse_on(self._not_deducted(connection, self._slip(connection, slip_id)))
                self._note_silence(connection, slip_id, by)
                slip = self._slip(connection, slip_id)
                values = {"settlement_ref": settlement_ref, "deducted_at": now}
                self._move(connection, slip, slip.revision, SlipVerb.DEDUCT, by, "deduct_slip", values=values)
        return Done(None, SLIPS if slip_ids else frozenset())

    def close(self, slip_id: UUID, seen: int, by: By) -> Done[None]:
        """Nothing is left to be done: deducted, or without money and past its appeal. Refused: not_possible, stale."""
        with self._database.transaction() as connection:
            slip = self._slip(connection, slip_id)
            self._allow(connection, slip, SlipVerb.CLOSE, by)
            answer = store.answer(connection, slip_id)
            accepts = answer is not None and answer.accepts
            refuse_on(why_not_closed(slip, self._directory.today(), accepts=accepts))
            self._note_silence(connection, slip_id, by)
            self._move(
                connection, slip, seen, SlipVerb.CLOSE, by, "close_slip", values={"closed_at": self._clock.now()}
            )
        return Done(None, SLIPS)

    def _not_deducted(self, connection: Connection, slip: Slip) -> str:
        answer = store.answer(connection, slip.id)
        accepts = answer is not None and answer.accepts
        return why_not_deducted(slip.state, slip.appeal_last_day, self._directory.today(), accepts=accepts)
