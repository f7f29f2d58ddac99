"""What is asked of penalties about the papers of slips: previews, copies, explanations, many as one. Nothing writes."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from qualitydesk.basics.clock import local_day
from qualitydesk.basics.errors import Refused
from qualitydesk.papers.model import Withdrawal
from qualitydesk.papers.service.archive import Told
from qualitydesk.penalties import store
from qualitydesk.penalties.model import TOLD, Slip
from qualitydesk.penalties.service.on_acts import OnActs
from qualitydesk.printing.pages import join
from qualitydesk.storage.database import Connection

SLIP_FORM = "penalty_slip"


class OnPapers(OnActs):
    """Questions about a slip's own paper, its explanation, and that of its appeal."""

    def preview(self, slip_id: UUID, language: str) -> bytes:
        """The slip as PDF: the archived paper once issued, its explanation behind it where there is one; a marked draft
        before; marked when it was withdrawn."""
        with self._database.reading():
            view = self.slip(slip_id)
            gone = _withdrawal(view.slip)
            papers = _own_papers(view.slip)
            if gone is not None and papers:
                return _as_one([self._papers.marked(paper, gone) for paper in papers])
            if papers:
                return _as_one([self._papers.original(paper) for paper in papers])
            fields, house = self._showing.fields(view, language), view.slip.institution_id
            return self._papers.previewed(SLIP_FORM, fields, language, withdrawn=gone, house=house)

    def reprint(self, slip_id: UUID) -> bytes:
        """The issued slip again with its explanation, marked as a copy, and as withdrawn where it was.
        Refused: no_such_paper."""
        slip = self.slip(slip_id).slip
        if slip.paper_id is None:
            raise Refused("no_such_paper")
        return _as_one([self._papers.reprint(paper, _withdrawal(slip)) for paper in _own_papers(slip)])

    def appendix(self, slip_id: UUID, language: str) -> bytes:
        """Its explanation as a paper: as archived, marked when the slip was withdrawn; a marked draft before."""
        with self._database.reading() as connection:
            slip = self._slip(connection, slip_id)
            gone, paper = _withdrawal(slip), slip.appendix_paper_id
            if paper is not None:
                return self._papers.marked(paper, gone) if gone else self._papers.original(paper)
            fields = self._appendices.fields(connection, slip, self.rule(slip.decision), language)
            return self._appendices.previewed(slip, fields, language)

    def originals(self, slip_ids: Sequence[UUID], *, told: Told | None = None) -> bytes:
        """The issued papers of these slips as one file, in the order given; `told(done, total)` while they are read.
        Refused: nothing_issued."""
        with self._database.reading() as connection:
            found = [self._slip(connection, slip_id) for slip_id in slip_ids]
            papers = [paper for one in found if one.state in TOLD for paper in self._papers_of(connection, one)]
            if not papers:
                raise Refused("nothing_issued")
            return self._papers.originals(papers, told=told)

    def _papers_of(self, connection: Connection, slip: Slip) -> list[UUID]:
        """The slip's paper, and after it its explanation and that of its appeal's decision."""
        appeal = store.appeal(connection, slip.id)
        found = (slip.paper_id, slip.appendix_paper_id, appeal.paper_id if appeal else None)
        return [one for one in found if one is not None]


def _withdrawal(slip: Slip) -> Withdrawal | None:
    if slip.withdrawn_at is None:
        return None
    return Withdrawal(local_day(slip.withdrawn_at), slip.withdrawal_reason)


def _own_papers(slip: Slip) -> list[UUID]:
    """The papers issued as the slip: itself and its explanation."""
    return [paper for paper in (slip.paper_id, slip.appendix_paper_id) if paper is not None]


def _as_one(pdfs: Sequence[bytes]) -> bytes:
    """Files as one; a single one stays as it is, byte for byte."""
    return pdfs[0] if len(pdfs) == 1 else join(pdfs)
