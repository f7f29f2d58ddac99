"""The history of a record, in words: read from the audit a page at a time, ids by the names they have today."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from qualitydesk.basics.clock import DEFAULT_ZONE, local
from qualitydesk.basics.records import Kind, RecordLine, Subject
from qualitydesk.directory import store
from qualitydesk.directory.rules.records import Names, ids_in, told, verb_words
from qualitydesk.storage import audit
from qualitydesk.storage.database import Connection, Database


class Records:
    """The one reader behind "history of this record" on every page that offers it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def lines(
        self,
        subject: Subject,
        subject_id: UUID,
        language: str,
        *,
        after: RecordLine | None = None,
        limit: int = 200,
        full: bool = False,
        parts: Sequence[tuple[str, UUID]] = (),
    ) -> list[RecordLine]:
        """A page of what was done with a record, newest first, from behind `after`. `full`: patients unmasked; `parts`:
        (name in the audit, id) of what belongs to the record and is audited apart, told by the same words."""
        with self._database.reading() as connection:
            wanted = [(subject.name, subject_id), *parts]
            found = audit.latest(connection, wanted, after.seq if after else None, limit)
            names = self._names(connection, subject, found)
        return [_line(subject, one, names, language, full=full) for one in found]

    def _names(self, connection: Connection, subject: Subject, found: Sequence[audit.Entry]) -> Names:
        wanted: dict[Kind, set[UUID]] = {}
        for one in found:
            for who in (one.by.decided_by, one.by.entered_by):
                if who is not None:
                    wanted.setdefault(Kind.EMPLOYEE, set()).add(who)
            for kind, row_id in ids_in(subject, one.before, one.after):
                wanted.setdefault(kind, set()).add(row_id)
        group = store.group(connection)
        people = sorted(wanted.get(Kind.EMPLOYEE, ()))
        named = {Kind.EMPLOYEE: store.names_of(connection, people) if people else {}}
        if Kind.INSTITUTION in wanted:
            named[Kind.INSTITUTION] = {one.id: one.name for one in store.institution_rows(connection)}
        if Kind.DEPARTMENT in wanted:
            named[Kind.DEPARTMENT] = {one.id: one.name for one in store.department_rows(connection)}
        if Kind.POST in wanted:
            named[Kind.POST] = {one.id: one.name for one in store.post_rows(connection)}
        return Names(named, group.zone if group is not None else DEFAULT_ZONE)


def _line(subject: Subject, one: audit.Entry, names: Names, language: str, *, full: bool) -> RecordLine:
    decided = names.of(Kind.EMPLOYEE, one.by.decided_by)
    typed = names.of(Kind.EMPLOYEE, one.by.entered_by)
    return RecordLine(
        seq=one.seq,
        at=local(one.at, names.zone),
        what=verb_words(subject, one.verb, language),
        decided=decided or typed,
        typed=typed if typed != decided else "",
        told=told(subject, one.verb, one.before, one.after, names, language, full=full),
        erased=one.erased_at is not None,
    )
