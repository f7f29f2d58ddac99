"""A slip taken back or reduced after its personnel notice: the correcting notice (更正通知) that says so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.clock import local, local_day
from qualitydesk.basics.errors import Refused
from qualitydesk.penalties import printout, store
from qualitydesk.penalties.model import Slip, SlipState
from qualitydesk.penalties.printout import Corrected
from qualitydesk.penalties.service.noticing import UNNUMBERED, WHOLE_GROUP
from qualitydesk.penalties.service.writing import SLIPS, Writing
from qualitydesk.storage.database import Connection, change_row
from qualitydesk.storage.series import next_number

CORRECTION_FORM = "notice_correction"
CORRECTION_KIND = "notice_correction"
CORRECTION_SERIES = "GZ"


class Correcting(Writing):
    """What was published and no longer holds is put right by a numbered paper; until then it waits."""

    def publish_correction(self, slip_ids: Sequence[UUID], by: By, *, language: str = "zh") -> Done[UUID]:
        """One correcting notice on these slips, in the order given; gives its id. Refused: nothing_to_correct, when
        what was published of one of them still holds."""
        with self._database.transaction() as connection:
            slips = self._to_correct(connection, slip_ids)
            houses = {slip.institution_id for slip in slips}
            house = next(iter(houses)) if len(houses) == 1 else None
            code = self._directory.institution(house).code if house else WHOLE_GROUP
            year = local(self._clock.now()).year
            serial = next_number(connection, CORRECTION_SERIES, f"{code}-{year}")
            number = f"{CORRECTION_SERIES}-{code}-{year}-{serial:04d}"
            paper = self._papers.issue(
                kind=CORRECTION_KIND,
                form_name=CORRECTION_FORM,
                number=number,
                values=self._correction_fields(connection, slips, number, by, language),
                language=language,
                by=by,
                house=house,
            )
            for slip in slips:
                gone = slip.state is SlipState.WITHDRAWN
                told = [0 if gone else fen for fen in store.amounts(connection, slip.id)]
                values = {"correction_paper_id": paper.id, "correction_since": None, "notice_told": told}
                change_row(connection, store.slips, slip.id, **values)
                self._audit(connection, by, "correct_notice", slip, {"correction": number, "paper": paper.id})
        return Done(paper.id, SLIPS | {Change.PAPERS})

    def correction_preview(self, slip_ids: Sequence[UUID], by: By, language: str) -> bytes:
        """What the correcting notice would look like; nothing is kept. Refused as `publish_correction`."""
        with self._database.reading() as connection:
            slips = self._to_correct(connection, slip_ids)
            fields = self._correction_fields(connection, slips, UNNUMBERED, by, language)
            houses = {slip.institution_id for slip in slips}
            house = next(iter(houses)) if len(houses) == 1 else None
            return self._papers.previewed(CORRECTION_FORM, fields, language, house=house)

    def _to_correct(self, connection: Connection, slip_ids: Sequence[UUID]) -> list[Slip]:
        slips = [self._slip(connection, slip_id) for slip_id in slip_ids]
        if not slips or any(slip.correction_since is None for slip in slips):
            raise Refused("nothing_to_correct")
        return slips

    def _correction_fields(
        self, connection: Connection, slips: Sequence[Slip], number: str, by: By, language: str
    ) -> dict[str, Any]:
        group = self._directory.group()
        return printout.correction_fields(
            [self._corrected(connection, slip) for slip in slips],
            number=number,
            group_name=group.name if group else "",
            issued_on=self._directory.today(),
            issued_by=self._showing.name(by.decided_by),
            language=language,
        )

    def _corrected(self, connection: Connection, slip: Slip) -> Corrected:
        """What the last paper told of it, and what stands."""
        last = slip.correction_paper_id or slip.notice_paper_id
        assert last is not None
        notice, appeal = self._papers.paper(last).line, store.appeal(connection, slip.id)
        reduced = slip.state is not SlipState.WITHDRAWN and appeal is not None
        now = store.amounts(connection, slip.id)
        return Corrected(
            view=self._showing.view(slip),
            notice=notice.number,
            notice_on=local_day(notice.issued_at),
            told=slip.notice_told or now,
            now=now,
            reason=appeal.reason if reduced and appeal is not None else slip.withdrawal_reason,
        )
