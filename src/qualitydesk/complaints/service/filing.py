"""Files, notes and talks: what is added to a case without changing what stands there."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from uuid import UUID

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.errors import Problem, Refused, refuse_if
from qualitydesk.basics.ids import new_id
from qualitydesk.complaints.model import CasePage, CaseVerb, ContactDraft, NoteKind
from qualitydesk.complaints.rules.drafts import problems_in_contact
from qualitydesk.complaints.service.writing import CASES, Writing, reasoned
from qualitydesk.complaints.store import rows, tables
from qualitydesk.storage import audit
from qualitydesk.storage.database import Connection, insert_row, update_row

LARGEST = 20 * 2**20  # bytes of one attachment


class Filing(Writing):
    """Added at any time, also after all steps are done."""

    def attach(self, case_id: UUID, path: Path, by: By) -> Done[UUID]:
        """Keep a file with a case. Refused: file_unreadable, file_too_big, case_is_merged."""
        try:
            size = path.stat().st_size
            if size > LARGEST:
                raise Refused("file_too_big", name=path.name, most=LARGEST // 2**20)
            content = path.read_bytes()
        except OSError as error:
            raise Refused("file_unreadable", name=path.name) from error
        return self.attach_bytes(case_id, path.name, content, by)

    def attach_bytes(self, case_id: UUID, name: str, content: bytes, by: By) -> Done[UUID]:
        """Keep what was already read, or pasted. Refused: file_too_big, case_is_merged."""
        if len(content) > LARGEST:
            raise Refused("file_too_big", name=name, most=LARGEST // 2**20)
        kept = self._files.put(content)
        made: list[UUID] = []

        def judge(connection: Connection, _page: CasePage) -> Mapping[str, Any]:
            made.append(self._file_row(connection, case_id, name, kept, len(content), by))
            return {}

        done = self._change(case_id, None, CaseVerb.ATTACH, by, judge, words=name, details={"sha256": kept})
        return Done(made[0], done.touched)

    def unmask(self, case_id: UUID, reason: str, by: By) -> Done[CasePage]:
        """Give a case with names and telephones in full to a screen; who looked, when and why is logged.

        Refused: draft, no_such_case.
        """
        words = reasoned(reason)
        with self._database.transaction() as connection:
            found = self._found(connection, case_id)
            audit.record(connection, by, self._clock.now(), "unmask", "case", case_id, None, {"reason": words})
        return Done(found)

    def tell_paper(self, case_id: UUID, kind: str, number: str, paper_id: UUID, by: By, *, copy: bool = False) -> None:
        """A paper of the case was issued, or once more as a copy: an entry of the timeline, also of a merged case."""
        with self._database.transaction() as connection:
            page = self._found(connection, case_id)
            told = {"paper": paper_id, "paper_kind": kind, "paper_number": number, "copy": copy}
            self._tell(connection, case_id, CaseVerb.PAPER, by, page.course.step, details=told)

    def _keep_file(self, connection: Connection, case_id: UUID, name: str, sha256: str, size: int, by: By) -> None:
        self._file_row(connection, case_id, name, sha256, size, by)
        self._tell(connection, case_id, CaseVerb.ATTACH, by, None, words=name, details={"sha256": sha256})

    def _file_row(self, connection: Connection, case_id: UUID, name: str, sha256: str, size: int, by: By) -> UUID:
        file_id = new_id()
        values = {"name": name, "sha256": sha256, "size": size, "added_at": self._clock.now()}
        insert_row(connection, tables.case_files, id=file_id, case_id=case_id, added_by=by.decided_by, **values)
        return file_id

    def record_contact(self, case_id: UUID, draft: ContactDraft, by: By) -> Done[UUID]:
        """A talk with the complainant; the earliest counts as the first contact. Refused: draft."""
        contact_id = new_id()

        def judge(connection: Connection, page: CasePage) -> Mapping[str, Any]:
            refuse_if(problems_in_contact(draft, page.line.received_at, self._clock.now()))
            values = {"at": self._at(draft.at), "channel": draft.channel, "words": draft.words.strip()}
            insert_row(connection, tables.case_contacts, id=contact_id, case_id=case_id, by=by.decided_by, **values)
            return {}

        told = {"at": self._at(draft.at), "channel": draft.channel}
        done = self._change(case_id, None, CaseVerb.CONTACT, by, judge, words=draft.words, details=told)
        return Done(contact_id, done.touched)

    def save_note(
        self, case_id: UUID, kind: NoteKind, words: str, by: By, *, note_id: UUID | None = None, seen: int = 0
    ) -> Done[tuple[UUID, int]]:
        """A new note, or one of one's own written on (autosave): gives its id and revision.

        Only a new note stands in the timeline. Refused: words_missing, note_of_another, stale.
        """
        if note_id is not None:
            return self._write_on(case_id, note_id, seen, words, by)
        if not words.strip():
            raise Refused("words_missing")
        fresh = new_id()

        def judge(connection: Connection, _page: CasePage) -> Mapping[str, Any]:
            now = self._clock.now()
            values = {"kind": kind, "words": words.strip(), "written_at": now, "changed_at": now, "revision": 1}
            insert_row(connection, tables.case_notes, id=fresh, case_id=case_id, by=by.decided_by, **values)
            return {}

        done = self._change(case_id, None, CaseVerb.NOTE, by, judge, details={"kind": kind})
        return Done((fresh, 1), done.touched)

    def _write_on(self, case_id: UUID, note_id: UUID, seen: int, words: str, by: By) -> Done[tuple[UUID, int]]:
        with self._database.transaction() as connection:
            page = self._found(connection, case_id)
            self._allow(page, done_too=True)
            row = rows.one_row(connection, "case_notes", note_id)
            if row is None or row.case_id != case_id:
                raise Refused("no_such_note")
            if row.by != by.decided_by:
                raise Refused("not_to_decide", problems=(Problem("decided_by", "note_of_another"),))
            now = self._clock.now()
            revision = update_row(connection, tables.case_notes, note_id, seen, words=words.strip(), changed_at=now)
            before, after = {"words": row.words}, {"words": words.strip()}
            audit.record(connection, by, now, "change_note", "case_note", note_id, before, after)
            self._settle(connection, case_id, by)
        return Done((note_id, revision), CASES)
