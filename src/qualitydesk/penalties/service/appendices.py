"""The explanation of a slip as its appendix: put together from what was decided, by whom, and by which rule."""

from __future__ import annotations

from typing import Any

from qualitydesk.basics.changes import By
from qualitydesk.directory.service import Directory
from qualitydesk.papers.model import Paper
from qualitydesk.papers.service import Papers
from qualitydesk.penalties import printout, store
from qualitydesk.penalties.model import Slip, SlipStep
from qualitydesk.penalties.service.showing import Showing
from qualitydesk.rulebook.model import Edition
from qualitydesk.storage.database import Connection

APPENDIX_FORM = "slip_appendix"
APPENDIX_KIND = "slip_appendix"


class Appendices:
    """Makes the paper; whose slip it is kept with is the verb's."""

    def __init__(self, directory: Directory, papers: Papers, showing: Showing) -> None:
        self._directory = directory
        self._papers = papers
        self._showing = showing

    def fields(
        self,
        connection: Connection,
        slip: Slip,
        rule: Edition,
        language: str,
        *,
        last: SlipStep | None = None,
    ) -> dict[str, Any]:
        """The values of its form; the slip's check code is missing while its paper is not archived. `last`: the step
        that is just being done."""
        group = self._directory.group()
        return printout.appendix_fields(
            self._showing.view(slip),
            rule=rule,
            steps=(*self._showing.history(connection, slip.id), *((last,) if last is not None else ())),
            appeal=store.appeal(connection, slip.id),
            slip_check=self._papers.paper(slip.paper_id).check if slip.paper_id is not None else "",
            group_name=group.name if group else "",
            issued_on=self._directory.today().isoformat(),
            language=language,
            zone=self._directory.zone(),
        )

    def printed(self, slip: Slip, values: dict[str, Any], language: str, by: By) -> Paper:
        """The paper, ready to be kept: called before a transaction, like every paper that takes its time."""
        return self._papers.printed(
            kind=APPENDIX_KIND,
            form_name=APPENDIX_FORM,
            number=printout.appendix_number(slip.number or ""),
            values=values,
            language=language,
            by=by,
            subject_id=slip.id,
            house=slip.institution_id,
        )

    def previewed(self, slip: Slip, values: dict[str, Any], language: str) -> bytes:
        """What it would look like; nothing is kept."""
        return self._papers.previewed(APPENDIX_FORM, values, language, house=slip.institution_id)
