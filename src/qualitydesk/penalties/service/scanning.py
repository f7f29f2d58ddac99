"""Scans of signed papers find their slips, and come to lie there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from qualitydesk.basics.changes import By, Done
from qualitydesk.penalties import store
from qualitydesk.penalties.model import AnswerDraft, AnswerKind, FilePurpose, MatchedBy, ScanMatch, SlipVerb
from qualitydesk.penalties.rules import check_in, next_verbs, number_in
from qualitydesk.penalties.service.answering import Answering
from qualitydesk.penalties.service.writing import Attachments
from qualitydesk.storage.database import Connection


class Scanning(Answering):
    """Matches are proposals: somebody looks at them before anything is recorded."""

    def match_scans(self, files: Attachments) -> tuple[ScanMatch, ...]:
        """For each file the slip it is of: by the code printed on the paper, else by number or check code in its name.

        `sound` False: the code names a slip, but not the paper that was issued.
        """
        from qualitydesk.printing.codes import codes_in  # pictures are loaded with the first scan, not at start

        codes = [codes_in(content) for _name, content in files]
        with self._database.reading() as connection:
            return tuple(
                self._match(connection, name, found) for (name, _content), found in zip(files, codes, strict=True)
            )

    def _match(self, connection: Connection, name: str, codes: Sequence[str]) -> ScanMatch:
        for code in codes:
            slip_id = store.by_number(connection, number_in(code)) if number_in(code) else None
            if slip_id is not None:
                papers = self._papers_of(connection, self._slip(connection, slip_id))
                sound = any(self._papers.paper(one).check == check_in(code) for one in papers)
                return ScanMatch(name, slip_id, MatchedBy.CODE, sound)
        by_name = store.by_number(connection, number_in(name)) if number_in(name) else None
        if by_name is None and (check := check_in(name)):
            by_name = store.by_check(connection, check)
        return ScanMatch(name, by_name, MatchedBy.NAME if by_name else MatchedBy.NOTHING)

    def take_scans(self, slip_id: UUID, files: Attachments, signed_on: date | None, by: By) -> Done[None]:
        """Keep scans of the signed paper; with `signed_on` the slip is signed for, where that is still to be recorded.

        Refused: slip_not_issued, draft, file_too_big.
        """
        with self._database.transaction() as connection:
            slip = self._slip(connection, slip_id)
            if signed_on is None or SlipVerb.ACKNOWLEDGE not in next_verbs(slip.state):
                return self.attach(slip_id, files, by, purpose=FilePurpose.SIGNED)
            draft = AnswerDraft(AnswerKind.ACKNOWLEDGED, signed_on, has_files=True)
            return self.answer(slip_id, slip.revision, draft, by, files=files)
