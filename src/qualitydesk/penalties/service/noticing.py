"""The personnel notice (人事公布单): what was decided on whom, published for several slips at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.clock import local
from qualitydesk.basics.errors import Refused
from qualitydesk.penalties import printout, store
from qualitydesk.penalties.model import TOLD, Slip, SlipState
from qualitydesk.penalties.service.writing import SLIPS, Writing
from qualitydesk.storage.database import Connection, change_row
from qualitydesk.storage.series import next_number

NOTICE_FORM = "personnel_notice"
NOTICE_KIND = "personnel_notice"
NOTICE_SERIES = "RS"
UNNUMBERED = "—"
"""Stands where the number of a paper not yet issued will."""
WHOLE_GROUP = "JT"
"""Stands for the institution in the number of a notice on people of several (集团)."""


class Noticing(Writing):
    """Publishes slips that are issued and stand, each once."""

    def publish_notice(self, slip_ids: Sequence[UUID], by: By, *, language: str = "zh") -> Done[UUID]:
        """One numbered paper on these slips, in the order given; gives its id.

        Refused: nothing_issued, slip_appeal_waits (nothing is published while an appeal is open), slip_in_notice.
        """
        with self._database.transaction() as connection:
            slips = [self._slip(connection, slip_id) for slip_id in slip_ids]
            self._allow_to_publish(slips)
            houses = {slip.institution_id for slip in slips}
            house = next(iter(houses)) if len(houses) == 1 else None
            code = self._directory.institution(house).code if house else WHOLE_GROUP
            year = local(self._clock.now()).year
            serial = next_number(connection, NOTICE_SERIES, f"{code}-{year}")
            number = f"{NOTICE_SERIES}-{code}-{year}-{serial:04d}"
            paper = self._papers.issue(
                kind=NOTICE_KIND,
                form_name=NOTICE_FORM,
                number=number,
                values=self._notice_fields(connection, slips, number, by, language),
                language=language,
                by=by,
                house=house,
            )
            for slip in slips:
                told = list(store.amounts(connection, slip.id))
                change_row(connection, store.slips, slip.id, notice_paper_id=paper.id, notice_told=told)
                self._audit(connection, by, "publish_slip", slip, {"notice": number, "paper": paper.id})
        return Done(paper.id, SLIPS | {Change.PAPERS})

    def notice_preview(self, slip_ids: Sequence[UUID], by: By, language: str) -> bytes:
        """What the notice would look like; nothing is kept. Refused as `publish_notice`."""
        with self._database.reading() as connection:
            slips = [self._slip(connection, slip_id) for slip_id in slip_ids]
            self._allow_to_publish(slips)
            fields = self._notice_fields(connection, slips, UNNUMBERED, by, language)
            houses = {slip.institution_id for slip in slips}
            house = next(iter(houses)) if len(houses) == 1 else None
            return self._papers.previewed(NOTICE_FORM, fields, language, house=house)

    def paper(self, paper_id: UUID) -> bytes:
        """A notice or the decision of an appeal as it was issued."""
        return self._papers.original(paper_id)

    @staticmethod
    def _allow_to_publish(slips: Sequence[Slip]) -> None:
        if not slips or any(slip.state not in TOLD for slip in slips):
            raise Refused("nothing_issued")
        waits = [slip.number for slip in slips if slip.state is SlipState.APPEALED]
        if waits:
            raise Refused("slip_appeal_waits", number=" · ".join(filter(None, waits)))
        known = [slip.number for slip in slips if slip.notice_paper_id is not None]
        if known:
            raise Refused("slip_in_notice", number=" · ".join(filter(None, known)))

    def _notice_fields(
        self, connection: Connection, slips: Sequence[Slip], number: str, by: By, language: str
    ) -> dict[str, Any]:
        group = self._directory.group()
        return printout.notice_fields(
            [self._showing.view(slip) for slip in slips],
            [store.amounts(connection, slip.id) for slip in slips],
            number=number,
            group_name=group.name if group else "",
            issued_on=self._directory.today(),
            issued_by=self._showing.name(by.decided_by),
            language=language,
            proposed=[self._pending.of_slip(connection, slip.id) for slip in slips],
        )
