"""How papers about cases are issued: printed before the transaction, and not twice when they say the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from qualitydesk.basics.changes import By, Change, Done
from qualitydesk.basics.clock import Clock
from qualitydesk.complaints.service.verbs import Complaints
from qualitydesk.complaints.service.writing import CASES
from qualitydesk.directory.service import Directory
from qualitydesk.measures.service import Measures
from qualitydesk.papers.model import PaperLine
from qualitydesk.papers.service import Papers
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.storage.database import Database

ISSUED = frozenset({Change.PAPERS})


@dataclass(frozen=True)
class Made:
    """A paper about to be issued. `but`: fields that say when it was printed, and do not make it another one;
    `case_id`: the case in whose timeline it is told."""

    kind: str
    number: str
    subject_id: UUID | None
    values: Mapping[str, Any]
    house: UUID | None
    but: tuple[str, ...] = ()
    case_id: UUID | None = None


class Issuing:
    """What every paper about cases needs."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        directory: Directory,
        rulebook: Rulebook,
        complaints: Complaints,
        measures: Measures,
        papers: Papers,
    ) -> None:
        self._database = database
        self._clock = clock
        self._directory = directory
        self._rulebook = rulebook
        self._complaints = complaints
        self._measures = measures
        self._papers = papers

    def _issue(self, made: Made, by: By, language: str, paper: str) -> Done[UUID]:
        same = self._same(made, language, paper)
        if same is not None:
            return Done(same)
        printed = self._papers.printed(  # before the transaction: nobody waits for it
            kind=made.kind,
            form_name=made.kind,
            number=made.number,
            values=made.values,
            language=language,
            by=by,
            subject_id=made.subject_id,
            paper=paper,
            house=made.house,
        )
        with self._database.transaction():
            meanwhile = self._same(made, language, paper)  # another window may have issued it
            kept = meanwhile or self._papers.keep(printed, by).id
            if meanwhile is None and made.case_id is not None:
                self._complaints.tell_paper(made.case_id, made.kind, made.number, kept, by)
        return Done(kept, ISSUED | CASES if made.case_id is not None else ISSUED)

    def _same(self, made: Made, language: str, size: str) -> UUID | None:
        """The newest paper of this kind and language, when it still says the same on the same size."""
        lines = self._papers.of_subject(made.subject_id) if made.subject_id else self._numbered(made.number, made.kind)
        for line in lines:
            if line.kind != made.kind or line.language != language:
                continue
            paper = self._papers.paper(line.id)
            if paper.form.get("paper", "A4") == size:
                return line.id if paper.says(made.values, but=made.but) else None
        return None

    def _preview(self, made: Made, language: str, paper: str) -> bytes:
        return self._papers.previewed(made.kind, made.values, language, paper=paper, house=made.house)

    def _numbered(self, number: str, kind: str) -> list[PaperLine]:
        """Papers of a kind by their number, newest first."""
        return [line for line in self._papers.by_number(number) if line.kind == kind]

    def _group_name(self) -> str:
        group = self._directory.group()
        return group.name if group else ""
