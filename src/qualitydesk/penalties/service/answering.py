"""The paper comes back: signed for, refused before a witness, or never, and with it the scans."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.clock import local_day
from qualitydesk.basics.errors import Refused, refuse_if
from qualitydesk.penalties import store
from qualitydesk.penalties.model import AnswerDraft, AnswerKind, FilePurpose, SlipState
from qualitydesk.penalties.rules import ANSWER_VERBS, is_unanswered, problems_in_answer
from qualitydesk.penalties.service.writing import SLIPS, Attachments, Writing
from qualitydesk.storage.database import Connection, change_row


class Answering(Writing):
    """What the employee did with the paper, as somebody else records it."""

    def answer(self, slip_id: UUID, seen: int, draft: AnswerDraft, by: By, *, files: Attachments = ()) -> Done[None]:
        """Signed for, or refused with reason, witness and proof. Who refused may still sign later.

        Refused: slip_is_…, not_to_decide, draft, file_too_big, stale.
        """
        verb, kept = ANSWER_VERBS[draft.kind], self._keep(files)
        purpose = FilePurpose.SIGNED if draft.kind is AnswerKind.ACKNOWLEDGED else FilePurpose.REFUSAL
        with self._database.transaction() as connection:
            slip = self._slip(connection, slip_id)
            self._allow(connection, slip, verb, by)
            assert slip.issued_at is not None
            refuse_if(
                problems_in_answer(
                    draft,
                    employee_id=slip.employee_id,
                    recorder=by.decided_by,
                    issued_on=local_day(slip.issued_at),
                    today=self._directory.today(),
                )
            )
            refused = draft.kind is AnswerKind.REFUSED
            values = {
                "kind": draft.kind,
                "on": draft.on,
                "accepts": draft.accepts and not refused,
                "reason": draft.reason.strip(),
                "witness_id": draft.witness_id if refused else None,
            }
            told = self._file(connection, slip_id, purpose, kept, by)
            recorded = {"recorded_at": self._clock.now(), "recorded_by": by.decided_by}
            store.put_answer(connection, slip_id, **values, **recorded)
            self._move(connection, slip, seen, verb, by, f"{verb}_slip", told={"answer": values, "files": told})
        return Done(None, SLIPS)

    def attach(
        self, slip_id: UUID, files: Attachments, by: By, *, purpose: FilePurpose = FilePurpose.OTHER
    ) -> Done[None]:
        """Keep files with an issued slip, whatever its state. Refused: slip_not_issued, file_too_big."""
        kept = self._keep(files)
        with self._database.transaction() as connection:
            slip = self._slip(connection, slip_id)
            if slip.paper_id is None:
                raise Refused("slip_not_issued", number=slip.number or "")
            told = self._file(connection, slip_id, purpose, kept, by)
            self._audit(connection, by, "attach_to_slip", slip, {"purpose": purpose, "files": told})
        return Done(None, SLIPS)

    def note_unanswered(self, by: By, slip_ids: Sequence[UUID] | None = None) -> Done[tuple[UUID, ...]]:
        """Put on record that the last day went by in silence: of these slips, or of all that are silent.

        Silence is kept as "not answered", never as signed for; the slip stays as it is and may still be answered.
        The settlement of a month notes it by itself for what it deducts. Gives the slips noted.
        """
        with self._database.transaction() as connection:
            today = self._directory.today()
            silent = store.silent(connection, today)
            wanted = tuple(one for one in silent if slip_ids is None or one in slip_ids)
            for slip_id in wanted:
                self._note_silence(connection, slip_id, by)
        return Done(wanted, SLIPS if wanted else frozenset())

    def _note_silence(self, connection: Connection, slip_id: UUID, by: By) -> None:
        slip, today = self._slip(connection, slip_id), self._directory.today()
        if slip.unanswered_on is not None or not is_unanswered(slip.state, slip.appeal_last_day, today):
            return
        change_row(connection, store.slips, slip_id, unanswered_on=today)
        after = {"unanswered_on": today, "appeal_last_day": slip.appeal_last_day, "state": SlipState.ISSUED}
        self._audit(connection, by, "note_unanswered", slip, after)
