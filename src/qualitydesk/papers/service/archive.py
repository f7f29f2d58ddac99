"""Issues papers into the archive and gives them back: the original file, or its content again, marked as a copy."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import Clock
from qualitydesk.basics.errors import Refused
from qualitydesk.basics.ids import new_id
from qualitydesk.basics.phrases import say
from qualitydesk.papers import store
from qualitydesk.papers.model import Paper, PaperFault, PaperLine, Withdrawal, check_code, digest_of
from qualitydesk.papers.service.letterheads import Letterheads
from qualitydesk.printing.form import HOUSE, Form, FormError
from qualitydesk.printing.pages import join
from qualitydesk.printing.reading import form_from, load_form
from qualitydesk.storage import audit
from qualitydesk.storage.database import Database
from qualitydesk.storage.files import Files

if TYPE_CHECKING:
    from qualitydesk.printing.render import Rendered


Told = Callable[[int, int], object]
"""Hears how far long work is: done, of how many. What it raises stops the work."""


class Papers:
    """The papers of one database. `forms`: another folder of forms than the one we ship."""

    def __init__(self, database: Database, files: Files, clock: Clock, forms: Path | None = None) -> None:
        self._database = database
        self._files = files
        self._clock = clock
        self._forms = forms
        self._letterheads = Letterheads(database, files, clock)

    def issue(self, *, by: By, **told: Any) -> Paper:
        """Print a paper and keep it for good, as `printed` and `keep` say; joins the caller's transaction."""
        return self.keep(self.printed(by=by, **told), by)

    def printed(
        self,
        *,
        kind: str,
        form_name: str,
        number: str,
        values: Mapping[str, Any],
        language: str,
        by: By,
        images: Mapping[str, bytes] | None = None,
        subject_id: UUID | None = None,
        paper: str | None = None,
        house: UUID | None = None,
    ) -> Paper:
        """A paper ready to be kept, its files written: called before a transaction, it makes no other writer wait.

        `values`: plain JSON for the form's fields; `images`: the pictures they name, by SHA-256; `paper`: A4 or A5
        instead of what the form says; `house`: the institution whose letterhead of today the paper takes over, else
        the group's. Refused: disk_full, file_not_written.
        """
        form = self._form(form_name, paper)
        values, images = self._headed(values, images or {}, house, language)
        if any(hashlib.sha256(content).hexdigest() != name for name, content in images.items()):
            raise ValueError("a picture is named by another hash than its own")
        names = tuple(sorted(images))
        digest = digest_of(values, form.source, names, language)
        check = check_code(digest)
        printed = _render(form, values, language, images=images, check=check)
        for content in images.values():
            self._files.put(content)
        pdf = self._files.put(printed.pdf)
        line = PaperLine(
            id=new_id(),
            kind=kind,
            number=number,
            subject_id=subject_id,
            language=language,
            pages=printed.pages,
            check=check,
            issued_at=self._clock.now(),
            issued_by=by.decided_by,
            missing="".join(printed.missing),
        )
        return Paper(line, form_name, form.source, values, names, pdf, digest)

    def keep(self, paper: Paper, by: By) -> Paper:
        """Take a printed paper into the archive; joins the caller's transaction."""
        line = paper.line
        with self._database.transaction() as connection:
            store.add(connection, paper)
            after = {"kind": line.kind, "number": line.number, "pdf": paper.pdf, "digest": paper.digest}
            audit.record(connection, by, line.issued_at, "issue_paper", "paper", line.id, None, after)
        return paper

    def previewed(
        self,
        form_name: str,
        values: Mapping[str, Any],
        language: str,
        *,
        images: Mapping[str, bytes] | None = None,
        paper: str | None = None,
        withdrawn: Withdrawal | None = None,
        house: UUID | None = None,
        mark: str | None = "draft",
        across: bool = False,
    ) -> bytes:
        """What a paper would look like, one set, with its mark, or as withdrawn; nothing is kept.

        `mark` None: a sheet to fill by hand, which is nobody's paper yet; `across`: the sheet lies on its side.
        """
        form = self._form(form_name, paper, across)
        values, images = self._headed(values, images or {}, house, language)
        mark = None if withdrawn else mark
        why = _why(withdrawn, language)
        return _render(form, values, language, images=images, mark=mark, receivers=(), withdrawn=why).pdf

    def original(self, paper_id: UUID) -> bytes:
        """The file as it was issued. Refused: no_such_paper, file_missing, file_damaged."""
        return self._files.get(self.paper(paper_id).pdf)

    def reprint(self, paper_id: UUID, withdrawn: Withdrawal | None = None) -> bytes:
        """What the paper said then, in the layout of then, marked as a copy. Refused: no_such_paper, paper_changed."""
        return self._again(paper_id, "copy", withdrawn)

    def marked(self, paper_id: UUID, withdrawn: Withdrawal) -> bytes:
        """The original as it may still be shown: marked as withdrawn on every page; the archive keeps it unmarked."""
        return self._again(paper_id, None, withdrawn)

    def _again(self, paper_id: UUID, mark: str | None, withdrawn: Withdrawal | None) -> bytes:
        paper = self.paper(paper_id)
        if self._digest(paper) != paper.digest:
            raise Refused("paper_changed", number=paper.line.number)
        images = {name: self._files.get(name) for name in paper.images}
        form = form_from(paper.form, paper.form_name)
        language = paper.line.language
        how = {"images": images, "mark": mark, "check": paper.check, "withdrawn": _why(withdrawn, language)}
        return _render(form, paper.values, language, **how).pdf

    def originals(self, paper_ids: Sequence[UUID], *, told: Told | None = None) -> bytes:
        """Several papers as issued, in one file, in the order asked for, each with a bookmark of its number.
        `told(done, total)` hears how many are read."""
        numbers, pdfs = [], []
        for at, paper_id in enumerate(paper_ids):
            if told is not None:
                told(at, len(paper_ids))
            paper = self.paper(paper_id)
            numbers.append(paper.line.number)
            pdfs.append(self._files.get(paper.pdf))
        return join(pdfs, numbers)

    def paper(self, paper_id: UUID) -> Paper:
        """A paper with its content. Refused: no_such_paper."""
        with self._database.reading() as connection:
            found = store.paper(connection, paper_id)
        if found is None:
            raise Refused("no_such_paper")
        return found

    def of_subject(self, subject_id: UUID) -> list[PaperLine]:
        """The papers issued about one thing (a slip, a round), newest first."""
        with self._database.reading() as connection:
            return store.of_subject(connection, subject_id)

    def by_number(self, number: str) -> list[PaperLine]:
        """The papers that carry a number, newest first."""
        with self._database.reading() as connection:
            return store.by_number(connection, number.strip())

    def check(self) -> list[PaperFault]:
        """Every paper whose content or files are not as they were issued."""
        faults: list[PaperFault] = []
        with self._database.reading() as connection:
            for paper in store.all_papers(connection):
                reasons = [] if self._digest(paper) == paper.digest else ["content_changed"]
                if check_code(paper.digest) != paper.check and not reasons:
                    reasons.append("content_changed")
                reasons += self._file_fault(paper.pdf, "pdf")
                for name in paper.images:
                    reasons += self._file_fault(name, "image")
                faults.extend(PaperFault(paper.id, paper.line.number, reason) for reason in reasons)
        return faults

    def _file_fault(self, name: str, what: str) -> list[str]:
        try:
            self._files.get(name)
        except Refused as refused:
            return [f"{what}_missing" if refused.code == "file_missing" else f"{what}_damaged"]
        return []

    @staticmethod
    def _digest(paper: Paper) -> str:
        return digest_of(paper.values, paper.form, paper.images, paper.line.language)

    def _headed(
        self, values: Mapping[str, Any], images: Mapping[str, bytes], house: UUID | None, language: str
    ) -> tuple[Mapping[str, Any], Mapping[str, bytes]]:
        """Values and pictures with the letterhead of today, unless the values bring one."""
        if any(name in values for name in HOUSE):
            return values, images
        told = self._letterheads.values_for(house, language)
        if values.get("institution") and house is None:
            told.pop("house_line", None)  # the institution's name stands there, not the group's second line
        return {**values, **told}, {**images, **self._letterheads.images_for(told)}

    def _form(self, form_name: str, paper: str | None, across: bool = False) -> Form:
        """The form as it lies in its folder, on the paper wished. Refused: form_broken, with element and reason."""
        try:
            form = load_form(form_name, self._forms)
            wished = {**({"paper": paper} if paper else {}), **({"across": True} if across else {})}
            return form_from({**form.source, **wished}, form_name) if wished else form
        except FormError as error:
            raise Refused("form_broken", file=error.file, element=error.element, reason=error.reason) from error


def _render(form: Form, values: Mapping[str, Any], language: str, **how: Any) -> Rendered:
    """ReportLab and the fonts are loaded with the first paper: the window must not wait for them at start."""
    from qualitydesk.printing.render import render

    return render(form, values, language, author=str(values.get("group_name", "")), **how)


def _why(withdrawn: Withdrawal | None, language: str) -> str:
    if withdrawn is None:
        return ""
    return say(language, "printing.withdrawn_since", day=withdrawn.on.isoformat(), reason=withdrawn.reason)
