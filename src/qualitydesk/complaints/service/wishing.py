"""A wish that has become a complaint: told in its timeline inside the transaction that opens the case."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from qualitydesk.basics.changes import By
from qualitydesk.basics.errors import Refused
from qualitydesk.complaints.model.wishes import WishState, WishVerb
from qualitydesk.complaints.rules.wishes import may_wish
from qualitydesk.complaints.store import entries
from qualitydesk.complaints.store import wish_rows as rows
from qualitydesk.complaints.store.request_tables import wish_events, wishes
from qualitydesk.storage import audit
from qualitydesk.storage.database import Connection, update_row


def wish_has_become(connection: Connection, wish_id: UUID, case_id: UUID, number: str, now: datetime, by: By) -> None:
    """Its state and link. Refused: no_such_wish, wish_is_<state> (another was quicker)."""
    found = rows.wish(connection, wish_id)
    if found is None:
        raise Refused("no_such_wish")
    line = found[0]
    if not may_wish(line.state, WishVerb.CASE, line.kind):
        raise Refused(f"wish_is_{line.state}", number=line.number)
    update_row(connection, wishes, wish_id, line.revision, state=WishState.CASE, case_id=case_id)
    told = {"number": number}
    entries.add_entry(
        connection, wish_events, wish_id, at=now, verb=WishVerb.CASE, words="", details=told,
        decided_by=by.decided_by, entered_by=by.entered_by,
    )  # fmt: skip
    after = {"state": WishState.CASE, "case_id": case_id}
    audit.record(connection, by, now, "wish_case", "wish", wish_id, {"state": line.state}, after)
