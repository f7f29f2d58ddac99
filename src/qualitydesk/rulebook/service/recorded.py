"""What the audit keeps about editions: who decided on one and why, by which document it was adopted, what was called
back before its day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from qualitydesk.rulebook.model import Edition
from qualitydesk.rulebook.model.shapes import CalledBack, EditionNote, RuleLine
from qualitydesk.storage import audit
from qualitydesk.storage.database import Connection

ADOPTION = "record_adoption"
CALL_BACK = "call_back_edition"


def told(edition: Edition) -> dict[str, object]:
    """An edition as the audit keeps it."""
    return {
        "rule": edition.rule,
        "number": edition.number,
        "effective_from": edition.effective_from,
        "values": edition.values,
        "texts": edition.texts,
    }


def line_of(connection: Connection, rule: str, editions: Sequence[Edition]) -> RuleLine:
    """A rule with what is on record about its editions."""
    notes = {edition.id: _note(connection, edition) for edition in editions}
    return RuleLine(rule, tuple(editions), notes, gone(connection, rule))


def gone(connection: Connection, rule: str) -> tuple[CalledBack, ...]:
    """The editions of a rule that were called back, oldest first."""
    found: list[CalledBack] = []
    for entry in audit.history(connection, "rule", rule):
        if entry.verb == CALL_BACK and entry.before is not None:
            reason = str((entry.after or {}).get("reason", ""))
            day = date.fromisoformat(str(entry.before["effective_from"]))
            found.append(CalledBack(int(entry.before["number"]), day, reason, entry.by.decided_by))
    return tuple(found)


def _note(connection: Connection, edition: Edition) -> EditionNote:
    note = EditionNote()
    for entry in audit.history(connection, "rule", edition.id):
        if entry.verb == ADOPTION:
            note = replace(note, document=str((entry.after or {}).get("document", "")))
        else:
            reason = str((entry.after or {}).get("reason", ""))
            note = replace(note, decided_by=entry.by.decided_by, entered_by=entry.by.entered_by, reason=reason)
    return note
